//! What the law of many places makes of one incident: only the acts that concern it are shown, the others as questions;
//! two deadlines stand side by side; a hold silences the warnings; a receipt counts where the act says so.

use dutyclock::app::desk::Ticket;
use dutyclock::app::desk::actor::Role;
use dutyclock::app::desk::fact_input::FactInput;
use dutyclock::app::filing::steps::RecordFiled;
use dutyclock::app::incident::facts::RecordFacts;
use dutyclock::app::incident::moments::RecordOccurrence;
use dutyclock::app::watch::escalate::escalate_once;
use dutyclock::law::verdict::{Receipt, Standing};
use reqwest::StatusCode;

use crate::support::app::{Storage, TestApp, clock_at};
use crate::support::desk::{Office, seoul};
use crate::support::visitor::Visitor;

const GDPR: &str = "#duty-eu-gdpr-authority";

/// A Korean company that also serves people in the EEA, and its officer.
async fn korean_company(moment: &str) -> (TestApp, Visitor) {
    let app = TestApp::start_on(Storage::Sqlite, moment).await;
    let administrator = app.sign_in(Role::Administrator).await;
    let profile = [
        ("name", "Hangang"),
        ("zone", "Asia/Seoul"),
        ("fact-org-countries", "kr"),
        ("fact-org-data-controller", "yes"),
    ];
    let answer = administrator.submit("/organisation", "/organisation", &profile).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let officer = app.sign_in(Role::Officer).await;
    (app, officer)
}

async fn record(officer: &Visitor, aware: &str, more: &[(&str, &str)]) -> String {
    let form = officer.form("/incidents/new", "/incidents/new").await;
    let given = [("title", "Accounts read"), ("aware", aware), ("basis", "confirmed"), ("leaked", "yes")];
    let form = given.iter().chain(more).fold(form, |form, (name, value)| form.fill(name, value));
    officer.send(&form).await.location()
}

#[tokio::test]
async fn persons_in_germany_bring_the_gdpr_with_a_safe_and_a_legal_deadline() {
    let (_app, officer) = korean_company("2026-11-17T20:00:00+09:00").await;
    let path = record(&officer, "2026-11-17 19:20", &[("fact-people-countries", "de")]).await;
    let facts = format!("{path}/facts");
    // The act asks about the breach only once it is known to concern the organisation.
    let answer = officer.submit(&facts, &facts, &[("fact-org-targets-eea", "yes")]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let known = [("fact-personal-data-breach", "yes"), ("fact-risk-to-people", "risk")];
    let answer = officer.submit(&facts, &facts, &known).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let page = officer.get(&path).await.page();
    let card = page.text(GDPR);
    assert!(card.contains("Safe internal deadline Fri 20 Nov 2026, 19:20 KST (10:20 UTC)"), "{card}");
    assert!(card.contains("Due by law Fri 20 Nov 2026, 20:00 KST (11:00 UTC)"), "{card}");
    assert!(card.contains("accompanied by the reasons for the delay"), "what a late one needs: {card}");
    assert!(page.all("#duty-us-california-residents").is_empty(), "no act of another place stands there");
}

#[tokio::test]
async fn while_nobody_said_where_the_persons_are_one_question_stands_for_the_acts_that_hang_on_it() {
    let (_app, officer) = korean_company("2026-11-17T20:00:00+09:00").await;
    let path = record(&officer, "2026-11-17 19:20", &[]).await;
    let page = officer.get(&path).await.page();
    assert!(page.all(GDPR).is_empty());
    let asked = format!("{path}/facts?key=people-countries");
    let links: Vec<_> = page.all("#perhaps li a").iter().filter_map(|link| link.value().attr("href")).collect();
    assert!(links.contains(&asked.as_str()), "{links:?}");
    let questions = links.iter().filter(|link| link.contains("/facts?key=")).count();
    assert!(questions <= 12, "a question for each act would be a swamp: {links:?}");
    let prompt = page.text("#perhaps");
    assert!(prompt.contains("GDPR") && prompt.contains("decides about"), "{prompt}");
    let facts = officer.get(&format!("{path}/facts")).await.text();
    assert!(facts.contains("fact-people-countries") && !facts.contains("fact-org-hipaa-covered-entity"));
    let answer = officer.submit(&asked, &format!("{path}/facts"), &[("fact-people-countries", "kr")]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let settled = officer.get(&path).await.page();
    assert!(!settled.texts("#perhaps").concat().contains("GDPR"), "one answer settles them");
}

async fn state(office: &Office, id: &str, facts: &[(&str, FactInput)]) {
    let facts = facts.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect();
    let record = RecordFacts { facts, ..RecordFacts::default() };
    office.desk.act(office.officer(), id, Ticket::default(), record).await.expect("facts");
}

async fn happened(office: &Office, id: &str, trigger: &str, at: &str) {
    let record = RecordOccurrence {
        trigger: trigger.to_owned(),
        at: seoul(at),
        what: "Decided by the CISO on the evidence of the logs".to_owned(),
        ..RecordOccurrence::default()
    };
    office.desk.act(office.officer(), id, Ticket::default(), record).await.expect("an occurrence");
}

/// What is warned about while and after the notice to residents of California is on hold.
async fn a_hold(storage: Storage) {
    let office = Office::open(storage, clock_at("2026-11-17T16:00:00+09:00")).await;
    let incident = office.incident("2026-11-17 16:00", "confirmed").await;
    let yes = FactInput::one("yes");
    let residents = FactInput { counts: vec![("ca".to_owned(), "1200".to_owned())], ..FactInput::default() };
    let facts = [
        ("people-countries", FactInput::one("us")),
        ("persons-by-us-state", residents),
        ("us-state-personal-information", yes.clone()),
        ("data-unintelligible", FactInput::one("no")),
        ("acquired-by-unauthorised", yes),
        ("us-data-held-for-another", FactInput::one("no")),
    ];
    state(&office, &incident.id, &facts).await;
    escalate_once(&office.desk).await.expect("a round");
    let warned = async || {
        let view = office.view(&incident.id).await;
        let duty = dutyclock::law::situation::DutyId::new("us.california/residents");
        view.incident.warnings.count(&(duty, None))
    };
    let before = warned().await;
    assert!(before > 0, "the clock had started");
    happened(&office, &incident.id, "law-enforcement-hold", "2026-11-17 16:00").await;
    let verdict = office.verdict(&incident.id, "us.california/residents").await;
    assert!(matches!(verdict.clock.map(|clock| clock.standing), Some(Standing::Held { .. })));
    office.clock.advance(29 * 86_400);
    escalate_once(&office.desk).await.expect("a round");
    assert_eq!(warned().await, before, "a held duty is not warned about");
    happened(&office, &incident.id, "law-enforcement-hold-ended", "2026-12-16 15:00").await;
    escalate_once(&office.desk).await.expect("a round");
    assert!(warned().await > before, "and is again once the hold has ended");
}

#[tokio::test]
async fn a_duty_on_hold_is_not_warned_about_until_the_hold_ends_on_sqlite() {
    a_hold(Storage::Sqlite).await;
}

#[tokio::test]
async fn a_duty_on_hold_is_not_warned_about_until_the_hold_ends_on_postgresql() {
    a_hold(Storage::Postgres).await;
}

#[tokio::test]
async fn where_the_receipt_counts_the_received_moment_decides() {
    let office = Office::open(Storage::Sqlite, clock_at("2026-11-24T12:00:00+09:00")).await;
    let incident = office.incident("2026-11-21 10:00", "confirmed").await;
    let facts = [
        ("org-countries", FactInput::one("us")),
        ("org-us-banking-organisation", FactInput::one("yes")),
        ("bank-notification-incident", FactInput::one("yes")),
    ];
    state(&office, &incident.id, &facts).await;
    happened(&office, &incident.id, "bank-incident-determined", "2026-11-21 10:00").await;
    let filed = RecordFiled {
        duty: "us.bank-36h/regulator".to_owned(),
        at: seoul("2026-11-22 21:59"),
        received: seoul("2026-11-22 22:01"),
        channel: "email".to_owned(),
        ..RecordFiled::default()
    };
    office.desk.act(office.officer(), &incident.id, Ticket::default(), filed).await.expect("a record");
    let clock = office.verdict(&incident.id, "us.bank-36h/regulator").await.clock.expect("a clock");
    assert_eq!(clock.receipt, Some(Receipt::Recorded));
    assert!(matches!(clock.standing, Standing::MetLate { late: 60, .. }), "{:?}", clock.standing);
}
