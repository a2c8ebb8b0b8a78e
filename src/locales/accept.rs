//! Chooses the language of a visitor who has not chosen one. Reads the browser's wish only; never guesses by address.

use crate::law::base::words::Lang;

/// The best language for an `Accept-Language` header; English when it names none that the product speaks.
#[must_use]
pub fn choose(header: &str) -> Lang {
    let mut best = (Lang::En, 0);
    for wish in header.split(',') {
        let mut parts = wish.split(';');
        let tag = parts.next().unwrap_or_default().trim();
        let primary = tag.split('-').next().unwrap_or_default();
        // Java still calls Indonesian `in`.
        let primary = if primary.eq_ignore_ascii_case("in") { "id" } else { primary };
        let weight = parts.find_map(|part| part.trim().strip_prefix("q=").map(thousandths)).unwrap_or(1_000);
        if let Some(lang) = Lang::from_tag(primary)
            && weight > best.1
        {
            best = (lang, weight);
        }
    }
    best.0
}

/// `0.8` as 800; 0 for anything that is not a weight.
fn thousandths(weight: &str) -> u32 {
    let (whole, part) = weight.trim().split_once('.').unwrap_or((weight.trim(), ""));
    match whole {
        "1" => 1_000,
        "0" if part.len() <= 3 => format!("{part:0<3}").parse().unwrap_or(0),
        _ => 0,
    }
}

#[cfg(test)]
mod test {
    use super::*;

    #[test]
    fn the_heaviest_language_that_is_spoken_wins() {
        assert_eq!(choose("ko-KR,ko;q=0.9,en-US;q=0.8"), Lang::Ko);
        assert_eq!(choose("fr, id;q=0.7, en;q=0.65"), Lang::Id);
        assert_eq!(choose("en;q=0.2, in-ID;q=0.25"), Lang::Id);
        assert_eq!(choose("KO"), Lang::Ko);
    }

    #[test]
    fn english_answers_wishes_that_cannot_be_met() {
        for header in ["", "*", "de-DE,de;q=0.9", "ko;q=0", "ko;q=x", ";;;,,,", "ko;q=0.12345"] {
            assert_eq!(choose(header), Lang::En, "{header}");
        }
    }
}
