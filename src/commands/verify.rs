//! Walks the ledger's chain.

use super::failure::Failure;
use super::resources::existing_store;
use super::say::Terminal;
use crate::config::Settings;
use crate::db::ledger::verify;

/// Prints how many entries there are and the head, or fails with the first broken entry.
pub(super) fn run(settings: &Settings, terminal: &Terminal) -> Result<(), Failure> {
    let store = existing_store(settings)?;
    let verified = store.read_blocking(verify::verify).map_err(Failure::Verify)?;
    terminal.say(terminal.t.command_verified(verified.entries));
    if verified.erased > 0 {
        terminal.say(terminal.t.command_erased(verified.erased));
    }
    terminal.say(terminal.t.command_head(verified.head));
    Ok(())
}
