//! The law as data, and the pure machine that reads it: situation in, verdicts out.
//!
//! No I/O, no machine clock, no database, no language but data. A package of its own: what it may touch is the list of its
//! dependencies, and `clippy.toml` beside it refuses files, clocks, threads and the environment.

#![warn(missing_docs)]

pub(crate) mod assess;
pub mod base;
pub mod calendar;
pub mod case;
pub mod counting;
pub mod coverage;
pub mod diff;
#[cfg(test)]
mod guide;
pub mod library;
pub mod questions;
pub mod rulebook;
pub mod schema;
pub mod severity;
pub mod situation;
pub mod verdict;
pub mod vocabulary;
