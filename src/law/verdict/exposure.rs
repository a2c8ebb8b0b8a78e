//! What missing a duty may cost, as answered: ceilings, floors and how they were reckoned. Structured data only.

use crate::base::citation::{RuleRef, Source};
use crate::base::moment::Moment;
use crate::base::money::Money;
use crate::base::truth::Truth;
use crate::base::words::Words;
use crate::rulebook::fine::{Practice, Sanction};
use crate::situation::fact::{Count, FactKey};
use serde::Serialize;
use std::sync::Arc;

/// What missing a duty may cost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Exposure {
    /// What kind of sanction.
    pub kind: Sanction,
    /// In words: "Administrative fine for not reporting".
    pub title: Words,
    /// The ceiling; `None` where the law has none, or where it was not read.
    pub most: Option<AmountRange>,
    /// There are amounts, and nobody has read them.
    pub amounts_not_read: bool,
    /// The floor, where the law has a range.
    pub least: Option<AmountRange>,
    /// The ceiling is what national law must reach at least.
    pub floor_of_maximum: bool,
    /// Longest imprisonment in months, for crimes.
    pub prison_months: Option<u32>,
    /// Whole days late until now, where a sum grows with them.
    pub days_late: Option<u64>,
    /// When the sum grows next, and to what.
    pub next_step: Option<NextStep>,
    /// Amounts seen in practice, labelled as such.
    pub practice: Vec<Practice>,
    /// Whether it is threatened now: missed, or missed under some reading.
    pub threatened: Truth,
    /// Whether it is threatened depends on whether the duty was met, and nothing on record tells.
    pub depends_on_performance: bool,
    /// Which version of which rulebook.
    pub rule: RuleRef,
    /// Where it is written.
    pub source: Arc<Source>,
    /// What a reader must know besides: transition, lighter later law, schedule not public.
    pub note: Option<Words>,
}

impl Exposure {
    /// The largest sum that is certain enough to be named alone.
    #[must_use]
    pub fn ceiling(&self) -> Option<Money> {
        self.most.as_ref()?.high
    }
}

/// An amount with how it came about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AmountRange {
    /// How.
    pub how: How,
    /// At least this much: what is known of it.
    pub low: Option<Money>,
    /// At most this much; `None` while something it rests on is unknown.
    pub high: Option<Money>,
    /// What it is made of.
    pub parts: Vec<AmountRange>,
}

/// How an amount is reckoned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "how", rename_all = "kebab-case")]
pub enum How {
    /// A fixed sum.
    Sum,
    /// A share of the turnover of a year.
    ShareOfTurnover {
        /// Parts per ten thousand.
        per_ten_thousand: u32,
        /// Of which business year.
        year: i32,
        /// The larger of that year and the average of three.
        or_three_year_average: bool,
        /// The turnover used, where it is known.
        of: Option<Money>,
    },
    /// A share of a sum somebody stated.
    ShareOfFact {
        /// Parts per ten thousand.
        per_ten_thousand: u32,
        /// The fact.
        key: FactKey,
        /// The sum, where it is known.
        of: Option<Money>,
    },
    /// The first part, a share, or the second where there is no turnover; open while the turnover is not on record.
    ShareOrSum,
    /// The highest of the parts.
    HigherOf,
    /// The lowest of the parts.
    LowerOf,
    /// The sum of the parts.
    Plus,
    /// The part that a condition picked; both while it is unknown.
    Chosen {
        /// Whether the condition holds.
        holds: Truth,
    },
    /// The part times a factor.
    Times {
        /// The factor.
        factor: u32,
    },
    /// The part for each of a number of persons or notices.
    Per {
        /// The count's key.
        key: FactKey,
        /// The count, where it is known.
        count: Option<Count>,
    },
    /// The part for each day late.
    PerDay {
        /// The days that count until now.
        days: u64,
        /// The most days that can count.
        at_most_days: Option<u32>,
    },
    /// A number of units.
    Units {
        /// How many.
        number: u32,
        /// The unit's name in the rulebook.
        unit: String,
        /// What one is worth on the day of the breach, where that is known.
        value: Option<Money>,
    },
    /// Steps that add up with the days late.
    Stairs {
        /// The days that count until now.
        days: u64,
    },
    /// A share of average daily turnover for each day late. The part, if any, is what takes its place where there is no
    /// turnover; open while the turnover is not on record.
    DailyShare {
        /// Parts per ten thousand.
        per_ten_thousand: u32,
        /// The days that count until now.
        days: u64,
        /// What one day gives.
        per_day: Option<Money>,
    },
}

/// When a growing sum grows next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NextStep {
    /// When.
    pub at: Moment,
    /// To what.
    pub to: Option<Money>,
}
