//! From the terms of a version to an answer and its derivation.
//!
//! Conditions must all hold and one of the grounds must; an exception counts only once it is known to hold, because
//! whoever relies on it has to show it. What is unknown there is listed, and changes nothing.

use super::condition::{self, Known, leaf};
use super::moment::Moment;
use super::period::Period;
use super::rulebook::{Effect, Excuse, Rulebook, Term, Version};
use super::verdict::{Answer, Clause, Ground, Reason, Truth};
use super::words::Words;
use std::collections::BTreeSet;

/// What a version says about a situation.
#[derive(Debug, Clone)]
pub(super) struct Derived {
    /// The answer.
    pub answer: Answer,
    /// The alternatives.
    pub grounds: Vec<Ground>,
    /// Why.
    pub reason: Reason,
    /// A period that takes the place of the version's.
    pub instead: Option<Period>,
    /// What excuses missing it.
    pub excuse: Option<Excuse>,
}

/// What precedes the terms of a version.
pub(super) struct Opening {
    /// Reasons such as the occurrence that started an instance.
    pub reasons: Vec<Reason>,
    /// The last instant at which the duty could be met, for terms that look no further.
    pub last_due: Option<Moment>,
    /// Whether it was met in time: then nothing takes its place any more.
    pub met: bool,
}

/// Applies a version.
pub(super) fn derive(rulebook: &Rulebook, version: &Version, opening: Opening, known: Known<'_>) -> Derived {
    let terms = |ids: &[String]| rulebook.terms(ids);
    let Opening { reasons: mut children, last_due, met } = opening;
    children.extend(terms(&version.conditions).into_iter().map(|term| named(term, term.when.ask(known))));
    let grounds: Vec<(&Term, Reason)> =
        terms(&version.grounds).into_iter().map(|term| (term, named(term, term.when.ask(known)))).collect();
    if !grounds.is_empty() {
        children.push(condition::any(grounds.iter().map(|(_, reason)| reason.clone()).collect()));
    }
    let mut derived = Derived {
        answer: Answer::Applies,
        grounds: grounds.iter().map(|(term, reason)| ground(term, reason.truth)).collect(),
        reason: leaf(Clause::Always, Truth::Yes),
        instead: None,
        excuse: None,
    };
    let mut replaced = None;
    let mut replacements = Vec::new();
    for term in terms(&version.exceptions) {
        let known = Known { not_after: last_due.filter(|_| term.before_due), ..known };
        let asked = term.when.ask(known);
        match (&term.then, asked.truth) {
            (Some(Effect::Exempt), truth) => children.push(exception(term, asked, truth)),
            (Some(Effect::Replaced(by)), truth) if !met => {
                replaced = replaced.or_else(|| (truth == Truth::Yes).then(|| by.clone()));
                replacements.push(exception(term, asked, truth));
            }
            (Some(Effect::Instead(period)), Truth::Yes) => {
                derived.instead = Some(period.clone());
                children.push(named(term, asked));
            }
            (Some(Effect::Excused(excuse)), Truth::Yes) => {
                derived.excuse = Some(excuse.clone());
                children.push(named(term, asked));
            }
            _ => {}
        }
    }
    let otherwise = children.iter().fold(Truth::Yes, |so_far, child| so_far.and(child.truth));
    children.extend(replacements);
    if !children.is_empty() {
        derived.reason = condition::all(children);
    }
    derived.answer = answer(otherwise, replaced, &derived.reason);
    derived
}

/// `otherwise` is the truth apart from what may replace the duty: what does not apply is not replaced.
fn answer(otherwise: Truth, replaced: Option<Words>, reason: &Reason) -> Answer {
    match (otherwise, replaced) {
        (Truth::No, _) => Answer::DoesNotApply,
        (_, Some(by)) => Answer::Superseded { by },
        (Truth::Yes, None) => Answer::Applies,
        (Truth::Unknown, None) => {
            let mut missing = BTreeSet::new();
            condition::missing(reason, &mut missing);
            Answer::Undetermined { missing }
        }
    }
}

fn named(term: &Term, reason: Reason) -> Reason {
    Reason { words: Some(term.title.clone()), cite: Some(term.cite.clone()), ..reason }
}

/// An exception as a node: it fails the duty only where it is known to hold.
fn exception(term: &Term, asked: Reason, truth: Truth) -> Reason {
    let stops = if truth == Truth::Yes { Truth::No } else { Truth::Yes };
    named(term, Reason { children: vec![asked], ..leaf(Clause::Not, stops) })
}

fn ground(term: &Term, truth: Truth) -> Ground {
    Ground { id: term.id.clone(), title: term.title.clone(), cite: term.cite.clone(), truth }
}
