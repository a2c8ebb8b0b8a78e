//! What can go wrong with the store, by what can be done about it.
//!
//! The display text of an error is fit for a person; the cause below it is for the log only. Nothing here ever carries
//! a bound value or a password.

use diesel::result::{DatabaseErrorKind, Error as DieselError};
use thiserror::Error;

/// What lies beneath an error; logged, never shown.
pub type Cause = Box<dyn std::error::Error + Send + Sync>;

/// An error of the store.
#[derive(Debug, Error)]
pub enum StoreError {
    /// The database is away, refuses, or every connection stayed busy for too long. Trying again later may help.
    #[error("the database cannot be reached at the moment; nothing was saved, please try again shortly")]
    Unavailable(#[source] Cause),
    /// No space left where the database lives.
    #[error("the disk of the database is full; nothing was saved. Free some space, then try again")]
    DiskFull(#[source] Cause),
    /// The file of the database is no longer the one that was opened: what were written now would be lost with it.
    #[error(
        "the file of the database was moved away or replaced while the program runs; nothing was saved. Put it back, or \
         restart the program on the one that counts"
    )]
    Replaced,
    /// Something stored stands in the way: a unique name is taken, or what is referred to is gone.
    #[error("this collides with something that is stored already; nothing was saved")]
    Conflict(#[source] Cause),
    /// What is stored cannot be read as what it should be.
    #[error("the database holds something unreadable: {what}")]
    Corrupt {
        /// Which thing, without its content.
        what: String,
    },
    /// The store could not be opened; the text says what to do.
    #[error("the database {url} could not be opened: {advice}")]
    Open {
        /// The address, without the password.
        url: String,
        /// What happened and what to do next.
        advice: String,
        /// The cause.
        #[source]
        cause: Option<Cause>,
    },
    /// Anything else: a fault of ours.
    #[error("the database answered with an unexpected error; nothing was saved")]
    Unexpected(#[source] Cause),
}

impl StoreError {
    /// A stored thing that cannot be read.
    #[must_use]
    pub fn corrupt(what: impl Into<String>) -> Self {
        Self::Corrupt { what: what.into() }
    }

    /// Whether trying the same again later may work.
    #[must_use]
    pub const fn is_passing(&self) -> bool {
        matches!(self, Self::Unavailable(_) | Self::DiskFull(_) | Self::Replaced)
    }
}

/// How the two databases say, in their error texts, what their libraries do not give as a kind. SQLite's texts are
/// fixed; PostgreSQL's are as the server's language has them, so a dead connection is also found by asking it.
const FULL: [&str; 3] = ["database or disk is full", "No space left on device", "disk full"];
const AWAY: [&str; 8] = [
    "database is locked",
    "database table is locked",
    "unable to open database file",
    "disk I/O error",
    "server closed the connection",
    "terminating connection",
    "lock timeout",
    "the database system is",
];
const BROKEN: [&str; 2] = ["database disk image is malformed", "file is not a database"];

impl From<DieselError> for StoreError {
    fn from(error: DieselError) -> Self {
        use DatabaseErrorKind as Kind;
        match &error {
            DieselError::RollbackErrorOnCommit { .. } => match error {
                DieselError::RollbackErrorOnCommit { commit_error, .. } => Self::from(*commit_error),
                other => Self::Unexpected(Box::new(other)),
            },
            DieselError::DeserializationError(_) => {
                tracing::error!(error = %error, "a stored row cannot be read");
                Self::corrupt("a row does not have the expected form")
            }
            DieselError::DatabaseError(kind, information) => {
                let says = |texts: &[&str]| texts.iter().any(|text| information.message().contains(text));
                match kind {
                    Kind::UniqueViolation
                    | Kind::ForeignKeyViolation
                    | Kind::CheckViolation
                    | Kind::NotNullViolation
                    | Kind::RestrictViolation
                    | Kind::ExclusionViolation => Self::Conflict(Box::new(error)),
                    Kind::ClosedConnection | Kind::UnableToSendCommand | Kind::SerializationFailure => {
                        Self::Unavailable(Box::new(error))
                    }
                    _ if says(&FULL) => Self::DiskFull(Box::new(error)),
                    _ if says(&AWAY) => Self::Unavailable(Box::new(error)),
                    _ if says(&BROKEN) => Self::corrupt("the database file is damaged; restore the latest backup"),
                    _ => Self::Unexpected(Box::new(error)),
                }
            }
            _ => Self::Unexpected(Box::new(error)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(kind: DatabaseErrorKind, message: &str) -> StoreError {
        StoreError::from(DieselError::DatabaseError(kind, Box::new(message.to_owned())))
    }

    #[test]
    fn each_kind_of_trouble_is_told_apart() {
        use DatabaseErrorKind::{ClosedConnection, UniqueViolation, Unknown};
        assert!(matches!(told(Unknown, "database or disk is full"), StoreError::DiskFull(_)));
        let pg = "could not extend file \"base/5/16393\": No space left on device";
        assert!(matches!(told(Unknown, pg), StoreError::DiskFull(_)));
        assert!(matches!(told(Unknown, "database is locked"), StoreError::Unavailable(_)));
        assert!(matches!(told(ClosedConnection, "…"), StoreError::Unavailable(_)));
        assert!(matches!(
            told(UniqueViolation, "UNIQUE constraint failed: account.email_fold"),
            StoreError::Conflict(_)
        ));
        assert!(matches!(told(Unknown, "database disk image is malformed"), StoreError::Corrupt { .. }));
        assert!(matches!(told(Unknown, "syntax error"), StoreError::Unexpected(_)));
    }

    #[test]
    fn the_cause_is_not_in_the_text_that_people_see() {
        let error = told(DatabaseErrorKind::Unknown, "near \"selekt\": syntax error");
        assert!(!error.to_string().contains("selekt"));
    }
}
