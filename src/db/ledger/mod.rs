//! The append-only record: streams of entries on one hash chain. [`append`] is the one path by which anything enters;
//! nothing here changes or removes an entry, or knows what a body means.

pub(crate) mod entry;
pub(crate) mod hash;
pub mod verify;

use self::entry::Row;
use super::StoreError;
use super::dialect::Db;

use super::schema::{chain_head, ledger};
use crate::law::base::moment::Moment;
use diesel::prelude::*;

pub use self::entry::{Entry, Head, LedgerError, NewEntry, Salt};

/// What [`append`] did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Appended {
    /// The chain number of the first new entry.
    pub first_number: i64,
    /// The stream's position after the last new entry; what the next append must expect.
    pub position: i64,
}

/// Records `entries` at the end of `stream`, which must stand at `expected_position` (0 for a new stream). Belongs inside
/// [`super::Store::write`]; even outside of it two writers cannot both succeed.
///
/// # Errors
/// [`LedgerError::Moved`] when somebody else was faster; [`LedgerError::Unrepresentable`] for a number that is too large.
pub fn append(
    db: &mut Db,
    stream: &str,
    expected_position: i64,
    who: &str,
    at: Moment,
    entries: &[NewEntry],
) -> Result<Appended, LedgerError> {
    let before = head(db)?;
    let actual = position(db, stream)?;
    if actual != expected_position {
        return Err(LedgerError::Moved { expected: expected_position, actual });
    }
    let mut tip = before.clone();
    let mut position = actual;
    for entry in entries {
        position = position.saturating_add(1);
        let row = hash::next(&tip, stream, position, at, who, entry)?;
        diesel::insert_into(ledger::table).values(&row).execute(db)?;
        tip = Head { number: row.number, hash: row.hash };
    }
    let moved = diesel::update(chain_head::table.filter(chain_head::number.eq(before.number)))
        .set((chain_head::number.eq(tip.number), chain_head::hash.eq(&tip.hash)))
        .execute(db)?;
    if moved != 1 {
        return Err(StoreError::Conflict("the chain was extended meanwhile".into()).into());
    }
    Ok(Appended { first_number: before.number.saturating_add(1), position })
}

/// The end of the chain.
///
/// # Errors
/// The store's own.
pub fn head(db: &mut Db) -> Result<Head, StoreError> {
    let head = chain_head::table.select(Head::as_select()).first(db).optional()?;
    head.ok_or_else(|| StoreError::corrupt("the head of the ledger is missing"))
}

/// The position a stream has reached; 0 when it does not exist.
///
/// # Errors
/// The store's own.
pub fn position(db: &mut Db, stream: &str) -> Result<i64, StoreError> {
    let reached: Option<i64> =
        ledger::table.filter(ledger::stream.eq(stream)).select(diesel::dsl::max(ledger::position)).first(db)?;
    Ok(reached.unwrap_or(0))
}

/// The newest entry of a stream, if it has any.
///
/// # Errors
/// The store's own.
pub fn last(db: &mut Db, stream: &str) -> Result<Option<Entry>, StoreError> {
    let newest = ledger::table.filter(ledger::stream.eq(stream)).order(ledger::position.desc());
    newest.select(Row::as_select()).first(db).optional()?.map(Entry::try_from).transpose()
}

/// The entry of a stream at a position, if there is one.
///
/// # Errors
/// The store's own.
pub fn at(db: &mut Db, stream: &str, position: i64) -> Result<Option<Entry>, StoreError> {
    let one = ledger::table.filter(ledger::stream.eq(stream)).filter(ledger::position.eq(position));
    one.select(Row::as_select()).first(db).optional()?.map(Entry::try_from).transpose()
}

/// A whole stream in order; empty when it does not exist.
///
/// # Errors
/// The store's own; [`StoreError::Corrupt`] when a body is not JSON.
pub fn load(db: &mut Db, stream: &str) -> Result<Vec<Entry>, StoreError> {
    load_from(db, stream, 1)
}

/// A stream from a position (inclusive) on.
///
/// # Errors
/// As [`load`].
pub fn load_from(db: &mut Db, stream: &str, position: i64) -> Result<Vec<Entry>, StoreError> {
    let rows: Vec<Row> = ledger::table
        .filter(ledger::stream.eq(stream))
        .filter(ledger::position.ge(position))
        .order(ledger::position)
        .select(Row::as_select())
        .load(db)?;
    rows.into_iter().map(Entry::try_from).collect()
}

/// The streams whose name begins with `prefix`, in the order in which they began.
///
/// # Errors
/// The store's own.
pub fn streams(db: &mut Db, prefix: &str) -> Result<Vec<String>, StoreError> {
    // Text is compared bytewise on both databases, so everything with the prefix lies between these two.
    let end = format!("{prefix}\u{10FFFF}");
    let names = ledger::table
        .filter(ledger::position.eq(1))
        .filter(ledger::stream.ge(prefix))
        .filter(ledger::stream.lt(end))
        .order(ledger::number)
        .select(ledger::stream);
    Ok(names.load(db)?)
}

/// The streams that hold an entry of a kind, by name.
///
/// # Errors
/// The store's own.
pub fn load_kind_streams(db: &mut Db, kind: &str) -> Result<Vec<String>, StoreError> {
    let names = ledger::table.filter(ledger::kind.eq(kind)).select(ledger::stream).distinct().order(ledger::stream);
    Ok(names.load(db)?)
}

/// The latest `n` entries of all streams, newest first.
///
/// # Errors
/// As [`load`].
pub fn tail(db: &mut Db, n: i64) -> Result<Vec<Entry>, StoreError> {
    let rows: Vec<Row> = ledger::table.order(ledger::number.desc()).limit(n).select(Row::as_select()).load(db)?;
    rows.into_iter().map(Entry::try_from).collect()
}

/// Up to `limit` rows after a chain number, as stored.
pub(crate) fn rows_after(db: &mut Db, number: i64, limit: i64) -> Result<Vec<Row>, StoreError> {
    let after = ledger::table.filter(ledger::number.gt(number)).order(ledger::number).limit(limit);
    Ok(after.select(Row::as_select()).load(db)?)
}
