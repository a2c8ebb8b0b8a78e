//! The files of the vocabulary, compiled in. The build lists what lies in the folder, in the order of `order.txt`.

/// Facts and triggers: each file's name below `vocabulary/` and its text. The order is that of pages, within each group of
/// facts.
pub(crate) const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/vocabulary.rs"));
