//! What happens by itself, on both databases: warnings go out when something is recorded, several instances of the
//! program share the work, and nobody hears the same thing twice.

use std::collections::BTreeSet;
use std::time::Duration;

use dutyclock::app::watch::escalate::escalate_once;
use dutyclock::app::watch::maintenance::reindex;
use dutyclock::db::StoreError;
use dutyclock::db::index::dump_indexes;
use dutyclock::db::ledger::verify;
use dutyclock::mail::Transport;
use dutyclock::tasks::deliver::deliver_once;
use dutyclock::tasks::expire::expire_once;
use dutyclock::tasks::reassess::reassess_once;
use dutyclock::tasks::watch::Tasks;

use crate::support::app::{Storage, clock_at};
use crate::support::desk::Office;

const AWARE: &str = "2026-11-17 16:00";

async fn office(storage: Storage) -> Office {
    Office::open(storage, clock_at("2026-11-17T16:00:00+09:00")).await
}

/// Three instances go round at once, for two days, with a stop of the program in between.
async fn instances_share_the_work(storage: Storage) {
    let office = office(storage).await;
    for _ in 0..3 {
        office.incident(AWARE, "confirmed").await;
    }
    let transports = [Transport::memory(), Transport::memory(), Transport::memory()];
    for hours in [0, 1, 12, 20, 24, 40] {
        office.clock.advance(hours * 3_600);
        let round = async |name: &str, transport: &Transport| {
            escalate_once(&office.desk).await.expect("a round");
            while deliver_once(&office.desk, transport, name).await.expect("a delivery").any() {}
        };
        let [one, two, three] = &transports;
        tokio::join!(round("one", one), round("two", two), round("three", three));
    }
    let sent: Vec<String> = transports.iter().flat_map(Transport::sent).map(|mail| mail.message_id).collect();
    let different: BTreeSet<&String> = sent.iter().collect();
    assert!(sent.len() > 20, "{}", sent.len());
    assert_eq!(sent.len(), different.len(), "a message went out twice");
    assert_eq!(escalate_once(&office.desk).await.expect("a round"), 0);
    everything_holds(&office).await;
}

/// The ledger verifies, the indexes are as derived anew, and newer law moves nothing because it is the same.
async fn everything_holds(office: &Office) {
    let (store, library) = (&office.desk.store, &office.desk.library);
    assert_eq!(reassess_once(&office.desk).await.expect("a comparison"), 0);
    expire_once(&office.desk).await.expect("a clearing");
    let dump = || store.read_blocking(dump_indexes).unwrap_or_else(|e: StoreError| panic!("{e}"));
    let before = dump();
    let rebuilt = store.write_blocking(|db| reindex(db, library, office.desk.now())).expect("a rebuild");
    assert_eq!(rebuilt.incidents, before.0.len());
    assert_eq!(dump(), before);
    store.read_blocking(verify::verify).expect("a sound ledger");
}

#[tokio::test(flavor = "multi_thread")]
async fn several_instances_never_warn_twice_on_sqlite() {
    instances_share_the_work(Storage::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn several_instances_never_warn_twice_on_postgresql() {
    instances_share_the_work(Storage::Postgres).await;
}

#[tokio::test]
async fn a_warning_leaves_as_soon_as_an_incident_is_recorded() {
    let office = office(Storage::Sqlite).await;
    let transport = Transport::memory();
    let tasks = Tasks::start(&office.desk, &transport);
    office.incident(AWARE, "confirmed").await;
    let patience = Duration::from_secs(10);
    let arrived = async {
        while transport.sent().is_empty() {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    tokio::time::timeout(patience, arrived).await.expect("a warning without waiting for the timer");
    assert_eq!(office.desk.heartbeat.last(), Some(office.clock.now()));
    tokio::time::timeout(patience, tasks.finish()).await.expect("an end in order");
}
