//! The pages, one file each: what it shows, and what its forms do.

pub mod about;
pub mod account;
pub mod assets;
pub mod board;
pub mod duty_card;
pub mod errors;
pub mod facts;
pub mod health;
pub mod incident;
pub mod incident_parts;
pub mod incidents;
pub mod invitation;
pub mod language;
pub mod moments;
pub mod new_incident;
pub mod notes;
pub mod occurrences;
pub mod organisation;
pub mod outbox;
pub mod paging;
pub mod people;
pub mod reasons;
pub mod set_up;
pub mod sign_in;
