//! The store: the only room with diesel, over SQLite or PostgreSQL.
//!
//! Two doors lead in, [`Store::read`] and [`Store::write`]; below them everything is synchronous and takes `&mut Db`.
//! One path writes the record: [`ledger::append`]. The two indexes and the outbox are kept in the same transaction by
//! the caller. Nothing here asks for the time, decides what a person may do, or knows what an entry's body means.
//!
//! Errors: every function answers [`StoreError`]; only the ledger adds its own ([`ledger::LedgerError`]), because a
//! moved stream is something the person is told about.

pub mod account;
pub mod attempt;
pub mod backup;
pub mod blob;
mod connect;
mod dialect;
pub mod error;
pub mod evidence;
pub mod fold;
pub mod index;
pub mod integrity;
pub mod invitation;
pub mod ledger;
mod migrate;
mod newer;
pub mod once;
pub mod outbox;
pub mod page;
pub mod pool;
mod schema;
pub mod secret;
pub mod session;
mod slow_queries;
mod types;
pub mod url;

pub use self::dialect::Db;
pub use self::error::StoreError;
pub use self::page::Page;
pub use self::pool::Store;
pub use self::url::DatabaseUrl;
