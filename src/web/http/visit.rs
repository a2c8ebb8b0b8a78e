//! A request by a signed-in person, and a form sent by one. Pages take these as arguments; whoever is not signed in is
//! sent to sign in, and nothing typed is lost on the way.

use super::failure::Failure;
use super::form::FormData;
use super::state::Web;
use super::{access, cookies};
use crate::app::account::sign_in::SignedIn;
use crate::app::desk::actor::{Actor, Permission};
use crate::law::base::moment::Moment;
use crate::locales::Text;
use actix_web::dev::Payload;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpMessage, HttpRequest};
use chrono_tz::Tz;
use std::future::Future;
use std::pin::Pin;
use subtle::ConstantTimeEq;

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
        self.web.desk.leave_flash(self.signed.session.clone(), text).await;
        Ok(())
    }
}

impl Visit {
    /// A request by a person who is signed in, on a page of this path.
    #[must_use]
    pub fn of(web: &Web, signed: SignedIn, path: String) -> Self {
        let (t, zone) = (Text::new(signed.lang), signed.zone);
        Self { web: web.clone(), t, now: web.desk.now(), zone, path, signed }
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

/// The path and query of a request.
#[must_use]
pub fn path_of(request: &HttpRequest) -> String {
    request.uri().path_and_query().map_or("/", |path| path.as_str()).to_owned()
}

/// Who visits, if anybody is signed in. Remembered with the request, so that a page about a failure knows it too.
///
/// # Errors
/// When the store fails.
pub async fn visit(request: &HttpRequest) -> Result<Option<Visit>, Failure> {
    let web = request.app_data::<Data<Web>>().ok_or_else(|| Failure::Fault("no state".to_owned()))?;
    let Some(cookie) = request.cookie(&cookies::session_name(web.secure_cookies)) else { return Ok(None) };
    let Some(signed) = web.desk.whoever(cookie.value()).await? else { return Ok(None) };
    if signed.flash.is_some() && request.method() == actix_web::http::Method::GET {
        web.desk.clear_flash(signed.session.clone()).await;
    }
    let visit = Visit::of(web, signed, path_of(request));
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
            let typed = typed.await?;
            let visit = visit(&request).await?.ok_or(Failure::SignInFirst)?;
            let token = typed.get("csrf").as_bytes().ct_eq(visit.signed.csrf.as_bytes());
            if !bool::from(token) {
                return Err(Failure::StaleForm);
            }
            access::permit(&request, visit.signed.actor.role)?;
            Ok(Self { visit, typed })
        })
    }
}
