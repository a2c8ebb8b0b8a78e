//! What can be typed on the command line, and its help.

mod law;

pub(super) use self::law::{Assess, RulebookCommand, SchemaOf};

use crate::db::ledger::verify::Noted;
use clap::{Args, Parser, Subcommand};
use std::net::SocketAddr;
use std::path::PathBuf;

const EXAMPLES: &str = "\
Examples:
  dutyclock demo                         try it: everything under data/demo, nothing real
  dutyclock serve                        start; the first time it prints a set-up link
  dutyclock --data-dir /srv/dc serve     with another data folder
  dutyclock config                       show the settings in force, secrets blacked out

Settings come from dutyclock.toml, over it the environment (DUTYCLOCK_LISTEN, DUTYCLOCK_SMTP_HOST, …),
over that the command line.";

/// Breach-notification clocks, forms, exposure and escalation for compliance officers.
#[derive(Debug, Parser)]
#[command(name = "dutyclock", version, after_help = EXAMPLES)]
pub(super) struct Arguments {
    #[command(flatten)]
    pub place: Place,
    #[command(subcommand)]
    pub command: Command,
}

/// Where things are.
#[derive(Debug, Args)]
pub(super) struct Place {
    /// The settings file [default: dutyclock.toml, if it is there]
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// The folder for the database and for mail in files
    #[arg(long, global = true, value_name = "FOLDER")]
    pub data_dir: Option<String>,
    /// The database: sqlite:PATH or postgres://USER:PASSWORD@HOST/NAME (better set in the environment)
    #[arg(long, global = true, value_name = "ADDRESS")]
    pub database: Option<String>,
    /// A folder of own rulebooks (vocabulary, rulebooks, calendars), over those that came with the program
    #[arg(long, global = true, value_name = "FOLDER", visible_alias = "rulebooks")]
    pub rulebooks_dir: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Run the program: pages, watch and mail
    #[command(
        long_about = "Run the program: pages, watch and mail.\n\nCreates or migrates the database. While nobody has an \
                      account, it prints a link, good for one use, by which the first administrator sets up the \
                      installation; it is printed nowhere else. Ends in order on Ctrl-C and on SIGTERM.",
        after_help = "Examples:\n  dutyclock serve\n  dutyclock serve --listen 0.0.0.0:8080 --base-url \
                      https://dutyclock.example.org\n  DUTYCLOCK_DATABASE=postgres://… dutyclock serve"
    )]
    Serve(Listening),
    /// Try it with demonstration data, apart from everything real
    #[command(
        long_about = "Try it with demonstration data, apart from everything real.\n\nReads no settings file and sends \
                      nothing: database and mail are files in a folder of their own (data/demo, or --data-dir). Loads, once, a public case of \
                      2025, the same as a drill that runs now, and a young incident; then prints how to sign in.",
        after_help = "Examples:\n  dutyclock demo\n  dutyclock demo --listen 127.0.0.1:9000\n  dutyclock demo --data-dir \
                      /tmp/demo"
    )]
    Demo(Demo),
    /// Check that what is stored is whole, and that nothing in the ledger was changed
    #[command(
        long_about = "Check that what is stored is whole, and that nothing in the ledger was changed after it was \
                      recorded.\n\nChanges nothing: neither tables nor the mode of a file; a copy that nobody may write \
                      to can be checked. Looks at the database itself (SQLite: every page and reference; PostgreSQL: \
                      invalid indexes, and checksums where it keeps them), walks the chain of hashes, compares stored \
                      files with their hashes, indexes with a rebuild, accounts with what is recorded of them (not \
                      their addresses or passwords), and recorded warnings with their messages (not rounds of \
                      questions).\n\nA chain that was rewritten to its end looks whole: keep the head that is printed \
                      somewhere else, and hand it in with --expect.\n\nExit codes: 0 all is whole. 1 something is not, \
                      each thing named, or the store cannot be read. 2 the command line or the settings cannot be \
                      used. 4 the database and the chain are whole; an older program made the store, and the rest \
                      was not checked.",
        after_help = "Examples:\n  dutyclock verify\n  dutyclock verify --expect 1204:9f2c…\n  dutyclock --database \
                      sqlite:backup.db verify"
    )]
    Verify {
        /// An entry that was noted earlier; fails unless the ledger still holds it
        #[arg(long, value_name = "NUMBER:HASH")]
        expect: Option<Noted>,
    },
    /// Derive the indexes beside the ledger anew
    #[command(
        long_about = "Derive the indexes beside the ledger anew.\n\nThey hold nothing of their own, so this changes \
                      nothing on a sound database. May be run while the program runs.",
        after_help = "Example:\n  dutyclock reindex"
    )]
    Reindex,
    /// Look after accounts
    Account {
        #[command(subcommand)]
        command: AccountCommand,
    },
    /// Copy the database into a new file, also while the program runs
    #[command(
        long_about = "Copy the database into a new file, also while the program runs.\n\nThe copy shows one moment, is \
                      checked, and can be read by you only. Nothing is overwritten. For PostgreSQL use pg_dump.",
        after_help = "Example:\n  dutyclock backup backup-$(date +%F).db"
    )]
    Backup {
        /// The new file
        path: PathBuf,
    },
    /// Answer which duties a situation brings about, by when, and why
    #[command(long_about = law::ASSESS, after_help = law::ASSESS_EXAMPLES)]
    Assess(Assess),
    /// Check, start or compare rulebooks
    Rulebook {
        #[command(subcommand)]
        command: RulebookCommand,
    },
    /// Print the JSON Schema of a case, of an assessment or of a rulebook
    #[command(
        long_about = "Print the JSON Schema (2020-12) of a case, of an assessment or of a rulebook.\n\nThe case is what \
                      `dutyclock assess` takes, with every fact and trigger of the vocabulary; the assessment is what \
                      it prints with --json.",
        after_help = "Example:\n  dutyclock schema case > case.schema.json"
    )]
    Schema {
        /// Which
        #[arg(value_enum)]
        of: SchemaOf,
    },
    /// Show the settings in force and where each comes from, secrets blacked out
    #[command(after_help = "Example:\n  DUTYCLOCK_LOG_LEVEL=debug dutyclock config")]
    Config,
}

#[derive(Debug, Subcommand)]
pub(super) enum AccountCommand {
    /// Add an account with a password
    #[command(
        long_about = "Add an account with a password.\n\nAsks for the password twice, or reads it from the standard \
                      input. The way back in when nobody can sign in as administrator any more.",
        after_help = "Examples:\n  dutyclock account add --name 'Kim Min-su' --email kim@example.org --role \
                      administrator\n  dutyclock account add --name Ann --email ann@example.org --role officer \
                      --password-stdin < file"
    )]
    Add(NewAccount),
}

/// A new account.
#[derive(Debug, Args)]
pub(super) struct NewAccount {
    /// Name, as others see it
    #[arg(long)]
    pub name: String,
    /// E-mail address, to sign in with
    #[arg(long)]
    pub email: String,
    /// What the account is for
    #[arg(long, value_parser = ["administrator", "officer", "approver", "reader"])]
    pub role: String,
    /// Language
    #[arg(long, default_value = "en", value_parser = ["en", "ko", "id"])]
    pub language: String,
    /// Send escalation mail to it
    #[arg(long)]
    pub warned: bool,
    /// Read the password from the first line of the standard input
    #[arg(long)]
    pub password_stdin: bool,
}

/// Where to listen.
#[derive(Debug, Args)]
pub(super) struct Listening {
    /// Address and port to listen on [default: 127.0.0.1:8080]
    #[arg(long, value_name = "ADDRESS:PORT")]
    pub listen: Option<String>,
    /// Where people reach the pages from outside, for links in mail
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,
}

impl Listening {
    pub fn overrides(self) -> Vec<(&'static str, String)> {
        let own = [("listen", self.listen), ("base_url", self.base_url)];
        own.into_iter().filter_map(|(key, text)| Some((key, text?))).collect()
    }
}

/// How to run the demonstration.
#[derive(Debug, Args)]
pub(super) struct Demo {
    /// Address and port to listen on; port 0 takes a free one
    #[arg(long, value_name = "ADDRESS:PORT", default_value_t = crate::config::LISTEN)]
    pub listen: SocketAddr,
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_well_formed() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn every_command_explains_itself_with_an_example() {
        let mut all = Arguments::command();
        all.build();
        let mut open: Vec<_> = all.get_subcommands().filter(|command| command.get_name() != "help").collect();
        while let Some(command) = open.pop() {
            let below: Vec<_> = command.get_subcommands().filter(|below| below.get_name() != "help").collect();
            let example = command.get_after_help().is_some_and(|text| text.to_string().contains("dutyclock "));
            assert!(command.get_about().is_some(), "{}", command.get_name());
            assert!(example || !below.is_empty(), "{}", command.get_name());
            open.extend(below);
        }
    }
}
