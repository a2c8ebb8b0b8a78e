//! Notes, titles, closing and reopening; stopping and resuming warnings.

use crate::app::desk::actor::Permission;
use crate::app::desk::decide::{Case, Decide};
use crate::app::desk::input;
use crate::app::desk::input::{instance, reason};
use crate::app::desk::refusal::{Checks, Problem, Refusal};
use crate::incident::changes::Change;
use crate::incident::situation::assess;
use crate::incident::{Event, changes, counsel, due_warnings};
use crate::law::situation::DutyId;
use crate::law::verdict::{Silence, Verdict};

/// A remark for the timeline.
#[derive(Debug, Clone)]
pub struct AddNote {
    /// The remark.
    pub text: String,
}

impl Decide for AddNote {
    const NEEDS: Permission = Permission::Record;
    const TOLERATES_CHANGES: bool = true;

    fn decide(&self, _case: &Case<'_>) -> Result<Vec<Event>, Refusal> {
        let mut checks = Checks::default();
        let text = checks.take("text", input::text(&self.text)).ok_or_else(|| checks.refusal())?;
        Ok(vec![Event::NoteAdded { text }])
    }
}

/// Another title.
#[derive(Debug, Clone)]
pub struct Retitle {
    /// The new title.
    pub title: String,
}

impl Decide for Retitle {
    const NEEDS: Permission = Permission::Record;

    fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Refusal> {
        let mut checks = Checks::default();
        let title = checks.take("title", input::line(&self.title)).ok_or_else(|| checks.refusal())?;
        if title == case.incident.title {
            return Err(Refusal::NotNow(Problem::NothingChanged));
        }
        Ok(vec![Event::Retitled { title }])
    }
}

/// Nothing more is owed.
#[derive(Debug, Clone)]
pub struct CloseIncident {
    /// Why.
    pub reason: String,
}

impl Decide for CloseIncident {
    const NEEDS: Permission = Permission::CloseIncidents;

    /// Refused while a duty that applies is neither met nor expressly stopped, with or without a number, and while one that
    /// applies has not started because nobody recorded its start: closing must not be the way to silence a duty. What is in
    /// force until it is lifted goes on, whether the incident is open or not. Refused too while persons are where nobody looked
    /// at the law, and nobody said what that law asks or that it does not matter.
    fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Refusal> {
        case.need_open()?;
        let assessment = assess(case.library, case.incident, case.organisation, case.now);
        let hinders = |verdict: &&Verdict| due_warnings::hinders_closing(case.incident, verdict);
        let (asked, running): (Vec<&Verdict>, Vec<&Verdict>) = assessment
            .verdicts
            .iter()
            .filter(|verdict| hinders(verdict) || changes::is_asked(case.incident, verdict))
            .partition(|verdict| changes::is_asked(case.incident, verdict));
        if !running.is_empty() {
            return Err(Refusal::NotNow(Problem::ClocksRunning));
        }
        let changes = changes::changes(case.library, case.incident, case.organisation.zone);
        if !asked.is_empty() || changes.iter().any(Change::to_be_corrected) {
            return Err(Refusal::NotNow(Problem::ChangesOpen));
        }
        if Silence::of(counsel::open(case.incident, &assessment.gaps)) == Silence::GapsOpen {
            return Err(Refusal::NotNow(Problem::GapsOpen));
        }
        Ok(vec![Event::Closed { reason: reason(&self.reason)? }])
    }
}

/// Something more turned up.
#[derive(Debug, Clone)]
pub struct ReopenIncident {
    /// Why.
    pub reason: String,
}

impl Decide for ReopenIncident {
    const NEEDS: Permission = Permission::CloseIncidents;

    fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Refusal> {
        if case.incident.closed.is_none() {
            return Err(Refusal::NotNow(Problem::IncidentOpen));
        }
        Ok(vec![Event::Reopened { reason: reason(&self.reason)?, lifted: case.incident.warnings.stops() }])
    }
}

/// Stops or resumes the warnings of one clock.
#[derive(Debug, Clone)]
pub struct SwitchWarnings {
    /// The duty.
    pub duty: String,
    /// The instance, empty for none.
    pub instance: String,
    /// Whether to stop (true) or to resume (false).
    pub stop: bool,
    /// Why.
    pub reason: String,
}

impl Decide for SwitchWarnings {
    const NEEDS: Permission = Permission::StopWarnings;

    fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Refusal> {
        let duty = DutyId::new(&self.duty);
        let instance = instance(&self.instance);
        case.need_duty(&duty, instance.as_ref())?;
        let stopped = case.incident.warnings.stopped(&(duty.clone(), instance.clone())).is_some();
        if stopped == self.stop {
            return Err(Refusal::NotNow(Problem::NothingChanged));
        }
        let reason = reason(&self.reason)?;
        Ok(vec![if self.stop {
            Event::WarningsStopped { duty, instance, reason }
        } else {
            Event::WarningsResumed { duty, instance, reason }
        }])
    }
}
