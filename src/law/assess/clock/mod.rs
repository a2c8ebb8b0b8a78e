//! From the starts and periods of a duty to its clock: when it runs, until when, and how it stands.

#[cfg(test)]
mod announced;
pub(crate) mod counts_from;
pub(crate) mod evaluate;
pub(crate) mod limit;
pub(crate) mod measure;
pub(crate) mod run;
pub(crate) mod standing;
