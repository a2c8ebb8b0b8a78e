//! Recording an incident: four facts on one screen start every clock that follows; everything else may be "not known
//! yet".

use super::actor::{Actor, Permission};
use super::fact_input::FactInput;
use super::input::{self, MomentInput};
use super::record_facts;
use super::refusal::{Checks, Problem, Refusal};
use crate::incident::Event;
use crate::law::fact::{FactKey, Value};
use crate::law::library::Library;
use crate::law::moment::Moment;
use crate::law::situation::{Basis, Candidate, CandidateId, Trigger};
use std::collections::{BTreeMap, BTreeSet};

/// What the officer typed.
#[derive(Debug, Clone, Default)]
pub struct OpenIncident {
    /// What happened, in one line.
    pub title: String,
    /// When the organisation learnt of it.
    pub aware: MomentInput,
    /// On what that rests: a [`Basis`] by name.
    pub basis: String,
    /// Who knew.
    pub who_knew: String,
    /// When it happened, if known.
    pub began: MomentInput,
    /// Facts by key; `intrusion` and `personal-data-leaked` are asked first.
    pub facts: BTreeMap<String, FactInput>,
    /// Whether it is an exercise.
    pub drill: bool,
}

/// The triggers a first moment of awareness may be about, with the fact that rules each out.
const AWARENESS: [(&str, &str); 3] =
    [("aware-incident", "intrusion"), ("aware-leak", "personal-data-leaked"), ("aware-leak-possible", "leak-possible")];

impl OpenIncident {
    /// Decides which events open the incident.
    ///
    /// # Errors
    /// When the role does not include it, or with every field that cannot be taken.
    pub fn decide(
        &self,
        actor: &Actor,
        library: &Library,
        reference: String,
        fresh: &str,
        now: Moment,
    ) -> Result<Vec<Event>, Refusal> {
        actor.need(Permission::Record)?;
        let mut checks = Checks::default();
        let title = checks.take("title", input::line(&self.title));
        let aware = checks.take("aware", self.aware.past(now));
        let basis = checks.take("basis", basis(&self.basis));
        let who_knew = checks.take("who_knew", input::optional_line(&self.who_knew));
        let began = checks.take("began", self.began.optional_past(now));
        let facts = record_facts::read(library, &self.facts, &mut checks);
        let (Some(title), Some(aware), Some(basis), Some(who_knew), Some(began)) =
            (title, aware, basis, who_knew, began)
        else {
            return Err(checks.refusal());
        };
        checks.done()?;
        let mut events = vec![Event::Opened { reference, title, drill: self.drill }];
        let source = actor.name.clone();
        events.extend(facts.iter().map(|(key, value)| Event::FactRecorded {
            key: key.clone(),
            value: value.clone(),
            source: source.clone(),
            since: None,
        }));
        if let Some(began) = began {
            events.push(Event::OccurredRecorded { began: Some(began), ended: None, source });
        }
        let candidate = Candidate { id: CandidateId::new(fresh), of: aware_of(&facts), basis, at: aware };
        events.push(Event::CandidateRecorded { candidate, who_knew, evidence: String::new() });
        Ok(events)
    }
}

/// One moment of learning counts for everything that is not ruled out: what is unknown must not read as "no".
pub(super) fn aware_of(facts: &BTreeMap<FactKey, Option<Value>>) -> BTreeSet<Trigger> {
    let ruled_out = |key: &str| facts.get(&FactKey::new(key)) == Some(&Some(Value::YesNo(false)));
    AWARENESS.iter().filter(|(_, fact)| !ruled_out(fact)).map(|(trigger, _)| Trigger::new(trigger)).collect()
}

/// Reads the name of a basis of awareness.
///
/// # Errors
/// When nothing or something unknown was chosen.
pub fn basis(name: &str) -> Result<Basis, Problem> {
    match name {
        "established" => Ok(Basis::Established),
        "briefed" => Ok(Basis::Briefed),
        "confirmed" => Ok(Basis::Confirmed),
        "declared" => Ok(Basis::Declared),
        "told" => Ok(Basis::Told),
        "suspected" => Ok(Basis::Suspected),
        "" => Err(Problem::Required),
        _ => Err(Problem::UnknownChoice),
    }
}
