//! Facts about lengths of time: which unit decides, how dates are counted, what an open end leaves open.

use super::*;
use chrono_tz::{America, Asia, Europe};
use proptest::prelude::*;

fn at(text: &str) -> Moment {
    Moment::from_rfc3339(text).unwrap()
}

fn day(text: &str) -> Bounds {
    let first = at(&format!("{text}T00:00:00+01:00"));
    Bounds::between(first, first.plus_seconds(86_399))
}

const DAYS: Scale = Scale { unit: Unit::Days, zone: Europe::Madrid };
const HOURS: Scale = Scale { unit: Unit::Hours, zone: Europe::Madrid };

#[test]
fn days_are_dates_of_the_zone_of_the_duty() {
    let (due, filed) = (at("2026-01-30T23:59:59+01:00"), at("2026-01-31T00:30:00+01:00"));
    assert_eq!(DAYS.apart(due, filed), Length::Days { least: 1, most: Some(1) });
    assert_eq!(HOURS.apart(due, filed), Length::seconds(1_801));
    let seoul = Scale { zone: Asia::Seoul, ..DAYS };
    assert_eq!(seoul.apart(due, filed), Length::seconds(1_801), "one date in Seoul");
}

#[test]
fn on_the_day_itself_hours_decide() {
    let (due, filed) = (at("2026-11-24T17:30:00-05:00"), at("2026-11-24T18:00:00-05:00"));
    let eastern = Scale { unit: Unit::Days, zone: America::New_York };
    assert_eq!(eastern.apart(due, filed), Length::seconds(1_800));
}

#[test]
fn two_moments_known_to_the_day_are_whole_days_apart() {
    assert_eq!(DAYS.took(day("2026-01-05"), day("2026-02-15")), Length::Days { least: 41, most: Some(41) });
    assert_eq!(DAYS.took(day("2026-01-05"), day("2026-01-06")), Length::Days { least: 1, most: Some(1) });
    let same = DAYS.took(day("2026-01-05"), day("2026-01-05"));
    assert_eq!(same, Length::Seconds { least: 0, most: Some(86_399) }, "from nothing to nearly a day");
}

#[test]
fn a_day_said_in_another_zone_is_two_dates() {
    let here = Scale { unit: Unit::Days, zone: America::New_York };
    let due = at("2026-01-05T23:59:59-05:00");
    assert_eq!(here.apart(due, day("2026-02-15")), Length::Days { least: 40, most: Some(41) });
}

#[test]
fn what_is_left_is_told_in_hours_while_hours_decide() {
    let due = at("2026-01-30T17:30:00+01:00");
    assert_eq!(DAYS.took(at("2026-01-29T23:30:00+01:00"), due), Length::seconds(18 * 3_600));
    assert_eq!(DAYS.took(at("2026-01-27T23:30:00+01:00"), due), Length::Days { least: 3, most: Some(3) });
}

#[test]
fn an_open_end_leaves_its_side_open() {
    let due = Bounds::from(at("2026-01-30T23:59:59+01:00"));
    let not_before = Bounds { earliest: Some(at("2026-02-02T00:00:00+01:00")), latest: None };
    assert_eq!(DAYS.apart(due, not_before), Length::Days { least: 3, most: None });
    let not_after = Bounds { earliest: None, latest: Some(at("2026-02-02T00:00:00+01:00")) };
    assert_eq!(DAYS.apart(due, not_after), Length::Days { least: 0, most: Some(3) });
    let unknown = Bounds { earliest: None, latest: None };
    assert_eq!(HOURS.apart(due, unknown), Length::Seconds { least: 0, most: None });
}

proptest! {
    #[test]
    fn a_length_holds_every_pair_of_moments_that_its_ranges_allow(
        from in 0_i64..4_000_000, from_width in 0_i64..200_000, gap in 0_i64..9_000_000, to_width in 0_i64..200_000,
        (a, b) in (0_i64..=1_000, 0_i64..=1_000), days in any::<bool>(),
    ) {
        let base = 1_790_000_000 + from;
        let to = base + gap;
        let moment = Moment::from_seconds;
        let (first, last) = (moment(base + from_width * a / 1_000), moment(to + to_width * b / 1_000));
        let scale = if days { DAYS } else { HOURS };
        let from = Bounds::between(moment(base), moment(base + from_width));
        let to = Bounds::between(moment(to), moment(to + to_width));
        let dates = |at: Moment| at.in_zone(scale.zone).date_naive();
        for length in [scale.apart(from, to), scale.took(from, to)] {
            let (least, most, exact) = match length {
                Length::Days { least, most } => {
                    (least, most, dates(last).signed_duration_since(dates(first)).num_days())
                }
                Length::Seconds { least, most } => (least, most, last.since(first)),
            };
            prop_assert!(least <= exact.max(0) && Some(exact.max(0)) <= most, "{length:?} does not hold {exact}");
        }
    }
}
