//! Puts names to the ids that an incident's record is made of: facts, values, people, duties, triggers, candidates. Every
//! page that tells what was recorded asks here. Decides nothing.

use crate::app::incident::view::{IncidentView, Names};
use crate::documents::provision::provision;
use crate::documents::told;
use crate::incident::answers::{ChangeAnswer, ChangeKey};
use crate::incident::changes;
use crate::incident::entry::SYSTEM;
use crate::incident::gap_record::Said;
use crate::incident::{Incident, Organisation};
use crate::law::base::moment::{Moment, Timing};
use crate::law::base::words::Words;
use crate::law::library::Library;
use crate::law::situation::fact::{FactKey, Value};
use crate::law::situation::{CandidateId, DutyId, FormId, OccurrenceId, Trigger};
use crate::law::verdict::Awaited;
use crate::law::vocabulary::FactDefinition;
use crate::locales::{Naming, Text};
use crate::web::http::visit::Visit;
use chrono::NaiveDate;
use chrono_tz::Tz;

/// What it takes to put an incident into words.
#[derive(Debug, Clone, Copy)]
pub struct Wording<'a> {
    /// The reader's language.
    pub t: Text,
    /// The organisation's zone.
    pub zone: Tz,
    /// The law, for its words.
    pub library: &'a Library,
    /// Names of people.
    pub names: &'a Names,
    /// The incident.
    pub incident: &'a Incident,
    /// The organisation.
    pub organisation: &'a Organisation,
}

impl<'a> Wording<'a> {
    /// For the reader of a page about an incident.
    #[must_use]
    pub fn of(visit: &'a Visit, view: &'a IncidentView) -> Self {
        Self {
            t: visit.t,
            zone: visit.zone,
            library: &visit.web.desk.library,
            names: &view.names,
            incident: &view.incident,
            organisation: &view.organisation,
        }
    }

    /// The law's words in the reader's language.
    #[must_use]
    pub fn words(&self, words: &Words) -> String {
        words.get(self.t.lang()).to_owned()
    }

    /// A provision as readers of this language name it; as the rulebook writes it where that form is not known.
    #[must_use]
    pub fn provision(&self, cite: &str) -> String {
        provision(self.t.lang(), cite).unwrap_or_else(|| cite.to_owned())
    }

    /// A moment on the organisation's clock.
    #[must_use]
    pub fn moment(&self, at: Moment) -> String {
        self.t.moment(at, self.zone)
    }

    /// A person's name.
    #[must_use]
    pub fn who(&self, id: &str) -> String {
        if id == SYSTEM {
            return "Dutyclock".to_owned();
        }
        self.names.get(id).cloned().unwrap_or_else(|| self.t.event_somebody())
    }

    /// A fact's short name.
    #[must_use]
    pub fn fact(&self, key: &FactKey) -> String {
        let known = self.library.vocabulary().fact(key);
        known.map_or_else(|| key.to_string(), |fact| self.words(&fact.title))
    }

    /// A fact's value, or that it is not known yet.
    #[must_use]
    pub fn value(&self, key: &FactKey, value: Option<&Value>) -> String {
        let fact = self.library.vocabulary().fact(key);
        value.map_or_else(|| self.t.not_known_yet(), |value| self.t.value(value, fact))
    }

    /// What a trigger is called.
    #[must_use]
    pub fn trigger(&self, trigger: &Trigger) -> String {
        let known = self.library.vocabulary().trigger(trigger);
        known.map_or_else(|| trigger.to_string(), |known| self.words(&known.title))
    }

    /// The question that asks for what a clock waits for.
    #[must_use]
    pub fn question(&self, awaited: &Awaited) -> String {
        let asked = self.library.start_question(awaited);
        asked.map_or_else(|| self.t.duty_record_awaited(self.t.awaited(awaited, self)), |question| self.words(question))
    }

    /// What a duty is called, with the occurrence that started its instance.
    #[must_use]
    pub fn duty(&self, id: &DutyId, instance: Option<&OccurrenceId>) -> String {
        if let Some(task) = self.incident.counsels(id, instance).and_then(|record| record.task()) {
            return task.what.clone();
        }
        let title = self.library.duty(id).map_or_else(|| id.to_string(), |duty| self.words(&duty.title));
        match instance {
            Some(instance) => self.t.law_duty_instance(title, self.occurrence(instance)),
            None => title,
        }
    }

    /// What an occurrence was; for an answer of counsel, about which place and by whom.
    #[must_use]
    pub fn occurrence(&self, id: &OccurrenceId) -> String {
        if let Some(record) = self.incident.gap_record(id) {
            let place = self.words(&record.title);
            return match &record.said {
                Said::Answered { who, .. } => self.t.law_candidate(place, who),
                Said::NotRelevant { .. } => place,
            };
        }
        let Some(record) = self.incident.occurrence(id) else {
            return if changes::is_presumed(self.incident, id) { self.t.changes_presumed() } else { id.to_string() };
        };
        match self.incident.answer_behind(id).filter(|_| record.what.is_empty()) {
            Some(answered) => self.changed(&answered.changes),
            None => short(&record.what),
        }
    }

    /// Which facts changed, and to what.
    #[must_use]
    pub fn changed(&self, changes: &[ChangeKey]) -> String {
        told::changed(self.t, self.library, changes, |value| short(&value))
    }

    /// What a person answered about facts that changed after a filing.
    #[must_use]
    pub fn change_answer(&self, answer: &ChangeAnswer) -> String {
        told::change_answer(self.t, answer)
    }

    /// A candidate moment of awareness: on what it rests, and who knew.
    #[must_use]
    pub fn candidate(&self, id: &CandidateId) -> String {
        let Some(record) = self.incident.candidate(id) else { return id.to_string() };
        let basis = self.t.awareness(&record.candidate);
        if record.who_knew.is_empty() { basis } else { self.t.law_candidate(basis, &record.who_knew) }
    }

    /// What a form is called.
    #[must_use]
    pub fn form(&self, id: &FormId) -> String {
        self.library.form(id).map_or_else(|| id.to_string(), |form| self.words(&form.title))
    }
}

impl Naming for Wording<'_> {
    fn definition(&self, key: &FactKey) -> Option<&FactDefinition> {
        self.library.vocabulary().fact(key)
    }

    fn fact(&self, key: &FactKey) -> String {
        self.fact(key)
    }

    fn trigger(&self, trigger: &Trigger) -> String {
        self.trigger(trigger)
    }

    fn duty(&self, id: &DutyId) -> String {
        self.duty(id, None)
    }

    fn occurrence(&self, id: &OccurrenceId) -> String {
        self.occurrence(id)
    }

    fn candidate(&self, id: &CandidateId) -> String {
        self.candidate(id)
    }

    fn instant(&self, at: Moment) -> String {
        self.t.moment_both(at, self.zone)
    }

    fn timing(&self, at: Timing) -> String {
        self.t.timing(at)
    }

    fn day(&self, day: NaiveDate) -> String {
        self.t.date(day)
    }
}

/// The longest text quoted inside a line, in characters.
const SHORT: usize = 90;

/// The first line of a text, cut where it is too long to stand inside a line.
#[must_use]
pub fn short(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    if line.chars().count() <= SHORT {
        return line.to_owned();
    }
    let start: String = line.chars().take(SHORT).collect();
    format!("{}…", start.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_cut_at_a_character_and_says_so() {
        let text = "가".repeat(200);
        assert_eq!(short(&text).chars().count(), SHORT + 1);
        assert_eq!(short("one\ntwo"), "one");
    }
}
