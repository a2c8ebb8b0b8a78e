//! Fields that ask for places: the organisation's own and those chosen stand first, the rest in parts, and every place can be
//! found by typing its name in any language of the program or its code. Without scripts they are lists.

use super::choice::Choice;
use super::fact_field::{FactField, Part};
use crate::app::desk::fact_input::{NONE_OF_THEM, NOT_KNOWN_YET};
use crate::law::base::words::Lang;
use crate::law::situation::fact::{FactKey, Facts, Value};
use crate::law::vocabulary::{self, FactDefinition, FactKind, Vocabulary};
use crate::locales::Text;
use std::collections::BTreeSet;

/// The facts that name the organisation's own places, one for each list of places.
const OWN: [&str; 3] = ["org-countries", "org-us-states", "org-ca-provinces"];

/// A field with its places arranged; one that asks for something else stays as it is.
#[must_use]
pub fn arranged(
    mut field: FactField,
    fact: &FactDefinition,
    known: &Facts,
    t: Text,
    vocabulary: &Vocabulary,
) -> FactField {
    let Some((choices, own)) = places(fact, known, vocabulary) else { return field };
    field.find = true;
    let words = |id: &str| choices.iter().find(|choice| choice.id == id).map(words).unwrap_or_default();
    for option in &mut field.options {
        option.find = words(&option.value);
    }
    for count in &mut field.counts {
        let id = count.name.rsplit("_of_").next().unwrap_or_default().to_owned();
        count.own = own.contains(&id);
        count.find = words(&id);
    }
    if field.kind == "choices" {
        field.parts = parts(t, vocabulary, &own, &field.options);
        field.options.retain(|option| is_open(&option.value));
    }
    field
}

/// The choices of a field that asks for places, and which of them are the organisation's own.
fn places<'a>(
    fact: &'a FactDefinition,
    known: &Facts,
    vocabulary: &Vocabulary,
) -> Option<(&'a [vocabulary::Choice], BTreeSet<String>)> {
    let choices = choices(fact)?;
    let same = |key: &&str| vocabulary.fact(&FactKey::new(key)).and_then(self::choices) == Some(choices);
    let key = OWN.iter().find(|key| same(key))?;
    let own = match known.get(&FactKey::new(key)) {
        Some(Value::Choices(own)) => own.as_ref().clone(),
        _ => BTreeSet::new(),
    };
    Some((choices, own))
}

fn choices(fact: &FactDefinition) -> Option<&[vocabulary::Choice]> {
    match &fact.kind {
        FactKind::Choices { choices } | FactKind::CountBy { choices, .. } => Some(choices),
        _ => None,
    }
}

/// What a place is found by: its name in each language, and its code.
fn words(choice: &vocabulary::Choice) -> String {
    let names = Lang::ALL.map(|lang| choice.title.get(lang).to_lowercase());
    let names: BTreeSet<String> = names.into_iter().chain([choice.id.clone()]).collect();
    names.into_iter().collect::<Vec<_>>().join("\n")
}

/// Whether an answer names no place.
fn is_open(value: &str) -> bool {
    [NONE_OF_THEM, NOT_KNOWN_YET].contains(&value)
}

fn parts(t: Text, vocabulary: &Vocabulary, own: &BTreeSet<String>, options: &[Choice]) -> Vec<Part> {
    let european = vocabulary.group("eu").unwrap_or_default();
    let (mut first, mut union, mut rest) = (Vec::new(), Vec::new(), Vec::new());
    for option in options.iter().filter(|option| !is_open(&option.value)) {
        let part = match option {
            option if option.chosen || own.contains(&option.value) => &mut first,
            option if european.contains(&option.value) => &mut union,
            _ => &mut rest,
        };
        part.push(option.clone());
    }
    let others = if union.is_empty() { t.facts_other_places() } else { t.facts_elsewhere() };
    let open = first.is_empty();
    let part = |title, options, open| Part { title, options, open };
    let parts =
        [part(t.facts_own_places(), first, true), part(others, rest, open), part(t.facts_europe(), union, false)];
    parts.into_iter().filter(|part| !part.options.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::library::Library;
    use crate::web::forms::fact_field::field;
    use crate::web::forms::refused::FormErrors;

    fn of(key: &str, known: &Facts) -> FactField {
        let library = Library::embedded().unwrap();
        let vocabulary = library.vocabulary();
        let fact = vocabulary.fact(&FactKey::new(key)).unwrap();
        let t = Text::new(Lang::En);
        let shown = field(t, fact, known.get(&fact.key), None, &FormErrors::default());
        arranged(shown, fact, known, t, vocabulary)
    }

    fn known(key: &str, places: &[&str]) -> Facts {
        Facts([(FactKey::new(key), Value::choices(places.iter().copied()))].into())
    }

    #[test]
    fn the_organisation_s_own_places_and_those_chosen_stand_first() {
        let mut facts = known("org-countries", &["id", "de"]);
        facts.0.extend(known("people-countries", &["cl"]).0);
        let field = of("people-countries", &facts);
        let first: Vec<&str> = field.parts[0].options.iter().map(|option| option.value.as_str()).collect();
        assert_eq!((first.len(), field.parts[0].open), (3, true), "{first:?}");
        assert!(["id", "de", "cl"].iter().all(|place| first.contains(place)));
        let all: usize = field.parts.iter().map(|part| part.options.len()).sum();
        assert_eq!(all, 250, "each place once");
        assert!(field.parts[1..].iter().all(|part| !part.open));
    }

    #[test]
    fn where_no_place_is_known_the_long_list_is_open() {
        let field = of("people-countries", &Facts::default());
        assert!(field.parts[0].open && field.parts.len() == 2);
    }

    #[test]
    fn states_are_places_too_and_their_own_have_a_field_before_any_number() {
        let field = of("persons-by-us-state", &known("org-us-states", &["ca"]));
        let (shown, folded) = field.counted();
        assert_eq!(shown.iter().map(|count| count.label.as_str()).collect::<Vec<_>>(), ["California"]);
        assert_eq!(folded.len(), 55);
    }

    #[test]
    fn a_place_is_found_by_its_code_and_its_name_in_each_language() {
        let field = of("people-countries", &Facts::default());
        let korea = field.parts.iter().flat_map(|part| &part.options).find(|option| option.value == "kr").unwrap();
        for typed in ["kr", "south korea", "대한민국", "korea selatan"] {
            assert!(korea.find.lines().any(|name| name == typed), "{typed}: {}", korea.find);
        }
    }

    #[test]
    fn what_asks_for_something_else_stays_as_it_is() {
        let field = of("org-sectors", &Facts::default());
        assert!(!field.find && field.parts.is_empty() && !field.options.is_empty());
    }
}
