//! Looking after the indexes beside the ledger: deriving them anew, and noticing that newer law moved a due moment.
//! Nothing here changes what was recorded.

use crate::app::desk::refusal::Refusal;
use crate::app::desk::{index, stream};
use crate::db::index::ClockRow;
use crate::db::{Db, index as rows, ledger};
use crate::incident::entry::SYSTEM;
use crate::law::base::moment::Moment;
use crate::law::library::Library;

/// Empties both indexes and derives them anew from the ledger; answers how many incidents there are. Belongs in one
/// write transaction.
///
/// # Errors
/// When the store fails or a stream cannot be read; the caller's transaction is undone then.
pub fn reindex(db: &mut Db, library: &Library) -> Result<usize, Refusal> {
    let organisation = stream::organisation(db)?;
    rows::clear_indexes(db)?;
    let streams = ledger::streams(db, &index::stream(""))?;
    for stream in &streams {
        let loaded = stream::load(db, index::id_of(stream))?;
        stream::write_index(db, library, &organisation, &loaded.incident)?;
    }
    Ok(streams.len())
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
