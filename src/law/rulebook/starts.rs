//! What starts a duty, and the moments from which its periods run. Only the language is here; `assess` finds the moments.

use crate::base::words::Words;
use crate::situation::{DutyId, Trigger};
use serde::{Deserialize, Serialize};
use std::ops::Deref;

/// What starts a duty.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Starts {
    /// The moment of awareness that governs, of one kind or of any of several.
    Awareness(AwareOf),
    /// One occurrence: a decision recorded, a payment made.
    Occurrence(OnOccurrence),
    /// Each occurrence of a kind: one instance per occurrence.
    Each(Each),
    /// A filing of another duty.
    Filing(AfterFiling),
    /// The due moment of another duty.
    Due(AfterDue),
    /// The begin of the incident itself.
    Incident(OnIncident),
}

/// Of what one becomes aware: `"aware-leak"`, or `["aware-leak", "aware-leak-possible"]` where either is enough.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(from = "OneOrMore")]
pub struct AwareOf(pub(crate) Vec<Trigger>);

#[derive(Deserialize)]
#[serde(untagged, expecting = "expected a kind of awareness, or a list of them")]
enum OneOrMore {
    One(Trigger),
    More(Vec<Trigger>),
}

impl From<OneOrMore> for AwareOf {
    fn from(written: OneOrMore) -> Self {
        match written {
            OneOrMore::One(trigger) => Self(vec![trigger]),
            OneOrMore::More(triggers) => Self(triggers),
        }
    }
}

impl Deref for AwareOf {
    type Target = [Trigger];

    fn deref(&self) -> &[Trigger] {
        &self.0
    }
}

/// Which of several.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Which {
    /// The first.
    #[default]
    First,
    /// The latest.
    Latest,
}

/// One occurrence.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OnOccurrence {
    /// The kind of occurrence.
    pub trigger: Trigger,
    /// Which of several.
    #[serde(default)]
    pub which: Which,
    /// Why that starts the clock.
    pub why: Words,
}

/// One instance per occurrence.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Each {
    /// The kind of occurrence.
    pub trigger: Trigger,
    /// Why that starts a clock.
    pub why: Words,
    /// Only for occurrences that follow the first filing of another duty.
    pub after: Option<FollowsFiling>,
}

/// What must have been filed before.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FollowsFiling {
    /// The duty.
    pub duty: DutyId,
    /// What takes the place of the instance when it was not.
    pub otherwise: Words,
}

/// A filing of another duty.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AfterFiling {
    /// The duty.
    pub duty: DutyId,
    /// Which of several filings.
    #[serde(default)]
    pub which: Which,
    /// Why that starts a clock.
    pub why: Words,
}

/// The due moment of another duty.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AfterDue {
    /// The duty.
    pub duty: DutyId,
    /// Why that starts a clock.
    pub why: Words,
}

/// The begin of the incident.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OnIncident {
    /// Why that starts a clock.
    pub why: Words,
}

/// A moment from which a period runs, as written in a rulebook: `"own"`, `{ first = "classified-major" }`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StartRef {
    /// The duty's own start.
    Own,
    /// The incident's begin.
    Incident,
    /// The governing moment of awareness.
    Awareness(Trigger),
    /// The first occurrence of a kind.
    First(Trigger),
    /// The latest occurrence of a kind.
    Latest(Trigger),
    /// The first filing of another duty.
    Filing(DutyId),
    /// The latest filing of another duty.
    LatestFiling(DutyId),
    /// The due moment of another duty.
    Due(DutyId),
}

impl StartRef {
    /// The duty it looks at, if it looks at one.
    #[must_use]
    pub const fn duty(&self) -> Option<&DutyId> {
        match self {
            Self::Filing(duty) | Self::LatestFiling(duty) | Self::Due(duty) => Some(duty),
            _ => None,
        }
    }
}
