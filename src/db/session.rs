//! Signed-in browsers. Only the SHA-256 of a session's token is stored, so that a copy of the database signs nobody in.

use super::StoreError;
use super::account::{Account, AccountId};
use super::dialect::Db;
use super::schema::{account, session};
use super::types::Seconds;
use crate::law::base::moment::Moment;
use diesel::prelude::*;

/// A session as stored.
#[derive(Clone, PartialEq, Eq, Queryable, Insertable)]
#[diesel(table_name = session, treat_none_as_default_value = false)]
pub struct Session {
    /// SHA-256 of the token in the cookie, hexadecimal.
    pub token_hash: String,
    /// Whose it is.
    pub account_id: AccountId,
    /// The token that every form must carry.
    pub csrf: String,
    /// When the person signed in.
    #[diesel(serialize_as = Seconds)]
    pub created_at: Moment,
    /// When it was last used.
    #[diesel(serialize_as = Seconds)]
    pub seen_at: Moment,
    /// When it ends.
    #[diesel(serialize_as = Seconds)]
    pub expires_at: Moment,
    /// What the next page has to say, as the web layer writes it.
    pub flash: Option<String>,
}

/// Shows whose it is only: the rest are secrets.
impl std::fmt::Debug for Session {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Session(of account {})", self.account_id)
    }
}

/// Begins a session.
///
/// # Errors
/// The store's own.
pub fn create(db: &mut Db, new: &Session) -> Result<(), StoreError> {
    diesel::insert_into(session::table).values(new.clone()).execute(db)?;
    Ok(())
}

/// The session with its account, in one statement; none when it has ended or the account is switched off.
///
/// # Errors
/// The store's own.
pub fn find(db: &mut Db, token_hash: &str, now: Moment) -> Result<Option<(Session, Account)>, StoreError> {
    let found = session::table
        .inner_join(account::table)
        .filter(session::token_hash.eq(token_hash))
        .filter(session::expires_at.gt(now.seconds()))
        .filter(account::active.eq(true))
        .select((session::all_columns, account::all_columns))
        .first(db)
        .optional()?;
    Ok(found)
}

/// Notes that a session was used and moves its end. Answers whether it still exists.
///
/// # Errors
/// The store's own.
pub fn touch(db: &mut Db, token_hash: &str, now: Moment, expires_at: Moment) -> Result<bool, StoreError> {
    let changed = diesel::update(session::table.filter(session::token_hash.eq(token_hash)))
        .set((session::seen_at.eq(now.seconds()), session::expires_at.eq(expires_at.seconds())))
        .execute(db)?;
    Ok(changed == 1)
}

/// Sets or clears what the next page has to say. Answers whether the session still exists.
///
/// # Errors
/// The store's own.
pub fn set_flash(db: &mut Db, token_hash: &str, flash: Option<&str>) -> Result<bool, StoreError> {
    let chosen = session::table.filter(session::token_hash.eq(token_hash));
    Ok(diesel::update(chosen).set(session::flash.eq(flash)).execute(db)? == 1)
}

/// Ends one session.
///
/// # Errors
/// The store's own.
pub fn delete(db: &mut Db, token_hash: &str) -> Result<(), StoreError> {
    diesel::delete(session::table.filter(session::token_hash.eq(token_hash))).execute(db)?;
    Ok(())
}

/// Ends every session of an account, all but one where that is named. Answers how many.
///
/// # Errors
/// The store's own.
pub fn delete_of(db: &mut Db, account: AccountId, except: Option<&str>) -> Result<usize, StoreError> {
    let all = session::table.filter(session::account_id.eq(account.0));
    // No hash is empty, so an absent exception excepts nothing.
    Ok(diesel::delete(all.filter(session::token_hash.ne(except.unwrap_or_default()))).execute(db)?)
}

/// Removes sessions that have ended. Answers how many.
///
/// # Errors
/// The store's own.
pub fn expire(db: &mut Db, now: Moment) -> Result<usize, StoreError> {
    Ok(diesel::delete(session::table.filter(session::expires_at.le(now.seconds()))).execute(db)?)
}
