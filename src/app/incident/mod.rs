//! What people do with an incident: open it, say what is known and when, manage it, see it.

pub mod changes;
pub mod counsel;
pub mod facts;
pub mod manage;
pub mod moments;
pub mod open;
pub mod view;
