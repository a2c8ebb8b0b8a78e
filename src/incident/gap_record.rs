//! One record of what people said about law that is not in the library: what counsel answered, or why it does not matter
//! here. As the fold keeps it; what follows from it is `counsel`'s business.

use crate::law::base::moment::{Moment, Precision, Timing};
use crate::law::base::words::Words;
use crate::law::situation::fact::Count;
use crate::law::situation::{DutyId, OccurrenceId};
use serde::{Deserialize, Serialize};

/// What stands where an act's id stands, before the name of the gap.
pub(super) const BOOK: &str = "counsel";

/// Something that counsel named, with the moment by which it is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// What is to be done.
    pub what: String,
    /// By when; a day ends with its last second in its zone.
    pub by: Timing,
}

impl Task {
    /// The last second that is in time.
    #[must_use]
    pub fn limit(&self) -> Moment {
        match self.by.precision {
            Precision::Day | Precision::Month | Precision::Year => self.by.latest(),
            Precision::Exact | Precision::Hour | Precision::Between(_) => self.by.at,
            Precision::Latest | Precision::Earliest => self.by.at,
        }
    }
}

/// What was said about a gap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// Somebody who knows that law answered.
    Answered {
        /// Who.
        who: String,
        /// When.
        at: Timing,
        /// What.
        said: String,
        /// What is due by when, where something is.
        task: Option<Task>,
    },
    /// It does not matter for this incident.
    NotRelevant {
        /// Why.
        reason: String,
    },
}

/// One record about a gap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GapRecord {
    /// Its name, by which the clock of its task is told apart.
    pub id: OccurrenceId,
    /// The gap.
    pub gap: String,
    /// What the gap was called: a place, or a kind of organisation.
    pub title: Words,
    /// How many persons were known to be concerned.
    pub persons: Option<Count>,
    /// What was said.
    pub said: Said,
    /// When it was recorded.
    pub recorded_at: Moment,
    /// Who recorded it.
    pub recorded_by: String,
    /// Why it was withdrawn, if it was.
    pub withdrawn: Option<String>,
}

impl GapRecord {
    /// What counsel named, where it did.
    #[must_use]
    pub const fn task(&self) -> Option<&Task> {
        match &self.said {
            Said::Answered { task, .. } => task.as_ref(),
            Said::NotRelevant { .. } => None,
        }
    }

    /// When counsel answered, where they did.
    #[must_use]
    pub const fn answered_at(&self) -> Option<Timing> {
        match &self.said {
            Said::Answered { at, .. } => Some(*at),
            Said::NotRelevant { .. } => None,
        }
    }

    /// The duty under which the task of this record is watched, handed in and met.
    #[must_use]
    pub fn duty(&self) -> DutyId {
        DutyId::new(&format!("{BOOK}/{}", self.gap))
    }
}
