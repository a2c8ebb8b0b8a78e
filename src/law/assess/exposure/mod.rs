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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::answered::Answers;
    use crate::assess::specimen::{act, at, context, euro, nothing};
    use crate::base::moment::Timing;
    use crate::base::words::Words;
    use crate::rulebook::Rulebook;
    use crate::situation::Situation;
    use crate::situation::fact::Value;
    use crate::verdict::clock::ClockOrigin;
    use crate::verdict::{Bounds, Course, Scale, Unit};
    use chrono_tz::Europe::Berlin;

    fn law(fine: &str) -> Rulebook {
        let head = "[[duty]]\nid = \"x/d\"\ntitle = WORDS\nrecipient = WORDS\nto = \"authority\"\nconsequence = WORDS\n\
                    starts = { awareness = \"aware\" }\ngoverned_by = \"start\"\nwatched = true\n\
                    [[duty.fine]]\nid = \"f\"\nkind = \"administrative-fine\"\ntitle = WORDS\n";
        act(&format!("{head}{fine}"))
    }

    /// A clock that was due at a moment.
    fn clock(due: (&str, &str), standing: Standing) -> Clock {
        Clock {
            origin: ClockOrigin::Incident,
            start: Timing::exact(at("2026-11-17T12:00:00Z"), Berlin),
            provisional: false,
            why: Words::name("why"),
            due: Due::By { earliest: at(due.0), latest: at(due.1) },
            safe: None,
            standing,
            course: Course {
                scale: Scale { unit: Unit::Hours, zone: Berlin },
                start: at("2026-11-17T12:00:00Z").into(),
                due: Some(Bounds::between(at(due.0), at(due.1))),
                safe: None,
                held: None,
                end: at(due.1).into(),
            },
            not_before: None,
            guideline: None,
            late: None,
            receipt: None,
            house_target: None,
            steps: Vec::new(),
        }
    }

    fn overdue(late: i64) -> Clock {
        let standing = Standing::Overdue { late, late_at_most: late, elapsed: 0 };
        clock(("2026-11-20T12:00:00Z", "2026-11-20T12:00:00Z"), standing)
    }

    fn exposures(law: &Rulebook, situation: &Situation, clock: &Clock) -> Vec<Exposure> {
        let answers = Answers::default();
        of(Breach {
            context: context(law, situation, &answers),
            duty: &law.duty[0],
            applies: Truth::Yes,
            clock: Some(clock),
            scenarios: &[],
            timed: true,
            governing_day: "2026-11-17".parse().unwrap(),
        })
    }

    fn immune(answer: bool) -> Situation {
        let mut situation = nothing();
        situation.facts.set("small", Value::YesNo(answer));
        situation
    }

    #[test]
    fn who_is_certainly_spared_is_not_threatened_and_who_may_be_is_perhaps() {
        let law = law("unless = { is = \"small\" }\n\
                       [[duty.fine.version]]\nfrom = 2020-01-01\nmost = { sum = 5 }\nsource = SOURCE\n");
        assert!(exposures(&law, &immune(true), &overdue(1)).is_empty());
        assert_eq!(exposures(&law, &immune(false), &overdue(1))[0].threatened, Truth::Yes);
        assert_eq!(exposures(&law, &nothing(), &overdue(1))[0].threatened, Truth::Unknown);
    }

    /// A duty without a clock.
    fn untimed(law: &Rulebook, situation: &Situation) -> (Truth, bool) {
        let answers = Answers::default();
        let breach = Breach {
            context: context(law, situation, &answers),
            duty: &law.duty[0],
            applies: Truth::Yes,
            clock: None,
            scenarios: &[],
            timed: false,
            governing_day: "2026-11-17".parse().unwrap(),
        };
        let exposure = of(breach).remove(0);
        (exposure.threatened, exposure.depends_on_performance)
    }

    const FIVE: &str = "[[duty.fine.version]]\nfrom = 2020-01-01\nmost = { sum = 5 }\nsource = SOURCE\n";

    #[test]
    fn without_a_clock_nothing_says_that_a_duty_was_breached_unless_it_is_the_sanction_itself() {
        let plain = law(FIVE);
        assert_eq!(untimed(&plain, &nothing()), (Truth::Unknown, true));
        let mut sanction = law(FIVE);
        sanction.duty[0].sanction_only = true;
        assert_eq!(untimed(&sanction, &nothing()), (Truth::Yes, false));
        let told = law(&format!("when = {{ is = \"small\" }}\n{FIVE}"));
        assert_eq!(untimed(&told, &immune(true)), (Truth::Yes, false));
        assert_eq!(untimed(&told, &immune(false)), (Truth::No, false));
        assert_eq!(untimed(&told, &nothing()).0, Truth::Unknown);
    }

    #[test]
    fn what_was_done_where_the_law_states_no_time_is_no_breach() {
        let law = law(FIVE);
        let threat = |standing| {
            let clock = Clock { due: UNSTATED, ..clock(("2026-11-20T12:00:00Z", "2026-11-20T12:00:00Z"), standing) };
            let found = exposures(&law, &nothing(), &clock).remove(0);
            (found.threatened, found.depends_on_performance)
        };
        assert_eq!(threat(Standing::Waiting { elapsed: 5 }), (Truth::Unknown, true));
        assert_eq!(threat(Standing::Done { elapsed: 5 }), (Truth::No, false));
    }

    #[test]
    fn a_breach_between_two_versions_lists_both_and_the_last_second_counts_as_missed_the_day_after() {
        let law = law("[[duty.fine.version]]\nfrom = 2020-01-01\nmost = { sum = 5 }\nsource = SOURCE\n\
                       [[duty.fine.version]]\nfrom = 2026-11-21\nmost = { sum = 9 }\nsource = SOURCE\n");
        let most = |due| {
            let standing = Standing::Overdue { late: 1, late_at_most: 1, elapsed: 0 };
            let found = exposures(&law, &nothing(), &clock(due, standing)).into_iter();
            found.map(|exposure| exposure.most.unwrap().high.unwrap()).collect::<Vec<_>>()
        };
        assert_eq!(most(("2026-11-20T22:59:58Z", "2026-11-20T22:59:58Z")), [euro(5)]);
        assert_eq!(most(("2026-11-20T22:59:59Z", "2026-11-20T22:59:59Z")), [euro(9)]);
        assert_eq!(most(("2026-11-20T22:59:58Z", "2026-11-20T22:59:59Z")), [euro(5), euro(9)]);
    }

    fn growing(most: &str) -> Rulebook {
        law(&format!("[[duty.fine.version]]\nfrom = 2020-01-01\nmost = {most}\nsource = SOURCE\n"))
    }

    #[test]
    fn each_day_begun_counts_and_the_next_step_comes_one_second_after_the_day() {
        let law = growing("{ per-day = { of = { sum = 10 }, at-most-days = 3 } }");
        let step = |late: i64| {
            let found = exposures(&law, &nothing(), &overdue(late)).remove(0);
            let next = found.next_step.map(|next| (next.at.to_rfc3339(), next.to.unwrap().minor / 100));
            (found.days_late.unwrap(), found.most.unwrap().high.unwrap().minor / 100, next)
        };
        let next = |at: &str, to| Some((at.to_owned(), to));
        assert_eq!(step(86_400), (1, 10, next("2026-11-21T12:00:01Z", 20)));
        assert_eq!(step(86_401), (2, 20, next("2026-11-22T12:00:01Z", 30)));
        assert_eq!(step(500_000), (6, 30, None));
    }

    #[test]
    fn a_staircase_names_the_day_of_its_next_step() {
        let law = growing("{ stairs = [{ every-days = 30, add = 50 }] }");
        let found = exposures(&law, &nothing(), &overdue(1)).remove(0);
        assert_eq!(found.next_step, Some(NextStep { at: at("2026-12-20T12:00:01Z"), to: Some(euro(100)) }));
    }

    #[test]
    fn before_the_limit_nothing_has_grown_and_after_the_filing_nothing_grows() {
        let law = growing("{ per-day = { of = { sum = 10 } } }");
        let due = ("2026-11-23T12:00:00Z", "2026-11-23T12:00:00Z");
        let running = exposures(&law, &nothing(), &clock(due, Standing::Running { left: 86_400 })).remove(0);
        assert_eq!((running.days_late, running.most.unwrap().high), (Some(0), Some(euro(0))));
        let first = NextStep { at: at("2026-11-23T12:00:01Z"), to: Some(euro(10)) };
        assert_eq!(running.next_step, Some(first));
        let met = Standing::MetLate { late: 86_401, late_at_most: 86_401, elapsed: 0 };
        let late = exposures(&law, &nothing(), &clock(due, met)).remove(0);
        assert_eq!((late.days_late, late.next_step, late.most.unwrap().high), (Some(2), None, Some(euro(20))));
    }

    #[test]
    fn a_fixed_sum_neither_grows_nor_counts_days() {
        let found = exposures(&growing("{ sum = 5 }"), &nothing(), &overdue(500_000)).remove(0);
        assert_eq!((found.days_late, found.next_step), (None, None));
    }
}
