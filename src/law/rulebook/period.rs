//! Periods as written in a rulebook. Hours, days, working days, months and "promptly" are different things and never
//! convert into one another; `measure` counts them.

use crate::base::moment::Moment;
use crate::counting::Span;
use crate::situation::Trigger;
use chrono::NaiveDate;
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

/// How long there is, as written in a rulebook: `{ hours = 24 }`, `{ promptly = "immediately" }`,
/// `{ until = "preservation-lifted" }`, `{ at-least-days = 30 }`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Period {
    /// Hours: nights, weekends and holidays count.
    Hours(u32),
    /// Calendar days.
    Days(u32),
    /// Weeks.
    Weeks(u32),
    /// Months; where the date does not exist, the last day of the month.
    Months(u32),
    /// Hours that stand still on days on which offices are closed.
    WorkingDayHours(u32),
    /// Days on which offices are open.
    WorkingDays(u32),
    /// Calendar days after the end of the year of the start.
    DaysAfterYearEnd(u32),
    /// The next such date after the day of the start.
    OnNext(Date),
    /// Such a date of the year after that of the start.
    OnNextYear(Date),
    /// No number in the law.
    Promptly(Promptness),
    /// A continuing duty, until an occurrence of this kind.
    Until(Trigger),
    /// A continuing duty for at least so many full local days after the day of the start.
    AtLeastDays(u32),
    /// A continuing duty for at least so many months: to the end of the same date, or of the last day of a month that has
    /// no such date.
    AtLeastMonths(u32),
}

/// A date of every year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Date {
    /// 1 to 12.
    pub month: u32,
    /// 1 to 31.
    pub day: u32,
}

impl Period {
    /// The number in it, where it is one that can be counted; none for promptness and for continuing duties.
    #[must_use]
    pub const fn span(&self) -> Option<Span> {
        match self {
            Self::Hours(number) => Some(Span::Hours(*number)),
            Self::Days(number) => Some(Span::Days(*number)),
            Self::Weeks(number) => Some(Span::Weeks(*number)),
            Self::Months(number) => Some(Span::Months(*number)),
            Self::WorkingDayHours(number) => Some(Span::WorkingDayHours(*number)),
            Self::WorkingDays(number) => Some(Span::WorkingDays(*number)),
            Self::DaysAfterYearEnd(number) => Some(Span::DaysAfterYearEnd(*number)),
            Self::OnNext(date) => Some(Span::OnNext { month: date.month, day: date.day }),
            Self::OnNextYear(date) => Some(Span::OnNextYear { month: date.month, day: date.day }),
            Self::Promptly(_) | Self::Until(_) | Self::AtLeastDays(_) | Self::AtLeastMonths(_) => None,
        }
    }
}

/// The local date of a moment.
pub(crate) fn day_of(at: Moment, zone: Tz) -> NaiveDate {
    at.in_zone(zone).date_naive()
}

/// A statute's word for speed where it has no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Promptness {
    /// 즉시
    Immediately,
    /// 지체 없이
    WithoutDelay,
    /// Without undue delay
    WithoutUndueDelay,
    /// Without unreasonable delay
    WithoutUnreasonableDelay,
    /// As soon as possible
    AsSoonAsPossible,
    /// As early as possible
    AsEarlyAsPossible,
    /// As soon as practicable, as soon as reasonably possible
    AsSoonAsPracticable,
    /// As soon as feasible
    AsSoonAsFeasible,
    /// Promptly
    Promptly,
    /// The law was read, asks for it and says nothing about time.
    Unstated,
    /// What the law says about time was not read: it may well set a number.
    NotRead,
}

impl Promptness {
    /// Whether it is a word of the law: one that says how fast.
    #[must_use]
    pub const fn is_a_word(self) -> bool {
        !matches!(self, Self::Unstated | Self::NotRead)
    }
}

/// The rule's words for speed beside its number, as written in a rulebook: `{ promptly = "without-undue-delay" }`, where
/// the number is the outer limit, or `{ promptly = "without-undue-delay", number = "where-feasible" }`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FirstLimb {
    /// The statute's word.
    pub promptly: Promptness,
    /// What the number is beside it.
    #[serde(default)]
    pub number: NumberAs,
}

/// What a number is beside a word for speed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NumberAs {
    /// The last moment, not the time one has.
    #[default]
    OuterLimit,
    /// What is asked for where it is feasible.
    WhereFeasible,
}
