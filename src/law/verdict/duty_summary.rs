//! What a verdict tells of its duty whatever the situation: made once when the law is read, and shared by every verdict.
//! Answers nothing.

use crate::base::citation::{RuleRef, Source};
use crate::base::words::Words;
use crate::counting::Span;
use crate::rulebook::Rulebook;
use crate::rulebook::duty::Duty;
use crate::rulebook::period::{NumberAs, Promptness};
use crate::rulebook::recipient::Recipient;
use crate::rulebook::version::{PendingStatus, Version};
use crate::situation::{DutyId, FormId};
use chrono::NaiveDate;
use serde::Serialize;
use std::sync::Arc;

/// One version of a duty, as verdicts show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DutySummary {
    /// The duty.
    pub duty: DutyId,
    /// What the duty is called.
    pub title: Words,
    /// Who must be told (or what must be done), in words: "MSIT or KISA".
    pub recipient: Words,
    /// What happens when it passes unmet, in one sentence.
    pub consequence: Words,
    /// Which version of which rulebook answered.
    pub rule: RuleRef,
    /// Where the rule is written.
    pub source: Arc<Source>,
    /// What a reader must know besides, from the rulebook.
    pub note: Option<Words>,
    /// The rule's words for speed beside its number.
    pub first_limb: Option<FirstLimbSummary>,
    /// What kind of recipient.
    pub to: Recipient,
    /// Law on this duty that has no date of force yet: shown, never applied.
    pub pending: Vec<PendingSummary>,
    /// The form that meets it, where there is one.
    pub form: Option<FormId>,
    /// Whether this duty is watched: warned about by e-mail until met. False for prohibitions and notes.
    pub watched: bool,
}

/// The rule's words for speed beside its number: who keeps only the number has not kept the rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct FirstLimbSummary {
    /// The statute's word.
    pub promptly: Promptness,
    /// What the number is beside it.
    pub number: NumberAs,
    /// The number, where it is one period from one start.
    pub within: Option<Span>,
}

impl FirstLimbSummary {
    /// Those of a version, where it has some.
    #[must_use]
    pub fn of(version: &Version) -> Option<Self> {
        let limb = version.first_limb?;
        let within = version.within.as_ref().and_then(|within| within.span());
        Some(Self { promptly: limb.promptly, number: limb.number, within })
    }
}

/// Law without a date of force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PendingSummary {
    /// How far it has come.
    pub status: PendingStatus,
    /// What it would change.
    pub title: Words,
    /// When it is expected.
    pub expected: Option<NaiveDate>,
    /// Where it is written.
    pub source: Arc<Source>,
}

/// What verdicts tell of one duty, version by version.
#[derive(Debug, Clone)]
pub(crate) struct DutySummaries {
    earlier: Vec<Arc<DutySummary>>,
    last: Arc<DutySummary>,
}

impl DutySummaries {
    /// One for each version; for a duty that is pending only, one that names its rulebook.
    pub(crate) fn of(rulebook: &Rulebook, duty: &Duty) -> Self {
        let mut versions = duty.version.iter().map(|version| summary(rulebook, duty, Some(version)));
        let last = versions.next_back().unwrap_or_else(|| summary(rulebook, duty, None));
        Self { earlier: versions.collect(), last }
    }

    /// The version that began on a day; the last one where none did.
    pub(crate) fn from(&self, day: NaiveDate) -> &Arc<DutySummary> {
        self.earlier.iter().find(|summary| summary.rule.version == day).unwrap_or(&self.last)
    }

    /// The last version.
    pub(crate) const fn last(&self) -> &Arc<DutySummary> {
        &self.last
    }
}

fn summary(rulebook: &Rulebook, duty: &Duty, version: Option<&Version>) -> Arc<DutySummary> {
    let pending = duty.pending.iter().map(|pending| PendingSummary {
        status: pending.status,
        title: pending.title.clone(),
        expected: pending.expected.map(|day| day.0),
        source: pending.source.clone(),
    });
    Arc::new(DutySummary {
        duty: duty.id.clone(),
        title: duty.title.clone(),
        recipient: duty.recipient.clone(),
        consequence: duty.consequence.clone(),
        rule: rulebook.reference(version.map_or(rulebook.covers_from, |version| version.from)),
        source: version.map_or(&rulebook.source, |version| &version.source).clone(),
        note: version.and_then(|version| version.note.clone()),
        first_limb: version.and_then(FirstLimbSummary::of),
        to: duty.to,
        pending: pending.collect(),
        form: duty.form.clone(),
        watched: duty.watched,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::Library;

    #[test]
    fn a_version_is_found_by_its_first_day_and_otherwise_the_last_one_is_shown() {
        let library = Library::embedded().unwrap();
        let book = library.rulebook("kr.network-act").unwrap();
        let duty = book.duty.iter().find(|duty| duty.version.len() > 1).unwrap();
        let summaries = DutySummaries::of(book, duty);
        let (first, last) = (duty.version.first().unwrap(), duty.version.last().unwrap());
        assert_eq!(summaries.from(first.from).rule.version, first.from);
        assert_eq!(summaries.from(NaiveDate::MIN).rule.version, last.from);
        assert_eq!(summaries.last().source, last.source);
    }

    #[test]
    fn what_the_rule_says_besides_its_number_is_told_with_every_verdict() {
        let library = Library::embedded().unwrap();
        let book = library.rulebook("us.hipaa").unwrap();
        let duty = book.duty.iter().find(|duty| duty.id.as_str() == "us.hipaa/individuals").unwrap();
        let summary = DutySummaries::of(book, duty).last().clone();
        let (promptly, number) = (Promptness::WithoutUnreasonableDelay, NumberAs::OuterLimit);
        let limb = FirstLimbSummary { promptly, number, within: Some(Span::Days(60)) };
        assert_eq!(summary.first_limb, Some(limb));
        for rulebook in library.rulebooks() {
            for duty in &rulebook.duty {
                let summaries = DutySummaries::of(rulebook, duty);
                for version in &duty.version {
                    assert_eq!(summaries.from(version.from).note, version.note, "{}", duty.id);
                }
            }
        }
    }
}
