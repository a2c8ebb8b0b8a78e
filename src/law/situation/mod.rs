//! Everything the law is told about one incident: the only input of an assessment besides the moment of asking.

pub mod fact;

use self::fact::{FactKey, Facts};
use crate::base::moment::Timing;
use crate::base::money::Money;
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

macro_rules! name {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Arc<str>);

        impl $name {
            /// From its spelling.
            #[must_use]
            pub fn new(name: &str) -> Self {
                Self(name.into())
            }

            /// The spelling.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

name! {
    /// A duty: the rulebook's id and the duty's own, `kr.network-act/report`.
    DutyId
}
impl DutyId {
    /// The id of the rulebook in which it is written.
    #[must_use]
    pub fn rulebook(&self) -> &str {
        self.0.rsplit_once('/').map_or(&*self.0, |(rulebook, _)| rulebook)
    }
}

name! {
    /// A form, by the id in its definition: `kr.kisa-incident-report`.
    FormId
}
name! {
    /// A kind of trigger from the vocabulary: `aware-incident`, `aware-leak`, `aware-leak-possible`, `fact-confirmed`,
    /// `preservation-ordered`.
    Trigger
}
name! {
    /// One recorded candidate for a moment of awareness, unique within its incident.
    CandidateId
}
name! {
    /// One recorded occurrence, unique within its incident; also names the instance of a duty that it started.
    OccurrenceId
}

/// On what a candidate moment of awareness rests. The order of authority is the rulebook's, not this list's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// Fixed by the authority or a court.
    Established,
    /// An internal decision-maker was briefed that it is confirmed.
    Briefed,
    /// Technically confirmed by the organisation's own people.
    Confirmed,
    /// Declared by the organisation, as on its own form.
    Declared,
    /// A tip from outside was received: customer, researcher, police, bank, attacker.
    Told,
    /// Suspected only.
    Suspected,
}

impl Basis {
    /// Every basis, strongest first as pages list them.
    pub const ALL: [Self; 6] =
        [Self::Established, Self::Briefed, Self::Confirmed, Self::Declared, Self::Told, Self::Suspected];
}

/// Whose knowledge a moment of awareness was. It gives no rank (the basis alone does): whether an act attributes what
/// another knew is for the reader to judge, so it is named wherever the moment is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Knower {
    /// The organisation's own people.
    #[default]
    Own,
    /// Its parent's.
    Parent,
    /// A subsidiary's.
    Subsidiary,
    /// Those of a processor, or of somebody a processor engaged.
    Contractor,
}

impl Knower {
    /// All of them, as pages list them.
    pub const ALL: [Self; 4] = [Self::Own, Self::Parent, Self::Subsidiary, Self::Contractor];

    /// Its name in forms and cases.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Parent => "parent",
            Self::Subsidiary => "subsidiary",
            Self::Contractor => "contractor",
        }
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
    const fn is_own(&self) -> bool {
        matches!(self, Self::Own)
    }
}

/// A moment at which the organisation may have become aware.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Candidate {
    /// Its name within the incident.
    pub id: CandidateId,
    /// Of what one became aware: intrusion and leak are two awareness events, often at one moment.
    pub of: BTreeSet<Trigger>,
    /// On what it rests.
    pub basis: Basis,
    /// When.
    pub at: Timing,
    /// What was said at that moment not to be so: yes-or-no facts answered no when it was recorded. An act whose own notion
    /// of the trigger is among them does not count it as its moment of awareness; every other act does.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub ruled_out: BTreeSet<FactKey>,
    /// Whose knowledge it was.
    #[serde(default, skip_serializing_if = "Knower::is_own")]
    pub knower: Knower,
}

/// Something that happened and may start an instance of a duty: a further fact confirmed, an order received.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Occurrence {
    /// Its name within the incident.
    pub id: OccurrenceId,
    /// What kind of thing happened.
    pub trigger: Trigger,
    /// When.
    pub at: Timing,
    /// Nobody has said so yet: it is taken to have happened because a fact changed after a filing, and whatever it starts
    /// is provisional until a person answers.
    #[serde(default, skip_serializing_if = "is_false")]
    pub presumed: bool,
    /// The rulebooks for which alone it happened, by id, because only what was filed under them rested on what changed;
    /// empty for all.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub acts: BTreeSet<String>,
}

impl Occurrence {
    /// Whether it happened for a rulebook.
    #[must_use]
    pub fn concerns(&self, rulebook: &str) -> bool {
        self.acts.is_empty() || self.acts.contains(rulebook)
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
const fn is_false(flag: &bool) -> bool {
    !*flag
}

/// Through which channel something was handed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Channel {
    /// The authority's web portal.
    Portal,
    /// E-mail.
    Email,
    /// Telephone.
    Telephone,
    /// A letter or fax.
    Letter,
}

impl Channel {
    /// Every channel, in the order in which pages offer them.
    pub const ALL: [Self; 4] = [Self::Portal, Self::Email, Self::Telephone, Self::Letter];
}

/// Why something that was handed in does not meet its duty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Flaw {
    /// Some of the content is missing, or some of the persons were not told.
    Partial,
    /// It is not as the act wants it: wrong, unsigned, returned undelivered, refused by the portal.
    Defective,
    /// It went to a body to which the duty is not owed: for the law nothing was handed in.
    WrongBody,
}

impl Flaw {
    /// All of them, as pages list them.
    pub const ALL: [Self; 3] = [Self::Partial, Self::Defective, Self::WrongBody];

    /// Its name in forms and cases.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Partial => "partial",
            Self::Defective => "defective",
            Self::WrongBody => "wrong-body",
        }
    }
}

/// A filing that was handed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Filed {
    /// The duty it meets.
    pub duty: DutyId,
    /// The instance it meets; `None` for a duty that arises once.
    pub instance: Option<OccurrenceId>,
    /// When it was handed in.
    pub at: Timing,
    /// When the recipient is known to have received it; decides only duties that count receipt.
    #[serde(default)]
    pub received: Option<Timing>,
    /// Why it does not meet its duty; `None` where it is whole and went where it belongs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub flaw: Option<Flaw>,
    /// It lies before what started the duty, and a person confirmed, with a reason, that it was so. Without that it does not
    /// meet the duty.
    #[serde(default, skip_serializing_if = "is_false")]
    pub confirmed_early: bool,
}

/// One incident as the law sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Situation {
    /// The organisation's zone.
    pub zone: Tz,
    /// Facts about the incident and (keys beginning `org-`) about the organisation.
    pub facts: Facts,
    /// Since when each fact has been known as it stands, where that was said or recorded.
    #[serde(default)]
    pub known_since: BTreeMap<FactKey, Timing>,
    /// When it happened (began), as far as known.
    pub occurred: Option<Timing>,
    /// Candidate moments of awareness.
    pub candidates: Vec<Candidate>,
    /// What else happened that may start a clock.
    pub occurrences: Vec<Occurrence>,
    /// What has been handed in. Several for one duty: the first meets it.
    pub filings: Vec<Filed>,
    /// Total worldwide turnover of the organisation (its group, where the law looks at the group) by business year.
    pub turnover: BTreeMap<i32, Money>,
    /// The organisation's own target, in hours, for duties whose law has no number; never shown as a legal deadline.
    #[serde(default)]
    pub house_target_hours: Option<u32>,
}
