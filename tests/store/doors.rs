//! The two doors: whole or not at all, one state while reading, no writing while reading, and the asynchronous forms.

use super::{at, on_both};
use diesel::connection::SimpleConnection;
use dutyclock::db::ledger::{self, LedgerError, NewEntry};
use dutyclock::db::{Db, Store, StoreError, secret};
use serde_json::json;

on_both!(
    what_is_refused_leaves_nothing_behind,
    a_panic_leaves_nothing_behind_and_the_store_usable,
    a_reader_sees_one_state_while_others_write,
    the_readers_door_does_not_write,
    a_read_then_write_is_alone,
    statements_are_counted,
    both_doors_open_from_asynchronous_code,
    what_was_stored_is_there_after_opening_again,
);

fn append(db: &mut Db) -> Result<i64, LedgerError> {
    let position = ledger::position(db, "s")?;
    let entry = NewEntry { kind: "k".into(), version: 1, body: json!({}), salt: [0; 32] };
    Ok(ledger::append(db, "s", position, "w", at(0), &[entry])?.position)
}

fn what_is_refused_leaves_nothing_behind(store: &Store) {
    let refused: Result<(), LedgerError> = store.write_blocking(|db| {
        append(db)?;
        secret::get_or_insert(db, "key", "value")?;
        Err(LedgerError::Moved { expected: 1, actual: 2 })
    });
    assert!(matches!(refused, Err(LedgerError::Moved { expected: 1, actual: 2 })), "the closure's own error comes out");
    assert_eq!(store.read_blocking(ledger::head).unwrap().number, 0);
    assert_eq!(store.read_blocking(|db| secret::get(db, "key")).unwrap(), None);
    assert_eq!(store.write_blocking(append).unwrap(), 1, "and the store goes on");
}

fn a_panic_leaves_nothing_behind_and_the_store_usable(store: &Store) {
    let clone = store.clone();
    let result = std::thread::spawn(move || {
        clone.write_blocking(|db| -> Result<(), LedgerError> {
            append(db)?;
            panic!("on purpose")
        })
    });
    assert!(result.join().is_err());
    assert_eq!(store.write_blocking(append).unwrap(), 1);
}

fn a_reader_sees_one_state_while_others_write(store: &Store) {
    let seen = store.read_blocking(|db| {
        let before = ledger::head(db)?.number;
        store.write_blocking(append).unwrap();
        Ok::<_, StoreError>((before, ledger::head(db)?.number))
    });
    assert_eq!(seen.unwrap(), (0, 0));
    assert_eq!(store.read_blocking(ledger::head).unwrap().number, 1);
}

fn the_readers_door_does_not_write(store: &Store) {
    assert!(store.read_blocking(append).is_err());
    assert_eq!(store.read_blocking(ledger::head).unwrap().number, 0);
}

fn a_read_then_write_is_alone(store: &Store) {
    let second = Store::open(store.url()).unwrap();
    std::thread::scope(|scope| {
        for store in [store, &second, store, &second] {
            scope.spawn(move || {
                for _ in 0..50 {
                    store.write_blocking(append).unwrap();
                }
            });
        }
    });
    assert_eq!(store.read_blocking(|db| ledger::position(db, "s")).unwrap(), 200);
}

fn statements_are_counted(store: &Store) {
    let cost = || {
        let before = store.statements();
        store.read_blocking(|db| ledger::load(db, "s")).unwrap();
        store.statements() - before
    };
    cost();
    let empty = cost();
    assert!(empty >= 1);
    for _ in 0..20 {
        store.write_blocking(append).unwrap();
    }
    assert_eq!(cost(), empty, "a longer stream costs no more statements");
}

fn both_doors_open_from_asynchronous_code(store: &Store) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        assert_eq!(store.write(append).await.unwrap(), 1);
        assert_eq!(store.read(ledger::head).await.unwrap().number, 1);
        let panicked = store.write(|_| -> Result<(), StoreError> { panic!("on purpose") }).await;
        assert!(matches!(panicked, Err(StoreError::Unexpected(_))));
        assert_eq!(store.write(append).await.unwrap(), 2);
    });
}

fn what_was_stored_is_there_after_opening_again(store: &Store) {
    store.write_blocking(append).unwrap();
    let again = Store::open(store.url()).unwrap();
    assert_eq!(again.read_blocking(ledger::head).unwrap(), store.read_blocking(ledger::head).unwrap());
    again.write_blocking(|db| db.batch_execute("SELECT 1").map_err(StoreError::from)).unwrap();
}
