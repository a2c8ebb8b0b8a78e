//! The desk without its pages: for stories about what is decided and recorded, on both databases.

use std::sync::Arc;

use dutyclock::app::desk::actor::{Actor, Role};
use dutyclock::app::desk::fact_input::FactInput;
use dutyclock::app::desk::input::MomentInput;
use dutyclock::app::desk::{Desk, Done, Ticket};
use dutyclock::app::filing::steps::RecordFiled;
use dutyclock::app::incident::open::OpenIncident;
use dutyclock::app::incident::view::IncidentView;
use dutyclock::app::office::people::{NewPassword, NewPerson};
use dutyclock::db::Store;
use dutyclock::law::library::Library;
use dutyclock::law::situation::DutyId;
use dutyclock::law::verdict::Verdict;
use dutyclock::now::Clock;
use secrecy::SecretString;

use super::app::{Home, Storage};

/// A desk in a home of its own, with one person of each role.
pub struct Office {
    /// The desk.
    pub desk: Desk,
    /// The clock, for the test to move.
    pub clock: Clock,
    /// Administrator, officer, approver, reader.
    pub people: Vec<Actor>,
    _home: Home,
}

/// A moment in Seoul, as typed.
pub fn seoul(text: &str) -> MomentInput {
    MomentInput { text: text.to_owned(), zone: "Asia/Seoul".to_owned(), ..MomentInput::default() }
}

/// What somebody chose as a password.
pub fn password(text: &str) -> NewPassword {
    NewPassword { password: SecretString::from(text), again: SecretString::from(text) }
}

impl Office {
    /// Opens an office whose clock stands at a moment.
    pub async fn open(storage: Storage, clock: Clock) -> Self {
        let home = Home::new(storage);
        let store = Store::open(&home.database_url().parse().unwrap()).expect("a store");
        let library = Arc::new(Library::embedded().expect("the law"));
        let desk = Desk::new(store, library, clock.clone(), "http://localhost:8080");
        let mut people = Vec::new();
        for role in Role::ALL {
            let person = NewPerson {
                name: format!("The {}", role.name()),
                email: format!("{}@example.org", role.name()),
                role: role.name().to_owned(),
                lang: "en".to_owned(),
                warned: role == Role::Officer,
            };
            let account = desk.add_account(person, password("a quiet orange boat")).await.expect("an account");
            people.push(Actor {
                account,
                id: account.to_string(),
                name: format!("The {}", role.name()),
                role,
                link: None,
            });
        }
        Self { desk, clock, people, _home: home }
    }

    /// The person with a role.
    pub fn person(&self, role: Role) -> &Actor {
        self.people.iter().find(|person| person.role == role).unwrap()
    }

    /// The officer.
    pub fn officer(&self) -> &Actor {
        self.person(Role::Officer)
    }

    /// Records an intrusion with a leak, known since a moment.
    pub async fn incident(&self, aware: &str, basis: &str) -> Done {
        let facts = [("intrusion", "yes"), ("personal-data-leaked", "yes")];
        let input = OpenIncident {
            title: "Customer data read by a former developer".to_owned(),
            aware: seoul(aware),
            basis: basis.to_owned(),
            facts: facts.map(|(key, value)| (key.to_owned(), FactInput::one(value))).into(),
            ..OpenIncident::default()
        };
        self.desk.open_incident(self.officer(), Ticket::default(), input).await.expect("an incident")
    }

    /// Records something handed in outside Dutyclock.
    pub async fn filed(&self, id: &str, duty: &str, at: &str) {
        let filed = RecordFiled {
            duty: duty.to_owned(),
            at: seoul(at),
            channel: "portal".to_owned(),
            ..RecordFiled::default()
        };
        self.desk.act(self.officer(), id, Ticket::default(), filed).await.expect("a record");
    }

    /// The incident as it stands.
    pub async fn view(&self, id: &str) -> IncidentView {
        self.desk.incident(self.officer(), id, None).await.expect("the incident")
    }

    /// One verdict of the incident as it stands.
    pub async fn verdict(&self, id: &str, duty: &str) -> Verdict {
        let view = self.view(id).await;
        let duty = DutyId::new(duty);
        view.assessment.verdicts.into_iter().find(|verdict| verdict.outline.duty == duty).expect("a verdict")
    }
}
