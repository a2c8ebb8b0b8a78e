//! What else happened that may start or stop a clock: a further fact confirmed, a preservation order received or lifted.

use super::about::{About, Coming};
use crate::app::actor::Permission;
use crate::app::desk::incident_path;
use crate::app::input::MomentInput;
use crate::app::record_moments::RecordOccurrence;
use crate::law::vocabulary::TriggerKind;
use crate::web::answer;
use crate::web::choice::{Choice, zones};
use crate::web::failure::Failure;
use crate::web::page::Page;
use crate::web::teller::Teller;
use crate::web::typed::Typed;
use crate::web::visit::{Sent, Visit};
use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

#[derive(Template)]
#[template(path = "pages/occurrence.html")]
struct OccurrencePage {
    page: Page,
    about: About,
    trigger: String,
    triggers: Vec<Choice>,
    at: MomentInput,
    what: String,
    source: String,
    zones: Vec<Choice>,
}

/// Shows the form.
///
/// # Errors
/// When the role does not include recording, when there is no such incident, or when the store fails.
pub async fn get(visit: Visit, id: Path<String>) -> Result<HttpResponse, Failure> {
    show(&visit, Coming::fresh(&visit, &id, Permission::Record).await?)
}

/// Records what happened.
///
/// # Errors
/// When the role does not include recording, when there is no such incident, or when the store fails.
pub async fn post(sent: Sent, id: Path<String>) -> Result<HttpResponse, Failure> {
    let Sent { visit, typed } = sent;
    let action = RecordOccurrence {
        trigger: typed.text("trigger"),
        at: typed.moment("at"),
        what: typed.text("what"),
        source: typed.text("source"),
    };
    match visit.web.desk.act(visit.actor(), &id, typed.ticket(), action).await {
        Ok(done) => {
            visit.say(visit.t.occurrence_saved()).await?;
            Ok(answer::see_other(&format!("{}#duties", incident_path(&done.id))))
        }
        Err(refusal) => show(&visit, Coming::back(&visit, &id, typed, refusal).await?),
    }
}

fn show(visit: &Visit, mut coming: Coming) -> Result<HttpResponse, Failure> {
    let about = coming.about(visit)?;
    let teller = Teller::of(visit, &coming.view);
    let vocabulary = visit.web.desk.library.vocabulary();
    let triggers = vocabulary.triggers().iter().filter(|trigger| trigger.kind == TriggerKind::Occurrence);
    let label = |title: String, help: String| visit.t.occurrence_choice(title, help);
    let triggers = triggers
        .map(|trigger| {
            Choice::new(trigger.id.as_str(), label(teller.words(&trigger.title), teller.words(&trigger.help)))
        })
        .collect();
    let empty = Typed::default();
    let typed = coming.typed.as_ref().unwrap_or(&empty);
    let mut at = typed.moment("at");
    if at.zone.is_empty() {
        visit.zone.name().clone_into(&mut at.zone);
    }
    let status = about.trouble.status;
    let page = OccurrencePage {
        trigger: typed.text("trigger"),
        triggers,
        zones: zones(visit.zone, &at.zone),
        at,
        what: typed.text("what"),
        source: typed.text("source"),
        page: coming.page,
        about,
    };
    answer::with_status(status, &page)
}
