//! Bringing the tables up to date. Refuses a store that a newer program has migrated, and one that was made before the
//! first migration of today, and changes nothing that is stored then.

use super::StoreError;
use super::error::Cause;
use diesel::backend::Backend;
use diesel::migration::{Migration, MigrationSource};
use diesel::sqlite::Sqlite;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};
use thiserror::Error;

/// SQLite's migrations.
pub(crate) const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
/// PostgreSQL's migrations.
#[cfg(feature = "postgres")]
pub(crate) const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// Why the tables could not be brought up to date.
#[derive(Debug, Error)]
pub(crate) enum Failure {
    /// The store knows a migration that this program does not.
    #[error("a newer Dutyclock has used it (its migration {0} is unknown here); run that version or a later one")]
    Newer(String),
    /// The store was made before the first migration that this program knows.
    #[error("an early Dutyclock made it, whose stores are not carried over; keep it as it is and name a new database")]
    Older,
    /// A migration failed; nothing of it was kept.
    #[error("its tables could not be brought up to date; nothing was changed. Check the log for the cause")]
    Failed(#[source] Cause),
    /// The database failed before or after.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// The versions of the migrations that this program knows: the same for both databases.
pub(crate) fn known() -> Result<Vec<String>, Cause> {
    let migrations: Vec<Box<dyn Migration<Sqlite>>> = SQLITE.migrations()?;
    Ok(migrations.iter().map(|migration| migration.name().version().to_string()).collect())
}

/// Applies what is missing and says how many migrations that were.
pub(crate) fn run<DB: Backend, C: MigrationHarness<DB>>(
    connection: &mut C,
    source: EmbeddedMigrations,
) -> Result<usize, Failure> {
    let applied = connection.applied_migrations().map_err(Failure::Failed)?;
    let known: Vec<Box<dyn Migration<DB>>> = source.migrations().map_err(Failure::Failed)?;
    // The first migration is the ground of all others: a store that lacks it was begun under other numbers.
    if let Some(first) = known.iter().map(|migration| migration.name().version()).min()
        && !applied.is_empty()
        && !applied.contains(&first)
    {
        return Err(Failure::Older);
    }
    let unknown = applied.iter().find(|version| !known.iter().any(|migration| migration.name().version() == **version));
    if let Some(version) = unknown {
        return Err(Failure::Newer(version.to_string()));
    }
    Ok(connection.run_pending_migrations(source).map_err(Failure::Failed)?.len())
}
