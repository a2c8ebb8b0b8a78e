//! The program as its first user meets it: on the command line, from help to demonstration, check and backup.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use diesel::connection::SimpleConnection;
use diesel::{Connection, SqliteConnection};
use reqwest::StatusCode;

use crate::support::command::{Running, complained, dutyclock, run, said};
use crate::support::visitor::Visitor;

const ANY_PORT: &str = "127.0.0.1:0";

#[test]
fn every_command_explains_itself() {
    let folder = tempfile::tempdir().unwrap();
    for command in [
        "serve",
        "demo",
        "verify",
        "reindex",
        "account add",
        "backup",
        "assess",
        "rulebook check",
        "rulebook new",
        "rulebook diff",
        "schema",
        "config",
    ] {
        let words: Vec<&str> = command.split(' ').chain(["--help"]).collect();
        let help = run(folder.path(), &words);
        assert_eq!(help.status.code(), Some(0), "{command}");
        assert!(said(&help).contains("Example"), "{command}: {}", said(&help));
        assert!(said(&help).contains(&format!("dutyclock {command}")), "{command}: {}", said(&help));
    }
    let none = run(folder.path(), &[]);
    assert_eq!(none.status.code(), Some(2));
    assert!(complained(&none).contains("demo"), "{}", complained(&none));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "asking for help writes nothing");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demonstration_answers_verifies_and_shows_a_single_changed_byte() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    let mut demo = Running::start(here, &["demo", "--listen", ANY_PORT, "--data-dir", "show"]);
    let address = demo.wait_for_address();
    assert!(address.ip().is_loopback());
    assert!(demo.heard().contains("junho.lee@hangang.example"), "{}", demo.heard());
    let visitor = Visitor::at(address);
    let health = visitor.get("/health").await;
    assert_eq!(health.status, StatusCode::OK, "{}", health.text());
    let password = dutyclock::commands::demo::PASSWORD;
    let fields = [("email", "junho.lee@hangang.example"), ("password", password)];
    let answer = visitor.submit("/sign-in", "/sign-in", &fields).await;
    let board = visitor.follow(&answer).await;
    assert!(board.page().has(".clocks .clock"), "{}", board.text());

    let file = here.join("show/dutyclock.db");
    assert_eq!(fs::metadata(here.join("show")).unwrap().permissions().mode() & 0o077, 0, "nobody else looks in");
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o077, 0);
    let backup = run(here, &["--data-dir", "show", "backup", "copy.db"]);
    assert_eq!(backup.status.code(), Some(0), "while it runs: {}", complained(&backup));
    assert_eq!(demo.stop(), Some(0), "it ends in order");

    let copy = run(here, &["--database", "sqlite:copy.db", "verify"]);
    assert_eq!(copy.status.code(), Some(0), "{}", complained(&copy));
    let again = run(here, &["--data-dir", "show", "backup", "copy.db"]);
    assert_eq!(again.status.code(), Some(1), "a backup overwrites nothing");
    let sound = run(here, &["--data-dir", "show", "verify"]);
    assert_eq!(sound.status.code(), Some(0), "{}", complained(&sound));
    assert!(said(&sound).contains("entries"), "{}", said(&sound));

    change_one_byte(&file, 5);
    let broken = run(here, &["--data-dir", "show", "verify"]);
    assert_eq!(broken.status.code(), Some(1));
    assert!(complained(&broken).contains("broken at entry 5"), "{}", complained(&broken));
    assert_eq!(run(here, &["--database", "sqlite:copy.db", "verify"]).status.code(), Some(0), "the backup is sound");
}

/// Changes the last letter of one entry's body, past the program.
fn change_one_byte(file: &std::path::Path, number: i64) {
    let mut database = SqliteConnection::establish(file.to_str().unwrap()).unwrap();
    let change = format!(
        "UPDATE ledger SET body = substr(body, 1, length(body) - 2) || \
         CASE substr(body, -2, 1) WHEN 'x' THEN 'y' ELSE 'x' END || substr(body, -1) WHERE number = {number}"
    );
    database.batch_execute(&change).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demonstration_refuses_a_folder_that_holds_something_else() {
    let folder = tempfile::tempdir().unwrap();
    let mut serve = Running::start(folder.path(), &["serve", "--listen", ANY_PORT, "--data-dir", "real"]);
    serve.wait_for_address();
    serve.stop();
    let words = ["--name", "Ann", "--email", "ann@example.org", "--role", "administrator", "--password-stdin"];
    let mut add = dutyclock(folder.path(), &["--data-dir", "real", "account", "add"]);
    fs::write(folder.path().join("password"), "a quiet orange boat\n").unwrap();
    add.args(words).stdin(fs::File::open(folder.path().join("password")).unwrap());
    let added = add.output().unwrap();
    assert_eq!(added.status.code(), Some(0), "{}", complained(&added));
    let demo = run(folder.path(), &["demo", "--listen", ANY_PORT, "--data-dir", "real"]);
    assert_eq!(demo.status.code(), Some(1));
    assert!(complained(&demo).contains("--data-dir"), "{}", complained(&demo));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_first_start_prints_a_link_and_whoever_has_it_not_gets_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut serve = Running::start(folder.path(), &["serve", "--listen", ANY_PORT]);
    let address = serve.wait_for_address();
    let heard = serve.heard();
    let link = heard.lines().find_map(|line| line.trim().strip_prefix(&format!("http://{address}"))).map(str::to_owned);
    let link = link.filter(|path| path.starts_with("/set-up/")).unwrap_or_else(|| panic!("no link in {heard}"));

    let stranger = Visitor::at(address);
    assert!(stranger.get("/").await.location().starts_with("/sign-in"));
    let sign_in = stranger.get("/sign-in").await;
    assert!(!sign_in.text().contains("set-up"), "{}", sign_in.text());
    assert_eq!(stranger.get("/set-up/guessed").await.status, StatusCode::CONFLICT);
    assert_eq!(stranger.get("/set-up").await.status, StatusCode::NOT_FOUND);
    assert_eq!(Visitor::at(address).get(&link).await.status, StatusCode::OK);
    assert_eq!(serve.stop(), Some(0));

    let mut later = Running::start(folder.path(), &["serve", "--listen", ANY_PORT]);
    let address = later.wait_for_address();
    assert!(later.heard().contains("/set-up/"));
    assert_eq!(Visitor::at(address).get(&link).await.status, StatusCode::CONFLICT, "the older link is dead");
}

#[test]
fn the_settings_are_shown_without_their_secrets() {
    let folder = tempfile::tempdir().unwrap();
    let mut config = dutyclock(folder.path(), &["config"]);
    config.env("DUTYCLOCK_DATABASE", "postgres://duty:plum-thicket-9@db.example.org/duty");
    config.env("DUTYCLOCK_SMTP_HOST", "mail.example.org").env("DUTYCLOCK_SMTP_FROM", "duty@example.org");
    config.env("DUTYCLOCK_SMTP_USERNAME", "duty").env("DUTYCLOCK_SMTP_PASSWORD", "gravel-moth-3");
    let shown = config.output().unwrap();
    assert_eq!(shown.status.code(), Some(0), "{}", complained(&shown));
    let text = format!("{}{}", said(&shown), complained(&shown));
    assert!(text.contains("mail.example.org") && text.contains("db.example.org"), "{text}");
    assert!(!text.contains("plum-thicket-9") && !text.contains("gravel-moth-3"), "{text}");
}

#[test]
fn a_mistyped_place_is_named_and_not_made() {
    let folder = tempfile::tempdir().unwrap();
    let verify = run(folder.path(), &["--data-dir", "nowhere", "verify"]);
    assert_eq!(verify.status.code(), Some(1));
    assert!(complained(&verify).contains("no database at nowhere"), "{}", complained(&verify));
    let backup = run(folder.path(), &["--data-dir", "nowhere", "backup", "copy.db"]);
    assert_eq!(backup.status.code(), Some(1));
    let mut wrong = dutyclock(folder.path(), &["config"]);
    let wrong = wrong.env("DUTYCLOCK_LISTN", "127.0.0.1:1").output().unwrap();
    assert_eq!(wrong.status.code(), Some(2));
    assert!(complained(&wrong).contains("DUTYCLOCK_LISTEN"), "{}", complained(&wrong));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}
