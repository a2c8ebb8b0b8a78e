//! Counting against an independent oracle: some hundred random cases, counted by dateutil and numpy.

use super::*;
use crate::calendar::Calendars;
use serde::Deserialize;
use serde::de::value::{Error, StrDeserializer};
use std::collections::BTreeSet;

const CASES: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/oracles/counting.csv"));

fn spelled<'a, T: Deserialize<'a>>(text: &'a str) -> T {
    T::deserialize(StrDeserializer::<Error>::new(text)).unwrap()
}

fn span(unit: &str, number: u32) -> Span {
    match unit {
        "hours" => Span::Hours(number),
        "days" => Span::Days(number),
        "working-days" => Span::WorkingDays(number),
        "weeks" => Span::Weeks(number),
        "months" => Span::Months(number),
        "days-after-year-end" => Span::DaysAfterYearEnd(number),
        other => panic!("{other}"),
    }
}

#[test]
fn every_count_equals_that_of_dateutil_and_numpy() {
    let calendars = Calendars::embedded().unwrap();
    let mut seen = BTreeSet::new();
    let rows: Vec<&str> = CASES.lines().skip(2).collect();
    for row in &rows {
        let cells: Vec<&str> = row.split(',').collect();
        let [id, zone, start, unit, number, hours, first_day, roll, strict, legal] = cells[..] else { panic!("{row}") };
        let convention = Convention {
            hours: spelled(hours),
            first_day: spelled(first_day),
            roll: spelled(roll),
            two_working_days: false,
        };
        let start = Moment::from_rfc3339(start).unwrap();
        let span = span(unit, number.parse().unwrap());
        let counted = count(span, start, &convention, zone.parse().unwrap(), Some(calendars.get(id).unwrap()));
        assert_eq!((counted.strict.to_rfc3339(), counted.legal.to_rfc3339()), (strict.into(), legal.into()), "{row}");
        assert_eq!(counted.beyond_calendar, None, "{row}");
        seen.insert((unit, roll));
    }
    assert_eq!((rows.len(), seen.len()), (800, 18), "every unit with every roll");
}

#[test]
fn the_oracle_names_its_versions() {
    assert!(CASES.starts_with("# python 3.") && CASES.lines().next().unwrap().contains("numpy "));
}
