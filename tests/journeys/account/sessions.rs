//! How people come in and stay in: setting up, invitations, signing in and out, guessing, and sessions that end while
//! somebody types.

use crate::support::app::{PASSWORD, TestApp};
use crate::support::visitor::Visitor;
use dutyclock::app::account::sign_in::IDLE;
use dutyclock::app::desk::actor::Role;
use reqwest::StatusCode;

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
