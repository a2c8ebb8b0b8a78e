//! Signing in and out. Wrong address and wrong password are answered alike; a form that met an ended session is carried
//! through signing in and offered again, so that nothing typed is lost.

use crate::app::account::sign_in::FreshSession;
use crate::app::desk::input::unprintable;
use crate::app::desk::refusal::Refusal;
use crate::web::forms::kept::{Field, KeptForm, ResendForm};
use crate::web::forms::problems::Errors;
use crate::web::http::answer;
use crate::web::http::browser;
use crate::web::http::cookies;
use crate::web::http::failure::Failure;
use crate::web::http::form::FormData;
use crate::web::http::guest::{Guest, GuestForm};
use crate::web::http::paths;
use crate::web::http::state::Web;
use crate::web::http::visit;
use crate::web::http::visit::{SubmittedForm, Visit, visit};
use crate::web::views::frame::Page;
use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderValue, RETRY_AFTER};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use secrecy::SecretString;
use url::form_urlencoded;

/// The longest e-mail address shown again, in characters (RFC 5321).
const LONGEST_EMAIL: usize = 254;

/// The address of this page.
pub const PATH: &str = "/sign-in";

#[derive(Template)]
#[template(path = "pages/account/sign_in.html")]
struct SignIn {
    page: Page,
    email: String,
    back: String,
    carried: Vec<Field>,
    errors: Errors,
    /// What is wrong with the address itself, to be told beside it; what is wrong with both together is told above.
    at_email: String,
}

#[derive(Template)]
#[template(path = "pages/account/welcome_back.html")]
struct WelcomeBack {
    page: Page,
    kept: ResendForm,
}

/// The form; whoever is signed in goes where they wanted to.
pub async fn get(request: HttpRequest, guest: Guest) -> Result<HttpResponse, Failure> {
    let query = FormData::parse(request.query_string().as_bytes());
    let back = paths::readable(&guest.addresses, query.get("back"));
    if visit(&request).await?.is_some() {
        return Ok(answer::see_other(&back));
    }
    show(&guest, StatusCode::OK, SignIn::blank(&guest, back))
}

impl SignIn {
    fn blank(guest: &Guest, back: String) -> Self {
        let page = Page { path: PATH.to_owned(), ..Page::guest(guest) };
        Self {
            page,
            email: String::new(),
            back,
            carried: Vec::new(),
            errors: Errors::default(),
            at_email: String::new(),
        }
    }

    /// The form again, with everything that came along.
    fn again(guest: &Guest, typed: &FormData, text: String) -> Self {
        Self {
            email: typed.get("email").chars().take(LONGEST_EMAIL).collect(),
            carried: KeptForm::carried(&guest.web, &guest.addresses, typed)
                .map(|kept| kept.hidden(&guest.web))
                .unwrap_or_default(),
            errors: Errors::one("email", text),
            ..Self::blank(guest, paths::readable(&guest.addresses, typed.get("back")))
        }
    }
}

fn show(guest: &Guest, status: StatusCode, form: SignIn) -> Result<HttpResponse, Failure> {
    Ok(guest.bind(answer::with_status(status, &form)?))
}

/// Signs in.
pub async fn post(request: HttpRequest, sent: Result<GuestForm, Failure>) -> Result<HttpResponse, Failure> {
    let GuestForm { guest, typed } = match sent {
        Err(Failure::TooMany { wait }) => return slowly(&request, wait),
        sent => sent?,
    };
    let (web, email) = (&guest.web, typed.text("email"));
    if email.chars().any(unprintable) {
        let at_email = guest.t.problem_unprintable();
        let form = SignIn { at_email: at_email.clone(), ..SignIn::again(&guest, &typed, at_email) };
        return show(&guest, StatusCode::UNPROCESSABLE_ENTITY, form);
    }
    let browser = browser::browser(&request, web, &email);
    let session = match web.desk.sign_in(&browser, email, SecretString::from(typed.text("password"))).await {
        Err(Refusal::TooMany { wait }) => return slowly(&request, wait),
        Err(refusal) => return Err(refusal.into()),
        Ok(None) => {
            let form = SignIn::again(&guest, &typed, guest.t.sign_in_wrong());
            return show(&guest, StatusCode::UNPROCESSABLE_ENTITY, form);
        }
        Ok(Some(session)) => session,
    };
    if let Some(earlier) = visit(&request).await? {
        web.desk.sign_out(earlier.signed.session).await?;
    }
    match KeptForm::carried(web, &guest.addresses, &typed) {
        None => enter(web, session, &paths::readable(&guest.addresses, typed.get("back"))),
        Some(kept) => welcome_back(&guest, session, kept).await,
    }
}

/// Too many attempts: the form again, with how long to wait.
fn slowly(request: &HttpRequest, wait: u64) -> Result<HttpResponse, Failure> {
    let (guest, typed) = (Guest::of(request)?, FormData::left_with(request).unwrap_or_default());
    let text = guest.t.sign_in_wait(guest.t.wait(i64::try_from(wait).unwrap_or(i64::MAX)));
    let mut answer = show(&guest, StatusCode::TOO_MANY_REQUESTS, SignIn::again(&guest, &typed, text))?;
    answer.headers_mut().insert(RETRY_AFTER, HeaderValue::from(wait));
    Ok(answer)
}

/// Goes on with a fresh session, in a browser that is known from now on.
///
/// # Errors
/// When a cookie cannot be written, which is a fault of ours.
pub fn enter(web: &Web, session: FreshSession, path: &str) -> Result<HttpResponse, Failure> {
    with_session(web, session, answer::see_other(path))
}

fn with_session(web: &Web, session: FreshSession, mut answer: HttpResponse) -> Result<HttpResponse, Failure> {
    let known = browser::known(web, &session.email);
    for cookie in [cookies::session(session.token, web.secure_cookies), known] {
        answer.add_cookie(&cookie).map_err(|cause| Failure::Fault(cause.to_string()))?;
    }
    Ok(answer)
}

/// Shows what was typed before the session had ended, with a button that sends it.
async fn welcome_back(guest: &Guest, session: FreshSession, kept: KeptForm) -> Result<HttpResponse, Failure> {
    let web = &guest.web;
    let signed =
        web.desk.whoever(&session.token).await?.ok_or_else(|| Failure::Fault("a fresh session is gone".to_owned()))?;
    let back = paths::readable(&guest.addresses, &kept.path);
    let page = Page::of(&Visit::of(web, signed, &session.token, back), "");
    let csrf = page.csrf.clone();
    let kept = ResendForm::new(&page, &web.desk.library, kept, csrf);
    with_session(web, session, answer::page(&WelcomeBack { page, kept })?)
}

/// Ends the session.
pub async fn sign_out(sent: SubmittedForm) -> Result<HttpResponse, Failure> {
    let web = &sent.visit.web;
    web.desk.sign_out(sent.visit.signed.session.clone()).await?;
    let mut answer = answer::see_other(PATH);
    let cookie = cookies::no_session(web.secure_cookies);
    answer.add_cookie(&cookie).map_err(|cause| Failure::Fault(cause.to_string()))?;
    Ok(answer)
}

/// What a request is answered that needs a session and has none: reading comes back after signing in, a form is kept.
///
/// # Errors
/// When the page cannot be written, which is a fault of ours.
pub fn first(request: &HttpRequest) -> Result<HttpResponse, Failure> {
    let (guest, path) = (Guest::of(request)?, paths::path_of(request));
    let typed = FormData::left_with(request).filter(|typed| visit::once_ours(request, typed));
    match typed.and_then(|typed| KeptForm::of(&guest.addresses, &path, &typed)) {
        None => {
            let back = paths::readable(&guest.addresses, &path);
            let back: String = form_urlencoded::byte_serialize(back.as_bytes()).collect();
            Ok(answer::see_other(&if back == "%2F" { PATH.to_owned() } else { format!("{PATH}?back={back}") }))
        }
        Some(kept) => {
            let form = SignIn {
                carried: kept.hidden(&guest.web),
                errors: Errors::one("email", guest.t.sign_in_ended()),
                ..SignIn::blank(&guest, paths::readable(&guest.addresses, &kept.path))
            };
            show(&guest, StatusCode::UNAUTHORIZED, form)
        }
    }
}

/// The sign-in form itself was too old: shown again with everything in it but the password.
///
/// # Errors
/// When the page cannot be written, which is a fault of ours.
pub fn stale(request: &HttpRequest) -> Result<HttpResponse, Failure> {
    let (guest, typed) = (Guest::of(request)?, FormData::left_with(request).unwrap_or_default());
    show(&guest, StatusCode::FORBIDDEN, SignIn::again(&guest, &typed, guest.t.sign_in_stale()))
}
