//! From the text of a case to situations and expectations.
//!
//! A file either holds many cases under `[[case]]`, with what they share at its head, or is itself one case.

use super::fields::{Field, Fields, Place, nearest};
use super::file::{Case, CaseFile};
use super::happened::{self, Names};
use super::tree::Node;
use super::{amount, expect, facts, json, sequence, time, tree};
use crate::base::error::LawError;
use crate::base::moment::{Moment, Timing};
use crate::base::money::{Currency, Money};
use crate::library::Library;
use crate::situation::Situation;
use crate::situation::fact::{FactKey, Facts};
use chrono_tz::Tz;
use std::collections::BTreeMap;

/// The keys of one case.
pub(crate) const CASE: [&str; 14] = [
    "name",
    "zone",
    "currency",
    "now",
    "facts",
    "unknown",
    "known_since",
    "occurred",
    "candidate",
    "occurrence",
    "filing",
    "turnover",
    "house_target_hours",
    "then",
];
/// The keys of a file of many.
pub(crate) const FILE: [&str; 4] = ["zone", "currency", "always", "case"];

/// Reads the cases of a text, TOML or JSON.
///
/// ```
/// use dutyclock_law::{case, library::Library};
/// let library = Library::embedded()?;
/// let text = "now = 2026-11-22T00:00:00Z\nfacts = { persons-affected = { at-least = 1000 } }\n";
/// assert_eq!(case::read(&library, "mine.toml", text)?.cases.len(), 1);
/// let error = case::read(&library, "mine.toml", "facts = { person-affected = 1 }").unwrap_err();
/// assert!(error.hint.contains("persons-affected"));
/// # Ok::<(), dutyclock_law::base::error::LawError>(())
/// ```
///
/// # Errors
/// With file, line, key, expectation and hint of the first thing that cannot be meant.
pub fn read(library: &Library, file: &str, text: &str) -> Result<CaseFile, LawError> {
    let root = parsed(file, text)?;
    let field = Field { place: Place { file, text, span: (0, 0), key: "" }, node: &root };
    let many = field.table()?.iter().any(|field| matches!(field.place.key, "case" | "always"));
    let head = Fields::of(field, if many { &FILE } else { &CASE })?;
    let shared = Shared {
        library,
        zone: zone(&head)?,
        currency: head.get("currency").map(amount::currency).transpose()?,
        always: head.get("always").map_or(Ok(Vec::new()), Field::table)?,
    };
    let cases = if many {
        let items = head.items("case")?;
        items.into_iter().map(|item| shared.case(item, true)).collect::<Result<_, _>>()?
    } else {
        vec![shared.case(field, false)?]
    };
    Ok(CaseFile { file: file.to_owned(), cases })
}

/// JSON when the text begins with a brace, TOML otherwise.
fn parsed(file: &str, text: &str) -> Result<Node, LawError> {
    if text.trim_start().starts_with('{') { json::parse(file, text) } else { tree::parse(file, text) }
}

/// What the cases of a file share.
struct Shared<'a> {
    library: &'a Library,
    zone: Option<Tz>,
    currency: Option<Currency>,
    always: Vec<Field<'a>>,
}

impl Shared<'_> {
    fn case(&self, field: Field<'_>, among_others: bool) -> Result<Case, LawError> {
        let fields = Fields::of(field, &CASE)?;
        if among_others {
            fields.need("name", "say in a sentence what the case shows")?;
            fields.need("now", "say when it is asked: now = \"2026-11-22T00:00:00Z\"")?;
            fields.need("then", "say what must come out under [[case.then]]")?;
        }
        let text = |field: Field<'_>| field.text("a text", "write it in quotes").map(ToOwned::to_owned);
        let stated = zone(&fields)?.or(self.zone);
        let zone = stated.unwrap_or(Tz::UTC);
        let now = fields.get("now").map(|field| time::moment(field, zone)).transpose()?;
        let situation = self.situation(&fields, zone, now)?;
        let names = self.names(&situation);
        let then = fields.items("then")?.into_iter().map(|then| expect::expectation(then, &names, zone));
        Ok(Case {
            name: fields.get("name").map(text).transpose()?.unwrap_or_default(),
            line: field.place.line(),
            now,
            expectations: then.collect::<Result<_, _>>()?,
            zone_stated: stated.is_some(),
            situation,
        })
    }

    fn names(&self, situation: &Situation) -> Names<'_> {
        let occurrences = situation.occurrences.iter().map(|occurrence| occurrence.id.clone()).collect();
        Names { library: self.library, occurrences }
    }

    fn situation(&self, fields: &Fields<'_>, zone: Tz, now: Option<Moment>) -> Result<Situation, LawError> {
        let occurred = fields.get("occurred").map(|field| time::timing(field, zone)).transpose()?;
        let mut situation = Situation {
            zone,
            facts: self.facts(fields)?,
            known_since: self.known_since(fields, zone)?,
            occurred,
            candidates: happened::candidates(&fields.items("candidate")?, self.library, zone)?,
            occurrences: happened::occurrences(&fields.items("occurrence")?, self.library, zone)?,
            filings: Vec::new(),
            turnover: self.turnover(fields)?,
            house_target_hours: fields.get("house_target_hours").map(hours).transpose()?,
        };
        situation.filings = happened::filings(&fields.items("filing")?, &self.names(&situation), zone)?;
        sequence::check(fields, &situation, now, self.library.vocabulary())?;
        Ok(situation)
    }

    fn facts(&self, fields: &Fields<'_>) -> Result<Facts, LawError> {
        let vocabulary = self.library.vocabulary();
        let usual = fields.get("currency").map(amount::currency).transpose()?.or(self.currency);
        let mut known = Facts::default();
        for field in &self.always {
            let (key, value) = facts::fact(*field, vocabulary, usual)?;
            known.0.insert(key, value);
        }
        for field in fields.items("unknown")? {
            let name = field.text("the key of a fact", "write it in quotes")?;
            let key = vocabulary.facts().iter().find(|fact| fact.key.as_str() == name);
            known.0.remove(&key.ok_or_else(|| facts::unknown(field, name, vocabulary))?.key);
        }
        for field in fields.get("facts").map_or(Ok(Vec::new()), Field::table)? {
            let (key, value) = facts::fact(field, vocabulary, usual)?;
            known.0.insert(key, value);
        }
        Ok(known)
    }

    fn known_since(&self, fields: &Fields<'_>, zone: Tz) -> Result<BTreeMap<FactKey, Timing>, LawError> {
        let vocabulary = self.library.vocabulary();
        let since = |field: Field<'_>| Ok((facts::key(field, vocabulary)?, time::timing(field, zone)?));
        fields.get("known_since").map_or(Ok(Vec::new()), Field::table)?.into_iter().map(since).collect()
    }

    fn turnover(&self, fields: &Fields<'_>) -> Result<BTreeMap<i32, Money>, LawError> {
        let usual = fields.get("currency").map(amount::currency).transpose()?.or(self.currency);
        let year = |field: Field<'_>| {
            let year: Option<i32> = field.place.key.parse().ok().filter(|year| (1970..=9998).contains(year));
            let hint = "write turnover = { 2025 = \"EUR 400000000\" }";
            let year = year.ok_or_else(|| field.place.wrong("expected a business year as the key", hint))?;
            Ok((year, amount::money(field, usual)?))
        };
        fields.get("turnover").map_or(Ok(Vec::new()), Field::table)?.into_iter().map(year).collect()
    }
}

fn zone(fields: &Fields<'_>) -> Result<Option<Tz>, LawError> {
    let Some(field) = fields.get("zone") else {
        return Ok(None);
    };
    let name = field.text("a time zone", "as in \"Europe/Berlin\"")?;
    let zone = name.parse().map_err(|_| {
        let hint = nearest(name, chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name())).map_or_else(
            || "use a name of the IANA list: \"Europe/Berlin\"".to_owned(),
            |near| format!("did you mean `{near}`?"),
        );
        field.wrong(format!("there is no time zone `{name}`"), hint)
    });
    zone.map(Some)
}

fn hours(field: Field<'_>) -> Result<u32, LawError> {
    let wrong = || field.expected("a number of hours", "write house_target_hours = 24");
    match &field.node.kind {
        tree::Kind::Whole(hours) => {
            u32::try_from(*hours).ok().filter(|hours| (1..=8_784).contains(hours)).ok_or_else(wrong)
        }
        _ => Err(wrong()),
    }
}
