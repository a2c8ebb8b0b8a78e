//! Facts about how the texts come out, in every language.

use super::*;
use crate::law::base::moment::{Moment, Precision, Timing};
use crate::law::base::money::{Currency, Money};
use chrono_tz::Tz;
use proptest::prelude::*;

const ENGLISH: Text = Text::new(Lang::En);
const KOREAN: Text = Text::new(Lang::Ko);
const INDONESIAN: Text = Text::new(Lang::Id);

fn at(text: &str) -> Moment {
    Moment::from_rfc3339(text).unwrap()
}

#[test]
fn every_key_comes_out_in_every_language_with_its_variables() {
    for lang in Lang::ALL {
        let bundle = bundle(lang);
        for (key, variables) in KEYS {
            let pattern = bundle.get_message(key).and_then(|message| message.value()).expect(key);
            let mut given = FluentArgs::new();
            for variable in *variables {
                given.set(*variable, 7);
            }
            let mut errors = Vec::new();
            let text = bundle.format_pattern(pattern, Some(&given), &mut errors);
            assert!(errors.is_empty(), "{lang:?} {key}: {errors:?}");
            assert!(!text.trim().is_empty() && !text.contains("{$"), "{lang:?} {key}: {text}");
        }
    }
}

/// Every text of a language, with a digit in place of each variable.
fn texts(lang: Lang) -> impl Iterator<Item = (&'static str, String)> {
    KEYS.iter().map(move |(key, variables)| {
        let mut given = FluentArgs::new();
        for variable in *variables {
            given.set(*variable, 7);
        }
        (*key, Text::new(lang).say(key, Some(&given)))
    })
}

#[test]
fn no_text_was_left_in_english() {
    // Names are the same in every language.
    let names = ["language-en", "language-ko", "language-id", "filing-html", "filing-pdf"];
    let english: std::collections::BTreeMap<_, _> = texts(Lang::En).collect();
    for (key, text) in texts(Lang::Ko).filter(|(key, _)| !names.contains(key)) {
        let hangul = text.chars().any(|c| ('가'..='힣').contains(&c));
        assert!(hangul || !text.contains(|c: char| c.is_ascii_alphabetic()), "ko {key}: {text}");
    }
    for (key, text) in texts(Lang::Id).filter(|(key, _)| !names.contains(key)) {
        assert!(
            !text.trim().contains(' ') || !text.contains(char::is_alphabetic) || english[key] != text,
            "id {key}: {text}"
        );
    }
}

#[test]
fn no_text_shouts() {
    for lang in Lang::ALL {
        for (key, text) in texts(lang) {
            assert!(!text.contains(['!', '！']), "{lang:?} {key}: {text}");
        }
    }
}

/// 을 or 를, 이 or 가: which one is right depends on the last sound of what stands in front, and nobody knows that
/// of a variable.
#[test]
fn no_korean_particle_follows_a_variable_whose_sound_is_unknown() {
    for line in KO.iter().flat_map(|file| file.lines()) {
        for after in line.split('}').skip(1) {
            let word: String = after.chars().take_while(|c| c.is_alphabetic()).collect();
            let wrong = ["을", "를", "이", "가", "은", "는", "과", "와", "로", "으로"].contains(&word.as_str());
            assert!(!wrong, "{line}: write the sentence so that nothing depends on the variable's last sound");
        }
    }
}

#[test]
fn a_moment_is_written_in_each_language_with_its_zone() {
    let due = at("2025-11-18T16:00:00+09:00");
    assert_eq!(ENGLISH.moment(due, Tz::Asia__Seoul), "Tue 18 Nov 2025, 16:00 KST");
    assert_eq!(KOREAN.moment(due, Tz::Asia__Seoul), "2025년 11월 18일(화) 16:00 KST");
    assert_eq!(INDONESIAN.moment(due, Tz::Asia__Seoul), "Sel, 18 Nov 2025 16.00 KST");
    assert_eq!(ENGLISH.moment_utc(due), "Tue 18 Nov 2025, 07:00 UTC");
    assert_eq!(ENGLISH.moment(due.plus_seconds(1), Tz::Asia__Seoul), "Tue 18 Nov 2025, 16:00:01 KST");
}

#[test]
fn a_moment_in_two_zones_repeats_the_date_only_where_it_differs() {
    let due = at("2025-11-18T16:00:00+09:00");
    assert_eq!(ENGLISH.moment_both(due, Tz::Asia__Seoul), "Tue 18 Nov 2025, 16:00 KST (07:00 UTC)");
    let morning = at("2025-11-18T08:59:00+09:00");
    assert_eq!(
        INDONESIAN.moment_both(morning, Tz::Asia__Seoul),
        "Sel, 18 Nov 2025 08.59 KST (Sen, 17 Nov 2025 23.59 UTC)"
    );
    assert_eq!(ENGLISH.moment_both(due, Tz::UTC), "Tue 18 Nov 2025, 07:00 UTC");
}

#[test]
fn a_zone_without_a_name_is_written_as_its_offset() {
    let due = at("2025-11-18T16:00:00Z");
    assert_eq!(ENGLISH.moment(due, Tz::America__Sao_Paulo), "Tue 18 Nov 2025, 13:00 UTC−03:00");
    assert_eq!(ENGLISH.offset(due, Tz::Asia__Kathmandu), "UTC+05:45");
}

#[test]
fn a_rough_moment_says_how_rough_it_is() {
    let mut timing = Timing { at: at("2025-11-17T16:00:00+09:00"), precision: Precision::Hour, zone: Tz::Asia__Seoul };
    assert_eq!(ENGLISH.timing(timing), "Mon 17 Nov 2025, between 16:00 and 17:00 KST");
    assert_eq!(KOREAN.timing(timing), "2025년 11월 17일(월) 16:00~17:00 사이(KST)");
    timing.precision = Precision::Day;
    assert_eq!(ENGLISH.timing(timing), "on Mon 17 Nov 2025, KST (hour not known)");
    assert_eq!(INDONESIAN.timing(timing), "Sen, 17 Nov 2025, KST (jam belum diketahui)");
    let of = |text, precision| Timing { at: at(text), precision, zone: Tz::Asia__Seoul };
    let said = |timing| [ENGLISH.timing(timing), KOREAN.timing(timing), INDONESIAN.timing(timing)];
    let month = of("2026-03-01T00:00:00+09:00", Precision::Month);
    assert_eq!(said(month), ["in March 2026 (KST)", "2026년 3월 중(KST)", "pada Maret 2026 (KST)"]);
    let year = of("2026-01-01T00:00:00+09:00", Precision::Year);
    assert_eq!(said(year), ["in 2026 (KST)", "2026년 중(KST)", "pada tahun 2026 (KST)"]);
    let latest = of("2026-01-03T23:59:59+09:00", Precision::Latest);
    let by = "늦어도 2026년 1월 3일(토) (KST)까지";
    assert_eq!(said(latest), ["by Sat 3 Jan 2026 (KST) at the latest", by, "paling lambat Sab, 3 Jan 2026 (KST)"]);
    let earliest = of("2026-01-03T14:30:00+09:00", Precision::Earliest);
    assert_eq!(ENGLISH.timing(earliest), "Sat 3 Jan 2026, 14:30 KST at the earliest");
    let days = Timing::between(at("2026-01-08T00:00:00+09:00"), at("2026-01-09T23:59:59+09:00"), Tz::Asia__Seoul);
    assert_eq!(ENGLISH.timing(days), "between Thu 8 Jan 2026 and Fri 9 Jan 2026 (KST)");
    let hours = Timing::between(at("2026-01-08T22:00:00+09:00"), at("2026-01-09T06:00:00+09:00"), Tz::Asia__Seoul);
    assert_eq!(ENGLISH.timing(hours), "between Thu 8 Jan 2026, 22:00 KST and Fri 9 Jan 2026, 06:00 KST");
}

#[test]
fn a_countdown_has_no_days() {
    assert_eq!(ENGLISH.countdown(86_400), "24:00:00");
    assert_eq!(ENGLISH.countdown(360_000), "100:00:00");
    assert_eq!(ENGLISH.countdown(-5), "−00:00:05");
}

#[test]
fn numbers_inside_texts_are_grouped_like_all_others() {
    assert_eq!(ENGLISH.persons(33_673_817_u64), "33,673,817 persons");
    assert_eq!(ENGLISH.persons(1), "1 person");
    assert_eq!(KOREAN.persons(33_673_817_u64), "33,673,817명");
    assert_eq!(INDONESIAN.persons(33_673_817_u64), "33.673.817 orang");
    assert_eq!(INDONESIAN.number(-1_000), "−1.000");
}

#[test]
fn money_is_written_as_the_reader_writes_it() {
    let fine = Money::krw(30_000_000);
    assert_eq!(ENGLISH.money(fine), "KRW 30,000,000");
    assert_eq!(KOREAN.money(fine), "30,000,000원");
    assert_eq!(INDONESIAN.money(fine), "KRW 30.000.000");
    let cents = Money { minor: 123_456, currency: Currency::Eur };
    assert_eq!(ENGLISH.money(cents), "EUR 1,234.56");
    assert_eq!(INDONESIAN.money(cents), "EUR 1.234,56");
    assert_eq!(ENGLISH.share(300), "3%");
    assert_eq!(INDONESIAN.share(50), "0,5%");
}

#[test]
fn lists_end_with_the_language_s_and() {
    let items = ["A", "B", "C"];
    assert_eq!(ENGLISH.list(&items), "A, B and C");
    assert_eq!(KOREAN.list(&items), "A, B 및 C");
    assert_eq!(INDONESIAN.list(&items), "A, B, dan C");
    assert_eq!(INDONESIAN.list(&["A", "B"]), "A dan B");
    assert_eq!(ENGLISH.list::<&str>(&[]), "");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn grouping_loses_no_digit(number: i64) {
        let text = ENGLISH.number(number).replace(',', "").replace('\u{2212}', "-");
        prop_assert_eq!(text, number.to_string());
    }

    #[test]
    fn a_countdown_reads_back_as_its_seconds(seconds in 0_i64..10_000_000) {
        let text = ENGLISH.countdown(seconds);
        let read = text.split(':').fold(0_i64, |sum, part| sum * 60 + part.parse::<i64>().unwrap());
        prop_assert_eq!(read, seconds);
    }

    #[test]
    fn a_moment_always_shows_its_zone(seconds in 0_i64..4_000_000_000, zone in 0..chrono_tz::TZ_VARIANTS.len()) {
        let zone = chrono_tz::TZ_VARIANTS[zone];
        for text in [ENGLISH, KOREAN, INDONESIAN] {
            let written = text.moment(Moment::from_seconds(seconds), zone);
            let last = written.rsplit(' ').next().unwrap();
            prop_assert!(last.chars().any(|c| c.is_ascii_uppercase()), "{} in {}", written, zone);
        }
    }
}
