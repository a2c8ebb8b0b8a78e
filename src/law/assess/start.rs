//! The start of a clock, with the reason why it governs.

use crate::base::moment::Timing;
use crate::base::words::Words;
use crate::verdict::clock::ClockOrigin;

/// A start with its reason.
#[derive(Debug, Clone)]
pub(crate) struct Start {
    /// From what.
    pub origin: ClockOrigin,
    /// When.
    pub at: Timing,
    /// Whether it rests on suspicion only, or stands for a moment that nobody recorded.
    pub provisional: bool,
    /// Why.
    pub why: Words,
}
