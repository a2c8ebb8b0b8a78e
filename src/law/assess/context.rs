//! What conditions, deadlines and fines are asked of: one situation, read by one rulebook at one moment.

use super::answered::Answers;
use super::awareness;
use crate::base::moment::{Moment, Timing};
use crate::rulebook::Rulebook;
use crate::rulebook::starts::StartRef;
use crate::situation::{DutyId, Filed, Flaw, Occurrence, Situation, Trigger};
use crate::verdict::reason::Reason;
use crate::vocabulary::complete::Inferred;
use chrono::NaiveDate;

/// What is known while one duty is asked.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    /// The rulebook.
    pub rulebook: &'a Rulebook,
    /// The situation.
    pub situation: &'a Situation,
    /// For each fact that nobody stated but that follows from others, by which implication.
    pub inferred: &'a Inferred<'a>,
    /// What was answered about other duties.
    pub answers: &'a Answers,
    /// Whether the act concerns the situation at all, where that has been asked already.
    pub scope: Option<&'a Reason>,
    /// The duty's own start, where it has one.
    pub own: Option<Timing>,
    /// Occurrences and filings that are certainly later than this do not count; those that may be, perhaps.
    pub not_after: Option<Moment>,
    /// The day whose law is asked: a state counts among the members of a union while it is one.
    pub day: NaiveDate,
    /// The moment of asking.
    pub now: Moment,
}

impl<'a> Context<'a> {
    /// The moment a rulebook refers to; `None` while it has not happened.
    pub(crate) fn moment(self, start: &StartRef) -> Option<Timing> {
        match start {
            StartRef::Own => self.own,
            StartRef::Incident => self.situation.occurred,
            StartRef::Awareness(trigger) => {
                awareness::starts(self.rulebook, &self.situation.candidates, std::slice::from_ref(trigger))
                    .0
                    .map(|start| start.at)
            }
            StartRef::First(trigger) => self.happened(trigger).reduce(Timing::or_earlier),
            StartRef::Latest(trigger) => self.happened(trigger).reduce(Timing::or_later),
            StartRef::Filing(duty) => self.handed_in(duty).reduce(Timing::or_earlier),
            StartRef::LatestFiling(duty) => self.handed_in(duty).reduce(Timing::or_later),
            StartRef::Due(duty) => {
                let (earliest, latest) = self.answers.get(duty)?.due?;
                Some(Timing::between(earliest, latest, self.rulebook.zone_for(self.situation)))
            }
        }
    }

    /// The occurrences of a kind, earliest first.
    pub(crate) fn occurrences(self, trigger: &Trigger) -> std::vec::IntoIter<&'a Occurrence> {
        let mut found: Vec<&Occurrence> = self
            .situation
            .occurrences
            .iter()
            .filter(|found| found.trigger == *trigger && found.concerns(&self.rulebook.id))
            .collect();
        found.sort_by_key(|occurrence| (occurrence.at.earliest(), occurrence.at.latest(), &occurrence.id));
        found.into_iter()
    }

    /// When each of a kind happened: which was the first may be open where they are known roughly.
    fn happened(self, trigger: &Trigger) -> impl Iterator<Item = Timing> + 'a {
        self.occurrences(trigger).map(|occurrence| occurrence.at)
    }

    /// When each filing of a duty was handed in.
    fn handed_in(self, duty: &DutyId) -> impl Iterator<Item = Timing> + 'a {
        self.filings(duty).into_iter().map(|filing| filing.at)
    }

    /// The filings of a duty, earliest first. What went to the wrong body was not handed in; what is partial or defective
    /// was, though it does not meet the duty.
    pub(crate) fn filings(self, duty: &DutyId) -> Vec<&'a Filed> {
        let mut found: Vec<&Filed> = self
            .situation
            .filings
            .iter()
            .filter(|filing| filing.duty == *duty && filing.flaw != Some(Flaw::WrongBody))
            .collect();
        found.sort_by_key(|filing| (filing.at.earliest(), filing.at.latest()));
        found
    }
}
