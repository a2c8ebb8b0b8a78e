//! What places and sectors are called, by the names that coverage gives them.

use super::{CRITICAL, GapId};
use crate::base::words::Words;
use crate::situation::fact::FactKey;
use crate::vocabulary::Vocabulary;

/// What stands before the codes of the parts of a country, and the fact that lists them.
const PARTS: [(&str, &str, &str); 2] = [("us-", "us", "org-us-states"), ("ca-", "ca", "org-ca-provinces")];
const COUNTRIES: &str = "org-countries";

impl Vocabulary {
    /// What a place is called: `cl`, `us-il`. A part of a country that shares its name with a country says which it is.
    #[must_use]
    pub fn place_title(&self, place: &str) -> Words {
        let part = PARTS.iter().find_map(|(before, country, list)| Some((country, *list, place.strip_prefix(before)?)));
        let Some((country, list, id)) = part else {
            return self.choice_title(COUNTRIES, place).unwrap_or_else(|| Words::name(place));
        };
        let Some(title) = self.choice_title(list, id) else { return Words::name(place) };
        let shared = self.fact(&FactKey::new(COUNTRIES)).and_then(|fact| fact.spelt(&title.en));
        match (shared, self.choice_title(COUNTRIES, country)) {
            (Some(other), Some(country)) if other.id != id => join(&title, " (", &country, ")"),
            _ => title,
        }
    }

    /// What a gap is called: the place, or the place and the sector.
    #[must_use]
    pub fn gap_title(&self, id: &GapId) -> Words {
        match (id.of_place(), id.of_sector()) {
            (Some(place), Some(sector)) => join(&self.place_title(place), ": ", &self.sector_title(sector), ""),
            (Some(place), None) => self.place_title(place),
            (None, Some(sector)) => self.sector_title(sector),
            (None, None) => Words::name(id.as_str()),
        }
    }

    fn sector_title(&self, sector: &str) -> Words {
        if sector == CRITICAL {
            return critical();
        }
        self.choice_title("org-sectors", sector).unwrap_or_else(|| Words::name(sector))
    }

    fn choice_title(&self, fact: &str, id: &str) -> Option<Words> {
        self.fact(&FactKey::new(fact))?.choice(id).cloned()
    }
}

fn critical() -> Words {
    Words::new("critical infrastructure", "중요 기반시설", "infrastruktur vital")
}

fn join(one: &Words, between: &str, other: &Words, after: &str) -> Words {
    let join = |one: &str, other: &str| format!("{one}{between}{other}{after}");
    Words::new(&join(&one.en, &other.en), &join(&one.ko, &other.ko), &join(&one.id, &other.id))
}
