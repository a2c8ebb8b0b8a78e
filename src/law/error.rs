//! What can be wrong with a file of law: where, what was expected there, and what to do about it.
//!
//! These files are compiled in, so such an error is the work of whoever edits them and never of a user.

/// A file of law that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}: `{key}`: {problem}. Hint: {hint}")]
pub struct LawError {
    /// The file, relative to `src/law`.
    pub file: String,
    /// The line, from 1; 0 where no line can be named.
    pub line: usize,
    /// The key at fault, as far as known.
    pub key: String,
    /// What is wrong and what was expected.
    pub problem: String,
    /// What to do.
    pub hint: String,
}
