//! The moments of an incident: when it happened, candidate moments of awareness, and other occurrences that may start
//! a clock. Withdrawn ones stay readable, with the reason.

use crate::law::base::moment::{Moment, Timing};
use crate::law::situation::{Candidate, CandidateId, Occurrence};
use serde::{Deserialize, Serialize};

/// When it happened, as stated last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occurred {
    /// When it began.
    pub began: Option<Timing>,
    /// When it ended.
    pub ended: Option<Timing>,
    /// Who or what says so.
    pub source: String,
}

/// Why a candidate moment does not count any more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Withdrawal {
    /// What a person wrote.
    Reason(String),
    /// A more exact statement of the same moment took its place: this one.
    ReplacedBy(CandidateId),
}

impl Withdrawal {
    /// Why, for a reader; `replaced` says in the reader's language that a more exact statement took its place.
    pub fn words(&self, replaced: impl FnOnce() -> String) -> String {
        match self {
            Self::Reason(reason) => reason.clone(),
            Self::ReplacedBy(_) => replaced(),
        }
    }
}

/// A candidate moment of awareness with its circumstances.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CandidateRecord {
    /// As the law sees it.
    pub candidate: Candidate,
    /// Who knew.
    pub who_knew: String,
    /// The evidence.
    pub evidence: String,
    /// When it was recorded.
    pub recorded_at: Moment,
    /// Who recorded it.
    pub recorded_by: String,
    /// Why it was withdrawn, if it was.
    pub withdrawn: Option<Withdrawal>,
}

/// An occurrence with its circumstances.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OccurrenceRecord {
    /// As the law sees it.
    pub occurrence: Occurrence,
    /// What it was, in words.
    pub what: String,
    /// Who or what says so.
    pub source: String,
    /// When it was recorded.
    pub recorded_at: Moment,
    /// Who recorded it.
    pub recorded_by: String,
    /// Why it was withdrawn, if it was.
    pub withdrawn: Option<String>,
}
