//! Sanctions of a duty as data: ceilings, floors and what they are reckoned from. Nothing is reckoned here; `exposure` does that.

use super::condition::Condition;
use super::dated::Dated;
use crate::base::citation::{Confidence, Source};
use crate::base::money::Money;
use crate::base::parse;
use crate::base::words::Words;
use crate::situation::fact::FactKey;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

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
    /// What must hold besides the breach: an order that was ignored, a grave case.
    pub when: Option<Condition>,
    /// Who is spared.
    pub unless: Option<Condition>,
    /// Its versions, oldest first.
    pub version: Vec<FineVersion>,
}

/// A sanction from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FineVersion {
    /// The first day; the version is picked by the day of the breach.
    #[serde(deserialize_with = "parse::day")]
    pub from: NaiveDate,
    /// From this day it is no more.
    #[serde(default)]
    pub repealed: bool,
    /// The ceiling; `None` where the law has none, or where it was not read.
    pub most: Option<Amount>,
    /// There are amounts, and nobody has read them: never told as a law without a ceiling.
    #[serde(default)]
    pub amounts_not_read: bool,
    /// The floor, where the law has a range.
    pub least: Option<Amount>,
    /// The ceiling is what national law must reach at least, not a cap.
    #[serde(default)]
    pub floor_of_maximum: bool,
    /// Longest imprisonment in months.
    pub prison_months: Option<u32>,
    /// Sums seen in practice.
    #[serde(default)]
    pub practice: Vec<Practice>,
    /// Where it is written.
    #[serde(deserialize_with = "parse::source")]
    pub source: Arc<Source>,
    /// What a reader must know besides: whose turnover, that the schedule is not public, factors without a formula.
    pub note: Option<Words>,
}

/// A sum as the law words it. Sums are whole units of the rulebook's currency.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Amount {
    /// A fixed sum.
    Sum(i64),
    /// A share of turnover.
    Share(Share),
    /// A share of turnover, or a sum where there is no turnover or it is hard to compute.
    ShareOrSum(ShareOrSum),
    /// The highest of these.
    HigherOf(Vec<Self>),
    /// The lowest of these.
    LowerOf(Vec<Self>),
    /// All of these together.
    Plus(Vec<Self>),
    /// One or the other.
    If(Box<Choose>),
    /// A multiple.
    Times(Box<Times>),
    /// For each person, each notice not given.
    Per(Box<Per>),
    /// For each day late.
    PerDay(Box<PerDay>),
    /// A number of units whose value is set elsewhere and from time to time.
    Units(Units),
    /// Steps that add up with the days late.
    Stairs(Vec<Stair>),
    /// A share of average daily turnover for each day late.
    DailyShare(DailyShare),
}

/// A share of turnover.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Share {
    /// Parts per ten thousand.
    #[serde(rename = "per-ten-thousand")]
    pub per_ten_thousand: u32,
    /// Of which turnover.
    pub base: Base,
}

/// A share of turnover, or a sum in its place.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShareOrSum {
    /// The share.
    pub share: Share,
    /// What takes its place where there is no turnover.
    pub sum: i64,
}

/// Which turnover a share is taken of, counted from the year of the breach.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Base {
    /// Total worldwide turnover of the year before.
    PriorYear,
    /// The larger of the year before and the average of the three years before.
    LargerOfPriorYearAndThreeYearAverage,
    /// A sum that somebody stated: turnover in one country, gross income.
    Fact(FactKey),
}

/// One amount or the other, by a condition.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choose {
    /// What decides.
    pub when: Condition,
    /// Where it holds.
    pub then: Amount,
    /// Where it does not.
    pub otherwise: Amount,
}

/// A multiple.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Times {
    /// How many times.
    pub factor: u32,
    /// What.
    pub of: Amount,
}

/// For each of a number of persons or notices.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Per {
    /// The count.
    pub each: FactKey,
    /// How much for each.
    pub of: Amount,
}

/// For each day begun after the limit.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PerDay {
    /// How much a day.
    pub of: Amount,
    /// Days late that are free.
    #[serde(default, rename = "after-days")]
    pub after_days: u32,
    /// The most days that count.
    #[serde(rename = "at-most-days")]
    pub at_most_days: Option<u32>,
}

/// A number of penalty units.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Units {
    /// How many.
    pub number: u32,
    /// The unit, as the rulebook defines it.
    pub unit: String,
}

/// One flight of a staircase.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stair {
    /// A step for each so many days, or part of them.
    #[serde(rename = "every-days")]
    pub every_days: u32,
    /// How many days this flight covers; without end where absent.
    #[serde(rename = "for-days")]
    pub for_days: Option<u32>,
    /// What each step adds.
    pub add: i64,
}

/// A share of average daily turnover for each day late.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DailyShare {
    /// Parts per ten thousand.
    #[serde(rename = "per-ten-thousand")]
    pub per_ten_thousand: u32,
    /// Of which turnover, over 365 days.
    pub base: Base,
    /// The most per day where there is no turnover or it is hard to compute.
    pub fallback: Option<i64>,
    /// The most days that count.
    #[serde(rename = "at-most-days")]
    pub at_most_days: Option<u32>,
}

/// A unit in which fines are written, with its value over time.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PenaltyUnit {
    /// Its name.
    pub id: String,
    /// Its values, oldest first.
    pub value: Vec<UnitValue>,
}

/// What a unit is worth from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitValue {
    /// The first day.
    #[serde(deserialize_with = "parse::day")]
    pub from: NaiveDate,
    /// Whole units of the rulebook's currency.
    pub sum: i64,
    /// Where it is written.
    #[serde(deserialize_with = "parse::source")]
    pub source: Arc<Source>,
}

impl Dated for FineVersion {
    fn from(&self) -> NaiveDate {
        self.from
    }
    fn repealed(&self) -> bool {
        self.repealed
    }
}

impl Dated for UnitValue {
    fn from(&self) -> NaiveDate {
        self.from
    }
    fn repealed(&self) -> bool {
        false
    }
}

impl FineVersion {
    /// The ceiling where it is a plain sum, in whole units of the rulebook's currency.
    #[must_use]
    pub const fn plain_sum(&self) -> Option<i64> {
        match self.most {
            Some(Amount::Sum(units)) => Some(units),
            _ => None,
        }
    }
}

impl Fine {
    /// The version in force on a day.
    #[must_use]
    pub fn in_force(&self, day: NaiveDate) -> Option<&FineVersion> {
        super::dated::in_force(&self.version, day)
    }

    /// What comes next after a day.
    #[must_use]
    pub fn next(&self, day: NaiveDate) -> Option<&FineVersion> {
        super::dated::next(&self.version, day)
    }
}

/// The kind of a sanction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sanction {
    /// 과태료
    AdministrativeFine,
    /// 과징금
    Surcharge,
    /// 이행강제금
    EnforcementCharge,
    /// 벌칙: imprisonment or criminal fine
    Crime,
    /// A civil penalty that a court or an authority imposes.
    CivilPenalty,
    /// Damages owed to the persons concerned.
    Damages,
}

/// A sum that was really imposed on somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Practice {
    /// The sum.
    pub amount: Money,
    /// On whom, when, for what.
    pub about: Words,
    /// Where that was read.
    pub url: String,
    /// How sure that is.
    pub confidence: Confidence,
}
