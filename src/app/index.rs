//! The rows kept beside the ledger for the board, the lists and the watch, derived from one incident's stream. Derived
//! as of its newest entry and of nothing else, so that a rebuild at any later time gives the same rows.

use crate::db::index::{ClockRow, IncidentRow};
use crate::incident::situation::assess;
use crate::incident::watch::{Running, next_rung, running};
use crate::incident::{Incident, Organisation};
use crate::law::library::Library;
use crate::law::moment::Moment;
use crate::law::verdict::{Answer, Due, Standing};

/// The name of an incident's stream.
#[must_use]
pub fn stream(id: &str) -> String {
    format!("incident/{id}")
}

/// The incident's id in the name of its stream.
#[must_use]
pub fn id_of(stream: &str) -> &str {
    stream.strip_prefix("incident/").unwrap_or(stream)
}

/// One incident's rows.
#[must_use]
pub fn rows(incident: &Incident, organisation: &Organisation, library: &Library) -> (IncidentRow, Vec<ClockRow>) {
    let stream = stream(&incident.id);
    let assessment = assess(library, incident, organisation, incident.updated_at);
    let clocks: Vec<ClockRow> =
        running(incident, &assessment).map(|running| clock_row(&stream, incident, &running)).collect();
    let row = IncidentRow {
        stream,
        reference: incident.reference.clone(),
        title: incident.title.clone(),
        state: if incident.closed.is_some() { CLOSED } else { OPEN }.to_owned(),
        drill: incident.drill,
        position: incident.position,
        opened_at: incident.opened.0,
        occurred_at: incident.occurred_latest().and_then(|occurred| occurred.began).map(|began| began.earliest()),
        updated_at: incident.updated_at,
        running_count: i64::try_from(clocks.len()).unwrap_or(i64::MAX),
        next_due_at: clocks.iter().filter_map(|clock| clock.safe_at.or(clock.due_at)).min(),
    };
    (row, clocks)
}

/// The state of an incident in which something may still be owed.
pub const OPEN: &str = "open";
/// The state of an incident in which nothing is owed any more.
pub const CLOSED: &str = "closed";

/// The standing of a clock whose duty applies.
pub const APPLIES: &str = "applies";
/// The standing of a clock whose duty is disputed: exceptions contradict one another.
pub const CONFLICT: &str = "conflict";
/// The first word of the standing of a clock that is on hold; the second in which the hold began follows.
pub const HELD: &str = "held";
/// The first word of the standing of a clock whose duty may apply; the facts that would settle it follow.
pub const UNDETERMINED: &str = "undetermined";

/// The facts that would settle a clock whose duty may apply, from its standing; `None` where the duty applies.
pub fn undecided(standing: &str) -> Option<impl Iterator<Item = &str>> {
    let mut words = standing.split(' ');
    (words.next() == Some(UNDETERMINED)).then_some(words)
}

/// When the hold began on a clock that is on hold, from its standing; `None` where it is not.
#[must_use]
pub fn held_since(standing: &str) -> Option<Moment> {
    let since = standing.strip_prefix(HELD)?.strip_prefix(' ')?;
    since.parse().ok().map(Moment::from_seconds)
}

fn standing(incident: &Incident, running: &Running<'_>) -> String {
    if let Standing::Held { elapsed, .. } = running.clock.standing {
        return format!("{HELD} {}", incident.updated_at.plus_seconds(-elapsed).seconds());
    }
    match &running.verdict.answer {
        Answer::Undetermined { missing, .. } => {
            missing.iter().fold(UNDETERMINED.to_owned(), |words, key| format!("{words} {key}"))
        }
        Answer::Conflict { .. } => CONFLICT.to_owned(),
        _ => APPLIES.to_owned(),
    }
}

fn clock_row(stream: &str, incident: &Incident, running: &Running<'_>) -> ClockRow {
    let next = next_rung(incident, running);
    let (earliest, latest) = match running.clock.due {
        Due::By { earliest, latest } => (Some(earliest), Some(latest)),
        _ => (None, None),
    };
    let (duty, instance) = running.key();
    ClockRow {
        stream: stream.to_owned(),
        duty: duty.to_string(),
        instance: instance.map(|instance| instance.to_string()).unwrap_or_default(),
        due_at: earliest,
        due_latest: latest,
        starts_at: Some(running.clock.start.earliest()),
        standing: standing(incident, running),
        open: true,
        watched: running.verdict.outline.watched,
        stopped: incident.warnings.stopped(&running.key()).is_some(),
        provisional: running.clock.provisional,
        next_rung: next.map(|(rung, _)| rung.to_string()),
        next_rung_at: next.map(|(_, at)| at),
        safe_at: running.clock.safe,
    }
}
