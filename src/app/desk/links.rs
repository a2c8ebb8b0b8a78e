//! Where things are found on the pages: for links in mail and in what pages answer.

use super::index;
use crate::incident::Incident;
use crate::incident::filing::FilingId;

/// The name of an incident's page.
#[must_use]
pub fn incident_path(id: &str) -> String {
    format!("/incidents/{}", index::id_of(id))
}

/// The name of the page of one of an incident's filings.
pub(in crate::app) fn filing_path(incident: &Incident, id: &FilingId) -> String {
    format!("{}/filings/{}", incident_path(&incident.id), id.0)
}
