//! Looking after the indexes beside the ledger: deriving them anew, and noticing that newer law moved a due moment.
//! Nothing here changes what was recorded.

use crate::app::desk::refusal::Refusal;
use crate::app::desk::{index, stream};
use crate::db::index::ClockRow;
use crate::db::{Db, index as rows, ledger};
use crate::incident::Event;
use crate::incident::entry::SYSTEM;
use crate::law::base::moment::Moment;
use crate::law::library::Library;
use crate::law::situation::DutyId;
use std::collections::BTreeMap;

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
    let before = rows::clocks(db, &index::stream(id))?;
    let (_, after) = index::rows(&loaded.incident, &organisation, library);
    let moved = moved(library, &before, &after);
    let count = moved.len();
    if count > 0 {
        let writing = stream::Writing { library, organisation: &organisation, who: SYSTEM, at: now };
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

fn moved(library: &Library, before: &[ClockRow], after: &[ClockRow]) -> Vec<Event> {
    let by_clock = |rows: &[ClockRow]| -> BTreeMap<(String, String), Option<Moment>> {
        rows.iter().map(|row| ((row.duty.clone(), row.instance.clone()), row.due_at)).collect()
    };
    let (before, after) = (by_clock(before), by_clock(after));
    let mut clocks: Vec<_> = before.keys().chain(after.keys()).collect();
    clocks.sort();
    clocks.dedup();
    let of = |rows: &BTreeMap<_, Option<Moment>>, clock| rows.get(clock).copied().flatten();
    let changed = clocks.into_iter().filter_map(|clock| {
        let (old, new) = (of(&before, clock), of(&after, clock));
        (old != new).then_some((clock, old, new))
    });
    changed
        .map(|((duty, instance), old, new)| Event::Reassessed {
            duty: DutyId::new(duty),
            instance: crate::app::desk::input::instance(instance),
            old,
            new,
            rulebook_hash: rulebook_hash(library, duty),
        })
        .collect()
}

/// The hash of the rulebook in which a duty is written; empty when there is no such rulebook any more.
fn rulebook_hash(library: &Library, duty: &str) -> String {
    let id = duty.rsplit_once('/').map_or(duty, |(rulebook, _)| rulebook);
    library.rulebook(id).map(|rulebook| rulebook.hash.to_string()).unwrap_or_default()
}

fn sorted(mut rows: Vec<ClockRow>) -> Vec<ClockRow> {
    rows.sort_by(|a, b| (&a.duty, &a.instance).cmp(&(&b.duty, &b.instance)));
    rows
}

#[cfg(test)]
mod tests;
