//! Derives the indexes anew, and names the incidents that cannot be read.

use super::failure::Failure;
use super::resources::{existing_store, library};
use super::say::Terminal;
use crate::app::desk::refusal::with_causes;
use crate::app::watch::maintenance;
use crate::config::Settings;
use crate::now::Clock;

/// Rebuilds both indexes in one transaction.
pub(super) fn run(settings: &Settings, terminal: &Terminal) -> Result<(), Failure> {
    let (store, library) = (existing_store(settings)?, library(settings)?);
    let rebuilt = store
        .write_blocking(|db| maintenance::reindex(db, &library, Clock::system().now()))
        .map_err(|refusal| Failure::refused(refusal, terminal.t))?;
    terminal.say(terminal.t.command_reindexed(i64::try_from(rebuilt.incidents).unwrap_or(i64::MAX)));
    if rebuilt.unreadable.is_empty() {
        return Ok(());
    }
    Err(Failure::Unreadable(rebuilt.unreadable.iter().map(|found| with_causes(found)).collect()))
}
