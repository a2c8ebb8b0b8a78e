//! What people type by mistake, twice, too late or at the same time as others: a clear message at the right place, and
//! nothing lost. The organisation's page, a full disk and a database that goes away are in `frame`.

use dutyclock::app::account::sign_in::IDLE;
use dutyclock::app::desk::actor::Role;
use reqwest::StatusCode;

use crate::support::app::{PASSWORD, Storage, TestApp};
use crate::support::html::Form;
use crate::support::visitor::{Answer, Visitor};

const NEW: &str = "/incidents/new";

/// A program, an officer, and an incident of theirs by its path.
async fn desk(storage: Storage) -> (TestApp, Visitor, String) {
    let app = TestApp::start_on(storage, "2026-11-20T12:00:00+09:00").await;
    let officer = app.sign_in(Role::Officer).await;
    let path = officer.send(&good(&officer).await).await.location();
    (app, officer, path)
}

/// The form for a new incident, well filled.
async fn good(officer: &Visitor) -> Form {
    let form = officer.form(NEW, NEW).await;
    form.fill("title", "고객 정보 유출 <b>A&B</b>").fill("aware", "2026-11-20 11:00").fill("basis", "confirmed")
}

/// The page that an answer leads to, whichever part of it.
fn place(answer: &Answer) -> String {
    answer.location().split('#').next().unwrap().to_owned()
}

/// What the answer says at this field; the field must be marked, and the summary must lead to it.
fn told_at(answer: &Answer, field: &str) -> String {
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}: {}", answer.text());
    let page = answer.page();
    let link = format!("#problems a[href=\"#f-{field}\"]");
    assert!(page.has(&link), "the summary does not lead to {field}: {:?}", page.texts("#problems li"));
    let marked = page.one(&format!("#f-{field}"));
    assert_eq!(marked.attr("aria-invalid"), Some("true"), "{field} is not marked");
    page.text(&format!("#f-{field}-error"))
}

#[tokio::test]
async fn moments_that_cannot_be_are_told_at_their_field_with_what_to_do() {
    let (_app, officer, _) = desk(Storage::Sqlite).await;
    let cases = [
        ("2026-11-20 12:01", "Asia/Seoul", "future"),
        ("2026-11-21", "Asia/Seoul", "future"),
        ("2026-03-29 02:30", "Europe/Berlin", "03:00 CEST"),
        ("2026-10-25 02:30", "Europe/Berlin", "2026-10-25 02:30 +02:00"),
        ("2026-10-25 02:30", "Europe/Berlin", "2026-10-25 02:30 +01:00"),
        ("2026-02-30 10:00", "Asia/Seoul", "no such day"),
        ("03/04/2026 10:00", "Asia/Seoul", "2026"),
        ("20/11/2026 at ten", "Asia/Seoul", "2025-11-17 16:00"),
        ("0026-11-20 10:00", "Asia/Seoul", "2025-11-17 16:00"),
        ("", "Asia/Seoul", ""),
    ];
    for (text, zone, expected) in cases {
        let form = good(&officer).await.fill("aware", text).fill("aware_zone", zone);
        let answer = officer.send(&form).await;
        let told = told_at(&answer, "aware");
        assert!(told.contains(expected), "`{text}` in {zone}: {told}");
        let kept = answer.page().form(NEW);
        assert_eq!((kept.value("aware"), kept.value("aware_zone")), (Some(text), Some(zone)));
        assert_eq!(kept.value("title"), Some("고객 정보 유출 <b>A&B</b>"));
    }
    let settled = good(&officer).await.fill("aware", "2026-10-25 02:30 +02:00").fill("aware_zone", "Europe/Berlin");
    assert!(officer.send(&settled).await.location().starts_with("/incidents/"), "the offset settles it");
    let unknown = good(&officer).await.fill("aware_zone", "Mars/Olympus");
    assert_eq!(officer.send(&unknown).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn an_end_before_its_beginning_is_told_at_the_end() {
    let (_app, officer, path) = desk(Storage::Sqlite).await;
    let action = format!("{path}/occurred");
    let form = officer.form(&action, &action).await;
    let form = form.fill("began", "2026-11-20 10:00").fill("ended", "2026-11-20 09:59");
    let answer = officer.send(&form).await;
    assert!(!told_at(&answer, "ended").is_empty());
    assert_eq!(answer.page().form(&action).value("began"), Some("2026-11-20 10:00"));
    let mended = answer.page().form(&action).fill("ended", "2026-11-20 10:00");
    assert_eq!(place(&officer.send(&mended).await), path);
}

#[tokio::test]
async fn counts_and_amounts_that_cannot_be_are_told_and_kept() {
    let (_app, officer, path) = desk(Storage::Sqlite).await;
    let action = format!("{path}/facts");
    let cases = [
        ("fact-persons-affected", "-5"),
        ("fact-persons-affected", "99999999999999999999999"),
        ("fact-persons-affected", "10,000,000,001"),
        ("fact-persons-affected", "about a thousand"),
        ("fact-persons-affected", "4,53"),
        ("fact-direct-loss", "-1"),
        ("fact-direct-loss", "many"),
    ];
    let mut said = std::collections::BTreeSet::new();
    for (field, typed) in cases {
        let page = format!("{action}?key={}", field.trim_start_matches("fact-"));
        let form = officer.form(&page, &action).await.fill(field, typed).fill("source", "보안팀");
        let answer = officer.send(&form).await;
        said.insert(told_at(&answer, field));
        let kept = answer.page().form(&action);
        assert_eq!((kept.value(field), kept.value("source")), (Some(typed), Some("보안팀")));
    }
    assert!(said.len() >= 3, "negative, absurd and unreadable are told apart: {said:?}");
    let page = format!("{action}?key=direct-loss");
    let form = officer.form(&page, &action).await.fill("fact-direct-loss", "100");
    let form = form.fill("fact-direct-loss_currency", "XXX");
    let answer = officer.send(&form).await;
    assert!(told_at(&answer, "fact-direct-loss").contains("currencies"), "{}", answer.page().text("#problems"));
    let form = officer.form(&action, &action).await.fill("fact-persons-affected", "33,673,817");
    assert_eq!(place(&officer.send(&form).await), path);
}

#[tokio::test]
async fn a_megabyte_of_text_is_refused_with_the_limit_and_kept() {
    let (app, officer, path) = desk(Storage::Sqlite).await;
    let action = format!("{path}/notes");
    let (actor, id) = (app.actor(Role::Officer).await, path.rsplit_once('/').unwrap().1);
    let newest = async || app.web.desk.incident(&actor, id, None).await.unwrap().newest;
    let before = newest().await;
    let long = "가나다라마바사아자차".repeat(100_000 / 3);
    let form = officer.form(&path, &action).await.fill("text", &long);
    let answer = officer.send(&form).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", answer.bytes.len());
    assert!(answer.page().text("#problems").contains("8,000"), "{}", answer.page().text("#problems"));
    assert_eq!(answer.page().form(&action).value("text").map(str::trim), Some(long.as_str()));
    let beyond = officer.form(&path, &action).await.fill("text", &"x".repeat(20_000_000));
    let refused = officer.send(&beyond).await;
    assert_eq!(refused.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(refused.page().has("h1"), "a page, not a bare line");
    assert_eq!(newest().await, before, "nothing of it was recorded");
}

async fn pressed_twice_at_once_it_is_done_once(storage: Storage) {
    let (app, officer, path) = desk(storage).await;
    let form = good(&officer).await;
    let (first, second) = tokio::join!(officer.send(&form), officer.send(&form));
    assert_eq!(first.location(), second.location(), "both lead to the one incident");
    assert_eq!(officer.send(&form).await.location(), first.location(), "and so does a reload");
    assert_eq!(officer.get("/incidents").await.page().all("tbody tr").len(), 2);

    let note = officer.form(&path, &format!("{path}/notes")).await.fill("text", "Only once, please.");
    let (one, two) = tokio::join!(officer.send(&note), officer.send(&note));
    assert_eq!((place(&one), place(&two)), (path.clone(), path.clone()));
    let shown = officer.get(&path).await.text();
    assert_eq!(shown.matches("Only once, please.").count(), 1);

    let begin = format!("{path}/filings");
    let page = officer.get(&path).await.page();
    if let Some(form) = page.forms(&begin).first() {
        let (one, two) = tokio::join!(officer.send(form), officer.send(form));
        assert_eq!(one.location(), two.location(), "one form is begun");
    }
    let administrator = app.sign_in(Role::Administrator).await;
    let people = administrator.form("/people", "/people").await;
    let people = people.fill("name", "Lee").fill("email", "lee@example.org").fill("role", "reader");
    let (one, two) = tokio::join!(administrator.send(&people), administrator.send(&people));
    assert!(one.status != StatusCode::INTERNAL_SERVER_ERROR && two.status != StatusCode::INTERNAL_SERVER_ERROR);
    assert_eq!(administrator.get("/people").await.text().matches("lee@example.org").count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn pressed_twice_at_once_it_is_done_once_on_sqlite() {
    pressed_twice_at_once_it_is_done_once(Storage::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn pressed_twice_at_once_it_is_done_once_on_postgresql() {
    pressed_twice_at_once_it_is_done_once(Storage::Postgres).await;
}

async fn the_second_editor_sees_what_changed_and_keeps_every_word(storage: Storage) {
    let (app, officer, path) = desk(storage).await;
    let other = app.sign_in(Role::Approver).await;
    let action = format!("{path}/facts");
    let mine = officer.form(&action, &action).await.fill("fact-persons-affected", "999").fill("source", "로그 분석");
    let theirs = other.form(&action, &action).await.fill("fact-persons-affected", "4,536");
    assert_eq!(place(&other.send(&theirs).await), path);

    let conflict = officer.send(&mine).await;
    assert_eq!(conflict.status, StatusCode::CONFLICT);
    let page = conflict.page();
    let told = page.text("section[role=alert]");
    assert!(told.contains("4,536") && told.contains("The approver"), "{told}");
    let kept = page.form(&action);
    assert_eq!((kept.value("fact-persons-affected"), kept.value("source")), (Some("999"), Some("로그 분석")));
    assert_eq!(place(&officer.send(&kept).await), path, "sending again saves");
    let shown = officer.get(&path).await.page().text("#facts");
    assert!(shown.contains("999") && shown.contains("4,536"), "both statements stand: {shown}");
}

#[tokio::test]
async fn the_second_editor_sees_what_changed_and_keeps_every_word_on_sqlite() {
    the_second_editor_sees_what_changed_and_keeps_every_word(Storage::Sqlite).await;
}

#[tokio::test]
async fn the_second_editor_sees_what_changed_and_keeps_every_word_on_postgresql() {
    the_second_editor_sees_what_changed_and_keeps_every_word(Storage::Postgres).await;
}

#[tokio::test]
async fn a_session_that_ends_in_the_middle_of_an_incident_loses_nothing() {
    let (app, officer, _) = desk(Storage::Sqlite).await;
    let form = good(&officer).await.fill("who_knew", "당직자 \"최\"").fill("fact-persons-affected", "4,536");
    app.clock.advance(IDLE + 1);
    let ended = officer.send(&form).await;
    assert_eq!(ended.status, StatusCode::UNAUTHORIZED);
    let sign_in = ended.page().form("/sign-in").fill("email", "officer@example.org").fill("password", PASSWORD);
    let back = officer.send(&sign_in).await;
    let incident = officer.send(&back.page().form(NEW)).await;
    let shown = officer.follow(&incident).await.page().text("main");
    for kept in ["고객 정보 유출 <b>A&B</b>", "당직자 \"최\"", "4,536"] {
        assert!(shown.contains(kept), "{kept}: {shown}");
    }
}

#[tokio::test]
async fn markup_in_any_text_stays_text_on_every_page_and_paper() {
    let (_app, officer, path) = desk(Storage::Sqlite).await;
    let hostile = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)> #import \"x\" *b* $x$";
    officer.submit(&path, &format!("{path}/notes"), &[("text", hostile)]).await;
    officer.submit(&format!("{path}/facts"), &format!("{path}/facts"), &[("fact-cause", hostile)]).await;
    for page in [path.clone(), format!("{path}/report.html"), format!("{path}/facts"), "/incidents".to_owned()] {
        let text = officer.get(&page).await.text();
        assert!(!text.contains("<script>alert") && !text.contains("<img src=x"), "{page}");
    }
    assert!(officer.get(&path).await.page().text("#facts").contains("*b* $x$"));
    assert_eq!(officer.get(&format!("{path}/report.pdf")).await.header("content-type"), "application/pdf");
}
