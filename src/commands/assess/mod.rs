//! `dutyclock assess`: situations in, every verdict out, the pressing first. Needs no database, writes nothing, and asks
//! nobody.

mod act;
mod answer;
mod answered;
mod derivation;
mod duty;
mod gaps;
mod others;
mod reader;
mod select;
mod summary;
mod text;

use self::answered::{Answered, FORMAT, Told};
use self::reader::Reader;
use super::arguments::Assess;
use super::failure::Failure;
use super::law_folder;
use super::say::Terminal;
use crate::law::base::error::LawError;
use crate::law::base::moment::Moment;
use crate::law::base::words::Lang;
use crate::law::case::{self, Case};
use crate::law::library::Library;
use crate::law::situation::Situation;
use crate::locales::Text;
use crate::now::Clock;
use std::io::Read;
use std::path::Path;

/// Reads the cases, asks, and prints.
pub(super) fn run(asked: &Assess, folder: Option<&Path>, terminal: &Terminal) -> Result<(), Failure> {
    let library = law_folder::library(folder)?;
    let clock = Clock::system().now();
    let mut told = Vec::new();
    for path in &asked.cases {
        let (file, text) = source(path)?;
        told.extend(answers(&library, asked, &file, &text, clock)?);
    }
    if told.is_empty() {
        let name = asked.name.as_deref().unwrap_or_default();
        return Err(Failure::Typed(format!("no case has `{name}` in its name; it is looked for as it is written")));
    }
    let overdue = told.iter().map(|told| summary::overdue(told).len()).sum();
    if asked.json {
        terminal.say(json(told, asked.all)?);
    } else {
        terminal.say(words(&library, asked, &told, terminal.t).trim_end());
    }
    if asked.check && overdue > 0 { Err(Failure::Overdue(overdue)) } else { Ok(()) }
}

fn words(library: &Library, asked: &Assess, told: &[Told], usual: Text) -> String {
    let t = asked.lang.as_deref().and_then(Lang::from_tag).map_or(usual, Text::new);
    let options = text::Options { all: asked.all, why: asked.why, brief: asked.brief };
    let each = told.iter().map(|told| text::assessment(&Reader { t, library, told }, options));
    each.collect::<Vec<_>>().join("\n\n")
}

/// One object for one case, a list of them for several.
fn json(mut told: Vec<Told>, all: bool) -> Result<String, Failure> {
    if !all {
        told.iter_mut().for_each(Told::keep_what_concerns);
    }
    let answered: Vec<Answered> = told.into_iter().map(|told| told.answered).collect();
    let json = match answered.as_slice() {
        [one] => serde_json::to_string_pretty(one),
        several => serde_json::to_string_pretty(several),
    };
    json.map_err(|error| Failure::Unexpected(error.to_string()))
}

/// What came out for each case of a file that was asked about.
pub(super) fn answers(
    library: &Library,
    asked: &Assess,
    file: &str,
    text: &str,
    clock: Moment,
) -> Result<Vec<Told>, Failure> {
    let mut cases = case::read(library, file, text).map_err(|error| Failure::written("the case", &error))?.cases;
    if let Some(name) = asked.name.as_deref() {
        cases.retain(|case| case.name.contains(name));
    }
    if cases.iter().any(|case| !case.zone_stated) {
        let hint = "say on whose clock its times are, as in zone = \"Asia/Seoul\": nine hours can decide a deadline";
        let error = LawError::at((file, text), 0..0, "zone", "the case names no time zone", hint);
        return Err(Failure::written("the case", &error));
    }
    cases.into_iter().map(|case| answer(library, asked, case, clock)).collect()
}

fn answer(library: &Library, asked: &Assess, case: Case, clock: Moment) -> Result<Told, Failure> {
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
    let wanted = select::rulebooks(library, &asked.regime)?;
    let mut assessment = library.assess(&situation, now);
    assessment.verdicts.retain(|verdict| wanted.contains(&verdict.outline.rule.rulebook));
    let answered = Answered {
        format: FORMAT,
        case: (!case.name.is_empty()).then_some(case.name),
        at: now,
        zone: zone.name().to_owned(),
        as_of,
        on: asked.on,
        verdicts: assessment.verdicts,
        gaps: assessment.gaps,
    };
    Ok(Told { answered, situation })
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

fn moment(flag: &str, text: &str, zone: chrono_tz::Tz) -> Result<Moment, Failure> {
    let problem = match case::read_time(text, zone) {
        Ok(timing) if timing.is_exact() => return Ok(timing.at),
        Ok(_) => format!("`{text}` is known only roughly, not a moment"),
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
