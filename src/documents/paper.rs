//! The paper: a document as plain data, worded in its language, ready to be set.
//!
//! Whoever fills it has already chosen the words, formatted the moments with their zones and the amounts with their
//! currency. Nothing here is markup: every text is printed as it stands, a line feed in it is a line break.

use crate::law::base::moment::Moment;
use crate::law::base::words::Lang;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// Which of the two layouts sets the paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Layout {
    /// An official form: ruled label and value boxes, a closing declaration, a place for the seal.
    Form,
    /// A report to read: title block, key facts, tables, a timeline.
    Report,
}

/// One document, complete.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    /// Which layout sets it.
    pub layout: Layout,
    /// The language of the texts.
    pub lang: Lang,
    /// The language of every `second_…` text; `None` when the paper speaks one language.
    pub second: Option<Lang>,
    /// The title, also the title in the PDF's metadata. Must not be empty.
    pub title: String,
    /// The title in the second language, set small under the first.
    pub subtitle: Option<String>,
    /// Set large on every page when present: `DRILL · 훈련`, `DRAFT`.
    pub banner: Option<String>,
    /// The organisation's own number of this document.
    pub reference: String,
    /// When it was issued, worded with its zone.
    pub issued_at: String,
    /// The same moment for the PDF's metadata, in UTC.
    pub issued: Moment,
    /// Who issues it.
    pub organisation: String,
    /// Boxes for the receiving authority under the title of a form: an empty value is left free for its pen.
    pub receipt: Vec<Field>,
    /// The body.
    pub sections: Vec<Section>,
    /// The declaration at the end of a form.
    pub closing: Option<Closing>,
    /// One line at the foot of every page.
    pub footer: String,
    /// SHA-256 of the content in lower-case hexadecimal, printed at the end. See [`Paper::digest`].
    pub fingerprint: Option<String>,
}

/// A part of the body under one heading.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// The heading. Must not be empty.
    pub heading: String,
    /// The heading in the second language.
    pub second_heading: Option<String>,
    /// What stands under it, in order.
    pub blocks: Vec<Block>,
}

/// One piece of a section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "body", rename_all = "lowercase")]
pub enum Block {
    /// Label and value boxes; two narrow fields share a row.
    Fields(Vec<Field>),
    /// Running text.
    Paragraph(String),
    /// A table with a head that is repeated on every page.
    Table(Table),
    /// A list of boxes to tick.
    Checks(Vec<Check>),
    /// What happened, in order of time.
    Timeline(Vec<TimelineItem>),
    /// A remark set apart from the text.
    Note(Note),
}

/// A label and what is known under it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// The label.
    pub label: String,
    /// The label in the second language, set small under the first.
    pub second_label: Option<String>,
    /// The value; printed before the mark when `missing` is set, so a partial answer can stand beside it.
    pub value: String,
    /// Boxes to tick, printed before the value.
    pub checks: Vec<Check>,
    /// Marks the value as missing, in the words of `gap`.
    pub missing: bool,
    /// What is said of a missing value.
    pub gap: Gap,
    /// Takes the whole width instead of half of it.
    pub wide: bool,
    /// The provision that asks for it, set small under the label.
    pub basis: Option<String>,
}

/// What is said of a missing value: only what can be known is not known yet.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Gap {
    /// A fact that is being looked into.
    #[default]
    Missing,
    /// Something that the filer states and has not stated.
    Unstated,
    /// Something that would stand in the record and does not.
    Unrecorded,
}

/// A box to tick.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    /// What it says.
    pub label: String,
    /// Whether it is ticked.
    pub checked: bool,
}

/// A table. The first column names the row.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// What the table shows.
    pub caption: String,
    /// One text for each column. A table without columns is not printed.
    pub head: Vec<String>,
    /// The rows; a row that is too short is filled with empty cells, what is too much is left out.
    pub rows: Vec<Vec<String>>,
    /// Relative widths of the columns; when it does not name every column, all are equal.
    pub widths: Vec<u8>,
}

/// One line of a timeline.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimelineItem {
    /// When, worded with its zone.
    pub at: String,
    /// What happened.
    pub text: String,
    /// By whom, from which source, with which proof.
    pub detail: Option<String>,
}

/// A remark.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// How heavy it is.
    pub kind: NoteKind,
    /// What it says.
    pub text: String,
}

/// How heavy a remark is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum NoteKind {
    /// Good to know.
    Notice,
    /// Must not be overlooked.
    Warning,
}

/// The declaration that ends a form.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closing {
    /// The sentence that hands the form in.
    pub statement: String,
    /// The same sentence in the second language.
    pub second_statement: Option<String>,
    /// The day, worded.
    pub date: String,
    /// Who declares: organisation, office and name. Space for a signature or seal follows it.
    pub signer: String,
    /// To whom it is addressed.
    pub addressee: String,
}

impl Paper {
    /// SHA-256 over the paper's canonical JSON (RFC 8785) without its fingerprint, in lower-case hexadecimal.
    ///
    /// # Errors
    /// When the paper cannot be written as canonical JSON, which plain texts always can.
    pub fn digest(&self) -> Result<String, serde_json::Error> {
        let bare = Self { fingerprint: None, ..self.clone() };
        Ok(hex::encode(Sha256::digest(serde_json_canonicalizer::to_vec(&bare)?)))
    }

    /// Visits every text a person may have typed, with the name of the place where it stands.
    pub(super) fn texts(&mut self, visit: &mut dyn FnMut(&str, &mut String)) {
        for (place, text) in [
            ("title", &mut self.title),
            ("reference", &mut self.reference),
            ("issued_at", &mut self.issued_at),
            ("organisation", &mut self.organisation),
            ("footer", &mut self.footer),
        ] {
            visit(place, text);
        }
        let optional =
            [("subtitle", &mut self.subtitle), ("banner", &mut self.banner), ("fingerprint", &mut self.fingerprint)];
        for (place, text) in optional {
            text.iter_mut().for_each(|text| visit(place, text));
        }
        self.receipt.iter_mut().for_each(|field| field.texts(visit));
        for section in &mut self.sections {
            section.texts(visit);
        }
        if let Some(closing) = &mut self.closing {
            let place = closing.statement.clone();
            closing.second_statement.iter_mut().for_each(|text| visit(&place, text));
            for text in [&mut closing.statement, &mut closing.date, &mut closing.signer, &mut closing.addressee] {
                visit(&place, text);
            }
        }
    }
}

impl Section {
    fn texts(&mut self, visit: &mut dyn FnMut(&str, &mut String)) {
        let place = self.heading.clone();
        visit(&place, &mut self.heading);
        self.second_heading.iter_mut().for_each(|text| visit(&place, text));
        for block in &mut self.blocks {
            block.texts(&place, visit);
        }
    }
}

impl Block {
    fn texts(&mut self, place: &str, visit: &mut dyn FnMut(&str, &mut String)) {
        match self {
            Self::Fields(fields) => fields.iter_mut().for_each(|field| field.texts(visit)),
            Self::Paragraph(text) => visit(place, text),
            Self::Table(table) => {
                visit(place, &mut table.caption);
                table.head.iter_mut().chain(table.rows.iter_mut().flatten()).for_each(|text| visit(place, text));
            }
            Self::Checks(checks) => checks.iter_mut().for_each(|check| visit(place, &mut check.label)),
            Self::Timeline(items) => {
                for item in items {
                    visit(place, &mut item.at);
                    visit(place, &mut item.text);
                    item.detail.iter_mut().for_each(|text| visit(place, text));
                }
            }
            Self::Note(note) => visit(place, &mut note.text),
        }
    }
}

impl Field {
    fn texts(&mut self, visit: &mut dyn FnMut(&str, &mut String)) {
        let place = self.label.clone();
        visit(&place, &mut self.label);
        visit(&place, &mut self.value);
        self.second_label.iter_mut().for_each(|text| visit(&place, text));
        self.basis.iter_mut().for_each(|text| visit(&place, text));
        self.checks.iter_mut().for_each(|check| visit(&place, &mut check.label));
    }
}
