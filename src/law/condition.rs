//! Conditions as data, answered yes, no or unknown with the whole derivation.
//!
//! Kleene's logic: what is unknown stays unknown and never reads as no. Facts are compared, never guessed or converted.

use super::fact::{Count, FactKey, Facts, Value};
use super::moment::Moment;
use super::deadline::StartRef;
use super::duty::Recipient;
use super::known::Known;
use super::situation::{DutyId, Trigger};
use super::verdict::{Clause, Reason, Truth};
use serde::Deserialize;
use std::collections::BTreeSet;
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

/// A choice and what it must be among.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Among {
    /// The choice.
    pub key: FactKey,
    /// The ids it must be among.
    pub choices: Arc<BTreeSet<String>>,
}

impl Truth {
    /// Both.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::No, _) | (_, Self::No) => Self::No,
            (Self::Yes, Self::Yes) => Self::Yes,
            _ => Self::Unknown,
        }
    }

    /// Either.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Yes, _) | (_, Self::Yes) => Self::Yes,
            (Self::No, Self::No) => Self::No,
            _ => Self::Unknown,
        }
    }

    /// The opposite; unknown stays unknown.
    #[must_use]
    pub const fn opposite(self) -> Self {
        match self {
            Self::Yes => Self::No,
            Self::No => Self::Yes,
            Self::Unknown => Self::Unknown,
        }
    }

    const fn of(answer: bool) -> Self {
        if answer { Self::Yes } else { Self::No }
    }
}

impl Condition {
    /// Answers the condition, with its derivation.
    pub(super) fn ask(&self, known: Known<'_>) -> Reason {
        match self {
            Self::All(parts) => all(parts.iter().map(|part| part.ask(known)).collect()),
            Self::Any(parts) => any(parts.iter().map(|part| part.ask(known)).collect()),
            Self::Not(part) => {
                let child = part.ask(known);
                Reason { children: vec![child.clone()], ..leaf(Clause::Not, child.truth.opposite()) }
            }
            Self::Is(key) => yes_no(key, true, known.facts),
            Self::IsNot(key) => yes_no(key, false, known.facts),
            Self::AtLeast(threshold) => at_least(threshold, known.facts),
            Self::OneOf(among) => one_of(among, known.facts),
            Self::Happened(trigger) => {
                let truth = Truth::of(known.occurrences.iter().any(|occurrence| {
                    let in_time = known.not_after.is_none_or(|limit| occurrence.at.earliest() <= limit);
                    occurrence.trigger == *trigger && in_time
                }));
                leaf(Clause::Happened { trigger: trigger.clone() }, truth)
            }
        }
    }

    /// The condition itself and all conditions within it.
    pub(super) fn walk(&self, visit: &mut impl FnMut(&Self)) {
        visit(self);
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.walk(visit)),
            Self::Not(part) => part.walk(visit),
            _ => {}
        }
    }
}

/// A node without children.
pub(super) const fn leaf(clause: Clause, truth: Truth) -> Reason {
    Reason { clause, truth, words: None, cite: None, children: Vec::new() }
}

/// All of these.
pub(super) fn all(children: Vec<Reason>) -> Reason {
    let truth = children.iter().fold(Truth::Yes, |so_far, child| so_far.and(child.truth));
    Reason { children, ..leaf(Clause::All, truth) }
}

/// Any of these.
pub(super) fn any(children: Vec<Reason>) -> Reason {
    let truth = children.iter().fold(Truth::No, |so_far, child| so_far.or(child.truth));
    Reason { children, ..leaf(Clause::Any, truth) }
}

/// The facts whose answers would settle an unknown.
pub(super) fn missing(reason: &Reason, into: &mut BTreeSet<FactKey>) {
    if reason.truth != Truth::Unknown {
        return;
    }
    if let Clause::Is { key, .. } | Clause::AtLeast { key, .. } | Clause::OneOf { key, .. } = &reason.clause {
        into.insert(key.clone());
    }
    reason.children.iter().for_each(|child| missing(child, into));
}

fn yes_no(key: &FactKey, expected: bool, facts: &Facts) -> Reason {
    let truth = facts.yes_no(key.as_str()).map_or(Truth::Unknown, |answer| Truth::of(answer == expected));
    leaf(Clause::Is { key: key.clone(), expected, found: facts.get(key).cloned() }, truth)
}

fn at_least(threshold: &Threshold, facts: &Facts) -> Reason {
    let found: Option<Count> = match facts.get(&threshold.key) {
        Some(Value::Count(count)) => Some(*count),
        _ => None,
    };
    let truth = match found.map(|count| count.bounds()) {
        Some((least, _)) if least >= threshold.number => Truth::Yes,
        Some((_, Some(most))) if most < threshold.number => Truth::No,
        _ => Truth::Unknown,
    };
    leaf(Clause::AtLeast { key: threshold.key.clone(), threshold: threshold.number, found }, truth)
}

fn one_of(among: &Among, facts: &Facts) -> Reason {
    let found = facts.get(&among.key).cloned();
    let truth = match &found {
        Some(Value::Choice(choice)) => Truth::of(among.choices.contains(choice)),
        Some(Value::Choices(chosen)) => Truth::of(!chosen.is_disjoint(&among.choices)),
        _ => Truth::Unknown,
    };
    leaf(Clause::OneOf { key: among.key.clone(), choices: among.choices.clone(), found }, truth)
}
