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

/// The open clocks with their incidents, but for those that stand in one way: by their safe or else their due moment, so overdue ones are on top; those without
/// a number ("without delay") come last, by their start.
///
/// # Errors
/// The store's own.
pub fn board(db: &mut Db, but: &str, page: Page) -> Result<Vec<BoardRow>, StoreError> {
    let rows = clock_index::table
        .inner_join(incident_index::table)
        .filter(clock_index::standing.ne(but))
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

/// How many open clocks there are, but for those that stand in one way.
///
/// # Errors
/// The store's own.
pub fn board_count(db: &mut Db, but: &str) -> Result<i64, StoreError> {
    Ok(clock_index::table.filter(clock_index::standing.ne(but)).count().first(db)?)
}

/// The rows that stand in one way with their incidents, drills last, the newest incident first.
///
/// # Errors
/// The store's own.
pub fn standing(db: &mut Db, standing: &str, limit: i64) -> Result<Vec<BoardRow>, StoreError> {
    let rows = clock_index::table
        .inner_join(incident_index::table)
        .filter(clock_index::standing.eq(standing))
        .order((incident_index::drill, incident_index::opened_at.desc(), clock_index::stream, clock_index::duty))
        .limit(limit)
        .select(BoardRow::as_select())
        .load(db)?;
    Ok(rows)
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
