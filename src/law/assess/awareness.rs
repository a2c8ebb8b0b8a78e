//! Which moment of awareness governs, and which are shown as scenarios.
//!
//! The order of authority is the rulebook's: the lowest tier that has a candidate governs, within it the earliest
//! moment. The order in which candidates were recorded never matters. What was ruled out at a moment strikes it only for
//! the acts whose own notion that is.

use super::start::Start;
use crate::rulebook::{AwarenessRule, Rulebook};
use crate::situation::{Candidate, Trigger};
use crate::verdict::ClockOrigin;

/// The governing start, if there is a candidate of any of these kinds, and the other candidates, earliest first.
pub(crate) fn starts<'a>(
    rulebook: &'a Rulebook,
    candidates: &'a [Candidate],
    of: &[Trigger],
) -> (Option<Start>, Vec<Start>) {
    let mut found: Vec<(&'a AwarenessRule, &'a Candidate)> = candidates
        .iter()
        .filter(|candidate| of.iter().any(|trigger| rulebook.counts(candidate, trigger)))
        .filter_map(|candidate| {
            let rule = rulebook.awareness.iter().find(|rule| rule.basis == candidate.basis)?;
            Some((rule, candidate))
        })
        .collect();
    // Of two at one moment the name decides, so that the order of recording never does.
    let moment = |candidate: &'a Candidate| (candidate.at.earliest(), candidate.at.latest(), &candidate.id);
    found.sort_by_key(|(rule, candidate)| (rule.tier, moment(candidate)));
    let mut found = found.into_iter();
    let governs = found.next().map(|(rule, candidate)| start(candidate, rule.provisional, &rule.governs));
    let mut others: Vec<_> = found.collect();
    others.sort_by_key(|(_, candidate)| moment(candidate));
    (governs, others.into_iter().map(|(rule, candidate)| start(candidate, rule.provisional, &rule.aside)).collect())
}

fn start(candidate: &Candidate, provisional: bool, why: &crate::base::words::Words) -> Start {
    Start { origin: ClockOrigin::Candidate(candidate.id.clone()), at: candidate.at, provisional, why: why.clone() }
}
