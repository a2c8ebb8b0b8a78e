//! From what is known to what the law is told, and which of its answers concern the incident.

use super::organisation::Organisation;
use super::state::Incident;
use super::{changes, counsel};
use crate::law::base::moment::Moment;
use crate::law::base::truth::Truth;
use crate::law::library::Library;
use crate::law::situation::fact::Facts;
use crate::law::situation::{Filed, Situation};
use crate::law::verdict::Assessment;

/// What the acts that certainly concern an incident say about it at a moment. Acts of other places, and of other kinds
/// of organisation, are left out; those of which nobody can say yet are
/// [`super::relevance::perhaps`]. What counsel named for places whose law is not in the library stands at the end.
#[must_use]
pub fn assess(library: &Library, incident: &Incident, organisation: &Organisation, now: Moment) -> Assessment {
    let situation = situation(library, incident, organisation);
    let mut assessment = library.assess(&situation, now);
    assessment.verdicts.retain(|verdict| verdict.scope == Truth::Yes);
    assessment.verdicts.extend(counsel::verdicts(incident, &situation.filings, now));
    assessment
}

/// What is known of the organisation and of the incident.
#[must_use]
pub fn known(incident: &Incident, organisation: &Organisation) -> Facts {
    let mut facts = organisation.facts.clone();
    facts.0.extend(incident.facts.known().0);
    facts
}

/// One incident of one organisation as the law sees it. What is only presumed to have happened, because a fact changed
/// after a filing, is told as such.
#[must_use]
pub fn situation(library: &Library, incident: &Incident, organisation: &Organisation) -> Situation {
    Situation {
        zone: organisation.zone,
        facts: known(incident, organisation),
        known_since: incident.facts.known_since(organisation.zone),
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
            .chain(changes::presumed(library, incident, organisation.zone))
            .collect(),
        filings: incident
            .filed
            .iter()
            .filter(|record| record.withdrawn.is_none())
            .map(|record| Filed {
                duty: record.duty.clone(),
                instance: record.instance.clone(),
                at: record.at,
                received: record.received,
                flaw: record.flaw,
                confirmed_early: incident.confirmed_early(record),
            })
            .collect(),
        turnover: organisation.turnover.clone(),
        house_target_hours: organisation.house_target_hours,
    }
}
