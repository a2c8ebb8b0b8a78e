//! How a period is measured: which calendar, which day is day 1, what happens at its end. From a rulebook's counting
//! and a start to a limit, with a strict reading beside the act's own.

use super::limit::Limit;
use crate::assess::context::Context;
use crate::base::moment::{Moment, Timing, start_of_day};
use crate::base::truth::Truth;
use crate::calendar::{Calendar, Calendars};
use crate::counting::{Closing, Convention, Counted, Roll, Span, count_until};
use crate::rulebook::counting_rule::{CalendarOf, Counting};
use crate::rulebook::period::{Period, day_of};
use crate::rulebook::version::Version;
use crate::rulebook::zone_by::{Place, ZoneBy};
use crate::situation::fact::{FactKey, Value};
use crate::verdict::Unit;
use crate::verdict::clock::{Due, Step};
use chrono::{Days, Months, Offset};
use chrono_tz::Tz;

/// What measures the periods of one version for one situation.
#[derive(Debug, Clone)]
pub(crate) struct Measure<'a> {
    zone: Tz,
    convention: Convention,
    calendar: Option<&'a Calendar>,
    place: Option<&'a FactKey>,
    rolls: Truth,
    closes: Option<Closing>,
    /// The organisation's own clock.
    home: Tz,
    /// Where the act is done decides whose clock counts.
    by: Option<&'a ZoneBy>,
    /// The place, where it is known.
    done_in: Option<&'a Place>,
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
        let by = context.rulebook.zone_by.as_ref();
        Self {
            zone: context.rulebook.zone_for(context.situation),
            convention: counting.map(convention).unwrap_or_default(),
            calendar,
            place: place.filter(|_| calendar.is_none()),
            closes: counting
                .and_then(|counting| counting.until_hour.as_ref())
                .map(|until| Closing { at: until.at, zone: until.zone }),
            home: context.situation.zone,
            by,
            done_in: by.and_then(|by| by.place(context.situation)),
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
                return Limit { due: Due::AtLeastUntil { ends }, safe: None, unit: Unit::Days, steps: vec![step] };
            }
            Period::AtLeastMonths(months) => {
                let ends = self.after_full_months(start.latest(), *months);
                let step = Step::Add { span: Span::Months(*months), gives: ends };
                return Limit { due: Due::AtLeastUntil { ends }, safe: None, unit: Unit::Days, steps: vec![step] };
            }
            _ => return period.span().map_or_else(|| Limit::at(start), |span| self.number(span, start)),
        };
        Limit { due, safe: None, unit: Unit::Days, steps: Vec::new() }
    }

    fn number(&self, span: Span, start: Timing) -> Limit {
        if !start.earliest().is_bounded() {
            return self.open(span, start);
        }
        let first = self.counted(span, start.earliest());
        let (earliest, _) = self.legal(span, &first, start.earliest());
        let latest = self.last(span, start);
        let mut steps = vec![step(span, earliest)];
        steps.extend(first.steps.into_iter().map(|step| Step::Counted { of: step }));
        let concerned =
            self.convention.roll != Roll::None || matches!(span, Span::WorkingDays(_) | Span::WorkingDayHours(_));
        steps.extend(self.place.filter(|_| concerned).map(|key| Step::PlaceUnknown { key: key.clone() }));
        let in_hours = matches!(span, Span::Hours(_));
        steps.extend(self.whose_clock(start.earliest()).filter(|_| !in_hours));
        let others = self.other_clocks(start.earliest()).into_iter().filter(|_| !in_hours);
        let strict = others.map(|zone| self.on(zone, span, start.earliest()).strict).fold(first.strict, Moment::min);
        let safe = Some(strict).filter(|strict| *strict < earliest);
        Limit { due: Due::By { earliest, latest }, safe, unit: span.into(), steps }
    }

    /// The limit where the start may have been the latest it can, or any earlier moment: nobody knows how early it ends.
    fn open(&self, span: Span, start: Timing) -> Limit {
        let last = Timing::exact(start.latest(), start.zone);
        let steps = if last.at.is_bounded() { self.number(span, last).steps } else { Vec::new() };
        let due = Due::By { earliest: Moment::OPEN_PAST, latest: self.last(span, start) };
        Limit { due, safe: None, unit: span.into(), steps }
    }

    /// By when at the latest, if it started as late as it can have.
    fn last(&self, span: Span, start: Timing) -> Moment {
        let latest = start.latest();
        if !latest.is_bounded() {
            return latest;
        }
        self.legal(span, &self.counted(span, latest), latest).1
    }

    fn counted(&self, span: Span, start: Moment) -> Counted {
        let convention = match self.rolls {
            Truth::No => Convention { roll: Roll::None, ..self.convention },
            Truth::Yes | Truth::Unknown => self.convention,
        };
        count_until(span, start, &convention, (self.zone, self.calendar), self.closes)
    }

    /// The same on another clock.
    fn on(&self, zone: Tz, span: Span, start: Moment) -> Counted {
        count_until(span, start, &self.convention, (zone, self.calendar), self.closes)
    }

    /// The clocks on which it could be read as well, one for each offset from UTC: the organisation's own, where the place
    /// is known to have another; all that the place can have, while it is not known.
    fn other_clocks(&self, at: Moment) -> Vec<Tz> {
        let Some(by) = self.by else { return Vec::new() };
        let mut zones: Vec<Tz> = match self.done_in {
            Some(_) => vec![self.home],
            None => by.places.iter().map(|place| place.zone).collect(),
        };
        let mut seen = vec![offset(at, self.zone)];
        zones.retain(|zone| {
            let offset = offset(at, *zone);
            let new = !seen.contains(&offset);
            seen.push(offset);
            new
        });
        zones
    }

    /// Whose clock was read, where that is a reading: another than the organisation's, one of several, or nobody's yet.
    fn whose_clock(&self, at: Moment) -> Option<Step> {
        let by = self.by?;
        let zone = self.zone.name().to_owned();
        match self.done_in {
            None => Some(Step::ClockUnknown { key: by.fact.clone(), zone }),
            Some(place) if place.several || offset(at, self.zone) != offset(at, self.home) => {
                Some(Step::ClockOfPlace { zone, several: place.several, cite: by.source.cite.clone() })
            }
            Some(_) => None,
        }
    }

    /// The act's own reading; both ends where it is unknown whether a last day moves.
    fn legal(&self, span: Span, counted: &Counted, start: Moment) -> (Moment, Moment) {
        if self.rolls == Truth::Unknown {
            let unmoved = Convention { roll: Roll::None, ..self.convention };
            let unmoved = count_until(span, start, &unmoved, (self.zone, self.calendar), self.closes).legal;
            return (unmoved.min(counted.legal), unmoved.max(counted.legal));
        }
        (counted.legal, counted.legal)
    }

    /// The end of the last of so many full local days after the day of a moment.
    fn after_full_days(&self, start: Moment, days: u32) -> Moment {
        if !start.is_bounded() {
            return start;
        }
        let first_free = day_of(start, self.zone).checked_add_days(Days::new(u64::from(days) + 1));
        first_free
            .and_then(|day| start_of_day(day, self.zone))
            .unwrap_or_else(|| start.plus_seconds((i64::from(days) + 1) * 86_400))
    }

    /// The end of the last day of so many months after a moment, never earlier than a plain count gives.
    fn after_full_months(&self, start: Moment, months: u32) -> Moment {
        if !start.is_bounded() {
            return start;
        }
        let last = day_of(start, self.zone).checked_add_months(Months::new(months));
        let first_free = last.and_then(|last| last.succ_opt());
        first_free.and_then(|day| start_of_day(day, self.zone)).unwrap_or_else(|| Moment::from_seconds(i64::MAX))
    }
}

/// How far a zone's clock is from UTC at a moment, in seconds.
fn offset(at: Moment, zone: Tz) -> i32 {
    at.in_zone(zone).offset().fix().local_minus_utc()
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
