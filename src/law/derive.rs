//! From the terms of a version to an answer and its derivation.
//!
//! The act must concern the incident at all, the conditions must all hold and one of the grounds must. An exception
//! counts only once it is known to hold, because whoever relies on it has to show it; what is unknown there is listed,
//! and changes nothing but periods, which are then shown both.

use super::duty::Version;
use super::exception::{Exceptions, Raised};
use super::known::Known;
use super::missing::{Missing, missing};
use super::moment::Moment;
use super::period::Period;
use super::reason::{Clause, Ground, Reason, Truth};
use super::situation::Trigger;
use super::term::{Excuse, Hold, Term};
use super::truth::{all, any, leaf};
use super::verdict::Answer;
use super::words::Words;
use std::sync::Arc;

/// What a version says about a situation.
#[derive(Debug, Clone)]
pub(super) struct Derived {
    /// The answer.
    pub answer: Answer,
    /// The alternatives.
    pub grounds: Vec<Ground>,
    /// Why.
    pub reason: Reason,
    /// Whether the act concerns this situation at all.
    pub scope: Truth,
    /// Periods that take the place of the version's, or that may: surely or perhaps.
    pub instead: Vec<(Period, Truth)>,
    /// What excuses missing it.
    pub excuse: Option<Excuse>,
    /// The limit is the moment of the latest occurrence of this kind; why, in the words of the exception.
    pub extended: Option<(Trigger, Words)>,
    /// When it must not be performed.
    pub holds: Vec<Hold>,
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
pub(super) fn derive(version: &Version, opening: Opening, known: Known<'_>) -> Derived {
    let concerned = scope(known);
    let scope = concerned.truth;
    let mut children = Vec::new();
    if !known.rulebook.scope.is_empty() {
        children.push(concerned);
    }
    if scope == Truth::No {
        return Derived::without_exceptions(Answer::DoesNotApply, Vec::new(), all(children), scope);
    }
    children.extend(opening.reasons);
    children.extend(ask(&version.conditions, known));
    let mut grounds = Vec::new();
    if !version.grounds.is_empty() {
        let terms = known.rulebook.terms(&version.grounds);
        let asked = ask(&version.grounds, known);
        grounds = terms.iter().zip(&asked).map(|(term, reason)| ground(term, reason.truth)).collect();
        children.push(any(asked));
    }
    let applies = children.iter().fold(Truth::Yes, |so_far, child| so_far.and(child.truth));
    let limit = |term: &Term| Known { not_after: opening.last_due.filter(|_| term.before_due), ..known };
    let raised = known.rulebook.terms(&version.exceptions).into_iter();
    let raised: Vec<Raised<'_>> = raised.filter_map(|term| Raised::new(term, limit(term))).collect();
    let Exceptions { nodes, replacements, replaced, instead, excuse, extended, holds, conflict } =
        Exceptions::of(&raised, opening.met);
    let stopped = nodes.iter().fold(Truth::Yes, |so_far, node| so_far.and(node.truth));
    children.extend(nodes.into_iter().chain(replacements));
    let reason = if children.is_empty() { leaf(Clause::Always, Truth::Yes) } else { all(children) };
    // What does not apply is not replaced, and what is disputed does not stop or replace anything.
    let answer = match (applies.and(stopped), applies, replaced) {
        (Truth::No, ..) => Answer::DoesNotApply,
        (_, Truth::Yes, _) if !conflict.is_empty() => Answer::Conflict { between: conflict },
        (_, _, Some(by)) if conflict.is_empty() => Answer::Superseded { by },
        (_, Truth::Yes, _) => Answer::Applies,
        _ => undetermined(&reason, known),
    };
    Derived { instead, excuse, extended, holds, ..Derived::without_exceptions(answer, grounds, reason, scope) }
}

/// Whether the act concerns this situation at all.
pub(super) fn scope(known: Known<'_>) -> Reason {
    all(ask(&known.rulebook.scope, known))
}

fn ask(terms: &[Arc<str>], known: Known<'_>) -> Vec<Reason> {
    known.rulebook.terms(terms).into_iter().map(|term| term.ask(known)).collect()
}

impl Derived {
    const fn without_exceptions(answer: Answer, grounds: Vec<Ground>, reason: Reason, scope: Truth) -> Self {
        Self { answer, grounds, reason, scope, instead: Vec::new(), excuse: None, extended: None, holds: Vec::new() }
    }
}

/// By when it must be settled is known only with the clock, and added there.
fn undetermined(reason: &Reason, known: Known<'_>) -> Answer {
    let Missing { smallest, open } = missing(reason, &known.situation.facts);
    Answer::Undetermined { missing: smallest, open, by: None }
}

/// A term as a named alternative.
pub(super) fn ground(term: &Term, truth: Truth) -> Ground {
    Ground { id: term.id.clone(), title: term.title.clone(), cite: term.cite.clone(), truth }
}
