//! `dutyclock assess`: a situation in, every verdict out. Needs no database, writes nothing, and asks nobody.

mod answered;
mod derivation;
mod select;
mod text;

use self::answered::{Answered, FORMAT};
use super::arguments::Assess;
use super::failure::Failure;
use super::law_folder;
use super::say::Terminal;
use crate::law::base::moment::Moment;
use crate::law::case::{self, Case};
use crate::law::library::Library;
use crate::law::situation::Situation;
use crate::law::verdict::Verdict;
use crate::now::Clock;
use std::io::Read;
use std::path::Path;

/// Reads the case, asks, and prints.
pub(super) fn run(asked: &Assess, folder: Option<&Path>, terminal: &Terminal) -> Result<(), Failure> {
    let library = law_folder::library(folder)?;
    let (file, text) = source(&asked.case)?;
    let answered = answer(&library, asked, &file, &text, Clock::system().now())?;
    if asked.json {
        let json = serde_json::to_string_pretty(&answered);
        terminal.say(json.map_err(|error| Failure::Unexpected(error.to_string()))?);
    } else {
        let options = text::Options { all: asked.all, why: !asked.brief };
        terminal.say(text::assessment(&library, &answered, options).trim_end());
    }
    Ok(())
}

/// What came out.
pub(super) fn answer(
    library: &Library,
    asked: &Assess,
    file: &str,
    text: &str,
    clock: Moment,
) -> Result<Answered, Failure> {
    let read = case::read(library, file, text).map_err(|error| Failure::written("the case", &error))?;
    let case = one(read.cases, asked.name.as_deref())?;
    let zone = case.situation.zone;
    let as_of = asked.as_of.as_deref().map(|text| moment("--as-of", text, zone)).transpose()?;
    let now = asked.now.as_deref().map(|text| moment("--now", text, zone)).transpose()?;
    let now = now.or(as_of).or(case.now).unwrap_or(clock);
    let mut situation = case.situation;
    if let Some(as_of) = as_of {
        situation = case::as_of(situation, as_of);
    }
    not_yet(&situation, now)?;
    let (situation, now) = match asked.on {
        Some(day) => case::on(situation, now, day),
        None => (situation, now),
    };
    Ok(Answered {
        format: FORMAT,
        case: (!case.name.is_empty()).then_some(case.name),
        at: now,
        zone: zone.name().to_owned(),
        as_of,
        on: asked.on,
        verdicts: verdicts(library, &situation, now, &asked.regime)?,
    })
}

fn verdicts(
    library: &Library,
    situation: &Situation,
    now: Moment,
    regimes: &[String],
) -> Result<Vec<Verdict>, Failure> {
    let wanted = select::rulebooks(library, regimes)?;
    let mut verdicts = library.assess(situation, now).verdicts;
    verdicts.retain(|verdict| wanted.contains(&verdict.outline.rule.rulebook));
    Ok(verdicts)
}

/// Refuses to ask about a moment at which some of the case had not happened.
fn not_yet(situation: &Situation, now: Moment) -> Result<(), Failure> {
    let candidates = situation.candidates.iter().map(|candidate| candidate.at);
    let later = candidates.chain(situation.filings.iter().map(|filing| filing.at)).find(|at| at.earliest() > now);
    match later {
        Some(later) => Err(Failure::Typed(format!(
            "the case has something dated {}, later than the moment of asking, {}; with --as-of it is left out",
            case::moment_in(later.earliest(), situation.zone),
            case::moment_in(now, situation.zone)
        ))),
        None => Ok(()),
    }
}

/// The case that was asked about, of those in the file.
fn one(mut cases: Vec<Case>, name: Option<&str>) -> Result<Case, Failure> {
    let all: Vec<String> = cases.iter().map(|case| format!("  {}", case.name)).collect();
    if let Some(name) = name {
        cases.retain(|case| case.name.contains(name));
    }
    match (cases.len(), cases.pop()) {
        (1, Some(case)) => Ok(case),
        (0, _) => Err(Failure::Typed(format!("no case of the file has that name; it has:\n{}", all.join("\n")))),
        _ => Err(Failure::Typed(format!("the file has several cases; choose one with --name:\n{}", all.join("\n")))),
    }
}

fn moment(flag: &str, text: &str, zone: chrono_tz::Tz) -> Result<Moment, Failure> {
    let problem = match case::read_time(text, zone) {
        Ok(timing) if timing.is_exact() => return Ok(timing.at),
        Ok(_) => format!("`{text}` is a day or an hour, not a moment"),
        Err(problem) => problem,
    };
    Err(Failure::Typed(format!(
        "{flag}: {problem}; write it as 2026-11-22T09:00:00Z, or without Z on the case's clock"
    )))
}

/// The case's text, and what to call it in errors.
fn source(path: &Path) -> Result<(String, String), Failure> {
    if path == Path::new("-") {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text)?;
        return Ok(("standard input".to_owned(), text));
    }
    Ok((path.display().to_string(), law_folder::text(path)?))
}
