//! The start of a clock, with the reason why it governs.

use super::moment::Timing;
use super::running::ClockOrigin;
use super::words::Words;

/// A start with its reason.
#[derive(Debug, Clone)]
pub(super) struct Start {
    /// From what.
    pub origin: ClockOrigin,
    /// When.
    pub at: Timing,
    /// Whether it rests on suspicion only.
    pub provisional: bool,
    /// Why.
    pub why: Words,
}
