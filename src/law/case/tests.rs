//! Every case beside a rulebook comes out as it says, every duty has some, and a case that cannot be meant is refused
//! with its line.

use super::{Aspect, Case, Said, read, run};
use crate::base::error::LawError;
use crate::base::moment::Precision;
use crate::library::Library;
use crate::situation::DutyId;
use std::collections::BTreeMap;

fn library() -> Library {
    Library::embedded().unwrap()
}

fn cases(library: &Library) -> Vec<(String, Case)> {
    let read = |(file, text): &(String, String)| {
        let read = read(library, file, text).unwrap_or_else(|error| panic!("{error}"));
        read.cases.into_iter().map(|case| (file.clone(), case)).collect::<Vec<_>>()
    };
    library.cases().iter().flat_map(read).collect()
}

#[test]
fn every_case_beside_a_rulebook_comes_out_as_it_says() {
    let library = library();
    let mut wrong = Vec::new();
    for (file, case) in cases(&library) {
        for outcome in run(&library, &case) {
            let (line, duty) = (outcome.line, &outcome.duty);
            wrong.extend(outcome.differences.iter().map(|d| format!("{file}:{line}: {}: {duty}: {d}", case.name)));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_rulebook_has_cases_beside_it() {
    let library = library();
    let mut beside: Vec<String> = library.cases().iter().map(|(path, _)| path.clone()).collect();
    let mut wanted: Vec<String> =
        library.rulebooks().iter().map(|book| book.id.replace('.', "/") + ".cases.toml").collect();
    beside.sort();
    wanted.sort();
    assert_eq!(beside, wanted);
}

#[test]
fn every_duty_has_at_least_three_cases() {
    let library = library();
    let mut number: BTreeMap<DutyId, usize> = BTreeMap::new();
    for (_, case) in cases(&library) {
        for expectation in case.expectations {
            *number.entry(expectation.duty).or_default() += 1;
        }
    }
    let duties = library.rulebooks().iter().flat_map(|book| &book.duty).map(|duty| &duty.id);
    let too_few: Vec<_> = duties.filter(|duty| number.get(duty).is_none_or(|number| *number < 3)).collect();
    assert!(too_few.is_empty(), "{too_few:?}");
}

fn refused(text: &str) -> LawError {
    read(&library(), "x.toml", text).unwrap_err()
}

#[test]
fn an_unknown_key_is_refused_with_its_line_and_the_one_that_was_meant() {
    let error = refused("now = 2026-11-22T00:00:00Z\noccured = \"2026-11-01\"\n");
    assert_eq!((error.file.as_str(), error.line, error.key.as_str()), ("x.toml", 2, "occured"));
    assert!(error.hint.contains("`occurred`"), "{error}");
    let json = read(&library(), "x.json", "{\n \"facts\": {\n  \"intrusoin\": true }}").unwrap_err();
    assert_eq!((json.line, json.key.as_str()), (3, "intrusoin"));
    assert!(json.hint.contains("`intrusion`"), "{json}");
}

#[test]
fn a_fact_of_the_wrong_kind_is_refused_in_words() {
    assert!(refused("facts = { intrusion = \"yes\" }").problem.contains("expected true or false, found a text"));
    assert!(refused("facts = { persons-affected = -1 }").problem.contains("below zero"));
    assert!(refused("facts = { leak-kind = [\"melt\"] }").problem.contains("`melt`"));
    assert!(refused("facts = { estimated-loss = 600000 }").problem.contains("without its currency"));
}

#[test]
fn duties_triggers_and_instances_must_exist() {
    let filing = "filing = [{ duty = \"kr.network-act/raport\", at = \"2026-11-01\" }]";
    assert!(refused(filing).hint.contains("kr.network-act/report"));
    let candidate = "candidate = [{ of = [\"aware-incidents\"], basis = \"told\", at = \"2026-11-01\" }]";
    assert!(refused(candidate).hint.contains("aware-incident"));
    let filing = "filing = [{ duty = \"kr.network-act/report\", instance = \"x\", at = \"2026-11-01\" }]";
    assert!(refused(filing).problem.contains("no occurrence `x`"));
}

#[test]
fn what_has_not_happened_yet_cannot_have_been_filed() {
    let text =
        "now = 2026-11-22T00:00:00Z\nfiling = [{ duty = \"kr.network-act/report\", at = \"2026-11-22T00:00:01Z\" }]";
    let error = refused(text);
    assert_eq!(error.line, 2);
    assert!(error.problem.contains("later than the moment of asking"), "{error}");
}

#[test]
fn what_is_missing_at_the_end_is_told_at_the_last_line_there_is() {
    assert_eq!(refused("name = \"a\"\nfacts = { intrusion = true\n\n").line, 2);
    assert_eq!(refused("{ \"name\": \"a\",\n\"facts\": {\n\n").line, 2);
}

#[test]
fn two_of_one_name_are_refused() {
    let one = "{ of = [\"aware-leak\"], basis = \"told\", at = \"2026-11-01\" }";
    assert!(refused(&format!("candidate = [{one}, {one}]")).hint.contains("`id`"));
    let one = "{ id = \"o\", trigger = \"fact-confirmed\", at = \"2026-11-01\" }";
    assert!(refused(&format!("occurrence = [{one}, {one}]")).problem.contains("two occurrences"));
}

#[test]
fn facts_of_all_cases_can_be_unknown_in_one() {
    let text = "[always]\nintrusion = true\n[[case]]\nname = \"a\"\nnow = 2026-11-22T00:00:00Z\nthen = []\n\
                [[case]]\nname = \"b\"\nnow = 2026-11-22T00:00:00Z\nunknown = [\"intrusion\"]\noccurred = \"2026-11-01T10\"\nthen = []\n";
    let read = read(&library(), "x.toml", text).unwrap();
    let known: Vec<usize> = read.cases.iter().map(|case| case.situation.facts.0.len()).collect();
    assert_eq!(known, [1, 0]);
    assert_eq!(read.cases[1].situation.occurred.map(|at| at.precision), Some(Precision::Hour));
}

#[test]
fn a_wrong_expectation_is_told_with_what_was_found() {
    let text = "[[case]]\nname = \"a\"\nnow = 2026-11-22T00:00:00Z\n[[case.then]]\nduty = \"kr.network-act/report\"\n\
                answer = \"superseded by the moon\"\n";
    let library = library();
    let read = read(&library, "x.toml", text).unwrap();
    let outcomes = run(&library, &read.cases[0]);
    let difference = &outcomes[0].differences[0];
    assert_eq!((outcomes[0].line, difference.what), (4, Aspect::Answer));
    assert_eq!(difference.expected, Said::One("superseded by the moon".to_owned()));
}

#[test]
fn an_expectation_may_stop_at_the_end_of_a_word() {
    let one = |text: &str| Said::One(text.to_owned());
    assert!(one("overdue").is_met_by(&one("overdue by 1:00:00")));
    assert!(!one("over").is_met_by(&one("overdue by 1:00:00")));
    assert!(!one("running, 1:00:0").is_met_by(&one("running, 1:00:00 left")));
}
