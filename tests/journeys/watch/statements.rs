//! What pages and the watch cost in statements: the same with one incident as with thirty.

use dutyclock::app::desk::actor::Role;
use dutyclock::app::watch::escalate::escalate_once;

use crate::support::app::{Storage, TestApp, clock_at};
use crate::support::desk::Office;
use crate::support::visitor::Visitor;

const HOUR: i64 = 3_600;

/// Records an incident through the page; answers its path.
async fn record(officer: &Visitor, aware: &str) -> String {
    let fields = [("title", "An intrusion"), ("aware", aware), ("basis", "confirmed"), ("fact-intrusion", "yes")];
    let recorded = officer.submit("/incidents/new", "/incidents/new", &fields).await;
    // The page that is shown next says that it was recorded, which costs statements of its own.
    officer.follow(&recorded).await;
    recorded.location()
}

/// How many statements it takes to answer with this page.
async fn cost(app: &TestApp, visitor: &Visitor, path: &str) -> u64 {
    let before = app.web.desk.store.statements();
    let answer = visitor.get(path).await;
    assert_eq!(answer.status, 200, "{path}: {}", answer.text());
    app.web.desk.store.statements() - before
}

async fn pages_cost_the_same_with_thirty_incidents(storage: Storage) {
    let app = TestApp::start_on(storage, "2026-11-20T12:00:00+09:00").await;
    let officer = app.sign_in(Role::Officer).await;
    let first = record(&officer, "2026-11-20 11:00").await;
    officer.submit(&first, &format!("{first}/notes"), &[("text", "The logs are secured.")]).await;
    officer.get(&first).await;
    escalate_once(&app.web.desk).await.unwrap();
    let pages = ["/", "/incidents", &first, "/outbox", "/outbox/1", "/organisation", "/rules"];
    // The first answers open connections, which costs statements of its own.
    for page in pages.iter().cycle().take(2 * pages.len()) {
        cost(&app, &officer, page).await;
    }
    let mut few = Vec::new();
    for page in pages {
        few.push((page, cost(&app, &officer, page).await));
    }
    for minute in 10..39 {
        record(&officer, &format!("2026-11-20 11:{minute}")).await;
    }
    escalate_once(&app.web.desk).await.unwrap();
    let mut many = Vec::new();
    for page in pages {
        many.push((page, cost(&app, &officer, page).await));
    }
    assert_eq!(few, many);
    let most = few.iter().map(|(_, statements)| *statements).max().unwrap();
    assert!(most <= 20, "{few:?}");
}

#[tokio::test]
async fn pages_cost_the_same_with_thirty_incidents_on_sqlite() {
    pages_cost_the_same_with_thirty_incidents(Storage::Sqlite).await;
}

#[tokio::test]
async fn pages_cost_the_same_with_thirty_incidents_on_postgresql() {
    pages_cost_the_same_with_thirty_incidents(Storage::Postgres).await;
}

/// An office with so many incidents that wait, and one that is the next to be warned about.
async fn watched(waiting: usize) -> Office {
    let office = Office::open(Storage::Sqlite, clock_at("2026-11-20T12:00:00+09:00")).await;
    for _ in 0..waiting {
        office.incident("2026-11-20 11:00", "confirmed").await;
    }
    office.incident("2026-11-20 10:00", "confirmed").await;
    escalate_once(&office.desk).await.unwrap();
    office
}

async fn round(office: &Office) -> (usize, u64) {
    let before = office.desk.store.statements();
    let queued = escalate_once(&office.desk).await.unwrap();
    (queued, office.desk.store.statements() - before)
}

#[tokio::test]
async fn a_round_of_the_watch_costs_what_is_due_and_not_what_exists() {
    let (alone, among_many) = (watched(0).await, watched(29).await);
    let idle = [round(&alone).await, round(&among_many).await];
    assert_eq!(idle[0], idle[1], "nothing is due");
    assert_eq!(idle[0].0, 0);
    for office in [&alone, &among_many] {
        // Nobody said what kind of organisation this is: the questions are asked again six hours before the report may be due.
        office.clock.set(clock_at("2026-11-20T10:00:00+09:00").now().plus_seconds(18 * HOUR));
    }
    let due = [round(&alone).await, round(&among_many).await];
    assert_eq!(due[0], due[1], "one is due");
    assert_eq!(due[0].0, 1);
    assert!(due[0].1 > idle[0].1);
}
