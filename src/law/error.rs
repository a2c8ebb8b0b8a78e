//! What can be wrong with a file of law: where, what was expected there, and what to do about it.
//!
//! The files of law that come with the program are proven by its tests; such an error is met by whoever writes a rulebook
//! or a case of their own.

/// A file of law that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}: `{key}`: {problem}. Hint: {hint}")]
pub struct LawError {
    /// The file: relative to its folder of law, or as it was named.
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
