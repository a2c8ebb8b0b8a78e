//! Whatever a well-formed case says, it is assessed without a panic, and what came out can be worded; whatever a text
//! says, reading it gives a case or an error with a place.

use super::{Aspect, read, say};
use crate::base::moment::{Moment, Precision, Timing};
use crate::base::money::{Currency, Money};
use crate::library::Library;
use crate::situation::fact::{Count, Quality, Value};
use crate::situation::{Basis, Candidate, CandidateId, DutyId, Filed, Occurrence, OccurrenceId, Situation, Trigger};
use crate::vocabulary::{Choice, FactKind, TriggerKind};
use chrono_tz::Tz;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::embedded().unwrap());
const ZONES: [Tz; 5] = [Tz::UTC, Tz::Asia__Seoul, Tz::Europe__Berlin, Tz::America__New_York, Tz::Australia__Lord_Howe];

fn moment() -> impl Strategy<Value = Moment> {
    // 2016 to 2032, with the ends of what can be said at all.
    prop_oneof![
        20 => 1_451_606_400_i64..1_956_528_000,
        1 => Just(0),
        1 => Just(253_402_300_799),
    ]
    .prop_map(Moment::from_seconds)
}

fn timing() -> impl Strategy<Value = Timing> {
    let precision = select(vec![
        Precision::Exact,
        Precision::Hour,
        Precision::Day,
        Precision::Month,
        Precision::Year,
        Precision::Latest,
        Precision::Earliest,
        Precision::Between(Moment::from_seconds(1_956_528_000)),
    ]);
    (moment(), precision, select(&ZONES[..])).prop_map(|(at, precision, zone)| Timing { at, precision, zone })
}

fn count() -> impl Strategy<Value = Count> {
    let quality = select(vec![Quality::Exact, Quality::AtLeast, Quality::AtMost, Quality::Estimate]);
    let number = prop_oneof![0_u64..20, 0_u64..200_000, Just(200_000_000_000)];
    (number, quality).prop_map(|(number, quality)| Count { number, quality })
}

fn money() -> impl Strategy<Value = Money> {
    let minor = prop_oneof![0_i64..1_000_000_000, Just(i64::MAX)];
    (minor, select(&Currency::ALL[..])).prop_map(|(minor, currency)| Money { minor, currency })
}

/// A value of a fact's kind; `None` leaves it unknown.
fn value(kind: &FactKind) -> BoxedStrategy<Option<Value>> {
    let ids = |choices: &[Choice]| choices.iter().map(|choice| choice.id.clone()).collect::<Vec<_>>();
    match kind {
        FactKind::YesNo => prop::option::of(any::<bool>().prop_map(Value::YesNo)).boxed(),
        FactKind::Count { .. } => prop::option::of(count().prop_map(Value::Count)).boxed(),
        FactKind::CountBy { choices, .. } => {
            let counts = prop::collection::btree_map(select(ids(choices)), count(), 0..3);
            prop::option::of(counts.prop_map(Value::CountBy)).boxed()
        }
        FactKind::Choice { choices } => prop::option::of(select(ids(choices)).prop_map(Value::Choice)).boxed(),
        FactKind::Choices { choices } => {
            let chosen = prop::collection::btree_set(select(ids(choices)), 0..4);
            prop::option::of(chosen.prop_map(Value::choices)).boxed()
        }
        FactKind::Money => prop::option::of(money().prop_map(Value::Money)).boxed(),
        FactKind::Text => Just(None).boxed(),
    }
}

fn triggers(kind: TriggerKind) -> Vec<Trigger> {
    let all = LIBRARY.vocabulary().triggers().iter();
    all.filter(|definition| definition.kind == kind).map(|definition| definition.id.clone()).collect()
}

fn situation() -> impl Strategy<Value = Situation> {
    let facts: Vec<_> = LIBRARY.vocabulary().facts().iter().map(|fact| value(&fact.kind)).collect();
    let awareness = triggers(TriggerKind::Awareness);
    let candidate = (prop::collection::btree_set(select(awareness), 1..3), select(&Basis::ALL[..]), timing());
    let occurrence = (select(triggers(TriggerKind::Occurrence)), timing());
    let duties: Vec<DutyId> =
        LIBRARY.rulebooks().iter().flat_map(|book| &book.duty).map(|duty| duty.id.clone()).collect();
    let filing = (select(duties), any::<bool>(), any::<Index>(), timing(), prop::option::of(timing()));
    (
        (facts, select(&ZONES[..]), prop::option::of(timing())),
        prop::collection::vec(candidate, 0..4),
        prop::collection::vec(occurrence, 0..6),
        prop::collection::vec(filing, 0..6),
        prop::collection::btree_map(2015_i32..2032, money(), 0..4),
        prop::option::of(0_u32..1_000),
    )
        .prop_map(|((facts, zone, occurred), candidates, occurrences, filings, turnover, house_target_hours)| {
            let named = |(index, (of, basis, at))| Candidate {
                id: CandidateId::new(&format!("c{index}")),
                of,
                basis,
                at,
                ruled_out: BTreeSet::new(),
                knower: crate::situation::Knower::Own,
            };
            let happened = |(index, (trigger, at))| Occurrence {
                id: OccurrenceId::new(&format!("o{index}")),
                trigger,
                at,
                presumed: false,
                acts: BTreeSet::new(),
            };
            let occurrences: Vec<Occurrence> = occurrences.into_iter().enumerate().map(happened).collect();
            let filed =
                |(duty, of_instance, which, at, received): (DutyId, bool, Index, Timing, Option<Timing>)| Filed {
                    duty,
                    instance: (of_instance && !occurrences.is_empty()).then(|| which.get(&occurrences).id.clone()),
                    at,
                    received,
                    flaw: None,
                    confirmed_early: false,
                };
            let keys = LIBRARY.vocabulary().facts().iter().map(|fact| fact.key.clone());
            Situation {
                zone,
                facts: crate::situation::fact::Facts(
                    keys.zip(facts).filter_map(|(key, value)| Some((key, value?))).collect(),
                ),
                known_since: BTreeMap::new(),
                occurred,
                candidates: candidates.into_iter().enumerate().map(named).collect(),
                filings: filings.into_iter().map(filed).collect(),
                occurrences: occurrences.clone(),
                turnover,
                house_target_hours,
            }
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_well_formed_case_is_assessed_and_worded_whatever_it_says(situation in situation(), now in moment()) {
        for (key, value) in &situation.facts.0 {
            prop_assert_eq!(LIBRARY.vocabulary().check(key, value), Ok(()));
        }
        for verdict in LIBRARY.assess(&situation, now).verdicts {
            for aspect in Aspect::ALL {
                let worded = say::found(aspect, &verdict, situation.zone).shown();
                prop_assert!(!worded.is_empty());
            }
        }
    }

    #[test]
    fn any_text_is_read_or_refused_with_a_place(text in "\\PC{0,200}") {
        if let Err(error) = read(&LIBRARY, "x.toml", &text) {
            prop_assert!(error.line >= 1, "{}", error);
        }
    }

    #[test]
    fn a_case_with_a_letter_changed_is_read_or_refused_with_a_place(at in any::<Index>(), letter in any::<char>()) {
        let text = include_str!("../data/rulebooks/kr/network-act.cases.toml");
        let mut letters: Vec<char> = text.chars().take(3_000).collect();
        let at = at.index(letters.len());
        letters[at] = letter;
        if let Err(error) = read(&LIBRARY, "x.toml", &letters.iter().collect::<String>()) {
            prop_assert!(error.line >= 1, "{}", error);
        }
    }
}
