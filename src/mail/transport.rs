//! The ways out of the house. `send` tries once and says whether another try makes sense; queueing, waiting and giving
//! up belong to the outbox.

use super::address::Sender;
use super::compose::compose;
use super::files;
use super::message::Mail;
use super::send_error::SendError;
use super::smtp::{self, Server, SettingsError, SmtpSettings};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

/// Where messages go.
#[derive(Debug, Clone)]
pub enum Transport {
    /// To a mail server.
    Smtp {
        /// Connections to it, kept open for a while.
        server: Arc<Server>,
        /// Who sends.
        from: Sender,
    },
    /// Into a folder, one file per message, where no server is configured.
    Files {
        /// The folder; made when it is missing.
        folder: PathBuf,
        /// Who sends.
        from: Sender,
    },
    /// Into memory, for tests.
    Memory(Arc<Mutex<Vec<Mail>>>),
}

impl Transport {
    /// To a mail server. Connects to nothing yet.
    ///
    /// # Errors
    /// [`SettingsError`] names the setting to change.
    pub fn smtp(settings: &SmtpSettings) -> Result<Self, SettingsError> {
        Ok(Self::Smtp { server: Arc::new(smtp::connect(settings)?), from: settings.from.clone() })
    }

    /// Into a folder.
    #[must_use]
    pub const fn files(folder: PathBuf, from: Sender) -> Self {
        Self::Files { folder, from }
    }

    /// Into memory.
    #[must_use]
    pub fn memory() -> Self {
        Self::Memory(Arc::default())
    }

    /// Whether messages only land on this machine, which the pages must say.
    #[must_use]
    pub const fn stays_here(&self) -> bool {
        !matches!(self, Self::Smtp { .. })
    }

    /// What went into memory so far; nothing for the other ways.
    #[must_use]
    pub fn sent(&self) -> Vec<Mail> {
        match self {
            Self::Memory(sent) => sent.lock().unwrap_or_else(PoisonError::into_inner).clone(),
            Self::Smtp { .. } | Self::Files { .. } => Vec::new(),
        }
    }

    /// Sends one message, once.
    ///
    /// # Errors
    /// [`SendError`] says whether another try makes sense. Only an answer of the server that says "never" (5xx), or a
    /// message that cannot be written at all, is permanent; an unreachable server is not.
    pub async fn send(&self, mail: &Mail) -> Result<(), SendError> {
        match self {
            Self::Smtp { server, from } => server.send(composed(mail, from)?).await,
            Self::Files { folder, from } => {
                let (folder, name) = (folder.clone(), mail.message_id.clone());
                let bytes = composed(mail, from)?.formatted();
                let written = tokio::task::spawn_blocking(move || files::write(&folder, &name, &bytes)).await;
                let written = written.unwrap_or_else(|stopped| Err(std::io::Error::other(stopped)));
                written.map_err(|cause| SendError {
                    permanent: false,
                    text: format!("the message could not be written to the mail folder: {cause}"),
                })
            }
            Self::Memory(sent) => {
                let mut sent = sent.lock().unwrap_or_else(PoisonError::into_inner);
                if !sent.iter().any(|known| known.message_id == mail.message_id) {
                    sent.push(mail.clone());
                }
                Ok(())
            }
        }
    }
}

fn composed(mail: &Mail, from: &Sender) -> Result<lettre::Message, SendError> {
    compose(mail, from)
        .map_err(|cause| SendError { permanent: true, text: format!("the message cannot be written as mail: {cause}") })
}
