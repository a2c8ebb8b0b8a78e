//! What is typed in: fields, choices, what was refused and why, and what is kept of it.

pub mod choice;
pub mod fact_field;
pub mod incident_form;
pub mod kept;
pub mod lists;
pub mod places;
pub mod problems;
pub mod refused;
