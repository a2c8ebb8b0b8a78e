//! A request by a signed-in person, and a form sent by one. Pages take these as arguments; whoever is not signed in is
//! sent to sign in, and nothing typed is lost on the way.

use super::failure::Failure;
use super::form::FormData;
use super::state::Web;
use super::{access, cookies, paths, seal};
use crate::app::account::sign_in::SignedIn;
use crate::app::desk::actor::{Actor, Permission};
use crate::law::base::moment::Moment;
use crate::locales::Text;
use actix_web::cookie::Cookie;
use actix_web::dev::Payload;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpMessage, HttpRequest};
use chrono_tz::Tz;
use std::future::Future;
use std::pin::Pin;

/// A request by a signed-in person.
#[derive(Debug, Clone)]
pub struct Visit {
    /// The program.
    pub web: Web,
    /// Who.
    pub signed: SignedIn,
    /// Their language.
    pub t: Text,
    /// The moment of the request.
    pub now: Moment,
    /// The organisation's zone.
    pub zone: Tz,
    /// The path and query of the request.
    pub path: String,
    /// The token that every form of this session must carry.
    pub csrf: String,
}

impl Visit {
    /// The person.
    #[must_use]
    pub const fn actor(&self) -> &Actor {
        &self.signed.actor
    }

    /// Whether their role includes something: for showing or hiding a control, never instead of the check in `app`.
    #[must_use]
    pub const fn may(&self, permission: Permission) -> bool {
        self.signed.actor.role.may(permission)
    }

    /// Leaves something for the next page to say.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn say(&self, text: String) -> Result<(), Failure> {
        self.web.desk.leave_flash(self.signed.session.clone(), text).await;
        Ok(())
    }
}

impl Visit {
    /// A request by a person who is signed in with this cookie, on a page of this path.
    #[must_use]
    pub fn of(web: &Web, signed: SignedIn, cookie: &str, path: String) -> Self {
        let (t, zone, csrf) = (Text::new(signed.lang), signed.zone, seal::of_session(web, cookie));
        Self { web: web.clone(), t, now: web.desk.now(), zone, path, csrf, signed }
    }

    /// Whether a form carries the token of this session.
    #[must_use]
    pub fn genuine(&self, typed: &FormData) -> bool {
        seal::same(&self.csrf, typed.get("csrf"))
    }
}

impl FromRequest for Visit {
    type Error = Failure;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Failure>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let visit = visit(&request).await?.ok_or(Failure::SignInFirst)?;
            access::permit(&request, visit.signed.actor.role)?;
            Ok(visit)
        })
    }
}

/// The session's cookie, whether or not the session goes on.
fn session_cookie(request: &HttpRequest) -> Option<Cookie<'static>> {
    let web = request.app_data::<Data<Web>>()?;
    request.cookie(&cookies::session_name(web.secure_cookies)).filter(|cookie| !cookie.value().is_empty())
}

/// Whether a form carries the token of the session whose cookie came along, even where that session has ended: only what
/// this program itself gave out is kept for its sender, never what a stranger made up.
#[must_use]
pub fn once_ours(request: &HttpRequest, typed: &FormData) -> bool {
    let web = request.app_data::<Data<Web>>();
    let pair = web.zip(session_cookie(request));
    pair.is_some_and(|(web, cookie)| seal::same(&seal::of_session(web, cookie.value()), typed.get("csrf")))
}

/// Who visits, if anybody is signed in. Remembered with the request, so that a page about a failure knows it too.
///
/// # Errors
/// When the store fails.
pub async fn visit(request: &HttpRequest) -> Result<Option<Visit>, Failure> {
    let web = request.app_data::<Data<Web>>().ok_or_else(|| Failure::Fault("no state".to_owned()))?;
    let Some(cookie) = session_cookie(request) else { return Ok(None) };
    let Some(signed) = web.desk.whoever(cookie.value()).await? else { return Ok(None) };
    if signed.flash.is_some() && request.method() == actix_web::http::Method::GET {
        web.desk.clear_flash(signed.session.clone()).await;
    }
    let visit = Visit::of(web, signed, cookie.value(), paths::path_of(request));
    request.extensions_mut().insert(visit.clone());
    Ok(Some(visit))
}

/// A form sent by a signed-in person, with the token of their session.
#[derive(Debug, Clone)]
pub struct SubmittedForm {
    /// The request.
    pub visit: Visit,
    /// What was typed.
    pub typed: FormData,
}

impl FromRequest for SubmittedForm {
    type Error = Failure;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Failure>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let typed = FormData::from_request(request, payload);
        let request = request.clone();
        Box::pin(async move {
            // Whoever never was signed in has no form of ours, and nothing of it is read.
            session_cookie(&request).ok_or(Failure::SignInFirst)?;
            let typed = typed.await?;
            let visit = visit(&request).await?.ok_or(Failure::SignInFirst)?;
            if !visit.genuine(&typed) {
                return Err(Failure::StaleForm);
            }
            access::permit(&request, visit.signed.actor.role)?;
            Ok(Self { visit, typed })
        })
    }
}
