//! A remark for the timeline, and another title.

use crate::app::desk::actor::Permission;
use crate::app::desk::incident_path;
use crate::app::incident::manage::{AddNote, Retitle};
use crate::web::forms::incident_form::{FormHeader, FormState};
use crate::web::http::answer;
use crate::web::http::failure::Failure;
use crate::web::http::visit::{SubmittedForm, Visit};
use crate::web::views::frame::Page;
use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

#[derive(Template)]
#[template(path = "pages/incident/note.html")]
struct NotePage {
    page: Page,
    header: FormHeader,
    text: String,
}

#[derive(Template)]
#[template(path = "pages/incident/retitle.html")]
struct TitlePage {
    page: Page,
    header: FormHeader,
    title: String,
}

/// Adds a remark.
///
/// # Errors
/// When the role does not include recording, when there is no such incident, or when the store fails.
pub async fn add(sent: SubmittedForm, id: Path<String>) -> Result<HttpResponse, Failure> {
    let SubmittedForm { visit, typed } = sent;
    let action = AddNote { text: typed.text("text") };
    match visit.web.desk.act(visit.actor(), &id, typed.ticket(), action).await {
        Ok(done) => {
            visit.say(visit.t.note_saved()).await?;
            Ok(answer::see_other(&format!("{}#timeline", incident_path(&done.id))))
        }
        Err(refusal) => {
            let text = typed.text("text");
            let mut form = FormState::back(&visit, &id, typed, refusal).await?;
            let header = form.header(&visit)?;
            answer::with_status(header.trouble.status, &NotePage { text, page: form.page, header })
        }
    }
}

/// The form for another title.
///
/// # Errors
/// When the role does not include recording, when there is no such incident, or when the store fails.
pub async fn title(visit: Visit, id: Path<String>) -> Result<HttpResponse, Failure> {
    show_title(&visit, FormState::fresh(&visit, &id, Permission::Record).await?)
}

/// Changes the title.
///
/// # Errors
/// When the role does not include recording, when there is no such incident, or when the store fails.
pub async fn retitle(sent: SubmittedForm, id: Path<String>) -> Result<HttpResponse, Failure> {
    let SubmittedForm { visit, typed } = sent;
    let action = Retitle { title: typed.text("title") };
    match visit.web.desk.act(visit.actor(), &id, typed.ticket(), action).await {
        Ok(done) => {
            visit.say(visit.t.retitle_done()).await?;
            Ok(answer::see_other(&incident_path(&done.id)))
        }
        Err(refusal) => show_title(&visit, FormState::back(&visit, &id, typed, refusal).await?),
    }
}

fn show_title(visit: &Visit, mut form: FormState) -> Result<HttpResponse, Failure> {
    let header = form.header(visit)?;
    let title = form.typed.as_ref().map_or_else(|| header.incident.clone(), |typed| typed.text("title"));
    answer::with_status(header.trouble.status, &TitlePage { title, page: form.page, header })
}
