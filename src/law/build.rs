//! Build script: lists the files of law, so that an act that is put into its folder is in the program. Their texts are
//! compiled in; nothing of them is read here, and the law itself reads no file.

#![expect(clippy::disallowed_methods, reason = "the build may look into folders; the law may not")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// Where the folders of law lie.
const DATA: &str = "data";
const FOLDERS: [&str; 5] = ["vocabulary", "rulebooks", "calendars", "forms", "coverage"];
/// What stands before what, where the alphabet does not say it.
const ORDER: &str = "order.txt";
/// How the names of files of cases end. They lie beside the rulebooks.
const CASES: &str = ".cases.toml";

fn main() -> io::Result<()> {
    let data = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default()).join(DATA);
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    println!("cargo::rerun-if-changed={}", data.join(ORDER).display());
    let order = fs::read_to_string(data.join(ORDER))?;
    let order: Vec<&str> = order.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    for folder in FOLDERS {
        println!("cargo::rerun-if-changed={}", data.join(folder).display());
        let mut files = Vec::new();
        collect(&data.join(folder), folder, &mut files)?;
        files.sort_by_cached_key(|path| rank(path, &order));
        let (cases, rules): (Vec<String>, Vec<String>) = files.into_iter().partition(|path| path.ends_with(CASES));
        fs::write(out.join(folder).with_extension("rs"), list(&data, folder, &rules))?;
        if folder == "rulebooks" {
            fs::write(out.join("cases.rs"), list(&data, folder, &cases))?;
        }
    }
    Ok(())
}

/// Every TOML file below a folder, by its path with slashes.
fn collect(folder: &Path, name: &str, found: &mut Vec<String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = format!("{name}/{}", path.file_name().unwrap_or_default().to_string_lossy());
        if path.is_dir() {
            collect(&path, &name, found)?;
        } else if name.ends_with(".toml") {
            found.push(name);
        }
    }
    Ok(())
}

/// Its place: that of the first line which names it or its folder, or after all lines; then by its path.
fn rank(path: &str, order: &[&str]) -> (usize, Vec<String>) {
    let stem = path.strip_suffix(CASES).or(path.strip_suffix(".toml")).unwrap_or(path);
    let names = |line: &&str| stem.strip_prefix(*line).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    let line = order.iter().position(names).unwrap_or(order.len());
    (line, stem.split('/').map(ToOwned::to_owned).collect())
}

/// A list of paths below the folder, each with its text, as Rust writes it.
fn list(data: &Path, folder: &str, files: &[String]) -> String {
    let mut rust = "&[\n".to_owned();
    for file in files {
        let below = file.strip_prefix(folder).unwrap_or(file).trim_start_matches('/');
        let _ = writeln!(rust, "    ({below:?}, include_str!({:?})),", data.join(file).display().to_string());
    }
    rust + "]\n"
}
