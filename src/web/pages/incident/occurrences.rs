//! What else happened that may start or stop a clock: a further fact confirmed, a preservation order received or lifted.

use crate::app::desk::actor::Permission;
use crate::app::desk::incident_path;
use crate::app::desk::input::MomentInput;
use crate::app::incident::moments::RecordOccurrence;
use crate::law::situation::Trigger;
use crate::law::vocabulary::{TriggerDefinition, TriggerKind};
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
#[template(path = "pages/incident/occurrence.html")]
struct OccurrencePage {
    page: Page,
    header: FormHeader,
    trigger: String,
    triggers: Vec<Choice>,
    at: MomentInput,
    what: String,
    what_label: String,
    what_hint: String,
    source: String,
    zones: Vec<Choice>,
}

/// Which kind is ticked already; empty for none.
#[derive(Debug, Default, Deserialize)]
pub struct Params {
    #[serde(default)]
    trigger: String,
}

/// Shows the form.
///
/// # Errors
/// When the role does not include recording, when there is no such incident, or when the store fails.
pub async fn get(visit: Visit, id: Path<String>, asked: Query<Params>) -> Result<HttpResponse, Failure> {
    show(&visit, FormState::fresh(&visit, &id, Permission::Record).await?, &asked.trigger)
}

/// Records what happened.
///
/// # Errors
/// When the role does not include recording, when there is no such incident, or when the store fails.
pub async fn post(sent: SubmittedForm, id: Path<String>) -> Result<HttpResponse, Failure> {
    let SubmittedForm { visit, typed } = sent;
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
        Err(refusal) => {
            let trigger = typed.text("trigger");
            show(&visit, FormState::back(&visit, &id, typed, refusal).await?, &trigger)
        }
    }
}

fn show(visit: &Visit, mut form: FormState, asked: &str) -> Result<HttpResponse, Failure> {
    let header = form.header(visit)?;
    let teller = Wording::of(visit, &form.view);
    let vocabulary = visit.web.desk.library.vocabulary();
    let worth = form.worth(visit).triggers;
    let offered = |trigger: &&TriggerDefinition| worth.contains(&trigger.id) || trigger.id.as_str() == asked;
    let of_kind = vocabulary.triggers().iter().filter(|trigger| trigger.kind == TriggerKind::Occurrence);
    let label = |trigger: &TriggerDefinition| {
        let (title, help) = (teller.words(&trigger.title), teller.words(&trigger.help));
        if trigger.decision { visit.t.occurrence_decision(title, help) } else { visit.t.occurrence_choice(title, help) }
    };
    let triggers = of_kind.filter(offered).map(|trigger| Choice::new(trigger.id.as_str(), label(trigger))).collect();
    let empty = FormData::default();
    let typed = form.typed.as_ref().unwrap_or(&empty);
    let chosen = if form.typed.is_some() { typed.text("trigger") } else { asked.to_owned() };
    let decision = vocabulary.trigger(&Trigger::new(&chosen)).is_some_and(|trigger| trigger.decision);
    let mut at = typed.moment("at");
    if at.zone.is_empty() {
        visit.zone.name().clone_into(&mut at.zone);
    }
    let status = header.trouble.status;
    let page = OccurrencePage {
        what_label: if decision { visit.t.occurrence_reason() } else { visit.t.occurrence_what() },
        what_hint: if decision { visit.t.occurrence_reason_hint() } else { visit.t.occurrence_what_hint() },
        trigger: chosen,
        triggers,
        zones: zones(visit.zone, &at.zone),
        at,
        what: typed.text("what"),
        source: typed.text("source"),
        page: form.page,
        header,
    };
    answer::with_status(status, &page)
}
