//! Makes texts fit to be set: one form of Hangul, no control characters, nothing invisible that could mislead, and for
//! the PDF no character that its fonts cannot show.
//!
//! It never drops a visible character: what cannot be shown is printed as its code and named to the user.

use super::{
    fonts,
    labels::labels,
    paper::{Block, Field, Note, NoteKind, Paper, Section},
};
use std::{collections::BTreeSet, mem};
use unicode_normalization::UnicodeNormalization;

/// A character that the PDF prints as its code, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Uncovered {
    /// The character.
    pub character: char,
    /// The label of the field, the heading of the section, or the name of the paper's own text.
    pub place: String,
}

/// The characters of a paper that its PDF cannot show, each named once for each place.
#[must_use]
pub fn uncovered(paper: &Paper) -> Vec<Uncovered> {
    printable(paper.clone()).1
}

/// The paper for the HTML file: the reader's own fonts show what they can, and nothing may turn round what it says.
pub(super) fn readable(mut paper: Paper) -> Paper {
    paper.texts(&mut |_, text| {
        let mut fitted = String::with_capacity(text.len());
        for character in tidy(text) {
            if is_misleading(character) { fitted.push_str(&code(character)) } else { fitted.push(character) }
        }
        *text = fitted;
    });
    settle(&mut paper);
    paper
}

/// The paper for the PDF, with a closing remark when characters had to be replaced.
pub(super) fn printable(mut paper: Paper) -> (Paper, Vec<Uncovered>) {
    let mut found = BTreeSet::new();
    paper.texts(&mut |place, text| {
        let mut fitted = String::with_capacity(text.len());
        for character in tidy(text) {
            if character == '\n' || (fonts::covers(character) && !is_misleading(character)) {
                fitted.push(character);
            } else if character.is_whitespace() {
                fitted.push(' ');
            } else {
                fitted.push_str(&code(character));
                found.insert(Uncovered { character, place: tidy(place).collect() });
            }
        }
        *text = fitted;
    });
    let found: Vec<_> = found.into_iter().collect();
    if !found.is_empty() {
        paper.sections.push(remark(&paper, &found));
    }
    settle(&mut paper);
    (paper, found)
}

/// `[U+1F525]`.
fn code(character: char) -> String {
    format!("[U+{:04X}]", u32::from(character))
}

/// The remark that tells the reader which codes stand for characters.
fn remark(paper: &Paper, found: &[Uncovered]) -> Section {
    let codes: BTreeSet<_> = found.iter().map(|item| code(item.character)).collect();
    let codes: Vec<_> = codes.into_iter().collect();
    let words = labels(paper.lang);
    Section {
        heading: words.unshown.to_owned(),
        second_heading: paper.second.map(|lang| labels(lang).unshown.to_owned()),
        blocks: vec![Block::Note(Note {
            kind: NoteKind::Notice,
            text: format!("{} {}", words.unshown_text, codes.join(" ")),
        })],
    }
}

/// Composed Hangul, line feeds for every kind of line end, spaces for tabs, no control characters and no characters
/// that only join or hide.
fn tidy(text: &str) -> impl Iterator<Item = char> {
    let mut after_return = false;
    text.nfc().filter_map(move |character| {
        let follows_return = mem::replace(&mut after_return, character == '\r');
        match character {
            '\n' if follows_return => None,
            '\r' | '\n' | '\u{0b}' | '\u{0c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
            '\t' => Some(' '),
            '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}' => None,
            other if other.is_control() => None,
            other => Some(other),
        }
    })
}

/// Characters that turn the reading direction round, or mean something only in one maker's fonts.
const fn is_misleading(character: char) -> bool {
    matches!(
        character,
        '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{e000}'..='\u{f8ff}'
    )
}

/// Evens out what a layout cannot set: a blank title or heading (a tagged PDF may not have one), a narrow field without
/// a neighbour, a ragged table.
fn settle(paper: &mut Paper) {
    let headings = paper.sections.iter_mut().map(|section| &mut section.heading);
    for heading in headings.chain([&mut paper.title]).filter(|heading| heading.trim().is_empty()) {
        "–".clone_into(heading);
    }
    for block in paper.sections.iter_mut().flat_map(|section| &mut section.blocks) {
        match block {
            Block::Fields(fields) => pair(fields),
            Block::Table(table) => {
                let columns = table.head.len();
                table.rows.iter_mut().for_each(|row| row.resize(columns, String::new()));
                if table.widths.len() != columns || table.widths.contains(&0) {
                    table.widths = vec![1; columns];
                }
            }
            _ => {}
        }
    }
}

/// Gives a narrow field the whole row when no other narrow field follows to share it.
fn pair(fields: &mut [Field]) {
    let mut waiting: Option<&mut Field> = None;
    for field in fields {
        if !field.wide {
            waiting = match waiting {
                None => Some(field),
                Some(_) => None,
            };
        } else if let Some(alone) = waiting.take() {
            alone.wide = true;
        }
    }
    if let Some(alone) = waiting {
        alone.wide = true;
    }
}

#[cfg(test)]
mod tests {
    use super::{pair, readable, tidy};
    use crate::documents::{paper::Field, sample};

    #[test]
    fn hangul_in_pieces_is_composed_and_line_ends_are_one_kind() {
        let text: String = tidy("\u{1112}\u{1161}\u{11ab}\r\na\rb\u{2028}c\td\u{0}\u{200b}").collect();
        assert_eq!(text, "한\na\nb\nc d");
    }

    #[test]
    fn a_narrow_field_without_a_neighbour_takes_the_row() {
        let field = |wide| Field { wide, ..Field::default() };
        let mut fields = [false, true, false, false, true, false].map(field);
        pair(&mut fields);
        assert_eq!(fields.map(|field| field.wide), [true, true, false, false, true, true]);
    }

    #[test]
    fn making_a_paper_readable_twice_changes_nothing_more() {
        let once = readable(sample::kisa());
        assert_eq!(readable(once.clone()), once);
    }
}
