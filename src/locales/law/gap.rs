//! Law that is not in this library, in words: of which place, for how many persons, and which acts are known to exist.

use crate::law::base::words::Words;
use crate::law::library::Library;
use crate::law::situation::fact::{Count, FactKey};
use crate::law::verdict::{Extent, Gap};
use crate::locales::Text;

/// The fact in whose unit persons are counted.
const PERSONS: &str = "persons-affected";
/// How many places are named in one line of a row or a message.
const FEW: usize = 5;

impl Text {
    /// A place with the number of persons who are there: "Illinois, 5,000 persons".
    #[must_use]
    pub fn gap_named(&self, gap: &Gap, library: &Library) -> String {
        self.law_of(&gap.title, gap.persons, library)
    }

    /// The same of a place of which only these are known.
    #[must_use]
    pub fn law_of(&self, title: &Words, persons: Option<Count>, library: &Library) -> String {
        let title = title.get(self.lang());
        persons.map_or_else(
            || title.to_owned(),
            |count| self.gap_with_persons(title, self.persons_counted(count, library)),
        )
    }

    /// A number of persons.
    #[must_use]
    pub fn persons_counted(&self, count: Count, library: &Library) -> String {
        self.count(count, library.vocabulary().fact(&FactKey::new(PERSONS)))
    }

    /// The first few places of many, and how many more there are.
    #[must_use]
    pub fn few_places(&self, places: &[String]) -> String {
        let named = places.iter().take(FEW).cloned().collect::<Vec<_>>().join("; ");
        match places.len().checked_sub(FEW) {
            None | Some(0) => named,
            Some(more) => self.gaps_and_more(named, more),
        }
    }

    /// What is known of what is missing: what it is, or the acts that are known to exist; empty where nothing is.
    #[must_use]
    pub fn gap_missing(&self, gap: &Gap) -> String {
        if let Some(missing) = &gap.missing {
            return missing.get(self.lang()).to_owned();
        }
        let act = |act: &crate::law::verdict::KnownAct| {
            let name = act.name.get(self.lang()).to_owned();
            act.cite.as_ref().map_or_else(|| name.clone(), |cite| format!("{name} ({cite})"))
        };
        gap.acts.iter().map(act).collect::<Vec<_>>().join("; ")
    }

    /// How much is missing.
    #[must_use]
    pub fn gap_extent(&self, extent: Extent) -> String {
        match extent {
            Extent::NotLookedAt => self.gap_not_looked_at(),
            Extent::SplitUnknown => self.gap_split_unknown(),
            Extent::Part => self.gap_part(),
        }
    }

    /// Every gap that forbids saying that nothing is owed, in one line; empty where there is none.
    #[must_use]
    pub fn gaps_line<'a>(&self, gaps: impl IntoIterator<Item = &'a Gap>, library: &Library) -> String {
        let wide = gaps.into_iter().filter(|gap| gap.extent != Extent::Part);
        wide.map(|gap| self.gap_named(gap, library)).collect::<Vec<_>>().join("; ")
    }
}
