//! A copy of a SQLite store, taken while the program runs. PostgreSQL has its own, better tools; here they are named.

use super::connect::establish;
use super::dialect::Db;
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
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Copies a SQLite store into a new file that only its owner can read, and checks the copy. Writers may go on meanwhile;
/// the copy shows one moment. Blocks: for commands, or off the asynchronous threads.
///
/// # Errors
/// [`BackupError`], each with what to do; an unfinished file is removed.
pub fn backup(url: &DatabaseUrl, target: &Path) -> Result<(), BackupError> {
    let source = url.sqlite_path().ok_or(BackupError::UsePgDump)?;
    if !source.is_file() {
        return Err(BackupError::Nothing(source.display().to_string()));
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
    drop(copy);
    if answer.integrity_check != "ok" {
        return Err(BackupError::Unsound);
    }
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
