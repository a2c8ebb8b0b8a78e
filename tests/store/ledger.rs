//! The ledger: order, optimistic concurrency, and a chain in which any tampering shows.

use super::{at, on_both};
use diesel::connection::SimpleConnection;
use dutyclock::db::ledger::verify;
use dutyclock::db::ledger::verify::{Broken, VerifyError, Why};
use dutyclock::db::ledger::{self, LedgerError, NewEntry, Salt};
use dutyclock::db::{Store, StoreError};
use serde_json::json;

on_both!(
    entries_come_back_as_they_were_recorded,
    streams_are_listed_by_prefix_and_by_kind,
    a_stream_that_moved_is_told_and_nothing_is_saved,
    numbers_that_json_would_bend_are_refused,
    many_writers_leave_one_unbroken_chain,
    writers_of_one_stream_never_overwrite_each_other,
    the_first_broken_entry_is_named,
    any_change_to_any_column_shows,
    an_empty_ledger_is_sound,
    an_entry_before_the_first_is_seen,
    an_erased_body_leaves_the_chain_whole_and_is_counted,
    body_and_salt_are_erased_together_or_not_at_all,
    the_hash_is_what_the_documentation_says,
);

const SALT: Salt = *b"0123456789abcdef0123456789abcdef";

fn entry(n: i64) -> NewEntry {
    NewEntry {
        kind: "fact-recorded".into(),
        version: 1,
        body: json!({ "n": n, "a": "한글 \u{1F525} \"<b>" }),
        salt: SALT,
    }
}

fn record(store: &Store, stream: &str, expected: i64, count: i64) -> Result<ledger::Appended, LedgerError> {
    let entries: Vec<_> = (1..=count).map(entry).collect();
    store.write_blocking(|db| ledger::append(db, stream, expected, "account:1", at(expected), &entries))
}

fn verified(store: &Store) -> Result<verify::Verified, VerifyError> {
    store.read_blocking(verify::verify)
}

fn fault(store: &Store) -> Broken {
    match verified(store) {
        Err(VerifyError::Broken(broken)) => broken,
        other => panic!("expected a broken chain: {other:?}"),
    }
}

fn tamper(store: &Store, sql: &str) {
    store.write_blocking(|db| db.batch_execute(sql).map_err(StoreError::from)).unwrap();
}

fn entries_come_back_as_they_were_recorded(store: &Store) {
    assert_eq!(record(store, "incident:a", 0, 2).unwrap(), ledger::Appended { first_number: 1, position: 2 });
    assert_eq!(record(store, "incident:b", 0, 1).unwrap(), ledger::Appended { first_number: 3, position: 1 });
    assert_eq!(record(store, "incident:a", 2, 1).unwrap(), ledger::Appended { first_number: 4, position: 3 });
    let entries = store.read_blocking(|db| ledger::load(db, "incident:a")).unwrap();
    let places: Vec<_> = entries.iter().map(|e| (e.number, e.position)).collect();
    assert_eq!(places, [(1, 1), (2, 2), (4, 3)]);
    let first = &entries[0];
    assert_eq!((first.who.as_str(), first.at, first.version), ("account:1", at(0), 1));
    assert_eq!(first.body, Some(entry(1).body));
    assert_eq!(entries[1].previous, first.hash);
    let later = store.read_blocking(|db| ledger::load_from(db, "incident:a", 3)).unwrap();
    assert_eq!(later, entries[2..]);
    let tail: Vec<_> = store.read_blocking(|db| ledger::tail(db, 2)).unwrap().iter().map(|e| e.number).collect();
    assert_eq!(tail, [4, 3]);
    let head = store.read_blocking(ledger::head).unwrap();
    assert_eq!((head.number, &head.hash), (4, &entries[2].hash));
    assert_eq!(store.read_blocking(|db| ledger::last(db, "incident:a")).unwrap().as_ref(), entries.last());
    assert!(store.read_blocking(|db| ledger::load(db, "incident:none")).unwrap().is_empty());
    assert_eq!(store.read_blocking(|db| ledger::last(db, "incident:none")).unwrap(), None);
}

fn streams_are_listed_by_prefix_and_by_kind(store: &Store) {
    for stream in ["incident:b", "organisation", "incident:a", "Incident:c", "incident;d", "incident:한"] {
        record(store, stream, 0, 2).unwrap();
    }
    let names = store.read_blocking(|db| ledger::streams(db, "incident:")).unwrap();
    assert_eq!(names, ["incident:b", "incident:a", "incident:한"], "in the order in which they began");
    let other = NewEntry { kind: "stopped".into(), version: 1, body: json!({}), salt: SALT };
    store.write_blocking(|db| ledger::append(db, "incident:a", 2, "x", at(9), &[other])).unwrap();
    assert_eq!(store.read_blocking(|db| ledger::load_kind_streams(db, "stopped")).unwrap(), ["incident:a"]);
    assert_eq!(store.read_blocking(|db| ledger::load_kind_streams(db, "fact-recorded")).unwrap().len(), 6);
}

fn a_stream_that_moved_is_told_and_nothing_is_saved(store: &Store) {
    record(store, "incident:a", 0, 3).unwrap();
    for seen in [0, 2, 4] {
        let refused = record(store, "incident:a", seen, 2).unwrap_err();
        assert!(matches!(refused, LedgerError::Moved { expected, actual: 3 } if expected == seen), "{refused:?}");
    }
    assert_eq!(store.read_blocking(ledger::head).unwrap().number, 3);
    assert_eq!(verified(store).unwrap().entries, 3);
}

fn numbers_that_json_would_bend_are_refused(store: &Store) {
    let record = |body| {
        let entries = [NewEntry { kind: "k".into(), version: 1, body, salt: SALT }];
        store.write_blocking(|db| {
            let position = ledger::position(db, "s")?;
            ledger::append(db, "s", position, "w", at(0), &entries)
        })
    };
    let largest: i64 = 9_007_199_254_740_991;
    record(json!([{ "won": largest, "loss": -largest }])).unwrap();
    for too_much in [json!([{ "won": largest + 1 }]), json!(-largest - 1), json!(u64::MAX)] {
        assert!(matches!(record(too_much), Err(LedgerError::Unrepresentable { .. })));
    }
    let stored = store.read_blocking(|db| ledger::load(db, "s")).unwrap();
    assert_eq!(stored[0].body, Some(json!([{ "won": largest, "loss": -largest }])));
}

fn many_writers_leave_one_unbroken_chain(store: &Store) {
    let second = Store::open(store.url()).unwrap();
    std::thread::scope(|scope| {
        for (n, store) in [store, &second, store, &second].into_iter().enumerate() {
            scope.spawn(move || {
                for position in 0..250 {
                    record(store, &format!("incident:{n}"), position, 1).unwrap();
                }
            });
        }
    });
    assert_eq!(verified(store).unwrap().entries, 1_000);
}

fn writers_of_one_stream_never_overwrite_each_other(store: &Store) {
    let won = std::sync::atomic::AtomicI64::new(0);
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for _ in 0..50 {
                    let seen = store.read_blocking(|db| ledger::position(db, "one")).unwrap();
                    match record(store, "one", seen, 1) {
                        Ok(_) => won.fetch_add(1, std::sync::atomic::Ordering::SeqCst),
                        Err(LedgerError::Moved { expected, actual }) if actual > expected => 0,
                        Err(other) => panic!("{other:?}"),
                    };
                }
            });
        }
    });
    let won = won.into_inner();
    assert_eq!(store.read_blocking(|db| ledger::position(db, "one")).unwrap(), won);
    assert_eq!(verified(store).unwrap().entries, won);
}

fn the_first_broken_entry_is_named(store: &Store) {
    record(store, "incident:a", 0, 6).unwrap();
    record(store, "incident:b", 0, 6).unwrap();
    assert_eq!(verified(store).unwrap().entries, 12);

    tamper(store, "UPDATE ledger SET body = '{\"n\":99}' WHERE number IN (9, 11)");
    let broken = fault(store);
    assert_eq!((broken.number, broken.stream.as_deref(), broken.position), (9, Some("incident:b"), 3));
    assert_eq!(broken.why, Why::Changed);
    assert!(broken.to_string().contains("entry 9 (incident:b, position 3)"), "{broken}");

    tamper(store, "DELETE FROM ledger WHERE number = 5");
    assert_eq!((fault(store).number, fault(store).why), (5, Why::Missing));

    tamper(store, "DELETE FROM ledger WHERE number > 4");
    assert_eq!((fault(store).number, fault(store).why), (5, Why::CutOff));

    tamper(store, "UPDATE chain_head SET number = 3");
    assert_eq!((fault(store).number, fault(store).why), (3, Why::WrongHead));

    tamper(store, "DELETE FROM ledger WHERE number = 1");
    assert_eq!((fault(store).number, fault(store).why), (1, Why::Missing));
}

fn any_change_to_any_column_shows(store: &Store) {
    record(store, "incident:a", 0, 4).unwrap();
    let changes = [
        "stream = 'incident:z'",
        "position = 40",
        "at = at + 1",
        "who = 'account:2'",
        "kind = 'fact-removed'",
        "version = 2",
        "body = ' ' || body",
        "body = replace(body, '<b>', '<i>')",
        "body = 'null'",
        "salt = CASE substr(salt, 1, 1) WHEN 'a' THEN 'b' ELSE 'a' END || substr(salt, 2)",
        "body_hash = replace(body_hash, substr(body_hash, 1, 1), 'x')",
        "previous = replace(previous, substr(previous, 1, 1), 'x')",
        "hash = replace(hash, substr(hash, 1, 1), 'x')",
    ];
    for change in changes {
        tamper(store, "CREATE TABLE kept AS SELECT * FROM ledger WHERE number = 3");
        tamper(store, &format!("UPDATE ledger SET {change} WHERE number = 3"));
        assert_eq!(fault(store).number, 3, "{change}");
        tamper(store, "DELETE FROM ledger WHERE number = 3; INSERT INTO ledger SELECT * FROM kept; DROP TABLE kept");
        assert_eq!(verified(store).unwrap().entries, 4);
    }
    tamper(store, "UPDATE ledger SET number = 100 WHERE number = 2");
    tamper(store, "UPDATE ledger SET number = 2 WHERE number = 3");
    tamper(store, "UPDATE ledger SET number = 3 WHERE number = 100");
    assert_eq!((fault(store).number, fault(store).why), (2, Why::Changed), "two entries changed places");
}

fn an_empty_ledger_is_sound(store: &Store) {
    assert_eq!(verified(store).unwrap(), verify::Verified { entries: 0, erased: 0, head: verify::BEGINNING.into() });
}

fn an_entry_before_the_first_is_seen(store: &Store) {
    record(store, "incident:a", 0, 2).unwrap();
    let lifted = if store.url().is_sqlite() {
        "PRAGMA ignore_check_constraints = ON"
    } else {
        "ALTER TABLE ledger DROP CONSTRAINT IF EXISTS ledger_number_check"
    };
    tamper(store, lifted);
    let forged = "f".repeat(64);
    tamper(
        store,
        &format!(
            "INSERT INTO ledger (number, stream, position, at, who, kind, version, body, salt, body_hash, previous, hash) \
             SELECT -1, 'incident:forged', 1, at, who, kind, version, body, salt, body_hash, previous, '{forged}' \
             FROM ledger WHERE number = 1"
        ),
    );
    let broken = fault(store);
    assert_eq!((broken.number, broken.stream.as_deref()), (-1, Some("incident:forged")));
    assert_eq!(broken.why, Why::BeforeBeginning);
}

/// Lifts the database's own check that body and salt go together, as somebody who tampers would.
fn lift_checks(store: &Store) {
    let sql = if store.url().is_sqlite() {
        "PRAGMA ignore_check_constraints = ON"
    } else {
        "ALTER TABLE ledger DROP CONSTRAINT ledger_erased_together"
    };
    tamper(store, sql);
}

fn an_erased_body_leaves_the_chain_whole_and_is_counted(store: &Store) {
    record(store, "incident:a", 0, 4).unwrap();
    let before = verified(store).unwrap();
    tamper(store, "UPDATE ledger SET body = NULL, salt = NULL WHERE number IN (2, 4)");
    assert_eq!(verified(store).unwrap(), verify::Verified { erased: 2, ..before });
    let entries = store.read_blocking(|db| ledger::load(db, "incident:a")).unwrap();
    let kept: Vec<_> = entries.iter().map(|entry| (entry.number, entry.body.is_some())).collect();
    assert_eq!(kept, [(1, true), (2, false), (3, true), (4, false)]);
    assert_eq!(entries[1].kind, "fact-recorded", "what kind of thing it was stays");
    record(store, "incident:a", 4, 1).unwrap();
    assert_eq!(verified(store).unwrap().entries, 5);
    tamper(store, "UPDATE ledger SET kind = 'note-added' WHERE number = 2");
    assert_eq!((fault(store).number, fault(store).why), (2, Why::Changed), "an erased entry is still on the chain");
}

fn body_and_salt_are_erased_together_or_not_at_all(store: &Store) {
    record(store, "incident:a", 0, 3).unwrap();
    for half in ["body", "salt"] {
        let sql = format!("UPDATE ledger SET {half} = NULL WHERE number = 2");
        let refused = store.write_blocking(|db| db.batch_execute(&sql).map_err(StoreError::from));
        assert!(matches!(refused, Err(StoreError::Conflict(_))), "{half}");
    }
    lift_checks(store);
    for half in ["body", "salt"] {
        tamper(store, "CREATE TABLE kept AS SELECT * FROM ledger WHERE number = 2");
        tamper(store, &format!("UPDATE ledger SET {half} = NULL WHERE number = 2"));
        assert_eq!((fault(store).number, fault(store).why), (2, Why::HalfErased), "{half}");
        tamper(store, "DELETE FROM ledger WHERE number = 2; INSERT INTO ledger SELECT * FROM kept; DROP TABLE kept");
    }
    tamper(store, "UPDATE ledger SET body = '{}' WHERE number = 3");
    assert_eq!((fault(store).number, fault(store).why), (3, Why::Changed));
}

/// The constant was worked out with another program (Python's hashlib over salt and sorted JSON), not with ours.
fn the_hash_is_what_the_documentation_says(store: &Store) {
    let entries = [NewEntry {
        kind: "opened".into(),
        version: 1,
        body: json!({ "title": "유출", "b": [1, true, null] }),
        salt: SALT,
    }];
    store.write_blocking(|db| ledger::append(db, "incident:x", 0, "account:1", at(0), &entries)).unwrap();
    let head = store.read_blocking(ledger::head).unwrap();
    assert_eq!(head.hash, "fdd046bff593238d7a0ac13078009b319abc8dd27d23e5d209dbc872654db0dc");
}
