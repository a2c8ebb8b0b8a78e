//! What people answered about facts that changed after a filing: a further fact, a slip, immaterial. The newest answer
//! about a change counts; every older one stays on the timeline.

use crate::law::base::moment::Moment;
use crate::law::situation::OccurrenceId;
use crate::law::situation::fact::{FactKey, Value};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Which change was answered. What is known now belongs to it: where that changes again, it is asked again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeKey {
    /// The ledger position of the `Filed` event within the incident.
    pub filed: i64,
    /// The fact.
    pub fact: FactKey,
    /// What was known of it when it was answered; `None` when it was not known any more.
    pub value: Option<Value>,
}

/// On which side the slip was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SlipOf {
    /// What was handed in is right; what was recorded after it was not.
    Record,
    /// What was handed in is wrong.
    Filing,
}

/// What a changed fact means for what was handed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum ChangeAnswer {
    /// A further fact was confirmed: these occurrences record when.
    FurtherFact {
        /// Their names.
        occurrences: BTreeSet<OccurrenceId>,
    },
    /// Somebody mistyped.
    Slip {
        /// On which side.
        of: SlipOf,
        /// How it came about.
        reason: String,
        /// Where what was handed in is wrong: the occurrences from which it is to be put right with whoever received it.
        #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
        occurrences: BTreeSet<OccurrenceId>,
    },
    /// It changes nothing of what the filing has to say.
    Immaterial {
        /// Why.
        reason: String,
    },
}

impl ChangeAnswer {
    /// The occurrences that record from when the right value was known.
    #[must_use]
    pub fn occurrences(&self) -> Option<&BTreeSet<OccurrenceId>> {
        match self {
            Self::FurtherFact { occurrences } | Self::Slip { occurrences, .. } => Some(occurrences),
            Self::Immaterial { .. } => None,
        }
    }

    /// Whether what was handed in is wrong, and remains so until it is put right with whoever received it.
    #[must_use]
    pub const fn leaves_wrong(&self) -> bool {
        matches!(self, Self::Slip { of: SlipOf::Filing, .. })
    }
}

/// An answer with its circumstances.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnsweredChange {
    /// Which changes.
    pub changes: Vec<ChangeKey>,
    /// What they are.
    pub answer: ChangeAnswer,
    /// Who answered.
    pub by: String,
    /// When.
    pub at: Moment,
}
