//! Provisions in each language's manner: `NA-D Art. 58-2(1) no. 1` is 정보통신망법 시행령 제58조의2제1항제1호.
//!
//! It reads only the short form in which rulebooks and forms name a provision, and answers nothing for whatever else
//! stands in its place (a newspaper, "recalled"): a source that is no provision is never dressed up as one.

use crate::law::base::words::Lang;

/// An act's short name in the rulebooks and its name in English, Korean and Indonesian.
const ACTS: [(&str, [&str; 3]); 4] = [
    ("NA-D", ["Network Act Enforcement Decree", "정보통신망법 시행령", "Peraturan Pelaksana UU Jaringan"]),
    ("NA", ["Network Act", "정보통신망법", "UU Jaringan"]),
    ("PIPA-D", ["PIPA Enforcement Decree", "개인정보 보호법 시행령", "Peraturan Pelaksana PIPA"]),
    ("PIPA", ["PIPA", "개인정보 보호법", "PIPA"]),
];

/// The provision in a language; `None` when the text is no provision of an act known here.
#[must_use]
pub fn provision(lang: Lang, cite: &str) -> Option<String> {
    let (act, place) = cite.split_once(" Art. ")?;
    let (_, [en, ko, id]) = ACTS.into_iter().find(|(short, _)| *short == act)?;
    let (place, until) = match place.strip_suffix(')').and_then(|place| place.split_once(" (until ")) {
        Some((place, day)) => (place, Some(day)),
        None => (place, None),
    };
    let place = Place::read(place)?;
    let (named, until) = match lang {
        Lang::En => (
            format!("{en} Art. {}", place.western(["second sentence", "proviso"])),
            until.map(|day| format!(" (until {day})")),
        ),
        Lang::Ko => (format!("{ko} {}", place.korean()), until.map(|day| format!("({day}까지)"))),
        Lang::Id => (
            format!("{id} Ps. {}", place.western(["kalimat kedua", "ketentuan pengecualian"])),
            until.map(|day| format!(" (sampai {day})")),
        ),
    };
    Some(format!("{named}{}", until.unwrap_or_default()))
}

/// A part of a paragraph that is named after it.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    SecondSentence,
    Proviso,
}

/// Article, paragraph, item: each a number and perhaps a second one (`48-3`, `11-2`).
struct Place<'a> {
    article: &'a str,
    paragraph: Option<&'a str>,
    item: Option<&'a str>,
    part: Option<Part>,
}

impl<'a> Place<'a> {
    fn read(text: &'a str) -> Option<Self> {
        let parts = [(" second sentence", Part::SecondSentence), (" proviso", Part::Proviso)];
        let named = parts.iter().find_map(|(name, part)| Some((text.strip_suffix(name)?, *part)));
        let (text, part) = named.map_or((text, None), |(text, part)| (text, Some(part)));
        let (article, rest) = text.split_at_checked(number_length(text))?;
        let (paragraph, rest) = match rest.strip_prefix('(') {
            Some(rest) => rest.split_once(')').map(|(paragraph, rest)| (Some(paragraph), rest))?,
            None => (None, rest),
        };
        let item = rest.strip_prefix(" no. ").unwrap_or(rest);
        let whole = |text: &str| !text.is_empty() && number_length(text) == text.len();
        let sound = whole(article) && paragraph.is_none_or(whole) && (item.is_empty() || whole(item));
        sound.then_some(Self { article, paragraph, item: Some(item).filter(|item| !item.is_empty()), part })
    }

    fn western(&self, [second_sentence, proviso]: [&str; 2]) -> String {
        let mut text = self.article.to_owned();
        if let Some(paragraph) = self.paragraph {
            text.push_str(&format!("({paragraph})"));
        }
        if let Some(item) = self.item {
            text.push_str(&format!(" no. {item}"));
        }
        match self.part {
            Some(Part::SecondSentence) => text.push_str(&format!(", {second_sentence}")),
            Some(Part::Proviso) => text.push_str(&format!(", {proviso}")),
            None => {}
        }
        text
    }

    fn korean(&self) -> String {
        let part = |number: &str, word: &str| match number.split_once('-') {
            Some((first, second)) => format!("제{first}{word}의{second}"),
            None => format!("제{number}{word}"),
        };
        let mut text = part(self.article, "조");
        text.extend(self.paragraph.map(|paragraph| part(paragraph, "항")));
        text.extend(self.item.map(|item| part(item, "호")));
        match self.part {
            Some(Part::SecondSentence) => text.push_str(" 후단"),
            Some(Part::Proviso) => text.push_str(" 단서"),
            None => {}
        }
        text
    }
}

/// How many bytes of digits and hyphens a text begins with.
fn number_length(text: &str) -> usize {
    text.find(|character: char| !character.is_ascii_digit() && character != '-').unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_provision_is_named_as_its_readers_name_it() {
        let named = |cite| Lang::ALL.map(|lang| provision(lang, cite).unwrap());
        assert_eq!(
            named("NA-D Art. 58-2(1) no. 1").map(|text| text),
            [
                "Network Act Enforcement Decree Art. 58-2(1) no. 1",
                "정보통신망법 시행령 제58조의2제1항제1호",
                "Peraturan Pelaksana UU Jaringan Ps. 58-2(1) no. 1",
            ]
        );
        assert_eq!(provision(Lang::Ko, "NA Art. 48-3(1) second sentence").unwrap(), "정보통신망법 제48조의3제1항 후단");
        assert_eq!(provision(Lang::Ko, "PIPA Art. 64-2(1)9").unwrap(), "개인정보 보호법 제64조의2제1항제9호");
        assert_eq!(
            provision(Lang::Ko, "PIPA-D Art. 40(1) proviso").unwrap(),
            "개인정보 보호법 시행령 제40조제1항 단서"
        );
        assert_eq!(
            provision(Lang::Ko, "PIPA-D Art. 39(1)2 (until 2026-09-10)").unwrap(),
            "개인정보 보호법 시행령 제39조제1항제2호(2026-09-10까지)"
        );
        assert_eq!(
            provision(Lang::Id, "PIPA Art. 34(1) (until 2026-09-10)").unwrap(),
            "PIPA Ps. 34(1) (sampai 2026-09-10)"
        );
        assert_eq!(provision(Lang::Ko, "NA Art. 76(3)11-2").unwrap(), "정보통신망법 제76조제3항제11호의2");
    }

    #[test]
    fn what_is_no_provision_is_not_dressed_up_as_one() {
        for text in ["Recalled from earlier forms", "ngetnews.com, idxno=525426", "NA Art. x", "GDPR Art. 33(1)", ""] {
            assert_eq!(provision(Lang::Ko, text), None, "{text}");
        }
    }
}
