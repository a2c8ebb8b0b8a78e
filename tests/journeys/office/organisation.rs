//! The organisation, its people and the outbox: nobody overwrites another, nobody is locked out, no link is read.

use crate::support::app::TestApp;
use dutyclock::app::desk::actor::Role;
use reqwest::StatusCode;

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
