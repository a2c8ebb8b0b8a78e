//! Why a command failed, in words that say what to do, and the exit code that tells the shell.

use crate::app::desk::refusal::{FieldError, Refusal, with_causes};
use crate::app::watch::verify::Finding;
use crate::config::ConfigError;
use crate::db::{StoreError, backup::BackupError};
use crate::documents::PaperError;
use crate::law::base::error::LawError;
use crate::locales::Text;
use crate::mail::SettingsError;
use crate::web::forms::problems;
use std::net::SocketAddr;
use std::process::ExitCode;
use thiserror::Error;

/// Why a command failed.
#[derive(Debug, Error)]
pub(super) enum Failure {
    /// The settings cannot be used.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// The settings of the mail server cannot be used.
    #[error(transparent)]
    Mail(#[from] SettingsError),
    /// The database failed.
    #[error(transparent)]
    Store(StoreError),
    /// There is no database where one must be.
    #[error("there is no database at {0}; check --data-dir and --database, or start with `dutyclock serve`")]
    NoDatabase(String),
    /// What was typed cannot be taken.
    #[error("{0}")]
    Typed(String),
    /// The address is not to be had.
    #[error("{listen} cannot be listened on; is another program there? Choose another with --listen")]
    Listen {
        /// The address.
        listen: SocketAddr,
        /// Why.
        source: std::io::Error,
    },
    /// The data folder cannot be made.
    #[error("the folder {folder} cannot be made; check the path and who may write there, or set --data-dir")]
    Folder {
        /// The folder.
        folder: String,
        /// Why.
        source: std::io::Error,
    },
    /// Something is not as it should be.
    #[error("not everything is as it should be:\n  {}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n  "))]
    NotWhole(Vec<Finding>),
    /// What was checked is whole, and not everything could be checked.
    #[error(
        "an older Dutyclock made this store: the database and the chain were checked and are whole; indexes, accounts, files \
         and warnings were not. Check those with the version that made it, or with a copy that this one has opened"
    )]
    Unchecked,
    /// Incidents that cannot be read, after everything else was done.
    #[error("incidents that cannot be read; everything else was done:\n  {}", .0.join("\n  "))]
    Unreadable(Vec<String>),
    /// No backup.
    #[error(transparent)]
    Backup(#[from] BackupError),
    /// A folder that holds something else than the demonstration.
    #[error("{0} holds no complete demonstration; choose another folder with --data-dir, or remove this one")]
    NotTheDemo(String),
    /// An embedded file is not well formed.
    #[error("the law in this program cannot be read: {0}")]
    Law(#[from] LawError),
    /// Duties are overdue, and somebody asked to be told so by the exit code.
    #[error("duties that certainly apply and are overdue: {0}")]
    Overdue(usize),
    /// Cases came out otherwise than they say.
    #[error("{0}")]
    Red(String),
    /// Documents cannot be made.
    #[error(transparent)]
    Paper(#[from] PaperError),
    /// The machine refused.
    #[error("the machine refused something that the program needs: {0}")]
    Machine(#[from] std::io::Error),
    /// A fault of ours.
    #[error("something unexpected happened: {0}")]
    Unexpected(String),
}

impl Failure {
    /// What the shell is told.
    pub fn exit_code(&self) -> ExitCode {
        match self {
            Self::Config(_) | Self::Mail(_) | Self::Typed(_) => ExitCode::from(2),
            Self::Overdue(_) => ExitCode::from(3),
            Self::Unchecked => ExitCode::from(4),
            _ => ExitCode::FAILURE,
        }
    }

    /// What somebody wrote cannot be used, with the place where it goes wrong.
    pub fn written(what: &str, error: &LawError) -> Self {
        Self::Typed(format!("{what} cannot be used\n{}", error.rendered()))
    }

    /// From a refusal, in the reader's words.
    pub fn refused(refusal: Refusal, t: Text) -> Self {
        let line =
            |error: &FieldError| format!("{}: {}", error.field, problems::text(t, &error.problem, chrono_tz::UTC));
        match refusal {
            Refusal::Invalid(errors) => Self::Typed(errors.iter().map(line).collect::<Vec<_>>().join("\n")),
            Refusal::NotNow(problem) => Self::Typed(problems::text(t, &problem, chrono_tz::UTC)),
            Refusal::Store(error) => Self::Store(error),
            Refusal::Unreadable(found) => Self::Unexpected(with_causes(&found)),
            Refusal::Unexpected(cause) => Self::Unexpected(with_causes(cause.as_ref())),
            other => Self::Unexpected(other.to_string()),
        }
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}
