//! What is said of coverage against what can be chosen and what is loaded.

use super::read::{places, sectors};
use super::{Coverage, Entry, GapId, State};
use crate::library::Library;
use std::collections::BTreeSet;
use std::sync::LazyLock;

static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::embedded().unwrap());

#[test]
fn every_place_and_every_sector_that_can_be_chosen_has_an_entry() {
    let coverage = LIBRARY.coverage();
    let places = places(LIBRARY.vocabulary()).into_iter().map(|place| GapId::new(&place));
    let sectors = sectors(LIBRARY.vocabulary()).into_iter().map(|sector| GapId::sector(&sector, None));
    let without: Vec<GapId> = places.chain(sectors).filter(|id| coverage.get(id).is_none()).collect();
    assert_eq!(without, [], "say in `data/coverage` how far the law of each of them is loaded");
}

/// Whether a rulebook is law of a place: its own country's, or the Union's in a Member State or a part of one.
fn is_law_of(country: &str, place: &str) -> bool {
    let vocabulary = LIBRARY.vocabulary();
    let country = country.to_ascii_lowercase();
    let union = vocabulary.group("eea").unwrap_or_default();
    let parts = ["ax", "gf", "gp", "mf", "mq", "re", "yt"];
    let territories = ["as", "gu", "mp", "pr", "um", "vi"];
    let of_country = place.split_once('-').map_or(place, |(country, _)| country);
    of_country == country
        || (country == "eu" && (union.iter().any(|member| member == place) || parts.contains(&place)))
        || (country == "us" && territories.contains(&place))
}

#[test]
fn what_is_loaded_names_rulebooks_of_its_own_country() {
    for entry in LIBRARY.coverage().entries() {
        assert!(entry.state != State::Loaded || !entry.rulebooks.is_empty(), "{}", entry.id);
        for id in &entry.rulebooks {
            let book = LIBRARY.rulebook(id).unwrap_or_else(|| panic!("{} names {id}, which is not loaded", entry.id));
            let place = entry.id.of_place().unwrap_or_else(|| panic!("{} names {id} without a place", entry.id));
            assert!(is_law_of(&book.country, place), "{} names {id}", entry.id);
        }
    }
}

#[test]
fn every_rulebook_is_named_by_what_it_covers() {
    let named: BTreeSet<&str> =
        LIBRARY.coverage().entries().flat_map(|entry| &entry.rulebooks).map(|id| &**id).collect();
    let without: Vec<&str> =
        LIBRARY.rulebooks().iter().map(|book| &*book.id).filter(|id| !named.contains(id)).collect();
    assert_eq!(without, [""; 0], "name each in `data/coverage`, under the place or sector whose law it is");
}

#[test]
fn what_has_no_entry_was_not_looked_at_and_nobody_knows_since_when() {
    let nothing = Coverage::default();
    assert_eq!(nothing.place("jp"), Entry::unknown(GapId::new("jp")));
    assert_eq!((nothing.sector("bank", "jp").state, nothing.sector("bank", "jp").since), (State::NotLookedAt, None));
    assert_eq!(nothing.sector("bank", "jp").id.as_str(), "sector/bank@jp");
}

#[test]
fn an_operators_own_entry_takes_the_place_of_the_programs() {
    let text = "since = 2026-12-01\nsource = { cite = { en = \"c\", ko = \"c\", id = \"c\" }, \
                url = \"https://example.org\", verified_on = 2026-12-01, confidence = \"verified\" }\n\
                [[entry]]\nplaces = [\"us-il\"]\nstate = \"loaded\"\nrulebooks = [\"us.illinois\"]\n";
    let read = |text: &str| Coverage::with(&[("own.toml".to_owned(), text.to_owned())], LIBRARY.vocabulary());
    assert_eq!(read(text).unwrap().place("us-il").state, State::Loaded);
    assert_eq!(LIBRARY.coverage().place("us-il").state, State::NotLookedAt);
    for (from, to, line) in [
        ("us-il", "us-zz", 4),
        ("state = \"loaded\"", "state = \"part\"", 5),
        ("rulebooks = [\"us.illinois\"]", "", 5),
        ("places = [\"us-il\"]", "places = [\"us-il\", \"us-il\"]", 5),
        ("[\"us-il\"]", "[\"us-il\"]\nsectors = [\"banks\"]", 5),
    ] {
        let error = read(&text.replace(from, to)).unwrap_err();
        assert_eq!((error.file.as_str(), error.line), ("own.toml", line), "{to}: {error}");
    }
}

#[test]
fn a_gap_is_called_by_its_place_and_its_sector() {
    let title = |id: &str| LIBRARY.vocabulary().gap_title(&GapId::new(id)).en.clone();
    assert_eq!(title("cl"), "Chile");
    assert_eq!(title("us-il"), "Illinois");
    assert_eq!(title("us-ga"), "Georgia (United States)", "a country has that name too");
    assert_eq!(title("ca-ab"), "Alberta");
    assert_eq!(title("sector/bank@jp"), "Japan: Bank, credit institution");
    assert_eq!(title("sector/retail"), "Retail and other trade");
    assert_eq!(title("sector/critical-infrastructure@my"), "Malaysia: critical infrastructure");
}
