//! The two indexes beside the ledger: one row per incident for lists and search, one per clock for the board and the
//! watch. They hold nothing of their own: [`clear_indexes`] and rebuild them from the ledger at any time. What the words
//! in them mean (states, standings, rungs) is the caller's business.

mod board;
mod incidents;

pub use board::{BoardRow, board, board_count, clocks, due_rungs};
pub use incidents::{
    Filter, Incidents, incident, incident_by_reference, incidents, newest_reference, streams_in_state,
};

use super::StoreError;
use super::dialect::Db;
use super::fold::fold;
use super::schema::{clock_index, incident_index};
use crate::law::moment::Moment;
use diesel::prelude::*;

/// An incident as lists show it.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct IncidentRow {
    /// Its ledger stream.
    pub stream: String,
    /// The reference by which people call it; unique.
    pub reference: String,
    /// Its title.
    pub title: String,
    /// Its state, as the application writes it.
    pub state: String,
    /// Whether it is an exercise.
    pub drill: bool,
    /// The stream position that this row reflects.
    pub position: i64,
    /// When it was recorded.
    pub opened_at: Moment,
    /// When it happened, where known.
    pub occurred_at: Option<Moment>,
    /// When its last entry was made.
    pub updated_at: Moment,
    /// How many of its clocks are open (overdue ones included).
    pub running_count: i64,
    /// The nearest due moment among its open clocks.
    pub next_due_at: Option<Moment>,
}

/// A clock as the board and the watch need it.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct ClockRow {
    /// The incident's ledger stream.
    pub stream: String,
    /// The duty.
    pub duty: String,
    /// Its instance; empty where the duty arises once.
    pub instance: String,
    /// The earliest moment it can be due; none where the law names no number.
    pub due_at: Option<Moment>,
    /// The latest moment it can be due, where its start is inexact.
    pub due_latest: Option<Moment>,
    /// When it starts.
    pub starts_at: Option<Moment>,
    /// How it stands, as the application writes it.
    pub standing: String,
    /// Whether something is still owed: these are on the board.
    pub open: bool,
    /// Whether it is warned about.
    pub watched: bool,
    /// Whether somebody has stopped its warnings.
    pub stopped: bool,
    /// Whether it rests on suspicion only.
    pub provisional: bool,
    /// The next step of the escalation ladder.
    pub next_rung: Option<String>,
    /// When that step is due. None where there is nothing more to warn about.
    pub next_rung_at: Option<Moment>,
    /// The safe internal deadline, where one comes before the law's own: warnings run to it.
    pub safe_at: Option<Moment>,
}

pub(super) type IncidentColumns = (
    incident_index::stream,
    incident_index::reference,
    incident_index::title,
    incident_index::state,
    incident_index::drill,
    incident_index::position,
    incident_index::opened_at,
    incident_index::occurred_at,
    incident_index::updated_at,
    incident_index::running_count,
    incident_index::next_due_at,
);

/// The columns of [`IncidentRow`]: all but the folded search text, which is derived here.
pub(super) const INCIDENT: IncidentColumns = (
    incident_index::stream,
    incident_index::reference,
    incident_index::title,
    incident_index::state,
    incident_index::drill,
    incident_index::position,
    incident_index::opened_at,
    incident_index::occurred_at,
    incident_index::updated_at,
    incident_index::running_count,
    incident_index::next_due_at,
);

/// Puts the rows of one incident in place of what was there. Belongs in the transaction that appended the entries.
///
/// # Errors
/// [`StoreError::Conflict`] when another incident has the same reference.
pub fn replace_index(db: &mut Db, stream: &str, incident: &IncidentRow, clocks: &[ClockRow]) -> Result<(), StoreError> {
    diesel::delete(clock_index::table.filter(clock_index::stream.eq(stream))).execute(db)?;
    diesel::delete(incident_index::table.filter(incident_index::stream.eq(stream))).execute(db)?;
    insert_incident(db, stream, incident)?;
    for clock in clocks {
        insert_clock(db, stream, clock)?;
    }
    Ok(())
}

/// Empties both indexes, to rebuild them.
///
/// # Errors
/// The store's own.
pub fn clear_indexes(db: &mut Db) -> Result<(), StoreError> {
    diesel::delete(clock_index::table).execute(db)?;
    diesel::delete(incident_index::table).execute(db)?;
    Ok(())
}

/// Everything in both indexes, in a fixed order: to prove that a rebuild changes nothing.
///
/// # Errors
/// The store's own.
pub fn dump_indexes(db: &mut Db) -> Result<(Vec<IncidentRow>, Vec<ClockRow>), StoreError> {
    let incidents = incident_index::table.select(INCIDENT).order(incident_index::stream).load(db)?;
    let clocks = clock_index::table.order((clock_index::stream, clock_index::duty, clock_index::instance)).load(db)?;
    Ok((incidents, clocks))
}

fn insert_incident(db: &mut Db, stream: &str, row: &IncidentRow) -> QueryResult<usize> {
    use incident_index as column;
    diesel::insert_into(column::table)
        .values((
            column::stream.eq(stream),
            column::reference.eq(&row.reference),
            column::title.eq(&row.title),
            column::search_fold.eq(fold(&format!("{} {}", row.reference, row.title))),
            column::state.eq(&row.state),
            column::drill.eq(row.drill),
            column::position.eq(row.position),
            column::opened_at.eq(row.opened_at.seconds()),
            column::occurred_at.eq(row.occurred_at.map(Moment::seconds)),
            column::updated_at.eq(row.updated_at.seconds()),
            column::running_count.eq(row.running_count),
            column::next_due_at.eq(row.next_due_at.map(Moment::seconds)),
        ))
        .execute(db)
}

fn insert_clock(db: &mut Db, stream: &str, row: &ClockRow) -> QueryResult<usize> {
    use clock_index as column;
    diesel::insert_into(column::table)
        .values((
            column::stream.eq(stream),
            column::duty.eq(&row.duty),
            column::instance.eq(&row.instance),
            column::due_at.eq(row.due_at.map(Moment::seconds)),
            column::due_latest.eq(row.due_latest.map(Moment::seconds)),
            column::starts_at.eq(row.starts_at.map(Moment::seconds)),
            column::standing.eq(&row.standing),
            column::open.eq(row.open),
            column::watched.eq(row.watched),
            column::stopped.eq(row.stopped),
            column::provisional.eq(row.provisional),
            column::next_rung.eq(row.next_rung.as_deref()),
            column::next_rung_at.eq(row.next_rung_at.map(Moment::seconds)),
            column::safe_at.eq(row.safe_at.map(Moment::seconds)),
        ))
        .execute(db)
}
