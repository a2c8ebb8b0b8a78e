//! A form from draft to receipt, and its papers.

pub mod edit;
pub(crate) mod fields;
pub mod filed;
pub mod papers;
mod said;
pub mod steps;
pub(crate) mod steps_view;
