//! What happens by itself: warnings, delivery, clearing away, comparing due moments with newer law.
//!
//! Tasks take no input. Each derives what is owed from stored state, so that it does not matter when it last ran, how
//! often, or in how many instances of the program at once.

pub mod deliver;
pub mod escalate;
pub mod expire;
pub mod reassess;
pub mod watch;
