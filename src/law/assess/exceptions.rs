//! The exceptions of a version: which count, which defeat one another, and where two contradict one another with no
//! provision that says which goes first. That is named, and never settled silently.
//!
//! An exception counts once it is known to hold and nothing that holds, or may hold, goes before it.

use super::context::Context;
use crate::base::truth::Truth;
use crate::base::words::Words;
use crate::rulebook::period::Period;
use crate::rulebook::term::{Effect, Excuse, Hold, Term};
use crate::situation::Trigger;
use crate::verdict::reason::{Clause, Ground, Reason, all, leaf, not};
use std::collections::BTreeSet;

/// An exception as asked.
pub(crate) struct RaisedException<'a> {
    term: &'a Term,
    effect: &'a Effect,
    asked: Reason,
}

/// What the exceptions of a version do.
#[derive(Debug, Default)]
pub(crate) struct Exceptions {
    /// As nodes of the derivation that count towards whether the duty applies.
    pub nodes: Vec<Reason>,
    /// What may take the duty's place, as nodes that do not.
    pub replacements: Vec<Reason>,
    /// What takes the duty's place.
    pub replaced: Option<Words>,
    /// Other periods, surely or perhaps.
    pub instead: Vec<(Period, Truth)>,
    /// What excuses missing it.
    pub excuse: Option<Excuse>,
    /// What extends it, and why.
    pub extended: Option<(Trigger, Words)>,
    /// When it must not be performed.
    pub holds: Vec<Hold>,
    /// Those that contradict one another.
    pub conflict: Vec<Ground>,
}

impl<'a> RaisedException<'a> {
    /// Asks an exception; `None` for a term without a consequence.
    pub(crate) fn new(term: &'a Term, context: Context<'_>) -> Option<Self> {
        Some(Self { term, effect: term.then.as_ref()?, asked: term.ask(context) })
    }

    fn goes_before(&self, other: &Self) -> bool {
        let names = |a: &Self, b: &Self| a.term.overrides.contains(&b.term.id);
        names(self, other) && !names(other, self)
    }

    /// Whether both cannot have their way.
    fn contradicts(&self, other: &Self) -> bool {
        use Effect::{Excused, Exempt, Instead, Replaced, Required};
        match (self.effect, other.effect) {
            (Required, Exempt | Replaced(_)) | (Exempt | Replaced(_), Required) => true,
            (Instead(a), Instead(b)) => a != b,
            (Excused(a), Excused(b)) => a != b,
            (Replaced(a), Replaced(b)) => a != b,
            _ => false,
        }
    }
}

impl Exceptions {
    /// Weighs the exceptions, in the version's order. What was met in time is not replaced any more.
    pub(crate) fn of(raised: &[RaisedException<'_>], met: bool) -> Self {
        let raised: Vec<&RaisedException<'_>> =
            raised.iter().filter(|one| !(met && matches!(one.effect, Effect::Replaced(_)))).collect();
        let standing: Vec<Truth> = (0..raised.len()).map(|index| standing(&raised, index, &mut Vec::new())).collect();
        let conflict = conflict(&raised, &standing);
        let mut exceptions = Self::default();
        for (index, (one, standing)) in raised.iter().zip(&standing).enumerate() {
            let disputed = conflict.contains(&index);
            exceptions.list(one, *standing, disputed, &raised);
            exceptions.apply(one, *standing);
            if disputed {
                exceptions.conflict.push(ground(one.term, Truth::Yes));
            }
        }
        exceptions
    }

    /// The exception as a node: it fails the duty only where it counts.
    fn list(&mut self, one: &RaisedException<'_>, standing: Truth, disputed: bool, raised: &[&RaisedException<'_>]) {
        let counts = standing == Truth::Yes;
        let stops = match one.effect {
            Effect::Exempt | Effect::Replaced(_) => true,
            _ if one.asked.truth == Truth::No => return,
            _ => false,
        };
        let node = if counts && !stops {
            one.asked.clone()
        } else {
            let truth = match (counts, disputed) {
                (false, _) => Truth::Yes,
                (true, false) => Truth::No,
                (true, true) => Truth::Unknown,
            };
            let (words, cite) = (one.asked.words.clone(), one.asked.cite.clone());
            let children = [one.with_what_goes_before(raised)].into();
            Reason { words, cite, children, ..leaf(Clause::Not, truth) }
        };
        let list = if matches!(one.effect, Effect::Replaced(_)) { &mut self.replacements } else { &mut self.nodes };
        list.push(node);
    }

    fn apply(&mut self, one: &RaisedException<'_>, standing: Truth) {
        if let Effect::Instead(period) = one.effect {
            // Perhaps defeated by one that perhaps holds: then both are shown, this one as what is known.
            let truth = if standing == Truth::No { Truth::No } else { one.asked.truth };
            if truth != Truth::No && !self.instead.contains(&(period.clone(), truth)) {
                self.instead.push((period.clone(), truth));
            }
        }
        if standing != Truth::Yes {
            return;
        }
        match one.effect {
            Effect::Exempt | Effect::Required | Effect::Instead(_) => {}
            Effect::Replaced(by) => self.replaced = self.replaced.take().or_else(|| Some(by.clone())),
            Effect::Excused(excuse) => self.excuse = self.excuse.take().or_else(|| Some(excuse.clone())),
            Effect::Extended(by) => {
                self.extended = self.extended.take().or_else(|| Some((by.clone(), one.term.title.clone())));
            }
            Effect::Held(hold) => self.holds.push(hold.clone()),
        }
    }
}

impl RaisedException<'_> {
    /// Its own derivation, and beside it what goes before it and holds or may hold.
    fn with_what_goes_before(&self, raised: &[&Self]) -> Reason {
        let before = raised.iter().filter(|other| other.goes_before(self) && other.asked.truth != Truth::No);
        let before: Vec<Reason> = before.map(|other| not(other.asked.clone())).collect();
        if before.is_empty() || self.asked.truth == Truth::No {
            return self.asked.clone();
        }
        all(std::iter::once(self.asked.clone()).chain(before).collect::<Vec<_>>())
    }
}

/// Whether an exception holds and nothing that stands goes before it. `path` are those being weighed already: one that
/// would go before itself does not.
fn standing(raised: &[&RaisedException<'_>], index: usize, path: &mut Vec<usize>) -> Truth {
    let Some(one) = raised.get(index) else { return Truth::No };
    path.push(index);
    let mut defeated = Truth::No;
    for (other, before) in raised.iter().enumerate() {
        if !path.contains(&other) && before.asked.truth != Truth::No && before.goes_before(one) {
            defeated = defeated.or(standing(raised, other, path));
        }
    }
    path.pop();
    one.asked.truth.and(defeated.opposite())
}

fn conflict(raised: &[&RaisedException<'_>], standing: &[Truth]) -> BTreeSet<usize> {
    let counts: Vec<(usize, &&RaisedException<'_>)> = raised
        .iter()
        .enumerate()
        .zip(standing)
        .filter(|(_, standing)| **standing == Truth::Yes)
        .map(|(one, _)| one)
        .collect();
    let disputed = counts.iter().filter(|(_, one)| counts.iter().any(|(_, other)| one.contradicts(other)));
    disputed.map(|(index, _)| *index).collect()
}

/// A term as a named alternative.
pub(crate) fn ground(term: &Term, truth: Truth) -> Ground {
    Ground { id: term.id.clone(), title: term.title.clone(), cite: term.cite.clone(), truth }
}
