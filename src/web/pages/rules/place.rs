//! Jurisdictions by name, and which of them are the organisation's own.

use crate::app::desk::refusal::Refusal;
use crate::incident::Organisation;
use crate::law::library::Library;
use crate::law::situation::fact::{FactKey, Value};
use crate::locales::Text;
use crate::web::http::visit::Visit;
use std::collections::{BTreeMap, BTreeSet};

/// The fact that names the organisation's countries, from the list all countries are named by.
const COUNTRIES: &str = "org-countries";
/// The group of those countries in which the law of the European Union holds.
const UNION: &str = "eea";

/// A jurisdiction by its name in the reader's language; its code where the name is not known here.
#[must_use]
pub fn name(t: Text, library: &Library, code: &str) -> String {
    if code == "EU" {
        return t.library_european_union();
    }
    let countries = library.vocabulary().fact(&FactKey::new(COUNTRIES));
    let known = countries.and_then(|fact| fact.choice(&code.to_ascii_lowercase()));
    known.map_or_else(|| code.to_owned(), |words| words.get(t.lang()).to_owned())
}

/// Every jurisdiction of the library, code by name, in the order of the reader's alphabet.
#[must_use]
pub fn all(t: Text, library: &Library) -> BTreeMap<String, &str> {
    library.rulebooks().iter().map(|book| (name(t, library, &book.country), book.country.as_str())).collect()
}

/// The organisation's profile.
///
/// # Errors
/// When the store fails.
pub async fn profile(visit: &Visit) -> Result<Organisation, Refusal> {
    Ok(visit.web.desk.organisation(visit.actor()).await?.0)
}

/// The codes of the jurisdictions in which the organisation says it is at home.
///
/// # Errors
/// When the store fails.
pub async fn own(visit: &Visit) -> Result<BTreeSet<String>, Refusal> {
    let organisation = profile(visit).await?;
    let Some(Value::Choices(chosen)) = organisation.facts.get(&FactKey::new(COUNTRIES)) else {
        return Ok(BTreeSet::new());
    };
    let mut own: BTreeSet<String> = chosen.iter().map(|code| code.to_ascii_uppercase()).collect();
    let union = visit.web.desk.library.vocabulary().group(UNION).unwrap_or_default();
    if chosen.iter().any(|code| union.contains(code)) {
        own.insert("EU".to_owned());
    }
    Ok(own)
}
