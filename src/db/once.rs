//! A form sent twice acts once. The key comes with the form; it is stored with a hash of the form's content, in the same
//! transaction as what the form did. The same key and content again are answered with where the first led; the same key
//! with other content is another form, and is told apart.

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
    /// It has acted already, for a form of other content: that one is not recorded.
    Other {
        /// When it acted.
        at: Moment,
    },
}

/// Claims a key for one account; the same key from another account is another key.
///
/// # Errors
/// The store's own.
pub fn begin(db: &mut Db, key: &str, content: &str, account: AccountId, now: Moment) -> Result<Once, StoreError> {
    let mine = once::table.filter(once::account_id.eq(account.0)).filter(once::key.eq(key));
    let known: Option<(Option<String>, Option<String>, i64)> =
        mine.select((once::location, once::content, once::at)).first(db).optional()?;
    match known {
        Some((Some(location), Some(stored), _)) if stored == content => Ok(Once::Replay(location)),
        // Keys of programs before this one have no content; then nobody can say that it is the same.
        Some((Some(_), _, at)) => Ok(Once::Other { at: Moment::from_seconds(at) }),
        Some((None, ..)) => Ok(Once::Fresh),
        None => {
            let new = (
                once::account_id.eq(account.0),
                once::key.eq(key),
                once::content.eq(content),
                once::at.eq(now.seconds()),
            );
            diesel::insert_into(once::table).values(new).execute(db)?;
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
