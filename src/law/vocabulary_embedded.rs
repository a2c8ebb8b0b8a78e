//! The files of the vocabulary that are compiled into the program; a test finds a file that is missing here.

/// Facts and triggers: each file's name below `vocabulary/` and its text. The order is that of pages, within each group of
/// facts.
pub(crate) const FILES: &[(&str, &str)] = &[
    ("core.toml", include_str!("vocabulary/core.toml")),
    ("eu.toml", include_str!("vocabulary/eu.toml")),
    ("kr.toml", include_str!("vocabulary/kr.toml")),
    ("kr-sectors.toml", include_str!("vocabulary/kr-sectors.toml")),
    ("amp.toml", include_str!("vocabulary/amp.toml")),
    ("asia.toml", include_str!("vocabulary/asia.toml")),
    ("emea.toml", include_str!("vocabulary/emea.toml")),
    ("us.toml", include_str!("vocabulary/us.toml")),
];
