//! Two people stand behind a filing: nobody becomes the second by making a password link for them.

use dutyclock::app::desk::actor::Role;
use dutyclock::mail::Transport;
use dutyclock::tasks::deliver::deliver_once;
use reqwest::StatusCode;

use super::papers::Case;
use crate::support::app::{PASSWORD, TestApp};
use crate::support::visitor::{Answer, Visitor};

const DAY: i64 = 24 * 3_600;

/// Signed in as the approver by a link that the administrator had made, and every subject of mail that went out with it.
async fn taken_over(case: &Case, administrator: &Visitor) -> (Visitor, Vec<(String, String)>) {
    let approver = case.app.actor(Role::Approver).await;
    let (page, action) = (format!("/people/{}", approver.id), format!("/people/{}/invite", approver.id));
    let answer = administrator.submit(&page, &action, &[]).await;
    assert_eq!(answer.location(), "/people", "{}", answer.text());
    let people = administrator.follow(&answer).await;
    assert!(!people.text().contains("/invitation/") && people.page().text(".flash").contains("by mail alone"));
    let transport = Transport::memory();
    deliver_once(&case.app.web.desk, &transport, "test").await.unwrap();
    let sent = transport.sent();
    let text = &sent.iter().find(|mail| mail.text.contains("/invitation/")).expect("the link").text;
    let link = text.split_whitespace().find(|word| word.starts_with("http://127.0.0.1/invitation/")).unwrap();
    let path = link.strip_prefix("http://127.0.0.1").unwrap().to_owned();
    let taken = case.app.visitor();
    let chosen = taken.submit(&path, &path, &[("password", PASSWORD), ("again", PASSWORD)]).await;
    assert_eq!(chosen.location(), "/", "{}", chosen.text());
    (taken, sent.iter().map(|mail| (mail.to.as_str().to_owned(), mail.subject.clone())).collect())
}

/// A filing that this person wrote and submitted.
async fn submitted(case: &Case, author: &Visitor) -> String {
    let filing = case.begin(author).await;
    author.send(&author.form(&filing, &filing).await.press("next", "submit")).await;
    filing
}

async fn approve(filing: &str, approver: &Visitor) -> Answer {
    approver.submit(filing, &format!("{filing}/approve"), &[]).await
}

#[tokio::test]
async fn whoever_reset_the_approver_does_not_get_their_own_filing_approved() {
    let case = Case::open("Reset", false).await;
    let administrator = case.app.sign_in(Role::Administrator).await;
    let filing = submitted(&case, &administrator).await;
    let (taken, _) = taken_over(&case, &administrator).await;
    let refused = approve(&filing, &taken).await;
    assert_eq!(refused.status, StatusCode::CONFLICT, "{}", refused.text());
    assert!(refused.page().text("main").contains("link that the author of this filing had made"), "{}", refused.text());
    case.app.clock.advance(8 * DAY);
    let email = TestApp::email(Role::Approver);
    taken.submit("/sign-in", "/sign-in", &[("email", &email), ("password", PASSWORD)]).await;
    assert_eq!(approve(&filing, &taken).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_reset_approver_approves_what_others_wrote_and_the_record_says_so() {
    let case = Case::open("Other", false).await;
    let (officer, administrator) = (case.app.sign_in(Role::Officer).await, case.app.sign_in(Role::Administrator).await);
    let filing = submitted(&case, &officer).await;
    let (taken, _) = taken_over(&case, &administrator).await;
    let approved = approve(&filing, &taken).await;
    assert_eq!(approved.status, StatusCode::SEE_OTHER, "{}", approved.text());
    let story = officer.get(&case.path).await.page().text("main");
    assert!(story.contains("new password") && story.contains("that The administrator had made"), "{story}");
}

#[tokio::test]
async fn the_person_and_the_other_administrators_are_told_of_a_reset() {
    let case = Case::open("Told", false).await;
    let administrator = case.app.sign_in(Role::Administrator).await;
    let other = [("name", "Seo"), ("email", "seo@example.org"), ("role", "administrator")];
    administrator.submit("/people", "/people", &other).await;
    deliver_once(&case.app.web.desk, &Transport::memory(), "test").await.unwrap();
    let (_, sent) = taken_over(&case, &administrator).await;
    let told = |to: &str, subject: &str| sent.iter().any(|(one, text)| one == to && text.contains(subject));
    assert!(told("seo@example.org", "a new password link for The approver"), "{sent:?}");
    assert!(told(&TestApp::email(Role::Approver), "access"), "{sent:?}");
    assert!(!told(&TestApp::email(Role::Administrator), "password link"), "who did it knows: {sent:?}");
}

#[tokio::test]
async fn what_one_person_says_was_handed_in_elsewhere_stays_marked_until_there_is_a_receipt() {
    let case = Case::open("Elsewhere", false).await;
    let officer = case.app.sign_in(Role::Officer).await;
    let record = format!("{}/filed?duty=kr.network-act%2Freport&instance=", case.path);
    let told = async || officer.get(&case.path).await.page().text("main").matches("Not proven").count();
    officer.submit(&record, &record, &[("at", "2025-11-19 21:35"), ("channel", "telephone")]).await;
    assert_eq!(told().await, 3, "on the card, among the filings and in the timeline");
    let report = officer.get(&format!("{}/report.html?lang=en", case.path)).await.text();
    assert!(report.contains("Not proven"), "and in the report");
    let links = officer.get(&case.path).await.page();
    let links = links.all("main a").into_iter().filter_map(|link| link.attr("href")).collect::<Vec<_>>();
    let withdraw =
        (*links.iter().find(|link| link.ends_with("/withdraw") && link.contains("/filed/")).unwrap()).to_owned();
    officer.submit(&withdraw, &withdraw, &[("reason", "with its receipt now")]).await;
    let fields = [("at", "2025-11-19 21:35"), ("channel", "telephone"), ("receipt", "KISA-1")];
    officer.submit(&record, &record, &fields).await;
    assert_eq!(told().await, 1, "in the timeline, of what was withdrawn");
}
