//! The law on the command line: a case asked, a rulebook written, checked and compared, a folder of own rulebooks.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Output, Stdio};

use serde_json::Value;

use crate::support::command::{complained, dutyclock, run, said};

/// The retailer of 2025, as the authorities established it.
const CASE: &str = r#"
name = "the retailer of 2025"
zone = "Asia/Seoul"
now = "2025-11-22T00:00:00"
facts = { intrusion = true, org-information-service-provider = true, org-countries = ["kr"] }
candidate = [{ of = ["aware-incident"], basis = "established", at = "2025-11-17T16:00:00" }]
filing = [{ duty = "kr.network-act/report", at = "2025-11-19T21:35:00" }]
"#;

fn write(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn piped(folder: &Path, arguments: &[&str], text: &str) -> Output {
    let mut child = dutyclock(folder, arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

fn report(output: &Output) -> Value {
    let json: Value = serde_json::from_str(&said(output)).unwrap();
    let verdicts = json["verdicts"].as_array().unwrap();
    verdicts.iter().find(|verdict| verdict["duty"] == "kr.network-act/report").unwrap().clone()
}

#[test]
fn a_case_is_answered_in_words_and_as_json() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "case.toml", CASE);
    let words = run(folder.path(), &["assess", "case.toml"]);
    assert_eq!(words.status.code(), Some(0), "{}", complained(&words));
    for expected in ["Report of the intrusion incident", "29 h 35 min late", "up to KRW 30,000,000", "Asia/Seoul"] {
        assert!(said(&words).contains(expected), "{expected}: {}", said(&words));
    }
    let json = run(folder.path(), &["assess", "case.toml", "--json", "--regime", "Network Act"]);
    let report = report(&json);
    assert_eq!(report["clock"]["standing"]["late"], 106_500);
    let all: Value = serde_json::from_str(&said(&json)).unwrap();
    let only =
        all["verdicts"].as_array().unwrap().iter().all(|verdict| verdict["rule"]["rulebook"] == "kr.network-act");
    assert!(only, "the regime was chosen");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "asking writes nothing");
}

#[test]
fn a_case_comes_by_pipe_as_json_too() {
    let folder = tempfile::tempdir().unwrap();
    let text = r#"{ "zone": "Asia/Seoul", "now": "2025-11-18T15:59:59",
        "facts": { "intrusion": true, "org-information-service-provider": true },
        "candidate": [{ "of": ["aware-incident"], "basis": "briefed", "at": "2025-11-17T16:00:00" }] }"#;
    let output = piped(folder.path(), &["assess", "-", "--json"], text);
    assert_eq!(output.status.code(), Some(0), "{}", complained(&output));
    assert_eq!(report(&output)["clock"]["standing"]["left"], 1);
}

#[test]
fn the_same_incident_is_asked_about_earlier_and_under_a_later_law() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "case.toml", CASE);
    let ask = |more: &[&str]| {
        let words: Vec<&str> = ["assess", "case.toml", "--json"].iter().chain(more).copied().collect();
        report(&run(folder.path(), &words))
    };
    let before = ask(&["--as-of", "2025-11-18T12:00:00"]);
    assert_eq!(before["clock"]["standing"]["standing"], "running", "the filing had not happened");
    let later = ask(&["--on", "2026-11-17"]);
    assert_eq!(later["rule"]["version"], "2026-10-01");
    assert_eq!(later["exposures"][0]["most"]["high"]["minor"], 50_000_000);
    let too_early = run(folder.path(), &["assess", "case.toml", "--now", "2025-11-18T12:00:00"]);
    assert_eq!(too_early.status.code(), Some(2));
    assert!(complained(&too_early).contains("with --as-of it is left out"), "{}", complained(&too_early));
    let now = ask(&["--now", "2025-12-01T00:00:00Z"]);
    assert_eq!(now["clock"]["standing"]["standing"], "met-late");
}

#[test]
fn a_case_that_cannot_be_meant_is_refused_with_line_and_hint() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "case.toml", "now = \"2025-11-22T00:00:00Z\"\nfacts = { intrusoin = true }\n");
    let output = run(folder.path(), &["assess", "case.toml"]);
    assert_eq!(output.status.code(), Some(2));
    for expected in ["--> case.toml:2:11", "2 | facts = { intrusoin = true }", "did you mean `intrusion`?"] {
        assert!(complained(&output).contains(expected), "{expected}: {}", complained(&output));
    }
    for (arguments, expected) in [
        (vec!["assess", "nowhere.toml"], "cannot be read"),
        (vec!["assess", "case.toml", "--now", "yesterday"], "intrusoin"),
        (vec!["assess", "-", "--now", "yesterday"], "--now"),
        (vec!["assess", "-", "--regime", "atlantis"], "atlantis"),
    ] {
        let output = piped(folder.path(), &arguments, "zone = \"UTC\"\nfacts = {}");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(complained(&output).contains(expected), "{arguments:?}: {}", complained(&output));
    }
}

#[test]
fn a_rulebook_is_started_checked_and_compared() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    let book = said(&run(here, &["rulebook", "new", "at.my-act"]));
    write(here, "my-act.toml", &book);
    write(here, "my-act.cases.toml", &said(&run(here, &["rulebook", "new", "at.my-act", "--cases"])));
    let green = run(here, &["rulebook", "check", "my-act.toml"]);
    assert_eq!(green.status.code(), Some(0), "{}{}", said(&green), complained(&green));
    assert!(said(&green).contains("0 red"), "{}", said(&green));

    write(here, "shorter.toml", &book.replace("hours = 72", "hours = 48"));
    let diff = run(here, &["rulebook", "diff", "my-act.toml", "shorter.toml"]);
    assert_eq!(diff.status.code(), Some(0), "{}", complained(&diff));
    assert!(said(&diff).contains("the version from 2020-01-01 differs"), "{}", said(&diff));
    assert!(said(&diff).contains("late by 24:00:00"), "{}", said(&diff));

    write(here, "my-act.toml", &book.replace("hours = 72", "hours = 48"));
    let red = run(here, &["rulebook", "check", "my-act.toml"]);
    assert_eq!(red.status.code(), Some(1), "{}", said(&red));
    assert!(
        said(&red).contains("expected 2026-11-20T10:00:00+01:00, found 2026-11-19T10:00:00+01:00"),
        "{}",
        said(&red)
    );
}

#[test]
fn every_slip_of_a_rulebook_is_told_at_once_with_its_line() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    let book = said(&run(here, &["rulebook", "new", "at.my-act"]));
    let slips = book
        .replace("is = \"personal-data-breach\"", "is = \"personal-data-braech\"")
        .replace("grounds = [\"many\"]", "grounds = [\"manny\"]");
    write(here, "my-act.toml", &slips);
    let output = run(here, &["rulebook", "check", "my-act.toml"]);
    assert_eq!(output.status.code(), Some(2));
    for name in ["personal-data-braech", "manny"] {
        let (line, text) = slips.lines().enumerate().find(|(_, line)| line.contains(name)).unwrap();
        let column = text.find(name).unwrap();
        for expected in [format!("--> my-act.toml:{}:{column}", line + 1), format!("{} | {text}", line + 1)] {
            assert!(said(&output).contains(&expected), "{expected}: {}", said(&output));
        }
    }
}

#[test]
fn a_mistake_elsewhere_in_the_folder_does_not_stand_in_the_way() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    let book = |id: &str| said(&run(here, &["rulebook", "new", id]));
    write(here, "law/rulebooks/at/my-act.toml", &book("at.my-act"));
    write(here, "law/rulebooks/at/broken.toml", &book("at.broken").replace("watched", "wached"));
    let output = run(here, &["rulebook", "check", "--law", "law", "law/rulebooks/at/my-act.toml"]);
    assert_eq!(output.status.code(), Some(0), "{}{}", said(&output), complained(&output));
    assert!(said(&output).contains("at/broken.toml:"), "{}", said(&output));
    let links = book("at.links").replace(
        "starts = { awareness = \"aware-leak\" }",
        "starts = { due = { duty = \"at.nobody/knows\", why = { en = \"w\", ko = \"w\", id = \"w\" } } }",
    );
    write(here, "links.toml", &links);
    let output = run(here, &["rulebook", "check", "links.toml"]);
    let line = links.lines().position(|line| line.contains("at.nobody")).unwrap() + 1;
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains(&format!("--> links.toml:{line}:")), "{}", said(&output));
}

#[test]
fn a_folder_of_own_rulebooks_adds_and_overrides() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    write(here, "law/rulebooks/at/my-act.toml", &said(&run(here, &["rulebook", "new", "at.my-act"])));
    let case = "zone = \"Europe/Vienna\"\nnow = \"2026-11-22T00:00:00Z\"\nfacts = { org-data-controller = true, personal-data-breach = true, persons-affected = 1000 }\n";
    write(here, "case.toml", case);
    let output = run(here, &["--rulebooks", "law", "assess", "case.toml", "--regime", "at.my-act"]);
    assert_eq!(output.status.code(), Some(0), "{}", complained(&output));
    assert!(said(&output).contains("Own rulebook"), "{}", said(&output));
    write(here, "dutyclock.toml", "rulebooks_dir = \"law\"\n");
    let by_file = run(here, &["assess", "case.toml", "--regime", "at.my-act"]);
    assert_eq!(by_file.status.code(), Some(0), "{}", complained(&by_file));
    let broken = fs::read_to_string(here.join("law/rulebooks/at/my-act.toml")).unwrap().replace("watched", "wached");
    write(here, "law/rulebooks/at/my-act.toml", &broken);
    let refused = run(here, &["assess", "case.toml"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(complained(&refused).contains("`wached"), "{}", complained(&refused));
}

#[test]
fn the_schemas_are_json_and_name_every_fact() {
    let folder = tempfile::tempdir().unwrap();
    for of in ["case", "assessment", "rulebook"] {
        let output = run(folder.path(), &["schema", of]);
        let schema: Value = serde_json::from_str(&said(&output)).unwrap();
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema", "{of}");
        assert_eq!(schema["$defs"]["facts"]["properties"]["intrusion"]["type"] == "boolean", of == "case");
    }
}
