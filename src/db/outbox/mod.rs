//! Messages on their way out: queued, leased by one instance at a time, then sent, or failed and waiting for the next
//! attempt, or given up and shown. A failure never deletes, and a natural key makes a second copy impossible. How long
//! to wait between attempts, and when to give up, is the caller's business; so is sending.

mod list;

pub use list::{Counts, Filter, STUCK_AFTER, counts, get, list, of_stream};

use super::StoreError;
use super::dialect::Db;
use super::schema::outbox;
use super::types::{Seconds, Tag, from_column};
use crate::law::moment::Moment;
use crate::law::words::Lang;
use diesel::prelude::*;
use diesel::sql_types::Text;

/// A message to be sent.
#[derive(Debug, Clone, PartialEq, Eq, Insertable)]
#[diesel(table_name = outbox, treat_none_as_default_value = false)]
pub struct NewMessage {
    /// What makes it the same message: clock, rung and recipient, for example.
    pub natural_key: String,
    /// What kind of message, as the application writes it.
    pub kind: String,
    /// The incident's stream, where it is about one.
    pub stream: Option<String>,
    /// The e-mail address.
    pub recipient: String,
    /// The language it is written in.
    #[diesel(serialize_as = Tag)]
    pub lang: Lang,
    /// The subject line.
    pub subject: String,
    /// The plain-text part.
    pub text: String,
    /// The HTML part.
    pub html: String,
    /// The calendar part, where there is a deadline.
    pub ics: Option<String>,
    /// The `Message-ID` header; the same on every attempt, so that a receiver can drop a repetition.
    pub message_id: String,
    /// When it is put in the queue.
    #[diesel(serialize_as = Seconds)]
    pub created_at: Moment,
    /// Not to be sent earlier than this.
    #[diesel(serialize_as = Seconds)]
    pub not_before: Moment,
}

/// Where a message stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// Waiting to be sent for the first time.
    Queued,
    /// Being sent by an instance.
    Leased,
    /// Handed to the mail server.
    Sent,
    /// An attempt failed; it waits for the next.
    Failed,
    /// No further attempt will be made unless somebody asks for one.
    GivenUp,
}

impl State {
    const ALL: [Self; 5] = [Self::Queued, Self::Leased, Self::Sent, Self::Failed, Self::GivenUp];

    /// The word by which it is stored.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Leased => "leased",
            Self::Sent => "sent",
            Self::Failed => "failed",
            Self::GivenUp => "given_up",
        }
    }

    /// Reads the word by which it is stored.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }
}

from_column!(State, Text, String, |word| Self::from_word(&word).ok_or_else(|| "not a state of a message".into()));

/// A message as stored.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Message {
    /// Its number.
    pub id: i64,
    /// What makes it the same message.
    pub natural_key: String,
    /// When it was put in the queue.
    pub created_at: Moment,
    /// What kind of message.
    pub kind: String,
    /// The incident's stream, where it is about one.
    pub stream: Option<String>,
    /// The e-mail address.
    pub recipient: String,
    /// The language.
    pub lang: Lang,
    /// The subject line.
    pub subject: String,
    /// The plain-text part.
    pub text: String,
    /// The HTML part.
    pub html: String,
    /// The calendar part.
    pub ics: Option<String>,
    /// The `Message-ID` header.
    pub message_id: String,
    /// Where it stands.
    pub state: State,
    /// Attempts begun so far.
    pub attempts: i32,
    /// Not to be sent earlier than this.
    pub not_before: Moment,
    /// Until when it is one instance's alone.
    pub leased_until: Option<Moment>,
    /// Which instance that is.
    pub leased_by: Option<String>,
    /// When it was handed to the mail server.
    pub sent_at: Option<Moment>,
    /// Why the last attempt failed.
    pub last_error: Option<String>,
}

/// Puts messages in the queue; one whose natural key is there already is left as it is. Answers how many were new.
/// Belongs in the transaction that records why they are sent.
///
/// # Errors
/// The store's own.
pub fn queue(db: &mut Db, messages: &[NewMessage]) -> Result<usize, StoreError> {
    let mut queued: usize = 0;
    for message in messages {
        let known = outbox::table.filter(outbox::natural_key.eq(&message.natural_key));
        if diesel::select(diesel::dsl::exists(known)).get_result::<bool>(db)? {
            continue;
        }
        diesel::insert_into(outbox::table)
            .values((message.clone(), outbox::state.eq(State::Queued.word()), outbox::attempts.eq(0)))
            .execute(db)?;
        queued = queued.saturating_add(1);
    }
    Ok(queued)
}

/// Takes up to `limit` messages that are due for one instance alone, for `lease_seconds`; also those whose lease has run
/// out because their instance died. Counts the attempt at once, so that a message that kills its sender is noticed.
///
/// # Errors
/// The store's own.
pub fn lease(db: &mut Db, by: &str, now: Moment, lease_seconds: i64, limit: i64) -> Result<Vec<Message>, StoreError> {
    let at = now.seconds();
    let waiting = outbox::state.eq_any([State::Queued.word(), State::Failed.word()]).and(outbox::not_before.le(at));
    let abandoned = outbox::state.eq(State::Leased.word()).and(outbox::leased_until.assume_not_null().le(at));
    let candidates: Vec<(i64, i32)> = outbox::table
        .filter(waiting.or(abandoned))
        .order((outbox::not_before, outbox::id))
        .limit(limit)
        .select((outbox::id, outbox::attempts))
        .load(db)?;
    let mut leased = Vec::new();
    for (id, attempts) in candidates {
        // The number of attempts is what a second instance would have changed, whatever the isolation.
        let message = diesel::update(outbox::table.filter(outbox::id.eq(id)).filter(outbox::attempts.eq(attempts)))
            .set((
                outbox::state.eq(State::Leased.word()),
                outbox::attempts.eq(attempts.saturating_add(1)),
                outbox::leased_by.eq(by),
                outbox::leased_until.eq(now.plus_seconds(lease_seconds).seconds()),
            ))
            .returning(outbox::all_columns)
            .get_result::<Message>(db)
            .optional()?;
        leased.extend(message);
    }
    Ok(leased)
}

/// The mail server took it. Holds whoever says so, even after the lease has run out: what was sent was sent. Answers
/// whether it was not marked as sent before.
///
/// # Errors
/// The store's own.
pub fn sent(db: &mut Db, id: i64, by: &str, now: Moment) -> Result<bool, StoreError> {
    let changed = diesel::update(outbox::table.filter(outbox::id.eq(id)).filter(outbox::state.ne(State::Sent.word())))
        .set((
            outbox::state.eq(State::Sent.word()),
            outbox::sent_at.eq(now.seconds()),
            outbox::leased_by.eq(by),
            outbox::leased_until.eq(None::<i64>),
            outbox::last_error.eq(None::<String>),
        ))
        .execute(db)?;
    Ok(changed == 1)
}

/// An attempt failed; the next may begin at `retry_at`. Answers `false`, changing nothing, when the lease is no longer
/// held by `by`.
///
/// # Errors
/// The store's own.
pub fn failed(db: &mut Db, id: i64, by: &str, error: &str, retry_at: Moment) -> Result<bool, StoreError> {
    end_attempt(db, id, by, error, State::Failed, Some(retry_at))
}

/// The last attempt failed; it stays in the list and is shown until somebody asks for another. Answers as [`failed`].
///
/// # Errors
/// The store's own.
pub fn give_up(db: &mut Db, id: i64, by: &str, error: &str) -> Result<bool, StoreError> {
    end_attempt(db, id, by, error, State::GivenUp, None)
}

fn end_attempt(
    db: &mut Db,
    id: i64,
    by: &str,
    error: &str,
    state: State,
    retry_at: Option<Moment>,
) -> Result<bool, StoreError> {
    let held = outbox::table
        .filter(outbox::id.eq(id))
        .filter(outbox::state.eq(State::Leased.word()))
        .filter(outbox::leased_by.eq(by));
    let changed = diesel::update(held)
        .set((
            outbox::state.eq(state.word()),
            outbox::last_error.eq(error),
            outbox::leased_by.eq(None::<String>),
            outbox::leased_until.eq(None::<i64>),
            retry_at.map(|at| outbox::not_before.eq(at.seconds())),
        ))
        .execute(db)?;
    Ok(changed == 1)
}

/// Somebody asked for another attempt now, of a message that failed or was given up. Answers whether it was one.
///
/// # Errors
/// The store's own.
pub fn retry_now(db: &mut Db, id: i64, now: Moment) -> Result<bool, StoreError> {
    let waiting = outbox::table.filter(outbox::id.eq(id)).filter(outbox::state.eq_any([
        State::Queued.word(),
        State::Failed.word(),
        State::GivenUp.word(),
    ]));
    let changed = diesel::update(waiting)
        .set((outbox::state.eq(State::Queued.word()), outbox::not_before.eq(now.seconds())))
        .execute(db)?;
    Ok(changed == 1)
}
