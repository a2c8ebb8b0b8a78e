//! Derives the indexes anew.

use super::failure::Failure;
use super::resources::{existing_store, library};
use super::say::Terminal;
use crate::app::watch::maintenance;
use crate::config::Settings;

/// Rebuilds both indexes in one transaction.
pub(super) fn run(settings: &Settings, terminal: &Terminal) -> Result<(), Failure> {
    let (store, library) = (existing_store(settings)?, library(settings)?);
    let count = store
        .write_blocking(|db| maintenance::reindex(db, &library))
        .map_err(|refusal| Failure::refused(refusal, terminal.t))?;
    terminal.say(terminal.t.command_reindexed(i64::try_from(count).unwrap_or(i64::MAX)));
    Ok(())
}
