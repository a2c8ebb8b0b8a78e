//! The moments of an incident: when it happened, candidate moments of awareness, and other occurrences that may start
//! a clock. Withdrawn ones stay readable, with the reason.

use crate::law::moment::{Moment, Timing};
use crate::law::situation::{Candidate, Occurrence};

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
    pub withdrawn: Option<String>,
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
