//! What came out, in the words that cases use: short, fixed, English; the pages have words of their own.

use super::aspect::{Aspect, Said};
use crate::base::moment::{Moment, UNBOUNDED};
use crate::base::money::Money;
use crate::base::truth::Truth;
use crate::rulebook::period::{NumberAs, Promptness};
use crate::verdict::duty_summary::FirstLimbSummary;
use crate::verdict::{AmountRange, Answer, Awaited, Clock, ClockOrigin, Due, Earliest, Exposure, Standing, Verdict};
use chrono_tz::Tz;

/// An aspect of a verdict, as cases word it; moments on the wall clock of a zone.
#[must_use]
pub fn found(what: Aspect, verdict: &Verdict, zone: Tz) -> Said {
    let clock = verdict.clock.as_deref();
    let of_clock =
        |text: &dyn Fn(&Clock) -> Option<String>| Said::One(clock.and_then(text).unwrap_or_else(|| "none".to_owned()));
    match what {
        Aspect::Answer => Said::One(answer(verdict)),
        Aspect::Missing => Said::Many(missing(&verdict.answer)),
        Aspect::Scope => Said::One(truth(verdict.scope).to_owned()),
        Aspect::Grounds => {
            let mut grounds: Vec<String> =
                verdict.grounds.iter().map(|ground| format!("{}: {}", ground.id, truth(ground.truth))).collect();
            grounds.sort();
            Said::Many(grounds)
        }
        Aspect::Version => Said::One(verdict.outline.rule.version.to_string()),
        Aspect::Clock => of_clock(&|clock| Some(origin(&clock.origin))),
        Aspect::Due => of_clock(&|clock| Some(due(clock.due, zone))),
        Aspect::Safe => of_clock(&|clock| clock.safe.map(|safe| moment_in(safe, zone))),
        Aspect::Standing => of_clock(&|clock| Some(standing(clock.standing, zone))),
        Aspect::Provisional => Said::One(clock.is_some_and(|clock| clock.provisional).to_string()),
        Aspect::Scenarios => {
            let scenario = |clock: &Clock| format!("{}: {}", origin(&clock.origin), standing(clock.standing, zone));
            Said::Many(verdict.scenarios.iter().map(scenario).collect())
        }
        Aspect::Exposures => Said::Many(verdict.exposures.iter().map(exposure).collect()),
        Aspect::Guideline => of_clock(&|clock| {
            clock
                .guideline
                .as_ref()
                .map(|guideline| guideline.due.map_or_else(|| "words only".to_owned(), |by| due(by, zone)))
        }),
        Aspect::FirstLimb => {
            Said::One(verdict.outline.first_limb.as_ref().map_or_else(|| "none".to_owned(), first_limb))
        }
        Aspect::LateLimit => of_clock(&|clock| Some(moment_in(clock.late.as_ref()?.at_most?, zone))),
        Aspect::NotBefore => of_clock(&|clock| clock.not_before.as_ref().map(|earliest| not_before(earliest, zone))),
        Aspect::Awaits => {
            let mut awaits: Vec<String> = verdict.awaits.iter().map(awaited).collect();
            awaits.sort();
            Said::Many(awaits)
        }
    }
}

/// The answer: `applies`, `not in force until 2027-05-13`.
pub(crate) fn answer(verdict: &Verdict) -> String {
    match &verdict.answer {
        Answer::Applies => "applies".to_owned(),
        Answer::DoesNotApply => "does not apply".to_owned(),
        Answer::Undetermined { .. } => "undetermined".to_owned(),
        Answer::Conflict { .. } => "conflict".to_owned(),
        Answer::NotInForce { from: Some(from) } => format!("not in force until {from}"),
        Answer::NotCovered { before } => format!("not covered before {before}"),
        Answer::NotInForce { from: None } if verdict.outline.pending.is_empty() => "no longer in force".to_owned(),
        Answer::NotInForce { from: None } => "not in force (pending only)".to_owned(),
        Answer::Superseded { by } => format!("superseded by {}", by.en),
    }
}

fn missing(answer: &Answer) -> Vec<String> {
    match answer {
        Answer::Undetermined { missing, .. } => missing.iter().map(ToString::to_string).collect(),
        _ => Vec::new(),
    }
}

const fn truth(truth: Truth) -> &'static str {
    match truth {
        Truth::Yes => "yes",
        Truth::No => "no",
        Truth::Unknown => "unknown",
    }
}

/// From what a clock starts, by its id.
fn origin(origin: &ClockOrigin) -> String {
    match origin {
        ClockOrigin::Candidate(id) => id.to_string(),
        ClockOrigin::Occurrence(id) => id.to_string(),
        ClockOrigin::Filing(duty) | ClockOrigin::Due(duty) => duty.to_string(),
        ClockOrigin::Incident => "incident".to_owned(),
        ClockOrigin::Own => "own".to_owned(),
        ClockOrigin::StandIn(id) => format!("not-recorded/{id}"),
        ClockOrigin::Known(key) => format!("not-recorded/{key}"),
    }
}

/// What has not happened yet: the trigger or the duty.
fn awaited(awaited: &Awaited) -> String {
    match awaited {
        Awaited::Awareness(trigger) | Awaited::Occurrence(trigger) => trigger.to_string(),
        Awaited::Filing(duty) | Awaited::Due(duty) => duty.to_string(),
        Awaited::Incident => "incident".to_owned(),
    }
}

fn not_before(earliest: &Earliest, zone: Tz) -> String {
    let from = match (earliest.at, &earliest.awaits) {
        (Some(at), _) => moment_in(at, zone),
        (None, Some(what)) => format!("waits for {}", awaited(what)),
        (None, None) => "not known".to_owned(),
    };
    match earliest.breached {
        Truth::Yes => format!("{from}, done too early"),
        Truth::No => from,
        Truth::Unknown => format!("{from}, perhaps done too early"),
    }
}

/// A moment on a zone's wall clock with its offset: `2026-11-20T11:00:00+01:00`; of an open end that it is not known.
#[must_use]
pub fn moment_in(at: Moment, zone: Tz) -> String {
    if !at.is_bounded() {
        return "unknown".to_owned();
    }
    at.in_zone(zone).format("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

/// When something is due: a moment, two bounds, or the statute's word.
#[must_use]
pub fn due(due: Due, zone: Tz) -> String {
    match due {
        Due::By { earliest, latest } if earliest == latest => moment_in(earliest, zone),
        Due::By { earliest, latest } => format!("{} to {}", moment_in(earliest, zone), moment_in(latest, zone)),
        Due::NoNumber { promptness } => word(promptness).to_owned(),
        Due::Until => "until lifted".to_owned(),
        Due::AtLeastUntil { ends } => format!("at least until {}", moment_in(ends, zone)),
    }
}

const fn word(promptness: Promptness) -> &'static str {
    match promptness {
        Promptness::Immediately => "immediately",
        Promptness::WithoutDelay => "without-delay",
        Promptness::WithoutUndueDelay => "without-undue-delay",
        Promptness::WithoutUnreasonableDelay => "without-unreasonable-delay",
        Promptness::AsSoonAsPossible => "as-soon-as-possible",
        Promptness::AsEarlyAsPossible => "as-early-as-possible",
        Promptness::AsSoonAsPracticable => "as-soon-as-practicable",
        Promptness::AsSoonAsFeasible => "as-soon-as-feasible",
        Promptness::Promptly => "promptly",
        Promptness::Unstated => "unstated",
        Promptness::NotRead => "not-read",
    }
}

/// The rule's words for speed beside its number, and what the number is: `without-undue-delay, where feasible`.
fn first_limb(limb: &FirstLimbSummary) -> String {
    let number = match limb.number {
        NumberAs::OuterLimit => "outer limit",
        NumberAs::WhereFeasible => "where feasible",
    };
    format!("{}, {number}", word(limb.promptly))
}

/// Seconds as hours, minutes and seconds: `29:35:00`.
#[must_use]
pub fn hours(seconds: i64) -> String {
    if seconds >= UNBOUNDED {
        return "unknown".to_owned();
    }
    format!("{}:{:02}:{:02}", seconds / 3_600, seconds / 60 % 60, seconds % 60)
}

/// How a clock stands.
#[must_use]
pub fn standing(standing: Standing, zone: Tz) -> String {
    match standing {
        Standing::Running { left } => format!("running, {} left", hours(left)),
        Standing::PastSafe { since, left } => format!("past safe since {}, {} left", hours(since), hours(left)),
        Standing::Held { elapsed, ends: None } => format!("held for {}", hours(elapsed)),
        Standing::Held { elapsed, ends: Some(ends) } => {
            format!("held for {}, until {}", hours(elapsed), moment_in(ends, zone))
        }
        Standing::PerhapsOverdue { since, left } => {
            format!("perhaps overdue since {}, {} left", hours(since), hours(left))
        }
        Standing::Overdue { late, late_at_most, elapsed } => {
            format!("overdue by {} (at most {}), elapsed {}", hours(late), hours(late_at_most), hours(elapsed))
        }
        Standing::MetInTime { spare, elapsed } => format!("in time by {}, elapsed {}", hours(spare), hours(elapsed)),
        Standing::MetLate { late, late_at_most, elapsed } if late == late_at_most => {
            format!("late by {}, elapsed {}", hours(late), hours(elapsed))
        }
        Standing::MetLate { late, late_at_most, elapsed } => {
            format!("late by {} to {}, elapsed {}", hours(late), hours(late_at_most), hours(elapsed))
        }
        Standing::CannotBeDecided { late_at_most, spare_at_most } => {
            format!("cannot be decided: up to {} late, up to {} to spare", hours(late_at_most), hours(spare_at_most))
        }
        Standing::Waiting { elapsed } => format!("waiting for {}", hours(elapsed)),
        Standing::Done { elapsed } => format!("done after {}", hours(elapsed)),
        Standing::InForce { elapsed } => format!("in force for {}", hours(elapsed)),
    }
}

/// What missing it may cost: provision, sums, prison, days late, whether it is threatened.
///
/// `up to` is a ceiling, `A to B` a range of the law, `up to at least` a ceiling of which only the lower bound is known
/// (turnover is missing), `or more` one that national law may set higher.
#[must_use]
pub fn exposure(exposure: &Exposure) -> String {
    let mut parts = vec![exposure.source.cite.en.clone()];
    match (exposure.least.as_ref().and_then(exact), &exposure.most) {
        (Some(least), Some(most)) => parts.push(match exact(most) {
            Some(most) => format!("{} to {}", money(least), money(most)),
            None => format!("from {}, {}", money(least), ceiling(most)),
        }),
        (Some(least), None) => parts.push(format!("from {}, no ceiling", money(least))),
        (None, Some(most)) => parts.push(ceiling(most)),
        (None, None) if exposure.amounts_not_read => parts.push("amounts not read".to_owned()),
        (None, None) if exposure.prison_months.is_none() => parts.push("no ceiling".to_owned()),
        (None, None) => {}
    }
    if let Some(last) = parts.last_mut().filter(|_| exposure.floor_of_maximum) {
        last.push_str(" or more");
    }
    parts.extend(exposure.prison_months.map(|months| format!("{months} months")));
    parts.extend(exposure.days_late.map(|days| format!("{days} days late")));
    parts.push(format!("threatened: {}", truth(exposure.threatened)));
    parts.join(", ")
}

fn exact(amount: &AmountRange) -> Option<Money> {
    amount.low.filter(|low| amount.high == Some(*low))
}

fn ceiling(amount: &AmountRange) -> String {
    match (amount.low, amount.high) {
        (Some(low), Some(high)) if low == high => format!("up to {}", money(high)),
        (Some(low), Some(high)) => format!("up to {}, at least {}", money(high), money(low)),
        (Some(low), None) if low.minor > 0 => format!("up to at least {}", money(low)),
        (None, Some(high)) => format!("up to {}", money(high)),
        (_, None) => "up to an unknown sum".to_owned(),
    }
}

/// A sum in whole units, with its minor units where it has some: `EUR 600000.50`.
fn money(sum: Money) -> String {
    let unit = 10_i64.pow(sum.currency.decimals());
    let places = usize::try_from(sum.currency.decimals()).unwrap_or_default();
    let (whole, part) = (sum.minor / unit, sum.minor % unit);
    match part {
        0 => format!("{} {whole}", sum.currency.code()),
        part => format!("{} {whole}.{:0places$}", sum.currency.code(), part.abs()),
    }
}
