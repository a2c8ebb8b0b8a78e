//! The pages, one file each: what it shows, and what its forms do.

pub mod account;
pub mod assets;
pub mod errors;
pub mod health;
pub mod invitation;
pub mod language;
pub mod organisation;
pub mod outbox;
pub mod people;
pub mod set_up;
pub mod sign_in;
