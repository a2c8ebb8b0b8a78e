//! What missing a duty may cost: the ceiling of the law on the day of the breach, never an estimate.
//!
//! A breach whose day is not known (a start known roughly, a continuing duty) lists every version of the sanction that
//! was in force within the span. Shares are taken of turnover in its own currency; nothing is converted.

use super::clock::missed;
use super::condition::Known;
use super::moment::Moment;
use super::money::Money;
use super::period::day_of;
use super::rulebook::{Base, DailyRule, Dated, Duty, Fine, FineVersion, Rulebook, Share};
use super::situation::Situation;
use super::verdict::{Clock, Daily, Due, Exposure, Standing, Truth};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;

/// What an exposure rests on.
#[derive(Clone, Copy)]
pub(super) struct Breach<'a> {
    /// The rulebook.
    pub rulebook: &'a Rulebook,
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
pub(super) fn of(breach: Breach<'_>, situation: &Situation, now: Moment) -> Vec<Exposure> {
    let (first, last) = span(breach, now);
    let mut exposures = Vec::new();
    for fine in &breach.duty.fine {
        let threatened = threatened(breach, fine, situation);
        for (index, version) in fine.version.iter().enumerate() {
            let ends_before = fine.version.get(index + 1).is_some_and(|next| next.from() <= first);
            if version.repealed || version.from > last || ends_before {
                continue;
            }
            exposures.push(exposure(breach, fine, version, threatened, situation, now));
        }
    }
    exposures
}

/// The days on which the breach can have happened, first and last.
fn span(breach: Breach<'_>, now: Moment) -> (NaiveDate, NaiveDate) {
    let day = |at: Moment| day_of(at, breach.rulebook.zone);
    let Some(clock) = breach.clock else {
        return (breach.governing_day, breach.governing_day);
    };
    let start = clock.start.earliest();
    let ended = |elapsed: i64| day(start.plus_seconds(elapsed));
    match clock.due {
        Due::By { earliest, latest } => (day(earliest.plus_seconds(1)), day(latest.plus_seconds(1))),
        Due::NoNumber { .. } | Due::Until | Due::AtLeastUntil { .. } => match clock.standing {
            Standing::Done { elapsed } => (day(start), ended(elapsed)),
            _ => (day(start), day(now.max(start))),
        },
    }
}

fn threatened(breach: Breach<'_>, fine: &Fine, situation: &Situation) -> Truth {
    let known = Known { facts: &situation.facts, occurrences: &situation.occurrences, not_after: None };
    let when = fine.when.as_ref().map(|condition| condition.ask(known).truth);
    let breached = match breach.clock {
        None if breach.timed => Truth::No,
        None => Truth::Yes,
        Some(Clock { due: Due::Until | Due::AtLeastUntil { .. }, .. }) if when.is_some() => Truth::Yes,
        Some(clock) => {
            let elsewhere = breach.scenarios.iter().any(|other| missed(other.standing) != Truth::No);
            match missed(clock.standing) {
                Truth::No if elsewhere => Truth::Unknown,
                answer => answer,
            }
        }
    };
    breach.applies.and(breached).and(when.unwrap_or(Truth::Yes))
}

fn exposure(
    breach: Breach<'_>,
    fine: &Fine,
    version: &FineVersion,
    threatened: Truth,
    situation: &Situation,
    now: Moment,
) -> Exposure {
    let currency = breach.rulebook.currency;
    let year = span(breach, now).0.year();
    Exposure {
        kind: fine.kind,
        title: fine.title.clone(),
        ceiling: version.ceiling.map(|minor| Money { minor, currency }),
        share_of_turnover: version.share.map(|share| share.per_ten_thousand),
        share_gives: version.share.and_then(|share| share_of(share, &situation.turnover, year)),
        prison_months: version.prison_months,
        daily: version.daily.map(|rule| daily(rule, breach, situation, year)),
        practice: version.practice.clone(),
        threatened,
        rule: breach.rulebook.reference(version.from),
        source: version.source.clone(),
        note: version.note.clone(),
    }
}

/// The base year and the sum; `None` while that year's turnover is unknown. The average of three years counts only
/// where all three are known in one currency.
fn share_of(share: Share, turnover: &BTreeMap<i32, Money>, year: i32) -> Option<(i32, Money)> {
    let base_year = year - 1;
    let prior = *turnover.get(&base_year)?;
    let base = match share.base {
        Base::PriorYear => prior.minor,
        Base::LargerOfPriorYearAndThreeYearAverage => {
            let years: Vec<i64> = (year - 3..year)
                .filter_map(|year| turnover.get(&year))
                .filter(|sum| sum.currency == prior.currency)
                .map(|sum| sum.minor)
                .collect();
            match years.as_slice() {
                [a, b, c] => prior.minor.max(average(*a, *b, *c)),
                _ => prior.minor,
            }
        }
    };
    Some((base_year, Money { minor: parts(base, share.per_ten_thousand), currency: prior.currency }))
}

fn average(a: i64, b: i64, c: i64) -> i64 {
    i64::try_from((i128::from(a) + i128::from(b) + i128::from(c)) / 3).unwrap_or(i64::MAX)
}

fn parts(of: i64, per_ten_thousand: u32) -> i64 {
    i64::try_from(i128::from(of) * i128::from(per_ten_thousand) / 10_000).unwrap_or(i64::MAX)
}

/// A charge for each day begun after the due moment. Average daily sales are the year's turnover over 365.
fn daily(rule: DailyRule, breach: Breach<'_>, situation: &Situation, year: i32) -> Daily {
    let currency = breach.rulebook.currency;
    let late = match breach.clock.map(|clock| clock.standing) {
        Some(Standing::Overdue { late, .. } | Standing::MetLate { late, .. }) => late,
        _ => 0,
    };
    let days = late.div_euclid(86_400) + i64::from(late.rem_euclid(86_400) > 0);
    let fallback = Money { minor: rule.fallback, currency };
    let per_day = situation
        .turnover
        .get(&(year - 1))
        .map(|sum| Money { minor: parts(sum.minor, rule.per_ten_thousand) / 365, currency: sum.currency });
    let most = per_day.unwrap_or(fallback);
    Daily {
        share_of_daily_sales: Some(rule.per_ten_thousand),
        fallback: Some(fallback),
        per_day,
        days: u64::try_from(days).unwrap_or(0),
        until_now: Some(Money { minor: most.minor.saturating_mul(days), currency: most.currency }),
    }
}
