//! What missing a duty may cost: ceilings and floors of the law on the day of the breach, never an estimate.
//!
//! A breach whose day is not known (a start known roughly, a continuing duty) lists every version of the sanction that
//! was in force within the span. How an amount comes about is `amount`'s; here is decided which, and whether it is
//! threatened.

pub(crate) mod amount;
pub(crate) mod formula;
pub(crate) mod interval;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;

use self::amount::Valuation;
use super::context::Context;
use crate::base::moment::Moment;
use crate::base::truth::Truth;
use crate::rulebook::dated::Dated;
use crate::rulebook::duty::Duty;
use crate::rulebook::fine::{Amount, Fine, FineVersion};
use crate::rulebook::period::Promptness;
use crate::rulebook::visit::Visit;
use crate::rulebook::walk;
use crate::verdict::clock::{Clock, Due, Standing, missed};
use crate::verdict::exposure::{AmountRange, Exposure, NextStep};
use chrono::{Datelike, NaiveDate};

/// A day, in seconds.
const DAY: i64 = 86_400;
/// How many days ahead the next step of a growing sum is looked for.
const HORIZON: u64 = 36_500;
/// More days than anything can have been late: an end is open.
const MOST_DAYS: u64 = 10_000 * 366;

/// A duty of which the law says nothing about time.
const UNSTATED: Due = Due::NoNumber { promptness: Promptness::Unstated };

/// What an exposure rests on.
#[derive(Clone, Copy)]
pub(crate) struct Breach<'a> {
    /// Of what conditions and amounts are asked.
    pub context: Context<'a>,
    /// The duty.
    pub duty: &'a Duty,
    /// Whether the duty applies.
    pub applies: Truth,
    /// The governing clock.
    pub clock: Option<&'a Clock>,
    /// The clocks under other candidates.
    pub scenarios: &'a [Clock],
    /// Whether the duty has a clock at all; a note has none.
    pub timed: bool,
    /// The day that picked the duty's version.
    pub governing_day: NaiveDate,
}

/// The exposures of a duty that applies or may apply.
pub(crate) fn of(breach: Breach<'_>) -> Vec<Exposure> {
    let (first, last) = breach.span();
    let mut exposures = Vec::new();
    for fine in &breach.duty.fine {
        let Some(threatened) = breach.threatened(fine) else { continue };
        for (index, version) in fine.version.iter().enumerate() {
            let next = fine.version.get(index + 1).map(Dated::from);
            if version.repealed || version.from > last || next.is_some_and(|next| next <= first) {
                continue;
            }
            let ends = next.and_then(|next| next.pred_opt()).unwrap_or(last);
            let days = (first.max(version.from), last.min(ends));
            exposures.push(breach.exposure(fine, version, threatened, days));
        }
    }
    exposures
}

impl Breach<'_> {
    /// The days on which the breach can have happened, first and last.
    fn span(self) -> (NaiveDate, NaiveDate) {
        let zone = self.context.rulebook.zone_for(self.context.situation);
        let day = |at: Moment| at.in_zone(zone).date_naive();
        let Some(clock) = self.clock else {
            return (self.governing_day, self.governing_day);
        };
        let start = clock.start.at;
        match (clock.due, clock.standing) {
            (Due::By { earliest, latest }, _) => {
                let first = if earliest.is_bounded() { earliest } else { latest };
                let last = if latest.is_bounded() { latest } else { self.context.now.max(first) };
                (day(first.plus_seconds(1)), day(last.plus_seconds(1)))
            }
            (_, Standing::Done { elapsed }) => (day(start), day(start.plus_seconds(elapsed))),
            _ => (day(start), day(self.context.now.max(start))),
        }
    }

    /// Whether it is threatened; `None` for who is certainly spared.
    fn threatened(self, fine: &Fine) -> Option<Truth> {
        let ask = |condition: &crate::rulebook::condition::Condition| condition.ask(self.context).truth;
        let spared = fine.unless.as_ref().map_or(Truth::No, ask);
        if spared == Truth::Yes {
            return None;
        }
        let when = fine.when.as_ref().map(ask);
        let breached = match self.clock {
            None if self.timed => Truth::No,
            // Its conditions say what was breached, or the fine's own does; otherwise nothing does.
            None if self.duty.sanction_only || when.is_some() => Truth::Yes,
            None => Truth::Unknown,
            Some(Clock { due: Due::Until | Due::AtLeastUntil { .. }, .. }) if when.is_some() => Truth::Yes,
            Some(Clock { due: UNSTATED, standing: Standing::Done { .. }, .. }) => Truth::No,
            Some(clock) => {
                let elsewhere = self.scenarios.iter().any(|other| missed(other.standing) != Truth::No);
                match missed(clock.standing) {
                    Truth::No if elsewhere => Truth::Unknown,
                    answer => answer,
                }
            }
        };
        Some(self.applies.and(breached).and(when.unwrap_or(Truth::Yes)).and(spared.opposite()))
    }

    /// Whether nothing on record tells if the duty was met: it has no clock, or the law states no time for it.
    const fn depends_on_performance(self) -> bool {
        match self.clock {
            None => !self.timed,
            Some(clock) => matches!(
                (clock.due, clock.standing),
                (_, Standing::InForce { .. }) | (UNSTATED, Standing::Waiting { .. })
            ),
        }
    }

    fn exposure(self, fine: &Fine, version: &FineVersion, threatened: Truth, days: (NaiveDate, NaiveDate)) -> Exposure {
        let late = self.days_late();
        let year = self.span().0.year() - 1;
        let valuation = Valuation { context: self.context, year, days, late };
        let growing = version.most.as_ref().filter(|most| grows(most));
        Exposure {
            kind: fine.kind,
            title: fine.title.clone(),
            // Of what grows with the days nobody can name the most while nobody knows how many they are.
            most: version.most.as_ref().map(|most| match valuation.of(most) {
                sum if late.1 > MOST_DAYS && growing.is_some() => AmountRange { high: None, ..sum },
                sum => sum,
            }),
            amounts_not_read: version.amounts_not_read,
            least: version.least.as_ref().map(|least| valuation.of(least)),
            floor_of_maximum: version.floor_of_maximum,
            prison_months: version.prison_months,
            days_late: growing.map(|_| late.0),
            next_step: growing.and_then(|most| self.next_step(most, valuation)),
            practice: version.practice.clone(),
            threatened,
            depends_on_performance: threatened == Truth::Unknown && self.depends_on_performance(),
            rule: self.context.rulebook.reference(version.from),
            source: version.source.clone(),
            note: version.note.clone(),
        }
    }

    /// Days late, each day begun after the due moment counted whole: surely, and at most.
    fn days_late(self) -> (u64, u64) {
        let days = |seconds: i64| u64::try_from(seconds.max(0)).unwrap_or(0).div_ceil(DAY.unsigned_abs());
        match self.clock.map(|clock| clock.standing) {
            Some(Standing::Overdue { late, late_at_most, .. } | Standing::MetLate { late, late_at_most, .. }) => {
                (days(late), days(late_at_most))
            }
            Some(Standing::PerhapsOverdue { since, .. }) => (0, days(since)),
            Some(Standing::CannotBeDecided { late_at_most, .. }) => (0, days(late_at_most)),
            _ => (0, 0),
        }
    }

    /// When a sum that still grows will have grown, by the reading that is latest. The sum never falls with the days, so
    /// the day is found by halving.
    fn next_step(self, most: &Amount, valuation: Valuation<'_>) -> Option<NextStep> {
        let clock = self.clock?;
        let Due::By { latest, .. } = clock.due else { return None };
        if !latest.is_bounded() {
            return None;
        }
        let ended = matches!(
            clock.standing,
            Standing::MetInTime { .. } | Standing::MetLate { .. } | Standing::CannotBeDecided { .. }
        );
        let sum = |days: u64| {
            let range = Valuation { late: (days, days), ..valuation }.of(most);
            range.high.or(range.low).map(|sum| sum.minor)
        };
        let today = valuation.late.0;
        let now = sum(today);
        let grown = |days: u64| sum(days) > now;
        if ended || !grown(today + HORIZON) {
            return None;
        }
        let (mut not_yet, mut by_then) = (today, today + HORIZON);
        if grown(today + 1) {
            by_then = today + 1;
        }
        while by_then - not_yet > 1 {
            let middle = not_yet.midpoint(by_then);
            if grown(middle) { by_then = middle } else { not_yet = middle }
        }
        let range = Valuation { late: (by_then, by_then), ..valuation }.of(most);
        let begins = i64::try_from(by_then - 1).unwrap_or(i64::MAX).saturating_mul(DAY).saturating_add(1);
        Some(NextStep { at: latest.plus_seconds(begins), to: range.high.or(range.low) })
    }
}

/// Whether a sum grows with the days late.
fn grows(amount: &Amount) -> bool {
    let mut grows = Grows(false);
    walk::amount(&mut grows, amount);
    grows.0
}

struct Grows(bool);

impl<'a> Visit<'a> for Grows {
    fn amount(&mut self, amount: &'a Amount) {
        self.0 |= match amount {
            Amount::PerDay(_) | Amount::Stairs(_) | Amount::DailyShare(_) => true,
            Amount::Sum(_) | Amount::Share(_) | Amount::ShareOrSum(_) | Amount::Units(_) => false,
            Amount::HigherOf(_) | Amount::LowerOf(_) | Amount::Plus(_) => false,
            Amount::If(_) | Amount::Times(_) | Amount::Per(_) => false,
        };
    }
}
