//! Answers: a rendered page, or a redirection after something was done.

use super::failure::Failure;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, LOCATION};
use askama::Template;

/// A page.
///
/// # Errors
/// When the template fails, which is a fault of ours.
pub fn page(template: &impl Template) -> Result<HttpResponse, Failure> {
    with_status(StatusCode::OK, template)
}

/// A page with a status of its own: a form that cannot be taken (422), a conflict (409).
///
/// # Errors
/// When the template fails, which is a fault of ours.
pub fn with_status(status: StatusCode, template: &impl Template) -> Result<HttpResponse, Failure> {
    let body = template.render().map_err(|cause| Failure::Fault(cause.to_string()))?;
    Ok(HttpResponse::build(status)
        .content_type("text/html; charset=utf-8")
        .insert_header((CACHE_CONTROL, "no-store"))
        .body(body))
}

/// Sends the browser to another page after something was done.
#[must_use]
pub fn see_other(path: &str) -> HttpResponse {
    HttpResponse::SeeOther().insert_header((LOCATION, path)).insert_header((CACHE_CONTROL, "no-store")).finish()
}

/// A file to save or to look at. The name must be plain ASCII.
#[must_use]
pub fn file(media_type: &str, name: &str, inline: bool, body: Vec<u8>) -> HttpResponse {
    let way = if inline { "inline" } else { "attachment" };
    HttpResponse::Ok()
        .content_type(media_type)
        .insert_header(("Content-Disposition", format!("{way}; filename=\"{name}\"")))
        .insert_header((CACHE_CONTROL, "no-store"))
        .body(body)
}
