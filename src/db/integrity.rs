//! The database's own check of itself, as far as each of the two has one.

use super::StoreError;
use super::dialect::{self, Db};

/// What the database says of itself.
#[derive(Debug, Default)]
pub struct Integrity {
    /// What is wrong, in its words.
    pub faults: Vec<String>,
    /// Whether each page was checked: on PostgreSQL that needs checksums, and is done when a page is read.
    pub pages: bool,
}

/// Asks the database. SQLite reads every page and compares every index with its table and every reference with what it
/// refers to. PostgreSQL tells of indexes that are not valid and of pages whose checksum failed, where it keeps
/// checksums; comparing its indexes needs an extension that only its administrator may install.
///
/// # Errors
/// When it does not answer at all; what it finds is no error.
pub fn check(db: &mut Db) -> Result<Integrity, StoreError> {
    match dialect::integrity(db).map_err(StoreError::from) {
        Ok((faults, pages)) => Ok(Integrity { faults, pages }),
        Err(StoreError::Corrupt { what }) => Ok(Integrity { faults: vec![what], pages: true }),
        Err(error) => Err(error),
    }
}
