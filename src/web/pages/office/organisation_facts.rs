//! The facts of the organisation that decide duties, as questions: places and size first, then those that the acts of one
//! country alone ask. Which act asks what is the law's; here it is only sorted.

use crate::incident::relevance::TERRITORY;
use crate::law::situation::fact::{FactKey, Facts, Quality, Value};
use crate::law::vocabulary::FactDefinition;
use crate::web::forms::fact_field;
use crate::web::forms::fact_field::{FactField, major};
use crate::web::forms::places;
use crate::web::forms::problems::Errors;
use crate::web::forms::refused::FormErrors;
use crate::web::http::form::FormData;
use crate::web::http::visit::Visit;
use std::collections::{BTreeMap, BTreeSet};

/// Questions that stand together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Questions {
    /// What they have in common; empty for those that many acts ask.
    pub country: String,
    /// The questions.
    pub fields: Vec<FactField>,
    /// Whether they are shown without being opened: the organisation is there, an act there is for everybody, or one of
    /// them is answered or wrong.
    pub open: bool,
}

/// All questions about the organisation: common ones first, then country by country, the near ones first.
pub fn questions(visit: &Visit, typed: &FormData, errors: &Errors) -> Vec<Questions> {
    let library = &visit.web.desk.library;
    let mut asked: BTreeMap<FactKey, BTreeSet<&str>> = BTreeMap::new();
    let mut near: BTreeSet<&str> = BTreeSet::new();
    let places = typed.all(&format!("fact-{}", TERRITORY[0]));
    let is_in = |country: &str| match country {
        "EU" => places.iter().any(|place| library.vocabulary().group("eu").unwrap_or_default().contains(place)),
        country => places.contains(&country.to_lowercase()),
    };
    for rulebook in library.rulebooks() {
        if rulebook.scope.is_empty() || is_in(&rulebook.country) {
            near.insert(&rulebook.country);
        }
        for key in library.asked(rulebook).facts {
            asked.entry(key).or_default().insert(&rulebook.country);
        }
    }
    let trouble = FormErrors { errors: errors.clone(), ..FormErrors::default() };
    let mut groups: Vec<Questions> = vec![Questions { open: true, ..Questions::default() }];
    for fact in library.vocabulary().facts().iter().filter(|fact| fact.key.as_str().starts_with("org-")) {
        let countries = asked.get(&fact.key).cloned().unwrap_or_default();
        let country = match (countries.first(), countries.len()) {
            (Some(country), 1) => country_name(visit, country),
            _ => String::new(),
        };
        let field = fact_field::field(visit.t, fact, None, Some(typed), &trouble);
        let field = places::arranged(field, fact, &Facts::default(), visit.t, library.vocabulary());
        let near = countries.iter().any(|country| near.contains(country));
        let open = country.is_empty() || near || is_answered(typed, fact) || !field.error.is_empty();
        match groups.iter_mut().find(|group| group.country == country) {
            Some(group) => {
                group.fields.push(field);
                group.open |= open;
            }
            None => groups.push(Questions { country, fields: vec![field], open }),
        }
    }
    groups.retain(|group| !group.fields.is_empty());
    if let Some((_, countries)) = groups.split_first_mut() {
        countries.sort_by(|a, b| (!a.open, &a.country).cmp(&(!b.open, &b.country)));
    }
    groups
}

/// A country as the list of countries names it.
fn country_name(visit: &Visit, code: &str) -> String {
    if code == "EU" {
        return visit.t.organisation_europe();
    }
    let countries = visit.web.desk.library.vocabulary().fact(&FactKey::new(TERRITORY[0]));
    let known = countries.and_then(|fact| fact.choice(&code.to_lowercase()));
    known.map_or_else(|| code.to_owned(), |name| name.get(visit.t.lang()).to_owned())
}

fn is_answered(typed: &FormData, fact: &FactDefinition) -> bool {
    let text = typed.text(&format!("fact-{}", fact.key));
    !text.is_empty() && text != crate::app::desk::fact_input::NOT_KNOWN_YET
}

/// A value as it would be typed, field by field.
pub fn put(name: &str, value: &Value, into: &mut impl FnMut(&str, &str)) {
    let quality = |quality: Quality| match quality {
        Quality::Exact => "exact",
        Quality::AtLeast => "at-least",
        Quality::AtMost => "at-most",
        Quality::Estimate => "estimate",
    };
    match value {
        Value::YesNo(answer) => into(name, if *answer { "yes" } else { "no" }),
        Value::Choice(id) => into(name, id),
        Value::Choices(ids) if ids.is_empty() => into(name, crate::app::desk::fact_input::NONE_OF_THEM),
        Value::Choices(ids) => ids.iter().for_each(|id| into(name, id)),
        Value::Money(sum) => {
            into(name, &major(*sum));
            into(&format!("{name}_currency"), sum.currency.code());
        }
        Value::Count(count) => {
            into(name, &count.number.to_string());
            into(&format!("{name}_quality"), quality(count.quality));
        }
        Value::CountBy(counts) => {
            counts.iter().for_each(|(id, count)| into(&format!("{name}_of_{id}"), &count.number.to_string()));
        }
        Value::Text(text) => into(name, text),
    }
}
