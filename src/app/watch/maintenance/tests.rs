//! The indexes hold nothing of their own, and newer law says when it moves something.

use super::*;
use crate::app::desk::Ticket;
use crate::app::desk::actor::Role;
use crate::app::desk::fact_input::FactInput;
use crate::app::desk::test_desk::{TestDesk, seoul};
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

type Dump = (Vec<rows::IncidentRow>, Vec<ClockRow>);

fn dump(test: &TestDesk) -> Dump {
    test.desk.store.read_blocking(rows::dump_indexes).unwrap_or_else(|e: StoreError| panic!("{e}"))
}

#[derive(Debug, Clone)]
enum Deed {
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

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
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
async fn perform(test: &TestDesk, id: &str, deed: &Deed) {
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
            test.desk.store.write_blocking(|db| reindex(db, &test.desk.library)).unwrap();
            assert_eq!(dump(&test), before);
        });
    }
}

/// The law of this program with 48 hours in place of 24 in the Network Act.
fn later_law() -> Library {
    let act =
        include_str!("../../../law/data/rulebooks/kr/network-act.toml").replace("{ hours = 24 }", "{ hours = 48 }");
    let pipa = include_str!("../../../law/data/rulebooks/kr/pipa.toml");
    let forms = [
        ("kr/kisa-incident-report.toml", include_str!("../../../law/data/forms/kr/kisa-incident-report.toml")),
        ("kr/pipc-leak-report.toml", include_str!("../../../law/data/forms/kr/pipc-leak-report.toml")),
    ];
    Library::of(&[("kr/network-act.toml", &act), ("kr/pipa.toml", pipa)], &forms).unwrap()
}

#[tokio::test]
async fn newer_law_never_moves_a_due_moment_silently() {
    let test = TestDesk::open("2026-11-17 18:00").await;
    let id = test.incident("2026-11-17 16:00").await;
    let (law, now) = (later_law(), test.desk.now());
    let again = |library: &Library| test.desk.store.write_blocking(|db| reassess(db, library, &id, now)).unwrap();
    assert_eq!(again(&test.desk.library), 0, "the same law moves nothing");
    assert_eq!(again(&law), 1);
    let loaded = test.desk.store.read_blocking(|db| stream::load(db, &id)).unwrap();
    let last = loaded.entries.last().unwrap();
    let due = |text| {
        let at = crate::app::desk::test_desk::at(text);
        DueMoments { earliest: at, latest: at, safe: None }
    };
    let expected = Event::DueMoved {
        duty: DutyId::new("kr.network-act/report"),
        instance: None,
        old: due("2026-11-18 16:00"),
        new: Some(due("2026-11-19 16:00")),
        why: MoveCause::Law { rulebook_hash: law.rulebook("kr.network-act").unwrap().hash.to_string() },
    };
    assert_eq!((last.event.clone(), last.who.as_str()), (expected, SYSTEM));
    assert_eq!(again(&law), 0, "it is told once");
}
