//! Warnings on a real store, whatever happens meanwhile.

use super::*;
use crate::app::desk::Ticket;
use crate::app::desk::actor::Role;
use crate::app::desk::test_desk::{TestDesk, at, seoul};
use crate::app::filing::steps::RecordFiled;
use crate::app::incident::manage::SwitchWarnings;
use crate::app::incident::moments::RecordCandidate;
use crate::db::{Page, StoreError};
use crate::incident::Entry;
use crate::incident::due_warnings::next_rung;
use proptest::prelude::*;

const REPORT: &str = "kr.network-act/report";

fn loaded(test: &TestDesk, id: &str) -> stream::Loaded {
    test.desk.store.read_blocking(|db| stream::load(db, id)).unwrap()
}

fn rungs(test: &TestDesk, id: &str, of: &str) -> Vec<String> {
    let warned = |entry: Entry| match entry.event {
        Event::Warned { duty, rung, .. } if duty.as_str() == of => Some(rung),
        _ => None,
    };
    loaded(test, id).entries.into_iter().filter_map(warned).collect()
}

fn queued(test: &TestDesk) -> i64 {
    let all = |db: &mut Db| outbox::list(db, &outbox::Filter::default(), Page::first(1));
    test.desk.store.read_blocking(all).map(|(_, total)| total).unwrap_or_else(|e: StoreError| panic!("{e}"))
}

#[tokio::test]
async fn a_new_incident_warns_at_once_and_then_climbs_the_ladder() {
    let test = TestDesk::open("2026-11-17 16:00").await;
    let id = test.incident("2026-11-17 16:00").await;
    for hours in [0, 11, 12, 18, 21, 23, 24, 25, 26] {
        test.clock.set(at("2026-11-17 16:00").plus_seconds(hours * 3_600));
        escalate_once(&test.desk).await.unwrap();
    }
    assert_eq!(rungs(&test, &id, REPORT), ["opened", "12h", "6h", "3h", "1h", "due", "late-1h", "late-2h"]);
}

#[tokio::test]
async fn after_a_long_stop_only_the_newest_rung_is_warned_about() {
    let test = TestDesk::open("2026-11-17 16:00").await;
    let id = test.incident("2026-11-17 16:00").await;
    test.clock.set(at("2026-11-19 21:35"));
    escalate_once(&test.desk).await.unwrap();
    assert_eq!(rungs(&test, &id, REPORT), ["late-29h"]);
    assert_eq!(escalate_once(&test.desk).await.unwrap(), 0);
}

#[tokio::test]
async fn a_duty_that_is_met_or_stopped_is_not_warned_about() {
    let test = TestDesk::open("2026-11-17 16:00").await;
    let id = test.incident("2026-11-17 16:00").await;
    let filed = RecordFiled {
        duty: REPORT.to_owned(),
        at: seoul("2026-11-17 16:00"),
        channel: "portal".to_owned(),
        ..RecordFiled::default()
    };
    test.desk.act(test.actor(Role::Officer), &id, Ticket::default(), filed).await.unwrap();
    let stop = SwitchWarnings {
        duty: "kr.pipa/report".to_owned(),
        instance: String::new(),
        stop: true,
        reason: "counsel handles it".to_owned(),
    };
    test.desk.act(test.actor(Role::Approver), &id, Ticket::default(), stop).await.unwrap();
    test.clock.advance(100 * 3_600);
    escalate_once(&test.desk).await.unwrap();
    assert!(rungs(&test, &id, REPORT).is_empty());
    assert!(rungs(&test, &id, "kr.pipa/report").is_empty());
    assert_eq!(rungs(&test, &id, "kr.pipa/notice"), ["late-28h"]);
}

#[tokio::test]
async fn a_stale_row_of_the_index_is_due_once_and_then_put_right() {
    let test = TestDesk::open("2026-11-17 16:00").await;
    let id = test.incident("2026-11-17 16:00").await;
    escalate_once(&test.desk).await.unwrap();
    let stream = index::stream(&id);
    let spoil = |db: &mut Db| {
        let row = rows::incident(db, &stream)?.unwrap();
        let mut clocks = rows::clocks(db, &stream)?;
        clocks.iter_mut().for_each(|clock| clock.next_rung_at = Some(at("2026-11-17 15:00")));
        rows::replace_index(db, &row, &clocks)
    };
    test.desk.store.write_blocking(spoil).unwrap_or_else(|e: StoreError| panic!("{e}"));
    let due = |db: &mut Db| rows::due_rungs(db, test.desk.now(), BATCH);
    assert!(!test.desk.store.read_blocking(due).unwrap_or_else(|e: StoreError| panic!("{e}")).is_empty());
    assert_eq!(escalate_once(&test.desk).await.unwrap(), 0);
    assert!(test.desk.store.read_blocking(due).unwrap_or_else(|e: StoreError| panic!("{e}")).is_empty());
}

#[derive(Debug, Clone)]
enum Step {
    /// The machine's clock moves, perhaps backwards.
    Jump(i64),
    /// A round.
    Round,
    /// A round whose transactions are undone at the end, as when the database goes away.
    Dropped,
    /// Two instances of the program at once.
    Two,
    /// An earlier moment of awareness turns up: every due moment moves.
    Earlier(i64),
    /// A duty is met.
    Filed(&'static str),
    /// Warnings are stopped, or resumed.
    Switch(bool),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        4 => (-7_200_i64..110_000).prop_map(Step::Jump),
        4 => Just(Step::Round),
        2 => Just(Step::Dropped),
        1 => Just(Step::Two),
        1 => (1_i64..60).prop_map(Step::Earlier),
        1 => prop_oneof![Just(REPORT), Just("kr.pipa/report"), Just("kr.pipa/notice")].prop_map(Step::Filed),
        1 => any::<bool>().prop_map(Step::Switch),
    ];
    prop::collection::vec(step, 1..30)
}

async fn walk(test: &TestDesk, id: &str, step: &Step) {
    let none = Ticket::default;
    let now = || seoul(&test.desk.now().in_zone(chrono_tz::Asia::Seoul).format("%Y-%m-%d %H:%M:%S").to_string());
    match step {
        Step::Jump(seconds) => test.clock.advance(*seconds),
        Step::Round => {
            escalate_once(&test.desk).await.unwrap();
            nothing_is_missing(test, id);
        }
        Step::Dropped => {
            let dropped = |db: &mut Db| incident(db, &test.desk, id, test.desk.now()).and(Err(Refusal::Raced));
            let outcome: Result<(), Refusal> = test.desk.store.write_blocking(dropped);
            assert!(matches!(outcome, Err(Refusal::Raced)));
        }
        Step::Two => {
            let (one, other) = tokio::join!(escalate_once(&test.desk), escalate_once(&test.desk));
            assert!(one.is_ok() && other.is_ok());
            nothing_is_missing(test, id);
        }
        Step::Earlier(hours) => {
            let began = at("2026-11-17 16:00").plus_seconds(-hours * 3_600).in_zone(chrono_tz::Asia::Seoul);
            let candidate = RecordCandidate {
                of: vec!["aware-incident".to_owned(), "aware-leak".to_owned()],
                basis: "confirmed".to_owned(),
                at: seoul(&began.format("%Y-%m-%d %H:%M").to_string()),
                ..RecordCandidate::default()
            };
            test.desk.act(test.actor(Role::Officer), id, none(), candidate).await.unwrap();
        }
        Step::Filed(duty) => {
            let filed = RecordFiled {
                duty: (*duty).to_owned(),
                at: now(),
                channel: "portal".to_owned(),
                ..RecordFiled::default()
            };
            test.desk.act(test.actor(Role::Officer), id, none(), filed).await.unwrap();
        }
        Step::Switch(stop) => {
            let switch = SwitchWarnings {
                duty: "kr.pipa/report".to_owned(),
                instance: String::new(),
                stop: *stop,
                reason: "as agreed".to_owned(),
            };
            // Refused when they stand like that already.
            let _ = test.desk.act(test.actor(Role::Approver), id, none(), switch).await;
        }
    }
}

/// Every clock that is watched has been warned about at its newest rung (or a later one, before the clock of the
/// machine was put back).
fn nothing_is_missing(test: &TestDesk, id: &str) {
    let incident = loaded(test, id).incident;
    let organisation = test.desk.store.read_blocking(stream::organisation).unwrap();
    let now = test.desk.now();
    let assessment = assess(&test.desk.library, &incident, &organisation, now);
    for running in running(&incident, &assessment).filter(|running| next_rung(&incident, running).is_some()) {
        let footing = running.footing();
        let Some(reached) = crate::incident::ladder::reached(footing, now) else { continue };
        let newest = incident.warnings.newest_sent(&running.key(), running.pinned_due()).and_then(Rung::parse);
        assert!(newest.is_some_and(|newest| newest.at(footing) >= reached.at(footing)), "{reached} of {running:?}");
    }
    let due = test.desk.store.read_blocking(|db| rows::due_rungs(db, now, BATCH));
    assert!(due.unwrap_or_else(|e: StoreError| panic!("{e}")).is_empty(), "something stays due for ever");
}

fn nothing_is_doubled(test: &TestDesk, id: &str) {
    let (mut seen, mut letters) = (BTreeSet::new(), 0);
    for entry in loaded(test, id).entries {
        if let Event::Warned { duty, instance, due, rung, recipients } = entry.event {
            letters += recipients.len();
            assert!(seen.insert((duty.clone(), instance, due, rung.clone())), "{duty} {rung} was warned about twice");
        }
    }
    let about_met = |db: &mut Db| outbox::of_stream(db, &index::stream(id));
    let messages = test.desk.store.read_blocking(about_met).unwrap_or_else(|e: StoreError| panic!("{e}"));
    assert_eq!(messages.iter().filter(|message| message.kind == "warning").count(), letters);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens_no_warning_is_doubled_and_none_is_missing(steps in steps()) {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        runtime.block_on(async {
            let test = TestDesk::open("2026-11-17 18:00").await;
            let id = test.incident("2026-11-17 16:00").await;
            for step in &steps {
                walk(&test, &id, step).await;
            }
            escalate_once(&test.desk).await.unwrap();
            nothing_is_missing(&test, &id);
            nothing_is_doubled(&test, &id);
        });
    }
}

#[tokio::test]
async fn a_warning_goes_to_those_chosen_for_it() {
    let test = TestDesk::open("2026-11-17 16:00").await;
    test.incident("2026-11-17 16:00").await;
    let new = escalate_once(&test.desk).await.unwrap();
    assert_eq!(i64::try_from(new).unwrap(), queued(&test));
    let all = |db: &mut Db| outbox::list(db, &outbox::Filter::default(), Page::first(50));
    let (messages, _) = test.desk.store.read_blocking(all).unwrap_or_else(|e: StoreError| panic!("{e}"));
    let to: BTreeSet<&str> = messages.iter().map(|message| message.recipient.as_str()).collect();
    assert_eq!(to, ["approver@example.org", "officer@example.org"].into());
}
