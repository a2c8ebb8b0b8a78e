//! Links that work once: setting up a fresh installation, accepting an invitation, choosing a new password. Only the
//! SHA-256 of a link's token is stored.

use super::StoreError;
use super::account::AccountId;
use super::dialect::Db;
use super::schema::invitation;
use super::types::{MaybeSeconds, Seconds};
use crate::law::base::moment::Moment;
use diesel::prelude::*;

/// A link that works once.
#[derive(Clone, PartialEq, Eq, Queryable, Insertable)]
#[diesel(table_name = invitation, treat_none_as_default_value = false)]
pub struct Invitation {
    /// SHA-256 of the token in the link, hexadecimal.
    pub token_hash: String,
    /// For whom; nobody in particular where a fresh installation is set up.
    pub account_id: Option<AccountId>,
    /// What for, as the application writes it.
    pub purpose: String,
    /// When it was made.
    #[diesel(serialize_as = Seconds)]
    pub created_at: Moment,
    /// From when on it no longer works.
    #[diesel(serialize_as = Seconds)]
    pub expires_at: Moment,
    /// When it was used.
    #[diesel(serialize_as = MaybeSeconds)]
    pub used_at: Option<Moment>,
    /// Who had it made; nobody where the program did, at a first start.
    pub made_by: Option<AccountId>,
}

/// Shows what it is for only: the rest is a secret.
impl std::fmt::Debug for Invitation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Invitation({})", self.purpose)
    }
}

/// Stores a link.
///
/// # Errors
/// The store's own.
pub fn create(db: &mut Db, new: &Invitation) -> Result<(), StoreError> {
    diesel::insert_into(invitation::table).values(new.clone()).execute(db)?;
    Ok(())
}

/// The link, if it still works at `now`. Looking does not use it up: mail scanners follow links.
///
/// # Errors
/// The store's own.
pub fn find(db: &mut Db, token_hash: &str, now: Moment) -> Result<Option<Invitation>, StoreError> {
    let valid = invitation::table
        .filter(invitation::token_hash.eq(token_hash))
        .filter(invitation::used_at.is_null())
        .filter(invitation::expires_at.gt(now.seconds()));
    Ok(valid.first(db).optional()?)
}

/// Uses the link up. Of two that try at once, one gets it and the other gets nothing.
///
/// # Errors
/// The store's own.
pub fn use_once(db: &mut Db, token_hash: &str, now: Moment) -> Result<Option<Invitation>, StoreError> {
    let valid = invitation::table
        .filter(invitation::token_hash.eq(token_hash))
        .filter(invitation::used_at.is_null())
        .filter(invitation::expires_at.gt(now.seconds()));
    let used = diesel::update(valid)
        .set(invitation::used_at.eq(now.seconds()))
        .returning(invitation::all_columns)
        .get_result(db)
        .optional()?;
    Ok(used)
}

/// Whether an account was invited at this moment and may still accept at `now`: neither accepted nor invited anew.
///
/// # Errors
/// The store's own.
pub fn standing(
    db: &mut Db,
    purpose: &str,
    account: AccountId,
    invited_at: Moment,
    now: Moment,
) -> Result<Option<Invitation>, StoreError> {
    let open = invitation::table
        .filter(invitation::purpose.eq(purpose))
        .filter(invitation::account_id.eq(account.0))
        .filter(invitation::created_at.eq(invited_at.seconds()))
        .filter(invitation::used_at.is_null())
        .filter(invitation::expires_at.gt(now.seconds()));
    Ok(open.first(db).optional()?)
}

/// Withdraws unused links of a purpose: those of one account, or those for nobody in particular. Answers how many.
///
/// # Errors
/// The store's own.
pub fn withdraw(db: &mut Db, purpose: &str, account: Option<AccountId>) -> Result<usize, StoreError> {
    let unused = invitation::table.filter(invitation::purpose.eq(purpose)).filter(invitation::used_at.is_null());
    let removed = match account {
        Some(id) => diesel::delete(unused.filter(invitation::account_id.eq(id.0))).execute(db)?,
        None => diesel::delete(unused.filter(invitation::account_id.is_null())).execute(db)?,
    };
    Ok(removed)
}
