//! The files of the vocabulary that are compiled into the program. The build lists what lies in the folder, in the order of
//! `order.txt` and then of their paths.

/// Facts and triggers: each file's name below `vocabulary/` and its text. The order is that of pages, within each group of
/// facts.
pub(crate) const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/vocabulary.rs"));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_vocabulary_is_listed_in_the_order_of_pages() {
        let names: Vec<&str> = FILES.iter().map(|(name, _)| *name).collect();
        assert_eq!(names[..4], ["core.toml", "eu.toml", "kr.toml", "kr-sectors.toml"]);
    }
}
