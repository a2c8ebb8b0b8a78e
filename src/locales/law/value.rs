//! What is known: the value of a fact, a count as it is meant, a choice by its name.
//!
//! The vocabulary's definition of the fact gives units and names; without it numbers stand alone and choices keep their
//! ids.

use crate::law::situation::fact::{Count, Quality, Value};
use crate::law::vocabulary::{FactDefinition, FactKind};
use crate::locales::Text;

impl Text {
    /// The value of a fact.
    #[must_use]
    pub fn value(&self, value: &Value, fact: Option<&FactDefinition>) -> String {
        match value {
            Value::YesNo(answer) => self.yes_no(*answer),
            Value::Count(count) => self.count(*count, fact),
            Value::CountBy(counts) => {
                let line =
                    |(id, count): (&String, &Count)| format!("{}: {}", self.choice(id, fact), self.count(*count, fact));
                counts.iter().map(line).collect::<Vec<_>>().join(", ")
            }
            Value::Choice(id) => self.choice(id, fact),
            Value::Choices(ids) if ids.is_empty() => self.law_none_of_them(),
            Value::Choices(ids) => self.list(&ids.iter().map(|id| self.choice(id, fact)).collect::<Vec<_>>()),
            Value::Money(money) => self.money(money),
            Value::Text(text) => text.clone(),
        }
    }

    /// A count in the unit of its fact, and how it is meant.
    #[must_use]
    pub fn count(&self, count: Count, fact: Option<&FactDefinition>) -> String {
        let number = self.number_of(count.number, fact);
        match count.quality {
            Quality::Exact => number,
            Quality::AtLeast => self.law_count_at_least(number),
            Quality::AtMost => self.law_count_at_most(number),
            Quality::Estimate => self.law_count_estimate(number),
        }
    }

    /// A number in the unit of a fact.
    #[must_use]
    pub fn number_of(&self, number: u64, fact: Option<&FactDefinition>) -> String {
        match fact.map(|fact| &fact.kind) {
            Some(FactKind::Count { unit } | FactKind::CountBy { unit, .. }) => self.counted(number, *unit),
            _ => self.number(number),
        }
    }

    /// The name of one of a fact's choices.
    #[must_use]
    pub fn choice(&self, id: &str, fact: Option<&FactDefinition>) -> String {
        let known = fact.and_then(|fact| fact.choice(id));
        known.map_or_else(|| id.to_owned(), |words| words.get(self.lang()).to_owned())
    }

    /// Yes or no.
    #[must_use]
    pub fn yes_no(&self, answer: bool) -> String {
        if answer { self.yes() } else { self.no() }
    }
}
