//! The one file that asks the machine what time it is.
//!
//! Everything below `web`, `tasks` and `commands` takes `now` as an argument. Tests hold a clock that stands still until
//! they move it.

use crate::law::base::moment::Moment;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// Where the time comes from: the machine, or a hand that a test moves. Clones share the same hand.
#[derive(Debug, Clone)]
pub struct Clock {
    hand: Option<Arc<AtomicI64>>,
}

impl Clock {
    /// The machine's clock.
    #[must_use]
    pub const fn system() -> Self {
        Self { hand: None }
    }

    /// A clock that stands at `at` until it is moved.
    #[must_use]
    pub fn fixed(at: Moment) -> Self {
        Self { hand: Some(Arc::new(AtomicI64::new(at.seconds()))) }
    }

    /// The time by this clock, in whole seconds UTC.
    #[must_use]
    pub fn now(&self) -> Moment {
        self.hand.as_ref().map_or_else(machine, |hand| Moment::from_seconds(hand.load(Ordering::SeqCst)))
    }

    /// Puts a fixed clock to `at`. The machine's clock is not ours to set: nothing happens then.
    pub fn set(&self, at: Moment) {
        if let Some(hand) = &self.hand {
            hand.store(at.seconds(), Ordering::SeqCst);
        }
    }

    /// Moves a fixed clock forward (or, with a negative number, back). Does nothing to the machine's clock.
    pub fn advance(&self, seconds: i64) {
        if let Some(hand) = &self.hand {
            hand.fetch_add(seconds, Ordering::SeqCst);
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "this is the one place that asks the machine for the time")]
fn machine() -> Moment {
    Moment::from_seconds(chrono::Utc::now().timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fixed_clock_moves_only_by_hand_and_for_all_its_clones() {
        let clock = Clock::fixed(Moment::from_seconds(1_000));
        let clone = clock.clone();
        assert_eq!(clock.now().seconds(), 1_000);
        clone.advance(60);
        assert_eq!(clock.now().seconds(), 1_060);
        clock.set(Moment::from_seconds(5));
        assert_eq!(clone.now().seconds(), 5);
    }

    #[test]
    fn the_machine_clock_cannot_be_moved() {
        let clock = Clock::system();
        let before = clock.now();
        clock.set(Moment::from_seconds(0));
        clock.advance(-1_000_000);
        assert!(clock.now().since(before) >= 0);
    }
}
