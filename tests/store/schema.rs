//! The two sets of migrations are one schema.

use super::on_both;
use crate::support::postgres;
use diesel::RunQueryDsl;
use diesel::connection::SimpleConnection;
use diesel::sql_types::Text;
use dutyclock::db::{DatabaseUrl, Store, StoreError};
use std::path::{Path, PathBuf};

on_both!(
    every_migration_can_be_undone_and_done_again,
    a_store_of_a_newer_program_is_refused_untouched,
    a_store_from_before_the_first_migration_is_refused_untouched,
);

fn folder(database: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations").join(database)
}

fn migrations(database: &str) -> Vec<String> {
    let entries = std::fs::read_dir(folder(database)).unwrap();
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[derive(diesel::QueryableByName, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Column {
    #[diesel(sql_type = Text)]
    place: String,
    #[diesel(sql_type = Text)]
    kind: String,
    #[diesel(sql_type = Text)]
    required: String,
}

/// Every column of every table, in words that mean the same on both.
fn columns(store: &Store) -> Vec<Column> {
    let sql = if store.url().is_sqlite() {
        "SELECT m.name || '.' || c.name AS place, c.type AS kind, \
         CASE c.\"notnull\" WHEN 1 THEN 'required' ELSE 'optional' END AS required \
         FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' \
         AND m.name NOT LIKE 'sqlite%' AND m.name NOT LIKE '\\_\\_diesel%' ESCAPE '\\'"
    } else {
        "SELECT table_name || '.' || column_name AS place, CASE data_type WHEN 'text' THEN 'TEXT' \
         WHEN 'bytea' THEN 'BLOB' WHEN 'bigint' THEN 'INTEGER' WHEN 'integer' THEN 'INTEGER' \
         WHEN 'boolean' THEN 'INTEGER' ELSE data_type END AS kind, \
         CASE is_nullable WHEN 'NO' THEN 'required' ELSE 'optional' END AS required \
         FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\\_\\_diesel%'"
    };
    let mut found: Vec<Column> =
        store.read_blocking(|db| diesel::sql_query(sql).load(db).map_err(StoreError::from)).unwrap();
    found.sort();
    found
}

#[test]
fn both_databases_have_the_same_migrations() {
    let names = migrations("sqlite");
    assert!(!names.is_empty());
    assert_eq!(names, migrations("postgres"));
    for (database, name) in names.iter().flat_map(|name| [("sqlite", name), ("postgres", name)]) {
        for file in ["up.sql", "down.sql"] {
            assert!(folder(database).join(name).join(file).is_file(), "{database}/{name}/{file}");
        }
    }
}

#[test]
fn both_sets_of_migrations_end_with_the_same_columns() {
    let folder = tempfile::tempdir().unwrap();
    let sqlite = Store::open(&DatabaseUrl::sqlite(&folder.path().join("store.db"))).unwrap();
    let database = postgres::create_database();
    let postgres = Store::open(&database.url().parse().unwrap()).unwrap();
    assert!(columns(&sqlite).iter().any(|column| column.place == "ledger.hash"));
    assert_eq!(columns(&sqlite), columns(&postgres));
}

fn every_migration_can_be_undone_and_done_again(store: &Store) {
    let database = if store.url().is_sqlite() { "sqlite" } else { "postgres" };
    let before = columns(store);
    let run = |name: &str, file: &str| {
        let sql = std::fs::read_to_string(folder(database).join(name).join(file)).unwrap();
        store.write_blocking(|db| db.batch_execute(&sql).map_err(StoreError::from)).unwrap();
    };
    // The writers' door stands on the first migration's table, so that one is undone and done again in one piece.
    let names = migrations(database);
    let (first, others) = names.split_first().unwrap();
    others.iter().rev().for_each(|name| run(name, "down.sql"));
    let sql = |file| std::fs::read_to_string(folder(database).join(first).join(file)).unwrap();
    let both = format!("{}\n{}", sql("down.sql"), sql("up.sql"));
    store.write_blocking(|db| db.batch_execute(&both).map_err(StoreError::from)).unwrap();
    others.iter().for_each(|name| run(name, "up.sql"));
    assert_eq!(columns(store), before);
}

fn a_store_of_a_newer_program_is_refused_untouched(store: &Store) {
    let future = "INSERT INTO __diesel_schema_migrations (version) VALUES ('9999')";
    store.write_blocking(|db| db.batch_execute(future).map_err(StoreError::from)).unwrap();
    let refused = Store::open(store.url()).unwrap_err();
    assert!(matches!(refused, StoreError::Open { .. }));
    assert!(refused.to_string().contains("newer Dutyclock"), "{refused}");
}

#[derive(diesel::QueryableByName, Debug, PartialEq, Eq)]
struct Stored {
    #[diesel(sql_type = Text)]
    text: String,
}

fn a_store_from_before_the_first_migration_is_refused_untouched(store: &Store) {
    let numbers = (1..=6).map(|n| format!("('000{n}')")).collect::<Vec<_>>().join(", ");
    let older = format!(
        "DROP TABLE ledger; CREATE TABLE ledger (number BIGINT PRIMARY KEY, stream TEXT NOT NULL, body TEXT NOT NULL, \
         hash TEXT NOT NULL); INSERT INTO ledger VALUES (1, 'incident/a', '{{}}', 'of-old'); \
         DELETE FROM __diesel_schema_migrations; \
         INSERT INTO __diesel_schema_migrations (version) VALUES {numbers}"
    );
    store.write_blocking(|db| db.batch_execute(&older).map_err(StoreError::from)).unwrap();
    let stored = || -> (Vec<Column>, Vec<Stored>) {
        let sql = "SELECT version AS text FROM __diesel_schema_migrations UNION ALL \
                   SELECT hash AS text FROM ledger ORDER BY text";
        let rows = store.read_blocking(|db| diesel::sql_query(sql).load(db).map_err(StoreError::from)).unwrap();
        (columns(store), rows)
    };
    let before = stored();
    assert_eq!(before.1.len(), 7);
    let refused = Store::open(store.url()).unwrap_err();
    assert!(matches!(refused, StoreError::Open { .. }));
    let words = refused.to_string();
    assert!(words.contains("an early Dutyclock made it") && words.contains("name a new database"), "{words}");
    assert_eq!(stored(), before);
}
