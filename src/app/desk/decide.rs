//! What every action on an incident is: a decision that turns (who, what is known, what was typed, now) into events or
//! a refusal. Decisions touch no database, so they are tested without one.

use super::actor::{Actor, Permission};
use super::refusal::{Problem, Refusal};
use crate::incident::{Entry, Event, Incident, Organisation};
use crate::law::base::moment::Moment;
use crate::law::library::Library;
use crate::law::situation::{DutyId, OccurrenceId};

/// Everything a decision may look at.
#[derive(Debug, Clone, Copy)]
pub struct Case<'a> {
    /// Who acts.
    pub actor: &'a Actor,
    /// What is known of the incident.
    pub incident: &'a Incident,
    /// The organisation.
    pub organisation: &'a Organisation,
    /// The law.
    pub library: &'a Library,
    /// The moment of acting.
    pub now: Moment,
    /// A fresh name for whatever the action creates.
    pub fresh: &'a str,
}

impl Case<'_> {
    /// The incident as it would be with these events.
    #[must_use]
    pub fn after(&self, events: &[Event]) -> Incident {
        let mut incident = self.incident.clone();
        for event in events {
            let (position, who) = (incident.position.saturating_add(1), self.actor.id.clone());
            incident.apply(&Entry { number: 0, position, at: self.now, who, event: event.clone() });
        }
        incident
    }

    /// Refuses a duty that is neither the library's nor one that counsel named for this incident.
    ///
    /// # Errors
    /// [`Problem::UnknownDuty`].
    pub fn need_duty(&self, duty: &DutyId, instance: Option<&OccurrenceId>) -> Result<(), Refusal> {
        let known = self.library.duty(duty).is_some() || self.incident.counsels(duty, instance).is_some();
        if known { Ok(()) } else { Err(Refusal::NotNow(Problem::UnknownDuty)) }
    }

    /// Refuses changes to a closed incident.
    ///
    /// # Errors
    /// [`Problem::IncidentClosed`].
    pub fn need_open(&self) -> Result<(), Refusal> {
        if self.incident.closed.is_some() { Err(Refusal::NotNow(Problem::IncidentClosed)) } else { Ok(()) }
    }
}

/// An action on an existing incident.
pub trait Decide: Send + 'static {
    /// What the actor's role must include.
    const NEEDS: Permission;

    /// Whether it is fine to act although others changed the incident since the page was shown: true for what does not
    /// build on what was seen, such as a note.
    const TOLERATES_CHANGES: bool = false;

    /// Decides.
    ///
    /// # Errors
    /// A refusal that a person can act on.
    fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Refusal>;

    /// Files that the events refer to by SHA-256, with their media types; stored in the same transaction.
    fn blobs(&self) -> Vec<(&'static str, &[u8])> {
        Vec::new()
    }
}
