//! Copies the database.

use super::failure::Failure;
use super::say::Terminal;
use crate::config::Settings;
use crate::db::backup::backup;
use std::path::Path;

/// Copies a SQLite database into a new file.
pub(super) fn run(settings: &Settings, path: &Path, terminal: &Terminal) -> Result<(), Failure> {
    backup(&settings.database, path)?;
    terminal.say(terminal.t.command_backup_done(path.display()));
    Ok(())
}
