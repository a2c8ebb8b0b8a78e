//! Folding of text for comparison and search, done here and stored folded, because the two databases fold differently
//! (and SQLite only ASCII).

use unicode_normalization::UnicodeNormalization;

/// The text as it is compared: compatibility-composed (a file name typed on a Mac brings Korean syllables in pieces),
/// lower case, without surrounding or repeated spaces.
#[must_use]
pub fn fold(text: &str) -> String {
    let folded: String = text.nfkc().flat_map(char::to_lowercase).collect();
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A `LIKE` pattern (escape character `\`) that finds `needle`, folded, anywhere in folded text.
#[must_use]
pub(crate) fn anywhere(needle: &str) -> String {
    let mut pattern = String::from("%");
    for c in fold(needle).chars() {
        if matches!(c, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    pattern.push('%');
    pattern
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_the_same_folds_the_same() {
        assert_eq!(fold("  Ann@Example.ORG "), "ann@example.org");
        assert_eq!(fold("\u{1112}\u{1161}\u{11ab}국"), fold("한국"));
        assert_eq!(fold("ÀÉ  Straße"), "àé straße");
    }

    #[test]
    fn wildcards_in_a_search_are_letters() {
        assert_eq!(anywhere("50%_a\\"), "%50\\%\\_a\\\\%");
    }
}
