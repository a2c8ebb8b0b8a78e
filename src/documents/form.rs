//! A filled form as a paper: the form's own order, labels in one language or two, what is missing said as missing, and
//! how far it has come: draft, waiting for approval, approved by whom.
//!
//! It prints the content it is given and looks nothing up: what was approved is what is printed.

use super::paper::{Block, Check, Closing, Field, Gap, Layout, Note, NoteKind, Paper, Section, Table};
use super::provision::provision;
use super::values;
use crate::incident::filing::FiledRecord;
use crate::incident::form_content::{Changed, FilledField, FilledForm, FilledValue, Follows};
use crate::incident::organisation::Organisation;
use crate::law::base::citation::Confidence;
use crate::law::base::moment::Moment;
use crate::law::base::words::{Lang, Words};
use crate::law::rulebook::form::{FieldDefinition, Fills, FormDefinition};
use crate::law::vocabulary::{FactDefinition, FactKind, Vocabulary};
use crate::locales::Text;

/// The longest value that still fits half a row, in characters.
const NARROW: usize = 34;

/// Everything one form is printed from.
#[derive(Debug, Clone, Copy)]
pub struct FormPaper<'a> {
    /// The content.
    pub content: &'a FilledForm,
    /// The form, for the boxes of questions of choice; `None` when this version of the program does not know it.
    pub definition: Option<&'a FormDefinition>,
    /// The vocabulary, for units and choices.
    pub vocabulary: &'a Vocabulary,
    /// Who hands it in.
    pub organisation: &'a Organisation,
    /// The provision under which it is handed in.
    pub cite: Option<&'a Words>,
    /// The organisation's own number of the document: `2025-001-F1`.
    pub number: &'a str,
    /// How far it has come.
    pub state: State<'a>,
    /// When it came so far.
    pub issued: Moment,
    /// The record of handing it in; `None` until it was.
    pub filed: Option<&'a FiledRecord>,
    /// SHA-256 of the content, hex.
    pub fingerprint: &'a str,
}

/// How far a form has come, with names as they are to be printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State<'a> {
    /// Being written.
    Draft,
    /// Waiting for a second person.
    Submitted {
        /// By whom.
        by: &'a str,
        /// When.
        at: Moment,
    },
    /// Approved.
    Approved {
        /// Who submitted it, and when.
        submitted: (&'a str, Moment),
        /// Who approved it, and when.
        approved: (&'a str, Moment),
    },
}

/// The form in one language, or in two with the second beside the first.
#[must_use]
pub fn form(paper: &FormPaper<'_>, lang: Lang, second: Option<Lang>) -> Paper {
    let sheet = Sheet { of: paper, t: Text::new(lang), second: second.filter(|second| *second != lang).map(Text::new) };
    let content = paper.content;
    let fields = |section: &crate::incident::form_content::FilledSection| {
        section.fields.iter().map(|field| sheet.field(field)).collect::<Vec<_>>()
    };
    let numbered = content.sections.iter().zip(1..).map(|(section, number)| Section {
        heading: format!("{number}. {}", section.title.get(lang)),
        second_heading: sheet.second(|t| section.title.get(t.lang()).to_owned()),
        blocks: vec![Block::Fields(fields(section))],
    });
    Paper {
        layout: Layout::Form,
        lang,
        second: sheet.second.map(|t| t.lang()),
        title: content.title.get(lang).to_owned(),
        subtitle: sheet.second(|t| content.title.get(t.lang()).to_owned()),
        banner: sheet.banner(),
        reference: paper.number.to_owned(),
        issued_at: sheet.t.moment_both(paper.issued, paper.organisation.zone),
        issued: paper.issued,
        organisation: paper.organisation.name.clone(),
        receipt: vec![
            sheet.box_of(|t| t.paper_receipt_number(), paper.filed.map_or("", |record| &record.receipt)),
            sheet.box_of(|t| t.paper_receipt_moment(), &sheet.received()),
        ],
        sections: sheet.follows().into_iter().chain(numbered).chain([sheet.approval()]).collect(),
        closing: Some(sheet.closing()),
        footer: sheet.t.paper_form_footer(content.title.get(lang), paper.number, content.as_of),
        fingerprint: Some(paper.fingerprint.to_owned()),
    }
}

#[derive(Clone, Copy)]
struct Sheet<'a> {
    of: &'a FormPaper<'a>,
    t: Text,
    second: Option<Text>,
}

impl Sheet<'_> {
    fn second(&self, words: impl Fn(Text) -> String) -> Option<String> {
        self.second.map(words)
    }

    fn box_of(&self, label: impl Fn(Text) -> String, value: &str) -> Field {
        Field { label: label(self.t), second_label: self.second(&label), value: value.to_owned(), ..Field::default() }
    }

    /// When it was received, as far as that is on record.
    fn received(&self) -> String {
        let received = self.of.filed.and_then(|record| record.received);
        received.map(|at| self.t.timing(at)).unwrap_or_default()
    }

    /// What a supplement supplements, and what has changed since the last version handed in.
    fn follows(&self) -> Option<Section> {
        let Follows { handed_in, receipt, changed } = self.of.content.follows.as_ref()?;
        let t = self.t;
        let first = Field {
            label: t.paper_first_handed_in(),
            second_label: self.second(|t| t.paper_first_handed_in()),
            value: handed_in.map(|at| t.timing(at)).unwrap_or_default(),
            missing: handed_in.is_none(),
            gap: Gap::Unrecorded,
            ..Field::default()
        };
        let number = Field {
            missing: receipt.is_empty(),
            gap: Gap::Unrecorded,
            ..self.box_of(|t| t.paper_first_receipt(), receipt)
        };
        let mut blocks = vec![Block::Fields(vec![first, number])];
        blocks.push(match changed {
            None => Block::Paragraph(t.paper_changes_unknown()),
            Some(changed) if changed.is_empty() => Block::Paragraph(t.paper_changes_none()),
            Some(changed) => Block::Table(Table {
                caption: t.paper_changes(),
                head: vec![t.paper_changed_field(), t.paper_changed_before(), t.paper_changed_now()],
                rows: changed.iter().map(|change| self.change(change)).collect(),
                widths: vec![24, 38, 38],
            }),
        });
        Some(Section { heading: t.paper_follows(), second_heading: self.second(|t| t.paper_follows()), blocks })
    }

    fn change(&self, change: &Changed) -> Vec<String> {
        let shown = self.definition(&change.id).and_then(|definition| self.fact(&definition.fills));
        let say = |value: &FilledValue| match value {
            FilledValue::Missing => self.t.not_known_yet(),
            known => values::filled(self.t, known, shown),
        };
        vec![change.label.get(self.t.lang()).to_owned(), say(&change.before), say(&change.now)]
    }

    fn definition(&self, field: &str) -> Option<&FieldDefinition> {
        self.of.definition.and_then(|form| form.field(field))
    }

    fn fact(&self, fills: &Fills) -> Option<&FactDefinition> {
        match fills {
            Fills::Fact(key) => self.of.vocabulary.fact(key),
            _ => None,
        }
    }

    /// What every page of the paper says aloud: an exercise, a draft.
    fn banner(&self) -> Option<String> {
        let both = |words: &dyn Fn(Text) -> String| match self.second {
            Some(second) => format!("{} · {}", words(self.t), words(second)),
            None => words(self.t),
        };
        let drill = self.of.content.drill.then(|| both(&|t| t.paper_banner_drill()));
        let stage = match self.of.state {
            State::Draft => Some(both(&|t| t.paper_banner_draft())),
            State::Submitted { .. } => Some(both(&|t| t.paper_banner_submitted())),
            State::Approved { .. } => None,
        };
        let all: Vec<String> = drill.into_iter().chain(stage).collect();
        (!all.is_empty()).then(|| all.join(" · "))
    }

    fn field(&self, field: &FilledField) -> Field {
        let definition = self.definition(&field.id);
        let shown = definition.and_then(|definition| self.fact(&definition.fills));
        let checks = if field.typed { Vec::new() } else { self.boxes(&field.value, shown) };
        let value = if checks.is_empty() { values::filled(self.t, &field.value, shown) } else { String::new() };
        let texts = definition.is_some_and(|definition| definition.fills == Fills::Free)
            || shown.is_some_and(|fact| matches!(fact.kind, FactKind::Text | FactKind::Choices { .. }));
        let verified = field.confidence == Confidence::Verified;
        Field {
            label: field.label.get(self.t.lang()).to_owned(),
            second_label: self.second(|t| field.label.get(t.lang()).to_owned()),
            wide: texts || value.chars().count() > NARROW || value.contains('\n'),
            missing: field.value == FilledValue::Missing && !left_blank(field, definition),
            gap: definition.map_or(Gap::Missing, gap),
            basis: field.cite.as_deref().filter(|_| verified).and_then(|cite| provision(self.t.lang(), cite)),
            value,
            checks,
        }
    }

    /// The boxes of a question that offers choices; none for any other.
    fn boxes(&self, value: &FilledValue, shown: Option<&FactDefinition>) -> Vec<Check> {
        let Some(FactDefinition { kind, .. }) = shown else { return Vec::new() };
        let lang = self.t.lang();
        match (kind, value) {
            (FactKind::YesNo, FilledValue::YesNo(answer)) => [(self.t.yes(), *answer), (self.t.no(), !*answer)]
                .map(|(label, checked)| Check { label, checked })
                .into(),
            (FactKind::Choices { choices }, FilledValue::Choices(chosen)) => {
                let known = |words: &Words| choices.iter().any(|choice| choice.title == *words);
                if !chosen.iter().all(known) {
                    return Vec::new();
                }
                let check = |choice: &crate::law::vocabulary::Choice| Check {
                    label: choice.title.get(lang).to_owned(),
                    checked: chosen.contains(&choice.title),
                };
                choices.iter().map(check).collect()
            }
            _ => Vec::new(),
        }
    }

    fn approval(&self) -> Section {
        let zone = self.of.organisation.zone;
        let line = |label: &dyn Fn(Text) -> String, (by, at): (&str, Moment)| Field {
            label: label(self.t),
            second_label: self.second(label),
            value: self.t.paper_by_at(by, self.t.moment(at, zone)),
            wide: true,
            ..Field::default()
        };
        let note = |text: String| Block::Note(Note { kind: NoteKind::Warning, text });
        let block = match self.of.state {
            State::Draft => note(self.t.paper_note_draft()),
            State::Submitted { by, at } => note(self.t.paper_note_submitted(by, self.t.moment(at, zone))),
            State::Approved { submitted, approved } => {
                let mut lines =
                    vec![line(&|t| t.paper_submitted(), submitted), line(&|t| t.paper_approved(), approved)];
                lines.extend(self.of.filed.map(|record| Field {
                    label: self.t.paper_handed_in(),
                    second_label: self.second(|t| t.paper_handed_in()),
                    value: self.t.paper_handed_in_by(self.t.timing(record.at), self.t.channel(record.channel)),
                    wide: true,
                    ..Field::default()
                }));
                Block::Fields(lines)
            }
        };
        Section {
            heading: self.t.paper_approval(),
            second_heading: self.second(|t| t.paper_approval()),
            blocks: vec![block],
        }
    }

    fn closing(&self) -> Closing {
        let FormPaper { organisation, content, .. } = self.of;
        let statement = |t: Text| match self.of.cite {
            Some(cite) => t.paper_statement(cite.get(t.lang())),
            None => t.paper_statement_bare(),
        };
        let reporter = &organisation.reporter;
        let signer = [&organisation.name, &reporter.position, &reporter.name];
        let signer: Vec<&str> = signer.into_iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
        Closing {
            statement: statement(self.t),
            second_statement: self.second(statement),
            date: self.t.date(self.of.issued.in_zone(organisation.zone).date_naive()),
            signer: signer.join("   "),
            addressee: addressed(self.t.lang(), content.authority.get(self.t.lang())),
        }
    }
}

/// What is said of a field without content: only a fact or a moment can be not known yet.
const fn gap(definition: &FieldDefinition) -> Gap {
    match &definition.fills {
        _ if definition.stated => Gap::Unstated,
        _ if definition.also.is_some() => Gap::Unrecorded,
        Fills::Fact(_) | Fills::Moment(_) => Gap::Missing,
        Fills::Filing(_) => Gap::Unrecorded,
        Fills::Organisation(_) | Fills::Person(_) | Fills::Free => Gap::Unstated,
    }
}

/// Whether nothing is said of a field without content: remarks that nobody made, what the receiving body fills in.
fn left_blank(field: &FilledField, definition: Option<&FieldDefinition>) -> bool {
    !field.required && definition.is_some_and(|definition| definition.fills == Fills::Free)
}

/// A body as a paper addresses it: in Korean an office is addressed otherwise than the one who heads it.
fn addressed(lang: Lang, to: &str) -> String {
    match lang {
        Lang::Ko if to.ends_with('장') || to.ends_with("장관") => format!("{to} 귀하"),
        Lang::Ko => format!("{to} 귀중"),
        Lang::En | Lang::Id => to.to_owned(),
    }
}
