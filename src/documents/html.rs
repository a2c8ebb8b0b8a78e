//! A paper as one HTML file that carries everything it needs: no script, nothing fetched, every text escaped.

use super::{
    clean::readable,
    error::PaperError,
    labels::{Labels, labels},
    paper::{Block, Field, Layout, NoteKind, Paper, Table},
};
use crate::law::base::words::Lang;
use askama::Template;
use base64::{Engine, engine::general_purpose::STANDARD};
use std::sync::LazyLock;

/// The font that travels with papers in Hangul, for readers whose machine has none; behind the machine's own fonts.
static FACE: LazyLock<String> =
    LazyLock::new(|| STANDARD.encode(include_bytes!("../../static/fonts/Pretendard-Regular.woff2")));

/// The layout words of the second language.
struct Second {
    lang: Lang,
    words: &'static Labels,
}

#[derive(Template)]
#[template(path = "forms/paper.html")]
struct Sheet<'a> {
    paper: &'a Paper,
    words: &'static Labels,
    second: Option<Second>,
    face: Option<&'static str>,
}

impl Sheet<'_> {
    fn is_report(&self) -> bool {
        self.paper.layout == Layout::Report
    }

    fn layout(&self) -> &'static str {
        if self.is_report() { "report" } else { "form" }
    }
}

/// Sets one paper as HTML. The same paper gives the same text.
///
/// # Errors
/// [`PaperError::Refused`] when the template cannot be written, which plain texts never cause.
pub fn html(paper: &Paper) -> Result<String, PaperError> {
    let mut paper = readable(paper.clone());
    let face = in_hangul(&mut paper).then(|| FACE.as_str());
    let second = paper.second.map(|lang| Second { lang, words: labels(lang) });
    let sheet = Sheet { paper: &paper, words: labels(paper.lang), second, face };
    sheet.render().map_err(|error| PaperError::Refused { reasons: error.to_string() })
}

/// Whether any of it is written in Hangul.
fn in_hangul(paper: &mut Paper) -> bool {
    let mut found = paper.lang == Lang::Ko || paper.second == Some(Lang::Ko);
    paper.texts(&mut |_, text| {
        found = found
            || text
                .chars()
                .any(|c| matches!(c, '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7a3}'))
    });
    found
}

/// Fields by table row: a wide one alone, narrow ones in pairs.
fn rows(fields: &[Field]) -> Vec<Vec<&Field>> {
    let mut rows: Vec<Vec<&Field>> = Vec::new();
    let mut half_full = false;
    for field in fields {
        match rows.last_mut() {
            Some(row) if half_full && !field.wide => row.push(field),
            _ => rows.push(vec![field]),
        }
        half_full = !half_full && !field.wide;
    }
    rows
}

/// The columns' widths in percent of the table.
fn shares(table: &Table) -> Vec<u32> {
    let total: u32 = table.widths.iter().copied().map(u32::from).sum();
    table.widths.iter().map(|width| u32::from(*width) * 100 / total.max(1)).collect()
}
