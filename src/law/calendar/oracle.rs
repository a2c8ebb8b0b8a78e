//! The calendars against an independent oracle, the package `holidays`: equal, but for the differences that are listed
//! and explained from the law beside the fixtures.

use super::fixtures::FIXTURES;
use super::*;
use std::collections::BTreeSet;

const DIFFERENCES: &str =
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/oracles/holidays/differences.toml"));

#[derive(Deserialize)]
struct Differences {
    difference: Vec<Difference>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Says {
    Open,
    Closed,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Difference {
    calendar: String,
    ours: Says,
    theirs: Says,
    why: String,
    days: Vec<parse::Day>,
}

fn differences() -> Vec<Difference> {
    toml::from_str::<Differences>(DIFFERENCES).unwrap().difference
}

/// The days of one fixture; its first line names the versions.
fn fixture(text: &str) -> BTreeSet<NaiveDate> {
    let rows = text.lines().filter(|line| !line.starts_with('#'));
    rows.map(|row| row.split(',').next().unwrap().parse().unwrap()).collect()
}

#[test]
fn every_calendar_equals_the_oracle_but_for_the_explained_differences() {
    let calendars = Calendars::embedded().unwrap();
    let differences = differences();
    for (id, text) in FIXTURES {
        let ours: BTreeSet<NaiveDate> =
            calendars.get(id).unwrap().holidays().iter().map(|holiday| holiday.day).collect();
        let theirs = fixture(text);
        let listed = |side: Says| -> BTreeSet<NaiveDate> {
            let of = differences.iter().filter(|one| one.calendar == *id && one.ours == side);
            of.flat_map(|one| one.days.iter().map(|day| day.0)).collect()
        };
        let only = |a: &BTreeSet<NaiveDate>, b| -> BTreeSet<NaiveDate> { a.difference(b).copied().collect() };
        assert_eq!(only(&ours, &theirs), listed(Says::Closed), "{id}: closed here, open there");
        assert_eq!(only(&theirs, &ours), listed(Says::Open), "{id}: open here, closed there");
    }
}

#[test]
fn every_difference_is_explained_and_of_a_calendar_that_is_compared() {
    for difference in differences() {
        assert!(FIXTURES.iter().any(|(id, _)| *id == difference.calendar), "{}", difference.calendar);
        assert!(difference.why.len() > 40, "{}", difference.why);
        assert_ne!(difference.ours, difference.theirs, "{}", difference.why);
    }
}

#[test]
fn every_calendar_is_compared_and_every_fixture_names_its_versions() {
    let calendars = Calendars::embedded().unwrap();
    let compared: Vec<&str> = FIXTURES.iter().map(|(id, _)| *id).collect();
    assert_eq!(calendars.iter().map(|calendar| calendar.id.as_str()).collect::<Vec<_>>(), compared);
    assert!(FIXTURES.iter().all(|(_, text)| text.starts_with("# holidays 0.")));
}
