//! Pages, one file each.

pub mod about;
pub mod filed;
pub mod filing;
mod filing_fields;
pub mod filing_steps;
mod filing_view;
pub mod papers;
pub mod rules;
pub mod rules_book;
pub mod rules_duty;
mod rules_words;
