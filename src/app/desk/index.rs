//! The rows kept beside the ledger for the board, the lists and the watch, derived from one incident's stream. Derived
//! as of its newest entry and of nothing else, so that a rebuild at any later time gives the same rows.

use crate::db::index::{ClockRow, IncidentRow, Missing, MissingLaw};
use crate::incident::Incident;
use crate::incident::counsel;
use crate::incident::due_warnings::{Running, next_rung, running, through};
use crate::incident::open_questions::{next_round, questions};
use crate::law::base::moment::Moment;
use crate::law::verdict::{Answer, Assessment, Due, Gap, Scale, Standing, Unit, Verdict};

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

/// One incident's rows, from what the law answers as of its newest entry.
#[must_use]
pub fn rows(incident: &Incident, assessment: &Assessment) -> (IncidentRow, Vec<ClockRow>) {
    let stream = stream(&incident.id);
    let round = next_round(incident, &questions(incident, assessment));
    let mut clocks: Vec<ClockRow> =
        running(incident, assessment).map(|running| clock_row(&stream, incident, &running, round)).collect();
    let open = assessment.verdicts.iter().filter(|_| incident.closed.is_none());
    clocks.extend(open.filter_map(|verdict| waiting_row(&stream, incident, verdict, round)));
    let running_count = i64::try_from(clocks.len()).unwrap_or(i64::MAX);
    clocks.extend(law_row(&stream, incident, &counsel::unlooked(incident, &assessment.gaps), round));
    let row = IncidentRow {
        stream,
        reference: incident.reference.clone(),
        title: incident.title.clone(),
        state: if incident.closed.is_some() { CLOSED } else { OPEN }.to_owned(),
        drill: incident.drill,
        position: incident.position,
        opened_at: incident.opened.0,
        occurred_at: incident.occurred_latest().and_then(|occurred| occurred.began).map(|began| began.at),
        updated_at: incident.updated_at,
        running_count,
        next_due_at: clocks.iter().filter_map(next_due).min(),
    };
    (row, clocks)
}

/// The state of an incident in which something may still be owed.
pub const OPEN: &str = "open";
/// The state of an incident in which nothing is owed any more.
pub const CLOSED: &str = "closed";

/// The standing of a clock whose duty applies.
pub const APPLIES: &str = "applies";
/// The standing of a clock whose duty applies and whose start is not recorded: another moment stands for it.
pub const UNRECORDED: &str = "start-not-recorded";
/// The standing of a clock whose duty is disputed: exceptions contradict one another.
pub const CONFLICT: &str = "conflict";
/// The standing of a clock that is on hold, whatever else is true of it.
pub const HELD: &str = "held";
/// The standing of a clock whose duty may apply.
pub const UNDETERMINED: &str = "undetermined";

/// How a clock stands: in a word, since when it is on hold, and which facts would settle whether its duty applies.
fn standing(incident: &Incident, running: &Running<'_>) -> (&'static str, Option<Moment>, Missing) {
    if let Standing::Held { elapsed, .. } = running.clock.standing {
        return (HELD, Some(incident.updated_at.plus_seconds(-elapsed)), Missing::default());
    }
    match &running.verdict.answer {
        Answer::Undetermined { missing, .. } => (UNDETERMINED, None, Missing::Facts(missing.iter().cloned().collect())),
        Answer::Conflict { .. } => (CONFLICT, None, Missing::default()),
        _ if running.unrecorded() => (UNRECORDED, None, Missing::default()),
        _ => (APPLIES, None, Missing::default()),
    }
}

/// The standing of what counsel must be asked, because the law is not in the library.
pub const NOT_IN_LIBRARY: &str = "not-in-library";
/// What stands in the place of a duty in such a row.
const LAW: &str = "coverage/open";

/// The name of the rung on which the open questions are asked, in the rows of duties that are asked about through them.
const ASK: &str = "ask";

/// A duty that applies, or may, and has no clock because nothing is recorded from which it could run.
fn waiting_row(stream: &str, incident: &Incident, verdict: &Verdict, round: Option<Moment>) -> Option<ClockRow> {
    if !verdict.outline.watched || verdict.clock.is_some() || verdict.unrecorded().is_none() {
        return None;
    }
    let (standing, missing) = match &verdict.answer {
        Answer::Undetermined { missing, .. } => (UNDETERMINED, Missing::Facts(missing.iter().cloned().collect())),
        Answer::Conflict { .. } => (CONFLICT, Missing::default()),
        _ => (UNRECORDED, Missing::default()),
    };
    let key = (verdict.outline.duty.clone(), verdict.instance.clone());
    let stopped = incident.warnings.stopped(&key).is_some();
    let round = round.filter(|_| !stopped && through(verdict).is_some());
    Some(ClockRow {
        stream: stream.to_owned(),
        duty: key.0.to_string(),
        instance: key.1.map(|instance| instance.to_string()).unwrap_or_default(),
        due_at: None,
        due_latest: None,
        starts_at: incident.opened.0,
        standing: standing.to_owned(),
        held_since: None,
        missing,
        watched: true,
        stopped,
        provisional: false,
        next_rung: round.map(|_| ASK.to_owned()),
        next_rung_at: round,
        safe_at: None,
        days_in: None,
    })
}

/// The moment to which a clock is worked: the latest it can be where nobody knows how early it is.
fn next_due(clock: &ClockRow) -> Option<Moment> {
    clock.safe_at.or(clock.due_at.filter(|due| due.is_bounded())).or(clock.due_latest)
}

/// The law that is not in the library and about which nobody said anything: one row for the incident.
fn law_row(stream: &str, incident: &Incident, gaps: &[&Gap], round: Option<Moment>) -> Option<ClockRow> {
    let law = gaps.iter().map(|gap| MissingLaw { gap: gap.id.clone(), persons: gap.persons });
    (!gaps.is_empty()).then(|| ClockRow {
        stream: stream.to_owned(),
        duty: LAW.to_owned(),
        instance: String::new(),
        due_at: None,
        due_latest: None,
        starts_at: incident.opened.0,
        standing: NOT_IN_LIBRARY.to_owned(),
        held_since: None,
        missing: Missing::Law(law.collect()),
        watched: true,
        stopped: false,
        provisional: false,
        next_rung: round.map(|_| ASK.to_owned()),
        next_rung_at: round,
        safe_at: None,
        days_in: None,
    })
}

/// The zone whose dates are counted, of a duty that counts days.
fn days_in(scale: Scale) -> Option<String> {
    (scale.unit == Unit::Days).then(|| scale.zone.name().to_owned())
}

fn clock_row(stream: &str, incident: &Incident, running: &Running<'_>, round: Option<Moment>) -> ClockRow {
    let stopped = incident.warnings.stopped(&running.key()).is_some();
    let asked = running.verdict.outline.watched && !stopped && through(running.verdict).is_some();
    let ask = || round.filter(|_| asked).map(|at| (ASK.to_owned(), at));
    let next = next_rung(incident, running).map(|(rung, at)| (rung.to_string(), at)).or_else(ask);
    let (earliest, latest) = match running.clock.due {
        Due::By { earliest, latest } => (Some(earliest), Some(latest)),
        _ => (None, None),
    };
    let (duty, instance) = running.key();
    let (standing, held_since, missing) = standing(incident, running);
    ClockRow {
        stream: stream.to_owned(),
        duty: duty.to_string(),
        instance: instance.map(|instance| instance.to_string()).unwrap_or_default(),
        due_at: earliest,
        due_latest: latest,
        starts_at: running.clock.start.at,
        standing: standing.to_owned(),
        held_since,
        missing,
        watched: running.verdict.outline.watched,
        stopped,
        provisional: running.clock.provisional,
        next_rung_at: next.as_ref().map(|(_, at)| *at),
        next_rung: next.map(|(rung, _)| rung),
        safe_at: running.clock.safe,
        days_in: days_in(running.clock.course.scale),
    }
}
