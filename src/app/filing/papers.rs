//! What papers are made from: a filing with its content and the steps it has taken, and the report of an incident as of
//! any entry. Gathers; the wording and the setting are `documents`'.

use super::steps;
use crate::app::desk::Desk;
use crate::app::desk::actor::Actor;
use crate::app::desk::index;
use crate::app::desk::refusal::Refusal;
use crate::app::incident::view::IncidentView;
use crate::db::ledger;
use crate::documents::Paper;
use crate::documents::form::{self, FormPaper, State};
use crate::documents::report::{self, ReportPaper};
use crate::incident::difference::{FactDifference, fact_differences};
use crate::incident::filing::{FiledRecord, Filing, FilingId, Stage};
use crate::incident::form_content::{FilledField, FilledForm};
use crate::incident::{Entry, Event, Incident};
use crate::law::base::moment::Moment;
use crate::law::base::words::Lang;
use crate::law::library::Library;
use crate::law::verdict::Verdict;

/// Somebody's step, and when: an account id and a moment.
pub type StepBy = (String, Moment);

/// Which steps a filing has taken since it was last a draft.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Steps {
    /// Who submitted it.
    pub submitted: Option<StepBy>,
    /// Who approved it.
    pub approved: Option<StepBy>,
}

/// A field that would read differently if the filing were submitted now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// As submitted.
    pub then: FilledField,
    /// As it would be now.
    pub now: FilledField,
}

/// One filing with everything its page and its paper show.
#[derive(Debug, Clone)]
pub struct FilingView {
    /// The incident.
    pub view: IncidentView,
    /// The filing.
    pub filing: Filing,
    /// Its content: as submitted, or as it would be submitted now.
    pub content: FilledForm,
    /// SHA-256 of the content, hex.
    pub fingerprint: String,
    /// The organisation's number of the document: `2025-001-F1`.
    pub number: String,
    /// The steps taken.
    pub steps: Steps,
    /// The record of handing it in, unless it was withdrawn.
    pub filed: Option<FiledRecord>,
    /// Fields that changed since it was submitted.
    pub moved: Vec<Moved>,
    /// Facts that changed since it was submitted.
    pub facts: Vec<FactDifference>,
}

/// The report of an incident.
#[derive(Debug, Clone)]
pub struct ReportView {
    /// The incident as it was known.
    pub view: IncidentView,
    /// The chain number and the hash of the newest entry it rests on.
    pub entry: (i64, String),
}

impl Desk {
    /// A filing.
    ///
    /// # Errors
    /// When the role does not include reading, when there is no such filing, or when the store fails.
    pub async fn filing(&self, actor: &Actor, id: &str, filing: &str) -> Result<FilingView, Refusal> {
        let view = self.incident(actor, id, None).await?;
        filing_view(view, &self.library, filing)
    }

    /// The report of an incident, now or as of an earlier position.
    ///
    /// # Errors
    /// When the role does not include reading, when there is no such incident, or when the store fails.
    pub async fn report(&self, actor: &Actor, id: &str, as_of: Option<i64>) -> Result<ReportView, Refusal> {
        let view = self.incident(actor, id, as_of).await?;
        let (stream, position) = (index::stream(id), view.incident.position);
        let newest = self.store.read(move |db| -> Result<_, Refusal> { Ok(ledger::load_from(db, &stream, position)?) });
        let entry = newest.await?.into_iter().next().ok_or(Refusal::NotFound)?;
        Ok(ReportView { view, entry: (entry.number, entry.hash) })
    }
}

fn filing_view(view: IncidentView, library: &Library, id: &str) -> Result<FilingView, Refusal> {
    let (incident, id) = (&view.incident, FilingId(id.to_owned()));
    let filing = incident.filings.get(&id).cloned().ok_or(Refusal::NotFound)?;
    let fresh = || steps::preview(&filing, incident, &view.organisation, library, view.now);
    let unexpected = |cause: serde_json::Error| Refusal::Unexpected(cause.into());
    let frozen = filing.content.clone().filter(|_| !matches!(filing.stage, Stage::Draft { .. }));
    let (content, fingerprint, moved, facts) = match frozen {
        None => {
            let content = fresh()?;
            let fingerprint = content.fingerprint().map_err(unexpected)?;
            (content, fingerprint, Vec::new(), Vec::new())
        }
        Some((content, fingerprint)) => {
            // A form that this version of the program no longer knows cannot have moved.
            let moved = fresh().map(|now| moved(&content, &now)).unwrap_or_default();
            let then = Incident::as_of(&incident.id, &view.entries, content.as_of);
            let facts = then.map(|then| fact_differences(&then, incident)).unwrap_or_default();
            (content, fingerprint, moved, facts)
        }
    };
    let live = |record: &&FiledRecord| record.withdrawn.is_none() && record.id.as_ref() == Some(&id);
    Ok(FilingView {
        number: number(&incident.reference, &view.entries, &id),
        steps: steps(&view.entries, &id),
        filed: incident.filed.iter().rev().find(live).cloned(),
        filing,
        content,
        fingerprint,
        moved,
        facts,
        view,
    })
}

fn moved(then: &FilledForm, now: &FilledForm) -> Vec<Moved> {
    let pairs = then.fields().filter_map(|field| Some((field, now.fields().find(|other| other.id == field.id)?)));
    let changed = pairs.filter(|(then, now)| then.value != now.value);
    changed.map(|(then, now)| Moved { then: then.clone(), now: now.clone() }).collect()
}

/// Filings are numbered in the order in which they were begun.
fn number(reference: &str, entries: &[Entry], id: &FilingId) -> String {
    let mut begun: Vec<&FilingId> = Vec::new();
    for entry in entries {
        if let Event::FilingDrafted { id, .. } = &entry.event
            && !begun.contains(&id)
        {
            begun.push(id);
        }
    }
    let place = begun.iter().position(|other| *other == id).map_or(begun.len(), |place| place + 1);
    format!("{reference}-F{place}")
}

/// The steps that still hold: going back to a draft takes them away, withdrawing the record of handing in does not.
fn steps(entries: &[Entry], id: &FilingId) -> Steps {
    let mut steps = Steps::default();
    for entry in entries {
        let by = || Some((entry.who.clone(), entry.at));
        match &entry.event {
            Event::FilingDrafted { id: of, .. } | Event::FilingReturned { id: of, .. } if of == id => {
                steps = Steps::default();
            }
            Event::FilingSubmitted { id: of, .. } if of == id => steps = Steps { submitted: by(), approved: None },
            Event::FilingApproved { id: of, .. } if of == id => steps.approved = by(),
            _ => {}
        }
    }
    steps
}

impl FilingView {
    /// The verdict about the duty that the filing is to meet.
    #[must_use]
    pub fn verdict(&self) -> Option<&Verdict> {
        let of_duty =
            || self.view.assessment.verdicts.iter().filter(|verdict| verdict.outline.duty == self.filing.duty);
        of_duty().find(|verdict| verdict.instance == self.filing.instance).or_else(|| of_duty().next())
    }

    /// A person's name.
    #[must_use]
    pub fn name<'a>(&'a self, who: &'a str) -> &'a str {
        self.view.names.get(who).map_or(who, String::as_str)
    }

    /// The filing as a paper.
    #[must_use]
    pub fn paper(&self, library: &Library, lang: Lang, second: Option<Lang>) -> Paper {
        let named = |step: &'_ StepBy| -> (String, Moment) { (self.name(&step.0).to_owned(), step.1) };
        let (submitted, approved) = (self.steps.submitted.as_ref().map(named), self.steps.approved.as_ref().map(named));
        let (state, issued) = match (&submitted, &approved) {
            (Some((by, at)), Some((approver, approved_at))) => {
                let state = State::Approved { submitted: (by, *at), approved: (approver, *approved_at) };
                (state, *approved_at)
            }
            (Some((by, at)), None) => (State::Submitted { by, at: *at }, *at),
            _ => (State::Draft, self.view.incident.updated_at),
        };
        let paper = FormPaper {
            content: &self.content,
            definition: library.form(&self.content.form),
            vocabulary: library.vocabulary(),
            organisation: &self.view.organisation,
            cite: self.verdict().map(|verdict| &verdict.outline.source.cite),
            number: &self.number,
            state,
            issued,
            filed: self.filed.as_ref(),
            fingerprint: &self.fingerprint,
        };
        form::form(&paper, lang, second)
    }
}

impl ReportView {
    /// The report as a paper.
    #[must_use]
    pub fn paper(&self, library: &Library, lang: Lang) -> Paper {
        let paper = ReportPaper {
            incident: &self.view.incident,
            entries: &self.view.entries,
            organisation: &self.view.organisation,
            assessment: &self.view.assessment,
            library,
            names: &self.view.names,
            as_of: self.view.now,
            entry: (self.entry.0, &self.entry.1),
        };
        report::report(&paper, lang)
    }
}
