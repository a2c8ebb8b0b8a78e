//! When the clocks of an incident were due when its entries were last written, and under which law and profile. Not
//! cleared with the two indexes: a rebuild under newer law must still be told from which moment a clock moved. What the
//! words in it mean is the caller's business.

use crate::db::StoreError;
use crate::db::dialect::Db;
use crate::db::schema::due_index;
use crate::db::types::Backend;
use diesel::prelude::*;

/// The due moments of one incident, as the application writes them.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = due_index, check_for_backend(Backend))]
pub struct DueRow {
    /// The incident's ledger stream.
    pub stream: String,
    /// The law under which they were derived.
    pub law: String,
    /// The position of the profile's stream at which they were derived.
    pub profile: i64,
    /// They themselves, as JSON.
    pub dues: String,
}

/// The row of one incident.
///
/// # Errors
/// The store's own.
pub fn dues(db: &mut Db, stream: &str) -> Result<Option<DueRow>, StoreError> {
    Ok(due_index::table.find(stream).select(DueRow::as_select()).first(db).optional()?)
}

/// Puts a row in place of what was there. Belongs in the transaction that appended the entries.
///
/// # Errors
/// The store's own.
pub fn replace_dues(db: &mut Db, row: &DueRow) -> Result<(), StoreError> {
    let set = (due_index::law.eq(&row.law), due_index::profile.eq(row.profile), due_index::dues.eq(&row.dues));
    let changed = diesel::update(due_index::table.find(&row.stream)).set(set).execute(db)?;
    if changed == 0 {
        diesel::insert_into(due_index::table).values(row.clone()).execute(db)?;
    }
    Ok(())
}

/// The streams whose due moments were derived under other law or another profile than these.
///
/// # Errors
/// The store's own.
pub fn streams_under_other(db: &mut Db, law: &str, profile: i64) -> Result<Vec<String>, StoreError> {
    let other = due_index::law.ne(law).or(due_index::profile.ne(profile));
    Ok(due_index::table.filter(other).order(due_index::stream).select(due_index::stream).load(db)?)
}
