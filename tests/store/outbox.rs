//! The outbox never loses and never doubles.

use super::{at, on_both};
use dutyclock::db::outbox::{self, Counts, Filter, Message, NewMessage, State};
use dutyclock::db::{Page, Store};
use dutyclock::law::base::words::Lang;
use std::collections::BTreeSet;
use std::sync::Mutex;

on_both!(
    a_natural_key_is_queued_once_for_ever,
    a_message_comes_back_as_it_was_queued,
    a_lease_is_for_one_instance_until_it_runs_out,
    four_instances_lease_each_message_once,
    a_failure_waits_and_is_kept,
    what_is_given_up_stays_and_can_be_asked_for_again,
    what_was_sent_stays_sent,
    a_lost_lease_cannot_undo_another_instances_work,
    the_numbers_tell_what_is_stuck,
);

fn message(key: &str) -> NewMessage {
    NewMessage {
        natural_key: key.into(),
        kind: "rung".into(),
        stream: Some("incident:1".into()),
        recipient: "Ann_1@example.org".into(),
        lang: Lang::Ko,
        subject: "24시간 신고".into(),
        text: "text".into(),
        html: "<p>html</p>".into(),
        ics: Some("BEGIN:VCALENDAR".into()),
        message_id: format!("<{key}@example.org>"),
        created_at: at(0),
        not_before: at(0),
    }
}

fn queue(store: &Store, keys: &[&str]) -> usize {
    let messages: Vec<_> = keys.iter().map(|key| message(key)).collect();
    store.write_blocking(|db| outbox::queue(db, &messages)).unwrap()
}

fn lease(store: &Store, by: &str, now: i64) -> Vec<Message> {
    store.write_blocking(|db| outbox::lease(db, by, at(now), 60, 100)).unwrap()
}

fn state(store: &Store, id: i64) -> State {
    store.read_blocking(|db| outbox::get(db, id)).unwrap().unwrap().state
}

fn a_natural_key_is_queued_once_for_ever(store: &Store) {
    assert_eq!(queue(store, &["a", "b", "a"]), 2);
    for message in lease(store, "one", 0) {
        store.write_blocking(|db| outbox::sent(db, message.id, "one", at(1))).unwrap();
    }
    assert_eq!(queue(store, &["b", "c"]), 1, "also after it was sent");
}

fn a_message_comes_back_as_it_was_queued(store: &Store) {
    queue(store, &["a"]);
    let (rows, total) = store.read_blocking(|db| outbox::list(db, &Filter::default(), Page::first(5))).unwrap();
    assert_eq!(total, 1);
    let (stored, new) = (&rows[0], message("a"));
    assert_eq!((&stored.natural_key, &stored.kind, &stored.stream), (&new.natural_key, &new.kind, &new.stream));
    assert_eq!((&stored.recipient, stored.lang, &stored.subject), (&new.recipient, new.lang, &new.subject));
    assert_eq!((&stored.text, &stored.html, &stored.ics), (&new.text, &new.html, &new.ics));
    assert_eq!((&stored.message_id, stored.created_at, stored.not_before), (&new.message_id, at(0), at(0)));
    assert_eq!((stored.state, stored.attempts, stored.sent_at), (State::Queued, 0, None));
    assert_eq!(store.read_blocking(|db| outbox::of_stream(db, "incident:1")).unwrap(), rows);
    let only = |filter| store.read_blocking(|db| outbox::list(db, &filter, Page::first(5))).unwrap().1;
    assert_eq!(only(Filter { stream: Some("incident:1".into()), ..Filter::default() }), 1);
    assert_eq!(only(Filter { state: Some(State::Sent), ..Filter::default() }), 0);
    assert_eq!(only(Filter { stream: Some("incident:2".into()), ..Filter::default() }), 0);
}

fn a_lease_is_for_one_instance_until_it_runs_out(store: &Store) {
    queue(store, &["a"]);
    let later = NewMessage { not_before: at(1_000), ..message("later") };
    store.write_blocking(|db| outbox::queue(db, &[later])).unwrap();
    let first = lease(store, "one", 0);
    assert_eq!((first.len(), first[0].attempts), (1, 1));
    assert_eq!((first[0].leased_by.as_deref(), first[0].leased_until), (Some("one"), Some(at(60))));
    assert!(lease(store, "two", 59).is_empty());
    let second = lease(store, "two", 60);
    assert_eq!((second.len(), second[0].attempts, second[0].leased_by.as_deref()), (1, 2, Some("two")));
}

fn four_instances_lease_each_message_once(store: &Store) {
    let keys: Vec<_> = (0..100).map(|n| n.to_string()).collect();
    queue(store, &keys.iter().map(String::as_str).collect::<Vec<_>>());
    let second = Store::open(store.url()).unwrap();
    let (taken, doubles) = (Mutex::new(BTreeSet::new()), Mutex::new(0));
    std::thread::scope(|scope| {
        for (n, store) in [store, &second, store, &second].into_iter().enumerate() {
            let (taken, doubles) = (&taken, &doubles);
            scope.spawn(move || {
                loop {
                    let by = n.to_string();
                    let mine = store.write_blocking(|db| outbox::lease(db, &by, at(0), 60, 3)).unwrap();
                    if mine.is_empty() {
                        break;
                    }
                    for message in mine {
                        *doubles.lock().unwrap() += usize::from(!taken.lock().unwrap().insert(message.id));
                    }
                }
            });
        }
    });
    assert_eq!((taken.into_inner().unwrap().len(), doubles.into_inner().unwrap()), (100, 0));
}

fn a_failure_waits_and_is_kept(store: &Store) {
    queue(store, &["a"]);
    let id = lease(store, "one", 0)[0].id;
    assert!(store.write_blocking(|db| outbox::failed(db, id, "one", "451 try later", at(300))).unwrap());
    assert!(lease(store, "one", 299).is_empty());
    assert_eq!(state(store, id), State::Failed);
    let again = lease(store, "two", 300);
    assert_eq!((again[0].attempts, again[0].last_error.as_deref()), (2, Some("451 try later")));
}

fn what_is_given_up_stays_and_can_be_asked_for_again(store: &Store) {
    queue(store, &["a"]);
    let id = lease(store, "one", 0)[0].id;
    assert!(!store.write_blocking(|db| outbox::retry_now(db, id, at(1))).unwrap(), "not while it is being sent");
    assert!(store.write_blocking(|db| outbox::give_up(db, id, "one", "550 no such user")).unwrap());
    assert!(lease(store, "one", 1_000_000).is_empty());
    assert_eq!(state(store, id), State::GivenUp);
    assert!(store.write_blocking(|db| outbox::retry_now(db, id, at(2_000_000))).unwrap());
    assert_eq!(lease(store, "one", 2_000_000).len(), 1);
}

fn what_was_sent_stays_sent(store: &Store) {
    queue(store, &["a"]);
    let id = lease(store, "one", 0)[0].id;
    assert!(store.write_blocking(|db| outbox::sent(db, id, "one", at(5))).unwrap());
    assert!(!store.write_blocking(|db| outbox::sent(db, id, "one", at(9))).unwrap());
    assert!(!store.write_blocking(|db| outbox::failed(db, id, "one", "late", at(9))).unwrap());
    assert!(!store.write_blocking(|db| outbox::retry_now(db, id, at(9))).unwrap());
    assert!(lease(store, "two", 1_000_000).is_empty());
    let stored = store.read_blocking(|db| outbox::get(db, id)).unwrap().unwrap();
    assert_eq!((stored.state, stored.sent_at, stored.last_error), (State::Sent, Some(at(5)), None));
}

fn a_lost_lease_cannot_undo_another_instances_work(store: &Store) {
    queue(store, &["a"]);
    let id = lease(store, "slow", 0)[0].id;
    assert_eq!(lease(store, "quick", 60).len(), 1);
    assert!(!store.write_blocking(|db| outbox::failed(db, id, "slow", "timeout", at(90))).unwrap());
    assert!(!store.write_blocking(|db| outbox::give_up(db, id, "slow", "timeout")).unwrap());
    assert_eq!(state(store, id), State::Leased);
    assert!(store.write_blocking(|db| outbox::sent(db, id, "slow", at(61))).unwrap(), "but what was sent was sent");
}

fn the_numbers_tell_what_is_stuck(store: &Store) {
    let counts = |now| store.read_blocking(|db| outbox::counts(db, at(now))).unwrap();
    assert_eq!(counts(0), Counts::default());
    queue(store, &["a", "b", "c", "d"]);
    assert_eq!(counts(600), Counts { queued: 4, ..Counts::default() });
    assert_eq!(counts(601), Counts { queued: 4, stuck: 4, ..Counts::default() });
    let leased = lease(store, "one", 0);
    let ids: Vec<_> = leased.iter().map(|message| message.id).collect();
    assert_eq!(counts(0).stuck, 0, "a first attempt under way is not stuck");
    store.write_blocking(|db| outbox::sent(db, ids[0], "one", at(1))).unwrap();
    store.write_blocking(|db| outbox::failed(db, ids[1], "one", "x", at(10_000))).unwrap();
    store.write_blocking(|db| outbox::give_up(db, ids[2], "one", "x")).unwrap();
    assert_eq!(counts(1), Counts { queued: 2, stuck: 1, sent: 1, given_up: 1 });
}
