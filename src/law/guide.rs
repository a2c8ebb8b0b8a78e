//! The guide for authors and the README's table of coverage are held against the law: every example is read and checked,
//! the whole act's cases are run, and every key and form of the language is named. What the language knows is asked of the
//! reader itself, by writing something that it does not know.

use crate::assess::specimen::{SOURCE, WORDS};
use crate::case;
use crate::coverage::{Coverage, GapId, State};
use crate::library::{Library, Sources};
use crate::rulebook::Rulebook;
use crate::vocabulary::Vocabulary;
use std::collections::BTreeMap;
use std::sync::LazyLock;

const GUIDE: &str = include_str!("data/rulebooks/README.md");
const README: &str = include_str!("../../README.md");
static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::embedded().unwrap());

/// An act with a duty that examples name, and one into which an example is put.
const AROUND: &str = r#"
title = WORDS
short = WORDS
country = "XX"
currency = "EUR"
covers_from = 2020-01-01
source = SOURCE
awareness_as = "certainty"
counting = { calendar = "at", source = SOURCE }
unit = [{ id = "penalty-unit", value = [{ from = 2020-01-01, sum = 300, source = SOURCE }] }]

[[term]]
id = "example"
title = WORDS
cite = "s. 1"
TERM

[[duty]]
id = "xx.harbour/authority"
title = WORDS
recipient = WORDS
to = "authority"
consequence = WORDS
starts = { awareness = "aware-leak" }
governed_by = "start"
watched = true
version = [{ from = 2020-01-01, within = { hours = 72 }, source = SOURCE }]

[[duty]]
id = "xx.harbour/second"
title = WORDS
recipient = WORDS
to = "authority"
consequence = WORDS
STARTS
governed_by = "start"
watched = true
[[duty.version]]
from = 2020-01-01
source = SOURCE
NAMED = ["example"]
PERIOD
[[duty.fine]]
id = "fine"
kind = "administrative-fine"
title = WORDS
[[duty.fine.version]]
from = 2020-01-01
source = SOURCE
AMOUNT
"#;

/// The blocks of the guide by what stands behind `toml` in their first line.
fn blocks() -> Vec<(&'static str, &'static str)> {
    let fenced = GUIDE.split("```toml ").skip(1);
    fenced.map(|rest| rest.split_once("\n```").unwrap().0.split_once('\n').unwrap()).collect()
}

fn block(kind: &str) -> &'static str {
    blocks().into_iter().find(|(name, _)| name.starts_with(kind)).unwrap_or_else(|| panic!("no block `{kind}`")).1
}

/// The act with an example of a kind in its place.
fn around(kind: &str, line: &str) -> String {
    let start = line.split_once('#').map_or(line, |(code, _)| code).trim().trim_start_matches("start = ");
    let start = format!("deadline = {{ after = {{ start = {start}, within = {{ hours = 1 }} }} }}");
    let is = |wanted, otherwise: &str| if kind == wanted { line.to_owned() } else { otherwise.to_owned() };
    let term = match kind {
        "condition" => line.to_owned(),
        "effect" => format!("when = {{ is = \"data-unintelligible\" }}\n{line}"),
        _ => "when = { is = \"intrusion\" }".to_owned(),
    };
    let period = match kind {
        "period" | "deadline" => line,
        "start" => &start,
        _ => "within = { hours = 24 }",
    };
    AROUND
        .replace("TERM", &term)
        .replace("STARTS", &is("starts", "starts = { awareness = \"aware-leak\" }"))
        .replace("NAMED", if kind == "effect" { "exceptions" } else { "conditions" })
        .replace("PERIOD", period)
        .replace("AMOUNT", &is("amount", "most = { sum = 1 }"))
        .replace("WORDS", WORDS)
        .replace("SOURCE", SOURCE)
}

fn problem(text: &str) -> String {
    LIBRARY.drafts(&[("xx/harbour.toml", text)]).map_or_else(|error| error.to_string(), |_| String::new())
}

/// What the reader says it would have known in the place of something unknown.
fn known_instead(text: &str) -> Vec<String> {
    let problem = problem(text);
    let (_, expected) = problem.split_once("expected ").unwrap_or_else(|| panic!("{problem}"));
    let (names, _) = expected.split_once(". Hint").unwrap();
    names.split('`').skip(1).step_by(2).map(ToOwned::to_owned).collect()
}

const KINDS: [&str; 7] = ["condition", "effect", "starts", "period", "deadline", "start", "amount"];

#[test]
fn every_example_line_is_well_formed() {
    for kind in KINDS {
        let lines = blocks().into_iter().filter(|(name, _)| *name == kind).flat_map(|(_, text)| text.lines());
        let mut number = 0;
        for line in lines {
            number += 1;
            assert_eq!(problem(&around(kind, line)), "", "{line}");
        }
        assert!(number > 3, "{kind}");
    }
}

#[test]
fn an_example_that_is_wrong_would_be_found() {
    assert_ne!(problem(&around("condition", "when = { is = \"no-such-fact\" }")), "");
    assert_ne!(problem(&around("period", "within = { fortnights = 1 }")), "");
}

#[test]
fn every_form_of_the_language_has_an_example() {
    let unknown = ["when = ", "then = ", "starts = ", "within = ", "deadline = ", "start = ", "most = "];
    for (kind, key) in KINDS.into_iter().zip(unknown) {
        let forms = known_instead(&around(kind, &format!("{key}{{ nonsense = 1 }}")));
        assert!(forms.len() > 3, "{kind}: {forms:?}");
        for form in forms {
            let shown = GUIDE.contains(&format!("{key}{{ {form} = ")) || GUIDE.contains(&format!("{key}\"{form}\""));
            assert!(shown || (kind == "effect" && form == "required"), "no example of {kind} `{form}`");
        }
    }
}

#[test]
fn every_key_is_named() {
    let act = block("rulebook");
    let place = |heading: &str| {
        let (_, rest) =
            GUIDE.split_once(&format!("| {heading} | |\n")).unwrap_or_else(|| panic!("no table `{heading}`"));
        rest.split_once("\n\n").unwrap().0.to_owned()
    };
    for (heading, table) in [
        ("at the head", ""),
        ("in a `source`", "[source]\n"),
        ("in `counting`", "[counting]\n"),
        ("in a `term`", "[[term]]\n"),
        ("in a `duty`", "[[duty]]\n"),
        ("in a `version`", "[[duty.version]]\n"),
        ("in `pending`", "[[duty.pending]]\n"),
        ("in a `fine`", "[[duty.fine]]\n"),
        ("in a version of a fine", "[[duty.fine.version]]\n"),
    ] {
        let named = place(heading);
        for key in known_instead(&act.replacen(table, &format!("{table}nonsense = 1\n"), 1)) {
            assert!(named.contains(&format!("`{key}`")), "`{key}` is not named {heading}");
        }
    }
    for aspect in case::Aspect::ALL {
        assert!(GUIDE.contains(&format!("`{}`", aspect.key())), "{}", aspect.key());
    }
}

#[test]
fn the_whole_act_is_well_formed_and_its_cases_are_green() {
    let own =
        Sources { rulebooks: vec![("xx/harbour.toml".to_owned(), block("rulebook").to_owned())], ..Sources::default() };
    assert_eq!(Library::problems(&own), []);
    let library = Library::with(&own).unwrap();
    let cases = case::read(&library, "xx/harbour.cases.toml", block("cases")).unwrap().cases;
    for outcome in cases.iter().flat_map(|case| case::run(&library, case)) {
        assert!(outcome.is_green(), "{}: {:?}", outcome.case, outcome.differences);
    }
    assert!(cases.len() > 3);
}

#[test]
fn the_vocabulary_of_ones_own_is_well_formed() {
    let vocabulary = Vocabulary::of(&[("own.toml", block("vocabulary"))]).unwrap();
    assert_eq!((vocabulary.facts().len(), vocabulary.triggers().len()), (3, 1));
}

#[test]
fn the_coverage_of_ones_own_is_well_formed() {
    let own = [("own.toml".to_owned(), block("coverage").to_owned())];
    let coverage = Coverage::with(&own, LIBRARY.vocabulary()).unwrap();
    let ships = coverage.get(&GapId::new("sector/transport@nz")).unwrap();
    assert_eq!((ships.state, ships.acts.len()), (State::NotLookedAt, 1));
    assert_eq!(coverage.place("nz").state, State::Part);
}

/// The table of coverage, a line for each jurisdiction in the order of the rulebooks.
fn coverage() -> String {
    let mut places: Vec<&str> = Vec::new();
    let mut acts: BTreeMap<&str, Vec<&Rulebook>> = BTreeMap::new();
    for act in LIBRARY.rulebooks() {
        if !places.contains(&act.country.as_str()) {
            places.push(&act.country);
        }
        acts.entry(&act.country).or_default().push(act);
    }
    let mut table = "| where | acts | duties |\n| --- | --- | --- |\n".to_owned();
    for place in places {
        let here = &acts[place];
        let names: Vec<&str> = here.iter().map(|act| act.short.en.as_str()).collect();
        let duties: usize = here.iter().map(|act| act.duty.len()).sum();
        table.push_str(&format!("| {place} | {} | {duties} |\n", names.join("; ")));
    }
    table
}

#[test]
fn the_readme_says_what_is_covered() {
    let coverage = coverage();
    assert!(README.contains(&coverage), "put this into README.md:\n{coverage}");
}
