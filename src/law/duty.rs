//! One duty as data: what starts it, its dated versions, and law that is not law yet.

use super::citation::Source;
use super::counting::{FirstDay, HourRule, Roll};
use super::deadline::{Deadline, StartRef};
use super::fine::Fine;
use super::parse;
use super::period::Period;
use super::rulebook::{CalendarOf, Dated};
use super::situation::{DutyId, FormId, Trigger};
use super::words::Words;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::ops::Deref;
use std::sync::Arc;

/// One duty.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Duty {
    /// Its id: the rulebook's, a slash, its own.
    pub id: DutyId,
    /// What it is called.
    pub title: Words,
    /// Who must be told, or what must be done.
    pub recipient: Words,
    /// What kind of recipient that is.
    pub to: Recipient,
    /// What happens when it passes unmet, in one sentence.
    pub consequence: Words,
    /// What starts it.
    pub starts: Starts,
    /// Which date picks the version.
    pub governed_by: GovernedBy,
    /// The form that meets it.
    pub form: Option<FormId>,
    /// Whether people are warned about it until it is met.
    pub watched: bool,
    /// Nothing is to be done: the conditions say what was breached, and the fines what that may cost.
    #[serde(default)]
    pub sanction_only: bool,
    /// What else meets it.
    #[serde(default)]
    pub met_by: MetBy,
    /// Its versions, oldest first.
    #[serde(default)]
    pub version: Vec<Version>,
    /// Law that has been adopted or drafted but has no date of force: shown, never applied.
    #[serde(default)]
    pub pending: Vec<Pending>,
    /// What missing it may cost.
    #[serde(default)]
    pub fine: Vec<Fine>,
}

/// Who is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Recipient {
    /// A public authority or its response team.
    Authority,
    /// The persons concerned.
    Persons,
    /// The public, the market, the media.
    Public,
    /// Contract partners, clients, credit bureaus.
    Partner,
    /// Nobody outside: an assessment, a record.
    Internal,
}

impl Recipient {
    /// Every kind, in the order in which pages list them.
    pub const ALL: [Self; 5] = [Self::Authority, Self::Persons, Self::Public, Self::Partner, Self::Internal];
}

/// What else meets a duty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct MetBy {
    /// Filings of these duties.
    pub filings: Vec<DutyId>,
    /// An occurrence: an assessment that was completed.
    pub occurrence: Option<Trigger>,
}

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
pub struct AwareOf(pub(super) Vec<Trigger>);

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

/// Which date picks the version of a duty. The version of a fine is always picked by the day of the breach.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum GovernedBy {
    /// The day on which the clock starts; while it has no start, the day of asking.
    Start,
    /// The day on which the incident occurred; while that is unknown, as for `Start`.
    Occurred,
    /// The day of the filing; while there is none, the day of asking.
    Filed,
}

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

/// How periods count.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counting {
    /// Whose working days and holidays.
    pub calendar: Option<CalendarOf>,
    /// How hours count.
    #[serde(default)]
    pub hours: HourRule,
    /// Which day is day 1.
    #[serde(default)]
    pub first_day: FirstDay,
    /// Where a last day goes that falls on a closed day.
    #[serde(default)]
    pub roll: Roll,
    /// Regulation 1182/71 Art. 3(5): two days or more hold at least two working days.
    #[serde(default)]
    pub two_working_days: bool,
    /// Rolls only where this term holds.
    pub roll_when: Option<Arc<str>>,
    /// Where that is written.
    #[serde(deserialize_with = "parse::source")]
    pub source: Arc<Source>,
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
pub struct Pending {
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

impl Duty {
    /// The version in force on a day; `None` before the first and after a repeal.
    #[must_use]
    pub fn in_force(&self, day: NaiveDate) -> Option<&Version> {
        super::rulebook::in_force(&self.version, day)
    }

    /// What comes next after a day.
    #[must_use]
    pub fn next(&self, day: NaiveDate) -> Option<&Version> {
        super::rulebook::next(&self.version, day)
    }
}
