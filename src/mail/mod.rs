//! E-mail: what the messages say, what they look like, and how they leave the house.
//!
//! Each message is a plain struct that a task fills; rendering gives a [`Mail`] with a subject, a text, an HTML part
//! and, where there is a deadline, a calendar entry. A [`Transport`] sends one `Mail` once and says whether trying again
//! makes sense. Who is warned when, and what becomes of a failure, is decided elsewhere: this room neither reads the
//! clock nor knows the database.

pub mod address;
mod calendar;
mod compose;
mod files;
mod line;
pub mod message;
pub mod messages;
mod send_error;
mod smtp;
#[cfg(test)]
mod tests;
pub mod transport;

pub use self::address::{Address, AddressError, Sender};
pub use self::message::{Head, Incident, Mail, MailError};
pub use self::messages::{
    ApprovalWanted, FilingReturned, Invitation, Met, PasswordReset, Question, Questions, TestMail, Warning,
};
pub use self::send_error::SendError;
pub use self::smtp::{Security, Server, SettingsError, SmtpSettings};
pub use self::transport::Transport;
