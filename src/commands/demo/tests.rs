//! The demonstration says what the public record says, and wakes nobody about the past.

use super::*;
use crate::app::account::strength::{Known, acceptable};
use crate::app::desk::actor::{Actor, Role};
use crate::app::desk::attempts::Browser;
use crate::app::incident::view::IncidentView;
use crate::app::watch::escalate::escalate_once;
use crate::db::index::Filter;
use crate::db::ledger::verify;
use crate::db::{DatabaseUrl, Page, Store, StoreError, outbox};
use crate::law::base::moment::Moment;
use crate::law::library::Library;
use crate::law::situation::DutyId;
use crate::law::verdict::Standing;
use crate::now::Clock;
use secrecy::SecretString;
use std::sync::Arc;

struct Loaded {
    desk: Desk,
    reader: Actor,
    _folder: tempfile::TempDir,
}

async fn loaded() -> Loaded {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&DatabaseUrl::sqlite(&folder.path().join("demo.db"))).unwrap();
    let clock = Clock::fixed(Moment::from_rfc3339("2026-11-22T18:00:00Z").unwrap());
    let desk = Desk::new(store, Arc::new(Library::embedded().unwrap()), clock, "http://localhost:8080");
    assert_eq!(load(&desk).await.unwrap(), Load::Fresh);
    let people = desk.store.read_blocking(account::list).unwrap_or_else(|e: StoreError| panic!("{e}"));
    let id = people.first().unwrap().id;
    let reader = Actor { account: id, id: id.to_string(), name: String::new(), role: Role::Reader, link: None };
    Loaded { desk, reader, _folder: folder }
}

impl Loaded {
    async fn incidents(&self) -> Vec<IncidentView> {
        let (list, _) = self.desk.incidents(&self.reader, Filter::default(), Page::first(10)).await.unwrap();
        let mut views = Vec::new();
        for row in list.rows {
            let id = crate::app::desk::index::id_of(&row.stream).to_owned();
            views.push(self.desk.incident(&self.reader, &id, None).await.unwrap());
        }
        views
    }

    async fn find(&self, is: impl Fn(&IncidentView) -> bool) -> IncidentView {
        self.incidents().await.into_iter().find(|view| is(view)).unwrap()
    }
}

fn standings(view: &IncidentView, duty: &str) -> Vec<Standing> {
    let duty = DutyId::new(duty);
    let verdict = view.assessment.verdicts.iter().find(|verdict| verdict.outline.duty == duty).unwrap();
    verdict.clock.as_deref().into_iter().chain(&verdict.scenarios).map(|clock| clock.standing).collect()
}

#[tokio::test]
async fn the_public_case_is_told_to_the_minute_and_closed() {
    let loaded = loaded().await;
    let case = loaded.find(|view| view.incident.closed.is_some()).await;
    let (late, elapsed) = ((29 * 60 + 35) * 60, (53 * 60 + 35) * 60);
    let standings = standings(&case, history::REPORT);
    assert_eq!(standings.first(), Some(&Standing::MetLate { late, late_at_most: late, elapsed }));
    let spare = (60 + 17) * 60;
    assert!(standings.iter().any(|at| matches!(at, Standing::MetInTime { spare: seconds, .. } if *seconds == spare)));
    let counts = case.incident.facts.history(&crate::law::situation::fact::FactKey::new("persons-affected"));
    assert_eq!(counts.len(), 4);
    let recorded: Vec<_> = case.entries.iter().map(|entry| entry.at).collect();
    assert!(recorded.is_sorted());
    assert_eq!(recorded.first().map(|at| at.to_rfc3339()), Some("2025-11-18T14:10:00Z".to_owned()));
}

#[tokio::test]
async fn only_what_runs_now_is_warned_about() {
    let loaded = loaded().await;
    let queued = escalate_once(&loaded.desk).await.unwrap();
    assert!((2..60).contains(&queued), "{queued}");
    let case = loaded.find(|view| view.incident.closed.is_some()).await;
    let stream = crate::app::desk::index::stream(&case.incident.id);
    let letters = loaded.desk.store.read_blocking(|db| outbox::of_stream(db, &stream));
    let letters = letters.unwrap_or_else(|e: StoreError| panic!("{e}"));
    assert!(letters.iter().all(|message| message.kind != "warning"));
    let entries = loaded.desk.store.read_blocking(verify::verify).unwrap().entries;
    assert!(entries > 40, "{entries}");
}

#[tokio::test]
async fn the_drill_runs_and_the_young_incident_is_undetermined() {
    let loaded = loaded().await;
    let drill = loaded.find(|view| view.incident.drill).await;
    assert!(matches!(standings(&drill, history::REPORT).first(), Some(Standing::Running { .. })));
    assert_eq!(drill.incident.filings.len(), 1);
    let young = loaded.find(|view| !view.incident.drill && view.incident.closed.is_none()).await;
    let report = DutyId::new(history::REPORT);
    let verdict = young.assessment.verdicts.iter().find(|verdict| verdict.outline.duty == report).unwrap();
    assert!(matches!(verdict.answer, crate::law::verdict::Answer::Undetermined { .. }));
    assert!(verdict.clock.as_deref().unwrap().provisional);
}

#[tokio::test]
async fn it_is_loaded_once_and_never_over_something_else() {
    let loaded = loaded().await;
    assert_eq!(load(&loaded.desk).await.unwrap(), Load::Again);
    let other = crate::app::desk::test_desk::TestDesk::open("2026-11-17 16:00").await;
    assert_eq!(load(&other.desk).await.unwrap(), Load::SomethingElse);
}

#[tokio::test]
async fn everybody_can_sign_in_with_the_password_that_is_printed() {
    assert_eq!(acceptable(&SecretString::from(PASSWORD), &Known::default()), Ok(()));
    let loaded = loaded().await;
    for person in PEOPLE {
        let (email, password) = (person.email.to_owned(), SecretString::from(PASSWORD));
        let session = loaded.desk.sign_in(&Browser::default(), email, password).await.unwrap();
        assert!(session.is_some(), "{}", person.email);
    }
}
