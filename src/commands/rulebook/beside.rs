//! What stands around a rulebook's file: its place in the law, and the cases beside it.

use crate::commands::failure::Failure;
use crate::commands::law_folder;
use std::path::Path;

/// Where a rulebook stands in the law: its path below `rulebooks/`. By its place on disk where that tells; otherwise by
/// the ids of its duties, which begin with the rulebook's.
pub(super) fn place(file: &Path, text: &str) -> String {
    let whole = std::path::absolute(file).unwrap_or_else(|_| file.to_owned());
    let parts: Vec<String> = whole.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
    if let Some(at) = parts.iter().rposition(|part| part == "rulebooks") {
        return parts.iter().skip(at + 1).cloned().collect::<Vec<_>>().join("/");
    }
    let ids = text.lines().filter_map(|line| line.trim().strip_prefix("id")?.trim_start().strip_prefix('='));
    let duties = ids.map(|id| id.trim().trim_matches('"')).filter_map(|id| id.split_once('/'));
    let named = duties.map(|(book, _)| book.replace('.', "/") + ".toml").next();
    named.or_else(|| parts.last().cloned()).unwrap_or_default()
}

/// The text of the cases beside a rulebook, with the file's path; `None` where there are none.
pub(super) fn cases_beside(file: &Path) -> Result<Option<(String, String)>, Failure> {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let beside = file.with_file_name(format!("{stem}{}", law_folder::CASES));
    if !beside.is_file() {
        return Ok(None);
    }
    Ok(Some((beside.display().to_string(), law_folder::text(&beside)?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rulebook_is_placed_by_its_folder_or_else_by_its_duties() {
        let text = "[[term]]\nid = \"other\"\n[[duty]]\nid = \"xx.my-act/authority\"\n";
        assert_eq!(place(Path::new("/srv/law/rulebooks/eu/gdpr.toml"), text), "eu/gdpr.toml");
        assert_eq!(place(Path::new("/tmp/draft.toml"), text), "xx/my-act.toml");
        assert_eq!(place(Path::new("/tmp/draft.toml"), ""), "draft.toml");
    }
}
