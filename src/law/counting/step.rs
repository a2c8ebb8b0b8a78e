//! The arithmetic of a count, step by step, as data: pages and reports put it into words.

use crate::base::moment::Moment;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Why a day is closed.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Closed {
    /// A day of the weekend.
    Weekend,
    /// A holiday of the calendar.
    Holiday {
        /// Its name.
        name: String,
        /// Announced year by year: the date may still move.
        announced: bool,
    },
}

/// One step of a count.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CountStep {
    /// Where counting starts: the instant and its local day.
    Starts {
        /// The instant.
        at: Moment,
        /// Its local day.
        day: NaiveDate,
    },
    /// The hour of the event does not count.
    HourExcluded {
        /// Counting begins then.
        counting_from: Moment,
    },
    /// Elapsed hours were added.
    HoursAdded {
        /// How many.
        hours: u32,
        /// What that gives.
        gives: Moment,
    },
    /// Day 1 of the period.
    DayOne {
        /// The day.
        day: NaiveDate,
    },
    /// A closed day that does not count.
    Skipped {
        /// The day.
        day: NaiveDate,
        /// Why it is closed.
        why: Closed,
    },
    /// Further closed days that do not count, no longer listed one by one.
    FurtherSkipped {
        /// How many.
        days: u32,
    },
    /// The month has no such date: its last day stands for it.
    Clamped {
        /// The date sought, as day of the month.
        wanted: u32,
        /// The day taken.
        day: NaiveDate,
    },
    /// The last day of the calendar year, from which days are counted.
    YearEnds {
        /// 31 December.
        day: NaiveDate,
    },
    /// The last day of the period and its last second.
    LastDay {
        /// The day.
        day: NaiveDate,
        /// Its last second.
        ends: Moment,
    },
    /// The recipient's day ends before midnight.
    Closes {
        /// The hour, as `17:30`.
        at: String,
        /// On whose clock.
        zone: String,
        /// That moment.
        gives: Moment,
    },
    /// Fewer than two working days lay in the period: it was lengthened to hold two.
    TwoWorkingDays {
        /// The last day now.
        to: NaiveDate,
        /// Its last second.
        ends: Moment,
    },
    /// The last day is closed: the period ends on the next open one.
    Rolled {
        /// The closed last day.
        from: NaiveDate,
        /// Why it is closed.
        why: Closed,
        /// The next open day.
        to: NaiveDate,
        /// When it ends there: the day's last second, or noon.
        ends: Moment,
    },
    /// The holidays of this day's year were not announced when the calendar was written: those counted as closed from
    /// here on are expected, and the strict reading does not rely on them.
    NotAnnounced {
        /// The calendar.
        calendar: String,
        /// The first such day that was needed.
        day: NaiveDate,
    },
    /// The calendar does not cover this day: from here on only weekends are skipped.
    CalendarEnds {
        /// The calendar.
        calendar: String,
        /// The first day that was needed and is not covered.
        day: NaiveDate,
    },
}
