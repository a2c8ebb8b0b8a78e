//! The board (every open clock, nearest first) and the watch (which steps of the ladder are due). One statement each.

use super::rows::{ClockRow, IncidentRow};
use crate::db::dialect::Db;
use crate::db::schema::{clock_index, incident_index};
use crate::db::types::Backend;
use crate::db::{Page, StoreError};
use crate::law::base::moment::Moment;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable};

diesel::define_sql_function! {
    /// The first of two that is there.
    fn coalesce(first: Nullable<BigInt>, second: Nullable<BigInt>) -> Nullable<BigInt>;
}

/// An open clock with its incident.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(check_for_backend(Backend))]
pub struct BoardRow {
    /// The clock.
    #[diesel(embed)]
    pub clock: ClockRow,
    /// The incident it runs for.
    #[diesel(embed)]
    pub incident: IncidentRow,
}

/// The open clocks with their incidents: by their safe or else their due moment, so overdue ones are on top; those without
/// a number ("without delay") come last, by their start.
///
/// # Errors
/// The store's own.
pub fn board(db: &mut Db, page: Page) -> Result<Vec<BoardRow>, StoreError> {
    let rows = clock_index::table
        .inner_join(incident_index::table)
        .order((
            clock_index::due_at.is_null(),
            coalesce(clock_index::safe_at, clock_index::due_at),
            clock_index::starts_at,
            clock_index::stream,
            clock_index::duty,
            clock_index::instance,
        ))
        .limit(page.limit)
        .offset(page.offset)
        .select(BoardRow::as_select())
        .load(db)?;
    Ok(rows)
}

/// How many open clocks there are.
///
/// # Errors
/// The store's own.
pub fn board_count(db: &mut Db) -> Result<i64, StoreError> {
    Ok(clock_index::table.count().first(db)?)
}

/// The clocks of one incident, in a fixed order.
///
/// # Errors
/// The store's own.
pub fn clocks(db: &mut Db, stream: &str) -> Result<Vec<ClockRow>, StoreError> {
    let rows = clock_index::table
        .filter(clock_index::stream.eq(stream))
        .order((clock_index::duty, clock_index::instance))
        .select(ClockRow::as_select())
        .load(db)?;
    Ok(rows)
}

/// Clocks whose next rung is due at `now` (inclusive), longest waiting first. Looking does not claim: the entry that
/// records the step, at an expected stream position, does.
///
/// # Errors
/// The store's own.
pub fn due_rungs(db: &mut Db, now: Moment, limit: i64) -> Result<Vec<ClockRow>, StoreError> {
    let rows = clock_index::table
        .filter(clock_index::next_rung_at.le(now.seconds()))
        .order((clock_index::next_rung_at, clock_index::stream, clock_index::duty, clock_index::instance))
        .limit(limit)
        .select(ClockRow::as_select())
        .load(db)?;
    Ok(rows)
}
