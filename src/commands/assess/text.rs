//! An assessment for people: ten lines that answer first; then the acts that concern the case, the most pressing first; then
//! the others, one line for each reason. `--json` carries the words of all three languages.

use super::reader::Reader;
use super::{act, gaps, others, summary};
use crate::law::base::truth::Truth;
use crate::law::rulebook::Rulebook;
use crate::law::verdict::Verdict;

/// How much is told.
#[derive(Debug, Clone, Copy)]
pub(super) struct Options {
    /// Also the duties of acts that do not concern the case.
    pub all: bool,
    /// The derivations.
    pub why: bool,
    /// Only the first lines.
    pub brief: bool,
}

/// The whole assessment.
pub(super) fn assessment(reader: &Reader<'_>, options: Options) -> String {
    let mut lines = head(reader);
    lines.push(String::new());
    lines.extend(summary::lines(reader));
    lines.extend(gaps::lines(reader));
    if !options.brief {
        for (book, verdicts) in concerning(reader, options.all) {
            lines.push(String::new());
            lines.extend(act::lines(reader, book, &verdicts, options.why));
        }
        let others = if options.all { Vec::new() } else { others::lines(reader) };
        if !others.is_empty() {
            lines.push(String::new());
            lines.extend(others);
            lines.extend(gaps::limit(reader));
        }
    }
    lines.join("\n")
}

fn head(reader: &Reader<'_>) -> Vec<String> {
    let (t, zone, answered) = (reader.t, reader.zone(), &reader.told.answered);
    let mut lines: Vec<String> = answered.case.iter().map(|name| t.assess_case(name)).collect();
    lines.push(t.assess_at(t.moment(answered.at, zone), zone.name()));
    lines.extend(answered.as_of.map(|as_of| t.assess_as_of(t.moment(as_of, zone))));
    lines.extend(answered.on.map(|day| t.assess_on(t.date(day))));
    lines
}

/// The acts that concern the case (or all), each with its verdicts; what is due first comes first.
fn concerning<'a>(reader: &Reader<'a>, all: bool) -> Vec<(&'a Rulebook, Vec<&'a Verdict>)> {
    let of = |book: &'a Rulebook| -> Vec<&'a Verdict> {
        reader.verdicts().iter().filter(|verdict| verdict.outline.rule.rulebook == book.id).collect()
    };
    let acts = reader.library.rulebooks().iter().map(|book| (book, of(book)));
    let wanted = |verdicts: &[&Verdict]| {
        let concerns = |verdict: &&Verdict| all || verdict.scope == Truth::Yes;
        verdicts.iter().any(concerns)
    };
    let mut acts: Vec<_> = acts.filter(|(_, verdicts)| wanted(verdicts)).collect();
    let first = |verdicts: &[&Verdict]| {
        let open = verdicts.iter().filter(|verdict| summary::certainly(verdict));
        let open = open.filter_map(|verdict| verdict.clock.as_deref());
        let open = open.filter(|clock| crate::incident::due_warnings::is_open(&clock.standing));
        open.map(summary::target).min()
    };
    acts.sort_by_key(|(_, verdicts)| (first(verdicts).is_none(), first(verdicts)));
    acts
}
