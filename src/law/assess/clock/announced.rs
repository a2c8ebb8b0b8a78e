//! A year whose holidays are not announced yet, from the rulebook to the clock: the safe deadline takes no time from days
//! that are expected only, the act's own count does, and the arithmetic says so.

use crate::assess::specimen::{SOURCE, WORDS, at, nothing, occurrence};
use crate::counting::CountStep;
use crate::library::Library;
use crate::situation::DutyId;
use crate::verdict::clock::{Clock, Due, Standing, Step};
use chrono::NaiveDate;

const ACT: &str = r#"
title = WORDS
short = WORDS
country = "XX"
currency = "EUR"
zone = "Asia/Bangkok"
covers_from = 2020-01-01
source = SOURCE
counting = { calendar = "CALENDAR", roll = "end-of-next-open-day", source = SOURCE }

[[duty]]
id = "xx.port/report"
title = WORDS
recipient = WORDS
to = "authority"
consequence = WORDS
starts = { occurrence = { trigger = "breach-determined", why = WORDS } }
governed_by = "start"
watched = true
version = [{ from = 2020-01-01, within = WITHIN, source = SOURCE }]
"#;

/// The clock of a report counted by a calendar from a start, asked at a moment.
fn clock(calendar: &str, within: &str, start: &str, now: &str) -> Clock {
    let text = ACT.replace("CALENDAR", calendar).replace("WITHIN", within);
    let text = text.replace("WORDS", WORDS).replace("SOURCE", SOURCE);
    let library = Library::of(&[("xx/port.toml", &text)], &[]).unwrap_or_else(|error| panic!("{error}"));
    let mut situation = nothing();
    situation.occurrences.push(occurrence("breach-determined", start));
    let assessment = library.assess(&situation, at(now));
    let duty = DutyId::new("xx.port/report");
    let verdict = assessment.verdicts.into_iter().find(|verdict| verdict.outline.duty == duty).unwrap();
    *verdict.clock.unwrap_or_else(|| panic!("no clock"))
}

/// When the act's own count ends.
fn legal(clock: &Clock) -> String {
    let Due::By { earliest, latest } = clock.due else { panic!("{:?}", clock.due) };
    assert_eq!(earliest, latest);
    earliest.to_rfc3339()
}

fn warned(clock: &Clock) -> Option<NaiveDate> {
    clock.steps.iter().find_map(|step| match step {
        Step::Counted { of: CountStep::NotAnnounced { day, .. } } => Some(*day),
        _ => None,
    })
}

const THREE: &str = "{ working-days = 3 }";

#[test]
fn a_report_of_the_last_days_of_2027_is_safe_only_without_the_holidays_expected() {
    let ask = |now| clock("th", THREE, "2027-12-29T03:00:00Z", now);
    let running = ask("2027-12-29T04:00:00Z");
    assert_eq!(legal(&running), "2028-01-05T16:59:59Z", "without 31 December and 3 January");
    let safe = at("2028-01-03T16:59:59Z");
    assert_eq!((running.safe, running.target()), (Some(safe), Some(safe)), "as if both were worked");
    assert_eq!(warned(&running), Some(day("2027-12-30")));
    assert!(matches!(ask("2028-01-04T00:00:00Z").standing, Standing::PastSafe { .. }), "not late, and not safe");
}

#[test]
fn a_report_of_january_2027_no_longer_falls_off_the_calendar() {
    for id in ["id", "in", "my", "ph", "sg", "th", "vn"] {
        let clock = clock(id, THREE, "2027-01-04T03:00:00Z", "2027-01-04T04:00:00Z");
        assert!(warned(&clock).is_some(), "{id}");
        let ended = |step: &Step| matches!(step, Step::Counted { of: CountStep::CalendarEnds { .. } });
        assert!(!clock.steps.iter().any(ended), "{id}: {:?}", clock.steps);
    }
}

#[test]
fn a_year_set_by_law_or_announced_gives_no_warning() {
    let settled = clock("kr", THREE, "2027-12-29T03:00:00Z", "2027-12-29T04:00:00Z");
    assert_eq!((settled.safe, warned(&settled)), (None, None));
    let announced = clock("th", THREE, "2025-12-29T03:00:00Z", "2025-12-29T04:00:00Z");
    assert_eq!(legal(&announced), "2026-01-06T16:59:59Z", "31 December to 2 January are closed");
    assert_eq!((announced.safe, warned(&announced)), (None, None));
}

#[test]
fn a_last_day_that_rolls_over_an_expected_holiday_is_safe_where_it_falls() {
    let clock = clock("id", "{ days = 3 }", "2027-03-07T03:00:00Z", "2027-03-07T04:00:00Z");
    assert_eq!(legal(&clock), "2027-03-12T16:59:59Z", "Eid al-Fitr on 10 and 11 March as expected");
    assert_eq!(clock.safe, Some(at("2027-03-10T16:59:59Z")));
    assert_eq!(warned(&clock), Some(day("2027-03-10")));
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}
