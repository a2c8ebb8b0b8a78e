//! When a clock is due, and why that moved: as events write it. Compares nothing; that is `moves`' business.

use crate::law::base::moment::Moment;
use crate::law::situation::fact::FactKey;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// When a clock is due: by the law and, where a stricter reading is argued, by that.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct DueMoments {
    /// The law's own; the first it can be.
    pub earliest: Moment,
    /// The last it can be, where its start is known only roughly; else the same.
    pub latest: Moment,
    /// The safe deadline, where it lies before the law's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub safe: Option<Moment>,
}

impl DueMoments {
    /// The moment to which people are warned.
    #[must_use]
    pub fn target(&self) -> Moment {
        self.safe.unwrap_or(if self.earliest.is_bounded() { self.earliest } else { self.latest })
    }
}

/// Why a due moment moved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum MoveCause {
    /// These facts were stated.
    Facts {
        /// Which.
        keys: BTreeSet<FactKey>,
    },
    /// A moment was recorded or withdrawn: when it happened, when it became known, what else happened.
    Moments,
    /// Something was recorded as handed in, or that record was withdrawn.
    Filing,
    /// Somebody answered what a changed fact means for what was handed in.
    Answer,
    /// The organisation's profile was changed.
    Organisation {
        /// What in it: `zone`, `turnover`, `house-target-hours`, and the keys of facts.
        what: BTreeSet<String>,
    },
    /// What counsel named for law that is not in the library was recorded or withdrawn.
    Elsewhere,
    /// The program came with another edition of the rulebook.
    Law {
        /// SHA-256 of the rulebook as it counts now; empty where there is no such rulebook any more.
        rulebook_hash: String,
    },
    /// The rulebook is the same; the program came with other calendars, by which it is counted.
    Calendar {
        /// SHA-256 of all calendars as they count now.
        calendars_hash: String,
    },
    /// Rulebook and calendars are the same; the program itself counts otherwise.
    Program,
}

impl MoveCause {
    /// Whether it lies outside the incident's own record, so that nothing else there tells of it.
    #[must_use]
    pub const fn is_outside(&self) -> bool {
        match self {
            Self::Facts { .. } | Self::Moments | Self::Filing | Self::Answer | Self::Elsewhere => false,
            Self::Organisation { .. } | Self::Law { .. } | Self::Calendar { .. } | Self::Program => true,
        }
    }
}
