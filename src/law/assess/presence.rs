//! Where persons and seats are, as far as the facts say: the places that an incident touches, each with the number of
//! persons where it is known. What is not said is unknown here, never none.

use crate::coverage::CRITICAL;
use crate::situation::fact::{Count, FactKey, Facts, Quality, Value};
use crate::verdict::Because;
use crate::vocabulary::inclusion::may_be_some;
use std::collections::{BTreeMap, BTreeSet};

/// The countries whose parts have law of their own that protects their residents: the facts that split persons and seats,
/// and what stands before the codes of the parts.
pub(super) const DIVIDED: [Divided; 2] = [
    Divided { country: "us", persons: "persons-by-us-state", seats: "org-us-states" },
    Divided { country: "ca", persons: "persons-by-ca-province", seats: "org-ca-provinces" },
];

/// A country with parts.
pub(super) struct Divided {
    pub country: &'static str,
    pub persons: &'static str,
    pub seats: &'static str,
}

/// What is known of a place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Presence {
    pub because: BTreeSet<Because>,
    pub persons: Option<Count>,
}

/// Every place touched, by its name in coverage, and the divided countries with persons in nobody knows which part.
#[derive(Debug, Default)]
pub(super) struct Places {
    pub at: BTreeMap<String, Presence>,
    pub undivided: BTreeMap<String, &'static str>,
}

impl Places {
    /// Reads the facts, with all that follows from them.
    pub(super) fn of(facts: &Facts) -> Self {
        let mut places = Self::default();
        for place in chosen(facts, "org-countries") {
            places.note(&place, Because::Establishment, None);
        }
        for place in designated(facts) {
            places.note(&place, Because::CriticalInfrastructure, None);
        }
        let countries = chosen(facts, "people-countries");
        let by_country = split(facts, "persons-by-country");
        for place in &countries {
            let alone = (countries.len() == 1).then(|| count(facts, "persons-affected")).flatten();
            let persons = by_country.and_then(|split| split.get(place).copied()).or(alone);
            places.note(place, Because::Persons, persons);
        }
        for (place, persons) in by_country.into_iter().flatten().filter(|(_, count)| may_be_some(count)) {
            places.note(place, Because::Persons, Some(*persons));
        }
        for divided in &DIVIDED {
            places.divide(divided, facts);
        }
        places
    }

    fn divide(&mut self, divided: &Divided, facts: &Facts) {
        let Divided { country, persons, seats } = divided;
        let part = |id: &str| format!("{country}-{id}");
        let residents: Option<Vec<(&String, &Count)>> =
            split(facts, persons).map(|split| split.iter().filter(|(_, count)| may_be_some(count)).collect());
        for (id, count) in residents.iter().flatten() {
            self.note(&part(id), Because::Persons, Some(**count));
        }
        let somewhere = residents.as_ref().is_some_and(|residents| !residents.is_empty());
        if let Some(residents) = residents.filter(|residents| !residents.is_empty()) {
            let known = self.at.get(*country).and_then(|presence| presence.persons);
            let persons = known.or_else(|| sum(residents.into_iter().map(|(_, count)| *count)));
            self.note(country, Because::Persons, persons);
        }
        for id in chosen(facts, seats) {
            self.note(country, Because::Establishment, None);
            self.note(&part(&id), Because::Establishment, None);
        }
        let people = self.at.get(*country).is_some_and(|presence| presence.because.contains(&Because::Persons));
        if people && !somewhere {
            self.undivided.insert((*country).to_owned(), persons);
        }
    }

    fn note(&mut self, place: &str, because: Because, persons: Option<Count>) {
        let presence = self.at.entry(place.to_owned()).or_default();
        presence.because.insert(because);
        presence.persons = presence.persons.or(persons);
    }
}

fn sum(counts: impl Iterator<Item = Count>) -> Option<Count> {
    let add = |so_far: Option<Count>, count: Count| {
        let Some(so_far) = so_far else { return Some(count) };
        let quality = if so_far.quality == count.quality { count.quality } else { Quality::Estimate };
        Some(Count { number: so_far.number.saturating_add(count.number), quality })
    };
    counts.fold(None, add)
}

/// The choices of a fact of several; none where it is unknown.
pub(super) fn chosen(facts: &Facts, key: &str) -> BTreeSet<String> {
    match facts.get(&FactKey::new(key)) {
        Some(Value::Choices(chosen)) => (**chosen).clone(),
        _ => BTreeSet::new(),
    }
}

fn split<'a>(facts: &'a Facts, key: &str) -> Option<&'a BTreeMap<String, Count>> {
    match facts.get(&FactKey::new(key)) {
        Some(Value::CountBy(split)) => Some(split),
        _ => None,
    }
}

fn count(facts: &Facts, key: &str) -> Option<Count> {
    match facts.get(&FactKey::new(key)) {
        Some(Value::Count(count)) => Some(*count),
        _ => None,
    }
}

/// Where the organisation was designated as an operator of critical infrastructure.
fn designated(facts: &Facts) -> BTreeSet<String> {
    chosen(facts, &format!("org-{CRITICAL}-in"))
}
