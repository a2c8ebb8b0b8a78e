//! The two doors. [`Store::read`] sees one unchanging state; [`Store::write`] is one transaction, alone in writing, kept
//! whole or not at all. Never send mail or make a PDF inside a write: nobody else can write meanwhile.

use super::connect::{Identity, Opener, identity, open_and_migrate};
use super::dialect::{self, Db, Purpose, begin_read, begin_write};
use super::newer;
use super::{DatabaseUrl, StoreError};
use diesel::connection::TransactionManager;
use diesel::r2d2::{Pool, PooledConnection, R2D2Connection};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tokio::sync::Semaphore;

/// Readers per instance.
const READERS: u32 = 6;
/// How long to wait for a free connection before saying that the database is unavailable.
const PATIENCE: Duration = Duration::from_secs(5);
/// How many writes that nobody needs may be under way at once.
const ASIDE: usize = 8;

/// The open store. Cheap to clone; clones share connections.
#[derive(Clone)]
pub struct Store {
    url: Arc<DatabaseUrl>,
    readers: Pool<Opener>,
    writers: Pool<Opener>,
    statements: Arc<AtomicU64>,
    identity: Option<Identity>,
    aside: Arc<Semaphore>,
}

impl Store {
    /// Opens the store and brings its tables up to date.
    ///
    /// # Errors
    /// [`StoreError::Open`] with advice when the database cannot be reached or migrated.
    pub fn open(url: &DatabaseUrl) -> Result<Self, StoreError> {
        open_and_migrate(url)?;
        let statements = Arc::new(AtomicU64::new(0));
        // One writer for SQLite (more only wait in line, and badly); two for PostgreSQL, where the line is elsewhere.
        let writers = if url.is_sqlite() { 1 } else { 2 };
        let identity = identity(url);
        let pool = |purpose, size| {
            let statements = Arc::clone(&statements);
            let opener = Opener { url: url.clone(), purpose, statements, identity };
            Pool::builder()
                .max_size(size)
                .min_idle(Some(0))
                .connection_timeout(PATIENCE)
                .test_on_check_out(!url.is_sqlite())
                .error_handler(Box::new(Logged))
                .build_unchecked(opener)
        };
        let (readers, writers) = (pool(Purpose::Read, READERS), pool(Purpose::Write, writers));
        let aside = Arc::new(Semaphore::new(ASIDE));
        Ok(Self { url: Arc::new(url.clone()), readers, writers, statements, identity, aside })
    }

    /// Where the store is; shown without its password.
    #[must_use]
    pub fn url(&self) -> &DatabaseUrl {
        &self.url
    }

    /// How many statements all connections have run so far, those that begin and end transactions included.
    #[must_use]
    pub fn statements(&self) -> u64 {
        self.statements.load(Ordering::Relaxed)
    }

    /// Reads, off the asynchronous threads, from one unchanging state.
    ///
    /// # Errors
    /// Whatever `work` answers, or the store's own error.
    pub async fn read<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: FnOnce(&mut Db) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let store = self.clone();
        flat(tokio::task::spawn_blocking(move || store.read_blocking(work)).await)
    }

    /// Writes, off the asynchronous threads, in one transaction: kept if `work` answers `Ok`, undone otherwise. It runs
    /// to its end even if the caller goes away.
    ///
    /// # Errors
    /// Whatever `work` answers, or the store's own error; nothing was saved then.
    pub async fn write<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: FnOnce(&mut Db) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let store = self.clone();
        flat(tokio::task::spawn_blocking(move || store.write_blocking(work)).await)
    }

    /// Writes what no reader depends on: when a session was last used, that a message was shown. A failure is logged and
    /// goes no further, and nobody waits for it longer than `patience`; it then goes on by itself.
    pub async fn write_aside<F>(&self, what: &'static str, patience: Duration, work: F)
    where
        F: FnOnce(&mut Db) -> Result<(), StoreError> + Send + 'static,
    {
        let Ok(seat) = Arc::clone(&self.aside).try_acquire_owned() else {
            return tracing::warn!(what, "too much waits to be written; this was left out");
        };
        let store = self.clone();
        let writing = tokio::task::spawn_blocking(move || {
            let _seat = seat;
            if let Err(error) = store.write_blocking(work) {
                let cause = std::error::Error::source(&error).map(ToString::to_string);
                tracing::warn!(what, %error, cause, "could not be written; nobody is kept from reading by that");
            }
        });
        if tokio::time::timeout(patience, writing).await.is_err() {
            tracing::warn!(what, "is still being written; the page does not wait for it");
        }
    }

    /// Whether something could be recorded now: takes room for it as a write would, and gives it back.
    ///
    /// # Errors
    /// Why nothing could be recorded.
    pub async fn try_a_write(&self) -> Result<(), StoreError> {
        let tried = self.write(|db| Err::<(), _>(Undone(dialect::take_room(db).map_err(StoreError::from).err()))).await;
        match tried {
            Ok(()) | Err(Undone(None)) => Ok(()),
            Err(Undone(Some(error))) => Err(error),
        }
    }

    /// The migration of a newer program that was applied to this store while the program runs, if any.
    ///
    /// # Errors
    /// The store's own.
    pub async fn newer_migration(&self) -> Result<Option<String>, StoreError> {
        self.read(newer::newer).await
    }

    /// Refuses to go on where the file that was opened no longer stands under its name.
    fn in_its_place(&self) -> Result<(), StoreError> {
        if self.identity.is_some() && identity(&self.url) != self.identity { Err(StoreError::Replaced) } else { Ok(()) }
    }

    /// Counts, off the asynchronous threads: each statement by itself, kept whatever follows, and without waiting for
    /// whoever is writing. For what is no part of the record.
    ///
    /// # Errors
    /// Whatever `work` answers, or the store's own error.
    pub async fn count<T, F>(&self, work: F) -> Result<T, StoreError>
    where
        F: FnOnce(&mut Db) -> Result<T, StoreError> + Send + 'static,
        T: Send + 'static,
    {
        let store = self.clone();
        flat(tokio::task::spawn_blocking(move || work(&mut *connection(&store.writers)?)).await)
    }

    /// [`Store::read`] on this thread: for commands and tests.
    ///
    /// # Errors
    /// As [`Store::read`].
    pub fn read_blocking<T, E: From<StoreError>>(&self, work: impl FnOnce(&mut Db) -> Result<T, E>) -> Result<T, E> {
        in_transaction(&mut *connection(&self.readers)?, begin_read, work)
    }

    /// [`Store::write`] on this thread: for commands and tests.
    ///
    /// # Errors
    /// As [`Store::write`].
    pub fn write_blocking<T, E: From<StoreError>>(&self, work: impl FnOnce(&mut Db) -> Result<T, E>) -> Result<T, E> {
        self.in_its_place()?;
        in_transaction(&mut *connection(&self.writers)?, begin_write, |db| {
            let done = work(db)?;
            self.in_its_place()?;
            Ok(done)
        })
    }
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Store({})", self.url)
    }
}

/// A write that was tried and is to be undone, with why it could not even be tried.
struct Undone(Option<StoreError>);

impl From<StoreError> for Undone {
    fn from(error: StoreError) -> Self {
        Self(Some(error))
    }
}

#[derive(Debug)]
struct Logged;

impl diesel::r2d2::HandleError<diesel::r2d2::Error> for Logged {
    fn handle_error(&self, error: diesel::r2d2::Error) {
        tracing::warn!(%error, "a connection to the database could not be opened or has broken");
    }
}

fn connection(pool: &Pool<Opener>) -> Result<PooledConnection<Opener>, StoreError> {
    pool.get().map_err(|error| StoreError::Unavailable(Box::new(error)))
}

fn flat<T, E: From<StoreError>>(joined: Result<Result<T, E>, tokio::task::JoinError>) -> Result<T, E> {
    joined.unwrap_or_else(|stopped| Err(StoreError::Unexpected(Box::new(stopped)).into()))
}

pub(crate) fn in_transaction<T, E: From<StoreError>>(
    db: &mut Db,
    begin: fn(&mut Db) -> diesel::QueryResult<()>,
    work: impl FnOnce(&mut Db) -> Result<T, E>,
) -> Result<T, E> {
    begin(db).map_err(|error| told_apart(db, error))?;
    match work(db) {
        Ok(done) => {
            <Db as TransactionManager<Db>>::commit_transaction(db).map_err(|error| told_apart(db, error))?;
            Ok(done)
        }
        Err(refused) => {
            // A connection that cannot roll back is thrown away by the pool, which undoes the transaction as well.
            if let Err(error) = <Db as TransactionManager<Db>>::rollback_transaction(db) {
                tracing::warn!(%error, "a transaction could not be rolled back; its connection is discarded");
            }
            Err(refused)
        }
    }
}

/// An error whose text we do not know may still come from a connection that has died; asking it tells.
fn told_apart(db: &mut Db, error: diesel::result::Error) -> StoreError {
    match StoreError::from(error) {
        StoreError::Unexpected(cause) if db.ping().is_err() => StoreError::Unavailable(cause),
        other => other,
    }
}
