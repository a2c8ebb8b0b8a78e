//! One fact as a form field, made from the vocabulary: what is asked, the choices, and what stands in the field, be it
//! what is recorded or what was typed.

use super::choice::Choice;
use super::teller::Teller;
use super::trouble::Trouble;
use super::typed::Typed;
use crate::app::fact_input::{NONE_OF_THEM, NOT_KNOWN_YET};
use crate::law::fact::{Count, Quality, Value};
use crate::law::money::{Currency, Money};
use crate::law::vocabulary::{self, FactDefinition, FactKind};
use crate::law::words::Words;
use crate::locales::Text;
use std::collections::BTreeMap;

/// One field.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FactField {
    /// The field's name: `fact-KEY`.
    pub name: String,
    /// How it is drawn: `yes-no`, `count`, `choice`, `choices`, `money`, `text`.
    pub kind: &'static str,
    /// The question.
    pub label: String,
    /// What helps to answer it, and what stands now.
    pub hint: String,
    /// What stands in it.
    pub value: String,
    /// How a count is meant, or a sum's currency.
    pub qualifier: String,
    /// The choices, or the currencies.
    pub options: Vec<Choice>,
    /// What is wrong with it.
    pub error: String,
}

/// What stands in a field before anything is typed.
#[derive(Debug, Clone, Default)]
struct Standing {
    values: Vec<String>,
    qualifier: String,
}

/// The field of a fact: what was typed where a form came back, otherwise what is recorded.
#[must_use]
pub fn field(
    t: Text,
    fact: &FactDefinition,
    recorded: Option<&Value>,
    typed: Option<&Typed>,
    trouble: &Trouble,
) -> FactField {
    let name = format!("fact-{}", fact.key);
    let words = |words: &Words| words.get(t.lang()).to_owned();
    let standing = typed.map_or_else(|| of_value(fact, recorded), |typed| of_typed(typed, &name, fact));
    let kind = match &fact.kind {
        FactKind::YesNo => "yes-no",
        FactKind::Count { .. } => "count",
        FactKind::CountBy { .. } => "count-by",
        FactKind::Choice { .. } => "choice",
        FactKind::Choices { .. } => "choices",
        FactKind::Money => "money",
        FactKind::Text => "text",
    };
    FactField {
        kind,
        label: words(&fact.question),
        hint: fact.help.as_ref().map(words).unwrap_or_default(),
        options: options(t, fact, &standing.values),
        value: standing.values.first().cloned().unwrap_or_default(),
        qualifier: standing.qualifier,
        error: trouble.at(&name).to_owned(),
        name,
    }
}

fn options(t: Text, fact: &FactDefinition, chosen: &[String]) -> Vec<Choice> {
    let named = |choice: &vocabulary::Choice| Choice {
        value: choice.id.clone(),
        label: choice.title.get(t.lang()).to_owned(),
        chosen: chosen.contains(&choice.id),
    };
    let plain = |value: &str, label: String| Choice {
        chosen: chosen.iter().any(|known| known == value),
        ..Choice::new(value, label)
    };
    match &fact.kind {
        FactKind::Choice { choices } => {
            let mut options = vec![plain(NOT_KNOWN_YET, t.not_known_yet())];
            options.extend(choices.iter().map(named));
            options
        }
        FactKind::CountBy { choices, .. } => {
            let label = |choice: &vocabulary::Choice| choice.title.get(t.lang()).to_owned();
            let number = |place: usize| chosen.get(place).cloned().unwrap_or_default();
            choices.iter().enumerate().map(|(place, choice)| Choice::new(&number(place), label(choice))).collect()
        }
        FactKind::Choices { choices } => {
            let mut options: Vec<Choice> = choices.iter().map(named).collect();
            options.push(plain(NONE_OF_THEM, t.law_none_of_them()));
            options.push(plain(NOT_KNOWN_YET, t.not_known_yet()));
            options
        }
        FactKind::Money => {
            let code = |currency: &Currency| Choice::new(currency.code(), currency.code().to_owned());
            Currency::ALL.iter().map(code).collect()
        }
        _ => Vec::new(),
    }
}

/// What stands in the fields of a count by choice, one for each choice in their order.
fn by_choice(fact: &FactDefinition, counts: &BTreeMap<String, Count>) -> Standing {
    let FactKind::CountBy { choices, .. } = &fact.kind else { return Standing::default() };
    let of = |choice: &vocabulary::Choice| counts.get(&choice.id).map(|count| count.number.to_string());
    let values = choices.iter().map(|choice| of(choice).unwrap_or_default()).collect();
    let qualifier = counts.values().next().map_or("exact", |count| quality(count.quality)).to_owned();
    Standing { values, qualifier }
}

fn of_value(fact: &FactDefinition, value: Option<&Value>) -> Standing {
    let one = |value: &str| Standing { values: vec![value.to_owned()], qualifier: String::new() };
    match value {
        None => empty(fact),
        Some(Value::YesNo(answer)) => one(if *answer { "yes" } else { "no" }),
        Some(Value::Count(count)) => {
            Standing { qualifier: quality(count.quality).to_owned(), ..one(&count.number.to_string()) }
        }
        Some(Value::CountBy(counts)) => by_choice(fact, counts),
        Some(Value::Choice(id)) => one(id),
        Some(Value::Choices(ids)) if ids.is_empty() => one(NONE_OF_THEM),
        Some(Value::Choices(ids)) => Standing { values: ids.iter().cloned().collect(), qualifier: String::new() },
        Some(Value::Money(sum)) => Standing { qualifier: sum.currency.code().to_owned(), ..one(&major(*sum)) },
        Some(Value::Text(text)) => one(text),
    }
}

fn empty(fact: &FactDefinition) -> Standing {
    match fact.kind {
        FactKind::YesNo | FactKind::Choice { .. } | FactKind::Choices { .. } => {
            Standing { values: vec![NOT_KNOWN_YET.to_owned()], qualifier: String::new() }
        }
        FactKind::Count { .. } | FactKind::CountBy { .. } => Standing { values: Vec::new(), qualifier: "exact".to_owned() },
        FactKind::Money => Standing { values: Vec::new(), qualifier: Currency::Krw.code().to_owned() },
        FactKind::Text => Standing::default(),
    }
}

fn of_typed(typed: &Typed, name: &str, fact: &FactDefinition) -> Standing {
    let qualifier = match fact.kind {
        FactKind::Money => typed.text(&format!("{name}_currency")),
        _ => typed.text(&format!("{name}_quality")),
    };
    Standing { values: typed.all(name), qualifier }
}

const fn quality(quality: Quality) -> &'static str {
    match quality {
        Quality::Exact => "exact",
        Quality::AtLeast => "at-least",
        Quality::AtMost => "at-most",
        Quality::Estimate => "estimate",
    }
}

/// A sum in major units, as it would be typed.
fn major(sum: Money) -> String {
    let unit = 10_i64.pow(sum.currency.decimals());
    match (sum.currency.decimals(), sum.minor % unit) {
        (0, _) | (_, 0) => (sum.minor / unit).to_string(),
        (_, rest) => format!("{}.{rest:02}", sum.minor / unit),
    }
}

/// What was sent for facts, without the "not known yet" that stayed ticked beside real choices.
#[must_use]
pub fn sent(typed: &Typed) -> BTreeMap<String, crate::app::fact_input::FactInput> {
    let mut facts = typed.facts();
    for fact in facts.values_mut().filter(|fact| fact.values.len() > 1) {
        fact.values.retain(|value| value != NOT_KNOWN_YET);
    }
    facts
}

/// What the organisation's profile says of a fact, where the incident itself says nothing.
#[must_use]
pub fn profile_hint(teller: &Teller<'_>, fact: &FactDefinition) -> String {
    let stated = teller.incident.facts.latest(&fact.key).is_some();
    match teller.organisation.facts.get(&fact.key).filter(|_| !stated) {
        Some(value) => teller.t.facts_from_profile(teller.value(&fact.key, Some(value))),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_is_typed_back_in_major_units() {
        assert_eq!(major(Money::krw(7_500_000)), "7500000");
        assert_eq!(major(Money { minor: 1_250, currency: Currency::Eur }), "12.50");
        assert_eq!(major(Money { minor: 1_200, currency: Currency::Eur }), "12");
    }

    #[test]
    fn not_known_yet_gives_way_to_what_was_chosen() {
        let typed = Typed::parse(b"fact-leak-kind=leak&fact-leak-kind=unknown&fact-intrusion=unknown");
        let facts = sent(&typed);
        let values = |key: &str| facts.get(key).map(|fact| fact.values.clone()).unwrap_or_default();
        assert_eq!(values("leak-kind"), ["leak"]);
        assert_eq!(values("intrusion"), ["unknown"]);
    }
}
