//! The vocabulary in the program: its order, what fits a key, and what a text means.

use super::*;
use crate::situation::fact::{Count, Quality};

fn vocabulary() -> Vocabulary {
    Vocabulary::embedded().unwrap()
}

#[test]
fn the_embedded_vocabulary_loads_in_order() {
    let vocabulary = vocabulary();
    assert!(vocabulary.facts().iter().enumerate().all(|(index, fact)| fact.order == index));
    assert!(vocabulary.facts().windows(2).all(|pair| pair[0].group <= pair[1].group));
    assert!(vocabulary.trigger(&Trigger::new("aware-incident")).is_some());
}

#[test]
fn a_value_of_another_kind_is_refused() {
    let key = FactKey::new("persons-affected");
    assert_eq!(vocabulary().check(&key, &Value::YesNo(true)), Err(ValueProblem::WrongKind(key.clone())));
    let count = Count { number: LARGEST_COUNT + 1, quality: Quality::Exact };
    assert!(matches!(vocabulary().check(&key, &Value::Count(count)), Err(ValueProblem::TooLarge { .. })));
}

#[test]
fn a_place_is_found_by_its_code_and_by_its_name_in_any_language() {
    let vocabulary = vocabulary();
    let meant = |key: &str, text: &str| {
        let fact = vocabulary.fact(&FactKey::new(key)).unwrap();
        fact.spelt(text).map(|choice| choice.id.clone()).unwrap_or_default()
    };
    for text in ["cl", " CL ", "Chile", "칠레", "cile"] {
        assert_eq!(meant("persons-by-country", text), "cl", "{text}");
    }
    assert_eq!(meant("persons-by-us-state", "Illinois"), "il");
    assert_eq!(meant("org-member-state", "Zimbabwe"), "", "no Member State");
    assert_eq!(meant("org-countries", "Zimbabwe"), "zw");
    let choices = |key: &str| match &vocabulary.fact(&FactKey::new(key)).unwrap().kind {
        FactKind::Choice { choices } | FactKind::Choices { choices } | FactKind::CountBy { choices, .. } => {
            choices.len()
        }
        _ => 0,
    };
    let keys = ["org-countries", "persons-by-us-state", "persons-by-ca-province", "org-member-state"];
    assert_eq!(keys.map(choices), [249 + 1, 50 + 6, 13, 30]);
}

#[test]
fn an_unknown_choice_is_named() {
    let key = FactKey::new("leak-kind");
    let value = Value::choices(["leak", "melt"]);
    assert!(
        matches!(vocabulary().check(&key, &value), Err(ValueProblem::UnknownChoice { choice, .. }) if choice == "melt")
    );
}

#[test]
fn a_misspelt_key_is_reported_with_its_line() {
    let error = Vocabulary::of(&[("x.toml", "[[fact]]\nkey = \"a\"\nkinds = \"text\"\n")]).unwrap_err();
    assert_eq!((error.file.as_str(), error.line, error.key.as_str()), ("x.toml", 3, "kinds"));
    assert!(error.hint.contains("spelling"), "{error}");
}
