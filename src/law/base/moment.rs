//! Points in time, and points in time that are known only roughly.
//!
//! A [`Moment`] is a UTC instant in whole seconds. A [`Timing`] is a moment as a person knows it: to the second, to the
//! hour or to the day, in a named zone. Nothing here asks the machine for the time or guesses a local time that does
//! not exist or exists twice.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeZone, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// A UTC instant in whole seconds since 1970-01-01T00:00:00Z. Serialised as RFC 3339 in UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Moment(i64);

/// Earliest and latest instant the product accepts: 1970-01-01 and 9999-12-31T23:59:59Z.
const BOUNDS: (i64, i64) = (0, 253_402_300_799);

impl Moment {
    /// From seconds since the epoch, clamped to the years 1970 to 9999.
    #[must_use]
    pub fn from_seconds(seconds: i64) -> Self {
        Self(seconds.clamp(BOUNDS.0, BOUNDS.1))
    }

    /// Seconds since the epoch, UTC.
    #[must_use]
    pub const fn seconds(self) -> i64 {
        self.0
    }

    /// This moment moved by a number of seconds (may be negative), clamped to the accepted years.
    #[must_use]
    pub fn plus_seconds(self, seconds: i64) -> Self {
        Self::from_seconds(self.0.saturating_add(seconds))
    }

    /// Seconds from `earlier` to `self`; negative when `self` comes first.
    #[must_use]
    pub const fn since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0)
    }

    /// The same instant as a chrono UTC time.
    #[must_use]
    pub fn utc(self) -> DateTime<Utc> {
        DateTime::from_timestamp(self.0, 0).unwrap_or(DateTime::UNIX_EPOCH)
    }

    /// The same instant on the wall clock of a zone.
    #[must_use]
    pub fn in_zone(self, zone: Tz) -> DateTime<Tz> {
        self.utc().with_timezone(&zone)
    }

    /// Reads RFC 3339 with any offset; fractions of a second are dropped. `None` when it is not RFC 3339.
    #[must_use]
    pub fn from_rfc3339(text: &str) -> Option<Self> {
        DateTime::parse_from_rfc3339(text).ok().map(|at| Self::from_seconds(at.timestamp()))
    }

    /// RFC 3339 in UTC: `2025-11-17T07:00:00Z`.
    #[must_use]
    pub fn to_rfc3339(self) -> String {
        self.utc().format("%Y-%m-%dT%H:%M:%SZ").to_string()
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_rfc3339())
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.to_rfc3339())
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::from_rfc3339(&text).ok_or_else(|| {
            serde::de::Error::custom(format!("`{text}` is not a moment: write it as 2025-11-17T16:00:00+09:00"))
        })
    }
}

/// How exactly a moment is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Precision {
    /// To the second (or to the minute, which is read as its first second).
    Exact,
    /// Some time within the hour that begins at the moment.
    Hour,
    /// Some time on the local day that begins at the moment.
    Day,
}

/// A moment as a person knows it: an instant, its precision and the zone in which it was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Timing {
    /// The first instant it can have been.
    pub at: Moment,
    /// How exactly it is known.
    pub precision: Precision,
    /// The zone in which the person said it.
    pub zone: Tz,
}

impl Timing {
    /// A moment known to the second.
    #[must_use]
    pub const fn exact(at: Moment, zone: Tz) -> Self {
        Self { at, precision: Precision::Exact, zone }
    }

    /// The first second it can have been.
    #[must_use]
    pub const fn earliest(&self) -> Moment {
        self.at
    }

    /// The last second it can have been; equal to [`Timing::earliest`] when exact.
    #[must_use]
    pub fn latest(&self) -> Moment {
        match self.precision {
            Precision::Exact => self.at,
            Precision::Hour => self.at.plus_seconds(3_599),
            Precision::Day => self.end_of_local_day().plus_seconds(-1),
        }
    }

    /// Whether it is known to the second.
    #[must_use]
    pub const fn is_exact(&self) -> bool {
        matches!(self.precision, Precision::Exact)
    }

    fn end_of_local_day(&self) -> Moment {
        let day = self.at.in_zone(self.zone).date_naive();
        day.succ_opt().and_then(|next| start_of_day(next, self.zone)).unwrap_or_else(|| self.at.plus_seconds(86_400))
    }
}

/// The first instant of a local day, also where midnight itself is skipped by a clock change.
#[must_use]
pub fn start_of_day(day: NaiveDate, zone: Tz) -> Option<Moment> {
    (0..4).find_map(|hour| {
        let local = day.and_time(NaiveTime::from_hms_opt(hour, 0, 0)?);
        zone.from_local_datetime(&local).earliest().map(|at| Moment::from_seconds(at.timestamp()))
    })
}

/// What became of a local wall-clock time in a zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Local {
    /// It names one instant.
    One(Moment),
    /// Clocks were set back: it names two instants, the earlier first, each with its UTC offset in seconds.
    Two([(Moment, i32); 2]),
    /// Clocks were set forward: it never was. Carries the first instant after the gap.
    Never(Moment),
}

/// Finds the instant of a local time; the only place that resolves local times, so that none is ever guessed.
#[must_use]
pub fn resolve_local(local: NaiveDateTime, zone: Tz) -> Local {
    let moment = |at: DateTime<Tz>| (Moment::from_seconds(at.timestamp()), at.offset().fix().local_minus_utc());
    match zone.from_local_datetime(&local) {
        chrono::LocalResult::Single(at) => Local::One(moment(at).0),
        chrono::LocalResult::Ambiguous(first, second) => Local::Two([moment(first), moment(second)]),
        chrono::LocalResult::None => {
            let after = (1..=24 * 4).find_map(|quarter| {
                let later = local.checked_add_signed(chrono::TimeDelta::minutes(15 * quarter))?;
                zone.from_local_datetime(&later).earliest()
            });
            Local::Never(after.map_or_else(|| Moment::from_seconds(local.and_utc().timestamp()), |at| moment(at).0))
        }
    }
}
