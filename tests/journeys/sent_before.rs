//! One form, one effect, and the truth about it: sent again as it was it acts once; changed after going back it is never
//! taken for the first, whatever form it is; and what is done in two steps is done whole or not at all.

use diesel::connection::SimpleConnection;
use dutyclock::app::desk::Ticket;
use dutyclock::app::desk::actor::Role;
use dutyclock::app::filing::steps::DraftFiling;
use dutyclock::db::{StoreError, once, outbox};
use dutyclock::incident::Event;
use dutyclock::web::http::access::{Access, Method};
use dutyclock::web::routes::addresses;
use reqwest::StatusCode;

use crate::support::app::{PASSWORD, Storage, TestApp};
use crate::support::browser::{Browser, Look};
use crate::support::html::Form;
use crate::support::visitor::{Answer, Visitor};

const NEW: &str = "/incidents/new";

/// A program, an officer, and an incident of theirs by its path.
async fn desk(storage: Storage) -> (TestApp, Visitor, String) {
    let app = TestApp::start_on(storage, "2026-11-20T12:00:00+09:00").await;
    let officer = app.sign_in(Role::Officer).await;
    let path = place(&officer.send(&incident(&officer, "The first incident").await).await);
    (app, officer, path)
}

async fn incident(officer: &Visitor, title: &str) -> Form {
    let form = officer.form(NEW, NEW).await.fill("title", title);
    form.fill("aware", "2026-11-20 11:00").fill("basis", "confirmed")
}

fn place(answer: &Answer) -> String {
    answer.location().split('#').next().unwrap().to_owned()
}

/// A filing of the incident, begun.
async fn begun(app: &TestApp, path: &str) -> String {
    let (officer, id) = (app.actor(Role::Officer).await, path.rsplit_once('/').unwrap().1);
    let (form, duty) = ("kr.pipc-leak-report".to_owned(), "kr.pipa/report".to_owned());
    let draft = DraftFiling { form, duty, ..DraftFiling::default() };
    let filing = app.web.desk.act(&officer, id, Ticket::default(), draft).await.unwrap().fresh;
    format!("{path}/filings/{filing}")
}

/// The question that an answer asks: what was typed is all there, not recorded, and a button records it.
fn asked(answer: &Answer, action: &str, words: &[&str]) -> Form {
    assert_eq!(answer.status, StatusCode::CONFLICT, "{}", answer.text());
    let page = answer.page();
    let told = page.text("main");
    assert!(told.contains("What you typed now is not"), "{told}");
    for word in words {
        assert!(told.contains(word), "`{word}` is lost: {told}");
    }
    page.form(action)
}

async fn changed_after_going_back_it_is_asked_about_and_never_lost(storage: Storage) {
    let (app, officer, path) = desk(storage).await;
    let form = incident(&officer, "Written first").await;
    let first = place(&officer.send(&form).await);
    let second = officer.send(&form.clone().fill("title", "Written second")).await;
    let question = asked(&second, NEW, &["Written second", "2026-11-20 11:00"]);
    assert!(!officer.get("/incidents").await.text().contains("Written second"), "nothing was recorded yet");
    let sent = place(&officer.send(&question).await);
    assert_ne!(sent, first);
    assert_eq!(place(&officer.send(&question).await), sent, "the question too is answered once");
    let list = officer.get("/incidents").await.text();
    assert!(list.contains("Written first") && list.contains("Written second"), "both stand");

    let facts = format!("{path}/facts");
    let form = officer.form(&facts, &facts).await.fill("fact-persons-affected", "3,333");
    assert_eq!(place(&officer.send(&form).await), path);
    let second = officer.send(&form.clone().fill("fact-persons-affected", "7,777,777")).await;
    let question = asked(&second, &facts, &["7,777,777"]);
    assert!(!officer.get(&path).await.text().contains("7,777,777"));
    assert_eq!(place(&officer.send(&question).await), path);
    assert!(officer.get(&path).await.page().text("#facts").contains("7,777,777"));

    let filing = begun(&app, &path).await;
    let form = officer.form(&filing, &filing).await;
    assert_eq!(place(&officer.send(&form.clone().press("next", "save")).await), filing);
    let submitted = officer.send(&form.press("next", "submit")).await;
    let question = asked(&submitted, &filing, &[]);
    let sent = officer.send(&question).await;
    assert!(officer.follow(&sent).await.page().texts("[role=status]").concat().contains("Submitted."));
}

#[tokio::test]
async fn changed_after_going_back_it_is_asked_about_and_never_lost_on_sqlite() {
    changed_after_going_back_it_is_asked_about_and_never_lost(Storage::Sqlite).await;
}

#[tokio::test]
async fn changed_after_going_back_it_is_asked_about_and_never_lost_on_postgresql() {
    changed_after_going_back_it_is_asked_about_and_never_lost(Storage::Postgres).await;
}

/// Forms without a key: nothing is recorded twice by them, or what they hold must never come back.
const KEYLESS: [&str; 6] =
    ["/sign-in", "/sign-out", "/set-up/{token}", "/invitation/{token}", "/language", "/account/password"];

#[tokio::test]
async fn whatever_form_it_is_a_key_that_has_acted_is_never_taken_for_other_content() {
    let (app, _, path) = desk(Storage::Sqlite).await;
    let filing = begun(&app, &path).await;
    let (id, filing) = (path.rsplit_once('/').unwrap().1, filing.rsplit_once('/').unwrap().1);
    let now = app.clock.now();
    let roles = [Role::Officer, Role::Approver, Role::Administrator];
    let mut people = Vec::new();
    for role in roles {
        people.push((role, app.sign_in(role).await, app.actor(role).await.account));
    }
    for address in addresses().iter().filter(|address| address.method == Method::Post) {
        let Access::Needs(permission) = address.access else {
            assert!(KEYLESS.contains(&address.pattern), "{} is sent without a right and a key", address.pattern);
            continue;
        };
        let one = people.iter().find(|(role, ..)| role.may(permission)).expect("a role that may");
        let (visitor, account) = (&one.1, one.2);
        let spend = |db: &mut dutyclock::db::Db| {
            once::begin(db, "spent", "what the first form held", account, now)?;
            once::finish(db, "spent", account, &format!("{id} nothing"))
        };
        app.web.desk.store.write_blocking(spend).unwrap();
        let about_an_incident = address.pattern.starts_with("/incidents/{id}");
        let action = address.pattern.replace("{id}", if about_an_incident { id } else { "1" });
        let action = action.replace("{filing}", filing).replace("{position}", "1").replace(['{', '}'], "");
        let token = visitor.form("/account", "/sign-out").await.value("csrf").unwrap().to_owned();
        let person = [("name", "Every word"), ("email", "lee@example.org"), ("role", "reader"), ("lang", "en")];
        let frame = [("csrf", token.as_str()), ("once", "spent"), ("position", "1")];
        let answer = visitor.send_raw(&action, &[frame.as_slice(), person.as_slice()].concat()).await;
        let question = asked(&answer, &action, &["Every word"]);
        let once = question.value("once").expect("a key").to_owned();
        assert!(once.len() > 10 && once != "spent", "{action}: the question is an act of its own");
    }
}

/// Nothing that would submit a filing reaches the ledger until `go_on`.
fn stumble(app: &TestApp, storage: Storage) {
    let sql = match storage {
        Storage::Sqlite => {
            "CREATE TRIGGER stumble BEFORE INSERT ON ledger WHEN NEW.kind = 'filing-submitted'
             BEGIN SELECT RAISE(ABORT, 'database is locked'); END"
        }
        Storage::Postgres => {
            "CREATE FUNCTION stumble() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'terminating connection'; END $$
             LANGUAGE plpgsql;
             CREATE TRIGGER stumble BEFORE INSERT ON ledger FOR EACH ROW WHEN (NEW.kind = 'filing-submitted')
             EXECUTE FUNCTION stumble()"
        }
    };
    app.web.desk.store.write_blocking(|db| db.batch_execute(sql).map_err(StoreError::from)).unwrap();
}

fn go_on(app: &TestApp, storage: Storage) {
    let sql = match storage {
        Storage::Sqlite => "DROP TRIGGER stumble",
        Storage::Postgres => "DROP TRIGGER stumble ON ledger",
    };
    app.web.desk.store.write_blocking(|db| db.batch_execute(sql).map_err(StoreError::from)).unwrap();
}

async fn drafted_and_submitted_are_one(storage: Storage) {
    let (app, officer, path) = desk(storage).await;
    app.add(Role::Approver).await;
    let filing = begun(&app, &path).await;
    let (actor, id) = (app.actor(Role::Officer).await, path.rsplit_once('/').unwrap().1);
    let told = async || {
        let entries = app.web.desk.incident(&actor, id, None).await.unwrap().entries;
        let drafted = entries.iter().filter(|entry| matches!(entry.event, Event::FilingDrafted { .. })).count();
        let submitted = entries.iter().filter(|entry| matches!(entry.event, Event::FilingSubmitted { .. })).count();
        let list = |db: &mut dutyclock::db::Db| outbox::list(db, &Default::default(), dutyclock::db::Page::first(50));
        let mail = app.web.desk.store.read_blocking(list).unwrap().0;
        (drafted, submitted, mail.iter().filter(|mail| mail.natural_key.starts_with("approval/")).count())
    };
    stumble(&app, storage);
    let form = officer.form(&filing, &filing).await.press("next", "submit");
    let refused = officer.send(&form).await;
    assert_eq!(refused.status, StatusCode::SERVICE_UNAVAILABLE, "{}", refused.text());
    assert_eq!(told().await, (1, 0, 0), "only its beginning is on record");
    go_on(&app, storage);
    let sent = officer.send(&refused.page().form(&filing)).await;
    let said = officer.follow(&sent).await.page().text("main");
    assert_eq!(told().await, (2, 1, 1), "what the page says is so: {said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_filing_that_is_said_to_be_submitted_is_on_sqlite() {
    drafted_and_submitted_are_one(Storage::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_filing_that_is_said_to_be_submitted_is_on_postgresql() {
    drafted_and_submitted_are_one(Storage::Postgres).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn back_changed_and_saved_again_loses_nothing_in_a_real_browser() {
    let app = TestApp::start().await;
    app.add(Role::Officer).await;
    let (base, browser) = (format!("http://{}", app.address()), Browser::open(Look::DESKTOP).await);
    let save = "main form.form button[type=submit]";
    browser.go(&format!("{base}/sign-in?back={NEW}")).await;
    browser.type_into("f-email", &TestApp::email(Role::Officer)).await;
    browser.type_into("f-password", PASSWORD).await;
    browser.leave_by(save).await;
    browser.type_into("f-title", "Written first").await;
    browser.type_into("f-aware", "2026-11-20 11:00").await;
    browser.ask("document.querySelector('[name=basis]').value = 'confirmed'; return 1").await;
    browser.leave_by(save).await;
    browser.driver.back().await.unwrap();
    browser.ask("document.querySelector('#f-title').value = 'Written second'; return 1").await;
    browser.leave_by(save).await;
    let asked = browser.ask("return document.querySelector('main').innerText").await;
    assert!(asked.as_str().unwrap().contains("Written second"), "{asked}");
    browser.leave_by(save).await;
    let told = browser.ask("return document.querySelector('main').innerText").await;
    assert!(told.as_str().unwrap().contains("Written second"), "the page is that of what was written: {told}");
    browser.go(&format!("{base}/incidents")).await;
    let list = browser.ask("return document.querySelector('main').innerText").await;
    let both = ["Written first", "Written second"].iter().all(|title| list.as_str().unwrap().contains(title));
    assert!(both, "{list}");
}
