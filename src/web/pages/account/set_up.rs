//! The first start: whoever holds the one-time link printed by the program becomes the first administrator. Everybody
//! else is told only that the link does not work.

use super::sign_in;
use crate::app::desk::refusal::Refusal;
use crate::app::office::people;
use crate::app::office::people::{NewPassword, NewPerson};
use crate::web::forms::choice::Choice;
use crate::web::forms::lists;
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
#[template(path = "pages/account/set_up.html")]
struct SetUp {
    page: Page,
    person: String,
    email: String,
    lang: String,
    langs: Vec<Choice>,
    errors: Errors,
}

/// The form.
pub async fn get(guest: Guest, token: Path<String>) -> Result<HttpResponse, Failure> {
    guest.web.desk.invited(&token, people::SET_UP).await?;
    let lang = guest.t.tag().to_owned();
    show(&guest, StatusCode::OK, String::new(), String::new(), lang, Errors::default())
}

fn show(
    guest: &Guest,
    status: StatusCode,
    person: String,
    email: String,
    lang: String,
    errors: Errors,
) -> Result<HttpResponse, Failure> {
    let form = SetUp { page: Page::guest(guest), person, email, lang, langs: lists::languages(guest.t), errors };
    Ok(guest.bind(answer::with_status(status, &form)?))
}

/// Makes the first administrator and signs them in.
pub async fn post(sent: GuestForm, token: Path<String>) -> Result<HttpResponse, Failure> {
    let GuestForm { guest, typed } = sent;
    let person = NewPerson {
        name: typed.text("name"),
        email: typed.text("email"),
        lang: typed.text("lang"),
        ..NewPerson::default()
    };
    let chosen = NewPassword {
        password: SecretString::from(typed.text("password")),
        again: SecretString::from(typed.text("again")),
    };
    let (name, email, lang) = (person.name.clone(), person.email.clone(), person.lang.clone());
    match guest.web.desk.set_up(&token, person, chosen).await {
        Ok(session) => sign_in::enter(&guest.web, session, "/organisation"),
        Err(Refusal::Invalid(errors)) => {
            let errors = Errors::new(guest.t, chrono_tz::UTC, &guest.web.desk.library, &errors);
            show(&guest, StatusCode::UNPROCESSABLE_ENTITY, name, email, lang, errors)
        }
        Err(refusal) => Err(refusal.into()),
    }
}
