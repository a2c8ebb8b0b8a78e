//! Reads the files of the vocabulary: facts, triggers, and lists of choices that several facts share.

use super::choice_groups::ChoiceGroup;
use super::implication::{AnswerPattern, Implication, OnlyOf};
use super::inclusion::{Bringing, Inclusion};
use super::{Choice, CountUnit, FactDefinition, FactKind, Group, TriggerDefinition, TriggerKind, Vocabulary};
use crate::base::error::LawError;
use crate::base::parse;
use crate::base::spans::Step;
use crate::base::words::Words;
use crate::situation::fact::FactKey;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Choices that several facts share, and groups of them that conditions name.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    id: String,
    #[serde(default)]
    choice: Vec<Choice>,
    /// Another list, of which this one has the choices of a group.
    from: Option<String>,
    /// That group.
    of: Option<String>,
    #[serde(default)]
    group: Vec<ChoiceGroup>,
    /// Which of its choices lie within which others.
    #[serde(default)]
    within: BTreeMap<String, String>,
}

/// A list as facts use it.
#[derive(Debug, Clone)]
struct Shared {
    choices: Arc<[Choice]>,
    within: Arc<BTreeMap<String, String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    fact: Vec<FactText>,
    #[serde(default)]
    trigger: Vec<TriggerDefinition>,
    #[serde(default)]
    list: Vec<List>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FactText {
    key: FactKey,
    kind: KindText,
    unit: Option<CountUnit>,
    #[serde(default)]
    choice: Vec<Choice>,
    list: Option<String>,
    group: Group,
    #[serde(default)]
    includes: Vec<String>,
    #[serde(default)]
    yes_if: Vec<String>,
    #[serde(default)]
    no_if: Vec<String>,
    /// Of a choice: where nobody states it and one answer of that list alone is of that group, it is that one.
    only_of: Option<OnlyOfText>,
    title: Words,
    question: Words,
    help: Option<Words>,
}

/// From what a choice follows, as a file spells it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OnlyOfText {
    fact: FactKey,
    group: String,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum KindText {
    YesNo,
    Count,
    CountBy,
    Choice,
    Choices,
    Money,
    Text,
}

impl Vocabulary {
    /// Reads a vocabulary from files, each a path and its text. Facts keep the order of the files within their group.
    ///
    /// # Errors
    /// With file, line and hint.
    pub fn of(files: &[(&str, &str)]) -> Result<Self, LawError> {
        let read: Vec<(&str, &str, File)> = files
            .iter()
            .map(|(file, text)| Ok((*file, *text, parse::read(file, text)?)))
            .collect::<Result<_, LawError>>()?;
        once_each(&read)?;
        let lists = shared(&read)?;
        let groups = read.iter().flat_map(|(_, _, file)| &file.list).flat_map(|list| &list.group);
        let groups = groups.map(|group| (group.id.clone(), group.members())).collect();
        let mut facts = Vec::new();
        let mut triggers = Vec::new();
        let mut follows = Vec::new();
        let mut notions = Vec::new();
        let mut includes = Vec::new();
        let mut inclusions = Vec::new();
        let mut only = Vec::new();
        for (file, text, content) in read {
            for (at, mut fact) in content.fact.into_iter().enumerate() {
                let rules = (std::mem::take(&mut fact.yes_if), std::mem::take(&mut fact.no_if));
                let place = Place { file, text, at };
                follows.push((place, fact.key.clone(), rules));
                includes.push((place, fact.key.clone(), std::mem::take(&mut fact.includes)));
                let within = fact.list.as_ref().and_then(|list| lists.get(list)).map(|list| list.within.clone());
                if let (KindText::Choices, Some(within)) = (fact.kind, within.filter(|within| !within.is_empty())) {
                    inclusions.push(Inclusion { to: fact.key.clone(), by: Bringing::Within(within) });
                }
                only.extend(fact.only_of.take().map(|of| (place, fact.key.clone(), of)));
                facts.push(define(place, fact, &lists)?);
            }
            notions.extend((0..).zip(&content.trigger).map(|(at, trigger)| (file, text, at, trigger.clone())));
            triggers.extend(content.trigger);
        }
        facts.sort_by_key(|fact: &FactDefinition| fact.group);
        for (order, fact) in facts.iter_mut().enumerate() {
            fact.order = order;
        }
        let by_key = facts.iter().map(|fact| (fact.key.clone(), fact.order)).collect();
        let mut vocabulary =
            Self { facts, by_key, triggers, groups, implications: Vec::new(), inclusions, only_of: Vec::new() };
        for (place, to, OnlyOfText { fact: from, group }) in only {
            let choice = matches!(vocabulary.fact(&to).map(|fact| &fact.kind), Some(FactKind::Choice { .. }));
            let list = matches!(vocabulary.fact(&from).map(|fact| &fact.kind), Some(FactKind::Choices { .. }));
            let among = vocabulary.group(&group).map(<[_]>::to_vec).filter(|_| choice && list);
            let Some(among) = among else {
                let hint = "write it on a choice, with a fact of several choices and a [[list.group]]";
                return Err(place.wrong(&[Step::Key("only_of")], "no such list, or no such group of choices", hint));
            };
            vocabulary.only_of.push(OnlyOf { to, from, among });
        }
        for (place, key, (yes, no)) in follows {
            let rules = vocabulary.rules(&key, &yes, &no).map_err(|(further, problem)| {
                let hint = "write `key`, `key=no` or `key=choice`, of a fact of yes or no or of choice";
                place.wrong(&further, problem, hint)
            })?;
            vocabulary.implications.extend(rules);
        }
        for (file, text, at, trigger) in notions {
            vocabulary.check_notions(file, text, at, &trigger)?;
        }
        for (place, key, lines) in includes {
            for line in lines {
                let rule = vocabulary.fact(&key).and_then(|to| inclusion(to, &line, &vocabulary.facts));
                let rule = rule.ok_or_else(|| {
                    let problem = "no other fact brings choices of this one so";
                    let hint =
                        "write `key` of a fact with the same list, or `key=choice`, on a fact of several choices";
                    place.wrong(&[Step::Key("includes"), Step::Saying(line.clone())], problem, hint)
                })?;
                vocabulary.inclusions.push(rule);
            }
        }
        Ok(vocabulary)
    }

    /// Refuses a notion that is no fact of yes or no, or of a trigger of which nobody becomes aware.
    fn check_notions(&self, file: &str, text: &str, at: usize, trigger: &TriggerDefinition) -> Result<(), LawError> {
        for (act, key) in &trigger.notion {
            let here = [Step::Key("trigger"), Step::Item(at), Step::Key("notion")];
            let wrong = |problem: &str, hint: &str| Err(parse::wrong(file, text, &here, problem, hint));
            if trigger.kind != TriggerKind::Awareness {
                return wrong(
                    "one does not become aware of what happens",
                    "only a trigger of kind \"awareness\" has notions",
                );
            }
            if !matches!(self.fact(key).map(|fact| &fact.kind), Some(FactKind::YesNo)) {
                let problem = format!("what `{act}` means is not a fact of yes or no");
                return wrong(&problem, "name the fact which, answered no, says that it was not learnt");
            }
        }
        Ok(())
    }

    /// What gives an answer to a fact; else where in the fact it went wrong, and how.
    fn rules(
        &self,
        to: &FactKey,
        yes: &[String],
        no: &[String],
    ) -> Result<Vec<Implication>, (Vec<Step>, &'static str)> {
        let yes_no = matches!(self.fact(to).map(|fact| &fact.kind), Some(FactKind::YesNo));
        let named = yes.iter().chain(no).next().is_some();
        if named && !yes_no {
            let key = if yes.is_empty() { "no_if" } else { "yes_if" };
            return Err((vec![Step::Name(key)], "only an answer of yes or no follows from others"));
        }
        if !yes.is_empty() && !no.is_empty() {
            let problem = "a yes and a no both follow from other answers, which could contradict each other";
            return Err((vec![Step::Name("no_if")], problem));
        }
        let rule = |(from, key, gives): (&String, &'static str, bool)| {
            let (fact, answer) =
                from.split_once('=').map_or((from.as_str(), None), |(key, answer)| (key, Some(answer)));
            let from_key = FactKey::new(fact);
            let fact = self.fact(&from_key).filter(|fact| fact.key != *to);
            let answer = match (fact.map(|fact| &fact.kind), answer) {
                (Some(FactKind::YesNo), None | Some("yes")) => Some(AnswerPattern::Is(true)),
                (Some(FactKind::YesNo), Some("no")) => Some(AnswerPattern::Is(false)),
                (Some(FactKind::Choice { choices } | FactKind::Choices { choices }), Some(id)) => {
                    (id == "*" || choices.iter().any(|choice| choice.id == id)).then(|| AnswerPattern::of(id))
                }
                _ => None,
            };
            let here = || vec![Step::Key(key), Step::Saying(from.clone())];
            let answer = answer.ok_or_else(|| (here(), "no such answer of another fact"))?;
            Ok(Implication { from: from_key, answer, to: to.clone(), gives })
        };
        let all = yes.iter().map(|from| (from, "yes_if", true)).chain(no.iter().map(|from| (from, "no_if", false)));
        all.map(rule).collect()
    }
}

/// Every list with its choices, also those that are a part of another.
fn shared(read: &[(&str, &str, File)]) -> Result<BTreeMap<String, Shared>, LawError> {
    let all = || read.iter().flat_map(|(_, _, file)| &file.list);
    let mut lists = BTreeMap::new();
    for (file, text, content) in read {
        for (at, list) in content.list.iter().enumerate() {
            let wrong = |key: &'static str, problem: &str, hint: &str| {
                parse::wrong(file, text, &[Step::Key("list"), Step::Item(at), Step::Key(key)], problem, hint)
            };
            let choices: Vec<Choice> = match (&list.from, &list.of) {
                (None, None) => list.choice.clone(),
                (Some(from), Some(of)) => {
                    let whole = all().find(|other| other.id == *from && other.from.is_none());
                    let group = whole.and_then(|whole| whole.group.iter().find(|group| group.id == *of));
                    let (Some(whole), Some(group)) = (whole, group) else {
                        return Err(wrong("of", "that list has no such group", "name a [[list.group]] of the list"));
                    };
                    let standing = group.members().standing;
                    whole.choice.iter().filter(|choice| standing.contains(&choice.id)).cloned().collect()
                }
                _ => return Err(wrong("id", "`from` and `of` go together", "name the list and its group, or neither")),
            };
            let known = |id: &str| choices.iter().any(|choice| choice.id == *id);
            for (nth, group) in list.group.iter().enumerate() {
                if let Some((further, problem, hint)) = group.slip(known) {
                    let here = [Step::Key("list"), Step::Item(at), Step::Key("group"), Step::Item(nth)];
                    return Err(parse::wrong(file, text, &[&here[..], &further].concat(), problem, hint));
                }
            }
            if !list.within.iter().all(|(part, whole)| known(part) && known(whole)) {
                return Err(wrong("within", "a choice that the list does not have", "correct the spelling"));
            }
            lists.insert(list.id.clone(), Shared { choices: choices.into(), within: Arc::new(list.within.clone()) });
        }
    }
    Ok(lists)
}

/// Refuses a name that two files, or two places of one, define.
fn once_each(read: &[(&str, &str, File)]) -> Result<(), LawError> {
    let mut seen = BTreeSet::new();
    for (file, text, content) in read {
        let facts = content.fact.iter().map(|fact| fact.key.as_str());
        let triggers = content.trigger.iter().map(|trigger| trigger.id.as_str());
        let lists = content.list.iter().map(|list| list.id.as_str());
        let facts = facts.enumerate().map(|(at, name)| (["fact", "key"], at, name));
        let triggers = triggers.enumerate().map(|(at, name)| (["trigger", "id"], at, name));
        let lists = lists.enumerate().map(|(at, name)| (["list", "id"], at, name));
        for ([list, key], at, name) in facts.chain(triggers).chain(lists) {
            if !seen.insert(name) {
                let way = [Step::Key(list), Step::Item(at), Step::Key(key)];
                let hint = "give each fact, trigger and list its own name, or use the one that exists";
                return Err(parse::wrong(file, text, &way, "this name is defined twice", hint));
            }
        }
    }
    Ok(())
}

/// Reads one line of `includes`: `fact` of the same list, or `fact=choice`.
fn inclusion(to: &FactDefinition, line: &str, facts: &[FactDefinition]) -> Option<Inclusion> {
    let (from, choice) = line.split_once('=').map_or((line, None), |(from, choice)| (from, Some(choice)));
    let from = facts.iter().find(|fact| fact.key.as_str() == from && fact.key != to.key)?;
    let FactKind::Choices { choices } = &to.kind else { return None };
    let (FactKind::Choice { choices: theirs }
    | FactKind::Choices { choices: theirs }
    | FactKind::CountBy { choices: theirs, .. }) = &from.kind
    else {
        return None;
    };
    let by = match choice {
        None if theirs == choices => Bringing::Same(from.key.clone()),
        Some(choice) if to.choice(choice).is_some() => {
            Bringing::Any { from: from.key.clone(), choice: choice.to_owned() }
        }
        _ => return None,
    };
    Some(Inclusion { to: to.key.clone(), by })
}

/// Where a fact is defined.
#[derive(Clone, Copy)]
struct Place<'a> {
    file: &'a str,
    text: &'a str,
    at: usize,
}

impl Place<'_> {
    /// An error so many steps from the fact.
    fn wrong(self, further: &[Step], problem: &str, hint: &str) -> LawError {
        let way = [&[Step::Key("fact"), Step::Item(self.at)], further].concat();
        parse::wrong(self.file, self.text, &way, problem, hint)
    }
}

fn define(place: Place<'_>, fact: FactText, lists: &BTreeMap<String, Shared>) -> Result<FactDefinition, LawError> {
    let wrong = |key: &'static str, problem: &str, hint: &str| place.wrong(&[Step::Key(key)], problem, hint);
    let choices = match (&fact.list, fact.choice.is_empty()) {
        (Some(list), true) => {
            let known = lists.get(list).map(|list| list.choices.clone());
            Some(known.ok_or_else(|| {
                wrong("list", "there is no such list", "define it as a [[list]], or write the choices")
            })?)
        }
        (None, false) => Some(fact.choice.into()),
        (None, true) => None,
        (Some(_), false) => return Err(wrong("list", "a list and choices of its own", "keep one of the two")),
    };
    let kind = match (fact.kind, fact.unit, choices) {
        (KindText::YesNo, None, None) => FactKind::YesNo,
        (KindText::Count, Some(unit), None) => FactKind::Count { unit },
        (KindText::CountBy, Some(unit), Some(choices)) => FactKind::CountBy { unit, choices },
        (KindText::Choice, None, Some(choices)) => FactKind::Choice { choices },
        (KindText::Choices, None, Some(choices)) => FactKind::Choices { choices },
        (KindText::Money, None, None) => FactKind::Money,
        (KindText::Text, None, None) => FactKind::Text,
        _ => {
            let hint = "a count has a unit, a choice has choices";
            return Err(wrong("kind", "kind, unit and choices do not go together", hint));
        }
    };
    let FactText { key, group, title, question, help, .. } = fact;
    Ok(FactDefinition { key, kind, group, order: 0, title, question, help })
}
