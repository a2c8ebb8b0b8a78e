//! Why: the conditions as an indented tree, each with its truth, its provision and the fact behind it; then the
//! arithmetic, step by step. In the words of the pages.

use super::reader::Reader;
use crate::law::base::truth::Truth;
use crate::law::verdict::{Clause, Reason, Step};
use crate::locales::Naming;
use std::fmt::Write;

/// A tree of reasons, each level two spaces further in.
pub(super) fn tree(reason: &Reason, depth: usize, reader: &Reader<'_>, out: &mut String) {
    let words = reason.words.as_ref().map(|words| reader.words(words));
    let asked = clause(&reason.clause, reader);
    let unless = |words: String| reader.t.assess_unless(words);
    let (truth, text, children) = match (words, &reason.clause, &*reason.children) {
        // An exception: it stops the duty only where it is known to hold.
        (Some(words), Clause::Not, [held]) if held.children.is_empty() => {
            (held.truth, unless(format!("{words}: {}", clause(&held.clause, reader))), &*held.children)
        }
        (Some(words), Clause::Not, [held]) => (held.truth, unless(words.to_owned()), &*held.children),
        (Some(words), Clause::All | Clause::Any | Clause::Not | Clause::Always, children) => {
            (reason.truth, words.to_owned(), children)
        }
        (Some(words), _, children) => (reason.truth, format!("{words}: {asked}"), children),
        (None, _, children) => (reason.truth, asked, children),
    };
    let cite = reason.cite.as_ref().map_or_else(String::new, |cite| format!(" ({cite})"));
    let truth = word(truth, reader);
    let _ = writeln!(out, "{:indent$}{truth}: {text}{cite}", "", indent = depth * 2);
    for child in children {
        // "All of these" within "all of these" says nothing by itself.
        if child.words.is_none() && (&child.clause, &reason.clause) == (&Clause::All, &Clause::All) {
            child.children.iter().for_each(|inner| tree(inner, depth + 1, reader, out));
        } else {
            tree(child, depth + 1, reader, out);
        }
    }
}

fn word(truth: Truth, reader: &Reader<'_>) -> String {
    match truth {
        Truth::Yes => reader.t.yes(),
        Truth::No => reader.t.no(),
        Truth::Unknown => "?".to_owned(),
    }
}

/// What a node asks, and what is known; with the acts that ask, where it asks what other acts do.
fn clause(clause: &Clause, reader: &Reader<'_>) -> String {
    let words = reader.t.clause(clause, reader);
    match clause {
        Clause::NoticeTo { by, .. } if !by.is_empty() => {
            let by: Vec<String> = by.iter().map(|duty| reader.duty(duty)).collect();
            format!("{words} ({})", by.join("; "))
        }
        _ => words,
    }
}

/// The arithmetic, one line a step.
pub(super) fn steps(steps: &[Step], depth: usize, reader: &Reader<'_>, out: &mut String) {
    for step in reader.t.steps(steps, reader) {
        let _ = writeln!(out, "{:indent$}{step}", "", indent = depth * 2);
    }
}
