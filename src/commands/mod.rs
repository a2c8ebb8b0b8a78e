//! The command line: what can be asked of the program, in which words, and how it answers the shell. Each command is a
//! file of its own. Secrets are never taken as arguments, where every user of the machine could read them.

mod account;
mod arguments;
mod assess;
mod backup;
pub mod demo;
mod failure;
mod law_folder;
mod logging;
mod reindex;
mod resources;
mod rulebook;
mod say;
mod schema;
mod serve;
mod verify;

use self::arguments::{AccountCommand, Arguments, Command, Place};
use self::failure::Failure;
use self::say::Terminal;
use crate::config::{Layers, Settings};
use clap::Parser;
use std::process::ExitCode;

/// Reads the command line and does what it says. 0: done. 1: it could not be done, something stored is not whole, or a
/// case came out otherwise. 2: the command line, the settings, a case or a rulebook cannot be used. 3: asked to check, and
/// something is overdue. 4: what could be verified is whole, and not everything could be.
#[must_use]
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    let terminal = Terminal::from_environment();
    match perform(arguments, &terminal) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            terminal.fail(&failure);
            failure.exit_code()
        }
    }
}

fn perform(arguments: Arguments, terminal: &Terminal) -> Result<(), Failure> {
    let Arguments { command, place } = arguments;
    match command {
        Command::Demo(demo) => demo::run(place, demo.listen, terminal),
        Command::Serve(listening) => {
            let settings = settings(place, listening.overrides())?;
            serve::run(settings, terminal)
        }
        Command::Verify { expect } => verify::run(&settings(place, Vec::new())?, expect.as_ref(), terminal),
        Command::Reindex => reindex::run(&settings(place, Vec::new())?, terminal),
        Command::Account { command: AccountCommand::Add(new) } => {
            account::run(&settings(place, Vec::new())?, new, terminal)
        }
        Command::Backup { path } => backup::run(&settings(place, Vec::new())?, &path, terminal),
        Command::Assess(asked) => {
            let settings = settings(place, Vec::new())?;
            assess::run(&asked, settings.rulebooks_dir.as_deref(), terminal)
        }
        Command::Rulebook { command } => {
            let settings = settings(place, Vec::new())?;
            rulebook::run(command, settings.rulebooks_dir.as_deref(), terminal)
        }
        Command::Schema { of } => {
            let settings = settings(place, Vec::new())?;
            schema::run(of, settings.rulebooks_dir.as_deref(), terminal)
        }
        Command::Config => {
            terminal.say(settings(place, Vec::new())?.shown());
            Ok(())
        }
    }
}

fn settings(place: Place, overrides: Vec<(&'static str, String)>) -> Result<Settings, Failure> {
    let own = [("data_dir", place.data_dir), ("database", place.database), ("rulebooks_dir", place.rulebooks_dir)];
    let own = own.into_iter().filter_map(|(key, text)| Some((key, text?)));
    let layers = Layers {
        file: place.config,
        environment: std::env::vars_os()
            .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
            .collect(),
        overrides: own.chain(overrides).collect(),
    };
    Ok(Settings::read(layers.merge()?)?)
}
