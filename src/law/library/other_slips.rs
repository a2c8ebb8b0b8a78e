//! Whatever is wrong in a vocabulary, a calendar or a form is told at the line and the column where it stands.

use super::slip::{Slip, told};
use crate::assess::specimen::{SOURCE, WORDS};
use crate::calendar::Calendars;
use crate::rulebook::form::FormDefinition;
use crate::vocabulary::Vocabulary;

const VOCABULARY: &str = r#"
[[list]]
id = "places"
choice = [{ id = "here", title = WORDS }]

[[list.group]]
id = "near"
of = ["here"]

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

const GROUP: &str = "[[list.group]]\nid = \"near\"\nof = [\"here\"]\n";

const VOCABULARY_SLIPS: &[Slip<'_>] = &[
    ("key = \"second\"", "key = «\"first\"»", "defined twice"),
    ("id = \"aware\"", "id = «\"place\"»", "defined twice"),
    ("id = \"times\"", "id = «\"places\"»", "defined twice"),
    ("list = \"places\"", "list = «\"spaces\"»", "no such list"),
    ("list = \"places\"", "list = «\"places\"»\nchoice = [{ id = \"here\", title = WORDS }]", "choices of its own"),
    ("kind = \"choice\"", "kind = «\"text\"»", "do not go together"),
    ("kind = \"choice\"", "kind = «\"chioce\"»", "unknown variant"),
    (GROUP, "[[list.group]]\nid = \"near\"\nof = [«\"there\"»]\n", "does not have"),
    (
        GROUP,
        "[[list.group]]\nid = \"near\"\nof = [\"here\"]\n[[list.group.dated]]\nof = [«\"here\"»]\nfrom = 2020-01-01\nsource = SOURCE\n",
        "named twice",
    ),
    (
        GROUP,
        "[[list.group]]\nid = \"near\"\nof = []\n[[list.group.dated]]\nof = «[\"here\"]»\nsource = SOURCE\n",
        "no days of their own",
    ),
    (
        GROUP,
        "[[list.group]]\nid = \"near\"\nof = []\n[[list.group.dated]]\nof = [\"here\"]\nfrom = 2020-02-01\nuntil = «2020-01-31»\nsource = SOURCE\n",
        "before the first",
    ),
    (
        GROUP,
        "[[list.group]]\nid = \"near\"\nof = []\n«[[list.group.dated]]»\nof = [\"here\"]\nuntil = 2020-01-31\n",
        "missing field",
    ),
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

const CALENDAR_SLIPS: &[Slip<'_>] = &[
    ("day = 2026-05-04", "day = «2026-05-01»", "must ascend"),
    ("day = 2026-05-04", "day = «2027-05-01»", "outside `from` and `to`"),
    ("day = 2026-05-04", "day = «\"2026-05-04\"»", ""),
    ("to = 2026-12-31\nannounced", "to = «2025-12-31»\nannounced", "ends before it begins"),
    ("announced_to = 2026-12-31", "announced_to = «2027-12-31»", "`announced_to` lies outside"),
    ("\"Sun\"", "«\"Sunn\"»", ""),
    ("name = \"B\"", "«nmae» = \"B\"", "unknown field"),
];

const FORM: &str = include_str!("../data/forms/kr/kisa-incident-report.toml");

fn fill(text: &str) -> String {
    text.replace("WORDS", WORDS).replace("SOURCE", SOURCE)
}

#[test]
fn in_a_vocabulary() {
    let read = |text: &str| Vocabulary::of(&[("x.toml", text)]).err();
    assert_eq!(read(&fill(VOCABULARY)), None);
    VOCABULARY_SLIPS.iter().for_each(|slip| told(VOCABULARY, slip, fill, read));
}

#[test]
fn in_a_calendar() {
    let read = |text: &str| Calendars::of(&[("xx.toml", text)]).err();
    assert_eq!(read(&fill(CALENDAR)), None);
    CALENDAR_SLIPS.iter().for_each(|slip| told(CALENDAR, slip, fill, read));
}

#[test]
fn in_a_form() {
    let vocabulary = Vocabulary::embedded().unwrap();
    let read = |text: &str| FormDefinition::parse("f.toml", text, &vocabulary).err();
    let last = FORM.lines().rfind(|line| line.starts_with("id = ")).unwrap();
    let slips = [
        ("fills = \"fact:cause\"", "fills = «\"fact:colour\"»", "a fact of the vocabulary"),
        ("fills = \"fact:cause\"", "fills = «\"moment:yesterday\"»", "is unknown"),
        (last, "id = «\"organisation-name\"»", "defined twice"),
        (last, "«idd» = \"x\"", "unknown field"),
    ];
    slips.iter().for_each(|slip| told(FORM, slip, ToOwned::to_owned, read));
}
