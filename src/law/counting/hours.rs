//! Periods in hours: elapsed from the event, or in full hours after the hour of the event. Hours are hours of UTC: a
//! change of the clocks makes no period longer or shorter. Some acts let them stand still on closed days.

use super::convention::{Convention, HourRule};
use super::days::Days;
use super::step::CountStep;
use crate::base::moment::Moment;
use chrono::Offset;

const HOUR: i64 = 3_600;

/// The strict and the legal end of so many hours, not rolled.
pub(crate) fn count(days: &mut Days<'_>, hours: u32, start: Moment, convention: &Convention) -> (Moment, Moment) {
    let seconds = i64::from(hours) * HOUR;
    let strict = start.plus_seconds(seconds);
    let counting_from = counting_from(days, start, convention.hours);
    let gives = counting_from.plus_seconds(seconds);
    days.note(CountStep::HoursAdded { hours, gives });
    if convention.two_working_days && hours >= 48 {
        let day_after = super::days::plus_days(days.day_of(counting_from.plus_seconds(-1)), 1);
        let second = days.two_working_days(day_after);
        return (strict, days.lengthened(gives, second));
    }
    (strict, gives)
}

/// The strict and the legal end of so many hours that stand still on closed days. Never rolled: the hours cannot run out
/// on a closed day. The strict end lets them run through.
pub(crate) fn on_open_days(days: &mut Days<'_>, hours: u32, start: Moment, rule: HourRule) -> (Moment, Moment) {
    let seconds = i64::from(hours) * HOUR;
    let (mut left, mut at) = (seconds, counting_from(days, start, rule));
    while left > 0 {
        let day = days.day_of(at);
        let next = days.end_of(day).plus_seconds(1);
        let here = match days.closed(day) {
            None => next.since(at).min(left),
            Some(why) => {
                days.note_skipped(day, why);
                0
            }
        };
        left -= here;
        let reached = if left == 0 { at.plus_seconds(here) } else { next };
        // Whatever lies beyond the last representable instant is due then.
        if reached <= at {
            break;
        }
        at = reached;
    }
    days.note_further_skipped();
    days.note(CountStep::HoursAdded { hours, gives: at });
    (start.plus_seconds(seconds), at)
}

/// Where counting begins: with the event, or with the hour after it.
fn counting_from(days: &mut Days<'_>, start: Moment, rule: HourRule) -> Moment {
    match rule {
        HourRule::Elapsed => start,
        HourRule::FullHours => {
            let counting_from = next_local_hour(days, start);
            days.note(CountStep::HourExcluded { counting_from });
            counting_from
        }
    }
}

/// The beginning of the local hour after the one in which the instant lies.
fn next_local_hour(days: &Days<'_>, at: Moment) -> Moment {
    let offset = i64::from(at.in_zone(days.zone()).offset().fix().local_minus_utc());
    let into_hour = at.seconds().saturating_add(offset).rem_euclid(HOUR);
    at.plus_seconds(HOUR - into_hour)
}
