//! How an event becomes the kind and the body of a ledger entry, and is read back from those of any age.
//!
//! Unknown fields are ignored on reading and unknown kinds are kept as they are, so that an older program can still fold
//! the stream of a newer one. Bodies in a form of old are brought up while reading; what is stored is never rewritten.

use super::event::{Event, Kind};
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::Error as NameError;
use serde_json::Value;
use thiserror::Error;

/// The version of every body written today.
pub const VERSION: i32 = 1;

/// An entry's body could not be written, or not be read as the kind it claims to be.
#[derive(Debug, Error)]
pub enum EventError {
    /// The body is not as its kind requires.
    #[error("the body of a `{kind}` entry could not be read or written")]
    Body {
        /// The kind claimed.
        kind: String,
        /// What serde says.
        #[source]
        cause: serde_json::Error,
    },
    /// No program ever wrote bodies of this version.
    #[error("a `{kind}` entry claims version {version} of its body, which never was")]
    Version {
        /// The kind claimed.
        kind: String,
        /// The version claimed.
        version: i32,
    },
}

impl Event {
    /// Splits an event into the kind and the body of its ledger entry; the body is of [`VERSION`].
    ///
    /// # Errors
    /// When the body cannot be serialised, which no event that a program of ours records causes.
    pub fn write(&self) -> Result<(String, Value), EventError> {
        let whole = serde_json::to_value(self).map_err(|cause| EventError::Body { kind: "event".to_owned(), cause })?;
        let kind = whole.get("kind").and_then(Value::as_str).unwrap_or_default().to_owned();
        let body = whole.get("body").cloned().unwrap_or_else(|| serde_json::json!({}));
        Ok((kind, body))
    }

    /// Reads an event from the kind, the version and the body of a ledger entry; a kind unknown here becomes
    /// [`Event::Unknown`].
    ///
    /// # Errors
    /// When the kind is known but its body is not as that kind requires.
    pub fn read(kind: &str, version: i32, body: Value) -> Result<Self, EventError> {
        if !is_known(kind) {
            return Ok(Self::Unknown { kind: kind.to_owned() });
        }
        // The one place where bodies of old are brought up, a step for each version: `1 => second(kind, first)`.
        let body = match version {
            ..=0 => return Err(EventError::Version { kind: kind.to_owned(), version }),
            // A newer program adds fields and keeps the meaning of those known here.
            VERSION.. => body,
        };
        serde_json::from_value(serde_json::json!({ "kind": kind, "body": body }))
            .map_err(|cause| EventError::Body { kind: kind.to_owned(), cause })
    }
}

/// Whether a kind is one of ours: the names are those that serde gives the variants.
fn is_known(kind: &str) -> bool {
    let name: serde::de::value::StrDeserializer<'_, NameError> = kind.into_deserializer();
    Kind::deserialize(name).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::incident::answers::{ChangeAnswer, ChangeKey, SlipOf};
    use crate::incident::due_moments::{DueMoments, MoveCause};
    use crate::incident::filing::{Channel, FilingId};
    use crate::incident::form_content::{FilledForm, Follows};
    use crate::incident::gap_record::Task;
    use crate::incident::moments::Withdrawal;
    use crate::incident::sent_warnings::{ClockName, QuestionName};
    use crate::law::base::moment::{Moment, Precision, Timing};
    use crate::law::base::words::Words;
    use crate::law::situation::fact::{Count, FactKey, Quality, Value as FactValue};
    use crate::law::situation::{Basis, Candidate, CandidateId, DutyId, FormId, Occurrence, OccurrenceId, Trigger};
    use crate::law::vocabulary::sequence::{Disorder, Placed, What};
    use serde_json::json;
    use std::collections::BTreeMap;
    use strum::IntoEnumIterator;

    fn text() -> String {
        "유출 \u{1F525} \"<b>\"".to_owned()
    }

    fn timing() -> Timing {
        Timing { at: at(), precision: Precision::Hour, zone: chrono_tz::Asia::Seoul }
    }

    fn persons() -> Count {
        Count { number: 5_000, quality: Quality::AtLeast }
    }

    fn at() -> Moment {
        Moment::from_seconds(1_795_305_600)
    }

    fn content() -> FilledForm {
        FilledForm {
            form: FormId::new("kr-report"),
            duty: DutyId::new("kr.network-act/report"),
            instance: Some(OccurrenceId::new("o1")),
            title: Words::name("Report"),
            authority: Words::name("KISA"),
            reference: "2026-001".into(),
            drill: true,
            as_of: 7,
            follows: Some(Follows { handed_in: Some(timing()), receipt: text(), changed: Some(Vec::new()) }),
            sections: Vec::new(),
        }
    }

    /// One event of every kind that is recorded, with every field filled; a kind without one does not compile.
    fn sample(kind: Kind) -> Option<Event> {
        let (duty, instance) = (DutyId::new("kr.network-act/report"), Some(OccurrenceId::new("o1")));
        let (id, reason) = (FilingId("f1".into()), text());
        Some(match kind {
            Kind::Opened => Event::Opened { reference: "2026-001".into(), title: text(), drill: true },
            Kind::Retitled => Event::Retitled { title: text() },
            Kind::FactRecorded => Event::FactRecorded {
                key: FactKey::new("intrusion"),
                value: Some(FactValue::YesNo(true)),
                source: text(),
                since: Some(timing()),
            },
            Kind::OccurredRecorded => {
                Event::OccurredRecorded { began: Some(timing()), ended: Some(timing()), source: text() }
            }
            Kind::CandidateRecorded => Event::CandidateRecorded {
                candidate: Candidate {
                    id: CandidateId::new("c1"),
                    of: [Trigger::new("aware-incident")].into(),
                    basis: Basis::Told,
                    at: timing(),
                    ruled_out: [crate::law::situation::fact::FactKey::new("intrusion")].into(),
                    knower: crate::law::situation::Knower::Parent,
                },
                who_knew: text(),
                evidence: text(),
            },
            Kind::CandidateWithdrawn => {
                Event::CandidateWithdrawn { id: CandidateId::new("c1"), why: Withdrawal::Reason(reason) }
            }
            Kind::OccurrenceRecorded => Event::OccurrenceRecorded {
                occurrence: Occurrence {
                    id: OccurrenceId::new("o1"),
                    trigger: Trigger::new("order"),
                    at: timing(),
                    presumed: false,
                    acts: std::collections::BTreeSet::new(),
                },
                what: text(),
                source: text(),
            },
            Kind::OccurrenceWithdrawn => Event::OccurrenceWithdrawn { id: OccurrenceId::new("o1"), reason },
            Kind::GapAnswered => Event::GapAnswered {
                id: OccurrenceId::new("g1"),
                gap: "us-il".into(),
                title: Words::name("Illinois"),
                persons: Some(persons()),
                who: text(),
                at: timing(),
                said: text(),
                task: Some(Task { what: text(), by: timing() }),
            },
            Kind::GapDismissed => Event::GapDismissed {
                id: OccurrenceId::new("g2"),
                gap: "us-ma".into(),
                title: Words::name("Massachusetts"),
                persons: Some(persons()),
                reason,
            },
            Kind::GapRecordWithdrawn => Event::GapRecordWithdrawn { id: OccurrenceId::new("g1"), reason },
            Kind::FilingDrafted => {
                let texts = BTreeMap::from([("what".to_owned(), text())]);
                Event::FilingDrafted { id, form: FormId::new("kr-report"), duty, instance, texts }
            }
            Kind::FilingSubmitted => Event::FilingSubmitted { id, content: content(), hash: "ab".repeat(32) },
            Kind::FilingReturned => Event::FilingReturned { id, reason },
            Kind::FilingApproved => Event::FilingApproved {
                id,
                hash: "ab".repeat(32),
                link: Some(crate::incident::filing::ApproverLink {
                    by: "1".to_owned(),
                    at: Moment::from_seconds(1_795_000_000),
                    reset: true,
                }),
            },
            Kind::Filed => Event::Filed {
                id: Some(id),
                duty,
                instance,
                at: timing(),
                received: Some(timing()),
                flaw: Some(crate::law::situation::Flaw::Partial),
                channel: Channel::Telephone,
                receipt: text(),
                note: text(),
                paper: Some("cd".repeat(32)),
                said: BTreeMap::from([(FactKey::new("intrusion"), FactValue::YesNo(false))]),
            },
            Kind::FiledWithdrawn => Event::FiledWithdrawn { position: 9, reason },
            Kind::ChangeAnswered => Event::ChangeAnswered {
                changes: vec![ChangeKey {
                    filed: 9,
                    fact: FactKey::new("cause"),
                    value: Some(FactValue::Text(text())),
                }],
                answer: ChangeAnswer::Slip {
                    of: SlipOf::Filing,
                    reason,
                    occurrences: [OccurrenceId::new("o1")].into(),
                },
            },
            Kind::OutOfOrderConfirmed => {
                let what = What::HandedIn { duty, instance };
                let first = Placed::new(What::Learnt { id: CandidateId::new("c1") }, timing());
                let breaks = vec![Disorder { first, then: Placed::new(what, timing()) }];
                Event::OutOfOrderConfirmed { breaks, reason }
            }
            Kind::Warned => {
                Event::Warned { duty, instance, due: at(), rung: "late-3h".into(), recipients: vec!["1".into()] }
            }
            Kind::QuestionsAsked => Event::QuestionsAsked {
                questions: [QuestionName("intrusion+personal-data-leaked".to_owned())].into(),
                duties: 3,
                nearest: Some(at()),
                recipients: vec!["1".into()],
            },
            Kind::WarningsStopped => Event::WarningsStopped { duty, instance, reason },
            Kind::WarningsResumed => Event::WarningsResumed { duty, instance, reason },
            Kind::DueMoved => {
                let old = DueMoments { earliest: at(), latest: at().plus_seconds(59), safe: Some(at()) };
                let why = MoveCause::Organisation { what: ["zone".to_owned()].into() };
                Event::DueMoved { duty, instance, old, new: Some(DueMoments { safe: None, ..old }), why }
            }
            Kind::Reassessed => {
                let rulebook_hash = "ef".repeat(32);
                Event::Reassessed { duty, instance, old: Some(at()), new: Some(at().plus_seconds(1)), rulebook_hash }
            }
            Kind::NoteAdded => Event::NoteAdded { text: text() },
            Kind::Closed => Event::Closed { reason },
            Kind::Reopened => Event::Reopened { reason, lifted: vec![ClockName { duty, instance }] },
            Kind::Erased | Kind::Unknown => return None,
        })
    }

    #[test]
    fn every_event_comes_back_as_it_was_written() {
        for event in Kind::iter().filter_map(sample) {
            let (kind, body) = event.write().unwrap();
            let stored = serde_json_canonicalizer::to_string(&body).unwrap();
            let back = Event::read(&kind, VERSION, serde_json::from_str(&stored).unwrap()).unwrap();
            assert_eq!(back, event, "{kind} {stored}");
        }
    }

    #[test]
    fn the_kind_by_which_an_event_is_stored_is_known_when_it_is_read() {
        for event in Kind::iter().filter_map(sample) {
            let (kind, _) = event.write().unwrap();
            assert!(is_known(&kind), "{kind}");
        }
        assert!(!is_known("unknown"), "a name for what has none of ours");
    }

    #[test]
    fn what_a_newer_program_adds_does_not_hide_what_is_known() {
        let event = Event::NoteAdded { text: text() };
        let body = json!({ "text": text(), "mood": "calm" });
        assert_eq!(Event::read("note-added", VERSION + 1, body).unwrap(), event);
        let unknown = Event::read("erasure-ordered", VERSION + 1, json!({ "by": "court" })).unwrap();
        assert_eq!(unknown, Event::Unknown { kind: "erasure-ordered".into() });
    }

    #[test]
    fn a_body_that_is_not_as_its_kind_requires_is_told() {
        assert!(matches!(Event::read("note-added", VERSION, json!({})), Err(EventError::Body { .. })));
        let nothing = json!({ "text": "" });
        assert!(matches!(Event::read("note-added", 0, nothing), Err(EventError::Version { version: 0, .. })));
    }

    #[test]
    fn a_withdrawal_says_why_or_names_what_replaced_it() {
        let body = |why| Event::CandidateWithdrawn { id: CandidateId::new("c1"), why }.write().unwrap().1;
        assert_eq!(body(Withdrawal::Reason("typo".into())), json!({ "id": "c1", "reason": "typo" }));
        let replaced = Withdrawal::ReplacedBy(CandidateId::new("c2"));
        assert_eq!(body(replaced.clone()), json!({ "id": "c1", "replaced_by": "c2" }));
        let read = Event::read("candidate-withdrawn", VERSION, body(replaced.clone())).unwrap();
        assert_eq!(read, Event::CandidateWithdrawn { id: CandidateId::new("c1"), why: replaced });
    }
}
