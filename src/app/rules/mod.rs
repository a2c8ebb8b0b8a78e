//! Asking the law without recording anything.

pub mod self_test;
pub mod what_applies;
