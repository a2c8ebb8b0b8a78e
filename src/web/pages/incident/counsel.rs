//! What counsel answered about law that is not in the library: who, when, what, and what is due by when. Asks for no
//! answer that the law of the library gives.

use crate::app::desk::actor::Permission;
use crate::app::desk::incident_path;
use crate::app::desk::input::MomentInput;
use crate::app::incident::counsel::RecordAnswer;
use crate::web::forms::choice::{Choice, zones};
use crate::web::forms::incident_form::{FormHeader, FormState};
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

#[derive(Template)]
#[template(path = "pages/incident/counsel.html")]
struct CounselPage {
    page: Page,
    header: FormHeader,
    gap: String,
    about: String,
    place: String,
    who: String,
    at: MomentInput,
    said: String,
    what: String,
    by: MomentInput,
    zones: Vec<Choice>,
}

/// About which gap; empty for a place that is named in words.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Params {
    gap: String,
}

/// Shows the form.
///
/// # Errors
/// When the role does not include recording, when there is no such incident or gap, or when the store fails.
pub async fn get(visit: Visit, id: Path<String>, asked: Query<Params>) -> Result<HttpResponse, Failure> {
    show(&visit, FormState::fresh(&visit, &id, Permission::Record).await?, &asked.gap)
}

/// Records the answer.
///
/// # Errors
/// When the role does not include recording, when there is no such incident, or when the store fails.
pub async fn post(sent: SubmittedForm, id: Path<String>) -> Result<HttpResponse, Failure> {
    let SubmittedForm { visit, typed } = sent;
    let gap = typed.text("gap");
    let action = RecordAnswer {
        gap: gap.clone(),
        place: typed.text("place"),
        who: typed.text("who"),
        at: typed.moment("at"),
        said: typed.text("said"),
        what: typed.text("what"),
        by: typed.moment("by"),
    };
    match visit.web.desk.act(visit.actor(), &id, typed.ticket(), action).await {
        Ok(done) => {
            visit.say(visit.t.elsewhere_saved()).await?;
            Ok(answer::see_other(&format!("{}#elsewhere", incident_path(&done.id))))
        }
        Err(refusal) => show(&visit, FormState::back(&visit, &id, typed, refusal).await?, &gap),
    }
}

fn show(visit: &Visit, mut form: FormState, gap: &str) -> Result<HttpResponse, Failure> {
    let header = form.header(visit)?;
    let teller = Wording::of(visit, &form.view);
    let about = super::elsewhere::title(&teller, &form.view.assessment.gaps, gap);
    if !gap.is_empty() && about.is_none() {
        return Err(Failure::NotFound);
    }
    let empty = FormData::default();
    let typed = form.typed.as_ref().unwrap_or(&empty);
    let home = |name: &str| {
        let mut moment = typed.moment(name);
        if moment.zone.is_empty() {
            visit.zone.name().clone_into(&mut moment.zone);
        }
        moment
    };
    let (at, by) = (home("at"), home("by"));
    let status = header.trouble.status;
    let page = CounselPage {
        gap: gap.to_owned(),
        about: about.unwrap_or_default(),
        place: typed.text("place"),
        who: typed.text("who"),
        said: typed.text("said"),
        what: typed.text("what"),
        zones: zones(visit.zone, &by.zone),
        at,
        by,
        page: form.page,
        header,
    };
    answer::with_status(status, &page)
}
