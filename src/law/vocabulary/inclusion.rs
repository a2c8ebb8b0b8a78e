//! Which choices follow from other answers, as the vocabulary says it: a country with persons is among the countries of
//! the persons, and a part of a State that has a code of its own brings that State.
//!
//! A set that somebody stated is only ever added to; one that nobody stated is filled only by a split that is whole.

use crate::situation::fact::{Count, FactKey, Facts, Value};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Further choices of a fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inclusion {
    /// The fact of several choices that is added to.
    pub to: FactKey,
    /// What brings the choices.
    pub by: Bringing,
}

/// What brings choices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Bringing {
    /// Each choice of another fact of the same list that is chosen there, or may have somebody.
    Same(FactKey),
    /// Any choice of another fact at all brings this one.
    Any {
        /// The other fact.
        from: FactKey,
        /// What it brings.
        choice: String,
    },
    /// A choice of the list that lies within another.
    Within(Arc<BTreeMap<String, String>>),
}

/// Whether a count leaves room for anybody.
#[must_use]
pub fn may_be_some(count: &Count) -> bool {
    count.bounds().1 != Some(0)
}

/// The choices that an answer names, or that may have somebody.
fn named(facts: &Facts, key: &FactKey) -> BTreeSet<String> {
    match facts.get(key) {
        Some(Value::Choice(choice)) => [choice.clone()].into(),
        Some(Value::Choices(chosen)) => (**chosen).clone(),
        Some(Value::CountBy(split)) => {
            split.iter().filter(|(_, count)| may_be_some(count)).map(|(choice, _)| choice.clone()).collect()
        }
        _ => BTreeSet::new(),
    }
}

impl Inclusion {
    /// What it adds to the facts, where it adds anything: the whole new set.
    pub(super) fn adds(&self, facts: &Facts) -> Option<Value> {
        let stated = match facts.get(&self.to) {
            Some(Value::Choices(stated)) => Some(&**stated),
            Some(_) => return None,
            None => None,
        };
        let further = match &self.by {
            Bringing::Same(from) => {
                let whole = matches!(facts.get(from), Some(Value::CountBy(_)));
                if stated.is_none() && !whole {
                    return None;
                }
                named(facts, from)
            }
            Bringing::Any { from, choice } => {
                stated?;
                if named(facts, from).is_empty() {
                    return None;
                }
                [choice.clone()].into()
            }
            Bringing::Within(within) => stated?.iter().filter_map(|choice| within.get(choice).cloned()).collect(),
        };
        match stated {
            Some(stated) if further.is_subset(stated) => None,
            Some(stated) => Some(Value::choices(stated.union(&further).cloned())),
            None => Some(Value::choices(further)),
        }
    }
}

/// The facts with every choice that follows.
pub(super) fn include<'a>(inclusions: &[Inclusion], stated: &'a Facts) -> Cow<'a, Facts> {
    let mut facts = Cow::Borrowed(stated);
    while let Some((to, value)) =
        inclusions.iter().find_map(|rule| rule.adds(&facts).map(|value| (rule.to.clone(), value)))
    {
        facts.to_mut().0.insert(to, value);
    }
    facts
}

#[cfg(test)]
mod tests {
    use crate::situation::fact::{Count, FactKey, Facts, Quality, Value};
    use crate::vocabulary::Vocabulary;

    fn split(of: &[(&str, u64, Quality)]) -> Value {
        let count = |number, quality| Count { number, quality };
        Value::CountBy(of.iter().map(|(id, number, quality)| ((*id).to_owned(), count(*number, *quality))).collect())
    }

    fn completed(stated: &[(&str, Value)], key: &str) -> Option<Value> {
        let vocabulary = Vocabulary::embedded().unwrap();
        let mut facts = Facts::default();
        stated.iter().for_each(|(key, value)| facts.set(key, value.clone()));
        vocabulary.complete(&facts).facts.get(&FactKey::new(key)).cloned()
    }

    #[test]
    fn a_country_with_a_person_is_among_the_countries_of_the_persons() {
        let by_country = split(&[
            ("kr", 5, Quality::Exact),
            ("cl", 0, Quality::Exact),
            ("jp", 9, Quality::AtMost),
            ("de", 0, Quality::AtLeast),
        ]);
        let found = completed(&[("persons-by-country", by_country.clone())], "people-countries");
        assert_eq!(found, Some(Value::choices(["kr", "jp", "de"])), "nobody stated them: the split is whole");
        let stated = [("people-countries", Value::choices(["us"])), ("persons-by-country", by_country)];
        assert_eq!(completed(&stated, "people-countries"), Some(Value::choices(["us", "kr", "jp", "de"])));
    }

    #[test]
    fn residents_of_a_state_are_persons_in_the_country() {
        let states = ("persons-by-us-state", split(&[("il", 5_000, Quality::Exact)]));
        let stated = [("people-countries", Value::choices(["kr"])), states.clone()];
        assert_eq!(completed(&stated, "people-countries"), Some(Value::choices(["kr", "us"])));
        assert_eq!(completed(&[states], "people-countries"), None, "whether elsewhere too, nobody said");
        let nobody = ("persons-by-us-state", split(&[("il", 0, Quality::Exact)]));
        let stated = [("people-countries", Value::choices(["kr"])), nobody];
        assert_eq!(completed(&stated, "people-countries"), Some(Value::choices(["kr"])));
    }

    #[test]
    fn who_chose_a_part_of_a_state_has_chosen_the_state() {
        let found = completed(&[("org-countries", Value::choices(["re", "gu"]))], "org-countries");
        assert_eq!(found, Some(Value::choices(["re", "fr", "gu", "us"])));
    }

    #[test]
    fn a_line_that_names_no_fact_of_the_list_is_refused() {
        let text = |includes: &str| {
            format!(
                "[[fact]]\nkey = \"a\"\nkind = \"choices\"\ngroup = \"people\"\nincludes = [\"{includes}\"]\n\
                 choice = [{{ id = \"x\", title = {{ en = \"x\", ko = \"x\", id = \"x\" }} }}]\n\
                 title = {{ en = \"t\", ko = \"t\", id = \"t\" }}\nquestion = {{ en = \"q\", ko = \"q\", id = \"q\" }}\n"
            )
        };
        for wrong in ["b", "a", "a=y"] {
            let error = Vocabulary::of(&[("x.toml", &text(wrong))]).unwrap_err();
            assert_eq!((error.file.as_str(), error.line), ("x.toml", 5), "{wrong}");
        }
    }
}
