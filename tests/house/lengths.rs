//! Lengths of time are worded in one file. Whoever puts hours or days beside a number anywhere else is refused here, unless
//! it is a period that the law itself names, or an age that has nothing to do with a duty.

use super::{root, sources};

/// The one file that words a length of time.
const WORDS: &str = "src/locales/law/length/mod.rs";
/// Its words for a range whose other end is of another kind.
const PHRASES: &str = "src/locales/law/standing.rs";
/// Texts that put a unit of time behind a number and are no length that passed or is left: periods of the law, amounts for
/// each day, how old a check is, a step of the ladder by its number.
const PERIODS: [&str; 23] = [
    "amount-daily-share",
    "amount-days-late",
    "amount-per-day",
    "amount-per-day-most",
    "amount-stairs",
    "counted-days",
    "counted-minutes",
    "event-rung-waiting",
    "law-clause-later",
    "law-step-days",
    "law-step-further-skipped",
    "law-step-hours",
    "library-calendar-ends",
    "library-not-verified-for",
    "library-stale",
    "rulebook-at-least-days",
    "rulebook-hours",
    "span-days",
    "span-hours",
    "span-weeks",
    "span-working-day-hours",
    "span-working-days",
    "span-year-end",
];
/// Units of time as the three languages write them behind a number.
const UNITS: [&str; 16] = [
    "h", "min", "s", "hour", "hours", "minute", "minutes", "day", "days", "jam", "menit", "detik", "hari", "시간",
    "분", "일",
];

#[test]
fn only_one_file_puts_units_of_time_beside_numbers() {
    let mut strays = Vec::new();
    for (file, text) in sources(&root().join("src")) {
        let file = file.strip_prefix(root()).unwrap().to_string_lossy().into_owned();
        let own = file == WORDS || file.starts_with("src/locales/law/length/");
        let parts = ["unit_seconds", "unit_minutes", "unit_hours", "unit_days", "length_range", "length_at_most"];
        let used = parts.iter().filter(|part| text.contains(&format!(".{part}(")));
        strays.extend(used.filter(|_| !own).map(|part| format!("{file}: {part}")));
        let alone = text.contains(".length_most(") && !own && file != PHRASES;
        strays.extend(alone.then(|| format!("{file}: length_most")));
        let ticks = text.contains(".countdown(") && file != "src/web/views/clock.rs" && !file.contains("tests");
        strays.extend(ticks.then(|| format!("{file}: countdown, which is for digits that go on counting")));
    }
    assert!(strays.is_empty(), "hand a `Length` to `Text::length` instead: {strays:#?}");
}

#[test]
fn no_other_text_puts_a_unit_of_time_behind_a_number() {
    let mut strays = Vec::new();
    for lang in ["en", "ko", "id"] {
        for file in std::fs::read_dir(root().join("src/locales").join(lang)).unwrap() {
            let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
            let mut key = "";
            for line in text.lines() {
                if let Some((name, _)) = line.split_once(" = ") {
                    key = if line.starts_with(' ') { key } else { name };
                }
                let own = key.starts_with("unit-") || key.starts_with("length-") || PERIODS.contains(&key);
                strays.extend((!own && has_unit(line)).then(|| format!("{lang}: {line}")));
            }
        }
    }
    assert!(strays.is_empty(), "word the length in {WORDS} and hand it over as a text: {strays:#?}");
}

/// Whether a unit of time follows a variable, with or without a space.
fn has_unit(line: &str) -> bool {
    line.split('}').skip(1).any(|after| {
        let word: String = after.trim_start().chars().take_while(|c| c.is_alphabetic()).collect();
        // Korean writes on behind the unit; a date is 일 as well, and its month stands before it.
        UNITS.contains(&word.as_str())
    })
}

#[test]
fn a_unit_behind_a_variable_is_seen_in_each_language() {
    for line in ["x = { $count } h late", "x = 기한 후 { $count }시간 경과", "x = terlambat { $count } hari"] {
        assert!(has_unit(line), "{line}");
    }
    assert!(!has_unit("x = { $late } late; { $duty }일부"));
}
