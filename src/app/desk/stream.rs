//! Between ledger rows and what `incident` understands: the only place that reads and writes incident streams.

use super::due_record::DueRecord;
use super::refusal::Refusal;
use super::unreadable::Unreadable;
use super::{fresh, index};
use crate::db::index::{self as rows, ClockRow};
use crate::db::ledger::{self, LedgerError, NewEntry};
use crate::db::{Db, StoreError};
use crate::incident::body::VERSION;
use crate::incident::due_moments::MoveCause;
use crate::incident::moves;
use crate::incident::sent_warnings::ClockKey;
use crate::incident::situation::assess;
use crate::incident::{Entry, Event, Incident, Organisation, organisation};
use crate::law::base::moment::Moment;
use crate::law::library::Library;
use crate::law::verdict::Assessment;

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
    /// all in the caller's transaction. What moved due moments since the rows were written goes before the events, what
    /// the events move goes behind them. Answers the incident as it is then.
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
        let outside = match loaded {
            Some(loaded) => self.moved_from_outside(db, loaded)?,
            None => Vec::new(),
        };
        self.extend(db, loaded, id, outside, events)
    }

    fn extend(
        &self,
        db: &mut Db,
        loaded: Option<&Loaded>,
        id: &str,
        outside: Vec<Event>,
        events: Vec<Event>,
    ) -> Result<Incident, Refusal> {
        let mut all = outside;
        all.extend(events.iter().cloned());
        if let Some((loaded, cause)) = loaded.zip(moves::cause_of(&events)) {
            let after = self.folded(Some(loaded), id, &all, 0)?;
            let dues = |incident: &Incident| moves::dues(&self.assessed(incident, self.at));
            all.extend(moves::moved(&loaded.incident, &dues(&loaded.incident), &dues(&after), |_| cause.clone()));
        }
        let position = loaded.map_or(0, |loaded| loaded.incident.position);
        let new = all.iter().map(new_entry).collect::<Result<Vec<_>, _>>()?;
        let appended = ledger::append(db, &index::stream(id), position, self.who, self.at, &new)?;
        let incident = self.folded(loaded, id, &all, appended.first_number)?;
        self.write_rows(db, &incident)?;
        Ok(incident)
    }

    /// Brings an incident's rows up to date with the law and the profile. Where these moved due moments since the rows were
    /// written, entries say so; answers how many did.
    ///
    /// # Errors
    /// As [`Self::append`].
    pub fn renew(&self, db: &mut Db, loaded: &Loaded) -> Result<usize, Refusal> {
        let moved = self.moved_from_outside(db, loaded)?;
        let count = moved.len();
        if count == 0 {
            self.write_rows(db, &loaded.incident)?;
        } else {
            self.extend(db, Some(loaded), &loaded.incident.id, moved, Vec::new())?;
        }
        Ok(count)
    }

    /// The due moments of clocks which another edition of the law, or another profile of the organisation, moved since the
    /// incident's rows were written.
    fn moved_from_outside(&self, db: &mut Db, loaded: &Loaded) -> Result<Vec<Event>, Refusal> {
        let incident = &loaded.incident;
        let Some(kept) = DueRecord::load(db, &incident.id)? else { return Ok(Vec::new()) };
        let dues = |organisation| moves::dues(&assess(self.library, incident, organisation, incident.updated_at));
        let law = |clock: &ClockKey| kept.law_behind(self.library, clock);
        let now = dues(self.organisation);
        if kept.profile == ledger::position(db, organisation::STREAM)? {
            return Ok(moves::moved(incident, &kept.dues, &now, law));
        }
        let profile = organisation_at(db, kept.profile)?;
        let by_law = profile.as_ref().map(dues);
        let mut moved =
            by_law.iter().flat_map(|by_law| moves::moved(incident, &kept.dues, by_law, law)).collect::<Vec<_>>();
        let what = profile.map(|profile| profile.decisive_differences(self.organisation)).unwrap_or_default();
        let cause = |_: &ClockKey| MoveCause::Organisation { what: what.clone() };
        moved.extend(moves::moved(incident, by_law.as_ref().unwrap_or(&kept.dues), &now, cause));
        Ok(moved)
    }

    fn assessed(&self, incident: &Incident, at: Moment) -> Assessment {
        assess(self.library, incident, self.organisation, at)
    }

    /// The incident with events behind what it holds; `number` is that of the first on the chain.
    fn folded(&self, loaded: Option<&Loaded>, id: &str, events: &[Event], number: i64) -> Result<Incident, Refusal> {
        let position = loaded.map_or(0, |loaded| loaded.incident.position);
        let places = (position + 1..).zip(number..);
        let added = places.zip(events).map(|((position, number), event)| Entry {
            number,
            position,
            at: self.at,
            who: self.who.to_owned(),
            event: event.clone(),
        });
        match loaded {
            Some(loaded) => {
                let mut incident = loaded.incident.clone();
                added.for_each(|entry| incident.apply(&entry));
                Ok(incident)
            }
            None => Incident::from_entries(id, &added.collect::<Vec<_>>())
                .ok_or_else(|| Refusal::Unexpected("a new stream does not begin with `opened`".into())),
        }
    }

    /// Puts one incident's index rows, and its due moments, in place of what was there; as of its newest entry. Where
    /// nothing differs nothing is written.
    fn write_rows(&self, db: &mut Db, incident: &Incident) -> Result<(), StoreError> {
        let assessment = self.assessed(incident, incident.updated_at);
        let (row, clocks) = index::rows(incident, &assessment);
        let same = rows::incident(db, &row.stream)?.as_ref() == Some(&row)
            && sorted(rows::clocks(db, &row.stream)?) == sorted(clocks.clone());
        if !same {
            rows::replace_index(db, &row, &clocks)?;
        }
        let profile = ledger::position(db, organisation::STREAM)?;
        DueRecord::new(self.library, profile, moves::dues(&assessment)).store(db, &incident.id)
    }
}

fn sorted(mut rows: Vec<ClockRow>) -> Vec<ClockRow> {
    rows.sort_by(|a, b| (&a.duty, &a.instance).cmp(&(&b.duty, &b.instance)));
    rows
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

/// The organisation's profile at a position of its stream; the default one before anybody described it, none where it was
/// erased or cannot be read.
fn organisation_at(db: &mut Db, position: i64) -> Result<Option<Organisation>, StoreError> {
    if position == 0 {
        return Ok(Some(Organisation::default()));
    }
    let body = ledger::at(db, organisation::STREAM, position)?.and_then(|entry| entry.body);
    Ok(body.and_then(|body| serde_json::from_value(body).ok()))
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
