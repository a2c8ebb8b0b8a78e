//! Guards over the law's own words: a grade of probability, a day or a Korean procedure must not change its meaning from one
//! language to another. It reads the data as it lies in the repository and judges no style.

use std::path::{Path, PathBuf};
use toml::Value;

/// One text of the law in its three languages, and where it stands.
struct Said {
    file: String,
    en: String,
    ko: String,
    id: String,
}

fn files_under(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.to_string_lossy().into_owned();
        if path.is_dir() {
            files_under(&path, found);
        } else if name.ends_with(".toml") && !name.ends_with(".cases.toml") {
            found.push(path);
        }
    }
}

fn walk(file: &str, value: &Value, all: &mut Vec<Said>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| walk(file, item, all)),
        Value::Table(table) => {
            let text = |lang: &str| table.get(lang).and_then(Value::as_str).map(str::to_owned);
            if let (Some(en), Some(ko), Some(id)) = (text("en"), text("ko"), text("id")) {
                all.push(Said { file: file.to_owned(), en, ko, id });
            }
            table.values().for_each(|item| walk(file, item, all));
        }
        _ => {}
    }
}

/// Every text of rulebooks, vocabulary, forms and calendars.
fn said() -> Vec<Said> {
    let mut files = Vec::new();
    files_under(Path::new("src/law/data"), &mut files);
    let mut all = Vec::new();
    for path in files {
        let text = std::fs::read_to_string(&path).unwrap();
        walk(&path.to_string_lossy(), &Value::Table(text.parse().unwrap()), &mut all);
    }
    assert!(all.len() > 3000, "the law has more words than {}", all.len());
    all
}

fn words(text: &str) -> Vec<String> {
    let parts = text.to_lowercase().split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect::<Vec<_>>();
    parts.into_iter().filter(|part| !part.is_empty()).collect()
}

fn has(text: &str, any: &[&str]) -> bool {
    words(text).iter().any(|word| any.contains(&word.as_str()))
}

fn refuse(rule: &str, broken: impl Fn(&Said) -> bool) {
    let all = said();
    let found = all.iter().filter(|said| broken(said));
    let found: Vec<String> = found.map(|s| format!("{}\n  {}\n  {}\n  {}", s.file, s.en, s.ko, s.id)).collect();
    assert!(found.is_empty(), "{rule}:\n{}", found.join("\n"));
}

#[test]
fn likely_is_not_written_as_possible_in_indonesian() {
    let possible = ["possible", "possibly", "may", "might", "could", "can"];
    refuse("likely is kemungkinan besar, unlikely kecil kemungkinannya; mungkin is possible", |said| {
        has(&said.en, &["likely", "unlikely", "probably"])
            && !has(&said.en, &possible)
            && has(&said.id, &["mungkin", "diperkirakan"])
            && !said.id.contains("patut diperkirakan")
    });
    refuse("likely needs a word of probability", |said| {
        has(&said.en, &["likely", "unlikely"])
            && !said.id.to_lowercase().contains("kemungkinan")
            && !said.id.contains("patut diperkirakan")
    });
}

#[test]
fn unlikely_is_not_written_as_impossible_in_indonesian() {
    let impossible = ["impossible", "cannot", "not", "none"];
    refuse("tidak mungkin is impossible", |said| {
        let id = said.id.to_lowercase();
        (id.contains("tidak mungkin") || id.contains("tidak lagi mungkin"))
            && (!has(&said.en, &impossible) || has(&said.en, &["likely", "unlikely"]))
            && !has(&said.en, &["impossible"])
    });
}

#[test]
fn this_day_is_not_written_as_today_in_indonesian() {
    refuse("hari ini is today; the day of a text is tanggal ini", |said| {
        said.id.to_lowercase().contains("hari ini") && !has(&said.en, &["today"])
    });
}

#[test]
fn an_excuse_is_never_told_as_no_exception_and_a_leak_is_of_data() {
    refuse("예외 사유 is no excuse, and persons do not leak", |said| {
        said.ko.contains("법문상 예외 사유는 없습니다") || said.ko.starts_with("유출등이 되었을")
    });
}

#[test]
fn what_the_statute_calls_a_leak_that_did_not_happen_is_copied_whole() {
    refuse("유출등이 되지 않은 사실", |said| {
        said.ko.contains("유출등이 아님") || said.ko.contains("유출등이 아니라는")
    });
}
