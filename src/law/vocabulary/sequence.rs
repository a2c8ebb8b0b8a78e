//! The order in which things happen: it began, one learnt of it, something was decided, something was handed in, it was
//! received. What certainly breaks that order is nearly always a wrong year; nothing here says that it cannot be so.

use super::{Follows, Vocabulary};
use crate::base::moment::Timing;
use crate::situation::fact::FactKey;
use crate::situation::{CandidateId, DutyId, OccurrenceId, Trigger};
use serde::{Deserialize, Serialize};

/// What a moment is of.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "of", rename_all = "kebab-case")]
pub enum What {
    /// The incident began.
    Began,
    /// It ended.
    Ended,
    /// The organisation learnt of it.
    Learnt {
        /// The candidate.
        id: CandidateId,
    },
    /// Something happened that may start a clock.
    Happened {
        /// The occurrence.
        id: OccurrenceId,
        /// Of what kind.
        trigger: Trigger,
    },
    /// A fact has been known since.
    Known {
        /// The fact.
        key: FactKey,
    },
    /// Counsel answered.
    Answered {
        /// The answer.
        id: OccurrenceId,
    },
    /// A duty started.
    Started {
        /// The duty.
        duty: DutyId,
        /// Its instance.
        instance: Option<OccurrenceId>,
    },
    /// Something was handed in.
    HandedIn {
        /// For what duty.
        duty: DutyId,
        /// For which instance of it.
        instance: Option<OccurrenceId>,
    },
    /// What was handed in was received.
    Received {
        /// For what duty.
        duty: DutyId,
        /// For which instance of it.
        instance: Option<OccurrenceId>,
    },
}

/// A moment and what it is of.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Placed {
    /// Of what.
    pub what: What,
    /// When.
    pub at: Timing,
}

/// Two moments in the wrong order, under every reading of both.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Disorder {
    /// What comes first, but lies after the other.
    pub first: Placed,
    /// What comes after it, but lies before.
    pub then: Placed,
}

impl Placed {
    /// From its parts.
    #[must_use]
    pub const fn new(what: What, at: Timing) -> Self {
        Self { what, at }
    }

    /// Whether this lies before another under every reading of both.
    fn before(&self, other: &Self) -> bool {
        self.at.latest() < other.at.earliest()
    }
}

/// Which orders a new moment certainly breaks with those known. Of several moments of learning the earliest is the one that
/// everything else follows; where one is known, a later one breaks nothing. A receipt is held only against what it is the
/// receipt of: give that alone.
#[must_use]
pub fn breaks(known: &[Placed], new: &Placed, vocabulary: &Vocabulary) -> Vec<Disorder> {
    let learnt = || known.iter().filter(|placed| matches!(placed.what, What::Learnt { .. }));
    let first_learnt = learnt().min_by_key(|placed| (placed.at.earliest(), placed.at.latest()));
    let is_first = matches!(new.what, What::Learnt { .. }) && first_learnt.is_none();
    let stands = |placed: &&Placed| match (&placed.what, &new.what) {
        (What::Learnt { .. }, _) => Some(*placed) == first_learnt,
        (_, What::Learnt { .. }) => is_first || placed.what == What::Began,
        _ => true,
    };
    let pair = |other: &Placed| {
        let (first, then) = if new.before(other) { (other, new) } else { (new, other) };
        let broken = then.before(first) && follows(&then.what, &first.what, vocabulary);
        broken.then(|| Disorder { first: first.clone(), then: then.clone() })
    };
    known.iter().filter(stands).filter_map(pair).collect()
}

/// Whether something cannot come before something else.
fn follows(then: &What, first: &What, vocabulary: &Vocabulary) -> bool {
    let of = |trigger: &Trigger| vocabulary.trigger(trigger);
    match (then, first) {
        (What::Ended | What::Learnt { .. }, What::Began) => true,
        (What::Known { .. } | What::Answered { .. } | What::HandedIn { .. }, What::Began | What::Learnt { .. }) => true,
        (What::Happened { trigger, .. }, What::Began) => {
            of(trigger).is_some_and(|definition| definition.follows != Follows::Nothing)
        }
        (What::Happened { trigger, .. }, What::Learnt { .. }) => {
            of(trigger).is_some_and(|definition| definition.follows == Follows::Awareness)
        }
        (What::HandedIn { instance, .. }, What::Happened { id, trigger }) => {
            instance.as_ref() == Some(id) && of(trigger).is_some_and(|definition| !definition.may_lie_ahead)
        }
        (What::Received { duty, instance }, What::HandedIn { duty: sent, instance: one }) => {
            duty == sent && instance == one
        }
        _ => false,
    }
}
