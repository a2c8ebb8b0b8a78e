//! The fold: a stream of entries becomes what is known of the incident, now or as of any earlier entry.

use super::answers::AnsweredChange;
use super::entry::Entry;
use super::event::Event;
use super::filing::{FiledRecord, Filing, FilingId, Stage};
use super::gap_record::{GapRecord, Said};
use super::moments::{CandidateRecord, Occurred, OccurrenceRecord};
use super::sent_warnings::{Round, Stop, Warnings};
use super::statements::{Statement, Statements};
use crate::law::base::moment::Moment;
use crate::law::situation::{CandidateId, FormId, OccurrenceId};
use crate::law::vocabulary::sequence::Disorder;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What is known of one incident.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incident {
    /// Its id: the part of the stream's name after `incident/`.
    pub id: String,
    /// The short reference.
    pub reference: String,
    /// What happened, in one line.
    pub title: String,
    /// Whether it is an exercise.
    pub drill: bool,
    /// When it was recorded, and by whom.
    pub opened: (Moment, String),
    /// Why it was closed, if it is.
    pub closed: Option<String>,
    /// Facts with their revisions.
    pub facts: Statements,
    /// When it happened, every statement, oldest first.
    pub occurred: Vec<Occurred>,
    /// Candidate moments of awareness, in order of recording.
    pub candidates: Vec<CandidateRecord>,
    /// Other occurrences, in order of recording.
    pub occurrences: Vec<OccurrenceRecord>,
    /// What was said about law that is not in the library, in order of recording.
    pub gaps: Vec<GapRecord>,
    /// Filings made with forms.
    pub filings: BTreeMap<FilingId, Filing>,
    /// Everything handed in, in order of recording.
    pub filed: Vec<FiledRecord>,
    /// What was answered about facts that changed after a filing, in order of recording.
    pub answers: Vec<AnsweredChange>,
    /// What lies out of order and was confirmed to have been so, in order of recording.
    pub out_of_order: Vec<Disorder>,
    /// Warnings sent and stopped.
    pub warnings: Warnings,
    /// The last round in which the open questions were asked.
    pub asked: Option<Round>,
    /// The position of the newest entry folded.
    pub position: i64,
    /// When the newest entry was recorded.
    pub updated_at: Moment,
}

impl Incident {
    /// Folds a whole stream; `None` when it does not begin with an `opened` entry.
    #[must_use]
    pub fn from_entries(id: &str, entries: &[Entry]) -> Option<Self> {
        let (first, rest) = entries.split_first()?;
        let Event::Opened { reference, title, drill } = &first.event else { return None };
        let mut incident = Self {
            id: id.to_owned(),
            reference: reference.clone(),
            title: title.clone(),
            drill: *drill,
            opened: (first.at, first.who.clone()),
            closed: None,
            facts: Statements::default(),
            occurred: Vec::new(),
            candidates: Vec::new(),
            occurrences: Vec::new(),
            gaps: Vec::new(),
            filings: BTreeMap::new(),
            filed: Vec::new(),
            answers: Vec::new(),
            out_of_order: Vec::new(),
            warnings: Warnings::default(),
            asked: None,
            position: first.position,
            updated_at: first.at,
        };
        for entry in rest {
            incident.apply(entry);
        }
        Some(incident)
    }

    /// Folds the stream up to and including one position: what was known then.
    #[must_use]
    pub fn as_of(id: &str, entries: &[Entry], position: i64) -> Option<Self> {
        let until = entries.partition_point(|entry| entry.position <= position);
        Self::from_entries(id, entries.get(..until)?)
    }

    /// Folds one more entry.
    pub fn apply(&mut self, entry: &Entry) {
        self.position = entry.position;
        self.updated_at = entry.at;
        self.apply_knowledge(entry);
        self.apply_gap(entry);
        self.apply_filing(entry);
        self.apply_warning(entry);
        match &entry.event {
            Event::Retitled { title } => self.title.clone_from(title),
            Event::ChangeAnswered { changes, answer } => self.answers.push(AnsweredChange {
                changes: changes.clone(),
                answer: answer.clone(),
                by: entry.who.clone(),
                at: entry.at,
            }),
            Event::OutOfOrderConfirmed { breaks, .. } => self.out_of_order.extend(breaks.iter().cloned()),
            Event::Closed { reason } => self.closed = Some(reason.clone()),
            Event::Reopened { .. } => self.closed = None,
            _ => {}
        }
    }

    fn apply_knowledge(&mut self, entry: &Entry) {
        match &entry.event {
            Event::FactRecorded { key, value, source, since } => self.facts.add(
                key.clone(),
                Statement {
                    value: value.clone(),
                    source: source.clone(),
                    since: *since,
                    recorded_at: entry.at,
                    recorded_by: entry.who.clone(),
                    position: entry.position,
                },
            ),
            Event::OccurredRecorded { began, ended, source } => {
                self.occurred.push(Occurred { began: *began, ended: *ended, source: source.clone() });
            }
            Event::CandidateRecorded { candidate, who_knew, evidence } => self.candidates.push(CandidateRecord {
                candidate: candidate.clone(),
                who_knew: who_knew.clone(),
                evidence: evidence.clone(),
                recorded_at: entry.at,
                recorded_by: entry.who.clone(),
                withdrawn: None,
            }),
            Event::CandidateWithdrawn { id, why } => {
                if let Some(record) = self.candidates.iter_mut().find(|record| record.candidate.id == *id) {
                    record.withdrawn = Some(why.clone());
                }
            }
            Event::OccurrenceRecorded { occurrence, what, source } => self.occurrences.push(OccurrenceRecord {
                occurrence: occurrence.clone(),
                what: what.clone(),
                source: source.clone(),
                recorded_at: entry.at,
                recorded_by: entry.who.clone(),
                withdrawn: None,
            }),
            Event::OccurrenceWithdrawn { id, reason } => {
                if let Some(record) = self.occurrences.iter_mut().find(|record| record.occurrence.id == *id) {
                    record.withdrawn = Some(reason.clone());
                }
            }
            _ => {}
        }
    }

    fn apply_gap(&mut self, entry: &Entry) {
        let (id, gap, title, persons, said) = match &entry.event {
            Event::GapAnswered { id, gap, title, persons, who, at, said, task } => {
                let said = Said::Answered { who: who.clone(), at: *at, said: said.clone(), task: task.clone() };
                (id, gap, title, *persons, said)
            }
            Event::GapDismissed { id, gap, title, persons, reason } => {
                (id, gap, title, *persons, Said::NotRelevant { reason: reason.clone() })
            }
            Event::GapRecordWithdrawn { id, reason } => {
                if let Some(record) = self.gaps.iter_mut().find(|record| record.id == *id) {
                    record.withdrawn = Some(reason.clone());
                }
                return;
            }
            _ => return,
        };
        self.gaps.push(GapRecord {
            id: id.clone(),
            gap: gap.clone(),
            title: title.clone(),
            persons,
            said,
            recorded_at: entry.at,
            recorded_by: entry.who.clone(),
            withdrawn: None,
        });
    }

    fn apply_filing(&mut self, entry: &Entry) {
        match &entry.event {
            Event::FilingDrafted { id, form, duty, instance, texts } => {
                let returned = match self.filings.get(id).map(|filing| &filing.stage) {
                    Some(Stage::Draft { returned }) => returned.clone(),
                    _ => None,
                };
                self.filings.insert(
                    id.clone(),
                    Filing {
                        id: id.clone(),
                        form: form.clone(),
                        duty: duty.clone(),
                        instance: instance.clone(),
                        texts: texts.clone(),
                        stage: Stage::Draft { returned },
                        content: None,
                        approved: None,
                        drafted_by: entry.who.clone(),
                        drafted_at: entry.at,
                    },
                );
            }
            Event::FilingSubmitted { id, content, hash } => {
                if let Some(filing) = self.filings.get_mut(id) {
                    filing.content = Some((content.clone(), hash.clone()));
                    filing.stage = Stage::Submitted { by: entry.who.clone(), at: entry.at };
                }
            }
            Event::FilingReturned { id, reason } => {
                if let Some(filing) = self.filings.get_mut(id) {
                    filing.stage = Stage::Draft { returned: Some(reason.clone()) };
                }
            }
            Event::FilingApproved { id, .. } => {
                if let Some(filing) = self.filings.get_mut(id) {
                    filing.approved = Some((entry.who.clone(), entry.at));
                    filing.stage = Stage::Approved { by: entry.who.clone(), at: entry.at };
                }
            }
            Event::Filed { id, duty, instance, at, received, flaw, channel, receipt, note, paper, said } => {
                // What does not meet the duty can be handed in again.
                let made = id.as_ref().filter(|_| flaw.is_none());
                if let Some(filing) = made.and_then(|id| self.filings.get_mut(id)) {
                    filing.stage = Stage::Filed;
                }
                let filing = id.as_ref().and_then(|id| self.filings.get(id));
                let content = filing.and_then(|filing| filing.content.as_ref()).map(|(form, _)| Arc::new(form.clone()));
                self.filed.push(FiledRecord {
                    content,
                    id: id.clone(),
                    duty: duty.clone(),
                    instance: instance.clone(),
                    at: *at,
                    received: *received,
                    flaw: *flaw,
                    channel: *channel,
                    receipt: receipt.clone(),
                    note: note.clone(),
                    paper: paper.clone(),
                    said: said.clone(),
                    recorded_by: entry.who.clone(),
                    recorded_at: entry.at,
                    position: entry.position,
                    withdrawn: None,
                });
            }
            Event::FiledWithdrawn { position, reason } => self.withdraw_filed(*position, reason),
            _ => {}
        }
    }

    /// The filing goes back to where it stood before: approved, ready to be handed in.
    fn withdraw_filed(&mut self, position: i64, reason: &str) {
        let Some(record) = self.filed.iter_mut().find(|record| record.position == position) else { return };
        record.withdrawn = Some(reason.to_owned());
        let Some(filing) = record.id.as_ref().and_then(|id| self.filings.get_mut(id)) else { return };
        if let Some((by, at)) = filing.approved.clone() {
            filing.stage = Stage::Approved { by, at };
        }
    }

    fn apply_warning(&mut self, entry: &Entry) {
        match &entry.event {
            Event::Warned { duty, instance, due, rung, .. } => {
                self.warnings.note_sent((duty.clone(), instance.clone()), *due, rung.clone());
            }
            Event::QuestionsAsked { questions, .. } => {
                self.asked = Some(Round { at: entry.at, questions: questions.clone() });
            }
            Event::WarningsStopped { duty, instance, reason } => self.warnings.stop(
                (duty.clone(), instance.clone()),
                Stop { by: entry.who.clone(), at: entry.at, reason: reason.clone() },
            ),
            Event::WarningsResumed { duty, instance, .. } => {
                self.warnings.resume(&(duty.clone(), instance.clone()));
            }
            Event::DueMoved { duty, instance, old, new, .. } if new.is_none_or(|new| new.target() < old.target()) => {
                self.warnings.resume(&(duty.clone(), instance.clone()));
            }
            Event::Reassessed { duty, instance, old: Some(old), new, .. } if new.is_none_or(|new| new < *old) => {
                self.warnings.resume(&(duty.clone(), instance.clone()));
            }
            Event::Reopened { .. } => self.warnings.resume_all(),
            _ => {}
        }
    }

    /// The statement about when it happened that counts.
    #[must_use]
    pub fn occurred_latest(&self) -> Option<&Occurred> {
        self.occurred.last()
    }

    /// A candidate by its name.
    #[must_use]
    pub fn candidate(&self, id: &CandidateId) -> Option<&CandidateRecord> {
        self.candidates.iter().find(|record| record.candidate.id == *id)
    }

    /// The form with which something handed in was made; `None` when it was made outside Dutyclock.
    #[must_use]
    pub fn form_of(&self, record: &FiledRecord) -> Option<&FormId> {
        self.filings.get(record.id.as_ref()?).map(|filing| &filing.form)
    }

    /// The last position whose knowledge is in what was handed in: that of its content or, made outside Dutyclock, that
    /// of its record.
    #[must_use]
    pub fn settled_at(&self, record: &FiledRecord) -> i64 {
        record.content.as_ref().map_or(record.position, |content| content.as_of)
    }

    /// An occurrence by its name.
    #[must_use]
    pub fn occurrence(&self, id: &OccurrenceId) -> Option<&OccurrenceRecord> {
        self.occurrences.iter().find(|record| record.occurrence.id == *id)
    }
}
