//! What a rulebook asks about: the facts and the moments it looks at anywhere, so that pages ask for nothing that no act
//! would use; and whether it concerns a situation at all, with what would settle that. Decides no duty.

use crate::assess::answered::Answers;
use crate::assess::context::Context;
use crate::assess::derive;
use crate::assess::missing::missing;
use crate::base::moment::Moment;
use crate::base::truth::Truth;
use crate::library::Library;
use crate::rulebook::Rulebook;
use crate::rulebook::form::Fills;
use crate::rulebook::period::day_of;
use crate::rulebook::visit::{Takes, Visit};
use crate::rulebook::walk;
use crate::situation::fact::FactKey;
use crate::situation::{Situation, Trigger};
use crate::vocabulary::TriggerKind;
use std::collections::BTreeSet;

/// What one rulebook looks at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ActInputs {
    /// Facts: in its terms, deadlines, calendars and fines, and in the forms of its duties.
    pub facts: BTreeSet<FactKey>,
    /// Moments of awareness and occurrences.
    pub triggers: BTreeSet<Trigger>,
}

/// Whether an act concerns a situation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concern {
    /// The answer.
    pub truth: Truth,
    /// While it is open: a smallest set of facts that would settle the first open condition of its scope.
    pub missing: BTreeSet<FactKey>,
}

impl Library {
    /// Everything that a rulebook asks about.
    #[must_use]
    pub fn asked(&self, rulebook: &Rulebook) -> ActInputs {
        let mut asked = ActInputs::default();
        walk::rulebook(&mut asked, rulebook);
        for form in rulebook.duty.iter().filter_map(|duty| self.form(duty.form.as_ref()?)) {
            asked.facts.extend(form.fields().filter_map(|field| match &field.fills {
                Fills::Fact(key) => Some(key.clone()),
                _ => None,
            }));
        }
        asked
    }

    /// For each rulebook whether it concerns a situation: territory first, then the kind of organisation.
    #[must_use]
    pub fn concerns(&self, situation: &Situation, now: Moment) -> Vec<(&Rulebook, Concern)> {
        let (situation, inferred) = self.vocabulary().settle(situation);
        let (situation, inferred, answers) = (&*situation, &inferred, &Answers::default());
        let concern = |rulebook: &Rulebook| {
            let day = day_of(now, rulebook.zone_for(situation));
            let context =
                Context { rulebook, situation, inferred, answers, scope: None, own: None, not_after: None, day, now };
            let truth = derive::scope(context).truth;
            let mut open = rulebook.terms(&rulebook.scope).map(|term| term.ask(context));
            let first = open.find(|reason| reason.truth == Truth::Unknown).filter(|_| truth == Truth::Unknown);
            let missing = first.map(|reason| missing(&reason, &situation.facts).smallest).unwrap_or_default();
            Concern { truth, missing }
        };
        self.rulebooks().iter().map(|rulebook| (rulebook, concern(rulebook))).collect()
    }
}

impl<'a> Visit<'a> for ActInputs {
    fn fact(&mut self, key: &'a FactKey, _: Takes) {
        self.facts.insert(key.clone());
    }

    fn trigger(&mut self, trigger: &'a Trigger, _: TriggerKind) {
        self.triggers.insert(trigger.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_act_asks_what_its_terms_its_form_and_its_clocks_look_at_and_nothing_else() {
        let library = Library::embedded().unwrap();
        let asked = library.asked(library.rulebook("kr.network-act").unwrap());
        assert!(asked.facts.contains(&FactKey::new("intrusion")), "a condition");
        assert!(asked.facts.contains(&FactKey::new("cause")), "a field of its form");
        assert!(!asked.facts.contains(&FactKey::new("org-hipaa-covered-entity")), "another country's");
        assert!(asked.triggers.contains(&Trigger::new("aware-incident")));
        assert!(asked.triggers.contains(&Trigger::new("preservation-lifted")), "what ends an order");
        assert!(!asked.triggers.contains(&Trigger::new("materiality-determined")));
    }

    #[test]
    fn place_is_asked_before_kind() {
        let library = Library::embedded().unwrap();
        let finma = library.rulebook("ch.finma").unwrap();
        let mut situation = crate::assess::specimen::nothing();
        let now = Moment::from_seconds(1_795_000_000);
        let concern = |situation: &Situation| {
            library.concerns(situation, now).into_iter().find(|(book, _)| book.id == finma.id).unwrap().1
        };
        let missing = |situation: &Situation| concern(situation).missing;
        assert_eq!(missing(&situation).into_iter().next(), Some(FactKey::new("org-countries")));
        let choices = |ids: &[&str]| crate::situation::fact::Value::choices(ids.iter().copied());
        situation.facts.set("org-countries", choices(&["ch"]));
        assert!(!missing(&situation).contains(&FactKey::new("org-countries")));
        situation.facts.set("org-countries", choices(&["kr"]));
        situation.facts.set("people-countries", choices(&["kr"]));
        assert_eq!(concern(&situation).truth, Truth::No);
    }

    #[test]
    fn what_only_a_guideline_or_a_sum_looks_at_is_asked() {
        let text = crate::rulebook::whole::act();
        let asked = Library::of(&[], &[]).unwrap().asked(&toml::from_str(&text).unwrap());
        for key in
            ["fact-is-guideline", "fact-least-whole-guideline", "fact-is-most", "fact-per-day-least", "fact-country"]
        {
            assert!(asked.facts.contains(&FactKey::new(key)), "{key}");
        }
        for trigger in ["trigger-aware-guideline", "trigger-guided", "trigger-happened-least", "trigger-not-before"] {
            assert!(asked.triggers.contains(&Trigger::new(trigger)), "{trigger}");
        }
    }
}
