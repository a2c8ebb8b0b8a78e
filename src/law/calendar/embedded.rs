//! The files of all calendars, compiled in. Written by tests/oracles/make_calendars.py.

/// Each calendar's file name below `calendars/` and its text.
pub(in crate::law) const FILES: &[(&str, &str)] = &[
    ("br.toml", include_str!("../calendars/br.toml")),
    ("de.toml", include_str!("../calendars/de.toml")),
    ("fr.toml", include_str!("../calendars/fr.toml")),
    ("jp.toml", include_str!("../calendars/jp.toml")),
    ("jp-office.toml", include_str!("../calendars/jp-office.toml")),
    ("kr.toml", include_str!("../calendars/kr.toml")),
    ("us-federal.toml", include_str!("../calendars/us-federal.toml")),
    ("us-sec.toml", include_str!("../calendars/us-sec.toml")),
];
