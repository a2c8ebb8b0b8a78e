//! What is decided and recorded at the desk: conflicts, repeated forms, approval by a second person, closing. Each on
//! both databases.

use dutyclock::app::desk::Ticket;
use dutyclock::app::desk::actor::Role;
use dutyclock::app::desk::fact_input::FactInput;
use dutyclock::app::desk::refusal::{Problem, Refusal};
use dutyclock::app::filing::steps::{ApproveFiling, DraftFiling, RecordFiled, SubmitFiling, WithdrawFiled};
use dutyclock::app::incident::facts::RecordFacts;
use dutyclock::app::incident::manage::{AddNote, CloseIncident, SwitchWarnings};
use dutyclock::incident::filing::Stage;

use crate::support::app::{Storage, clock_at};
use crate::support::desk::{Office, seoul};

const AWARE: &str = "2025-11-17 16:00";
const NOW: &str = "2025-11-18T10:00:00+09:00";
const REPORT: &str = "kr.network-act/report";

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
    a_form_sent_twice_records_one_incident,
    the_second_editor_is_told_what_changed_and_can_save_then,
    nobody_approves_what_they_wrote,
    an_incident_with_a_running_clock_cannot_be_closed,
    a_reader_records_nothing,
    what_the_officer_files_stops_the_clock_and_tells_those_warned,
    references_count_up_within_the_year,
);

fn facts(key: &str, value: &str) -> RecordFacts {
    RecordFacts { facts: [(key.to_owned(), FactInput::one(value))].into(), ..RecordFacts::default() }
}

async fn a_form_sent_twice_records_one_incident(storage: Storage) {
    let office = Office::open(storage, clock_at(NOW)).await;
    let ticket = Ticket { seen: None, once: Some("form-1".to_owned()), ..Ticket::default() };
    let input = dutyclock::app::incident::open::OpenIncident {
        title: "Twice".to_owned(),
        aware: seoul(AWARE),
        basis: "confirmed".to_owned(),
        ..Default::default()
    };
    let first = office.desk.open_incident(office.officer(), ticket.clone(), input.clone()).await.unwrap();
    let second = office.desk.open_incident(office.officer(), ticket, input).await.unwrap();
    assert_eq!((first.replayed, second.replayed), (false, true));
    assert_eq!((first.id, first.fresh), (second.id, second.fresh));
    let page = dutyclock::db::Page::numbered(1, 10);
    let (list, _) = office.desk.incidents(office.officer(), Default::default(), page).await.unwrap();
    assert_eq!(list.total, 1);
}

async fn the_second_editor_is_told_what_changed_and_can_save_then(storage: Storage) {
    let office = Office::open(storage, clock_at(NOW)).await;
    let incident = office.incident(AWARE, "confirmed").await;
    let seen = office.view(&incident.id).await.incident.position;
    let ticket = Ticket { seen: Some(seen), ..Ticket::default() };
    let other = office.person(Role::Administrator);
    office.desk.act(other, &incident.id, ticket.clone(), facts("outside-access", "yes")).await.unwrap();
    let refused = office.desk.act(office.officer(), &incident.id, ticket.clone(), facts("cause", "a stolen key")).await;
    let Err(Refusal::Changed { since, position, .. }) = refused else { panic!("{refused:?}") };
    assert_eq!(since.len(), 1);
    let again = Ticket { seen: Some(position), ..Ticket::default() };
    office.desk.act(office.officer(), &incident.id, again, facts("cause", "a stolen key")).await.unwrap();
    let note = AddNote { text: "Notes do not wait for anybody.".to_owned() };
    office.desk.act(office.officer(), &incident.id, ticket, note).await.unwrap();
}

async fn nobody_approves_what_they_wrote(storage: Storage) {
    let office = Office::open(storage, clock_at(NOW)).await;
    let incident = office.incident(AWARE, "confirmed").await;
    let author = office.person(Role::Administrator);
    let draft =
        DraftFiling { form: "kr.kisa-incident-report".to_owned(), duty: REPORT.to_owned(), ..DraftFiling::default() };
    let begun = office.desk.act(author, &incident.id, Ticket::default(), draft).await.unwrap();
    let filing = begun.fresh;
    let submit = SubmitFiling { filing: filing.clone() };
    office.desk.act(author, &incident.id, Ticket::default(), submit).await.unwrap();
    let view = office.view(&incident.id).await;
    let stored = view.incident.filings.values().next().unwrap();
    let hash = stored.content.as_ref().unwrap().1.clone();
    let approve = ApproveFiling { filing: filing.clone(), hash };
    let refused = office.desk.act(author, &incident.id, Ticket::default(), approve.clone()).await;
    assert!(matches!(refused, Err(Refusal::NotNow(Problem::OwnFiling))), "{refused:?}");
    let stale = ApproveFiling { filing: filing.clone(), hash: "0".repeat(64) };
    let approver = office.person(Role::Approver);
    let refused = office.desk.act(approver, &incident.id, Ticket::default(), stale).await;
    assert!(matches!(refused, Err(Refusal::NotNow(Problem::ContentChanged))), "{refused:?}");
    office.desk.act(approver, &incident.id, Ticket::default(), approve).await.unwrap();
    let view = office.view(&incident.id).await;
    assert!(matches!(view.incident.filings.values().next().unwrap().stage, Stage::Approved { .. }));
    let filed = RecordFiled {
        filing: Some(filing),
        at: seoul("2025-11-18 09:00"),
        channel: "portal".to_owned(),
        ..RecordFiled::default()
    };
    office.desk.act(author, &incident.id, Ticket::default(), filed).await.unwrap();
    let position = office.view(&incident.id).await.incident.filed[0].position;
    let withdraw = WithdrawFiled { position, reason: "Recorded on the wrong incident.".to_owned() };
    office.desk.act(author, &incident.id, Ticket::default(), withdraw).await.unwrap();
    let view = office.view(&incident.id).await;
    let stage = &view.incident.filings.values().next().unwrap().stage;
    assert!(matches!(stage, Stage::Approved { by, .. } if *by == approver.id), "the approval stands as it was given");
}

async fn an_incident_with_a_running_clock_cannot_be_closed(storage: Storage) {
    let office = Office::open(storage, clock_at(NOW)).await;
    let incident = office.incident(AWARE, "confirmed").await;
    let profile = dutyclock::app::office::organisation::DescribeOrganisation {
        lines: [("name".to_owned(), "Example".to_owned())].into(),
        zone: "Asia/Seoul".to_owned(),
        facts: [
            ("org-information-service-provider".to_owned(), FactInput::one("yes")),
            ("org-data-controller".to_owned(), FactInput::one("no")),
        ]
        .into(),
        ..Default::default()
    };
    let administrator = office.person(Role::Administrator);
    office.desk.describe_organisation(administrator, Ticket::default(), profile).await.unwrap();
    let close = CloseIncident { reason: "over".to_owned() };
    let refused = office.desk.act(office.officer(), &incident.id, Ticket::default(), close.clone()).await;
    assert!(matches!(refused, Err(Refusal::NotNow(Problem::ClocksRunning))), "{refused:?}");
    let stop = SwitchWarnings {
        duty: REPORT.to_owned(),
        instance: String::new(),
        stop: true,
        reason: "The ministry was told by telephone; the receipt follows.".to_owned(),
    };
    let refused = office.desk.act(office.officer(), &incident.id, Ticket::default(), stop.clone()).await;
    assert!(matches!(refused, Err(Refusal::NotAllowed)), "{refused:?}");
    office.desk.act(office.person(Role::Approver), &incident.id, Ticket::default(), stop).await.unwrap();
    office.desk.act(office.officer(), &incident.id, Ticket::default(), close).await.unwrap();
    assert!(office.desk.board(office.officer(), 1).await.unwrap().clocks.is_empty());
}

async fn a_reader_records_nothing(storage: Storage) {
    let office = Office::open(storage, clock_at(NOW)).await;
    let incident = office.incident(AWARE, "confirmed").await;
    let reader = office.person(Role::Reader);
    let before = office.view(&incident.id).await.incident.position;
    let refused = office.desk.act(reader, &incident.id, Ticket::default(), facts("outside-access", "yes")).await;
    assert!(matches!(refused, Err(Refusal::NotAllowed)), "{refused:?}");
    assert_eq!(office.view(&incident.id).await.incident.position, before);
}

async fn what_the_officer_files_stops_the_clock_and_tells_those_warned(storage: Storage) {
    let office = Office::open(storage, clock_at(NOW)).await;
    let incident = office.incident(AWARE, "confirmed").await;
    let running =
        |board: &dutyclock::app::incident::view::BoardView| board.clocks.iter().any(|row| row.clock.duty == REPORT);
    assert!(running(&office.desk.board(office.officer(), 1).await.unwrap()));
    let future = RecordFiled {
        duty: REPORT.to_owned(),
        at: seoul("2025-11-18 10:01"),
        channel: "portal".to_owned(),
        ..RecordFiled::default()
    };
    let refused = office.desk.act(office.officer(), &incident.id, Ticket::default(), future).await;
    assert!(matches!(refused, Err(Refusal::Invalid(_))), "{refused:?}");
    office.filed(&incident.id, REPORT, "2025-11-18 09:59").await;
    assert!(!running(&office.desk.board(office.officer(), 1).await.unwrap()));
    let view = office.desk.board(office.officer(), 1).await.unwrap();
    assert_eq!(view.outbox.queued, 1, "the officer is told to stand down");
}

async fn references_count_up_within_the_year(storage: Storage) {
    let office = Office::open(storage, clock_at(NOW)).await;
    for expected in ["2025-001", "2025-002", "2025-003"] {
        let incident = office.incident(AWARE, "confirmed").await;
        assert_eq!(office.view(&incident.id).await.incident.reference, expected);
    }
    office.clock.set(dutyclock::law::base::moment::Moment::from_rfc3339("2026-01-01T00:30:00+09:00").unwrap());
    let incident = office.incident(AWARE, "confirmed").await;
    assert_eq!(office.view(&incident.id).await.incident.reference, "2026-001", "the organisation's year, not UTC's");
}
