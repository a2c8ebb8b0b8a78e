//! Why: the conditions as an indented tree, each with its truth, its provision and the fact behind it; then the
//! arithmetic, step by step. In the words of the pages, with the ids and the moments that cases are written with.

use crate::law::base::moment::{Moment, Timing};
use crate::law::base::truth::Truth;
use crate::law::base::words::Lang;
use crate::law::case;
use crate::law::situation::fact::FactKey;
use crate::law::situation::{CandidateId, DutyId, OccurrenceId, Trigger};
use crate::law::verdict::{Clause, Reason, Step};
use crate::law::vocabulary::FactDefinition;
use crate::locales::{Naming, Text};
use chrono::NaiveDate;
use chrono_tz::Tz;
use std::fmt::Write;

const ENGLISH: Text = Text::new(Lang::En);

/// Calls everything by its id, and writes moments as cases do, on the wall clock of the case's zone.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ids {
    /// The case's zone.
    pub zone: Tz,
}

impl Naming for Ids {
    fn definition(&self, _: &FactKey) -> Option<&FactDefinition> {
        None
    }

    fn fact(&self, key: &FactKey) -> String {
        key.to_string()
    }

    fn trigger(&self, trigger: &Trigger) -> String {
        trigger.to_string()
    }

    fn duty(&self, id: &DutyId) -> String {
        id.to_string()
    }

    fn occurrence(&self, id: &OccurrenceId) -> String {
        id.to_string()
    }

    fn candidate(&self, id: &CandidateId) -> String {
        id.to_string()
    }

    fn instant(&self, at: Moment) -> String {
        case::moment_in(at, self.zone)
    }

    fn timing(&self, at: Timing) -> String {
        self.instant(at.earliest())
    }

    fn day(&self, day: NaiveDate) -> String {
        day.to_string()
    }
}

/// A tree of reasons, each level two spaces further in.
pub(super) fn tree(reason: &Reason, depth: usize, ids: Ids, out: &mut String) {
    let words = reason.words.as_ref().map(|words| words.en.clone());
    let asked = clause(&reason.clause, ids);
    let (truth, text, children) = match (words, &reason.clause, &*reason.children) {
        // An exception: it stops the duty only where it is known to hold.
        (Some(words), Clause::Not, [held]) if held.children.is_empty() => {
            (held.truth, format!("unless: {words}: {}", clause(&held.clause, ids)), &*held.children)
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
            child.children.iter().for_each(|inner| tree(inner, depth + 1, ids, out));
        } else {
            tree(child, depth + 1, ids, out);
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

/// What a node asks, and what is known; with the acts that ask, where it asks what other acts do.
fn clause(clause: &Clause, ids: Ids) -> String {
    let words = ENGLISH.clause(clause, &ids);
    match clause {
        Clause::NoticeTo { by, .. } if !by.is_empty() => {
            let by: Vec<String> = by.iter().map(ToString::to_string).collect();
            format!("{words} ({})", by.join(", "))
        }
        _ => words,
    }
}

/// The arithmetic, one line a step.
pub(super) fn steps(steps: &[Step], depth: usize, ids: Ids, out: &mut String) {
    for step in ENGLISH.steps(steps, &ids) {
        let _ = writeln!(out, "{:indent$}{step}", "", indent = depth * 2);
    }
}
