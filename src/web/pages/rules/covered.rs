//! What is said of the coverage of each place and sector, in words, place by place and region by region.

use crate::incident::Organisation;
use crate::law::coverage::{Entry, GapId, State};
use crate::law::library::Library;
use crate::law::situation::fact::{FactKey, Value};
use crate::law::vocabulary::FactKind;
use crate::locales::Text;
use crate::web::views::law::words::{self, Badge};
use crate::web::views::link::Link;
use std::collections::BTreeSet;

/// The list of countries, and the lists of the parts of two of them, with what stands before their codes.
const COUNTRIES: &str = "org-countries";
const PARTS: [(&str, &str); 2] = [("org-us-states", "us-"), ("org-ca-provinces", "ca-")];

/// The places of one region.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Region {
    /// Its name within the page.
    pub id: String,
    /// Its name.
    pub title: String,
    /// Whether these are the organisation's own places, which stand in their regions as well.
    pub own: bool,
    /// Its places, in the order of the reader's alphabet.
    pub places: Vec<PlaceRow>,
}

/// One place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceRow {
    /// Its code.
    pub code: String,
    /// Its code, as it stands in the picture.
    pub short: String,
    /// Its name.
    pub title: String,
    /// What is said of its law.
    pub law: Covered,
    /// What is said of the law of sectors there.
    pub sectors: Vec<SectorRow>,
    /// Everything in it by which it is found.
    pub text: String,
}

/// One sector, in a place or anywhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectorRow {
    /// Its name.
    pub title: String,
    /// What is said of its law.
    pub law: Covered,
}

/// What is said of some law.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Covered {
    /// How far it is in this library.
    pub state: State,
    /// The same as a badge.
    pub mark: Badge,
    /// What is missing; empty where nothing is said.
    pub missing: String,
    /// Acts that are known to exist and are not loaded.
    pub acts: Vec<ActRow>,
    /// The rulebooks that hold it.
    pub rulebooks: Vec<Link>,
    /// Since when, in words; empty where nobody ever said anything.
    pub since: String,
    /// On what that rests.
    pub source: Option<Link>,
    /// Everything by which it is found.
    pub text: String,
}

/// An act that is known to exist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActRow {
    /// Its name and citation; without an address where none is known.
    pub name: Link,
    /// How sure it is.
    pub confidence: Badge,
}

/// The badge of a state.
#[must_use]
pub fn mark(t: Text, state: State) -> Badge {
    match state {
        State::Loaded => Badge { standing: "ready", word: t.coverage_loaded() },
        State::Part => Badge { standing: "waiting", word: t.gap_part() },
        State::NotLookedAt => Badge { standing: "missing", word: t.coverage_not_looked_at() },
    }
}

/// The codes of the places in which the organisation says that it is at home.
#[must_use]
pub fn own(organisation: &Organisation) -> BTreeSet<String> {
    let chosen = |(fact, before): (&str, &str)| match organisation.facts.get(&FactKey::new(fact)) {
        Some(Value::Choices(chosen)) => chosen.iter().map(|code| format!("{before}{code}")).collect(),
        _ => Vec::new(),
    };
    std::iter::once((COUNTRIES, "")).chain(PARTS).flat_map(chosen).collect()
}

/// Every place by region, the organisation's own before all.
#[must_use]
pub fn regions(t: Text, library: &Library, own: &BTreeSet<String>) -> Vec<Region> {
    let vocabulary = library.vocabulary();
    let countries = codes(library, COUNTRIES, "");
    let group = |id: &str| vocabulary.group(id).map(<[String]>::to_vec).unwrap_or_default();
    let mut regions = vec![
        ("own", t.library_yours(), own.iter().cloned().collect()),
        ("asia", t.coverage_asia(), group("asia")),
        ("europe", t.coverage_europe(), group("europe")),
        ("americas", t.coverage_americas(), group("americas")),
        ("us-states", t.coverage_us_states(), codes(library, PARTS[0].0, PARTS[0].1)),
        ("ca-provinces", t.coverage_ca_provinces(), codes(library, PARTS[1].0, PARTS[1].1)),
        ("africa", t.coverage_africa(), group("africa")),
        ("oceania", t.coverage_oceania(), group("oceania")),
    ];
    let named: BTreeSet<String> = regions.iter().skip(1).flat_map(|(_, _, codes)| codes).cloned().collect();
    let rest = countries.into_iter().filter(|code| !named.contains(code)).collect();
    regions.push(("elsewhere", t.coverage_elsewhere(), rest));
    let region = |(id, title, codes): (&str, String, Vec<String>)| {
        let mut places: Vec<PlaceRow> = codes.iter().map(|code| place(t, library, code)).collect();
        places.sort_by(|one, other| one.title.cmp(&other.title));
        Region { id: id.to_owned(), title, own: id == "own", places }
    };
    regions.into_iter().map(region).filter(|region| !region.places.is_empty()).collect()
}

/// What is said of sectors wherever nothing more is said of them in a place.
#[must_use]
pub fn sectors(t: Text, library: &Library) -> Vec<SectorRow> {
    let anywhere = |entry: &&Entry| entry.id.of_sector().is_some() && entry.id.of_place().is_none();
    library.coverage().entries().filter(anywhere).map(|entry| sector(t, library, entry, &entry.id)).collect()
}

fn codes(library: &Library, fact: &str, before: &str) -> Vec<String> {
    match library.vocabulary().fact(&FactKey::new(fact)).map(|fact| &fact.kind) {
        Some(FactKind::Choices { choices }) => choices.iter().map(|choice| format!("{before}{}", choice.id)).collect(),
        _ => Vec::new(),
    }
}

fn place(t: Text, library: &Library, code: &str) -> PlaceRow {
    let title = library.vocabulary().place_title(code).get(t.lang()).to_owned();
    let here = |entry: &&Entry| entry.id.of_sector().is_some() && entry.id.of_place() == Some(code);
    let named = |entry: &Entry| {
        let alone = GapId::sector(entry.id.of_sector().unwrap_or_default(), None);
        sector(t, library, entry, &alone)
    };
    let sectors: Vec<SectorRow> = library.coverage().entries().filter(here).map(named).collect();
    let law = covered(t, library, &library.coverage().place(code));
    let further = sectors.iter().flat_map(|sector| [sector.title.as_str(), sector.law.text.as_str()]);
    let text = [title.as_str(), law.text.as_str()].into_iter().chain(further).collect::<Vec<_>>().join("\n");
    let short = code.rsplit('-').next().unwrap_or(code);
    let short = if short.len() > 3 { "…".to_owned() } else { short.to_uppercase() };
    PlaceRow { code: code.to_owned(), short, title, law, sectors, text }
}

/// A sector under a name; in a row of its place it need not name the place again.
fn sector(t: Text, library: &Library, entry: &Entry, called: &GapId) -> SectorRow {
    let title = library.vocabulary().gap_title(called).get(t.lang()).to_owned();
    SectorRow { title, law: covered(t, library, entry) }
}

fn covered(t: Text, library: &Library, entry: &Entry) -> Covered {
    let lang = t.lang();
    let act = |act: &crate::law::coverage::KnownAct| {
        let name = act.name.get(lang);
        let label = act.cite.as_ref().map_or_else(|| name.to_owned(), |cite| format!("{name} ({cite})"));
        let href = act.url.clone().unwrap_or_default();
        ActRow { name: Link { href, label }, confidence: words::confidence(t, act.confidence) }
    };
    let book = |id: &std::sync::Arc<str>| {
        let book = library.rulebook(id)?;
        Some(Link { href: format!("/rules/{id}"), label: book.short.get(lang).to_owned() })
    };
    let acts: Vec<ActRow> = entry.acts.iter().map(act).collect();
    let rulebooks: Vec<Link> = entry.rulebooks.iter().filter_map(book).collect();
    let missing = entry.missing.as_ref().map(|words| words.get(lang).to_owned()).unwrap_or_default();
    let names = acts.iter().map(|act| act.name.label.as_str()).chain(rulebooks.iter().map(|link| link.label.as_str()));
    let text = names.chain([missing.as_str()]).collect::<Vec<_>>().join("\n");
    let source = |source: &std::sync::Arc<crate::law::base::citation::Source>| Link {
        href: source.url.clone(),
        label: source.cite.get(lang).to_owned(),
    };
    Covered {
        state: entry.state,
        mark: mark(t, entry.state),
        since: entry.since.map(|day| t.date(day)).unwrap_or_default(),
        source: entry.source.as_ref().map(source),
        missing,
        acts,
        rulebooks,
        text,
    }
}
