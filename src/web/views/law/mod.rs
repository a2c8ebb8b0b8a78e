//! What is written in an act, in words: conditions, deadlines, periods, fines, sources.

pub(crate) mod condition;
pub(crate) mod counting;
pub(crate) mod deadline;
pub(crate) mod fine;
pub(crate) mod source;
pub(crate) mod start;
pub(crate) mod term;
pub(crate) mod version;
pub(crate) mod words;
