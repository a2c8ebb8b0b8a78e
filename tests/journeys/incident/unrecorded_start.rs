//! A duty that applies and whose start nobody recorded runs from the earliest moment that can be meant: it stands on the
//! board, is mailed about with the question for its start, and keeps the incident open.

use dutyclock::app::desk::Ticket;
use dutyclock::app::desk::actor::Role;
use dutyclock::app::desk::fact_input::FactInput;
use dutyclock::app::desk::input::MomentInput;
use dutyclock::app::desk::refusal::{Problem, Refusal};
use dutyclock::app::incident::facts::RecordFacts;
use dutyclock::app::incident::manage::{CloseIncident, SwitchWarnings};
use dutyclock::app::incident::moments::RecordCandidate;
use dutyclock::app::incident::open::OpenIncident;
use dutyclock::app::office::organisation::DescribeOrganisation;
use dutyclock::app::watch::escalate::escalate_once;
use dutyclock::db::{Page, outbox};
use dutyclock::law::base::moment::Moment;
use dutyclock::law::verdict::{Answer, Awaited, ClockOrigin, Due, Standing};

use crate::support::app::{Storage, TestApp, clock_at};
use crate::support::desk::Office;

const LEARNT: &str = "2026-11-09 04:00";
const LEAK_REPORT: &str = "kr.pipa/report";
const LEAK_NOTICE: &str = "kr.pipa/notice";

fn at(text: &str) -> Moment {
    Moment::from_rfc3339(text).unwrap()
}

fn answers(facts: &[(&str, &str)]) -> std::collections::BTreeMap<String, FactInput> {
    facts.iter().map(|(key, value)| ((*key).to_owned(), FactInput::one(value))).collect()
}

async fn organisation(office: &Office, zone: &str, facts: &[(&str, &str)]) {
    let profile = DescribeOrganisation {
        lines: [("name".to_owned(), "Bookshop".to_owned())].into(),
        zone: zone.to_owned(),
        facts: answers(facts),
        ..Default::default()
    };
    let administrator = office.person(Role::Administrator);
    office.desk.describe_organisation(administrator, Ticket::default(), profile).await.unwrap();
}

async fn learnt(office: &Office, zone: &str, at: &str, facts: &[(&str, &str)]) -> String {
    let input = OpenIncident {
        title: "Ransomware, no leak".to_owned(),
        aware: MomentInput { text: at.to_owned(), zone: zone.to_owned(), ..MomentInput::default() },
        basis: "confirmed".to_owned(),
        facts: answers(facts),
        ..OpenIncident::default()
    };
    office.desk.open_incident(office.officer(), Ticket::default(), input).await.unwrap().id
}

async fn state(office: &Office, id: &str, facts: &[(&str, &str)]) {
    let record = RecordFacts { facts: answers(facts), ..RecordFacts::default() };
    office.desk.act(office.officer(), id, Ticket::default(), record).await.unwrap();
}

/// A Korean bookshop that said "no leak" on the first form, and two days later that two million persons are affected.
async fn bookshop(storage: Storage) -> (Office, String) {
    let office = Office::open(storage, clock_at("2026-11-09T05:00:00+09:00")).await;
    let profile = [("org-information-service-provider", "yes"), ("org-data-controller", "yes")];
    organisation(&office, "Asia/Seoul", &profile).await;
    let first = [("intrusion", "yes"), ("personal-data-leaked", "no"), ("outside-access", "yes")];
    let id = learnt(&office, "Asia/Seoul", LEARNT, &first).await;
    office.filed(&id, "kr.network-act/report", "2026-11-09 05:00").await;
    office.clock.set(at("2026-11-11T09:00:00+09:00"));
    state(&office, &id, &[("personal-data-leaked", "yes"), ("persons-affected", "2000000")]).await;
    (office, id)
}

async fn subjects(office: &Office) -> Vec<(String, String)> {
    let filter = outbox::Filter::default();
    let (rows, _) = office.desk.store.read(move |db| outbox::list(db, &filter, Page::first(200))).await.unwrap();
    rows.into_iter().map(|row| (row.subject, row.text)).collect()
}

async fn a_leak_found_after_it_was_denied_runs_is_mailed_about_and_keeps_the_incident_open(storage: Storage) {
    let (office, id) = bookshop(storage).await;
    for duty in [LEAK_REPORT, LEAK_NOTICE] {
        let verdict = office.verdict(&id, duty).await;
        let clock = verdict.clock.as_deref().unwrap();
        let due = at("2026-11-12T04:00:00+09:00");
        assert_eq!((&verdict.answer, clock.due), (&Answer::Applies, Due::By { earliest: due, latest: due }), "{duty}");
        assert!(clock.provisional && matches!(clock.origin, ClockOrigin::StandIn(_)));
        assert!(matches!(verdict.unrecorded(), Some(Awaited::Awareness(of)) if of.as_str() == "aware-leak"));
    }
    let board = office.desk.board(office.officer(), 1).await.unwrap();
    let row = board.clocks.iter().find(|row| row.clock.duty == LEAK_REPORT).unwrap();
    assert_eq!((row.clock.standing.as_str(), row.clock.provisional), ("start-not-recorded", true));
    escalate_once(&office.desk).await.unwrap();
    let mails = subjects(&office).await;
    let (_, text) = mails.iter().find(|(subject, _)| subject.contains("Report of the leak")).expect("a warning");
    assert!(text.contains("When did you learn of the breach of personal data?"), "{text}");
    let close = CloseIncident { reason: "over".to_owned() };
    let refused = office.desk.act(office.officer(), &id, Ticket::default(), close).await;
    assert!(matches!(refused, Err(Refusal::NotNow(Problem::ClocksRunning))), "{refused:?}");
}

async fn what_stands_for_a_start_is_never_certainly_late_and_the_recorded_moment_takes_its_place(storage: Storage) {
    let (office, id) = bookshop(storage).await;
    office.clock.set(at("2026-11-13T04:00:00+09:00"));
    let standing = office.verdict(&id, LEAK_REPORT).await.clock.unwrap().standing;
    assert_eq!(standing, Standing::PerhapsOverdue { since: 24 * 3_600, left: 72 * 3_600 });
    escalate_once(&office.desk).await.unwrap();
    let mails = subjects(&office).await;
    let (subject, _) = mails.iter().find(|(subject, _)| subject.contains("Report of the leak")).expect("a warning");
    assert!(subject.starts_with("Perhaps late"), "{subject}");
    let candidate = RecordCandidate {
        of: vec!["aware-leak".to_owned()],
        basis: "confirmed".to_owned(),
        at: crate::support::desk::seoul("2026-11-11 08:00"),
        ..RecordCandidate::default()
    };
    office.desk.act(office.officer(), &id, Ticket::default(), candidate).await.unwrap();
    let verdict = office.verdict(&id, LEAK_REPORT).await;
    let clock = verdict.clock.as_deref().unwrap();
    let due = at("2026-11-14T08:00:00+09:00");
    assert_eq!((clock.due, clock.provisional), (Due::By { earliest: due, latest: due }, false));
    assert_eq!(verdict.unrecorded(), None);
}

async fn a_breach_without_a_leak_runs_in_the_united_kingdom_from_when_it_was_learnt(storage: Storage) {
    let office = Office::open(storage, clock_at("2026-11-09T09:00:00Z")).await;
    organisation(&office, "Europe/London", &[("org-countries", "gb"), ("org-data-controller", "yes")]).await;
    let first = [("intrusion", "yes"), ("personal-data-leaked", "no")];
    let id = learnt(&office, "Europe/London", "2026-11-09 08:00", &first).await;
    office.clock.set(at("2026-11-10T09:00:00Z"));
    state(&office, &id, &[("personal-data-breach", "yes"), ("risk-to-people", "high"), ("people-countries", "gb")])
        .await;
    let verdict = office.verdict(&id, "gb.uk-gdpr/authority").await;
    let clock = verdict.clock.as_deref().unwrap();
    let due = at("2026-11-12T08:00:00Z");
    assert_eq!((&verdict.answer, clock.due), (&Answer::Applies, Due::By { earliest: due, latest: due }));
    assert!(!clock.provisional && verdict.unrecorded().is_none());
    let board = office.desk.board(office.officer(), 1).await.unwrap();
    assert!(board.clocks.iter().any(|row| row.clock.duty == "gb.uk-gdpr/authority"));
    escalate_once(&office.desk).await.unwrap();
    assert!(!subjects(&office).await.is_empty());
    let close = CloseIncident { reason: "over".to_owned() };
    let refused = office.desk.act(office.officer(), &id, Ticket::default(), close).await;
    assert!(matches!(refused, Err(Refusal::NotNow(Problem::ClocksRunning))), "{refused:?}");
}

async fn a_duty_without_a_number_keeps_the_incident_open_until_its_warnings_are_stopped(storage: Storage) {
    let office = Office::open(storage, clock_at("2026-11-09T09:00:00Z")).await;
    organisation(&office, "Europe/London", &[("org-countries", "gb"), ("org-data-controller", "yes")]).await;
    let facts = [("personal-data-breach", "yes"), ("risk-to-people", "high"), ("people-countries", "gb")];
    let id = learnt(&office, "Europe/London", "2026-11-09 08:00", &facts).await;
    let hinders = |view: &dutyclock::app::incident::view::IncidentView| -> Vec<String> {
        let incident = &view.incident;
        let verdicts = view.assessment.verdicts.iter();
        let hinders = verdicts.filter(|verdict| dutyclock::incident::due_warnings::hinders_closing(incident, verdict));
        hinders.map(|verdict| verdict.outline.duty.to_string()).collect()
    };
    let owed = hinders(&office.view(&id).await);
    assert!(owed.iter().any(|duty| duty == "gb.uk-gdpr/persons"), "{owed:?}");
    let close = CloseIncident { reason: "over".to_owned() };
    for duty in owed {
        let refused = office.desk.act(office.officer(), &id, Ticket::default(), close.clone()).await;
        assert!(matches!(refused, Err(Refusal::NotNow(Problem::ClocksRunning))), "{refused:?}");
        let reason = "Recorded as a duplicate.".to_owned();
        let stop = SwitchWarnings { duty, instance: String::new(), stop: true, reason };
        office.desk.act(office.person(Role::Approver), &id, Ticket::default(), stop).await.unwrap();
    }
    office.desk.act(office.officer(), &id, Ticket::default(), close).await.unwrap();
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
    a_leak_found_after_it_was_denied_runs_is_mailed_about_and_keeps_the_incident_open,
    what_stands_for_a_start_is_never_certainly_late_and_the_recorded_moment_takes_its_place,
    a_breach_without_a_leak_runs_in_the_united_kingdom_from_when_it_was_learnt,
    a_duty_without_a_number_keeps_the_incident_open_until_its_warnings_are_stopped,
    the_page_asks_when_the_leak_was_learnt_before_all_else,
);

async fn the_page_asks_when_the_leak_was_learnt_before_all_else(storage: Storage) {
    let app = TestApp::start_on(storage, "2026-11-09T05:00:00+09:00").await;
    let administrator = app.actor(Role::Administrator).await;
    let profile = DescribeOrganisation {
        lines: [("name".to_owned(), "Bookshop".to_owned())].into(),
        zone: "Asia/Seoul".to_owned(),
        facts: answers(&[("org-information-service-provider", "yes"), ("org-data-controller", "yes")]),
        ..Default::default()
    };
    app.web.desk.describe_organisation(&administrator, Ticket::default(), profile).await.unwrap();
    let officer = app.sign_in(Role::Officer).await;
    let given = [
        ("title", "Ransomware"),
        ("aware", LEARNT),
        ("basis", "confirmed"),
        ("leaked", "no"),
        ("fact-intrusion", "yes"),
    ];
    let path = officer.submit("/incidents/new", "/incidents/new", &given).await.location();
    let facts = format!("{path}/facts");
    let given = [("fact-personal-data-leaked", "yes"), ("fact-persons-affected", "2000000")];
    let answer = officer.submit(&facts, &facts, &given).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    let page = officer.get(&path).await.text();
    assert!(page.contains("When did you learn of the breach of personal data?"), "{page}");
    let link = format!("{}/candidates?of=aware-leak", path.split('?').next().unwrap());
    assert!(page.contains(&link), "{link}: {page}");
}
