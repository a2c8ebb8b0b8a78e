//! The house rules that a machine can judge: imports point one way, every file says what it is for and stays small
//! enough to hold in the head, and no test file lies forgotten beside the ones that run.

use std::path::{Path, PathBuf};

/// The rooms by height. A room may import itself and lower rooms; rooms of one height do not know each other.
const HEIGHTS: [(&str, u8); 12] = [
    ("law", 0),
    ("incident", 1),
    ("locales", 1),
    ("db", 2),
    ("documents", 2),
    ("mail", 2),
    ("config", 3),
    ("now", 3),
    ("app", 4),
    ("tasks", 5),
    ("web", 5),
    ("commands", 6),
];
const MOST_LINES: usize = 400;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every Rust source below the folder, with its text.
fn sources(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = std::fs::read_to_string(&path).unwrap();
            found.push((path, text));
        }
    }
    found
}

fn all_sources() -> Vec<(PathBuf, String)> {
    [sources(&root().join("src")), sources(&root().join("tests"))].concat()
}

fn height(room: &str) -> Option<u8> {
    HEIGHTS.iter().find(|(name, _)| *name == room).map(|(_, height)| *height)
}

/// The rooms that this line of code names by `crate::`.
fn rooms_named(line: &str) -> Vec<&str> {
    let code = line.split("//").next().unwrap_or_default();
    let first_word = |rest| str::split(rest, |c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default();
    code.split("crate::").skip(1).map(first_word).collect()
}

/// The room that a source belongs to: the folder below `src`, or the file's own name.
fn room_of(file: &Path) -> String {
    let inside = file.strip_prefix(root().join("src")).unwrap();
    let first = inside.iter().next().unwrap().to_str().unwrap();
    first.trim_end_matches(".rs").to_owned()
}

#[test]
fn imports_point_downwards_only() {
    let mut upward = Vec::new();
    for (file, text) in sources(&root().join("src")) {
        let room = room_of(&file);
        let Some(own) = height(&room) else {
            assert!(["lib", "main"].contains(&room.as_str()), "`{room}` has no height in this test");
            continue;
        };
        for (line, number) in text.lines().zip(1..) {
            let wrong = |named: &&str| *named != room && height(named).is_none_or(|height| height >= own);
            upward.extend(
                rooms_named(line).into_iter().filter(wrong).map(|to| format!("{}:{number}: {to}", file.display())),
            );
        }
    }
    assert_eq!(upward, Vec::<String>::new());
}

#[test]
fn every_file_says_what_it_is_for_and_fits_in_the_head() {
    let bad = |text: &str| !text.starts_with("//! ") || text.lines().count() > MOST_LINES;
    let found: Vec<_> = all_sources().into_iter().filter(|(_, text)| bad(text)).map(|(file, _)| file).collect();
    assert_eq!(found, Vec::<PathBuf>::new());
}

#[test]
fn no_test_is_put_off() {
    let marks = [concat!("#[ign", "ore"), concat!("TO", "DO"), concat!("FIX", "ME")];
    let found: Vec<_> = all_sources()
        .into_iter()
        .filter(|(_, text)| marks.iter().any(|mark| text.contains(mark)))
        .map(|(file, _)| file)
        .collect();
    assert_eq!(found, Vec::<PathBuf>::new());
}

#[test]
fn no_test_file_lies_forgotten() {
    let packages = ["", "tests/fuzz"].map(|folder| {
        let folder = root().join(folder);
        (std::fs::read_to_string(folder.join("Cargo.toml")).unwrap(), folder)
    });
    let mut forgotten = Vec::new();
    for (file, _) in sources(&root().join("tests")) {
        let named_by_cargo = packages.iter().any(|(manifest, folder)| {
            let inside = file.strip_prefix(folder).ok().and_then(Path::to_str);
            inside.is_some_and(|inside| manifest.contains(&format!("path = \"{inside}\"")))
        });
        if !named_by_cargo && !parent_of(&file).is_some_and(|(parent, module)| declares(&parent, &module)) {
            forgotten.push(file);
        }
    }
    assert_eq!(forgotten, Vec::<PathBuf>::new());
}

/// The file that must declare this one as a module, and the module's name.
fn parent_of(file: &Path) -> Option<(PathBuf, String)> {
    let is_folder = file.file_name()? == "mod.rs";
    let module = if is_folder { file.parent()? } else { file };
    let above = module.parent()?;
    let parent = if above == root().join("tests") { above.join("main.rs") } else { above.join("mod.rs") };
    Some((parent, module.file_stem()?.to_str()?.to_owned()))
}

fn declares(parent: &Path, module: &str) -> bool {
    let text = std::fs::read_to_string(parent).unwrap_or_default();
    text.lines().any(|line| line.trim_start_matches("pub ") == format!("mod {module};"))
}

#[test]
fn an_import_is_seen_in_code_and_not_in_a_comment() {
    assert_eq!(rooms_named("use crate::db::pool; // not crate::web"), ["db"]);
    assert_eq!(rooms_named("fn at(m: crate::law::Moment) -> crate::app::Desk"), ["law", "app"]);
}

/// What incidents may not touch: they are pure as the law is, but live in the program's package, which may touch much. The
/// law's own list is its `[dependencies]` and the `clippy.toml` beside it.
const IMPURE: [&str; 19] = [
    "actix",
    "askama",
    "diesel",
    "lettre",
    "reqwest",
    "tokio",
    "typst",
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

/// The word on this line that pure code may not use; comments may.
fn impure(line: &str) -> Option<&'static str> {
    let code = line.split("//").next().unwrap_or_default();
    IMPURE.into_iter().find(|word| code.contains(word))
}

#[test]
fn incidents_touch_nothing_outside_the_program() {
    let mut found = Vec::new();
    for (file, text) in sources(&root().join("src/incident")) {
        let lines = text.lines().zip(1..);
        found
            .extend(lines.filter_map(|(line, number)| Some(format!("{}:{number}: {}", file.display(), impure(line)?))));
    }
    assert_eq!(found, Vec::<String>::new());
    assert_eq!(impure("use std::fs;"), Some("std::fs"));
    assert_eq!(impure("use crate::law::moment::Moment; // no tokio"), None);
}

/// Every TOML file below a folder of the law, by its path there.
fn law_files(folder: &str) -> Vec<String> {
    let base = root().join("src/law").join(folder);
    let mut open = vec![base.clone()];
    let mut found = Vec::new();
    while let Some(place) = open.pop() {
        for entry in std::fs::read_dir(&place).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "toml") {
                found.push(path.strip_prefix(&base).unwrap().display().to_string());
            }
        }
    }
    found
}

#[test]
fn every_file_of_law_is_compiled_in() {
    for (folder, list) in [
        ("rulebooks", "embedded.rs"),
        ("vocabulary", "vocabulary_embedded.rs"),
        ("forms", "embedded.rs"),
        ("calendars", "calendar/embedded.rs"),
    ] {
        let listed = std::fs::read_to_string(root().join("src/law").join(list)).unwrap();
        let files = law_files(folder);
        assert!(!files.is_empty(), "{folder}");
        let missing: Vec<&String> = files.iter().filter(|file| !listed.contains(&format!("\"{file}\""))).collect();
        assert!(missing.is_empty(), "{folder}: {missing:?}");
    }
}
