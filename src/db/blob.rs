//! Files by what they contain: the name is the SHA-256 of the bytes, so the same file is stored once and a changed one
//! is another one.

use super::StoreError;
use super::dialect::Db;
use super::schema::blob;
use crate::law::base::moment::Moment;
use diesel::prelude::*;
use sha2::{Digest, Sha256};

/// A stored file.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Blob {
    /// SHA-256 of the bytes, hexadecimal.
    pub sha256: String,
    /// What it is: `application/pdf`.
    pub media_type: String,
    /// The bytes.
    pub bytes: Vec<u8>,
    /// When it was first stored.
    pub created_at: Moment,
}

/// Stores bytes and answers their name. Storing the same bytes again changes nothing.
///
/// # Errors
/// The store's own.
pub fn put(db: &mut Db, media_type: &str, bytes: &[u8], now: Moment) -> Result<String, StoreError> {
    let name = hex::encode(Sha256::digest(bytes));
    let known = blob::table.filter(blob::sha256.eq(&name));
    if !diesel::select(diesel::dsl::exists(known)).get_result::<bool>(db)? {
        diesel::insert_into(blob::table)
            .values((
                blob::sha256.eq(&name),
                blob::media_type.eq(media_type),
                blob::bytes.eq(bytes),
                blob::created_at.eq(now.seconds()),
            ))
            .execute(db)?;
    }
    Ok(name)
}

/// How many there are.
///
/// # Errors
/// The store's own.
pub fn count(db: &mut Db) -> Result<i64, StoreError> {
    Ok(blob::table.count().get_result(db)?)
}

/// Whether there is a file of this name; it is not read.
///
/// # Errors
/// The store's own.
pub fn exists(db: &mut Db, sha256: &str) -> Result<bool, StoreError> {
    Ok(diesel::select(diesel::dsl::exists(blob::table.filter(blob::sha256.eq(sha256)))).get_result(db)?)
}

/// The files whose bytes are no longer those that were stored, by name. Reads one at a time.
///
/// # Errors
/// The store's own.
pub fn changed(db: &mut Db) -> Result<Vec<String>, StoreError> {
    let names: Vec<String> = blob::table.select(blob::sha256).order(blob::sha256).load(db)?;
    let mut changed = Vec::new();
    for name in names {
        let bytes: Vec<u8> = blob::table.filter(blob::sha256.eq(&name)).select(blob::bytes).first(db)?;
        if hex::encode(Sha256::digest(&bytes)) != name {
            changed.push(name);
        }
    }
    Ok(changed)
}

/// The file with this name.
///
/// # Errors
/// [`StoreError::Corrupt`] when the bytes are no longer those that were stored.
pub fn get(db: &mut Db, sha256: &str) -> Result<Option<Blob>, StoreError> {
    let found: Option<Blob> = blob::table.filter(blob::sha256.eq(sha256)).first(db).optional()?;
    match found {
        Some(blob) if hex::encode(Sha256::digest(&blob.bytes)) != blob.sha256 => {
            Err(StoreError::corrupt(format!("the stored file {sha256} was changed")))
        }
        other => Ok(other),
    }
}
