//! Choosing a password: long enough, not easily guessed, told beside its field in each language; and guessing the current
//! one gets slow.

use dutyclock::app::desk::actor::Role;
use dutyclock::law::base::words::Lang;
use reqwest::StatusCode;

use crate::support::app::{PASSWORD, TestApp};
use crate::support::visitor::{Answer, Visitor};

async fn change(visitor: &Visitor, current: &str, new: &str) -> Answer {
    let fields = [("current", current), ("password", new), ("again", new)];
    visitor.submit("/account", "/account/password", &fields).await
}

#[tokio::test]
async fn an_easily_guessed_password_is_told_beside_its_field_in_each_language_and_nobody_speaks_of_breaches() {
    let app = TestApp::start().await;
    let actor = app.actor(Role::Officer).await;
    let says = [("en", "too easily guessed"), ("ko", "추측하기 쉬운"), ("id", "mudah ditebak")];
    for (lang, says) in says {
        app.web.desk.choose_language(&actor, Lang::from_tag(lang).unwrap()).await.unwrap();
        let officer = app.sign_in(Role::Officer).await;
        for guessed in ["officer@example.org", "password123456", "dutyclockdutyclock"] {
            let answer = change(&officer, PASSWORD, guessed).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{guessed}");
            let told = answer.page().text("#f-password-error");
            assert!(told.contains(says), "{guessed}: {told}");
            assert!(!["breach", "leaked", "유출", "bocor"].iter().any(|word| told.contains(word)), "{told}");
        }
        app.clock.advance(1);
    }
}

#[tokio::test]
async fn what_the_organisation_is_called_is_no_password() {
    let app = TestApp::start().await;
    let admin = app.sign_in(Role::Administrator).await;
    let name = "Hangang Mall";
    admin.submit("/organisation", "/organisation", &[("name", name)]).await.location();
    let answer = change(&admin, PASSWORD, "hangangmall2026").await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", answer.text());
    assert_eq!(change(&admin, PASSWORD, "nine copper kites over rye").await.location(), "/account");
}

#[tokio::test]
async fn guessing_the_current_password_gets_slow_and_keeps_nobody_from_signing_in() {
    let app = TestApp::start().await;
    let officer = app.sign_in(Role::Officer).await;
    let mut statuses = Vec::new();
    for _ in 0..11 {
        statuses.push(change(&officer, "a guess at the current one", "nine copper kites over rye").await.status);
    }
    assert_eq!(statuses.pop(), Some(StatusCode::TOO_MANY_REQUESTS));
    assert!(statuses.iter().all(|status| *status == StatusCode::UNPROCESSABLE_ENTITY), "{statuses:?}");
    let slow = change(&officer, PASSWORD, "nine copper kites over rye").await;
    assert_eq!(slow.status, StatusCode::TOO_MANY_REQUESTS, "the right one too");
    assert!(slow.header("retry-after").parse::<u64>().unwrap() <= 30);
    assert!(slow.page().text("#f-current-error").contains("Wait"), "{}", slow.text());
    app.sign_in(Role::Officer).await;
}
