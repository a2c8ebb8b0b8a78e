//! What a look at a store can find, in words for the operator: what, where, and what to do next.

use crate::db::ledger::verify::Broken;
use thiserror::Error;

/// Something that is not as it should be.
#[derive(Debug, Error)]
pub enum Finding {
    /// The database's own check.
    #[error("the database itself is damaged: {0}. Keep it as it is, and restore the newest backup that verifies")]
    Database(String),
    /// The chain.
    #[error("{0}. Keep this database as it is, and compare it with the newest backup that verifies")]
    Chain(Broken),
    /// The record is away, and what hangs on it is not.
    #[error(
        "the ledger is empty, and yet there are {accounts} accounts, {files} files and {messages} messages: it was emptied"
    )]
    Emptied {
        /// Accounts.
        accounts: i64,
        /// Stored files.
        files: i64,
        /// Messages.
        messages: i64,
    },
    /// A stored file.
    #[error("the stored file {0} is not the one that was stored")]
    File(String),
    /// A file that the record names.
    #[error("{incident}: the file {sha256} that was handed in is gone (entry {number})")]
    FileGone {
        /// The incident, by reference.
        incident: String,
        /// The entry that names it.
        number: i64,
        /// The file.
        sha256: String,
    },
    /// An incident.
    #[error("{0}")]
    Unreadable(String),
    /// A row of an index.
    #[error("{incident}: {what} (`dutyclock reindex` derives the indexes anew)")]
    Index {
        /// The incident, by reference or stream.
        incident: String,
        /// Which row, and how it differs.
        what: String,
    },
    /// An account.
    #[error("account {id}: {what}")]
    Account {
        /// Its number.
        id: String,
        /// How it differs from what is told of it.
        what: String,
    },
    /// A warning.
    #[error("{incident}: {what}")]
    Warning {
        /// The incident, by reference.
        incident: String,
        /// What does not fit.
        what: String,
    },
}
