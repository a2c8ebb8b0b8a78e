//! The indexes hold nothing of their own, and newer law says when it moves something.

use super::*;
use crate::app::desk::actor::Role;
use crate::app::desk::fact_input::FactInput;
use crate::app::desk::test_desk::{TestDesk, seoul};
use crate::app::desk::{Desk, Ticket};
use crate::app::filing::steps::RecordFiled;
use crate::app::incident::facts::RecordFacts;
use crate::app::incident::manage::{AddNote, CloseIncident, ReopenIncident, Retitle, SwitchWarnings};
use crate::app::incident::moments::{RecordCandidate, RecordOccurrence};
use crate::app::office::organisation::DescribeOrganisation;
use crate::app::watch::escalate::escalate_once;
use crate::db::StoreError;
use crate::incident::Event;
use crate::incident::due_moments::{DueMoments, MoveCause};
use crate::law::situation::DutyId;
use proptest::prelude::*;

type Dump = (Vec<rows::IncidentRow>, Vec<rows::ClockRow>);

fn dump(test: &TestDesk) -> Dump {
    test.desk.store.read_blocking(rows::dump_indexes).unwrap_or_else(|e: StoreError| panic!("{e}"))
}

#[derive(Debug, Clone)]
pub(super) enum Deed {
    Open,
    Fact(&'static str, &'static str),
    Aware(&'static str, &'static str),
    Happened(&'static str),
    Filed(&'static str),
    Switch(&'static str, bool),
    Close,
    Reopen,
    Note,
    Provider(bool),
    Wait(i64),
    Watch,
}

pub(super) fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let duty = || prop::sample::select(vec!["kr.network-act/report", "kr.pipa/report", "kr.pipa/notice"]);
    let fact = prop::sample::select(vec![
        ("intrusion", "no"),
        ("intrusion", "unknown"),
        ("persons-affected", "999"),
        ("persons-affected", "4536"),
        ("outside-access", "no"),
        ("sensitive-data", "yes"),
        ("personal-data-leaked", "unknown"),
    ]);
    let aware = prop::sample::select(vec![
        ("told", "2026-11-16 22:12"),
        ("established", "2026-11-17 16:00"),
        ("declared", "2026-11-17"),
    ]);
    let happened = prop::sample::select(vec!["fact-confirmed", "preservation-ordered", "leak-ruled-out"]);
    let deed = prop_oneof![
        2 => Just(Deed::Open),
        3 => fact.prop_map(|(key, value)| Deed::Fact(key, value)),
        2 => aware.prop_map(|(basis, at)| Deed::Aware(basis, at)),
        2 => happened.prop_map(Deed::Happened),
        2 => duty().prop_map(Deed::Filed),
        1 => (duty(), any::<bool>()).prop_map(|(duty, stop)| Deed::Switch(duty, stop)),
        1 => Just(Deed::Close),
        1 => Just(Deed::Reopen),
        1 => Just(Deed::Note),
        1 => any::<bool>().prop_map(Deed::Provider),
        3 => (0_i64..200_000).prop_map(Deed::Wait),
        3 => Just(Deed::Watch),
    ];
    prop::collection::vec(deed, 1..30)
}

/// Does it; a refusal is as good as anything, since it must change nothing.
pub(super) async fn perform(test: &TestDesk, id: &str, deed: &Deed) {
    let (officer, approver) = (test.actor(Role::Administrator), test.actor(Role::Approver));
    let (desk, none) = (&test.desk, Ticket::default());
    let now = desk.now().in_zone(chrono_tz::Asia::Seoul).format("%Y-%m-%d %H:%M:%S").to_string();
    let reason = "for a reason".to_owned();
    let done = match deed {
        Deed::Open => {
            test.incident("2026-11-17 18:00").await;
            return;
        }
        Deed::Fact(key, value) => {
            let facts = [((*key).to_owned(), FactInput::one(value))].into();
            desk.act(officer, id, none, RecordFacts { facts, ..RecordFacts::default() }).await
        }
        Deed::Aware(basis, moment) => {
            let of = vec!["aware-incident".to_owned(), "aware-leak".to_owned()];
            let basis = (*basis).to_owned();
            desk.act(officer, id, none, RecordCandidate { of, basis, at: seoul(moment), ..RecordCandidate::default() })
                .await
        }
        Deed::Happened(trigger) => {
            let (trigger, what) = ((*trigger).to_owned(), "a further fact".to_owned());
            desk.act(officer, id, none, RecordOccurrence { trigger, at: seoul(&now), what, source: String::new() })
                .await
        }
        Deed::Filed(duty) => {
            let (duty, channel) = ((*duty).to_owned(), "portal".to_owned());
            desk.act(officer, id, none, RecordFiled { duty, at: seoul(&now), channel, ..RecordFiled::default() }).await
        }
        Deed::Switch(duty, stop) => {
            let switch = SwitchWarnings { duty: (*duty).to_owned(), instance: String::new(), stop: *stop, reason };
            desk.act(approver, id, none, switch).await
        }
        Deed::Close => desk.act(officer, id, none, CloseIncident { reason }).await,
        Deed::Reopen => desk.act(officer, id, none, ReopenIncident { reason }).await,
        Deed::Note => {
            let _ = desk.act(officer, id, Ticket::default(), Retitle { title: format!("Renamed {now}") }).await;
            desk.act(officer, id, none, AddNote { text: now }).await
        }
        Deed::Provider(yes) => {
            let answer = FactInput::one(if *yes { "yes" } else { "no" });
            let profile = DescribeOrganisation {
                lines: [("name".to_owned(), "Retailer".to_owned())].into(),
                zone: "Asia/Seoul".to_owned(),
                facts: [("org-information-service-provider".to_owned(), answer)].into(),
                ..Default::default()
            };
            desk.describe_organisation(officer, none, profile).await
        }
        Deed::Wait(seconds) => {
            test.clock.advance(*seconds);
            return;
        }
        Deed::Watch => {
            escalate_once(desk).await.unwrap();
            return;
        }
    };
    assert!(!matches!(done, Err(Refusal::Unexpected(_))), "{done:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn deriving_the_indexes_anew_changes_nothing(deeds in deeds()) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let test = TestDesk::open("2026-11-17 18:00").await;
            let id = test.incident("2026-11-17 16:00").await;
            for deed in &deeds {
                perform(&test, &id, deed).await;
            }
            let before = dump(&test);
            // At any later time, too.
            test.clock.advance(1_000_000);
            test.desk.store.write_blocking(|db| reindex(db, &test.desk.library, test.desk.now())).unwrap();
            assert_eq!(dump(&test), before);
        });
    }
}

/// The law of this program with 48 hours in place of 24 in the Network Act.
fn later_law() -> Library {
    law_of("{ hours = 48 }")
}

/// The law of this program with another period in place of 24 hours in the Network Act.
pub(super) fn law_of(period: &str) -> Library {
    let act = include_str!("../../../law/data/rulebooks/kr/network-act.toml").replace("{ hours = 24 }", period);
    let pipa = include_str!("../../../law/data/rulebooks/kr/pipa.toml");
    let forms = [
        ("kr/kisa-incident-report.toml", include_str!("../../../law/data/forms/kr/kisa-incident-report.toml")),
        ("kr/pipc-leak-report.toml", include_str!("../../../law/data/forms/kr/pipc-leak-report.toml")),
    ];
    Library::of(&[("kr/network-act.toml", &act), ("kr/pipa.toml", pipa)], &forms).unwrap()
}

fn due(text: &str) -> DueMoments {
    let at = crate::app::desk::test_desk::at(text);
    DueMoments { earliest: at, latest: at, safe: None }
}

/// The report's due moment moved by a rulebook with another hash.
fn moved(old: &str, new: &str, law: &Library) -> Event {
    Event::DueMoved {
        duty: DutyId::new("kr.network-act/report"),
        instance: None,
        old: due(old),
        new: Some(due(new)),
        why: MoveCause::Law { rulebook_hash: law.rulebook("kr.network-act").unwrap().hash.to_string() },
    }
}

fn entries(test: &TestDesk, id: &str) -> Vec<crate::incident::Entry> {
    test.desk.store.read_blocking(|db| stream::load(db, id)).unwrap().entries
}

fn moves_told(test: &TestDesk, id: &str) -> Vec<Event> {
    let told = entries(test, id).into_iter().map(|entry| entry.event);
    told.filter(|event| matches!(event, Event::DueMoved { duty, .. } if duty.as_str() == "kr.network-act/report"))
        .collect()
}

/// A desk over the same store with other law.
pub(super) fn under(test: &TestDesk, law: Library) -> Desk {
    let clock = test.clock.clone();
    Desk::new(test.desk.store.clone(), std::sync::Arc::new(law), clock, "http://localhost:8080")
}

#[tokio::test]
async fn newer_law_never_moves_a_due_moment_silently() {
    let test = TestDesk::open("2026-11-17 18:00").await;
    let id = test.incident("2026-11-17 16:00").await;
    let (law, now) = (later_law(), test.desk.now());
    let again = |library: &Library| test.desk.store.write_blocking(|db| reassess(db, library, &id, now)).unwrap();
    assert_eq!(again(&test.desk.library), 0, "the same law moves nothing");
    assert!(again(&law) >= 1);
    assert_eq!(moves_told(&test, &id), [moved("2026-11-18 16:00", "2026-11-19 16:00", &law)]);
    assert!(entries(&test, &id).last().is_some_and(|entry| entry.who == SYSTEM));
    assert_eq!(again(&law), 0, "it is told once");
}

/// Whoever is the first to write under the newer law tells what it moved, whatever is written.
#[tokio::test]
async fn what_newer_law_moved_is_told_by_whoever_writes_first() {
    for first in [Deed::Note, Deed::Fact("persons-affected", "4536"), Deed::Provider(true), Deed::Wait(0)] {
        let test = TestDesk::open("2026-11-17 18:00").await;
        let id = test.incident("2026-11-17 16:00").await;
        test.clock.advance(60);
        let mut newer = test;
        newer.desk = under(&newer, later_law());
        match first {
            Deed::Wait(_) => {
                drop(newer.desk.store.write_blocking(|db| reindex(db, &newer.desk.library, newer.desk.now())))
            }
            _ => perform(&newer, &id, &first).await,
        }
        let told = moves_told(&newer, &id);
        assert_eq!(told, [moved("2026-11-18 16:00", "2026-11-19 16:00", &newer.desk.library)], "{first:?}");
        perform(&newer, &id, &Deed::Note).await;
        assert_eq!(moves_told(&newer, &id).len(), 1, "it is told once: {first:?}");
    }
}

/// A report that was handed in, in time, an hour before its end; the law of twelve hours says otherwise.
#[tokio::test]
async fn newer_law_that_makes_a_report_late_is_told_of_a_closed_incident_too() {
    let test = TestDesk::open("2026-11-18 15:00").await;
    let id = test.incident("2026-11-17 16:00").await;
    for duty in ["kr.network-act/report", "kr.pipa/report", "kr.pipa/notice"] {
        perform(&test, &id, &Deed::Filed(duty)).await;
    }
    let owed: Vec<String> = test
        .desk
        .store
        .read_blocking(|db| rows::clocks(db, &index::stream(&id)))
        .unwrap()
        .into_iter()
        .map(|row| row.duty)
        .collect();
    for duty in owed {
        let switch = SwitchWarnings { duty, instance: String::new(), stop: true, reason: "other law".to_owned() };
        let _ = test.desk.act(test.actor(Role::Approver), &id, Ticket::default(), switch).await;
    }
    perform(&test, &id, &Deed::Close).await;
    assert!(
        test.desk.store.read_blocking(|db| stream::load(db, &id)).unwrap().incident.closed.is_some(),
        "the premise"
    );
    let law = law_of("{ hours = 12 }");
    let told = test.desk.store.read_blocking(|db| to_reassess(db, &law)).unwrap();
    assert!(told.contains(&id), "it was written under other law");
    test.desk.store.write_blocking(|db| reassess(db, &law, &id, test.desk.now())).unwrap();
    assert_eq!(moves_told(&test, &id), [moved("2026-11-18 16:00", "2026-11-18 04:00", &law)]);
}

/// The row says that the clock was due an hour earlier, under other calendars, or under nothing else than we have.
#[tokio::test]
async fn a_moment_that_the_calendars_moved_is_told_apart_from_one_that_the_rulebook_moved() {
    let test = TestDesk::open("2026-11-17 18:00").await;
    let calendars = test.desk.library.calendars().hash().to_owned();
    for (falsified, why) in [
        (r#""calendars":"other""#, MoveCause::Calendar { calendars_hash: calendars.clone() }),
        ("", MoveCause::Program),
    ] {
        let id = test.incident("2026-11-17 16:00").await;
        test.desk
            .store
            .write_blocking(|db| {
                let mut row = rows::dues(db, &index::stream(&id))?.unwrap();
                let json = |text| serde_json::to_string(&due(text).earliest).unwrap();
                let (right, wrong) = (json("2026-11-18 16:00"), json("2026-11-18 15:00"));
                row.dues = row.dues.replace(&right, &wrong);
                if !falsified.is_empty() {
                    row.dues = row.dues.replace(&format!(r#""calendars":"{calendars}""#), falsified);
                }
                rows::replace_dues(db, &row)
            })
            .unwrap_or_else(|e: StoreError| panic!("{e}"));
        perform(&test, &id, &Deed::Note).await;
        let told = entries(&test, &id).into_iter().find_map(|entry| match entry.event {
            Event::DueMoved { duty, old, new, why, .. } if duty.as_str() == "kr.network-act/report" => {
                Some((old, new, why))
            }
            _ => None,
        });
        assert_eq!(told, Some((due("2026-11-18 15:00"), Some(due("2026-11-18 16:00")), why)));
    }
}
