//! When the clocks of an incident were due when its entries were last written, kept beside the indexes: so that newer law,
//! or another profile, is told with the old moment and the new one by whoever writes next. Moves nothing, and says nothing
//! about clocks that were not there.

use super::index;
use crate::db::Db;
use crate::db::StoreError;
use crate::db::index::{self as rows, DueRow};
use crate::incident::due_moments::MoveCause;
use crate::incident::moves::{DueClock, Dues};
use crate::incident::sent_warnings::{ClockKey, ClockName};
use crate::law::library::Library;
use crate::law::situation::DutyId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What was derived, and under which law and profile.
#[derive(Debug, Clone)]
pub(super) struct DueRecord {
    /// When the clocks were due.
    pub dues: Dues,
    /// The position of the profile's stream at which they were derived.
    pub profile: i64,
    /// The law's hash: by it the pass at a start finds what was derived under other law.
    law: String,
    /// The hashes of the rulebooks behind the clocks, by id.
    acts: BTreeMap<String, String>,
    /// The hash of the calendars.
    calendars: String,
}

/// The same as its column holds it.
#[derive(Serialize, Deserialize)]
struct Column {
    acts: BTreeMap<String, String>,
    calendars: String,
    clocks: Vec<ColumnClock>,
}

#[derive(Serialize, Deserialize)]
struct ColumnClock {
    #[serde(flatten)]
    name: ClockName,
    #[serde(flatten)]
    at: DueClock,
}

impl DueRecord {
    /// The due moments as derived now.
    pub(super) fn new(library: &Library, profile: i64, dues: Dues) -> Self {
        let act = |clock: &ClockKey| {
            let id = clock.0.rulebook();
            (!rulebook_hash(library, &clock.0).is_empty()).then(|| (id.to_owned(), rulebook_hash(library, &clock.0)))
        };
        Self {
            profile,
            law: library.hash().to_owned(),
            acts: dues.keys().filter_map(act).collect(),
            calendars: library.calendars().hash().to_owned(),
            dues,
        }
    }

    /// What was kept of an incident; none where nothing was, or nothing that can be read.
    pub(super) fn load(db: &mut Db, id: &str) -> Result<Option<Self>, StoreError> {
        let stream = index::stream(id);
        let Some(row) = rows::dues(db, &stream)? else { return Ok(None) };
        let column: Column = match serde_json::from_str(&row.dues) {
            Ok(column) => column,
            Err(error) => {
                tracing::error!(stream, %error, "the due moments kept of an incident cannot be read: moves since then are not told");
                return Ok(None);
            }
        };
        let clock = |clock: ColumnClock| ((clock.name.duty, clock.name.instance), clock.at);
        Ok(Some(Self {
            dues: column.clocks.into_iter().map(clock).collect(),
            profile: row.profile,
            law: row.law,
            acts: column.acts,
            calendars: column.calendars,
        }))
    }

    /// Keeps it.
    pub(super) fn store(self, db: &mut Db, id: &str) -> Result<(), StoreError> {
        let clock = |((duty, instance), at)| ColumnClock { name: ClockName { duty, instance }, at };
        let clocks = self.dues.into_iter().map(clock).collect();
        let column = Column { acts: self.acts, calendars: self.calendars, clocks };
        let dues = serde_json::to_string(&column).map_err(|error| StoreError::corrupt(error.to_string()))?;
        rows::replace_dues(db, &DueRow { stream: index::stream(id), law: self.law, profile: self.profile, dues })
    }

    /// What there is of newer law that may have moved a clock: its rulebook, else the calendars, else the counting itself.
    pub(super) fn law_behind(&self, library: &Library, clock: &ClockKey) -> MoveCause {
        let rulebook_hash = rulebook_hash(library, &clock.0);
        if self.acts.get(clock.0.rulebook()).is_none_or(|then| *then != rulebook_hash) {
            return MoveCause::Law { rulebook_hash };
        }
        let calendars = library.calendars().hash();
        if self.calendars == calendars {
            MoveCause::Program
        } else {
            MoveCause::Calendar { calendars_hash: calendars.to_owned() }
        }
    }
}

/// The hash of the rulebook in which a duty is written; empty when there is no such rulebook.
fn rulebook_hash(library: &Library, duty: &DutyId) -> String {
    library.rulebook(duty.rulebook()).map(|rulebook| rulebook.hash.to_string()).unwrap_or_default()
}
