//! What can go wrong while a paper is set. The messages are for a person; causes belong in the log.

/// Why a paper could not be set.
#[derive(Debug, thiserror::Error)]
pub enum PaperError {
    /// More text than one document may carry.
    #[error(
        "the document holds {bytes} bytes of text, more than the {limit} one document may carry: shorten its longest text"
    )]
    TooLarge {
        /// Size of the paper as JSON, in bytes.
        bytes: usize,
        /// The limit, in bytes.
        limit: usize,
    },
    /// Too many documents are waiting.
    #[error("many documents are being made at this moment: try again in a few seconds")]
    Busy,
    /// The thread that sets documents has ended, or could not be started.
    #[error("documents cannot be made until the program is started again")]
    Stopped,
    /// The typesetter broke down on this document; the next one is not affected.
    #[error("this document could not be made; the program keeps running and what was typed is kept")]
    Crashed,
    /// The typesetter refused the document. The reasons are for the log.
    #[error("this document could not be made as an archival PDF; the HTML form of it can")]
    Refused {
        /// The typesetter's own messages, one per line. They may quote the document: log them with care.
        reasons: String,
    },
}
