//! Stating facts, or stating them anew. Only what differs from the newest statement is recorded.

use crate::app::desk::actor::Permission;
use crate::app::desk::decide::{Case, Decide};
use crate::app::desk::fact_input;
use crate::app::desk::fact_input::FactInput;
use crate::app::desk::input;
use crate::app::desk::input::MomentInput;
use crate::app::desk::refusal::{Checks, Problem, Refusal};
use crate::incident::Event;
use std::collections::BTreeMap;

/// What was typed.
#[derive(Debug, Clone, Default)]
pub struct RecordFacts {
    /// Facts by key.
    pub facts: BTreeMap<String, FactInput>,
    /// Who or what says so.
    pub source: String,
    /// Since when it has been known, where that differs from now.
    pub since: MomentInput,
}

impl Decide for RecordFacts {
    const NEEDS: Permission = Permission::Record;

    fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Refusal> {
        case.need_open()?;
        let mut checks = Checks::default();
        let facts = fact_input::read(case.library, &self.facts, &mut checks);
        let source = checks.take("source", input::optional_line(&self.source));
        let since = checks.take("since", self.since.optional_past(case.now));
        let (Some(source), Some(since)) = (source, since) else { return Err(checks.refusal()) };
        checks.done()?;
        let source = if source.is_empty() { case.actor.name.clone() } else { source };
        let events: Vec<Event> = facts
            .into_iter()
            .filter(|(key, value)| {
                case.incident.facts.latest(key).map_or(value.is_some(), |latest| latest.value != *value)
            })
            .map(|(key, value)| Event::FactRecorded { key, value, source: source.clone(), since })
            .collect();
        if events.is_empty() { Err(Refusal::NotNow(Problem::NothingChanged)) } else { Ok(events) }
    }
}
