//! Every text is shown somewhere: a key that nothing uses is deleted, in all three languages.

use std::collections::BTreeSet;
use std::path::Path;

fn files_under(folder: &Path, endings: &[&str], found: &mut String) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files_under(&path, endings, found);
        } else if endings.iter().any(|ending| path.extension().is_some_and(|known| known == *ending)) {
            found.push_str(&std::fs::read_to_string(&path).unwrap());
        }
    }
}

fn keys() -> BTreeSet<String> {
    let mut texts = String::new();
    files_under(Path::new("src/locales/en"), &["ftl"], &mut texts);
    let key = |line: &str| {
        let (key, _) = line.split_once(" =")?;
        key.starts_with(|first: char| first.is_ascii_lowercase()).then(|| key.replace('-', "_"))
    };
    texts.lines().filter_map(key).collect()
}

#[test]
fn every_text_is_shown_somewhere() {
    let mut code = String::new();
    files_under(Path::new("src"), &["rs"], &mut code);
    files_under(Path::new("templates"), &["html", "txt"], &mut code);
    let unused: Vec<String> = keys()
        .into_iter()
        .filter(|key| !code.contains(&format!(".{key}(")) && !code.contains(&format!("::{key}")))
        .collect();
    assert!(unused.is_empty(), "nothing shows these texts; delete them in all three languages: {unused:#?}");
}
