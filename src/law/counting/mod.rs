//! Counting periods by the rules the acts themselves name: pure arithmetic on dates, zones and calendars.
//!
//! Every period has two readings. The strict one is never later than anything an authority could hold; the legal one
//! follows the act's own rule of counting, and is never earlier. Both come with the steps that gave them. No rule of a
//! single act is here: a rulebook picks a [`Span`] and a [`Convention`]. Nothing panics, whatever the date or zone;
//! instants beyond the year 9999 stop there.

mod convention;
mod days;
mod hours;
#[cfg(test)]
mod oracle;
#[cfg(test)]
mod properties;
mod roll;
mod step;
#[cfg(test)]
mod tests;

pub use self::convention::{Convention, FirstDay, HourRule, Roll, Span};
pub use self::days::Closing;
pub use self::step::{Closed, CountStep};

use self::days::Days;
use crate::base::moment::Moment;
use crate::calendar::{Calendar, NotCovered};
use chrono_tz::Tz;

/// A period counted from a start, in both readings. A report is in time up to and including the due moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// The strict reading: elapsed hours; the end of the last day where it falls, never rolled. Holidays that are
    /// expected only, not announced yet, are working days in it.
    pub strict: Moment,
    /// The reading by the act's own rule of counting; never before `strict`.
    pub legal: Moment,
    /// The arithmetic of the legal reading, in order.
    pub steps: Vec<CountStep>,
    /// The calendar did not cover a day that was needed: from there on only weekends were skipped.
    pub beyond_calendar: Option<NotCovered>,
}

/// Counts a period from a start. `zone` is where local days and hours are those of the rule; `calendar` tells which
/// days are closed there: without one, working days are Mondays to Fridays and nothing rolls.
///
/// ```
/// use dutyclock_law::counting::{Convention, Roll, Span, count};
/// use dutyclock_law::base::moment::Moment;
/// let submitted = Moment::from_rfc3339("2026-01-31T10:20:00+01:00").ok_or("not a moment")?;
/// let counted = count(Span::Months(1), submitted, &Convention::default(), chrono_tz::Europe::Paris, None);
/// assert_eq!(counted.legal.to_rfc3339(), "2026-02-28T22:59:59Z");
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn count(span: Span, start: Moment, convention: &Convention, zone: Tz, calendar: Option<&Calendar>) -> Counted {
    count_until(span, start, convention, (zone, calendar), None)
}

/// The same, of which a recipient's hour may end the last day. Periods in hours are not concerned.
#[must_use]
pub fn count_until(
    span: Span,
    start: Moment,
    convention: &Convention,
    (zone, calendar): (Tz, Option<&Calendar>),
    closes: Option<Closing>,
) -> Counted {
    let in_hours = matches!(span, Span::Hours(_) | Span::WorkingDayHours(_));
    let mut days = Days::new(zone, calendar, closes.filter(|_| !in_hours));
    days.note(CountStep::Starts { at: start, day: days.day_of(start) });
    let (strict, unrolled) = match span {
        Span::Hours(number) => hours::count(&mut days, number, start, convention),
        Span::WorkingDayHours(number) => hours::on_open_days(&mut days, number, start, convention.hours),
        _ => days.count(span, start, convention),
    };
    let legal = roll::roll(&mut days, span, unrolled, convention.roll);
    let strict = strict.max(start);
    let (steps, beyond_calendar) = days.finish();
    Counted { strict, legal: legal.max(strict), steps, beyond_calendar }
}
