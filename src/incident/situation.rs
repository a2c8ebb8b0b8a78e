//! From what is known to what the law is told.

use super::fold::Incident;
use super::organisation::Organisation;
use crate::law::situation::{Filed, Situation};

/// One incident of one organisation as the law sees it.
#[must_use]
pub fn situation(incident: &Incident, organisation: &Organisation) -> Situation {
    let mut facts = organisation.facts.clone();
    facts.0.extend(incident.facts.known().0);
    Situation {
        zone: organisation.zone,
        facts,
        occurred: incident.occurred_latest().and_then(|occurred| occurred.began),
        candidates: incident
            .candidates
            .iter()
            .filter(|record| record.withdrawn.is_none())
            .map(|record| record.candidate.clone())
            .collect(),
        occurrences: incident
            .occurrences
            .iter()
            .filter(|record| record.withdrawn.is_none())
            .map(|record| record.occurrence.clone())
            .collect(),
        filings: incident
            .filed
            .iter()
            .filter(|record| record.withdrawn.is_none())
            .map(|record| Filed { duty: record.duty.clone(), instance: record.instance.clone(), at: record.at })
            .collect(),
        turnover: organisation.turnover.clone(),
    }
}
