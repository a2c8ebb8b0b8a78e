//! Links that work once are stored nowhere: the one in a mail is made when the mail is sent, and whoever reads the database
//! or a copy of it finds none that leads in.

use dutyclock::app::desk::actor::Role;
use dutyclock::db::outbox::{self, Message, State};
use dutyclock::db::{Db, Page, invitation};
use dutyclock::mail::Transport;
use dutyclock::tasks::deliver::deliver_once;
use reqwest::StatusCode;

use crate::support::app::{PASSWORD, TestApp};

const LEE: [(&str, &str); 3] = [("name", "Lee"), ("email", "lee@example.org"), ("role", "reader")];

/// Everything that lies in the data folder.
fn stored(app: &TestApp) -> Vec<u8> {
    let files = std::fs::read_dir(app.home.folder()).unwrap().map(|file| file.unwrap().path());
    files.filter(|path| path.is_file()).flat_map(|path| std::fs::read(path).unwrap()).collect()
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

/// The path of the link in a mail.
fn link(text: &str) -> String {
    let link = text.split_whitespace().find(|word| word.starts_with("http://127.0.0.1/invitation/")).expect("a link");
    link.strip_prefix("http://127.0.0.1").unwrap().to_owned()
}

fn messages(app: &TestApp) -> Vec<Message> {
    let list = |db: &mut Db| outbox::list(db, &outbox::Filter::default(), Page::first(50));
    app.web.desk.store.read_blocking(list).unwrap().0
}

#[tokio::test]
async fn no_link_that_leads_in_is_stored_before_or_after_its_mail_is_sent() {
    let app = TestApp::start().await;
    let admin = app.sign_in(Role::Administrator).await;
    let shown = link(&admin.submit("/people", "/people", &LEE).await.page().text("code"));
    let token = |path: &str| path.rsplit_once('/').unwrap().1.to_owned();
    assert!(holds(&stored(&app), "lee@example.org"), "what is stored is read");
    assert!(!holds(&stored(&app), &token(&shown)), "the link that was shown once");
    let transport = Transport::memory();
    assert_eq!(deliver_once(&app.web.desk, &transport, "test").await.unwrap().sent, 1);
    let sent = transport.sent().remove(0);
    let mailed = link(&sent.text);
    assert!(sent.html.contains(&mailed) && mailed != shown, "{mailed}");
    assert!(!holds(&stored(&app), &token(&mailed)), "the link that was mailed");
    assert_eq!(messages(&app)[0].text, "", "the message is not kept either");

    let invited = app.visitor();
    let answer = invited.submit(&mailed, &mailed, &[("password", PASSWORD), ("again", PASSWORD)]).await;
    assert_eq!(answer.location(), "/", "{}", answer.text());
    for spent in [&mailed, &shown] {
        assert_eq!(app.visitor().get(spent).await.status, StatusCode::CONFLICT, "{spent} is spent");
    }
}

#[tokio::test]
async fn a_mail_that_failed_carries_a_link_that_works_when_it_is_tried_again() {
    let app = TestApp::start().await;
    let admin = app.sign_in(Role::Administrator).await;
    admin.submit("/people", "/people", &LEE).await;
    let id = messages(&app)[0].id;
    let now = app.clock.now();
    let fail = |db: &mut Db| {
        outbox::lease(db, "test", now, 60, 1)?;
        outbox::failed(db, id, "test", "451 later", now)
    };
    app.web.desk.store.write_blocking(fail).unwrap();
    let transport = Transport::memory();
    deliver_once(&app.web.desk, &transport, "test").await.unwrap();
    let mailed = link(&transport.sent().remove(0).text);
    assert_eq!(app.visitor().get(&mailed).await.status, StatusCode::OK);
}

#[tokio::test]
async fn an_invitation_that_is_over_is_not_sent_late_with_a_fresh_way_in() {
    let app = TestApp::start().await;
    let admin = app.sign_in(Role::Administrator).await;
    let shown = link(&admin.submit("/people", "/people", &LEE).await.page().text("code"));
    let invited = app.visitor();
    invited.submit(&shown, &shown, &[("password", PASSWORD), ("again", PASSWORD)]).await.location();
    let transport = Transport::memory();
    let delivered = deliver_once(&app.web.desk, &transport, "test").await.unwrap();
    assert_eq!((delivered.sent, delivered.given_up, transport.sent().len()), (0, 1, 0));
    let message = messages(&app).remove(0);
    assert_eq!(message.state, State::GivenUp);
    assert!(message.last_error.unwrap().contains("accepted"));
}

#[tokio::test]
async fn a_link_from_before_is_forgotten_once_its_mail_is_sent() {
    let app = TestApp::start().await;
    let admin = app.sign_in(Role::Administrator).await;
    admin.submit("/people", "/people", &LEE).await;
    // As programs before this one stored it.
    let sql = "UPDATE outbox SET text = 'http://127.0.0.1/invitation/an-old-token', html = text";
    let before = |db: &mut Db| {
        use diesel::connection::SimpleConnection;
        db.batch_execute(sql).map_err(dutyclock::db::StoreError::from)
    };
    app.web.desk.store.write_blocking(before).unwrap();
    let transport = Transport::memory();
    deliver_once(&app.web.desk, &transport, "test").await.unwrap();
    assert!(transport.sent()[0].text.contains("an-old-token"), "it is the only one its reader has");
    assert_eq!((messages(&app)[0].text.as_str(), messages(&app)[0].html.as_str()), ("", ""));
}

#[tokio::test]
async fn the_set_up_link_is_stored_as_a_hash_only() {
    let app = TestApp::start().await;
    let token = app.web.desk.set_up_token().await.unwrap().unwrap();
    let hash = dutyclock::app::account::password::token_hash(&token);
    let now = app.clock.now();
    let found = app.web.desk.store.read_blocking(|db| invitation::find(db, &hash, now)).unwrap();
    assert!(found.is_some() && holds(&stored(&app), &hash) && !holds(&stored(&app), &token));
}
