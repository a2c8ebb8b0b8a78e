//! Which migrations were applied to a store, by their versions: to notice a newer or an older program's. Applies none.

use super::StoreError;
use super::dialect::Db;
use super::migrate;
use diesel::prelude::*;
use diesel::sql_types::Text;

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = Text)]
    version: String,
}

/// The versions applied to this store, latest first.
///
/// # Errors
/// The store's own; also where it has no such table.
pub(crate) fn applied(db: &mut Db) -> Result<Vec<String>, StoreError> {
    let sql = "SELECT version FROM __diesel_schema_migrations ORDER BY version DESC";
    let rows: Vec<Row> = diesel::sql_query(sql).load(db)?;
    Ok(rows.into_iter().map(|row| row.version).collect())
}

/// The latest migration of the store that this program does not know, if any.
///
/// # Errors
/// The store's own.
pub(crate) fn newer(db: &mut Db) -> Result<Option<String>, StoreError> {
    let known = migrate::known().map_err(StoreError::Unexpected)?;
    Ok(applied(db)?.into_iter().find(|version| !known.contains(version)))
}
