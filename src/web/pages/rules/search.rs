//! Looking for duties by words: every word must stand in what a line says, in the reader's language. Nothing is guessed:
//! no other spellings, no other languages.

use crate::db::fold::fold;

/// The longest search, in characters; the rest is left out.
const LONGEST: usize = 100;

/// What a reader looks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sought {
    /// As it was typed.
    pub typed: String,
    words: Vec<String>,
}

impl Sought {
    /// What was typed; empty finds everything.
    #[must_use]
    pub fn of(typed: Option<&str>) -> Self {
        let typed: String = typed.unwrap_or_default().trim().chars().take(LONGEST).collect();
        Self { words: fold(&typed).split(' ').filter(|word| !word.is_empty()).map(ToOwned::to_owned).collect(), typed }
    }

    /// Whether nothing is looked for.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether every word stands in one of the texts, or is the code of the jurisdiction.
    #[must_use]
    pub fn finds(&self, texts: &[&str], code: &str) -> bool {
        if self.is_empty() {
            return true;
        }
        let (text, code) = (fold(&texts.join("\n")), fold(code));
        self.words.iter().all(|word| *word == code || stands_in(&text, word))
    }
}

/// Whether a word stands in a text; a number only as a whole, so that `33` finds Article 33 and not Article 133.
fn stands_in(text: &str, word: &str) -> bool {
    let number_first = word.starts_with(|c: char| c.is_ascii_digit());
    let number_last = word.ends_with(|c: char| c.is_ascii_digit());
    text.match_indices(word).any(|(at, _)| {
        let before = text.get(..at).and_then(|text| text.chars().next_back());
        let after = text.get(at.saturating_add(word.len())..).and_then(|text| text.chars().next());
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        !(number_first && digit(before) || number_last && digit(after))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finds(typed: &str, text: &str) -> bool {
        Sought::of(Some(typed)).finds(&[text], "KR")
    }

    #[test]
    fn every_word_must_stand_in_the_text_in_any_order_and_case() {
        assert!(finds("gdpr authority", "Notice to the Authority\nGDPR"));
        assert!(!finds("gdpr persons", "Notice to the Authority\nGDPR"));
        assert!(finds("", "anything"));
    }

    #[test]
    fn korean_typed_in_pieces_finds_korean() {
        assert!(finds("\u{1112}\u{1161}\u{11ab}국", "대한민국\n한국인터넷진흥원"));
    }

    #[test]
    fn a_number_is_found_as_a_whole() {
        assert!(finds("art. 33", "GDPR Art. 33(1)") && finds("제33조", "제33조제1항"));
        assert!(!finds("33", "Art. 133") && !finds("33", "Art. 330") && finds("33", "Art. 133, 33"));
    }

    #[test]
    fn the_code_of_a_jurisdiction_is_found_as_a_word() {
        assert!(finds("kr 24", "within 24 hours") && !finds("k 24", "within 24 hours"));
    }
}
