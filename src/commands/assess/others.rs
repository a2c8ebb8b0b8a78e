//! The acts that do not concern the case, or of which nobody can say: one line for each fact that decides about them.

use super::reader::Reader;
use crate::law::base::truth::Truth;
use crate::law::situation::fact::FactKey;
use crate::law::verdict::{Clause, Reason, Verdict};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The lines: first what an answer would bring in, then what an answer has put aside.
pub(super) fn lines(reader: &Reader<'_>) -> Vec<String> {
    let t = reader.t;
    let (mut open, mut aside) = (BTreeMap::new(), BTreeMap::new());
    for (rulebook, verdict) in each_act(reader) {
        match verdict.scope {
            Truth::Yes => {}
            Truth::Unknown => note(&mut open, deciding(&verdict.reason, Truth::Unknown), rulebook),
            Truth::No => note(&mut aside, deciding(&verdict.reason, Truth::No), rulebook),
        }
    }
    let name = |id: &Arc<str>| reader.library.rulebook(id).map_or(&**id, |book| reader.words(&book.short)).to_owned();
    let acts = |ids: &[Arc<str>]| ids.iter().map(name).collect::<Vec<_>>().join(", ");
    let open = open.iter().map(|(keys, ids)| match keys.is_empty() {
        true => t.assess_open_otherwise(ids.len(), acts(ids)),
        false => t.assess_open(ids.len(), reader.all_asked(keys), acts(ids)),
    });
    let aside = aside.iter().map(|(keys, ids)| match keys.is_empty() {
        true => t.assess_aside_otherwise(ids.len(), acts(ids)),
        false => t.assess_aside(ids.len(), reader.all_asked(keys), acts(ids)),
    });
    open.chain(aside).collect()
}

type ByFact = BTreeMap<BTreeSet<FactKey>, Vec<Arc<str>>>;

fn note(into: &mut ByFact, keys: BTreeSet<FactKey>, rulebook: &Arc<str>) {
    into.entry(keys).or_default().push(rulebook.clone());
}

/// The first verdict of each act: its scope is the same in all of them.
fn each_act<'a>(reader: &Reader<'a>) -> Vec<(&'a Arc<str>, &'a Verdict)> {
    let mut seen = BTreeSet::new();
    let verdicts = reader.verdicts().iter().map(|verdict| (&verdict.outline.rule.rulebook, verdict));
    verdicts.filter(|(rulebook, _)| seen.insert(*rulebook)).collect()
}

/// The facts on which a node turned out as it did: those of its first child that did, down to a fact.
fn deciding(reason: &Reason, truth: Truth) -> BTreeSet<FactKey> {
    if let Some(key) = fact(&reason.clause) {
        return [key.clone()].into();
    }
    let wanted = if reason.clause == Clause::Not { truth.opposite() } else { truth };
    let same = reason.children.iter().filter(|child| child.truth == wanted);
    match reason.clause {
        // None of these held, so that each had its part.
        Clause::Any | Clause::Some { .. } => same.flat_map(|child| deciding(child, wanted)).collect(),
        _ => same.take(1).flat_map(|child| deciding(child, wanted)).collect(),
    }
}

const fn fact(clause: &Clause) -> Option<&FactKey> {
    match clause {
        Clause::Is { key, .. }
        | Clause::AtLeast { key, .. }
        | Clause::OneOf { key, .. }
        | Clause::MoreThan { key, .. }
        | Clause::CountBy { key, .. } => Some(key),
        _ => None,
    }
}
