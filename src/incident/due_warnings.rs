//! Which verdicts are running clocks that somebody must be warned about, and what their next rung is.

use super::ladder::{self, Footing, Rung};
use super::sent_warnings::ClockKey;
use super::state::Incident;
use crate::law::base::moment::Moment;
use crate::law::situation::fact::FactKey;
use crate::law::verdict::{Answer, Assessment, Awaited, Clock, Due, GapId, Standing, Verdict};
use std::collections::BTreeSet;

/// One clock that runs for an incident and is not met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Running<'a> {
    /// The verdict it belongs to.
    pub verdict: &'a Verdict,
    /// The clock.
    pub clock: &'a Clock,
}

impl Running<'_> {
    /// The clock's name within its incident.
    #[must_use]
    pub fn key(&self) -> ClockKey {
        (self.verdict.outline.duty.clone(), self.verdict.instance.clone())
    }

    /// What its ladder stands on: the earliest start and the safe due moment.
    #[must_use]
    pub fn footing(&self) -> Footing {
        Footing { start: self.clock.start.at, due: self.clock.target() }
    }

    /// Whether its duty applies and the moment of its start is not recorded, so that another moment stands for it.
    #[must_use]
    pub const fn unrecorded(&self) -> bool {
        self.clock.origin.stands_in()
    }

    /// Under which due moment its warnings are recorded: the law's own or, without a number, the start. Not the safe
    /// one: where a stricter reading appears later, what was sent stays sent.
    #[must_use]
    pub fn pinned_due(&self) -> Moment {
        self.clock.due.first().unwrap_or(self.clock.start.at)
    }
}

/// Whether a standing still asks somebody to act.
#[must_use]
pub const fn is_open(standing: &Standing) -> bool {
    matches!(
        standing,
        Standing::Running { .. }
            | Standing::PastSafe { .. }
            | Standing::PerhapsOverdue { .. }
            | Standing::Overdue { .. }
            | Standing::Waiting { .. }
            | Standing::InForce { .. }
    )
}

/// The clocks that run or are on hold and are not met, in the order of the verdicts. A closed incident has none.
pub fn running<'a>(incident: &Incident, assessment: &'a Assessment) -> impl Iterator<Item = Running<'a>> {
    let open = incident.closed.is_none();
    assessment.verdicts.iter().filter_map(move |verdict| {
        let clock = verdict.clock.as_deref()?;
        let asks = matches!(verdict.answer, Answer::Applies | Answer::Undetermined { .. } | Answer::Conflict { .. });
        let owed = is_open(&clock.standing) || matches!(clock.standing, Standing::Held { .. });
        (open && asks && owed).then_some(Running { verdict, clock })
    })
}

/// Whether an incident must not be closed over a duty: it applies, is watched and not met, and its warnings were not stopped.
#[must_use]
pub fn hinders_closing(incident: &Incident, verdict: &Verdict) -> bool {
    let key = (verdict.outline.duty.clone(), verdict.instance.clone());
    let owed = match verdict.clock.as_deref() {
        Some(Clock { standing: Standing::InForce { .. }, .. }) => false,
        Some(clock) => is_open(&clock.standing) || matches!(clock.standing, Standing::Held { .. }),
        None => verdict.unrecorded().is_some(),
    };
    let applies = matches!(verdict.answer, Answer::Applies | Answer::Conflict { .. });
    applies && owed && verdict.outline.watched && incident.warnings.stopped(&key).is_none()
}

/// What is to be answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// Facts: a smallest set that settles whether duties apply.
    Facts(BTreeSet<FactKey>),
    /// A moment that is not recorded and from which duties run that apply.
    Start(Awaited),
    /// What law asks that is not in this library: counsel must say.
    Law(GapId),
}

/// The question through which a duty is asked about, where it has no warnings of its own: it may apply, and facts would
/// settle that; or it applies, and nothing is recorded from which it could run.
#[must_use]
pub fn through(verdict: &Verdict) -> Option<Asked> {
    match &verdict.answer {
        Answer::Undetermined { missing, .. } if !missing.is_empty() => Some(Asked::Facts(missing.clone())),
        Answer::Undetermined { .. } | Answer::Applies | Answer::Conflict { .. } if verdict.clock.is_none() => {
            verdict.unrecorded().cloned().map(Asked::Start)
        }
        _ => None,
    }
}

/// The next rung of a running clock and its moment; `None` when it is not watched, its warnings were stopped, or it is
/// a continuing duty, which has no deadline to warn about. What may apply and hangs on facts is asked about instead, with
/// all that hangs on them. A clock on hold is not warned about before its hold ends, and
/// not at all while nobody can say when that is.
#[must_use]
pub fn next_rung(incident: &Incident, running: &Running<'_>) -> Option<(Rung, Moment)> {
    let key = running.key();
    let continuing = matches!(running.clock.due, Due::Until | Due::AtLeastUntil { .. });
    let asked = through(running.verdict).is_some();
    if continuing || asked || !running.verdict.outline.watched || incident.warnings.stopped(&key).is_some() {
        return None;
    }
    let newest = incident.warnings.newest_sent(&key, running.pinned_due()).and_then(Rung::parse);
    let rung = ladder::next(running.footing(), newest);
    let at = rung.at(running.footing());
    match running.clock.standing {
        Standing::Held { ends, .. } => ends.map(|ends| (rung, at.max(ends))),
        _ => Some((rung, at)),
    }
}

/// The rung that is owed at `now`, if any: the newest one reached that lies at or after the next unsent one.
#[must_use]
pub fn owed_rung(incident: &Incident, running: &Running<'_>, now: Moment) -> Option<Rung> {
    let (_, next_at) = next_rung(incident, running)?;
    if next_at > now || matches!(running.clock.standing, Standing::Held { .. }) {
        return None;
    }
    ladder::reached(running.footing(), now)
}
