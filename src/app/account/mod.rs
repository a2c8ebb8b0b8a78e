//! Signing in, and one's own password.

pub mod password;
pub mod sign_in;
pub mod strength;
