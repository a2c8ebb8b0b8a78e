//! The law and the incidents are pure: no input or output, no machine clock, no database, no web. Two guards.
//!
//! The law is compiled here alone: in this crate there is no `db` nor `web` to import, so an upward import is a compile
//! error (and the law's own tests run once more without the rest of the program). This file must stay a crate root: as
//! a module of another test binary, `crate::law` would not be the law.
//!
//! And the sources of both are read for words that have no business there; comments may name them.

// Not `expect`: which of the two fires depends on the law, not on this file.
#![allow(dead_code, unused_imports, reason = "nothing else lives in this crate to use the law")]
#![expect(clippy::expect_used, clippy::panic, reason = "a test stops at the first surprise")]

#[path = "../src/law/mod.rs"]
mod law;

use std::path::{Path, PathBuf};

/// What neither may touch.
const FORBIDDEN: [&str; 20] = [
    "actix",
    "askama",
    "diesel",
    "lettre",
    "reqwest",
    "tokio",
    "typst",
    "unsafe",
    "Local::now",
    "Utc::now",
    "SystemTime",
    "Instant::now",
    "std::env",
    "std::fs",
    "std::io",
    "std::net",
    "std::process",
    "std::thread",
    "std::{",
    "println!",
];

/// Every Rust source below the folder.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let paths = entries.map(|entry| entry.expect("a readable folder").path());
    let mut found: Vec<PathBuf> = Vec::new();
    for path in paths {
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

/// What is forbidden on this line: a word, or an import of a room other than the allowed ones.
fn trespass(line: &str, rooms: &[&str]) -> Option<String> {
    let code = line.split("//").next().unwrap_or_default();
    let word = FORBIDDEN.iter().find(|word| code.contains(**word)).map(|word| (*word).to_owned());
    let upward = code.split("crate::").skip(1).find(|rest| {
        let room = rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default();
        !rooms.contains(&room)
    });
    word.or_else(|| upward.map(|rest| format!("crate::{rest}")))
}

fn trespasses(folder: &str, rooms: &[&str]) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(folder);
    let mut found = Vec::new();
    for file in sources(&folder) {
        let source = std::fs::read_to_string(&file).expect("a readable source");
        for (line, number) in source.lines().zip(1..) {
            found.extend(trespass(line, rooms).map(|what| format!("{}:{number}: {what}", file.display())));
        }
    }
    found
}

#[test]
fn the_law_touches_nothing_but_itself() {
    assert_eq!(trespasses("law", &["law"]), Vec::<String>::new());
}

#[test]
fn incidents_touch_nothing_but_themselves_and_the_law() {
    assert_eq!(trespasses("incident", &["incident", "law"]), Vec::<String>::new());
}

#[test]
fn a_trespass_is_seen_in_code_and_forgiven_in_a_comment() {
    assert_eq!(trespass("use std::fs;", &["law"]).as_deref(), Some("std::fs"));
    assert_eq!(trespass("    let now = Utc::now();", &["law"]).as_deref(), Some("Utc::now"));
    assert_eq!(trespass("use crate::db::pool;", &["law"]).as_deref(), Some("crate::db::pool;"));
    assert_eq!(trespass("use crate::law::moment::Moment; // no tokio", &["law"]), None);
}
