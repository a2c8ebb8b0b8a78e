//! What is typed: lengths, numbers, moments of every precision, and what is refused with which words.

use super::input::{MOST, MomentInput, TEXT, count, line, optional_text, text, typed};
use super::refusal::Problem;
use crate::law::base::moment::{Moment, Precision, Timing};
use proptest::prelude::*;

const NOW: i64 = 1_795_000_000;

fn moment(text: &str, zone: &str) -> Result<Timing, Problem> {
    MomentInput { text: text.to_owned(), zone: zone.to_owned(), ..MomentInput::default() }
        .past(Moment::from_seconds(NOW))
}

#[test]
fn a_minute_in_seoul_is_read_as_its_first_second() {
    let timing = moment("2025-11-17 16:00", "Asia/Seoul").unwrap();
    assert_eq!((timing.at.to_rfc3339().as_str(), timing.precision), ("2025-11-17T07:00:00Z", Precision::Exact));
}

#[test]
fn a_day_alone_and_an_hour_alone_are_kept_as_such() {
    assert_eq!(moment("2025-11-17", "Asia/Seoul").unwrap().precision, Precision::Day);
    assert_eq!(moment("2025-11-17 16", "Asia/Seoul").unwrap().precision, Precision::Hour);
}

#[test]
fn a_time_chosen_as_known_to_the_day_is_its_day() {
    let typed = MomentInput {
        text: "2025-11-17 16:20".to_owned(),
        precision: "day".to_owned(),
        zone: "Asia/Seoul".to_owned(),
        ..MomentInput::default()
    };
    let now = Moment::from_seconds(NOW);
    assert_eq!(typed.past(now), moment("2025-11-17", "Asia/Seoul"));
    let hour = MomentInput { precision: "hour".to_owned(), ..typed };
    assert_eq!(hour.past(now), moment("2025-11-17 16", "Asia/Seoul"));
}

#[test]
fn what_is_known_roughly_is_typed_with_its_ends_and_about_alone_is_asked_about() {
    let typed = |text: &str, until: &str, precision: &str| {
        let [text, until, precision] = [text, until, precision].map(ToOwned::to_owned);
        MomentInput { text, until, precision, zone: "Asia/Seoul".to_owned() }.past(Moment::from_seconds(NOW))
    };
    let ends = |timing: Timing| (timing.earliest().to_rfc3339(), timing.latest().to_rfc3339());
    let days = ("2026-01-07T15:00:00Z".to_owned(), "2026-01-09T14:59:59Z".to_owned());
    assert_eq!(ends(typed("2026-01-08", "2026-01-09", "about").unwrap()), days);
    assert_eq!(typed("2026-01-08", "", "about"), Err(Problem::AboutHasTwoEnds));
    assert_eq!(typed("2026-01-09", "2026-01-08", "between"), Err(Problem::EndBeforeStart));
    let latest = typed("2026-01-03", "", "latest").unwrap();
    assert_eq!((latest.earliest(), latest.precision), (Moment::OPEN_PAST, Precision::Latest));
    assert_eq!(typed("2026-01-03 09:00", "", "earliest").unwrap().latest(), Moment::OPEN_FUTURE);
    assert_eq!(typed("2026-01-03", "", "month"), typed("2026-01", "", ""));
    assert_eq!(typed("2026-01", "", "year"), typed("2026", "", "day"));
    for (text, until, precision) in [
        ("2026-01-08", "2026-01-09 11:30", "between"),
        ("2026-01-03", "", "latest"),
        ("2026-01-03 09:00", "", "earliest"),
        ("2026-01", "", "month"),
        ("2026", "", "year"),
    ] {
        let timing = typed(text, until, precision).unwrap();
        let fields = MomentInput::of(&timing);
        assert_eq!((fields.text.as_str(), fields.until.as_str(), fields.precision.as_str()), (text, until, precision));
    }
}

#[test]
fn the_future_is_refused() {
    assert_eq!(moment("2031-01-01 00:00", "Asia/Seoul"), Err(Problem::InFuture { now: Moment::from_seconds(NOW) }));
}

#[test]
fn a_time_that_never_was_names_the_first_instant_after_the_gap() {
    let after = Moment::from_rfc3339("2025-03-30T01:00:00Z").unwrap();
    let zone = chrono_tz::Europe::Berlin;
    assert_eq!(moment("2025-03-30 02:30", "Europe/Berlin"), Err(Problem::NeverInZone { after, zone }));
}

#[test]
fn a_time_that_was_twice_is_asked_about_and_its_offset_settles_it() {
    let Err(Problem::TwiceInZone { first, second }) = moment("2025-10-26 02:30", "Europe/Berlin") else {
        panic!("it was twice")
    };
    assert_eq!((first.as_str(), second.as_str()), ("2025-10-26 02:30 +02:00", "2025-10-26 02:30 +01:00"));
    let (first, second) = (moment(&first, "Europe/Berlin").unwrap(), moment(&second, "Europe/Berlin").unwrap());
    assert_eq!(second.at.since(first.at), 3_600);
}

#[test]
fn numbers_are_read_with_and_without_separators_and_never_guessed() {
    assert_eq!(count("33,673,817"), Ok(33_673_817));
    assert_eq!(count("33.673.817"), Ok(33_673_817));
    assert_eq!(count(" 4536 "), Ok(4_536));
    for (text, number) in
        [("12,34,567", 1_234_567), ("33'673'817", 33_673_817), ("３３", 33), ("4536건", 4_536), ("4,536 명", 4_536)]
    {
        assert_eq!(count(text), Ok(number), "{text}");
    }
    assert_eq!(count("-5"), Err(Problem::Negative));
    assert_eq!(count("4,53"), Err(Problem::NotANumber));
    assert_eq!(count("many"), Err(Problem::NotANumber));
    assert_eq!(count("99999999999999999999999"), Err(Problem::Absurd { most: MOST }));
    assert_eq!(count("10000000001"), Err(Problem::Absurd { most: MOST }));
}

#[test]
fn a_megabyte_of_text_is_refused_with_the_limit() {
    assert_eq!(text(&"가".repeat(1 << 20)), Err(Problem::TooLong { limit: TEXT }));
    for odd in ["a\nb", "a\0b", "in\u{202e}voice", "\u{2066}a", "a\u{2028}b", "a\u{ffff}"] {
        assert_eq!(line(odd), Err(Problem::Unprintable), "{odd:?}");
    }
    assert_eq!(text("a\u{202e}b"), Err(Problem::Unprintable));
    assert_eq!(optional_text("a\r\nb"), Ok("a\nb".to_owned()));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_makes_the_reader_of_moments_panic(text in "\\PC{0,40}", zone in "\\PC{0,20}") {
        let _ = moment(&text, &zone);
        let _ = moment(&text, "Asia/Seoul");
        let _ = count(&text);
    }

    #[test]
    fn what_is_typed_back_reads_the_same(seconds in 700_000_000i64..NOW) {
        let timing = Timing::exact(Moment::from_seconds(seconds), chrono_tz::Asia::Seoul);
        prop_assert_eq!(moment(&typed(&timing), "Asia/Seoul"), Ok(timing));
    }
}
