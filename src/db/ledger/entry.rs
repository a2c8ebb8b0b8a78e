//! What goes into the ledger and what comes out of it.

use crate::db::StoreError;
use crate::db::schema::{chain_head, ledger};
use crate::db::types::Backend;
use crate::law::base::moment::Moment;
use diesel::prelude::*;
use serde_json::Value;
use thiserror::Error;

/// One thing to be recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEntry {
    /// What kind of thing: `fact-recorded`. Old kinds stay readable for ever.
    pub kind: String,
    /// The version of the body's form.
    pub version: i32,
    /// What it says. Whole numbers beyond ±2^53 are refused: canonical JSON cannot hold them.
    pub body: Value,
    /// What is hashed before the body: fresh random bytes, so that nobody finds an erased body by trying what it may
    /// have said.
    pub salt: Salt,
}

/// The salt of a body: 32 bytes, always.
pub type Salt = [u8; 32];

/// One thing on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its number on the chain, from 1 without gaps.
    pub number: i64,
    /// The stream it belongs to.
    pub stream: String,
    /// Its place in the stream, from 1 without gaps.
    pub position: i64,
    /// When it was recorded.
    pub at: Moment,
    /// Who recorded it, as the application writes it.
    pub who: String,
    /// What kind of thing.
    pub kind: String,
    /// The version of the body's form.
    pub version: i32,
    /// What it says; none where it was erased.
    pub body: Option<Value>,
    /// The hash of salt and body, hexadecimal; it stays when they are erased.
    pub body_hash: String,
    /// The hash of the entry before it on the chain, hexadecimal.
    pub previous: String,
    /// Its own hash (SHA-256 over canonical JSON of everything above but the body), hexadecimal.
    pub hash: String,
}

/// The end of the chain.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = chain_head, check_for_backend(Backend))]
pub struct Head {
    /// The number of the last entry; 0 when there is none.
    pub number: i64,
    /// Its hash, hexadecimal; zeros when there is none.
    pub hash: String,
}

/// Why something could not be recorded.
#[derive(Debug, Error)]
pub enum LedgerError {
    /// Somebody else has recorded something in this stream meanwhile. Nothing was saved; load it again and decide anew.
    #[error("this was changed by somebody else meanwhile (expected position {expected}, found {actual})")]
    Moved {
        /// The position the caller had seen.
        expected: i64,
        /// The position the stream has reached.
        actual: i64,
    },
    /// The body has a number that canonical JSON cannot hold.
    #[error("the number {number} is too large to be recorded exactly; the largest is 9,007,199,254,740,991")]
    Unrepresentable {
        /// The number.
        number: String,
    },
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<diesel::result::Error> for LedgerError {
    fn from(error: diesel::result::Error) -> Self {
        Self::Store(error.into())
    }
}

/// A row as stored.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = ledger, check_for_backend(Backend), treat_none_as_default_value = false)]
pub(crate) struct Row {
    pub(crate) number: i64,
    pub(crate) stream: String,
    pub(crate) position: i64,
    pub(crate) at: i64,
    pub(crate) who: String,
    pub(crate) kind: String,
    pub(crate) version: i32,
    pub(crate) body: Option<String>,
    pub(crate) salt: Option<String>,
    pub(crate) body_hash: String,
    pub(crate) previous: String,
    pub(crate) hash: String,
}

impl TryFrom<Row> for Entry {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        let body = row.body.as_deref().map(serde_json::from_str).transpose();
        let body =
            body.map_err(|_| StoreError::corrupt(format!("the body of ledger entry {} is not JSON", row.number)))?;
        Ok(Self {
            number: row.number,
            stream: row.stream,
            position: row.position,
            at: Moment::from_seconds(row.at),
            who: row.who,
            kind: row.kind,
            version: row.version,
            body,
            body_hash: row.body_hash,
            previous: row.previous,
            hash: row.hash,
        })
    }
}
