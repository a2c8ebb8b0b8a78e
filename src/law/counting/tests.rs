//! Examples from the acts and guidelines, to the second.

use super::*;
use crate::calendar::{Calendar, Calendars};
use chrono::NaiveDate;
use chrono_tz::America::New_York;
use chrono_tz::Asia::{Bangkok, Ho_Chi_Minh, Jakarta, Seoul, Singapore, Tokyo};
use chrono_tz::Europe::{Berlin, Paris, Zurich};
use std::sync::LazyLock;

static CALENDARS: LazyLock<Calendars> = LazyLock::new(|| Calendars::embedded().unwrap());

fn calendar(id: &str) -> Option<&'static Calendar> {
    Some(CALENDARS.get(id).unwrap())
}

fn at(text: &str) -> Moment {
    Moment::from_rfc3339(text).unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Regulation 1182/71.
const EU: Convention = Convention {
    hours: HourRule::FullHours,
    first_day: FirstDay::Excluded,
    roll: Roll::EndOfNextOpenDay,
    two_working_days: false,
};
const NOON: Convention = Convention { roll: Roll::NoonOfNextOpenDay, ..EU };
const EIGHT_K: Convention = Convention {
    hours: HourRule::Elapsed,
    first_day: FirstDay::FirstOpenDay,
    roll: Roll::None,
    two_working_days: false,
};
const JAPAN: Convention = Convention {
    hours: HourRule::Elapsed,
    first_day: FirstDay::Included,
    roll: Roll::EndOfNextOpenDay,
    two_working_days: false,
};

fn due(span: Span, start: &str, convention: &Convention, zone: Tz, id: &str) -> (Moment, Moment) {
    let counted = count(span, at(start), convention, zone, calendar(id));
    assert_eq!(counted.beyond_calendar, None);
    (counted.strict, counted.legal)
}

#[test]
fn the_hour_of_the_event_does_not_count_in_the_legal_reading() {
    let (strict, legal) = due(Span::Hours(72), "2026-03-03T10:20:00+01:00", &EU, Paris, "fr");
    assert_eq!(strict, at("2026-03-06T10:20:00+01:00"));
    assert_eq!(legal, at("2026-03-06T11:00:00+01:00"));
}

#[test]
fn an_event_on_the_stroke_of_the_hour_falls_into_the_hour_that_begins() {
    let (strict, legal) = due(Span::Hours(24), "2026-03-03T11:00:00+01:00", &EU, Paris, "fr");
    assert_eq!(strict, at("2026-03-04T11:00:00+01:00"));
    assert_eq!(legal, at("2026-03-04T12:00:00+01:00"));
}

#[test]
fn hours_do_not_roll_over_a_weekend_under_1182_71() {
    let (_, legal) = due(Span::Hours(72), "2026-03-05T10:00:01+01:00", &EU, Paris, "fr");
    assert_eq!(legal, at("2026-03-08T11:00:00+01:00"));
}

#[test]
fn hours_are_elapsed_also_when_the_clocks_change() {
    let (strict, legal) = due(Span::Hours(72), "2026-03-27T10:20:00+01:00", &EU, Berlin, "de");
    assert_eq!(strict, at("2026-03-30T11:20:00+02:00"));
    assert_eq!(legal, at("2026-03-30T12:00:00+02:00"));
}

#[test]
fn dora_hours_roll_to_noon_of_the_next_working_day() {
    let (strict, legal) = due(Span::Hours(4), "2026-04-03T15:00:00+02:00", &NOON, Berlin, "de");
    assert_eq!(strict, at("2026-04-03T19:00:00+02:00"), "Good Friday");
    assert_eq!(legal, at("2026-04-07T12:00:00+02:00"), "after Easter Monday");
}

/// A last hour that moves to noon can overtake: what starts later and ends on the open day itself is not moved.
#[test]
fn hours_that_end_on_a_holiday_and_move_to_noon_may_be_due_after_hours_that_start_later() {
    let start = Moment::from_seconds(1_775_237_195);
    let later = start.plus_seconds(92_005);
    let due = |from| count(Span::Hours(43), from, &NOON, Seoul, calendar("cn"));
    let (one, other) = (due(start), due(later));
    assert_eq!(one.strict, at("2026-04-05T21:26:35+09:00"), "the Sunday of Qingming");
    assert_eq!(one.legal, at("2026-04-07T12:00:00+09:00"), "after the Monday that is given for it");
    assert_eq!(other.strict, at("2026-04-06T23:00:00+09:00"));
    assert_eq!(other.legal, at("2026-04-07T00:00:00+09:00"), "on the open day itself");
}

#[test]
fn a_month_ends_on_the_same_date_or_the_last_of_the_month_and_rolls() {
    let (strict, legal) = due(Span::Months(1), "2026-01-31T09:00:00+01:00", &EU, Paris, "fr");
    assert_eq!(strict, at("2026-02-28T23:59:59+01:00"), "a Saturday");
    assert_eq!(legal, at("2026-03-02T23:59:59+01:00"));
    let counted = count(Span::Months(1), at("2026-01-31T09:00:00+01:00"), &EU, Paris, calendar("fr"));
    assert_eq!(
        counted.steps,
        [
            CountStep::Starts { at: at("2026-01-31T08:00:00Z"), day: day("2026-01-31") },
            CountStep::DayOne { day: day("2026-02-01") },
            CountStep::Clamped { wanted: 31, day: day("2026-02-28") },
            CountStep::LastDay { day: day("2026-02-28"), ends: strict },
            CountStep::Rolled { from: day("2026-02-28"), why: Closed::Weekend, to: day("2026-03-02"), ends: legal },
        ]
    );
}

#[test]
fn fourteen_days_that_end_on_a_holiday_end_the_working_day_after() {
    let (_, legal) = due(Span::Days(14), "2026-12-11T09:00:00+01:00", &EU, Berlin, "de");
    assert_eq!(legal, at("2026-12-28T23:59:59+01:00"), "25 and 26 December, then a Sunday");
}

#[test]
fn a_weekend_determination_makes_monday_day_one_of_an_8_k() {
    let (strict, legal) = due(Span::WorkingDays(4), "2026-03-07T12:00:00-05:00", &EIGHT_K, New_York, "us-sec");
    assert_eq!(legal, at("2026-03-12T23:59:59-04:00"));
    assert_eq!(strict, legal);
}

#[test]
fn a_monday_determination_makes_tuesday_day_one_of_an_8_k() {
    let (_, legal) = due(Span::WorkingDays(4), "2026-03-02T12:00:00-05:00", &EIGHT_K, New_York, "us-sec");
    assert_eq!(legal, at("2026-03-06T23:59:59-05:00"));
}

#[test]
fn skipped_holidays_are_named() {
    let counted = count(Span::WorkingDays(4), at("2026-11-24T12:00:00-05:00"), &EIGHT_K, New_York, calendar("us-sec"));
    assert_eq!(counted.legal, at("2026-12-01T23:59:59-05:00"));
    let thanksgiving = Closed::Holiday { name: "Thanksgiving Day".to_owned(), announced: false };
    assert!(counted.steps.contains(&CountStep::Skipped { day: day("2026-11-26"), why: thanksgiving }));
}

#[test]
fn japan_counts_the_day_of_knowledge_and_waits_for_the_office_to_open() {
    let (strict, legal) = due(Span::Days(30), "2026-12-02T09:00:00+09:00", &JAPAN, Tokyo, "jp-office");
    assert_eq!(strict, at("2026-12-31T23:59:59+09:00"));
    assert_eq!(legal, at("2027-01-04T23:59:59+09:00"));
}

#[test]
fn a_month_that_includes_its_first_day_ends_the_day_before_the_same_date() {
    let included = Convention { roll: Roll::None, ..JAPAN };
    let ends = |start: &str| due(Span::Months(1), start, &included, Seoul, "kr").1;
    assert_eq!(ends("2026-03-01T00:00:00+09:00"), at("2026-03-31T23:59:59+09:00"));
    assert_eq!(ends("2026-01-31T00:00:00+09:00"), at("2026-02-28T23:59:59+09:00"), "there is no 31 February");
}

#[test]
fn korean_days_end_after_a_saturday_and_a_substitute_holiday() {
    let civil = Convention { roll: Roll::EndOfNextOpenDay, ..Convention::default() };
    let (strict, legal) = due(Span::Days(10), "2026-08-05T18:00:00+09:00", &civil, Seoul, "kr");
    assert_eq!(strict, at("2026-08-15T23:59:59+09:00"));
    assert_eq!(legal, at("2026-08-18T23:59:59+09:00"), "Saturday 15, Sunday 16, substitute holiday on 17 August");
}

#[test]
fn sixty_days_after_the_year_end_are_1_march_or_29_february() {
    let plain = Convention::default();
    let ends = |start: &str| due(Span::DaysAfterYearEnd(60), start, &plain, New_York, "us-federal").1;
    assert_eq!(ends("2026-05-06T09:00:00-04:00"), at("2027-03-01T23:59:59-05:00"));
    assert_eq!(ends("2027-12-31T23:00:00-05:00"), at("2028-02-29T23:59:59-05:00"));
}

#[test]
fn a_yearly_date_is_the_next_one_after_the_day_of_the_start() {
    let plain = Convention::default();
    let ends = |start| due(Span::OnNext { month: 2, day: 1 }, start, &plain, New_York, "us-federal").1;
    assert_eq!(ends("2026-01-31T23:59:59-05:00"), at("2026-02-01T23:59:59-05:00"));
    assert_eq!(ends("2026-02-01T00:00:00-05:00"), at("2027-02-01T23:59:59-05:00"));
}

#[test]
fn a_date_of_the_year_after_is_never_in_the_year_of_the_start_and_is_clamped_where_it_is_missing() {
    let plain = Convention::default();
    let ends = |day, month, start| due(Span::OnNextYear { month, day }, start, &plain, New_York, "us-ny").1;
    assert_eq!(ends(15, 4, "2027-01-01T00:00:00-05:00"), at("2028-04-15T23:59:59-04:00"));
    assert_eq!(ends(15, 4, "2027-12-31T23:59:59-05:00"), at("2028-04-15T23:59:59-04:00"));
    assert_eq!(ends(15, 4, "2026-06-01T00:00:00-04:00"), at("2027-04-15T23:59:59-04:00"));
    assert_eq!(ends(29, 2, "2026-06-01T00:00:00-04:00"), at("2027-02-28T23:59:59-05:00"));
}

#[test]
fn two_working_days_lengthen_only_when_switched_on() {
    let widest = Convention { two_working_days: true, ..EU };
    let friday = "2026-03-06T18:30:00+01:00";
    assert_eq!(due(Span::Hours(72), friday, &EU, Paris, "fr").1, at("2026-03-09T19:00:00+01:00"));
    assert_eq!(due(Span::Hours(72), friday, &widest, Paris, "fr").1, at("2026-03-10T23:59:59+01:00"));
    assert_eq!(due(Span::Hours(24), friday, &widest, Paris, "fr").1, at("2026-03-07T19:00:00+01:00"));
    assert_eq!(due(Span::Days(2), friday, &widest, Paris, "fr").1, at("2026-03-10T23:59:59+01:00"));
    let monday = "2026-03-02T18:30:00+01:00";
    assert_eq!(due(Span::Hours(72), monday, &widest, Paris, "fr").1, at("2026-03-05T19:00:00+01:00"));
}

#[test]
fn beyond_the_calendar_only_weekends_are_skipped_and_it_is_said() {
    let plain = Convention::default();
    let counted = count(Span::WorkingDays(3), at("2028-12-28T12:00:00+01:00"), &plain, Berlin, calendar("de"));
    assert_eq!(counted.legal, at("2029-01-02T23:59:59+01:00"), "1 January 2029 was not known as a holiday");
    assert_eq!(counted.beyond_calendar, Some(NotCovered { calendar: "de".to_owned(), day: day("2029-01-01") }));
}

#[test]
fn a_holiday_that_is_expected_only_gives_no_time_in_the_strict_reading() {
    let plain = Convention::default();
    let counted = count(Span::WorkingDays(3), at("2027-03-08T10:00:00+07:00"), &plain, Jakarta, calendar("id"));
    assert_eq!(counted.strict, at("2027-03-11T23:59:59+07:00"), "as if 10 and 11 March were worked");
    assert_eq!(counted.legal, at("2027-03-15T23:59:59+07:00"), "Eid al-Fitr on 10 and 11 March as expected");
    let said = CountStep::NotAnnounced { calendar: "id".to_owned(), day: day("2027-03-09") };
    assert_eq!(counted.steps.iter().filter(|step| **step == said).count(), 1, "{:?}", counted.steps);
    assert_eq!(counted.beyond_calendar, None);
}

#[test]
fn three_working_days_over_the_turn_of_2027_end_earlier_where_the_new_year_is_only_expected() {
    let plain = Convention::default();
    let over = |zone, id| due(Span::WorkingDays(3), "2027-12-29T10:00:00+07:00", &plain, zone, id);
    let (strict, legal) = over(Bangkok, "th");
    assert_eq!(strict, at("2028-01-03T23:59:59+07:00"), "a Monday, in lieu of New Year's Day as expected");
    assert_eq!(legal, at("2028-01-05T23:59:59+07:00"), "31 December and 3 January are skipped");
    let (strict, legal) = over(Ho_Chi_Minh, "vn");
    assert_eq!((strict, legal), (at("2028-01-04T23:59:59+07:00"), strict), "fixed by the Labour Code: both count it");
}

#[test]
fn a_roll_in_a_year_not_announced_is_said_and_the_strict_reading_stays() {
    let rolls = Convention { roll: Roll::EndOfNextOpenDay, ..Convention::default() };
    let counted = count(Span::Days(3), at("2027-05-14T10:00:00+08:00"), &rolls, Singapore, calendar("sg"));
    assert_eq!(counted.strict, at("2027-05-17T23:59:59+08:00"), "Hari Raya Haji, expected on that day");
    assert_eq!(counted.legal, at("2027-05-18T23:59:59+08:00"));
    assert!(counted.steps.contains(&CountStep::NotAnnounced { calendar: "sg".to_owned(), day: day("2027-05-17") }));
}

#[test]
fn nothing_is_said_of_years_announced_nor_of_counts_that_ask_no_calendar() {
    let rolls = Convention { roll: Roll::EndOfNextOpenDay, ..Convention::default() };
    let quiet = |span, start, id| {
        let counted = count(span, at(start), &rolls, Singapore, calendar(id));
        !counted.steps.iter().any(|step| matches!(step, CountStep::NotAnnounced { .. }))
    };
    assert!(quiet(Span::WorkingDays(3), "2026-12-28T10:00:00+08:00", "sg"), "ends on 31 December 2026");
    assert!(!quiet(Span::WorkingDays(4), "2026-12-28T10:00:00+08:00", "sg"), "looks at 1 January 2027");
    assert!(quiet(Span::Hours(72), "2027-05-14T10:00:00+08:00", "sg"), "hours do not roll");
    assert!(quiet(Span::WorkingDays(3), "2027-05-14T10:00:00+09:00", "kr"), "set by the regulation");
}

#[test]
fn without_a_calendar_nothing_rolls_and_weekends_are_no_working_days() {
    let start = at("2026-03-06T12:00:00+01:00");
    assert_eq!(count(Span::Days(1), start, &EU, Paris, None).legal, at("2026-03-07T23:59:59+01:00"));
    assert_eq!(count(Span::Hours(24), start, &NOON, Paris, None).legal, at("2026-03-07T13:00:00+01:00"));
    assert_eq!(count(Span::WorkingDays(1), start, &EU, Paris, None).legal, at("2026-03-09T23:59:59+01:00"));
}

#[test]
fn a_rulebook_writes_spans_and_conventions_in_plain_keys() {
    #[derive(serde::Deserialize)]
    struct Text {
        span: Vec<Span>,
        convention: Convention,
    }
    let text = r#"
        span = [{ hours = 72 }, { working-days = 4 }, { days-after-year-end = 60 }, { on-next = { month = 2, day = 1 } }, { on-next-year = { month = 4, day = 15 } }]
        convention = { hours = "full-hours", roll = "noon-of-next-open-day" }
    "#;
    let read: Text = toml::from_str(text).unwrap();
    let expected = [
        Span::Hours(72),
        Span::WorkingDays(4),
        Span::DaysAfterYearEnd(60),
        Span::OnNext { month: 2, day: 1 },
        Span::OnNextYear { month: 4, day: 15 },
    ];
    assert_eq!(read.span, expected);
    assert_eq!(read.convention, NOON);
    assert!(toml::from_str::<Convention>("rolls = \"none\"").is_err());
}

#[test]
fn hours_of_working_days_stand_still_on_closed_days() {
    let hours =
        |number, start| count(Span::WorkingDayHours(number), at(start), &Convention::default(), Zurich, calendar("ch"));
    let friday = hours(24, "2026-11-20T15:00:00+01:00");
    assert_eq!(friday.legal, at("2026-11-23T15:00:00+01:00"));
    assert_eq!(friday.strict, at("2026-11-21T15:00:00+01:00"));
    let skipped = friday.steps.iter().filter(|step| matches!(step, CountStep::Skipped { .. })).count();
    assert_eq!(skipped, 2);
    assert_eq!(hours(24, "2026-11-21T09:00:00+01:00").legal, at("2026-11-24T00:00:00+01:00"));
    assert_eq!(hours(9, "2026-11-20T15:00:00+01:00").legal, at("2026-11-21T00:00:00+01:00"));
    assert_eq!(hours(0, "2026-11-21T09:00:00+01:00").legal, at("2026-11-21T09:00:00+01:00"));
    // The clocks change on Sunday 29 March 2026, on which nothing runs.
    assert_eq!(hours(24, "2026-03-27T12:00:00+01:00").legal, at("2026-03-30T12:00:00+02:00"));
}
