//! Choices in forms, and the time zones offered beside a moment.

use chrono_tz::Tz;

/// One choice of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is shown.
    pub label: String,
    /// Whether it is ticked, where several may be.
    pub chosen: bool,
    /// What it is found by, a line each, where it can be typed for; empty otherwise.
    pub find: String,
}

impl Choice {
    /// A choice that is not ticked.
    #[must_use]
    pub fn new(value: &str, label: String) -> Self {
        Self { value: value.to_owned(), label, chosen: false, find: String::new() }
    }
}

/// Zones offered besides the organisation's own: those of the countries whose law is loaded, by continent.
const OFFERED: [Tz; 45] = [
    Tz::UTC,
    Tz::Asia__Seoul,
    Tz::Asia__Jakarta,
    Tz::Asia__Makassar,
    Tz::Asia__Jayapura,
    Tz::Asia__Singapore,
    Tz::Asia__Kuala_Lumpur,
    Tz::Asia__Bangkok,
    Tz::Asia__Ho_Chi_Minh,
    Tz::Asia__Manila,
    Tz::Asia__Hong_Kong,
    Tz::Asia__Taipei,
    Tz::Asia__Shanghai,
    Tz::Asia__Tokyo,
    Tz::Asia__Kolkata,
    Tz::Asia__Dubai,
    Tz::Asia__Riyadh,
    Tz::Europe__Istanbul,
    Tz::Europe__Berlin,
    Tz::Europe__Zurich,
    Tz::Europe__Athens,
    Tz::Europe__London,
    Tz::Europe__Lisbon,
    Tz::Africa__Johannesburg,
    Tz::America__Sao_Paulo,
    Tz::America__Manaus,
    Tz::America__St_Johns,
    Tz::America__Halifax,
    Tz::America__Puerto_Rico,
    Tz::America__Toronto,
    Tz::America__New_York,
    Tz::America__Winnipeg,
    Tz::America__Chicago,
    Tz::America__Denver,
    Tz::America__Phoenix,
    Tz::America__Vancouver,
    Tz::America__Los_Angeles,
    Tz::America__Anchorage,
    Tz::Pacific__Honolulu,
    Tz::Australia__Perth,
    Tz::Australia__Darwin,
    Tz::Australia__Adelaide,
    Tz::Australia__Brisbane,
    Tz::Australia__Sydney,
    Tz::Pacific__Auckland,
];

/// The zones beside a moment: the organisation's first, then those offered, and the one chosen if it is another.
#[must_use]
pub fn zones(home: Tz, chosen: &str) -> Vec<Choice> {
    let mut zones = vec![home];
    zones.extend(OFFERED.into_iter().filter(|zone| *zone != home));
    if let Some(chosen) = chosen.parse::<Tz>().ok().filter(|chosen| !zones.contains(chosen)) {
        zones.push(chosen);
    }
    zones.into_iter().map(|zone| Choice::new(zone.name(), zone.name().replace('_', " "))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_home_zone_comes_first_and_only_once() {
        let zones = zones(Tz::Asia__Seoul, "Africa/Cairo");
        assert_eq!(zones.first().map(|zone| zone.value.as_str()), Some("Asia/Seoul"));
        assert_eq!(zones.iter().filter(|zone| zone.value == "Asia/Seoul").count(), 1);
        assert!(zones.iter().any(|zone| zone.value == "Africa/Cairo"));
    }

    #[test]
    fn the_zone_of_every_act_that_is_loaded_is_offered_beside_a_moment() {
        let library = crate::law::library::Library::embedded().unwrap();
        let offered = zones(Tz::UTC, "");
        for rulebook in library.rulebooks() {
            let zone = rulebook.zone_for(&crate::law::situation::Situation::empty(Tz::UTC));
            assert!(offered.iter().any(|offer| offer.value == zone.name()), "{zone}: {}", rulebook.id);
        }
    }
}
