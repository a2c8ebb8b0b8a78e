//! What pages and papers tell in the same words: a due moment that moved and why, and what was answered about changes
//! after a filing. Compares nothing.

use crate::incident::answers::{ChangeAnswer, ChangeKey, SlipOf};
use crate::incident::due_moments::{DueMoments, MoveCause};
use crate::law::library::Library;
use crate::law::situation::fact::FactKey;
use crate::locales::Text;
use chrono_tz::Tz;

/// A due moment: the law's own, the last it can be, and the safe one, where they differ.
#[must_use]
pub fn due_words(t: Text, zone: Tz, due: DueMoments) -> String {
    let words = |at| t.moment(at, zone);
    let law = if due.earliest == due.latest {
        words(due.earliest)
    } else {
        t.event_due_between(words(due.earliest), words(due.latest))
    };
    match due.safe {
        Some(safe) => t.event_due_safe(law, words(safe)),
        None => law,
    }
}

/// Why a due moment moved.
#[must_use]
pub fn move_cause(t: Text, library: &Library, why: &MoveCause) -> String {
    let fact = |key: &FactKey| {
        let definition = library.vocabulary().fact(key);
        definition.map_or_else(|| key.to_string(), |definition| definition.title.get(t.lang()).to_owned())
    };
    match why {
        MoveCause::Facts { keys } => t.event_moved_by_facts(t.list(&keys.iter().map(fact).collect::<Vec<_>>())),
        MoveCause::Moments => t.event_moved_by_moments(),
        MoveCause::Filing => t.event_moved_by_filing(),
        MoveCause::Answer => t.event_moved_by_answer(),
        MoveCause::Organisation { what } => {
            let part = |what: &String| match what.as_str() {
                "zone" => t.organisation_zone(),
                "turnover" => t.organisation_turnover(),
                "house-target-hours" => t.organisation_house_target(),
                key => fact(&FactKey::new(key)),
            };
            t.event_moved_by_organisation(t.list(&what.iter().map(part).collect::<Vec<_>>()))
        }
        MoveCause::Elsewhere => t.event_moved_by_counsel(),
        MoveCause::Law { .. } => t.event_moved_by_law(),
        MoveCause::Calendar { .. } => t.event_moved_by_calendar(),
        MoveCause::Program => t.event_moved_by_program(),
    }
}

/// Which facts changed, and to what; a long text is cut by `cut`.
#[must_use]
pub fn changed(t: Text, library: &Library, changes: &[ChangeKey], cut: impl Fn(String) -> String) -> String {
    let fresh =
        |(index, change): &(usize, &ChangeKey)| !changes.iter().take(*index).any(|before| before.fact == change.fact);
    let line = |change: &ChangeKey| {
        let definition = library.vocabulary().fact(&change.fact);
        let title = definition.map_or(change.fact.as_str(), |definition| definition.title.get(t.lang()));
        let value = change.value.as_ref().map_or_else(|| t.not_known_yet(), |value| t.value(value, definition));
        t.changes_fact(title, cut(value))
    };
    let lines: Vec<String> = changes.iter().enumerate().filter(fresh).map(|(_, change)| line(change)).collect();
    t.list(&lines)
}

/// What a person answered about facts that changed after a filing.
#[must_use]
pub fn change_answer(t: Text, answer: &ChangeAnswer) -> String {
    match answer {
        ChangeAnswer::FurtherFact { .. } => t.changes_further_fact(),
        ChangeAnswer::Slip { of: SlipOf::Record, reason, .. } => t.changes_because(t.changes_slip_of_record(), reason),
        ChangeAnswer::Slip { of: SlipOf::Filing, reason, .. } => t.changes_because(t.changes_slip_of_filing(), reason),
        ChangeAnswer::Immaterial { reason } => t.changes_because(t.changes_immaterial(), reason),
    }
}
