//! The law's answers in words, once for pages, papers, mail and the terminal: a standing, a due moment, a channel, the
//! value of a fact, a sanction, a derivation.
//!
//! Each has one method of [`super::Text`], so that two places cannot word it differently. Nothing is decided or computed
//! here, and whatever has a name of its own (an incident's occurrence, a person) is asked of the caller.

mod derivation;
mod due;
mod gap;
mod length;
mod order;
mod sanction;
mod standing;
#[cfg(test)]
mod tests;
mod value;

pub use self::derivation::Naming;
pub use self::length::MANY_HOURS;
pub use self::sanction::Penalty;
