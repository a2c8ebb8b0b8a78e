//! What a calendar answers, refuses and rejects.

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Calendars that end with the last year announced; nothing is counted by them in working days so far.
const ANNOUNCED: [&str; 7] = ["id", "in", "my", "ph", "sg", "th", "vn"];

#[test]
fn a_day_outside_the_years_covered_is_refused() {
    let calendars = Calendars::embedded().unwrap();
    for calendar in calendars.iter() {
        let last = if ANNOUNCED.contains(&calendar.id.as_str()) { "2026-12-31" } else { "2028-12-31" };
        assert!(calendar.from <= day("2024-01-01") && day(last) <= calendar.to, "{}", calendar.id);
        let beyond = calendar.to.succ_opt().unwrap();
        let refused = NotCovered { calendar: calendar.id.clone(), day: beyond };
        assert_eq!(calendar.is_open(beyond), Err(refused.clone()));
        assert_eq!(calendar.next_open(beyond), Err(refused));
        assert!(calendar.is_open(calendar.from.pred_opt().unwrap()).is_err());
        assert!(calendar.is_open(calendar.from).is_ok() && calendar.is_open(calendar.to).is_ok());
    }
}

#[test]
fn the_fast_answer_agrees_with_the_list_on_every_day() {
    let calendars = Calendars::embedded().unwrap();
    for calendar in calendars.iter() {
        for at in calendar.from.iter_days().take_while(|at| *at <= calendar.to) {
            let open = calendar.holiday(at).is_none() && (!calendar.is_weekend(at) || calendar.working.contains(&at));
            assert_eq!(calendar.is_open(at), Ok(open), "{} {at}", calendar.id);
        }
    }
}

#[test]
fn the_next_open_day_is_the_day_itself_or_the_first_after() {
    let calendars = Calendars::embedded().unwrap();
    let germany = calendars.get("de").unwrap();
    assert_eq!(germany.next_open(day("2026-04-02")), Ok(day("2026-04-02")));
    assert_eq!(germany.next_open(day("2026-04-03")), Ok(day("2026-04-07")), "Good Friday to Easter Monday");
    assert_eq!(germany.holiday(day("2026-04-03")).unwrap().title, "Good Friday");
    assert_eq!(germany.holiday(day("2026-04-04")), None, "a Saturday is no holiday");
    assert!(calendars.get("xx").is_none());
}

#[test]
fn a_weekend_day_worked_by_decree_is_open() {
    let calendars = Calendars::embedded().unwrap();
    let china = calendars.get("cn").unwrap();
    assert_eq!(china.is_open(day("2026-02-28")), Ok(true), "a Saturday worked for the Spring Festival");
    assert_eq!(china.is_open(day("2026-03-07")), Ok(false));
    assert!(china.holiday(day("2028-01-26")).unwrap().announced, "no notice yet for 2028");
}

#[test]
fn a_weekend_is_not_the_same_everywhere() {
    let calendars = Calendars::embedded().unwrap();
    let saudi = calendars.get("sa").unwrap();
    assert_eq!(saudi.is_open(day("2026-11-20")), Ok(false), "a Friday");
    assert_eq!(saudi.is_open(day("2026-11-22")), Ok(true), "a Sunday");
}

#[test]
fn a_federal_holiday_on_a_saturday_closes_the_friday_of_the_year_before() {
    let calendars = Calendars::embedded().unwrap();
    let federal = calendars.get("us-federal").unwrap();
    assert_eq!(federal.next_open(day("2027-12-31")), Ok(day("2028-01-03")));
    assert!(federal.holiday(day("2027-12-31")).unwrap().substitute);
}

const HEAD: &str = r#"
title = { en = "A", ko = "가", id = "A" }
from = 2026-01-01
to = 2026-12-31
weekend = ["sat", "sun"]
"#;
const TAIL: &str = r#"
[source]
cite = { en = "Act", ko = "법", id = "UU" }
url = "https://example.org/"
verified_on = 2026-11-22
confidence = "recalled"
"#;

fn refused(holidays: &str) -> LawError {
    Calendars::of(&[("xx.toml", &format!("{HEAD}{holidays}{TAIL}"))]).unwrap_err()
}

#[test]
fn a_file_with_a_slip_names_the_line() {
    let doubled = "holidays = [\n{ day = 2026-05-01, name = \"A\" },\n{ day = 2026-05-01, name = \"B\" }\n]";
    assert_eq!((refused(doubled).line, refused(doubled).key.as_str()), (7, "2026-05-01"));
    let outside = "holidays = [\n{ day = 2027-05-01, name = \"A\" }\n]";
    assert_eq!(refused(outside).line, 7);
    let timed = "holidays = [\n{ day = 2026-05-01T00:00:00, name = \"A\" }\n]";
    assert!(refused(timed).problem.contains("without time"), "{}", refused(timed));
}
