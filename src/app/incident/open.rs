//! Recording an incident: four facts on one screen start every clock that follows; everything else may be "not known
//! yet".

use crate::app::desk::Desk;
use crate::app::desk::actor::{Actor, Permission};
use crate::app::desk::fact_input;
use crate::app::desk::fact_input::FactInput;
use crate::app::desk::input;
use crate::app::desk::input::{MomentInput, basis};
use crate::app::desk::once::{Done, Ticket, once_only};
use crate::app::desk::order;
use crate::app::desk::refusal::{Checks, Refusal};
use crate::app::desk::{fresh, stream};
use crate::db::{Db, index};
use crate::incident::Event;
use crate::law::base::moment::{Moment, Timing};
use crate::law::library::Library;
use crate::law::situation::fact::{FactKey, Value};
use crate::law::situation::{Basis, Candidate, CandidateId, Knower, Trigger};
use std::collections::BTreeMap;

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

/// What a first moment of learning is about: in the first minutes nobody tells these apart.
const AWARENESS: [&str; 3] = ["aware-incident", "aware-leak", "aware-leak-possible"];

impl Desk {
    /// Records an incident.
    ///
    /// # Errors
    /// A refusal that a person can act on; nothing was written then.
    pub async fn open_incident(&self, actor: &Actor, ticket: Ticket, input: OpenIncident) -> Result<Done, Refusal> {
        let (desk, actor) = (self.clone(), actor.clone());
        self.write(move |db| {
            let done = Done { id: fresh::name(), fresh: fresh::name(), replayed: false };
            once_only(db, &ticket, &actor, desk.now(), done, |db, done| {
                let now = desk.now();
                let organisation = stream::organisation(db)?;
                let reference = next_reference(db, organisation.zone, now)?;
                let events = input.decide(&actor, &desk.library, reference, &done.fresh, now)?;
                let events = order::settle_first(&desk.library, events, &ticket.order)?;
                let writing =
                    stream::Writing { library: &desk.library, organisation: &organisation, who: &actor.id, at: now };
                writing.append(db, None, &done.id, events).map(|_| ())
            })
        })
        .await
    }
}

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
        let facts = fact_input::read(library, &self.facts, &mut checks);
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
        let candidate = learnt(CandidateId::new(fresh), basis, aware, &facts);
        events.push(Event::CandidateRecorded { candidate, who_knew, evidence: String::new() });
        Ok(events)
    }
}

/// One moment of learning counts for everything. What was answered "no" then is noted beside it, for the acts that mean
/// that by it; for every other act the moment counts, because what one country rules out, rules out nothing elsewhere.
pub(in crate::app) fn learnt(
    id: CandidateId,
    basis: Basis,
    at: Timing,
    facts: &BTreeMap<FactKey, Option<Value>>,
) -> Candidate {
    let answered_no = facts.iter().filter(|(_, value)| **value == Some(Value::YesNo(false)));
    let ruled_out = answered_no.map(|(key, _)| key.clone()).collect();
    Candidate { id, of: AWARENESS.map(Trigger::new).into(), basis, at, ruled_out, knower: Knower::Own }
}

/// The next reference of the organisation's year: `2025-001`.
fn next_reference(db: &mut Db, zone: chrono_tz::Tz, now: Moment) -> Result<String, Refusal> {
    let year = now.in_zone(zone).format("%Y").to_string();
    let newest = index::newest_reference(db, &format!("{year}-"))?;
    let number = newest.and_then(|reference| reference.rsplit_once('-')?.1.parse::<u32>().ok()).unwrap_or(0);
    Ok(format!("{year}-{:03}", number.saturating_add(1)))
}
