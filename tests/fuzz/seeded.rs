//! A situation in which everything is known that the vocabulary can ask, chosen by a seed: the same seed, the same
//! situation. Refuses nothing a form would take; stays within the dates that the calendars cover, and a little beyond.

use chrono_tz::{TZ_VARIANTS, Tz};
use dutyclock_law::base::moment::{Moment, Precision, Timing, start_of_day};
use dutyclock_law::base::money::{Currency, Money};
use dutyclock_law::library::Library;
use dutyclock_law::situation::fact::{Count, FactKey, Facts, Quality, Value};
use dutyclock_law::situation::{Basis, Candidate, CandidateId, Filed, Knower, Occurrence, OccurrenceId, Situation};
use dutyclock_law::vocabulary::{FactKind, TriggerKind};
use std::collections::{BTreeMap, BTreeSet};

/// Numbers that follow from a seed (SplitMix64).
pub struct Dice(u64);

impl Dice {
    /// From a text: each change of it is another seed (FNV-1a).
    pub fn of(text: &[u8]) -> Self {
        Self(
            text.iter()
                .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)),
        )
    }

    /// The next number.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below this one; 0 where that is 0.
    pub fn below(&mut self, number: usize) -> usize {
        let number = u64::try_from(number).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.next() % number).unwrap_or(0)
    }

    /// One of these.
    pub fn one<T: Copy>(&mut self, of: &[T]) -> Option<T> {
        let index = self.below(of.len());
        of.get(index).copied()
    }
}

/// A moment from 2018 to 2031.
pub fn moment(dice: &mut Dice) -> Moment {
    Moment::from_seconds(1_514_764_800 + i64::try_from(dice.below(410_000_000)).unwrap_or(0))
}

/// A situation in which (nearly) everything is known.
pub fn situation(library: &Library, dice: &mut Dice) -> Situation {
    let zone = dice.one(&TZ_VARIANTS).unwrap_or(Tz::UTC);
    let triggers = library.vocabulary().triggers();
    let of_kind = |kind| triggers.iter().filter(move |trigger| trigger.kind == kind).map(|trigger| &trigger.id);
    let mut candidates = Vec::new();
    for trigger in of_kind(TriggerKind::Awareness) {
        for number in 0..dice.below(3) {
            let id = CandidateId::new(&format!("{trigger}-{number}"));
            let basis = dice.one(&Basis::ALL).unwrap_or(Basis::Told);
            let (of, at) = ([trigger.clone()].into(), timing(dice, zone));
            candidates.push(Candidate { id, of, basis, at, ruled_out: BTreeSet::new(), knower: Knower::Own });
        }
    }
    let mut occurrences = Vec::new();
    for trigger in of_kind(TriggerKind::Occurrence) {
        for number in 0..dice.below(3) {
            let id = OccurrenceId::new(&format!("{trigger}-{number}"));
            occurrences.push(Occurrence {
                id,
                trigger: trigger.clone(),
                at: timing(dice, zone),
                presumed: false,
                acts: BTreeSet::new(),
            });
        }
    }
    let occurred = (dice.below(2) == 0).then(|| timing(dice, zone));
    let filings = filings(library, &occurrences, dice, zone);
    let turnover = (2017..2032).map(|year| (year, sum(dice))).filter(|(year, _)| year % 4 != 1).collect();
    let house_target_hours = (dice.below(2) == 0).then_some(48);
    Situation {
        zone,
        facts: facts(library, dice),
        known_since: BTreeMap::new(),
        occurred,
        candidates,
        occurrences,
        filings,
        turnover,
        house_target_hours,
    }
}

fn filings(library: &Library, occurrences: &[Occurrence], dice: &mut Dice, zone: Tz) -> Vec<Filed> {
    let mut filings = Vec::new();
    for duty in library.rulebooks().iter().flat_map(|rulebook| &rulebook.duty) {
        for _ in 0..dice.below(3) {
            let index = dice.below(occurrences.len() * 2);
            let instance = occurrences.get(index).map(|occurrence| occurrence.id.clone());
            let received = (dice.below(2) == 0).then(|| timing(dice, zone));
            let confirmed_early = dice.below(4) == 0;
            let at = timing(dice, zone);
            filings.push(Filed { duty: duty.id.clone(), instance, at, received, flaw: None, confirmed_early });
        }
    }
    filings
}

fn timing(dice: &mut Dice, zone: Tz) -> Timing {
    let at = moment(dice);
    let day = || start_of_day(at.in_zone(zone).date_naive(), zone);
    match dice.below(8) {
        3 => Timing { at, precision: Precision::Latest, zone },
        4 => Timing { at, precision: Precision::Earliest, zone },
        5 => Timing::between(at, at.plus_seconds(40 * 86_400), zone),
        6 => day().map_or(Timing::exact(at, zone), |at| Timing { at, precision: Precision::Month, zone }),
        0 => day().map_or(Timing::exact(at, zone), |at| Timing { at, precision: Precision::Day, zone }),
        1 => Timing {
            at: Moment::from_seconds(at.seconds() - at.seconds().rem_euclid(3_600)),
            precision: Precision::Hour,
            zone,
        },
        _ => Timing::exact(at, zone),
    }
}

fn sum(dice: &mut Dice) -> Money {
    let currency = dice.one(&Currency::ALL).unwrap_or(Currency::Eur);
    let units = dice.one(&[0, 1, 999, 500_000, 3_000_000, 900_000_000_000_000]).unwrap_or(0);
    Money::whole(currency, units)
}

fn count(dice: &mut Dice) -> Count {
    let number = dice.one(&[0, 1, 499, 500, 501, 1_000, 10_000_000, 200_000_000_000]).unwrap_or(0);
    let quality = dice.one(&[Quality::Exact, Quality::Estimate, Quality::AtLeast]).unwrap_or(Quality::Exact);
    Count { number, quality }
}

fn facts(library: &Library, dice: &mut Dice) -> Facts {
    let mut facts = Facts::default();
    for fact in library.vocabulary().facts() {
        let value = match &fact.kind {
            _ if dice.below(8) == 0 => None,
            FactKind::YesNo => Some(Value::YesNo(dice.below(2) == 0)),
            FactKind::Count { .. } => Some(Value::Count(count(dice))),
            FactKind::CountBy { choices, .. } => {
                let some = choices.iter().filter(|_| dice.below(4) == 0).map(|choice| choice.id.clone());
                let some: Vec<String> = some.collect();
                Some(Value::CountBy(some.into_iter().map(|id| (id, count(dice))).collect()))
            }
            FactKind::Choice { choices } => {
                let index = dice.below(choices.len());
                choices.get(index).map(|choice| Value::Choice(choice.id.clone()))
            }
            FactKind::Choices { choices } => {
                let some = choices.iter().filter(|_| dice.below(3) == 0).map(|choice| choice.id.clone());
                Some(Value::choices(some))
            }
            FactKind::Money => Some(Value::Money(sum(dice))),
            FactKind::Text => Some(Value::Text("text".to_owned())),
        };
        facts.0.extend(value.map(|value| (FactKey::new(fact.key.as_str()), value)));
    }
    facts
}
