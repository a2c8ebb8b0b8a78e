//! Looking after the indexes beside the ledger: deriving them anew, and noticing that newer law moved a due moment.
//! Nothing here changes what was recorded.

use crate::app::desk::refusal::Refusal;
use crate::app::desk::unreadable::Unreadable;
use crate::app::desk::{index, stream};
use crate::db::index::ClockRow;
use crate::db::{Db, index as rows, ledger};
use crate::incident::entry::SYSTEM;
use crate::law::base::moment::Moment;
use crate::law::library::Library;

/// What a rebuild did.
#[derive(Debug, Default)]
pub struct Rebuilt {
    /// How many incidents were derived anew.
    pub incidents: usize,
    /// Those that cannot be read: their rows were left as they were.
    pub unreadable: Vec<Unreadable>,
}

/// Empties both indexes and derives them anew from the ledger. The rows of an incident that cannot be read stay as they
/// were: without them it would be in no list, and nobody would look for it. Belongs in one write transaction.
///
/// # Errors
/// When the store fails; the caller's transaction is undone then.
pub fn reindex(db: &mut Db, library: &Library) -> Result<Rebuilt, Refusal> {
    let organisation = stream::organisation(db)?;
    let (incidents, clocks) = rows::dump_indexes(db)?;
    rows::clear_indexes(db)?;
    let mut rebuilt = Rebuilt::default();
    for stream in ledger::streams(db, &index::stream(""))? {
        match stream::load(db, index::id_of(&stream)) {
            Ok(loaded) => {
                stream::write_index(db, library, &organisation, &loaded.incident)?;
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

/// Compares the due moments of one incident's clocks with those under the law of this program. Where one moved, an
/// entry names the old and the new; answers how many did. Belongs in a write transaction.
///
/// # Errors
/// When the store fails or the stream cannot be read; the caller's transaction is undone then.
pub fn reassess(db: &mut Db, library: &Library, id: &str, now: Moment) -> Result<usize, Refusal> {
    let organisation = stream::organisation(db)?;
    let loaded = stream::load(db, id)?;
    let writing = stream::Writing { library, organisation: &organisation, who: SYSTEM, at: now };
    let before = rows::clocks(db, &index::stream(id))?;
    let (_, after) = index::rows(&loaded.incident, &organisation, library);
    let moved = writing.moved_by_law(db, &loaded)?;
    let count = moved.len();
    if count > 0 {
        writing.append(db, Some(&loaded), id, moved)?;
    } else if sorted(before) != sorted(after) {
        stream::write_index(db, library, &organisation, &loaded.incident)?;
    }
    Ok(count)
}

/// The ids of the incidents in which something may be owed.
///
/// # Errors
/// When the store fails.
pub fn open_incidents(db: &mut Db) -> Result<Vec<String>, Refusal> {
    let streams = rows::streams_in_state(db, index::OPEN)?;
    Ok(streams.iter().map(|stream| index::id_of(stream).to_owned()).collect())
}

fn sorted(mut rows: Vec<ClockRow>) -> Vec<ClockRow> {
    rows.sort_by(|a, b| (&a.duty, &a.instance).cmp(&(&b.duty, &b.instance)));
    rows
}

#[cfg(test)]
mod tests;
