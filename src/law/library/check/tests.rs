//! Each kind of slip in a rulebook is refused, with its line.

use crate::base::error::LawError;
use crate::library::{Library, Sources};

const ACT: &str = include_str!("../../data/rulebooks/kr/network-act.toml");

fn refused(from: &str, to: &str) -> LawError {
    assert!(ACT.contains(from), "the rulebook no longer has `{from}`");
    Library::of(&[("kr/network-act.toml", &ACT.replacen(from, to, 1))], &[]).unwrap_err()
}

#[test]
fn a_condition_on_an_unknown_fact_is_refused_with_its_line() {
    let error = refused("is = \"intrusion\"", "is = \"intrusoin\"");
    assert_eq!((error.file.as_str(), error.key.as_str()), ("kr/network-act.toml", "intrusoin"));
    assert!(ACT.lines().nth(error.line - 1).is_some_and(|line| line.contains("is = \"intrusion\"")), "{error}");
}

#[test]
fn a_condition_of_the_wrong_kind_is_refused() {
    let error = refused("is = \"intrusion\"", "is = \"cause\"");
    assert!(error.problem.contains("another kind"), "{error}");
}

#[test]
fn versions_out_of_order_are_refused() {
    let error = refused("from = 2024-08-14", "from = 2022-12-11");
    assert!(error.problem.contains("oldest first"), "{error}");
}

#[test]
fn an_exception_without_consequence_is_refused() {
    let error = refused("exceptions = [\"elsewhere\", \"other-act\"]", "exceptions = [\"provider\"]");
    assert!(error.problem.contains("then"), "{error}");
}

#[test]
fn a_misspelt_key_is_refused_with_its_line_and_what_was_expected() {
    let error = refused("governed_by", "governed_bye");
    assert_eq!(error.key, "governed_bye");
    assert!(error.problem.contains("governed_by") && error.hint.contains("closed"), "{error}");
}

#[test]
fn a_text_without_one_of_the_languages_is_refused() {
    let error = refused("ko = \"정보통신망법\", ", "");
    assert!(error.line > 0 && error.problem.contains("`ko`") && error.hint.contains("en, ko and id"), "{error}");
}

#[test]
fn a_day_that_does_not_exist_is_refused() {
    assert!(refused("from = 2024-08-14", "from = 2024-02-30").line > 0);
}

#[test]
fn a_duty_that_names_a_missing_form_is_refused() {
    let error = Library::of(&[("kr/network-act.toml", ACT)], &[]).unwrap_err();
    assert_eq!(error.key, "kr.kisa-incident-report");
}

/// A small act with everything that can be wrong with one.
const SMALL: &str = r#"
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
value = [{ from = 2020-01-01, sum = 100, source = SOURCE }]

[[term]]
id = "here"
title = WORDS
cite = "Art. 1"
when = { one-of = { key = "org-countries", choices = ["@eea"] } }

[[term]]
id = "many"
title = WORDS
cite = "Art. 2"
when = { all = [{ at-least = { key = "persons-affected", number = 10 } }, { money-above = { key = "direct-loss", sum = 5 } }] }

[[term]]
id = "in-california"
title = WORDS
cite = "Art. 2"
when = { at-least = { key = "persons-by-us-state", number = 10, of = "ca" } }

[[term]]
id = "told-anyway"
title = WORDS
cite = "Art. 3"
when = { filed = "eu.small/first" }
then = "exempt"

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
deadline = { earliest = [{ after = { start = "own", within = { working-days = 3 } } }, { after = { start = { first = "classified-major" }, within = { hours = 4 } } }] }
conditions = ["many"]
grounds = ["in-california"]
source = SOURCE

[[duty.fine]]
id = "fine"
kind = "administrative-fine"
title = WORDS
version = [{ from = 2020-01-01, most = { higher-of = [{ sum = 500 }, { units = { number = 5, unit = "points" } }] }, source = SOURCE }]

[[duty]]
id = "eu.small/second"
title = WORDS
recipient = WORDS
to = "internal"
consequence = WORDS
starts = { filing = { duty = "eu.small/first", why = WORDS } }
governed_by = "start"
watched = true
version = [{ from = 2020-01-01, within = { days = 30 }, exceptions = ["told-anyway"], source = SOURCE }]
"#;

/// What is wrong with the small act after one change: each problem with its line.
fn found(from: &str, to: &str) -> Vec<(usize, String)> {
    assert!(SMALL.contains(from), "the small act no longer has `{from}`");
    problems(&SMALL.replacen(from, to, 1))
}

/// What is wrong with a text of the small act.
fn problems(text: &str) -> Vec<(usize, String)> {
    let words = "{ en = \"w\", ko = \"w\", id = \"w\" }";
    let source = format!(
        "{{ cite = {words}, url = \"https://example.org\", verified_on = 2026-11-22, confidence = \"analysis\" }}"
    );
    let text = text.replace("WORDS", words).replace("SOURCE", &source);
    let own = Sources { rulebooks: vec![("eu/small.toml".to_owned(), text)], ..Sources::default() };
    let problems = Library::problems(&own).into_iter();
    problems.map(|error| (error.line, format!("{}: {}", error.key, error.problem))).collect()
}

#[test]
fn an_act_that_uses_the_whole_language_is_accepted() {
    assert_eq!(found("w", "w"), []);
}

#[test]
fn each_slip_is_refused() {
    let slips = [
        ("choices = [\"@eea\"]", "choices = [\"@era\"]", "no such group"),
        ("choices = [\"@eea\"]", "choices = [\"de\", \"eu\"]", "eu: there is no such choice"),
        ("choices = [\"@eea\"]", "choices = []", "no choice is named"),
        ("calendar = \"de\"", "calendar = \"dee\"", "no such calendar"),
        ("calendar = \"de\"\n", "", "working days of no calendar"),
        ("calendar = \"de\"\n", "roll = \"end-of-next-open-day\"\n", "needs a calendar"),
        ("scope = [\"here\"]", "scope = [\"there\"]", "no such term"),
        ("scope = [\"here\"]", "scope = [\"told-anyway\"]", "scope have none"),
        ("sum = 100,", "sum = 0,", "above zero"),
        ("{ sum = 500 }", "{ sum = -5 }", "above zero"),
        ("unit = \"points\"", "unit = \"pints\"", "no such unit"),
        ("key = \"direct-loss\"", "key = \"persons-affected\"", "expected a sum of money"),
        ("key = \"persons-affected\"", "key = \"persons-by-us-state\"", "expected a count"),
        ("of = \"ca\"", "of = \"zz\"", "zz: there is no such choice"),
        (", of = \"ca\"", "", "expected a count"),
        ("first = \"classified-major\"", "first = \"aware-leak\"", "of the other kind"),
        ("awareness = \"aware-leak\"", "awareness = \"classified-major\"", "of the other kind"),
        ("awareness_as = \"certainty\"", "awareness_as = \"faith\"", "no such ranking"),
        ("awareness_as = \"certainty\"\n", "", "each basis exactly once"),
        (
            "within = { days = 30 },",
            "within = { days = 30 }, deadline = { after = { start = \"own\", within = { days = 1 } } },",
            "not both",
        ),
        ("within = { days = 30 }, ", "", "needs `within` or `deadline`"),
        ("{ working-days = 3 }", "{ working-day-hours = 200000 }", "expected a period that can be meant"),
        ("within = { days = 30 }", "within = { at-least-months = 200000 }", "expected a period that can be meant"),
        ("within = { hours = 4 }", "within = { at-least-months = 4 }", "gives no moment"),
        (
            "within = { days = 30 },",
            "within = { days = 30 }, guideline = { within = { days = 3 }, deadline = { after = { start = \"own\", within = { days = 5 } } }, words = WORDS, source = SOURCE },",
            "a guideline has `within` or `deadline`, not both",
        ),
        (
            "within = { days = 30 },",
            "within = { days = 30 }, guideline = { deadline = { between = [{ earliest = [] }, { after = { start = \"own\", within = { days = 5 } } }] }, words = WORDS, source = SOURCE },",
            "of nothing",
        ),
        ("watched = true\n", "watched = true\nsanction_only = true\n", "asks for nothing"),
        (
            "watched = true\nversion = [{ from = 2020-01-01, within = { days = 30 },",
            "watched = false\nsanction_only = true\nversion = [{ from = 2020-01-01,",
            "a sanction without a fine",
        ),
        ("within = { hours = 4 }", "within = { until = \"classified-major\" }", "gives no moment"),
        (
            "starts = { filing = { duty = \"eu.small/first\"",
            "starts = { filing = { duty = \"eu.small/frist\"",
            "nothing in the library",
        ),
        ("filed = \"eu.small/first\"", "met = \"eu.small/second\"", "looks at itself"),
        ("id = \"eu.small/second\"", "id = \"eu.small/Second\"", "small letters"),
        ("id = \"eu.small/second\"", "id = \"eu.large/second\"", "begin with the rulebook"),
        ("id = \"eu.small/second\"", "id = \"eu.small/first\"", "defined twice"),
        ("then = \"exempt\"", "then = \"required\"", "overrides nothing"),
        ("kind = \"administrative-fine\"", "kind = \"administrative-fine\"\nwhen = { all = [] }", "is empty"),
        ("country = \"EU\"", "country = \"Europe\"", "two capital letters"),
        ("covers_from = 2020-01-01", "covers_from = 2020-01-02", "oldest first"),
    ];
    for (from, to, expected) in slips {
        let problems = found(from, to);
        assert!(problems.iter().any(|(_, problem)| problem.contains(expected)), "{to}: {problems:?}");
    }
}

#[test]
fn hours_of_working_days_need_a_calendar() {
    let text = "{ earliest = [{ after = { start = \"own\", within = { working-days = 3 } } }, { after = { start = { first = \"classified-major\" }, within = { hours = 4 } } }] }";
    let hours = "{ after = { start = \"own\", within = { working-day-hours = 24 } } }";
    assert_eq!(found(text, hours), []);
    let plain = SMALL.replacen(text, hours, 1).replacen("calendar = \"de\"\n", "", 1);
    assert!(problems(&plain).iter().any(|(_, problem)| problem.starts_with("working-day-hours: working days of no")));
}

#[test]
fn a_binding_number_from_memory_is_refused_and_one_that_binds_nobody_is_not() {
    let recalled = |within: &str| {
        let source =
            "{ cite = WORDS, url = \"https://example.org\", verified_on = 2026-11-22, confidence = \"recalled\" }";
        let to =
            format!("version = [{{ from = 2020-01-01, {within}, exceptions = [\"told-anyway\"], source = {source} }}]");
        found(
            "version = [{ from = 2020-01-01, within = { days = 30 }, exceptions = [\"told-anyway\"], source = SOURCE }]",
            &to,
        )
    };
    assert!(recalled("within = { days = 30 }").iter().any(|(_, problem)| problem.contains("rests on memory")));
    assert_eq!(recalled("within = { promptly = \"without-undue-delay\" }"), []);
}

#[test]
fn pending_law_alone_is_never_watched() {
    let pending = "pending = [{ status = \"draft\", title = WORDS, source = SOURCE }]";
    let from =
        "version = [{ from = 2020-01-01, within = { days = 30 }, exceptions = [\"told-anyway\"], source = SOURCE }]";
    assert!(found(from, pending).iter().any(|(_, problem)| problem.contains("never watched")));
}

#[test]
fn every_problem_is_told_at_the_line_where_it_stands() {
    let problems = found(
        "conditions = [\"many\"]\ngrounds = [\"in-california\"]",
        "conditions = [\"manny\"]\ngrounds = [\"nowhere\"]",
    );
    let lines: Vec<usize> = ["manny", "nowhere"]
        .iter()
        .map(|name| problems.iter().find(|(_, problem)| problem.starts_with(name)).unwrap().0)
        .collect();
    let begin = SMALL.lines().position(|line| line.starts_with("conditions")).unwrap() + 1;
    assert_eq!(lines, [begin, begin + 1]);
}

#[test]
fn a_sum_from_memory_is_refused_and_one_that_is_called_unread_is_not() {
    let text = "version = [{ from = 2020-01-01, most = { higher-of = [{ sum = 500 }, { units = { number = 5, unit = \"points\" } }] }, source = SOURCE }]";
    let source = "{ cite = WORDS, url = \"https://example.org\", verified_on = 2026-11-22, confidence = \"recalled\" }";
    let with = |what: &str| {
        found(text, &format!("version = [{{ from = 2020-01-01, {what}, note = WORDS, source = {source} }}]"))
    };
    assert!(with("most = { sum = 500 }").iter().any(|(_, problem)| problem.contains("rests on memory")));
    assert!(!with("amounts_not_read = true").iter().any(|(_, problem)| problem.contains("rests on memory")));
}
