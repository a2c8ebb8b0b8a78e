//! Looking after the indexes beside the ledger: deriving them anew, and noticing that newer law moved a due moment.
//! Changes nothing that was recorded.

use crate::app::desk::refusal::Refusal;
use crate::app::desk::unreadable::Unreadable;
use crate::app::desk::{index, stream};
use crate::db::index::{self as rows, ClockRow};
use crate::db::{Db, ledger};
use crate::incident::entry::SYSTEM;
use crate::incident::organisation;
use crate::law::base::moment::Moment;
use crate::law::library::Library;
use std::collections::BTreeSet;

/// What a rebuild did.
#[derive(Debug, Default)]
pub struct Rebuilt {
    /// How many incidents were derived anew.
    pub incidents: usize,
    /// Those that cannot be read: their rows were left as they were.
    pub unreadable: Vec<Unreadable>,
}

/// Empties both indexes and derives them anew from the ledger. The rows of an incident that cannot be read stay as they
/// were: without them it would be in no list, and nobody would look for it. Where newer law moved a due moment since the
/// rows were written, an entry says so. Belongs in one write transaction.
///
/// # Errors
/// When the store fails; the caller's transaction is undone then.
pub fn reindex(db: &mut Db, library: &Library, now: Moment) -> Result<Rebuilt, Refusal> {
    let organisation = stream::organisation(db)?;
    let writing = stream::Writing { library, organisation: &organisation, who: SYSTEM, at: now };
    let (incidents, clocks) = rows::dump_indexes(db)?;
    rows::clear_indexes(db)?;
    let mut rebuilt = Rebuilt::default();
    for stream in ledger::streams(db, &index::stream(""))? {
        match stream::load(db, index::id_of(&stream)) {
            Ok(loaded) => {
                writing.renew(db, &loaded)?;
                rebuilt.incidents = rebuilt.incidents.saturating_add(1);
            }
            Err(Refusal::Unreadable(found)) => {
                if let Some(row) = incidents.iter().find(|row| row.stream == stream) {
                    let theirs: Vec<ClockRow> = clocks.iter().filter(|row| row.stream == stream).cloned().collect();
                    rows::replace_index(db, row, &theirs)?;
                }
                rebuilt.unreadable.push(found);
            }
            Err(failure) => return Err(failure),
        }
    }
    Ok(rebuilt)
}

/// Compares the due moments of one incident's clocks with those under the law of this program and the profile of today.
/// Where one moved, an entry names the old and the new; answers how many did. Belongs in a write transaction.
///
/// # Errors
/// When the store fails or the stream cannot be read; the caller's transaction is undone then.
pub fn reassess(db: &mut Db, library: &Library, id: &str, now: Moment) -> Result<usize, Refusal> {
    let organisation = stream::organisation(db)?;
    let writing = stream::Writing { library, organisation: &organisation, who: SYSTEM, at: now };
    let loaded = stream::load(db, id)?;
    writing.renew(db, &loaded)
}

/// The ids of the incidents whose due moments may have moved without an entry: those in which something may be owed, and all
/// that were written under other law or another profile.
///
/// # Errors
/// When the store fails.
pub fn to_reassess(db: &mut Db, library: &Library) -> Result<Vec<String>, Refusal> {
    let profile = ledger::position(db, organisation::STREAM)?;
    let mut streams: BTreeSet<String> = rows::streams_in_state(db, index::OPEN)?.into_iter().collect();
    streams.extend(rows::streams_under_other(db, library.hash(), profile)?);
    Ok(streams.iter().map(|stream| index::id_of(stream).to_owned()).collect())
}

#[cfg(test)]
mod silent_moves;
#[cfg(test)]
mod tests;
