//! What was handed in, and what happened in order of time, in words. Internal steps (remarks, drafts, returned drafts,
//! warnings) are left out, and the report says so.

use super::{Report, section};
use crate::documents::paper::{Block, Section, Table, TimelineItem};
use crate::documents::told;
use crate::incident::filing::FiledRecord;
use crate::incident::{Entry, Event};
use crate::law::base::moment::Timing;
use crate::law::situation::fact::{FactKey, Value};

/// One line of the story and when it belongs.
struct Told {
    at: Timing,
    text: String,
    detail: String,
}

impl Report<'_> {
    pub(super) fn filings(&self) -> Section {
        let t = self.t;
        let row = |record: &FiledRecord| {
            let receipt = if record.receipt.is_empty() { t.report_no_receipt() } else { record.receipt.clone() };
            let withdrawn = record.withdrawn.as_ref().map(|reason| t.report_withdrawn(reason)).unwrap_or_default();
            let flaw = record.flaw.map(|flaw| t.filing_flaw_told(t.flaw(flaw))).unwrap_or_default();
            let unproven = if record.is_unproven() { t.filing_unproven() } else { String::new() };
            let remark: Vec<String> =
                [flaw, unproven, record.note.clone(), withdrawn].into_iter().filter(|part| !part.is_empty()).collect();
            vec![
                self.duty(&record.duty, record.instance.as_ref()),
                t.timing(record.at),
                t.channel(record.channel),
                receipt,
                remark.join("\n"),
            ]
        };
        let table = Table {
            caption: String::new(),
            head: vec![t.report_duty(), t.report_filed(), t.report_channel(), t.report_receipt(), t.report_remark()],
            rows: self.of.incident.filed.iter().map(row).collect(),
            widths: vec![26, 22, 14, 16, 22],
        };
        section(t.report_filings(), vec![self.table_or(table, t.report_filings_none())])
    }

    pub(super) fn story(&self) -> Section {
        let mut told: Vec<Told> = self.of.entries.iter().filter_map(|entry| self.tell(entry)).collect();
        let zone = self.zone;
        if let Some(occurred) = self.of.incident.occurred_latest() {
            let ends = [(occurred.began, self.t.story_began()), (occurred.ended, self.t.story_ended())];
            let line =
                |(at, text): (Option<Timing>, String)| Some(Told { at: at?, text, detail: occurred.source.clone() });
            told.extend(ends.into_iter().filter_map(line));
        }
        told.sort_by_key(|told| told.at.earliest());
        let items = told.into_iter().map(|told| TimelineItem {
            at: self.t.timing(Timing { zone, ..told.at }),
            text: told.text,
            detail: Some(told.detail).filter(|detail| !detail.is_empty()),
        });
        let mut blocks = vec![Block::Timeline(items.collect()), Block::Paragraph(self.t.story_left_out())];
        let count = |is: fn(&Event) -> bool| self.of.entries.iter().filter(|entry| is(&entry.event)).count();
        let erased = count(|event| matches!(event, Event::Erased { .. }));
        if erased > 0 {
            blocks.push(Block::Paragraph(self.t.story_erased(erased)));
        }
        let unknown = count(|event| matches!(event, Event::Unknown { .. }));
        if unknown > 0 {
            blocks.push(Block::Paragraph(self.t.story_unknown(unknown)));
        }
        section(self.t.story_title(), blocks)
    }

    /// One entry; none for what the report leaves out and says that it does. Exhaustive: whoever adds a kind decides here how
    /// it is told.
    fn tell(&self, entry: &Entry) -> Option<Told> {
        let t = self.t;
        let recorded = self.recorded(&entry.who, entry.at);
        let by = t.report_recorded_by(self.name(&entry.who));
        let now = |text: String| Told { at: Timing::exact(entry.at, self.zone), text, detail: by.clone() };
        let then = |at: Timing, text: String, parts: &[&str]| {
            let parts = parts
                .iter()
                .copied()
                .chain([if at.at == entry.at { by.as_str() } else { recorded.as_str() }])
                .filter(|part| !part.is_empty());
            Told { at, text, detail: parts.collect::<Vec<_>>().join(" · ") }
        };
        Some(match &entry.event {
            Event::Opened { title, .. } => now(t.story_opened(title)),
            Event::Retitled { title } => now(t.story_retitled(title)),
            Event::FactRecorded { key, value, source, since } => {
                let at = since.unwrap_or(Timing::exact(entry.at, self.zone));
                then(at, self.fact_told(entry.position, key, value.as_ref()), &[source])
            }
            Event::CandidateRecorded { candidate, who_knew, evidence } => {
                then(candidate.at, t.story_aware(t.awareness(candidate)), &[who_knew, evidence])
            }
            Event::CandidateWithdrawn { why, .. } => {
                now(t.story_candidate_withdrawn(why.words(|| t.candidate_replaced_reason())))
            }
            Event::OccurrenceRecorded { occurrence, what, source } => {
                let trigger = self.of.library.vocabulary().trigger(&occurrence.trigger);
                let title = trigger.map_or(occurrence.trigger.as_str(), |trigger| trigger.title.get(t.lang()));
                let text = if what.is_empty() { title.to_owned() } else { format!("{title}: {what}") };
                then(occurrence.at, text, &[source])
            }
            Event::OccurrenceWithdrawn { reason, .. } => now(t.story_occurrence_withdrawn(reason)),
            Event::FilingSubmitted { content, .. } => now(t.story_submitted(content.title.get(t.lang()))),
            Event::FilingApproved { id, .. } => {
                let content = self.of.incident.filings.get(id).and_then(|filing| filing.content.as_ref());
                now(t.story_approved(content.map_or("", |(content, _)| content.title.get(t.lang()))))
            }
            Event::Filed { duty, instance, at, flaw, channel, receipt, note, .. } => {
                let channel = t.channel(*channel);
                let flaw = flaw.map(|flaw| t.filing_flaw_told(t.flaw(flaw))).unwrap_or_default();
                then(*at, t.story_filed(self.duty(duty, instance.as_ref())), &[&flaw, &channel, receipt, note])
            }
            Event::FiledWithdrawn { reason, .. } => now(t.story_filed_withdrawn(reason)),
            Event::Reassessed { duty, instance, old, new, .. } => {
                let moment = |at: &Option<_>| at.map_or_else(|| t.none(), |at| self.moment(at));
                now(t.story_reassessed(self.duty(duty, instance.as_ref()), moment(old), moment(new)))
            }
            Event::OutOfOrderConfirmed { breaks, reason } => {
                let what = t.event_out_of_order(t.disorders(breaks, Some(self.of.library)));
                then(Timing::exact(entry.at, self.zone), what, &[reason])
            }
            Event::Closed { reason } => now(t.story_closed(reason)),
            Event::Reopened { reason, lifted } => {
                let lifted: Vec<String> =
                    lifted.iter().map(|clock| self.duty(&clock.duty, clock.instance.as_ref())).collect();
                let lifted = (!lifted.is_empty()).then(|| t.event_reopened_lifted(t.list(&lifted)));
                then(
                    Timing::exact(entry.at, self.zone),
                    t.story_reopened(reason),
                    &[lifted.as_deref().unwrap_or_default()],
                )
            }
            Event::OccurredRecorded { began, ended, source } => {
                // The statement that counts stands at its own moments.
                let statements = self.of.entries.iter().rev();
                let newest = statements.clone().find(|other| matches!(other.event, Event::OccurredRecorded { .. }));
                if newest.is_some_and(|newest| newest.position == entry.position) {
                    return None;
                }
                let began = began.map(|at| t.event_began(t.timing(at)));
                let ended = ended.map(|at| t.event_ended(t.timing(at)));
                let said: Vec<String> = [began, ended, Some(source.clone())].into_iter().flatten().collect();
                now(t.story_occurred_before(t.list(&said)))
            }
            Event::ChangeAnswered { changes, answer } => {
                let what = told::changed(t, self.of.library, changes, |value| value);
                now(t.story_reasoned(t.event_change_answered(what), told::change_answer(t, answer)))
            }
            Event::GapAnswered { title, who, at, said, task, .. } => {
                let task = task.as_ref().map(|task| t.elsewhere_task(&task.what, self.moment(task.limit())));
                let text = t.event_gap_answered(title.get(t.lang()), who, t.timing(*at));
                then(*at, text, &[said, task.as_deref().unwrap_or_default()])
            }
            Event::GapDismissed { title, reason, .. } => {
                now(t.story_reasoned(t.event_gap_dismissed(title.get(t.lang())), reason))
            }
            Event::GapRecordWithdrawn { id, reason } => {
                let title = self.of.incident.gap_record(id).map_or(id.as_str(), |record| record.title.get(t.lang()));
                now(t.story_reasoned(t.event_gap_withdrawn(title), reason))
            }
            Event::WarningsStopped { duty, instance, reason } => {
                now(t.story_reasoned(t.event_warnings_stopped(self.duty(duty, instance.as_ref())), reason))
            }
            Event::WarningsResumed { duty, instance, reason } => {
                now(t.story_reasoned(t.event_warnings_resumed(self.duty(duty, instance.as_ref())), reason))
            }
            Event::DueMoved { duty, instance, old, new, why } => {
                let (duty, due) = (self.duty(duty, instance.as_ref()), |due| told::due_words(t, self.zone, due));
                let text = match new {
                    Some(new) => t.story_due_moved(duty, due(*old), due(*new)),
                    None => t.story_due_ended(duty, due(*old)),
                };
                Told { detail: told::move_cause(t, self.of.library, why), ..now(text) }
            }
            Event::NoteAdded { .. }
            | Event::FilingDrafted { .. }
            | Event::FilingReturned { .. }
            | Event::Warned { .. }
            | Event::QuestionsAsked { .. }
            | Event::Erased { .. }
            | Event::Unknown { .. } => return None,
        })
    }

    /// "Persons concerned: 33,673,817 persons (before: 4,536 persons)".
    fn fact_told(&self, position: i64, key: &FactKey, value: Option<&Value>) -> String {
        let (t, definition) = (self.t, self.of.library.vocabulary().fact(key));
        let title = definition.map_or(key.as_str(), |definition| definition.title.get(t.lang()));
        let words = |value: Option<&Value>| value.map_or_else(|| t.not_known_yet(), |value| t.value(value, definition));
        let history = self.of.incident.facts.history(key);
        let before = history.iter().rev().find(|statement| statement.position < position);
        match before {
            Some(before) => t.story_fact_revised(title, words(value), words(before.value.as_ref())),
            None => t.story_fact(title, words(value)),
        }
    }
}
