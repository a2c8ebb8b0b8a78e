//! What the watch does when it wakes: escalate what is due, and bring up to date what the law has moved.

pub mod escalate;
pub mod health;
pub mod maintenance;
