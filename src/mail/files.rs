//! Messages as files, readable by their owner only. A file appears complete or not at all, and only once.

use std::fs::{self, DirBuilder, OpenOptions};
use std::io::{Result, Write};
use std::path::Path;

/// Writes `<folder>/<name>.eml`. A message that is there already is left as it is.
pub fn write(folder: &Path, name: &str, bytes: &[u8]) -> Result<()> {
    let name: String = name.chars().filter(|c| c.is_ascii_alphanumeric() || "-_.".contains(*c)).collect();
    let target = folder.join(format!("{name}.eml"));
    if target.exists() {
        return Ok(());
    }
    make_folder(folder)?;
    // Two instances may write at once: each has its own draft, and the same content.
    let draft = folder.join(format!(".{name}.{}.{:016x}.draft", std::process::id(), rand::random::<u64>()));
    let written = write_draft(&draft, bytes).and_then(|()| fs::rename(&draft, &target)).and_then(|()| keep(folder));
    if written.is_err() {
        // The first error is the one to tell; a draft that cannot be removed harms nothing.
        let _ = fs::remove_file(&draft);
    }
    written
}

fn write_draft(draft: &Path, bytes: &[u8]) -> Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(draft)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Makes the new name outlast a power cut, where the system allows a folder to be opened.
fn keep(folder: &Path) -> Result<()> {
    if cfg!(unix) { fs::File::open(folder)?.sync_all() } else { Ok(()) }
}

fn make_folder(folder: &Path) -> Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}
