//! One act that concerns the case: what applies in full, the rest of its duties in a line each.

use super::reader::Reader;
use super::{answer, duty, summary};
use crate::law::rulebook::{Provenance, Rulebook};
use crate::law::verdict::{Answer, Verdict};
use crate::locales::Naming;

/// The lines of one act.
pub(super) fn lines(reader: &Reader<'_>, book: &Rulebook, verdicts: &[&Verdict], why: bool) -> Vec<String> {
    let mut lines = vec![head(reader, book)];
    let (owed, rest): (Vec<&Verdict>, Vec<&Verdict>) =
        verdicts.iter().copied().partition(|verdict| summary::certainly(verdict) || (why && open(verdict)));
    for verdict in owed {
        lines.push(duty::in_full(reader, verdict, why).trim_end().to_owned());
    }
    lines.extend(rest.into_iter().map(|verdict| one_line(reader, verdict)));
    lines
}

fn head(reader: &Reader<'_>, book: &Rulebook) -> String {
    let t = reader.t;
    let own = match book.origin {
        Provenance::Supplied => String::new(),
        Provenance::Own => format!(", {}", t.duty_own_rulebook()),
        Provenance::Override => format!(", {}", t.duty_override_rulebook()),
    };
    let id = format!("{}{own}", book.id);
    t.assess_act(reader.words(&book.title), id, t.confidence(book.source.confidence), t.date(book.source.verified_on))
}

const fn open(verdict: &Verdict) -> bool {
    matches!(verdict.answer, Answer::Undetermined { .. })
}

fn one_line(reader: &Reader<'_>, verdict: &Verdict) -> String {
    let id = &verdict.outline.duty;
    format!("  {}: {} [{id}]", reader.duty(id), answer::words(reader, verdict))
}
