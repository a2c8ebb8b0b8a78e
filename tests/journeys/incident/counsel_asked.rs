//! Counsel is asked about law that is not in this library until somebody answers: on the board, in the mail about open
//! questions and beside every warning, once a round; again where many more persons or another place turn up.

use std::collections::BTreeMap;

use dutyclock::app::desk::Ticket;
use dutyclock::app::desk::actor::Role;
use dutyclock::app::desk::fact_input::FactInput;
use dutyclock::app::incident::counsel::DismissGap;
use dutyclock::app::incident::facts::RecordFacts;
use dutyclock::app::watch::escalate::escalate_once;
use dutyclock::app::watch::maintenance::reindex;
use dutyclock::db::index::dump_indexes;
use dutyclock::db::outbox::{self, Message};
use dutyclock::db::{Page, StoreError};

use super::not_in_library::{answer, by_state, open, two_states};
use crate::support::app::{Storage, TestApp};
use crate::support::desk::Office;

async fn mails(office: &Office, kind: &str) -> Vec<Message> {
    let filter = outbox::Filter::default();
    let (mails, _) = office.desk.store.read(move |db| outbox::list(db, &filter, Page::first(500))).await.unwrap();
    mails.into_iter().filter(|mail| mail.kind == kind).collect()
}

/// The places that are open, without what depends on the organisation's sector.
async fn places(office: &Office, id: &str) -> Vec<String> {
    open(office, id).await.into_iter().filter(|gap| !gap.starts_with("sector/")).collect()
}

async fn say(office: &Office, id: &str, key: &str, value: FactInput) {
    let record = RecordFacts { facts: BTreeMap::from([(key.to_owned(), value)]), ..RecordFacts::default() };
    office.desk.act(office.officer(), id, Ticket::default(), record).await.unwrap();
}

fn same_after_a_rebuild(office: &Office) {
    let (store, library) = (&office.desk.store, &office.desk.library);
    let dump = || store.read_blocking(dump_indexes).unwrap_or_else(|e: StoreError| panic!("{e}"));
    let before = dump();
    store.write_blocking(|db| reindex(db, library, office.desk.now())).unwrap();
    assert_eq!(dump(), before);
}

async fn counsel_is_asked_once_a_round_until_every_place_is_answered(storage: Storage) {
    let (office, id) = two_states(storage).await;
    let asked = async |office: &Office| {
        escalate_once(&office.desk).await.unwrap();
        assert_eq!(escalate_once(&office.desk).await.unwrap(), 0, "nobody is asked the same twice");
        mails(office, "questions").await
    };
    let first = asked(&office).await;
    assert!(!first.is_empty());
    let named = "Illinois, 5,000 persons; Massachusetts, 300 persons";
    assert!(first.iter().all(|mail| mail.text.contains(named)), "{}", first[0].text);
    assert!(first.iter().all(|mail| !mail.subject.contains("Illinois")), "a subject is read on a locked screen");
    same_after_a_rebuild(&office);
    office.clock.advance(25 * 3_600);
    assert!(asked(&office).await.len() > first.len(), "a day later it is asked again");
    office.desk.act(office.officer(), &id, Ticket::default(), answer("us-il", "", "")).await.unwrap();
    let board = office.desk.board(office.officer(), 1).await.unwrap();
    assert_eq!(board.law.len(), 1);
    let aside = DismissGap { gap: "us-ma".to_owned(), reason: "only names".to_owned() };
    office.desk.act(office.officer(), &id, Ticket::default(), aside).await.unwrap();
    let board = office.desk.board(office.officer(), 1).await.unwrap();
    assert!(board.law.is_empty(), "{:?}", board.law);
    let before = mails(&office, "questions").await.len();
    office.clock.advance(25 * 3_600);
    let after = asked(&office).await;
    let newer = after.iter().filter(|mail| mail.text.contains("Not in this library")).count();
    assert_eq!(newer, before, "what was answered is not asked about any more");
    same_after_a_rebuild(&office);
}

async fn an_answer_is_asked_for_again_when_many_more_persons_or_another_place_turn_up(storage: Storage) {
    let (office, id) = two_states(storage).await;
    office.desk.act(office.officer(), &id, Ticket::default(), answer("us-il", "", "")).await.unwrap();
    assert_eq!(places(&office, &id).await, ["us-ma"]);
    say(&office, &id, "persons-by-us-state", by_state(&[("il", "9999"), ("ma", "300")])).await;
    assert_eq!(places(&office, &id).await, ["us-ma"], "not twice as many");
    let most =
        FactInput { qualifier: "at-most".to_owned(), ..by_state(&[("il", "10000"), ("ma", "300"), ("oh", "7")]) };
    say(&office, &id, "persons-by-us-state", most).await;
    assert_eq!(places(&office, &id).await, ["us-il", "us-ma", "us-oh"], "at most twice as many is asked about too");
}

async fn a_warning_says_beside_its_clock_what_is_not_in_the_library(storage: Storage) {
    let (office, id) = two_states(storage).await;
    let named = answer("us-il", "Letter to the Attorney General", "2026-11-22 17:00");
    office.desk.act(office.officer(), &id, Ticket::default(), named).await.unwrap();
    escalate_once(&office.desk).await.unwrap();
    let warnings = mails(&office, "warning").await;
    let letter = warnings.iter().find(|mail| mail.subject.contains("Letter to the Attorney General")).unwrap();
    assert!(letter.text.contains("Not in this library: Massachusetts, 300 persons."), "{}", letter.text);
    assert!(!letter.text.contains("Illinois, 5,000"), "what counsel answered is not asked about");
}

async fn the_board_says_whom_to_ask_and_an_answer_can_be_withdrawn(storage: Storage) {
    let app = TestApp::start_on(storage, "2026-11-20T12:00:00-06:00").await;
    let administrator = app.sign_in(Role::Administrator).await;
    let given = [("name", "Clinic"), ("zone", "America/Los_Angeles"), ("fact-org-countries", "us")];
    administrator.submit("/organisation", "/organisation", &given).await;
    let officer = app.sign_in(Role::Officer).await;
    let given = [("title", "Lost"), ("aware", "2026-11-20 09:00"), ("basis", "confirmed"), ("leaked", "no")];
    let path = officer.submit("/incidents/new", "/incidents/new", &given).await.location();
    let path = path.split(['?', '#']).next().unwrap().to_owned();
    let facts = format!("{path}/facts");
    officer.submit(&facts, &facts, &[("fact-people-countries", "us")]).await;
    officer.submit(&facts, &facts, &[("fact-persons-by-us-state_of_il", "5000")]).await;
    let board = officer.get("/").await.page();
    assert!(board.text("main").contains("Ask counsel: Illinois, 5,000 persons"), "{}", board.text("main"));
    let ask = format!("{path}/counsel?gap=us-il");
    assert!(board.has(&format!("a[href=\"{ask}\"]")));
    let reader = app.sign_in(Role::Reader).await;
    let seen = reader.get("/").await.page();
    assert!(seen.text("main").contains("Ask counsel: Illinois") && !seen.has(&format!("a[href=\"{ask}\"]")));
    let given = [
        ("who", "Kim & Park"),
        ("at", "2026-11-20 09:30"),
        ("said", "Tell the Attorney General"),
        ("what", "Letter to the Attorney General"),
        ("by", "2026-11-25 17:00"),
    ];
    let done = officer.submit(&ask, &format!("{path}/counsel"), &given).await;
    assert_eq!(done.status, 303, "{}", done.text());
    let board = officer.get("/").await.page().text("main");
    assert!(board.contains("Letter to the Attorney General") && !board.contains("Ask counsel"), "{board}");
    let page = officer.get(&path).await.page();
    let card = page.text("#duties");
    assert!(card.contains("Counsel’s answer") && !card.contains("Secondary source"), "{card}");
    let withdraw = page.one("#elsewhere a[href$=\"/withdraw\"]").value().attr("href").unwrap().to_owned();
    let done = officer.submit(&withdraw, &withdraw, &[("reason", "another State was meant")]).await;
    assert_eq!(done.status, 303, "{}", done.text());
    let shown = officer.get(&path).await.page();
    assert!(shown.text("#elsewhere").contains("Withdrawn: another State was meant"), "{}", shown.text("#elsewhere"));
    assert!(!shown.text("#duties").contains("Letter to the Attorney General"), "its clock has stopped");
    let board = officer.get("/").await.page().text("main");
    assert!(board.contains("Ask counsel: Illinois, 5,000 persons"), "{board}");
    assert!(!board.contains("Letter to the Attorney General"), "{board}");
}

async fn a_clinic_in_california_is_told_of_its_sector_s_law(storage: Storage) {
    let app = TestApp::start_on(storage, "2026-11-20T12:00:00-08:00").await;
    let administrator = app.sign_in(Role::Administrator).await;
    let given = [
        ("name", "Clinic"),
        ("zone", "America/Los_Angeles"),
        ("fact-org-countries", "us"),
        ("fact-org-us-states", "ca"),
        ("fact-org-sectors", "health"),
    ];
    let done = administrator.submit("/organisation", "/organisation", &given).await;
    assert_eq!(done.status, 303, "{}", done.text());
    let officer = app.sign_in(Role::Officer).await;
    let given = [("title", "Records read"), ("aware", "2026-11-20 09:00"), ("basis", "confirmed"), ("leaked", "yes")];
    let path = officer.submit("/incidents/new", "/incidents/new", &given).await.location();
    let path = path.split(['?', '#']).next().unwrap().to_owned();
    let facts = format!("{path}/facts");
    officer.submit(&facts, &facts, &[("fact-people-countries", "us")]).await;
    officer.submit(&facts, &facts, &[("fact-persons-by-us-state_of_ca", "400")]).await;
    for page in [path.clone(), "/".to_owned()] {
        let shown = officer.get(&page).await.page().text("main");
        assert!(shown.contains("California: Health"), "{page}: {shown}");
    }
    let shown = officer.get(&path).await.page().text("#elsewhere");
    assert!(shown.contains("Health and Safety Code 1280.15"), "{shown}");
    let report = officer.get(&format!("{path}/report.html?lang=en")).await.text();
    assert!(report.contains("California: Health"), "{report}");
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
    counsel_is_asked_once_a_round_until_every_place_is_answered,
    an_answer_is_asked_for_again_when_many_more_persons_or_another_place_turn_up,
    a_warning_says_beside_its_clock_what_is_not_in_the_library,
    the_board_says_whom_to_ask_and_an_answer_can_be_withdrawn,
    a_clinic_in_california_is_told_of_its_sector_s_law,
);
