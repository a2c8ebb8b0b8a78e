//! The law's reasons line by line: what was asked, what is known, how it came out. The tree is the law's; this file
//! flattens and words it.

use super::teller::Teller;
use crate::law::fact::{Count, FactKey, Value};
use crate::law::verdict::{Clause, Clock, Reason, Step, Truth};

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
    for child in &reason.children {
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
        Step::Met { filing } => t.law_step_met(t.timing(filing.at)),
    };
    clock.steps.iter().map(step).collect()
}
