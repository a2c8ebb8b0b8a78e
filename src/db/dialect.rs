//! The differences between SQLite and PostgreSQL: the only file, beside the one that connects, that matches on which
//! database it is.

use super::StoreError;
use super::migrate;
use diesel::connection::{AnsiTransactionManager, SimpleConnection, TransactionManager};
#[cfg(feature = "postgres")]
use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::result::QueryResult;
use diesel::sql_types::Text;
use diesel::sqlite::SqliteConnection;

/// An open connection to either database. Everything below the doors of the store takes `&mut Db`.
#[derive(diesel::MultiConnection)]
pub enum Db {
    /// SQLite.
    Sqlite(SqliteConnection),
    /// PostgreSQL.
    #[cfg(feature = "postgres")]
    Pg(PgConnection),
}

/// What a connection is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Reading only; a write through it is refused by the database.
    Read,
    /// Writing.
    Write,
    /// Bringing the tables up to date, which may take as long as it takes.
    Migrate,
}

/// Settings of a fresh connection. SQLite waits for a lock; PostgreSQL gives up on one, so that an instance that hangs
/// inside a transaction cannot freeze the others.
pub(crate) fn prepare(db: &mut Db, purpose: Purpose) -> QueryResult<()> {
    match db {
        Db::Sqlite(c) => {
            c.batch_execute(
                "PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
                 PRAGMA foreign_keys = ON;",
            )?;
            match purpose {
                Purpose::Read => c.batch_execute("PRAGMA query_only = ON;"),
                Purpose::Write | Purpose::Migrate => Ok(()),
            }
        }
        #[cfg(feature = "postgres")]
        Db::Pg(_) if purpose == Purpose::Migrate => Ok(()),
        #[cfg(feature = "postgres")]
        Db::Pg(c) => c.batch_execute(
            "SET lock_timeout = '10s'; SET idle_in_transaction_session_timeout = '60s'; \
             SET statement_timeout = '60s';",
        ),
    }
}

/// Begins a transaction that sees one unchanging state and cannot write.
pub(crate) fn begin_read(db: &mut Db) -> QueryResult<()> {
    match db {
        Db::Sqlite(c) => AnsiTransactionManager::begin_transaction_sql(c, "BEGIN"),
        #[cfg(feature = "postgres")]
        Db::Pg(c) => AnsiTransactionManager::begin_transaction_sql(
            c,
            "BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY",
        ),
    }
}

/// Begins a transaction that is alone in writing: on SQLite by taking the write lock at once, on PostgreSQL by locking
/// the head of the chain, which every writer of every instance locks first. So there is nothing to retry or to deadlock.
pub(crate) fn begin_write(db: &mut Db) -> QueryResult<()> {
    match db {
        Db::Sqlite(c) => AnsiTransactionManager::begin_transaction_sql(c, "BEGIN IMMEDIATE"),
        #[cfg(feature = "postgres")]
        Db::Pg(c) => {
            AnsiTransactionManager::begin_transaction_sql(c, "BEGIN TRANSACTION ISOLATION LEVEL READ COMMITTED")?;
            let locked = c.batch_execute("SELECT number FROM chain_head WHERE id = 1 FOR UPDATE");
            if locked.is_err() {
                AnsiTransactionManager::rollback_transaction(c)?;
            }
            locked
        }
    }
}

/// Makes a connection one that reads. Changes nothing of the file, not even how it is journalled.
pub(crate) fn only_read(db: &mut Db) -> QueryResult<()> {
    match db {
        Db::Sqlite(c) => {
            c.batch_execute("PRAGMA busy_timeout = 5000; PRAGMA query_only = ON; PRAGMA cell_size_check = ON;")
        }
        #[cfg(feature = "postgres")]
        Db::Pg(c) => c.batch_execute("SET default_transaction_read_only = on; SET lock_timeout = '10s';"),
    }
}

/// Whether the file can be read at all: opening alone touches nothing.
pub(crate) fn touches(db: &mut Db) -> QueryResult<()> {
    match db {
        Db::Sqlite(c) => c.batch_execute("SELECT count(*) FROM sqlite_schema"),
        #[cfg(feature = "postgres")]
        Db::Pg(_) => Ok(()),
    }
}

#[derive(QueryableByName)]
struct Fault {
    #[diesel(sql_type = Text)]
    fault: String,
}

/// What the database finds wrong with itself, and whether that took in every page.
pub(crate) fn integrity(db: &mut Db) -> QueryResult<(Vec<String>, bool)> {
    let told = |rows: Vec<Fault>| rows.into_iter().map(|row| row.fault);
    match db {
        Db::Sqlite(c) => {
            let pages =
                "SELECT integrity_check AS fault FROM pragma_integrity_check WHERE integrity_check <> 'ok' LIMIT 20";
            let references = "SELECT 'a row of ' || \"table\" || ' refers to what is not in ' || parent AS fault \
                              FROM pragma_foreign_key_check LIMIT 20";
            let mut faults: Vec<String> = told(diesel::sql_query(pages).load(c)?).collect();
            faults.extend(told(diesel::sql_query(references).load(c)?));
            Ok((faults, true))
        }
        #[cfg(feature = "postgres")]
        Db::Pg(c) => {
            let indexes = "SELECT 'the index ' || c.relname || ' is not valid' AS fault FROM pg_index i \
                           JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace \
                           WHERE NOT i.indisvalid AND n.nspname = current_schema()";
            let pages = "SELECT checksum_failures || ' pages failed their checksum' AS fault FROM pg_stat_database \
                         WHERE datname = current_database() AND checksum_failures > 0";
            let kept = "SELECT setting AS fault FROM pg_settings WHERE name = 'data_checksums'";
            let mut faults: Vec<String> = told(diesel::sql_query(indexes).load(c)?).collect();
            faults.extend(told(diesel::sql_query(pages).load(c)?));
            let kept = told(diesel::sql_query(kept).load(c)?).any(|setting| setting == "on");
            Ok((faults, kept))
        }
    }
}

/// Takes room on the disk, as a write would: more than free places in what is there. To be undone.
pub(crate) fn take_room(db: &mut Db) -> QueryResult<()> {
    match db {
        Db::Sqlite(c) => {
            // With so small a cache the pages go to the disk before anything is committed.
            let taken = c.batch_execute(
                "PRAGMA cache_size = 8; \
                 INSERT INTO instance_secret (name, value) VALUES ('room', hex(randomblob(131072)));",
            );
            let restored = c.batch_execute("PRAGMA cache_size = -2000;");
            taken.and(restored)
        }
        #[cfg(feature = "postgres")]
        Db::Pg(c) => c.batch_execute(
            "INSERT INTO instance_secret (name, value) \
             SELECT 'room', string_agg(md5(n::text), '') FROM generate_series(1, 1024) AS n",
        ),
    }
}

/// Does the same on either database, where diesel words something for one database at a time: several rows in one statement.
macro_rules! on_either {
    ($db:expr, $connection:ident => $does:expr) => {
        match $db {
            $crate::db::dialect::Db::Sqlite($connection) => $does,
            #[cfg(feature = "postgres")]
            $crate::db::dialect::Db::Pg($connection) => $does,
        }
    };
}
pub(crate) use on_either;

/// Brings the tables up to date, alone: other instances that start at the same time wait here.
pub(crate) fn migrate(db: &mut Db) -> Result<usize, migrate::Failure> {
    match db {
        Db::Sqlite(c) => {
            AnsiTransactionManager::begin_transaction_sql(c, "BEGIN IMMEDIATE").map_err(StoreError::from)?;
            let run = migrate::run(c, migrate::SQLITE);
            let ended = match run {
                Ok(_) => AnsiTransactionManager::commit_transaction(c),
                Err(_) => AnsiTransactionManager::rollback_transaction(c),
            };
            ended.map_err(StoreError::from)?;
            run
        }
        #[cfg(feature = "postgres")]
        Db::Pg(c) => {
            c.batch_execute("SELECT pg_advisory_lock(4417300190)").map_err(StoreError::from)?;
            let run = migrate::run(c, migrate::POSTGRES);
            c.batch_execute("SELECT pg_advisory_unlock_all()").map_err(StoreError::from)?;
            run
        }
    }
}
