//! The organisation, its people, and the outbox.

pub mod organisation;
pub mod organisation_facts;
pub mod outbox;
pub mod people;
