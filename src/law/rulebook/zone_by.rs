//! Where an act is done, and so on whose clock its days end: a fact says which place it is, `places.toml` which zone the
//! place has. Knows no period; a place that has no zone there is as unknown as one that nobody named.

use crate::base::citation::Source;
use crate::base::error::LawError;
use crate::base::parse;
use crate::situation::Situation;
use crate::situation::fact::{FactKey, Value};
use chrono_tz::Tz;
use serde::Deserialize;
use std::sync::Arc;

const FILE: &str = "places.toml";
const TEXT: &str = include_str!("../data/places.toml");

/// Whose clock ends the days of an act that is done in one of several places.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ZoneBy {
    /// A choice whose answers are places: the Member State in which the organisation files.
    pub fact: FactKey,
    /// Where it is written that the place decides, or whose reading that is.
    #[serde(deserialize_with = "parse::source")]
    pub source: Arc<Source>,
    /// The places. Filled when read.
    #[serde(skip)]
    pub places: Arc<[Place]>,
}

/// A place and its clock.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// Its id among the choices of a fact.
    pub id: String,
    /// Its zone: the capital's, where it has several.
    pub zone: Tz,
    /// Whether it has several.
    #[serde(default)]
    pub several: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    place: Vec<Place>,
    #[serde(deserialize_with = "parse::source", rename = "source")]
    _source: Arc<Source>,
}

/// The places of the program.
///
/// # Errors
/// When the file is not well formed, which a test excludes.
pub(crate) fn places() -> Result<Arc<[Place]>, LawError> {
    let File { place, .. } = parse::read(FILE, TEXT)?;
    Ok(place.into())
}

impl ZoneBy {
    /// The place that a situation names, where it has a zone.
    #[must_use]
    pub fn place(&self, situation: &Situation) -> Option<&Place> {
        match situation.facts.get(&self.fact) {
            Some(Value::Choice(choice)) => self.places.iter().find(|place| place.id == *choice),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Calendars;
    use crate::vocabulary::Vocabulary;

    #[test]
    fn every_state_of_the_economic_area_has_a_clock_and_a_calendar_and_none_has_two() {
        let (places, calendars) = (places().unwrap(), Calendars::embedded().unwrap());
        let vocabulary = Vocabulary::embedded().unwrap();
        let states = vocabulary.group("eea").unwrap();
        for state in states {
            assert_eq!(places.iter().filter(|place| place.id == *state).count(), 1, "{state}");
            assert!(calendars.get(state).is_some(), "{state}");
        }
        assert_eq!(places.len(), states.len());
    }
}
