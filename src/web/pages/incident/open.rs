//! Recording an incident: four facts on one screen start every clock that follows, and the countries of the persons
//! tell which acts it concerns. Everything else may wait or be "not
//! known yet".

use crate::app::desk::actor::Permission;
use crate::app::desk::fact_input::FactInput;
use crate::app::desk::input::MomentInput;
use crate::app::desk::refusal::Refusal;
use crate::app::incident::open::OpenIncident;
use crate::incident::due_warnings::running;
use crate::law::situation::fact::FactKey;
use crate::web::forms::choice::{Choice, zones};
use crate::web::forms::fact_field;
use crate::web::forms::fact_field::FactField;
use crate::web::forms::lists::bases;
use crate::web::forms::places;
use crate::web::forms::refused::{FormErrors, typed_now};
use crate::web::http::answer;
use crate::web::http::failure::Failure;
use crate::web::http::form::FormData;
use crate::web::http::visit::{SubmittedForm, Visit};
use crate::web::views::frame::Page;
use actix_web::HttpResponse;
use askama::Template;

#[derive(Template)]
#[template(path = "pages/incident/open.html")]
struct NewIncident {
    page: Page,
    trouble: FormErrors,
    title: String,
    aware: MomentInput,
    began: MomentInput,
    zones: Vec<Choice>,
    now: String,
    basis: String,
    bases: Vec<Choice>,
    who_knew: String,
    intrusion: String,
    leaked: String,
    leaks: Vec<Choice>,
    people: Vec<FactField>,
    more: Vec<FactField>,
    more_open: bool,
    drill: bool,
}

/// Where the affected persons are: which acts concern the incident hangs on it.
const PEOPLE: &str = "people-countries";

/// Facts that decide duties early, asked under "more".
const MORE: [&str; 7] = [
    "outside-access",
    "extortion-or-threat",
    "persons-affected",
    "sensitive-data",
    "unique-identifiers",
    "unlawful-access-subjects-unclear",
    "contacts-known",
];

/// Shows the empty form.
///
/// # Errors
/// When the role does not include recording, or the store fails.
pub async fn get(visit: Visit) -> Result<HttpResponse, Failure> {
    visit.actor().need(Permission::Record)?;
    show(&visit, None, FormErrors::default()).await
}

/// Records the incident.
///
/// # Errors
/// When the role does not include recording, or the store fails.
pub async fn post(sent: SubmittedForm) -> Result<HttpResponse, Failure> {
    let SubmittedForm { visit, typed } = sent;
    let desk = visit.web.desk.clone();
    match desk.open_incident(visit.actor(), typed.ticket(), read(&typed)).await {
        Ok(done) => {
            let view = desk.incident(visit.actor(), &done.id, None).await?;
            let t = visit.t;
            let clocks: Vec<String> = running(&view.incident, &view.assessment)
                .map(|running| running.verdict.outline.title.get(t.lang()).to_owned())
                .collect();
            let said = match clocks.as_slice() {
                [] => t.new_incident_saved_none(&view.incident.reference),
                clocks => t.new_incident_saved(clocks.len(), &view.incident.reference, clocks.join("; ")),
            };
            visit.say(said).await?;
            Ok(answer::see_other(&crate::app::desk::incident_path(&done.id)))
        }
        Err(refusal) => again(&visit, &typed, refusal).await,
    }
}

async fn again(visit: &Visit, typed: &FormData, refusal: Refusal) -> Result<HttpResponse, Failure> {
    let trouble = FormErrors::fields(visit.t, visit.zone, &visit.web.desk.library, 0, refusal)?;
    show(visit, Some(typed), trouble.keeping(typed)).await
}

fn read(typed: &FormData) -> OpenIncident {
    let mut facts = fact_field::sent(typed);
    let mut answer = |key: &str, value: &str| facts.insert(key.to_owned(), FactInput::one(value));
    match typed.get("leaked") {
        "yes" => {
            answer("personal-data-leaked", "yes");
        }
        "possible" => {
            answer("leak-possible", "yes");
        }
        "no" => {
            answer("personal-data-leaked", "no");
            answer("leak-possible", "no");
        }
        _ => {}
    }
    OpenIncident {
        title: typed.text("title"),
        aware: typed.moment("aware"),
        basis: typed.text("basis"),
        who_knew: typed.text("who_knew"),
        began: typed.moment("began"),
        facts,
        drill: typed.ticked("drill"),
    }
}

async fn show(visit: &Visit, typed: Option<&FormData>, trouble: FormErrors) -> Result<HttpResponse, Failure> {
    let t = visit.t;
    let empty = FormData::default();
    let sent = typed.unwrap_or(&empty);
    let home = |mut moment: MomentInput| {
        if moment.zone.is_empty() {
            visit.zone.name().clone_into(&mut moment.zone);
        }
        moment
    };
    let vocabulary = visit.web.desk.library.vocabulary();
    let (organisation, _) = visit.web.desk.organisation(visit.actor()).await?;
    let more = MORE.iter().filter_map(|key| vocabulary.fact(&FactKey::new(key)));
    let aware = home(sent.moment("aware"));
    let (status, now) = (trouble.status, typed_now(visit.now, visit.zone));
    let page = NewIncident {
        page: Page::of(visit, "incidents"),
        title: sent.text("title"),
        zones: zones(visit.zone, &aware.zone),
        aware,
        began: home(sent.moment("began")),
        now,
        basis: sent.text("basis"),
        bases: bases(visit),
        who_knew: sent.text("who_knew"),
        intrusion: sent.text("fact-intrusion"),
        leaked: if sent.get("leaked").is_empty() { "unknown".to_owned() } else { sent.text("leaked") },
        leaks: vec![
            Choice::new("yes", t.new_incident_leak_yes()),
            Choice::new("possible", t.new_incident_leak_possible()),
            Choice::new("no", t.new_incident_leak_no()),
            Choice::new("unknown", t.not_known_yet()),
        ],
        people: vocabulary
            .fact(&FactKey::new(PEOPLE))
            .map(|fact| {
                let field = fact_field::field(t, fact, None, typed, &trouble);
                places::arranged(field, fact, &organisation.facts, t, vocabulary)
            })
            .into_iter()
            .collect(),
        more: more.map(|fact| fact_field::field(t, fact, None, typed, &trouble)).collect(),
        more_open: typed.is_some(),
        drill: sent.ticked("drill"),
        trouble,
    };
    answer::with_status(status, &page)
}
