//! Why a message did not leave the house, and whether another try makes sense.

use thiserror::Error;

/// Why a message did not leave.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{text}")]
pub struct SendError {
    /// Whether trying again is pointless until a person changes something.
    pub permanent: bool,
    /// What happened, for the outbox page: the server's own words where it spoke. Without personal data of ours.
    pub text: String,
}
