//! Facts about how lengths of time read, in three languages: in the unit in which the duty counts, as a range where one end is
//! one, and never narrower than what is known.

use super::*;
use crate::law::base::moment::Moment;
use crate::law::base::words::Lang;
use crate::law::verdict::{Bounds, Scale, Unit};
use chrono_tz::Europe::Madrid;
use proptest::prelude::*;

fn words(length: Length) -> [String; 3] {
    Lang::ALL.map(|lang| Text::new(lang).length(length))
}

const fn seconds(least: i64, most: i64) -> Length {
    Length::Seconds { least, most: Some(most) }
}

const fn days(least: i64, most: i64) -> Length {
    Length::Days { least, most: Some(most) }
}

#[test]
fn a_length_reads_in_the_unit_that_decides() {
    let late = 29 * HOUR + 35 * MINUTE;
    for (length, expected) in [
        (Length::seconds(0), ["0 s", "0초", "0 detik"]),
        (Length::seconds(1), ["1 s", "1초", "1 detik"]),
        (Length::seconds(59 * MINUTE + 59), ["59 min", "59분", "59 menit"]),
        (Length::seconds(14 * HOUR + 1), ["14 h", "14시간", "14 jam"]),
        (Length::seconds(late), ["29 h 35 min", "29시간 35분", "29 jam 35 menit"]),
        (Length::seconds(101 * HOUR), ["4 days 5 h", "4일 5시간", "4 hari 5 jam"]),
        (Length::seconds(8_762 * HOUR + 660), ["365 days", "365일", "365 hari"]),
        (Length::seconds(1_512 * HOUR), ["63 days", "63일", "63 hari"]),
        (days(1, 1), ["1 day", "1일", "1 hari"]),
        (days(1_234, 1_234), ["1,234 days", "1,234일", "1.234 hari"]),
    ] {
        assert_eq!(words(length), expected, "{length:?}");
    }
}

#[test]
fn a_range_reads_as_a_range() {
    for (length, expected) in [
        (seconds(60 * HOUR + 1, 84 * HOUR), ["60 to 84 h", "60~84시간", "60 sampai 84 jam"]),
        (seconds(913 * HOUR, 960 * HOUR - 1), ["38 to 40 days", "38~40일", "38 sampai 40 hari"]),
        (seconds(16 * HOUR, 17 * HOUR - 1), ["16 to 17 h", "16~17시간", "16 sampai 17 jam"]),
        (seconds(5 * MINUTE, 15 * MINUTE), ["5 to 15 min", "5~15분", "5 sampai 15 menit"]),
        (seconds(5, 9), ["5 to 9 s", "5~9초", "5 sampai 9 detik"]),
        (
            seconds(2 * HOUR - 300, 2 * HOUR + 300),
            ["1 h 55 min to 2 h 5 min", "1시간 55분~2시간 5분", "1 jam 55 menit sampai 2 jam 5 menit"],
        ),
        (seconds(0, 86_399), ["at most 24 h", "최대 24시간", "paling lama 24 jam"]),
        (days(40, 41), ["40 to 41 days", "40~41일", "40 sampai 41 hari"]),
        (days(0, 3), ["at most 3 days", "최대 3일", "paling lama 3 hari"]),
        (Length::Days { least: 3, most: None }, ["at least 3 days", "최소 3일", "sedikitnya 3 hari"]),
        (Length::Seconds { least: 5 * HOUR, most: None }, ["at least 5 h", "최소 5시간", "sedikitnya 5 jam"]),
        (
            Length::Seconds { least: 0, most: None },
            ["an unknown time", "알 수 없는 시간", "waktu yang tidak diketahui"],
        ),
    ] {
        assert_eq!(words(length), expected, "{length:?}");
    }
}

#[test]
fn what_authorities_counted_in_days_is_told_in_their_days() {
    // A filing known to the day, 41 days after a discovery known to the day, under a limit of days and under one of hours.
    let at = |text: &str| Moment::from_rfc3339(text).unwrap();
    let day = |text: &str| Bounds::between(at(text), at(text).plus_seconds(DAY - 1));
    let (discovered, filed) = (day("2026-01-05T00:00:00+01:00"), day("2026-02-15T00:00:00+01:00"));
    let of = |unit| Scale { unit, zone: Madrid }.took(discovered, filed);
    assert_eq!(words(of(Unit::Days)), ["41 days", "41일", "41 hari"]);
    assert_eq!(words(of(Unit::Hours)), ["40 to 42 days", "40~42일", "40 sampai 42 hari"]);
    let same_day = Scale { unit: Unit::Days, zone: Madrid }.took(discovered, discovered);
    assert_eq!(words(same_day), ["at most 24 h", "최대 24시간", "paling lama 24 jam"]);
}

#[test]
fn nobody_is_told_to_wait_less_than_it_takes() {
    let wait = |seconds: i64| Text::new(Lang::En).wait(seconds);
    assert_eq!([wait(0), wait(45), wait(61), wait(120)], ["0 s", "45 s", "2 min", "2 min"]);
}

/// What a text claims, in seconds: from the lower end, to the end of the last unit that it names where it names one length.
fn claimed(text: &str) -> (i64, Option<i64>) {
    const UNITS: [(&str, i64); 13] = [
        ("days", DAY),
        ("day", DAY),
        ("hari", DAY),
        ("일", DAY),
        ("h", HOUR),
        ("jam", HOUR),
        ("시간", HOUR),
        ("min", MINUTE),
        ("menit", MINUTE),
        ("분", MINUTE),
        ("s", 1),
        ("detik", 1),
        ("초", 1),
    ];
    let unit_of = |text: &str| {
        let word: String = text.trim_start().chars().take_while(|c| c.is_alphabetic()).collect();
        UNITS.iter().find(|(name, _)| *name == word).map(|(_, seconds)| *seconds)
    };
    let bare = text.replace([',', '.'], "");
    let sides: Vec<&str> =
        bare.split('~').flat_map(|side| side.split(" to ")).flat_map(|side| side.split(" sampai ")).collect();
    let last_unit = sides.last().and_then(|side| {
        side.char_indices().rfind(|(_, c)| c.is_ascii_digit()).and_then(|(at, _)| unit_of(&side[at + 1..]))
    });
    let amount = |side: &str| {
        let mut sum = 0;
        for part in side
            .split_inclusive(|c: char| !c.is_ascii_digit())
            .filter(|part| part.starts_with(|c: char| c.is_ascii_digit()))
        {
            let at = part.as_ptr() as usize - side.as_ptr() as usize;
            let digits: String = part.chars().take_while(char::is_ascii_digit).collect();
            let unit = unit_of(&side[at + digits.len()..]).or(last_unit).unwrap();
            sum += digits.parse::<i64>().unwrap() * unit;
        }
        sum
    };
    match sides.as_slice() {
        [from, to] => (amount(from), Some(amount(to))),
        [one] if ["at least", "최소", "sedikitnya"].iter().any(|word| one.starts_with(word)) => (amount(one), None),
        [one] if ["at most", "최대", "paling lama"].iter().any(|word| one.starts_with(word)) => {
            (0, Some(amount(one)))
        }
        [one] => (amount(one), Some(amount(one) + last_unit.unwrap() - 1)),
        other => panic!("{text}: {other:?}"),
    }
}

#[test]
fn what_a_text_claims_is_read_back_from_its_words() {
    for text in ["60 to 84 h", "60~84시간", "60 sampai 84 jam"] {
        assert_eq!(claimed(text), (60 * HOUR, Some(84 * HOUR)), "{text}");
    }
    assert_eq!(claimed("1 jam 55 menit sampai 2 jam 5 menit"), (115 * MINUTE, Some(125 * MINUTE)));
    assert_eq!(claimed("1.234 hari"), (1_234 * DAY, Some(1_235 * DAY - 1)));
    assert_eq!((claimed("최대 24시간"), claimed("at least 3 days")), ((0, Some(DAY)), (3 * DAY, None)));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_words_always_hold_both_exact_ends(
        least in prop_oneof![0_i64..200, 0_i64..400_000, 0_i64..40_000_000],
        width in prop_oneof![Just(0_i64), 0_i64..200, 0_i64..100_000, 0_i64..9_000_000],
        in_days in any::<bool>(), open in any::<bool>(),
    ) {
        let (least, most) = if in_days { (least / DAY, (least + width) / DAY) } else { (least, least + width) };
        let most = (!open).then_some(most);
        let unit = if in_days { DAY } else { 1 };
        let length = if in_days { Length::Days { least, most } } else { Length::Seconds { least, most } };
        for text in words(length).iter().filter(|_| least > 0 || most.is_some()) {
            let (from, to) = claimed(text);
            prop_assert!(from <= least * unit, "{text} begins after {length:?}");
            match most {
                Some(most) => prop_assert!(to.is_some_and(|to| most * unit <= to), "{text} ends before {length:?}"),
                None => prop_assert!(to.is_none(), "{text} ends, {length:?} does not"),
            }
        }
        let most_alone = Text::new(Lang::En).length_most(length);
        prop_assert!(most.is_none_or(|most| claimed(&most_alone).0 >= most * unit), "{most_alone} is less than {length:?}");
    }
}
