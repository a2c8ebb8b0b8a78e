//! What must hold of the questions whatever is answered: they come to an end, they never unsettle, they never ask in vain.

use super::Question;
use crate::base::moment::Moment;
use crate::base::money::{Currency, Money};
use crate::library::Library;
use crate::questions;
use crate::situation::Situation;
use crate::situation::fact::{Count, FactKey, Facts, Quality, Value};
use crate::verdict::{Answer, Assessment, Verdict};
use crate::vocabulary::{FactDefinition, FactKind};
use chrono_tz::Asia::Seoul;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::embedded().unwrap());

/// 2026-11-22.
const NOW: i64 = 1_795_305_600;

fn nothing() -> Situation {
    Situation {
        zone: Seoul,
        facts: Facts::default(),
        known_since: BTreeMap::new(),
        occurred: None,
        candidates: Vec::new(),
        occurrences: Vec::new(),
        filings: Vec::new(),
        turnover: BTreeMap::new(),
        house_target_hours: None,
    }
}

fn assess(situation: &Situation) -> Assessment {
    LIBRARY.assess(situation, Moment::from_seconds(NOW))
}

fn ask(situation: &Situation) -> Vec<Question> {
    questions::next(&LIBRARY, situation, &assess(situation))
}

fn definition(key: &FactKey) -> &'static FactDefinition {
    LIBRARY.vocabulary().fact(key).unwrap()
}

/// An exact answer, picked by a number.
fn answer(fact: &FactDefinition, seed: u64) -> Value {
    let count = |number| Count { number, quality: Quality::Exact };
    let taken = |index: usize| seed >> (index % 64) & 1 == 1;
    match &fact.kind {
        FactKind::YesNo => Value::YesNo(taken(0)),
        FactKind::Count { .. } => Value::Count(count([0, 1, 600, 20_000_000][usize::try_from(seed % 4).unwrap()])),
        FactKind::CountBy { choices, .. } => {
            let chosen = choices.iter().enumerate().filter(|(index, _)| taken(*index));
            Value::CountBy(chosen.map(|(_, choice)| (choice.id.clone(), count(seed % 3_000))).collect())
        }
        FactKind::Choice { choices } => {
            Value::Choice(choices[usize::try_from(seed % 1_000).unwrap() % choices.len()].id.clone())
        }
        FactKind::Choices { choices } => {
            let chosen = choices.iter().enumerate().filter(|(index, _)| taken(*index));
            Value::choices(chosen.map(|(_, choice)| choice.id.clone()))
        }
        FactKind::Money => Value::Money(Money::whole(Currency::Eur, i64::try_from(seed % 9_000_000).unwrap())),
        FactKind::Text => panic!("{}: a text decides nothing and must never be asked for", fact.key),
    }
}

fn undetermined(assessment: &Assessment) -> BTreeSet<String> {
    named(assessment, |answer| matches!(answer, Answer::Undetermined { .. }))
}

/// Undetermined, or in the shadow of another act's duty, which an exception may yet take away.
fn unsettled(assessment: &Assessment) -> BTreeSet<String> {
    named(assessment, |answer| matches!(answer, Answer::Undetermined { .. } | Answer::Superseded { .. }))
}

fn named(assessment: &Assessment, of: fn(&Answer) -> bool) -> BTreeSet<String> {
    let name = |verdict: &Verdict| format!("{} {:?}", verdict.outline.duty, verdict.instance);
    assessment.verdicts.iter().filter(|verdict| of(&verdict.answer)).map(name).collect()
}

fn depends(assessment: &Assessment, key: &FactKey) -> bool {
    assessment.verdicts.iter().any(|verdict| match &verdict.answer {
        Answer::Undetermined { open, .. } => open.contains(key),
        _ => false,
    })
}

#[test]
fn where_nothing_is_known_it_is_asked_first_which_countries_are_concerned() {
    let first: Vec<String> = ask(&nothing()).iter().take(2).map(|question| question.key.to_string()).collect();
    assert_eq!(first, ["org-countries", "people-countries"]);
}

#[test]
fn once_the_place_is_known_it_is_asked_what_happened_and_nothing_of_other_places() {
    let mut situation = nothing();
    situation.facts.set("org-countries", Value::choices(["kr"]));
    situation.facts.set("people-countries", Value::choices(["kr"]));
    let asked: Vec<String> = ask(&situation).iter().map(|question| question.key.to_string()).collect();
    let early = |key: &str| asked.iter().take(10).any(|asked| asked == key);
    assert!(early("intrusion") || early("cyber-incident"), "{asked:?}");
    assert!(early("personal-data-leaked") || early("personal-data-breach"), "{asked:?}");
    assert!(!asked.iter().any(|key| key == "org-hipaa-entity" || key == "persons-in-singapore"), "{asked:?}");
}

#[test]
fn a_fact_that_was_stated_roughly_is_not_asked_for_again() {
    let mut situation = nothing();
    situation.facts.set("persons-affected", Value::Count(Count { number: 1, quality: Quality::AtLeast }));
    assert!(!ask(&situation).iter().any(|question| question.key.as_str() == "persons-affected"));
}

#[test]
fn the_order_does_not_turn_on_the_order_of_the_verdicts() {
    let (situation, mut assessment) = (nothing(), assess(&nothing()));
    let forward = questions::next(&LIBRARY, &situation, &assessment);
    assessment.verdicts.reverse();
    assert_eq!(questions::next(&LIBRARY, &situation, &assessment), forward);
}

#[test]
fn what_may_still_free_from_a_duty_that_applies_is_named() {
    let mut situation = nothing();
    situation.facts.set("org-countries", Value::choices(["de"]));
    situation.facts.set("personal-data-breach", Value::YesNo(true));
    let open = |situation: &Situation| {
        let verdicts = assess(situation).verdicts;
        let verdict = verdicts.iter().find(|verdict| verdict.outline.duty.as_str() == "eu.gdpr/authority").unwrap();
        assert_eq!(verdict.answer, Answer::Applies);
        questions::could_change(verdict, &situation.facts)
    };
    let risk = FactKey::new("risk-to-people");
    assert!(open(&situation).contains(&risk), "a risk that is unlikely would free from it");
    situation.facts.set("risk-to-people", Value::Choice("high".to_owned()));
    assert!(!open(&situation).contains(&risk));
}

#[test]
fn what_follows_from_an_answer_is_not_asked_and_what_settles_another_goes_first() {
    let mut situation = nothing();
    situation.facts.set("org-countries", Value::choices(["kr"]));
    situation.facts.set("people-countries", Value::choices(["kr", "de"]));
    situation.facts.set("org-sectors", Value::Choices(std::sync::Arc::default()));
    for (key, answer) in
        [("org-targets-eea", true), ("org-digital-products", false), ("org-credit-information-company", false)]
    {
        situation.facts.set(key, Value::YesNo(answer));
    }
    let place = |situation: &Situation, wanted: &str| {
        let asked = questions::next(&LIBRARY, situation, &assess(situation));
        asked.iter().position(|question| question.key.as_str() == wanted)
    };
    let leaked = place(&situation, "personal-data-leaked").unwrap();
    assert_eq!(place(&situation, "personal-data-breach"), Some(leaked + 1));
    situation.facts.set("personal-data-leaked", Value::YesNo(true));
    assert_eq!(place(&situation, "personal-data-breach"), None);
    situation.facts.set("personal-data-leaked", Value::YesNo(false));
    assert!(place(&situation, "personal-data-breach").is_some(), "a breach need not be a leak");
    let mut abroad = nothing();
    for places in ["org-countries", "people-countries"] {
        abroad.facts.set(places, Value::choices(["de"]));
    }
    assert_eq!(place(&abroad, "personal-data-leaked"), None, "only where an act asks for it");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn answering_what_is_asked_ends_with_nothing_that_a_fact_could_settle(
        seeds in proptest::collection::vec(any::<u64>(), LIBRARY.vocabulary().facts().len()),
    ) {
        let mut situation = nothing();
        let mut before = assess(&situation);
        loop {
            let asked = questions::next(&LIBRARY, &situation, &before);
            if asked.is_empty() {
                break;
            }
            for question in asked.iter().take(4) {
                prop_assert!(situation.facts.get(&question.key).is_none(), "{} was answered", question.key);
                prop_assert!(depends(&before, &question.key), "nothing depends on {}", question.key);
                let fact = definition(&question.key);
                situation.facts.set(question.key.as_str(), answer(fact, seeds[fact.order]));
            }
            let after = assess(&situation);
            prop_assert!(undetermined(&after).is_subset(&unsettled(&before)));
            before = after;
        }
        for verdict in &before.verdicts {
            if let Answer::Undetermined { open, .. } = &verdict.answer {
                let unstated = open.iter().find(|key| situation.facts.get(key).is_none());
                prop_assert!(unstated.is_none(), "{} waits for {unstated:?}", verdict.outline.duty);
            }
        }
    }
}
