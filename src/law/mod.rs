//! The law as data, and the pure machine that reads it: situation in, verdicts out.
//!
//! No I/O, no machine clock, no database, no language but data. Nothing here imports another room of the house; a test
//! compiles this folder alone to keep it so.

pub mod citation;
pub mod fact;
pub mod moment;
pub mod money;
pub mod situation;
pub mod verdict;
pub mod words;
