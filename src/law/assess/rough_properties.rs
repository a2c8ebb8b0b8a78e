//! What must hold where moments are known roughly: saying less of a moment never makes anything certain that was not so, and
//! saying more keeps whatever was certain.

use super::properties::{LIBRARY, situation};
use crate::base::moment::{Moment, Precision, Timing};
use crate::situation::Situation;
use crate::verdict::{Answer, Standing, Verdict};
use chrono_tz::Asia::Seoul;
use proptest::prelude::*;
use proptest::sample::Index;

/// 2029-06-01: everything in the situations has happened, to its last reading.
const NOW: i64 = 1_875_000_000;

/// Every moment of a situation.
fn moments(situation: &mut Situation) -> Vec<&mut Timing> {
    let candidates = situation.candidates.iter_mut().map(|candidate| &mut candidate.at);
    let occurrences = situation.occurrences.iter_mut().map(|occurrence| &mut occurrence.at);
    let filings = situation.filings.iter_mut().map(|filing| &mut filing.at);
    situation.occurred.iter_mut().chain(candidates).chain(occurrences).chain(filings).collect()
}

/// The same moment with less said of it.
fn widened(at: Timing, (before, after): (i64, i64), open: u8) -> Timing {
    let from = if open == 1 { Moment::OPEN_PAST } else { at.earliest().plus_seconds(-before) };
    let to = if open == 2 { Moment::OPEN_FUTURE } else { at.latest().plus_seconds(after) };
    Timing::between(from, to, at.zone)
}

/// What a standing leaves no doubt about: late or in time, and by how much at least and at most.
fn certain(verdict: &Verdict) -> Option<(bool, i64, i64)> {
    match verdict.clock.as_deref()?.standing {
        Standing::Overdue { late, late_at_most, .. } | Standing::MetLate { late, late_at_most, .. } => {
            Some((true, late, late_at_most))
        }
        Standing::MetInTime { spare, .. } => Some((false, spare, crate::base::moment::UNBOUNDED)),
        _ => None,
    }
}

fn same(wide: &Verdict, narrow: &Verdict) -> Result<(), TestCaseError> {
    let settled =
        |answer: &Answer| matches!(answer, Answer::Applies | Answer::DoesNotApply | Answer::NotInForce { .. });
    let duty = &wide.outline.duty;
    if settled(&wide.answer) && !matches!(narrow.answer, Answer::Superseded { .. }) {
        let no = |answer: &Answer| !answer.is_open();
        let agree = no(&wide.answer) == no(&narrow.answer) && !matches!(narrow.answer, Answer::Undetermined { .. });
        prop_assert!(agree, "{duty}: {:?}, and known better {:?}", wide.answer, narrow.answer);
    }
    if let (Some(wide), Some(better)) = (certain(wide), certain(narrow)) {
        let within = wide.0 == better.0 && wide.1 <= better.1 && better.2 <= wide.2;
        prop_assert!(within, "{duty}: {wide:?}, and known better {better:?}");
    } else if wide.answer == Answer::Applies && narrow.answer.is_open() {
        prop_assert!(certain(wide).is_none(), "{duty}: {:?}, and known better {:?}", wide.clock, narrow.clock);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, max_shrink_iters: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_certain_of_a_rough_moment_is_as_certain_of_a_better_known_one(
        situation in situation(), pick in any::<Index>(), by in (0_i64..20_000_000, 0_i64..20_000_000), open in 0_u8..4,
    ) {
        // What lies before its start is asked about, and whether it does is another question than when it was.
        let mut situation = situation;
        situation.filings.iter_mut().for_each(|filing| filing.confirmed_early = true);
        let mut wide = situation.clone();
        let mut all = moments(&mut wide);
        prop_assume!(!all.is_empty());
        let index = pick.index(all.len());
        *all[index] = widened(*all[index], by, open);
        let now = Moment::from_seconds(NOW);
        let better = LIBRARY.assess(&situation, now).verdicts;
        for (wide, better) in LIBRARY.assess(&wide, now).verdicts.iter().zip(&better) {
            // Of an open past the day that was named governs: under an earlier version something else may be certain.
            let Some(duty) = LIBRARY.duty(&wide.outline.duty) else { continue };
            let as_named = matches!(better.answer, Answer::Applies | Answer::DoesNotApply);
            let named = open == 1 && (duty.version.len() > 1 || !as_named);
            // What starts when another is due hangs on whether that one has a clock at all.
            if matches!(duty.starts, crate::rulebook::starts::Starts::Due(_)) {
                continue;
            }
            if !named && wide.instance == better.instance {
                same(wide, better)?;
            }
        }
    }
}

/// A report due within 24 hours, learnt of and handed in as said.
fn report(aware: Timing, filed: Option<Timing>, now: &str) -> Standing {
    use super::specimen::{SOURCE, WORDS, at, nothing, occurrence};
    use crate::situation::{DutyId, Filed, Occurrence};
    let text = r#"
title = WORDS
short = WORDS
country = "XX"
currency = "EUR"
zone = "Asia/Seoul"
covers_from = 2020-01-01
source = SOURCE

[[duty]]
id = "xx.rough/report"
title = WORDS
recipient = WORDS
to = "authority"
consequence = WORDS
starts = { occurrence = { trigger = "breach-determined", why = WORDS } }
governed_by = "start"
watched = true
version = [{ from = 2020-01-01, within = { hours = 24 }, source = SOURCE }]
"#;
    let text = text.replace("WORDS", WORDS).replace("SOURCE", SOURCE);
    let library =
        crate::library::Library::of(&[("xx/rough.toml", &text)], &[]).unwrap_or_else(|error| panic!("{error}"));
    let mut situation = nothing();
    situation.occurrences.push(Occurrence { at: aware, ..occurrence("breach-determined", now) });
    let duty = DutyId::new("xx.rough/report");
    situation.filings.extend(filed.map(|at| Filed {
        duty: duty.clone(),
        instance: None,
        at,
        received: None,
        flaw: None,
        confirmed_early: false,
    }));
    let verdicts = library.assess(&situation, at(now)).verdicts;
    let clock = verdicts.into_iter().find(|verdict| verdict.outline.duty == duty).unwrap().clock.unwrap();
    clock.standing
}

fn by(text: &str) -> Timing {
    let at = Moment::from_rfc3339(text).unwrap();
    Timing { precision: Precision::Latest, ..Timing::exact(at, Seoul) }
}

#[test]
fn learnt_by_a_moment_at_the_latest_may_be_overdue_at_once_and_is_for_certain_a_day_after_it() {
    use crate::base::moment::UNBOUNDED;
    let aware = by("2026-01-03T18:00:00+09:00");
    let running = report(aware, None, "2026-01-04T17:00:00+09:00");
    assert_eq!(running, Standing::PerhapsOverdue { since: UNBOUNDED, left: 3_600 });
    let late = report(aware, None, "2026-01-04T19:00:00+09:00");
    assert_eq!(late, Standing::Overdue { late: 3_600, late_at_most: UNBOUNDED, elapsed: UNBOUNDED });
    let filed = |text| Some(Timing::exact(Moment::from_rfc3339(text).unwrap(), Seoul));
    let met = report(aware, filed("2026-01-04T17:00:00+09:00"), "2026-02-01T00:00:00Z");
    assert_eq!(met, Standing::CannotBeDecided { late_at_most: UNBOUNDED, spare_at_most: 3_600 });
    let met = report(aware, filed("2026-03-01T18:00:00+09:00"), "2026-03-02T00:00:00Z");
    assert!(matches!(met, Standing::MetLate { late, late_at_most: UNBOUNDED, .. } if late == 56 * 86_400), "{met:?}");
}

#[test]
fn handed_in_by_a_moment_at_the_latest_is_in_time_if_that_moment_is() {
    let aware = Timing::exact(Moment::from_rfc3339("2026-01-03T18:00:00+09:00").unwrap(), Seoul);
    let met = report(aware, Some(by("2026-01-04T17:00:00+09:00")), "2026-02-01T00:00:00Z");
    assert!(matches!(met, Standing::MetInTime { spare: 3_600, .. }), "{met:?}");
}

#[test]
fn learnt_in_march_and_handed_in_in_march_is_undecided_and_in_june_late() {
    let month = |text: &str| Timing {
        precision: Precision::Month,
        ..Timing::exact(Moment::from_rfc3339(text).unwrap(), Seoul)
    };
    let march = month("2026-03-01T00:00:00+09:00");
    let met = |at| report(march, Some(at), "2026-12-01T00:00:00Z");
    assert!(matches!(met(march), Standing::CannotBeDecided { .. }));
    let june = met(month("2026-06-01T00:00:00+09:00"));
    assert!(matches!(june, Standing::MetLate { late, .. } if late == 60 * 86_400 + 1), "{june:?}");
}
