//! What a changed fact means for each act: only what rested on it is supplemented, and what was handed in wrongly is put
//! right with whoever received it.

use dutyclock::app::desk::Ticket;
use dutyclock::app::desk::actor::Role;
use dutyclock::app::desk::fact_input::FactInput;
use dutyclock::app::desk::refusal::{Problem, Refusal};
use dutyclock::app::filing::steps::RecordFiled;
use dutyclock::app::incident::changes::AnswerChanges;
use dutyclock::incident::changes::{Change, changes};
use dutyclock::law::verdict::Answer;

use super::changed_after_filing::{asked, at, close, profile, retailer, state, supplements};
use crate::support::app::{Storage, clock_at};
use crate::support::desk::{Office, seoul};

async fn slip_of_filing(office: &Office, id: &str, which: Vec<String>) {
    let slip = AnswerChanges {
        changes: which,
        answer: "slip-of-filing".to_owned(),
        reason: "the file of another day was counted".to_owned(),
        ..AnswerChanges::default()
    };
    office.desk.act(office.officer(), id, Ticket::default(), slip).await.unwrap();
}

async fn all(office: &Office, id: &str) -> Vec<Change> {
    let view = office.view(id).await;
    changes(&office.desk.library, &view.incident, view.organisation.zone)
}

async fn what_was_handed_in_wrongly_is_still_to_be_put_right(storage: Storage) {
    let (office, id) = retailer(storage).await;
    slip_of_filing(&office, &id, asked(&office, &id).await).await;
    assert!(asked(&office, &id).await.is_empty(), "it is answered");
    let running = supplements(&office, &id).await;
    assert!(!running.is_empty());
    for verdict in &running {
        let clock = verdict.clock.as_deref().expect("it runs on");
        assert!(!clock.provisional && verdict.answer == Answer::Applies, "{:?}", verdict.answer);
        assert_eq!(clock.start.earliest(), at("2026-11-21T12:00:00+09:00"), "since the right number was known");
    }
    let refused = close(&office, &id, office.person(Role::Administrator)).await;
    assert!(matches!(refused, Err(Refusal::NotNow(Problem::ClocksRunning))), "{refused:?}");
}

async fn without_a_supplement_what_was_handed_in_wrongly_stands_open_until_it_is_right(storage: Storage) {
    let office = Office::open(storage, clock_at("2026-11-20T12:00:00+09:00")).await;
    let covered =
        [("org-countries", "us"), ("org-hipaa-covered-entity", "yes"), ("org-hipaa-business-associate", "no")];
    profile(&office, "Asia/Seoul", &covered).await;
    let id = office.incident("2026-11-20 09:00", "confirmed").await.id;
    state(&office, &id, &[("phi-unpermitted-use", "yes"), ("people-countries", "us"), ("persons-affected", "600")])
        .await;
    let duty = "us.hipaa/individuals";
    office.filed(&id, duty, "2026-11-20 11:00").await;
    state(&office, &id, &[("persons-affected", "900")]).await;
    let open: Vec<String> = all(&office, &id)
        .await
        .iter()
        .filter(|change| change.duty.as_str() == duty)
        .map(|change| dutyclock::app::incident::changes::name(&change.key))
        .collect();
    assert_eq!(open.len(), 1, "listed, and no supplement runs: {open:?}");
    slip_of_filing(&office, &id, open).await;
    assert!(all(&office, &id).await.iter().any(Change::to_be_corrected));
    let right = RecordFiled {
        duty: duty.to_owned(),
        at: seoul("2026-11-20 11:30"),
        channel: "portal".to_owned(),
        said: [("persons-affected".to_owned(), FactInput::one("900"))].into(),
        ..RecordFiled::default()
    };
    office.desk.act(office.officer(), &id, Ticket::default(), right).await.unwrap();
    assert!(!all(&office, &id).await.iter().any(Change::to_be_corrected));
}

/// The cause is told to KISA alone, the kinds of data to the PIPC alone.
async fn only_the_acts_whose_filing_rested_on_what_changed_are_supplemented(storage: Storage) {
    for (fact, wanted) in [
        ("cause", &["kr.network-act/supplement"][..]),
        ("data-items", &["kr.pipa/report-supplement", "kr.pipa/notice-supplement"][..]),
    ] {
        let office = Office::open(storage, clock_at("2026-11-20T12:00:00+09:00")).await;
        let provider = [("org-information-service-provider", "yes"), ("org-data-controller", "yes")];
        profile(&office, "Asia/Seoul", &provider).await;
        let id = office.incident("2026-11-20 09:00", "confirmed").await.id;
        state(&office, &id, &[("people-countries", "kr"), ("outside-access", "yes"), (fact, "not clear")]).await;
        for duty in ["kr.network-act/report", "kr.pipa/report", "kr.pipa/notice"] {
            office.filed(&id, duty, "2026-11-20 11:00").await;
        }
        office.clock.set(at("2026-11-21T12:00:00+09:00"));
        state(&office, &id, &[(fact, "a key that was not revoked")]).await;
        let running = supplements(&office, &id).await.into_iter().filter(|verdict| verdict.clock.is_some());
        let running: Vec<String> = running.map(|verdict| verdict.outline.duty.to_string()).collect();
        assert!(
            !running.is_empty() && running.iter().all(|duty| wanted.contains(&duty.as_str())),
            "{fact}: {running:?}"
        );
        let further = AnswerChanges {
            changes: asked(&office, &id).await,
            answer: "further-fact".to_owned(),
            ..AnswerChanges::default()
        };
        office.desk.act(office.officer(), &id, Ticket::default(), further).await.unwrap();
        let after = supplements(&office, &id).await.into_iter().filter(|verdict| verdict.clock.is_some());
        let after: Vec<String> = after.map(|verdict| verdict.outline.duty.to_string()).collect();
        assert_eq!(after, running, "confirming it starts no other");
    }
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
    what_was_handed_in_wrongly_is_still_to_be_put_right,
    without_a_supplement_what_was_handed_in_wrongly_stands_open_until_it_is_right,
    only_the_acts_whose_filing_rested_on_what_changed_are_supplemented,
);
