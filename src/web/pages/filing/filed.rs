//! Recording what was handed in: an approved filing, or something made outside Dutyclock; and withdrawing such a record
//! when it was a mistake. The moment is asked for and never assumed: lateness hangs on it.

use super::edit::filing_path;
use super::papers::{self, Tongues};
use super::said;
use crate::app::desk::actor::Permission;
use crate::app::desk::incident_path;
use crate::app::desk::input::MomentInput;
use crate::app::desk::refusal::Refusal;
use crate::app::filing::steps::{RecordFiled, WithdrawFiled};
use crate::app::incident::view::IncidentView;
use crate::incident::counsel::is_counsels;
use crate::incident::filing::{Channel, Filing, FilingId};
use crate::law::base::words::Lang;
use crate::law::situation::{DutyId, OccurrenceId};
use crate::web::forms::choice::{Choice, zones};
use crate::web::forms::fact_field::FactField;
use crate::web::forms::incident_form::{FormHeader, FormState};
use crate::web::forms::lists::flaws;
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
#[template(path = "pages/filing/filed.html")]
struct FiledPage {
    page: Page,
    header: FormHeader,
    action: String,
    back: String,
    duty: String,
    what: String,
    deadline: String,
    at: MomentInput,
    received: MomentInput,
    zones: Vec<Choice>,
    channels: Vec<Choice>,
    channel: String,
    flaws: Vec<Choice>,
    flaw: String,
    papers: Vec<Choice>,
    paper: String,
    receipt: String,
    note: String,
    said: Vec<FactField>,
    outdated: Vec<String>,
}

#[derive(Template)]
#[template(path = "pages/filing/filed_withdraw.html")]
struct WithdrawPage {
    page: Page,
    header: FormHeader,
    action: String,
    what: String,
    reason: String,
}

/// A duty named in an address.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Duty {
    duty: String,
    instance: String,
}

/// What was handed in.
enum HandedIn {
    /// An approved filing.
    Filing(String),
    /// Something made outside, for this duty.
    Outside(Duty),
}

/// Asks when and how an approved filing was handed in.
///
/// # Errors
/// When the role does not include it, when there is no such filing, or when the store fails.
pub async fn get(visit: Visit, path: Path<(String, String)>) -> Result<HttpResponse, Failure> {
    let (id, filing) = path.into_inner();
    let form = FormState::fresh(&visit, &id, Permission::RecordFiled).await?;
    show(&visit, form, None, &HandedIn::Filing(filing))
}

/// Records an approved filing as handed in, and keeps the file.
///
/// # Errors
/// When the role does not include it, when there is no such filing, or when the store fails.
pub async fn post(sent: SubmittedForm, path: Path<(String, String)>) -> Result<HttpResponse, Failure> {
    let SubmittedForm { visit, typed } = sent;
    let (id, filing) = path.into_inner();
    visit.actor().need(Permission::RecordFiled)?;
    let view = visit.web.desk.filing(visit.actor(), &id, &filing).await?;
    let paper = match tongues(typed.get("paper")) {
        Some(tongues) => {
            let paper = view.paper(&visit.web.desk.library, tongues.lang, tongues.beside);
            Some(visit.web.renderer.pdf(paper).await.map_err(papers::failure)?)
        }
        None => None,
    };
    let input = RecordFiled { filing: Some(filing.clone()), paper, ..input(&typed) };
    match visit.web.desk.act(visit.actor(), &id, typed.ticket(), input).await {
        Ok(_) => {
            say(&visit, &id, &view.filing.duty, view.filing.instance.as_ref()).await?;
            Ok(answer::see_other(&filing_path(&id, &filing)))
        }
        Err(refusal) => back(&visit, &id, typed, refusal, &HandedIn::Filing(filing)).await,
    }
}

/// Asks when and how something made outside Dutyclock was handed in.
///
/// # Errors
/// When the role does not include it, when there is no such incident or duty, or when the store fails.
pub async fn outside(visit: Visit, id: Path<String>, duty: Query<Duty>) -> Result<HttpResponse, Failure> {
    let form = FormState::fresh(&visit, &id, Permission::RecordFiled).await?;
    show(&visit, form, None, &HandedIn::Outside(duty.into_inner()))
}

/// Records something made outside Dutyclock as handed in.
///
/// # Errors
/// When the role does not include it, when there is no such incident or duty, or when the store fails.
pub async fn post_outside(sent: SubmittedForm, id: Path<String>, duty: Query<Duty>) -> Result<HttpResponse, Failure> {
    let SubmittedForm { visit, typed } = sent;
    let duty = duty.into_inner();
    let input = RecordFiled { duty: duty.duty.clone(), instance: duty.instance.clone(), ..input(&typed) };
    match visit.web.desk.act(visit.actor(), &id, typed.ticket(), input).await {
        Ok(_) => {
            let instance = crate::app::desk::input::instance(&duty.instance);
            say(&visit, &id, &DutyId::new(&duty.duty), instance.as_ref()).await?;
            Ok(answer::see_other(&incident_path(&id)))
        }
        Err(refusal) => back(&visit, &id, typed, refusal, &HandedIn::Outside(duty)).await,
    }
}

/// Asks why the record of something handed in is withdrawn.
///
/// # Errors
/// When the role does not include it, when there is no such record, or when the store fails.
pub async fn withdraw(visit: Visit, path: Path<(String, i64)>) -> Result<HttpResponse, Failure> {
    let (id, position) = path.into_inner();
    let form = FormState::fresh(&visit, &id, Permission::RecordFiled).await?;
    show_withdraw(&visit, form, position)
}

/// Withdraws the record of something handed in.
///
/// # Errors
/// When the role does not include it, when there is no such record, or when the store fails.
pub async fn post_withdraw(sent: SubmittedForm, path: Path<(String, i64)>) -> Result<HttpResponse, Failure> {
    let SubmittedForm { visit, typed } = sent;
    let (id, position) = path.into_inner();
    let action = WithdrawFiled { position, reason: typed.text("reason") };
    match visit.web.desk.act(visit.actor(), &id, typed.ticket(), action).await {
        Ok(_) => {
            visit.say(visit.t.filing_said_withdrawn()).await?;
            Ok(answer::see_other(&incident_path(&id)))
        }
        Err(refusal) => show_withdraw(&visit, FormState::back(&visit, &id, typed, refusal).await?, position),
    }
}

fn input(typed: &FormData) -> RecordFiled {
    RecordFiled {
        at: typed.moment("at"),
        received: typed.moment("received"),
        channel: typed.text("channel"),
        flaw: typed.text("flaw"),
        receipt: typed.text("receipt"),
        note: typed.text("note"),
        said: typed.facts(),
        ..RecordFiled::default()
    }
}

/// Says how the duty stands now: in time, or how late.
async fn say(visit: &Visit, id: &str, duty: &DutyId, instance: Option<&OccurrenceId>) -> Result<(), Failure> {
    let view = visit.web.desk.incident(visit.actor(), id, None).await?;
    let verdicts = view.assessment.verdicts.iter();
    let ours = verdicts.filter(|verdict| verdict.outline.duty == *duty && verdict.instance.as_ref() == instance);
    let clock = ours.into_iter().find_map(|verdict| Some((verdict, verdict.clock.as_deref()?)));
    let said = match clock {
        Some((verdict, clock)) => visit.t.filing_said_filed(visit.t.stands(clock, verdict.outline.first_limb.as_ref())),
        None => visit.t.filing_said_filed_plain(),
    };
    visit.say(said).await
}

async fn back(
    visit: &Visit,
    id: &str,
    typed: FormData,
    refusal: Refusal,
    handed_in: &HandedIn,
) -> Result<HttpResponse, Failure> {
    let sent = typed.clone();
    show(visit, FormState::back(visit, id, typed, refusal).await?, Some(&sent), handed_in)
}

fn show(
    visit: &Visit,
    mut form: FormState,
    sent: Option<&FormData>,
    handed_in: &HandedIn,
) -> Result<HttpResponse, Failure> {
    let t = visit.t;
    let header = form.header(visit)?;
    let view = &form.view;
    let words = handed_in_words(visit, view, handed_in)?;
    let typed = |name: &str, fresh: &str| sent.map_or_else(|| fresh.to_owned(), |sent| sent.text(name));
    let moment = |name: &str| match sent {
        Some(sent) => sent.moment(name),
        None => MomentInput { zone: visit.zone.name().to_owned(), ..MomentInput::default() },
    };
    let (at, received) = (moment("at"), moment("received"));
    let status = header.trouble.status;
    let (asked, outdated) = match handed_in {
        HandedIn::Filing(id) => (Vec::new(), said::outdated(visit, view, id)),
        HandedIn::Outside(asked) => (said::asked(visit, &DutyId::new(&asked.duty), sent, &header.trouble), Vec::new()),
    };
    let channel = |channel: &Channel| Choice::new(channel_name(*channel), t.channel(*channel));
    let page = FiledPage {
        zones: zones(visit.zone, &at.zone),
        at,
        received,
        channels: Channel::ALL.iter().map(channel).collect(),
        channel: typed("channel", ""),
        flaws: flaws(visit),
        flaw: typed("flaw", ""),
        paper: typed("paper", words.papers.first().map_or("", |paper| paper.value.as_str())),
        papers: words.papers,
        receipt: typed("receipt", ""),
        note: typed("note", ""),
        said: asked,
        outdated,
        duty: words.duty,
        what: words.what,
        deadline: words.deadline,
        action: words.action,
        back: words.back,
        page: form.page,
        header,
    };
    answer::with_status(status, &page)
}

/// What the form says of what was handed in.
struct HandedInWords {
    duty: String,
    what: String,
    deadline: String,
    papers: Vec<Choice>,
    action: String,
    back: String,
}

fn handed_in_words(visit: &Visit, view: &IncidentView, handed_in: &HandedIn) -> Result<HandedInWords, Failure> {
    let (t, library) = (visit.t, &visit.web.desk.library);
    let incident = incident_path(&view.incident.id);
    let (duty, instance, what, papers, action, back) = match handed_in {
        HandedIn::Filing(id) => {
            let filing: &Filing = view.incident.filings.get(&FilingId(id.clone())).ok_or(Failure::NotFound)?;
            let form = library.form(&filing.form);
            let path = filing_path(&view.incident.id, id);
            let title = form.map(|form| form.title.get(t.lang()).to_owned()).unwrap_or_default();
            let papers = paper_choices(visit, form.map_or(Lang::Ko, |form| form.language));
            (filing.duty.clone(), filing.instance.clone(), title, papers, format!("{path}/filed"), path)
        }
        HandedIn::Outside(asked) => {
            let duty = DutyId::new(&asked.duty);
            let instance = crate::app::desk::input::instance(&asked.instance);
            if library.duty(&duty).is_none() && view.incident.counsels(&duty, instance.as_ref()).is_none() {
                return Err(Failure::NotFound);
            }
            let mut query = url::form_urlencoded::Serializer::new(String::new());
            query.append_pair("duty", &asked.duty).append_pair("instance", &asked.instance);
            let action = format!("{incident}/filed?{}", query.finish());
            (duty, instance, String::new(), Vec::new(), action, incident)
        }
    };
    let mut verdicts = view.assessment.verdicts.iter();
    let clock = verdicts.find(|verdict| verdict.outline.duty == duty && verdict.instance == instance);
    let clock = clock.and_then(|verdict| verdict.clock.as_deref());
    let occurrence = instance.as_ref().and_then(|instance| view.incident.occurrence(instance));
    let title = named(visit, view, &duty, instance.as_ref());
    Ok(HandedInWords {
        duty: occurrence.map_or_else(|| title.clone(), |record| format!("{title}: {}", record.what)),
        what,
        deadline: clock.map(|clock| t.due(clock.due, visit.zone)).unwrap_or_default(),
        papers,
        action,
        back,
    })
}

/// What a duty is called, be it the library's or one that counsel named.
fn named(visit: &Visit, view: &IncidentView, duty: &DutyId, instance: Option<&OccurrenceId>) -> String {
    let instance = instance.filter(|_| is_counsels(duty));
    Wording::of(visit, view).duty(duty, instance)
}

/// Which of the papers was handed in: the usual one first; something else last.
fn paper_choices(visit: &Visit, form: Lang) -> Vec<Choice> {
    let t = visit.t;
    let usual = Tongues::usual(form, t.lang());
    let others = Lang::ALL.into_iter().filter(|lang| *lang != form);
    let beside = others.clone().map(|other| Tongues { lang: form, beside: Some(other) });
    let alone = [Tongues { lang: form, beside: None }];
    let all = beside.chain(alone).chain(others.map(|lang| Tongues { lang, beside: None }));
    let ordered = [usual].into_iter().chain(all.filter(|tongues| *tongues != usual));
    let choice = |tongues: Tongues| {
        let name = match tongues.beside {
            Some(beside) => t.filing_language_beside(t.language(tongues.lang), t.language(beside)),
            None => t.language(tongues.lang),
        };
        let beside = tongues.beside.map_or("none", Lang::tag);
        Choice::new(&format!("{}+{beside}", tongues.lang.tag()), t.filing_paper_choice(name))
    };
    ordered.map(choice).chain([Choice::new("none", t.filing_paper_other())]).collect()
}

/// Reads `ko+en`; nothing for a file that Dutyclock did not make.
fn tongues(choice: &str) -> Option<Tongues> {
    let (lang, beside) = choice.split_once('+')?;
    Some(Tongues { lang: Lang::from_tag(lang)?, beside: Lang::from_tag(beside) })
}

const fn channel_name(channel: Channel) -> &'static str {
    match channel {
        Channel::Portal => "portal",
        Channel::Email => "email",
        Channel::Telephone => "telephone",
        Channel::Letter => "letter",
    }
}

fn show_withdraw(visit: &Visit, mut form: FormState, position: i64) -> Result<HttpResponse, Failure> {
    let t = visit.t;
    let header = form.header(visit)?;
    let mut filed = form.view.incident.filed.iter();
    let record = filed.find(|record| record.position == position).ok_or(Failure::NotFound)?;
    let duty = named(visit, &form.view, &record.duty, record.instance.as_ref());
    let status = header.trouble.status;
    let page = WithdrawPage {
        action: format!("{}/filed/{position}/withdraw", header.path),
        what: t.filing_record(duty, t.timing(record.at), t.channel(record.channel)),
        reason: form.typed.as_ref().map(|typed| typed.text("reason")).unwrap_or_default(),
        page: form.page,
        header,
    };
    answer::with_status(status, &page)
}
