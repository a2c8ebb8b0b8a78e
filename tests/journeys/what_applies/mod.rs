//! Asking without recording.

mod questions;
