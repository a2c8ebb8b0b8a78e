//! The files of all calendars, compiled in. The build lists what lies in the folder.

/// Each calendar's file name below `calendars/` and its text.
pub(crate) const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/calendars.rs"));
