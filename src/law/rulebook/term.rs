//! Named conditions of a rulebook, and what follows from those that are exceptions.

use super::condition::Condition;
use super::period::Period;
use crate::base::words::Words;
use crate::situation::Trigger;
use serde::Deserialize;
use std::sync::Arc;

/// A named condition. As an exception it also says what follows.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// Its name within the rulebook.
    pub id: Arc<str>,
    /// In words.
    pub title: Words,
    /// The provision.
    pub cite: Arc<str>,
    /// The condition.
    pub when: Condition,
    /// What follows from it as an exception; `None` for conditions and grounds.
    pub then: Option<Effect>,
    /// Exceptions that this one defeats where both hold. While it may hold, they do not count either.
    #[serde(default)]
    pub overrides: Vec<Arc<str>>,
    /// Occurrences and filings count only up to the due moment: a leak confirmed within the 72 hours.
    #[serde(default)]
    pub before_due: bool,
}

/// What an exception does.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Effect {
    /// The duty does not apply.
    Exempt,
    /// The duty applies in spite of the exceptions it overrides.
    Required,
    /// Something else takes its place.
    Replaced(Words),
    /// Another period takes the place of the version's.
    Instead(Period),
    /// Missing the version's period is excused; then another period runs, from the end of the excuse once that is
    /// recorded.
    Excused(Excuse),
    /// The limit moves to the moment of the latest occurrence of this kind: an extension granted.
    Extended(Trigger),
    /// The duty must not be performed for a while.
    Held(Hold),
}

/// What holds while and after an excuse lasts.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Excuse {
    /// The period that then runs.
    pub within: Period,
    /// The occurrence that ends the excuse.
    pub ends: Trigger,
    /// Why the clock then starts there.
    pub why: Words,
}

/// A time in which a duty must not be performed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hold {
    /// The occurrence that begins it. Each of several is a hold of its own, to its own end.
    pub begins: Trigger,
    /// The occurrence that ends it.
    pub ends: Trigger,
    /// The longest it can last, where the law says so.
    pub longest: Option<Period>,
    /// From when the longest time is counted.
    #[serde(default)]
    pub longest_from: LongestFrom,
    /// What it does to the limit.
    pub then: AfterHold,
    /// Why, in words.
    pub why: Words,
}

/// From when the longest time of a hold is counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LongestFrom {
    /// From its begin.
    #[default]
    Begin,
    /// From the moment at which the duty was due without it.
    Due,
}

/// What a hold does to the limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AfterHold {
    /// Not due before the hold ends.
    AtEnd,
    /// The limit moves by the length of the hold.
    Extends,
    /// The period runs afresh from the end of the hold.
    Afresh,
}
