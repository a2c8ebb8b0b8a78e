//! A duty from a day on: its period, its terms and what surrounds them; and law that is not law yet.

use super::counting_rule::Counting;
use super::dated::Dated;
use super::deadline::Deadline;
use super::period::{FirstLimb, Period};
use super::starts::StartRef;
use crate::base::citation::Source;
use crate::base::parse;
use crate::base::words::Words;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A duty from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Version {
    /// The first day.
    #[serde(deserialize_with = "parse::day")]
    pub from: NaiveDate,
    /// From this day the duty is no more.
    #[serde(default)]
    pub repealed: bool,
    /// How long there is from the duty's start; `None` where the duty is a note without a clock, or has a `deadline`.
    pub within: Option<Period>,
    /// When it is due, where that is more than one period after one start.
    pub deadline: Option<Deadline>,
    /// The rule's words for speed beside that number.
    pub first_limb: Option<FirstLimb>,
    /// How this version counts, where it differs from its rulebook.
    pub counting: Option<Counting>,
    /// Terms that must all hold.
    #[serde(default)]
    pub conditions: Vec<Arc<str>>,
    /// Terms of which one must hold, where there are any.
    #[serde(default)]
    pub grounds: Vec<Arc<str>>,
    /// Terms that stop or change this duty, and no other.
    #[serde(default)]
    pub exceptions: Vec<Arc<str>>,
    /// It must be received by the limit, not only sent.
    #[serde(default)]
    pub receipt: bool,
    /// What a late one needs.
    pub late: Option<Late>,
    /// A number from a guideline, beside the law's own or where the law has none.
    pub guideline: Option<Guideline>,
    /// It may not be done before this.
    pub not_before: Option<NotBefore>,
    /// Where it is written.
    #[serde(deserialize_with = "parse::source")]
    pub source: Arc<Source>,
    /// What a reader must know besides.
    pub note: Option<Words>,
}

/// What a late one needs.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Late {
    /// In words: reasons for the delay.
    pub words: Words,
    /// The hard limit of lateness, counted from the start.
    pub at_most: Option<Period>,
    /// The provision.
    pub cite: Arc<str>,
}

/// A guideline's number.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Guideline {
    /// The period it names, where it names one.
    pub within: Option<Period>,
    /// In its place, where that is more than one period: a range, or one period for the grave case and another for the rest.
    pub deadline: Option<Deadline>,
    /// In words.
    pub words: Words,
    /// Where it is written.
    #[serde(deserialize_with = "parse::source")]
    pub source: Arc<Source>,
}

/// The earliest moment at which a duty may be performed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NotBefore {
    /// From what.
    pub start: StartRef,
    /// How long after it; at once where absent.
    pub within: Option<Period>,
    /// Why, in words.
    pub why: Words,
}

/// Law without a date of force.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PendingLaw {
    /// How far it has come.
    pub status: PendingStatus,
    /// What it would change, in one sentence.
    pub title: Words,
    /// When it is expected, where somebody said so.
    #[serde(default)]
    pub expected: Option<parse::Day>,
    /// Where it is written.
    #[serde(deserialize_with = "parse::source")]
    pub source: Arc<Source>,
}

/// How far law has come that is not in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PendingStatus {
    /// Adopted; its date of force is not set, or was not found.
    Adopted,
    /// A draft.
    Draft,
}

impl Dated for Version {
    fn from(&self) -> NaiveDate {
        self.from
    }
    fn repealed(&self) -> bool {
        self.repealed
    }
}
