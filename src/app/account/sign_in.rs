//! Signing in and out, and who stands behind a session. Answers never tell whether an account exists.

use super::password;
use crate::app::desk::Desk;
use crate::app::desk::actor::{Actor, PasswordLink, Role};
use crate::app::desk::attempts::Browser;
use crate::app::desk::hashing::Line;
use crate::app::desk::refusal::Refusal;
use crate::app::desk::{fresh, stream};
use crate::db::account::Account;
use crate::db::ledger::{self, NewEntry};
use crate::db::{Db, account, session};
use crate::law::base::moment::Moment;
use crate::law::base::words::Lang;
use secrecy::SecretString;
use std::time::Duration;

/// How long a session lives without use, in seconds.
pub const IDLE: i64 = 2 * 3_600;
/// How long a session lives at most, in seconds.
pub const LONGEST: i64 = 12 * 3_600;
/// How often use is written down, in seconds: not at every click.
const TOUCH_EVERY: i64 = 300;

/// How long a page waits for what it does not need to be written.
const GLANCE: Duration = Duration::from_millis(250);
/// How long an answer waits until what the next page has to say is written: that page is asked for at once.
const MOMENT: Duration = Duration::from_secs(3);

/// A signed-in person.
#[derive(Debug, Clone)]
pub struct SignedIn {
    /// Who.
    pub actor: Actor,
    /// Their language.
    pub lang: Lang,
    /// The organisation's zone.
    pub zone: chrono_tz::Tz,
    /// What the next page has to say.
    pub flash: Option<String>,
    /// The session's key in the store.
    pub session: String,
}

/// A session that has just begun.
#[derive(Clone)]
pub struct FreshSession {
    /// The token for the cookie.
    pub token: String,
    /// The address of the account that it is for.
    pub email: String,
}

/// Shows nothing: the token is a secret.
impl std::fmt::Debug for FreshSession {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("FreshSession")
    }
}

/// The stream in which what happens to accounts is told, without secrets.
pub const STREAM: &str = "people";

impl Desk {
    /// Signs in. Answers the session, or nothing when address or password are wrong.
    ///
    /// # Errors
    /// [`Refusal::TooMany`] when this was tried too often, before the password is looked at; or when the store fails.
    pub async fn sign_in(
        &self,
        browser: &Browser,
        email: String,
        password: SecretString,
    ) -> Result<Option<FreshSession>, Refusal> {
        let counted = self.attempts.to_sign_in(browser, &email, self.now()).await;
        counted.map_err(|wait| Refusal::TooMany { wait })?;
        let line = if browser.known.is_some() { Line::Known } else { Line::Stranger };
        let found: Option<Account> =
            self.store.read(move |db| Ok::<_, Refusal>(account::by_email(db, &email)?)).await?;
        let hash = found.as_ref().filter(|account| account.active).and_then(|account| account.password_hash.clone());
        if !password::verify(&self.hashing, line, password, hash).await? {
            return Ok(None);
        }
        let Some(account) = found else { return Ok(None) };
        let now = self.now();
        self.store.write(move |db| begin_session(db, &account, now)).await.map(Some)
    }

    /// Who stands behind a cookie's token, if anybody does.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn whoever(&self, token: &str) -> Result<Option<SignedIn>, Refusal> {
        let (key, now) = (password::token_hash(token), self.now());
        let found = self
            .store
            .read({
                let key = key.clone();
                move |db| {
                    let Some(found) = session::find(db, &key, now)? else { return Ok::<_, Refusal>(None) };
                    Ok(Some((found, stream::organisation(db)?.zone)))
                }
            })
            .await?;
        let Some(((session, account), zone)) = found else { return Ok(None) };
        let Some(role) = Role::from_name(&account.role) else { return Ok(None) };
        let link = account.link_by.zip(account.link_at);
        let reset = account.link_reset == Some(true);
        let link = link.map(|(by, at)| PasswordLink { by: by.to_string(), at, reset });
        if now.since(session.seen_at) > TOUCH_EVERY {
            let last = session.created_at.plus_seconds(LONGEST).min(now.plus_seconds(IDLE));
            let touch = move |db: &mut Db| session::touch(db, &key, now, last).map(drop);
            self.store.write_aside("that a session is in use", GLANCE, touch).await;
        }
        Ok(Some(SignedIn {
            actor: Actor { account: account.id, id: account.id.to_string(), name: account.name, role, link },
            lang: account.lang,
            zone,
            flash: session.flash,
            session: session.token_hash,
        }))
    }

    /// Ends a session.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn sign_out(&self, session: String) -> Result<(), Refusal> {
        self.store.write(move |db| Ok(session::delete(db, &session)?)).await
    }

    /// Leaves something for the next page to say. What it is about is done already, so that a failure changes nothing.
    pub async fn leave_flash(&self, session: String, flash: String) {
        let leave = move |db: &mut Db| session::set_flash(db, &session, Some(&flash)).map(drop);
        self.store.write_aside("what the next page has to say", MOMENT, leave).await;
    }

    /// Clears what a page has said; where that fails the next one says it again.
    pub async fn clear_flash(&self, session: String) {
        let clear = move |db: &mut Db| session::set_flash(db, &session, None).map(drop);
        self.store.write_aside("that a message was shown", GLANCE, clear).await;
    }

    /// Chooses a language for good.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn choose_language(&self, actor: &Actor, lang: Lang) -> Result<(), Refusal> {
        let id = actor.account;
        self.store
            .write(move |db| {
                account::set_lang(db, id, lang)?;
                Ok(())
            })
            .await
    }
}

/// Begins a session for an account.
pub(in crate::app) fn begin_session(db: &mut Db, account: &Account, now: Moment) -> Result<FreshSession, Refusal> {
    let token = fresh::secret();
    let session = session::Session {
        token_hash: password::token_hash(&token),
        account_id: account.id,
        // Nobody reads it any more; programs of the version before, beside this one, still do.
        csrf: fresh::secret(),
        created_at: now,
        seen_at: now,
        expires_at: now.plus_seconds(IDLE),
        flash: None,
    };
    session::create(db, &session)?;
    tell(db, &account.id.to_string(), now, "signed-in", serde_json::json!({ "account": account.id.to_string() }))?;
    Ok(FreshSession { token, email: account.email.clone() })
}

/// Tells the ledger what happened to an account.
pub(in crate::app) fn tell(
    db: &mut Db,
    who: &str,
    at: Moment,
    kind: &str,
    body: serde_json::Value,
) -> Result<(), Refusal> {
    let position = ledger::position(db, STREAM)?;
    let entry = NewEntry { kind: kind.to_owned(), version: 1, body, salt: fresh::salt() };
    ledger::append(db, STREAM, position, who, at, &[entry])?;
    Ok(())
}
