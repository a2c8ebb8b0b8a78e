//! How far the law of each place and sector is in this library: loaded, loaded in part, or not looked at, since when and
//! on what that rests, with the acts that are known to exist and are not loaded.
//!
//! Data in `coverage/`. A place or sector without an entry was not looked at. What that means for an incident is for
//! `assess`; nothing here claims what an act says.

mod embedded;
pub(crate) mod read;
#[cfg(test)]
mod tests;
mod title;

use crate::base::citation::{Confidence, Source};
use crate::base::words::Words;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

pub(crate) use self::embedded::FILES;

/// The name, among sectors, of what binds whoever was designated as an operator of critical infrastructure.
pub const CRITICAL: &str = "critical-infrastructure";

/// What an entry is about, by a text that holds for ever: `cl`, `us-il`, `ca-ab` for a place, `sector/bank@jp` for what
/// binds a sector there, `sector/retail` for what binds it wherever nothing else is said.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct GapId(pub Arc<str>);

impl GapId {
    /// From its spelling.
    #[must_use]
    pub fn new(id: &str) -> Self {
        Self(id.into())
    }

    /// A sector in a place, or anywhere.
    #[must_use]
    pub fn sector(sector: &str, place: Option<&str>) -> Self {
        Self(place.map_or_else(|| format!("sector/{sector}"), |place| format!("sector/{sector}@{place}")).into())
    }

    /// The spelling.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The sector, where it is about one.
    #[must_use]
    pub fn of_sector(&self) -> Option<&str> {
        self.0.strip_prefix("sector/").map(|rest| rest.split_once('@').map_or(rest, |(sector, _)| sector))
    }

    /// The place, where it is about one.
    #[must_use]
    pub fn of_place(&self) -> Option<&str> {
        match self.0.strip_prefix("sector/") {
            Some(rest) => rest.split_once('@').map(|(_, place)| place),
            None => Some(&self.0),
        }
    }
}

impl fmt::Display for GapId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// How far the law of a place or sector is in this library.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// Nobody looked.
    NotLookedAt,
    /// Some acts are loaded, others are known or expected.
    Part,
    /// The acts that were found are loaded.
    Loaded,
}

/// An act that is known to exist and is not loaded. No period of it is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KnownAct {
    /// Its name.
    pub name: Words,
    /// Its citation, where one is known.
    #[serde(default)]
    pub cite: Option<String>,
    /// A link to it, where one is known.
    #[serde(default)]
    pub url: Option<String>,
    /// How sure it is that it exists and may ask for a notification.
    pub confidence: Confidence,
}

/// What is said of one place, or of one sector in a place or anywhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// What it is about.
    pub id: GapId,
    /// How far.
    pub state: State,
    /// When that was established; `None` where nobody ever said anything.
    pub since: Option<NaiveDate>,
    /// On what that rests.
    pub source: Option<Arc<Source>>,
    /// What is missing, where it is loaded in part.
    pub missing: Option<Words>,
    /// The rulebooks that hold its law.
    pub rulebooks: Vec<Arc<str>>,
    /// Acts that are known to exist and are not loaded.
    pub acts: Vec<KnownAct>,
}

impl Entry {
    /// What holds of whatever has no entry.
    #[must_use]
    pub const fn unknown(id: GapId) -> Self {
        let state = State::NotLookedAt;
        Self { id, state, since: None, source: None, missing: None, rulebooks: Vec::new(), acts: Vec::new() }
    }
}

/// All that is said about coverage.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Coverage {
    entries: BTreeMap<GapId, Entry>,
}

impl Coverage {
    /// Everything that has an entry, by its id.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.entries.values()
    }

    /// The entry of an id.
    #[must_use]
    pub fn get(&self, id: &GapId) -> Option<&Entry> {
        self.entries.get(id)
    }

    /// What is said of a place; not looked at where nothing is.
    #[must_use]
    pub fn place(&self, place: &str) -> Entry {
        let id = GapId::new(place);
        self.get(&id).cloned().unwrap_or_else(|| Entry::unknown(id))
    }

    /// What is said of a sector in a place: of the two together, else of the sector anywhere.
    #[must_use]
    pub fn sector(&self, sector: &str, place: &str) -> Entry {
        let (here, anywhere) = (GapId::sector(sector, Some(place)), GapId::sector(sector, None));
        let found = self.get(&here).or_else(|| self.get(&anywhere)).cloned();
        found.unwrap_or_else(|| Entry::unknown(here))
    }
}
