//! Secrets that all instances of the program share (keys for links and tokens), made by whichever needs one first.

use super::StoreError;
use super::dialect::Db;
use super::schema::instance_secret;
use diesel::prelude::*;

/// The secret with this name.
///
/// # Errors
/// The store's own.
pub fn get(db: &mut Db, name: &str) -> Result<Option<String>, StoreError> {
    let named = instance_secret::table.filter(instance_secret::name.eq(name));
    Ok(named.select(instance_secret::value).first(db).optional()?)
}

/// The secret with this name; `fresh` becomes it where there is none yet. Belongs inside [`super::Store::write`].
///
/// # Errors
/// The store's own.
pub fn get_or_insert(db: &mut Db, name: &str, fresh: &str) -> Result<String, StoreError> {
    if let Some(value) = get(db, name)? {
        return Ok(value);
    }
    diesel::insert_into(instance_secret::table)
        .values((instance_secret::name.eq(name), instance_secret::value.eq(fresh)))
        .execute(db)?;
    Ok(fresh.to_owned())
}
