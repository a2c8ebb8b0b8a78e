//! Conditions as data: the language only. `assess` answers them, yes, no or unknown.

use super::among::Among;
use super::recipient::Recipient;
use super::starts::StartRef;
use crate::situation::fact::FactKey;
use crate::situation::{DutyId, Trigger};
use serde::Deserialize;
use std::sync::Arc;

/// A condition as written in a rulebook: `{ all = [{ is = "intrusion" }, { at-least = { key = "persons-affected",
/// number = 1000 } }] }`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Condition {
    /// All hold.
    All(Vec<Self>),
    /// At least one holds.
    Any(Vec<Self>),
    /// It does not hold.
    Not(Box<Self>),
    /// A yes/no fact is yes.
    Is(FactKey),
    /// A yes/no fact is no.
    IsNot(FactKey),
    /// A count reaches a number.
    AtLeast(Threshold),
    /// A count exceeds a number.
    MoreThan(Threshold),
    /// A count split by choice reaches a number for one choice.
    AnyAtLeast(Threshold),
    /// A count split by choice exceeds a number for one choice.
    AnyMoreThan(Threshold),
    /// At least so many of these hold.
    Some(AtLeastOf),
    /// A choice is among these.
    OneOf(Among),
    /// A part is more than a share of a whole.
    ShareAbove(ShareOf),
    /// A part is at least a share of a whole.
    ShareAtLeast(ShareOf),
    /// A sum exceeds a fixed sum, in whole units of the rulebook's currency.
    MoneyAbove(SumAbove),
    /// A sum exceeds a share of the turnover of the year before.
    MoneyAboveTurnover(AboveTurnover),
    /// The turnover of the year before exceeds a sum, in whole units of the rulebook's currency.
    TurnoverAbove(TurnoverAbove),
    /// An occurrence was recorded.
    Happened(Trigger),
    /// Another duty has a filing.
    Filed(DutyId),
    /// Another duty was met in time.
    Met(DutyId),
    /// Another duty applies.
    Applies(DutyId),
    /// Some duty of any other act to this kind of recipient applies.
    NoticeTo(Recipient),
    /// One moment is later than another by more than so many hours.
    Later(Later),
}

/// A count and the number it must reach or exceed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Threshold {
    /// The count.
    pub key: FactKey,
    /// The number.
    pub number: u64,
    /// The choice, for a count split by choice.
    pub of: Option<Arc<str>>,
}

/// So many of a list.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AtLeastOf {
    /// How many.
    #[serde(rename = "at-least")]
    pub at_least: u32,
    /// Of which.
    pub of: Vec<Condition>,
}

/// A part and a whole, both counts.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShareOf {
    /// The part.
    pub part: FactKey,
    /// The whole.
    pub whole: FactKey,
    /// Parts per ten thousand.
    #[serde(rename = "per-ten-thousand")]
    pub per_ten_thousand: u32,
}

/// A sum and what it must exceed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SumAbove {
    /// The fact.
    pub key: FactKey,
    /// Whole units of the rulebook's currency.
    pub sum: i64,
}

/// A sum and the share of turnover it must exceed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AboveTurnover {
    /// The fact.
    pub key: FactKey,
    /// Parts per ten thousand of the turnover of the year before.
    #[serde(rename = "per-ten-thousand")]
    pub per_ten_thousand: u32,
}

/// What turnover must exceed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TurnoverAbove {
    /// Whole units of the rulebook's currency.
    pub sum: i64,
}

/// Two moments.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Later {
    /// The one that must be later.
    pub start: StartRef,
    /// By more than so many hours.
    pub hours: u32,
    /// Than this one.
    pub after: StartRef,
}
