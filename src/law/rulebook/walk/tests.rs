//! Nothing of the language is passed by: an act that uses all of it is walked, and what was seen is held against what its
//! reader knows and against its text.

use super::mutable;
use crate::base::spans::{Spans, Step};
use crate::rulebook::Rulebook;
use crate::rulebook::condition::Condition;
use crate::rulebook::deadline::Deadline;
use crate::rulebook::fine::{Amount, Base};
use crate::rulebook::period::Period;
use crate::rulebook::starts::StartRef;
use crate::rulebook::starts::Starts;
use crate::rulebook::term::Effect;
use crate::rulebook::visit::mutable::VisitMut;
use crate::rulebook::visit::{Gives, LooksAt, Takes, UsedAs, Visit};
use crate::rulebook::whole;
use crate::situation::fact::FactKey;
use crate::situation::{DutyId, FormId, Trigger};
use crate::vocabulary::TriggerKind;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;
use std::sync::Arc;
use toml::de::DeValue;

fn read(text: &str) -> Rulebook {
    toml::from_str(text).unwrap_or_else(|error| panic!("{error}"))
}

/// What a visitor came by.
#[derive(Default)]
struct Recorder {
    way: Vec<Step>,
    /// The forms that were seen, by their sort.
    forms: BTreeMap<&'static str, BTreeSet<String>>,
    /// The ways to the names that were seen.
    names: Vec<(Vec<Step>, String)>,
    /// Everything that was seen, by the way to it.
    ways: Vec<Vec<Step>>,
}

impl Recorder {
    /// `AtLeast(…)` is the form `at-least`.
    fn form(&mut self, sort: &'static str, form: &impl Debug) {
        let name: String = format!("{form:?}").chars().take_while(char::is_ascii_alphanumeric).collect();
        let hyphened = |letter: char| {
            if letter.is_uppercase() { format!("-{}", letter.to_ascii_lowercase()) } else { letter.into() }
        };
        let spelt: String = name.chars().map(hyphened).collect();
        self.forms.entry(sort).or_default().insert(spelt.trim_start_matches('-').to_owned());
    }

    fn name(&mut self, name: impl ToString) {
        self.names.push((self.way.clone(), name.to_string()));
    }
}

impl<'a> Visit<'a> for Recorder {
    fn enter(&mut self, step: Step) {
        self.way.push(step);
        self.ways.push(self.way.clone());
    }
    fn leave(&mut self) {
        self.way.pop();
    }
    fn effect(&mut self, effect: &'a Effect) {
        self.form("effect", effect);
    }
    fn starts(&mut self, starts: &'a Starts) {
        self.form("starts", starts);
    }
    fn condition(&mut self, condition: &'a Condition) {
        self.form("condition", condition);
    }
    fn deadline(&mut self, deadline: &'a Deadline) {
        self.form("deadline", deadline);
    }
    fn start(&mut self, start: &'a StartRef) {
        self.form("start", start);
    }
    fn period(&mut self, period: &'a Period, _: Gives) {
        self.form("period", period);
    }
    fn amount(&mut self, amount: &'a Amount) {
        self.form("amount", amount);
    }
    fn base(&mut self, base: &'a Base) {
        self.form("base", base);
    }
    fn fact(&mut self, key: &'a FactKey, _: Takes) {
        self.name(key);
    }
    fn choice(&mut self, _: &'a FactKey, choice: &'a Arc<str>) {
        self.name(choice);
    }
    fn trigger(&mut self, trigger: &'a Trigger, _: TriggerKind) {
        self.name(trigger);
    }
    fn duty_id(&mut self, id: &'a DutyId, _: LooksAt) {
        self.name(id);
    }
    fn term_id(&mut self, id: &'a Arc<str>, _: UsedAs) {
        self.name(id);
    }
    fn form_id(&mut self, id: &'a FormId) {
        self.name(id);
    }
    fn unit_id(&mut self, id: &'a String) {
        self.name(id);
    }
    fn calendar_id(&mut self, id: &'a String) {
        self.name(id);
    }
}

fn record(book: &Rulebook) -> Recorder {
    let mut recorder = Recorder::default();
    super::rulebook(&mut recorder, book);
    recorder
}

/// The forms that the reader of a sort knows: what it says when it is given one that it does not know.
fn known<T: serde::de::DeserializeOwned + Debug>() -> BTreeSet<String> {
    let problem = toml::Value::Table(toml::toml! { nonsense = 1 }).try_into::<T>().unwrap_err().to_string();
    let (_, expected) = problem.split_once("expected ").unwrap_or_else(|| panic!("{problem}"));
    expected.split('`').skip(1).step_by(2).map(ToOwned::to_owned).collect()
}

#[test]
fn every_form_that_the_reader_knows_is_seen() {
    let book = read(&whole::act());
    let forms = record(&book).forms;
    assert_eq!(forms["effect"], known::<Effect>());
    assert_eq!(forms["starts"], known::<Starts>());
    assert_eq!(forms["condition"], known::<Condition>());
    assert_eq!(forms["deadline"], known::<Deadline>());
    assert_eq!(forms["start"], known::<StartRef>());
    assert_eq!(forms["period"], known::<Period>());
    assert_eq!(forms["amount"], known::<Amount>());
    assert_eq!(forms["base"], known::<Base>());
}

/// The beginnings of names that stand for something defined elsewhere.
const NAMES: [&str; 7] = ["fact-", "trigger-", "xx.whole/", "term-", "form-", "unit-", "calendar-"];

/// Where names stand in a text, except where a duty says its own.
fn names(value: &DeValue<'_>, span: usize, found: &mut BTreeSet<(usize, String)>) {
    match value {
        DeValue::Table(table) => {
            for (_, value) in table.iter().filter(|(key, _)| key.get_ref() != "id") {
                names(value.get_ref(), value.span().start, found);
            }
        }
        DeValue::Array(items) => items.iter().for_each(|item| names(item.get_ref(), item.span().start, found)),
        DeValue::String(text) if NAMES.iter().any(|name| text.starts_with(name)) => {
            found.insert((span, text.to_string()));
        }
        _ => {}
    }
}

#[test]
fn every_name_is_seen_and_the_way_to_it_leads_to_where_it_stands() {
    let (text, mut written) = (whole::act(), BTreeSet::new());
    names(&DeValue::Table(toml::de::DeTable::parse(&text).unwrap().into_inner()), 0, &mut written);
    let spans = Spans::of(&text);
    let book = read(&text);
    let recorder = record(&book);
    let seen = recorder.names.iter().filter(|(_, name)| !name.starts_with("choice-"));
    let seen: BTreeSet<(usize, String)> = seen.map(|(way, name)| (spans.find(way).span.start, name.clone())).collect();
    assert_eq!(written.difference(&seen).collect::<Vec<_>>(), Vec::<&(usize, String)>::new(), "not seen");
    assert_eq!(seen, written);
    for way in recorder.ways {
        let empty = matches!(way.last(), Some(Step::Key("met_by" | "filings" | "version" | "pending" | "fine")))
            || matches!(way.last(), Some(Step::Key("overrides" | "conditions" | "grounds" | "exceptions")));
        assert!(empty || spans.find(&way).steps == way.len(), "{way:?} leads nowhere");
    }
}

#[test]
fn who_writes_comes_by_what_who_looks_comes_by() {
    struct Marker(usize);
    impl VisitMut for Marker {
        fn fact(&mut self, key: &mut FactKey, _: Takes) {
            self.0 += 1;
            *key = FactKey::new(&format!("marked-{key}"));
        }
        fn trigger(&mut self, trigger: &mut Trigger, _: TriggerKind) {
            self.0 += 1;
            *trigger = Trigger::new(&format!("marked-{trigger}"));
        }
        fn duty_id(&mut self, id: &mut DutyId, _: LooksAt) {
            self.0 += 1;
            *id = DutyId::new(&format!("marked-{id}"));
        }
    }
    let mut book = read(&whole::act());
    let mut marker = Marker(0);
    mutable::rulebook(&mut marker, &mut book);
    let names = record(&book).names;
    assert_eq!(names.iter().filter(|(_, name)| name.starts_with("marked-")).count(), marker.0);
    let plain = names.iter().filter(|(_, name)| ["fact-", "trigger-", "xx."].iter().any(|n| name.starts_with(n)));
    assert_eq!(plain.collect::<Vec<_>>(), Vec::<&(Vec<Step>, String)>::new());
}
