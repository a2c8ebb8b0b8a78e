//! Moments in their order, through every form that takes one: what certainly contradicts what is known is asked about and
//! kept as typed, and counts only when it is confirmed with a reason, which stays on record.

use dutyclock::app::desk::actor::Role;
use dutyclock::app::watch::escalate::escalate_once;
use dutyclock::db::{Page as Few, outbox};
use reqwest::StatusCode;

use crate::support::app::{Storage, TestApp};
use crate::support::html::{Form, Page};
use crate::support::visitor::{Answer, Visitor};

const REPORT: &str = "kr.network-act/report";
const CARD: &str = "#duty-kr-network-act-report";

/// A form at an address, the field at which it asks, and what is typed into it.
type Asked<'a> = (&'a str, &'a str, &'a [(&'a str, &'a str)]);

/// A retailer in Seoul, and its officer.
async fn retailer(moment: &str) -> (TestApp, Visitor) {
    let app = TestApp::start_on(Storage::Sqlite, moment).await;
    let administrator = app.sign_in(Role::Administrator).await;
    let profile = [
        ("name", "Retailer"),
        ("zone", "Asia/Seoul"),
        ("fact-org-information-service-provider", "yes"),
        ("fact-org-data-controller", "yes"),
    ];
    let answer = administrator.submit("/organisation", "/organisation", &profile).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let officer = app.sign_in(Role::Officer).await;
    (app, officer)
}

async fn new_incident(officer: &Visitor, began: &str) -> Form {
    let form = officer.form("/incidents/new", "/incidents/new").await;
    form.fill("title", "Customer data read by a former developer")
        .fill("aware", "2026-11-20 21:00")
        .fill("began", began)
        .fill("basis", "confirmed")
        .fill("fact-intrusion", "yes")
        .fill("leaked", "yes")
}

async fn recorded(officer: &Visitor) -> String {
    let answer = officer.send(&new_incident(officer, "").await).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    answer.location()
}

async fn page(visitor: &Visitor, path: &str) -> Page {
    let answer: Answer = visitor.get(path).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    answer.page()
}

/// The form at an address, by its own action.
async fn form_at(officer: &Visitor, path: &str) -> (Form, String) {
    let shown = page(officer, path).await;
    let action = shown.all("form.form").first().and_then(|form| form.value().attr("action")).unwrap().to_owned();
    (shown.form(&action), action)
}

/// Sends a form that is asked about; answers it as it came back.
async fn asked(officer: &Visitor, form: Form, action: &str, field: &str) -> Form {
    let answer = officer.send(&form).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{action}: {}", answer.text());
    let shown = answer.page();
    let question = shown.text(&format!("#f-{field}-error"));
    assert!(question.contains("Is the year right?") && question.contains("lies before"), "{action}: {question}");
    shown.form(action)
}

/// The same form is taken once it is confirmed with a reason, and not before.
async fn confirmed(officer: &Visitor, form: Form, action: &str, reason: &str) {
    let ticked = form.fill("order_confirmed", "yes");
    let answer = officer.send(&ticked).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{action} without a reason");
    let answer = officer.send(&answer.page().form(action).fill("order_reason", reason)).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{action}: {}", answer.text());
}

async fn mails(app: &TestApp) -> Vec<String> {
    escalate_once(&app.web.desk).await.unwrap();
    let all =
        app.web.desk.store.read(|db| outbox::list(db, &outbox::Filter::default(), Few::first(200))).await.unwrap();
    all.0.into_iter().map(|mail| mail.subject).collect()
}

#[tokio::test]
async fn a_report_dated_a_year_too_early_is_asked_about_and_the_clock_runs_on() {
    let (app, officer) = retailer("2026-11-20T22:00:00+09:00").await;
    let path = recorded(&officer).await;
    mails(&app).await;
    let (form, action) = form_at(&officer, &format!("{path}/filed?duty={REPORT}")).await;
    let form = form.fill("at", "2025-11-20 21:30").fill("channel", "portal").fill("receipt", "K-7");
    let back = asked(&officer, form, &action, "at").await;
    assert_eq!((back.value("at"), back.value("receipt")), (Some("2025-11-20 21:30"), Some("K-7")), "kept as typed");
    let card = page(&officer, &path).await.text(CARD);
    assert!(card.contains("23:00:00") && !card.contains("8,783"), "{card}");
    app.clock.set(dutyclock::law::base::moment::Moment::from_rfc3339("2026-11-20T23:30:00+09:00").unwrap());
    let told = mails(&app).await;
    assert!(!told.iter().any(|subject| subject.contains("stand down")), "{told:?}");
    // The year corrected, though the box of the old question is ticked: nothing is asked, and nothing is confirmed.
    let mended = back.fill("at", "2026-11-20 21:30").fill("order_confirmed", "yes");
    assert_eq!(officer.send(&mended).await.status, StatusCode::SEE_OTHER);
    let shown = page(&officer, &path).await;
    assert!(shown.text(CARD).contains("23 h 30 min"), "{}", shown.text(CARD));
    assert!(!page(&officer, &path).await.text("main").contains("out of order"));
}

#[tokio::test]
async fn a_tick_answers_only_the_question_that_was_asked() {
    let (_app, officer) = retailer("2026-11-20T22:00:00+09:00").await;
    let path = recorded(&officer).await;
    let (form, action) = form_at(&officer, &format!("{path}/filed?duty={REPORT}")).await;
    let back = asked(&officer, form.fill("at", "2025-11-20 21:30").fill("channel", "portal"), &action, "at").await;
    let other = back.fill("at", "2024-11-20 21:30").fill("order_confirmed", "yes").fill("order_reason", "early");
    let again = asked(&officer, other, &action, "at").await;
    assert_eq!(again.value("order_reason").map(str::trim), Some("early"), "the reason is kept, the tick is not");
    assert_eq!(officer.send(&again).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_report_before_learning_counts_with_a_reason_that_timeline_and_report_tell() {
    let (_app, officer) = retailer("2026-11-20T22:00:00+09:00").await;
    let path = recorded(&officer).await;
    let (form, action) = form_at(&officer, &format!("{path}/filed?duty={REPORT}")).await;
    let form = form.fill("at", "2026-11-20 20:00").fill("channel", "telephone");
    let back = asked(&officer, form, &action, "at").await;
    confirmed(&officer, back, &action, "Reported as a precaution").await;
    assert!(page(&officer, &path).await.text(CARD).contains("25 h"), "{}", page(&officer, &path).await.text(CARD));
    let told = page(&officer, &path).await.text("main");
    assert!(told.contains("Confirmed although out of order") && told.contains("Reported as a precaution"), "{told}");
    // The moment of learning turns out to be another: what was confirmed was said of the first one.
    let withdrawn = page(&officer, &path).await;
    let link = withdrawn.all("a").into_iter().filter_map(|link| link.value().attr("href")).map(str::to_owned);
    let link = link.into_iter().find(|href| href.contains("/candidates/") && href.ends_with("/withdraw")).unwrap();
    let (form, _) = form_at(&officer, &link).await;
    assert_eq!(officer.send(&form.fill("reason", "another clock")).await.status, StatusCode::SEE_OTHER);
    let (form, action) = form_at(&officer, &format!("{path}/candidates")).await;
    let form = form.fill("at", "2026-11-20 21:30").fill("of", "aware-incident").fill("basis", "confirmed");
    asked(&officer, form, &action, "at").await;
}

#[tokio::test]
async fn every_form_that_takes_a_moment_asks() {
    let (_app, officer) = retailer("2026-11-22T22:00:00+09:00").await;
    let opening = new_incident(&officer, "2026-11-21 10:00").await;
    let back = asked(&officer, opening, "/incidents/new", "aware").await;
    confirmed(&officer, back, "/incidents/new", "a threat was announced").await;
    let path = recorded(&officer).await;
    let forms: [Asked<'_>; 5] = [
        ("facts", "since", &[("since", "2025-11-21 10:00"), ("fact-outside-access", "yes")]),
        ("occurred", "began", &[("began", "2026-11-21 10:00")]),
        ("occurrences?trigger=breach-determined", "at", &[("at", "2025-11-21"), ("what", "so we found")]),
        ("counsel", "at", &[("place", "Illinois"), ("who", "Reed LLP"), ("at", "2025-11-21"), ("said", "tell them")]),
        (
            "filed?duty=kr.network-act/report",
            "received",
            &[("at", "2026-11-21 10:00"), ("received", "2026-11-21 09:00"), ("channel", "letter")],
        ),
    ];
    for (address, field, typed) in forms {
        let (form, action) = form_at(&officer, &format!("{path}/{address}")).await;
        let form = typed.iter().fold(form, |form, (name, value)| form.fill(name, value));
        let back = asked(&officer, form, &action, field).await;
        confirmed(&officer, back, &action, "it was so").await;
    }
    let told = page(&officer, &path).await.text("main");
    assert_eq!(told.matches("Confirmed although out of order").count(), forms.len(), "{told}");
}

#[tokio::test]
async fn a_limit_that_lies_ahead_is_recorded_and_what_happens_tomorrow_is_not() {
    let (_app, officer) = retailer("2026-11-22T22:00:00+09:00").await;
    let path = recorded(&officer).await;
    let record = async |trigger: &str| {
        let (form, _) = form_at(&officer, &format!("{path}/occurrences?trigger={trigger}")).await;
        officer.send(&form.fill("at", "2026-12-10 18:00").fill("what", "as the authority wrote")).await.status
    };
    assert_eq!(record("extension-granted").await, StatusCode::SEE_OTHER);
    assert_eq!(record("breach-determined").await, StatusCode::UNPROCESSABLE_ENTITY);
}
