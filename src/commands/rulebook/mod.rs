//! `dutyclock rulebook`: for people who write law down. Checks a rulebook and runs the cases beside it, starts a new one,
//! and tells what a new edition changes. Writes nothing but to the terminal.

mod beside;
mod check;
mod diff;
mod new;

use super::arguments::RulebookCommand;
use super::failure::Failure;
use super::say::Terminal;
use std::path::Path;

/// Does what was asked.
pub(super) fn run(command: RulebookCommand, folder: Option<&Path>, terminal: &Terminal) -> Result<(), Failure> {
    match command {
        RulebookCommand::Check { files, law } => check::run(&files, law.as_deref().or(folder), terminal),
        RulebookCommand::New { id, cases } => new::run(&id, cases, terminal),
        RulebookCommand::Diff { old, new, law } => diff::run(&old, &new, law.as_deref().or(folder), terminal),
    }
}
