//! One fact as a form field, made from the vocabulary: what is asked, the choices, and what stands in the field, be it
//! what is recorded or what was typed.

use super::choice::Choice;
use super::refused::FormErrors;
use crate::app::desk::fact_input::{NONE_OF_THEM, NOT_KNOWN_YET};
use crate::law::base::money::{Currency, Money};
use crate::law::base::words::Words;
use crate::law::situation::fact::{FactKey, Quality, Value};
use crate::law::vocabulary::complete::Completed;
use crate::law::vocabulary::{self, FactDefinition, FactKind};
use crate::locales::Text;
use crate::web::http::form::FormData;
use crate::web::views::wording::Wording;
use std::collections::BTreeMap;

/// More choices than this are a list to pick from, not a row to tick.
const LONG: usize = 8;

/// One field.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FactField {
    /// The field's name: `fact-KEY`.
    pub name: String,
    /// How it is drawn: `yes-no`, `count`, `count-by`, `choice`, `select`, `choices`, `money`, `text`.
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
    /// Places in parts, without the answers that name none; empty for other choices.
    pub parts: Vec<Part>,
    /// For a count split by choice: a field for each.
    pub counts: Vec<Counted>,
    /// Whether it asks for places, which can be typed for.
    pub find: bool,
    /// What is wrong with it.
    pub error: String,
}

/// A part of a long list of choices.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Part {
    /// What stands in it.
    pub title: String,
    /// Its choices.
    pub options: Vec<Choice>,
    /// Whether it is shown open.
    pub open: bool,
}

/// The number for one choice.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counted {
    /// The field's name.
    pub name: String,
    /// The choice.
    pub label: String,
    /// What stands in it.
    pub number: String,
    /// Whether it is one of the organisation's own places.
    pub own: bool,
    /// What it is found by, a line each; empty where it cannot be typed for.
    pub find: String,
}

impl FactField {
    /// The fields that have a number or are the organisation's own, and the others.
    #[must_use]
    pub fn counted(&self) -> (Vec<&Counted>, Vec<&Counted>) {
        self.counts.iter().partition(|count| count.own || !count.number.is_empty())
    }
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
    typed: Option<&FormData>,
    trouble: &FormErrors,
) -> FactField {
    let name = format!("fact-{}", fact.key);
    let words = |words: &Words| words.get(t.lang()).to_owned();
    let standing = typed.map_or_else(|| of_value(fact, recorded), |typed| of_typed(typed, &name, fact));
    let kind = match &fact.kind {
        FactKind::YesNo => "yes-no",
        FactKind::Count { .. } => "count",
        FactKind::CountBy { .. } => "count-by",
        FactKind::Choice { choices } if choices.len() > LONG => "select",
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
        parts: Vec::new(),
        find: false,
        counts: counts(t, fact, &name, recorded, typed),
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
        find: String::new(),
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

/// The fields of a count split by choice, in the order of the choices.
fn counts(
    t: Text,
    fact: &FactDefinition,
    name: &str,
    recorded: Option<&Value>,
    typed: Option<&FormData>,
) -> Vec<Counted> {
    let FactKind::CountBy { choices, .. } = &fact.kind else { return Vec::new() };
    let field = |choice: &vocabulary::Choice| {
        let name = format!("{name}_of_{}", choice.id);
        let number = match (typed, recorded) {
            (Some(typed), _) => typed.text(&name),
            (None, Some(Value::CountBy(counts))) => {
                counts.get(&choice.id).map(|count| count.number.to_string()).unwrap_or_default()
            }
            (None, _) => String::new(),
        };
        Counted { name, label: choice.title.get(t.lang()).to_owned(), number, ..Counted::default() }
    };
    choices.iter().map(field).collect()
}

fn of_value(fact: &FactDefinition, value: Option<&Value>) -> Standing {
    let one = |value: &str| Standing { values: vec![value.to_owned()], qualifier: String::new() };
    match value {
        None => empty(fact),
        Some(Value::YesNo(answer)) => one(if *answer { "yes" } else { "no" }),
        Some(Value::Count(count)) => {
            Standing { qualifier: quality(count.quality).to_owned(), ..one(&count.number.to_string()) }
        }
        Some(Value::CountBy(_)) => Standing::default(),
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
        FactKind::Count { .. } | FactKind::CountBy { .. } => {
            Standing { values: Vec::new(), qualifier: "exact".to_owned() }
        }
        FactKind::Money => Standing { values: Vec::new(), qualifier: Currency::Krw.code().to_owned() },
        FactKind::Text => Standing::default(),
    }
}

fn of_typed(typed: &FormData, name: &str, fact: &FactDefinition) -> Standing {
    let qualifier = match fact.kind {
        FactKind::Money => typed.text(&format!("{name}_currency")),
        _ => typed.text(&format!("{name}_quality")),
    };
    Standing { values: typed.all(name), qualifier }
}

/// The name of a quality in forms.
pub const fn quality(quality: Quality) -> &'static str {
    match quality {
        Quality::Exact => "exact",
        Quality::AtLeast => "at-least",
        Quality::AtMost => "at-most",
        Quality::Estimate => "estimate",
    }
}

/// A sum in major units, as it would be typed.
#[must_use]
pub fn major(sum: Money) -> String {
    let unit = 10_i64.pow(sum.currency.decimals());
    match (sum.currency.decimals(), sum.minor % unit) {
        (0, _) | (_, 0) => (sum.minor / unit).to_string(),
        (_, rest) => format!("{}.{rest:02}", sum.minor / unit),
    }
}

/// What was sent for facts, without the "not known yet" that stayed ticked beside real choices.
#[must_use]
pub fn sent(typed: &FormData) -> BTreeMap<String, crate::app::desk::fact_input::FactInput> {
    let mut facts = typed.facts();
    for fact in facts.values_mut().filter(|fact| fact.values.len() > 1) {
        fact.values.retain(|value| value != NOT_KNOWN_YET);
    }
    facts
}

/// What the organisation's profile says of a fact, where the incident itself says nothing.
#[must_use]
pub fn profile_hint(teller: &Wording<'_>, fact: &FactDefinition) -> String {
    let stated = teller.incident.facts.latest(&fact.key).is_some();
    match teller.organisation.facts.get(&fact.key).filter(|_| !stated) {
        Some(value) => teller.t.facts_from_profile(teller.value(&fact.key, Some(value))),
        None => String::new(),
    }
}

/// From which other answer this one follows, where nobody stated it; or which one contradicts what is stated.
#[must_use]
pub fn other_answer(teller: &Wording<'_>, completed: &Completed<'_>, key: &FactKey) -> String {
    completed.inferred.get(key).map_or_else(
        || contradicted(teller, completed, key),
        |rule| teller.t.facts_follows(teller.fact(&rule.from), teller.value(key, Some(&Value::YesNo(rule.gives)))),
    )
}

/// Which other answer says the opposite of what is stated.
#[must_use]
pub fn contradicted(teller: &Wording<'_>, completed: &Completed<'_>, key: &FactKey) -> String {
    completed.against(key).map_or_else(String::new, |rule| {
        teller.t.facts_contradicted(teller.fact(&rule.from), teller.value(key, Some(&Value::YesNo(rule.gives))))
    })
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
        let typed = FormData::parse(b"fact-leak-kind=leak&fact-leak-kind=unknown&fact-intrusion=unknown");
        let facts = sent(&typed);
        let values = |key: &str| facts.get(key).map(|fact| fact.values.clone()).unwrap_or_default();
        assert_eq!(values("leak-kind"), ["leak"]);
        assert_eq!(values("intrusion"), ["unknown"]);
    }
}
