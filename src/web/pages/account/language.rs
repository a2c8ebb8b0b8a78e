//! Choosing the language: for good where somebody is signed in, in a cookie where nobody is.

use crate::law::base::words::Lang;
use crate::web::http::failure::Failure;
use crate::web::http::form::FormData;
use crate::web::http::guest::Guest;
use crate::web::http::visit::visit;
use crate::web::http::{answer, cookies, paths};
use actix_web::{HttpRequest, HttpResponse};

/// Chooses, and goes back to the page.
pub async fn post(request: HttpRequest, guest: Guest, typed: FormData) -> Result<HttpResponse, Failure> {
    let visit = visit(&request).await?;
    let genuine = visit.as_ref().is_some_and(|visit| visit.genuine(&typed)) || guest.genuine(&typed);
    if !genuine {
        return Err(Failure::StaleForm);
    }
    let mut answer = answer::see_other(&paths::readable(&guest.addresses, typed.get("back")));
    let Some(lang) = Lang::from_tag(typed.get("tag")) else { return Ok(answer) };
    if let Some(visit) = visit {
        visit.web.desk.choose_language(visit.actor(), lang).await?;
    }
    let cookie = cookies::language(lang.tag(), guest.web.secure_cookies);
    answer.add_cookie(&cookie).map_err(|cause| Failure::Fault(cause.to_string()))?;
    Ok(answer)
}
