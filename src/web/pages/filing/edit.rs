//! One filing: the form's fields in the form's order, filled from the facts, what is missing, how it will look, and what
//! can be done with it next: save, submit, return, approve.

use super::fields::{PREFIX, SectionView, Showing};
use super::papers::{Tongues, form_language};
use super::steps_view;
use super::steps_view::{Change, Language, StepView};
use crate::app::desk::actor::Permission;
use crate::app::desk::refusal::Refusal;
use crate::app::desk::{Ticket, incident_path};
use crate::app::filing::papers::FilingView;
use crate::app::filing::steps::{DraftFiling, SaveAndSubmit};
use crate::incident::filing::Stage;
use crate::incident::fill_form::ADDRESSEE;
use crate::incident::form_content::FilledField;
use crate::law::base::words::Lang;
use crate::law::library::Library;
use crate::law::rulebook::form::Addressee;
use crate::web::forms::choice::Choice;
use crate::web::forms::refused::FormErrors;
use crate::web::http::answer;
use crate::web::http::failure::Failure;
use crate::web::http::form::FormData;
use crate::web::http::visit::{SubmittedForm, Visit};
use crate::web::views::fingerprint;
use crate::web::views::frame::Page;
use crate::web::views::wording::Wording;
use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

#[derive(Template)]
#[template(path = "pages/filing/edit.html")]
struct FilingPage {
    page: Page,
    trouble: FormErrors,
    path: String,
    incident_path: String,
    incident: String,
    drill: bool,
    title: String,
    authority: String,
    addressees: Vec<Choice>,
    addressee: String,
    number: String,
    duty: String,
    duty_href: String,
    standing: String,
    due: String,
    note: String,
    stage: &'static str,
    returned: String,
    steps: Vec<StepView>,
    missing_count: usize,
    missing: Vec<(String, String)>,
    missing_optional: Vec<(String, String)>,
    sections: Vec<SectionView>,
    moved: Vec<Change>,
    facts: Vec<Change>,
    languages: Vec<Language>,
    preview: String,
    uncovered: Vec<String>,
    fingerprint: Vec<String>,
    filed: Option<steps_view::Filed>,
    may_edit: bool,
    may_approve: bool,
    own: bool,
    may_return: bool,
    may_file: bool,
    hash: String,
    reason: String,
}

/// Begins a filing.
///
/// # Errors
/// When the role does not include it, when there is no such incident, duty or form, or when the store fails.
pub async fn begin(sent: SubmittedForm, id: Path<String>) -> Result<HttpResponse, Failure> {
    let SubmittedForm { visit, typed } = sent;
    let action = DraftFiling {
        form: typed.text("form"),
        duty: typed.text("duty"),
        instance: typed.text("instance"),
        ..DraftFiling::default()
    };
    // Beginning builds on nothing that others could have changed.
    let ticket = Ticket { seen: None, ..typed.ticket() };
    let done = visit.web.desk.act(visit.actor(), &id, ticket, action).await?;
    Ok(answer::see_other(&filing_path(&id, &done.fresh)))
}

/// A filing's page.
#[must_use]
pub fn filing_path(incident: &str, filing: &str) -> String {
    format!("{}/filings/{filing}", incident_path(incident))
}

/// Shows a filing.
///
/// # Errors
/// When there is no such filing, or the store fails.
pub async fn get(visit: Visit, path: Path<(String, String)>) -> Result<HttpResponse, Failure> {
    let (id, filing) = path.into_inner();
    show(&visit, &id, &filing, None, None).await
}

/// Keeps what was typed and, when asked to, submits the filing for approval.
///
/// # Errors
/// When the role does not include it, when there is no such filing, or when the store fails.
pub async fn save(sent: SubmittedForm, path: Path<(String, String)>) -> Result<HttpResponse, Failure> {
    let SubmittedForm { visit, typed } = sent;
    let (id, filing) = path.into_inner();
    let (desk, ticket) = (&visit.web.desk, typed.ticket());
    let submit = typed.get("next") == "submit";
    let texts = typed.under(PREFIX);
    let outcome = if submit {
        desk.act(visit.actor(), &id, ticket, SaveAndSubmit { filing: filing.clone(), texts }).await
    } else {
        let draft = DraftFiling { filing: Some(filing.clone()), texts, ..DraftFiling::default() };
        desk.act(visit.actor(), &id, ticket, draft).await
    };
    match outcome {
        Ok(_) => {
            visit.say(if submit { visit.t.filing_said_submitted() } else { visit.t.filing_said_saved() }).await?;
            Ok(answer::see_other(&filing_path(&id, &filing)))
        }
        Err(refusal) => show(&visit, &id, &filing, Some(&typed), Some(in_form(refusal))).await,
    }
}

/// Fields of the form are named by their id in `app` and by `text-ID` on the page.
fn in_form(refusal: Refusal) -> Refusal {
    match refusal {
        Refusal::Invalid(mut errors) => {
            errors.iter_mut().for_each(|error| error.field.insert_str(0, PREFIX));
            Refusal::Invalid(errors)
        }
        other => other,
    }
}

/// The page, fresh or with what was refused.
///
/// # Errors
/// When there is no such filing, when the refusal is none that a form can mend, or when the store fails.
pub async fn show(
    visit: &Visit,
    id: &str,
    filing: &str,
    sent: Option<&FormData>,
    refusal: Option<Refusal>,
) -> Result<HttpResponse, Failure> {
    let view = visit.web.desk.filing(visit.actor(), id, filing).await?;
    let position = sent.and_then(|sent| sent.ticket().seen).unwrap_or(view.view.incident.position);
    let trouble = FormErrors::of(&Wording::of(visit, &view.view), position, refusal)?;
    let status = trouble.status;
    answer::with_status(status, &page(visit, &view, sent, trouble))
}

fn page(visit: &Visit, view: &FilingView, sent: Option<&FormData>, trouble: FormErrors) -> FilingPage {
    let (t, zone, library) = (visit.t, visit.zone, &*visit.web.desk.library);
    let lang = t.lang();
    let (incident, filing) = (&view.view.incident, &view.filing);
    let form = form_language(visit, view);
    let tongues = Tongues::usual(form, lang);
    let path = filing_path(&incident.id, &filing.id.0);
    // A form that carried no fields (a return, an approval) says nothing about what was typed into them.
    let fields = sent.filter(|sent| !sent.under(PREFIX).is_empty());
    let showing = Showing { t, library, filing: view, form, sent: fields, trouble: &trouble };
    let clock = view.verdict().and_then(|verdict| verdict.clock.as_deref());
    let open = incident.closed.is_none();
    let draft = matches!(filing.stage, Stage::Draft { .. });
    let submitter = view.steps.submitted.as_ref().map(|(who, _)| who.as_str());
    let own = submitter == Some(visit.actor().id.as_str()) || filing.drafted_by == visit.actor().id;
    let waiting = matches!(filing.stage, Stage::Submitted { .. });
    let approved = matches!(filing.stage, Stage::Approved { .. });
    let paper = view.paper(library, tongues.lang, tongues.beside);
    let missing = view.content.missing();
    let link = |field: &&FilledField| (format!("#field-{}", field.id), field.label.get(lang).to_owned());
    FilingPage {
        incident_path: incident_path(&incident.id),
        incident: format!("{} {}", incident.reference, incident.title),
        drill: incident.drill,
        title: view.content.title.get(lang).to_owned(),
        authority: view.content.authority.get(lang).to_owned(),
        addressee: addressee(view, library, fields),
        addressees: addressees(library, view, lang),
        number: view.number.clone(),
        duty: view
            .verdict()
            .map_or_else(|| filing.duty.to_string(), |verdict| verdict.outline.title.get(lang).to_owned()),
        duty_href: format!("/rules/{}", filing.duty),
        standing: clock
            .map(|clock| t.stands(clock, view.verdict().and_then(|verdict| verdict.outline.first_limb.as_ref())))
            .unwrap_or_default(),
        due: clock.map(|clock| t.due(clock.due, zone)).unwrap_or_default(),
        note: library.form(&view.content.form).map(|form| form.note.get(lang).to_owned()).unwrap_or_default(),
        stage: steps_view::stage(&filing.stage),
        returned: match &filing.stage {
            Stage::Draft { returned } => returned.clone().unwrap_or_default(),
            _ => String::new(),
        },
        steps: steps_view::steps(t, zone, view),
        missing_count: missing.len(),
        missing: missing.iter().filter(|field| field.required).map(link).collect(),
        missing_optional: missing.iter().filter(|field| !field.required).map(link).collect(),
        sections: showing.sections(),
        moved: steps_view::moved(&showing),
        facts: steps_view::facts(t, library, view),
        languages: steps_view::languages(t, form, &path),
        preview: format!("{path}/form.html?{}", tongues.query()),
        uncovered: steps_view::uncovered(&paper),
        fingerprint: fingerprint::groups(&view.fingerprint),
        filed: view.filed.as_ref().map(|record| steps_view::Filed::of(t, view, record)),
        may_edit: open && draft && visit.may(Permission::DraftFilings),
        may_approve: waiting && !own && visit.may(Permission::ApproveFilings),
        own: waiting && own,
        may_return: (waiting || approved) && (own || visit.may(Permission::ApproveFilings)),
        may_file: approved && visit.may(Permission::RecordFiled),
        hash: view.fingerprint.clone(),
        reason: sent.map(|sent| sent.text("reason")).unwrap_or_default(),
        page: Page::of(visit, "incidents"),
        path,
        trouble,
    }
}

/// The bodies of which the form goes to one.
fn addressees(library: &Library, view: &FilingView, lang: Lang) -> Vec<Choice> {
    let form = library.form(&view.content.form);
    let choice = |one: &Addressee| Choice::new(&one.id, one.name.get(lang).to_owned());
    form.into_iter().flat_map(|form| &form.addressee).map(choice).collect()
}

/// The body that is chosen: as sent, as stored, otherwise the usual one.
fn addressee(view: &FilingView, library: &Library, sent: Option<&FormData>) -> String {
    let sent = sent.map(|sent| sent.text(&format!("{PREFIX}{ADDRESSEE}"))).filter(|id| !id.is_empty());
    let usual = || Some(library.form(&view.content.form)?.addressee.first()?.id.clone());
    sent.or_else(|| view.filing.texts.get(ADDRESSEE).cloned()).or_else(usual).unwrap_or_default()
}
