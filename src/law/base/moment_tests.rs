//! What is known of a moment that is known roughly, and how exactly the end of a gap in the clocks is found.

use super::moment::{Local, Moment, Precision, Timing, UNBOUNDED, resolve_local, start_of_day};
use chrono::{NaiveDateTime, Offset, TimeDelta};
use chrono_tz::Tz;
use proptest::prelude::*;
use proptest::sample::select;

fn at(text: &str) -> Moment {
    Moment::from_rfc3339(text).unwrap()
}

fn never(local: &str, zone: Tz) -> String {
    let local = NaiveDateTime::parse_from_str(local, "%Y-%m-%d %H:%M").unwrap();
    let Local::Never(after) = resolve_local(local, zone) else { panic!("it was") };
    after.in_zone(zone).format("%Y-%m-%d %H:%M:%S").to_string()
}

#[test]
fn the_first_moment_after_a_gap_is_its_end_whatever_minute_was_typed() {
    for minute in ["02:00", "02:01", "02:40", "02:59"] {
        let after = never(&format!("2026-03-08 {minute}"), Tz::America__New_York);
        assert_eq!(after, "2026-03-08 03:00:00", "{minute}");
    }
    assert_eq!(never("2026-10-04 02:07", Tz::Australia__Lord_Howe), "2026-10-04 02:30:00", "half an hour");
    assert_eq!(never("2011-12-30 13:13", Tz::Pacific__Apia), "2011-12-31 00:00:00", "a whole day");
    assert_eq!(start_of_day("2011-12-30".parse().unwrap(), Tz::Pacific__Apia), None);
    let havana = start_of_day("2026-03-08".parse().unwrap(), Tz::America__Havana).unwrap();
    assert_eq!(havana, at("2026-03-08T05:00:00Z"), "midnight itself never was");
}

#[test]
fn months_and_years_are_those_of_their_zone() {
    let of = |text, precision| Timing { at: at(text), precision, zone: Tz::Asia__Seoul };
    let february = of("2024-02-01T00:00:00+09:00", Precision::Month);
    assert_eq!(february.latest(), at("2024-02-29T23:59:59+09:00"));
    assert_eq!(of("2026-01-01T00:00:00+09:00", Precision::Year).latest(), at("2026-12-31T23:59:59+09:00"));
}

#[test]
fn an_open_end_stays_open_and_nothing_is_counted_from_it() {
    let late = Timing::between(Moment::OPEN_PAST, at("2026-01-03T14:59:59Z"), Tz::UTC);
    assert_eq!((late.precision, late.at), (Precision::Latest, at("2026-01-03T14:59:59Z")));
    assert_eq!(late.earliest().plus_seconds(86_400), Moment::OPEN_PAST);
    assert_eq!(at("2026-01-03T00:00:00Z").since(late.earliest()), UNBOUNDED);
    let early = Timing::between(at("2026-01-03T00:00:00Z"), Moment::OPEN_FUTURE, Tz::UTC);
    assert_eq!(early.latest().since(early.earliest()), UNBOUNDED);
    assert_eq!(early.earliest().since(early.latest()), -UNBOUNDED);
}

#[test]
fn what_comes_first_is_certain_only_where_no_reading_says_otherwise() {
    let day = |text| Timing { at: at(text), precision: Precision::Day, zone: Tz::UTC };
    let (first, second) = (day("2026-01-03T00:00:00Z"), day("2026-01-04T00:00:00Z"));
    assert!(first.certainly_before(&second) && !second.possibly_before(&first));
    let by_fourth = Timing::between(Moment::OPEN_PAST, second.latest(), Tz::UTC);
    assert!(!by_fourth.certainly_before(&first) && by_fourth.possibly_before(&first));
    assert!(!first.certainly_before(&by_fourth) && first.possibly_before(&by_fourth));
}

#[test]
fn a_timing_recorded_before_reads_as_it_did_and_every_new_one_is_written_and_read() {
    let old = r#"{"at":"2025-11-17T07:00:00Z","precision":"hour","zone":"Asia/Seoul"}"#;
    let read: Timing = serde_json::from_str(old).unwrap();
    assert_eq!((read.precision, serde_json::to_string(&read).unwrap().as_str()), (Precision::Hour, old));
    let to = Precision::Between(at("2025-11-18T00:00:00Z"));
    for precision in [Precision::Month, Precision::Year, to, Precision::Latest, Precision::Earliest] {
        let written = serde_json::to_string(&Timing { precision, ..read }).unwrap();
        assert_eq!(serde_json::from_str::<Timing>(&written).unwrap().precision, precision, "{written}");
    }
}

const ZONES: [Tz; 9] = [
    Tz::America__New_York,
    Tz::America__Sao_Paulo,
    Tz::America__Havana,
    Tz::America__St_Johns,
    Tz::Europe__Berlin,
    Tz::Africa__Casablanca,
    Tz::Asia__Tehran,
    Tz::Australia__Lord_Howe,
    Tz::Pacific__Apia,
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn after_every_gap_of_every_zone_comes_the_instant_at_which_clocks_were_set(
        zone in select(&ZONES[..]), hour in 180_000_i64..500_000, into in 0_i64..86_400,
    ) {
        let offset = |at: Moment| i64::from(at.in_zone(zone).offset().fix().local_minus_utc());
        // The first time clocks are set forward after an hour.
        let hours = (hour..).take(24 * 400);
        let forward = |hour: &i64| offset(Moment::from_seconds(hour * 3_600)) < offset(Moment::from_seconds((hour + 1) * 3_600));
        let Some(before) = hours.into_iter().find(forward) else { return Ok(()) };
        let earlier = offset(Moment::from_seconds(before * 3_600));
        let set = (1..=3_600).map(|second| Moment::from_seconds(before * 3_600 + second)).find(|at| offset(*at) != earlier);
        let set = set.unwrap();
        let gap = offset(set) - earlier;
        let local = set.utc().naive_utc() + TimeDelta::seconds(earlier + into % gap);
        prop_assert_eq!(resolve_local(local, zone), Local::Never(set));
    }
}
