//! Accepting an invitation: choosing a password, once. Looking at the link does not use it up, because mail scanners
//! follow links.

use super::sign_in;
use crate::app::desk::refusal::{Problem, Refusal};
use crate::app::office::people;
use crate::app::office::people::NewPassword;
use crate::web::forms::problems::Errors;
use crate::web::http::answer;
use crate::web::http::failure::Failure;
use crate::web::http::guest::{Guest, GuestForm};
use crate::web::views::frame::Page;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;
use secrecy::SecretString;

#[derive(Template)]
#[template(path = "pages/account/invitation.html")]
struct Invitation {
    page: Page,
    name: String,
    email: String,
    errors: Errors,
}

/// The form.
pub async fn get(guest: Guest, token: Path<String>) -> Result<HttpResponse, Failure> {
    show(&guest, &token, StatusCode::OK, Errors::default()).await
}

async fn show(guest: &Guest, token: &str, status: StatusCode, errors: Errors) -> Result<HttpResponse, Failure> {
    let invited = guest.web.desk.invited(token, people::CHOOSE_PASSWORD).await?;
    let invited = invited.ok_or(Failure::NotNow(Problem::LinkSpent))?;
    let form = Invitation { page: Page::guest(guest), name: invited.name, email: invited.email, errors };
    Ok(guest.bind(answer::with_status(status, &form)?))
}

/// Chooses the password and signs in.
pub async fn post(sent: GuestForm, token: Path<String>) -> Result<HttpResponse, Failure> {
    let GuestForm { guest, typed } = sent;
    let chosen = NewPassword {
        password: SecretString::from(typed.text("password")),
        again: SecretString::from(typed.text("again")),
    };
    match guest.web.desk.accept_invitation(&token, chosen).await {
        Ok(session) => sign_in::enter(&guest.web, session, "/"),
        Err(Refusal::Invalid(errors)) => {
            let errors = Errors::new(guest.t, chrono_tz::UTC, &guest.web.desk.library, &errors);
            show(&guest, &token, StatusCode::UNPROCESSABLE_ENTITY, errors).await
        }
        Err(refusal) => Err(refusal.into()),
    }
}
