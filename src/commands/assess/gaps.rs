//! What is not in this library, before any act; and the limit of what is said of the acts that do not concern the case.

use super::reader::Reader;
use crate::law::situation::fact::FactKey;
use crate::law::verdict::{Extent, Gap, KnownAct, Silence};
use crate::locales::Naming;

/// The fact in whose unit persons are counted.
const PERSONS: &str = "persons-by-country";

/// What nobody looked at in one line, the acts known to exist there in the next; then each open question, and what is
/// loaded in part.
pub(super) fn lines(reader: &Reader<'_>) -> Vec<String> {
    let (t, gaps) = (reader.t, &reader.told.answered.gaps);
    let (whole, rest): (Vec<&Gap>, Vec<&Gap>) = gaps.iter().partition(|gap| gap.extent == Extent::NotLookedAt);
    let mut lines = Vec::new();
    if !whole.is_empty() {
        lines.push(t.assess_gaps(joined(whole.iter().map(|gap| named(reader, gap)))));
    }
    let acts: Vec<String> = whole
        .iter()
        .filter(|gap| !gap.acts.is_empty())
        .map(|gap| {
            let acts = gap.acts.iter().map(|act| called(reader, act)).collect::<Vec<_>>().join(", ");
            format!("{}: {acts}", reader.words(&gap.title))
        })
        .collect();
    if !acts.is_empty() {
        lines.push(format!("  {}", t.assess_gaps_known(joined(acts.into_iter()))));
    }
    lines.extend(rest.into_iter().map(|gap| rest_of(reader, gap)));
    lines
}

/// What limits all that is said of acts that do not concern the case, where a gap is open.
pub(super) fn limit(reader: &Reader<'_>) -> Option<String> {
    (Silence::of(&reader.told.answered.gaps) == Silence::GapsOpen).then(|| reader.t.assess_gaps_open())
}

fn rest_of(reader: &Reader<'_>, gap: &Gap) -> String {
    let (t, place) = (reader.t, named(reader, gap));
    let acts = gap.acts.iter().map(|act| called(reader, act));
    let missing = gap.missing.iter().map(|missing| reader.words(missing).to_owned());
    let what = match &gap.missing {
        Some(_) => joined(missing),
        None => joined(acts),
    };
    let line = if gap.extent == Extent::SplitUnknown {
        t.assess_gap_open(place, what)
    } else {
        t.assess_gap_part(place, what)
    };
    gap.asks.as_ref().map_or(line.clone(), |key| format!("{line} {}", t.assess_gap_asks(reader.asked(key))))
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join("; ")
}

fn named(reader: &Reader<'_>, gap: &Gap) -> String {
    let title = reader.words(&gap.title);
    let fact = reader.definition(&FactKey::new(PERSONS));
    gap.persons.map_or_else(|| title.to_owned(), |count| format!("{title} ({})", reader.t.count(count, fact)))
}

fn called(reader: &Reader<'_>, act: &KnownAct) -> String {
    let name = reader.words(&act.name);
    act.cite.as_ref().map_or_else(|| name.to_owned(), |cite| format!("{name} ({cite})"))
}
