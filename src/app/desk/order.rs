//! Asks about moments out of order before anything is recorded, whatever action they come from: what certainly contradicts
//! the order in which things happen is recorded only when it is confirmed with a reason, and the reason with it.

use super::decide::Case;
use super::input;
use super::refusal::{Checks, FieldError, Problem, Refusal};
use crate::incident::Event;
use crate::incident::order::{self, Finding};
use crate::law::library::Library;
use crate::law::vocabulary::sequence::{Disorder, Placed, What};

/// What a person answered when asked about moments out of order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OrderAnswer {
    /// The question that the page showed, by name: an answer to another one is none.
    pub asked: String,
    /// Whether the person confirmed that it was so.
    pub confirmed: bool,
    /// Why it was so.
    pub reason: String,
}

/// The events of an action on an incident, with the confirmation of what lies out of order among them.
pub(super) fn settle(case: &Case<'_>, events: Vec<Event>, answer: &OrderAnswer) -> Result<Vec<Event>, Refusal> {
    let mut found = order::findings(Some(case.incident), &events, case.library.vocabulary());
    let of_law = order::uncounted(case.library, case.incident, case.organisation, &events, case.now);
    let told = |finding: &Finding| found.iter().any(|other| other.disorder.then == finding.disorder.then);
    let more: Vec<Finding> = of_law.into_iter().filter(|finding| !told(finding)).collect();
    found.extend(more);
    confirmed(events, found, answer, "at")
}

/// The same for the events that open an incident.
pub(in crate::app) fn settle_first(
    library: &Library,
    events: Vec<Event>,
    answer: &OrderAnswer,
) -> Result<Vec<Event>, Refusal> {
    let found = order::findings(None, &events, library.vocabulary());
    confirmed(events, found, answer, "aware")
}

fn confirmed(
    mut events: Vec<Event>,
    found: Vec<Finding>,
    answer: &OrderAnswer,
    at: &'static str,
) -> Result<Vec<Event>, Refusal> {
    if found.is_empty() {
        return Ok(events);
    }
    let name = name(&found);
    if !answer.confirmed || answer.asked != name {
        return Err(asked(found, &name, at));
    }
    let mut checks = Checks::default();
    let Some(reason) = checks.take("order_reason", input::text(&answer.reason)) else { return Err(checks.refusal()) };
    let breaks = found.into_iter().map(|finding| finding.disorder).collect();
    let first = usize::from(matches!(events.first(), Some(Event::Opened { .. })));
    events.insert(first, Event::OutOfOrderConfirmed { breaks, reason });
    Ok(events)
}

/// The question under the field of each new moment.
fn asked(found: Vec<Finding>, name: &str, at: &'static str) -> Refusal {
    let mut errors: Vec<FieldError> = Vec::new();
    for Finding { new, disorder } in found {
        let field = field(&new, at);
        let asked = errors.iter_mut().find(|error| error.field == field);
        match asked.map(|error| &mut error.problem) {
            Some(Problem::OutOfOrder { breaks, .. }) => breaks.push(disorder),
            _ => errors.push(FieldError {
                field: field.to_owned(),
                problem: Problem::OutOfOrder { breaks: vec![disorder], name: name.to_owned() },
            }),
        }
    }
    Refusal::Invalid(errors)
}

/// In which field a moment is typed.
const fn field(new: &What, at: &'static str) -> &'static str {
    match new {
        What::Began => "began",
        What::Ended => "ended",
        What::Known { .. } => "since",
        What::Received { .. } => "received",
        What::Learnt { .. }
        | What::Happened { .. }
        | What::Answered { .. }
        | What::Started { .. }
        | What::HandedIn { .. } => at,
    }
}

/// The name of a question: which moments it is about, so that a moment typed anew is asked about anew.
fn name(found: &[Finding]) -> String {
    let span = |placed: &Placed| format!("{}~{}", placed.at.earliest(), placed.at.latest());
    let pair = |Disorder { first, then }: &Disorder| format!("{}>{}", span(first), span(then));
    found.iter().map(|finding| pair(&finding.disorder)).collect::<Vec<_>>().join(" ")
}
