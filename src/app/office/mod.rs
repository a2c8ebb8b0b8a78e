//! The organisation, its people, and the mail that waits.

pub mod change_person;
pub mod organisation;
pub mod outbox;
pub mod people;
