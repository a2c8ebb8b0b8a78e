//! How long, in words: the one place for lateness, for what is left, to spare or has gone by. A range is told as a range whose
//! lower end is rounded down and whose upper end is rounded up, an open end as "at least" or "at most".
//!
//! How long it was is the law's answer; nothing is counted here.

use crate::law::verdict::Length;
use crate::locales::{Given, Text};

const MINUTE: i64 = 60;
const HOUR: i64 = 3_600;
const DAY: i64 = 86_400;
/// From so many seconds on, hours are told as days and hours.
pub const MANY_HOURS: i64 = 100 * HOUR;
/// From so many seconds on, hours no longer decide anything.
const MANY_DAYS: i64 = 30 * DAY;

/// The smallest unit that is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Grain {
    Seconds,
    Minutes,
    Hours,
    /// Days, and the hours beside them.
    DaysHours,
    Days,
}

impl Grain {
    const fn seconds(self) -> i64 {
        match self {
            Self::Seconds => 1,
            Self::Minutes => MINUTE,
            Self::Hours | Self::DaysHours => HOUR,
            Self::Days => DAY,
        }
    }

    /// For one length.
    const fn of(seconds: i64) -> Self {
        match seconds {
            ..MINUTE => Self::Seconds,
            MINUTE..MANY_HOURS => Self::Minutes,
            MANY_HOURS..MANY_DAYS => Self::DaysHours,
            _ => Self::Days,
        }
    }

    /// For both ends of a range: not finer than the range is wide.
    const fn of_range(least: i64, most: i64) -> Self {
        let width = most - least;
        match most {
            ..MINUTE => Self::Seconds,
            MINUTE..=MANY_HOURS if width < HOUR - 1 => Self::Minutes,
            MINUTE..=MANY_HOURS => Self::Hours,
            MINUTE..MANY_DAYS if width < DAY - 1 => Self::DaysHours,
            _ => Self::Days,
        }
    }
}

impl Text {
    /// A length of time: "29 h 35 min", "60 to 84 h", "41 days", "at most 24 h".
    #[must_use]
    pub fn length(&self, length: Length) -> String {
        match length {
            Length::Days { least, most } => {
                let seconds = |days: i64| days.saturating_mul(DAY);
                self.range(seconds(least), most.map(seconds), |_, _| Grain::Days)
            }
            Length::Seconds { least, most } => self.range(least, most, |least, most| match (least, most) {
                (0, Some(most)) => Grain::of(most),
                (least, Some(most)) if most > least => Grain::of_range(least, most),
                _ => Grain::of(least),
            }),
        }
    }

    /// How long somebody must wait, in whole minutes from one on, rounded up; a step of the ladder of warnings.
    #[must_use]
    pub fn wait(&self, seconds: impl Given<i64>) -> String {
        let seconds = seconds.get().max(0);
        let up = if seconds > MINUTE { (MINUTE - seconds % MINUTE) % MINUTE } else { 0 };
        self.length(Length::seconds(seconds.saturating_add(up)))
    }

    /// The upper end of a length alone, rounded up: the far end of a range whose near end is something else.
    #[must_use]
    pub fn length_most(&self, length: Length) -> String {
        let (most, days) = match length {
            Length::Days { most, .. } => (most.map(|days| days.saturating_mul(DAY)), true),
            Length::Seconds { most, .. } => (most, false),
        };
        let grain = |seconds| if days { Grain::Days } else { Grain::of(seconds) };
        most.map_or_else(|| self.time_unknown(), |most| self.amount(up(most, grain(most)), grain(most)))
    }

    fn range(&self, least: i64, most: Option<i64>, grain: impl Fn(i64, Option<i64>) -> Grain) -> String {
        let grain = grain(least, most);
        let unit = grain.seconds();
        let low = least - least.rem_euclid(unit);
        let Some(most) = most else {
            return if low > 0 { self.length_at_least(self.amount(low, grain)) } else { self.time_unknown() };
        };
        if least == most {
            return self.amount(low, grain);
        }
        let high = up(most, grain);
        if low == 0 {
            return self.length_at_most(self.amount(high, grain));
        }
        let (from, to) = (low / unit, high / unit);
        match grain {
            Grain::Days => self.length_days_range(from, to),
            Grain::Hours => self.length_hours_range(from, to),
            Grain::Minutes if high < HOUR => self.length_minutes_range(from, to),
            Grain::Seconds => self.length_seconds_range(from, to),
            _ => self.length_range(self.amount(low, grain), self.amount(high, grain)),
        }
    }

    /// A whole number of a grain's units.
    fn amount(&self, seconds: i64, grain: Grain) -> String {
        let (days, hours, minutes) = (seconds / DAY, seconds / HOUR, seconds / MINUTE);
        match grain {
            Grain::Seconds => self.unit_seconds(seconds),
            Grain::Minutes if hours == 0 => self.unit_minutes(minutes),
            Grain::Minutes if minutes % 60 > 0 => {
                format!("{} {}", self.unit_hours(hours), self.unit_minutes(minutes % 60))
            }
            Grain::Minutes | Grain::Hours => self.unit_hours(hours),
            Grain::DaysHours if hours % 24 > 0 => format!("{} {}", self.unit_days(days), self.unit_hours(hours % 24)),
            Grain::DaysHours | Grain::Days => self.unit_days(days),
        }
    }
}

/// Rounded up to whole units of a grain.
const fn up(seconds: i64, grain: Grain) -> i64 {
    let unit = grain.seconds();
    let up = seconds.saturating_add(unit - 1);
    up - up.rem_euclid(unit)
}

#[cfg(test)]
mod tests;
