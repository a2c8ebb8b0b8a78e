//! What is on record and cannot be read: named, so that whoever looks at the board, into health, into the log or at what
//! a command prints knows where. Decides nothing; whoever meets one goes on with the others.

use super::causes::with_causes;
use crate::incident::body::EventError;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use thiserror::Error;

/// An incident's stream that cannot be read.
#[derive(Debug, Error)]
pub enum Unreadable {
    /// One entry.
    #[error("entry {number} ({stream}, position {position}) cannot be read")]
    Entry {
        /// Its number on the chain.
        number: i64,
        /// Its stream.
        stream: String,
        /// Its place there.
        position: i64,
        /// What is wrong with it.
        #[source]
        cause: EventError,
    },
    /// A stream without the entry that opens the incident.
    #[error("the stream {stream} does not begin with an incident that was opened, or its first entry was erased")]
    Beginning {
        /// The stream.
        stream: String,
    },
    /// Rows that the database cannot give back as they were stored.
    #[error("the stream {stream} cannot be read: {what}")]
    Stored {
        /// The stream.
        stream: String,
        /// What the store says.
        what: String,
    },
}

impl Unreadable {
    /// The stream that cannot be read.
    #[must_use]
    pub fn stream(&self) -> &str {
        match self {
            Self::Entry { stream, .. } | Self::Beginning { stream } | Self::Stored { stream, .. } => stream,
        }
    }
}

/// The streams that this process could not read when it last tried, with what is wrong. Clones share them. In memory: the
/// next try tells anew.
#[derive(Debug, Clone, Default)]
pub struct UnreadableStreams(Arc<Mutex<BTreeMap<String, String>>>);

impl UnreadableStreams {
    /// Notes one, with everything beneath it.
    pub fn note(&self, found: &Unreadable) {
        let why = with_causes(found);
        tracing::error!(stream = found.stream(), why, "an incident cannot be read; the others go on");
        self.all().insert(found.stream().to_owned(), why);
    }

    /// Forgets one: it could be read.
    pub fn forget(&self, stream: &str) {
        self.all().remove(stream);
    }

    /// Each with what is wrong, by stream.
    #[must_use]
    pub fn list(&self) -> Vec<(String, String)> {
        self.all().iter().map(|(stream, why)| (stream.clone(), why.clone())).collect()
    }

    fn all(&self) -> MutexGuard<'_, BTreeMap<String, String>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
