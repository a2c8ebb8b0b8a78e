//! Who is threatened, by what, and how it grows by the day.

use super::*;
use crate::assess::answered::Answers;
use crate::assess::specimen::{act, at, context, euro, nothing};
use crate::base::moment::Timing;
use crate::base::words::Words;
use crate::rulebook::Rulebook;
use crate::situation::Situation;
use crate::situation::fact::Value;
use crate::verdict::clock::ClockOrigin;
use crate::verdict::{Bounds, Course, Scale, Unit};
use chrono_tz::Europe::Berlin;

fn law(fine: &str) -> Rulebook {
    let head = "[[duty]]\nid = \"x/d\"\ntitle = WORDS\nrecipient = WORDS\nto = \"authority\"\nconsequence = WORDS\n\
                starts = { awareness = \"aware\" }\ngoverned_by = \"start\"\nwatched = true\n\
                [[duty.fine]]\nid = \"f\"\nkind = \"administrative-fine\"\ntitle = WORDS\n";
    act(&format!("{head}{fine}"))
}

/// A clock that was due at a moment.
fn clock(due: (&str, &str), standing: Standing) -> Clock {
    Clock {
        origin: ClockOrigin::Incident,
        start: Timing::exact(at("2026-11-17T12:00:00Z"), Berlin),
        provisional: false,
        why: Words::name("why"),
        due: Due::By { earliest: at(due.0), latest: at(due.1) },
        safe: None,
        standing,
        course: Course {
            scale: Scale { unit: Unit::Hours, zone: Berlin },
            start: at("2026-11-17T12:00:00Z").into(),
            due: Some(Bounds::between(at(due.0), at(due.1))),
            safe: None,
            held: None,
            end: at(due.1).into(),
        },
        not_before: None,
        guideline: None,
        late: None,
        receipt: None,
        house_target: None,
        steps: Vec::new(),
    }
}

fn overdue(late: i64) -> Clock {
    let standing = Standing::Overdue { late, late_at_most: late, elapsed: 0 };
    clock(("2026-11-20T12:00:00Z", "2026-11-20T12:00:00Z"), standing)
}

fn exposures(law: &Rulebook, situation: &Situation, clock: &Clock) -> Vec<Exposure> {
    let answers = Answers::default();
    of(Breach {
        context: context(law, situation, &answers),
        duty: &law.duty[0],
        applies: Truth::Yes,
        clock: Some(clock),
        scenarios: &[],
        timed: true,
        governing_day: "2026-11-17".parse().unwrap(),
    })
}

fn immune(answer: bool) -> Situation {
    let mut situation = nothing();
    situation.facts.set("small", Value::YesNo(answer));
    situation
}

#[test]
fn who_is_certainly_spared_is_not_threatened_and_who_may_be_is_perhaps() {
    let law = law("unless = { is = \"small\" }\n\
                   [[duty.fine.version]]\nfrom = 2020-01-01\nmost = { sum = 5 }\nsource = SOURCE\n");
    assert!(exposures(&law, &immune(true), &overdue(1)).is_empty());
    assert_eq!(exposures(&law, &immune(false), &overdue(1))[0].threatened, Truth::Yes);
    assert_eq!(exposures(&law, &nothing(), &overdue(1))[0].threatened, Truth::Unknown);
}

/// A duty without a clock.
fn untimed(law: &Rulebook, situation: &Situation) -> (Truth, bool) {
    let answers = Answers::default();
    let breach = Breach {
        context: context(law, situation, &answers),
        duty: &law.duty[0],
        applies: Truth::Yes,
        clock: None,
        scenarios: &[],
        timed: false,
        governing_day: "2026-11-17".parse().unwrap(),
    };
    let exposure = of(breach).remove(0);
    (exposure.threatened, exposure.depends_on_performance)
}

const FIVE: &str = "[[duty.fine.version]]\nfrom = 2020-01-01\nmost = { sum = 5 }\nsource = SOURCE\n";

#[test]
fn without_a_clock_nothing_says_that_a_duty_was_breached_unless_it_is_the_sanction_itself() {
    let plain = law(FIVE);
    assert_eq!(untimed(&plain, &nothing()), (Truth::Unknown, true));
    let mut sanction = law(FIVE);
    sanction.duty[0].sanction_only = true;
    assert_eq!(untimed(&sanction, &nothing()), (Truth::Yes, false));
    let told = law(&format!("when = {{ is = \"small\" }}\n{FIVE}"));
    assert_eq!(untimed(&told, &immune(true)), (Truth::Yes, false));
    assert_eq!(untimed(&told, &immune(false)), (Truth::No, false));
    assert_eq!(untimed(&told, &nothing()).0, Truth::Unknown);
}

#[test]
fn what_was_done_where_the_law_states_no_time_is_no_breach() {
    let law = law(FIVE);
    let threat = |standing| {
        let clock = Clock { due: UNSTATED, ..clock(("2026-11-20T12:00:00Z", "2026-11-20T12:00:00Z"), standing) };
        let found = exposures(&law, &nothing(), &clock).remove(0);
        (found.threatened, found.depends_on_performance)
    };
    assert_eq!(threat(Standing::Waiting { elapsed: 5 }), (Truth::Unknown, true));
    assert_eq!(threat(Standing::Done { elapsed: 5 }), (Truth::No, false));
}

#[test]
fn a_breach_between_two_versions_lists_both_and_the_last_second_counts_as_missed_the_day_after() {
    let law = law("[[duty.fine.version]]\nfrom = 2020-01-01\nmost = { sum = 5 }\nsource = SOURCE\n\
                   [[duty.fine.version]]\nfrom = 2026-11-21\nmost = { sum = 9 }\nsource = SOURCE\n");
    let most = |due| {
        let standing = Standing::Overdue { late: 1, late_at_most: 1, elapsed: 0 };
        let found = exposures(&law, &nothing(), &clock(due, standing)).into_iter();
        found.map(|exposure| exposure.most.unwrap().high.unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(most(("2026-11-20T22:59:58Z", "2026-11-20T22:59:58Z")), [euro(5)]);
    assert_eq!(most(("2026-11-20T22:59:59Z", "2026-11-20T22:59:59Z")), [euro(9)]);
    assert_eq!(most(("2026-11-20T22:59:58Z", "2026-11-20T22:59:59Z")), [euro(5), euro(9)]);
}

fn growing(most: &str) -> Rulebook {
    law(&format!("[[duty.fine.version]]\nfrom = 2020-01-01\nmost = {most}\nsource = SOURCE\n"))
}

#[test]
fn each_day_begun_counts_and_the_next_step_comes_one_second_after_the_day() {
    let law = growing("{ per-day = { of = { sum = 10 }, at-most-days = 3 } }");
    let step = |late: i64| {
        let found = exposures(&law, &nothing(), &overdue(late)).remove(0);
        let next = found.next_step.map(|next| (next.at.to_rfc3339(), next.to.unwrap().minor / 100));
        (found.days_late.unwrap(), found.most.unwrap().high.unwrap().minor / 100, next)
    };
    let next = |at: &str, to| Some((at.to_owned(), to));
    assert_eq!(step(86_400), (1, 10, next("2026-11-21T12:00:01Z", 20)));
    assert_eq!(step(86_401), (2, 20, next("2026-11-22T12:00:01Z", 30)));
    assert_eq!(step(500_000), (6, 30, None));
}

#[test]
fn a_staircase_names_the_day_of_its_next_step() {
    let law = growing("{ stairs = [{ every-days = 30, add = 50 }] }");
    let found = exposures(&law, &nothing(), &overdue(1)).remove(0);
    assert_eq!(found.next_step, Some(NextStep { at: at("2026-12-20T12:00:01Z"), to: Some(euro(100)) }));
}

#[test]
fn before_the_limit_nothing_has_grown_and_after_the_filing_nothing_grows() {
    let law = growing("{ per-day = { of = { sum = 10 } } }");
    let due = ("2026-11-23T12:00:00Z", "2026-11-23T12:00:00Z");
    let running = exposures(&law, &nothing(), &clock(due, Standing::Running { left: 86_400 })).remove(0);
    assert_eq!((running.days_late, running.most.unwrap().high), (Some(0), Some(euro(0))));
    let first = NextStep { at: at("2026-11-23T12:00:01Z"), to: Some(euro(10)) };
    assert_eq!(running.next_step, Some(first));
    let met = Standing::MetLate { late: 86_401, late_at_most: 86_401, elapsed: 0 };
    let late = exposures(&law, &nothing(), &clock(due, met)).remove(0);
    assert_eq!((late.days_late, late.next_step, late.most.unwrap().high), (Some(2), None, Some(euro(20))));
}

#[test]
fn a_fixed_sum_neither_grows_nor_counts_days() {
    let found = exposures(&growing("{ sum = 5 }"), &nothing(), &overdue(500_000)).remove(0);
    assert_eq!((found.days_late, found.next_step), (None, None));
}
