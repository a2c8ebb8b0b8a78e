//! When it happened, and when the organisation became aware of it: each statement with its source, the rough ones replaced
//! by more exact ones, never overwritten.

use crate::app::desk::actor::Permission;
use crate::app::desk::incident_path;
use crate::app::desk::input::MomentInput;
use crate::app::incident::moments::{RecordCandidate, RecordOccurred};
use crate::incident::moments::CandidateRecord;
use crate::law::base::moment::Timing;
use crate::law::situation::{CandidateId, Knower, Trigger};
use crate::law::vocabulary::TriggerKind;
use crate::web::forms::choice::{Choice, zones};
use crate::web::forms::incident_form::{FormHeader, FormState};
use crate::web::forms::lists::{bases, basis_name, knowers};
use crate::web::http::answer;
use crate::web::http::failure::Failure;
use crate::web::http::form::FormData;
use crate::web::http::visit::{SubmittedForm, Visit};
use crate::web::views::frame::Page;
use crate::web::views::wording::Wording;
use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use askama::Template;
use serde::Deserialize;
use std::collections::BTreeSet;

#[derive(Template)]
#[template(path = "pages/incident/occurred.html")]
struct OccurredPage {
    page: Page,
    header: FormHeader,
    began: MomentInput,
    ended: MomentInput,
    source: String,
    zones: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "pages/incident/candidate.html")]
struct CandidatePage {
    page: Page,
    header: FormHeader,
    replaces: String,
    replaced: String,
    at: MomentInput,
    of: Vec<Choice>,
    basis: String,
    bases: Vec<Choice>,
    knower: String,
    knowers: Vec<Choice>,
    who_knew: String,
    evidence: String,
    zones: Vec<Choice>,
}

/// The form about when it happened.
///
/// # Errors
/// When the role does not include recording, when there is no such incident, or when the store fails.
pub async fn occurred(visit: Visit, id: Path<String>) -> Result<HttpResponse, Failure> {
    show_occurred(&visit, FormState::fresh(&visit, &id, Permission::Record).await?)
}

/// Records when it happened.
///
/// # Errors
/// When the role does not include recording, when there is no such incident, or when the store fails.
pub async fn record_occurred(sent: SubmittedForm, id: Path<String>) -> Result<HttpResponse, Failure> {
    let SubmittedForm { visit, typed } = sent;
    let action =
        RecordOccurred { began: typed.moment("began"), ended: typed.moment("ended"), source: typed.text("source") };
    match visit.web.desk.act(visit.actor(), &id, typed.ticket(), action).await {
        Ok(done) => {
            visit.say(visit.t.moment_saved()).await?;
            Ok(answer::see_other(&format!("{}#moments", incident_path(&done.id))))
        }
        Err(refusal) => show_occurred(&visit, FormState::back(&visit, &id, typed, refusal).await?),
    }
}

fn show_occurred(visit: &Visit, mut form: FormState) -> Result<HttpResponse, Failure> {
    let header = form.header(visit)?;
    let latest = form.view.incident.occurred_latest();
    let known = |timing: Option<Timing>| moment(visit, timing);
    let (began, ended, source) = match &form.typed {
        Some(typed) => (typed.moment("began"), typed.moment("ended"), typed.text("source")),
        None => (known(latest.and_then(|at| at.began)), known(latest.and_then(|at| at.ended)), String::new()),
    };
    let status = header.trouble.status;
    let page = OccurredPage { zones: zones(visit.zone, &began.zone), began, ended, source, page: form.page, header };
    answer::with_status(status, &page)
}

/// A moment as it stands in its fields.
fn moment(visit: &Visit, timing: Option<Timing>) -> MomentInput {
    match timing {
        None => MomentInput { zone: visit.zone.name().to_owned(), ..MomentInput::default() },
        Some(timing) => MomentInput::of(&timing),
    }
}

/// Which rough statement a new one is to replace.
#[derive(Debug, Default, Deserialize)]
pub struct Replacing {
    #[serde(default)]
    replaces: String,
    /// Of what it is ticked to be; empty for what the others are about.
    #[serde(default)]
    of: String,
}

/// The form about a moment of awareness.
///
/// # Errors
/// When the role does not include recording, when there is no such incident, or when the store fails.
pub async fn candidate(visit: Visit, id: Path<String>, asked: Query<Replacing>) -> Result<HttpResponse, Failure> {
    show_candidate(&visit, FormState::fresh(&visit, &id, Permission::Record).await?, &asked)
}

/// Records a moment of awareness; a rougher one that it replaces is withdrawn and stays readable.
///
/// # Errors
/// When the role does not include recording, when there is no such incident, or when the store fails.
pub async fn record_candidate(sent: SubmittedForm, id: Path<String>) -> Result<HttpResponse, Failure> {
    let SubmittedForm { visit, typed } = sent;
    let action = RecordCandidate {
        of: typed.all("of"),
        basis: typed.text("basis"),
        knower: typed.text("knower"),
        at: typed.moment("at"),
        who_knew: typed.text("who_knew"),
        evidence: typed.text("evidence"),
        replaces: Some(typed.text("replaces")).filter(|id| !id.is_empty()),
    };
    let asked = Replacing { replaces: typed.text("replaces"), of: String::new() };
    match visit.web.desk.act(visit.actor(), &id, typed.ticket(), action).await {
        Ok(done) => {
            visit.say(visit.t.moment_saved()).await?;
            Ok(answer::see_other(&format!("{}#duties", incident_path(&done.id))))
        }
        Err(refusal) => show_candidate(&visit, FormState::back(&visit, &id, typed, refusal).await?, &asked),
    }
}

fn show_candidate(visit: &Visit, mut form: FormState, asked: &Replacing) -> Result<HttpResponse, Failure> {
    let replaces = asked.replaces.as_str();
    let header = form.header(visit)?;
    let teller = Wording::of(visit, &form.view);
    let replaced = form.view.incident.candidate(&CandidateId::new(replaces)).filter(|old| old.withdrawn.is_none());
    let fields = form.typed.as_ref().map_or_else(|| Fields::of(visit, &form, replaced), Fields::typed);
    let mut ticked = fields.of.clone();
    ticked.extend(Some(Trigger::new(&asked.of)).filter(|_| !asked.of.is_empty()));
    let worth = form.worth(visit).triggers;
    let vocabulary = visit.web.desk.library.vocabulary();
    let triggers = vocabulary.triggers().iter().filter(|trigger| trigger.kind == TriggerKind::Awareness);
    let triggers = triggers.filter(|trigger| worth.contains(&trigger.id) || ticked.contains(&trigger.id));
    let of = triggers.map(|trigger| Choice {
        value: trigger.id.to_string(),
        label: teller.words(&trigger.title),
        chosen: ticked.contains(&trigger.id),
        find: String::new(),
    });
    let status = header.trouble.status;
    let page = CandidatePage {
        replaces: replaced.map(|_| replaces.to_owned()).unwrap_or_default(),
        replaced: replaced.map(|old| visit.t.timing(old.candidate.at)).unwrap_or_default(),
        of: of.collect(),
        bases: bases(visit),
        knowers: knowers(visit),
        zones: zones(visit.zone, &fields.at.zone),
        at: fields.at,
        basis: fields.basis,
        knower: fields.knower,
        who_knew: fields.who_knew,
        evidence: fields.evidence,
        page: form.page,
        header,
    };
    answer::with_status(status, &page)
}

/// What stands in the fields about a moment of awareness.
struct Fields {
    of: BTreeSet<Trigger>,
    basis: String,
    knower: String,
    at: MomentInput,
    who_knew: String,
    evidence: String,
}

impl Fields {
    fn typed(typed: &FormData) -> Self {
        Self {
            of: typed.all("of").iter().map(|name| Trigger::new(name)).collect(),
            basis: typed.text("basis"),
            knower: typed.text("knower"),
            at: typed.moment("at"),
            who_knew: typed.text("who_knew"),
            evidence: typed.text("evidence"),
        }
    }

    /// A fresh form: filled from the statement it is to replace, otherwise about what the others are about.
    fn of(visit: &Visit, form: &FormState, replaced: Option<&CandidateRecord>) -> Self {
        let Some(old) = replaced else {
            let known = form.view.incident.candidates.iter().filter(|record| record.withdrawn.is_none());
            let of = known.flat_map(|record| record.candidate.of.iter().cloned()).collect();
            return Self {
                of,
                basis: String::new(),
                knower: Knower::Own.name().to_owned(),
                at: moment(visit, None),
                who_knew: String::new(),
                evidence: String::new(),
            };
        };
        let exact = MomentInput {
            precision: "exact".to_owned(),
            until: String::new(),
            ..moment(visit, Some(old.candidate.at))
        };
        Self {
            of: old.candidate.of.clone(),
            basis: basis_name(old.candidate.basis).to_owned(),
            knower: old.candidate.knower.name().to_owned(),
            at: exact,
            who_knew: old.who_knew.clone(),
            evidence: old.evidence.clone(),
        }
    }
}
