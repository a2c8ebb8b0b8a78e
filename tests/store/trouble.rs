//! When the database is wrong, away, full or damaged; and what is particular to one of the two.

use super::at;
use crate::support::postgres;
use diesel::connection::SimpleConnection;
use diesel::{Connection, SqliteConnection};
use dutyclock::db::backup::{BackupError, backup};
use dutyclock::db::ledger::verify;
use dutyclock::db::ledger::{self, LedgerError, NewEntry};
use dutyclock::db::{DatabaseUrl, Store, StoreError, blob};
use serde_json::json;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use tempfile::TempDir;

fn sqlite() -> (Store, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&DatabaseUrl::sqlite(&folder.path().join("store.db"))).unwrap();
    (store, folder)
}

fn append(store: &Store) -> Result<(), LedgerError> {
    store.write_blocking(|db| {
        let position = ledger::position(db, "s")?;
        let entry =
            NewEntry { kind: "k".into(), version: 1, body: json!({ "text": "x".repeat(1_000) }), salt: [0; 32] };
        ledger::append(db, "s", position, "w", at(0), &[entry]).map(|_| ())
    })
}

fn mode(path: &Path) -> u32 {
    std::fs::metadata(path).unwrap().permissions().mode() & 0o777
}

fn everyone_at_once(url: &DatabaseUrl) {
    let opened: Vec<_> = std::thread::scope(|scope| {
        let starting: Vec<_> = (0..6).map(|_| scope.spawn(|| Store::open(url))).collect();
        starting.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    for store in opened {
        append(&store.unwrap()).unwrap();
    }
}

#[test]
fn instances_that_start_at_once_migrate_once() {
    let folder = tempfile::tempdir().unwrap();
    everyone_at_once(&DatabaseUrl::sqlite(&folder.path().join("store.db")));
    let database = postgres::create_database();
    everyone_at_once(&database.url().parse().unwrap());
}

#[test]
fn a_new_file_and_its_folder_are_their_owners_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("data/deep/store.db");
    let store = Store::open(&DatabaseUrl::sqlite(&path)).unwrap();
    append(&store).unwrap();
    assert_eq!((mode(&path), mode(path.parent().unwrap())), (0o600, 0o700));
    assert_eq!(mode(&path.with_extension("db-wal")), 0o600);
}

#[test]
fn a_file_that_others_can_read_is_closed_to_them() {
    let (_, folder) = sqlite();
    let path = folder.path().join("store.db");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).unwrap();
    Store::open(&DatabaseUrl::sqlite(&path)).unwrap();
    assert_eq!(mode(&path), 0o600);
}

#[test]
fn every_commit_of_sqlite_reaches_the_disk() {
    #[derive(diesel::QueryableByName)]
    struct Setting {
        #[diesel(sql_type = diesel::sql_types::Integer)]
        synchronous: i32,
    }
    let (store, _folder) = sqlite();
    let setting: Setting = store
        .write_blocking(|db| {
            diesel::RunQueryDsl::get_result(diesel::sql_query("PRAGMA synchronous"), db).map_err(StoreError::from)
        })
        .unwrap();
    assert_eq!(setting.synchronous, 2, "2 is FULL");
}

#[test]
fn a_full_disk_is_said_and_nothing_is_half_written() {
    let (store, _folder) = sqlite();
    append(&store).unwrap();
    let limit = |pages: i64| {
        let sql = format!("PRAGMA max_page_count = {pages}");
        store.write_blocking(|db| db.batch_execute(&sql).map_err(StoreError::from)).unwrap();
    };
    limit(60);
    let full = (0..200).find_map(|_| append(&store).err()).expect("sixty pages are soon full");
    assert!(matches!(full, LedgerError::Store(StoreError::DiskFull(_))), "{full:?}");
    assert!(full.to_string().contains("disk"), "{full}");
    assert!(store.read_blocking(verify::verify).is_ok());
    limit(1_000_000);
    append(&store).unwrap();
    store.read_blocking(verify::verify).unwrap();
}

#[test]
fn a_full_disk_of_postgresql_is_said_too() {
    super::on_postgres(|store| {
        let full = "DO $$ BEGIN RAISE EXCEPTION 'could not extend file \"base/1/2\": No space left on device' \
                    USING ERRCODE = '53100'; END $$";
        let refused = store.write_blocking(|db| db.batch_execute(full).map_err(StoreError::from)).unwrap_err();
        assert!(matches!(refused, StoreError::DiskFull(_)), "{refused:?}");
        append(store).unwrap();
    });
}

#[test]
fn a_file_that_stays_locked_is_unavailable_not_a_fault() {
    let (store, folder) = sqlite();
    let mut other = SqliteConnection::establish(folder.path().join("store.db").to_str().unwrap()).unwrap();
    other.batch_execute("BEGIN IMMEDIATE").unwrap();
    let refused = append(&store).unwrap_err();
    assert!(matches!(refused, LedgerError::Store(StoreError::Unavailable(_))), "{refused:?}");
    store.read_blocking(ledger::head).expect("readers go on");
    other.batch_execute("ROLLBACK").unwrap();
    append(&store).unwrap();
}

#[test]
fn a_file_that_is_no_database_is_refused_untouched() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("letter.txt");
    let letter = "Dear Ann, ".repeat(500);
    std::fs::write(&path, &letter).unwrap();
    let refused = Store::open(&DatabaseUrl::sqlite(&path)).unwrap_err();
    assert!(matches!(refused, StoreError::Open { .. }), "{refused:?}");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), letter);
}

#[test]
fn a_file_that_is_taken_away_is_not_replaced_by_an_empty_one() {
    let (store, folder) = sqlite();
    let path = folder.path().join("store.db");
    std::fs::remove_file(&path).unwrap();
    let refused = append(&store).unwrap_err();
    assert!(matches!(refused, LedgerError::Store(StoreError::Replaced)), "{refused:?}");
    assert!(!path.exists());
}

#[test]
fn a_mistyped_address_makes_no_file() {
    for typo in ["postgresql:typo-of-a-url", "typo.db", "sqlite3:typo.db"] {
        assert!(typo.parse::<DatabaseUrl>().is_err(), "{typo}");
    }
    let away: DatabaseUrl = "postgres://ann:secret@127.0.0.1:9/typo".parse().unwrap();
    let refused = Store::open(&away).unwrap_err();
    assert!(refused.to_string().contains("check that the server runs"), "{refused}");
    assert!(!format!("{refused} {refused:?}").contains("secret"));
    let beside = std::fs::read_dir(env!("CARGO_MANIFEST_DIR")).unwrap();
    assert!(!beside.flatten().any(|entry| entry.file_name().to_string_lossy().contains("typo")));
}

#[test]
fn a_stored_file_that_was_changed_is_not_handed_out() {
    let (store, _folder) = sqlite();
    let name = store.write_blocking(|db| blob::put(db, "text/plain", b"signed", at(0))).unwrap();
    store.write_blocking(|db| db.batch_execute("UPDATE blob SET bytes = x'00'").map_err(StoreError::from)).unwrap();
    assert!(matches!(store.read_blocking(|db| blob::get(db, &name)), Err(StoreError::Corrupt { .. })));
}

#[test]
fn a_wrong_password_is_told_without_any_password() {
    let database = postgres::create_database();
    let url: DatabaseUrl = database.url_with_password("guess-1234").parse().unwrap();
    let refused = Store::open(&url).unwrap_err();
    let whole = format!("{refused} {refused:?}");
    assert!(refused.to_string().contains("password"), "{refused}");
    assert!(!whole.contains("guess-1234"), "{whole}");
}

#[test]
fn a_server_that_goes_away_is_unavailable_until_it_comes_back() {
    let database = postgres::create_database();
    let store = Store::open(&database.url().parse().unwrap()).unwrap();
    append(&store).unwrap();
    store.read_blocking(ledger::head).unwrap();
    let during = store.write_blocking(|db| {
        ledger::head(db)?;
        database.go_away();
        ledger::head(db)
    });
    assert!(matches!(during, Err(StoreError::Unavailable(_))), "{during:?}");
    let refused = store.read_blocking(ledger::head).unwrap_err();
    assert!(matches!(refused, StoreError::Unavailable(_)), "{refused:?}");
    database.come_back();
    append(&store).unwrap();
    assert_eq!(store.read_blocking(verify::verify).unwrap().entries, 2);
}

#[test]
fn a_backup_is_whole_private_and_never_overwrites() {
    let (store, folder) = sqlite();
    (0..20).for_each(|_| append(&store).unwrap());
    let target = folder.path().join("it's a copy.db");
    backup(store.url(), &target).unwrap();
    append(&store).unwrap();
    assert_eq!(mode(&target), 0o600);
    let copy = Store::open(&DatabaseUrl::sqlite(&target)).unwrap();
    assert_eq!(copy.read_blocking(verify::verify).unwrap().entries, 20);
    assert!(matches!(backup(store.url(), &target), Err(BackupError::Exists(_))));
    assert_eq!(copy.read_blocking(verify::verify).unwrap().entries, 20);
    let nowhere = backup(store.url(), &folder.path().join("no/such/folder/copy.db"));
    assert!(matches!(nowhere, Err(BackupError::Write { .. })));
}

#[test]
fn a_backup_of_what_is_not_there_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (missing, target) = (folder.path().join("missing.db"), folder.path().join("copy.db"));
    assert!(matches!(backup(&DatabaseUrl::sqlite(&missing), &target), Err(BackupError::Nothing(_))));
    assert!(!missing.exists() && !target.exists());
}

#[test]
fn postgresql_is_backed_up_with_its_own_tool() {
    let url: DatabaseUrl = "postgres://db.example/dutyclock".parse().unwrap();
    let refused = backup(&url, Path::new("/nowhere/copy")).unwrap_err();
    assert!(refused.to_string().contains("pg_dump"));
}
