//! What an officer sees and does about an incident: recording it in four answers, the public case on the screen, the
//! question that an hour would settle, two people at once, and everything that can be typed wrongly.

use diesel::connection::SimpleConnection;
use dutyclock::app::desk::actor::Role;
use dutyclock::db::StoreError;
use reqwest::StatusCode;

use crate::support::app::{Storage, TestApp};
use crate::support::html::{Form, Page};
use crate::support::visitor::{Answer, Visitor};

const REPORT: &str = "#duty-kr-network-act-report";
const LEAK_REPORT: &str = "#duty-kr-pipa-report";

/// The program at a moment, with an organisation that provides a service and handles personal data.
async fn retailer(moment: &str) -> (TestApp, Visitor) {
    let app = TestApp::start_on(Storage::Sqlite, moment).await;
    let administrator = app.sign_in(Role::Administrator).await;
    let profile = [
        ("name", "Retailer"),
        ("zone", "Asia/Seoul"),
        ("fact-org-information-service-provider", "yes"),
        ("fact-org-data-controller", "yes"),
    ];
    let answer = administrator.submit("/organisation", "/organisation", &profile).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let officer = app.sign_in(Role::Officer).await;
    (app, officer)
}

/// The form with four answers.
async fn four_answers(officer: &Visitor, aware: &str, basis: &str) -> Form {
    let form = officer.form("/incidents/new", "/incidents/new").await;
    form.fill("title", "Customer data read by a former developer")
        .fill("aware", aware)
        .fill("basis", basis)
        .fill("fact-intrusion", "yes")
        .fill("leaked", "yes")
}

/// Records an incident and answers where it is.
async fn record(officer: &Visitor, aware: &str, basis: &str) -> String {
    let form = four_answers(officer, aware, basis).await;
    officer.send(&form).await.location()
}

/// Sends a form of an incident, and expects it to be taken.
async fn done(visitor: &Visitor, page: &str, action: &str, fields: &[(&str, &str)]) {
    let answer = visitor.submit(page, action, fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{action}: {}", answer.text());
}

async fn filed(officer: &Visitor, path: &str, duty: &str, at: &str) {
    let page = format!("{path}/filed?duty={duty}");
    let form = officer.get(&page).await.page();
    let action = form.all("form.form").first().and_then(|form| form.value().attr("action")).unwrap().to_owned();
    done(officer, &page, &action, &[("at", at), ("channel", "portal")]).await;
}

async fn page(visitor: &Visitor, path: &str) -> Page {
    let answer: Answer = visitor.get(path).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    answer.page()
}

#[tokio::test]
async fn four_answers_start_every_clock_and_the_page_names_them() {
    let (_app, officer) = retailer("2026-11-20T12:00:00+09:00").await;
    let path = record(&officer, "2026-11-20 11:30", "confirmed").await;
    let page = page(&officer, &path).await;
    let said = page.text(".flash");
    assert!(said.contains("2026-001") && said.contains("Report of the intrusion incident"), "{said}");
    assert!(page.text(".next").contains("23:30:00"), "{}", page.text(".next"));
    assert_eq!(page.text(".next .btn"), "Begin the form: Intrusion incident report");
    let board = self::page(&officer, "/").await;
    assert!(board.text(".next-title").contains("Report of the intrusion incident"));
    assert!(board.all(".clock").len() >= 2, "the leak's own clocks run too");
}

#[tokio::test]
async fn the_public_case_stands_on_the_screen_as_it_was_decided() {
    let (_app, officer) = retailer("2026-02-10T12:00:00+09:00").await;
    let path = record(&officer, "2025-11-18 22:52", "declared").await;
    let candidates = format!("{path}/candidates");
    let established = [("at", "2025-11-17 16:00"), ("basis", "established"), ("who_knew", "CISO")];
    done(&officer, &candidates, &candidates, &established).await;
    filed(&officer, &path, "kr.network-act/report", "2025-11-19 21:35").await;
    let page = page(&officer, &path).await;
    let card = page.text(REPORT);
    assert!(card.contains("29 h 35 min late"), "{card}");
    assert!(card.contains("Elapsed since awareness 53 h 35 min"), "{card}");
    assert!(card.contains("Late from the deadline 29 h 35 min"), "{card}");
    assert!(card.contains("Tue 18 Nov 2025, 16:00 KST (07:00 UTC)"), "{card}");
    assert!(card.contains("up to KRW 30,000,000"), "{card}");
    let scenarios = page.texts(&format!("{REPORT} .scenario"));
    assert_eq!(scenarios.len(), 2, "{scenarios:?}");
    assert!(scenarios[0].contains("Governs") && scenarios[0].contains("29 h 35 min late"), "{scenarios:?}");
    assert!(scenarios[0].contains("it goes before every other"), "{scenarios:?}");
    assert!(!scenarios[1].contains("Governs") && scenarios[1].contains("in time by 1 h 17 min"), "{scenarios:?}");
    assert!(scenarios[1].contains("evidence, not the answer"), "{scenarios:?}");
}

#[tokio::test]
async fn the_same_one_year_later_is_priced_by_the_newer_law() {
    let (_app, officer) = retailer("2026-11-22T12:00:00+09:00").await;
    let path = record(&officer, "2026-11-17 16:00", "established").await;
    filed(&officer, &path, "kr.network-act/report", "2026-11-19 21:35").await;
    let card = page(&officer, &path).await.text(REPORT);
    assert!(card.contains("up to KRW 50,000,000") && card.contains("29 h 35 min late"), "{card}");
}

#[tokio::test]
async fn a_day_without_an_hour_cannot_be_decided_until_the_hour_is_stated() {
    let (_app, officer) = retailer("2025-11-20T12:00:00+09:00").await;
    let path = record(&officer, "2025-11-17", "confirmed").await;
    filed(&officer, &path, "kr.network-act/report", "2025-11-18 14:00").await;
    let page = page(&officer, &path).await;
    let card = page.text(REPORT);
    assert!(card.contains("cannot be decided: between 10 h to spare and 14 h late"), "{card}");
    assert!(card.contains("At what hour of 17 Nov 2025 was it learnt?"), "{card}");
    let question = page.one(&format!("{REPORT} .note a")).value().attr("href").unwrap().to_owned();
    done(&officer, &question, &format!("{path}/candidates"), &[("at", "2025-11-17 13:59")]).await;
    let card = self::page(&officer, &path).await.text(REPORT);
    assert!(card.contains("1 min late"), "{card}");
    let moments = self::page(&officer, &path).await.text("#moments");
    assert!(moments.contains("Replaced by a more exact statement."), "the rough one stays readable: {moments}");
    let korean = officer.form(&path, "/language").await.press("tag", "ko");
    officer.send(&korean).await;
    let moments = self::page(&officer, &path).await.text("#moments");
    assert!(moments.contains("더 정확한 시점이 기록되어 대체됨."), "in the reader's language: {moments}");
}

#[tokio::test]
async fn an_erased_note_leaves_its_place_in_the_timeline() {
    let (app, officer) = retailer("2025-11-19T12:00:00+09:00").await;
    let path = record(&officer, "2025-11-18 22:52", "declared").await;
    officer.submit(&path, &format!("{path}/notes"), &[("text", "Ann's telephone number")]).await;
    let erase = "UPDATE ledger SET body = NULL, salt = NULL WHERE kind = 'note-added'";
    app.web.desk.store.write_blocking(|db| db.batch_execute(erase).map_err(StoreError::from)).unwrap();
    let page = page(&officer, &path).await;
    let timeline = page.text("#timeline");
    assert!(timeline.contains("An entry whose content was erased (note-added)"), "{timeline}");
    assert!(!timeline.contains("telephone") && page.has(REPORT), "{timeline}");
}

#[tokio::test]
async fn an_undetermined_duty_names_the_fact_and_answering_it_settles_the_duty() {
    let (_app, officer) = retailer("2025-11-19T12:00:00+09:00").await;
    let path = record(&officer, "2025-11-18 22:52", "declared").await;
    let facts = format!("{path}/facts");
    let known = [("fact-persons-affected", "999"), ("fact-sensitive-data", "no"), ("fact-unique-identifiers", "no")];
    done(&officer, &facts, &facts, &known).await;
    let before = page(&officer, &path).await;
    let links: Vec<_> =
        before.all(&format!("{LEAK_REPORT} .note a")).iter().filter_map(|link| link.value().attr("href")).collect();
    assert_eq!(links, [format!("{facts}?key=outside-access")]);
    let board = page(&officer, "/").await;
    assert!(board.texts(".clock").iter().any(|row| row.contains("would settle it: Illegal access from outside")));
    done(&officer, links[0], &facts, &[("fact-outside-access", "yes")]).await;
    let after = page(&officer, &path).await.text(LEAK_REPORT);
    assert!(after.contains("Due on one ground: Illegal access from outside"), "{after}");
}

#[tokio::test]
async fn two_grounds_are_both_named() {
    let (_app, officer) = retailer("2025-11-19T12:00:00+09:00").await;
    let path = record(&officer, "2025-11-18 22:52", "declared").await;
    let facts = format!("{path}/facts");
    done(&officer, &facts, &facts, &[("fact-persons-affected", "4,536"), ("fact-outside-access", "yes")]).await;
    let card = page(&officer, &path).await.text(LEAK_REPORT);
    assert!(card.contains("Due on two grounds: 1,000 or more persons"), "{card}");
    assert!(card.contains("Illegal access from outside"), "{card}");
}

#[tokio::test]
async fn a_second_editor_keeps_the_text_sees_what_changed_and_can_save_again() {
    let (app, first) = retailer("2026-11-20T12:00:00+09:00").await;
    let path = record(&first, "2026-11-20 11:30", "confirmed").await;
    let facts = format!("{path}/facts");
    let second = app.sign_in(Role::Approver).await;
    let theirs = second.form(&facts, &facts).await.fill("fact-cause", "A forged token").fill("source", "Forensics");
    done(&first, &facts, &facts, &[("fact-persons-affected", "4536")]).await;
    let answer = second.send(&theirs).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    let page = answer.page();
    let since = page.text("[aria-labelledby=changed-title]");
    assert!(since.contains("Persons affected: 4,536 persons") && since.contains("The officer"), "{since}");
    let form = page.form(&facts);
    assert_eq!((form.value("fact-cause"), form.value("source")), (Some("A forged token"), Some("Forensics")));
    let form = form.fill("fact-persons-affected", "4536");
    assert_eq!(second.send(&form).await.status, StatusCode::SEE_OTHER);
    let known = self::page(&first, &path).await.text("#facts");
    assert!(known.contains("A forged token") && known.contains("4,536 persons"), "{known}");
}

#[tokio::test]
async fn a_double_click_records_one_incident() {
    let (_app, officer) = retailer("2026-11-20T12:00:00+09:00").await;
    let form = four_answers(&officer, "2026-11-20 11:30", "confirmed").await;
    let (one, two) = (officer.send(&form).await, officer.send(&form).await);
    assert_eq!(one.location(), two.location());
    assert_eq!(page(&officer, "/incidents").await.all("tbody tr").len(), 1);
}

#[tokio::test]
async fn what_was_typed_wrongly_is_told_at_its_field_and_kept() {
    let (_app, officer) = retailer("2026-11-20T12:00:00+09:00").await;
    for aware in ["2031-01-01 00:00", "yesterday", ""] {
        let form = four_answers(&officer, aware, "confirmed").await;
        let answer = officer.send(&form).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{aware}");
        let page = answer.page();
        assert!(page.has("#f-aware-error") && page.has(".summary-wrong a[href='#f-aware']"), "{aware}");
        let form = page.form("/incidents/new");
        assert_eq!(form.value("aware"), Some(aware));
        assert_eq!(form.value("title"), Some("Customer data read by a former developer"));
        assert_eq!(form.value("leaked"), Some("yes"));
    }
    let path = record(&officer, "2026-11-20 11:30", "confirmed").await;
    let facts = format!("{path}/facts");
    let form = officer.form(&facts, &facts).await.fill("fact-persons-affected", "-5").fill("fact-cause", "Unknown");
    let answer = officer.send(&form).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = answer.page();
    assert!(page.has("#f-fact-persons-affected-error"));
    assert_eq!(page.form(&facts).value("fact-cause"), Some("Unknown"));
    let occurred = format!("{path}/occurred");
    let backwards = [("began", "2026-11-20 10:00"), ("ended", "2026-11-20 09:00")];
    assert!(officer.submit(&occurred, &occurred, &backwards).await.page().has("#f-ended-error"));
}

#[tokio::test]
async fn an_earlier_state_shows_what_was_known_then_and_offers_nothing() {
    let (_app, officer) = retailer("2026-11-20T12:00:00+09:00").await;
    let path = record(&officer, "2026-11-20 11:30", "confirmed").await;
    let facts = format!("{path}/facts");
    done(&officer, &facts, &facts, &[("fact-persons-affected", "4536")]).await;
    done(&officer, &facts, &facts, &[("fact-persons-affected", "33673817")]).await;
    let now = page(&officer, &path).await;
    assert!(now.texts("#facts del").iter().any(|old| old.contains("4,536")), "the old statement is struck");
    let then =
        now.all("#timeline a").iter().rev().nth(1).and_then(|link| link.value().attr("href")).unwrap().to_owned();
    let page = page(&officer, &then).await;
    let known = page.text("#facts");
    assert!(known.contains("4,536") && !known.contains("33,673,817"), "{known}");
    assert!(page.text(".flash").contains("Nothing can be changed here"));
    assert!(!page.has("main form"), "no control is offered");
}

#[tokio::test]
async fn an_incident_closes_only_when_nothing_is_owed_and_opens_again() {
    let (_app, officer) = retailer("2026-11-20T12:00:00+09:00").await;
    let form = officer.form("/incidents/new", "/incidents/new").await;
    let form = form.fill("title", "A lost laptop").fill("aware", "2026-11-20 11:30").fill("basis", "told");
    let path = officer.send(&form.fill("fact-intrusion", "yes")).await.location();
    let close = format!("{path}/close");
    let refused = officer.submit(&close, &close, &[("reason", "Nothing came of it")]).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert_eq!(refused.page().form(&close).value("reason"), Some("Nothing came of it"));
    let facts = format!("{path}/facts");
    let nothing = [("fact-intrusion", "no"), ("fact-personal-data-leaked", "no"), ("fact-leak-possible", "no")];
    done(&officer, &facts, &facts, &nothing).await;
    done(&officer, &close, &close, &[("reason", "Nothing came of it")]).await;
    assert!(page(&officer, &path).await.text("main").contains("Closed: Nothing came of it"));
    let reopen = format!("{path}/reopen");
    done(&officer, &reopen, &reopen, &[("reason", "It was found")]).await;
    assert!(!page(&officer, &path).await.text("main").contains("Closed:"));
}

#[tokio::test]
async fn an_extortion_demand_is_recorded_with_the_first_report_and_stands_among_the_facts() {
    let (_app, officer) = retailer("2026-11-20T12:00:00+09:00").await;
    let form = four_answers(&officer, "2026-11-20 11:30", "confirmed").await.fill("fact-extortion-or-threat", "yes");
    let path = officer.send(&form).await.location();
    let facts = page(&officer, &path).await.text("#facts");
    assert!(facts.contains("Extortion, threat or coercion"), "{facts}");
}

#[tokio::test]
async fn the_list_is_searched_and_filtered() {
    let (_app, officer) = retailer("2026-11-20T12:00:00+09:00").await;
    record(&officer, "2026-11-20 11:30", "confirmed").await;
    let drill = four_answers(&officer, "2026-11-20 11:40", "suspected").await.fill("drill", "yes");
    officer.send(&drill).await.location();
    let count = async |query: &str| page(&officer, &format!("/incidents{query}")).await.all("tbody tr").len();
    assert_eq!(count("").await, 2);
    assert_eq!(count("?q=developer+2026-002").await, 1);
    assert_eq!(count("?drill=yes").await, 1);
    assert_eq!(count("?state=closed").await, 0);
    assert_eq!(count("?q=%25").await, 0, "a percent sign is a percent sign");
}

#[tokio::test]
async fn pages_ask_the_database_the_same_number_of_questions_however_much_there_is() {
    let (app, officer) = retailer("2026-11-20T12:00:00+09:00").await;
    let path = record(&officer, "2026-11-20 11:30", "confirmed").await;
    let asked = async |path: &str| {
        // The first visit after an action also takes away what it had to say.
        page(&officer, path).await;
        let before = app.web.desk.store.statements();
        page(&officer, path).await;
        app.web.desk.store.statements() - before
    };
    let few = [asked("/").await, asked("/incidents").await, asked(&path).await];
    for _ in 0..5 {
        record(&officer, "2026-11-20 11:30", "confirmed").await;
    }
    let facts = format!("{path}/facts");
    done(&officer, &facts, &facts, &[("fact-persons-affected", "4536")]).await;
    let many = [asked("/").await, asked("/incidents").await, asked(&path).await];
    assert_eq!(few, many);
}

#[tokio::test]
async fn a_reader_sees_everything_and_is_offered_nothing_to_change() {
    let (app, officer) = retailer("2026-11-20T12:00:00+09:00").await;
    let path = record(&officer, "2026-11-20 11:30", "confirmed").await;
    let reader = app.sign_in(Role::Reader).await;
    let page = page(&reader, &path).await;
    assert!(page.has(REPORT));
    assert!(!page.has("main form") && !page.has(&format!("main a[href='{path}/facts']")));
    assert!(!self::page(&reader, "/").await.has("main a[href='/incidents/new']"));
}

#[tokio::test]
async fn what_went_to_the_wrong_body_stays_on_record_and_stops_no_clock() {
    let (_app, officer) = retailer("2025-11-19T10:00:00+09:00").await;
    let path = record(&officer, "2025-11-18 22:52", "declared").await;
    let candidates = format!("{path}/candidates");
    let parent = [("at", "2025-11-18 20:00"), ("basis", "confirmed"), ("knower", "parent")];
    done(&officer, &candidates, &candidates, &parent).await;
    let duty = format!("{path}/filed?duty=kr.network-act/report");
    let form = officer.get(&duty).await.page();
    let action = form.all("form.form").first().and_then(|form| form.value().attr("action")).unwrap().to_owned();
    let flawed = [("at", "2025-11-19 09:00"), ("channel", "portal"), ("flaw", "wrong-body")];
    done(&officer, &duty, &action, &flawed).await;
    let page = page(&officer, &path).await;
    let card = page.text(REPORT);
    assert!(card.contains("to a body to which it is not owed: this does not meet the duty"), "{card}");
    assert!(!card.contains("in time by"), "{card}");
    assert!(
        page.text("main").contains("Technically confirmed (known to the parent)"),
        "whose knowledge it was is named"
    );
}
