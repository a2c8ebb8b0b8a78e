//! What of the law that may concern an incident is not in this library. A gap is named only where persons or a seat are,
//! once, with the number of persons where it is known; where persons are in nobody knows which State, that is a question.

use super::answered::Answers;
use super::duty;
use super::presence::{DIVIDED, Places, Presence, chosen};
use crate::base::moment::Moment;
use crate::base::truth::Truth;
use crate::base::words::Words;
use crate::coverage::{CRITICAL, Entry, State};
use crate::library::Library;
use crate::situation::Situation;
use crate::situation::fact::{FactKey, Facts};
use crate::verdict::{Because, Extent, Gap, GapId};
use crate::vocabulary::complete::Inferred;
use std::cmp::Reverse;

/// Every fact that says where something is, and nothing else.
const PLACE_FACTS: [&str; 9] = [
    "org-countries",
    "people-countries",
    "persons-by-country",
    "persons-by-us-state",
    "persons-by-ca-province",
    "org-us-states",
    "org-ca-provinces",
    "org-member-state",
    "org-uae-place",
];

impl Library {
    /// The law that may concern a situation and is not in this library, what nobody looked at first.
    #[must_use]
    pub fn gaps(&self, situation: &Situation) -> Vec<Gap> {
        let (situation, _) = self.vocabulary.settle(situation);
        self.gaps_of(&situation)
    }

    /// The same of a situation with all that follows from it.
    pub(super) fn gaps_of(&self, situation: &Situation) -> Vec<Gap> {
        let facts = &situation.facts;
        let places = Places::of(facts);
        let only_places = Situation { facts: only_places(facts), ..situation.clone() };
        let mut gaps = Vec::new();
        for (place, presence) in &places.at {
            let entry = self.coverage().place(place);
            let gap = self.gap(&entry, presence);
            match entry.state {
                State::NotLookedAt => gaps.push(Gap { extent: Extent::NotLookedAt, ..gap }),
                State::Part => gaps.push(Gap { extent: Extent::Part, ..gap }),
                State::Loaded if self.reaches(&entry, presence, &only_places) => {}
                State::Loaded => gaps.push(Gap { extent: Extent::Part, missing: Some(not_reached()), ..gap }),
            }
            if let Some(asks) = places.undivided.get(place) {
                let entry = Entry { acts: Vec::new(), ..entry };
                let gap = self.gap(&Entry { id: GapId::new(&format!("{place}/parts")), ..entry }, presence);
                let (missing, asks) = (Some(parts_unknown(place)), Some(FactKey::new(asks)));
                let title = self.vocabulary.place_title(place);
                gaps.push(Gap { title, extent: Extent::SplitUnknown, missing, asks, ..gap });
            }
            self.sector_gaps(facts, place, presence, &mut gaps);
        }
        gaps.sort_by_key(order);
        gaps.dedup_by(|one, other| one.id == other.id);
        gaps
    }

    /// Gaps in what binds the organisation's sectors where it is established.
    fn sector_gaps(&self, facts: &Facts, place: &str, presence: &Presence, gaps: &mut Vec<Gap>) {
        let part = DIVIDED.iter().find(|divided| place.starts_with(&format!("{}-", divided.country)));
        let seats_unknown =
            |seats: &str| facts.get(&FactKey::new(seats)).is_none() && presence.because.contains(&Because::Persons);
        let seat = presence.because.iter().any(|because| *because != Because::Persons)
            || part.is_some_and(|divided| seats_unknown(divided.seats));
        if !seat {
            return;
        }
        let mut sectors: Vec<(String, Because, Option<FactKey>)> =
            chosen(facts, "org-sectors").into_iter().map(|sector| (sector, Because::Sector, None)).collect();
        let key = FactKey::new(&format!("org-{CRITICAL}-in"));
        let is_critical = facts.yes_no(&format!("org-{CRITICAL}"));
        let critical = match facts.get(&key) {
            Some(_) => presence.because.contains(&Because::CriticalInfrastructure).then_some(None),
            None if is_critical == Some(false) => None,
            None => Some(Some(key)),
        };
        if let Some(asks) = critical.filter(|_| part.is_none()) {
            sectors.push((CRITICAL.to_owned(), Because::CriticalInfrastructure, asks));
        }
        for (sector, because, asks) in sectors {
            let entry = self.coverage().sector(&sector, place);
            let here = entry.id == GapId::sector(&sector, Some(place)) && entry.since.is_some();
            // What nobody looked at in a place is one gap already; of a State only what is said of its own sectors counts,
            // and a condition that nobody stated counts only where an act is known.
            let said_already =
                part.is_some() || asks.is_some() || self.coverage().place(place).state == State::NotLookedAt;
            if entry.state == State::Loaded || (said_already && !here) {
                continue;
            }
            let whole = entry.state == State::NotLookedAt && asks.is_none();
            let extent = if whole { Extent::NotLookedAt } else { Extent::Part };
            // What is said of a sector wherever it is, is said once; that nobody looked, for each place.
            let id = if here || whole { GapId::sector(&sector, Some(place)) } else { entry.id.clone() };
            let mut gap = self.gap(&Entry { id, ..entry }, presence);
            gap.because.insert(because);
            gaps.push(Gap { extent, asks, persons: None, ..gap });
        }
    }

    fn gap(&self, entry: &Entry, presence: &Presence) -> Gap {
        Gap {
            id: entry.id.clone(),
            title: self.vocabulary.gap_title(&entry.id),
            extent: Extent::NotLookedAt,
            since: entry.since,
            missing: entry.missing.clone(),
            acts: entry.acts.clone(),
            persons: presence.persons,
            because: presence.because.clone(),
            asks: None,
        }
    }

    /// Whether any act that is loaded for a place looks at it at all, given only where persons and seats are.
    fn reaches(&self, entry: &Entry, presence: &Presence, only_places: &Situation) -> bool {
        // A State's act protects its residents: a seat without them asks nothing of it.
        let seat_only = !presence.because.contains(&Because::Persons);
        if seat_only && entry.id.as_str().contains('-') {
            return true;
        }
        let (inferred, answers, now) = (Inferred::new(), Answers::default(), Moment::from_seconds(0));
        let books = entry.rulebooks.iter().filter_map(|id| self.rulebook(id));
        books.map(|book| duty::scope(book, only_places, &inferred, &answers, now)).any(|scope| scope.truth != Truth::No)
    }
}

/// What nobody looked at first, then the open questions, then what is missing in part; each by number of persons.
fn order(gap: &Gap) -> (Extent, Reverse<u64>, GapId) {
    (gap.extent, Reverse(gap.persons.map_or(0, |count| count.number)), gap.id.clone())
}

/// Only what says where something is.
pub(super) fn only_places(facts: &Facts) -> Facts {
    let is_place = |key: &FactKey| PLACE_FACTS.contains(&key.as_str());
    Facts(facts.0.iter().filter(|(key, _)| is_place(key)).map(|(key, value)| (key.clone(), value.clone())).collect())
}

fn not_reached() -> Words {
    Words::new(
        "The acts loaded are asked only of organisations established there. Whether its law reaches others because of the persons was not looked at.",
        "등재된 법령은 그곳에 설립된 조직에만 적용되는 것으로 검토됩니다. 그곳에 있는 정보주체를 이유로 다른 조직에도 적용되는지는 검토하지 않았습니다.",
        "Undang-undang yang dimuat hanya ditanyakan kepada organisasi yang didirikan di sana. Apakah hukumnya menjangkau pihak lain karena orang yang ada di sana belum diperiksa.",
    )
}

fn parts_unknown(country: &str) -> Words {
    match country {
        "us" => Words::new(
            "In which States the persons live is not known. Each State has law of its own, and not every State's is in this library.",
            "정보주체가 어느 주에 거주하는지 알 수 없습니다. 주마다 법률이 다르며, 일부 주의 법률은 이 라이브러리에 없습니다.",
            "Belum diketahui orang tinggal di negara bagian mana. Setiap negara bagian memiliki hukum sendiri, dan tidak semuanya ada di pustaka ini.",
        ),
        _ => Words::new(
            "In which provinces the persons live is not known. Provinces have law of their own, and not every province's is in this library.",
            "정보주체가 어느 주에 거주하는지 알 수 없습니다. 주마다 법률이 다르며, 일부 주의 법률은 이 라이브러리에 없습니다.",
            "Belum diketahui orang tinggal di provinsi mana. Provinsi memiliki hukum sendiri, dan tidak semuanya ada di pustaka ini.",
        ),
    }
}
