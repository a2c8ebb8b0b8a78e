//! `dutyclock rulebook diff`: what a new edition of a rulebook changes, and which outcomes of the cases beside it move.

use super::beside::{cases_beside, place};
use crate::commands::failure::Failure;
use crate::commands::law_folder;
use crate::commands::say::Terminal;
use crate::law::base::error::LawError;
use crate::law::base::moment::Moment;
use crate::law::case::{self, Aspect, Case};
use crate::law::diff::rulebook::changes;
use crate::law::library::{Library, Sources};
use crate::law::rulebook::Rulebook;
use crate::law::verdict::Verdict;
use std::path::Path;

/// What is compared of an outcome: whether, by when, how it stands, what it costs.
const COMPARED: [Aspect; 6] =
    [Aspect::Answer, Aspect::Due, Aspect::Safe, Aspect::Standing, Aspect::NotBefore, Aspect::Exposures];

/// Compares two files.
pub(super) fn run(old: &Path, new: &Path, folder: Option<&Path>, terminal: &Terminal) -> Result<(), Failure> {
    let law = folder.map_or_else(|| Ok(Sources::default()), law_folder::read)?;
    let (before, path) = edition(old, &law)?;
    let (after, new_path) = edition(new, &law)?;
    if path != new_path {
        let problem =
            format!("{} is {path} and {} is {new_path}: two acts, not two editions", old.display(), new.display());
        return Err(Failure::Typed(problem));
    }
    let id = path.trim_end_matches(".toml").replace('/', ".");
    let (Some(book), Some(edited)) = (before.rulebook(&id), after.rulebook(&id)) else {
        return Err(Failure::Unexpected(format!("{id} was read, but is not among the rulebooks")));
    };
    tell(book, edited, terminal);
    let beside = match cases_beside(new)? {
        Some(beside) => Some(beside),
        None => cases_beside(old)?,
    };
    match beside {
        None => terminal.say("There are no cases beside the files, so no outcomes were compared."),
        Some((file, text)) => {
            let cases = case::read(&after, &file, &text).map_err(|error| Failure::written(&file, &error))?.cases;
            outcomes(&before, &after, edited, &cases, terminal);
        }
    }
    Ok(())
}

/// The law with one file in its place, and that place.
fn edition(file: &Path, law: &Sources) -> Result<(Library, String), Failure> {
    let text = law_folder::text(file)?;
    let path = place(file, &text);
    let mut law = law.clone();
    law.rulebooks.retain(|(known, _)| *known != path);
    law.rulebooks.push((path.clone(), text));
    let shown = file.display().to_string();
    let library = Library::with(&law).map_err(|error| {
        let error = if error.file == path { LawError { file: shown.clone(), ..error } } else { error };
        Failure::written(&shown, &error)
    })?;
    Ok((library, path))
}

fn tell(old: &Rulebook, new: &Rulebook, terminal: &Terminal) {
    let found = changes(old, new);
    if found.is_empty() {
        terminal.say(format!("{}: nothing differs", new.short.en));
    }
    for change in found {
        let whole = new.short.en.clone();
        let (subject, whom) = match &change.duty {
            None => (whole, String::new()),
            Some(id) => {
                let duty = new.duty(id).or_else(|| old.duty(id));
                (
                    id.to_string(),
                    duty.map_or_else(String::new, |duty| format!(" ({}, to {})", duty.title.en, duty.recipient.en)),
                )
            }
        };
        terminal.say(format!("{subject}{whom}: {}", change.what));
    }
}

fn outcomes(before: &Library, after: &Library, book: &Rulebook, cases: &[Case], terminal: &Terminal) {
    let mut moved = 0;
    for case in cases {
        let now = case.now.unwrap_or(Moment::from_seconds(0));
        let zone = case.situation.zone;
        let old = before.assess(&case.situation, now).verdicts;
        let new = after.assess(&case.situation, now).verdicts;
        let ours = |verdict: &&Verdict| verdict.outline.rule.rulebook == book.id;
        let mut lines = Vec::new();
        for verdict in new.iter().filter(ours) {
            let same =
                |other: &&Verdict| (&other.outline.duty, &other.instance) == (&verdict.outline.duty, &verdict.instance);
            let earlier = old.iter().find(same);
            for aspect in COMPARED {
                let found = case::found(aspect, verdict, zone).shown();
                let was = earlier.map_or_else(|| "nothing".to_owned(), |was| case::found(aspect, was, zone).shown());
                if found != was {
                    lines.push(format!("    {}: {}: {was} → {found}", verdict.outline.duty, aspect.key()));
                }
            }
        }
        if !lines.is_empty() {
            moved += 1;
            terminal.say(format!("  moved  {}", case.name));
            lines.iter().for_each(|line| terminal.say(line));
        }
    }
    terminal.say(format!("{moved} of {} cases come out otherwise", cases.len()));
}
