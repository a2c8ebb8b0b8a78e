//! Why: the conditions as an indented tree, each with its truth, its provision and the fact behind it; then the
//! arithmetic, step by step.

use crate::law::case;
use crate::law::counting::{Closed, CountStep};
use crate::law::fact::{Count, Quality, Value};
use crate::law::moment::Moment;
use crate::law::truth::Truth;
use crate::law::verdict::{Clause, Reason, Step};
use chrono_tz::Tz;
use std::fmt::Write;

/// A tree of reasons, each level two spaces further in.
pub(super) fn tree(reason: &Reason, depth: usize, out: &mut String) {
    let words = reason.words.as_ref().map(|words| words.en.clone());
    let asked = clause(&reason.clause);
    let (truth, text, children) = match (words, &reason.clause, &*reason.children) {
        // An exception: it stops the duty only where it is known to hold.
        (Some(words), Clause::Not, [held]) if held.children.is_empty() => {
            (held.truth, format!("unless: {words}: {}", clause(&held.clause)), &*held.children)
        }
        (Some(words), Clause::Not, [held]) => (held.truth, format!("unless: {words}"), &*held.children),
        (Some(words), Clause::All | Clause::Any | Clause::Not | Clause::Always, children) => {
            (reason.truth, words, children)
        }
        (Some(words), _, children) => (reason.truth, format!("{words}: {asked}"), children),
        (None, _, children) => (reason.truth, asked, children),
    };
    let cite = reason.cite.as_ref().map_or_else(String::new, |cite| format!(" ({cite})"));
    let _ = writeln!(out, "{:indent$}{:<4}{text}{cite}", "", word(truth), indent = depth * 2);
    for child in children {
        // "All of these" within "all of these" says nothing by itself.
        if child.words.is_none() && (&child.clause, &reason.clause) == (&Clause::All, &Clause::All) {
            child.children.iter().for_each(|inner| tree(inner, depth + 1, out));
        } else {
            tree(child, depth + 1, out);
        }
    }
}

const fn word(truth: Truth) -> &'static str {
    match truth {
        Truth::Yes => "yes",
        Truth::No => "no",
        Truth::Unknown => "?",
    }
}

/// What a node asks, in the names of facts and duties.
fn clause(clause: &Clause) -> String {
    match clause {
        Clause::Always => "no condition".to_owned(),
        Clause::All => "all of these".to_owned(),
        Clause::Any => "one of these".to_owned(),
        Clause::Not => "not this".to_owned(),
        Clause::Some { at_least } => format!("at least {at_least} of these"),
        Clause::Is { key, expected, found } => {
            format!("{key} is {}, known: {}", yes(*expected), found.as_ref().map_or_else(unknown, value))
        }
        Clause::AtLeast { key, threshold, found } => format!("{key} ≥ {threshold}, known: {}", counted(*found)),
        Clause::MoreThan { key, threshold, found } => format!("{key} > {threshold}, known: {}", counted(*found)),
        Clause::CountBy { key, of, threshold, above, found } => {
            let sign = if *above { ">" } else { "≥" };
            let of = of.as_ref().map_or("any one", |of| of);
            format!("{key} in {of} {sign} {threshold}, known: {}", counted(*found))
        }
        Clause::OneOf { key, choices, found } => {
            let choices: Vec<&str> = choices.iter().map(String::as_str).collect();
            format!("{key} is one of {}, known: {}", choices.join(" "), found.as_ref().map_or_else(unknown, value))
        }
        Clause::Share { part, whole, per_ten_thousand, above, found } => {
            let sign = if *above { ">" } else { "≥" };
            let found = found.map_or_else(unknown, |(part, whole)| format!("{} of {}", count(part), count(whole)));
            format!("{part} {sign} {} of {whole}, known: {found}", percent(*per_ten_thousand))
        }
        Clause::MoneyAbove { key, limit, of_turnover, found } => {
            let what = key.as_ref().map_or_else(|| "turnover of the year before".to_owned(), ToString::to_string);
            let share = of_turnover.map(|share| format!("{} of turnover", percent(share)));
            let limit = limit.map(case::money_text).or(share).unwrap_or_else(unknown);
            format!("{what} > {limit}, known: {}", found.map_or_else(unknown, case::money_text))
        }
        Clause::Filed { duty } => format!("{duty} was filed"),
        Clause::Met { duty } => format!("{duty} was met in time"),
        Clause::Applies { duty } => format!("{duty} applies"),
        Clause::NoticeTo { to, by } => {
            let by: Vec<String> = by.iter().map(ToString::to_string).collect();
            format!("another act asks for notice to {to:?}: {}", by.join(", ")).to_lowercase()
        }
        Clause::Later { hours, .. } => format!("one moment is later than another by more than {hours} h"),
        Clause::Happened { trigger } => format!("{trigger} was recorded"),
    }
}

fn unknown() -> String {
    "nothing".to_owned()
}

const fn yes(answer: bool) -> &'static str {
    if answer { "yes" } else { "no" }
}

fn counted(found: Option<Count>) -> String {
    found.map_or_else(unknown, count)
}

fn count(count: Count) -> String {
    let quality = match count.quality {
        Quality::Exact => "",
        Quality::AtLeast => "at least ",
        Quality::AtMost => "at most ",
        Quality::Estimate => "about ",
    };
    format!("{quality}{}", count.number)
}

fn value(value: &Value) -> String {
    match value {
        Value::YesNo(answer) => yes(*answer).to_owned(),
        Value::Count(number) => count(*number),
        Value::CountBy(split) => {
            split.iter().map(|(of, number)| format!("{of} {}", count(*number))).collect::<Vec<_>>().join(", ")
        }
        Value::Choice(choice) => choice.clone(),
        Value::Choices(chosen) if chosen.is_empty() => "none of them".to_owned(),
        Value::Choices(chosen) => chosen.iter().cloned().collect::<Vec<_>>().join(" "),
        Value::Money(sum) => case::money_text(*sum),
        Value::Text(text) => text.clone(),
    }
}

/// `200` parts per ten thousand are `2 %`.
fn percent(per_ten_thousand: u32) -> String {
    match (per_ten_thousand / 100, per_ten_thousand % 100) {
        (whole, 0) => format!("{whole} %"),
        (whole, part) => format!("{whole}.{part:02} %"),
    }
}

/// The arithmetic, one line a step.
pub(super) fn steps(steps: &[Step], depth: usize, zone: Tz, out: &mut String) {
    for step in steps {
        let _ = writeln!(out, "{:indent$}{}", "", one(step, zone), indent = depth * 2);
    }
}

fn one(step: &Step, zone: Tz) -> String {
    let at = |moment: Moment| case::moment_in(moment, zone);
    match step {
        Step::Starts { at: start } => format!("starts at {}", at(start.earliest())),
        Step::AddHours { hours, gives } => format!("+ {hours} h gives {}", at(*gives)),
        Step::AddDays { days, gives } => format!("+ {days} days gives {}", at(*gives)),
        Step::Add { gives, .. } => format!("the period ends at {}", at(*gives)),
        Step::Counted { of } => counting(of, zone),
        Step::Limb { from, start, gives, governs } => {
            let from = case::origin_text(from);
            let start = start.map_or_else(|| "not yet".to_owned(), |start| at(start.earliest()));
            let gives = gives.map_or_else(|| "nothing yet".to_owned(), at);
            let governs = if *governs { ", this one governs" } else { "" };
            format!("from {from} ({start}): {gives}{governs}")
        }
        Step::LimbAwaits { awaits } => format!("not there yet, so it does not count: {}", case::awaited_text(awaits)),
        Step::Moved { why, to } => format!("moved to {}: {}", at(*to), why.en),
        Step::PlaceUnknown { key } => format!("no holidays counted, because {key} is not known"),
        Step::MetByOccurrence { id, at: met } => format!("met by {id} at {}", at(met.earliest())),
        Step::Met { filing } => format!("met by the filing at {}", at(filing.at.earliest())),
    }
}

fn counting(step: &CountStep, zone: Tz) -> String {
    let at = |moment: &Moment| case::moment_in(*moment, zone);
    match step {
        CountStep::Starts { at: start, day } => format!("starts at {}, on {day}", at(start)),
        CountStep::HourExcluded { counting_from } => {
            format!("the hour of the event does not count: from {}", at(counting_from))
        }
        CountStep::HoursAdded { hours, gives } => format!("+ {hours} h gives {}", at(gives)),
        CountStep::DayOne { day } => format!("day 1 is {day}"),
        CountStep::Skipped { day, why } => format!("{day} does not count: {}", closed(why)),
        CountStep::FurtherSkipped { days } => format!("{days} further closed days do not count"),
        CountStep::Clamped { wanted, day } => format!("there is no {wanted}th in that month: {day}"),
        CountStep::YearEnds { day } => format!("the year ends on {day}"),
        CountStep::LastDay { day, ends } => format!("the last day is {day}, to its end at {}", at(ends)),
        CountStep::TwoWorkingDays { to, ends } => {
            format!("lengthened to hold two working days: {to}, to its end at {}", at(ends))
        }
        CountStep::Rolled { from, why, to, ends } => {
            format!("{from} is closed ({}): moved to {to}, {}", closed(why), at(ends))
        }
        CountStep::NotAnnounced { calendar, day } => {
            format!(
                "the holidays of {calendar} on and after {day} are not announced yet: those counted are expected only"
            )
        }
        CountStep::CalendarEnds { calendar, day } => {
            format!("the calendar {calendar} does not cover {day}: only weekends are skipped from there on")
        }
    }
}

fn closed(why: &Closed) -> String {
    match why {
        Closed::Weekend => "weekend".to_owned(),
        Closed::Holiday { name, announced: false } => name.clone(),
        Closed::Holiday { name, announced: true } => format!("{name}, announced yearly"),
    }
}
