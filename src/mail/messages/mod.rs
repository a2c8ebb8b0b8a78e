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
