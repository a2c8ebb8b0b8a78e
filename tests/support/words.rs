//! The texts of the program as translators wrote them, to find what a page forgot to translate.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// One-line messages without placeables, by key.
fn messages(lang: &str) -> BTreeMap<String, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/locales").join(lang);
    let files = std::fs::read_dir(folder).expect("the texts").map(|file| file.expect("a file").path());
    let mut found = BTreeMap::new();
    for file in files.filter(|file| file.extension().is_some_and(|ending| ending == "ftl")) {
        for line in std::fs::read_to_string(file).expect("a text file").lines() {
            if let Some((key, value)) = line.split_once(" = ") {
                found.insert(key.to_owned(), value.to_owned());
            }
        }
    }
    found
}

/// What must not be seen on a page in one language.
pub struct Leftovers {
    keys: BTreeSet<String>,
    english: BTreeSet<String>,
}

impl Leftovers {
    /// Of pages in this language.
    pub fn of(lang: &str) -> Self {
        let (english, own) = (messages("en"), messages(lang));
        let keys = english.keys().filter(|key| key.contains('-')).cloned().collect();
        let differs = |(key, value): &(&String, &String)| own.get(*key).is_some_and(|own| own != *value);
        let long = |value: &&String| value.contains(' ') && !value.contains('{');
        let english = english.iter().filter(differs).map(|(_, value)| value).filter(long).cloned().collect();
        Self { keys, english }
    }

    /// What of it is in a page's visible text.
    pub fn within(&self, text: &str) -> Vec<String> {
        let plain = |word: &str| word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        let keys = text.split_whitespace().filter(|word| plain(word) && self.keys.contains(*word));
        let lines = text.lines().map(str::trim).filter(|line| self.english.contains(*line));
        let broken = ["Unknown localization", "{ $", "{$", "None)", "Some("];
        let broken = broken.into_iter().filter(|sign| text.contains(sign));
        keys.chain(lines).chain(broken).map(str::to_owned).collect()
    }
}

#[test]
fn a_key_and_an_english_sentence_are_found_on_a_korean_page() {
    let leftovers = Leftovers::of("ko");
    assert_eq!(leftovers.within("현황판\nnav-board"), ["nav-board"]);
    let (key, sentence) =
        messages("en").into_iter().find(|(_, value)| value.contains(' ') && !value.contains('{')).unwrap();
    assert!(!messages("ko")[&key].contains(&sentence));
    assert_eq!(leftovers.within(&format!("현황판\n  {sentence}\n신고")), [sentence]);
    assert!(Leftovers::of("en").within("Any English sentence, of course.").is_empty());
}
