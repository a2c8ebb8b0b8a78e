//! What everything is written in: moments, money, words in three languages, citations, truth with three values, errors, and
//! the reading of TOML. Knows no rule of any country.

pub mod citation;
pub mod days;
pub mod error;
pub mod moment;
#[cfg(test)]
mod moment_tests;
pub mod money;
pub(crate) mod parse;
pub(crate) mod spans;
pub mod truth;
pub mod words;
