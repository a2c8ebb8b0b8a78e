//! A request by a signed-in person, and a form sent by one. Pages take these as arguments; whoever is not signed in is
//! sent to sign in, and nothing typed is lost on the way.

use super::failure::Failure;
use super::state::Web;
use super::typed::Typed;
use crate::app::actor::{Actor, Permission};
use crate::app::sign_in::SignedIn;
use crate::law::moment::Moment;
use crate::locales::Text;
use actix_web::dev::Payload;
use actix_web::web::{Bytes, Data};
use actix_web::{FromRequest, HttpRequest};
use chrono_tz::Tz;
use std::future::Future;
use std::pin::Pin;
use subtle::ConstantTimeEq;

/// The name of the session's cookie.
pub const SESSION_COOKIE: &str = "dutyclock_session";

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
        Ok(self.web.desk.set_flash(self.signed.session.clone(), Some(text)).await?)
    }
}

impl FromRequest for Visit {
    type Error = Failure;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Failure>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move { visit(&request).await?.ok_or(Failure::SignInFirst { typed: None }) })
    }
}

/// Who visits, if anybody is signed in.
///
/// # Errors
/// When the store fails.
pub async fn visit(request: &HttpRequest) -> Result<Option<Visit>, Failure> {
    let web = request.app_data::<Data<Web>>().ok_or_else(|| Failure::Fault("no state".to_owned()))?;
    let Some(cookie) = request.cookie(SESSION_COOKIE) else { return Ok(None) };
    let Some(signed) = web.desk.whoever(cookie.value()).await? else { return Ok(None) };
    if signed.flash.is_some() && request.method() == actix_web::http::Method::GET {
        web.desk.set_flash(signed.session.clone(), None).await?;
    }
    let path = request.uri().path_and_query().map_or("/", |path| path.as_str()).to_owned();
    let t = Text::new(signed.lang);
    let zone = signed.zone;
    Ok(Some(Visit { web: web.get_ref().clone(), t, now: web.desk.now(), zone, path, signed }))
}

/// A form sent by a signed-in person, with the token of their session.
#[derive(Debug, Clone)]
pub struct Sent {
    /// The request.
    pub visit: Visit,
    /// What was typed.
    pub typed: Typed,
}

impl FromRequest for Sent {
    type Error = Failure;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Failure>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let body = Bytes::from_request(request, payload);
        let request = request.clone();
        Box::pin(async move {
            let body = body.await.map_err(|_| Failure::TooLarge)?;
            let typed = Typed::parse(&body);
            let Some(visit) = visit(&request).await? else {
                return Err(Failure::SignInFirst { typed: Some(typed) });
            };
            let token = typed.get("csrf").as_bytes().ct_eq(visit.signed.csrf.as_bytes());
            if !bool::from(token) {
                return Err(Failure::SignInFirst { typed: Some(typed) });
            }
            Ok(Self { visit, typed })
        })
    }
}
