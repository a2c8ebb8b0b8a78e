//! Dutyclock.
fn main() {}
