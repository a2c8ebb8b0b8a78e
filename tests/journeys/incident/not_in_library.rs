//! Law that is not in this library is an answer of its own: named with the places and the number of persons, in the way of
//! closing, and quiet once somebody said what it asks or why it does not matter. What counsel named as due runs as a clock.

use dutyclock::app::desk::Ticket;
use dutyclock::app::desk::actor::Role;
use dutyclock::app::desk::fact_input::FactInput;
use dutyclock::app::desk::input::MomentInput;
use dutyclock::app::desk::refusal::{Problem, Refusal};
use dutyclock::app::incident::counsel::{DismissGap, RecordAnswer};
use dutyclock::app::incident::facts::RecordFacts;
use dutyclock::app::incident::manage::CloseIncident;
use dutyclock::app::incident::open::OpenIncident;
use dutyclock::app::office::organisation::DescribeOrganisation;
use dutyclock::app::watch::escalate::escalate_once;
use dutyclock::db::{Page, outbox};
use dutyclock::incident::counsel;
use dutyclock::law::base::moment::Moment;
use dutyclock::law::verdict::{Silence, Standing};

use crate::support::app::{Storage, TestApp, clock_at};
use crate::support::desk::Office;

fn at(text: &str) -> Moment {
    Moment::from_rfc3339(text).unwrap()
}

fn chicago(text: &str) -> MomentInput {
    MomentInput { text: text.to_owned(), zone: "America/Chicago".to_owned(), ..MomentInput::default() }
}

pub(super) fn by_state(counts: &[(&str, &str)]) -> FactInput {
    let counts = counts.iter().map(|(state, number)| ((*state).to_owned(), (*number).to_owned())).collect();
    FactInput { counts, ..FactInput::default() }
}

/// Five thousand persons in Illinois and three hundred in Massachusetts, whose laws nobody looked at.
pub(super) async fn two_states(storage: Storage) -> (Office, String) {
    let office = Office::open(storage, clock_at("2026-11-20T12:00:00-06:00")).await;
    let profile = DescribeOrganisation {
        lines: [("name".to_owned(), "Shop".to_owned())].into(),
        zone: "America/Chicago".to_owned(),
        facts: [("org-countries".to_owned(), FactInput::one("us"))].into(),
        ..Default::default()
    };
    office.desk.describe_organisation(office.person(Role::Administrator), Ticket::default(), profile).await.unwrap();
    let no = ["intrusion", "personal-data-leaked", "leak-possible", "cyber-incident"];
    let mut facts: std::collections::BTreeMap<String, FactInput> =
        no.iter().map(|key| ((*key).to_owned(), FactInput::one("no"))).collect();
    facts.insert("people-countries".to_owned(), FactInput::one("us"));
    facts.insert("persons-by-us-state".to_owned(), by_state(&[("il", "5000"), ("ma", "300")]));
    let input = OpenIncident {
        title: "A lost list".to_owned(),
        aware: chicago("2026-11-20 09:00"),
        basis: "confirmed".to_owned(),
        facts,
        ..OpenIncident::default()
    };
    let id = office.desk.open_incident(office.officer(), Ticket::default(), input).await.unwrap().id;
    (office, id)
}

pub(super) async fn open(office: &Office, id: &str) -> Vec<String> {
    let view = office.view(id).await;
    counsel::open(&view.incident, &view.assessment.gaps).iter().map(|gap| gap.id.as_str().to_owned()).collect()
}

async fn close(office: &Office, id: &str) -> Result<(), Refusal> {
    let close = CloseIncident { reason: "over".to_owned() };
    office.desk.act(office.person(Role::Administrator), id, Ticket::default(), close).await.map(|_| ())
}

pub(super) fn answer(gap: &str, what: &str, by: &str) -> RecordAnswer {
    RecordAnswer {
        gap: gap.to_owned(),
        who: "Kim & Park LLP".to_owned(),
        at: chicago("2026-11-20 11:00"),
        said: "Notice to the Attorney General.".to_owned(),
        what: what.to_owned(),
        by: if by.is_empty() { MomentInput::default() } else { chicago(by) },
        ..RecordAnswer::default()
    }
}

async fn each_place_is_open_until_somebody_said_something_and_keeps_the_incident_open(storage: Storage) {
    let (office, id) = two_states(storage).await;
    let gaps = open(&office, &id).await;
    assert!(gaps.contains(&"us-il".to_owned()) && gaps.contains(&"us-ma".to_owned()), "{gaps:?}");
    let refused = close(&office, &id).await;
    assert!(matches!(refused, Err(Refusal::NotNow(Problem::GapsOpen))), "{refused:?}");
    office.desk.act(office.officer(), &id, Ticket::default(), answer("us-il", "", "")).await.unwrap();
    let aside = DismissGap { gap: "us-ma".to_owned(), reason: "only names, no number".to_owned() };
    office.desk.act(office.officer(), &id, Ticket::default(), aside).await.unwrap();
    let gaps = open(&office, &id).await;
    assert!(!gaps.contains(&"us-il".to_owned()) && !gaps.contains(&"us-ma".to_owned()), "{gaps:?}");
    let grown = by_state(&[("il", "5000"), ("ma", "900")]);
    let record = RecordFacts { facts: [("persons-by-us-state".to_owned(), grown)].into(), ..RecordFacts::default() };
    office.desk.act(office.officer(), &id, Ticket::default(), record).await.unwrap();
    assert!(
        open(&office, &id).await.contains(&"us-ma".to_owned()),
        "three times as many persons are asked about again"
    );
    let view = office.view(&id).await;
    assert_eq!(Silence::of(counsel::open(&view.incident, &view.assessment.gaps)), Silence::GapsOpen);
    let aside = DismissGap { gap: "us-ma".to_owned(), reason: "still only names".to_owned() };
    office.desk.act(office.officer(), &id, Ticket::default(), aside).await.unwrap();
    close(&office, &id).await.unwrap();
}

async fn what_counsel_named_as_due_runs_is_warned_about_and_is_met(storage: Storage) {
    let (office, id) = two_states(storage).await;
    let named = answer("us-il", "Letter to the Attorney General", "2026-11-22 17:00");
    office.desk.act(office.officer(), &id, Ticket::default(), named).await.unwrap();
    let duty = "counsel/us-il";
    let clock = |verdict: dutyclock::law::verdict::Verdict| *verdict.clock.unwrap();
    let running = clock(office.verdict(&id, duty).await);
    assert_eq!(running.target(), Some(at("2026-11-22T17:00:00-06:00")));
    assert!(matches!(running.standing, Standing::Running { .. }));
    let board = office.desk.board(office.officer(), 1).await.unwrap();
    assert!(board.clocks.iter().any(|row| row.clock.duty == duty));
    escalate_once(&office.desk).await.unwrap();
    let filter = outbox::Filter::default();
    let (mails, _) = office.desk.store.read(move |db| outbox::list(db, &filter, Page::first(50))).await.unwrap();
    assert!(mails.iter().any(|mail| mail.subject.contains("Letter to the Attorney General")));
    assert!(matches!(close(&office, &id).await, Err(Refusal::NotNow(Problem::ClocksRunning))));
    let instance = office.verdict(&id, duty).await.instance.unwrap().to_string();
    let filed = dutyclock::app::filing::steps::RecordFiled {
        duty: duty.to_owned(),
        instance,
        at: chicago("2026-11-20 11:30"),
        channel: "letter".to_owned(),
        ..Default::default()
    };
    office.desk.act(office.officer(), &id, Ticket::default(), filed).await.unwrap();
    assert!(matches!(clock(office.verdict(&id, duty).await).standing, Standing::MetInTime { .. }));
}

async fn the_pages_and_the_report_name_the_places_with_their_numbers(storage: Storage) {
    let app = TestApp::start_on(storage, "2026-11-20T12:00:00-06:00").await;
    let administrator = app.sign_in(Role::Administrator).await;
    let given = [("name", "Shop"), ("zone", "America/Chicago"), ("fact-org-countries", "us")];
    administrator.submit("/organisation", "/organisation", &given).await;
    let officer = app.sign_in(Role::Officer).await;
    let given = [
        ("title", "Lost"),
        ("aware", "2026-11-20 09:00"),
        ("basis", "confirmed"),
        ("leaked", "no"),
        ("fact-intrusion", "no"),
    ];
    let path = officer.submit("/incidents/new", "/incidents/new", &given).await.location();
    let path = path.split(['?', '#']).next().unwrap().to_owned();
    let facts = format!("{path}/facts");
    let said = officer.submit(&facts, &facts, &[("fact-people-countries", "us")]).await;
    assert_eq!(said.status, 303, "{}", said.text());
    let counts = [("fact-persons-by-us-state_of_il", "5000"), ("fact-persons-by-us-state_of_ma", "300")];
    let said = officer.submit(&facts, &facts, &counts).await;
    assert_eq!(said.status, 303, "{}", said.text());
    let page = officer.get(&path).await;
    let shown = page.page().text("main");
    for expected in ["Not in this library:", "Illinois, 5,000 persons", "Massachusetts, 300 persons", "815 ILCS 530"] {
        assert!(shown.contains(expected), "{expected}: {shown}");
    }
    let report = officer.get(&format!("{path}/report.html?lang=en")).await;
    let wizard = officer.get("/what-would-apply?fact-people-countries=us").await;
    assert_eq!((report.status, wizard.status), (reqwest::StatusCode::OK, reqwest::StatusCode::OK));
    assert!(report.text().contains("Illinois, 5,000 persons"), "{}", report.text());
    assert!(wizard.text().contains("Not in this library:"));
    let aside = format!("{path}/counsel/set-aside?gap=us-ma");
    let done = officer.submit(&aside, &aside, &[("reason", "only names")]).await;
    assert_eq!(done.status, 303, "{}", done.text());
    let shown = officer.get(&path).await.page().text("main");
    assert!(shown.contains("only names") && !shown.contains("Massachusetts, 300 persons"), "{shown}");
    let ask = format!("{path}/counsel?gap=us-il");
    let given = [("who", "Kim & Park"), ("at", "2026-11-20 11:00"), ("said", "Tell the Attorney General")];
    let done = officer.submit(&ask, &format!("{path}/counsel"), &given).await;
    assert_eq!(done.status, 303, "{}", done.text());
    assert!(!officer.get(&path).await.page().text("main").contains("Illinois, 5,000 persons"));
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
    each_place_is_open_until_somebody_said_something_and_keeps_the_incident_open,
    what_counsel_named_as_due_runs_is_warned_about_and_is_met,
    the_pages_and_the_report_name_the_places_with_their_numbers,
);
