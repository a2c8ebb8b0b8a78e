//! A remark for the timeline, and another title.

use super::about::{About, Coming};
use crate::app::actor::Permission;
use crate::app::desk::incident_path;
use crate::app::manage_incident::{AddNote, Retitle};
use crate::web::answer;
use crate::web::failure::Failure;
use crate::web::page::Page;
use crate::web::visit::{SubmittedForm, Visit};
use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

#[derive(Template)]
#[template(path = "pages/note.html")]
struct NotePage {
    page: Page,
    about: About,
    text: String,
}

#[derive(Template)]
#[template(path = "pages/retitle.html")]
struct TitlePage {
    page: Page,
    about: About,
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
            let mut coming = Coming::back(&visit, &id, typed, refusal).await?;
            let about = coming.about(&visit)?;
            answer::with_status(about.trouble.status, &NotePage { text, page: coming.page, about })
        }
    }
}

/// The form for another title.
///
/// # Errors
/// When the role does not include recording, when there is no such incident, or when the store fails.
pub async fn title(visit: Visit, id: Path<String>) -> Result<HttpResponse, Failure> {
    show_title(&visit, Coming::fresh(&visit, &id, Permission::Record).await?)
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
        Err(refusal) => show_title(&visit, Coming::back(&visit, &id, typed, refusal).await?),
    }
}

fn show_title(visit: &Visit, mut coming: Coming) -> Result<HttpResponse, Failure> {
    let about = coming.about(visit)?;
    let title = coming.typed.as_ref().map_or_else(|| about.incident.clone(), |typed| typed.text("title"));
    answer::with_status(about.trouble.status, &TitlePage { title, page: coming.page, about })
}
