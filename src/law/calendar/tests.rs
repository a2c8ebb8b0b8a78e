//! What a calendar answers, refuses and rejects.

use super::*;
use crate::library::Library;
use crate::rulebook::counting_rule::CalendarOf;
use crate::vocabulary::FactKind;
use std::collections::BTreeSet;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Calendars whose years after 2026 wait for an announcement.
const AWAITING: [&str; 11] = ["ae", "cn", "id", "in", "my", "ph", "sa", "sg", "th", "tr", "vn"];

#[test]
fn a_day_outside_the_years_covered_is_refused() {
    let calendars = Calendars::embedded().unwrap();
    for calendar in calendars.iter() {
        assert!(calendar.from <= day("2024-01-01") && day("2028-12-31") <= calendar.to, "{}", calendar.id);
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

#[test]
fn a_day_marked_as_announced_is_expected_once_the_announcements_end() {
    let calendars = Calendars::embedded().unwrap();
    let indonesia = calendars.get("id").unwrap();
    assert_eq!(indonesia.announced_to, day("2026-12-31"));
    let (read, awaited) = (day("2026-03-21"), day("2027-03-10"));
    assert!(indonesia.holiday(read).unwrap().announced && !indonesia.is_expected(read), "Eid al-Fitr 2026");
    assert!(indonesia.is_expected(awaited), "Eid al-Fitr 2027");
    assert!(indonesia.holiday(day("2027-03-26")).is_some() && !indonesia.is_expected(day("2027-03-26")), "Good Friday");
    assert!(!indonesia.is_expected(day("2027-03-12")), "no holiday");
    assert!(!calendars.get("kr").unwrap().is_expected(day("2028-04-12")), "the law fixes the day of the election");
}

#[test]
fn years_that_wait_for_an_announcement_say_so_and_only_they() {
    let calendars = Calendars::embedded().unwrap();
    let awaiting = calendars.iter().filter(|calendar| calendar.announced_to < calendar.to);
    assert_eq!(awaiting.map(|calendar| calendar.id.as_str()).collect::<Vec<_>>(), AWAITING);
    for calendar in AWAITING.map(|id| calendars.get(id).unwrap()) {
        for year in [2027, 2028] {
            let of_year = |holiday: &&Holiday| holiday.day.year() == year;
            let expected = calendar.holidays().iter().filter(of_year).filter(|one| calendar.is_expected(one.day));
            assert!(expected.count() > 0, "{} {year}", calendar.id);
        }
    }
}

/// The calendars that rulebooks count by: named, or any that the answer to a question may name.
fn counted_by(library: &Library) -> BTreeSet<String> {
    let books = || library.rulebooks().iter();
    let versions = books().flat_map(|book| &book.duty).flat_map(|duty| &duty.version);
    let countings =
        books().filter_map(|book| book.counting.as_ref()).chain(versions.filter_map(|v| v.counting.as_ref()));
    let ids = countings.filter_map(|counting| counting.calendar.as_ref()).flat_map(|of| match of {
        CalendarOf::Named(id) => vec![id.clone()],
        CalendarOf::By(by) => match &library.vocabulary().fact(&by.by).unwrap().kind {
            FactKind::Choice { choices } => choices.iter().map(|choice| choice.id.clone()).collect(),
            other => panic!("{other:?}"),
        },
    });
    ids.collect()
}

#[test]
fn every_calendar_that_a_rulebook_counts_by_covers_2024_to_2028() {
    let library = Library::embedded().unwrap();
    let counted = counted_by(&library);
    assert!(["kr", "jp-office", "us-sec", "br", "de"].iter().all(|id| counted.contains(*id)), "{counted:?}");
    let area = library.vocabulary().group("eea").unwrap_or_default();
    for id in counted {
        let Some(calendar) = library.calendars().get(&id) else {
            assert!(!area.contains(&id), "a state of the Union or the area without a calendar: {id}");
            continue;
        };
        assert!(calendar.from <= day("2024-01-01") && day("2028-12-31") <= calendar.to, "{id}");
    }
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
    assert_eq!((refused(doubled).line, refused(doubled).key.as_str()), (8, "2026-05-01"));
    let outside = "holidays = [\n{ day = 2027-05-01, name = \"A\" }\n]";
    assert_eq!(refused(outside).line, 7);
    let late = "announced_to = 2027-06-30\nholidays = []";
    assert_eq!((refused(late).line, refused(late).key.as_str()), (6, "2027-06-30"));
    assert!(refused(late).problem.contains("`announced_to` lies outside"), "{}", refused(late));
    let vague = "announced_to = \"2026\"\nholidays = []";
    assert_eq!(refused(vague).line, 6);
    let misspelt = "announced-to = 2026-06-30\nholidays = []";
    assert!(refused(misspelt).problem.contains("announced-to"), "{}", refused(misspelt));
    let timed = "holidays = [\n{ day = 2026-05-01T00:00:00, name = \"A\" }\n]";
    assert!(refused(timed).problem.contains("without time"), "{}", refused(timed));
}
