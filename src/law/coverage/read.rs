//! Reads the files of coverage. One file holds one source and one day, which each of its entries may replace.

use super::{Coverage, Entry, FILES, GapId, KnownAct, State};
use crate::base::citation::Source;
use crate::base::error::LawError;
use crate::base::parse;
use crate::base::spans::Step;
use crate::base::words::Words;
use crate::situation::fact::FactKey;
use crate::vocabulary::{FactKind, Vocabulary};
use chrono::NaiveDate;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The lists that name places, each by a fact that has it, and what stands before their codes.
const PLACES: [(&str, &str); 3] = [("org-countries", ""), ("org-us-states", "us-"), ("org-ca-provinces", "ca-")];
const SECTORS: &str = "org-sectors";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(deserialize_with = "parse::day")]
    since: NaiveDate,
    #[serde(deserialize_with = "parse::source")]
    source: Arc<Source>,
    /// Places of which nothing more is to be said than that nobody looked.
    #[serde(default)]
    not_looked_at: Vec<String>,
    #[serde(default)]
    entry: Vec<EntryText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EntryText {
    /// Places, or groups of them as `@eea`.
    #[serde(default)]
    places: Vec<String>,
    /// Sectors; of the places as such where there is none.
    #[serde(default)]
    sectors: Vec<String>,
    state: State,
    since: Option<parse::Day>,
    missing: Option<Words>,
    #[serde(default)]
    rulebooks: Vec<Arc<str>>,
    #[serde(default)]
    act: Vec<KnownAct>,
}

impl Coverage {
    /// What the program itself says, with an operator's own files in their place or after them.
    pub(crate) fn with(own: &[(String, String)], vocabulary: &Vocabulary) -> Result<Self, LawError> {
        let mine = |path: &str| own.iter().find(|(known, _)| known == path).map(|(_, text)| text.as_str());
        let supplied = FILES.iter().map(|(path, text)| (*path, mine(path).unwrap_or(text)));
        let added = own.iter().filter(|(path, _)| !FILES.iter().any(|(known, _)| known == path));
        let mut coverage = Self::default();
        for (path, text) in supplied {
            coverage.add(path, text, vocabulary, false)?;
        }
        for (path, text) in added {
            coverage.add(path, text, vocabulary, true)?;
        }
        Ok(coverage)
    }

    /// Adds one file; only an operator's own may say something else of what has an entry.
    fn add(&mut self, path: &str, text: &str, vocabulary: &Vocabulary, anew: bool) -> Result<(), LawError> {
        let file: File = parse::read(path, text)?;
        let wrong = |way: &[Step], problem: &str, hint: &str| parse::wrong(path, text, way, problem, hint);
        let (places, sectors) = (places(vocabulary), sectors(vocabulary));
        let mut seen = BTreeSet::new();
        let mut put = |entry: Entry, way: &[Step]| {
            let twice = !seen.insert(entry.id.clone()) || (!anew && self.entries.contains_key(&entry.id));
            if twice {
                let problem = format!("`{}` has two entries", entry.id);
                return Err(parse::wrong(path, text, way, problem, "say everything about it in one of them"));
            }
            self.entries.insert(entry.id.clone(), entry);
            Ok(())
        };
        for id in &file.not_looked_at {
            let way = [Step::Key("not_looked_at"), Step::Saying(id.clone())];
            if !places.contains(id) {
                return Err(wrong(&way, "no such place", "write its code in the vocabulary: `cl`, `us-il`, `ca-ab`"));
            }
            let known = Entry::unknown(GapId::new(id));
            put(Entry { since: Some(file.since), source: Some(file.source.clone()), ..known }, &way)?;
        }
        for (at, said) in file.entry.into_iter().enumerate() {
            let here = |key: &'static str| [Step::Key("entry"), Step::Item(at), Step::Key(key)];
            if (said.state == State::Part) != said.missing.is_some() {
                return Err(wrong(
                    &here("state"),
                    "what is loaded in part says what is missing",
                    "write `missing`, or another state",
                ));
            }
            if (said.state == State::Loaded) == said.rulebooks.is_empty() {
                let problem = "what is loaded names its rulebooks, and what is not has none";
                if said.state != State::Part {
                    return Err(wrong(&here("state"), problem, "write `rulebooks`, or another state"));
                }
            }
            let mut named = Vec::new();
            for place in &said.places {
                match place.strip_prefix('@').map(|group| vocabulary.group(group)) {
                    Some(Some(group)) => named.extend(group.iter().cloned()),
                    None if places.contains(place) => named.push(place.clone()),
                    _ => {
                        return Err(wrong(
                            &here("places"),
                            "no such place",
                            "write its code in the vocabulary, or a group as `@eea`",
                        ));
                    }
                }
            }
            if said.sectors.iter().any(|sector| !sectors.contains(sector)) {
                return Err(wrong(
                    &here("sectors"),
                    "no such sector",
                    "write its id in the vocabulary, or `critical-infrastructure`",
                ));
            }
            let ids: Vec<GapId> = match (named.is_empty(), said.sectors.is_empty()) {
                (true, true) => {
                    return Err(wrong(&here("state"), "it is about nothing", "name places, sectors or both"));
                }
                (false, true) => named.iter().map(|place| GapId::new(place)).collect(),
                (true, false) => said.sectors.iter().map(|sector| GapId::sector(sector, None)).collect(),
                (false, false) => {
                    let each = said.sectors.iter();
                    each.flat_map(|sector| named.iter().map(|place| GapId::sector(sector, Some(place)))).collect()
                }
            };
            let since = Some(said.since.map_or(file.since, |day| day.0));
            for id in ids {
                let source = Some(file.source.clone());
                let (missing, rulebooks, acts) = (said.missing.clone(), said.rulebooks.clone(), said.act.clone());
                put(Entry { id, state: said.state, since, source, missing, rulebooks, acts }, &here("state"))?;
            }
        }
        Ok(())
    }
}

/// The choices of a fact.
pub(crate) fn ids(vocabulary: &Vocabulary, fact: &str) -> Vec<String> {
    match vocabulary.fact(&FactKey::new(fact)).map(|fact| &fact.kind) {
        Some(FactKind::Choices { choices }) => choices.iter().map(|choice| choice.id.clone()).collect(),
        _ => Vec::new(),
    }
}

/// Every place that can be chosen.
pub(crate) fn places(vocabulary: &Vocabulary) -> BTreeSet<String> {
    let list = |(fact, before): &(&str, &str)| {
        let before = (*before).to_owned();
        ids(vocabulary, fact).into_iter().map(move |id| format!("{before}{id}")).collect::<Vec<_>>()
    };
    PLACES.iter().flat_map(list).collect()
}

/// Every sector that can be chosen, and what stands among them.
pub(crate) fn sectors(vocabulary: &Vocabulary) -> BTreeSet<String> {
    ids(vocabulary, SECTORS).into_iter().chain([super::CRITICAL.to_owned()]).collect()
}
