//! What an act says about counting: the unit, the first day, the hour of the event, and what happens at the end.

use serde::{Deserialize, Serialize};

/// How long a period is, in the unit of the act: `{ hours = 72 }`, `{ months = 1 }`, `{ on-next = { month = 2, day = 1 } }`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Span {
    /// Hours; nights, weekends and holidays count.
    Hours(u32),
    /// Calendar days.
    Days(u32),
    /// Hours of which only those on open days count: from the end of Friday to the beginning of Monday they stand still.
    WorkingDayHours(u32),
    /// Days on which the office is open.
    WorkingDays(u32),
    /// Weeks of seven calendar days.
    Weeks(u32),
    /// Months: the same date, or the last day of a month that has no such date.
    Months(u32),
    /// Calendar days after 31 December of the year of the start.
    DaysAfterYearEnd(u32),
    /// The next such date strictly after the local day of the start. Where the date is missing from that year
    /// (29 February), the last day of its month.
    OnNext {
        /// 1 to 12; anything else is read as the nearest of these.
        month: u32,
        /// 1 to 31; anything else is read as the nearest of these.
        day: u32,
    },
    /// Such a date of the year after that of the start, whatever day of it that is; a date that is missing likewise.
    OnNextYear {
        /// 1 to 12; anything else is read as the nearest of these.
        month: u32,
        /// 1 to 31; anything else is read as the nearest of these.
        day: u32,
    },
}

/// Whether the hour of the event counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HourRule {
    /// Hours run from the event itself, to the second.
    #[default]
    Elapsed,
    /// Regulation 1182/71 art. 3(1) and (2)(a): the hour during which the event occurs does not count, and the period
    /// ends with its last hour. 10:20 lies in the hour from 10 to 11, so counting begins at 11:00; an event at 11:00:00
    /// sharp occurs during the hour from 11 to 12, so counting begins at 12:00.
    FullHours,
}

/// Which day is day 1 of a period in days, working days, weeks or months.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FirstDay {
    /// The day after the day of the start.
    #[default]
    Excluded,
    /// The day of the start itself (Japan).
    Included,
    /// The day after the start; where the start falls on a closed day, the first open day after it (SEC Form 8-K).
    FirstOpenDay,
}

/// What happens where the period ends on a closed day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Roll {
    /// Nothing: it ends then.
    #[default]
    None,
    /// It ends with the last hour of the next open day. Never moves a period in hours: the acts that say so speak of
    /// the last day of a period (Regulation 1182/71 art. 3(4); Korean Civil Act art. 161).
    EndOfNextOpenDay,
    /// It ends at noon of the next open day; also for periods in hours (Delegated Regulation 2025/301 art. 5(4)).
    NoonOfNextOpenDay,
}

/// How an act counts. The default is the plainest: elapsed hours, the first day excluded, nothing rolls.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", default, deny_unknown_fields)]
pub struct Convention {
    /// For periods in hours.
    pub hours: HourRule,
    /// For periods in other units.
    pub first_day: FirstDay,
    /// For all.
    pub roll: Roll,
    /// Regulation 1182/71 art. 3(5): a period of two days (48 hours) or more includes at least two working days. Read
    /// at its widest: working days that lie in the period from beginning to end. Whether it lengthens a period in hours
    /// is disputed.
    pub two_working_days: bool,
}
