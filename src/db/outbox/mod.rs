//! Messages on their way out: queued, leased by one instance at a time, then sent, or failed and waiting for the next
//! attempt, or given up and shown. A failure never deletes, and a natural key makes a second copy impossible. How long
//! to wait between attempts, and when to give up, is the caller's business; so is sending.

mod list;
mod message;

pub use self::list::{Counts, Filter, STUCK_AFTER, count, counts, get, keys_of_stream, list, of_stream};
pub use self::message::{Message, NewMessage, State};

use super::StoreError;
use super::dialect::Db;
use super::schema::outbox;
use crate::law::base::moment::Moment;
use diesel::prelude::*;

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

/// Forgets what a message said: it held a personal link.
///
/// # Errors
/// The store's own.
pub fn blank(db: &mut Db, id: i64) -> Result<(), StoreError> {
    let nothing = (outbox::text.eq(""), outbox::html.eq(""), outbox::ics.eq(None::<String>));
    diesel::update(outbox::table.filter(outbox::id.eq(id))).set(nothing).execute(db)?;
    Ok(())
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
