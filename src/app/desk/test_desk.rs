//! A desk on a real SQLite store, for tests of what happens by itself.

use super::actor::{Actor, Role};
use super::fact_input::FactInput;
use super::input::MomentInput;
use super::{Desk, Ticket};
use crate::app::incident::open::OpenIncident;
use crate::app::office::organisation::DescribeOrganisation;
use crate::db::account::{self, NewAccount};
use crate::db::{DatabaseUrl, Store, StoreError};
use crate::law::base::moment::Moment;
use crate::law::base::words::Lang;
use crate::law::library::Library;
use crate::now::Clock;
use std::sync::Arc;

/// A desk, its clock and the people at it; its store is removed when this is dropped.
pub(crate) struct TestDesk {
    pub(crate) desk: Desk,
    pub(crate) clock: Clock,
    pub(crate) people: Vec<Actor>,
    _folder: tempfile::TempDir,
}

/// A moment in Seoul, to the minute.
pub(crate) fn seoul(text: &str) -> MomentInput {
    MomentInput { text: text.to_owned(), zone: "Asia/Seoul".to_owned(), ..MomentInput::default() }
}

/// A moment on the clock of Seoul.
pub(crate) fn at(text: &str) -> Moment {
    seoul(text).past(Moment::from_seconds(i64::MAX)).unwrap().at
}

impl TestDesk {
    /// A desk with one person of each role; the officer and the approver are warned.
    pub(crate) async fn open(now: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&DatabaseUrl::sqlite(&folder.path().join("test.db"))).unwrap();
        let clock = Clock::fixed(at(now));
        let library = Arc::new(Library::embedded().unwrap());
        let desk = Desk::new(store, library, clock.clone(), "http://localhost:8080");
        let people = Role::ALL.map(|role| person(&desk, role)).into();
        let test = Self { desk, clock, people, _folder: folder };
        let yes = |key: &str| (key.to_owned(), FactInput::one("yes"));
        let profile = DescribeOrganisation {
            lines: [("name".to_owned(), "Retailer".to_owned())].into(),
            zone: "Asia/Seoul".to_owned(),
            facts: [yes("org-information-service-provider"), yes("org-data-controller")].into(),
            ..Default::default()
        };
        let administrator = test.actor(Role::Administrator).clone();
        test.desk.describe_organisation(&administrator, Ticket::default(), profile).await.unwrap();
        test
    }

    pub(crate) fn actor(&self, role: Role) -> &Actor {
        self.people.iter().find(|actor| actor.role == role).unwrap()
    }

    /// Records an intrusion with a leak; answers its id.
    pub(crate) async fn incident(&self, aware: &str) -> String {
        let input = OpenIncident {
            title: "Customer data read by a former developer".to_owned(),
            aware: seoul(aware),
            basis: "confirmed".to_owned(),
            facts: ["intrusion", "personal-data-leaked", "outside-access"]
                .map(|key| (key.to_owned(), FactInput::one("yes")))
                .into(),
            ..OpenIncident::default()
        };
        self.desk.open_incident(self.actor(Role::Officer), Ticket::default(), input).await.unwrap().id
    }
}

fn person(desk: &Desk, role: Role) -> Actor {
    let new = NewAccount {
        email: format!("{}@example.org", role.name()),
        name: role.name().to_owned(),
        role: role.name().to_owned(),
        lang: Lang::En,
        zone: None,
        position: String::new(),
        phone: None,
        password_hash: None,
        warned: matches!(role, Role::Officer | Role::Approver),
        created_at: desk.now(),
    };
    let account =
        desk.store.write_blocking(|db| account::insert(db, &new)).unwrap_or_else(|e: StoreError| panic!("{e}"));
    Actor { account, id: account.to_string(), name: new.name, role, link: None }
}
