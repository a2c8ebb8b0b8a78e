//! The rulebooks, cases and forms that are compiled into the program, each a path below its folder and its text. The build
//! lists what lies in the folders, in the order of `order.txt` and then of their paths.

/// Rulebooks, in the order in which pages show them.
pub(crate) const RULEBOOKS: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/rulebooks.rs"));

/// The cases beside the rulebooks.
pub(crate) const CASES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/cases.rs"));

/// Forms.
pub(crate) const FORMS: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/forms.rs"));

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(files: &[(&'static str, &str)]) -> Vec<&'static str> {
        files.iter().map(|(path, _)| *path).collect()
    }

    #[test]
    fn the_law_is_listed_in_the_order_of_pages() {
        let rulebooks = paths(RULEBOOKS);
        let countries = rulebooks.iter().map(|path| path.split('/').next().unwrap_or_default());
        let mut countries: Vec<&str> = countries.collect();
        countries.dedup();
        assert_eq!(countries[..3], ["eu", "kr", "ae"]);
        assert!(countries[2..].is_sorted(), "each country in one piece, after the alphabet: {countries:?}");
        assert_eq!(rulebooks[5..8], ["kr/network-act.toml", "kr/pipa.toml", "kr/cloud.toml"]);
        assert_eq!(paths(crate::vocabulary::FILES)[..4], ["core.toml", "eu.toml", "kr.toml", "kr-sectors.toml"]);
    }

    #[test]
    fn cases_are_listed_as_their_rulebooks_are() {
        let beside = |path: &&str| path.replace(".toml", ".cases.toml");
        assert_eq!(paths(CASES), paths(RULEBOOKS).iter().map(beside).collect::<Vec<_>>());
    }
}
