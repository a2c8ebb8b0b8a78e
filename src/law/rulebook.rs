//! One act as data: its duties in dated versions, their terms, their fines, and whose word on awareness counts first.
//!
//! A version begins on a day and ends where the next one begins; there are no end dates. Before the first version, and
//! from a repealed one on, a duty is not in force. This file only holds and finds; `check` refuses what does not fit
//! together and `assess` applies it.

use super::citation::{RuleRef, Source};
use super::condition::Condition;
use super::money::Currency;
use super::parse;
use super::period::Period;
use super::situation::{Basis, DutyId, FormId, Trigger};
use super::verdict::{Practice, Sanction};
use super::words::Words;
use chrono::NaiveDate;
use chrono_tz::Tz;
use serde::Deserialize;

/// One act.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rulebook {
    /// Its id, made from its path: `kr/network-act.toml` is `kr.network-act`.
    #[serde(skip)]
    pub id: String,
    /// SHA-256 of its file, hex.
    #[serde(skip)]
    pub hash: String,
    /// The act's name.
    pub title: Words,
    /// The name people use for it.
    pub short: Words,
    /// The country, as ISO 3166-1 alpha-2.
    pub country: String,
    /// The zone whose days its dates are.
    pub zone: Tz,
    /// The currency of its sums.
    pub currency: Currency,
    /// The first day for which this rulebook was read; nothing is claimed about earlier days.
    #[serde(deserialize_with = "parse::day")]
    pub covers_from: NaiveDate,
    /// The act as read.
    #[serde(deserialize_with = "parse::source")]
    pub source: Source,
    /// Whose word on the moment of awareness counts first.
    pub awareness: Vec<AwarenessRule>,
    /// Conditions by name.
    pub term: Vec<Term>,
    /// Its duties, in the order in which pages show them.
    pub duty: Vec<Duty>,
}

/// How much a basis counts. The lowest tier that has a candidate governs; within it, the earliest moment.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AwarenessRule {
    /// The basis.
    pub basis: Basis,
    /// Its tier, 1 first.
    pub tier: u32,
    /// Whether a clock that rests on it is provisional.
    pub provisional: bool,
    /// Why it governs when it does.
    pub governs: Words,
    /// Why it does not when it does not.
    pub aside: Words,
    /// On what that rests.
    #[serde(deserialize_with = "parse::source")]
    pub source: Source,
}

/// A named condition. As an exception it also says what follows.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// Its name within the rulebook.
    pub id: String,
    /// In words.
    pub title: Words,
    /// The provision.
    pub cite: String,
    /// The condition.
    pub when: Condition,
    /// What follows from it as an exception; `None` for conditions and grounds.
    pub then: Option<Effect>,
    /// Occurrences count only up to the due moment: a leak confirmed within the 72 hours.
    #[serde(default)]
    pub before_due: bool,
}

/// What an exception does.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Effect {
    /// The duty does not apply.
    Exempt,
    /// Something else takes its place.
    Replaced(Words),
    /// Another period takes the place of the version's.
    Instead(Period),
    /// Missing the version's period is excused; then another period runs, from the end of the excuse once that is
    /// recorded.
    Excused(Excuse),
}

/// What holds while and after an excuse lasts.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Excuse {
    /// The period that then runs.
    pub within: Period,
    /// The occurrence that ends the excuse.
    pub ends: Trigger,
    /// Why the clock then starts there.
    pub why: Words,
}

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
    /// Its versions, oldest first.
    pub version: Vec<Version>,
    /// What missing it may cost.
    #[serde(default)]
    pub fine: Vec<Fine>,
}

/// What starts a duty.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Starts {
    /// The moment of awareness that governs.
    Awareness(Trigger),
    /// Each occurrence of a kind: one instance per occurrence.
    Each(Each),
    /// The first filing of another duty.
    Filing(AfterFiling),
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
    pub after: Option<After>,
}

/// What must have been filed before.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct After {
    /// The duty.
    pub duty: DutyId,
    /// What takes the place of the instance when it was not.
    pub otherwise: Words,
}

/// The first filing of another duty.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AfterFiling {
    /// The duty.
    pub duty: DutyId,
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
    /// How long there is; `None` where the duty is a note without a clock.
    pub within: Option<Period>,
    /// Terms that must all hold.
    #[serde(default)]
    pub conditions: Vec<String>,
    /// Terms of which one must hold, where there are any.
    #[serde(default)]
    pub grounds: Vec<String>,
    /// Terms that stop or change this duty, and no other.
    #[serde(default)]
    pub exceptions: Vec<String>,
    /// Where it is written.
    #[serde(deserialize_with = "parse::source")]
    pub source: Source,
    /// What a reader must know besides.
    pub note: Option<Words>,
}

/// A sanction.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fine {
    /// Its name within the duty.
    pub id: String,
    /// Its kind.
    pub kind: Sanction,
    /// In words.
    pub title: Words,
    /// What must hold besides the breach.
    pub when: Option<Condition>,
    /// Its versions, oldest first.
    pub version: Vec<FineVersion>,
}

/// A sanction from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FineVersion {
    /// The first day.
    #[serde(deserialize_with = "parse::day")]
    pub from: NaiveDate,
    /// From this day it is no more.
    #[serde(default)]
    pub repealed: bool,
    /// The most, in minor units of the rulebook's currency; beside a share: where there is no turnover.
    pub ceiling: Option<i64>,
    /// A share of turnover.
    pub share: Option<Share>,
    /// Longest imprisonment in months.
    pub prison_months: Option<u32>,
    /// What it grows by each day.
    pub daily: Option<DailyRule>,
    /// Sums seen in practice.
    #[serde(default)]
    pub practice: Vec<Practice>,
    /// Where it is written.
    #[serde(deserialize_with = "parse::source")]
    pub source: Source,
    /// What a reader must know besides.
    pub note: Option<Words>,
}

/// A share of turnover.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Share {
    /// Parts per ten thousand.
    pub per_ten_thousand: u32,
    /// Of which turnover.
    pub base: Base,
}

/// Which turnover a share is taken of, counted from the year of the breach.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Base {
    /// The year before.
    PriorYear,
    /// The larger of the year before and the average of the three years before.
    LargerOfPriorYearAndThreeYearAverage,
}

/// A charge for each day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DailyRule {
    /// Parts per ten thousand of average daily sales.
    pub per_ten_thousand: u32,
    /// The most per day where there are no sales figures, in minor units.
    pub fallback: i64,
}

/// What begins on a day: versions of duties and of fines.
pub(super) trait Dated {
    /// Its first day.
    fn from(&self) -> NaiveDate;
    /// Whether it ends what was.
    fn repealed(&self) -> bool;
}

impl Dated for Version {
    fn from(&self) -> NaiveDate {
        self.from
    }
    fn repealed(&self) -> bool {
        self.repealed
    }
}

impl Dated for FineVersion {
    fn from(&self) -> NaiveDate {
        self.from
    }
    fn repealed(&self) -> bool {
        self.repealed
    }
}

/// The version in force on a day; `None` before the first and after a repeal.
pub(super) fn in_force<T: Dated>(versions: &[T], day: NaiveDate) -> Option<&T> {
    versions.iter().rev().find(|version| version.from() <= day).filter(|version| !version.repealed())
}

/// The first version that begins after a day and is not a repeal.
pub(super) fn next<T: Dated>(versions: &[T], day: NaiveDate) -> Option<&T> {
    versions.iter().find(|version| version.from() > day && !version.repealed())
}

impl Duty {
    /// The version in force on a day; `None` before the first and after a repeal.
    #[must_use]
    pub fn in_force(&self, day: NaiveDate) -> Option<&Version> {
        in_force(&self.version, day)
    }

    /// What comes next after a day.
    #[must_use]
    pub fn next(&self, day: NaiveDate) -> Option<&Version> {
        next(&self.version, day)
    }
}

impl Fine {
    /// The version in force on a day.
    #[must_use]
    pub fn in_force(&self, day: NaiveDate) -> Option<&FineVersion> {
        in_force(&self.version, day)
    }

    /// What comes next after a day.
    #[must_use]
    pub fn next(&self, day: NaiveDate) -> Option<&FineVersion> {
        next(&self.version, day)
    }
}

impl Rulebook {
    /// One of its duties.
    #[must_use]
    pub fn duty(&self, id: &DutyId) -> Option<&Duty> {
        self.duty.iter().find(|duty| duty.id == *id)
    }

    /// One of its terms.
    #[must_use]
    pub fn term(&self, id: &str) -> Option<&Term> {
        self.term.iter().find(|term| term.id == id)
    }

    /// The terms a version names, in its order.
    #[must_use]
    pub fn terms(&self, ids: &[String]) -> Vec<&Term> {
        ids.iter().filter_map(|id| self.term(id)).collect()
    }

    /// A reference to a version that pins this text.
    #[must_use]
    pub fn reference(&self, version: NaiveDate) -> RuleRef {
        RuleRef { rulebook: self.id.clone(), version, hash: self.hash.clone() }
    }
}
