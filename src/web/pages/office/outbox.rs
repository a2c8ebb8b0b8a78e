//! The outbox: what is stuck on top, then everything, latest first; one message as its reader sees it; another attempt.

use crate::app::desk::actor::Permission;
use crate::app::desk::refusal::{Problem, Refusal};
use crate::app::office::outbox::OutboxView;
use crate::db::Page as Rows;
use crate::db::outbox::{Message, State};
use crate::law::base::moment::Moment;
use crate::web::forms::problems;
use crate::web::http::answer;
use crate::web::http::failure::Failure;
use crate::web::http::form::FormData;
use crate::web::http::guards::DOCUMENT_POLICY;
use crate::web::http::visit::{SubmittedForm, Visit};
use crate::web::views::frame::Page;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY};
use actix_web::web::Path;
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

const PATH: &str = "/outbox";
/// Messages on one page of the list.
const SIZE: i64 = 50;

#[derive(Template)]
#[template(path = "pages/office/outbox.html")]
struct Outbox {
    page: Page,
    counts: String,
    stuck: Vec<Row>,
    rows: Vec<Row>,
    folder: Option<String>,
    newer: Option<i64>,
    older: Option<i64>,
}

struct Row {
    id: i64,
    subject: String,
    recipient: String,
    when: String,
    standing: &'static str,
    state: String,
    error: String,
}

#[derive(Template)]
#[template(path = "pages/office/message.html")]
struct MessagePage {
    page: Page,
    row: Row,
    lang: &'static str,
    text: String,
    attempts: i32,
    written: String,
    sent: String,
    next: String,
    about: String,
    about_href: String,
    may_retry: bool,
}

fn row(visit: &Visit, message: &Message) -> Row {
    let t = visit.t;
    let to_files = visit.web.mail_folder.is_some();
    let (standing, state) = match message.state {
        State::Queued => ("waiting", t.outbox_state_queued()),
        State::Leased => ("running", t.outbox_state_leased()),
        State::Sent if to_files => ("done", t.outbox_state_filed()),
        State::Sent => ("done", t.outbox_state_sent()),
        State::Failed => ("soon", t.outbox_state_failed()),
        State::GivenUp => ("overdue", t.outbox_state_given_up()),
    };
    Row {
        id: message.id,
        subject: message.subject.clone(),
        recipient: message.recipient.clone(),
        when: when(visit, message.sent_at.unwrap_or(message.created_at)),
        standing,
        state,
        error: message.last_error.clone().unwrap_or_default(),
    }
}

fn when(visit: &Visit, at: Moment) -> String {
    visit.t.moment(at, visit.zone)
}

/// The list.
pub async fn get(request: HttpRequest, visit: Visit) -> Result<HttpResponse, Failure> {
    let query = FormData::parse(request.query_string().as_bytes());
    let number: i64 = query.get("page").parse().unwrap_or(1).clamp(1, 1_000_000);
    let view = visit.web.desk.outbox(visit.actor(), Rows::numbered(number, SIZE)).await?;
    let OutboxView { stuck, messages, total, counts, .. } = view;
    let rows = |messages: &[Message]| messages.iter().map(|message| row(&visit, message)).collect();
    let t = visit.t;
    answer::page(&Outbox {
        page: Page::of(&visit, "outbox"),
        counts: t.outbox_counts(counts.queued, counts.stuck, counts.sent, counts.given_up),
        stuck: rows(&stuck),
        rows: rows(&messages),
        folder: visit.web.mail_folder.clone(),
        newer: Some(number - 1).filter(|newer| *newer > 0),
        older: Some(number + 1).filter(|_| number * SIZE < total),
    })
}

/// One message.
pub async fn one(visit: Visit, id: Path<String>) -> Result<HttpResponse, Failure> {
    let (message, reference) = visit.web.desk.message(visit.actor(), number(&id)?).await?;
    let waiting = matches!(message.state, State::Queued | State::Failed | State::GivenUp);
    let about_href =
        message.stream.as_deref().map(|stream| format!("/{}", stream.replacen("incident/", "incidents/", 1)));
    let next =
        if waiting && message.state != State::GivenUp { when(&visit, message.not_before) } else { String::new() };
    answer::page(&MessagePage {
        row: row(&visit, &message),
        attempts: message.attempts,
        written: when(&visit, message.created_at),
        sent: message.sent_at.map(|at| when(&visit, at)).unwrap_or_default(),
        next,
        about_href: reference.as_ref().and(about_href).unwrap_or_default(),
        about: reference.unwrap_or_default(),
        may_retry: waiting && visit.may(Permission::ManageOutbox),
        lang: message.lang.tag(),
        text: message.text,
        page: Page::of(&visit, "outbox"),
    })
}

/// The HTML part of a message, as a document that can do nothing but show itself.
pub async fn html(visit: Visit, id: Path<String>) -> Result<HttpResponse, Failure> {
    let (message, _) = visit.web.desk.message(visit.actor(), number(&id)?).await?;
    Ok(HttpResponse::Ok()
        .content_type("text/html; charset=utf-8")
        .insert_header((CACHE_CONTROL, "no-store"))
        .insert_header((CONTENT_SECURITY_POLICY, DOCUMENT_POLICY))
        .body(message.html))
}

/// Asks for another attempt.
pub async fn retry(sent: SubmittedForm, id: Path<String>) -> Result<HttpResponse, Failure> {
    let SubmittedForm { visit, typed } = sent;
    let id = number(&id)?;
    let said = match visit.web.desk.retry_message(visit.actor(), typed.ticket(), id).await {
        Ok(_) => visit.t.outbox_retried(),
        Err(Refusal::NotNow(Problem::NothingChanged)) => visit.t.outbox_not_waiting(),
        Err(Refusal::NotNow(problem)) => problems::text(visit.t, &problem, visit.zone),
        Err(refusal) => return Err(refusal.into()),
    };
    visit.say(said).await?;
    Ok(answer::see_other(&format!("{PATH}/{id}")))
}

fn number(id: &str) -> Result<i64, Failure> {
    id.parse().map_err(|_| Failure::NotFound)
}
