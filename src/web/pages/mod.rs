//! Pages, one file each.

pub mod rules;
pub mod rules_book;
pub mod rules_duty;
mod rules_words;
