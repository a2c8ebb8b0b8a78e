//! Answering what facts that changed after a filing mean for what was handed in: a further fact, a slip, or immaterial.
//! Until somebody answers, the supplements run.

use crate::app::desk::actor::Permission;
use crate::app::desk::decide::{Case, Decide};
use crate::app::desk::input::{self, MomentInput};
use crate::app::desk::refusal::{Checks, Problem, Refusal};
use crate::incident::answers::{ChangeAnswer, ChangeKey, SlipOf};
use crate::incident::changes::{self, Change, Question};
use crate::incident::situation::assess;
use crate::incident::{Event, Incident};
use crate::law::base::moment::Timing;
use crate::law::situation::fact::FactKey;
use crate::law::situation::{DutyId, Occurrence, OccurrenceId, Trigger};
use crate::law::verdict::Verdict;
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
                let at = self.known_since(case, &chosen, &mut checks)?;
                let (mut events, occurrences) = confirmed(case, &changes::questions(case.incident, &all), &chosen, at);
                let answer = ChangeAnswer::FurtherFact { occurrences };
                events.push(Event::ChangeAnswered { changes: keys(&chosen), answer });
                Ok(events)
            }
            // What was handed in wrongly is still to be put right with whoever received it: the supplements run on.
            "slip-of-filing" => {
                let reason = why(&mut checks);
                let at = self.known_since(case, &chosen, &mut checks)?;
                let Some(reason) = reason else { return Err(checks.refusal()) };
                let (mut events, occurrences) = confirmed(case, &changes::questions(case.incident, &all), &chosen, at);
                let answer = ChangeAnswer::Slip { of: SlipOf::Filing, reason, occurrences };
                events.push(Event::ChangeAnswered { changes: keys(&chosen), answer });
                Ok(events)
            }
            "slip-of-record" | "immaterial" => {
                let Some(reason) = why(&mut checks) else { return Err(checks.refusal()) };
                checks.done()?;
                let answer = match self.answer.as_str() {
                    "slip-of-record" => {
                        let (of, occurrences) = (SlipOf::Record, BTreeSet::new());
                        ChangeAnswer::Slip { of, reason: reason.clone(), occurrences }
                    }
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

impl AnswerChanges {
    /// Since when the right value has been known: as typed, else since the earliest of the changes.
    fn known_since(&self, case: &Case<'_>, chosen: &[Change], checks: &mut Checks) -> Result<Timing, Refusal> {
        let at = checks.take("at", self.at.optional_past(case.now));
        std::mem::take(checks).done()?;
        let at = at.flatten().or_else(|| chosen.iter().map(|change| change.since).min_by_key(Timing::earliest));
        at.ok_or(Refusal::NotFound)
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

/// When the right value was confirmed, for the acts whose filings rested on it. Where a whole question is answered, what was
/// presumed gets its confirmed moment and keeps its name, and with it what was begun and warned about it. Answers what
/// records it, and the names.
fn confirmed(
    case: &Case<'_>,
    questions: &[Question],
    chosen: &[Change],
    at: Timing,
) -> (Vec<Event>, BTreeSet<OccurrenceId>) {
    let wholly = |question: &&Question| {
        question.changes.iter().all(|change| chosen.iter().any(|answered| answered.key == change.key))
    };
    let presumed: Vec<&Occurrence> =
        questions.iter().filter(wholly).flat_map(|question| &question.occurrences).collect();
    let occurrence = |(index, (trigger, acts)): (usize, (Trigger, BTreeSet<String>))| {
        let kept = presumed.iter().find(|occurrence| occurrence.trigger == trigger).map(|kept| kept.id.clone());
        let id = kept.unwrap_or_else(|| OccurrenceId::new(&format!("{}-{index}", case.fresh)));
        Occurrence { id, trigger, at, presumed: false, acts }
    };
    let all: Vec<Occurrence> = changes::started(chosen).into_iter().enumerate().map(occurrence).collect();
    let names = all.iter().map(|occurrence| occurrence.id.clone()).collect();
    let record = |occurrence| Event::OccurrenceRecorded { occurrence, what: String::new(), source: String::new() };
    (all.into_iter().map(record).collect(), names)
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

/// Who hands in a supplement on what is only presumed confirms it with that: since when it has been known. The one of a duty
/// that arises once is found by what starts its clock.
pub(in crate::app) fn confirm(case: &Case<'_>, duty: &DutyId, instance: Option<&OccurrenceId>) -> Vec<Event> {
    let all = changes::changes(case.library, case.incident, case.organisation.zone);
    let questions = changes::questions(case.incident, &all);
    if questions.is_empty() {
        return Vec::new();
    }
    let once = || {
        let assessment = assess(case.library, case.incident, case.organisation, case.now);
        let ours = |verdict: &&Verdict| verdict.outline.duty == *duty && verdict.instance.is_none();
        changes::behind(assessment.verdicts.iter().find(ours)?).cloned()
    };
    let Some(behind) = instance.cloned().or_else(once) else { return Vec::new() };
    let ours = |question: &&Question| question.occurrences.iter().any(|occurrence| occurrence.id == behind);
    let Some(question) = questions.iter().find(ours) else { return Vec::new() };
    let (mut events, occurrences) = confirmed(case, std::slice::from_ref(question), &question.changes, question.since);
    let answer = ChangeAnswer::FurtherFact { occurrences };
    events.push(Event::ChangeAnswered { changes: keys(&question.changes), answer });
    events
}
