//! How long it takes to know where an incident stands: fold its stream, then ask the law. This is what every incident
//! page and every warning costs besides the database.

#![expect(clippy::unwrap_used, reason = "a measurement stops at the first surprise")]

use criterion::{Criterion, criterion_group, criterion_main};
use dutyclock::incident::situation::assess;
use dutyclock::incident::{Entry, Event, Incident, Organisation};
use dutyclock::law::base::moment::{Moment, Timing};
use dutyclock::law::library::Library;
use dutyclock::law::situation::fact::{Count, FactKey, Quality, Value};
use dutyclock::law::situation::{Basis, Candidate, CandidateId, Occurrence, OccurrenceId, Trigger};
use std::hint::black_box;

const START: i64 = 1_763_362_800;

/// A stream of a busy incident: a few candidates, ten further facts, and a revision of a count for each other entry.
fn stream(length: i64) -> Vec<Entry> {
    let at = |position: i64| Moment::from_seconds(START + position * 60);
    let timing = |position| Timing::exact(at(position), chrono_tz::Asia::Seoul);
    let event = |position: i64| match position {
        1 => Event::Opened { reference: "2025-001".to_owned(), title: "Measured".to_owned(), drill: false },
        2..=4 => Event::CandidateRecorded {
            candidate: Candidate {
                id: CandidateId::new(&format!("candidate-{position}")),
                of: [Trigger::new("aware-incident"), Trigger::new("aware-leak")].into(),
                basis: Basis::Confirmed,
                at: timing(position),
                ruled_out: std::collections::BTreeSet::new(),
                knower: dutyclock::law::situation::Knower::Own,
            },
            who_knew: String::new(),
            evidence: String::new(),
        },
        5..=14 => Event::OccurrenceRecorded {
            occurrence: Occurrence {
                id: OccurrenceId::new(&format!("fact-{position}")),
                trigger: Trigger::new("fact-confirmed"),
                at: timing(position),
                presumed: false,
                acts: std::collections::BTreeSet::new(),
            },
            what: "a further fact".to_owned(),
            source: String::new(),
        },
        15 => fact("intrusion", Value::YesNo(true)),
        16 => fact("personal-data-leaked", Value::YesNo(true)),
        _ => fact("persons-affected", Value::Count(Count { number: position.unsigned_abs(), quality: Quality::Exact })),
    };
    (1..=length)
        .map(|position| Entry {
            number: position,
            position,
            at: at(position),
            who: "1".to_owned(),
            event: event(position),
        })
        .collect()
}

fn fact(key: &str, value: Value) -> Event {
    Event::FactRecorded { key: FactKey::new(key), value: Some(value), source: String::new(), since: None }
}

fn organisation() -> Organisation {
    let mut organisation = Organisation::default();
    organisation.facts.set("org-information-service-provider", Value::YesNo(true));
    organisation.facts.set("org-data-controller", Value::YesNo(true));
    organisation
}

fn measure(criterion: &mut Criterion) {
    let (library, organisation) = (Library::embedded().unwrap(), organisation());
    for length in [20, 1_000] {
        let entries = stream(length);
        let now = Moment::from_seconds(START + 100_000);
        criterion.bench_function(&format!("fold and assess {length} entries"), |bencher| {
            bencher.iter(|| {
                let incident = Incident::from_entries("measured", black_box(&entries)).unwrap();
                assess(&library, &incident, &organisation, now)
            });
        });
    }
}

criterion_group!(benches, measure);
criterion_main!(benches);
