//! The law as data, and the pure machine that reads it: situation in, verdicts out.
//!
//! No I/O, no machine clock, no database, no language but data. Nothing here imports another room of the house; a test
//! compiles this folder alone to keep it so.

mod assess;
mod awareness;
pub mod case;
pub mod calendar;
mod check;
pub mod citation;
mod clock;
pub mod condition;
pub mod counting;
pub mod deadline;
mod derive;
pub mod duty;
pub mod error;
mod exposure;
pub mod fact;
pub mod fine;
pub mod form;
mod known;
pub mod library;
pub mod moment;
pub mod money;
mod others;
mod parse;
pub mod period;
#[cfg(test)]
mod properties;
pub mod reason;
pub mod rulebook;
pub mod running;
pub mod sanction;
pub mod situation;
pub mod term;
pub mod verdict;
pub mod vocabulary;
pub mod words;
