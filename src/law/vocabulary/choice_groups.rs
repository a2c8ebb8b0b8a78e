//! Groups of choices that conditions name as `@group`, and the days within which a member belongs where it has not always
//! done so. Knows no today: who has left is not among the members of now, whenever now is.

use crate::base::citation::Source;
use crate::base::days::Days;
use crate::base::parse;
use crate::base::spans::Step;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A group of choices, as a file spells it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ChoiceGroup {
    pub id: String,
    /// Who belongs to it on every day that the law here covers.
    pub of: Vec<String>,
    /// Who came later, or left.
    #[serde(default)]
    dated: Vec<DatedMembers>,
}

/// Members within certain days only.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct DatedMembers {
    of: Vec<String>,
    /// The first day.
    from: Option<parse::Day>,
    /// The last day.
    until: Option<parse::Day>,
    /// Where that is written: no date enters without it.
    #[serde(deserialize_with = "parse::source")]
    source: Arc<Source>,
}

/// A group of choices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Members {
    /// Who has not left.
    pub standing: Vec<String>,
    /// Everybody, with the days within which each belongs.
    pub all: Vec<(String, Days)>,
}

impl ChoiceGroup {
    pub(super) fn members(&self) -> Members {
        let always = self.of.iter().map(|id| (id.clone(), Days::default()));
        let dated = self.dated.iter().flat_map(|some| some.of.iter().map(|id| (id.clone(), some.days())));
        let all: Vec<(String, Days)> = always.chain(dated).collect();
        let standing = all.iter().filter(|(_, days)| days.until.is_none()).map(|(id, _)| id.clone()).collect();
        Members { standing, all }
    }

    /// What is wrong with it within a list of choices of which these are `known`: the way from it, what, and what to do.
    pub(super) fn slip(&self, known: impl Fn(&str) -> bool) -> Option<(Vec<Step>, &'static str, &'static str)> {
        let lists = self.of.iter().map(|id| (id, vec![Step::Key("of")]));
        let dated = (0..).zip(&self.dated).flat_map(|(at, some)| {
            some.of.iter().map(move |id| (id, vec![Step::Key("dated"), Step::Item(at), Step::Key("of")]))
        });
        let mut seen = BTreeSet::new();
        for (id, mut way) in lists.chain(dated) {
            way.push(Step::Saying(id.clone()));
            if !known(id) {
                return Some((way, "a choice that the list does not have", "correct the spelling"));
            }
            if !seen.insert(id) {
                return Some((way, "this member is named twice", "keep it in `of`, or with its days in `dated`"));
            }
        }
        (0..).zip(&self.dated).find_map(|(at, some)| {
            let here = |key| vec![Step::Key("dated"), Step::Item(at), Step::Key(key)];
            match (some.from, some.until) {
                (None, None) => Some((
                    here("of"),
                    "these have no days of their own",
                    "write `from` or `until`, or name them in `of`",
                )),
                (Some(from), Some(until)) if until.0 < from.0 => {
                    Some((here("until"), "the last day is before the first", "correct one of the two"))
                }
                _ => None,
            }
        })
    }
}

impl DatedMembers {
    fn days(&self) -> Days {
        Days { from: self.from.map(|day| day.0), until: self.until.map(|day| day.0) }
    }
}
