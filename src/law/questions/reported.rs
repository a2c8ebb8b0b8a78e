//! What a filing tells: the facts on which its items rest, and the moments that start a supplement to it. So that it can
//! be seen when what was handed in is not what is known any more. Compares nothing.

use crate::library::Library;
use crate::rulebook::Rulebook;
use crate::rulebook::form::Fills;
use crate::rulebook::starts::Starts;
use crate::situation::fact::FactKey;
use crate::situation::{DutyId, FormId, Trigger};
use crate::vocabulary::Group;
use std::collections::BTreeSet;

/// How many persons are concerned: told by every filing, whatever its form.
pub const PERSONS: &str = "persons-affected";

impl Library {
    /// The facts on which the items of a filing rest. With a form these are the facts that fill its fields. Without one
    /// they are what the act looks at about the data and the people, and how many persons there are: which data of
    /// whom, and how many, is what every notification has to say.
    #[must_use]
    pub fn reported(&self, duty: &DutyId, form: Option<&FormId>) -> BTreeSet<FactKey> {
        let usual = || self.duty(duty)?.form.as_ref();
        if let Some(form) = form.or_else(usual).and_then(|form| self.form(form)) {
            let fills = form.fields().filter_map(|field| match &field.fills {
                Fills::Fact(key) => Some(key.clone()),
                _ => None,
            });
            return fills.collect();
        }
        let Some(rulebook) = self.rulebook(duty.rulebook()) else { return BTreeSet::new() };
        let told = |key: &FactKey| {
            let group = self.vocabulary().fact(key).map(|fact| fact.group);
            matches!(group, Some(Group::Data | Group::People))
        };
        let mut facts: BTreeSet<FactKey> = self.asked(rulebook).facts.into_iter().filter(told).collect();
        facts.insert(FactKey::new(PERSONS));
        facts
    }

    /// The occurrences that start a supplement under an act: a further fact confirmed, missing information available.
    #[must_use]
    pub fn supplemented_by(&self, rulebook: &Rulebook) -> BTreeSet<Trigger> {
        let starts = rulebook.duty.iter().filter_map(|duty| match &duty.starts {
            Starts::Each(each) => Some(&each.trigger),
            Starts::Occurrence(on) => Some(&on.trigger),
            _ => None,
        });
        let supplements =
            |trigger: &&Trigger| self.vocabulary().trigger(trigger).is_some_and(|known| known.supplements);
        starts.filter(supplements).cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reported(duty: &str) -> BTreeSet<FactKey> {
        Library::embedded().unwrap().reported(&DutyId::new(duty), None)
    }

    #[test]
    fn a_form_tells_what_fills_its_fields() {
        let facts = reported("kr.pipa/report");
        assert!(facts.contains(&FactKey::new(PERSONS)) && facts.contains(&FactKey::new("measures")));
        assert!(!facts.contains(&FactKey::new("personal-data-leaked")), "no field of the form: {facts:?}");
    }

    #[test]
    fn a_notification_without_a_form_tells_which_data_of_how_many_people() {
        let facts = reported("eu.gdpr/authority");
        assert!(facts.contains(&FactKey::new(PERSONS)));
        assert!(facts.iter().all(|key| !key.as_str().starts_with("org-")), "{facts:?}");
    }

    #[test]
    fn the_acts_with_a_supplement_name_what_starts_it() {
        let library = Library::embedded().unwrap();
        let of = |id: &str| library.supplemented_by(library.rulebook(id).unwrap());
        assert_eq!(of("kr.pipa"), [Trigger::new("fact-confirmed")].into());
        assert_eq!(of("eu.gdpr"), [Trigger::new("further-information-available")].into());
        assert!(of("us.hipaa").is_empty());
    }
}
