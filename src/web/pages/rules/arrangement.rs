//! How the library of rules can be arranged: by jurisdiction, by recipient or by deadline. What else is asked for falls
//! back to the first.

use super::day::Params;
use crate::locales::Text;

/// How duties are arranged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// By the jurisdiction whose law it is.
    Jurisdiction,
    /// By who is told.
    Recipient,
    /// By how long there is.
    Deadline,
}

impl By {
    /// As asked for; by jurisdiction unless something else is.
    #[must_use]
    pub fn of(asked: &Params) -> Self {
        match asked.by.as_deref() {
            Some("recipient") => Self::Recipient,
            Some("deadline") => Self::Deadline,
            _ => Self::Jurisdiction,
        }
    }

    /// As it is asked for; the first need not be.
    #[must_use]
    pub const fn asked(self) -> &'static str {
        match self {
            Self::Jurisdiction => "",
            Self::Recipient => "recipient",
            Self::Deadline => "deadline",
        }
    }

    /// What the reader chooses it by.
    #[must_use]
    pub fn title(self, t: Text) -> String {
        match self {
            Self::Jurisdiction => t.library_by_jurisdiction(),
            Self::Recipient => t.library_by_recipient(),
            Self::Deadline => t.library_by_deadline(),
        }
    }
}
