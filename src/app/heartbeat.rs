//! Whether the watch is alive: it leaves the time at each round, and `/health` reads it.

use crate::law::moment::Moment;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// The time of the watch's newest round. Clones share it.
#[derive(Debug, Clone, Default)]
pub struct Heartbeat(Arc<AtomicI64>);

impl Heartbeat {
    /// The watch has just made a round.
    pub fn beat(&self, now: Moment) {
        self.0.store(now.seconds(), Ordering::Relaxed);
    }

    /// When the newest round was; nothing before the first.
    #[must_use]
    pub fn last(&self) -> Option<Moment> {
        Some(self.0.load(Ordering::Relaxed)).filter(|seconds| *seconds > 0).map(Moment::from_seconds)
    }
}
