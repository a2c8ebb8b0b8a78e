//! Korea's holidays derived once more, in another language and another way, from the Regulation on Public Holidays of
//! Government Offices art. 2 and 3; only the lunar dates are taken from the calendar itself.

use super::*;
use std::collections::BTreeMap;

/// Which weekend days earn a substitute.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Substitute {
    Never,
    Sunday,
    Weekend,
}
use Substitute::{Never, Sunday, Weekend};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Korean lunar dates, by year: the first Seollal day's eve, Buddha's Birthday, the eve of Chuseok.
const LUNAR: [(i32, &str, &str, &str); 5] = [
    (2024, "2024-02-09", "2024-05-15", "2024-09-16"),
    (2025, "2025-01-28", "2025-05-05", "2025-10-05"),
    (2026, "2026-02-16", "2026-05-24", "2026-09-24"),
    (2027, "2027-02-06", "2027-05-13", "2027-09-14"),
    (2028, "2028-01-26", "2028-05-02", "2028-10-02"),
];

/// Art. 2: the holidays of a year that are known in advance.
fn holidays(year: i32) -> Vec<(NaiveDate, Substitute)> {
    let date = |month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
    let mut all = vec![(date(1, 1), Never), (date(6, 6), Never)];
    all.extend([(3, 1), (5, 5), (8, 15), (10, 3), (10, 9), (12, 25)].map(|(month, day)| (date(month, day), Weekend)));
    if year >= 2026 {
        all.extend([(date(5, 1), Weekend), (date(7, 17), Weekend)]);
    }
    let (_, seollal, buddha, chuseok) = LUNAR.into_iter().find(|lunar| lunar.0 == year).unwrap();
    all.push((day(buddha), Weekend));
    for eve in [seollal, chuseok] {
        all.extend(day(eve).iter_days().take(3).map(|feast| (feast, Sunday)));
    }
    all
}

/// Art. 3: what is closed and why it earned a substitute; the value tells whether the day is one.
fn closed_by_rule(year: i32, announced: &[NaiveDate]) -> BTreeMap<NaiveDate, bool> {
    let holidays = holidays(year);
    let mut closed: BTreeMap<NaiveDate, bool> = holidays.iter().map(|(day, _)| (*day, false)).collect();
    closed.extend(announced.iter().map(|day| (*day, false)));
    let earns = |on: NaiveDate, rule: Substitute| match on.weekday() {
        Weekday::Sat => rule == Weekend,
        Weekday::Sun => rule != Never,
        _ => rule != Never && holidays.iter().filter(|(other, _)| *other == on).count() > 1,
    };
    let mut due: Vec<NaiveDate> = holidays.iter().filter(|(on, rule)| earns(*on, *rule)).map(|(on, _)| *on).collect();
    due.sort_unstable();
    due.dedup();
    for on in due {
        let free = |day: &NaiveDate| !closed.contains_key(day) && !matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        let substitute = on.iter_days().skip(1).find(free).unwrap();
        closed.insert(substitute, true);
    }
    closed
}

#[test]
fn the_dates_of_korea_follow_from_the_regulation() {
    let calendars = Calendars::embedded().unwrap();
    let korea = calendars.get("kr").unwrap();
    for year in 2024..=2028 {
        let of_year = || korea.holidays().iter().filter(|holiday| holiday.day.year() == year);
        let announced: Vec<NaiveDate> = of_year().filter(|one| one.announced).map(|one| one.day).collect();
        let ours: BTreeMap<NaiveDate, bool> = of_year().map(|one| (one.day, one.substitute)).collect();
        assert_eq!(ours, closed_by_rule(year, &announced), "{year}");
    }
}

/// Computed independently by hand for 2026 and 2027, election day of 2026 included.
const VECTORS: &str = "2026-01-01 2026-02-16 2026-02-17 2026-02-18 2026-03-01 2026-03-02 2026-05-01 2026-05-05 2026-05-24 \
    2026-05-25 2026-06-03 2026-06-06 2026-07-17 2026-08-15 2026-08-17 2026-09-24 2026-09-25 2026-09-26 2026-10-03 \
    2026-10-05 2026-10-09 2026-12-25 2027-01-01 2027-02-06 2027-02-07 2027-02-08 2027-02-09 2027-03-01 2027-05-01 \
    2027-05-03 2027-05-05 2027-05-13 2027-06-06 2027-07-17 2027-07-19 2027-08-15 2027-08-16 2027-09-14 2027-09-15 \
    2027-09-16 2027-10-03 2027-10-04 2027-10-09 2027-10-11 2027-12-25 2027-12-27";

#[test]
fn korea_2026_and_2027_equal_the_published_test_vectors() {
    let calendars = Calendars::embedded().unwrap();
    let korea = calendars.get("kr").unwrap();
    let expected: Vec<NaiveDate> = VECTORS.split_whitespace().map(day).collect();
    let ours = korea.holidays().iter().map(|one| one.day).filter(|day| [2026, 2027].contains(&day.year()));
    assert_eq!(ours.collect::<Vec<_>>(), expected);
}

#[test]
fn elections_and_temporary_holidays_are_marked_as_announced() {
    let calendars = Calendars::embedded().unwrap();
    let korea = calendars.get("kr").unwrap();
    assert!(korea.holiday(day("2026-06-03")).unwrap().announced);
    assert!(!korea.holiday(day("2026-07-17")).unwrap().announced, "Constitution Day, a holiday again");
    assert_eq!(korea.is_open(day("2025-07-17")), Ok(true), "not yet in 2025");
    assert_eq!(korea.is_open(day("2025-05-01")), Ok(true), "Labour Day closes offices from 2026 on");
}
