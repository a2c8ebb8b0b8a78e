//! A paper as a tagged, archival PDF. Only the renderer's thread calls this: the typesetter's memory is shared by the
//! whole process and is emptied after each document.

use super::{
    clean::printable,
    error::PaperError,
    labels::{Labels, labels},
    paper::Paper,
    world::PaperWorld,
};
use chrono::{Datelike, Timelike};
use serde::Serialize;
use typst::{diag::SourceDiagnostic, foundations::Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

/// The most text one document may carry, as bytes of JSON.
const LIMIT: usize = 4 * 1024 * 1024;

/// What the layouts read.
#[derive(Serialize)]
struct Data<'a> {
    paper: &'a Paper,
    words: &'static Labels,
    second_words: Option<&'static Labels>,
    /// Year, month, day, hour, minute, second in UTC.
    issued: [i64; 6],
}

/// Sets one paper.
pub(super) fn pdf(paper: Paper) -> Result<Vec<u8>, PaperError> {
    let (mut paper, _) = printable(paper);
    paper.texts(&mut |_, text| *text = cut(text));
    let utc = paper.issued.utc();
    let issued = [
        i64::from(utc.year()),
        i64::from(utc.month()),
        i64::from(utc.day()),
        i64::from(utc.hour()),
        i64::from(utc.minute()),
        i64::from(utc.second()),
    ];
    let data = Data { paper: &paper, words: labels(paper.lang), second_words: paper.second.map(labels), issued };
    let json = serde_json::to_vec(&data).map_err(|error| PaperError::Refused { reasons: error.to_string() })?;
    if json.len() > LIMIT {
        return Err(PaperError::TooLarge { bytes: json.len(), limit: LIMIT });
    }
    let world = PaperWorld::new(paper.layout, json).ok_or(PaperError::Stopped)?;
    let made = set(&world, &paper.reference);
    typst::comemo::evict(0);
    made
}

/// Puts paragraph separators into a very long text: in place of the first line feed after a thousand characters or the
/// first space after two thousand, or within a word after five hundred more. The layouts read them; a person cannot type them, see `clean`.
fn cut(text: &str) -> String {
    let mut pieces = String::with_capacity(text.len());
    let mut length: u32 = 0;
    for character in text.chars() {
        length += 1;
        let at_end = (length > 1000 && character == '\n') || (length > 2000 && character == ' ');
        if at_end || length > 2500 {
            pieces.push('\u{2029}');
            length = 0;
        }
        if !at_end {
            pieces.push(character);
        }
    }
    pieces
}

/// Runs the typesetter and writes the file under both standards, which it enforces.
fn set(world: &PaperWorld, reference: &str) -> Result<Vec<u8>, PaperError> {
    let document: PagedDocument = typst::compile(world).output.map_err(|found| refused(&found))?;
    let standards = PdfStandards::new(&[PdfStandard::A_3a, PdfStandard::Ua_1])
        .map_err(|error| PaperError::Refused { reasons: error.message().to_string() })?;
    let options = PdfOptions {
        ident: Smart::Custom(reference.to_owned()),
        creator: Smart::Custom(Some("Dutyclock".to_owned())),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&document, &options).map_err(|found| refused(&found))
}

fn refused(found: &[SourceDiagnostic]) -> PaperError {
    let reasons: Vec<_> = found.iter().map(|item| item.message.to_string()).collect();
    PaperError::Refused { reasons: reasons.join("\n") }
}

#[cfg(test)]
mod tests {
    use super::cut;

    #[test]
    fn a_short_text_is_not_cut() {
        let text = "가 나\n다".repeat(100);
        assert_eq!(cut(&text), text);
    }

    #[test]
    fn a_long_text_is_cut_at_its_line_feeds_and_keeps_every_letter() {
        let text = format!("{}\n", "가나다 라마바".repeat(40)).repeat(20);
        let pieces = cut(&text);
        assert!(pieces.split('\u{2029}').all(|piece| piece.chars().count() <= 2500));
        assert_eq!(pieces.replace('\u{2029}', "\n"), text);
    }
}
