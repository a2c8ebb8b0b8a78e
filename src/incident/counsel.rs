//! What people said about law that is not in the library: what counsel answered, or why it does not matter here; and the
//! clocks of the moments that counsel named. Says nothing about what that law asks for: it is not read here.

use super::gap_record::{BOOK, GapRecord, Said, Task};
use super::state::Incident;
use crate::law::base::citation::{Confidence, RuleRef, Source};
use crate::law::base::moment::{Moment, Timing};
use crate::law::base::truth::Truth;
use crate::law::base::words::Words;
use crate::law::rulebook::recipient::Recipient;
use crate::law::situation::fact::Count;
use crate::law::situation::{DutyId, Filed, OccurrenceId};
use crate::law::verdict::reason::{Children, Clause, Reason};
use crate::law::verdict::{
    Answer, Clock, ClockOrigin, Course, Due, DutySummary, Extent, Gap, GapId, Scale, Standing, Step, Unit, Verdict,
};
use std::sync::Arc;

/// Whether a duty is one that counsel named, and none of the library's.
#[must_use]
pub fn is_counsels(duty: &DutyId) -> bool {
    duty.as_str().split_once('/').is_some_and(|(book, _)| book == BOOK)
}

impl Incident {
    /// A record about a gap, by its name.
    #[must_use]
    pub fn gap_record(&self, id: &OccurrenceId) -> Option<&GapRecord> {
        self.gaps.iter().find(|record| record.id == *id)
    }

    /// The record behind a duty that counsel named.
    #[must_use]
    pub fn counsels(&self, duty: &DutyId, instance: Option<&OccurrenceId>) -> Option<&GapRecord> {
        self.gap_record(instance?).filter(|record| record.task().is_some() && record.duty() == *duty)
    }
}

/// The newest record about a gap that nobody withdrew.
#[must_use]
pub fn standing_record<'a>(incident: &'a Incident, gap: &GapId) -> Option<&'a GapRecord> {
    incident.gaps.iter().rev().find(|record| record.withdrawn.is_none() && record.gap == gap.as_str())
}

/// The gaps about which nothing that stands was said, and those about which it was said for many fewer persons than there
/// may be now: what counsel answered for three hundred need not hold for thirty thousand.
#[must_use]
pub fn open<'a>(incident: &Incident, gaps: &'a [Gap]) -> Vec<&'a Gap> {
    let quiet = |gap: &Gap| standing_record(incident, &gap.id).is_some_and(|record| !grew(record.persons, gap.persons));
    gaps.iter().filter(|gap| !quiet(gap)).collect()
}

/// Those of them about which people are asked until somebody says something: nobody looked at that law, or in which of its
/// parts the persons live is not known. A closed incident has none.
#[must_use]
pub fn unlooked<'a>(incident: &Incident, gaps: &'a [Gap]) -> Vec<&'a Gap> {
    let open = open(incident, gaps).into_iter().filter(|gap| gap.extent != Extent::Part);
    open.filter(|_| incident.closed.is_none()).collect()
}

/// Whether there may be at least twice as many persons as when something was said, or their number was not known then.
fn grew(then: Option<Count>, now: Option<Count>) -> bool {
    match (then, now) {
        (Some(then), Some(now)) => now.number >= then.number.saturating_mul(2).max(1),
        (None, Some(now)) => now.number > 0,
        (_, None) => false,
    }
}

/// A verdict with its clock for each task that counsel named and nobody withdrew, the oldest record first.
#[must_use]
pub fn verdicts(incident: &Incident, filings: &[Filed], now: Moment) -> Vec<Verdict> {
    let standing = incident.gaps.iter().filter(|record| record.withdrawn.is_none());
    let learnt = incident.first_learnt();
    standing.filter_map(|record| verdict(record, filings, learnt, now)).collect()
}

fn verdict(record: &GapRecord, filings: &[Filed], learnt: Option<Timing>, now: Moment) -> Option<Verdict> {
    let Said::Answered { who, at, said, task: Some(task) } = &record.said else { return None };
    let duty = record.duty();
    // What lies before anybody learnt of the incident is a slip until it is confirmed, as under the library's own law.
    let slip =
        |filed: &Filed| !filed.confirmed_early && learnt.is_some_and(|learnt| filed.at.latest() < learnt.earliest());
    let met = filings.iter().filter(|filed| filed.duty == duty && filed.instance.as_ref() == Some(&record.id));
    let met = met.filter(|filed| filed.flaw.is_none() && !slip(filed)).min_by_key(|filed| filed.at.earliest());
    let day = at.at.in_zone(at.zone).date_naive();
    let outline = DutySummary {
        duty,
        title: Words::name(&task.what),
        recipient: record.title.clone(),
        consequence: Words::name(said),
        rule: RuleRef { rulebook: BOOK.into(), version: day, hash: record.id.as_str().into() },
        source: Arc::new(Source {
            cite: Words::name(who),
            url: String::new(),
            quote: Some(said.clone()),
            published: Some(day),
            verified_on: day,
            confidence: Confidence::Secondary,
        }),
        to: Recipient::Authority,
        pending: Vec::new(),
        form: None,
        watched: true,
        first_limb: None,
        note: None,
    };
    let always =
        Reason { clause: Clause::Always, truth: Truth::Yes, words: None, cite: None, children: Children::default() };
    Some(Verdict {
        outline: Arc::new(outline),
        instance: Some(record.id.clone()),
        scope: Truth::Yes,
        answer: Answer::Applies,
        grounds: Vec::new(),
        reason: Arc::new(always),
        clock: Some(Box::new(clock(record, *at, who, task, met, now))),
        awaits: Vec::new(),
        scenarios: Vec::new(),
        exposures: Vec::new(),
    })
}

fn clock(record: &GapRecord, at: Timing, who: &str, task: &Task, met: Option<&Filed>, now: Moment) -> Clock {
    let limit = task.limit();
    let mut steps = vec![Step::Starts { at }];
    steps.extend(met.map(|filing| Step::Met { filing: filing.clone() }));
    Clock {
        origin: ClockOrigin::Occurrence(record.id.clone()),
        start: at,
        provisional: false,
        why: Words::name(who),
        due: Due::By { earliest: limit, latest: limit },
        safe: None,
        standing: standing(at, limit, met.map(|filing| filing.at), now),
        course: Course {
            scale: Scale { unit: Unit::Days, zone: at.zone },
            start: at.into(),
            due: Some(limit.into()),
            safe: None,
            held: None,
            end: met.map_or_else(|| now.into(), |filing| filing.at.into()),
        },
        not_before: None,
        guideline: None,
        late: None,
        receipt: None,
        house_target: None,
        steps,
    }
}

fn standing(start: Timing, limit: Moment, met: Option<Timing>, now: Moment) -> Standing {
    let since = |at: Moment| at.since(start.earliest()).max(0);
    match met {
        None if now <= limit => Standing::Running { left: limit.since(now) },
        None => Standing::Overdue { late: now.since(limit), late_at_most: now.since(limit), elapsed: since(now) },
        Some(at) if at.latest() <= limit => {
            Standing::MetInTime { spare: limit.since(at.latest()), elapsed: since(at.earliest()) }
        }
        Some(at) if at.earliest() > limit => Standing::MetLate {
            late: at.earliest().since(limit),
            late_at_most: at.latest().since(limit),
            elapsed: since(at.earliest()),
        },
        Some(at) => Standing::CannotBeDecided {
            late_at_most: at.latest().since(limit),
            spare_at_most: limit.since(at.earliest()),
        },
    }
}

#[cfg(test)]
mod tests;
