//! `verify` and `backup` over stores that somebody changed past the program, emptied, damaged, or must not touch.

use crate::support::app::{Storage, TestApp};
use crate::support::command::{complained, run, said};
use crate::support::desk::seoul;
use diesel::connection::SimpleConnection;
use diesel::{Connection, RunQueryDsl, SqliteConnection};
use dutyclock::app::desk::actor::Role;
use dutyclock::app::desk::{Ticket, index};
use dutyclock::app::filing::steps::RecordFiled;
use dutyclock::app::watch::escalate::escalate_once;
use dutyclock::db::index::incident_by_reference;
use dutyclock::db::{DatabaseUrl, Store, StoreError};
use std::collections::BTreeMap;
use std::os::unix::fs::{FileExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::process::Output;

/// The demonstration, in a program that runs.
async fn demonstration(storage: Storage) -> TestApp {
    let app = TestApp::start_on(storage, "2026-11-20T12:00:00+09:00").await;
    dutyclock::commands::demo::load(&app.web.desk).await.expect("the demonstration");
    app.add(Role::Reader).await;
    escalate_once(&app.web.desk).await.expect("a round");
    app
}

fn verify(app: &TestApp, more: &[&str]) -> Output {
    run(app.home.folder(), &[&["--database", &app.home.database_url(), "verify"], more].concat())
}

fn change(app: &TestApp, sql: &str) {
    app.web.desk.store.write_blocking(|db| db.batch_execute(sql).map_err(StoreError::from)).unwrap();
}

/// What was changed past the program is named, one thing after the other.
async fn what_was_changed_past_the_program_is_named(storage: Storage) {
    let app = demonstration(storage).await;
    let sound = verify(&app, &[]);
    assert_eq!(sound.status.code(), Some(0), "{}", complained(&sound));
    assert!(said(&sound).contains("fit the record"), "{}", said(&sound));
    let changes = [
        ("UPDATE account SET name = 'The ' || role WHERE role <> 'reader'", "its name is not as the record tells"),
        ("UPDATE account SET role = 'administrator' WHERE role = 'reader'", "its role is not as the record tells"),
        ("UPDATE clock_index SET next_rung = NULL, next_rung_at = NULL", "is another one"),
        ("DELETE FROM clock_index", "is missing"),
        ("DELETE FROM outbox WHERE id = (SELECT min(id) FROM outbox WHERE kind = 'warning')", "the message is gone"),
    ];
    for (sql, finding) in changes {
        assert!(!complained(&verify(&app, &[])).contains(finding), "{finding}");
        let bytes =
            if storage == Storage::Sqlite { "CAST(media_type AS BLOB)" } else { "convert_to(media_type, 'UTF8')" };
        change(&app, &sql.replace("media_type_bytes", bytes));
        let found = verify(&app, &[]);
        assert_eq!(found.status.code(), Some(1));
        assert!(complained(&found).contains(finding), "{sql}: {}", complained(&found));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_changed_past_the_program_is_named_on_sqlite() {
    what_was_changed_past_the_program_is_named(Storage::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_changed_past_the_program_is_named_on_postgresql() {
    what_was_changed_past_the_program_is_named(Storage::Postgres).await;
}

/// A file that was handed in, an end that was cut off, and a ledger that was emptied are found.
async fn files_and_ends_of_the_record_are_held_against_it(storage: Storage) {
    let app = demonstration(storage).await;
    let find = |db: &mut _| incident_by_reference(db, "2026-002");
    let drill = app.web.desk.store.read_blocking(find).unwrap().expect("the drill of the demonstration");
    let filed = RecordFiled {
        duty: "kr.network-act/report".to_owned(),
        at: seoul("2026-11-20 11:30"),
        channel: "portal".to_owned(),
        paper: Some(b"%PDF-1.7".to_vec()),
        ..RecordFiled::default()
    };
    let officer = app.actor(Role::Officer).await;
    app.web.desk.act(&officer, index::id_of(&drill.stream), Ticket::default(), filed).await.expect("a record");
    let sound = verify(&app, &[]);
    assert_eq!(sound.status.code(), Some(0), "{}", complained(&sound));
    let head = said(&sound).lines().find_map(|line| Some(line.split_once("noted earlier: ")?.1.to_owned())).unwrap();
    assert_eq!(verify(&app, &["--expect", &head]).status.code(), Some(0));
    assert_eq!(verify(&app, &["--expect", "7"]).status.code(), Some(2));

    change(&app, "UPDATE blob SET media_type = 'text/plain'");
    assert_eq!(verify(&app, &[]).status.code(), Some(0), "the premise: only the bytes are held against the name");
    let bytes = if storage == Storage::Sqlite { "x'00'" } else { "'\\x00'" };
    change(&app, &format!("UPDATE blob SET bytes = {bytes}"));
    assert!(complained(&verify(&app, &[])).contains("is not the one that was stored"));
    change(&app, "DELETE FROM blob");
    assert!(complained(&verify(&app, &[])).contains("that was handed in is gone"));

    change(
        &app,
        "DELETE FROM ledger WHERE number > (SELECT number - 5 FROM chain_head); UPDATE chain_head SET \
         hash = (SELECT hash FROM ledger ORDER BY number DESC LIMIT 1), number = (SELECT max(number) FROM ledger)",
    );
    assert!(said(&verify(&app, &[])).contains("The ledger is whole"), "without a head kept elsewhere nobody can tell");
    let cut = verify(&app, &["--expect", &head]);
    assert!(complained(&cut).contains("the ledger ends before it"), "{}", complained(&cut));
    let other = format!("3:{}", "ab".repeat(32));
    assert!(complained(&verify(&app, &["--expect", &other])).contains("not the entry that was noted"));

    let beginning = "0".repeat(64);
    change(&app, &format!("DELETE FROM ledger; UPDATE chain_head SET number = 0, hash = '{beginning}'"));
    let emptied = verify(&app, &[]);
    assert_eq!(emptied.status.code(), Some(1));
    assert!(complained(&emptied).contains("it was emptied"), "{}", complained(&emptied));
}

#[tokio::test(flavor = "multi_thread")]
async fn files_and_ends_of_the_record_are_held_against_it_on_sqlite() {
    files_and_ends_of_the_record_are_held_against_it(Storage::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn files_and_ends_of_the_record_are_held_against_it_on_postgresql() {
    files_and_ends_of_the_record_are_held_against_it(Storage::Postgres).await;
}

/// Every file of a folder with its mode and its bytes.
fn files(folder: &Path) -> BTreeMap<PathBuf, (u32, Vec<u8>)> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let read = |path: PathBuf| {
        let mode = std::fs::metadata(&path).unwrap().permissions().mode();
        (path.clone(), (mode, std::fs::read(&path).unwrap()))
    };
    entries.map(read).collect()
}

/// Runs `verify` over a file, and holds that nothing in its folder was changed.
fn verify_file(path: &Path) -> Output {
    let (folder, elsewhere) = (path.parent().unwrap(), tempfile::tempdir().unwrap());
    let before = files(folder);
    let output = run(elsewhere.path(), &["--database", &format!("sqlite:{}", path.display()), "verify"]);
    assert_eq!(files(folder), before, "the folder was touched");
    output
}

/// A store with a few entries, closed: its file alone.
fn store(folder: &Path) -> PathBuf {
    let add =
        ["account", "add", "--name", "Ann", "--email", "ann@example.org", "--role", "officer", "--password-stdin"];
    let mut command = crate::support::command::dutyclock(folder, &add);
    let mut child = command.stdin(std::process::Stdio::piped()).spawn().unwrap();
    std::io::Write::write_all(&mut child.stdin.take().unwrap(), b"a quiet orange boat\n").unwrap();
    assert!(child.wait().unwrap().success());
    folder.join("data/dutyclock.db")
}

#[test]
fn a_copy_that_nobody_may_write_to_is_verified_as_it_is() {
    let home = tempfile::tempdir().unwrap();
    let store = store(home.path());
    let evidence = home.path().join("evidence");
    std::fs::create_dir(&evidence).unwrap();
    let copy = evidence.join("100% sure?.db");
    std::fs::copy(&store, &copy).unwrap();
    std::fs::set_permissions(&copy, std::fs::Permissions::from_mode(0o444)).unwrap();
    std::fs::set_permissions(&evidence, std::fs::Permissions::from_mode(0o555)).unwrap();
    let output = verify_file(&copy);
    std::fs::set_permissions(&evidence, std::fs::Permissions::from_mode(0o755)).unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", complained(&output));
    assert!(said(&output).contains("1 entry"), "{}", said(&output));
}

#[test]
fn what_waits_in_the_file_beside_a_copy_is_read_along() {
    let home = tempfile::tempdir().unwrap();
    let path = store(home.path());
    let open = Store::open(&DatabaseUrl::sqlite(&path)).unwrap();
    let sql = "UPDATE account SET name = 'Eve'";
    open.write_blocking(|db| db.batch_execute(sql).map_err(StoreError::from)).unwrap();
    let evidence = home.path().join("evidence");
    std::fs::create_dir(&evidence).unwrap();
    for ending in ["", "-wal"] {
        let name = format!("dutyclock.db{ending}");
        std::fs::copy(path.with_file_name(&name), evidence.join(&name)).unwrap();
    }
    let output = verify_file(&evidence.join("dutyclock.db"));
    assert!(complained(&output).contains("its name is not as the record tells"), "{}", complained(&output));
}

#[test]
fn what_is_no_store_stays_as_it_is() {
    let home = tempfile::tempdir().unwrap();
    let (empty, foreign, letter) = (home.path().join("e.db"), home.path().join("f.db"), home.path().join("l.db"));
    std::fs::write(&empty, "").unwrap();
    SqliteConnection::establish(foreign.to_str().unwrap()).unwrap().batch_execute("CREATE TABLE t (n)").unwrap();
    std::fs::write(&letter, "Dear Ann, ".repeat(500)).unwrap();
    for path in [&empty, &foreign, &letter] {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o640)).unwrap();
    }
    for path in [&empty, &foreign, &letter] {
        let output = verify_file(path);
        assert_eq!(output.status.code(), Some(1), "{}", said(&output));
        assert!(complained(&output).contains("no store of this program"), "{}", complained(&output));
        let target = home.path().join("copy.db");
        let database = format!("sqlite:{}", path.display());
        let backup = run(home.path(), &["--database", &database, "backup", target.to_str().unwrap()]);
        assert_eq!((backup.status.code(), target.exists()), (Some(1), false), "{}", said(&backup));
        assert!(complained(&backup).contains("No copy was made"), "{}", complained(&backup));
    }
}

#[test]
fn a_store_of_an_older_program_is_not_brought_up_to_date_and_not_called_checked() {
    let home = tempfile::tempdir().unwrap();
    let path = store(home.path());
    let sql =
        "DELETE FROM __diesel_schema_migrations; INSERT INTO __diesel_schema_migrations (version) VALUES ('0007')";
    let mut db = SqliteConnection::establish(path.to_str().unwrap()).unwrap();
    db.batch_execute(&format!("{sql}; PRAGMA wal_checkpoint(TRUNCATE)")).unwrap();
    drop(db);
    let known = verify_file(&path);
    if known.status.code() == Some(0) {
        // The first migration is the only one yet: without it the store is older.
        let mut db = SqliteConnection::establish(path.to_str().unwrap()).unwrap();
        db.batch_execute("DELETE FROM __diesel_schema_migrations; PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
    }
    let output = verify_file(&path);
    assert_eq!(output.status.code(), Some(4), "{}", complained(&output));
    assert!(said(&output).contains("1 entry") && complained(&output).contains("older"), "{}", complained(&output));
}

#[test]
fn a_damaged_index_of_the_database_is_found() {
    #[derive(diesel::QueryableByName)]
    struct Root {
        #[diesel(sql_type = diesel::sql_types::BigInt)]
        place: i64,
    }
    let home = tempfile::tempdir().unwrap();
    let path = store(home.path());
    let mut db = SqliteConnection::establish(path.to_str().unwrap()).unwrap();
    db.batch_execute("PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
    let sql = "SELECT (rootpage - 1) * (SELECT page_size FROM pragma_page_size) AS place FROM sqlite_schema \
               WHERE name = 'ledger_kind'";
    let root: Root = diesel::sql_query(sql).get_result(&mut db).unwrap();
    drop(db);
    let file = std::fs::OpenOptions::new().write(true).open(&path).unwrap();
    // The number of cells of the page: none any more.
    file.write_all_at(&[0, 0], u64::try_from(root.place).unwrap() + 3).unwrap();
    let output = verify_file(&path);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert!(complained(&output).contains("the database itself is damaged"), "{}", complained(&output));
}
