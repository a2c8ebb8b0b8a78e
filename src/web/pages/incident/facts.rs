//! Stating facts, or stating them anew: those that some act would use, in groups, or the one fact that a duty waits for.

use crate::app::desk::actor::Permission;
use crate::app::desk::incident_path;
use crate::app::desk::input::MomentInput;
use crate::app::incident::facts::RecordFacts;
use crate::incident::situation;
use crate::law::situation::fact::FactKey;
use crate::law::vocabulary::{FactDefinition, Group};
use crate::locales::Text;
use crate::web::forms::choice::{Choice, zones};
use crate::web::forms::fact_field;
use crate::web::forms::fact_field::FactField;
use crate::web::forms::incident_form::{FormHeader, FormState};
use crate::web::forms::places;
use crate::web::http::answer;
use crate::web::http::failure::Failure;
use crate::web::http::visit::{SubmittedForm, Visit};
use crate::web::views::frame::Page;
use crate::web::views::wording::Wording;
use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use askama::Template;
use serde::Deserialize;

#[derive(Template)]
#[template(path = "pages/incident/facts.html")]
struct FactsPage {
    page: Page,
    header: FormHeader,
    key: String,
    groups: Vec<FactGroup>,
    source: String,
    since: MomentInput,
    zones: Vec<Choice>,
}

struct FactGroup {
    id: &'static str,
    title: String,
    fields: Vec<FactField>,
}

/// Which fact is asked for; empty for all that are worth asking.
#[derive(Debug, Default, Deserialize)]
pub struct Params {
    #[serde(default)]
    key: String,
}

/// Shows the form.
///
/// # Errors
/// When the role does not include recording, when there is no such incident or fact, or when the store fails.
pub async fn get(visit: Visit, id: Path<String>, asked: Query<Params>) -> Result<HttpResponse, Failure> {
    let form = FormState::fresh(&visit, &id, Permission::Record).await?;
    show(&visit, form, &asked.key)
}

/// Records what was stated.
///
/// # Errors
/// When the role does not include recording, when there is no such incident, or when the store fails.
pub async fn post(sent: SubmittedForm, id: Path<String>) -> Result<HttpResponse, Failure> {
    let SubmittedForm { visit, typed } = sent;
    let action =
        RecordFacts { facts: fact_field::sent(&typed), source: typed.text("source"), since: typed.moment("since") };
    match visit.web.desk.act(visit.actor(), &id, typed.ticket(), action).await {
        Ok(done) => {
            visit.say(visit.t.facts_saved()).await?;
            Ok(answer::see_other(&format!("{}#facts", incident_path(&done.id))))
        }
        Err(refusal) => {
            let key = typed.text("key");
            let form = FormState::back(&visit, &id, typed, refusal).await?;
            show(&visit, form, &key)
        }
    }
}

fn show(visit: &Visit, mut form: FormState, key: &str) -> Result<HttpResponse, Failure> {
    let header = form.header(visit)?;
    let teller = Wording::of(visit, &form.view);
    let vocabulary = visit.web.desk.library.vocabulary();
    if !key.is_empty() && vocabulary.fact(&FactKey::new(key)).is_none() {
        return Err(Failure::NotFound);
    }
    let worth = form.worth(visit).facts;
    let typed = |fact: &FactDefinition| {
        let name = format!("fact-{}", fact.key);
        form.typed.as_ref().is_some_and(|typed| !typed.get(&name).is_empty())
    };
    let wanted = |fact: &&FactDefinition| match key {
        "" => worth.contains(&fact.key) || typed(fact),
        key => fact.key.as_str() == key,
    };
    let known = situation::known(&form.view.incident, teller.organisation);
    let completed = vocabulary.complete(&known);
    let field = |fact: &FactDefinition| {
        let recorded = form.view.incident.facts.latest(&fact.key).and_then(|latest| latest.value.as_ref());
        let field = fact_field::field(visit.t, fact, recorded, form.typed.as_ref(), &header.trouble);
        let mut field = places::arranged(field, fact, &known, visit.t, vocabulary);
        let other = fact_field::other_answer(&teller, &completed, &fact.key);
        let hints = [field.hint, fact_field::profile_hint(&teller, fact), other];
        field.hint = hints.into_iter().filter(|hint| !hint.is_empty()).collect::<Vec<_>>().join(" ");
        field
    };
    let groups = GROUPS.into_iter().map(|group| FactGroup {
        id: group_id(group),
        title: group_title(visit.t, group),
        fields: vocabulary.facts().iter().filter(|fact| fact.group == group).filter(wanted).map(field).collect(),
    });
    let groups = groups.filter(|group| !group.fields.is_empty()).collect();
    let typed = form.typed.as_ref();
    let mut since = typed.map(|typed| typed.moment("since")).unwrap_or_default();
    if since.zone.is_empty() {
        visit.zone.name().clone_into(&mut since.zone);
    }
    let status = header.trouble.status;
    let page = FactsPage {
        groups,
        key: key.to_owned(),
        source: typed.map(|typed| typed.text("source")).unwrap_or_default(),
        zones: zones(visit.zone, &since.zone),
        since,
        page: form.page,
        header,
    };
    answer::with_status(status, &page)
}

const GROUPS: [Group; 6] =
    [Group::Incident, Group::Data, Group::People, Group::Organisation, Group::Response, Group::FormText];

const fn group_id(group: Group) -> &'static str {
    match group {
        Group::Incident => "incident",
        Group::Data => "data",
        Group::People => "people",
        Group::Organisation => "organisation",
        Group::Response => "response",
        Group::FormText => "form-text",
    }
}

fn group_title(t: Text, group: Group) -> String {
    match group {
        Group::Incident => t.facts_group_incident(),
        Group::Data => t.facts_group_data(),
        Group::People => t.facts_group_people(),
        Group::Organisation => t.facts_group_organisation(),
        Group::Response => t.facts_group_response(),
        Group::FormText => t.facts_group_form_text(),
    }
}
