//! The people of the installation: setting up the first, inviting others, changing roles, choosing passwords.

use crate::app::account::password::{self, token_hash};
use crate::app::account::sign_in::{FreshSession, begin_session, tell};
use crate::app::account::strength::{self, Known};
use crate::app::desk::actor::{Actor, Permission, Role};
use crate::app::desk::hashing::Line;
use crate::app::desk::input;
use crate::app::desk::once::once_only;
use crate::app::desk::refusal::{Checks, Problem, Refusal};
use crate::app::desk::{Desk, Done, Ticket};
use crate::app::desk::{fresh, letters, stream};
use crate::db::account::{Account, AccountId, NewAccount};
use crate::db::{Db, account, invitation, session};
use crate::law::base::moment::Moment;
use crate::law::base::words::Lang;
use crate::mail::address::Address;
use secrecy::{ExposeSecret, SecretString};
use serde_json::json;

/// The purpose of the link printed at a first start.
pub const SET_UP: &str = "set-up";
/// The purpose of a link by which a person chooses a password.
pub const CHOOSE_PASSWORD: &str = "choose-password";

/// How long a set-up link works, in seconds.
const SET_UP_LIVES: i64 = 24 * 3_600;
/// How long an invitation works, in seconds.
const INVITATION_LIVES: i64 = 7 * 24 * 3_600;

/// A new person, as typed.
#[derive(Debug, Clone, Default)]
pub struct NewPerson {
    /// Name.
    pub name: String,
    /// E-mail address.
    pub email: String,
    /// Role by name.
    pub role: String,
    /// Language tag.
    pub lang: String,
    /// Whether escalation mail goes to them.
    pub warned: bool,
}

/// Two passwords, as typed.
#[derive(Debug, Clone)]
pub struct NewPassword {
    /// The password.
    pub password: SecretString,
    /// The password again.
    pub again: SecretString,
}

impl NewPassword {
    /// Judges the password by itself and by what others know of whoever chooses it.
    async fn check(&self, checks: &mut Checks, known: Known) -> Result<(), Refusal> {
        checks.take("password", strength::judge(self.password.clone(), known).await?);
        if self.password.expose_secret() != self.again.expose_secret() {
            checks.note("again", Problem::PasswordsDiffer);
        }
        Ok(())
    }
}

impl NewPerson {
    fn read(&self, checks: &mut Checks, now: Moment) -> Option<NewAccount> {
        let name = checks.take("name", input::line(&self.name));
        let email = checks.take("email", email(&self.email));
        let role = checks.take("role", Role::from_name(&self.role).ok_or(Problem::UnknownChoice));
        let lang = checks.take("lang", Lang::from_tag(&self.lang).ok_or(Problem::UnknownChoice));
        Some(NewAccount {
            email: email?,
            name: name?,
            role: role?.name().to_owned(),
            lang: lang?,
            zone: None,
            position: String::new(),
            phone: None,
            password_hash: None,
            warned: self.warned,
            created_at: now,
        })
    }
}

fn email(text: &str) -> Result<String, Problem> {
    let text = input::line(text)?;
    Address::parse(&text).map(|_| text).map_err(|_| Problem::NotAnEmail)
}

impl Desk {
    /// A link token for setting up, when nobody has an account yet; older ones stop working.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn set_up_token(&self) -> Result<Option<String>, Refusal> {
        let now = self.now();
        self.store
            .write(move |db| {
                if account::count(db)? > 0 {
                    return Ok(None);
                }
                invitation::withdraw(db, SET_UP, None)?;
                link(db, SET_UP, None, None, now, SET_UP_LIVES).map(Some)
            })
            .await
    }

    /// Makes the first administrator and signs them in.
    ///
    /// # Errors
    /// When the link was used or is too old, or with every field that cannot be taken.
    pub async fn set_up(&self, token: &str, person: NewPerson, chosen: NewPassword) -> Result<FreshSession, Refusal> {
        let now = self.now();
        // Before anything is spent on whoever holds no link.
        self.invited(token, SET_UP).await?;
        let person = NewPerson { role: Role::Administrator.name().to_owned(), warned: true, ..person };
        let mut checks = Checks::default();
        let new = person.read(&mut checks, now);
        chosen.check(&mut checks, Known::of([person.name.as_str(), person.email.as_str()])).await?;
        let Some(new) = new else { return Err(checks.refusal()) };
        checks.done()?;
        let (key, hash) = (token_hash(token), password::hash(&self.hashing, Line::Known, chosen.password).await?);
        self.store
            .write(move |db| {
                let link = invitation::use_once(db, &key, now)?.filter(|link| link.purpose == SET_UP);
                if link.is_none() || account::count(db)? > 0 {
                    return Err(Refusal::NotNow(Problem::LinkSpent));
                }
                let id = account::insert(db, &NewAccount { password_hash: Some(hash.clone()), ..new.clone() })?;
                tell(db, &id.to_string(), now, "account-added", told(id, &new.name, &new.role))?;
                let person = known(db, id)?;
                begin_session(db, &person, now)
            })
            .await
    }

    /// Everybody, for the people page.
    ///
    /// # Errors
    /// When the role does not include it, or the store fails.
    pub async fn people(&self, actor: &Actor) -> Result<Vec<Account>, Refusal> {
        actor.need(Permission::ManagePeople)?;
        self.store.read(|db| Ok(account::list(db)?)).await
    }

    /// Adds a person and invites them by mail. Answers the invitation's path, which the administrator may also hand
    /// over by another way; nothing when this very form was sent before, since the path is kept nowhere.
    ///
    /// # Errors
    /// A refusal that a person can act on; nothing was written then.
    pub async fn add_person(
        &self,
        actor: &Actor,
        ticket: Ticket,
        person: NewPerson,
    ) -> Result<Option<String>, Refusal> {
        actor.need(Permission::ManagePeople)?;
        let now = self.now();
        let mut checks = Checks::default();
        let new = person.read(&mut checks, now).ok_or_else(|| checks.refusal())?;
        let (desk, actor) = (self.clone(), actor.clone());
        self.write(move |db| {
            let mut path = None;
            once_only(db, &ticket, &actor, now, Done::of_people(), |db, _| {
                if account::by_email(db, &new.email)?.is_some() {
                    let mut checks = Checks::default();
                    checks.note("email", Problem::EmailTaken);
                    return Err(checks.refusal());
                }
                let id = account::insert(db, &new)?;
                tell(db, &actor.id, now, "account-added", told(id, &new.name, &new.role))?;
                path = desk.invite(db, &actor, id, now)?;
                Ok(())
            })?;
            Ok(path)
        })
        .await
    }

    /// Invites a person again: a new link by which they choose a password; older ones stop working. Answers as
    /// [`Desk::add_person`] does, but for a person who has a password already: then the link goes by mail alone, and the
    /// other administrators are told, so that nobody takes another's place unseen.
    ///
    /// # Errors
    /// A refusal that a person can act on; nothing was written then.
    pub async fn invite_again(&self, actor: &Actor, ticket: Ticket, id: AccountId) -> Result<Option<String>, Refusal> {
        actor.need(Permission::ManagePeople)?;
        let (desk, actor, now) = (self.clone(), actor.clone(), self.now());
        self.write(move |db| {
            let mut path = None;
            once_only(db, &ticket, &actor, now, Done::of_people(), |db, _| {
                path = desk.invite(db, &actor, id, now)?;
                Ok(())
            })?;
            Ok(path)
        })
        .await
    }

    fn invite(&self, db: &mut Db, actor: &Actor, id: AccountId, now: Moment) -> Result<Option<String>, Refusal> {
        let person = known(db, id)?;
        let reset = person.password_hash.is_some();
        invitation::withdraw(db, CHOOSE_PASSWORD, Some(id))?;
        let token = link(db, CHOOSE_PASSWORD, Some(id), Some(actor.account), now, INVITATION_LIVES)?;
        let expires = now.plus_seconds(INVITATION_LIVES);
        letters::invitation(db, actor, &person, &self.base_url, now, expires)?;
        if reset {
            letters::password_reset(db, actor, &person, &self.base_url, now, expires)?;
        }
        tell(db, &actor.id, now, "invited", json!({ "account": id.to_string(), "reset": reset }))?;
        Ok((!reset).then(|| format!("/invitation/{token}")))
    }

    /// A link of its own for the mail of an invitation, made at the moment of sending and stored nowhere but as its hash.
    /// Answers its token; nothing when the invitation was accepted, withdrawn or has run out meanwhile.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn link_for_mail(&self, email: String, invited_at: Moment) -> Result<Option<String>, Refusal> {
        let now = self.now();
        let stands = move |db: &mut Db| {
            let Some(person) = account::by_email(db, &email)? else { return Ok(None) };
            let Some(made) = invitation::standing(db, CHOOSE_PASSWORD, person.id, invited_at, now)? else {
                return Ok(None);
            };
            link(db, CHOOSE_PASSWORD, Some(person.id), made.made_by, invited_at, INVITATION_LIVES).map(Some)
        };
        self.write_quietly(stands).await
    }

    /// Whose invitation a link is, while it works.
    ///
    /// # Errors
    /// [`Problem::LinkSpent`] when it was used or is too old.
    pub async fn invited(&self, token: &str, purpose: &'static str) -> Result<Option<Account>, Refusal> {
        let (key, now) = (token_hash(token), self.now());
        self.store
            .read(move |db| {
                let link = invitation::find(db, &key, now)?.filter(|link| link.purpose == purpose);
                let link = link.ok_or(Refusal::NotNow(Problem::LinkSpent))?;
                link.account_id.map(|id| known(db, id)).transpose()
            })
            .await
    }

    /// What others know of a person.
    async fn known_of(&self, person: &Account) -> Result<Known, Refusal> {
        let organisation = self.store.read(stream::organisation).await?.name;
        Ok(Known::of([person.name.as_str(), person.email.as_str(), organisation.as_str()]))
    }

    /// Accepts an invitation by choosing a password, and signs in.
    ///
    /// # Errors
    /// When the link was used or is too old, or the password cannot be taken.
    pub async fn accept_invitation(&self, token: &str, chosen: NewPassword) -> Result<FreshSession, Refusal> {
        let now = self.now();
        let mut checks = Checks::default();
        // Before anything is spent on whoever holds no link.
        let others_know = match self.invited(token, CHOOSE_PASSWORD).await? {
            Some(person) => self.known_of(&person).await?,
            None => Known::default(),
        };
        chosen.check(&mut checks, others_know).await?;
        checks.done()?;
        let (key, hash) = (token_hash(token), password::hash(&self.hashing, Line::Known, chosen.password).await?);
        self.store
            .write(move |db| {
                let link = invitation::use_once(db, &key, now)?.filter(|link| link.purpose == CHOOSE_PASSWORD);
                let link = link.ok_or(Refusal::NotNow(Problem::LinkSpent))?;
                let id = link.account_id.ok_or(Refusal::NotNow(Problem::LinkSpent))?;
                let reset = known(db, id)?.password_hash.is_some();
                // Other links of theirs, such as the one in the mail, lead nowhere from now on.
                invitation::withdraw(db, CHOOSE_PASSWORD, Some(id))?;
                account::set_password(db, id, &hash)?;
                account::chosen_by_link(db, id, link.made_by, now, reset)?;
                session::delete_of(db, id, None)?;
                let by = link.made_by.map(|by| by.to_string());
                let told = json!({ "account": id.to_string(), "link_by": by, "reset": reset });
                tell(db, &id.to_string(), now, "password-chosen", told)?;
                let person = known(db, id)?;
                begin_session(db, &person, now)
            })
            .await
    }

    /// Chooses another password for oneself; other sessions end.
    ///
    /// # Errors
    /// When the current password is wrong, was tried too often, or the new one cannot be taken.
    pub async fn change_password(
        &self,
        actor: &Actor,
        session: String,
        current: SecretString,
        chosen: NewPassword,
    ) -> Result<(), Refusal> {
        let (id, now) = (actor.account, self.now());
        self.attempts.signed_in(id.0, now).await.map_err(|wait| Refusal::TooMany { wait })?;
        let person = self.store.read(move |db| known(db, id)).await?;
        let mut checks = Checks::default();
        chosen.check(&mut checks, self.known_of(&person).await?).await?;
        if !password::verify(&self.hashing, Line::Known, current, person.password_hash).await? {
            checks.note("current", Problem::PasswordWrong);
        }
        checks.done()?;
        let hash = password::hash(&self.hashing, Line::Known, chosen.password).await?;
        self.write(move |db| {
            account::set_password(db, id, &hash)?;
            session::delete_of(db, id, Some(&session))?;
            tell(db, &id.to_string(), now, "password-chosen", json!({ "account": id.to_string() }))
        })
        .await
    }

    /// Adds an account with a password at once: for the command line and the demo, where nobody signs in first.
    ///
    /// # Errors
    /// With every field that cannot be taken.
    pub async fn add_account(&self, person: NewPerson, chosen: NewPassword) -> Result<AccountId, Refusal> {
        let now = self.now();
        let mut checks = Checks::default();
        let new = person.read(&mut checks, now);
        chosen.check(&mut checks, Known::of([person.name.as_str(), person.email.as_str()])).await?;
        let Some(new) = new else { return Err(checks.refusal()) };
        checks.done()?;
        let hash = password::hash(&self.hashing, Line::Known, chosen.password).await?;
        self.write(move |db| {
            if account::by_email(db, &new.email)?.is_some() {
                let mut checks = Checks::default();
                checks.note("email", Problem::EmailTaken);
                return Err(checks.refusal());
            }
            let id = account::insert(db, &NewAccount { password_hash: Some(hash.clone()), ..new.clone() })?;
            tell(db, crate::incident::entry::SYSTEM, now, "account-added", told(id, &new.name, &new.role))?;
            Ok(id)
        })
        .await
    }
}

pub(super) fn known(db: &mut Db, id: AccountId) -> Result<Account, Refusal> {
    account::by_id(db, id)?.ok_or(Refusal::NotFound)
}

fn told(id: AccountId, name: &str, role: &str) -> serde_json::Value {
    json!({ "account": id.to_string(), "name": name, "role": role })
}

/// Makes a link that works once; answers its token.
fn link(
    db: &mut Db,
    purpose: &str,
    account: Option<AccountId>,
    made_by: Option<AccountId>,
    now: Moment,
    lives: i64,
) -> Result<String, Refusal> {
    let token = fresh::secret();
    let new = invitation::Invitation {
        token_hash: token_hash(&token),
        account_id: account,
        purpose: purpose.to_owned(),
        created_at: now,
        expires_at: now.plus_seconds(lives),
        used_at: None,
        made_by,
    };
    invitation::create(db, &new)?;
    Ok(token)
}
