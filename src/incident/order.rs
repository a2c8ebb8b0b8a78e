//! Moments in their order: which of those that events record certainly contradict what is known, and which of these
//! contradictions a person confirmed. What is withdrawn, or was stated anew, contradicts nothing any more.

use super::entry::Entry;
use super::event::Event;
use super::filing::FiledRecord;
use super::organisation::Organisation;
use super::situation;
use super::state::Incident;
use crate::law::base::moment::{Moment, Timing};
use crate::law::library::Library;
use crate::law::situation::{CandidateId, OccurrenceId};
use crate::law::verdict::Verdict;
use crate::law::verdict::clock::Step;
use crate::law::vocabulary::Vocabulary;
use crate::law::vocabulary::sequence::{Disorder, Placed, What, breaks};

/// A contradiction, and which of its two moments is the one just stated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The new moment.
    pub new: What,
    /// Both moments.
    pub disorder: Disorder,
}

/// The moments that an event records.
#[must_use]
pub fn placed(event: &Event) -> Vec<Placed> {
    let optional = |what, at: &Option<Timing>| at.map(|at| Placed::new(what, at));
    match event {
        Event::OccurredRecorded { began, ended, .. } => {
            optional(What::Began, began).into_iter().chain(optional(What::Ended, ended)).collect()
        }
        Event::CandidateRecorded { candidate, .. } => {
            vec![Placed::new(What::Learnt { id: candidate.id.clone() }, candidate.at)]
        }
        Event::OccurrenceRecorded { occurrence, .. } => {
            let (id, trigger) = (occurrence.id.clone(), occurrence.trigger.clone());
            vec![Placed::new(What::Happened { id, trigger }, occurrence.at)]
        }
        Event::FactRecorded { key, since, .. } => {
            optional(What::Known { key: key.clone() }, since).into_iter().collect()
        }
        Event::GapAnswered { id, at, .. } => vec![Placed::new(What::Answered { id: id.clone() }, *at)],
        Event::Filed { duty, instance, at, received, .. } => {
            let handed_in = What::HandedIn { duty: duty.clone(), instance: instance.clone() };
            let receipt = What::Received { duty: duty.clone(), instance: instance.clone() };
            optional(receipt, received).into_iter().chain([Placed::new(handed_in, *at)]).collect()
        }
        _ => Vec::new(),
    }
}

/// The moments of an incident that count.
fn known(incident: &Incident) -> Vec<Placed> {
    let occurred = incident.occurred_latest();
    let began = occurred.and_then(|occurred| occurred.began).map(|at| Placed::new(What::Began, at));
    let ended = occurred.and_then(|occurred| occurred.ended).map(|at| Placed::new(What::Ended, at));
    let candidates = incident.candidates.iter().filter(|record| record.withdrawn.is_none());
    let learnt =
        candidates.map(|record| Placed::new(What::Learnt { id: record.candidate.id.clone() }, record.candidate.at));
    let occurrences = incident.occurrences.iter().filter(|record| record.withdrawn.is_none());
    let happened = occurrences.map(|record| {
        let (id, trigger) = (record.occurrence.id.clone(), record.occurrence.trigger.clone());
        Placed::new(What::Happened { id, trigger }, record.occurrence.at)
    });
    let facts = incident
        .facts
        .keys()
        .filter_map(|key| Some(Placed::new(What::Known { key: key.clone() }, incident.facts.latest(key)?.since?)));
    let answered = incident
        .gaps
        .iter()
        .filter(|record| record.withdrawn.is_none())
        .filter_map(|record| Some(Placed::new(What::Answered { id: record.id.clone() }, record.answered_at()?)));
    let filed = incident.filed.iter().filter(|record| record.withdrawn.is_none()).map(|record| {
        let (duty, instance) = (record.duty.clone(), record.instance.clone());
        Placed::new(What::HandedIn { duty, instance }, record.at)
    });
    began.into_iter().chain(ended).chain(learnt).chain(happened).chain(facts).chain(answered).chain(filed).collect()
}

/// What events that are about to be recorded certainly contradict: moments known of the incident, and each other.
#[must_use]
pub fn findings(incident: Option<&Incident>, events: &[Event], vocabulary: &Vocabulary) -> Vec<Finding> {
    let mut moments = incident.map(known).unwrap_or_default();
    for event in events {
        match event {
            Event::CandidateWithdrawn { id, .. } => moments.retain(|known| learnt_as(&known.what) != Some(id)),
            Event::OccurrenceWithdrawn { id, .. } => moments.retain(|known| happened_as(&known.what) != Some(id)),
            Event::OccurredRecorded { .. } => {
                moments.retain(|known| !matches!(known.what, What::Began | What::Ended));
            }
            Event::FactRecorded { key, .. } => {
                moments.retain(|known| !matches!(&known.what, What::Known { key: stated } if stated == key));
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    for event in events {
        let new = placed(event);
        for (index, moment) in new.iter().enumerate() {
            let receipt = matches!(moment.what, What::Received { .. });
            let against = if receipt { new.get(index + 1..).unwrap_or_default() } else { &moments };
            let broken = breaks(against, moment, vocabulary);
            found.extend(broken.into_iter().map(|disorder| Finding { new: moment.what.clone(), disorder }));
            moments.extend(Some(moment.clone()).filter(|_| !receipt));
        }
    }
    found
}

/// What events would put before everything that can have started the duty it was handed in for, by the law: it would not
/// count any more.
#[must_use]
pub fn uncounted(
    library: &Library,
    incident: &Incident,
    organisation: &Organisation,
    events: &[Event],
    now: Moment,
) -> Vec<Finding> {
    let filed = |event: &Event| matches!(event, Event::Filed { .. });
    let Some(new) = events.iter().rfind(|event| moves_a_start(event)).and_then(|event| placed(event).pop()) else {
        return Vec::new();
    };
    if incident.filed.is_empty() && !events.iter().any(filed) {
        return Vec::new();
    }
    let mut after = incident.clone();
    for event in events {
        let position = after.position.saturating_add(1);
        after.apply(&Entry { number: position, position, at: now, who: String::new(), event: event.clone() });
    }
    let before = too_early(library, incident, organisation, now);
    let broken = too_early(library, &after, organisation, now).into_iter();
    let fresh = broken.filter(|disorder| !before.contains(disorder));
    fresh.map(|disorder| Finding { new: new.what.clone(), disorder }).collect()
}

/// Whether an event says when something started, or was handed in.
const fn moves_a_start(event: &Event) -> bool {
    matches!(
        event,
        Event::OccurredRecorded { .. }
            | Event::CandidateRecorded { .. }
            | Event::OccurrenceRecorded { .. }
            | Event::Filed { .. }
    )
}

/// What was handed in before everything that can have started its duty, and does not count.
fn too_early(library: &Library, incident: &Incident, organisation: &Organisation, now: Moment) -> Vec<Disorder> {
    let situation = situation::situation(library, incident, organisation);
    let of = |verdict: &Verdict| -> Vec<Disorder> {
        let (duty, instance) = (verdict.outline.duty.clone(), verdict.instance.clone());
        let steps = verdict.clock.iter().flat_map(|clock| &clock.steps);
        let early = steps.filter_map(|step| match step {
            Step::BeforeStart { at, start } => Some((*at, *start)),
            _ => None,
        });
        let own = |at: &Timing| {
            situation.filings.iter().any(|filed| filed.duty == duty && filed.instance == instance && filed.at == *at)
        };
        early
            .filter(|(at, _)| own(at))
            .map(|(at, start)| Disorder {
                first: Placed::new(What::Started { duty: duty.clone(), instance: instance.clone() }, start),
                then: Placed::new(What::HandedIn { duty: duty.clone(), instance: instance.clone() }, at),
            })
            .collect()
    };
    library.assess(&situation, now).verdicts.iter().flat_map(of).collect()
}

impl Incident {
    /// Whether a person confirmed that something was handed in before what it follows. A confirmation ends with the other
    /// moment: what takes its place is asked about anew.
    #[must_use]
    pub fn confirmed_early(&self, record: &FiledRecord) -> bool {
        let what = What::HandedIn { duty: record.duty.clone(), instance: record.instance.clone() };
        let this = Placed::new(what, record.at);
        self.out_of_order.iter().any(|confirmed| confirmed.then == this && self.still_stands(&confirmed.first))
    }

    /// The earliest moment at which anything of the incident was learnt.
    #[must_use]
    pub fn first_learnt(&self) -> Option<Timing> {
        let standing = self.candidates.iter().filter(|record| record.withdrawn.is_none());
        standing.map(|record| record.candidate.at).min_by_key(|at| (at.earliest(), at.latest()))
    }

    fn still_stands(&self, moment: &Placed) -> bool {
        match &moment.what {
            What::Began => self.occurred_latest().is_some_and(|occurred| occurred.began == Some(moment.at)),
            What::Learnt { id } => self.candidate(id).is_some_and(|record| record.withdrawn.is_none()),
            What::Happened { id, .. } => self.occurrence(id).is_some_and(|record| record.withdrawn.is_none()),
            _ => true,
        }
    }
}

const fn learnt_as(what: &What) -> Option<&CandidateId> {
    match what {
        What::Learnt { id } => Some(id),
        _ => None,
    }
}

const fn happened_as(what: &What) -> Option<&OccurrenceId> {
    match what {
        What::Happened { id, .. } => Some(id),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::incident::filing::Channel;
    use crate::incident::moments::Withdrawal;
    use crate::law::situation::{Basis, Candidate, DutyId, Knower, Occurrence, Trigger};
    use chrono_tz::Asia::Seoul;
    use proptest::prelude::*;
    use std::collections::{BTreeMap, BTreeSet};
    use std::sync::LazyLock;

    static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::embedded().unwrap());

    /// One of the things that people record, so many hours in.
    fn said(kind: u8, name: usize, hour: i64) -> Event {
        let at = Timing::exact(Moment::from_seconds(1_795_000_000 + hour * 3_600), Seoul);
        let none = String::new;
        match kind {
            0 => Event::OccurredRecorded { began: Some(at), ended: None, source: none() },
            1 => {
                let (id, of) = (CandidateId::new(&format!("c{name}")), [Trigger::new("aware-incident")].into());
                let ruled_out = BTreeSet::new();
                let candidate = Candidate { id, of, basis: Basis::Confirmed, at, ruled_out, knower: Knower::Own };
                Event::CandidateRecorded { candidate, who_knew: none(), evidence: none() }
            }
            2 => {
                let (id, trigger) = (OccurrenceId::new(&format!("o{name}")), Trigger::new("breach-determined"));
                let occurrence = Occurrence { id, trigger, at, presumed: false, acts: BTreeSet::new() };
                Event::OccurrenceRecorded { occurrence, what: none(), source: none() }
            }
            _ => Event::Filed {
                id: None,
                duty: DutyId::new("kr.network-act/report"),
                instance: None,
                at,
                received: None,
                flaw: None,
                channel: Channel::Portal,
                receipt: none(),
                note: none(),
                paper: None,
                said: BTreeMap::new(),
            },
        }
    }

    fn opened() -> Incident {
        let event = Event::Opened { reference: "2026-001".into(), title: "Leak".into(), drill: false };
        let at = Moment::from_seconds(1_795_000_000);
        Incident::from_entries("i", &[Entry { number: 1, position: 1, at, who: "1".into(), event }]).unwrap()
    }

    fn record(incident: &mut Incident, event: Event) {
        let position = incident.position + 1;
        incident.apply(&Entry { number: position, position, at: incident.updated_at, who: "1".into(), event });
    }

    fn asked(incident: &Incident, event: &Event) -> Vec<Finding> {
        findings(Some(incident), std::slice::from_ref(event), LIBRARY.vocabulary())
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_is_recorded_unasked_is_in_order(all in proptest::collection::vec((0_u8..4, 0_i64..200), 1..12)) {
            let mut incident = opened();
            for (name, (kind, hour)) in all.into_iter().enumerate() {
                let event = said(kind, name, hour);
                if asked(&incident, &event).is_empty() {
                    record(&mut incident, event);
                }
            }
            let began = incident.occurred_latest().and_then(|occurred| occurred.began).map(|at| at.at);
            let learnt: Vec<Moment> = incident.candidates.iter().map(|record| record.candidate.at.at).collect();
            let filed = incident.filed.iter().map(|record| record.at.at);
            let decided = incident.occurrences.iter().map(|record| record.occurrence.at.at);
            let later: Vec<Moment> = filed.chain(decided).collect();
            prop_assert!(learnt.iter().chain(&later).all(|at| began.is_none_or(|began| began <= *at)));
            let first = learnt.iter().min();
            prop_assert!(later.iter().all(|at| first.is_none_or(|first| first <= at)));
        }
    }

    #[test]
    fn a_confirmation_ends_with_the_moment_that_it_was_said_of() {
        let mut incident = opened();
        record(&mut incident, said(1, 1, 21));
        let early = said(3, 0, 20);
        let breaks: Vec<Disorder> = asked(&incident, &early).into_iter().map(|finding| finding.disorder).collect();
        assert_eq!(breaks.len(), 1);
        record(&mut incident, Event::OutOfOrderConfirmed { breaks, reason: "precaution".into() });
        record(&mut incident, early);
        let counts = |incident: &Incident| incident.filed.iter().all(|record| incident.confirmed_early(record));
        assert!(counts(&incident));
        let why = Withdrawal::Reason("another".into());
        record(&mut incident, Event::CandidateWithdrawn { id: CandidateId::new("c1"), why });
        assert!(!counts(&incident));
        assert_eq!(asked(&incident, &said(1, 2, 22)).len(), 1, "asked anew of what takes its place");
        assert!(asked(&incident, &said(1, 2, 19)).is_empty());
    }
}
