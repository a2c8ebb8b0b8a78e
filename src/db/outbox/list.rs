//! The outbox as people see it: lists and numbers.

use super::message::{Message, State};
use crate::db::dialect::{Db, MultiBackend};
use crate::db::schema::outbox;
use crate::db::{Page, StoreError};
use crate::law::base::moment::Moment;
use diesel::prelude::*;
use diesel::sql_types::BigInt;

/// A message unsent for this many seconds past its moment is stuck.
pub const STUCK_AFTER: i64 = 600;

/// Which messages are wanted; an empty filter wants all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only this state.
    pub state: Option<State>,
    /// Only messages about this incident.
    pub stream: Option<String>,
}

/// How the outbox stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, QueryableByName)]
pub struct Counts {
    /// Not sent and not given up.
    #[diesel(sql_type = BigInt)]
    pub queued: i64,
    /// Of those: failed at least once, or due for more than [`STUCK_AFTER`] seconds.
    #[diesel(sql_type = BigInt)]
    pub stuck: i64,
    /// Sent.
    #[diesel(sql_type = BigInt)]
    pub sent: i64,
    /// Given up.
    #[diesel(sql_type = BigInt)]
    pub given_up: i64,
}

type Query<'a> = diesel::helper_types::IntoBoxed<'a, outbox::table, MultiBackend>;

/// The messages that match, latest first, and how many there are on all pages.
///
/// # Errors
/// The store's own.
pub fn list(db: &mut Db, filter: &Filter, page: Page) -> Result<(Vec<Message>, i64), StoreError> {
    let total = matching(filter).count().get_result(db)?;
    let rows = matching(filter).order(outbox::id.desc()).limit(page.limit).offset(page.offset).load(db)?;
    Ok((rows, total))
}

/// Every message about one incident, earliest first.
///
/// # Errors
/// The store's own.
pub fn of_stream(db: &mut Db, stream: &str) -> Result<Vec<Message>, StoreError> {
    Ok(outbox::table.filter(outbox::stream.eq(stream)).order(outbox::id).load(db)?)
}

/// How many messages there are.
///
/// # Errors
/// The store's own.
pub fn count(db: &mut Db) -> Result<i64, StoreError> {
    Ok(outbox::table.count().get_result(db)?)
}

/// The natural keys of the messages of one kind about one incident.
///
/// # Errors
/// The store's own.
pub fn keys_of_stream(db: &mut Db, stream: &str, kind: &str) -> Result<Vec<String>, StoreError> {
    let theirs = outbox::table.filter(outbox::stream.eq(stream)).filter(outbox::kind.eq(kind));
    Ok(theirs.select(outbox::natural_key).load(db)?)
}

/// One message.
///
/// # Errors
/// The store's own.
pub fn get(db: &mut Db, id: i64) -> Result<Option<Message>, StoreError> {
    Ok(outbox::table.filter(outbox::id.eq(id)).first(db).optional()?)
}

/// How the outbox stands at `now`, in one statement.
///
/// # Errors
/// The store's own.
pub fn counts(db: &mut Db, now: Moment) -> Result<Counts, StoreError> {
    let sql = "SELECT COUNT(*) FILTER (WHERE state IN ('queued', 'leased', 'failed')) AS queued, \
               COUNT(*) FILTER (WHERE state = 'failed' OR (state IN ('queued', 'leased') \
               AND (attempts > 1 OR not_before < $1))) AS stuck, \
               COUNT(*) FILTER (WHERE state = 'sent') AS sent, \
               COUNT(*) FILTER (WHERE state = 'given_up') AS given_up FROM outbox";
    let long_ago = now.plus_seconds(STUCK_AFTER.saturating_neg()).seconds();
    Ok(diesel::sql_query(sql).bind::<BigInt, _>(long_ago).get_result(db)?)
}

fn matching(filter: &Filter) -> Query<'_> {
    let mut query = outbox::table.into_boxed::<MultiBackend>();
    if let Some(state) = filter.state {
        query = query.filter(outbox::state.eq(state.word()));
    }
    if let Some(stream) = &filter.stream {
        query = query.filter(outbox::stream.eq(stream));
    }
    query
}
