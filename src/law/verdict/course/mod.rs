//! How long: from one moment to another, each perhaps known only as a range, in the unit in which the duty counts. Days are
//! dates of the duty's own zone, as authorities count them; hours are elapsed. It words nothing.

use crate::base::moment::{Moment, Timing};
use crate::counting::Span;
use chrono_tz::Tz;
use serde::Serialize;

/// Below this many seconds what is left, or has gone by since the start, is told in hours also where a duty counts days:
/// "one day left" would hide whether the night lies in it.
pub const HOURS_DECIDE: i64 = 48 * 3_600;

/// In what a duty counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Elapsed hours.
    Hours,
    /// Days, working days, weeks or months; also what has no number.
    Days,
}

impl From<Span> for Unit {
    fn from(span: Span) -> Self {
        match span {
            Span::Hours(_) | Span::WorkingDayHours(_) => Self::Hours,
            _ => Self::Days,
        }
    }
}

/// The unit of a duty, and the zone whose dates its days are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Scale {
    /// The unit.
    pub unit: Unit,
    /// The zone.
    pub zone: Tz,
}

/// A moment as a range; an end is open where nothing bounds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Bounds {
    /// The first instant it can have been.
    pub earliest: Option<Moment>,
    /// The last.
    pub latest: Option<Moment>,
}

impl Bounds {
    /// Between two instants, both included; either may be an open end.
    #[must_use]
    pub const fn between(earliest: Moment, latest: Moment) -> Self {
        Self { earliest: bounded(earliest), latest: bounded(latest) }
    }
}

impl Bounds {
    /// This or the other: from the first to the last that either allows.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        let earliest = self.earliest.zip(other.earliest).map(|(one, other)| one.min(other));
        let latest = self.latest.zip(other.latest).map(|(one, other)| one.max(other));
        Self { earliest, latest }
    }
}

impl From<Moment> for Bounds {
    fn from(at: Moment) -> Self {
        Self::between(at, at)
    }
}

impl From<Timing> for Bounds {
    fn from(timing: Timing) -> Self {
        Self::between(timing.earliest(), timing.latest())
    }
}

/// A length of time as a range, never negative. Without `most` nothing bounds it; `least` is then at least nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "in", rename_all = "kebab-case")]
pub enum Length {
    /// In dates of the duty's zone: from one day to the next is 1.
    Days {
        /// At least.
        least: i64,
        /// At most.
        most: Option<i64>,
    },
    /// In seconds.
    Seconds {
        /// At least.
        least: i64,
        /// At most.
        most: Option<i64>,
    },
}

impl Length {
    /// So many seconds exactly.
    #[must_use]
    pub const fn seconds(exactly: i64) -> Self {
        Self::Seconds { least: exactly, most: Some(exactly) }
    }

    /// From nothing to the same: "at most".
    #[must_use]
    pub const fn at_most(self) -> Self {
        match self {
            Self::Days { most, .. } => Self::Days { least: 0, most },
            Self::Seconds { most, .. } => Self::Seconds { least: 0, most },
        }
    }
}

impl Scale {
    /// How far a moment lies from a deadline: in dates where the duty counts days; in hours on the day itself.
    #[must_use]
    pub fn apart(self, from: impl Into<Bounds>, to: impl Into<Bounds>) -> Length {
        self.length(from.into(), to.into(), 0)
    }

    /// How long something has taken, or will: in dates where the duty counts days, but in hours while hours decide.
    #[must_use]
    pub fn took(self, from: impl Into<Bounds>, to: impl Into<Bounds>) -> Length {
        self.length(from.into(), to.into(), HOURS_DECIDE)
    }

    fn length(self, from: Bounds, to: Bounds, hours_below: i64) -> Length {
        let span = |measure: &dyn Fn(Moment, Moment) -> i64| {
            let least = from.latest.zip(to.earliest).map_or(0, |(from, to)| measure(from, to).max(0));
            let most = from.earliest.zip(to.latest).map(|(from, to)| measure(from, to).max(0));
            (least, most)
        };
        let (least, most) = span(&|from, to| to.since(from));
        let seconds = Length::Seconds { least, most };
        if self.unit == Unit::Hours || (most == Some(least) && least < hours_below) {
            return seconds;
        }
        let date = |at: Moment| at.in_zone(self.zone).date_naive();
        match span(&|from, to| date(to).signed_duration_since(date(from)).num_days()) {
            (_, Some(0)) => seconds,
            (least, most) => Length::Days { least, most },
        }
    }
}

/// A clock from its start to what ended it, or to the moment of asking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Course {
    /// In what lateness is told.
    pub scale: Scale,
    /// From when it runs. Where another moment stands for the start, any moment from that one on.
    pub start: Bounds,
    /// When it is due, where the law has a number.
    pub due: Option<Bounds>,
    /// The safe internal deadline before that.
    pub safe: Option<Moment>,
    /// Since when it is on hold.
    pub held: Option<Bounds>,
    /// What met it or lifted it; otherwise the moment of asking.
    pub end: Bounds,
}

impl Course {
    /// This or the other, nobody can say which: both ends, and hours where either counts hours.
    #[must_use]
    pub fn or(self, other: Self, safe: Option<Moment>) -> Self {
        let unit = if self.scale.unit == other.scale.unit { self.scale.unit } else { Unit::Hours };
        // Under what has no number, it may be due at any time or never.
        let due = match (self.due, other.due) {
            (Some(one), Some(other)) => Some(one.or(other)),
            (one, other) => one.or(other).map(|due| Bounds { latest: None, ..due }),
        };
        Self { scale: Scale { unit, ..other.scale }, start: self.start.or(other.start), due, safe, ..other }
    }

    /// From the start to the end.
    #[must_use]
    pub fn elapsed(&self) -> Length {
        self.scale.took(self.start, self.end)
    }

    /// Since the hold began.
    #[must_use]
    pub fn on_hold(&self) -> Length {
        self.scale.took(self.held.unwrap_or(self.start), self.end)
    }

    /// From the deadline to the end.
    #[must_use]
    pub fn late(&self) -> Length {
        self.of_due(|due| self.scale.apart(due, self.end))
    }

    /// From the earliest moment at which it may have been due to the end.
    #[must_use]
    pub fn late_at_most(&self) -> Length {
        self.of_due(|due| self.scale.apart(first(due), last(self.end)))
    }

    /// From the end to the deadline.
    #[must_use]
    pub fn spare(&self) -> Length {
        self.of_due(|due| self.scale.apart(self.end, due))
    }

    /// From the end to the moment to keep: the safe one, or the earliest at which it may be due.
    #[must_use]
    pub fn left(&self) -> Length {
        self.safe.map_or_else(|| self.left_by_law(), |safe| self.scale.took(self.end, safe))
    }

    /// From the end to the earliest moment at which it may be due by law.
    #[must_use]
    pub fn left_by_law(&self) -> Length {
        self.of_due(|due| self.scale.took(self.end, first(due)))
    }

    /// From the end to the last moment at which it may be due by law.
    #[must_use]
    pub fn left_at_most(&self) -> Length {
        self.of_due(|due| self.scale.took(self.end, last(due)))
    }

    /// From the earliest moment at which it may have ended to the last at which it may have been due.
    #[must_use]
    pub fn spare_at_most(&self) -> Length {
        self.of_due(|due| self.scale.apart(first(self.end), last(due)))
    }

    /// From the safe deadline to the end.
    #[must_use]
    pub fn past_safe(&self) -> Length {
        self.safe.map_or(Length::seconds(0), |safe| self.scale.apart(safe, self.end))
    }

    fn of_due(&self, length: impl Fn(Bounds) -> Length) -> Length {
        self.due.map_or(Length::Seconds { least: 0, most: None }, length)
    }
}

const fn bounded(at: Moment) -> Option<Moment> {
    if at.is_bounded() { Some(at) } else { None }
}

const fn first(range: Bounds) -> Bounds {
    Bounds { latest: range.earliest, ..range }
}

const fn last(range: Bounds) -> Bounds {
    Bounds { earliest: range.latest, ..range }
}

#[cfg(test)]
mod tests;
