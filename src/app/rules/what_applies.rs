//! What would apply if certain facts held: asked without recording anything. The answers are put to the law exactly as
//! those of a recorded incident are, so that one recorded from them gets the same verdicts.

use crate::app::desk::Desk;
use crate::app::desk::actor::Actor;
use crate::app::desk::refusal::Refusal;
use crate::app::incident::open::learnt;
use crate::incident::situation::situation;
use crate::incident::{Entry, Event, Incident, Organisation};
use crate::law::base::moment::{Moment, Timing};
use crate::law::library::Library;
use crate::law::situation::fact::{FactKey, Value};
use crate::law::situation::{Basis, CandidateId, Situation};
use crate::law::verdict::Assessment;
use std::collections::BTreeMap;

/// What is supposed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Supposed {
    /// Facts; they go before what the organisation's profile says.
    pub facts: BTreeMap<FactKey, Value>,
    /// When the organisation learnt of it; without it there are lengths and no due moments.
    pub aware: Option<Timing>,
}

/// What the law answers to it.
#[derive(Debug, Clone)]
pub struct Supposition {
    /// An incident that was never recorded: it only lends its words to pages.
    pub incident: Incident,
    /// The organisation.
    pub organisation: Organisation,
    /// What the law was told.
    pub situation: Situation,
    /// What it answered, of every act, whether it concerns this or not.
    pub assessment: Assessment,
}

impl Desk {
    /// What would apply at a moment. Writes nothing.
    ///
    /// # Errors
    /// When the role does not include reading, or the store fails.
    pub async fn suppose(&self, actor: &Actor, supposed: &Supposed, at: Moment) -> Result<Supposition, Refusal> {
        let (organisation, _) = self.organisation(actor).await?;
        suppose(&self.library, organisation, supposed, at)
            .ok_or_else(|| Refusal::Unexpected("a supposed incident does not begin with `opened`".into()))
    }
}

fn suppose(library: &Library, organisation: Organisation, supposed: &Supposed, at: Moment) -> Option<Supposition> {
    let opened = Event::Opened { reference: String::new(), title: String::new(), drill: false };
    let fact = |(key, value): (&FactKey, &Value)| Event::FactRecorded {
        key: key.clone(),
        value: Some(value.clone()),
        source: String::new(),
        since: None,
    };
    let mut events = vec![opened];
    events.extend(supposed.facts.iter().map(fact));
    if let Some(aware) = supposed.aware {
        let facts = supposed.facts.iter().map(|(key, value)| (key.clone(), Some(value.clone()))).collect();
        let candidate = learnt(CandidateId::new("supposed"), Basis::Confirmed, aware, &facts);
        events.push(Event::CandidateRecorded { candidate, who_knew: String::new(), evidence: String::new() });
    }
    let entry = |(position, event)| Entry { number: position, position, at, who: String::new(), event };
    let entries: Vec<Entry> = (1..).zip(events).map(entry).collect();
    let incident = Incident::from_entries("", &entries)?;
    // What is only supposed has been known since no moment.
    let situation = Situation { known_since: BTreeMap::new(), ..situation(library, &incident, &organisation) };
    let assessment = library.assess(&situation, at);
    Some(Supposition { incident, organisation, situation, assessment })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::situation::DutyId;
    use crate::law::verdict::{Answer, Due};

    fn supposed(aware: Option<Timing>) -> Supposition {
        let library = Library::embedded().unwrap();
        let facts = [("intrusion", Value::YesNo(true)), ("org-information-service-provider", Value::YesNo(true))];
        let facts = facts.map(|(key, value)| (FactKey::new(key), value)).into();
        let at = Moment::from_rfc3339("2026-11-22T12:00:00Z").unwrap();
        suppose(&library, Organisation::default(), &Supposed { facts, aware }, at).unwrap()
    }

    fn report(supposition: &Supposition) -> &crate::law::verdict::Verdict {
        let duty = DutyId::new("kr.network-act/report");
        supposition.assessment.verdicts.iter().find(|verdict| verdict.outline.duty == duty).unwrap()
    }

    #[test]
    fn without_a_moment_of_awareness_a_duty_applies_and_nothing_is_due() {
        let found = supposed(None);
        assert_eq!(report(&found).answer, Answer::Applies);
        assert!(report(&found).clock.is_none());
    }

    #[test]
    fn with_a_moment_of_awareness_it_is_due_as_it_would_be_for_an_incident() {
        let aware = Moment::from_rfc3339("2026-11-22T03:00:00Z").unwrap();
        let found = supposed(Some(Timing::exact(aware, chrono_tz::Asia::Seoul)));
        let due = aware.plus_seconds(86_400);
        assert_eq!(report(&found).clock.as_ref().map(|clock| clock.due), Some(Due::By { earliest: due, latest: due }));
        assert!(!report(&found).clock.as_ref().unwrap().provisional);
    }
}
