//! Due moments that moved, and why: so that none ever moves without an entry that says so. Compares what the law answers
//! before and after; a clock that appears has not moved, and one that is met keeps its due moment.

use super::due_moments::{DueMoments, MoveCause};
use super::event::Event;
use super::sent_warnings::ClockKey;
use super::state::Incident;
use crate::law::situation::fact::FactKey;
use crate::law::verdict::{Answer, Assessment, Due};
use std::collections::{BTreeMap, BTreeSet};

/// The due moments of all clocks: also of those that are met, for what was in time may turn out late.
pub type Dues = BTreeMap<ClockKey, DueMoments>;

/// The due moments in an assessment.
#[must_use]
pub fn dues(assessment: &Assessment) -> Dues {
    let due = |verdict: &crate::law::verdict::Verdict| {
        let asked = matches!(verdict.answer, Answer::Applies | Answer::Undetermined { .. } | Answer::Conflict { .. });
        let clock = verdict.clock.as_deref().filter(|_| asked)?;
        let Due::By { earliest, latest } = clock.due else { return None };
        let due = DueMoments { earliest, latest, safe: clock.safe };
        Some(((verdict.outline.duty.clone(), verdict.instance.clone()), due))
    };
    assessment.verdicts.iter().filter_map(due).collect()
}

/// An entry for each due moment that moved, and for each that people were told, or whose warnings somebody stopped, and
/// that is none any more.
#[must_use]
pub fn moved(incident: &Incident, before: &Dues, after: &Dues, cause: impl Fn(&ClockKey) -> MoveCause) -> Vec<Event> {
    let known = |clock: &ClockKey| incident.warnings.count(clock) > 0 || incident.warnings.stopped(clock).is_some();
    let entry = |(clock, old): (&ClockKey, &DueMoments)| {
        let new = after.get(clock).copied();
        let tell = new.map_or_else(|| known(clock), |new| new != *old);
        tell.then(|| Event::DueMoved {
            duty: clock.0.clone(),
            instance: clock.1.clone(),
            old: *old,
            new,
            why: cause(clock),
        })
    };
    before.iter().filter_map(entry).collect()
}

/// Why events may move due moments; `None` when they cannot.
#[must_use]
pub fn cause_of(events: &[Event]) -> Option<MoveCause> {
    if events.iter().any(|event| matches!(event, Event::ChangeAnswered { .. })) {
        return Some(MoveCause::Answer);
    }
    let keys: BTreeSet<FactKey> = events
        .iter()
        .filter_map(|event| match event {
            Event::FactRecorded { key, .. } => Some(key.clone()),
            _ => None,
        })
        .collect();
    if !keys.is_empty() {
        return Some(MoveCause::Facts { keys });
    }
    events.iter().find_map(|event| match event {
        Event::OccurredRecorded { .. }
        | Event::CandidateRecorded { .. }
        | Event::CandidateWithdrawn { .. }
        | Event::OccurrenceRecorded { .. }
        | Event::OccurrenceWithdrawn { .. } => Some(MoveCause::Moments),
        Event::Filed { .. } | Event::FiledWithdrawn { .. } => Some(MoveCause::Filing),
        _ => None,
    })
}
