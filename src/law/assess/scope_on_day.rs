//! Whether an act concerns a situation on the day whose law governs, where that is not so on every day: a state joins a
//! union or leaves it, and what happened before is judged by who belonged to it then. Decides nothing else; where an act
//! concerns the same on all days, nothing is asked twice.

use super::derive;
use super::duty::Assessor;
use crate::base::moment::Moment;
use crate::base::truth::Truth;
use crate::rulebook::period::day_of;
use crate::verdict::reason::Reason;
use chrono::NaiveDate;
use std::sync::Arc;

impl Assessor<'_> {
    /// Whether every day that can govern anything here has the scope of the moment of asking.
    pub(super) fn as_today(self) -> bool {
        let Some(last) = self.rulebook.scope_changes.last() else { return true };
        let zone = self.rulebook.zone_for(self.situation);
        let moments = self.moments().chain([self.now]);
        moments.min().is_none_or(|first| day_of(first, zone) >= *last)
    }

    /// The scope on a day, where it is not the one that was asked already.
    pub(super) fn scope_on(self, day: NaiveDate) -> Option<Arc<Reason>> {
        let before = |day: NaiveDate| self.rulebook.scope_changes.iter().filter(|change| **change <= day).count();
        (before(day) != before(self.day)).then(|| Arc::new(self.asked_on(day)))
    }

    /// From which later day the act concerns, or may concern, a situation that it does not concern on a day.
    pub(super) fn concerns_from(self, day: NaiveDate) -> Option<NaiveDate> {
        let mut later = self.rulebook.scope_changes.iter().copied().filter(|change| *change > day);
        later.find(|change| self.asked_on(*change).truth != Truth::No)
    }

    fn asked_on(self, day: NaiveDate) -> Reason {
        derive::scope(super::context::Context { scope: None, day, ..self.context(None) })
    }

    /// Every moment that was recorded.
    fn moments(self) -> impl Iterator<Item = Moment> {
        let situation = self.situation;
        let candidates = situation.candidates.iter().map(|candidate| candidate.at);
        let occurrences = situation.occurrences.iter().map(|occurrence| occurrence.at);
        let filings = situation.filings.iter().map(|filing| filing.at);
        let all = candidates.chain(occurrences).chain(filings).chain(situation.occurred);
        all.map(|at| at.earliest())
    }
}
