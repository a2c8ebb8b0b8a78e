//! The pages of filings and rules as a person sees them, in each language, light and dark, on a desktop and a phone: no
//! violation that a machine can find, nothing wider than the window, and pictures for people to look at.

use dutyclock::app::desk::actor::Role;
use dutyclock::law::base::words::Lang;

use super::papers::Case;
use crate::support::app::{PASSWORD, TestApp};
use crate::support::axe::assert_accessible;
use crate::support::browser::{Browser, Look};

const LOOKS: [(Lang, &str, Look); 4] = [
    (Lang::En, "en-desktop", Look::DESKTOP),
    (Lang::Ko, "ko-phone-dark", Look::PHONE.dark().in_language("ko-KR")),
    (Lang::Id, "id-phone", Look::PHONE.in_language("id")),
    (Lang::Ko, "ko-desktop", Look::DESKTOP.in_language("ko-KR")),
];

async fn sign_in(app: &TestApp, browser: &Browser, lang: Lang) {
    let administrator = app.actor(Role::Administrator).await;
    app.web.desk.choose_language(&administrator, lang).await.unwrap();
    browser.go(&format!("http://{}/sign-in", app.address())).await;
    for (field, text) in [("f-email", TestApp::email(Role::Administrator).as_str()), ("f-password", PASSWORD)] {
        browser.type_into(field, text).await;
    }
    browser.leave_by("main form button[type=submit]").await;
}

async fn look_at(app: &TestApp, browser: &Browser, path: &str, page: &str, look: &str) {
    browser.go(&format!("http://{}{path}", app.address())).await;
    browser.picture(&format!("papers/{page}-{look}")).await;
    // A paper forbids every script, the examiner's too.
    if path.ends_with(".html") {
        return;
    }
    let wide = browser.ask("return document.documentElement.scrollWidth - window.innerWidth").await;
    assert!(wide.as_i64().unwrap() <= 0, "{page} ({look}) is {wide} pixels too wide");
    assert_accessible(browser, &format!("{page} ({look})")).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_of_filings_and_rules_is_fit_to_be_seen() {
    for (lang, look, window) in LOOKS {
        let case = Case::open("Customer data read by a former developer", true).await;
        let officer = case.app.sign_in(Role::Officer).await;
        let filing = case.begin(&officer).await;
        let browser = Browser::open(window).await;
        sign_in(&case.app, &browser, lang).await;
        let see = async |page: &str, path: &str| look_at(&case.app, &browser, path, page, look).await;
        see("filing", &filing).await;
        see("filed-outside", &format!("{}/filed?duty=kr.pipa%2Freport", case.path)).await;
        see("rules", "/rules?on=2025-11-18").await;
        see("rulebook", "/rules/kr.pipa").await;
        see("rule", "/rules/kr.network-act/report?on=2025-11-18").await;
        officer.send(&officer.form(&filing, &filing).await.press("next", "submit")).await;
        case.state("cause", "A stolen key").await;
        see("filing-submitted", &filing).await;
        let approver = case.app.sign_in(Role::Approver).await;
        let answer = approver.submit(&filing, &format!("{filing}/approve"), &[]).await;
        assert_eq!(answer.location(), filing, "{}", answer.text());
        see("filed", &format!("{filing}/filed")).await;
        let moment = [("at", "2025-11-19 21:35"), ("channel", "portal")];
        officer.submit(&format!("{filing}/filed"), &format!("{filing}/filed"), &moment).await;
        see("filing-filed", &filing).await;
        see("report", &format!("{}/report.html", case.path)).await;
    }
}
