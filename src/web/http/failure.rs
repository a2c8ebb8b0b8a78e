//! What a failed request is. The one place that decides the status; causes are logged and never shown. How it looks is
//! in `pages/errors.rs`.
//!
//! Pages answer [`Failure`]; everything below answers its own error and is turned into one here. What a person typed
//! wrongly is no failure: the page shows its form again (see [`crate::web::forms::problems`]).

use crate::app::desk::refusal::{Problem, Refusal, with_causes};
use crate::db::StoreError;
use crate::law::base::moment::Moment;
use actix_web::http::StatusCode;
use thiserror::Error;

/// Why a request has no page of its own.
#[derive(Debug, Error)]
pub enum Failure {
    /// Nobody is signed in (any more). What was typed was left with the request, and is not lost.
    #[error("sign in first")]
    SignInFirst,
    /// The form's token is not the one its page was given: the page is from an earlier session. Nothing was done; what
    /// was typed was left with the request.
    #[error("stale form")]
    StaleForm,
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
    /// The form has more fields than any form of ours.
    #[error("too many fields")]
    TooManyFields,
    /// The body came so slowly that nobody waited for it.
    #[error("too slow")]
    TooSlow,
    /// The body is packed (`Content-Encoding`), and nothing is unpacked here.
    #[error("packed")]
    Packed,
    /// The form had been sent before, at this moment and with other content. Nothing was done; what was typed was left
    /// with the request.
    #[error("sent before with other content")]
    SentBefore(Moment),
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
            Refusal::TooMany { wait } => Self::TooMany { wait },
            Refusal::SentBefore { at } => Self::SentBefore(at),
            Refusal::Store(error) => Self::Store(error),
            Refusal::Unreadable(found) => Self::Fault(with_causes(&found)),
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
            Self::SignInFirst => StatusCode::UNAUTHORIZED,
            Self::StaleForm | Self::CrossSite | Self::NotAllowed => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::WrongMethod => StatusCode::METHOD_NOT_ALLOWED,
            Self::TooLarge | Self::TooManyFields => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::Packed => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::NotNow(_) | Self::SentBefore(_) => StatusCode::CONFLICT,
            Self::Store(StoreError::DiskFull(_)) => StatusCode::INSUFFICIENT_STORAGE,
            Self::Store(StoreError::Unavailable(_) | StoreError::Replaced) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Store(_) | Self::Fault(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}
