//! What holds for every page: signing in and out, sessions that end while somebody types, failures in the reader's
//! language, files that browsers may keep, health.

use diesel::connection::SimpleConnection;
use dutyclock::app::actor::Role;
use dutyclock::app::sign_in::IDLE;
use dutyclock::db::StoreError;
use reqwest::StatusCode;

use crate::support::app::{PASSWORD, Storage, TestApp};
use crate::support::visitor::Visitor;

async fn try_to_sign_in(visitor: &Visitor, email: &str, password: &str) -> crate::support::visitor::Answer {
    visitor.submit("/sign-in", "/sign-in", &[("email", email), ("password", password)]).await
}

#[tokio::test]
async fn signing_in_leads_to_the_page_that_was_wanted() {
    let app = TestApp::start().await;
    app.add(Role::Officer).await;
    let visitor = app.visitor();
    let sent_away = visitor.get("/outbox?page=2").await;
    assert_eq!(sent_away.location(), "/sign-in?back=%2Foutbox%3Fpage%3D2");
    let email = TestApp::email(Role::Officer);
    let answer = visitor.submit(&sent_away.location(), "/sign-in", &[("email", &email), ("password", PASSWORD)]).await;
    assert_eq!(answer.location(), "/outbox?page=2");
    assert_eq!(visitor.follow(&answer).await.status, StatusCode::OK);
}

#[tokio::test]
async fn no_link_leads_elsewhere_after_signing_in() {
    let app = TestApp::start().await;
    app.add(Role::Officer).await;
    for back in ["https://evil.example", "//evil.example", "/%5Cevil.example", "/%09/evil.example"] {
        let visitor = app.visitor();
        let email = TestApp::email(Role::Officer);
        let path = format!("/sign-in?back={back}");
        let answer = visitor.submit(&path, "/sign-in", &[("email", &email), ("password", PASSWORD)]).await;
        assert_eq!(answer.location(), "/", "{back}");
    }
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_account_are_answered_alike() {
    let app = TestApp::start().await;
    app.add(Role::Officer).await;
    let visitor = app.visitor();
    let known = try_to_sign_in(&visitor, &TestApp::email(Role::Officer), "not the right one").await;
    let unknown = try_to_sign_in(&visitor, "nobody@example.org", "not the right one").await;
    assert_eq!((known.status, unknown.status), (StatusCode::UNPROCESSABLE_ENTITY, StatusCode::UNPROCESSABLE_ENTITY));
    let plain = |answer: &crate::support::visitor::Answer| answer.page().texts("main");
    assert_eq!(plain(&known), plain(&unknown));
    assert_eq!(known.page().one("#f-email").attr("value"), Some("officer@example.org"), "the address is kept");
    assert_eq!(known.page().one("#f-password").attr("value"), Some(""), "the password is not");
}

#[tokio::test]
async fn guessing_gets_slow_and_the_page_says_how_long_to_wait() {
    let app = TestApp::start().await;
    let visitor = app.visitor();
    let mut statuses = Vec::new();
    for _ in 0..11 {
        statuses.push(try_to_sign_in(&visitor, "officer@example.org", "a guess").await.status);
    }
    assert_eq!(statuses.pop(), Some(StatusCode::TOO_MANY_REQUESTS));
    assert!(statuses.iter().all(|status| *status == StatusCode::UNPROCESSABLE_ENTITY), "{statuses:?}");
    let answer = try_to_sign_in(&visitor, " OFFICER@example.org", PASSWORD).await;
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS, "however it is written");
    assert!(answer.header("retry-after").parse::<u64>().unwrap() <= 30);
    assert!(answer.page().text("#problems").contains("Wait"), "{}", answer.text());
}

#[tokio::test]
async fn a_fresh_session_is_made_at_each_sign_in_and_ended_by_signing_out() {
    let app = TestApp::start().await;
    let visitor = app.sign_in(Role::Reader).await;
    let form = visitor.form("/account", "/sign-out").await;
    let answer = visitor.send(&form).await;
    assert_eq!(answer.location(), "/sign-in");
    assert!(answer.header("set-cookie").contains("Max-Age=0"), "{}", answer.header("set-cookie"));
    assert!(visitor.get("/account").await.location().starts_with("/sign-in"));
}

#[tokio::test]
async fn nothing_typed_is_lost_when_the_session_ends_while_typing() {
    let app = TestApp::start().await;
    let visitor = app.sign_in(Role::Administrator).await;
    let form = visitor.form("/organisation", "/organisation").await;
    let form = form.fill("name", "Hanbit <b>Mall</b>").fill("fact-org-data-controller", "yes").fill("sector", "상점");
    app.clock.advance(IDLE + 1);

    let ended = visitor.send(&form).await;
    assert_eq!(ended.status, StatusCode::UNAUTHORIZED);
    assert!(ended.page().text("#problems").contains("Nothing you typed is lost"), "{}", ended.text());
    let wrong = ended.page().form("/sign-in").fill("email", "administrator@example.org").fill("password", "wrong one");
    let wrong = visitor.send(&wrong).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let right = wrong.page().form("/sign-in").fill("password", PASSWORD);
    let back = visitor.send(&right).await;
    assert_eq!(back.status, StatusCode::OK, "{}", back.text());
    let shown = back.page().texts("dd");
    assert!(shown.contains(&"Hanbit <b>Mall</b>".to_owned()) && shown.contains(&"상점".to_owned()), "{shown:?}");
    assert!(back.page().texts("dt").contains(&"Personal information controller".to_owned()));

    let saved = visitor.send(&back.page().form("/organisation")).await;
    assert_eq!(saved.location(), "/organisation", "{}", saved.text());
    let form = visitor.form("/organisation", "/organisation").await;
    assert_eq!(form.value("name"), Some("Hanbit <b>Mall</b>"));
    assert_eq!(form.value("fact-org-data-controller"), Some("yes"));
}

#[tokio::test]
async fn a_form_from_an_earlier_session_is_kept_and_sent_again_with_one_click() {
    let app = TestApp::start().await;
    let visitor = app.sign_in(Role::Administrator).await;
    let old = visitor.form("/organisation", "/organisation").await.fill("name", "Hanbit Mall");
    let sign_out = visitor.form("/account", "/sign-out").await;
    visitor.send(&sign_out).await;
    let email = TestApp::email(Role::Administrator);
    visitor.submit("/sign-in", "/sign-in", &[("email", &email), ("password", PASSWORD)]).await;
    let stale = visitor.send(&old).await;
    assert_eq!(stale.status, StatusCode::FORBIDDEN);
    let saved = visitor.send(&stale.page().form("/organisation")).await;
    assert_eq!(saved.location(), "/organisation", "{}", saved.text());
}

#[tokio::test]
async fn two_people_who_describe_the_organisation_both_keep_their_text() {
    let app = TestApp::start().await;
    let (first, second) = (app.sign_in(Role::Administrator).await, app.sign_in(Role::Administrator).await);
    let form = second.form("/organisation", "/organisation").await.fill("name", "Second").fill("sector", "shop");
    first.submit("/organisation", "/organisation", &[("name", "First")]).await;
    let conflict = second.send(&form).await;
    assert_eq!(conflict.status, StatusCode::CONFLICT);
    let kept = conflict.page().form("/organisation");
    assert_eq!((kept.value("name"), kept.value("sector")), (Some("Second"), Some("shop")));
    assert_eq!(second.send(&kept).await.status, StatusCode::SEE_OTHER, "sending again saves");
}

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
async fn whoever_holds_the_set_up_link_is_the_first_and_nobody_else() {
    let app = TestApp::start().await;
    let token = app.web.desk.set_up_token().await.unwrap().unwrap();
    let path = format!("/set-up/{token}");
    let stranger = app.visitor();
    assert_eq!(stranger.get("/set-up/guessed").await.status, StatusCode::CONFLICT);
    let first = app.visitor();
    let fields = [("name", "Kim"), ("email", "kim@example.org"), ("password", "short"), ("again", "other")];
    let refused = first.submit(&path, &path, &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.page().form(&path).value("name"), Some("Kim"));
    assert_eq!(refused.page().all("#problems li").len(), 2);
    let again = refused.page().form(&path).fill("password", PASSWORD).fill("again", PASSWORD);
    assert_eq!(first.send(&again).await.location(), "/organisation");
    assert_eq!(first.get("/people").await.status, StatusCode::OK);
    assert_eq!(stranger.get(&path).await.status, StatusCode::CONFLICT, "the link is spent");
    assert_eq!(app.web.desk.set_up_token().await.unwrap(), None);
}

#[tokio::test]
async fn an_invited_person_chooses_a_password_once_and_is_in() {
    let app = TestApp::start().await;
    let admin = app.sign_in(Role::Administrator).await;
    let fields = [("name", "Lee"), ("email", "lee@example.org"), ("role", "reader")];
    let added = admin.submit("/people", "/people", &fields).await;
    let link = added.page().text("code");
    let path = link.strip_prefix("http://127.0.0.1").unwrap().to_owned();
    let taken = admin.submit("/people", "/people", &fields).await;
    assert_eq!(taken.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(taken.page().text("#problems").contains("already"));

    let invited = app.visitor();
    assert!(invited.get(&path).await.page().text("main").contains("lee@example.org"));
    let answer = invited.submit(&path, &path, &[("password", PASSWORD), ("again", PASSWORD)]).await;
    assert_eq!(answer.location(), "/");
    assert_eq!(invited.get("/account").await.status, StatusCode::OK);
    assert_eq!(app.visitor().get(&path).await.status, StatusCode::CONFLICT, "the link is spent");
}

#[tokio::test]
async fn the_last_administrator_stays_one() {
    let app = TestApp::start().await;
    let admin = app.sign_in(Role::Administrator).await;
    let answer = admin.submit("/people/1", "/people/1", &[("role", "reader")]).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert!(answer.page().text("#problems").contains("last administrator"), "{}", answer.text());
}

#[tokio::test]
async fn a_text_of_a_megabyte_is_told_at_its_field_and_kept() {
    let app = TestApp::start().await;
    let admin = app.sign_in(Role::Administrator).await;
    let long = "a".repeat(1 << 20);
    let answer = admin.submit("/organisation", "/organisation", &[("name", "X"), ("address", &long)]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.page().text("#f-address-error").contains("200"), "{}", answer.page().text("#f-address-error"));
    assert_eq!(answer.page().form("/organisation").value("address"), Some(long.as_str()));
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

#[tokio::test]
async fn nobody_reads_the_link_of_an_invitation_in_the_outbox() {
    let app = TestApp::start().await;
    let admin = app.sign_in(Role::Administrator).await;
    let fields = [("name", "Lee"), ("email", "lee@example.org"), ("role", "administrator")];
    let added = admin.submit("/people", "/people", &fields).await;
    let token = added.page().text("code").rsplit_once('/').unwrap().1.to_owned();
    let officer = app.sign_in(Role::Officer).await;
    for path in ["/outbox/1", "/outbox/1/html", "/outbox"] {
        for visitor in [&officer, &admin] {
            let answer = visitor.get(path).await;
            assert_eq!(answer.status, StatusCode::OK, "{path}");
            assert!(!answer.text().contains(&token), "{path}");
        }
    }
}
