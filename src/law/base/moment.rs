//! Points in time, and points in time that are known only roughly.
//!
//! A [`Moment`] is a UTC instant in whole seconds. A [`Timing`] is a moment as a person knows it: to the second, to the
//! hour, day, month or year, between two moments, at the latest or at the earliest, in a named zone. Nothing here asks the
//! machine for the time, guesses a local time that does not exist or exists twice, or closes an end that nobody named.

use chrono::{DateTime, Months, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// A UTC instant in whole seconds since 1970-01-01T00:00:00Z. Serialised as RFC 3339 in UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Moment(i64);

/// Earliest and latest instant the product accepts: 1970-01-01 and 9999-12-31T23:59:59Z.
const BOUNDS: (i64, i64) = (0, 253_402_300_799);

/// The length of a span of which an end is open, in seconds: longer than any that can be counted. Nobody knows how long.
pub const UNBOUNDED: i64 = 1 << 60;

impl Moment {
    /// The open past: nobody knows how early.
    pub const OPEN_PAST: Self = Self(BOUNDS.0);
    /// The open future: nobody knows how late.
    pub const OPEN_FUTURE: Self = Self(BOUNDS.1);

    /// Whether it is an instant, and not an open end.
    #[must_use]
    pub const fn is_bounded(self) -> bool {
        self.0 > BOUNDS.0 && self.0 < BOUNDS.1
    }

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

    /// This moment moved by a number of seconds (may be negative), clamped to the accepted years. An open end stays open.
    #[must_use]
    pub fn plus_seconds(self, seconds: i64) -> Self {
        if self.is_bounded() { Self::from_seconds(self.0.saturating_add(seconds)) } else { self }
    }

    /// Seconds from `earlier` to `self`; negative when `self` comes first, [`UNBOUNDED`] (or its negative) to an open end.
    #[must_use]
    pub const fn since(self, earlier: Self) -> i64 {
        match self.0.saturating_sub(earlier.0) {
            0 => 0,
            span if self.is_bounded() && earlier.is_bounded() => span,
            span if span > 0 => UNBOUNDED,
            _ => -UNBOUNDED,
        }
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
    /// Some time in the local month that begins at the moment.
    Month,
    /// Some time in the local year that begins at the moment.
    Year,
    /// Some time from the moment up to and including this one.
    Between(Moment),
    /// At the moment or at any time before it.
    Latest,
    /// At the moment or at any time after it.
    Earliest,
}

/// A moment as a person knows it: an instant, its precision and the zone in which it was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Timing {
    /// The first instant it can have been; where it is known only at the latest, the last one. Always an instant, never an
    /// open end: what must stand on some moment stands on this one.
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

    /// Some time from one moment up to and including another; either may be an open end.
    #[must_use]
    pub fn between(from: Moment, to: Moment, zone: Tz) -> Self {
        match (from, to) {
            (Moment::OPEN_PAST, to) if to.is_bounded() => Self { at: to, precision: Precision::Latest, zone },
            (from, Moment::OPEN_FUTURE) => Self { at: from, precision: Precision::Earliest, zone },
            (from, to) if from >= to => Self::exact(from, zone),
            (from, to) => Self { at: from, precision: Precision::Between(to), zone },
        }
    }

    /// What has happened did so by `now`: the part that lies after it is cut off. What begins after `now` stays as it is.
    #[must_use]
    pub fn happened_by(self, now: Moment) -> Self {
        let ahead = self.latest() > now && self.earliest() <= now;
        if ahead { Self::between(self.earliest(), now, self.zone) } else { self }
    }

    /// The first second it can have been; [`Moment::OPEN_PAST`] where nobody knows.
    #[must_use]
    pub const fn earliest(&self) -> Moment {
        match self.precision {
            Precision::Latest => Moment::OPEN_PAST,
            _ => self.at,
        }
    }

    /// The last second it can have been; equal to [`Timing::earliest`] when exact, [`Moment::OPEN_FUTURE`] where nobody
    /// knows.
    #[must_use]
    pub fn latest(&self) -> Moment {
        match self.precision {
            Precision::Exact | Precision::Latest => self.at,
            Precision::Hour => self.at.plus_seconds(3_599),
            Precision::Day => self.day_after(|day| day.succ_opt(), 86_400).plus_seconds(-1),
            Precision::Month => {
                self.day_after(|day| day.checked_add_months(Months::new(1)), 31 * 86_400).plus_seconds(-1)
            }
            Precision::Year => {
                self.day_after(|day| day.checked_add_months(Months::new(12)), 366 * 86_400).plus_seconds(-1)
            }
            Precision::Between(to) => to,
            Precision::Earliest => Moment::OPEN_FUTURE,
        }
    }

    /// Whether it is known to the second.
    #[must_use]
    pub const fn is_exact(&self) -> bool {
        matches!(self.precision, Precision::Exact)
    }

    /// Whether it was before another under every reading of both.
    #[must_use]
    pub fn certainly_before(&self, other: &Self) -> bool {
        self.latest() < other.earliest()
    }

    /// Whether it was before another under some reading of both.
    #[must_use]
    pub fn possibly_before(&self, other: &Self) -> bool {
        self.earliest() < other.latest()
    }

    /// The earlier of the two, whichever that is.
    #[must_use]
    pub fn or_earlier(self, other: Self) -> Self {
        self.within((self.earliest().min(other.earliest()), self.latest().min(other.latest())))
    }

    /// The later of the two, whichever that is.
    #[must_use]
    pub fn or_later(self, other: Self) -> Self {
        self.within((self.earliest().max(other.earliest()), self.latest().max(other.latest())))
    }

    /// Between these bounds; as it was said where they are its own.
    fn within(self, bounds: (Moment, Moment)) -> Self {
        if bounds == (self.earliest(), self.latest()) { self } else { Self::between(bounds.0, bounds.1, self.zone) }
    }

    /// The beginning of another local day, or so many seconds on where that day never was.
    fn day_after(&self, next: impl Fn(NaiveDate) -> Option<NaiveDate>, otherwise: i64) -> Moment {
        let day = self.at.in_zone(self.zone).date_naive();
        next(day).and_then(|next| start_of_day(next, self.zone)).unwrap_or_else(|| self.at.plus_seconds(otherwise))
    }
}

/// The first instant of a local day, also where midnight itself is skipped by a clock change. None where the whole day was.
#[must_use]
pub fn start_of_day(day: NaiveDate, zone: Tz) -> Option<Moment> {
    match resolve_local(day.and_time(NaiveTime::MIN), zone) {
        Local::One(at) | Local::Two([(at, _), _]) => Some(at),
        Local::Never(after) => Some(after).filter(|after| after.in_zone(zone).date_naive() == day),
    }
}

/// The first instant of a local month.
#[must_use]
pub fn start_of_month(year: i32, month: u32, zone: Tz) -> Option<Moment> {
    start_of_day(NaiveDate::from_ymd_opt(year, month, 1)?, zone)
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
        chrono::LocalResult::None => Local::Never(after_gap(local, zone)),
    }
}

/// The first instant after the gap in which a local time lies. What exists again after it is found minute by minute, then
/// second by second: no gap is longer than a day.
fn after_gap(local: NaiveDateTime, zone: Tz) -> Moment {
    let exists = |at: NaiveDateTime| zone.from_local_datetime(&at).earliest();
    let after = |seconds: i64| local.checked_add_signed(TimeDelta::seconds(seconds)).and_then(exists);
    let minute = (1..=26 * 60).find(|minute| after(minute * 60).is_some()).unwrap_or_default();
    let found = ((minute - 1) * 60 + 1..=minute * 60).find_map(after);
    found.map_or_else(|| Moment::from_seconds(local.and_utc().timestamp()), |at| Moment::from_seconds(at.timestamp()))
}
