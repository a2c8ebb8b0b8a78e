//! Recording when it happened, when one became aware, and what else happened that may start a clock; withdrawing what
//! was recorded by mistake.

use crate::app::desk::actor::Permission;
use crate::app::desk::decide::{Case, Decide};
use crate::app::desk::input;
use crate::app::desk::input::{MomentInput, basis, knower, reason};
use crate::app::desk::refusal::{Checks, Problem, Refusal};
use crate::app::incident::changes::answered_by;
use crate::incident::Event;
use crate::incident::moments::Withdrawal;
use crate::law::situation::{Candidate, CandidateId, Occurrence, OccurrenceId, Trigger};
use crate::law::vocabulary::TriggerKind;
use std::collections::BTreeSet;

/// When it began and ended.
#[derive(Debug, Clone, Default)]
pub struct RecordOccurred {
    /// The beginning, if known.
    pub began: MomentInput,
    /// The end, if known.
    pub ended: MomentInput,
    /// Who or what says so.
    pub source: String,
}

impl Decide for RecordOccurred {
    const NEEDS: Permission = Permission::Record;

    fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Refusal> {
        case.need_open()?;
        let mut checks = Checks::default();
        let began = checks.take("began", self.began.optional_past(case.now));
        let ended = checks.take("ended", self.ended.optional_past(case.now));
        let source = checks.take("source", input::optional_line(&self.source));
        let (Some(began), Some(ended), Some(source)) = (began, ended, source) else { return Err(checks.refusal()) };
        if began.is_none() && ended.is_none() {
            checks.note("began", Problem::Required);
        }
        if let (Some(began), Some(ended)) = (began, ended)
            && ended.latest() < began.earliest()
        {
            checks.note("ended", Problem::EndBeforeStart);
        }
        checks.done()?;
        Ok(vec![Event::OccurredRecorded { began, ended, source }])
    }
}

/// A candidate moment of awareness.
#[derive(Debug, Clone, Default)]
pub struct RecordCandidate {
    /// Of what: triggers by name.
    pub of: Vec<String>,
    /// On what it rests.
    pub basis: String,
    /// Whose knowledge it was: `own`, `parent`, `subsidiary`, `contractor`; empty is one's own.
    pub knower: String,
    /// When.
    pub at: MomentInput,
    /// Who knew.
    pub who_knew: String,
    /// The evidence.
    pub evidence: String,
    /// A rougher statement of the same moment that this one replaces: withdrawn in the same breath, unless somebody
    /// withdrew it before.
    pub replaces: Option<String>,
}

impl Decide for RecordCandidate {
    const NEEDS: Permission = Permission::Record;

    fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Refusal> {
        case.need_open()?;
        let mut checks = Checks::default();
        let of = checks.take("of", triggers(case, &self.of));
        let basis = checks.take("basis", basis(&self.basis));
        let knower = checks.take("knower", knower(&self.knower));
        let at = checks.take("at", self.at.past(case.now));
        let who_knew = checks.take("who_knew", input::optional_line(&self.who_knew));
        let evidence = checks.take("evidence", input::optional_text(&self.evidence));
        let (Some(of), Some(basis), Some(knower), Some(at), Some(who_knew), Some(evidence)) =
            (of, basis, knower, at, who_knew, evidence)
        else {
            return Err(checks.refusal());
        };
        let candidate =
            Candidate { id: CandidateId::new(case.fresh), of, basis, at, ruled_out: BTreeSet::new(), knower };
        let replaced_by = Withdrawal::ReplacedBy(candidate.id.clone());
        let mut events = vec![Event::CandidateRecorded { candidate, who_knew, evidence }];
        if let Some(id) = &self.replaces {
            let id = CandidateId::new(id);
            let replaced = case.incident.candidate(&id).ok_or(Refusal::NotFound)?;
            if replaced.withdrawn.is_none() {
                events.push(Event::CandidateWithdrawn { id, why: replaced_by });
            }
        }
        Ok(events)
    }
}

fn triggers(case: &Case<'_>, names: &[String]) -> Result<BTreeSet<Trigger>, Problem> {
    if names.is_empty() {
        return Err(Problem::Required);
    }
    names
        .iter()
        .map(|name| {
            let trigger = Trigger::new(name);
            let known = case.library.vocabulary().trigger(&trigger);
            known.filter(|known| known.kind == TriggerKind::Awareness).map(|_| trigger).ok_or(Problem::UnknownChoice)
        })
        .collect()
}

/// Withdraws a candidate.
#[derive(Debug, Clone)]
pub struct WithdrawCandidate {
    /// Which.
    pub id: String,
    /// Why.
    pub reason: String,
}

impl Decide for WithdrawCandidate {
    const NEEDS: Permission = Permission::Record;

    fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Refusal> {
        case.need_open()?;
        let id = CandidateId::new(&self.id);
        let record = case.incident.candidate(&id).ok_or(Refusal::NotFound)?;
        if record.withdrawn.is_some() {
            return Err(Refusal::NotNow(Problem::AlreadyWithdrawn));
        }
        Ok(vec![Event::CandidateWithdrawn { id, why: Withdrawal::Reason(reason(&self.reason)?) }])
    }
}

/// Something that happened: a further fact confirmed, an order received.
#[derive(Debug, Clone, Default)]
pub struct RecordOccurrence {
    /// What kind: a trigger by name.
    pub trigger: String,
    /// When.
    pub at: MomentInput,
    /// What it was, in words.
    pub what: String,
    /// Who or what says so.
    pub source: String,
}

impl Decide for RecordOccurrence {
    const NEEDS: Permission = Permission::Record;

    fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Refusal> {
        case.need_open()?;
        let mut checks = Checks::default();
        let trigger = checks.take("trigger", occurrence_trigger(case, &self.trigger));
        let ahead = trigger.as_ref().and_then(|trigger| case.library.vocabulary().trigger(trigger));
        let at = match ahead.filter(|definition| definition.may_lie_ahead) {
            Some(_) => self.at.any(),
            None => self.at.past(case.now),
        };
        let at = checks.take("at", at);
        let what = checks.take("what", input::text(&self.what));
        let source = checks.take("source", input::optional_line(&self.source));
        let (Some(trigger), Some(at), Some(what), Some(source)) = (trigger, at, what, source) else {
            return Err(checks.refusal());
        };
        let occurrence =
            Occurrence { id: OccurrenceId::new(case.fresh), trigger, at, presumed: false, acts: BTreeSet::new() };
        let answered = answered_by(case, &occurrence);
        let mut events = vec![Event::OccurrenceRecorded { occurrence, what, source }];
        events.extend(answered);
        Ok(events)
    }
}

fn occurrence_trigger(case: &Case<'_>, name: &str) -> Result<Trigger, Problem> {
    if name.is_empty() {
        return Err(Problem::Required);
    }
    let trigger = Trigger::new(name);
    let known = case.library.vocabulary().trigger(&trigger);
    known.filter(|known| known.kind == TriggerKind::Occurrence).map(|_| trigger).ok_or(Problem::UnknownChoice)
}

/// Withdraws an occurrence.
#[derive(Debug, Clone)]
pub struct WithdrawOccurrence {
    /// Which.
    pub id: String,
    /// Why.
    pub reason: String,
}

impl Decide for WithdrawOccurrence {
    const NEEDS: Permission = Permission::Record;

    fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Refusal> {
        case.need_open()?;
        let id = OccurrenceId::new(&self.id);
        let record = case.incident.occurrence(&id).ok_or(Refusal::NotFound)?;
        if record.withdrawn.is_some() {
            return Err(Refusal::NotNow(Problem::AlreadyWithdrawn));
        }
        Ok(vec![Event::OccurrenceWithdrawn { id, reason: reason(&self.reason)? }])
    }
}
