//! Whatever is wrong in a vocabulary, a calendar or a form is told at the line and the column where it stands.

use super::calendar::Calendars;
use super::error::LawError;
use super::form::FormDefinition;
use super::specimen::{SOURCE, WORDS};
use super::vocabulary::Vocabulary;

const VOCABULARY: &str = r#"
[[list]]
id = "places"
choice = [{ id = "here", title = WORDS }]

[[list]]
id = "times"
choice = [{ id = "now", title = WORDS }]

[[fact]]
key = "first"
kind = "yes-no"
group = "incident"
title = WORDS
question = WORDS

[[fact]]
key = "place"
kind = "choice"
list = "places"
group = "incident"
title = WORDS
question = WORDS

[[fact]]
key = "second"
kind = "yes-no"
group = "incident"
yes_if = ["first", "place=here"]
title = WORDS
question = WORDS

[[trigger]]
id = "aware"
kind = "awareness"
title = WORDS
help = WORDS
"#;

const VOCABULARY_SLIPS: &[(&str, &str, &str)] = &[
    ("key = \"second\"", "key = «\"first\"»", "defined twice"),
    ("id = \"aware\"", "id = «\"place\"»", "defined twice"),
    ("id = \"times\"", "id = «\"places\"»", "defined twice"),
    ("list = \"places\"", "list = «\"spaces\"»", "no such list"),
    ("list = \"places\"", "list = «\"places\"»\nchoice = [{ id = \"here\", title = WORDS }]", "choices of its own"),
    ("kind = \"choice\"", "kind = «\"text\"»", "do not go together"),
    ("kind = \"choice\"", "kind = «\"chioce\"»", "unknown variant"),
    ("yes_if = [\"first\", \"place=here\"]", "yes_if = [\"first\", «\"place=there\"»]", "no such answer"),
    ("yes_if = [\"first\", \"place=here\"]", "yes_if = [\"first\"]\n«no_if» = [\"place=here\"]", "contradict"),
    ("list = \"places\"", "list = \"places\"\n«yes_if» = [\"first\"]", "only an answer of yes or no"),
    ("help = WORDS", "«halp» = WORDS", "unknown field"),
    ("group = \"incident\"\nyes_if", "group = «5»\nyes_if", ""),
];

const CALENDAR: &str = r#"
title = WORDS
from = 2026-01-01
to = 2026-12-31
announced_to = 2026-12-31
weekend = ["Sat", "Sun"]
source = SOURCE
holidays = [
    { day = 2026-05-01, name = "A" },
    { day = 2026-05-04, name = "B" },
]
"#;

const CALENDAR_SLIPS: &[(&str, &str, &str)] = &[
    ("day = 2026-05-04", "day = «2026-05-01»", "must ascend"),
    ("day = 2026-05-04", "day = «2027-05-01»", "outside `from` and `to`"),
    ("day = 2026-05-04", "day = «\"2026-05-04\"»", ""),
    ("to = 2026-12-31\nannounced", "to = «2025-12-31»\nannounced", "ends before it begins"),
    ("announced_to = 2026-12-31", "announced_to = «2027-12-31»", "`announced_to` lies outside"),
    ("\"Sun\"", "«\"Sunn\"»", ""),
    ("name = \"B\"", "«nmae» = \"B\"", "unknown field"),
];

const FORM: &str = include_str!("forms/kr/kisa-incident-report.toml");

/// A text in which a part is broken where it stands last, and what is said about it, is told where the mark stands.
fn told(text: &str, slip: &(&str, &str, &str), read: impl Fn(&str) -> Option<LawError>) {
    let fill = |text: &str| text.replace("WORDS", WORDS).replace("SOURCE", SOURCE);
    assert_eq!(read(&fill(text)), None);
    let (from, to, expected) = slip;
    let at = text.rfind(from).unwrap_or_else(|| panic!("`{from}` is not there any more"));
    let text = fill(&format!("{}{to}{}", &text[..at], &text[at + from.len()..]));
    let (before, rest) = text.split_once('«').unwrap();
    let (meant, _) = rest.split_once('»').unwrap();
    let error = read(&text.replace(['«', '»'], "")).expect(to);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    assert_eq!((error.line, error.column), (line, column), "{to}\n{}", error.rendered());
    assert_eq!(&error.excerpt.text[error.excerpt.marked.clone()], meant, "{to}\n{}", error.rendered());
    assert!(error.problem.contains(expected), "{to}\n{}", error.rendered());
}

#[test]
fn in_a_vocabulary() {
    for slip in VOCABULARY_SLIPS {
        told(VOCABULARY, slip, |text| Vocabulary::of(&[("x.toml", text)]).err());
    }
}

#[test]
fn in_a_calendar() {
    for slip in CALENDAR_SLIPS {
        told(CALENDAR, slip, |text| Calendars::of(&[("xx.toml", text)]).err());
    }
}

#[test]
fn in_a_form() {
    let vocabulary = Vocabulary::embedded().unwrap();
    let id = FORM.lines().rfind(|line| line.starts_with("id = ")).unwrap();
    let first = FORM.lines().find(|line| line.starts_with("id = ") && !line.contains("kr.")).unwrap();
    let twice = format!(
        "id = «{}»",
        FORM.split("[[section.field]]\n").nth(1).unwrap().lines().next().unwrap().trim_start_matches("id = ")
    );
    let slips = [
        ("fills = \"fact:cause\"", "fills = «\"fact:colour\"»", "a fact of the vocabulary"),
        ("fills = \"fact:cause\"", "fills = «\"moment:yesterday\"»", "is unknown"),
        (id, &twice, "defined twice"),
        (first, "«idd» = \"x\"", "unknown field"),
    ];
    for slip in &slips {
        told(FORM, slip, |text| FormDefinition::parse("f.toml", text, &vocabulary).err());
    }
}
