//! One's own account: language and password.

use crate::app::desk::refusal::Refusal;
use crate::app::office::people::NewPassword;
use crate::web::forms::problems::Errors;
use crate::web::http::answer;
use crate::web::http::failure::Failure;
use crate::web::http::visit::{SubmittedForm, Visit};
use crate::web::views::frame::Page;
use crate::web::views::role;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderValue, RETRY_AFTER};
use askama::Template;
use secrecy::SecretString;

const PATH: &str = "/account";

#[derive(Template)]
#[template(path = "pages/account/password.html")]
struct Account {
    page: Page,
    name: String,
    role: String,
    errors: Errors,
}

fn show(visit: &Visit, status: StatusCode, errors: Errors) -> Result<HttpResponse, Failure> {
    let page = Page { path: PATH.to_owned(), ..Page::of(visit, "account") };
    let role = role::role(visit.t, visit.actor().role);
    answer::with_status(status, &Account { page, name: visit.actor().name.clone(), role, errors })
}

/// The page.
pub async fn get(visit: Visit) -> Result<HttpResponse, Failure> {
    show(&visit, StatusCode::OK, Errors::default())
}

/// Chooses another password; every other session of the account ends. Guessing the current one gets slow, as at signing
/// in, but in a count of its own: whoever guesses elsewhere keeps nobody from this.
pub async fn post(sent: SubmittedForm) -> Result<HttpResponse, Failure> {
    let SubmittedForm { visit, typed } = sent;
    let secret = |name: &str| SecretString::from(typed.text(name));
    let chosen = NewPassword { password: secret("password"), again: secret("again") };
    let session = visit.signed.session.clone();
    match visit.web.desk.change_password(visit.actor(), session, secret("current"), chosen).await {
        Ok(()) => {
            visit.say(visit.t.account_password_changed()).await?;
            Ok(answer::see_other(PATH))
        }
        Err(Refusal::Invalid(errors)) => {
            let errors = Errors::new(visit.t, visit.zone, &visit.web.desk.library, &errors);
            show(&visit, StatusCode::UNPROCESSABLE_ENTITY, errors)
        }
        Err(Refusal::TooMany { wait }) => {
            let text = visit.t.sign_in_wait(visit.t.wait(i64::try_from(wait).unwrap_or(i64::MAX)));
            let mut answer = show(&visit, StatusCode::TOO_MANY_REQUESTS, Errors::one("current", text))?;
            answer.headers_mut().insert(RETRY_AFTER, HeaderValue::from(wait));
            Ok(answer)
        }
        Err(refusal) => Err(refusal.into()),
    }
}
