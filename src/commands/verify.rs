//! Looks whether a store is whole. Reads only: a copy that nobody may write to is read as it is.

use super::failure::Failure;
use super::resources::library;
use super::say::Terminal;
use crate::app::watch::verify::check;
use crate::config::Settings;
use crate::db::evidence::Evidence;
use crate::db::ledger::verify::Noted;

/// Prints how many entries there are and the head, or fails with everything that is not as it should be.
pub(super) fn run(settings: &Settings, noted: Option<&Noted>, terminal: &Terminal) -> Result<(), Failure> {
    if let Some(path) = settings.database.sqlite_path()
        && !path.is_file()
    {
        return Err(Failure::NoDatabase(path.display().to_string()));
    }
    let library = library(settings)?;
    let mut store = Evidence::open(&settings.database)?;
    let is_older = store.is_older;
    let checked = store
        .read(|db| check(db, &library, noted, is_older))
        .map_err(|refusal| Failure::refused(refusal, terminal.t))?;
    if let Some(chain) = &checked.chain {
        terminal.say(terminal.t.command_verified(chain.entries));
        if chain.erased > 0 {
            terminal.say(terminal.t.command_erased(chain.erased));
        }
        terminal.say(terminal.t.command_head(format!("{}:{}", chain.entries, chain.head)));
    }
    if !checked.pages {
        terminal.say(terminal.t.command_pages_unchecked());
    }
    if !checked.findings.is_empty() {
        return Err(Failure::NotWhole(checked.findings));
    }
    if !checked.rest {
        return Err(Failure::Unchecked);
    }
    terminal.say(terminal.t.command_all_fits());
    Ok(())
}
