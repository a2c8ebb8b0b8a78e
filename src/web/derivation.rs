//! The law's reasons line by line: what was asked, what is known, how it came out. The tree is the law's; this file
//! flattens and words it.

use super::bindings::awaited;
use super::scenarios;
use super::teller::Teller;
use crate::law::counting::{Closed, CountStep};
use crate::law::fact::{Count, FactKey, Value};
use crate::law::moment::{Moment, Timing};
use crate::law::truth::Truth;
use crate::law::verdict::{Clause, Clock, Reason, Step};
use crate::locales::Text;

/// One line as `templates/components/derivation.html` draws it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// How deep it stands in the tree.
    pub depth: u8,
    /// `yes`, `no` or `unknown`.
    pub answer: &'static str,
    /// The clause in words.
    pub text: String,
    /// The provision, or what is known.
    pub note: String,
}

/// The lines of a reason, in reading order.
#[must_use]
pub fn lines(teller: &Teller<'_>, reason: &Reason) -> Vec<Line> {
    let mut lines = Vec::new();
    walk(teller, reason, 0, &mut lines);
    lines
}

fn walk(teller: &Teller<'_>, reason: &Reason, depth: u8, lines: &mut Vec<Line>) {
    let clause = clause(teller, &reason.clause);
    let cite = reason.cite.as_deref().map(|cite| teller.provision(cite)).unwrap_or_default();
    let leaf = reason.children.is_empty();
    let (text, note) = match &reason.words {
        Some(words) if leaf => (teller.words(words), with(cite, clause)),
        Some(words) => (teller.words(words), cite),
        None => (clause, cite),
    };
    lines.push(Line { depth, answer: answer(reason.truth), text, note });
    for child in reason.children.iter() {
        walk(teller, child, depth.saturating_add(1), lines);
    }
}

fn with(cite: String, known: String) -> String {
    if cite.is_empty() { known } else { format!("{cite} · {known}") }
}

/// The name under which templates know a truth.
#[must_use]
pub const fn answer(truth: Truth) -> &'static str {
    match truth {
        Truth::Yes => "yes",
        Truth::No => "no",
        Truth::Unknown => "unknown",
    }
}

fn clause(teller: &Teller<'_>, clause: &Clause) -> String {
    let t = teller.t;
    match clause {
        Clause::Always => t.law_clause_always(),
        Clause::All => t.law_clause_all(),
        Clause::Any => t.law_clause_any(),
        Clause::Not => t.law_clause_not(),
        Clause::Is { key, expected, found } => {
            let expected = if *expected { t.yes() } else { t.no() };
            t.law_clause_is(teller.fact(key), expected, teller.value(key, found.as_ref()))
        }
        Clause::AtLeast { key, threshold, found } => {
            t.law_clause_at_least(teller.fact(key), teller.amount(key, *threshold), count(teller, key, *found))
        }
        Clause::OneOf { key, choices, found } => {
            let wanted = teller.value(key, Some(&Value::Choices(choices.clone())));
            t.law_clause_one_of(teller.fact(key), wanted, teller.value(key, found.as_ref()))
        }
        Clause::Happened { trigger } => t.law_clause_happened(teller.trigger(trigger)),
        Clause::MoreThan { key, threshold, found } => {
            t.law_clause_more_than(teller.fact(key), teller.amount(key, *threshold), count(teller, key, *found))
        }
        Clause::CountBy { key, of, threshold, above, found } => {
            let what = match of {
                Some(place) => t.law_clause_in_one(teller.fact(key), teller.choice(key, place)),
                None => t.law_clause_in_any(teller.fact(key)),
            };
            let (threshold, found) = (teller.amount(key, *threshold), count(teller, key, *found));
            if *above {
                t.law_clause_more_than(what, threshold, found)
            } else {
                t.law_clause_at_least(what, threshold, found)
            }
        }
        Clause::Some { at_least } => t.law_clause_some(*at_least),
        Clause::Share { part, whole, per_ten_thousand, above, found } => {
            let known = found.map(|(a, b)| t.law_clause_of(teller.count(part, a), teller.count(whole, b)));
            let (part, whole, share) = (teller.fact(part), teller.fact(whole), t.share(*per_ten_thousand));
            let known = known.unwrap_or_else(|| t.not_known_yet());
            if *above {
                t.law_clause_share_above(part, share, whole, known)
            } else {
                t.law_clause_share_at_least(part, share, whole, known)
            }
        }
        Clause::MoneyAbove { key, limit, of_turnover, found } => {
            let what = key.as_ref().map_or_else(|| t.law_clause_turnover(), |key| teller.fact(key));
            let limit = match (limit, of_turnover) {
                (Some(limit), _) => t.money(*limit),
                (None, Some(share)) => t.amount_share(t.share(*share)),
                (None, None) => t.not_known_yet(),
            };
            t.law_clause_more_than(what, limit, found.map_or_else(|| t.not_known_yet(), |sum| t.money(sum)))
        }
        Clause::Filed { duty } => t.law_clause_filed(teller.duty(duty, None)),
        Clause::Met { duty } => t.law_clause_met(teller.duty(duty, None)),
        Clause::Applies { duty } => t.law_clause_applies(teller.duty(duty, None)),
        Clause::NoticeTo { to, .. } => t.law_clause_notice_to(t.recipient(*to)),
        Clause::Later { hours, moment, than } => {
            let timing = |at: &Option<Timing>| at.map_or_else(|| t.not_known_yet(), |at| t.timing(at));
            t.law_clause_later(timing(moment), hours.to_string(), timing(than))
        }
    }
}

fn count(teller: &Teller<'_>, key: &FactKey, found: Option<Count>) -> String {
    found.map_or_else(|| teller.t.not_known_yet(), |count| teller.count(key, count))
}

/// The arithmetic of a clock, step by step.
#[must_use]
pub fn steps(teller: &Teller<'_>, clock: &Clock) -> Vec<String> {
    let t = teller.t;
    let step = |step: &Step| match step {
        Step::Starts { at } => t.law_step_starts(t.timing(*at)),
        Step::AddHours { hours, gives } => t.law_step_hours(*hours, t.moment_both(*gives, teller.zone)),
        Step::AddDays { days, gives } => t.law_step_days(*days, t.moment_both(*gives, teller.zone)),
        Step::Add { span, gives } => t.law_step_span(t.span(*span), t.moment_both(*gives, teller.zone)),
        Step::Counted { of } => counted(teller, of),
        Step::Limb { from, start, gives, governs } => {
            let start = start.map_or_else(|| t.not_known_yet(), |at| t.timing(at));
            let gives = gives.map_or_else(|| t.not_known_yet(), |at| t.moment_both(at, teller.zone));
            let from = scenarios::origin(teller, from);
            if *governs { t.law_step_limb(from, start, gives) } else { t.law_step_limb_aside(from, start, gives) }
        }
        Step::LimbAwaits { awaits } => t.law_step_limb_awaits(awaited(teller, awaits)),
        Step::Moved { why, to } => t.law_step_moved(teller.words(why), t.moment_both(*to, teller.zone)),
        Step::PlaceUnknown { key } => t.law_step_place_unknown(teller.fact(key)),
        Step::MetByOccurrence { id, at } => t.law_step_met_by(teller.occurrence(id), t.timing(*at)),
        Step::Met { filing } => t.law_step_met(t.timing(filing.at)),
    };
    let first =
        |step: &&Step| !matches!(step, Step::Counted { of: CountStep::Starts { .. } | CountStep::HoursAdded { .. } });
    let guideline = clock.guideline.iter().filter(|guideline| !guideline.steps.is_empty());
    let guided = guideline.flat_map(|guideline| {
        let words = t.clock_guideline_plain(teller.words(&guideline.words));
        std::iter::once(words).chain(guideline.steps.iter().filter(first).map(step))
    });
    clock.steps.iter().filter(first).map(step).chain(guided).collect()
}

/// One step of counting days and hours by the act's own rules.
fn counted(teller: &Teller<'_>, step: &CountStep) -> String {
    let t = teller.t;
    let both = |at: &Moment| t.moment_both(*at, teller.zone);
    match step {
        CountStep::Starts { at, .. } => t.law_step_starts(both(at)),
        CountStep::HourExcluded { counting_from } => t.law_step_hour_excluded(both(counting_from)),
        CountStep::HoursAdded { hours, gives } => t.law_step_hours(*hours, both(gives)),
        CountStep::DayOne { day } => t.law_step_day_one(t.date(*day)),
        CountStep::Skipped { day, why } => t.law_step_skipped(t.date(*day), closed(t, why)),
        CountStep::FurtherSkipped { days } => t.law_step_further_skipped(*days),
        CountStep::Clamped { wanted, day } => t.law_step_clamped(wanted.to_string(), t.date(*day)),
        CountStep::YearEnds { day } => t.law_step_year_ends(t.date(*day)),
        CountStep::LastDay { day, ends } => t.law_step_last_day(t.date(*day), both(ends)),
        CountStep::TwoWorkingDays { ends, .. } => t.law_step_two_working_days(both(ends)),
        CountStep::Rolled { from, why, ends, .. } => t.law_step_rolled(t.date(*from), closed(t, why), both(ends)),
        CountStep::NotAnnounced { calendar, day } => t.law_step_not_announced(calendar, t.date(*day)),
        CountStep::CalendarEnds { calendar, day } => t.law_step_calendar_ends(calendar, t.date(*day)),
    }
}

fn closed(t: Text, why: &Closed) -> String {
    match why {
        Closed::Weekend => t.law_closed_weekend(),
        Closed::Holiday { name, announced: false } => name.clone(),
        Closed::Holiday { name, announced: true } => t.law_closed_announced(name),
    }
}
