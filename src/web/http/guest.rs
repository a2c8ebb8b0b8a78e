//! A request by whoever is not signed in, and a form sent by one: signing in, setting up, accepting an invitation.
//!
//! Forms without a session are bound to the browser they were shown to: the token in the form is the keyed hash of a
//! random cookie, so that no other site can make a browser sign in under somebody else's name.

use super::access::Addresses;
use super::failure::Failure;
use super::form::FormData;
use super::state::Web;
use super::{browser, cookies, paths, seal};
use crate::app::desk::fresh;
use crate::law::base::moment::Moment;
use crate::law::base::words::Lang;
use crate::locales::{self, Text};
use actix_web::dev::Payload;
use actix_web::http::header::ACCEPT_LANGUAGE;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest, HttpResponse};
use std::future::{Future, Ready, ready};
use std::pin::Pin;

/// A request by whoever is not signed in.
#[derive(Debug, Clone)]
pub struct Guest {
    /// The program.
    pub web: Web,
    /// The language: the one chosen before, else the browser's wish.
    pub t: Text,
    /// The moment of the request.
    pub now: Moment,
    /// The path and query of the request.
    pub path: String,
    /// Every address of the program.
    pub addresses: Data<Addresses>,
    nonce: String,
    new: bool,
}

impl Guest {
    /// Reads what a request says of its sender.
    ///
    /// # Errors
    /// When the server was put together without its state or its table of addresses, a fault of ours.
    pub fn of(request: &HttpRequest) -> Result<Self, Failure> {
        let web = request.app_data::<Data<Web>>().ok_or_else(|| Failure::Fault("no state".to_owned()))?;
        let addresses = request.app_data().cloned().ok_or_else(|| Failure::Fault("no addresses".to_owned()))?;
        let known = request.cookie(&cookies::guest_name(web.secure_cookies));
        let known = known.map(|cookie| cookie.value().to_owned()).filter(|nonce| nonce.len() == 32);
        Ok(Self {
            web: web.get_ref().clone(),
            t: Text::new(language(request, web.secure_cookies)),
            now: web.desk.now(),
            path: paths::path_of(request),
            addresses,
            new: known.is_none(),
            nonce: known.unwrap_or_else(fresh::secret),
        })
    }

    /// The token that this browser's forms must carry.
    #[must_use]
    pub fn csrf(&self) -> String {
        seal::over(&self.web, "a form without a session", [self.nonce.as_str()])
    }

    /// Whether a form carries the token it was given.
    #[must_use]
    pub fn genuine(&self, typed: &FormData) -> bool {
        seal::same(&self.csrf(), typed.get("csrf"))
    }

    /// Adds the cookie to which the answer's form is bound.
    #[must_use]
    pub fn bind(&self, mut answer: HttpResponse) -> HttpResponse {
        if self.new {
            // Refused only for a cookie that no header can carry; ours is letters and digits.
            let _ = answer.add_cookie(&cookies::guest(self.nonce.clone(), self.web.secure_cookies));
        }
        answer
    }
}

fn language(request: &HttpRequest, secure: bool) -> Lang {
    let chosen = request.cookie(&cookies::language_name(secure)).and_then(|cookie| Lang::from_tag(cookie.value()));
    chosen.unwrap_or_else(|| {
        let wish = request.headers().get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        locales::choose(wish.unwrap_or_default())
    })
}

impl FromRequest for Guest {
    type Error = Failure;
    type Future = Ready<Result<Self, Failure>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Self::of(request))
    }
}

/// A form sent without a session, with the token of the browser it was shown to.
#[derive(Debug, Clone)]
pub struct GuestForm {
    /// The request.
    pub guest: Guest,
    /// What was typed.
    pub typed: FormData,
}

impl FromRequest for GuestForm {
    type Error = Failure;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Failure>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let typed = FormData::from_request(request, payload);
        let (guest, request) = (Guest::of(request), request.clone());
        Box::pin(async move {
            let (guest, typed) = (guest?, typed.await?);
            let desk = &guest.web.desk;
            let counted = desk.attempts.by_anybody(browser::network(&request, &guest.web), guest.now).await;
            counted.map_err(|wait| Failure::TooMany { wait })?;
            if guest.genuine(&typed) { Ok(Self { guest, typed }) } else { Err(Failure::StaleForm) }
        })
    }
}
