//! A copy of a SQLite store, taken while the program runs. PostgreSQL has its own, better tools; here they are named.

use super::connect::establish;
use super::dialect::Db;
use super::evidence::Evidence;
use super::ledger::head;
use super::ledger::verify::{VerifyError, verify};
use super::{DatabaseUrl, StoreError};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::Text;
use std::path::Path;
use thiserror::Error;

/// Why there is no backup.
#[derive(Debug, Error)]
pub enum BackupError {
    /// PostgreSQL is backed up with its own tool.
    #[error("a PostgreSQL database is backed up with its own tool: pg_dump --format=custom --file=BACKUP ADDRESS")]
    UsePgDump,
    /// There is nothing to copy.
    #[error("there is no database at {0}; check the path in the settings")]
    Nothing(String),
    /// Nothing is ever overwritten.
    #[error("{0} exists already; nothing was overwritten. Choose another name")]
    Exists(String),
    /// The file cannot be made.
    #[error("{path} cannot be written; check the folder and who may write there")]
    Write {
        /// The file.
        path: String,
        /// The cause.
        #[source]
        cause: std::io::Error,
    },
    /// The copy is not sound.
    #[error("the copy failed its integrity check and was removed; the database itself may be damaged")]
    Unsound,
    /// It is a database, and there is nothing of ours in it.
    #[error(
        "{0} holds no record of this program: it is empty, or another program's. No copy was made; check the path in the \
         settings, and look for the database that was meant"
    )]
    Empty(String),
    /// The record is broken.
    #[error("the copy does not verify and was removed: {0}. Keep the database as it is; `dutyclock verify` says more")]
    Broken(VerifyError),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Copies a SQLite store into a new file that only its owner can read, and checks the copy: its pages and its chain. Writers may go on meanwhile;
/// the copy shows one moment. Blocks: for commands, or off the asynchronous threads.
///
/// # Errors
/// [`BackupError`], each with what to do; an unfinished file is removed.
pub fn backup(url: &DatabaseUrl, target: &Path) -> Result<(), BackupError> {
    let source = url.sqlite_path().ok_or(BackupError::UsePgDump)?;
    if !source.is_file() {
        return Err(BackupError::Nothing(source.display().to_string()));
    }
    if !holds_entries(url)? {
        return Err(BackupError::Empty(source.display().to_string()));
    }
    let shown = target.display().to_string();
    make(target).map_err(|cause| match cause.kind() {
        std::io::ErrorKind::AlreadyExists => BackupError::Exists(shown.clone()),
        _ => BackupError::Write { path: shown.clone(), cause },
    })?;
    let done = copy(url, &shown).and_then(|()| check(target, &shown));
    if done.is_err() && std::fs::remove_file(target).is_err() {
        tracing::warn!(file = shown, "an unfinished backup could not be removed");
    }
    done
}

/// Whether there is anything on record: an empty file is a database too, and no copy of one is worth anything.
fn holds_entries(url: &DatabaseUrl) -> Result<bool, BackupError> {
    let mut source = match Evidence::open(url) {
        Err(StoreError::Open { .. }) => return Ok(false),
        source => source?,
    };
    Ok(source.read(head)?.number > 0)
}

fn copy(url: &DatabaseUrl, target: &str) -> Result<(), BackupError> {
    let mut source = establish(url).map_err(|cause| StoreError::Unavailable(Box::new(cause)))?;
    source.batch_execute("PRAGMA busy_timeout = 5000;").map_err(StoreError::from)?;
    diesel::sql_query("VACUUM INTO $1").bind::<Text, _>(target).execute(&mut source).map_err(StoreError::from)?;
    Ok(())
}

#[derive(QueryableByName)]
struct Check {
    #[diesel(sql_type = Text)]
    integrity_check: String,
}

fn check(target: &Path, shown: &str) -> Result<(), BackupError> {
    let mut copy: Db =
        establish(&DatabaseUrl::sqlite(target)).map_err(|cause| StoreError::Unavailable(cause.into()))?;
    let answer: Check = diesel::sql_query("PRAGMA integrity_check").get_result(&mut copy).map_err(StoreError::from)?;
    let verified = verify(&mut copy);
    drop(copy);
    if answer.integrity_check != "ok" {
        return Err(BackupError::Unsound);
    }
    verified.map_err(BackupError::Broken)?;
    let synced = std::fs::File::open(target).and_then(|file| file.sync_all());
    synced.map_err(|cause| BackupError::Write { path: shown.to_owned(), cause })
}

/// An empty file, ours alone, which must not have existed.
fn make(target: &Path) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(target).map(|_| ())
}
