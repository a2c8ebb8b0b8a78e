//! What a failed request is. The one place that decides the status; causes are logged and never shown. How it looks is
//! in `pages/errors.rs`.
//!
//! Pages answer [`Failure`]; everything below answers its own error and is turned into one here. What a person typed
//! wrongly is no failure: the page shows its form again (see [`super::problems`]).

use super::pages::errors;
use super::typed::Typed;
use crate::app::refusal::{Problem, Refusal, with_causes};
use crate::db::StoreError;
use actix_web::Error;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::middleware::Next;
use thiserror::Error;

/// Why a request has no page of its own.
#[derive(Debug, Error)]
pub enum Failure {
    /// Nobody is signed in (any more). What was typed comes along, so that it is not lost.
    #[error("sign in first")]
    SignInFirst {
        /// What was typed, when a form was sent.
        typed: Option<Typed>,
    },
    /// The form's token is not the one its page was given: the page is from an earlier session. Nothing was done; what
    /// was typed comes along.
    #[error("stale form")]
    StaleForm {
        /// What was typed.
        typed: Typed,
    },
    /// Another site had the browser send this.
    #[error("sent from another site")]
    CrossSite,
    /// The role does not include it.
    #[error("not allowed")]
    NotAllowed,
    /// There is no such page or thing.
    #[error("not found")]
    NotFound,
    /// The page is not called like this: a form's address opened as a page, for example.
    #[error("wrong method")]
    WrongMethod,
    /// The request is larger than any form of ours.
    #[error("too large")]
    TooLarge,
    /// Too many attempts in too short a time.
    #[error("too many attempts")]
    TooMany {
        /// Seconds until the next attempt is taken.
        wait: u64,
    },
    /// It cannot be done now.
    #[error("not now")]
    NotNow(Problem),
    /// The database is away or its disk is full; nothing was written.
    #[error("the store could not do it")]
    Store(StoreError),
    /// A fault of ours.
    #[error("fault: {0}")]
    Fault(String),
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::NotAllowed => Self::NotAllowed,
            Refusal::NotFound => Self::NotFound,
            Refusal::NotNow(problem) => Self::NotNow(problem),
            Refusal::Store(error) => Self::Store(error),
            Refusal::Unexpected(cause) => Self::Fault(with_causes(cause.as_ref())),
            Refusal::Raced => Self::Fault("another instance was faster again and again".to_owned()),
            Refusal::Invalid(_) | Refusal::Changed { .. } => {
                Self::Fault("a page let a refused form fall through".to_owned())
            }
        }
    }
}

impl actix_web::ResponseError for Failure {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::SignInFirst { .. } => StatusCode::UNAUTHORIZED,
            Self::StaleForm { .. } | Self::CrossSite | Self::NotAllowed => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::WrongMethod => StatusCode::METHOD_NOT_ALLOWED,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::NotNow(_) => StatusCode::CONFLICT,
            Self::Store(StoreError::DiskFull(_)) => StatusCode::INSUFFICIENT_STORAGE,
            Self::Store(StoreError::Unavailable(_)) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Store(_) | Self::Fault(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

/// Turns every failure into a page in the reader's language.
///
/// # Errors
/// Passes on errors that are not ours, such as a connection that broke.
pub async fn shown(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let answer = next.call(request).await?.map_into_boxed_body();
    let page = answer.response().error().map(|error| match error.as_error::<Failure>() {
        Some(failure) => errors::answer(answer.request(), failure),
        // What the library itself refuses: an address or a header that means nothing here.
        None if answer.status().is_client_error() => errors::answer(answer.request(), &Failure::NotFound),
        None => errors::answer(answer.request(), &Failure::Fault(error.to_string())),
    });
    match page {
        None => Ok(answer),
        Some(page) => Ok(answer.into_response(page)),
    }
}
