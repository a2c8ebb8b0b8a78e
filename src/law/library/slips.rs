//! Whatever is wrong in a rulebook is told at the line and the column where it stands: each construct of the whole
//! language is broken once, by rule; and what only a person could break is broken by hand, with its place marked.

use super::Library;
use super::slip::{Slip, told};
use crate::assess::specimen::{SOURCE, WORDS};
use crate::base::error::LawError;
use crate::rulebook::whole;
use std::collections::BTreeSet;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A value of a text: the keys that lead to it, and where it stands.
struct Value<'a> {
    keys: Vec<String>,
    span: Range<usize>,
    kind: &'a DeValue<'a>,
}

/// All values of a text; of those that are reached by the same last keys, only the first.
fn values<'a>(root: &'a DeTable<'a>) -> Vec<Value<'a>> {
    fn go<'a>(keys: &[String], value: &'a Spanned<DeValue<'a>>, found: &mut Vec<Value<'a>>) {
        found.push(Value { keys: keys.to_vec(), span: value.span(), kind: value.get_ref() });
        match value.get_ref() {
            DeValue::Table(table) => entries(keys, table, found),
            DeValue::Array(items) => items.iter().for_each(|item| go(keys, item, found)),
            _ => {}
        }
    }
    fn entries<'a>(keys: &[String], table: &'a DeTable<'a>, found: &mut Vec<Value<'a>>) {
        table.iter().for_each(|(key, value)| go(&[keys, &[key.get_ref().to_string()]].concat(), value, found));
    }
    let mut found = Vec::new();
    entries(&[], root, &mut found);
    let mut seen = BTreeSet::new();
    found.retain(|value| {
        let last = value.keys.len().saturating_sub(4);
        seen.insert((value.keys[last..].to_vec(), value.kind.type_str()))
    });
    found
}

/// The place of an error in the text.
fn place(text: &str, error: &LawError) -> usize {
    let before: usize = text.split_inclusive('\n').take(error.line - 1).map(str::len).sum();
    before + error.excerpt.marked.start
}

/// A text in which a part is replaced.
fn with(text: &str, part: Range<usize>, by: &str) -> String {
    let (before, rest) = text.split_at(part.start);
    let (_, after) = rest.split_at(part.len());
    format!("{before}{by}{after}")
}

fn refused(law: &Library, text: &str) -> LawError {
    law.drafts(&[("xx/whole.toml", text)]).map(|_| ()).expect_err("the slip is not seen")
}

#[test]
fn the_whole_language_is_accepted() {
    let (act, law) = whole::defined();
    law.drafts(&[("xx/whole.toml", &act)]).unwrap_or_else(|error| panic!("{}", error.rendered()));
}

#[test]
fn a_key_that_no_table_knows_is_told_where_it_stands() {
    let (act, law) = whole::defined();
    let root = DeTable::parse(&act).unwrap().into_inner();
    let mut broken = 0;
    for table in values(&root).into_iter().filter(|value| value.kind.is_table()) {
        let inline = act.get(table.span.clone()).is_some_and(|text| text.starts_with('{'));
        let (at, key) =
            if inline { (table.span.start + 1, " nonsense = 1,") } else { (table.span.end, "\nnonsense = 1") };
        let text = with(&act, at..at, key);
        let error = refused(&law, &text);
        // A form of the language is one key: two are refused where they begin.
        let expected = [at + 1, table.span.start];
        assert!(expected.contains(&place(&text, &error)), "{:?}\n{}", table.keys, error.rendered());
        broken += 1;
    }
    assert!(broken > 100, "{broken}");
}

#[test]
fn a_value_of_the_wrong_kind_is_told_where_it_stands() {
    let (act, law) = whole::defined();
    let root = DeTable::parse(&act).unwrap().into_inner();
    let mut broken = 0;
    for value in values(&root).into_iter().filter(|value| !value.kind.is_table() && !value.kind.is_array()) {
        let other = if value.kind.is_datetime() { "true" } else { "2026-01-01" };
        let text = with(&act, value.span.clone(), other);
        let error = refused(&law, &text);
        // What can be written in two ways is refused with what it stands in.
        let whole = value.keys.last().is_some_and(|key| key == "by" || key == "awareness");
        let from = if whole {
            act.get(..value.span.start).and_then(|before| before.rfind('\n')).unwrap_or(0)
        } else {
            value.span.start
        };
        let places = from..=value.span.start;
        assert!(places.contains(&place(&text, &error)), "{:?}\n{}", value.keys, error.rendered());
        broken += 1;
    }
    assert!(broken > 100, "{broken}");
}

#[test]
fn a_name_of_nothing_is_told_where_it_stands() {
    let (act, law) = whole::defined();
    let root = DeTable::parse(&act).unwrap().into_inner();
    let mut broken = 0;
    let names = ["fact-", "trigger-", "xx.whole/", "term-", "unit-", "calendar-", "choice-", "@group-"];
    for value in values(&root).into_iter().filter(|value| value.keys.last().is_some_and(|key| key != "id")) {
        let Some(name) = value.kind.as_str().filter(|text| names.iter().any(|name| text.starts_with(name))) else {
            continue;
        };
        let text = with(&act, value.span.clone(), &format!("\"{name}-not\""));
        let error = refused(&law, &text);
        assert_eq!(place(&text, &error), value.span.start, "{:?}\n{}", value.keys, error.rendered());
        assert_eq!(error.key, format!("{name}-not"));
        broken += 1;
    }
    assert!(broken > 70, "{broken}");
}

/// A small act of the program's own vocabulary, and what it names.
const ACT: &str = r#"
title = WORDS
short = WORDS
country = "EU"
currency = "EUR"
covers_from = 2020-01-01
scope = ["here"]
awareness_as = "certainty"
source = SOURCE

[counting]
calendar = "de"
source = SOURCE

[[unit]]
id = "points"
value = [
    { from = 2020-01-01, sum = 100, source = SOURCE },
    { from = 2021-01-01, sum = 110, source = SOURCE },
]

[[term]]
id = "here"
title = WORDS
cite = "Art. 1"
when = { one-of = { key = "org-countries", choices = ["@eea", "ch"] } }

[[term]]
id = "many"
title = WORDS
cite = "Art. 2"
when = { some = { at-least = 1, of = [
    { at-least = { key = "persons-affected", number = 10 } },
    { any-at-least = { key = "persons-by-us-state", number = 10 } },
    { share-above = { part = "persons-affected", whole = "persons-affected", per-ten-thousand = 1000 } },
    { all = [{ is = "intrusion" }] },
] } }

[[term]]
id = "told-anyway"
title = WORDS
cite = "Art. 3"
when = { filed = "eu.small/first" }
then = "exempt"

[[term]]
id = "anyhow"
title = WORDS
cite = "Art. 4"
when = { is = "intrusion" }
then = "required"
overrides = ["told-anyway"]

[[duty]]
id = "eu.small/first"
title = WORDS
recipient = WORDS
to = "authority"
consequence = WORDS
starts = { awareness = "aware-leak" }
governed_by = "start"
watched = true

[[duty.version]]
from = 2020-01-01
deadline = { earliest = [
    { after = { start = "own", within = { working-days = 3 } } },
    { after = { start = { first = "classified-major" }, within = { hours = 4 } } },
] }
conditions = ["many"]
source = SOURCE

[[duty.version]]
from = 2021-01-01
within = { hours = 72 }
conditions = ["many"]
exceptions = ["told-anyway", "anyhow"]
source = SOURCE
[duty.version.guideline]
within = { hours = 24 }
words = WORDS
source = SOURCE

[[duty.fine]]
id = "fine"
kind = "administrative-fine"
title = WORDS
[[duty.fine.version]]
from = 2020-01-01
least = { sum = 5 }
most = { sum = 500 }
source = SOURCE
[[duty.fine.version]]
from = 2021-01-01
most = { higher-of = [
    { sum = 500 },
    { units = { number = 5, unit = "points" } },
    { stairs = [{ every-days = 1, for-days = 10, add = 5 }, { every-days = 2, add = 5 }] },
] }
source = SOURCE

[[duty]]
id = "eu.small/second"
title = WORDS
recipient = WORDS
to = "internal"
consequence = WORDS
starts = { filing = { duty = "eu.small/first", why = WORDS } }
governed_by = "start"
watched = true
met_by = { filings = ["eu.small/first"] }
version = [{ from = 2020-01-01, within = { days = 30 }, source = SOURCE }]
"#;

/// Slips of a person.
const SLIPS: &[Slip<'_>] = &[
    (
        "{ one-of = { key = \"org-countries\", choices = [\"@eea\", \"ch\"] }",
        "{ one-of = { key = \"org-countries\", choices = [\"ch\"], from = 2020-02-01, until = «2020-01-31» }",
        "before the first",
    ),
    // Once in TOML.
    ("watched = true\nmet_by", "watched = true\n«watched» = true\nmet_by", "duplicate key"),
    ("kind = \"administrative-fine\"", "kind = «\"administrative-find\"»", "unknown variant"),
    (
        "title = WORDS\n[[duty.fine.version]]",
        "title = «{ en = \"w\", ko = \"w\" }»\n[[duty.fine.version]]",
        "missing field `id`",
    ),
    ("from = 2021-01-01\nwithin", "from = «2021-02-30»\nwithin", "day"),
    ("covers_from = 2020-01-01", "covers_from = «2020-01-01T00:00:00»", "without time"),
    ("currency = \"EUR\"", "currency = «\"EURO\"»", "EURO"),
    // The head.
    ("country = \"EU\"", "country = «\"Europe\"»", "two capital letters"),
    ("awareness_as = \"certainty\"", "awareness_as = «\"faith\"»", "no such ranking"),
    ("scope = [\"here\"]", "scope = [\"here\", «\"there\"»]", "no such term"),
    ("scope = [\"here\"]", "scope = [\"here\", «\"told-anyway\"»]", "scope have none"),
    ("calendar = \"de\"", "calendar = «\"dee\"»", "no such calendar"),
    ("calendar = \"de\"", "roll = «\"end-of-next-open-day\"»", "needs a calendar"),
    ("calendar = \"de\"", "calendar = { by = «\"org-countries\"» }", "another kind"),
    // Units.
    ("id = \"points\"", "id = «\"Points\"»", "small letters"),
    ("from = 2021-01-01, sum = 110", "from = «2020-01-01», sum = 110", "oldest first"),
    ("sum = 110", "sum = «0»", "above zero"),
    // Terms.
    ("id = \"anyhow\"\n", "id = «\"told-anyway\"»\n", "defined twice"),
    ("overrides = [\"told-anyway\"]", "overrides = [\"told-anyway\", «\"anyhow\"»]", "overrides itself"),
    ("then = \"required\"\noverrides = [\"told-anyway\"]", "then = «\"required\"»", "overrides nothing"),
    ("then = \"required\"\noverrides = [\"told-anyway\"]", "«overrides» = [\"told-anyway\"]", "only an exception"),
    // Conditions.
    ("choices = [\"@eea\", \"ch\"]", "choices = [\"@eea\", «\"@era\"»]", "no such group"),
    ("choices = [\"@eea\", \"ch\"]", "choices = [\"@eea\", «\"eu\"»]", "no such choice"),
    ("choices = [\"@eea\", \"ch\"]", "choices = «[]»", "no choice is named"),
    ("some = { at-least = 1", "some = { at-least = «5»", "fewer conditions"),
    (
        "any-at-least = { key = \"persons-by-us-state\", number = 10 }",
        "any-at-least = { key = \"persons-by-us-state\", number = 10, «of» = \"ca\" }",
        "asks for any",
    ),
    (
        "any-at-least = { key = \"persons-by-us-state\"",
        "any-at-least = { key = «\"persons-affected\"»",
        "a count by choice",
    ),
    ("whole = \"persons-affected\"", "whole = «\"direct-loss\"»", "expected a count"),
    ("per-ten-thousand = 1000", "per-ten-thousand = «20000»", "1 to 10000"),
    ("all = [{ is = \"intrusion\" }]", "all = «[]»", "is empty"),
    ("is = \"intrusion\" }\nthen", "is = «\"intrusoin\"» }\nthen", "no such fact"),
    ("filed = \"eu.small/first\"", "filed = «\"eu.small/frist\"»", "nothing in the library"),
    // Duties.
    ("id = \"eu.small/second\"", "id = «\"eu.small/first\"»", "defined twice"),
    ("id = \"eu.small/second\"", "id = «\"eu.small/Second\"»", "small letters"),
    ("id = \"eu.small/second\"", "id = «\"eu.large/second\"»", "begin with the rulebook"),
    ("awareness = \"aware-leak\"", "awareness = «[]»", "aware of nothing"),
    ("awareness = \"aware-leak\"", "awareness = [\"aware-leak\", «\"classified-major\"»]", "of the other kind"),
    ("filing = { duty = \"eu.small/first\"", "filing = { duty = «\"eu.small/frist\"»", "nothing in the library"),
    ("watched = true\nmet_by", "watched = true\nsanction_only = «true»\nmet_by", "a sanction without a fine"),
    ("filings = [\"eu.small/first\"]", "filings = [«\"eu.small/second\"»]", "met by its own"),
    // Versions.
    ("from = 2021-01-01\nwithin", "from = «2020-01-01»\nwithin", "oldest first"),
    ("version = [{ from = 2020-01-01", "version = [{ from = «2019-12-31»", "none before `covers_from`"),
    (
        "exceptions = [\"told-anyway\", \"anyhow\"]",
        "exceptions = [\"told-anyway\", «\"many\"»]",
        "exceptions have `then`",
    ),
    ("within = { hours = 72 }", "within = { hours = «720000» }", "can be meant"),
    ("within = { hours = 72 }", "within = { on-next-year = «{ month = 4, day = 31 }» }", "no such date"),
    ("within = { hours = 72 }", "within = { on-next = «{ month = 2, day = 30 }» }", "no such date"),
    (
        "within = { hours = 72 }\n",
        "within = { hours = 72 }\n«deadline» = { after = { start = \"own\", within = { days = 1 } } }\n",
        "not both",
    ),
    (
        "[[duty.version]]\nfrom = 2021-01-01\nwithin = { hours = 72 }",
        "«[[duty.version]]»\nfrom = 2021-01-01",
        "needs `within` or `deadline`",
    ),
    ("within = { hours = 4 }", "within = «{ until = \"classified-major\" }»", "gives no moment"),
    ("first = \"classified-major\"", "first = «\"classified-mayor\"»", "no such trigger"),
    (
        "within = { hours = 24 }\n",
        "within = { hours = 24 }\n«deadline» = { after = { start = \"own\", within = { days = 1 } } }\n",
        "not both",
    ),
    (
        "within = { hours = 24 }\n",
        "deadline = { between = [{ earliest = «[]» }, { after = { start = \"own\", within = { days = 1 } } }] }\n",
        "of nothing",
    ),
    (
        "within = { hours = 24 }\n",
        "deadline = { after = { start = { due = «\"eu.small/thrid\"» }, within = { days = 1 } } }\n",
        "nothing in the library",
    ),
    // Fines.
    ("id = \"fine\"", "id = «\"a fine\"»", "small letters"),
    ("least = { sum = 5 }", "least = «{ sum = 5000 }»", "above the ceiling"),
    ("least = { sum = 5 }", "prison_months = «5»", "only a crime"),
    (
        "[[duty.fine.version]]\nfrom = 2020-01-01\nleast = { sum = 5 }\nmost = { sum = 500 }\n",
        "«[[duty.fine.version]]»\nfrom = 2020-01-01\n",
        "no sum and no word",
    ),
    ("    { sum = 500 },", "    { sum = «-500» },", "above zero"),
    ("unit = \"points\"", "unit = «\"pints\"»", "no such unit"),
    ("units = { number = 5", "units = { number = «0»", "above zero"),
    ("{ every-days = 1, for-days = 10, add = 5 }", "«{ every-days = 1, add = 5 }»", "only the last flight"),
    ("from = 2021-01-01\nmost", "from = «2020-01-01»\nmost", "oldest first"),
];

#[test]
fn what_a_person_gets_wrong_is_told_where_it_stands() {
    let fill = |text: &str| text.replace("WORDS", WORDS).replace("SOURCE", SOURCE);
    let law = Library::embedded().unwrap();
    let read = |text: &str| law.drafts(&[("eu/small.toml", text)]).err();
    assert_eq!(read(&fill(ACT)), None);
    SLIPS.iter().for_each(|slip| told(ACT, slip, fill, read));
}
