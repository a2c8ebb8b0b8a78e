//! Periods: from a start to a due moment. Elapsed hours, minimum days and "promptly" are different things and never
//! convert into one another.

use super::moment::{Moment, Timing, start_of_day};
use super::situation::Trigger;
use super::verdict::{Due, Promptness, Step};
use chrono::{Days, NaiveDate};
use chrono_tz::Tz;
use serde::Deserialize;

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
    /// Days on which offices are open.
    WorkingDays(u32),
    /// Calendar days after the end of the year of the start.
    DaysAfterYearEnd(u32),
    /// The next such date after the day of the start.
    OnNext(Date),
    /// No number in the law.
    Promptly(Promptness),
    /// A continuing duty, until an occurrence of this kind.
    Until(Trigger),
    /// A continuing duty for at least so many full local days after the day of the start.
    AtLeastDays(u32),
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
    /// The due moment and the arithmetic that gives it. `zone` is the rulebook's: local days are its days.
    ///
    /// ```
    /// use dutyclock::law::{moment::{Moment, Timing}, period::Period, verdict::Due};
    /// let start = Moment::from_rfc3339("2025-11-17T16:00:00+09:00").ok_or("not a moment")?;
    /// let (due, _) = Period::Hours(24).due(Timing::exact(start, chrono_tz::Asia::Seoul), chrono_tz::Asia::Seoul);
    /// let expected = start.plus_seconds(24 * 3_600);
    /// assert_eq!(due, Due::By { earliest: expected, latest: expected });
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn due(&self, start: Timing, zone: Tz) -> (Due, Vec<Step>) {
        let starts = Step::Starts { at: start };
        match self {
            Self::Hours(hours) => {
                let seconds = i64::from(*hours) * 3_600;
                let earliest = start.earliest().plus_seconds(seconds);
                let latest = start.latest().plus_seconds(seconds);
                (Due::By { earliest, latest }, vec![starts, Step::AddHours { hours: *hours, gives: earliest }])
            }
            Self::Promptly(promptness) => (Due::NoNumber { promptness: *promptness }, vec![starts]),
            Self::Until(_) => (Due::Until, vec![starts]),
            Self::AtLeastDays(days) => {
                let ends = after_full_days(start.latest(), *days, zone);
                (Due::AtLeastUntil { ends }, vec![starts, Step::AddDays { days: *days, gives: ends }])
            }
        }
    }
}

/// The end of the last of `days` full local days after the day of `start`.
fn after_full_days(start: Moment, days: u32, zone: Tz) -> Moment {
    let first_free = day_of(start, zone).checked_add_days(Days::new(u64::from(days) + 1));
    first_free
        .and_then(|day| start_of_day(day, zone))
        .unwrap_or_else(|| start.plus_seconds((i64::from(days) + 1) * 86_400))
}

/// The local date of a moment.
pub(super) fn day_of(at: Moment, zone: Tz) -> NaiveDate {
    at.in_zone(zone).date_naive()
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::Asia::Seoul;

    fn at(text: &str) -> Moment {
        Moment::from_rfc3339(text).unwrap()
    }

    #[test]
    fn a_posting_of_30_days_lasts_30_full_days_after_its_first() {
        let (due, _) = Period::AtLeastDays(30).due(Timing::exact(at("2026-09-15T10:00:00+09:00"), Seoul), Seoul);
        assert_eq!(due, Due::AtLeastUntil { ends: at("2026-10-16T00:00:00+09:00") });
    }

    #[test]
    fn hours_run_over_a_weekend() {
        let (due, _) = Period::Hours(72).due(Timing::exact(at("2026-11-20T18:00:00+09:00"), Seoul), Seoul);
        let monday = at("2026-11-23T18:00:00+09:00");
        assert_eq!(due, Due::By { earliest: monday, latest: monday });
    }
}
