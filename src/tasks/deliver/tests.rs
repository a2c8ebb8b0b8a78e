//! What becomes of messages when servers fail, instances die and addresses are wrong.

use super::*;
use crate::app::desk::test_desk::TestDesk;
use crate::app::watch::escalate::escalate_once;
use crate::db::outbox::{NewMessage, State};
use crate::db::{Page, StoreError};
use crate::law::base::words::Lang;
use crate::mail::{Security, Sender, SmtpSettings};

fn all(test: &TestDesk) -> Vec<Message> {
    let list = |db: &mut crate::db::Db| outbox::list(db, &outbox::Filter::default(), Page::first(500));
    test.desk.store.read_blocking(list).unwrap_or_else(|e: StoreError| panic!("{e}")).0
}

/// A mail server that nobody runs.
fn unreachable() -> Transport {
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let settings = SmtpSettings {
        host: "127.0.0.1".to_owned(),
        port,
        security: Security::None,
        username: None,
        password: None,
        from: Sender::parse("duty@example.org").unwrap(),
        helo: None,
        root_certificate: None,
    };
    Transport::smtp(&settings).unwrap()
}

async fn with_warnings() -> TestDesk {
    let test = TestDesk::open("2026-11-17 16:00").await;
    test.incident("2026-11-17 16:00").await;
    escalate_once(&test.desk).await.unwrap();
    test
}

fn queue_one(test: &TestDesk, recipient: &str) {
    let now = test.desk.now();
    let message = NewMessage {
        natural_key: "one".to_owned(),
        kind: "warning".to_owned(),
        stream: None,
        recipient: recipient.to_owned(),
        lang: Lang::En,
        subject: "subject".to_owned(),
        text: "text".to_owned(),
        html: "<p>text</p>".to_owned(),
        ics: None,
        message_id: "a.b".to_owned(),
        created_at: now,
        not_before: now,
    };
    let queue = |db: &mut crate::db::Db| outbox::queue(db, &[message]);
    test.desk.store.write_blocking(queue).unwrap_or_else(|e: StoreError| panic!("{e}"));
}

#[tokio::test]
async fn everything_queued_is_sent_once() {
    let (test, transport) = (with_warnings().await, Transport::memory());
    let queued = all(&test).len();
    assert!(queued > 0);
    while deliver_once(&test.desk, &transport, "one").await.unwrap().any() {}
    assert_eq!(transport.sent().len(), queued);
    assert!(all(&test).iter().all(|message| message.state == State::Sent));
    assert!(!deliver_once(&test.desk, &transport, "two").await.unwrap().any());
}

#[tokio::test]
async fn two_instances_share_the_work_without_doubling_it() {
    let (test, one, two) = (with_warnings().await, Transport::memory(), Transport::memory());
    let work = async |transport: &Transport, name: &str| {
        while deliver_once(&test.desk, transport, name).await.unwrap().any() {}
    };
    tokio::join!(work(&one, "one"), work(&two, "two"));
    assert_eq!(one.sent().len() + two.sent().len(), all(&test).len());
}

#[tokio::test]
async fn an_unreachable_server_is_tried_again_at_growing_distances_and_nothing_is_dropped() {
    let (test, transport) = (TestDesk::open("2026-11-17 16:00").await, unreachable());
    queue_one(&test, "officer@example.org");
    for wait in [30, 120, 600, 1_800, 3_600, 3_600] {
        assert_eq!(deliver_once(&test.desk, &transport, "one").await.unwrap().failed, 1);
        test.clock.advance(wait - 1);
        assert!(!deliver_once(&test.desk, &transport, "one").await.unwrap().any(), "{wait}");
        test.clock.advance(1);
    }
    let [message] = all(&test).try_into().unwrap();
    assert_eq!(message.state, State::Failed);
    assert!(message.last_error.is_some());
    deliver_once(&test.desk, &Transport::memory(), "one").await.unwrap();
    assert_eq!(all(&test).first().map(|message| message.state), Some(State::Sent));
}

#[tokio::test]
async fn what_can_never_be_sent_is_given_up_after_a_day_and_stays_in_the_list() {
    let (test, transport) = (TestDesk::open("2026-11-17 16:00").await, Transport::memory());
    queue_one(&test, "nobody");
    let mut rounds = 0;
    loop {
        let delivered = deliver_once(&test.desk, &transport, "one").await.unwrap();
        rounds += 1;
        if delivered.given_up == 1 {
            break;
        }
        assert_eq!(delivered.failed, 1);
        test.clock.advance(HOUR);
    }
    assert_eq!(rounds, 25);
    assert_eq!(all(&test).first().map(|message| message.state), Some(State::GivenUp));
}

#[tokio::test]
async fn a_lease_that_ran_out_is_taken_up_by_another_instance() {
    let (test, transport) = (TestDesk::open("2026-11-17 16:00").await, Transport::memory());
    queue_one(&test, "officer@example.org");
    let now = test.desk.now();
    let lease = |db: &mut crate::db::Db| outbox::lease(db, "dead", now, LEASE, 1);
    assert_eq!(test.desk.store.write_blocking(lease).unwrap_or_else(|e: StoreError| panic!("{e}")).len(), 1);
    assert!(!deliver_once(&test.desk, &transport, "alive").await.unwrap().any());
    test.clock.advance(LEASE);
    assert_eq!(deliver_once(&test.desk, &transport, "alive").await.unwrap().sent, 1);
}
