//! The limit of a duty before anybody asks how it stands: by when under the act's own reading, by when to be safe under
//! every other, and how two limits that may both be meant become one.

use crate::base::moment::{Moment, Timing};
use crate::verdict::Unit;
use crate::verdict::clock::{Due, Step};

/// When something is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Limit {
    /// The act's own reading.
    pub due: Due,
    /// A stricter reading that ends earlier.
    pub safe: Option<Moment>,
    /// In what it counts.
    pub unit: Unit,
    /// The arithmetic.
    pub steps: Vec<Step>,
}

impl Limit {
    /// At a moment itself.
    pub(crate) fn at(timing: Timing) -> Self {
        let due = Due::By { earliest: timing.earliest(), latest: timing.latest() };
        Self { due, safe: None, unit: Unit::Hours, steps: Vec::new() }
    }

    /// The bounds of a numbered limit.
    pub(crate) const fn bounds(&self) -> Option<(Moment, Moment)> {
        match self.due {
            Due::By { earliest, latest } => Some((earliest, latest)),
            _ => None,
        }
    }

    /// The moment that is safe under every reading.
    pub(crate) fn strict(&self) -> Option<Moment> {
        self.safe.or_else(|| self.bounds().map(|(earliest, _)| earliest))
    }

    /// This limit or the other, nobody can say which: both bounds.
    pub(crate) fn or_perhaps(self, other: Self) -> Self {
        let (Some((a, b)), Some((c, d))) = (self.bounds(), other.bounds()) else {
            return if self.bounds().is_some() { self } else { other };
        };
        let strict = self.strict().into_iter().chain(other.strict()).min();
        let steps = self.steps.into_iter().chain(other.steps).collect();
        // Where one of them counts hours, hours may decide.
        let unit = if self.unit == other.unit { self.unit } else { Unit::Hours };
        let due = Due::By { earliest: a.min(c), latest: b.max(d) };
        Self { due, safe: strict.filter(|at| *at < a.min(c)), unit, steps }
    }

    /// Moves a numbered limit by at least and at most so many seconds.
    pub(crate) fn moved(self, least: i64, most: i64) -> Self {
        match self.due {
            Due::By { earliest, latest } => {
                let due = Due::By { earliest: earliest.plus_seconds(least), latest: latest.plus_seconds(most) };
                Self { due, safe: self.safe.map(|safe| safe.plus_seconds(least)), ..self }
            }
            _ => self,
        }
    }

    /// Not before a moment.
    pub(crate) fn at_least(self, earliest_possible: Timing) -> Self {
        match self.due {
            Due::By { earliest, latest } => {
                let earliest = earliest.max(earliest_possible.earliest());
                let due = Due::By { earliest, latest: latest.max(earliest_possible.latest()) };
                let safe = self.safe.map(|safe| safe.max(earliest_possible.earliest())).filter(|safe| *safe < earliest);
                Self { due, safe, ..self }
            }
            _ => self,
        }
    }
}
