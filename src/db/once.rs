//! A form sent twice acts once. The key comes with the form; it is stored in the same transaction as what the form did,
//! and the same key again is answered with where the first one led.

use super::StoreError;
use super::account::AccountId;
use super::dialect::Db;
use super::schema::once;
use crate::law::base::moment::Moment;
use diesel::prelude::*;

/// Whether a key was seen before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Once {
    /// Never: act, then [`finish`] in the same transaction.
    Fresh,
    /// It has acted already: go where it led, and do nothing.
    Replay(String),
}

/// Claims a key for one account; the same key from another account is another key.
///
/// # Errors
/// The store's own.
pub fn begin(db: &mut Db, key: &str, account: AccountId, now: Moment) -> Result<Once, StoreError> {
    let mine = once::table.filter(once::account_id.eq(account.0)).filter(once::key.eq(key));
    let known: Option<Option<String>> = mine.select(once::location).first(db).optional()?;
    match known {
        Some(Some(location)) => Ok(Once::Replay(location)),
        Some(None) => Ok(Once::Fresh),
        None => {
            diesel::insert_into(once::table)
                .values((once::account_id.eq(account.0), once::key.eq(key), once::at.eq(now.seconds())))
                .execute(db)?;
            Ok(Once::Fresh)
        }
    }
}

/// Stores where the form led.
///
/// # Errors
/// [`StoreError::Conflict`] when the key was not begun.
pub fn finish(db: &mut Db, key: &str, account: AccountId, location: &str) -> Result<(), StoreError> {
    let mine = once::table.filter(once::account_id.eq(account.0)).filter(once::key.eq(key));
    match diesel::update(mine).set(once::location.eq(location)).execute(db)? {
        0 => Err(StoreError::Conflict("the key of the form was never begun".into())),
        _ => Ok(()),
    }
}

/// Forgets keys begun before a moment. Answers how many.
///
/// # Errors
/// The store's own.
pub fn expire(db: &mut Db, before: Moment) -> Result<usize, StoreError> {
    Ok(diesel::delete(once::table.filter(once::at.lt(before.seconds()))).execute(db)?)
}
