//! How a period is measured: which calendar, which day is day 1, what happens at its end. From a rulebook's counting
//! and a start to a limit, with a strict reading beside the act's own.

use super::limit::Limit;
use crate::assess::context::Context;
use crate::base::moment::{Moment, Timing, start_of_day};
use crate::base::truth::Truth;
use crate::calendar::{Calendar, Calendars};
use crate::counting::{Convention, Counted, Roll, Span, count};
use crate::rulebook::counting_rule::{CalendarOf, Counting};
use crate::rulebook::period::{Period, day_of};
use crate::rulebook::version::Version;
use crate::situation::fact::{FactKey, Value};
use crate::verdict::clock::{Due, Step};
use chrono::{Days, Months};
use chrono_tz::Tz;

/// What measures the periods of one version for one situation.
#[derive(Debug, Clone)]
pub(crate) struct Measure<'a> {
    zone: Tz,
    convention: Convention,
    calendar: Option<&'a Calendar>,
    place: Option<&'a FactKey>,
    rolls: Truth,
}

impl<'a> Measure<'a> {
    /// For a version of a rulebook in a situation.
    pub(crate) fn of(version: &'a Version, context: Context<'a>, calendars: &'a Calendars) -> Self {
        let counting = version.counting.as_ref().or(context.rulebook.counting.as_ref());
        let named = counting.and_then(|counting| counting.calendar.as_ref());
        let place = match named {
            Some(CalendarOf::By(by)) => Some(&by.by),
            _ => None,
        };
        let id = match named {
            Some(CalendarOf::Named(id)) => Some(id.as_str()),
            Some(CalendarOf::By(by)) => match context.situation.facts.get(&by.by) {
                Some(Value::Choice(choice)) => Some(choice.as_str()),
                _ => None,
            },
            None => None,
        };
        let calendar = id.and_then(|id| calendars.get(id));
        let roll_when = counting.and_then(|counting| counting.roll_when.as_ref());
        let term = roll_when.and_then(|id| context.rulebook.term(id));
        Self {
            zone: context.rulebook.zone_for(context.situation.zone),
            convention: counting.map(convention).unwrap_or_default(),
            calendar,
            place: place.filter(|_| calendar.is_none()),
            rolls: term.map_or(Truth::Yes, |term| term.when.ask(context).truth),
        }
    }

    /// The zone whose days these are.
    pub(crate) const fn zone(&self) -> Tz {
        self.zone
    }

    /// The limit a period gives from a start.
    pub(crate) fn limit(&self, period: &Period, start: Timing) -> Limit {
        let due = match period {
            Period::Promptly(promptness) => Due::NoNumber { promptness: *promptness },
            Period::Until(_) => Due::Until,
            Period::AtLeastDays(days) => {
                let ends = self.after_full_days(start.latest(), *days);
                let step = Step::AddDays { days: *days, gives: ends };
                return Limit { due: Due::AtLeastUntil { ends }, safe: None, steps: vec![step] };
            }
            Period::AtLeastMonths(months) => {
                let ends = self.after_full_months(start.latest(), *months);
                let step = Step::Add { span: Span::Months(*months), gives: ends };
                return Limit { due: Due::AtLeastUntil { ends }, safe: None, steps: vec![step] };
            }
            _ => return period.span().map_or_else(|| Limit::at(start), |span| self.number(span, start)),
        };
        Limit { due, safe: None, steps: Vec::new() }
    }

    fn number(&self, span: Span, start: Timing) -> Limit {
        let first = self.counted(span, start.earliest());
        let last = if start.is_exact() { first.clone() } else { self.counted(span, start.latest()) };
        let (earliest, _) = self.legal(span, &first, start.earliest());
        let (_, latest) = self.legal(span, &last, start.latest());
        let mut steps = vec![step(span, earliest)];
        steps.extend(first.steps.into_iter().map(|step| Step::Counted { of: step }));
        let concerned =
            self.convention.roll != Roll::None || matches!(span, Span::WorkingDays(_) | Span::WorkingDayHours(_));
        steps.extend(self.place.filter(|_| concerned).map(|key| Step::PlaceUnknown { key: key.clone() }));
        let safe = Some(first.strict).filter(|strict| *strict < earliest);
        Limit { due: Due::By { earliest, latest }, safe, steps }
    }

    fn counted(&self, span: Span, start: Moment) -> Counted {
        let convention = match self.rolls {
            Truth::No => Convention { roll: Roll::None, ..self.convention },
            Truth::Yes | Truth::Unknown => self.convention,
        };
        count(span, start, &convention, self.zone, self.calendar)
    }

    /// The act's own reading; both ends where it is unknown whether a last day moves.
    fn legal(&self, span: Span, counted: &Counted, start: Moment) -> (Moment, Moment) {
        if self.rolls == Truth::Unknown {
            let unmoved = Convention { roll: Roll::None, ..self.convention };
            let unmoved = count(span, start, &unmoved, self.zone, self.calendar).legal;
            return (unmoved.min(counted.legal), unmoved.max(counted.legal));
        }
        (counted.legal, counted.legal)
    }

    /// The end of the last of so many full local days after the day of a moment.
    fn after_full_days(&self, start: Moment, days: u32) -> Moment {
        let first_free = day_of(start, self.zone).checked_add_days(Days::new(u64::from(days) + 1));
        first_free
            .and_then(|day| start_of_day(day, self.zone))
            .unwrap_or_else(|| start.plus_seconds((i64::from(days) + 1) * 86_400))
    }

    /// The end of the last day of so many months after a moment, never earlier than a plain count gives.
    fn after_full_months(&self, start: Moment, months: u32) -> Moment {
        let last = day_of(start, self.zone).checked_add_months(Months::new(months));
        let first_free = last.and_then(|last| last.succ_opt());
        first_free.and_then(|day| start_of_day(day, self.zone)).unwrap_or_else(|| Moment::from_seconds(i64::MAX))
    }
}

const fn convention(counting: &Counting) -> Convention {
    Convention {
        hours: counting.hours,
        first_day: counting.first_day,
        roll: counting.roll,
        two_working_days: counting.two_working_days,
    }
}

const fn step(span: Span, gives: Moment) -> Step {
    match span {
        Span::Hours(hours) => Step::AddHours { hours, gives },
        Span::Days(days) => Step::AddDays { days, gives },
        _ => Step::Add { span, gives },
    }
}
