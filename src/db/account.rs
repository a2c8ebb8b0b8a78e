//! The people who may sign in. Passwords are stored as argon2id texts made elsewhere; what a role may do is decided in
//! `app`. Accounts are never deleted, because the ledger names them; they are switched off.

use super::StoreError;
use super::dialect::Db;
use super::fold::fold;
use super::schema::account;
use super::types::{Seconds, Tag, from_column};
use crate::law::base::moment::Moment;
use crate::law::base::words::Lang;
use diesel::backend::Backend;
use diesel::expression::AsExpression;
use diesel::prelude::*;
use diesel::serialize::{self, Output, ToSql};
use diesel::sql_types::BigInt;

/// The number of an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, AsExpression)]
#[diesel(sql_type = BigInt)]
pub struct AccountId(pub i64);

from_column!(AccountId, BigInt, i64, |id| Ok(Self(id)));

impl<DB: Backend> ToSql<BigInt, DB> for AccountId
where
    i64: ToSql<BigInt, DB>,
{
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
        self.0.to_sql(out)
    }
}

impl std::fmt::Display for AccountId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// An account to be made.
#[derive(Debug, Clone, PartialEq, Eq, Insertable)]
#[diesel(table_name = account, treat_none_as_default_value = false)]
pub struct NewAccount {
    /// The e-mail address as the person writes it; compared folded.
    pub email: String,
    /// The person's name.
    pub name: String,
    /// The role, as the application writes it.
    pub role: String,
    /// The person's language.
    #[diesel(serialize_as = Tag)]
    pub lang: Lang,
    /// The person's time zone (IANA name); the organisation's where none.
    pub zone: Option<String>,
    /// The person's position in the organisation; may be empty.
    pub position: String,
    /// Telephone.
    pub phone: Option<String>,
    /// The argon2id text; none until the person has chosen a password.
    pub password_hash: Option<String>,
    /// Whether escalation mail goes to this person.
    pub warned: bool,
    /// When it was made.
    #[diesel(serialize_as = Seconds)]
    pub created_at: Moment,
}

/// An account as stored.
#[derive(Clone, PartialEq, Eq, Queryable)]
pub struct Account {
    /// Its number.
    pub id: AccountId,
    /// The e-mail address as the person writes it.
    pub email: String,
    /// The e-mail address as it is compared.
    pub email_fold: String,
    /// The person's name.
    pub name: String,
    /// The role.
    pub role: String,
    /// The person's language.
    pub lang: Lang,
    /// The person's time zone.
    pub zone: Option<String>,
    /// The person's position.
    pub position: String,
    /// Telephone.
    pub phone: Option<String>,
    /// The argon2id text; none until the person has chosen a password.
    pub password_hash: Option<String>,
    /// Whether the person may sign in.
    pub active: bool,
    /// Whether escalation mail goes to this person.
    pub warned: bool,
    /// When it was made.
    pub created_at: Moment,
    /// Who had the link made by which the password was last chosen; nobody where it was chosen without one.
    pub link_by: Option<AccountId>,
    /// When that link was used.
    pub link_at: Option<Moment>,
    /// Whether there was a password before.
    pub link_reset: Option<bool>,
}

/// Shows the number only: the rest is personal data or a secret.
impl std::fmt::Debug for Account {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Account({})", self.id)
    }
}

/// What an administrator, or the person, may change. The address is the account's identity and stays.
#[derive(Debug, Clone, PartialEq, Eq, AsChangeset)]
#[diesel(table_name = account, treat_none_as_null = true)]
pub struct Details {
    /// The person's name.
    pub name: String,
    /// The role.
    pub role: String,
    /// The person's language.
    #[diesel(serialize_as = Tag)]
    pub lang: Lang,
    /// The person's time zone.
    pub zone: Option<String>,
    /// The person's position.
    pub position: String,
    /// Telephone.
    pub phone: Option<String>,
    /// Whether escalation mail goes to this person.
    pub warned: bool,
}

/// The account with this e-mail address, however it is written.
///
/// # Errors
/// The store's own.
pub fn by_email(db: &mut Db, email: &str) -> Result<Option<Account>, StoreError> {
    Ok(account::table.filter(account::email_fold.eq(fold(email))).first(db).optional()?)
}

/// The account with this number.
///
/// # Errors
/// The store's own.
pub fn by_id(db: &mut Db, id: AccountId) -> Result<Option<Account>, StoreError> {
    Ok(account::table.filter(account::id.eq(id.0)).first(db).optional()?)
}

/// All accounts by name, switched-off ones included.
///
/// # Errors
/// The store's own.
pub fn list(db: &mut Db) -> Result<Vec<Account>, StoreError> {
    Ok(account::table.order((account::name, account::id)).load(db)?)
}

/// The name of every account, by the number as the ledger writes it.
///
/// # Errors
/// The store's own.
pub fn names(db: &mut Db) -> Result<Vec<(String, String)>, StoreError> {
    let rows: Vec<(i64, String)> = account::table.select((account::id, account::name)).load(db)?;
    Ok(rows.into_iter().map(|(id, name)| (id.to_string(), name)).collect())
}

/// The active accounts that receive escalation mail, by number.
///
/// # Errors
/// The store's own.
pub fn warned(db: &mut Db) -> Result<Vec<Account>, StoreError> {
    let chosen = account::table.filter(account::active.eq(true)).filter(account::warned.eq(true));
    Ok(chosen.order(account::id).load(db)?)
}

/// How many accounts there are.
///
/// # Errors
/// The store's own.
pub fn count(db: &mut Db) -> Result<i64, StoreError> {
    Ok(account::table.count().get_result(db)?)
}

/// How many active accounts have this role: the last administrator must not be switched off.
///
/// # Errors
/// The store's own.
pub fn count_active(db: &mut Db, role: &str) -> Result<i64, StoreError> {
    let chosen = account::table.filter(account::active.eq(true)).filter(account::role.eq(role));
    Ok(chosen.count().get_result(db)?)
}

/// Makes an account.
///
/// # Errors
/// [`StoreError::Conflict`] when the address, however written, has one already.
pub fn insert(db: &mut Db, new: &NewAccount) -> Result<AccountId, StoreError> {
    let new = NewAccount { email: new.email.trim().to_owned(), ..new.clone() };
    let folded = account::email_fold.eq(fold(&new.email));
    let id = diesel::insert_into(account::table)
        .values((new, folded, account::active.eq(true)))
        .returning(account::id)
        .get_result(db)?;
    Ok(id)
}

/// Changes what may be changed. Answers whether there is such an account.
///
/// # Errors
/// The store's own.
pub fn update(db: &mut Db, id: AccountId, to: &Details) -> Result<bool, StoreError> {
    Ok(diesel::update(account::table.filter(account::id.eq(id.0))).set(to.clone()).execute(db)? == 1)
}

/// Changes the role alone. Answers whether there is such an account.
///
/// # Errors
/// The store's own.
pub fn set_role(db: &mut Db, id: AccountId, role: &str) -> Result<bool, StoreError> {
    Ok(diesel::update(account::table.filter(account::id.eq(id.0))).set(account::role.eq(role)).execute(db)? == 1)
}

/// Switches an account on or off. Sessions of one switched off must be ended with it. Answers whether there is one.
///
/// # Errors
/// The store's own.
pub fn set_active(db: &mut Db, id: AccountId, active: bool) -> Result<bool, StoreError> {
    Ok(diesel::update(account::table.filter(account::id.eq(id.0))).set(account::active.eq(active)).execute(db)? == 1)
}

/// Changes the language alone. Answers whether there is such an account.
///
/// # Errors
/// The store's own.
pub fn set_lang(db: &mut Db, id: AccountId, lang: Lang) -> Result<bool, StoreError> {
    Ok(diesel::update(account::table.filter(account::id.eq(id.0))).set(account::lang.eq(lang.tag())).execute(db)? == 1)
}

/// Notes whose link a password was chosen by, when, and whether there was one before.
///
/// # Errors
/// The store's own.
pub fn chosen_by_link(
    db: &mut Db,
    id: AccountId,
    made_by: Option<AccountId>,
    at: Moment,
    reset: bool,
) -> Result<(), StoreError> {
    let by = account::link_by.eq(made_by.map(|by| by.0));
    let set = (by, account::link_at.eq(at.seconds()), account::link_reset.eq(reset));
    diesel::update(account::table.filter(account::id.eq(id.0))).set(set).execute(db)?;
    Ok(())
}

/// Stores the argon2id text of a new password. Answers whether there is such an account.
///
/// # Errors
/// The store's own.
pub fn set_password(db: &mut Db, id: AccountId, hash: &str) -> Result<bool, StoreError> {
    let chosen = account::table.filter(account::id.eq(id.0));
    Ok(diesel::update(chosen).set(account::password_hash.eq(hash)).execute(db)? == 1)
}
