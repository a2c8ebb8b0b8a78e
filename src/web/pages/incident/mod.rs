//! An incident: opened, told, shown with its clocks, and found in the list.

pub mod changes;
pub mod counsel;
pub mod duty_card;
pub mod elsewhere;
pub mod facts;
pub mod list;
pub mod moments;
pub mod notes;
pub mod occurrences;
pub mod open;
pub mod perhaps;
mod questions;
pub mod reasons;
pub mod show;
pub mod tables;
