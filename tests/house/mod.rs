//! The house rules that a machine can judge: imports point one way, between rooms, folders and files; every file says what
//! it is for and stays small enough to hold in the head; no test file lies forgotten beside the ones that run.

mod imports;
mod lengths;

use imports::{Imports, below, circles};
use std::collections::{BTreeMap, BTreeSet};
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

/// The folders inside the big rooms, from the ground up: each may import those before it.
const FOLDERS: [(&str, &[&str]); 3] = [
    (
        "law",
        &[
            "base",
            "calendar",
            "counting",
            "situation",
            "vocabulary",
            "coverage",
            "rulebook",
            "verdict",
            "library",
            "assess",
            "questions",
            "diff",
            "case",
            "schema",
            "severity",
        ],
    ),
    ("app", &["desk", "incident", "filing", "rules", "account", "office", "watch"]),
    ("web", &["http", "views", "forms", "pages", "routes", "server"]),
];
const MOST_LINES: usize = 400;
/// How many rooms the law may have, and on how many floors.
const LAW: (usize, usize) = (18, 9);

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

fn imports() -> Imports {
    let base = root().join("src");
    let files = sources(&base);
    Imports::of(files.iter().map(|(file, text)| (file.strip_prefix(&base).unwrap(), text.as_str())))
}

/// The first so many parts of a module's path: the room, or a folder in it.
fn folder(module: &str, depth: usize) -> String {
    module.split("::").take(depth).collect::<Vec<_>>().join("::")
}

/// The arrows between what lies directly in this folder: its files and its folders as wholes.
fn inside(imports: &Imports, place: &str) -> BTreeSet<(String, String)> {
    let depth = place.split("::").filter(|part| !part.is_empty()).count() + 1;
    let lies_here = |module: &String| place.is_empty() || below(module, place);
    let arrows = imports.arrows.iter().filter(|(from, to)| lies_here(from) && lies_here(to));
    arrows.map(|(from, to)| (folder(from, depth), folder(to, depth))).filter(|(from, to)| from != to).collect()
}

#[test]
fn imports_point_downwards_only() {
    let imports = imports();
    let height = |room: &str| {
        let found = HEIGHTS.iter().find(|(name, _)| *name == room);
        found.unwrap_or_else(|| panic!("`{room}` has no height in this test")).1
    };
    let upward: Vec<_> = inside(&imports, "").into_iter().filter(|(from, to)| height(to) >= height(from)).collect();
    assert_eq!(upward, []);
}

#[test]
fn the_folders_of_a_room_import_those_below_them_only() {
    let imports = imports();
    for (room, order) in FOLDERS {
        let floor = |module: &str| order.iter().position(|name| module == format!("{room}::{name}"));
        let unplaced: BTreeSet<String> = imports
            .modules()
            .filter(|module| below(module, room))
            .map(|module| folder(module, 2))
            .filter(|module| floor(module).is_none())
            .collect();
        assert_eq!(unplaced, BTreeSet::new(), "no place in the order of `{room}`");
        let upward: Vec<_> = inside(&imports, room).into_iter().filter(|(from, to)| floor(to) >= floor(from)).collect();
        assert_eq!(upward, [], "{room}");
    }
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    assert_eq!(circles(&imports().arrows), Vec::<Vec<String>>::new());
}

#[test]
fn no_folders_import_each_other_in_a_circle() {
    let imports = imports();
    let places: BTreeSet<&str> =
        imports.modules().filter_map(|module| module.rsplit_once("::")).map(|(place, _)| place).collect();
    for place in places {
        assert_eq!(circles(&inside(&imports, place)), Vec::<Vec<String>>::new(), "in {place}");
    }
}

#[test]
fn the_law_has_few_rooms_on_few_floors() {
    let imports = imports();
    let arrows = inside(&imports, "law");
    let rooms: BTreeSet<String> =
        imports.modules().filter(|module| below(module, "law")).map(|module| folder(module, 2)).collect();
    let mut floors: BTreeMap<&String, usize> = rooms.iter().map(|room| (room, 1)).collect();
    for _ in &rooms {
        for (from, to) in &arrows {
            let above = floors[to] + 1;
            floors.entry(from).and_modify(|floor| *floor = above.max(*floor));
        }
    }
    let highest = floors.values().max().copied().unwrap_or_default();
    assert!(rooms.len() <= LAW.0 && highest <= LAW.1, "{} rooms on {highest} floors: {floors:?}", rooms.len());
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

#[test]
fn an_import_is_seen_through_a_tree_a_path_and_a_name_that_is_handed_on() {
    let files = [
        ("a/mod.rs", "pub mod b;\nmod c;\npub use c::Thing;\nuse crate::other::One;"),
        (
            "a/b.rs",
            "use super::{Thing as Other, c::{self, More}};\n// not crate::other\nfn of(it: crate::law::base::Moment) {}",
        ),
        ("a/c.rs", "#[cfg(test)]\nmod tests {\n    use super::super::b::Not;\n}\n"),
        ("other.rs", "#[cfg(test)]\nmod proof;"),
        ("other/proof.rs", "use crate::a::b::Not;"),
        (
            "a/d.rs",
            "mod inner {\n    use super::*;\n    use super::super::b::Thing;\n}\npub(in crate::other) fn of() {}",
        ),
        ("law/base.rs", "use crate::case::Kind;"),
        ("law/case.rs", "fn of() { crate::base::make() }"),
    ];
    let imports = Imports::of(files.iter().map(|(path, text)| (Path::new(*path), *text)));
    let arrow = |from: &str, to: &str| (from.to_owned(), to.to_owned());
    let seen = [
        arrow("a", "other"),
        arrow("a::b", "a::c"),
        arrow("a::b", "law::base"),
        arrow("a::d", "a::b"),
        arrow("law::base", "law::case"),
        arrow("law::case", "law::base"),
    ];
    assert_eq!(imports.arrows, BTreeSet::from(seen));
    assert_eq!(circles(&imports.arrows), [["law::base", "law::case"]]);
}
