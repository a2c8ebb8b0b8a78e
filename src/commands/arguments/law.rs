//! What can be asked of the law on the command line.

use chrono::NaiveDate;
use clap::{Args, Subcommand, ValueEnum};
use std::path::PathBuf;

pub(super) const ASSESS: &str = "\
Answer which duties a situation brings about, by when, and why.

Reads cases, TOML or JSON: the organisation's facts, what is known of the incident, moments of awareness, what happened,
what was filed. The same format stands beside the rulebooks; `dutyclock schema case` describes it. Nothing is recorded and
no database is needed.

Answers first what is overdue, what is due next and what to answer; then each act that concerns the case; then the others,
one line for each reason. In the language of the environment, or in that of --lang.

Exit codes: 0 answered, 1 the machine refused something, 2 a case or the command line cannot be used (with line and hint),
3 with --check only: a duty that certainly applies is overdue.";

pub(super) const ASSESS_EXAMPLES: &str = "\
Examples:
  dutyclock assess case.toml
  dutyclock assess case.toml --regime GDPR --regime kr.pipa --now 2026-11-22T09:00:00Z
  dutyclock assess case.toml --on 2027-10-01          under the law that will be in force then
  dutyclock assess case.toml --as-of 2026-11-20T18:00 what had happened by then, and nothing later
  dutyclock assess cases/*.toml --brief --lang ko     the first lines of each, in Korean
  dutyclock assess case.toml --check && echo in time
  dutyclock assess - --json < case.json";

/// What to assess, and how.
#[derive(Debug, Args)]
pub(in crate::commands) struct Assess {
    /// The cases: files, each with one case or many, or - for the standard input
    #[arg(required = true, value_name = "CASE")]
    pub cases: Vec<PathBuf>,
    /// The moment of asking [default: the case's own, or else now]
    #[arg(long, value_name = "MOMENT")]
    pub now: Option<String>,
    /// Count only what had happened by this moment, and ask then (or at --now): what is dated later is left out
    #[arg(long, value_name = "MOMENT")]
    pub as_of: Option<String>,
    /// As if the incident had begun on this day: every date moves by as many days, business years by as many years
    #[arg(long, value_name = "DAY")]
    pub on: Option<NaiveDate>,
    /// Only this rulebook, by id, country or the name people use; may be given several times
    #[arg(long, value_name = "NAME")]
    pub regime: Vec<String>,
    /// Only the cases with this in their name
    #[arg(long, value_name = "TEXT")]
    pub name: Option<String>,
    /// Print JSON, for several cases a list; `dutyclock schema assessment` describes one
    #[arg(long)]
    pub json: bool,
    /// Show acts that do not concern the case, too
    #[arg(long)]
    pub all: bool,
    /// Show why: the conditions with the facts behind them, and the arithmetic
    #[arg(long)]
    pub why: bool,
    /// Only the first lines: overdue, due next, to be answered
    #[arg(long, conflicts_with_all = ["all", "why", "json"])]
    pub brief: bool,
    /// The language of the words [default: that of the environment]
    #[arg(long, value_parser = ["en", "ko", "id"])]
    pub lang: Option<String>,
    /// Fail with exit code 3 where a duty that certainly applies is overdue
    #[arg(long)]
    pub check: bool,
}

/// What can be done with rulebooks.
#[derive(Debug, Subcommand)]
pub(in crate::commands) enum RulebookCommand {
    /// Check rulebooks, and run the cases beside them
    #[command(
        long_about = "Check rulebooks, and run the cases beside them.\n\nSays what does not fit, with file, line, key and \
                      hint; then runs FILE.cases.toml and shows each case green or red.\n\nExit codes: 0 all green, 1 \
                      a case came out otherwise, 2 a file cannot be used.",
        after_help = "Examples:\n  dutyclock rulebook check at/my-act.toml\n  dutyclock rulebook check --law law \
                      law/rulebooks/at/my-act.toml"
    )]
    Check {
        /// The rulebooks
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// A folder with vocabulary, rulebooks and calendars, over those that came with the program
        #[arg(long, value_name = "FOLDER")]
        law: Option<PathBuf>,
    },
    /// Print a rulebook to start from, well formed and commented
    #[command(
        after_help = "Example:\n  dutyclock rulebook new at.my-act > my-act.toml\n  dutyclock rulebook new at.my-act \
                      --cases > my-act.cases.toml\n  dutyclock rulebook check my-act.toml"
    )]
    New {
        /// Its id: country, a point, the act
        id: String,
        /// Print the cases beside it instead
        #[arg(long)]
        cases: bool,
    },
    /// Show what a new edition of a rulebook changes, and which outcomes move
    #[command(
        long_about = "Show what a new edition of a rulebook changes, and which outcomes move.\n\nLists duties, versions, \
                      periods, terms and fines that are new, gone or different; then asks both editions about the cases \
                      beside the new one (or the old one) and shows what comes out otherwise.",
        after_help = "Example:\n  dutyclock rulebook diff old/my-act.toml my-act.toml"
    )]
    Diff {
        /// The edition before
        old: PathBuf,
        /// The edition after
        new: PathBuf,
        /// A folder with vocabulary, rulebooks and calendars, over those that came with the program
        #[arg(long, value_name = "FOLDER")]
        law: Option<PathBuf>,
    },
}

/// What a schema can be of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::commands) enum SchemaOf {
    /// What `dutyclock assess` takes
    Case,
    /// What `dutyclock assess --json` prints
    Assessment,
    /// A rulebook, as TOML read as JSON
    Rulebook,
}
