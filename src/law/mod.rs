//! The law as data, and the pure machine that reads it: situation in, verdicts out.
//!
//! No I/O, no machine clock, no database, no language but data. Nothing here imports another room of the house; a test
//! compiles this folder alone to keep it so.

mod assess;
mod awareness;
pub mod calendar;
#[cfg(test)]
mod cases;
mod check;
pub mod citation;
mod clock;
pub mod condition;
pub mod counting;
mod derive;
pub mod error;
mod exposure;
pub mod fact;
pub mod form;
pub mod library;
pub mod moment;
pub mod money;
mod parse;
pub mod period;
#[cfg(test)]
mod properties;
pub mod rulebook;
pub mod severity;
pub mod situation;
pub mod verdict;
pub mod vocabulary;
pub mod words;
