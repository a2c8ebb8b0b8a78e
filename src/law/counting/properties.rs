//! What must hold of every count, however strange: checked on random ones.

use super::*;
use crate::calendar::{Calendar, Calendars};
use chrono::{Datelike, NaiveDate};
use chrono_tz::{Tz, UTC};
use proptest::prelude::*;
use std::sync::LazyLock;

static CALENDARS: LazyLock<Calendars> = LazyLock::new(|| Calendars::embedded().unwrap());

/// Zones with whole and odd offsets, with and without summer time.
const ZONES: [Tz; 10] = [
    Tz::UTC,
    Tz::Asia__Seoul,
    Tz::Europe__Paris,
    Tz::America__New_York,
    Tz::America__St_Johns,
    Tz::Asia__Kolkata,
    Tz::Asia__Kathmandu,
    Tz::Australia__Lord_Howe,
    Tz::Pacific__Chatham,
    Tz::Pacific__Kiritimati,
];

/// 2024-01-01 and 2028-09-30, so that the spans below stay within the calendars.
const COVERED: std::ops::Range<i64> = 1_704_067_200..1_853_798_400;

fn span() -> impl Strategy<Value = Span> {
    prop_oneof![
        (0..200_u32).prop_map(Span::Hours),
        (0..90_u32).prop_map(Span::Days),
        (0..30_u32).prop_map(Span::WorkingDays),
        (0..400_u32).prop_map(Span::WorkingDayHours),
        (0..6_u32).prop_map(Span::Weeks),
        (0..3_u32).prop_map(Span::Months),
        (0..70_u32).prop_map(Span::DaysAfterYearEnd),
        (0..14_u32, 0..33_u32).prop_map(|(month, day)| Span::OnNext { month, day }),
        (0..14_u32, 0..33_u32).prop_map(|(month, day)| Span::OnNextYear { month, day }),
    ]
}

fn any_span() -> impl Strategy<Value = Span> {
    // Millions of working days are walked one by one: one bound is enough for them.
    let far = prop_oneof![Just(u32::MAX), any::<u32>()];
    prop_oneof![
        far.clone().prop_map(Span::Hours),
        far.clone().prop_map(Span::Days),
        (0..100_000_u32).prop_map(Span::WorkingDays),
        (0..100_000_u32).prop_map(Span::WorkingDayHours),
        far.clone().prop_map(Span::Weeks),
        far.clone().prop_map(Span::Months),
        far.prop_map(Span::DaysAfterYearEnd),
        (any::<u32>(), any::<u32>()).prop_map(|(month, day)| Span::OnNext { month, day }),
        (any::<u32>(), any::<u32>()).prop_map(|(month, day)| Span::OnNextYear { month, day }),
    ]
}

prop_compose! {
    fn convention()(
        full in any::<bool>(),
        first_day in prop_oneof![Just(FirstDay::Excluded), Just(FirstDay::Included), Just(FirstDay::FirstOpenDay)],
        roll in prop_oneof![Just(Roll::None), Just(Roll::EndOfNextOpenDay), Just(Roll::NoonOfNextOpenDay)],
        two_working_days in any::<bool>(),
    ) -> Convention {
        let hours = if full { HourRule::FullHours } else { HourRule::Elapsed };
        Convention { hours, first_day, roll, two_working_days }
    }
}

/// A calendar by its id, so that a failure does not print all its days.
fn calendar() -> impl Strategy<Value = Option<&'static str>> {
    let all: Vec<&'static str> = CALENDARS.iter().map(|calendar| calendar.id.as_str()).collect();
    proptest::option::of(proptest::sample::select(all))
}

fn named(id: Option<&str>) -> Option<&'static Calendar> {
    id.and_then(|id| CALENDARS.get(id))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_date_of_the_year_after_is_that_date_whatever_the_day_of_the_start_and_leap_year_or_not(
        start in COVERED, month in 1..13_u32, day in 1..29_u32,
    ) {
        let plain = Convention::default();
        let counted = count(Span::OnNextYear { month, day }, Moment::from_seconds(start), &plain, UTC, None);
        let year = Moment::from_seconds(start).in_zone(UTC).year() + 1;
        let expected = NaiveDate::from_ymd_opt(year, month, day).unwrap();
        prop_assert_eq!(counted.legal.in_zone(UTC).date_naive(), expected);
        prop_assert_eq!(counted.strict, counted.legal);
    }

    #[test]
    fn due_is_never_before_the_start_and_the_legal_reading_never_before_the_strict(
        span in span(), start in COVERED, convention in convention(), zone in proptest::sample::select(&ZONES[..]), calendar in calendar(),
    ) {
        let start = Moment::from_seconds(start);
        let counted = count(span, start, &convention, zone, named(calendar));
        prop_assert!(counted.strict >= start);
        prop_assert!(counted.legal >= counted.strict);
    }

    #[test]
    fn a_later_start_is_never_due_earlier(
        span in span(), start in COVERED, later in prop_oneof![0..7_200_i64, 0..900_000_i64],
        convention in convention(), zone in proptest::sample::select(&ZONES[..]), calendar in calendar(),
    ) {
        let one = count(span, Moment::from_seconds(start), &convention, zone, named(calendar));
        let other = count(span, Moment::from_seconds(start + later), &convention, zone, named(calendar));
        prop_assert!(other.strict >= one.strict);
        // A last day that moves to noon can overtake: hours that end on the open day itself are not moved.
        if convention.roll != Roll::NoonOfNextOpenDay {
            prop_assert!(other.legal >= one.legal, "{:?} then {:?}", one, other);
        }
    }

    #[test]
    fn a_roll_lands_on_an_open_day(
        span in span(), start in COVERED, convention in convention(), zone in proptest::sample::select(&ZONES[..]), calendar in calendar(),
    ) {
        let counted = count(span, Moment::from_seconds(start), &convention, zone, named(calendar));
        for step in &counted.steps {
            if let CountStep::Rolled { from, to, ends, .. } = step {
                let calendar = named(calendar).unwrap();
                let covered = counted.beyond_calendar.is_none();
                prop_assert!(!covered || calendar.is_open(*from) == Ok(false) && calendar.is_open(*to) == Ok(true));
                prop_assert_eq!(counted.legal, *ends);
                prop_assert_eq!(ends.in_zone(zone).date_naive(), *to);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_panics_whatever_the_date_or_zone(
        span in any_span(), start in any::<i64>(), near in 0..253_402_300_799_i64, clamp in any::<bool>(),
        convention in convention(), zone in proptest::sample::select(&chrono_tz::TZ_VARIANTS[..]), calendar in calendar(),
    ) {
        let start = Moment::from_seconds(if clamp { start } else { near });
        let counted = count(span, start, &convention, zone, named(calendar));
        prop_assert!(start <= counted.strict && counted.strict <= counted.legal);
    }
}
