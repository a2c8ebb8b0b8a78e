//! The law and the incidents are pure: no input or output, no machine clock, no database, no web. Two guards.
//!
//! The law is compiled here alone: in this crate there is no `db` nor `web` to import, so an upward import is a compile
//! error (and the law's own tests run once more without the rest of the program). This file must stay a crate root: as
//! a module of another test binary, `crate::law` would not be the law.
//!
//! And the sources of both are read for words that have no business there; comments may name them. Which room may import
//! which is guarded for the whole house in `house.rs`.

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

/// The forbidden word on this line.
fn trespass(line: &str) -> Option<&'static str> {
    let code = line.split("//").next().unwrap_or_default();
    FORBIDDEN.into_iter().find(|word| code.contains(word))
}

fn trespasses(folder: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(folder);
    let mut found = Vec::new();
    for file in sources(&folder) {
        let source = std::fs::read_to_string(&file).expect("a readable source");
        for (line, number) in source.lines().zip(1..) {
            found.extend(trespass(line).map(|what| format!("{}:{number}: {what}", file.display())));
        }
    }
    found
}

#[test]
fn the_law_touches_nothing_but_itself() {
    assert_eq!(trespasses("law"), Vec::<String>::new());
}

#[test]
fn incidents_touch_nothing_outside_the_program() {
    assert_eq!(trespasses("incident"), Vec::<String>::new());
}

#[test]
fn a_trespass_is_seen_in_code_and_forgiven_in_a_comment() {
    assert_eq!(trespass("use std::fs;"), Some("std::fs"));
    assert_eq!(trespass("    let now = Utc::now();"), Some("Utc::now"));
    assert_eq!(trespass("use crate::law::moment::Moment; // no tokio"), None);
}
