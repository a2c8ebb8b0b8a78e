//! What a message on its way out is, and where it stands.

use crate::db::schema::outbox;
use crate::db::types::{Seconds, Tag, from_column};
use crate::law::base::moment::Moment;
use crate::law::base::words::Lang;
use diesel::prelude::*;
use diesel::sql_types::Text;

/// A message to be sent.
#[derive(Debug, Clone, PartialEq, Eq, Insertable)]
#[diesel(table_name = outbox, treat_none_as_default_value = false)]
pub struct NewMessage {
    /// What makes it the same message: clock, rung and recipient, for example.
    pub natural_key: String,
    /// What kind of message, as the application writes it.
    pub kind: String,
    /// The incident's stream, where it is about one.
    pub stream: Option<String>,
    /// The e-mail address.
    pub recipient: String,
    /// The language it is written in.
    #[diesel(serialize_as = Tag)]
    pub lang: Lang,
    /// The subject line.
    pub subject: String,
    /// The plain-text part.
    pub text: String,
    /// The HTML part.
    pub html: String,
    /// The calendar part, where there is a deadline.
    pub ics: Option<String>,
    /// The `Message-ID` header; the same on every attempt, so that a receiver can drop a repetition.
    pub message_id: String,
    /// When it is put in the queue.
    #[diesel(serialize_as = Seconds)]
    pub created_at: Moment,
    /// Not to be sent earlier than this.
    #[diesel(serialize_as = Seconds)]
    pub not_before: Moment,
}

/// Where a message stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// Waiting to be sent for the first time.
    Queued,
    /// Being sent by an instance.
    Leased,
    /// Handed to the mail server.
    Sent,
    /// An attempt failed; it waits for the next.
    Failed,
    /// No further attempt will be made unless somebody asks for one.
    GivenUp,
}

impl State {
    const ALL: [Self; 5] = [Self::Queued, Self::Leased, Self::Sent, Self::Failed, Self::GivenUp];

    /// The word by which it is stored.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Leased => "leased",
            Self::Sent => "sent",
            Self::Failed => "failed",
            Self::GivenUp => "given_up",
        }
    }

    /// Reads the word by which it is stored.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }
}

from_column!(State, Text, String, |word| Self::from_word(&word).ok_or_else(|| "not a state of a message".into()));

/// A message as stored.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Message {
    /// Its number.
    pub id: i64,
    /// What makes it the same message.
    pub natural_key: String,
    /// When it was put in the queue.
    pub created_at: Moment,
    /// What kind of message.
    pub kind: String,
    /// The incident's stream, where it is about one.
    pub stream: Option<String>,
    /// The e-mail address.
    pub recipient: String,
    /// The language.
    pub lang: Lang,
    /// The subject line.
    pub subject: String,
    /// The plain-text part.
    pub text: String,
    /// The HTML part.
    pub html: String,
    /// The calendar part.
    pub ics: Option<String>,
    /// The `Message-ID` header.
    pub message_id: String,
    /// Where it stands.
    pub state: State,
    /// Attempts begun so far.
    pub attempts: i32,
    /// Not to be sent earlier than this.
    pub not_before: Moment,
    /// Until when it is one instance's alone.
    pub leased_until: Option<Moment>,
    /// Which instance that is.
    pub leased_by: Option<String>,
    /// When it was handed to the mail server.
    pub sent_at: Option<Moment>,
    /// Why the last attempt failed.
    pub last_error: Option<String>,
}
