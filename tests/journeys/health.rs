//! When something is wrong beneath the program: pages can still be read, health says what it is, and one incident that
//! cannot be read keeps nobody from hearing about the others. On both databases.

use crate::support::app::{Storage, TestApp};
use crate::support::desk::seoul;
use crate::support::visitor::{Answer, Visitor};
use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection, SqliteConnection};
use dutyclock::app::desk::Ticket;
use dutyclock::app::desk::actor::Role;
use dutyclock::app::desk::fact_input::FactInput;
use dutyclock::app::desk::index;
use dutyclock::app::incident::open::OpenIncident;
use dutyclock::app::watch::maintenance::reindex;
use dutyclock::db::index::dump_indexes;
use dutyclock::db::outbox::{self, Filter, Message};
use dutyclock::db::{Page, StoreError};
use dutyclock::tasks::{escalate, reassess};
use reqwest::StatusCode;
use serde_json::Value;
use std::time::{Duration, Instant};

const NOON: &str = "2026-11-20T12:00:00+09:00";

/// A test for each database.
macro_rules! on_both {
    ($($fact:ident),* $(,)?) => {
        mod on_sqlite {
            $(#[tokio::test(flavor = "multi_thread")] async fn $fact() { super::$fact(super::Storage::Sqlite).await; })*
        }
        mod on_postgresql {
            $(#[tokio::test(flavor = "multi_thread")] async fn $fact() { super::$fact(super::Storage::Postgres).await; })*
        }
    };
}

on_both!(
    a_locked_database_is_read_without_waiting_for_the_lock,
    a_full_disk_shows_pages_and_health_says_that_it_is_full,
    a_watch_that_never_finished_a_round_is_not_well,
    a_stranger_learns_whether_it_is_ready_and_no_more,
    one_unreadable_incident_is_named_and_stops_nothing,
    a_newer_program_at_the_store_is_told,
);

impl TestApp {
    fn change(&self, sql: &str) {
        self.web.desk.store.write_blocking(|db| db.batch_execute(sql).map_err(StoreError::from)).unwrap();
    }

    async fn opened(&self, title: &str) -> String {
        let facts = [("intrusion", "yes"), ("personal-data-leaked", "yes")];
        let input = OpenIncident {
            title: title.to_owned(),
            aware: seoul("2026-11-20 11:00"),
            basis: "confirmed".to_owned(),
            facts: facts.map(|(key, value)| (key.to_owned(), FactInput::one(value))).into(),
            ..OpenIncident::default()
        };
        let officer = self.actor(Role::Officer).await;
        self.web.desk.open_incident(&officer, Ticket::default(), input).await.expect("an incident").id
    }

    fn mails(&self) -> Vec<Message> {
        self.web.desk.store.read_blocking(|db| outbox::list(db, &Filter::default(), Page::first(500))).unwrap().0
    }
}

fn told(answer: &Answer) -> Value {
    serde_json::from_str(&answer.text()).unwrap_or_else(|cause| panic!("{cause}: {}", answer.text()))
}

/// Whoever asks from elsewhere, through a proxy.
async fn from_elsewhere(visitor: &Visitor) -> Value {
    told(&visitor.get_with("/health", "x-forwarded-for", "203.0.113.9").await)
}

/// Takes the lock that every writer needs, until it is dropped.
fn lock(app: &TestApp) -> Box<dyn std::any::Any> {
    let url = app.home.database_url();
    match url.strip_prefix("sqlite:") {
        Some(path) => {
            let mut other = SqliteConnection::establish(path).unwrap();
            other.batch_execute("BEGIN IMMEDIATE").unwrap();
            Box::new(other)
        }
        None => {
            let mut other = PgConnection::establish(&url).unwrap();
            other.batch_execute("BEGIN; SELECT number FROM chain_head FOR UPDATE").unwrap();
            Box::new(other)
        }
    }
}

async fn a_locked_database_is_read_without_waiting_for_the_lock(storage: Storage) {
    let app = TestApp::start_on(storage, NOON).await;
    let reader = app.sign_in(Role::Reader).await;
    // The first page after signing in clears what it has to say; the use of a session is written down every five minutes.
    app.clock.advance(400);
    let lock = lock(&app);
    let began = Instant::now();
    let board = reader.get("/").await;
    assert_eq!(board.status, StatusCode::OK, "{}", board.text());
    assert!(began.elapsed() < Duration::from_secs(4), "{:?}", began.elapsed());
    drop(lock);
}

async fn a_full_disk_shows_pages_and_health_says_that_it_is_full(storage: Storage) {
    let app = TestApp::start_on(storage, NOON).await;
    let reader = app.sign_in(Role::Reader).await;
    assert_eq!(told(&reader.get("/health").await)["database"], "ok");
    match storage {
        Storage::Sqlite => app.change("PRAGMA max_page_count = 1"),
        Storage::Postgres => app.change(
            "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION \
             'could not extend file \"base/1/2\": No space left on device' USING ERRCODE = '53100'; END $$; \
             CREATE TRIGGER full_secrets BEFORE INSERT ON instance_secret EXECUTE FUNCTION full_disk(); \
             CREATE TRIGGER full_sessions BEFORE UPDATE ON session EXECUTE FUNCTION full_disk()",
        ),
    }
    assert_eq!(told(&reader.get("/health").await)["database"], "ok", "what was found counts for a few seconds");
    app.clock.advance(400);
    assert_eq!(reader.get("/").await.status, StatusCode::OK);
    let full = reader.get("/health").await;
    assert_eq!((full.status, told(&full)["database"].as_str()), (StatusCode::SERVICE_UNAVAILABLE, Some("full")));
    assert_eq!(reader.get("/health/live").await.status, StatusCode::OK);
    match storage {
        Storage::Sqlite => app.change("PRAGMA max_page_count = 1000000"),
        Storage::Postgres => app.change("DROP FUNCTION full_disk CASCADE"),
    }
    app.web.desk.heartbeat.beat(app.clock.now());
    app.clock.advance(10);
    assert_eq!(told(&reader.get("/health").await)["database"], "ok");
}

async fn a_watch_that_never_finished_a_round_is_not_well(storage: Storage) {
    let app = TestApp::start_on(storage, NOON).await;
    let starting = app.visitor().get("/health").await;
    assert_eq!((starting.status, told(&starting)["watch"].as_str()), (StatusCode::OK, Some("starting")));
    app.clock.advance(195);
    let never = app.visitor().get("/health/ready").await;
    assert_eq!((never.status, told(&never)["watch"].as_str()), (StatusCode::SERVICE_UNAVAILABLE, Some("never round")));
    assert_eq!(told(&app.visitor().get("/health/live").await)["state"], "alive");
}

async fn a_stranger_learns_whether_it_is_ready_and_no_more(storage: Storage) {
    let app = TestApp::start_on(storage, NOON).await;
    assert_eq!(from_elsewhere(&app.visitor()).await, serde_json::json!({ "state": "ok" }));
    assert_eq!(from_elsewhere(&app.sign_in(Role::Officer).await).await, serde_json::json!({ "state": "ok" }));
    assert_eq!(from_elsewhere(&app.sign_in(Role::Administrator).await).await["watch"], "starting");
    assert_eq!(told(&app.visitor().get("/health").await)["outbox"]["state"], "ok", "from this machine");
}

async fn one_unreadable_incident_is_named_and_stops_nothing(storage: Storage) {
    let app = TestApp::start_on(storage, NOON).await;
    let (broken, garbled) = (app.opened("The first").await, app.opened("The second").await);
    let sound = app.opened("The third").await;
    let of = |id: &str| index::stream(id);
    app.change(&format!("UPDATE ledger SET body = '{{}}' WHERE stream = '{}' AND position = 2", of(&broken)));
    app.change(&format!("UPDATE ledger SET body = 'garbled' WHERE stream = '{}' AND position = 2", of(&garbled)));
    let desk = &app.web.desk;

    reassess::reassess_once(desk).await.expect("the others are compared");
    escalate::round(desk).await.expect("a complete round");
    assert_eq!(desk.heartbeat.last(), Some(app.clock.now()));
    let warned: Vec<_> = app.mails().into_iter().filter_map(|mail| mail.stream).collect();
    assert!(!warned.is_empty() && warned.iter().all(|stream| *stream == of(&sound)), "{warned:?}");

    let admin = app.sign_in(Role::Administrator).await;
    let board = admin.get("/").await;
    assert_eq!(board.status, StatusCode::OK, "{}", board.text());
    for reference in ["2026-001", "2026-002"] {
        let name = format!("Incident {reference} cannot be read");
        assert!(board.page().texts(".flash").iter().any(|text| text.contains(&name)), "{}", board.text());
    }
    let reader = app.sign_in(Role::Reader).await.get("/").await;
    assert_eq!((reader.status, reader.text().contains("cannot be read")), (StatusCode::OK, false));
    let health = told(&admin.get("/health").await);
    assert_eq!((&health["state"], health["unreadable"].as_array().map(Vec::len)), (&"attention".into(), Some(2)));
    assert!(health["unreadable"].to_string().contains("position 2"), "{health}");

    let form = admin.form("/organisation", "/organisation").await.fill("name", "Hanbit Mall");
    assert_eq!(admin.send(&form).await.location(), "/organisation", "the profile can be described");

    let rebuild =
        || desk.store.write_blocking(|db| reindex(db, &desk.library, desk.now())).expect("the others are derived");
    let before = desk.store.read_blocking(dump_indexes).unwrap_or_else(|error: StoreError| panic!("{error}"));
    let rebuilt = rebuild();
    assert_eq!((rebuilt.incidents, rebuilt.unreadable.len()), (1, 2));
    assert_eq!(desk.store.read_blocking(dump_indexes).unwrap_or_else(|error: StoreError| panic!("{error}")), before);
}

async fn a_newer_program_at_the_store_is_told(storage: Storage) {
    let app = TestApp::start_on(storage, NOON).await;
    app.change("INSERT INTO __diesel_schema_migrations (version) VALUES ('99990101')");
    let health = app.visitor().get("/health").await;
    assert_eq!(health.status, StatusCode::OK, "the older one goes on while the newer one starts");
    assert_eq!(told(&health)["newer_migration"], "99990101");
    assert_eq!(from_elsewhere(&app.visitor()).await, serde_json::json!({ "state": "attention" }));
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_acknowledged_into_a_file_that_was_replaced() {
    let app = TestApp::start().await;
    let admin = app.sign_in(Role::Administrator).await;
    let form = admin.form("/organisation", "/organisation").await.fill("name", "Hanbit Mall");
    let (file, aside) = (app.home.folder().join("dutyclock.db"), app.home.folder().join("aside.db"));
    std::fs::rename(&file, &aside).unwrap();
    let moved = admin.send(&form).await;
    assert_eq!(moved.status, StatusCode::SERVICE_UNAVAILABLE, "{}", moved.text());
    assert!(moved.page().text("main").contains("moved away"), "{}", moved.text());
    std::fs::copy(&aside, &file).unwrap();
    assert_eq!(admin.send(&form).await.status, StatusCode::SERVICE_UNAVAILABLE, "another file under its name");
    assert_eq!(admin.get("/").await.status, StatusCode::OK, "reading goes on");
    let health = admin.get("/health").await;
    assert_eq!(
        (health.status, told(&health)["database"].as_str()),
        (StatusCode::SERVICE_UNAVAILABLE, Some("replaced"))
    );
    std::fs::rename(&aside, &file).unwrap();
    assert_eq!(admin.send(&moved.page().form("/organisation")).await.location(), "/organisation");
}
