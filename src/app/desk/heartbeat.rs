//! When the watch last went round. Kept in memory on purpose: it tells whether this process still watches, which no
//! stored state can.

use crate::law::base::moment::Moment;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// Before the first round. No moment is negative.
const NEVER: i64 = -1;

/// The moment of the last complete round. Clones share it.
#[derive(Debug, Clone)]
pub struct Heartbeat(Arc<AtomicI64>);

impl Default for Heartbeat {
    fn default() -> Self {
        Self(Arc::new(AtomicI64::new(NEVER)))
    }
}

impl Heartbeat {
    /// Notes that a round was completed.
    pub fn beat(&self, now: Moment) {
        self.0.store(now.seconds(), Ordering::SeqCst);
    }

    /// When the last round was completed; `None` before the first.
    #[must_use]
    pub fn last(&self) -> Option<Moment> {
        let seconds = self.0.load(Ordering::SeqCst);
        (seconds != NEVER).then(|| Moment::from_seconds(seconds))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clones_share_one_beat() {
        let heart = Heartbeat::default();
        let seen = heart.clone();
        assert_eq!(seen.last(), None);
        heart.beat(Moment::from_seconds(0));
        assert_eq!(seen.last(), Some(Moment::from_seconds(0)));
    }
}
