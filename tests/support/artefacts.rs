//! Pictures and documents that a run leaves for people to look at: `target/artefacts`, never the repository.

use std::path::{Path, PathBuf};

/// The file to write an artefact of this name to, such as `board-ko-dark.png`; a slash makes a folder.
pub fn path(name: &str) -> PathBuf {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("the target folder");
    let file = target.join("artefacts").join(name);
    std::fs::create_dir_all(file.parent().expect("a folder")).expect("the artefacts' folder");
    file
}

#[test]
fn an_artefact_can_be_written_below_the_target_folder() {
    let file = path("harness/note.txt");
    std::fs::write(&file, "seen").unwrap();
    assert!(file.ends_with("artefacts/harness/note.txt"));
}
