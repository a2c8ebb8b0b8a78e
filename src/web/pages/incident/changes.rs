//! What is known now and was not said in what was handed in, and the question what that means: a further fact confirmed,
//! a slip, or immaterial. Until somebody answers, the supplements run.

use crate::app::desk::actor::Permission;
use crate::app::desk::incident_path;
use crate::app::desk::input::MomentInput;
use crate::app::incident::changes::{AnswerChanges, name};
use crate::incident::changes::{self, Change};
use crate::web::forms::choice::{Choice, zones};
use crate::web::forms::incident_form::{FormHeader, FormState};
use crate::web::http::answer;
use crate::web::http::failure::Failure;
use crate::web::http::visit::{SubmittedForm, Visit};
use crate::web::views::frame::Page;
use crate::web::views::wording::{Wording, short};
use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

#[derive(Template)]
#[template(path = "pages/incident/changes.html")]
struct ChangesPage {
    page: Page,
    header: FormHeader,
    rows: Vec<ChangeRow>,
    forms: Vec<HandedIn>,
    open: Vec<Choice>,
    answers: Vec<Choice>,
    answer: String,
    at: MomentInput,
    zones: Vec<Choice>,
    reason: String,
}

/// A form that was handed in, on whose page everything is listed that reads differently now.
struct HandedIn {
    path: String,
    title: String,
}

/// One change as a line.
pub struct ChangeRow {
    /// Which fact.
    pub fact: String,
    /// In which filing.
    pub filing: String,
    /// What was handed in.
    pub said: String,
    /// What is known now, and since when.
    pub known: String,
    /// What was answered, or that a supplement runs until somebody answers.
    pub state: String,
    /// Whether it waits for an answer.
    pub asks: bool,
}

/// Shows what changed, and asks.
///
/// # Errors
/// When the role does not include recording, when there is no such incident, or when the store fails.
pub async fn get(visit: Visit, id: Path<String>) -> Result<HttpResponse, Failure> {
    show(&visit, FormState::fresh(&visit, &id, Permission::Record).await?)
}

/// Records the answer.
///
/// # Errors
/// When the role does not include recording, when there is no such incident, or when the store fails.
pub async fn post(sent: SubmittedForm, id: Path<String>) -> Result<HttpResponse, Failure> {
    let SubmittedForm { visit, typed } = sent;
    let action = AnswerChanges {
        changes: typed.all("changes"),
        answer: typed.text("answer"),
        at: typed.moment("at"),
        reason: typed.text("reason"),
    };
    match visit.web.desk.act(visit.actor(), &id, typed.ticket(), action).await {
        Ok(done) => {
            visit.say(visit.t.changes_saved()).await?;
            Ok(answer::see_other(&format!("{}#duties", incident_path(&done.id))))
        }
        Err(refusal) => show(&visit, FormState::back(&visit, &id, typed, refusal).await?),
    }
}

/// Every change of an incident as lines.
#[must_use]
pub fn rows(teller: &Wording<'_>, changes: &[Change]) -> Vec<ChangeRow> {
    changes.iter().map(|change| row(teller, change)).collect()
}

fn row(teller: &Wording<'_>, change: &Change) -> ChangeRow {
    let t = teller.t;
    let fact = &change.key.fact;
    let record = teller.incident.filed.iter().find(|record| record.position == change.key.filed);
    let filing =
        record.map(|record| t.changes_filing(teller.duty(&record.duty, record.instance.as_ref()), t.timing(record.at)));
    let known = short(&teller.value(fact, change.key.value.as_ref()));
    ChangeRow {
        fact: teller.fact(fact),
        filing: filing.unwrap_or_default(),
        said: short(&teller.value(fact, change.said.as_ref())),
        known: t.changes_known_since(known, t.timing(change.since)),
        state: match &change.answer {
            Some(answered) if change.to_be_corrected() => {
                format!("{}. {}.", teller.change_answer(&answered.answer), t.changes_to_correct())
            }
            Some(answered) => teller.change_answer(&answered.answer),
            None if change.asks() => t.changes_runs(),
            None => t.changes_no_supplement(),
        },
        asks: change.asks(),
    }
}

fn show(visit: &Visit, mut form: FormState) -> Result<HttpResponse, Failure> {
    let t = visit.t;
    let header = form.header(visit)?;
    let teller = Wording::of(visit, &form.view);
    let changes = changes::changes(teller.library, teller.incident, visit.zone);
    let chosen = form.typed.as_ref().map(|typed| typed.all("changes"));
    let open = changes.iter().filter(|change| change.answer.is_none() || change.to_be_corrected()).map(|change| {
        let (row, value) = (row(&teller, change), name(&change.key));
        let ticked = chosen.as_ref().map_or_else(|| change.asks(), |chosen| chosen.contains(&value));
        Choice { chosen: ticked, ..Choice::new(&value, t.changes_line(row.fact, row.said, row.known, row.filing)) }
    });
    let open = open.collect();
    let typed = form.typed.as_ref();
    let mut at = typed.map(|typed| typed.moment("at")).unwrap_or_default();
    if at.zone.is_empty() {
        visit.zone.name().clone_into(&mut at.zone);
    }
    let status = header.trouble.status;
    let live = teller.incident.filed.iter().filter(|record| record.withdrawn.is_none());
    let forms = live.filter_map(|record| {
        let (id, content) = (record.id.as_ref()?, record.content.as_ref()?);
        Some(HandedIn {
            path: format!("{}/filings/{}", incident_path(&teller.incident.id), id.0),
            title: content.title.get(t.lang()).to_owned(),
        })
    });
    let page = ChangesPage {
        forms: forms.collect(),
        rows: rows(&teller, &changes),
        open,
        answers: vec![
            Choice::new("further-fact", t.changes_further_fact()),
            Choice::new("slip-of-record", t.changes_slip_of_record()),
            Choice::new("slip-of-filing", t.changes_slip_of_filing()),
            Choice::new("immaterial", t.changes_immaterial()),
        ],
        answer: typed.map(|typed| typed.text("answer")).unwrap_or_default(),
        zones: zones(visit.zone, &at.zone),
        at,
        reason: typed.map(|typed| typed.text("reason")).unwrap_or_default(),
        page: form.page,
        header,
    };
    answer::with_status(status, &page)
}
