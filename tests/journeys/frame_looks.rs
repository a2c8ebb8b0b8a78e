//! The frame's pages as a person sees them, in each language, light and dark, on a desktop and a phone: no violation that
//! a machine can find, nothing wider than the window, and pictures for people to look at.

use dutyclock::app::desk::Ticket;
use dutyclock::app::desk::actor::Role;
use dutyclock::app::office::people::NewPerson;
use dutyclock::db::outbox;
use dutyclock::law::base::words::Lang;
use thirtyfour::By;

use crate::support::app::{PASSWORD, TestApp};
use crate::support::axe::assert_accessible;
use crate::support::browser::{Browser, Look};

const LOOKS: [(&str, &str, Look); 4] = [
    ("en", "en-desktop", Look::DESKTOP),
    ("ko", "ko-phone", Look::PHONE.in_language("ko-KR")),
    ("id", "id-desktop-dark", Look::DESKTOP.dark().in_language("id")),
    ("ko", "ko-phone-dark", Look::PHONE.dark().in_language("ko-KR")),
];

/// An administrator who speaks `lang`, one invited person and one message that was given up.
async fn furnished(lang: &str) -> TestApp {
    let app = TestApp::start().await;
    app.add(Role::Administrator).await;
    let person = NewPerson {
        name: "Lee Seo-yeon".to_owned(),
        email: "lee@example.org".to_owned(),
        role: "approver".to_owned(),
        lang: "ko".to_owned(),
        warned: true,
    };
    let actor = app.actor(Role::Administrator).await;
    app.web.desk.choose_language(&actor, Lang::from_tag(lang).unwrap()).await.unwrap();
    app.web.desk.add_person(&actor, Ticket::default(), person).await.unwrap();
    let now = app.clock.now();
    app.web
        .desk
        .store
        .write_blocking(|db| {
            let leased = outbox::lease(db, "test", now, 60, 1)?;
            outbox::give_up(db, leased[0].id, "test", "550 5.1.1 no such mailbox")
        })
        .unwrap();
    app
}

async fn look_at(browser: &Browser, look: &str, page: &str) {
    assert_accessible(browser, &format!("{page} ({look})")).await;
    let wide = browser.ask("return document.documentElement.scrollWidth - window.innerWidth").await;
    assert!(wide.as_i64().unwrap() <= 0, "{page} ({look}) is {wide} pixels too wide");
    browser.picture(&format!("frame/{page}-{look}")).await;
}

async fn press(browser: &Browser) {
    browser.leave_by("main form button[type=submit]").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_of_the_frame_is_fit_to_be_seen() {
    for (lang, name, look) in LOOKS {
        let app = furnished(lang).await;
        let base = format!("http://{}", app.address());
        let browser = Browser::open(look).await;
        for (page, path) in [("sign-in", "/sign-in"), ("not-found", "/nowhere"), ("link-spent", "/invitation/x")] {
            browser.go(&format!("{base}{path}")).await;
            look_at(&browser, name, page).await;
        }
        browser.go(&format!("{base}/sign-in")).await;
        press(&browser).await;
        look_at(&browser, name, "sign-in-wrong").await;
        browser.type_into("f-email", &TestApp::email(Role::Administrator)).await;
        browser.type_into("f-password", PASSWORD).await;
        press(&browser).await;
        for (page, path) in [
            ("account", "/account"),
            ("people", "/people"),
            ("person", "/people/2"),
            ("organisation", "/organisation"),
            ("outbox", "/outbox"),
            ("message", "/outbox/1"),
        ] {
            browser.go(&format!("{base}{path}")).await;
            look_at(&browser, name, page).await;
        }
        browser.go(&format!("{base}/people")).await;
        press(&browser).await;
        look_at(&browser, name, "people-wrong").await;
        app.clock.advance(1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_that_ends_while_somebody_types_is_bridged_in_a_real_browser() {
    let app = furnished("en").await;
    let base = format!("http://{}", app.address());
    let browser = Browser::open(Look::DESKTOP).await;
    browser.go(&format!("{base}/sign-in?back=/organisation")).await;
    browser.type_into("f-email", &TestApp::email(Role::Administrator)).await;
    browser.type_into("f-password", PASSWORD).await;
    press(&browser).await;
    browser.type_into("f-name", "Hanbit Mall").await;
    app.clock.advance(dutyclock::app::account::sign_in::IDLE + 1);
    press(&browser).await;
    look_at(&browser, "en-desktop", "signed-out").await;
    browser.type_into("f-email", &TestApp::email(Role::Administrator)).await;
    browser.type_into("f-password", PASSWORD).await;
    press(&browser).await;
    look_at(&browser, "en-desktop", "welcome-back").await;
    press(&browser).await;
    let title = browser.driver.find(By::Id("f-name")).await.unwrap().value().await.unwrap();
    assert_eq!(title.as_deref(), Some("Hanbit Mall"));
}
