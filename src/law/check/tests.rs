//! Each kind of slip in a rulebook is refused, with its line.

use super::super::error::LawError;
use super::super::library::Library;

const ACT: &str = include_str!("../rulebooks/kr/network-act.toml");

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
    let error = refused("exceptions = [\"other-act\"]", "exceptions = [\"provider\"]");
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
