//! The messages, one file each: a struct to fill and what it says. Subjects and bodies are the templates of the same
//! name; the words are the locales'.

mod approval_wanted;
mod filing_returned;
mod invitation;
mod met;
mod password_reset;
mod questions;
mod test_mail;
mod warning;

pub use self::approval_wanted::ApprovalWanted;
pub use self::filing_returned::FilingReturned;
pub use self::invitation::Invitation;
pub use self::met::Met;
pub use self::password_reset::PasswordReset;
pub use self::questions::{Question, Questions};
pub use self::test_mail::TestMail;
pub use self::warning::Warning;
