//! One reader of an assessment: in which language, on which clock, and what things are called. A fact, a trigger and a duty
//! are called by their titles; only where something must be written into a case does its id stand beside them, in
//! brackets.

use super::answered::Told;
use crate::law::base::moment::{Moment, Timing};
use crate::law::base::words::Words;
use crate::law::library::Library;
use crate::law::situation::fact::FactKey;
use crate::law::situation::{CandidateId, DutyId, OccurrenceId, Trigger};
use crate::law::verdict::Verdict;
use crate::law::vocabulary::FactDefinition;
use crate::locales::{Naming, Text};
use chrono::NaiveDate;
use chrono_tz::Tz;

/// A reader of one assessment.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reader<'a> {
    /// The language.
    pub t: Text,
    /// The law, for its words.
    pub library: &'a Library,
    /// What is read.
    pub told: &'a Told,
}

impl<'a> Reader<'a> {
    /// The zone of the case.
    pub fn zone(&self) -> Tz {
        self.told.situation.zone
    }

    /// The verdicts.
    pub fn verdicts(&self) -> &'a [Verdict] {
        &self.told.answered.verdicts
    }

    /// The law's words in the reader's language.
    pub fn words(&self, words: &'a Words) -> &'a str {
        words.get(self.t.lang())
    }

    /// What people call the act of a verdict.
    pub fn act(&self, verdict: &Verdict) -> String {
        let id = &verdict.outline.rule.rulebook;
        self.library.rulebook(id).map_or_else(|| id.to_string(), |book| self.words(&book.short).to_owned())
    }

    /// A fact with the key by which a case states it.
    pub fn asked(&self, key: &FactKey) -> String {
        format!("{} [{key}]", self.fact(key))
    }

    /// Several facts with their keys.
    pub fn all_asked<'k>(&self, keys: impl IntoIterator<Item = &'k FactKey>) -> String {
        keys.into_iter().map(|key| self.asked(key)).collect::<Vec<_>>().join("; ")
    }
}

impl Naming for Reader<'_> {
    fn definition(&self, key: &FactKey) -> Option<&FactDefinition> {
        self.library.vocabulary().fact(key)
    }

    fn fact(&self, key: &FactKey) -> String {
        self.definition(key).map_or_else(|| key.to_string(), |fact| self.words(&fact.title).to_owned())
    }

    fn trigger(&self, trigger: &Trigger) -> String {
        let known = self.library.vocabulary().trigger(trigger);
        known.map_or_else(|| trigger.to_string(), |known| self.words(&known.title).to_owned())
    }

    fn duty(&self, id: &DutyId) -> String {
        self.library.duty(id).map_or_else(|| id.to_string(), |duty| self.words(&duty.title).to_owned())
    }

    fn occurrence(&self, id: &OccurrenceId) -> String {
        let found = self.told.situation.occurrences.iter().find(|occurrence| occurrence.id == *id);
        found.map_or_else(|| id.to_string(), |found| format!("{} [{id}]", self.trigger(&found.trigger)))
    }

    fn candidate(&self, id: &CandidateId) -> String {
        let found = self.told.situation.candidates.iter().find(|candidate| candidate.id == *id);
        found.map_or_else(|| id.to_string(), |found| self.t.basis(found.basis))
    }

    fn instant(&self, at: Moment) -> String {
        self.t.moment(at, self.zone())
    }

    fn timing(&self, at: Timing) -> String {
        self.t.timing(at)
    }

    fn day(&self, day: NaiveDate) -> String {
        self.t.date(day)
    }
}
