//! What holds for every page: failures in the reader's language, files that browsers may keep, health, a full disk, and a
//! database that goes away.

use crate::support::app::{Storage, TestApp};
use crate::support::visitor::Visitor;
use diesel::connection::SimpleConnection;
use dutyclock::app::desk::actor::Role;
use dutyclock::db::StoreError;
use reqwest::StatusCode;

#[tokio::test]
async fn a_page_that_is_not_there_says_so_in_the_reader_s_language() {
    let app = TestApp::start().await;
    for (language, title) in
        [("ko-KR", "화면을 찾을 수 없습니다"), ("id", "Halaman ini tidak ada"), ("fr", "There is no such page")]
    {
        let answer = Visitor::speaking(app.address(), language).get("/nowhere").await;
        assert_eq!((answer.status, answer.page().text("h1").as_str()), (StatusCode::NOT_FOUND, title));
    }
    let answer = app.visitor().get("/language").await;
    assert_eq!((answer.status, answer.header("allow")), (StatusCode::METHOD_NOT_ALLOWED, "POST"));
}

#[tokio::test]
async fn the_language_can_be_chosen_without_signing_in_and_for_good_with_it() {
    let app = TestApp::start().await;
    let stranger = app.visitor();
    let form = stranger.form("/sign-in", "/language").await.press("tag", "ko");
    let chosen = stranger.send(&form).await;
    assert_eq!(chosen.location(), "/sign-in");
    assert_eq!(stranger.follow(&chosen).await.page().text("h1"), "로그인");

    let reader = app.sign_in(Role::Reader).await;
    let form = reader.form("/account", "/language").await.press("tag", "id");
    assert_eq!(reader.send(&form).await.location(), "/account");
    let elsewhere = app.sign_in(Role::Reader).await;
    assert_eq!(elsewhere.get("/account").await.page().text("h1"), "Akun Anda");
}

#[tokio::test]
async fn files_are_kept_by_browsers_for_as_long_as_their_address_names_them() {
    let app = TestApp::start().await;
    let visitor = app.visitor();
    let page = visitor.get("/sign-in").await.page();
    let style = page.one("link[rel=stylesheet]").attr("href").unwrap().to_owned();
    let answer = visitor.get(&style).await;
    assert!(answer.header("cache-control").contains("immutable"), "{}", answer.header("cache-control"));
    assert!(answer.header("content-type").starts_with("text/css"));
    let plain = visitor.get("/static/app.css").await;
    assert!(plain.header("cache-control").contains("no-cache"));
    let again = visitor.get_with("/static/app.css", "if-none-match", plain.header("etag")).await;
    assert_eq!(again.status, StatusCode::NOT_MODIFIED);
    assert_eq!(visitor.get("/static/../Cargo.toml").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn health_tells_of_database_watch_and_outbox_and_of_nobody() {
    let app = TestApp::start().await;
    let healthy = app.visitor().get("/health").await;
    assert_eq!(healthy.status, StatusCode::OK, "{}", healthy.text());
    app.web.desk.heartbeat.beat(app.clock.now());
    app.clock.advance(3_600);
    let late = app.visitor().get("/health").await;
    assert_eq!(late.status, StatusCode::SERVICE_UNAVAILABLE);
    let state: serde_json::Value = serde_json::from_str(&late.text()).unwrap();
    assert_eq!((state["watch"].as_str(), state["database"].as_str()), (Some("late"), Some("ok")));
}

#[tokio::test(flavor = "multi_thread")]
async fn when_the_database_goes_away_what_was_typed_is_kept_and_can_be_sent_again() {
    let app = TestApp::start_on(Storage::Postgres, "2026-11-20T12:00:00+09:00").await;
    let admin = app.sign_in(Role::Administrator).await;
    let form = admin.form("/organisation", "/organisation").await.fill("name", "Hanbit Mall");
    app.home.database().unwrap().go_away();
    let away = admin.send(&form).await;
    assert_eq!(away.status, StatusCode::SERVICE_UNAVAILABLE, "{}", away.text());
    assert!(!away.header("retry-after").is_empty());
    assert!(away.page().text("main").contains("Nothing was saved"), "{}", away.text());
    assert_eq!(app.visitor().get("/health").await.status, StatusCode::SERVICE_UNAVAILABLE);
    app.home.database().unwrap().come_back();
    let saved = admin.send(&away.page().form("/organisation")).await;
    assert_eq!(saved.location(), "/organisation", "{}", saved.text());
    assert_eq!(admin.form("/organisation", "/organisation").await.value("name"), Some("Hanbit Mall"));
}

#[tokio::test(flavor = "multi_thread")]
async fn when_the_disk_is_full_the_page_says_so_and_keeps_what_was_typed() {
    let app = TestApp::start().await;
    let admin = app.sign_in(Role::Administrator).await;
    let form = admin.form("/organisation", "/organisation").await;
    let form = ["address", "sector", "size", "ciso-department", "cpo-department", "desk-department"]
        .into_iter()
        .fold(form.fill("name", "Hanbit Mall"), |form, field| form.fill(field, &"가".repeat(200)));
    let limit = |pages: &str| {
        let sql = format!("PRAGMA max_page_count = {pages}");
        app.web.desk.store.write_blocking(|db| db.batch_execute(&sql).map_err(StoreError::from)).unwrap();
    };
    limit("1");
    let mut answer = admin.send(&form).await;
    for _ in 0..20 {
        if !answer.status.is_redirection() {
            break;
        }
        let again = admin.form("/organisation", "/organisation").await;
        answer = admin.send(&again).await;
    }
    assert_eq!(answer.status, StatusCode::INSUFFICIENT_STORAGE, "{}", answer.text());
    limit("1000000");
    let saved = admin.send(&answer.page().form("/organisation")).await;
    assert_eq!(saved.location(), "/organisation", "{}", saved.text());
}
