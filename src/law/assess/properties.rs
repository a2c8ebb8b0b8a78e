//! What must hold of every situation, however strange: checked on random ones.

use crate::base::moment::{Moment, Precision, Timing, start_of_day, start_of_month};
use crate::base::money::{Currency, Money};
use crate::library::Library;
use crate::situation::fact::{Count, FactKey, Quality, Value};
use crate::situation::{Basis, Candidate, CandidateId, DutyId, Filed, Occurrence, OccurrenceId, Situation, Trigger};
use crate::verdict::{Answer, Due, Step, Verdict};
use crate::vocabulary::{FactDefinition, FactKind, TriggerKind};
use chrono::Datelike;
use chrono_tz::Asia::Seoul;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

pub(super) static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::embedded().unwrap());

/// 2022-12-11 and 2028-12-31, in seconds.
const SPAN: std::ops::Range<i64> = 1_670_716_800..1_861_833_600;

fn timing() -> impl Strategy<Value = Timing> {
    let precision = prop_oneof![
        4 => Just(Precision::Exact),
        4 => Just(Precision::Hour),
        4 => Just(Precision::Day),
        1 => Just(Precision::Month),
        1 => Just(Precision::Year),
        1 => Just(Precision::Latest),
        1 => Just(Precision::Earliest),
        1 => SPAN.prop_map(|to| Precision::Between(Moment::from_seconds(to))),
    ];
    (SPAN, precision).prop_map(|(seconds, precision)| {
        let at = Moment::from_seconds(seconds);
        let local = at.in_zone(Seoul).date_naive();
        let at = match precision {
            Precision::Hour => Moment::from_seconds(seconds - seconds % 3_600),
            Precision::Day => start_of_day(local, Seoul).unwrap(),
            Precision::Month => start_of_month(local.year(), local.month(), Seoul).unwrap(),
            Precision::Year => start_of_month(local.year(), 1, Seoul).unwrap(),
            Precision::Between(to) => return Timing::between(at.min(to), at.max(to), Seoul),
            Precision::Exact | Precision::Latest | Precision::Earliest => at,
        };
        Timing { at, precision, zone: Seoul }
    })
}

fn triggers(kind: TriggerKind) -> Vec<Trigger> {
    let all = LIBRARY.vocabulary().triggers().iter();
    all.filter(|trigger| trigger.kind == kind).map(|trigger| trigger.id.clone()).collect()
}

fn value(fact: &FactDefinition, seed: u64) -> Option<Value> {
    match &fact.kind {
        FactKind::YesNo => Some(Value::YesNo(seed.is_multiple_of(2))),
        FactKind::Count { .. } => {
            let quality = [Quality::Exact, Quality::Estimate][usize::try_from(seed % 2).unwrap()];
            Some(Value::Count(Count {
                number: [0, 999, 1_000, 10_000_000][usize::try_from(seed % 4).unwrap()],
                quality,
            }))
        }
        FactKind::Choices { choices } => {
            let chosen = choices
                .iter()
                .enumerate()
                .filter(|(index, _)| seed.rotate_right(u32::try_from(*index).unwrap() % 64) & 1 == 1);
            Some(Value::choices(chosen.map(|(_, choice)| choice.id.clone())))
        }
        FactKind::Choice { choices } => {
            let index = usize::try_from(seed).unwrap_or(0) % choices.len();
            Some(Value::Choice(choices[index].id.clone()))
        }
        FactKind::CountBy { choices, .. } => {
            let count = |number| Count { number, quality: Quality::Exact };
            let chosen = choices.iter().enumerate().filter(|(index, _)| seed >> (index % 64) & 1 == 1);
            Some(Value::CountBy(
                chosen.map(|(index, choice)| (choice.id.clone(), count(u64::try_from(index).unwrap() * 100))).collect(),
            ))
        }
        FactKind::Money => {
            let currency = Currency::ALL[usize::try_from(seed % 7).unwrap()];
            Some(Value::Money(Money::whole(currency, i64::try_from(seed % 2_000_000).unwrap())))
        }
        FactKind::Text => None,
    }
}

/// A stated answer of which another says the opposite: then a further fact may well turn what followed before.
fn contradicted(facts: &crate::situation::fact::Facts) -> Option<FactKey> {
    let completed = LIBRARY.vocabulary().complete(facts);
    facts.0.keys().find(|key| completed.against(key).is_some()).cloned()
}

/// Makes what is said of places agree: a split by country is whole, and a set has every choice that others bring.
fn agree_on_places(facts: &mut crate::situation::fact::Facts) {
    let [people, seats] = ["people-countries", "org-countries"].map(FactKey::new);
    if facts.get(&FactKey::new("persons-by-country")).is_some() {
        facts.0.remove(&people);
    }
    let completed = LIBRARY.vocabulary().complete(facts).facts.into_owned();
    for key in [people, seats] {
        if let Some(value) = completed.get(&key) {
            facts.0.insert(key, value.clone());
        }
    }
}

prop_compose! {
    pub(super) fn situation()(
        seeds in proptest::collection::vec(proptest::option::of(any::<u64>()), LIBRARY.vocabulary().facts().len()),
        occurred in proptest::option::of(timing()),
        candidates in proptest::collection::vec((0..6_usize, any::<bool>(), any::<bool>(), any::<bool>(), timing()), 0..5),
        occurrences in proptest::collection::vec((0..20_usize, timing()), 0..5),
        filings in proptest::collection::vec((0..40_usize, proptest::option::of(0..5_usize), timing()), 0..6),
    ) -> Situation {
        let mut facts = crate::situation::fact::Facts::default();
        for (fact, seed) in LIBRARY.vocabulary().facts().iter().zip(seeds) {
            if let Some(value) = seed.and_then(|seed| value(fact, seed)) {
                facts.set(fact.key.as_str(), value);
            }
        }
        while let Some(key) = contradicted(&facts) {
            facts.0.remove(&key);
        }
        agree_on_places(&mut facts);
        let awareness = triggers(TriggerKind::Awareness);
        let happenings = triggers(TriggerKind::Occurrence);
        let duties: Vec<DutyId> = LIBRARY.rulebooks().iter().flat_map(|book| &book.duty).map(|duty| duty.id.clone()).collect();
        let occurrence = |index: usize| OccurrenceId::new(&format!("o{index}"));
        Situation {
            zone: Seoul,
            facts,
            known_since: BTreeMap::new(),
            occurred,
            candidates: candidates.into_iter().enumerate().map(|(index, (basis, a, b, c, at))| Candidate {
                id: CandidateId::new(&format!("c{index}")),
                of: awareness.iter().zip([a, b, c]).filter(|(_, of)| *of).map(|(trigger, _)| trigger.clone()).collect(),
                basis: Basis::ALL[basis],
                at,
                ruled_out: BTreeSet::new(), knower: crate::situation::Knower::Own,
            }).collect(),
            occurrences: occurrences.into_iter().enumerate().map(|(index, (kind, at))| Occurrence {
                id: occurrence(index),
                trigger: happenings[kind % happenings.len()].clone(),
                at,
                presumed: false,
                acts: BTreeSet::new(),
            }).collect(),
            filings: filings.into_iter().map(|(duty, instance, at)| Filed {
                duty: duties[duty % duties.len()].clone(),
                instance: instance.map(occurrence),
                at,
                received: None,
                flaw: None,
                confirmed_early: false,
            }).collect(),
            turnover: BTreeMap::new(),
            house_target_hours: None,
        }
    }
}

pub(super) fn now() -> impl Strategy<Value = Moment> {
    SPAN.prop_map(Moment::from_seconds)
}

fn undetermined(verdict: &Verdict) -> bool {
    matches!(verdict.answer, Answer::Undetermined { .. })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_due_before_it_starts(situation in situation(), now in now()) {
        for verdict in LIBRARY.assess(&situation, now).verdicts {
            for clock in verdict.clock.as_deref().into_iter().chain(&verdict.scenarios) {
                match clock.due {
                    Due::By { earliest, latest } => {
                        // A limb may count from something before the duty's own start: what binds is the earliest of them.
                        let limbs = clock.steps.iter().filter_map(|step| match step {
                            Step::Limb { start, .. } => start.map(|start| start.earliest()),
                            _ => None,
                        });
                        let composed = limbs.clone().next().is_some();
                        let first = limbs.chain([clock.start.earliest()]).min().unwrap();
                        let plain = clock.start.earliest() <= earliest && clock.start.latest() <= latest;
                        prop_assert!(if composed { first <= earliest } else { plain }, "{}", verdict.outline.duty);
                        prop_assert!(earliest <= latest);
                    }
                    Due::AtLeastUntil { ends } => prop_assert!(clock.start.latest() < ends || !ends.is_bounded()),
                    Due::NoNumber { .. } | Due::Until => {}
                }
            }
        }
    }

    #[test]
    fn a_further_fact_never_turns_an_answer_back_to_unknown(situation in situation(), now in now(), pick in any::<prop::sample::Index>(), seed in any::<u64>()) {
        let before = LIBRARY.assess(&situation, now).verdicts;
        let unknown: Vec<&FactDefinition> =
            LIBRARY.vocabulary().facts().iter().filter(|fact| situation.facts.get(&fact.key).is_none()).collect();
        prop_assume!(!unknown.is_empty());
        let fact = unknown[pick.index(unknown.len())];
        let mut more = situation;
        prop_assume!(value(fact, seed).is_some());
        more.facts.set(fact.key.as_str(), value(fact, seed).unwrap());
        prop_assume!(contradicted(&more.facts).is_none());
        for (before, after) in before.iter().zip(LIBRARY.assess(&more, now).verdicts) {
            prop_assert!(undetermined(before) || !undetermined(&after), "{} after {}", after.outline.duty, fact.key);
        }
    }

    #[test]
    fn what_is_missing_would_change_the_answer_and_is_unknown(situation in situation(), now in now()) {
        for verdict in LIBRARY.assess(&situation, now).verdicts {
            if let Answer::Undetermined { missing, .. } = verdict.answer {
                for key in missing {
                    let open = match situation.facts.get(&key) {
                        None => true,
                        // A sum in another currency may be stated anew.
                        Some(Value::Money(_)) => true,
                        Some(Value::Count(count)) => count.bounds().0 != count.bounds().1.unwrap_or(u64::MAX),
                        Some(_) => false,
                    };
                    prop_assert!(open, "{key} is known");
                }
            }
        }
    }

    #[test]
    fn an_unknown_fact_alone_never_gives_a_no(situation in situation(), now in now(), pick in any::<prop::sample::Index>()) {
        let known: Vec<FactKey> = situation.facts.0.keys().cloned().collect();
        prop_assume!(!known.is_empty());
        let forgotten = &known[pick.index(known.len())];
        let mut less = situation.clone();
        less.facts.0.remove(forgotten);
        let all = LIBRARY.assess(&situation, now).verdicts;
        for (with, without) in all.iter().zip(LIBRARY.assess(&less, now).verdicts) {
            let no = without.answer == Answer::DoesNotApply;
            prop_assert!(!no || with.answer == Answer::DoesNotApply, "{} without {forgotten}", with.outline.duty);
        }
    }

    #[test]
    fn the_order_of_entries_never_matters(situation in situation(), now in now(), turn in 0..5_usize) {
        let mut turned = situation.clone();
        turned.candidates.reverse();
        turned.occurrences.reverse();
        turned.filings.reverse();
        if !turned.candidates.is_empty() {
            let length = turned.candidates.len();
            turned.candidates.rotate_left(turn % length);
        }
        prop_assert_eq!(LIBRARY.assess(&situation, now), LIBRARY.assess(&turned, now));
    }

    #[test]
    fn a_weaker_word_never_moves_the_moment_that_governs(situation in situation(), now in now(), at in timing()) {
        let mut more = situation.clone();
        let of = triggers(TriggerKind::Awareness).into_iter().collect();
        more.candidates.push(Candidate { id: CandidateId::new("weak"), of, basis: Basis::Suspected, at, ruled_out: BTreeSet::new(), knower: crate::situation::Knower::Own });
        for (before, after) in LIBRARY.assess(&situation, now).verdicts.iter().zip(LIBRARY.assess(&more, now).verdicts) {
            let rules = &LIBRARY.rulebook(&before.outline.rule.rulebook).unwrap().awareness;
            let tier = |basis| rules.iter().find(|rule| rule.basis == basis).unwrap().tier;
            let weakest = Basis::ALL.iter().all(|basis| *basis == Basis::Suspected || tier(*basis) < tier(Basis::Suspected));
            if let Some(clock) = before.clock.as_deref().filter(|clock| weakest && !clock.provisional) {
                prop_assert_eq!(Some(clock), after.clock.as_deref());
            }
        }
    }
}

#[test]
fn every_day_has_an_answer_for_every_duty() {
    let duties: usize = LIBRARY.rulebooks().iter().map(|book| book.duty.len()).sum();
    let mut situation = empty();
    for day in (SPAN.start..SPAN.end).step_by(86_400) {
        let at = Moment::from_seconds(day);
        let of = triggers(TriggerKind::Awareness).into_iter().collect();
        let candidate = Candidate {
            id: CandidateId::new("c"),
            of,
            basis: Basis::Briefed,
            at: Timing::exact(at, Seoul),
            ruled_out: BTreeSet::new(),
            knower: crate::situation::Knower::Own,
        };
        situation.candidates = vec![candidate];
        let verdicts = LIBRARY.assess(&situation, at).verdicts;
        assert_eq!(verdicts.len(), duties);
        for verdict in verdicts {
            assert!(
                verdict.outline.rule.version >= LIBRARY.rulebook(&verdict.outline.rule.rulebook).unwrap().covers_from
            );
            let gone =
                matches!(verdict.answer, Answer::NotInForce { from: None }) && verdict.outline.pending.is_empty();
            assert!(!gone, "{} has no answer at {at}", verdict.outline.duty);
        }
    }
}

#[test]
fn an_empty_situation_is_asked_about_and_never_answered_no_by_ignorance() {
    let verdicts = LIBRARY.assess(&empty(), Moment::from_seconds(SPAN.end)).verdicts;
    let report = verdicts.iter().find(|verdict| verdict.outline.duty.as_str() == "kr.network-act/report").unwrap();
    assert!(undetermined(report) && report.clock.is_none());
}

fn empty() -> Situation {
    Situation::empty(Seoul)
}
