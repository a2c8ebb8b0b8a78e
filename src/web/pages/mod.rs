//! The pages, one file each: what it shows, and what its forms do.

pub mod about;
pub mod board;
pub mod duty_card;
pub mod facts;
pub mod incident;
pub mod incident_parts;
pub mod incidents;
pub mod moments;
pub mod new_incident;
pub mod notes;
pub mod occurrences;
pub mod paging;
pub mod reasons;
