//! Which facts to ask next, given what is known: those first on which the most turns.
//!
//! A fact counts for every duty that it may settle. It counts most where the act's own scope turns on it, for that
//! decides all duties of the act at once; then where it alone could settle a duty, or belongs to a smallest set that would;
//! least where it is merely open. A duty that is due sooner, or that reaches somebody outside, weighs more. Asks only for facts that
//! nobody has stated yet, and only while a duty that is undetermined depends on them. It knows no fact by name.

pub mod inputs;
#[cfg(test)]
mod properties;
pub mod reported;

use crate::assess::missing::{alone, missing};
use crate::base::truth::Truth;
use crate::library::Library;
use crate::rulebook::duty::Duty;
use crate::rulebook::period::Period;
use crate::rulebook::recipient::Recipient;
use crate::rulebook::version::Version;
use crate::rulebook::visit::{Gives, Visit};
use crate::rulebook::walk;
use crate::situation::fact::{FactKey, Facts};
use crate::situation::{DutyId, Situation};
use crate::verdict::reason::{Clause, Reason};
use crate::verdict::{Answer, Assessment, Verdict};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;

/// A fact worth asking for, and what turns on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The fact.
    pub key: FactKey,
    /// How many duties belong to acts of which it may decide whether they concern the incident at all.
    pub scope: usize,
    /// For how many duties it belongs to a smallest set that would settle them.
    pub settles: usize,
    /// On how many undetermined duties it bears.
    pub open: usize,
}

/// The facts to ask for, the most decisive first; facts that decide equally much stand in the vocabulary's order. Empty
/// once no further fact could settle anything. The assessment is the one of this situation.
///
/// ```
/// use dutyclock_law::library::Library;
/// use dutyclock_law::base::moment::Moment;
/// use dutyclock_law::questions;
/// use dutyclock_law::situation::Situation;
/// let library = Library::embedded()?;
/// let nothing = Situation::empty(chrono_tz::UTC);
/// let assessment = library.assess(&nothing, Moment::from_seconds(1_795_000_000));
/// let questions = questions::next(&library, &nothing, &assessment);
/// assert_eq!(questions.first().map(|question| question.key.as_str()), Some("org-countries"));
/// # Ok::<(), dutyclock_law::base::error::LawError>(())
/// ```
#[must_use]
pub fn next(library: &Library, situation: &Situation, assessment: &Assessment) -> Vec<Question> {
    let duties: BTreeMap<&DutyId, &Duty> =
        library.rulebooks().iter().flat_map(|rulebook| &rulebook.duty).map(|duty| (&duty.id, duty)).collect();
    let mut tally = Tally::default();
    for verdict in &assessment.verdicts {
        if let Answer::Undetermined { missing, open, .. } = &verdict.answer {
            let weight = duties.get(&verdict.outline.duty).map_or(1, |duty| weight(duty, verdict));
            tally.verdict(verdict, weight, missing, open, &situation.facts);
        }
    }
    let place = |key: &FactKey| library.vocabulary().fact(key).map_or(usize::MAX, |fact| fact.order);
    let unstated = tally.0.into_iter().filter(|(key, _)| situation.facts.get(key).is_none());
    let mut ranked: Vec<(u64, usize, Question)> =
        unstated.map(|(key, worth)| (worth.total(), place(&key), worth.question)).collect();
    ranked.sort_by_key(|(total, place, _)| (Reverse(*total), *place));
    settling_first(ranked.into(), library, assessment)
}

/// Moves a question before another that its answer may settle, where it is not worth much less and has to be asked in
/// any case: some duty waits for it that does not wait for the other.
fn settling_first(mut rest: VecDeque<(u64, usize, Question)>, library: &Library, asked: &Assessment) -> Vec<Question> {
    let waits = |wanted: &FactKey, without: &FactKey| {
        asked.verdicts.iter().any(|verdict| match &verdict.answer {
            Answer::Undetermined { open, .. } => open.contains(wanted) && !open.contains(without),
            _ => false,
        })
    };
    let mut order = Vec::with_capacity(rest.len());
    while let Some((worth, _, next)) = rest.pop_front() {
        for rule in library.vocabulary().implications().iter().filter(|rule| rule.to == next.key) {
            let near = |(other, _, question): &(u64, usize, Question)| {
                question.key == rule.from && *other >= worth / 4 && waits(&rule.from, &next.key)
            };
            let earlier = rest.iter().position(near).and_then(|place| rest.remove(place));
            order.extend(earlier.map(|(_, _, question)| question));
        }
        order.push(next);
    }
    order
}

/// The facts that are open although the duty applies: an exception counts only once it is known to hold, and one of these
/// may still bring that about.
#[must_use]
pub fn could_change(verdict: &Verdict, facts: &Facts) -> BTreeSet<FactKey> {
    let answered = |node: &&Reason| node.clause == Clause::Not && node.truth == Truth::Yes;
    let exceptions = verdict.reason.children.iter().filter(answered).flat_map(|node| node.children.iter());
    exceptions.flat_map(|exception| missing(exception, facts).open).collect()
}

/// A smallest set of facts that would settle whether the act concerns the incident at all; empty once that is settled.
#[must_use]
pub fn of_scope(verdict: &Verdict, facts: &Facts) -> BTreeSet<FactKey> {
    scope(verdict).map(|asked| missing(asked, facts).smallest).unwrap_or_default()
}

/// What one open fact is worth.
struct Worth {
    score: u64,
    acts: BTreeSet<Arc<str>>,
    question: Question,
}

impl Worth {
    fn total(&self) -> u64 {
        self.score.saturating_mul(u64::try_from(self.acts.len()).unwrap_or(u64::MAX))
    }
}

/// What each open fact is worth so far.
#[derive(Default)]
struct Tally(BTreeMap<FactKey, Worth>);

/// So much a fact is worth that alone decides whether an act concerns the incident; all others are worth a part of it.
const DECIDES_SCOPE: u64 = 5_040;
/// It alone could settle a duty of an act that concerns the incident.
const SETTLES: u64 = DECIDES_SCOPE * 2 / 3;
/// It alone could settle a duty, of an act that may not concern the incident.
const MAY_SETTLE: u64 = DECIDES_SCOPE / 3;
/// It bears on a duty.
const BEARS: u64 = DECIDES_SCOPE / 24;

impl Tally {
    fn verdict(
        &mut self,
        verdict: &Verdict,
        weight: u64,
        smallest: &BTreeSet<FactKey>,
        open: &BTreeSet<FactKey>,
        facts: &Facts,
    ) {
        let asked = scope(verdict);
        if let Some(asked) = asked {
            self.settling(asked, &missing(asked, facts).smallest, weight * DECIDES_SCOPE, facts);
            self.each(&missing(asked, facts).open, 0, |worth| worth.question.scope += 1);
        }
        let settles = if asked.is_some() { MAY_SETTLE } else { SETTLES };
        self.settling(&verdict.reason, smallest, weight * settles, facts);
        self.each(open, weight * BEARS, |worth| {
            worth.question.open += 1;
            worth.acts.insert(verdict.outline.rule.rulebook.clone());
        });
        self.each(smallest, 0, |worth| worth.question.settles += 1);
    }

    /// Every fact that alone could settle it is worth as much; where none could, a smallest set shares it.
    fn settling(&mut self, asked: &Reason, smallest: &BTreeSet<FactKey>, worth: u64, facts: &Facts) {
        let alone = alone(asked, facts);
        if alone.is_empty() {
            let share = u64::try_from(smallest.len()).ok().and_then(|number| worth.checked_div(number));
            self.each(smallest, share.unwrap_or(0), |_| {});
        } else {
            self.each(&alone, worth, |_| {});
        }
    }

    fn each(&mut self, keys: &BTreeSet<FactKey>, worth: u64, count: impl Fn(&mut Worth)) {
        for key in keys {
            let question = || Question { key: key.clone(), scope: 0, settles: 0, open: 0 };
            let fresh = || Worth { score: 0, acts: BTreeSet::new(), question: question() };
            let known = self.0.entry(key.clone()).or_insert_with(fresh);
            known.score += worth;
            count(known);
        }
    }
}

/// The question whether the act concerns the incident at all, while it is open: it stands before all others.
fn scope(verdict: &Verdict) -> Option<&Reason> {
    verdict.reason.children.first().filter(|asked| verdict.scope == Truth::Unknown && asked.truth == Truth::Unknown)
}

/// How much a duty weighs: the sooner it may be due, and the further it reaches, the more.
fn weight(duty: &Duty, verdict: &Verdict) -> u64 {
    let version = duty.version.iter().find(|version| version.from == verdict.outline.rule.version);
    let urgency = match version.and_then(soonest) {
        Some(0..=24) => 4,
        Some(25..=72) => 3,
        Some(_) => 2,
        None => 1,
    };
    let reach = match duty.to {
        Recipient::Authority | Recipient::Persons | Recipient::Public => 2,
        Recipient::Partner | Recipient::Internal => 1,
    };
    urgency * reach
}

/// The shortest of a version's periods, roughly and in hours: to compare duties, never to count.
#[must_use]
pub fn soonest(version: &Version) -> Option<u32> {
    let mut soonest = Soonest(version.within.as_ref().and_then(roughly));
    if let Some(deadline) = &version.deadline {
        walk::deadline(&mut soonest, deadline);
    }
    soonest.0
}

struct Soonest(Option<u32>);

impl<'a> Visit<'a> for Soonest {
    fn period(&mut self, period: &'a Period, _: Gives) {
        self.0 = self.0.into_iter().chain(roughly(period)).min();
    }
}

const fn roughly(period: &Period) -> Option<u32> {
    match period {
        Period::Hours(hours) | Period::WorkingDayHours(hours) => Some(*hours),
        Period::Days(days) | Period::WorkingDays(days) => Some(days.saturating_mul(24)),
        Period::Weeks(weeks) => Some(weeks.saturating_mul(7 * 24)),
        Period::Months(months) => Some(months.saturating_mul(30 * 24)),
        Period::Promptly(_) => Some(7 * 24),
        Period::DaysAfterYearEnd(_) | Period::OnNext(_) | Period::OnNextYear(_) | Period::Until(_) => None,
        Period::AtLeastDays(_) | Period::AtLeastMonths(_) => None,
    }
}
