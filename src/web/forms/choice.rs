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

/// Zones offered besides the organisation's own: where its counterparts sit.
const OFFERED: [Tz; 12] = [
    Tz::UTC,
    Tz::Asia__Seoul,
    Tz::Asia__Jakarta,
    Tz::Asia__Makassar,
    Tz::Asia__Jayapura,
    Tz::Asia__Singapore,
    Tz::Asia__Tokyo,
    Tz::Europe__Berlin,
    Tz::Europe__London,
    Tz::America__New_York,
    Tz::America__Chicago,
    Tz::America__Los_Angeles,
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
}
