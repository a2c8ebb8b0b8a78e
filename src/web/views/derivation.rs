//! The law's reasons line by line: what was asked, what is known, how it came out. The tree is the law's, the words are the
//! locale's; this file flattens it.

use super::wording::Wording;
use crate::law::base::truth::Truth;
use crate::law::verdict::{Clause, Clock, Reason};

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
pub fn lines(teller: &Wording<'_>, reason: &Reason) -> Vec<Line> {
    let mut lines = Vec::new();
    walk(teller, reason, 0, &mut lines);
    lines
}

fn walk(teller: &Wording<'_>, reason: &Reason, depth: u8, lines: &mut Vec<Line>) {
    let clause = teller.t.clause(&reason.clause, teller);
    let cite = reason.cite.as_deref().map(|cite| teller.provision(cite)).unwrap_or_default();
    let leaf = reason.children.is_empty();
    if let Some(excepted) = exception(reason) {
        let title = reason.words.as_ref().map(|words| teller.words(words)).unwrap_or_default();
        let text = teller.t.law_clause_exception(title);
        lines.push(Line { depth, answer: answer(excepted), text, note: cite });
        return asked(teller, reason, depth, lines);
    }
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

/// Whether an exception itself holds, where the node says that it does not stand in the way. Beside its name a reader
/// takes "yes" for "this is so", not for "this does not stand in the way".
fn exception(reason: &Reason) -> Option<Truth> {
    let [asked] = &*reason.children else { return None };
    let named_twice = reason.words.is_some() && (asked.words == reason.words || goes_with(asked, reason));
    (matches!(reason.clause, Clause::Not) && named_twice).then_some(asked.truth)
}

/// An exception together with what goes before it.
fn goes_with(asked: &Reason, reason: &Reason) -> bool {
    matches!(asked.clause, Clause::All) && asked.children.first().is_some_and(|first| first.words == reason.words)
}

/// What an exception rests on, below its own line.
fn asked(teller: &Wording<'_>, reason: &Reason, depth: u8, lines: &mut Vec<Line>) {
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

/// The arithmetic of a clock, step by step, and that of its guideline.
#[must_use]
pub fn steps(teller: &Wording<'_>, clock: &Clock) -> Vec<String> {
    let t = teller.t;
    let mut lines = t.steps(&clock.steps, teller);
    if let Some(guideline) = clock.guideline.as_ref().filter(|guideline| !guideline.steps.is_empty()) {
        lines.push(t.clock_guideline_plain(teller.words(&guideline.words)));
        lines.extend(t.steps(&guideline.steps, teller));
    }
    lines
}
