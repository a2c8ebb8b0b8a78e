//! The page about a failure: what happened, what to do next, where to go on; and the form that was sent, where nothing
//! of it was taken. Causes go to the log under a reference that the page shows.

use super::account::sign_in;
use crate::db::StoreError;
use crate::locales::Text;
use crate::web::forms::kept::{KeptForm, ResendForm};
use crate::web::forms::problems;
use crate::web::http::access::Addresses;
use crate::web::http::failure::Failure;
use crate::web::http::form::FormData;
use crate::web::http::guest::Guest;
use crate::web::http::visit;
use crate::web::http::visit::Visit;
use crate::web::http::{access, paths};
use crate::web::views::frame::Page;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{ALLOW, CACHE_CONTROL, HeaderValue, RETRY_AFTER};
use actix_web::middleware::Next;
use actix_web::{Error, HttpMessage, HttpRequest, HttpResponse, ResponseError};
use askama::Template;
use std::error::Error as Cause;

/// Seconds after which a browser or a program may ask again when the database is away.
const TRY_AGAIN: &str = "10";

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage {
    page: Page,
    title: String,
    what: String,
    next: String,
    reference: String,
    links: Vec<Link>,
    kept: Option<ResendForm>,
}

struct Link {
    href: String,
    text: String,
}

/// There is no page at this address.
pub async fn not_found(request: HttpRequest) -> Result<HttpResponse, Failure> {
    visit::visit(&request).await?;
    Err(Failure::NotFound)
}

/// There is a page at this address, but it is not called like this.
pub async fn wrong_method(request: HttpRequest) -> Result<HttpResponse, Failure> {
    visit::visit(&request).await?;
    Err(Failure::WrongMethod)
}

/// Turns every failure into a page in the reader's language.
///
/// # Errors
/// Passes on errors that are not ours, such as a connection that broke.
pub async fn shown(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let answer = next.call(request).await?.map_into_boxed_body();
    let shown = answer.response().error().map(|error| match error.as_error::<Failure>() {
        Some(failure) => page(answer.request(), failure),
        // What the library itself refuses: an address or a header that means nothing here.
        None if answer.status().is_client_error() => page(answer.request(), &Failure::NotFound),
        None => page(answer.request(), &Failure::Fault(error.to_string())),
    });
    match shown {
        None => Ok(answer),
        Some(page) => Ok(answer.into_response(page)),
    }
}

/// The page about a failed request.
fn page(request: &HttpRequest, failure: &Failure) -> HttpResponse {
    let known = request.extensions().get::<Visit>().cloned();
    let page = match (failure, &known) {
        (Failure::SignInFirst, _) => sign_in::first(request),
        (Failure::StaleForm, None) if request.path() == sign_in::PATH => sign_in::stale(request),
        _ => of(request, failure, known.as_ref()),
    };
    page.unwrap_or_else(|cause| {
        tracing::error!(%cause, "the page about a failure failed");
        HttpResponse::InternalServerError().finish()
    })
}

fn of(request: &HttpRequest, failure: &Failure, known: Option<&Visit>) -> Result<HttpResponse, Failure> {
    let guest = Guest::of(request)?;
    let page = known.map_or_else(|| Page::guest(&guest), |visit| Page::of(visit, ""));
    let reference = logged(failure);
    let kept = kept(request, &guest.addresses, failure, known).map(|kept| match failure {
        // The store was away, and with it whoever could be asked for a new token: the old one still holds.
        Failure::Store(_) => (kept, FormData::left_with(request).unwrap_or_default().text("csrf")),
        Failure::SentBefore(_) => (kept.anew(&page.once), page.csrf.clone()),
        _ => (kept, page.csrf.clone()),
    });
    let kept = kept.map(|(kept, csrf)| ResendForm::new(&page, &guest.web.desk.library, kept, csrf));
    let (title, what, next) = words(page.t, failure, known, kept.is_some());
    let links = links(page.t, &guest.addresses, &paths::path_of(request), known.is_some(), request.method() == "GET");
    let body = ErrorPage { page, title, what, next, reference, links, kept }.render();
    let body = body.map_err(|cause| Failure::Fault(cause.to_string()))?;
    let mut answer = HttpResponse::build(failure.status_code());
    answer.content_type("text/html; charset=utf-8").insert_header((CACHE_CONTROL, "no-store"));
    match failure {
        Failure::TooMany { wait } => answer.insert_header((RETRY_AFTER, wait.to_string())),
        // What was not read to its end cannot be told from the next request.
        Failure::TooSlow | Failure::TooLarge | Failure::TooManyFields | Failure::SignInFirst => answer.force_close(),
        Failure::Store(StoreError::Unavailable(_)) => answer.insert_header((RETRY_AFTER, TRY_AGAIN)),
        Failure::WrongMethod => {
            let allowed = HeaderValue::from_str(&access::allowed(request));
            answer.insert_header((ALLOW, allowed.unwrap_or(HeaderValue::from_static("GET"))))
        }
        _ => &mut answer,
    };
    Ok(guest.bind(answer.body(body)))
}

/// The form that was sent and of which nothing was taken. Kept for whoever is signed in, or was when it was given out;
/// never for a stranger, to whom it would come back larger than it was sent.
fn kept(request: &HttpRequest, addresses: &Addresses, failure: &Failure, known: Option<&Visit>) -> Option<KeptForm> {
    let typed = FormData::left_with(request)?;
    let keeps = match failure {
        Failure::StaleForm | Failure::SentBefore(_) => known.is_some(),
        Failure::Store(_) => visit::once_ours(request, &typed),
        _ => false,
    };
    keeps.then(|| KeptForm::of(addresses, &paths::path_of(request), &typed)).flatten()
}

/// Title, what happened, what to do next.
fn words(t: Text, failure: &Failure, known: Option<&Visit>, kept: bool) -> (String, String, String) {
    let zone = known.map_or(chrono_tz::UTC, |visit| visit.zone);
    let again = if kept { t.kept_next() } else { t.error_again_next() };
    match failure {
        Failure::SignInFirst => (t.sign_in_title(), t.sign_in_first(), String::new()),
        Failure::StaleForm => (t.error_stale_form_title(), t.error_stale_form(), again),
        Failure::CrossSite => (t.error_cross_site_title(), t.error_cross_site(), t.error_cross_site_next()),
        Failure::NotAllowed => (t.error_not_allowed_title(), t.error_not_allowed(), t.error_not_allowed_next()),
        Failure::NotFound => (t.error_not_found_title(), t.error_not_found(), t.error_not_found_next()),
        Failure::WrongMethod => (t.error_wrong_method_title(), t.error_wrong_method(), t.error_not_found_next()),
        Failure::TooLarge => (t.error_too_large_title(), t.error_too_large(), t.error_too_large_next()),
        Failure::TooManyFields => (t.error_too_many_fields_title(), t.error_too_large(), t.error_not_ours_next()),
        Failure::TooSlow => (t.error_too_slow_title(), t.error_too_slow(), t.error_too_slow_next()),
        Failure::Packed => (t.error_packed_title(), t.error_packed(), t.error_not_ours_next()),
        Failure::SentBefore(at) => {
            (t.error_sent_before_title(), t.error_sent_before(t.moment(*at, zone)), t.error_sent_before_next())
        }
        Failure::TooMany { wait } => (t.error_too_many_title(), t.sign_in_wait(t.wait(seconds(*wait))), String::new()),
        Failure::NotNow(problem) => (t.error_not_now_title(), problems::text(t, problem, zone), String::new()),
        Failure::Store(StoreError::Unavailable(_)) => (t.error_unavailable_title(), t.error_unavailable(), again),
        Failure::Store(StoreError::DiskFull(_)) => (t.error_disk_full_title(), t.error_disk_full(), again),
        Failure::Store(StoreError::Replaced) => (t.error_replaced_title(), t.error_replaced(), again),
        Failure::Store(_) | Failure::Fault(_) => (t.error_fault_title(), t.error_fault(), again),
    }
}

fn seconds(wait: u64) -> i64 {
    i64::try_from(wait).unwrap_or(i64::MAX)
}

fn links(t: Text, addresses: &Addresses, path: &str, known: bool, reading: bool) -> Vec<Link> {
    let mut links = Vec::new();
    let nearest = paths::readable(addresses, path);
    let here = nearest == path;
    if here && reading {
        links.push(Link { href: nearest, text: t.error_link_again() });
    } else if nearest != "/" {
        links.push(Link { href: nearest, text: t.error_link_nearest() });
    }
    if known {
        links.push(Link { href: "/".to_owned(), text: t.error_link_board() });
        links.push(Link { href: "/incidents".to_owned(), text: t.error_link_incidents() });
    } else {
        links.push(Link { href: sign_in::PATH.to_owned(), text: t.error_link_sign_in() });
    }
    links
}

/// Writes the cause of a fault to the log and answers the reference under which it stands there.
fn logged(failure: &Failure) -> String {
    let cause = match failure {
        Failure::Store(error) => chain(error),
        Failure::Fault(cause) => cause.clone(),
        _ => return String::new(),
    };
    let reference = crate::app::desk::fresh::name();
    tracing::error!(reference, cause, "a request failed");
    reference
}

/// An error with what lies beneath it.
fn chain(error: &dyn Cause) -> String {
    let mut text = error.to_string();
    let mut below = error.source();
    while let Some(cause) = below {
        text = format!("{text}: {cause}");
        below = cause.source();
    }
    text
}
