//! The list of incidents: search, filters, pages.

use super::rows::IncidentRow;
use crate::db::dialect::{Db, MultiBackend};
use crate::db::fold::anywhere;
use crate::db::schema::incident_index;
use crate::db::{Page, StoreError};
use diesel::prelude::*;

/// Which incidents are wanted; an empty filter wants all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words looked for in reference and title; every one must occur, upper and lower case alike.
    pub search: Option<String>,
    /// Only this state.
    pub state: Option<String>,
    /// Only exercises, or only real incidents.
    pub drill: Option<bool>,
}

/// A page of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incidents {
    /// The incidents on this page, latest first.
    pub rows: Vec<IncidentRow>,
    /// How many match on all pages.
    pub total: i64,
}

#[diesel::declare_sql_function]
extern "SQL" {
    /// Characters of a text.
    fn length(text: diesel::sql_types::Text) -> diesel::sql_types::Integer;
}

type Query<'a> = diesel::helper_types::IntoBoxed<'a, incident_index::table, MultiBackend>;

/// The incidents that match, latest first, in two statements.
///
/// # Errors
/// The store's own.
pub fn incidents(db: &mut Db, filter: &Filter, page: Page) -> Result<Incidents, StoreError> {
    let total = matching(filter).count().get_result(db)?;
    let rows = matching(filter)
        .order((incident_index::opened_at.desc(), incident_index::stream.desc()))
        .limit(page.limit)
        .offset(page.offset)
        .select(IncidentRow::as_select())
        .load(db)?;
    Ok(Incidents { rows, total })
}

/// One incident by its stream.
///
/// # Errors
/// The store's own.
pub fn incident(db: &mut Db, stream: &str) -> Result<Option<IncidentRow>, StoreError> {
    Ok(incident_index::table
        .filter(incident_index::stream.eq(stream))
        .select(IncidentRow::as_select())
        .first(db)
        .optional()?)
}

/// One incident by the reference people use.
///
/// # Errors
/// The store's own.
pub fn incident_by_reference(db: &mut Db, reference: &str) -> Result<Option<IncidentRow>, StoreError> {
    Ok(incident_index::table
        .filter(incident_index::reference.eq(reference))
        .select(IncidentRow::as_select())
        .first(db)
        .optional()?)
}

/// The newest reference of those that begin with a prefix (of digits and hyphens): the longest, then the largest, so that
/// `2025-1000` comes after `2025-999`.
///
/// # Errors
/// The store's own.
pub fn newest_reference(db: &mut Db, prefix: &str) -> Result<Option<String>, StoreError> {
    let newest = incident_index::table
        .filter(incident_index::reference.like(format!("{prefix}%")))
        .order((length(incident_index::reference).desc(), incident_index::reference.desc()))
        .select(incident_index::reference)
        .first(db)
        .optional()?;
    Ok(newest)
}

/// The streams of all incidents in one state, in a fixed order.
///
/// # Errors
/// The store's own.
pub fn streams_in_state(db: &mut Db, state: &str) -> Result<Vec<String>, StoreError> {
    let wanted = incident_index::table.filter(incident_index::state.eq(state));
    Ok(wanted.order(incident_index::stream).select(incident_index::stream).load(db)?)
}

fn matching(filter: &Filter) -> Query<'_> {
    let mut query = incident_index::table.into_boxed::<MultiBackend>();
    for word in filter.search.as_deref().unwrap_or_default().split_whitespace() {
        query = query.filter(incident_index::search_fold.like(anywhere(word)).escape('\\'));
    }
    if let Some(state) = &filter.state {
        query = query.filter(incident_index::state.eq(state));
    }
    if let Some(drill) = filter.drill {
        query = query.filter(incident_index::drill.eq(drill));
    }
    query
}
