//! The two indexes beside the ledger: one row per incident for lists and search, one per clock for the board and the
//! watch. They hold nothing of their own: [`clear_indexes`] and rebuild them from the ledger at any time. What the words
//! in them mean (states, standings, rungs) is the caller's business. Beside them stands when each clock was due, which is
//! not cleared.

mod board;
mod dues;
mod incidents;
mod rows;

pub use self::board::{BoardRow, board, board_count, clocks, due_rungs, standing};
pub use self::dues::{DueRow, dues, replace_dues, streams_under_other};
pub use self::incidents::{
    Filter, Incidents, incident, incident_by_reference, incidents, newest_reference, streams_in_state,
};
pub use self::rows::{ClockRow, IncidentRow, Missing, MissingLaw};

use super::StoreError;
use super::dialect::{Db, on_either};
use super::fold::fold;
use super::schema::{clock_index, incident_index};
use diesel::prelude::*;

/// So many clocks go into one statement: both databases bound the values bound to one.
const AT_ONCE: usize = 500;

/// Puts the rows of one incident in place of what was there. Belongs in the transaction that appended the entries.
///
/// # Errors
/// [`StoreError::Conflict`] when another incident has the same reference.
pub fn replace_index(db: &mut Db, incident: &IncidentRow, clocks: &[ClockRow]) -> Result<(), StoreError> {
    let stream = incident.stream.as_str();
    diesel::delete(clock_index::table.filter(clock_index::stream.eq(stream))).execute(db)?;
    diesel::delete(incident_index::table.filter(incident_index::stream.eq(stream))).execute(db)?;
    let searched = fold(&format!("{} {}", incident.reference, incident.title));
    diesel::insert_into(incident_index::table)
        .values((incident.clone(), incident_index::search_fold.eq(searched)))
        .execute(db)?;
    for some in clocks.chunks(AT_ONCE) {
        let insert = diesel::insert_into(clock_index::table).values(some.to_vec());
        on_either!(db, one => insert.execute(one))?;
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
    let incidents = incident_index::table.order(incident_index::stream).select(IncidentRow::as_select()).load(db)?;
    let clocks = clock_index::table
        .order((clock_index::stream, clock_index::duty, clock_index::instance))
        .select(ClockRow::as_select())
        .load(db)?;
    Ok((incidents, clocks))
}
