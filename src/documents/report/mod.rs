//! The first incident report for the regulator: what was known at a moment and from whom, the candidate moments of
//! awareness, every clock with its article and its lateness, what was handed in, what it may cost, what happened in
//! order, and what is not known yet.
//!
//! It states what is on record and leaves out what is internal: remarks, drafts, warnings. It draws no conclusion of
//! its own; standings and ceilings are the law's.

mod clocks;
mod elsewhere;
mod known;
mod story;

use super::paper::{Block, Field, Layout, Note, NoteKind, Paper, Section, Table};
use crate::incident::{Entry, Incident, Organisation};
use crate::law::base::moment::Moment;
use crate::law::base::words::Lang;
use crate::law::library::Library;
use crate::law::situation::{DutyId, OccurrenceId};
use crate::law::verdict::Assessment;
use crate::locales::Text;
use chrono_tz::Tz;
use std::collections::BTreeMap;

/// The name under which the program itself stands in the record, in every language.
const PROGRAM: &str = "Dutyclock";

/// Everything the report is made from.
#[derive(Debug, Clone, Copy)]
pub struct ReportPaper<'a> {
    /// The incident as it was known.
    pub incident: &'a Incident,
    /// Everything recorded until then, oldest first.
    pub entries: &'a [Entry],
    /// The organisation.
    pub organisation: &'a Organisation,
    /// What the law answers.
    pub assessment: &'a Assessment,
    /// The law, for names of facts, triggers and duties.
    pub library: &'a Library,
    /// Names of people by account id.
    pub names: &'a BTreeMap<String, String>,
    /// The moment as of which everything is stated.
    pub as_of: Moment,
    /// The chain number and the hash of the newest entry it rests on.
    pub entry: (i64, &'a str),
}

/// The report in a language.
#[must_use]
pub fn report(of: &ReportPaper<'_>, lang: Lang) -> Paper {
    let report = Report { of, t: Text::new(lang), zone: of.organisation.zone };
    let t = report.t;
    let number = format!("{}-R{}", of.incident.reference, of.incident.position);
    let moment = t.moment_both(of.as_of, report.zone);
    let sections = [
        vec![report.organisation(), report.incident(), report.facts(), report.awareness(), report.clocks()],
        report.elsewhere().into_iter().chain(report.scenarios()).collect(),
        vec![report.filings(), report.ceilings(), report.story(), report.unknown(), report.record()],
    ];
    let mut paper = Paper {
        layout: Layout::Report,
        lang,
        second: None,
        title: t.report_title(),
        subtitle: Some(of.incident.title.clone()),
        banner: of.incident.drill.then(|| t.paper_banner_drill()),
        footer: t.report_footer(&number, &moment),
        reference: number,
        issued_at: moment,
        issued: of.as_of,
        organisation: of.organisation.name.clone(),
        receipt: Vec::new(),
        sections: sections.into_iter().flatten().collect(),
        closing: None,
        fingerprint: None,
    };
    // Plain texts always become canonical JSON; without a fingerprint the paper is still right.
    paper.fingerprint = paper.digest().ok();
    paper
}

/// The report while it is being worded.
#[derive(Clone, Copy)]
struct Report<'a> {
    of: &'a ReportPaper<'a>,
    t: Text,
    zone: Tz,
}

impl Report<'_> {
    /// A person by account id; the program for itself.
    fn name(&self, who: &str) -> String {
        self.of.names.get(who).cloned().unwrap_or_else(|| PROGRAM.to_owned())
    }

    /// What a duty is called.
    fn duty(&self, duty: &DutyId, instance: Option<&OccurrenceId>) -> String {
        if let Some(task) = self.of.incident.counsels(duty, instance).and_then(|record| record.task()) {
            return task.what.clone();
        }
        self.of.library.duty(duty).map_or_else(|| duty.to_string(), |duty| duty.title.get(self.t.lang()).to_owned())
    }

    fn moment(&self, at: Moment) -> String {
        self.t.moment(at, self.zone)
    }

    /// "recorded by … on …".
    fn recorded(&self, by: &str, at: Moment) -> String {
        self.t.report_recorded(self.name(by), self.moment(at))
    }

    /// A table, or a sentence in place of an empty one.
    fn table_or(&self, table: Table, empty: String) -> Block {
        if table.rows.is_empty() { Block::Paragraph(empty) } else { Block::Table(table) }
    }
}

fn section(heading: String, blocks: Vec<Block>) -> Section {
    Section { heading, second_heading: None, blocks }
}

fn field(label: String, value: &str) -> Field {
    Field { label, value: value.to_owned(), missing: value.trim().is_empty(), ..Field::default() }
}

fn wide(label: String, value: &str) -> Field {
    Field { wide: true, ..field(label, value) }
}

fn notice(text: String) -> Block {
    Block::Note(Note { kind: NoteKind::Notice, text })
}
