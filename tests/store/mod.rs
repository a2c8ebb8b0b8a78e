//! Facts about the store that hold on both databases: each is a function over an open store, run once on SQLite and once
//! on a PostgreSQL that asks for a password and whose session zone is New York. What is true of one database only stands
//! in `trouble`.

mod accounts;
mod doors;
mod encrypted;
mod indexes;
mod ledger;
mod outbox;
mod schema;
mod trouble;

use crate::support::postgres;
use dutyclock::db::{DatabaseUrl, Store};
use dutyclock::law::base::moment::Moment;

/// Runs each fact on both databases.
macro_rules! on_both {
    ($($fact:ident),* $(,)?) => {
        mod on_sqlite {
            $(#[test] fn $fact() { crate::store::on_sqlite(super::$fact) })*
        }
        mod on_postgres {
            $(#[test] fn $fact() { crate::store::on_postgres(super::$fact) })*
        }
    };
}
pub(crate) use on_both;

/// Runs a fact on a fresh SQLite file.
pub fn on_sqlite(fact: fn(&Store)) {
    let folder = tempfile::tempdir().unwrap();
    fact(&Store::open(&DatabaseUrl::sqlite(&folder.path().join("store.db"))).unwrap());
}

/// Runs a fact on a fresh PostgreSQL database.
pub fn on_postgres(fact: fn(&Store)) {
    let database = postgres::create_database();
    fact(&Store::open(&database.url().parse().unwrap()).unwrap());
}

/// A moment some seconds after a fixed one: 2026-11-22T00:00:00Z.
pub fn at(seconds: i64) -> Moment {
    Moment::from_seconds(1_795_305_600 + seconds)
}
