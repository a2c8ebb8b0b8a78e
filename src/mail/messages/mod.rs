//! The messages, one file each: a struct to fill and what it says. Subjects and bodies are the templates of the same
//! name; the words are the locales'.

mod approval_wanted;
mod filing_returned;
mod invitation;
mod met;
mod test_mail;
mod warning;

pub use approval_wanted::ApprovalWanted;
pub use filing_returned::FilingReturned;
pub use invitation::Invitation;
pub use met::Met;
pub use test_mail::TestMail;
pub use warning::Warning;

use thiserror::Error;

/// Why a message could not be written.
#[derive(Debug, Error)]
pub enum MailError {
    /// A warning was asked for about a duty that has no end and so no deadline.
    #[error("a continuing duty has no deadline to warn about: check which duties are watched")]
    NoDeadline,
    /// A template failed.
    #[error("the message could not be rendered")]
    Render(#[from] askama::Error),
}
