//! Forms on their way: drafted, submitted, approved, handed in; and the papers of them.

pub mod papers;
pub mod steps;
