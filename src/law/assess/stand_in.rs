//! What stands for a start that nobody recorded: the earliest moment that can be meant, so that a duty which applies runs
//! from it, provisionally, until the moment itself is recorded. Never says whether a duty applies, and invents no moment:
//! where nothing was recorded that could stand for the start, there is none.

use super::missing::keys;
use super::start::Start;
use crate::base::moment::{Moment, Timing};
use crate::base::truth::Truth;
use crate::base::words::Words;
use crate::library::awareness_rankings::StandInWords;
use crate::rulebook::starts::Starts;
use crate::situation::fact::FactKey;
use crate::situation::{Candidate, Situation, Trigger};
use crate::verdict::Answer;
use crate::verdict::clock::ClockOrigin;
use crate::verdict::reason::{Clause, Reason};
use crate::vocabulary::Vocabulary;

/// For what kind of start another moment can stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A moment of awareness: whoever learnt anything of the incident may have learnt this.
    Awareness,
    /// A decision: it may follow from facts that are stated, and comes after one learnt of the incident.
    Decision,
}

/// What is needed to find them.
#[derive(Debug, Clone, Copy)]
pub(crate) struct StandIns<'a> {
    /// Which triggers are decisions.
    pub vocabulary: &'a Vocabulary,
    /// Why they govern.
    pub words: &'a StandInWords,
}

impl StandIns<'_> {
    /// For what kind of start another moment can stand; none for what happens outside the organisation's own knowledge, for
    /// filings and due moments, whose own clocks warn.
    pub(crate) fn kind(self, starts: &Starts) -> Option<Kind> {
        match starts {
            Starts::Awareness(_) => Some(Kind::Awareness),
            Starts::Occurrence(on) if self.decision(&on.trigger) => Some(Kind::Decision),
            _ => None,
        }
    }

    fn decision(self, trigger: &Trigger) -> bool {
        self.vocabulary.trigger(trigger).is_some_and(|definition| definition.decision)
    }

    /// What stands for the start, given what the duty answers without one.
    pub(crate) fn start(self, kind: Kind, situation: &Situation, answer: &Answer, reason: &Reason) -> Option<Start> {
        let known = known_since(reason, situation);
        let earliest = earliest(situation);
        match kind {
            Kind::Awareness => {
                let found = earliest.into_iter().chain(known).min_by_key(|(_, at)| bounds(*at))?;
                let words =
                    if matches!(found.0, ClockOrigin::Known(_)) { &self.words.known } else { &self.words.earliest };
                Some(begins(found, words))
            }
            Kind::Decision if matches!(answer, Answer::Applies | Answer::Conflict { .. }) => {
                // Facts that were always so are no decision: without any that somebody stated later, learning is the least.
                let stated = !situation.known_since.is_empty();
                let found = known.into_iter().chain(earliest.filter(|_| stated)).max_by_key(|(_, at)| bounds(*at))?;
                Some(begins(found, &self.words.decided))
            }
            Kind::Decision => None,
        }
    }
}

fn begins((origin, at): (ClockOrigin, Timing), why: &Words) -> Start {
    Start { origin, at, provisional: true, why: why.clone() }
}

fn bounds(at: Timing) -> (Moment, Moment) {
    (at.earliest(), at.latest())
}

/// The earliest moment at which anything about the incident was learnt, whatever it was of.
pub(crate) fn earliest(situation: &Situation) -> Option<(ClockOrigin, Timing)> {
    let moment = |candidate: &&Candidate| (bounds(candidate.at), candidate.id.clone());
    let first = situation.candidates.iter().min_by_key(moment)?;
    Some((ClockOrigin::StandIn(first.id.clone()), first.at))
}

/// Since when a derivation has held, as far as it rests on facts of which that was said; of what is not settled yet, since
/// when the part that is known has been.
fn known_since(reason: &Reason, situation: &Situation) -> Option<(ClockOrigin, Timing)> {
    let (key, at) = held(reason, situation)?;
    Some((ClockOrigin::Known(key.clone()), at))
}

/// None where it has always been so, or nobody said since when: before every moment.
fn held<'a>(reason: &'a Reason, situation: &Situation) -> Option<(&'a FactKey, Timing)> {
    let by_moment = |(key, at): &(&'a FactKey, Timing)| (bounds(*at), *key);
    let stated = keys(&reason.clause).filter_map(|key| Some((key, *situation.known_since.get(key)?)));
    if let Some(found) = stated.max_by_key(by_moment) {
        return Some(found);
    }
    let one_is_enough = match reason.clause {
        Clause::Any | Clause::Some { .. } => reason.truth == Truth::Yes,
        Clause::All => reason.truth == Truth::No,
        _ => false,
    };
    // A child that says the opposite does not carry its parent, except that of a negation.
    let carries = |child: &&Reason| child.truth == reason.truth || reason.truth == Truth::Unknown || negates(reason);
    let carrying = reason.children.iter().filter(carries).map(|child| held(child, situation));
    if one_is_enough {
        carrying.min_by_key(|found| found.as_ref().map(by_moment)).flatten()
    } else {
        carrying.flatten().max_by_key(by_moment)
    }
}

const fn negates(reason: &Reason) -> bool {
    matches!(reason.clause, Clause::Not)
}
