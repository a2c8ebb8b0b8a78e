//! `dutyclock rulebook check`: is the file well formed, and do the cases beside it come out as they say?

use super::beside::{cases_beside, place};
use crate::commands::failure::Failure;
use crate::commands::law_folder;
use crate::commands::say::Terminal;
use crate::law::base::error::LawError;
use crate::law::case::{self, Case, Outcome};
use crate::law::library::{Library, Sources};
use crate::law::rulebook::Rulebook;
use std::path::{Path, PathBuf};

/// Fewer cases than this per duty are pointed out: applies, does not apply, the boundary to the second.
const ENOUGH: usize = 3;

/// Checks files one by one. The first that is not well formed does not stop the others from being checked.
pub(super) fn run(files: &[PathBuf], folder: Option<&Path>, terminal: &Terminal) -> Result<(), Failure> {
    let law = folder.map_or_else(|| Ok(Sources::default()), law_folder::read)?;
    let mut tally = Tally::default();
    for file in files {
        one(file, &law, terminal, &mut tally)?;
    }
    terminal.say(format!("{} expectations green, {} red", tally.green, tally.red));
    match (tally.malformed, tally.red) {
        (0, 0) => Ok(()),
        (0, red) => Err(Failure::Red(format!("{red} expectations came out otherwise"))),
        (files, _) => Err(Failure::Typed(format!("{files} of the files cannot be used"))),
    }
}

#[derive(Default)]
struct Tally {
    green: usize,
    red: usize,
    malformed: usize,
}

fn one(file: &Path, law: &Sources, terminal: &Terminal, tally: &mut Tally) -> Result<(), Failure> {
    let text = law_folder::text(file)?;
    let path = place(file, &text);
    let shown = file.display().to_string();
    let whole = with(law, &path, &text);
    let (ours, others): (Vec<LawError>, Vec<LawError>) =
        Library::problems(&whole).into_iter().partition(|error| error.file == path);
    let told = !ours.is_empty();
    for error in ours {
        tell(&LawError { file: shown.clone(), ..error }, terminal);
    }
    if told {
        tally.malformed += 1;
        return Ok(());
    }
    let library = if others.is_empty() {
        Library::with(&whole)?
    } else {
        // A mistake in another file of the folder must not stand in the way of this one.
        others.iter().for_each(|error| tell(error, terminal));
        terminal.say(format!("{shown}: checked without the other rulebooks of the folder"));
        let only = Sources { rulebooks: vec![(path.clone(), text.clone())], cases: Vec::new(), ..whole };
        Library::with(&only).map_err(|error| Failure::written(&shown, &error))?
    };
    let id = path.trim_end_matches(".toml").replace('/', ".");
    let Some(book) = library.rulebook(&id) else {
        return Err(Failure::Unexpected(format!("{shown} was read, but is not among the rulebooks")));
    };
    terminal.say(format!("{shown}: {}", summary(book)));
    match cases_beside(file)? {
        None => terminal.say(format!("{shown}: no cases beside it; `dutyclock rulebook new {id} --cases` starts some")),
        Some((beside, text)) => match case::read(&library, &beside, &text) {
            Ok(read) => cases(&library, book, &beside, &read.cases, terminal, tally),
            Err(error) => {
                tell(&error, terminal);
                tally.malformed += 1;
            }
        },
    }
    Ok(())
}

/// An error as a compiler shows it, and room after it.
fn tell(error: &LawError, terminal: &Terminal) {
    terminal.say(format!("{}\n", error.rendered()));
}

/// The law of the folder with this text in its place.
fn with(law: &Sources, path: &str, text: &str) -> Sources {
    let mut law = law.clone();
    law.rulebooks.retain(|(known, _)| known != path);
    law.rulebooks.push((path.to_owned(), text.to_owned()));
    law
}

fn summary(book: &Rulebook) -> String {
    let versions: usize = book.duty.iter().map(|duty| duty.version.len()).sum();
    let pending: usize = book.duty.iter().map(|duty| duty.pending.len()).sum();
    let fines: usize = book.duty.iter().map(|duty| duty.fine.len()).sum();
    format!(
        "{}, well formed: {} duties, {versions} versions, {fines} fines, {pending} pending",
        book.short.en,
        book.duty.len()
    )
}

fn cases(library: &Library, book: &Rulebook, file: &str, cases: &[Case], terminal: &Terminal, tally: &mut Tally) {
    for case in cases {
        let outcomes = case::run(library, case);
        let red: Vec<&Outcome> = outcomes.iter().filter(|outcome| !outcome.is_green()).collect();
        tally.green += outcomes.len() - red.len();
        tally.red += red.len();
        if red.is_empty() {
            terminal.say(format!("  green  {}", case.name));
            continue;
        }
        terminal.say(format!("  red    {}", case.name));
        for outcome in red {
            let instance = outcome.instance.as_ref().map_or_else(String::new, |id| format!(" ({id})"));
            terminal.say(format!("         {file}:{}: {}{instance}", outcome.line, outcome.duty));
            for difference in &outcome.differences {
                terminal.say(format!("           {difference}"));
            }
        }
    }
    for duty in &book.duty {
        let of_duty = cases.iter().flat_map(|case| &case.expectations).filter(|expected| expected.duty == duty.id);
        let number = of_duty.count();
        if number < ENOUGH {
            terminal.say(format!("  few    {}: {number} cases, at least {ENOUGH} are wanted", duty.id));
        }
    }
}
