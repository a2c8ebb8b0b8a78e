//! Which acts an incident is asked about: those that concern it, those of which nobody can say yet and the fact that
//! would tell, and so which facts and moments are worth asking for. Words nothing.

use super::organisation::Organisation;
use super::situation::situation;
use super::state::Incident;
use crate::law::base::moment::Moment;
use crate::law::base::truth::Truth;
use crate::law::library::Library;
use crate::law::questions::inputs::{ActInputs, Concern};
use crate::law::rulebook::Rulebook;
use crate::law::situation::fact::FactKey;
use crate::law::situation::{Situation, Trigger};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Where the organisation is and where the persons are: asked always, because most acts begin with it.
pub const TERRITORY: [&str; 2] = ["org-countries", "people-countries"];

/// One act about which nobody can say yet whether it concerns an incident.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Perhaps {
    /// The rulebook's id.
    pub rulebook: Arc<str>,
    /// A smallest set of facts that would settle the first open condition.
    pub missing: BTreeSet<FactKey>,
}

/// What is worth asking.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Worth {
    /// Facts.
    pub facts: BTreeSet<FactKey>,
    /// Moments of awareness and occurrences.
    pub triggers: BTreeSet<Trigger>,
}

/// The acts of which nobody can say yet whether they concern an incident: a place or a kind of organisation is not known.
#[must_use]
pub fn perhaps(library: &Library, incident: &Incident, organisation: &Organisation, now: Moment) -> Vec<Perhaps> {
    let situation = situation(library, incident, organisation);
    let open = |(rulebook, Concern { truth, missing }): (&Rulebook, Concern)| {
        (truth == Truth::Unknown).then(|| Perhaps { rulebook: rulebook.id.clone(), missing })
    };
    library.concerns(&situation, now).into_iter().filter_map(open).collect()
}

/// What is worth asking about an incident: all that the acts that concern it look at, what would settle whether others
/// do, where everybody is, and what was answered before.
#[must_use]
pub fn worth(library: &Library, incident: &Incident, organisation: &Organisation, now: Moment) -> Worth {
    let situation = situation(library, incident, organisation);
    let mut worth = of_situation(library, &situation, now);
    worth.facts.extend(TERRITORY.map(FactKey::new));
    worth.facts.extend(incident.facts.keys().cloned());
    worth.triggers.extend(situation.occurrences.into_iter().map(|occurrence| occurrence.trigger));
    worth.triggers.extend(situation.candidates.into_iter().flat_map(|candidate| candidate.of));
    worth
}

fn of_situation(library: &Library, situation: &Situation, now: Moment) -> Worth {
    let mut worth = Worth::default();
    for (rulebook, Concern { truth, missing }) in library.concerns(situation, now) {
        match truth {
            Truth::Yes => {
                let ActInputs { facts, triggers } = library.asked(rulebook);
                worth.facts.extend(facts);
                worth.triggers.extend(triggers);
            }
            Truth::Unknown => worth.facts.extend(missing),
            Truth::No => {}
        }
    }
    worth
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::situation::fact::Value;
    use std::collections::BTreeMap;

    fn organisation(countries: &[&str]) -> Organisation {
        let mut organisation = Organisation::default();
        organisation.facts.0.insert(FactKey::new("org-countries"), Value::choices(countries.iter().copied()));
        organisation
    }

    fn situation_of(organisation: &Organisation, people: Option<&str>) -> Situation {
        let mut situation = Situation {
            zone: organisation.zone,
            facts: organisation.facts.clone(),
            known_since: BTreeMap::new(),
            occurred: None,
            candidates: Vec::new(),
            occurrences: Vec::new(),
            filings: Vec::new(),
            turnover: organisation.turnover.clone(),
            house_target_hours: None,
        };
        if let Some(people) = people {
            situation.facts.set("people-countries", Value::choices([people]));
        }
        situation
    }

    #[test]
    fn a_company_of_one_country_is_asked_for_the_persons_and_not_for_licences_of_others() {
        let library = Library::embedded().unwrap();
        let now = Moment::from_seconds(1_795_000_000);
        let korean = organisation(&["kr"]);
        let open = of_situation(&library, &situation_of(&korean, None), now);
        let asks = |worth: &Worth, key: &str| worth.facts.contains(&FactKey::new(key));
        assert!(asks(&open, "people-countries") && asks(&open, "intrusion"));
        assert!(!asks(&open, "org-hipaa-covered-entity"), "{:?}", open.facts);
        let settled = of_situation(&library, &situation_of(&korean, Some("kr")), now);
        assert!(!asks(&settled, "persons-by-us-state"));
        assert!(!settled.triggers.contains(&Trigger::new("attorney-general-delay")));
        let american = of_situation(&library, &situation_of(&korean, Some("us")), now);
        assert!(asks(&american, "persons-by-us-state"), "an answer brings the next question");
    }
}
