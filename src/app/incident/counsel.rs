//! Recording what counsel answered about law that is not in the library, or why that law does not matter here, and
//! withdrawing either. What counsel named as due runs from then on like any other clock. Never says what that law asks.

use crate::app::desk::actor::Permission;
use crate::app::desk::decide::{Case, Decide};
use crate::app::desk::input;
use crate::app::desk::input::{MomentInput, reason};
use crate::app::desk::refusal::{Checks, Problem, Refusal};
use crate::incident::Event;
use crate::incident::gap_record::Task;
use crate::incident::situation::situation;
use crate::law::base::words::Words;
use crate::law::situation::OccurrenceId;
use crate::law::situation::fact::Count;

/// What counsel answered.
#[derive(Debug, Clone, Default)]
pub struct RecordAnswer {
    /// The gap; empty for a place that is named in words.
    pub gap: String,
    /// The place or the law in words, where no gap is named.
    pub place: String,
    /// Who answered.
    pub who: String,
    /// When they answered.
    pub at: MomentInput,
    /// What they said.
    pub said: String,
    /// What is due, where something is.
    pub what: String,
    /// By when.
    pub by: MomentInput,
}

/// A gap as an action names it.
struct Subject {
    gap: String,
    title: Words,
    persons: Option<Count>,
}

/// The gap that is meant: one of the incident's, one about which something was recorded before, or a new one in words.
fn subject(case: &Case<'_>, gap: &str, place: &str, checks: &mut Checks) -> Option<Subject> {
    if gap.is_empty() {
        let place = checks.take("place", input::line(place))?;
        return Some(Subject { gap: case.fresh.to_owned(), title: Words::name(&place), persons: None });
    }
    let situation = situation(case.library, case.incident, case.organisation);
    if let Some(found) = case.library.gaps(&situation).into_iter().find(|found| found.id.as_str() == gap) {
        return Some(Subject { gap: gap.to_owned(), title: found.title, persons: found.persons });
    }
    let before = case.incident.gaps.iter().rev().find(|record| record.gap == gap);
    if before.is_none() {
        checks.note("place", Problem::UnknownChoice);
    }
    before.map(|record| Subject { gap: gap.to_owned(), title: record.title.clone(), persons: record.persons })
}

impl Decide for RecordAnswer {
    const NEEDS: Permission = Permission::Record;

    fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Refusal> {
        case.need_open()?;
        let mut checks = Checks::default();
        let subject = subject(case, &self.gap, &self.place, &mut checks);
        let who = checks.take("who", input::line(&self.who));
        let at = checks.take("at", self.at.past(case.now));
        let said = checks.take("said", input::text(&self.said));
        let task = self.task(&mut checks);
        let (Some(subject), Some(who), Some(at), Some(said)) = (subject, who, at, said) else {
            return Err(checks.refusal());
        };
        checks.done()?;
        let Subject { gap, title, persons } = subject;
        let id = OccurrenceId::new(case.fresh);
        Ok(vec![Event::GapAnswered { id, gap, title, persons, who, at, said, task }])
    }
}

impl RecordAnswer {
    /// What is due by when: both, or neither.
    fn task(&self, checks: &mut Checks) -> Option<Task> {
        let what = checks.take("what", input::optional_line(&self.what))?;
        let by = checks.take("by", self.by.optional())?;
        match by {
            Some(by) if !what.is_empty() => Some(Task { what, by }),
            Some(_) => {
                checks.note("what", Problem::Required);
                None
            }
            None if what.is_empty() => None,
            None => {
                checks.note("by", Problem::Required);
                None
            }
        }
    }
}

/// Law that does not matter for this incident.
#[derive(Debug, Clone, Default)]
pub struct DismissGap {
    /// The gap.
    pub gap: String,
    /// Why it does not matter.
    pub reason: String,
}

impl Decide for DismissGap {
    const NEEDS: Permission = Permission::Record;

    fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Refusal> {
        case.need_open()?;
        if self.gap.is_empty() {
            return Err(Refusal::NotFound);
        }
        let mut checks = Checks::default();
        let Some(Subject { gap, title, persons }) = subject(case, &self.gap, "", &mut checks) else {
            return Err(Refusal::NotFound);
        };
        let id = OccurrenceId::new(case.fresh);
        Ok(vec![Event::GapDismissed { id, gap, title, persons, reason: reason(&self.reason)? }])
    }
}

/// Withdraws what was recorded about a gap: it is open again, and what counsel named does not run any more.
#[derive(Debug, Clone)]
pub struct WithdrawGapRecord {
    /// Which record.
    pub id: String,
    /// Why.
    pub reason: String,
}

impl Decide for WithdrawGapRecord {
    const NEEDS: Permission = Permission::Record;

    fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Refusal> {
        case.need_open()?;
        let id = OccurrenceId::new(&self.id);
        let record = case.incident.gap_record(&id).ok_or(Refusal::NotFound)?;
        if record.withdrawn.is_some() {
            return Err(Refusal::NotNow(Problem::AlreadyWithdrawn));
        }
        Ok(vec![Event::GapRecordWithdrawn { id, reason: reason(&self.reason)? }])
    }
}
