//! A file of cases as read: each a situation, when it is asked about, and what must come out.

use super::expect::Expectation;
use crate::base::moment::Moment;
use crate::situation::Situation;

/// The cases of one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseFile {
    /// The file, as it was named.
    pub file: String,
    /// Its cases, in their order.
    pub cases: Vec<Case>,
}

/// One situation, when it is asked about, and what must come out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// What it shows, as a sentence; empty where none was given.
    pub name: String,
    /// The line on which it begins.
    pub line: usize,
    /// The moment of asking; `None` leaves it to whoever asks.
    pub now: Option<Moment>,
    /// Whether it, or its file, says on which zone's clock it happened; without one its times are read as UTC.
    pub zone_stated: bool,
    /// The situation.
    pub situation: Situation,
    /// What must come out; empty where the case only asks.
    pub expectations: Vec<Expectation>,
}
