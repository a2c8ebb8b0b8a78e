//! Every event in words: for the timeline, and for the person whose edit came second. Tells what was recorded and
//! leaves nothing out; decides nothing.

use super::wording::{Wording, short};
use crate::documents::told::{due_words, move_cause};
use crate::incident::due_moments::DueMoments;
use crate::incident::ladder::Rung;
use crate::incident::{Entry, Event};
use crate::law::base::moment::Timing;
use crate::law::situation::Candidate;
use crate::law::situation::fact::{FactKey, Value};

/// One entry in words, as the timeline shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimelineEntry {
    /// Its position in the incident's stream.
    pub position: i64,
    /// The icon's name.
    pub icon: &'static str,
    /// When it was recorded, on the organisation's clock.
    pub when: String,
    /// The same for machines.
    pub iso: String,
    /// What happened, in one line.
    pub title: String,
    /// More, or nothing.
    pub detail: String,
    /// Who recorded it.
    pub who: String,
}

/// Tells one entry.
#[must_use]
pub fn tell(teller: &Wording<'_>, entry: &Entry) -> TimelineEntry {
    let (icon, title, detail) = event(teller, entry);
    TimelineEntry {
        position: entry.position,
        icon,
        when: teller.moment(entry.at),
        iso: entry.at.to_rfc3339(),
        title,
        detail,
        who: teller.who(&entry.who),
    }
}

/// Tells several entries in their order.
#[must_use]
pub fn tell_all(teller: &Wording<'_>, entries: &[Entry]) -> Vec<TimelineEntry> {
    entries.iter().map(|entry| tell(teller, entry)).collect()
}

type Line = (&'static str, String, String);

fn event(teller: &Wording<'_>, entry: &Entry) -> Line {
    let t = teller.t;
    match &entry.event {
        Event::Opened { reference, title, drill: false } => ("ledger", t.event_opened(reference), title.clone()),
        Event::Opened { reference, title, .. } => ("drill", t.event_opened_drill(reference), title.clone()),
        Event::Retitled { title } => ("edit", t.event_retitled(), title.clone()),
        Event::NoteAdded { text } => ("edit", t.event_note(), text.clone()),
        Event::Closed { reason } => ("done", t.event_closed(), reason.clone()),
        Event::Reopened { reason, lifted } => {
            let lifted: Vec<String> =
                lifted.iter().map(|clock| teller.duty(&clock.duty, clock.instance.as_ref())).collect();
            let lifted = (!lifted.is_empty()).then(|| t.event_reopened_lifted(t.list(&lifted)));
            ("arrow", t.event_reopened(), joined([Some(reason.clone()), lifted]))
        }
        Event::Erased { kind } => ("unknown", t.event_erased(kind), String::new()),
        Event::Unknown { kind } => ("unknown", t.event_unknown(kind), String::new()),
        _ => {
            knowledge(teller, entry).or_else(|| filing(teller, &entry.event)).unwrap_or_else(|| warning(teller, entry))
        }
    }
}

fn knowledge(teller: &Wording<'_>, entry: &Entry) -> Option<Line> {
    let t = teller.t;
    Some(match &entry.event {
        Event::FactRecorded { key, value, source, since } => {
            let title = fact(teller, entry.position, key, value.as_ref());
            let since = since.map(|since| t.since_moment(t.timing(since)));
            ("fact", title, joined([Some(t.event_source(source)), since]))
        }
        Event::OccurredRecorded { began, ended, source } => {
            let began = began.map(|at| t.event_began(t.timing(at)));
            let ended = ended.map(|at| t.event_ended(t.timing(at)));
            let source = (!source.is_empty()).then(|| t.event_source(source));
            ("candidate", t.event_occurred(), joined([began, ended, source]))
        }
        Event::CandidateRecorded { candidate, who_knew, evidence } => {
            let who = (!who_knew.is_empty()).then(|| t.event_who_knew(who_knew));
            let evidence = (!evidence.is_empty()).then(|| t.event_evidence(short(evidence)));
            let about = Some(about(teller, candidate));
            ("candidate", aware(teller, candidate.at), joined([about, who, evidence]))
        }
        Event::CandidateWithdrawn { id, why } => {
            let at = teller.incident.candidate(id).map(|record| t.timing(record.candidate.at)).unwrap_or_default();
            ("stopped", t.event_candidate_withdrawn(at), why.words(|| t.candidate_replaced_reason()))
        }
        Event::OccurrenceRecorded { occurrence, what, source } => {
            let title = t.event_occurrence(teller.trigger(&occurrence.trigger), t.timing(occurrence.at));
            let source = (!source.is_empty()).then(|| t.event_source(source));
            let what = if what.is_empty() { teller.occurrence(&occurrence.id) } else { short(what) };
            ("in-force", title, joined([Some(what), source]))
        }
        Event::ChangeAnswered { changes, answer } => {
            ("fact", t.event_change_answered(teller.changed(changes)), teller.change_answer(answer))
        }
        Event::OutOfOrderConfirmed { breaks, reason } => {
            ("warn", t.event_out_of_order(t.disorders(breaks, Some(teller.library))), reason.clone())
        }
        Event::OccurrenceWithdrawn { id, reason } => {
            ("stopped", t.event_occurrence_withdrawn(teller.occurrence(id)), reason.clone())
        }
        event => return gap(teller, event),
    })
}

/// What was said about law that is not in the library.
fn gap(teller: &Wording<'_>, event: &Event) -> Option<Line> {
    let t = teller.t;
    Some(match event {
        Event::GapAnswered { title, who, at, said, task, .. } => {
            let task = task.as_ref().map(|task| t.elsewhere_task(&task.what, t.moment_both(task.limit(), teller.zone)));
            let title = t.event_gap_answered(teller.words(title), who, t.timing(*at));
            ("law", title, joined([Some(short(said)), task]))
        }
        Event::GapDismissed { title, reason, .. } => {
            ("law", t.event_gap_dismissed(teller.words(title)), reason.clone())
        }
        Event::GapRecordWithdrawn { id, reason } => {
            ("stopped", t.event_gap_withdrawn(teller.occurrence(id)), reason.clone())
        }
        _ => return None,
    })
}

/// A fact with what was known before it.
fn fact(teller: &Wording<'_>, position: i64, key: &FactKey, value: Option<&Value>) -> String {
    let (name, now) = (teller.fact(key), short(&teller.value(key, value)));
    let history = teller.incident.facts.history(key);
    match history.iter().rev().find(|statement| statement.position < position) {
        None => teller.t.event_fact(name, now),
        Some(before) => {
            let before = short(&teller.value(key, before.value.as_ref()));
            teller.t.event_fact_changed(name, now, before)
        }
    }
}

fn aware(teller: &Wording<'_>, at: Timing) -> String {
    teller.t.event_candidate(teller.t.timing(at))
}

fn about(teller: &Wording<'_>, candidate: &Candidate) -> String {
    let of: Vec<String> = candidate.of.iter().map(|trigger| teller.trigger(trigger)).collect();
    format!("{} ({})", teller.t.awareness(candidate), teller.t.list(&of))
}

fn filing(teller: &Wording<'_>, event: &Event) -> Option<Line> {
    let t = teller.t;
    let named = |id: &crate::incident::filing::FilingId| {
        let filing = teller.incident.filings.get(id);
        filing.map_or_else(|| id.0.clone(), |filing| teller.form(&filing.form))
    };
    Some(match event {
        Event::FilingDrafted { form, duty, instance, .. } => {
            ("draft", t.event_drafted(teller.form(form)), teller.duty(duty, instance.as_ref()))
        }
        Event::FilingSubmitted { id, .. } => ("submitted", t.event_submitted(named(id)), String::new()),
        Event::FilingReturned { id, reason } => ("refused", t.event_returned(named(id)), reason.clone()),
        Event::FilingApproved { id, link, .. } => {
            let link = link.as_ref().map(|link| {
                let (by, at) = (teller.who(&link.by), teller.moment(link.at));
                if link.reset { t.event_approver_reset(at, by) } else { t.event_approver_invited(at, by) }
            });
            ("approved", t.event_approved(named(id)), link.unwrap_or_default())
        }
        Event::Filed { id, duty, instance, at, flaw, channel, receipt, note, paper, .. } => {
            let unproven = (id.is_none() && receipt.is_empty() && paper.is_none()).then(|| t.filing_unproven());
            let title = t.event_filed(teller.duty(duty, instance.as_ref()), t.timing(*at));
            let receipt = (!receipt.is_empty()).then(|| t.event_receipt(receipt));
            let note = (!note.is_empty()).then(|| short(note));
            let flaw = flaw.map(|flaw| t.filing_flaw_told(t.flaw(flaw)));
            ("filed", title, joined([flaw, Some(teller.t.channel(*channel)), unproven, receipt, note]))
        }
        Event::FiledWithdrawn { position, reason } => {
            let record = teller.incident.filed.iter().find(|record| record.position == *position);
            let duty = record.map(|record| teller.duty(&record.duty, record.instance.as_ref())).unwrap_or_default();
            ("stopped", t.event_filed_withdrawn(duty), reason.clone())
        }
        _ => return None,
    })
}

fn warning(teller: &Wording<'_>, entry: &Entry) -> Line {
    let t = teller.t;
    match &entry.event {
        Event::Warned { duty, instance, due, rung, recipients } => {
            let names: Vec<String> = recipients.iter().map(|id| teller.who(id)).collect();
            let title = t.event_warned(teller.duty(duty, instance.as_ref()), rung_words(teller, rung));
            ("mail", title, joined([Some(t.event_warned_to(t.list(&names))), Some(teller.moment(*due))]))
        }
        Event::QuestionsAsked { questions, duties, recipients, .. } => {
            let names: Vec<String> = recipients.iter().map(|id| teller.who(id)).collect();
            ("mail", t.event_questions_asked(questions.len(), *duties), t.event_warned_to(t.list(&names)))
        }
        Event::WarningsStopped { duty, instance, reason } => {
            ("stopped", t.event_warnings_stopped(teller.duty(duty, instance.as_ref())), reason.clone())
        }
        Event::WarningsResumed { duty, instance, reason } => {
            ("mail", t.event_warnings_resumed(teller.duty(duty, instance.as_ref())), reason.clone())
        }
        Event::DueMoved { duty, instance, old, new, why } => {
            let (duty, due) =
                (teller.duty(duty, instance.as_ref()), |due: &DueMoments| due_words(t, teller.zone, *due));
            let (title, moved) = match new {
                Some(new) => (t.event_due_moved(duty), t.event_reassessed_moved(due(old), due(new))),
                None => (t.event_due_ended(duty), t.event_due_was(due(old))),
            };
            ("law", title, joined([Some(moved), Some(move_cause(t, teller.library, why))]))
        }
        Event::Reassessed { duty, instance, old, new, .. } => {
            let moment = |at: &Option<_>| at.map_or_else(|| t.none(), |at| teller.moment(at));
            let title = t.event_reassessed(teller.duty(duty, instance.as_ref()));
            ("law", title, t.event_reassessed_moved(moment(old), moment(new)))
        }
        _ => ("unknown", String::new(), String::new()),
    }
}

/// A rung of the ladder: when the warning was due, seen from the deadline.
#[must_use]
pub fn rung_words(teller: &Wording<'_>, rung: &str) -> String {
    let t = teller.t;
    match Rung::parse(rung) {
        Some(Rung::Opened) => t.event_rung_opened(),
        Some(Rung::Before(left)) => t.law_left(t.wait(left)),
        Some(Rung::Due) => t.event_rung_due(),
        Some(Rung::Late(hours)) => t.law_late(t.wait(hours.saturating_mul(3_600))),
        Some(Rung::Waiting(days)) => t.event_rung_waiting(days),
        None => rung.to_owned(),
    }
}

fn joined<const N: usize>(parts: [Option<String>; N]) -> String {
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}
