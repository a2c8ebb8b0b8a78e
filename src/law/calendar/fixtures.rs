//! The files of the oracle, one a calendar. Written by tests/oracles/make_calendars.py.

macro_rules! fixture {
    ($id:literal) => {
        ($id, include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/oracles/holidays/", $id, ".csv")))
    };
}

/// Each calendar's id and what the package `holidays` says of it.
pub(super) const FIXTURES: &[(&str, &str)] = &[
    fixture!("at"),
    fixture!("au"),
    fixture!("be"),
    fixture!("bg"),
    fixture!("br"),
    fixture!("ca"),
    fixture!("ch"),
    fixture!("cy"),
    fixture!("cz"),
    fixture!("de"),
    fixture!("dk"),
    fixture!("ee"),
    fixture!("es"),
    fixture!("fi"),
    fixture!("fr"),
    fixture!("gb"),
    fixture!("gr"),
    fixture!("hr"),
    fixture!("hu"),
    fixture!("ie"),
    fixture!("is"),
    fixture!("it"),
    fixture!("jp"),
    fixture!("jp-office"),
    fixture!("kr"),
    fixture!("li"),
    fixture!("lt"),
    fixture!("lu"),
    fixture!("lv"),
    fixture!("mt"),
    fixture!("nl"),
    fixture!("no"),
    fixture!("pl"),
    fixture!("pt"),
    fixture!("ro"),
    fixture!("se"),
    fixture!("si"),
    fixture!("sk"),
    fixture!("us-ca"),
    fixture!("us-federal"),
    fixture!("us-ny"),
    fixture!("us-sec"),
    fixture!("us-tx"),
    fixture!("za"),
];
