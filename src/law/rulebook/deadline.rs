//! When a duty is due, as an expression over starts and periods: the earliest of several, a switch, a re-based limit.
//!
//! Only the language is here; `evaluate` works it out.

use super::condition::Condition;
use super::period::Period;
use super::starts::StartRef;
use serde::Deserialize;

/// When a duty is due.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Deadline {
    /// A period after a start; undefined until that start is known.
    After(After),
    /// The earliest of those that are defined. One that is not there yet does not bind yet.
    Earliest(Vec<Self>),
    /// The latest of those that are defined. One that is not there yet may move the limit later, and until then the
    /// others are what is safe.
    Latest(Vec<Self>),
    /// A range, where the text names two ends: "within 24 to 72 hours". The first end is the safe one, and nothing is
    /// certainly late before the second.
    Between([Box<Self>; 2]),
    /// One or the other, by a condition; both bounds while the condition is unknown.
    Switch(Box<Switch>),
}

/// A period after a start.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct After {
    /// The start.
    pub start: StartRef,
    /// How long there is from it.
    pub within: Period,
}

/// One deadline or the other.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Switch {
    /// What decides.
    #[serde(rename = "if")]
    pub when: Condition,
    /// The deadline where it holds.
    pub then: Deadline,
    /// The deadline where it does not.
    pub otherwise: Deadline,
}
