//! Due moments that moved, and why: so that none ever moves without an entry that says so. Compares what the law answers
//! before and after; a clock that appears has not moved, and one that is met keeps its due moment.

use super::due_moments::{DueMoments, MoveCause};
use super::event::Event;
use super::sent_warnings::ClockKey;
use super::state::Incident;
use crate::law::situation::fact::FactKey;
use crate::law::verdict::{Answer, Assessment, Due, Verdict};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// When a clock is due, and whether its duty certainly applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct DueClock {
    /// When.
    #[serde(flatten)]
    pub due: DueMoments,
    /// Whether its duty applies; else it may.
    pub applies: bool,
}

/// The due moments of all clocks: also of those that are met, for what was in time may turn out late.
pub type Dues = BTreeMap<ClockKey, DueClock>;

/// The due moments in an assessment.
#[must_use]
pub fn dues(assessment: &Assessment) -> Dues {
    let due = |verdict: &Verdict| {
        let applies = match verdict.answer {
            Answer::Applies | Answer::Conflict { .. } => true,
            Answer::Undetermined { .. } => false,
            _ => return None,
        };
        let clock = verdict.clock.as_deref()?;
        let Due::By { earliest, latest } = clock.due else { return None };
        let due = DueMoments { earliest, latest, safe: clock.safe };
        Some(((verdict.outline.duty.clone(), verdict.instance.clone()), DueClock { due, applies }))
    };
    assessment.verdicts.iter().filter_map(due).collect()
}

/// An entry for each due moment that moved. Of those that are none any more: for each that people were told, or whose
/// warnings somebody stopped; and, where the incident's own record does not tell why, for each that applied.
#[must_use]
pub fn moved(incident: &Incident, before: &Dues, after: &Dues, cause: impl Fn(&ClockKey) -> MoveCause) -> Vec<Event> {
    let known = |clock: &ClockKey| incident.warnings.count(clock) > 0 || incident.warnings.stopped(clock).is_some();
    let entry = |(clock, old): (&ClockKey, &DueClock)| {
        let new = after.get(clock).map(|new| new.due);
        if new == Some(old.due) {
            return None;
        }
        let why = cause(clock);
        let tell = new.is_some() || known(clock) || (old.applies && why.is_outside());
        tell.then(|| Event::DueMoved { duty: clock.0.clone(), instance: clock.1.clone(), old: old.due, new, why })
    };
    before.iter().filter_map(entry).collect()
}

/// Why events may move due moments; `None` when they cannot.
#[must_use]
pub fn cause_of(events: &[Event]) -> Option<MoveCause> {
    let causes: Vec<MoveCause> = events.iter().filter_map(own_cause).collect();
    let keys = causes.iter().filter_map(|cause| if let MoveCause::Facts { keys } = cause { Some(keys) } else { None });
    let keys: BTreeSet<FactKey> = keys.flatten().cloned().collect();
    let answer = causes.iter().find(|cause| **cause == MoveCause::Answer);
    let facts = || (!keys.is_empty()).then_some(MoveCause::Facts { keys });
    let filing = causes.iter().find(|cause| **cause == MoveCause::Filing);
    answer.cloned().or_else(facts).or_else(|| filing.or(causes.first()).cloned())
}

/// Why one event may move due moments. Exhaustive: whoever adds a kind decides it here.
fn own_cause(event: &Event) -> Option<MoveCause> {
    match event {
        Event::FactRecorded { key, .. } => Some(MoveCause::Facts { keys: [key.clone()].into() }),
        Event::OccurredRecorded { .. }
        | Event::CandidateRecorded { .. }
        | Event::CandidateWithdrawn { .. }
        | Event::OccurrenceRecorded { .. }
        | Event::OccurrenceWithdrawn { .. }
        // Beside what it confirms: whether that counts.
        | Event::OutOfOrderConfirmed { .. } => Some(MoveCause::Moments),
        Event::Filed { .. } | Event::FiledWithdrawn { .. } => Some(MoveCause::Filing),
        Event::ChangeAnswered { .. } => Some(MoveCause::Answer),
        Event::GapAnswered { .. } | Event::GapDismissed { .. } | Event::GapRecordWithdrawn { .. } => {
            Some(MoveCause::Elsewhere)
        }
        Event::Opened { .. }
        | Event::Retitled { .. }
        | Event::FilingDrafted { .. }
        | Event::FilingSubmitted { .. }
        | Event::FilingReturned { .. }
        | Event::FilingApproved { .. }
        | Event::Warned { .. }
        | Event::QuestionsAsked { .. }
        | Event::WarningsStopped { .. }
        | Event::WarningsResumed { .. }
        | Event::DueMoved { .. }
        | Event::Reassessed { .. }
        | Event::NoteAdded { .. }
        | Event::Closed { .. }
        | Event::Reopened { .. }
        | Event::Erased { .. }
        | Event::Unknown { .. } => None,
    }
}
