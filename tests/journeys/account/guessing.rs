//! Whoever guesses is slowed down, and nobody else: not the person whose account is guessed at, and not those who come
//! through the same proxy. Strangers spend nothing that others need.

use crate::support::app::{PASSWORD, TestApp};
use crate::support::visitor::{Answer, Visitor};
use dutyclock::app::desk::actor::Role;
use dutyclock::app::desk::hashing::Line;
use reqwest::StatusCode;
use std::time::Duration;

async fn sign_in(visitor: &Visitor, email: &str, password: &str) -> Answer {
    visitor.submit("/sign-in", "/sign-in", &[("email", email), ("password", password)]).await
}

#[tokio::test]
async fn a_person_gets_in_from_their_own_browser_while_strangers_guess() {
    let app = TestApp::start().await;
    let own = app.sign_in(Role::Officer).await;
    let sign_out = own.form("/account", "/sign-out").await;
    own.send(&sign_out).await;
    let (stranger, email) = (app.visitor(), TestApp::email(Role::Officer));
    let mut last = StatusCode::OK;
    for _ in 0..12 {
        last = sign_in(&stranger, &email, "a guess").await.status;
    }
    assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(sign_in(&stranger, &email, PASSWORD).await.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(sign_in(&own, &email, PASSWORD).await.location(), "/");
}

#[tokio::test]
async fn the_mark_of_a_known_browser_counts_for_its_own_account_only() {
    let app = TestApp::start().await;
    let reader = app.sign_in(Role::Reader).await;
    let sign_out = reader.form("/account", "/sign-out").await;
    reader.send(&sign_out).await;
    app.add(Role::Officer).await;
    let (stranger, email) = (app.visitor(), TestApp::email(Role::Officer));
    for _ in 0..12 {
        sign_in(&stranger, &email, "a guess").await;
    }
    assert_eq!(sign_in(&reader, &email, PASSWORD).await.status, StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test]
async fn a_password_typed_again_inside_is_limited_too() {
    let app = TestApp::start().await;
    let officer = app.sign_in(Role::Officer).await;
    let fields = [("current", "a guess at it"), ("password", "another quiet boat"), ("again", "another quiet boat")];
    let mut statuses = Vec::new();
    for _ in 0..11 {
        statuses.push(officer.submit("/account", "/account/password", &fields).await.status);
    }
    assert_eq!(statuses.pop(), Some(StatusCode::TOO_MANY_REQUESTS));
    assert!(statuses.iter().all(|status| *status == StatusCode::UNPROCESSABLE_ENTITY), "{statuses:?}");
}

#[tokio::test]
async fn nothing_is_hashed_for_whoever_holds_no_link() {
    let app = TestApp::start().await;
    let (hashing, (release, held)) = (app.web.desk.hashing.clone(), std::sync::mpsc::channel::<()>());
    let held = std::sync::Arc::new(std::sync::Mutex::new(held));
    let mut busy = Vec::new();
    for _ in 0..2 {
        let (hashing, held) = (hashing.clone(), std::sync::Arc::clone(&held));
        busy.push(tokio::spawn(async move { hashing.run(Line::Known, move || held.lock().unwrap().recv()).await }));
    }
    tokio::time::sleep(Duration::from_millis(50)).await;
    let stranger = app.visitor();
    let form = stranger.form("/sign-in", "/sign-in").await;
    let csrf = form.value("csrf").unwrap();
    let person =
        [("name", "A"), ("email", "a@example.org"), ("lang", "en"), ("password", PASSWORD), ("again", PASSWORD)];
    let fields: Vec<_> = person.into_iter().chain([("csrf", csrf)]).collect();
    for path in ["/set-up/nothing", "/invitation/nothing"] {
        let answer = tokio::time::timeout(Duration::from_secs(4), stranger.send_raw(path, &fields)).await;
        assert_eq!(answer.expect("no turn was waited for").status, StatusCode::CONFLICT, "{path}");
    }
    drop(release);
    for one in busy {
        let _ = one.await.unwrap();
    }
}

#[tokio::test]
async fn forms_for_anybody_are_limited_by_network() {
    let app = TestApp::start().await;
    let visitor = app.visitor();
    let form = visitor.form("/sign-in", "/sign-in").await;
    let fields = [("csrf", form.value("csrf").unwrap()), ("password", "short"), ("again", "short")];
    let send = async || visitor.send_raw("/invitation/nothing", &fields).await;
    let mut last = StatusCode::OK;
    for _ in 0..61 {
        last = send().await.status;
        assert!(
            [StatusCode::UNPROCESSABLE_ENTITY, StatusCode::CONFLICT, StatusCode::TOO_MANY_REQUESTS].contains(&last)
        );
    }
    assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
    let answer = send().await;
    assert!(answer.header("retry-after").parse::<u64>().unwrap() <= 2, "{}", answer.header("retry-after"));
}
