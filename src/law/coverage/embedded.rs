//! The files that say how far the law of each place and sector is in this library, compiled in.

/// Each file's name below `coverage/` and its text.
pub(crate) const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/coverage.rs"));
