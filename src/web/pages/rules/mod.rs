//! The library of rules: acts, duties, calendars, changes, and the self-test.

pub(crate) mod amendments;
pub(crate) mod arrangement;
pub(crate) mod bar;
pub mod calendar;
pub mod changes;
pub mod coverage;
pub(crate) mod covered;
pub(crate) mod day;
pub mod duty;
pub(crate) mod events;
pub mod freshness;
pub(crate) mod groups;
pub(crate) mod length;
pub mod library;
pub(crate) mod place;
pub mod rulebook;
pub(crate) mod search;
pub mod self_test;
pub(crate) mod status;
