//! Local days of one count: which are open, when they end, and where periods in days and months end among them.

use super::convention::{Convention, FirstDay, Span};
use super::step::{Closed, CountStep};
use crate::base::moment::{Local, Moment, resolve_local, start_of_day};
use crate::calendar::{Calendar, NotCovered};
use chrono::{Datelike, Months, NaiveDate, NaiveTime, Weekday};
use chrono_tz::Tz;

/// So many skipped days are listed one by one; a longer list helps nobody.
const LISTED: usize = 366;

/// The days of one count and the steps noted while walking over them.
pub(crate) struct Days<'a> {
    zone: Tz,
    calendar: Option<&'a Calendar>,
    steps: Vec<CountStep>,
    skipped: usize,
    beyond: Option<NotCovered>,
    /// Whether expected holidays count as closed, as they do in the legal reading.
    trusting: bool,
    /// A day of a year not announced yet was looked at.
    unannounced: bool,
    /// An expected holiday counted as closed.
    relied: bool,
    /// When the recipient's day ends, where that is before midnight.
    closes: Option<Closing>,
}

/// The hour at which a recipient's day ends, on a clock of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Closing {
    /// The last moment of the day.
    pub at: NaiveTime,
    /// On whose clock.
    pub zone: Tz,
}

impl<'a> Days<'a> {
    pub(crate) const fn new(zone: Tz, calendar: Option<&'a Calendar>, closes: Option<Closing>) -> Self {
        Self {
            closes,
            zone,
            calendar,
            steps: Vec::new(),
            skipped: 0,
            beyond: None,
            trusting: true,
            unannounced: false,
            relied: false,
        }
    }

    /// The same days with every expected holiday open.
    fn without_expected(&self) -> Self {
        Self { trusting: false, ..Self::new(self.zone, self.calendar, self.closes) }
    }

    pub(crate) fn note(&mut self, step: CountStep) {
        self.steps.push(step);
    }

    /// A closed day that does not count; a long list is cut short.
    pub(crate) fn note_skipped(&mut self, day: NaiveDate, why: Closed) {
        self.skipped += 1;
        if self.skipped <= LISTED {
            self.note(CountStep::Skipped { day, why });
        }
    }

    /// How many closed days were not listed one by one, where there were any.
    pub(crate) fn note_further_skipped(&mut self) {
        let more = self.skipped.checked_sub(LISTED).and_then(|more| u32::try_from(more).ok());
        if let Some(days) = more.filter(|more| *more > 0) {
            self.note(CountStep::FurtherSkipped { days });
        }
    }

    pub(crate) fn finish(self) -> (Vec<CountStep>, Option<NotCovered>) {
        (self.steps, self.beyond)
    }

    pub(crate) const fn zone(&self) -> Tz {
        self.zone
    }

    pub(crate) const fn has_calendar(&self) -> bool {
        self.calendar.is_some()
    }

    /// The local day of an instant.
    pub(crate) fn day_of(&self, at: Moment) -> NaiveDate {
        at.in_zone(self.zone).date_naive()
    }

    /// The last second of a local day. A day that a zone left out ends where the day before it ended.
    pub(crate) fn end_of(&self, day: NaiveDate) -> Moment {
        let following = day.iter_days().skip(1).take(3).find_map(|next| start_of_day(next, self.zone));
        following.unwrap_or_else(|| Moment::from_seconds(i64::MAX)).plus_seconds(-1)
    }

    /// When a last day ends: with the recipient's hour, where that comes before the day's last second.
    pub(crate) fn closing_of(&self, day: NaiveDate) -> Moment {
        let end = self.end_of(day);
        let Some(Closing { at, zone }) = self.closes else { return end };
        match resolve_local(day.and_time(at), zone) {
            Local::One(at) | Local::Never(at) => at.min(end),
            Local::Two([(first, _), _]) => first.min(end),
        }
    }

    /// Says that the recipient's hour ended a day, where it did.
    pub(crate) fn note_closing(&mut self, day: NaiveDate) {
        let gives = self.closing_of(day);
        if let Some(Closing { at, zone }) = self.closes.filter(|_| gives < self.end_of(day)) {
            let (at, zone) = (at.format("%H:%M").to_string(), zone.name().to_owned());
            self.note(CountStep::Closes { at, zone, gives });
        }
    }

    /// Noon of a local day.
    pub(crate) fn noon_of(&self, day: NaiveDate) -> Moment {
        let noon = day.and_time(NaiveTime::MIN) + chrono::TimeDelta::hours(12);
        match resolve_local(noon, self.zone) {
            Local::One(at) | Local::Never(at) => at,
            Local::Two([_, (later, _)]) => later,
        }
    }

    /// Why a day is closed; `None` where it is open. Days beyond the calendar are judged by the weekend alone.
    pub(crate) fn closed(&mut self, day: NaiveDate) -> Option<Closed> {
        let Some(calendar) = self.calendar else {
            return matches!(day.weekday(), Weekday::Sat | Weekday::Sun).then_some(Closed::Weekend);
        };
        let open = calendar.is_open(day);
        if open.is_ok() && day > calendar.announced_to && !self.unannounced {
            self.unannounced = true;
            self.note(CountStep::NotAnnounced { calendar: calendar.id.clone(), day });
        }
        if calendar.is_expected(day) && !calendar.is_weekend(day) {
            if !self.trusting {
                return None;
            }
            self.relied = true;
        }
        match open {
            Ok(true) => None,
            Ok(false) => Some(calendar.holiday(day).map_or(Closed::Weekend, |holiday| Closed::Holiday {
                name: holiday.title.clone(),
                announced: holiday.announced,
            })),
            Err(refused) => {
                if self.beyond.is_none() {
                    self.note(CountStep::CalendarEnds { calendar: refused.calendar.clone(), day });
                    self.beyond = Some(refused);
                }
                calendar.is_weekend(day).then_some(Closed::Weekend)
            }
        }
    }

    /// The first open day from this one on.
    pub(crate) fn next_open(&mut self, day: NaiveDate) -> NaiveDate {
        let mut at = day;
        while self.closed(at).is_some() {
            let Some(next) = at.succ_opt() else { break };
            at = next;
        }
        at
    }

    /// The strict and the legal end of a period in days or longer units, not rolled.
    pub(crate) fn count(&mut self, span: Span, start: Moment, convention: &Convention) -> (Moment, Moment) {
        let first = self.day_of(start);
        let (strict, last) = match span {
            Span::WorkingDays(number) => {
                let last = self.working(first, number, convention.first_day);
                let strict = |mut days: Self| days.working(first, number, convention.first_day);
                (if self.relied { strict(self.without_expected()) } else { last }, last)
            }
            Span::DaysAfterYearEnd(number) => {
                let year_end = NaiveDate::from_ymd_opt(first.year(), 12, 31).unwrap_or(first);
                self.note(CountStep::YearEnds { day: year_end });
                let last = plus_days(year_end, u64::from(number));
                (last, last)
            }
            Span::OnNext { month, day } => {
                let last = self.next_date(first, month.clamp(1, 12), day.clamp(1, 31));
                (last, last)
            }
            Span::OnNextYear { month, day } => {
                let year_end = NaiveDate::from_ymd_opt(first.year(), 12, 31).unwrap_or(first);
                self.note(CountStep::YearEnds { day: year_end });
                let last = self.next_date(year_end, month.clamp(1, 12), day.clamp(1, 31));
                (last, last)
            }
            Span::Hours(_) | Span::WorkingDayHours(_) | Span::Days(_) | Span::Weeks(_) | Span::Months(_) => {
                self.calendar_days(span, first, convention.first_day)
            }
        };
        let ends = self.closing_of(last);
        self.note(CountStep::LastDay { day: last, ends });
        self.note_closing(last);
        let legal = if convention.two_working_days && span_is_two_days(span) {
            let day_one = if convention.first_day == FirstDay::Included { first } else { plus_days(first, 1) };
            let second = self.two_working_days(day_one);
            self.lengthened(ends, second)
        } else {
            ends
        };
        (self.closing_of(strict), legal)
    }

    fn calendar_days(&mut self, span: Span, first: NaiveDate, rule: FirstDay) -> (NaiveDate, NaiveDate) {
        let (day_one, legal, strict) = match rule {
            FirstDay::Included => {
                let last = last_from(span, first);
                (first, last, last.day)
            }
            FirstDay::FirstOpenDay if self.closed(first).is_some() => {
                let open = self.next_open(first);
                (open, last_from(span, open), last_after(span, first).day)
            }
            FirstDay::Excluded | FirstDay::FirstOpenDay => {
                let last = last_after(span, first);
                (plus_days(first, 1), last, last.day)
            }
        };
        self.note(CountStep::DayOne { day: day_one });
        if let Some(wanted) = legal.wanted {
            self.note(CountStep::Clamped { wanted, day: legal.day });
        }
        (strict.max(first), legal.day.max(first))
    }

    /// The last of so many open days.
    fn working(&mut self, first: NaiveDate, number: u32, rule: FirstDay) -> NaiveDate {
        let mut at = match rule {
            FirstDay::Included => first,
            FirstDay::Excluded | FirstDay::FirstOpenDay => plus_days(first, 1),
        };
        let mut counted = 0_u32;
        let mut last = if number == 0 { self.next_open(first) } else { first };
        while counted < number {
            match self.closed(at) {
                None => {
                    counted += 1;
                    last = at;
                    if counted == 1 {
                        self.note(CountStep::DayOne { day: at });
                    }
                }
                Some(why) => self.note_skipped(at, why),
            }
            // Whatever lies beyond the last representable year is due then.
            let Some(next) = at.succ_opt().filter(|next| next.year() < 10_000) else { break };
            at = next;
        }
        self.note_further_skipped();
        last
    }

    fn next_date(&mut self, first: NaiveDate, month: u32, day: u32) -> NaiveDate {
        let in_year = |year: i32| {
            let exact = NaiveDate::from_ymd_opt(year, month, day);
            exact.or_else(|| (28..day).rev().find_map(|shorter| NaiveDate::from_ymd_opt(year, month, shorter)))
        };
        let found = in_year(first.year()).filter(|date| *date > first);
        let found = found.or_else(|| in_year(first.year().saturating_add(1))).unwrap_or(first);
        if found.day() != day {
            self.note(CountStep::Clamped { wanted: day, day: found });
        }
        found
    }

    /// The second open day from this one on.
    pub(crate) fn two_working_days(&mut self, from: NaiveDate) -> NaiveDate {
        let one = self.next_open(from);
        self.next_open(plus_days(one, 1))
    }

    /// The end moved to that of a later day, where it is later.
    pub(crate) fn lengthened(&mut self, ends: Moment, to: NaiveDate) -> Moment {
        let later = self.closing_of(to);
        if later <= ends {
            return ends;
        }
        self.note(CountStep::TwoWorkingDays { to, ends: later });
        later
    }
}

const fn span_is_two_days(span: Span) -> bool {
    match span {
        Span::Days(number) | Span::WorkingDays(number) | Span::DaysAfterYearEnd(number) => number >= 2,
        Span::Weeks(number) | Span::Months(number) => number >= 1,
        Span::Hours(_) | Span::WorkingDayHours(_) | Span::OnNext { .. } | Span::OnNextYear { .. } => false,
    }
}

/// The last day of a period, and the day of the month sought where the month lacks it.
#[derive(Clone, Copy)]
struct Last {
    day: NaiveDate,
    wanted: Option<u32>,
}

/// Where a period ends whose day 1 is the day after `zero`.
fn last_after(span: Span, zero: NaiveDate) -> Last {
    let plain = |day| Last { day, wanted: None };
    match span {
        Span::Days(number) => plain(plus_days(zero, u64::from(number))),
        Span::Weeks(number) => plain(plus_days(zero, u64::from(number) * 7)),
        Span::Months(number) => {
            let day = zero.checked_add_months(Months::new(number)).unwrap_or(NaiveDate::MAX);
            Last { day, wanted: (day.day() != zero.day()).then(|| zero.day()) }
        }
        _ => plain(zero),
    }
}

/// Where a period ends whose day 1 is `one`: a month from 1 March on ends on 31 March.
fn last_from(span: Span, one: NaiveDate) -> Last {
    let ends = last_after(span, one);
    if ends.wanted.is_some() { ends } else { Last { day: before(ends.day), wanted: None } }
}

/// So many days later; the last day there is where that lies beyond it.
pub(crate) fn plus_days(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(chrono::Days::new(days)).unwrap_or(NaiveDate::MAX)
}

fn before(day: NaiveDate) -> NaiveDate {
    day.pred_opt().unwrap_or(day)
}
