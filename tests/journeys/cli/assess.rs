//! Asking the law on the command line: the pressing first, in the reader's language, several cases at once, and an exit code
//! that a script can rest on.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::support::command::{complained, run, said};

/// Two cases of one Korean company: reported late, and not reported at all.
const CASES: &str = r#"
zone = "Asia/Seoul"
always = { org-countries = ["kr"], people-countries = ["kr"], org-information-service-provider = true, intrusion = true }

[[case]]
name = "reported too late"
now = "2025-11-22T00:00:00"
candidate = [{ of = ["aware-incident"], basis = "established", at = "2025-11-17T16:00:00" }]
filing = [{ duty = "kr.network-act/report", at = "2025-11-19T21:35:00" }]
then = []

[[case]]
name = "not reported"
now = "2025-11-22T00:00:00"
candidate = [{ of = ["aware-incident"], basis = "established", at = "2025-11-17T16:00:00" }]
then = []
"#;

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("cases.toml"), CASES).unwrap();
    folder
}

fn asked(folder: &Path, more: &[&str]) -> String {
    let arguments: Vec<&str> = ["assess", "cases.toml"].iter().chain(more).copied().collect();
    let output = run(folder, &arguments);
    assert_eq!(output.status.code(), Some(0), "{}", complained(&output));
    said(&output)
}

#[test]
fn what_is_overdue_and_what_to_answer_comes_in_the_first_lines() {
    let folder = folder();
    let words = asked(folder.path(), &["--name", "not reported"]);
    let first: Vec<&str> = words.lines().take(12).collect();
    let overdue = "Overdue: Report of the intrusion incident (Network Act): not handed in, ";
    assert!(first.iter().any(|line| line.starts_with(overdue)), "{words}");
    assert!(first.iter().any(|line| line.starts_with("To be answered: ")), "{words}");
    let brief = asked(folder.path(), &["--name", "not reported", "--brief"]);
    assert!(brief.lines().count() <= 13 && words.starts_with(brief.trim_end()), "{brief}");
}

#[test]
fn acts_that_do_not_concern_the_case_take_one_line_for_each_reason() {
    let folder = folder();
    let words = asked(folder.path(), &["--name", "not reported"]);
    let aside = |line: &&str| line.contains("do not concern the case, by Countries of the ") && line.contains("GDPR");
    assert_eq!(words.lines().filter(aside).count(), 1, "{words}");
    assert_eq!(words.lines().filter(|line| line.contains("eu.gdpr/")).count(), 0, "{words}");
    let all = asked(folder.path(), &["--name", "not reported", "--all"]);
    assert!(all.contains("[eu.gdpr/authority]"), "{all}");
}

#[test]
fn facts_are_called_by_their_names_and_the_derivation_comes_when_asked_for() {
    let folder = folder();
    let plain = asked(folder.path(), &["--name", "not reported"]);
    let why = asked(folder.path(), &["--name", "not reported", "--why"]);
    assert!(!plain.contains("Because") && why.contains("Because"), "{why}");
    let tree: Vec<&str> = why.lines().filter(|line| line.starts_with("      ")).collect();
    assert!(tree.iter().any(|line| line.contains("Personal data leaked (Korea, PIPA): must be")), "{why}");
    assert!(!tree.iter().any(|line| line.contains("org-information-service-provider")), "{why}");
}

#[test]
fn the_same_answer_comes_in_each_language() {
    let folder = folder();
    for (lang, overdue, duty) in [
        ("en", "Overdue: ", "Report of the intrusion incident"),
        ("ko", "기한 경과: ", "침해사고"),
        ("id", "Lewat tenggat: ", "insiden"),
    ] {
        let words = asked(folder.path(), &["--name", "not reported", "--lang", lang]);
        let line = words.lines().find(|line| line.starts_with(overdue)).unwrap_or_else(|| panic!("{words}"));
        assert!(line.contains(duty), "{line}");
    }
}

#[test]
fn a_check_fails_where_something_is_overdue_and_only_there() {
    let folder = folder();
    let code = |more: &[&str]| {
        let arguments: Vec<&str> = ["assess", "cases.toml", "--check"].iter().chain(more).copied().collect();
        let output = run(folder.path(), &arguments);
        (output.status.code(), complained(&output))
    };
    let (late, told) = code(&["--name", "not reported"]);
    assert_eq!(late, Some(3), "{told}");
    assert!(told.contains("overdue"), "{told}");
    assert_eq!(code(&["--name", "reported too late", "--regime", "kr.network-act"]).0, Some(0));
    assert_eq!(code(&[]).0, Some(3), "one of two is enough");
    assert_eq!(code(&["--name", "no such case"]).0, Some(2));
}

#[test]
fn several_cases_are_one_run_and_json_holds_what_concerns_them() {
    let folder = folder();
    let words = asked(folder.path(), &["--brief"]);
    assert_eq!(words.matches("Case: ").count(), 2, "{words}");
    let both: Value = serde_json::from_str(&asked(folder.path(), &["--json"])).unwrap();
    let names: Vec<&str> = both.as_array().unwrap().iter().map(|one| one["case"].as_str().unwrap()).collect();
    assert_eq!(names, ["reported too late", "not reported"]);
    let scopes = |all: &Value| {
        let verdicts = all["verdicts"].as_array().unwrap().clone();
        verdicts.iter().filter(|verdict| verdict["scope"] == "no").count()
    };
    let one: Value = serde_json::from_str(&asked(folder.path(), &["--json", "--name", "not reported"])).unwrap();
    assert_eq!(scopes(&one), 0);
    let all: Value =
        serde_json::from_str(&asked(folder.path(), &["--json", "--name", "not reported", "--all"])).unwrap();
    assert!(scopes(&all) > 0);
}

#[test]
fn a_case_without_a_zone_is_refused_with_what_to_write() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("case.toml"), "now = \"2026-11-22T00:00:00Z\"\nfacts = {}\n").unwrap();
    let output = run(folder.path(), &["assess", "case.toml"]);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    let told = complained(&output);
    assert!(told.contains("names no time zone") && told.contains("zone = \"Asia/Seoul\""), "{told}");
}

/// A private firm with residents of States whose law is not loaded, beside some whose law is.
const STATES: &str = r#"
zone = "America/New_York"
now = "2026-11-30T12:00:00"

[facts]
org-countries = ["us"]
people-countries = ["us"]
org-private-sector = true
us-state-personal-information = true
acquired-by-unauthorised = true
data-unintelligible = false
persons-by-us-state = { ma = 300, il = 5000, nj = { estimate = 40 }, tx = 9 }
"#;

#[test]
fn states_without_law_in_the_library_are_named_with_their_numbers_before_any_act() {
    let folder = tempfile::tempdir().unwrap();
    let ask = |more: &[&str], case: &str| {
        fs::write(folder.path().join("cases.toml"), case).unwrap();
        asked(folder.path(), more)
    };
    let words = ask(&[], STATES);
    let place =
        |wanted: &str| words.lines().position(|line| line.contains(wanted)).unwrap_or_else(|| panic!("{words}"));
    let gaps = place("Not in this library: Illinois (5,000 persons); Massachusetts (300 persons); New Jersey (");
    assert!(words.lines().nth(gaps + 1).unwrap().contains("815 ILCS 530"), "{words}");
    assert!(gaps < place("(us.texas)") && gaps < 14, "{words}");
    assert!(words.trim_end().ends_with("is listed at the top and may ask for more."), "{words}");
    let korean = ask(&["--lang", "ko"], STATES);
    assert!(korean.contains("이 라이브러리에 없음: 일리노이 (5,000명); 매사추세츠 (300명)"), "{korean}");
    let json: Value = serde_json::from_str(&ask(&["--json"], STATES)).unwrap();
    let ids: Vec<&str> = json["gaps"].as_array().unwrap().iter().map(|gap| gap["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["us-il", "us-ma", "us-nj", "sector/critical-infrastructure@us"][..ids.len()], "{json}");
    let texas = ask(&[], &STATES.replace("ma = 300, il = 5000, nj = { estimate = 40 }, ", ""));
    assert!(!texas.contains("Not in this library") && !texas.contains("may ask for more"), "{texas}");
    let undivided = ask(
        &[],
        &STATES
            .replace("persons-by-us-state", "persons-by-country")
            .replace("{ ma = 300, il = 5000, nj = { estimate = 40 }, tx = 9 }", "{ us = 70 }"),
    );
    assert!(
        undivided.contains("Open: United States (70 persons): In which States the persons live is not known."),
        "{undivided}"
    );
}

#[test]
fn what_lies_ahead_or_out_of_order_ends_with_its_line_and_column() {
    let folder = tempfile::tempdir().unwrap();
    let head = "zone = \"America/Chicago\"\nnow = \"2026-06-01T12:00:00-05:00\"\n";
    let asked = |text: &str| {
        fs::write(folder.path().join("case.toml"), format!("{head}{text}\n")).unwrap();
        let output = run(folder.path(), &["assess", "case.toml"]);
        (output.status.code(), complained(&output))
    };
    let (code, told) =
        asked("occurrence = [{ id = \"d\", trigger = \"breach-determined\", at = \"2026-09-01T10:00:00\" }]");
    assert_eq!(code, Some(2), "{told}");
    assert!(told.contains("case.toml:3:") && told.contains("later than the moment of asking"), "{told}");
    let ahead = "occurrence = [{ id = \"d\", trigger = \"extension-granted\", at = \"2026-09-01T10:00:00\" }]";
    assert_eq!(asked(ahead).0, Some(0));
    let learnt = "candidate = [{ of = [\"aware-incident\"], basis = \"confirmed\", at = \"2026-05-20T21:00:00\" }]\n";
    let filed = |more: &str| {
        format!("{learnt}filing = [{{ duty = \"us.texas/attorney-general\", at = \"2025-05-20T21:30:00\"{more} }}]")
    };
    let (code, told) = asked(&filed(""));
    assert_eq!(code, Some(2), "{told}");
    assert!(told.contains("case.toml:4:") && told.contains("is the year right?"), "{told}");
    assert_eq!(asked(&filed(", out_of_order = \"reported as a precaution\"")).0, Some(0));
}
