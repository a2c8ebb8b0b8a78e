//! Accounts, sessions, links that work once, forms that act once, shared secrets and files.

use super::{at, on_both};
use dutyclock::db::account::{self, AccountId, Details, NewAccount};
use dutyclock::db::attempt::{self, Allowance};
use dutyclock::db::invitation::{self, Invitation};
use dutyclock::db::once::{self, Once};
use dutyclock::db::session::{self, Session};
use dutyclock::db::{Store, StoreError, blob, secret};
use dutyclock::law::base::words::Lang;

on_both!(
    an_address_has_one_account_however_it_is_written,
    an_account_changes_only_where_asked,
    a_session_brings_its_account_in_one_statement_and_ends,
    sessions_of_an_account_end_together_but_for_one,
    a_form_sent_twice_acts_once,
    a_link_works_once_and_only_in_time,
    of_two_that_use_a_link_at_once_one_wins,
    the_same_file_is_stored_once,
    all_instances_share_a_secret,
    attempts_are_counted_for_all_instances_and_forgotten_in_time,
    a_bucket_filled_by_a_wrong_clock_begins_anew,
);

fn person(email: &str) -> NewAccount {
    NewAccount {
        email: email.into(),
        name: "앤".into(),
        role: "officer".into(),
        lang: Lang::Ko,
        zone: None,
        position: String::new(),
        phone: None,
        password_hash: None,
        warned: true,
        created_at: at(0),
    }
}

fn add(store: &Store, email: &str) -> AccountId {
    store.write_blocking(|db| account::insert(db, &person(email))).unwrap()
}

fn sign_in(store: &Store, token: &str, account_id: AccountId) {
    let session = Session {
        token_hash: token.into(),
        account_id,
        csrf: "c".into(),
        created_at: at(0),
        seen_at: at(0),
        expires_at: at(100),
        flash: None,
    };
    store.write_blocking(|db| session::create(db, &session)).unwrap();
}

fn an_address_has_one_account_however_it_is_written(store: &Store) {
    let id = add(store, " Ann@Example.org ");
    let again = store.write_blocking(|db| account::insert(db, &person("ANN@example.ORG")));
    assert!(matches!(again, Err(StoreError::Conflict(_))));
    let found = store.read_blocking(|db| account::by_email(db, "ann@EXAMPLE.org")).unwrap().unwrap();
    assert_eq!((found.id, found.email.as_str(), found.lang), (id, "Ann@Example.org", Lang::Ko));
    assert_eq!((found.active, found.password_hash.as_deref()), (true, None));
    assert_eq!(store.read_blocking(|db| account::by_email(db, "bob@example.org")).unwrap(), None);
    assert_eq!(store.read_blocking(account::count).unwrap(), 1);
    assert!(!format!("{found:?}").contains("Ann"), "an account in a log shows its number only");
}

fn an_account_changes_only_where_asked(store: &Store) {
    let (ann, bob) = (add(store, "ann@example.org"), add(store, "bob@example.org"));
    let details = Details {
        name: "Ann".into(),
        role: "approver".into(),
        lang: Lang::En,
        zone: Some("Asia/Seoul".into()),
        position: "DPO".into(),
        phone: Some("02-123".into()),
        warned: false,
    };
    assert!(store.write_blocking(|db| account::update(db, ann, &details)).unwrap());
    assert!(!store.write_blocking(|db| account::update(db, AccountId(99), &details)).unwrap());
    store.write_blocking(|db| account::set_password(db, ann, "$argon2id$x")).unwrap();
    let changed = store.read_blocking(|db| account::by_id(db, ann)).unwrap().unwrap();
    assert_eq!((changed.role.as_str(), changed.zone.as_deref()), ("approver", Some("Asia/Seoul")));
    assert_eq!((changed.password_hash.as_deref(), changed.email.as_str()), (Some("$argon2id$x"), "ann@example.org"));
    assert_eq!(store.read_blocking(|db| account::by_id(db, bob)).unwrap().unwrap().name, "앤");
    let ids = |accounts: Vec<account::Account>| accounts.iter().map(|a| a.id).collect::<Vec<_>>();
    assert_eq!(ids(store.read_blocking(account::list).unwrap()), [ann, bob], "by name");
    assert_eq!(ids(store.read_blocking(account::warned).unwrap()), [bob]);
    let mut names = store.read_blocking(account::names).unwrap();
    names.sort();
    assert_eq!(names, [(ann.to_string(), "Ann".into()), (bob.to_string(), "앤".into())]);
    store.write_blocking(|db| account::set_active(db, bob, false)).unwrap();
    store.write_blocking(|db| account::set_role(db, ann, "reader")).unwrap();
    store.write_blocking(|db| account::set_lang(db, ann, Lang::Id)).unwrap();
    assert_eq!(ids(store.read_blocking(account::warned).unwrap()), []);
    assert_eq!(store.read_blocking(|db| account::count_active(db, "officer")).unwrap(), 0);
    assert_eq!(store.read_blocking(|db| account::count_active(db, "reader")).unwrap(), 1);
}

fn a_session_brings_its_account_in_one_statement_and_ends(store: &Store) {
    let ann = add(store, "ann@example.org");
    sign_in(store, "t", ann);
    let find = |now| store.read_blocking(|db| session::find(db, "t", at(now))).unwrap();
    let (found, account) = find(99).unwrap();
    assert_eq!((found.account_id, account.id, found.csrf.as_str()), (ann, ann, "c"));
    assert_eq!(find(100), None);
    assert!(store.write_blocking(|db| session::touch(db, "t", at(50), at(150))).unwrap());
    store.write_blocking(|db| session::set_flash(db, "t", Some("saved"))).unwrap();
    let (found, _) = find(149).unwrap();
    assert_eq!((found.seen_at, found.flash.as_deref()), (at(50), Some("saved")));
    store.write_blocking(|db| account::set_active(db, ann, false)).unwrap();
    assert_eq!(find(60), None, "an account that is switched off is signed out");
    assert_eq!(store.write_blocking(|db| session::expire(db, at(149))).unwrap(), 0);
    assert_eq!(store.write_blocking(|db| session::expire(db, at(150))).unwrap(), 1);
    let orphan = Session { account_id: AccountId(99), ..found };
    assert!(matches!(store.write_blocking(|db| session::create(db, &orphan)), Err(StoreError::Conflict(_))));
}

fn sessions_of_an_account_end_together_but_for_one(store: &Store) {
    let (ann, bob) = (add(store, "ann@example.org"), add(store, "bob@example.org"));
    for (token, who) in [("a1", ann), ("a2", ann), ("a3", ann), ("b1", bob)] {
        sign_in(store, token, who);
    }
    assert_eq!(store.write_blocking(|db| session::delete_of(db, ann, Some("a2"))).unwrap(), 2);
    assert!(store.read_blocking(|db| session::find(db, "a2", at(1))).unwrap().is_some());
    assert_eq!(store.write_blocking(|db| session::delete_of(db, ann, None)).unwrap(), 1);
    assert!(store.read_blocking(|db| session::find(db, "b1", at(1))).unwrap().is_some());
    store.write_blocking(|db| session::delete(db, "b1")).unwrap();
    assert!(store.read_blocking(|db| session::find(db, "b1", at(1))).unwrap().is_none());
}

fn a_form_sent_twice_acts_once(store: &Store) {
    let (ann, bob) = (add(store, "ann@example.org"), add(store, "bob@example.org"));
    let begin = |who| store.write_blocking(|db| once::begin(db, "k", "c", who, at(0))).unwrap();
    let refused: Result<(), StoreError> = store.write_blocking(|db| {
        once::begin(db, "k", "c", ann, at(0))?;
        once::finish(db, "k", ann, "/nowhere")?;
        Err(StoreError::corrupt("on purpose"))
    });
    assert!(refused.is_err());
    assert_eq!(begin(ann), Once::Fresh, "what was undone has not acted");
    store.write_blocking(|db| once::finish(db, "k", ann, "/incidents/1")).unwrap();
    assert_eq!(begin(ann), Once::Replay("/incidents/1".into()));
    let other = store.write_blocking(|db| once::begin(db, "k", "d", ann, at(9))).unwrap();
    assert_eq!(other, Once::Other { at: at(0) }, "other content is another form");
    assert_eq!(begin(bob), Once::Fresh, "nobody learns where another's form led");
    let unbegun = store.write_blocking(|db| once::finish(db, "never", ann, "/x"));
    assert!(matches!(unbegun, Err(StoreError::Conflict(_))));
    assert_eq!(store.write_blocking(|db| once::expire(db, at(1))).unwrap(), 2);
    assert_eq!(begin(ann), Once::Fresh);
}

fn link(token: &str, account_id: Option<AccountId>) -> Invitation {
    Invitation {
        token_hash: token.into(),
        account_id,
        purpose: "setup".into(),
        created_at: at(0),
        expires_at: at(100),
        used_at: None,
        made_by: None,
    }
}

fn a_link_works_once_and_only_in_time(store: &Store) {
    let ann = add(store, "ann@example.org");
    for new in [link("a", Some(ann)), link("b", None), link("c", None)] {
        store.write_blocking(|db| invitation::create(db, &new)).unwrap();
    }
    let take = |token: &'static str, now| store.write_blocking(|db| invitation::use_once(db, token, at(now))).unwrap();
    let look = |token: &'static str, now| store.read_blocking(|db| invitation::find(db, token, at(now))).unwrap();
    assert_eq!(look("a", 99), Some(link("a", Some(ann))), "looking does not use it up");
    assert_eq!((look("a", 100), take("a", 100), take("x", 0)), (None, None, None));
    assert_eq!(take("a", 99), Some(Invitation { used_at: Some(at(99)), ..link("a", Some(ann)) }));
    assert_eq!((look("a", 99), take("a", 99)), (None, None));
    assert_eq!(store.write_blocking(|db| invitation::withdraw(db, "setup", None)).unwrap(), 2);
    assert_eq!(take("b", 1), None);
}

fn of_two_that_use_a_link_at_once_one_wins(store: &Store) {
    store.write_blocking(|db| invitation::create(db, &link("a", None))).unwrap();
    let won = std::sync::atomic::AtomicU32::new(0);
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                if store.write_blocking(|db| invitation::use_once(db, "a", at(1))).unwrap().is_some() {
                    won.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
                }
            });
        }
    });
    assert_eq!(won.into_inner(), 1);
}

fn the_same_file_is_stored_once(store: &Store) {
    let bytes: Vec<u8> = (0..=255).cycle().take(100_000).collect();
    let put = |now| store.write_blocking(|db| blob::put(db, "application/pdf", &bytes, at(now))).unwrap();
    let name = put(0);
    assert_eq!(put(9), name);
    let stored = store.read_blocking(|db| blob::get(db, &name)).unwrap().unwrap();
    assert_eq!(
        (stored.bytes.len(), stored.created_at, stored.media_type.as_str()),
        (100_000, at(0), "application/pdf")
    );
    assert_eq!(stored.bytes, bytes);
    assert_eq!(store.read_blocking(|db| blob::get(db, "00")).unwrap(), None);
}

fn all_instances_share_a_secret(store: &Store) {
    assert_eq!(store.read_blocking(|db| secret::get(db, "links")).unwrap(), None);
    let first = store.write_blocking(|db| secret::get_or_insert(db, "links", "one")).unwrap();
    let second = Store::open(store.url()).unwrap();
    let same = second.write_blocking(|db| secret::get_or_insert(db, "links", "two")).unwrap();
    assert_eq!((first.as_str(), same.as_str()), ("one", "one"));
}

const ALLOWED: Allowance = Allowance { burst: 3, pause: 10 };

fn tries(store: &Store, bucket: char, now: i64) -> Option<i64> {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let bucket = bucket.to_string().repeat(64);
    runtime.block_on(store.count(move |db| attempt::count(db, &bucket, ALLOWED, at(now)))).unwrap()
}

fn attempts_are_counted_for_all_instances_and_forgotten_in_time(store: &Store) {
    let other = Store::open(store.url()).unwrap();
    assert_eq!([tries(store, 'a', 1_000), tries(&other, 'a', 1_000), tries(store, 'a', 1_000)], [None; 3]);
    assert_eq!(tries(&other, 'a', 1_000), Some(10));
    assert_eq!(tries(store, 'a', 1_004), Some(6), "nobody is made to wait longer for having tried again");
    assert_eq!(tries(store, 'b', 1_000), None, "another bucket");
    assert_eq!(tries(&other, 'a', 1_010), None, "one has run out");
    assert_eq!(tries(&other, 'a', 1_010), Some(10));
    assert_eq!(store.write_blocking(|db| attempt::expire(db, at(1_010))).unwrap(), 1, "the empty one");
    assert_eq!(store.write_blocking(|db| attempt::expire(db, at(1_040))).unwrap(), 1);
}

fn a_bucket_filled_by_a_wrong_clock_begins_anew(store: &Store) {
    for _ in 0..3 {
        assert_eq!(tries(store, 'a', 1_000_000), None);
    }
    assert_eq!(tries(store, 'a', 1_000), None);
    assert_eq!(tries(store, 'a', 1_000), None);
}
