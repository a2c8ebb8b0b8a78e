//! The wizard: what would apply, asked without recording.

pub(crate) mod answers;
pub(crate) mod results;
pub mod severity;
pub mod show;
pub(crate) mod words;
