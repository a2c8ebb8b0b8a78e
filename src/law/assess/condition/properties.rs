//! What must hold of every condition, however nested: checked on random ones and random facts.

use crate::assess::answered::{Answered, Answers};
use crate::assess::missing::missing;
use crate::assess::specimen::{act, context, euro, filing, nothing, occurrence};
use crate::base::truth::Truth;
use crate::rulebook::among::Among;
use crate::rulebook::condition::{
    AboveTurnover, AtLeastOf, Condition, Later, ShareOf, SumAbove, Threshold, TurnoverAbove,
};
use crate::rulebook::recipient::Recipient;
use crate::rulebook::starts::StartRef;
use crate::rulebook::visit::{Takes, Visit};
use crate::rulebook::walk;
use crate::situation::fact::{Count, FactKey, Quality, Value};
use crate::situation::{DutyId, Situation, Trigger};
use crate::verdict::reason::Reason;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

const YES_NO: [&str; 3] = ["y0", "y1", "y2"];
const COUNTS: [&str; 3] = ["n0", "n1", "n2"];
const CHOSEN: [&str; 2] = ["c0", "c1"];
const SPLIT: [&str; 1] = ["b0"];
const MONEY: [&str; 2] = ["m0", "m1"];

fn key(of: &'static [&'static str]) -> impl Strategy<Value = FactKey> {
    prop::sample::select(of).prop_map(FactKey::new)
}

fn threshold(of: &'static [&'static str], choice: Option<&'static str>) -> impl Strategy<Value = Threshold> {
    (key(of), 0..4_u64).prop_map(move |(key, number)| Threshold { key, number, of: choice.map(Arc::from) })
}

fn asked_of_facts() -> impl Strategy<Value = Condition> {
    let share = || {
        (key(&COUNTS), key(&COUNTS), 0..20_001_u32).prop_map(|(part, whole, per_ten_thousand)| ShareOf {
            part,
            whole,
            per_ten_thousand,
        })
    };
    let choices = || proptest::collection::btree_set(prop::sample::select(vec!["x".to_owned(), "y".to_owned()]), 0..3);
    prop_oneof![
        key(&YES_NO).prop_map(Condition::Is),
        key(&YES_NO).prop_map(Condition::IsNot),
        threshold(&COUNTS, None).prop_map(Condition::AtLeast),
        threshold(&COUNTS, None).prop_map(Condition::MoreThan),
        threshold(&SPLIT, Some("ca")).prop_map(Condition::AtLeast),
        threshold(&SPLIT, Some("ca")).prop_map(Condition::MoreThan),
        threshold(&SPLIT, None).prop_map(Condition::AnyAtLeast),
        threshold(&SPLIT, None).prop_map(Condition::AnyMoreThan),
        (key(&CHOSEN), choices()).prop_map(|(key, choices)| Condition::OneOf(Among::of(key, Arc::new(choices)))),
        share().prop_map(Condition::ShareAbove),
        share().prop_map(Condition::ShareAtLeast),
        (key(&MONEY), 0..4_i64).prop_map(|(key, sum)| Condition::MoneyAbove(SumAbove { key, sum })),
        (key(&MONEY), 0..20_000_u32)
            .prop_map(|(key, per_ten_thousand)| Condition::MoneyAboveTurnover(AboveTurnover { key, per_ten_thousand })),
    ]
}

fn asked_of_the_rest() -> impl Strategy<Value = Condition> {
    let duty = || prop::sample::select(vec!["x/yes", "x/no", "x/open", "x/never"]).prop_map(DutyId::new);
    let trigger = || prop::sample::select(vec!["t", "u"]).prop_map(Trigger::new);
    let later = |(start, hours, after)| {
        Condition::Later(Later { start: StartRef::First(start), hours, after: StartRef::Latest(after) })
    };
    prop_oneof![
        (0..4_i64).prop_map(|sum| Condition::TurnoverAbove(TurnoverAbove { sum })),
        trigger().prop_map(Condition::Happened),
        duty().prop_map(Condition::Filed),
        duty().prop_map(Condition::Met),
        duty().prop_map(Condition::Applies),
        prop::sample::select(Recipient::ALL.to_vec()).prop_map(Condition::NoticeTo),
        (trigger(), 0..3_u32, trigger()).prop_map(later),
    ]
}

fn nested(leaf: impl Strategy<Value = Condition> + 'static) -> impl Strategy<Value = Condition> {
    leaf.prop_recursive(4, 24, 4, |inner| {
        let list = || proptest::collection::vec(inner.clone(), 0..4);
        prop_oneof![
            list().prop_map(Condition::All),
            list().prop_map(Condition::Any),
            inner.clone().prop_map(|part| Condition::Not(Box::new(part))),
            (0..4_u32, list()).prop_map(|(at_least, of)| Condition::Some(AtLeastOf { at_least, of })),
        ]
    })
}

fn condition() -> impl Strategy<Value = Condition> {
    nested(prop_oneof![3 => asked_of_facts(), 1 => asked_of_the_rest()])
}

fn count() -> impl Strategy<Value = Count> {
    let quality = [Quality::Exact, Quality::AtLeast, Quality::AtMost, Quality::Estimate];
    (0..5_u64, prop::sample::select(quality.to_vec())).prop_map(|(number, quality)| Count { number, quality })
}

fn value(key: &str) -> BoxedStrategy<Value> {
    let choice = || prop::sample::select(vec!["x".to_owned(), "y".to_owned(), "z".to_owned()]);
    let state = || prop::sample::select(vec!["ca".to_owned(), "tx".to_owned()]);
    match key.chars().next() {
        Some('y') => any::<bool>().prop_map(Value::YesNo).boxed(),
        Some('n') => count().prop_map(Value::Count).boxed(),
        Some('c') if key == "c0" => choice().prop_map(Value::Choice).boxed(),
        Some('c') => proptest::collection::btree_set(choice(), 0..3).prop_map(Value::choices).boxed(),
        Some('b') => proptest::collection::btree_map(state(), count(), 0..3).prop_map(Value::CountBy).boxed(),
        _ => (0..5_i64).prop_map(|units| Value::Money(euro(units))).boxed(),
    }
}

fn keys() -> Vec<&'static str> {
    [&YES_NO[..], &COUNTS, &CHOSEN, &SPLIT, &MONEY].concat()
}

/// A value for every fact, and whether it is known already.
fn facts() -> impl Strategy<Value = Vec<(&'static str, Value, bool)>> {
    keys().into_iter().map(|key| (Just(key), value(key), any::<bool>())).collect::<Vec<_>>()
}

fn situation(facts: &[(&str, Value, bool)], turnover: Option<i64>) -> Situation {
    let mut situation = nothing();
    for (key, value, _) in facts.iter().filter(|(.., known)| *known) {
        situation.facts.set(key, value.clone());
    }
    situation.turnover = turnover.into_iter().map(|units| (2025, euro(units))).collect::<BTreeMap<_, _>>();
    situation.occurrences.push(occurrence("t", "2026-11-22T11:30:00Z"));
    situation.filings.push(filing("x/yes", "2026-11-22T11:30:00Z"));
    situation
}

fn ask(condition: &Condition, situation: &Situation) -> Reason {
    let mut answers = Answers::default();
    let given = [("x/yes", Truth::Yes), ("x/no", Truth::No), ("x/open", Truth::Unknown)];
    for ((duty, truth), to) in given.into_iter().zip(Recipient::ALL) {
        let answer = Answered { rulebook: "x".into(), to, applies: truth, met: truth, due: None, after_notice: false };
        answers.add(&DutyId::new(duty), answer);
    }
    condition.ask(context(&act(""), situation, &answers))
}

/// The facts a condition asks, each as often as it asks it.
fn asked(condition: &Condition) -> Vec<FactKey> {
    struct Asked(Vec<FactKey>);
    impl<'a> Visit<'a> for Asked {
        fn fact(&mut self, key: &'a FactKey, _: Takes) {
            self.0.push(key.clone());
        }
    }
    let mut asked = Asked(Vec::new());
    walk::condition(&mut asked, condition);
    asked.0
}

/// All ways to answer these facts, from values between which every threshold here lies.
fn assignments(keys: &BTreeSet<FactKey>) -> Vec<Vec<(FactKey, Value)>> {
    let exact = |number| Count { number, quality: Quality::Exact };
    let values = |key: &FactKey| -> Vec<Value> {
        match key.as_str().chars().next() {
            Some('y') => vec![Value::YesNo(true), Value::YesNo(false)],
            Some('n') => (0..6).map(|number| Value::Count(exact(number))).collect(),
            Some('c') if key.as_str() == "c0" => ["x", "y", "z"].map(|id| Value::Choice(id.to_owned())).to_vec(),
            Some('c') => {
                let sets: [&[&str]; 4] = [&[], &["x"], &["y"], &["x", "y"]];
                sets.map(|set| Value::choices(set.iter().copied())).to_vec()
            }
            _ => (0..6).map(|number| Value::CountBy([("ca".to_owned(), exact(number))].into())).collect(),
        }
    };
    keys.iter().fold(vec![Vec::new()], |so_far, key| {
        let with = |chosen: &Vec<(FactKey, Value)>| {
            let more = |value| chosen.iter().cloned().chain([(key.clone(), value)]).collect::<Vec<_>>();
            values(key).into_iter().map(more).collect::<Vec<_>>()
        };
        so_far.iter().flat_map(with).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_further_fact_never_unsettles_a_condition(condition in condition(), facts in facts(), turnover in proptest::option::of(0..5_i64), pick in any::<prop::sample::Index>()) {
        let before = ask(&condition, &situation(&facts, turnover)).truth;
        let mut more = facts;
        let picked = pick.index(more.len());
        more[picked].2 = true;
        let after = ask(&condition, &situation(&more, turnover)).truth;
        prop_assert!(before == Truth::Unknown || before == after, "{before:?} became {after:?} with {}", more[picked].0);
    }

    #[test]
    fn what_is_missing_is_open_and_bears_on_the_answer(condition in condition(), facts in facts(), turnover in proptest::option::of(0..5_i64)) {
        let situation = situation(&facts, turnover);
        let reason = ask(&condition, &situation);
        let found = missing(&reason, &situation.facts);
        prop_assert!(found.smallest.is_subset(&found.open), "{:?} is not within {:?}", found.smallest, found.open);
        prop_assert!(reason.truth == Truth::Unknown || found.open.is_empty());
    }

    #[test]
    fn the_smallest_set_settles_the_answer_and_no_smaller_set_does(condition in nested(asked_once()), facts in facts()) {
        let keys = asked(&condition);
        let known: Vec<_> = facts.into_iter().filter(|(_, value, _)| !inexact(value)).collect();
        let situation = situation(&known, None);
        let reason = ask(&condition, &situation);
        let twice = keys.len() > keys.iter().collect::<BTreeSet<_>>().len();
        if twice || reason.truth != Truth::Unknown {
            return Ok(());
        }
        let settles = |keys: &BTreeSet<FactKey>| assignments(keys).into_iter().any(|answers| {
            let mut more = situation.clone();
            answers.into_iter().for_each(|(key, value)| more.facts.set(key.as_str(), value));
            ask(&condition, &more).truth != Truth::Unknown
        });
        let found = missing(&reason, &situation.facts);
        prop_assert!(!found.smallest.is_empty() && settles(&found.smallest), "{:?} settles nothing", found.smallest);
        if found.smallest.len() == 2 {
            for key in &found.open {
                prop_assert!(!settles(&BTreeSet::from([key.clone()])), "{key} alone would do");
            }
        }
    }
}

/// Conditions that can be answered either way.
fn asked_once() -> impl Strategy<Value = Condition> {
    let choices = Arc::new(BTreeSet::from(["x".to_owned()]));
    let above_none = |of: &'static [&'static str], choice| {
        threshold(of, choice).prop_map(|threshold| Threshold { number: threshold.number + 1, ..threshold })
    };
    prop_oneof![
        key(&YES_NO).prop_map(Condition::Is),
        key(&YES_NO).prop_map(Condition::IsNot),
        above_none(&COUNTS, None).prop_map(Condition::AtLeast),
        threshold(&COUNTS, None).prop_map(Condition::MoreThan),
        above_none(&SPLIT, Some("ca")).prop_map(Condition::AtLeast),
        threshold(&SPLIT, None).prop_map(Condition::AnyMoreThan),
        key(&CHOSEN).prop_map(move |key| Condition::OneOf(Among::of(key, choices.clone()))),
    ]
}

fn inexact(value: &Value) -> bool {
    let open = |count: &Count| count.bounds().1 != Some(count.number);
    match value {
        Value::Count(count) => open(count),
        Value::CountBy(counts) => counts.values().any(open),
        _ => false,
    }
}
