//! A folder of law on disk: `vocabulary/`, `rulebooks/` with the cases beside them, `calendars/` and `coverage/`, laid over
//! what came with the program. Only reads; whether it makes sense is the law's to say.

use super::failure::Failure;
use crate::law::library::{Library, Sources};
use std::path::{Path, PathBuf};

/// How the name of a file of cases ends.
pub(super) const CASES: &str = ".cases.toml";

/// Reads a folder of law.
pub(super) fn read(folder: &Path) -> Result<Sources, Failure> {
    if !folder.is_dir() {
        let shown = folder.display();
        return Err(Failure::Typed(format!(
            "{shown} is no folder; expected one with vocabulary, rulebooks or calendars in it"
        )));
    }
    let known = ["vocabulary", "rulebooks", "calendars", "coverage"];
    if !known.iter().any(|name| folder.join(name).is_dir()) {
        let shown = folder.display();
        return Err(Failure::Typed(format!("{shown} has none of the folders {}", known.join(", "))));
    }
    let (cases, rulebooks) = files(&folder.join("rulebooks"))?.into_iter().partition(|(path, _)| path.ends_with(CASES));
    Ok(Sources {
        vocabulary: files(&folder.join("vocabulary"))?,
        rulebooks,
        calendars: files(&folder.join("calendars"))?,
        cases,
        coverage: files(&folder.join("coverage"))?,
    })
}

/// The law in the program with the operator's folder over it, where there is one.
pub(super) fn library(folder: Option<&Path>) -> Result<Library, Failure> {
    match folder {
        None => Ok(Library::embedded()?),
        Some(folder) => Library::with(&read(folder)?)
            .map_err(|error| Failure::written(&format!("the law in {}", folder.display()), &error)),
    }
}

/// Reads one file.
pub(super) fn text(path: &Path) -> Result<String, Failure> {
    std::fs::read_to_string(path).map_err(|error| {
        Failure::Typed(format!("{} cannot be read ({error}); check the path and who may read it", path.display()))
    })
}

/// Every TOML file below a folder, sorted, each a path within it and its text. A folder that is not there has none.
fn files(folder: &Path) -> Result<Vec<(String, String)>, Failure> {
    let mut open: Vec<PathBuf> = Vec::new();
    let mut found = Vec::new();
    if folder.is_dir() {
        open.push(folder.to_owned());
    }
    while let Some(next) = open.pop() {
        for entry in std::fs::read_dir(&next)? {
            let path = entry?.path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "toml") {
                found.push((below(folder, &path), text(&path)?));
            }
        }
    }
    found.sort();
    Ok(found)
}

/// A path below a folder, with slashes.
pub(super) fn below(folder: &Path, path: &Path) -> String {
    let parts = path.strip_prefix(folder).unwrap_or(path).components();
    parts.map(|part| part.as_os_str().to_string_lossy().into_owned()).collect::<Vec<_>>().join("/")
}
