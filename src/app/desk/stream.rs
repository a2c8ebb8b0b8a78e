//! Between ledger rows and what `incident` understands: the only place that reads and writes incident streams.

use super::refusal::Refusal;
use super::unreadable::Unreadable;
use super::{fresh, index};
use crate::db::ledger::{self, LedgerError, NewEntry};
use crate::db::{Db, StoreError, index as rows};
use crate::incident::body::VERSION;
use crate::incident::due_moments::MoveCause;
use crate::incident::entry::SYSTEM;
use crate::incident::moves;
use crate::incident::sent_warnings::ClockKey;
use crate::incident::situation::assess;
use crate::incident::{Entry, Event, Incident, Organisation, organisation};
use crate::law::base::moment::Moment;
use crate::law::library::Library;
use crate::law::situation::DutyId;

/// An incident with its whole stream.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// What is known now.
    pub incident: Incident,
    /// Everything recorded, oldest first.
    pub entries: Vec<Entry>,
}

/// Loads an incident.
///
/// # Errors
/// [`Refusal::NotFound`] when there is none of that id; [`Refusal::Unreadable`] when there is and it cannot be read.
pub fn load(db: &mut Db, id: &str) -> Result<Loaded, Refusal> {
    let stream = index::stream(id);
    let rows = match ledger::load(db, &stream) {
        Err(StoreError::Corrupt { what }) => return Err(Unreadable::Stored { stream, what }.into()),
        rows => rows?,
    };
    if rows.is_empty() {
        return Err(Refusal::NotFound);
    }
    let entries = rows.into_iter().map(read).collect::<Result<Vec<_>, _>>()?;
    let incident = Incident::from_entries(id, &entries).ok_or(Unreadable::Beginning { stream })?;
    Ok(Loaded { incident, entries })
}

fn read(row: ledger::Entry) -> Result<Entry, Refusal> {
    let event = match row.body {
        Some(body) => Event::read(&row.kind, row.version, body).map_err(|cause| {
            let (number, stream, position) = (row.number, row.stream.clone(), row.position);
            Unreadable::Entry { number, stream, position, cause }
        })?,
        None => Event::Erased { kind: row.kind },
    };
    Ok(Entry { number: row.number, position: row.position, at: row.at, who: row.who, event })
}

/// Who writes, when, under which law and for whom.
#[derive(Debug, Clone, Copy)]
pub struct Writing<'a> {
    /// The law, for the indexes.
    pub library: &'a Library,
    /// The organisation, for the indexes.
    pub organisation: &'a Organisation,
    /// The account id, or `system`.
    pub who: &'a str,
    /// When.
    pub at: Moment,
}

impl Writing<'_> {
    /// Appends events to an incident's stream (`loaded`, or none for a new one) and brings its index rows up to date,
    /// all in the caller's transaction. Answers the incident as it is then.
    ///
    /// # Errors
    /// [`Refusal::Raced`] when another instance was faster, or when the store fails; the transaction is undone then.
    pub fn append(
        &self,
        db: &mut Db,
        loaded: Option<&Loaded>,
        id: &str,
        events: Vec<Event>,
    ) -> Result<Incident, Refusal> {
        let mut events = events;
        if let Some(loaded) = loaded {
            let moved = self.moved(db, loaded, &events)?;
            events.extend(moved);
        }
        let position = loaded.map_or(0, |loaded| loaded.incident.position);
        let new = events.iter().map(new_entry).collect::<Result<Vec<_>, _>>()?;
        let appended = ledger::append(db, &index::stream(id), position, self.who, self.at, &new)?;
        let places = (position + 1..).zip(appended.first_number..);
        let added = places.zip(events).map(|((position, number), event)| Entry {
            number,
            position,
            at: self.at,
            who: self.who.to_owned(),
            event,
        });
        let incident = match loaded {
            Some(loaded) => {
                let mut incident = loaded.incident.clone();
                added.for_each(|entry| incident.apply(&entry));
                incident
            }
            None => Incident::from_entries(id, &added.collect::<Vec<_>>())
                .ok_or_else(|| Refusal::Unexpected("a new stream does not begin with `opened`".into()))?,
        };
        write_index(db, self.library, self.organisation, &incident)?;
        Ok(incident)
    }
}

impl Writing<'_> {
    /// The due moments that move with these events, and those that newer law moved before anybody looked.
    fn moved(&self, db: &mut Db, loaded: &Loaded, events: &[Event]) -> Result<Vec<Event>, Refusal> {
        let Some(cause) = moves::cause_of(events) else { return Ok(Vec::new()) };
        let mut moved = if self.who == SYSTEM { Vec::new() } else { self.moved_by_law(db, loaded)? };
        let mut after = loaded.incident.clone();
        let next = |(position, event): (i64, &Event)| Entry {
            number: 0,
            position,
            at: self.at,
            who: self.who.to_owned(),
            event: event.clone(),
        };
        (after.position + 1..).zip(events).map(next).for_each(|entry| after.apply(&entry));
        let dues = |incident: &Incident| moves::dues(&assess(self.library, incident, self.organisation, self.at));
        moved.extend(moves::moved(&loaded.incident, &dues(&loaded.incident), &dues(&after), |_| cause.clone()));
        Ok(moved)
    }

    /// The due moments of clocks which the law of this program moved since the index rows were written.
    ///
    /// # Errors
    /// When the store fails.
    pub fn moved_by_law(&self, db: &mut Db, loaded: &Loaded) -> Result<Vec<Event>, Refusal> {
        let before = rows::clocks(db, &index::stream(&loaded.incident.id))?;
        let (_, after) = index::rows(&loaded.incident, self.organisation, self.library);
        let cause = |clock: &ClockKey| MoveCause::Law { rulebook_hash: self.rulebook_hash(&clock.0) };
        Ok(moves::moved(&loaded.incident, &index::dues(&before), &index::dues(&after), cause))
    }

    /// The hash of the rulebook in which a duty is written; empty when there is no such rulebook any more.
    fn rulebook_hash(&self, duty: &DutyId) -> String {
        self.library.rulebook(duty.rulebook()).map(|rulebook| rulebook.hash.to_string()).unwrap_or_default()
    }
}

/// Brings one incident's index rows up to date.
///
/// # Errors
/// When the store fails.
pub fn write_index(
    db: &mut Db,
    library: &Library,
    organisation: &Organisation,
    incident: &Incident,
) -> Result<(), StoreError> {
    let (row, clocks) = index::rows(incident, organisation, library);
    rows::replace_index(db, &row, &clocks)
}

fn new_entry(event: &Event) -> Result<NewEntry, Refusal> {
    let (kind, body) = event.write().map_err(|cause| Refusal::Unexpected(cause.into()))?;
    Ok(NewEntry { kind, version: VERSION, body, salt: fresh::salt() })
}

impl From<LedgerError> for Refusal {
    fn from(error: LedgerError) -> Self {
        match error {
            LedgerError::Moved { .. } => Self::Raced,
            LedgerError::Store(store) => Self::Store(store),
            other @ LedgerError::Unrepresentable { .. } => Self::Unexpected(other.into()),
        }
    }
}

/// The organisation's profile; the default one before anybody described it, or where the newest was erased.
///
/// # Errors
/// When the store fails or the newest profile cannot be read.
pub fn organisation(db: &mut Db) -> Result<Organisation, Refusal> {
    let newest = ledger::last(db, organisation::STREAM)?.and_then(|entry| entry.body);
    newest.map_or_else(
        || Ok(Organisation::default()),
        |profile| serde_json::from_value(profile).map_err(|cause| Refusal::Unexpected(cause.into())),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_whose_body_was_erased_reads_as_one() {
        let row = ledger::Entry {
            number: 7,
            stream: "incident/a".into(),
            position: 3,
            at: Moment::from_seconds(1),
            who: "1".into(),
            kind: "note-added".into(),
            version: 1,
            body: None,
            body_hash: "0".repeat(64),
            previous: "0".repeat(64),
            hash: "0".repeat(64),
        };
        assert_eq!(read(row).unwrap().event, Event::Erased { kind: "note-added".into() });
    }
}
