//! The program as an operator meets it: in a shell, by what it prints and by its exit code.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use diesel::connection::SimpleConnection;
use dutyclock::db::{DatabaseUrl, Store, StoreError};

/// Runs the program in a folder of its own, with nothing of the tests' environment that could be a setting.
fn dutyclock(folder: &Path, arguments: &[&str], input: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dutyclock"));
    command.args(arguments).current_dir(folder).env_clear().stdin(Stdio::piped());
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // The program may end without reading.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

const ADD: [&str; 9] =
    ["account", "add", "--name", "Ann", "--email", "ann@example.org", "--role", "officer", "--password-stdin"];

#[test]
fn an_account_is_added_once_and_its_ledger_verifies_until_somebody_changes_it() {
    let home = tempfile::tempdir().unwrap();
    let run = |arguments: &[&str], input: &str| dutyclock(home.path(), arguments, input);
    let refused = run(&ADD, "short\n");
    assert_eq!(refused.status.code(), Some(2), "{}", said(&refused));
    let added = run(&ADD, "a quiet orange boat\n");
    assert_eq!(added.status.code(), Some(0), "{}", said(&added));
    assert!(!said(&added).contains("orange"));
    assert_eq!(run(&ADD, "a quiet orange boat\n").status.code(), Some(2));

    let verified = run(&["verify"], "");
    assert!(verified.status.success() && said(&verified).contains("1 entry"), "{}", said(&verified));
    assert!(run(&["reindex"], "").status.success());
    assert!(run(&["backup", "copy.db"], "").status.success());
    assert_eq!(run(&["backup", "copy.db"], "").status.code(), Some(1), "nothing is overwritten");
    assert!(run(&["--database", "sqlite:copy.db", "verify"], "").status.success());

    let store = Store::open(&DatabaseUrl::sqlite(&home.path().join("data/dutyclock.db"))).unwrap();
    let change = |sql: &str| store.write_blocking(|db| db.batch_execute(sql).map_err(StoreError::from)).unwrap();
    assert!(!said(&verified).contains("erased"), "{}", said(&verified));
    change("UPDATE ledger SET body = NULL, salt = NULL WHERE number = 1");
    let erased = run(&["verify"], "");
    assert!(erased.status.success() && said(&erased).contains("one entry was erased"), "{}", said(&erased));
    change("UPDATE ledger SET body = '{}', salt = hash WHERE number = 1");
    let broken = run(&["verify"], "");
    assert_eq!(broken.status.code(), Some(1));
    assert!(said(&broken).contains("broken at entry 1"), "{}", said(&broken));
}

#[test]
fn a_mistyped_path_is_not_taken_for_an_empty_installation() {
    let home = tempfile::tempdir().unwrap();
    for command in ["verify", "reindex"] {
        let output = dutyclock(home.path(), &["--data-dir", "elsewhere", command], "");
        assert_eq!(output.status.code(), Some(1));
        assert!(said(&output).contains("elsewhere/dutyclock.db"), "{}", said(&output));
    }
    assert!(!home.path().join("elsewhere").exists());
}

#[test]
fn a_mistake_in_the_settings_file_is_named_with_its_line() {
    let home = tempfile::tempdir().unwrap();
    std::fs::write(home.path().join("dutyclock.toml"), "listen = \"127.0.0.1:1\"\n[smtp]\nhots = \"a\"\n").unwrap();
    let output = dutyclock(home.path(), &["config"], "");
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("dutyclock.toml, line 3"), "{}", said(&output));
}

#[test]
fn every_command_has_its_help() {
    let home = tempfile::tempdir().unwrap();
    let commands: [&[&str]; 8] =
        [&["serve"], &["demo"], &["verify"], &["reindex"], &["account", "add"], &["backup"], &["config"], &[]];
    for command in commands {
        let output = dutyclock(home.path(), &[command, &["--help"]].concat(), "");
        assert!(output.status.success() && said(&output).contains("Example"), "{command:?}");
    }
}
