//! The map of coverage: each place and each sector, whether its law is in this library, in part, or not looked at, since when
//! and on what that rests. Says nothing of what any act asks.

use super::covered::{self, PlaceRow, Region, SectorRow};
use super::place;
use super::search::Sought;
use crate::law::coverage::State;
use crate::law::library::Library;
use crate::locales::Text;
use crate::web::forms::choice::Choice;
use crate::web::http::answer;
use crate::web::http::failure::Failure;
use crate::web::http::visit::Visit;
use crate::web::views::frame::Page;
use crate::web::views::law::words::Badge;
use actix_web::HttpResponse;
use actix_web::web::Query;
use askama::Template;
use serde::Deserialize;

#[derive(Template)]
#[template(path = "pages/rules/coverage.html")]
struct CoverageMap {
    page: Page,
    sought: String,
    state: String,
    states: Vec<Choice>,
    counts: Vec<Counted>,
    /// Every place, for the picture.
    tiles: Vec<Region>,
    /// The places that were asked for.
    found: Vec<Region>,
    places: usize,
    sectors: Vec<SectorRow>,
    filtered: bool,
    /// Whether so few were found that they are shown open.
    few: bool,
}

/// How many places and sectors are covered in one way.
struct Counted {
    mark: Badge,
    places: String,
    sectors: String,
    href: String,
}

/// What is asked for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Params {
    q: String,
    state: String,
    at: String,
}

/// The states, the widest first, with the word by which an address names each.
const STATES: [(&str, State); 3] =
    [("loaded", State::Loaded), ("part", State::Part), ("not-looked-at", State::NotLookedAt)];

/// How many places and sectors are shown open.
const FEW: usize = 12;

/// Shows the map.
///
/// # Errors
/// When the store fails or the page cannot be written.
pub async fn get(visit: Visit, asked: Query<Params>) -> Result<HttpResponse, Failure> {
    let (t, library) = (visit.t, &*visit.web.desk.library);
    let own = covered::own(&place::profile(&visit).await?);
    let sought = Sought::of(Some(&asked.q));
    let state = STATES.iter().find(|(word, _)| *word == asked.state).map(|(_, state)| *state);
    let mut tiles = covered::regions(t, library, &own);
    let sectors = covered::sectors(t, library);
    let filter = Filter { sought: &sought, state, at: &asked.at };
    let found = tiles.iter().filter_map(|region| filter.region(region)).collect::<Vec<_>>();
    // The picture shows codes, so it is in their order.
    tiles.iter_mut().for_each(|region| region.places.sort_by(|one, other| one.short.cmp(&other.short)));
    let sectors: Vec<SectorRow> = sectors.into_iter().filter(|row| asked.at.is_empty() && filter.sector(row)).collect();
    let places = found.iter().map(|region| region.places.len()).sum::<usize>();
    let filtered = !sought.is_empty() || state.is_some() || !asked.at.is_empty();
    answer::page(&CoverageMap {
        page: Page::of(&visit, "rules"),
        counts: counts(t, library, &tiles),
        few: filtered && places.saturating_add(sectors.len()) <= FEW,
        places,
        sectors,
        states: states(t),
        filtered,
        state: asked.state.clone(),
        sought: sought.typed,
        tiles,
        found,
    })
}

/// What a reader wants to see of it.
struct Filter<'a> {
    sought: &'a Sought,
    state: Option<State>,
    at: &'a str,
}

impl Filter<'_> {
    fn region(&self, region: &Region) -> Option<Region> {
        let places: Vec<PlaceRow> = region.places.iter().filter(|place| self.place(place)).cloned().collect();
        (!places.is_empty()).then(|| Region { places, ..region.clone() })
    }

    fn place(&self, row: &PlaceRow) -> bool {
        let state =
            self.state.is_none_or(|state| row.law.state == state || row.sectors.iter().any(|s| s.law.state == state));
        let at = self.at.is_empty() || row.code == self.at;
        at && state && self.sought.finds(&[&row.text], &row.code)
    }

    fn sector(&self, row: &SectorRow) -> bool {
        self.state.is_none_or(|state| row.law.state == state) && self.sought.finds(&[&row.title, &row.law.text], "")
    }
}

fn states(t: Text) -> Vec<Choice> {
    let any = Choice::new("", t.coverage_any());
    let each = STATES.iter().map(|(word, state)| Choice::new(word, covered::mark(t, *state).word));
    std::iter::once(any).chain(each).collect()
}

/// Each place counts once, however often it is shown; sectors count by what is said of them anywhere.
fn counts(t: Text, library: &Library, tiles: &[Region]) -> Vec<Counted> {
    let count = |(word, state): &(&str, State)| {
        let places = tiles.iter().filter(|region| !region.own).flat_map(|region| &region.places);
        let places = places.filter(|place| place.law.state == *state).count();
        let sectors = library.coverage().entries().filter(|entry| entry.id.of_sector().is_some());
        let sectors = sectors.filter(|entry| entry.state == *state).count();
        Counted {
            mark: covered::mark(t, *state),
            places: t.coverage_places(places),
            sectors: t.coverage_sectors(sectors),
            href: format!("/rules/coverage?state={word}#found"),
        }
    };
    STATES.iter().map(count).collect()
}
