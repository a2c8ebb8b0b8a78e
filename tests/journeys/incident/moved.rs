//! No due moment moves without an entry, whoever writes first under other law; and what is written costs the same however many
//! clocks there are.

use dutyclock::app::desk::Ticket;
use dutyclock::app::desk::actor::Role;
use dutyclock::app::incident::manage::AddNote;
use dutyclock::db::{StoreError, index};
use dutyclock::incident::Event;
use dutyclock::incident::due_moments::MoveCause;

use super::changed_after_filing::{at, profile, state};
use crate::support::app::{Storage, TestApp, clock_at};
use crate::support::desk::Office;

const REPORT: &str = "kr.network-act/report";

/// As a program would have left it that counted by another calendar: an hour less for every clock.
async fn falsified(store: &dutyclock::db::Store, id: &str) {
    let stream = format!("incident/{id}");
    let done = store.write_blocking(move |db| -> Result<(), StoreError> {
        let mut row = index::dues(db, &stream)?.expect("the due moments are kept");
        let (right, wrong) = (at("2026-11-21T09:00:00+09:00"), at("2026-11-21T08:00:00+09:00"));
        let json = |moment| serde_json::to_string(&moment).unwrap();
        row.dues = row.dues.replace(&json(right), &json(wrong));
        let calendars = row.dues.find("\"calendars\":\"").expect("the calendars are named") + 13;
        row.dues.replace_range(calendars..calendars + 1, "x");
        index::replace_dues(db, &row)
    });
    done.unwrap();
}

async fn a_note_does_not_swallow_what_another_edition_moved(storage: Storage) {
    let app = TestApp::start_on(storage, "2026-11-20T12:00:00+09:00").await;
    let administrator = app.sign_in(Role::Administrator).await;
    let given = [("name", "R"), ("zone", "Asia/Seoul"), ("fact-org-information-service-provider", "yes")];
    administrator.submit("/organisation", "/organisation", &given).await;
    let officer = app.sign_in(Role::Officer).await;
    let given = [("title", "Leak"), ("aware", "2026-11-20 09:00"), ("basis", "confirmed"), ("fact-intrusion", "yes")];
    let path = officer.submit("/incidents/new", "/incidents/new", &given).await.location();
    let path = path.split(['?', '#']).next().unwrap().to_owned();
    let id = path.rsplit('/').next().unwrap();
    falsified(&app.web.desk.store, id).await;
    officer.submit(&path, &format!("{path}/notes"), &[("text", "The logs are secured.")]).await;
    let page = officer.get(&path).await.text();
    assert!(page.contains("Due moment moved") && page.contains("another edition of the calendars"), "{page}");
}

async fn a_changed_profile_tells_the_law_apart_from_itself(storage: Storage) {
    let office = Office::open(storage, clock_at("2026-11-20T12:00:00+09:00")).await;
    let provider = [("org-information-service-provider", "yes")];
    profile(&office, "Asia/Seoul", &provider).await;
    let id = office.incident("2026-11-20 09:00", "confirmed").await.id;
    falsified(&office.desk.store, &id).await;
    profile(&office, "Asia/Seoul", &provider).await;
    let told = office.view(&id).await.entries.into_iter().filter_map(|entry| match entry.event {
        Event::DueMoved { duty, why, .. } if duty.as_str() == REPORT => Some(why),
        _ => None,
    });
    let told: Vec<MoveCause> = told.collect();
    assert!(matches!(told[..], [MoveCause::Calendar { .. }]), "{told:?}");
}

async fn a_note_costs_the_same_statements_with_few_clocks_and_with_many(storage: Storage) {
    let mut costs = Vec::new();
    for places in ["kr", "kr,us,de,sg,au"] {
        let office = Office::open(storage, clock_at("2026-11-20T12:00:00+09:00")).await;
        profile(&office, "Asia/Seoul", &[("org-information-service-provider", "yes")]).await;
        let id = office.incident("2026-11-20 09:00", "confirmed").await.id;
        for place in places.split(',') {
            state(&office, &id, &[("people-countries", place)]).await;
        }
        if places != "kr" {
            state(&office, &id, &[("personal-data-breach", "yes"), ("persons-affected", "90000")]).await;
            profile(&office, "Asia/Seoul", &[("org-countries", "de"), ("org-data-controller", "yes")]).await;
        }
        let note = || AddNote { text: "The logs are secured.".to_owned() };
        office.desk.act(office.officer(), &id, Ticket::default(), note()).await.unwrap();
        let stream = format!("incident/{id}");
        let clocks = office.desk.store.read_blocking(|db| index::clocks(db, &stream)).unwrap().len();
        let before = office.desk.store.statements();
        office.desk.act(office.officer(), &id, Ticket::default(), note()).await.unwrap();
        costs.push((clocks, office.desk.store.statements() - before));
    }
    assert!(costs[0].0 != costs[1].0, "the premise: {costs:?}");
    assert_eq!(costs[0].1, costs[1].1, "{costs:?}");
}

macro_rules! on_both {
    ($($fact:ident),* $(,)?) => {
        mod on_sqlite {
            $(#[tokio::test] async fn $fact() { super::$fact(crate::support::app::Storage::Sqlite).await })*
        }
        mod on_postgres {
            $(#[tokio::test] async fn $fact() { super::$fact(crate::support::app::Storage::Postgres).await })*
        }
    };
}

on_both!(
    a_note_does_not_swallow_what_another_edition_moved,
    a_changed_profile_tells_the_law_apart_from_itself,
    a_note_costs_the_same_statements_with_few_clocks_and_with_many,
);
