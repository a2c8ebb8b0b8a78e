//! The clock of what counsel named, through its whole life.

use super::*;
use crate::incident::entry::Entry;
use crate::incident::event::Event;
use crate::incident::filing::Channel;
use crate::incident::organisation::Organisation;
use crate::incident::{due_warnings, situation};
use crate::law::library::Library;
use chrono_tz::America::Chicago;

fn moment(text: &str) -> Moment {
    Moment::from_rfc3339(text).unwrap()
}

fn told() -> Event {
    Event::GapAnswered {
        id: OccurrenceId::new("g1"),
        gap: "us-il".into(),
        title: Words::name("Illinois"),
        persons: None,
        who: "Reed LLP".into(),
        at: Timing::exact(moment("2026-11-17T15:00:00Z"), Chicago),
        said: "Tell the Attorney General".into(),
        task: Some(Task { what: "Letter to the Attorney General".into(), by: day() }),
    }
}

/// The fourth of December in Chicago, known to the day.
fn day() -> Timing {
    Timing { at: moment("2026-12-04T06:00:00Z"), precision: crate::law::base::moment::Precision::Day, zone: Chicago }
}

fn incident(events: Vec<Event>) -> Incident {
    let opened = Event::Opened { reference: "2026-001".into(), title: "Leak".into(), drill: false };
    let entries: Vec<Entry> = std::iter::once(opened)
        .chain(events)
        .zip(1..)
        .map(|(event, position)| Entry {
            number: position,
            position,
            at: moment("2026-11-17T16:00:00Z"),
            who: "1".into(),
            event,
        })
        .collect();
    Incident::from_entries("i", &entries).unwrap()
}

fn of(events: Vec<Event>, now: &str) -> (Incident, Vec<Verdict>) {
    let incident = incident(events);
    let filings = situation::situation(&Library::embedded().unwrap(), &incident, &Organisation::default()).filings;
    let verdicts = verdicts(&incident, &filings, moment(now));
    (incident, verdicts)
}

fn stands(verdicts: &[Verdict]) -> Standing {
    verdicts.first().unwrap().clock.as_deref().unwrap().standing
}

fn filed(at: &str) -> Event {
    Event::Filed {
        id: None,
        duty: DutyId::new("counsel/us-il"),
        instance: Some(OccurrenceId::new("g1")),
        at: Timing::exact(moment(at), Chicago),
        received: None,
        flaw: None,
        channel: Channel::Letter,
        receipt: String::new(),
        note: String::new(),
        paper: None,
        said: std::collections::BTreeMap::new(),
    }
}

#[test]
fn a_day_that_counsel_named_ends_with_its_last_second_there() {
    let (_, verdicts) = of(vec![told()], "2026-12-05T05:59:59Z");
    assert_eq!(stands(&verdicts), Standing::Running { left: 0 });
    let (_, verdicts) = of(vec![told()], "2026-12-05T06:00:59Z");
    assert!(matches!(stands(&verdicts), Standing::Overdue { late: 60, .. }), "{verdicts:?}");
}

#[test]
fn it_runs_and_warns_like_any_other_until_it_is_done_or_withdrawn() {
    let library = Library::embedded().unwrap();
    let now = moment("2026-11-18T00:00:00Z");
    let running = |events: Vec<Event>| {
        let incident = incident(events);
        let assessment = situation::assess(&library, &incident, &Organisation::default(), now);
        let running = due_warnings::running(&incident, &assessment);
        running.filter_map(|running| due_warnings::next_rung(&incident, &running)).count()
    };
    assert_eq!(running(vec![told()]), 1);
    assert_eq!(running(vec![told(), filed("2026-11-17T20:00:00Z")]), 0);
    let withdrawn = Event::GapRecordWithdrawn { id: OccurrenceId::new("g1"), reason: "another State".into() };
    assert_eq!(running(vec![told(), withdrawn]), 0);
}

#[test]
fn what_was_done_is_held_against_what_counsel_named() {
    let (_, verdicts) = of(vec![told(), filed("2026-12-04T20:00:00Z")], "2026-12-06T00:00:00Z");
    assert!(matches!(stands(&verdicts), Standing::MetInTime { .. }), "{verdicts:?}");
    let (_, verdicts) = of(vec![told(), filed("2026-12-05T06:59:59Z")], "2026-12-06T00:00:00Z");
    assert!(matches!(stands(&verdicts), Standing::MetLate { late: 3_600, .. }), "{verdicts:?}");
}

#[test]
fn the_record_behind_a_clock_is_found_by_its_duty_and_answer() {
    let (incident, verdicts) = of(vec![told()], "2026-11-18T00:00:00Z");
    let verdict = verdicts.first().unwrap();
    assert!(is_counsels(&verdict.outline.duty) && !is_counsels(&DutyId::new("kr.pipa/report")));
    assert!(incident.counsels(&verdict.outline.duty, verdict.instance.as_ref()).is_some());
    assert!(incident.counsels(&DutyId::new("counsel/us-ma"), verdict.instance.as_ref()).is_none());
}
