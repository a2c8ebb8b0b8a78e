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
    /// The program came with newer law: a rulebook, or a calendar that it counts by.
    Law {
        /// SHA-256 of the rulebook as it counts now; empty where there is no such rulebook any more.
        rulebook_hash: String,
    },
}
