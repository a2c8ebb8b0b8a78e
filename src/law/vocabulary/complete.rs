//! Answers that follow from other answers by what the two words mean: personal data that leaked in the sense of the Korean
//! act is breached in the sense of every act that asks for a breach. So a person is not asked the same twice.
//!
//! Choices follow too (`inclusion`): a set of them is added to. Of yes and no only what nobody stated is added: a stated
//! answer stands, and a contradiction is told, never settled here. The answer that follows is used for verdicts alone; forms
//! are not filled with it, and nobody records it.

use super::Vocabulary;
use super::implication::Implication;
use super::inclusion::include;
use crate::situation::Situation;
use crate::situation::fact::{FactKey, Facts, Value};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// For each fact that follows from others, by which implication.
pub type Inferred<'a> = BTreeMap<FactKey, &'a Implication>;

/// Facts with all that follows from them.
#[derive(Debug, Clone)]
pub struct Completed<'a> {
    vocabulary: &'a Vocabulary,
    /// What is stated and what follows.
    pub facts: Cow<'a, Facts>,
    /// For each fact that follows, from what.
    pub inferred: Inferred<'a>,
}

impl<'a> Completed<'a> {
    /// What contradicts a stated answer: the first other answer from which the opposite follows.
    #[must_use]
    pub fn against(&self, key: &FactKey) -> Option<&'a Implication> {
        let Some(Value::YesNo(answer)) = self.facts.get(key).filter(|_| !self.inferred.contains_key(key)) else {
            return None;
        };
        let opposite = |rule: &&Implication| rule.to == *key && rule.gives != *answer && rule.holds(&self.facts);
        self.vocabulary.implications().iter().find(opposite)
    }
}

impl Vocabulary {
    /// The facts with what follows from them, directly or through others.
    #[must_use]
    pub fn complete<'a>(&'a self, stated: &'a Facts) -> Completed<'a> {
        let facts = include(&self.inclusions, stated);
        let mut done = Completed { vocabulary: self, facts, inferred: Inferred::new() };
        loop {
            let open = |rule: &&Implication| rule.holds(&done.facts) && done.facts.get(&rule.to).is_none();
            let Some(rule) = self.implications().iter().find(open) else { return done };
            done.facts.to_mut().0.insert(rule.to.clone(), Value::YesNo(rule.gives));
            done.inferred.insert(rule.to.clone(), rule);
        }
    }

    /// A situation with what follows from its facts, and from what.
    pub(crate) fn settle<'a>(&'a self, situation: &'a Situation) -> (Cow<'a, Situation>, Inferred<'a>) {
        let Completed { mut facts, inferred, .. } = self.complete(&situation.facts);
        for rule in &self.only_of {
            if let Some(only) = rule.follows(&facts) {
                facts.to_mut().0.insert(rule.to.clone(), only);
            }
        }
        let situation = match facts {
            Cow::Borrowed(_) => Cow::Borrowed(situation),
            Cow::Owned(facts) => Cow::Owned(Situation { facts, ..situation.clone() }),
        };
        (situation, inferred)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::specimen::nothing;
    use crate::base::moment::Moment;
    use crate::library::Library;
    use crate::verdict::Answer;
    use crate::verdict::reason::{Clause, Reason};
    use std::sync::{Arc, LazyLock};

    static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::embedded().unwrap());

    fn facts(stated: &[(&str, bool)]) -> Facts {
        let mut facts = Facts::default();
        stated.iter().for_each(|(key, answer)| facts.set(key, Value::YesNo(*answer)));
        facts
    }

    fn completed(stated: &[(&str, bool)], key: &str) -> Option<bool> {
        LIBRARY.vocabulary().complete(&facts(stated)).facts.yes_no(key)
    }

    #[test]
    fn a_korean_leak_is_a_breach_and_the_absence_of_a_leak_says_nothing() {
        assert_eq!(completed(&[("personal-data-leaked", true)], "personal-data-breach"), Some(true));
        assert_eq!(completed(&[("personal-data-leaked", false)], "personal-data-breach"), None);
        assert_eq!(completed(&[("personal-data-breach", true)], "personal-data-leaked"), None);
    }

    #[test]
    fn what_follows_goes_through_several_steps() {
        assert_eq!(completed(&[("part-leaked-others-possible", true)], "personal-data-breach"), Some(true));
    }

    #[test]
    fn a_key_that_was_taken_leaves_nothing_unintelligible_and_is_still_asked_for_where_nobody_says() {
        assert_eq!(completed(&[("encryption-key-taken", true)], "data-unintelligible"), Some(false));
        assert_eq!(completed(&[("encryption-key-taken", false)], "data-unintelligible"), None);
        assert_eq!(completed(&[("data-unintelligible", true)], "encryption-key-taken"), None);
    }

    #[test]
    fn one_choice_among_several_is_enough() {
        let mut facts = Facts::default();
        facts.set("org-critical-infrastructure-in", Value::choices(["de", "kr"]));
        assert_eq!(LIBRARY.vocabulary().complete(&facts).facts.yes_no("org-critical-infrastructure"), Some(true));
        facts.set("org-critical-infrastructure-in", Value::Choices(Arc::default()));
        assert_eq!(LIBRARY.vocabulary().complete(&facts).facts.yes_no("org-critical-infrastructure"), None);
    }

    #[test]
    fn a_place_follows_from_the_only_state_of_the_economic_area_in_which_one_is() {
        let place = |countries: &[&str], stated: Option<&str>| {
            let mut situation = nothing();
            situation.facts.set("org-countries", Value::choices(countries.iter().copied()));
            if let Some(stated) = stated {
                situation.facts.set("org-member-state", Value::Choice(stated.to_owned()));
            }
            let (settled, _) = LIBRARY.vocabulary().settle(&situation);
            match settled.facts.get(&FactKey::new("org-member-state")) {
                Some(Value::Choice(place)) => Some(place.clone()),
                _ => None,
            }
        };
        assert_eq!(place(&["de"], None).as_deref(), Some("de"));
        assert_eq!(place(&["de", "us"], None).as_deref(), Some("de"));
        assert_eq!([place(&["de", "fr"], None), place(&["us"], None)], [None, None]);
        assert_eq!(place(&["de"], Some("ie")).as_deref(), Some("ie"), "what is stated stands");
    }

    #[test]
    fn a_stated_answer_stands_and_the_contradiction_is_named() {
        let stated = [("personal-data-leaked", true), ("personal-data-breach", false)];
        assert_eq!(completed(&stated, "personal-data-breach"), Some(false));
        let (facts, key) = (facts(&stated), FactKey::new("personal-data-breach"));
        let completed = LIBRARY.vocabulary().complete(&facts);
        assert_eq!(completed.against(&key).map(|rule| rule.from.as_str()), Some("personal-data-leaked"));
        assert_eq!(completed.against(&FactKey::new("personal-data-leaked")), None);
    }

    #[test]
    fn the_derivation_shows_from_what_an_answer_follows() {
        let mut situation = nothing();
        situation.facts = facts(&[("personal-data-leaked", true)]);
        situation.facts.set("org-countries", Value::choices(["de"]));
        let verdicts = LIBRARY.assess(&situation, Moment::from_seconds(1_795_000_000)).verdicts;
        let verdict = verdicts.iter().find(|verdict| verdict.outline.duty.as_str() == "eu.gdpr/authority").unwrap();
        assert_eq!(verdict.answer, Answer::Applies);
        fn shown(reason: &Reason) -> bool {
            let is = |reason: &Reason, wanted: &str| matches!(&reason.clause, Clause::Is { key, .. } if key.as_str() == wanted);
            let here = is(reason, "personal-data-breach");
            (here && reason.children.iter().any(|child| is(child, "personal-data-leaked")))
                || reason.children.iter().any(shown)
        }
        assert!(shown(&verdict.reason));
    }

    #[test]
    fn a_rule_that_names_what_is_not_there_is_refused() {
        let fact = |key: &str, more: &str| {
            format!(
                "[[fact]]\nkey = \"{key}\"\nkind = \"yes-no\"\ngroup = \"incident\"\n{more}\n\
                 title = {{ en = \"t\", ko = \"t\", id = \"t\" }}\nquestion = {{ en = \"q\", ko = \"q\", id = \"q\" }}\n"
            )
        };
        let read = |rule: &str| Vocabulary::of(&[("x.toml", &(fact("a", "") + &fact("b", rule)))]);
        assert_eq!(read("yes_if = [\"a\"]").unwrap().implications().len(), 1);
        assert_eq!(read("no_if = [\"a=no\"]").unwrap().implications().len(), 1);
        for wrong in
            ["yes_if = [\"c\"]", "yes_if = [\"a=perhaps\"]", "yes_if = [\"b\"]", "yes_if = [\"a\"]\nno_if = [\"a\"]"]
        {
            let error = read(wrong).unwrap_err();
            assert_eq!((error.file.as_str(), error.line > 0), ("x.toml", true), "{wrong}");
        }
    }
}
