//! Answering what facts that changed after a filing mean for what was handed in: a further fact, a slip, or immaterial.
//! Until somebody answers, the supplements run.

use crate::app::desk::actor::Permission;
use crate::app::desk::decide::{Case, Decide};
use crate::app::desk::input::{self, MomentInput};
use crate::app::desk::refusal::{Checks, Problem, Refusal};
use crate::incident::answers::{ChangeAnswer, ChangeKey, SlipOf};
use crate::incident::changes::{self, Change, Question};
use crate::incident::{Event, Incident};
use crate::law::base::moment::Timing;
use crate::law::situation::fact::FactKey;
use crate::law::situation::{Occurrence, OccurrenceId};
use std::collections::BTreeSet;

/// An answer as typed.
#[derive(Debug, Clone, Default)]
pub struct AnswerChanges {
    /// The changes: position of the filing and key of the fact, `7/persons-affected`.
    pub changes: Vec<String>,
    /// `further-fact`, `slip-of-record`, `slip-of-filing` or `immaterial`.
    pub answer: String,
    /// When the further fact was confirmed; empty for since when it has been known.
    pub at: MomentInput,
    /// How the slip came about, or why it is immaterial.
    pub reason: String,
}

/// What a change is called in a form.
#[must_use]
pub fn name(key: &ChangeKey) -> String {
    format!("{}/{}", key.filed, key.fact)
}

impl Decide for AnswerChanges {
    const NEEDS: Permission = Permission::Record;

    fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Refusal> {
        case.need_open()?;
        let all = changes::changes(case.library, case.incident, case.organisation.zone);
        let chosen: Vec<Change> =
            all.iter().filter(|change| self.changes.contains(&name(&change.key))).cloned().collect();
        let mut checks = Checks::default();
        if chosen.is_empty() {
            let problem = if self.changes.is_empty() { Problem::Required } else { Problem::NothingChanged };
            checks.note("changes", problem);
        }
        let why = |checks: &mut Checks| checks.take("reason", input::text(&self.reason));
        match self.answer.as_str() {
            "further-fact" => {
                let at = checks.take("at", self.at.optional_past(case.now));
                checks.done()?;
                let at = at.flatten().or_else(|| chosen.iter().map(|change| change.since).min_by_key(Timing::earliest));
                let at = at.ok_or(Refusal::NotFound)?;
                Ok(further_fact(case, &changes::questions(case.incident, &all), &chosen, at))
            }
            "slip-of-record" | "slip-of-filing" | "immaterial" => {
                let Some(reason) = why(&mut checks) else { return Err(checks.refusal()) };
                checks.done()?;
                let answer = match self.answer.as_str() {
                    "slip-of-record" => ChangeAnswer::Slip { of: SlipOf::Record, reason: reason.clone() },
                    "slip-of-filing" => ChangeAnswer::Slip { of: SlipOf::Filing, reason: reason.clone() },
                    _ => ChangeAnswer::Immaterial { reason: reason.clone() },
                };
                let mended = matches!(answer, ChangeAnswer::Slip { of: SlipOf::Record, .. });
                let mut events = vec![Event::ChangeAnswered { changes: keys(&chosen), answer }];
                if mended {
                    events.extend(mend(case.incident, &chosen, &reason));
                }
                Ok(events)
            }
            _ => {
                checks.note("answer", Problem::Required);
                Err(checks.refusal())
            }
        }
    }
}

fn keys(changes: &[Change]) -> Vec<ChangeKey> {
    changes.iter().map(|change| change.key.clone()).collect()
}

/// What was handed in is right: the facts are stated again as it said them.
fn mend(incident: &Incident, chosen: &[Change], reason: &str) -> Vec<Event> {
    let mut mended: BTreeSet<&FactKey> = BTreeSet::new();
    let fresh = chosen.iter().filter(|change| mended.insert(&change.key.fact));
    let wrong =
        fresh.filter(|change| incident.facts.latest(&change.key.fact).is_none_or(|latest| latest.value != change.said));
    let state = |change: &Change| Event::FactRecorded {
        key: change.key.fact.clone(),
        value: change.said.clone(),
        source: input::line(reason.lines().next().unwrap_or_default()).unwrap_or_default(),
        since: None,
    };
    wrong.map(state).collect()
}

/// A further fact was confirmed. Where a whole question is answered, what was presumed gets its confirmed moment and keeps
/// its name, and with it what was begun and warned about it.
fn further_fact(case: &Case<'_>, questions: &[Question], chosen: &[Change], at: Timing) -> Vec<Event> {
    let wholly = |question: &&Question| {
        question.changes.iter().all(|change| chosen.iter().any(|answered| answered.key == change.key))
    };
    let mut presumed: Vec<Occurrence> =
        questions.iter().filter(wholly).flat_map(|question| question.occurrences.clone()).collect();
    let mut triggers: BTreeSet<_> = chosen.iter().flat_map(|change| change.starts.iter().cloned()).collect();
    presumed.retain(|occurrence| triggers.remove(&occurrence.trigger));
    let more = triggers.into_iter().enumerate().map(|(index, trigger)| Occurrence {
        id: OccurrenceId::new(&format!("{}-{index}", case.fresh)),
        trigger,
        at,
        presumed: false,
    });
    let confirmed: Vec<Occurrence> =
        presumed.into_iter().map(|occurrence| Occurrence { at, presumed: false, ..occurrence }).chain(more).collect();
    let occurrences = confirmed.iter().map(|occurrence| occurrence.id.clone()).collect();
    let record = |occurrence| Event::OccurrenceRecorded { occurrence, what: String::new(), source: String::new() };
    let mut events: Vec<Event> = confirmed.into_iter().map(record).collect();
    events.push(Event::ChangeAnswered { changes: keys(chosen), answer: ChangeAnswer::FurtherFact { occurrences } });
    events
}

/// Who records a further fact confirmed by itself has said with that what the open changes are.
pub(in crate::app) fn answered_by(case: &Case<'_>, occurrence: &Occurrence) -> Option<Event> {
    let all = changes::changes(case.library, case.incident, case.organisation.zone);
    let asked = |change: &&Change| change.asks() && change.starts.contains(&occurrence.trigger);
    let changes: Vec<ChangeKey> = all.iter().filter(asked).map(|change| change.key.clone()).collect();
    let occurrences = [occurrence.id.clone()].into();
    (!changes.is_empty())
        .then_some(Event::ChangeAnswered { changes, answer: ChangeAnswer::FurtherFact { occurrences } })
}

/// Who hands in a supplement on what is only presumed confirms it with that: since when it has been known.
pub(in crate::app) fn confirm(case: &Case<'_>, instance: Option<&OccurrenceId>) -> Vec<Event> {
    let Some(instance) = instance.filter(|id| changes::is_presumed(case.incident, id)) else { return Vec::new() };
    let all = changes::changes(case.library, case.incident, case.organisation.zone);
    let questions = changes::questions(case.incident, &all);
    let ours = |question: &&Question| question.occurrences.iter().any(|occurrence| occurrence.id == *instance);
    let Some(question) = questions.iter().find(ours) else { return Vec::new() };
    further_fact(case, std::slice::from_ref(question), &question.changes, question.since)
}
