//! Signing in, invitations, one's own password and language.

pub mod invitation;
pub mod language;
pub mod password;
pub mod set_up;
pub mod sign_in;
