//! One duty in full: whom it is owed to, when it is due, how it stands, what else binds it, what it may cost, and why.

use super::reader::Reader;
use super::{answer, derivation};
use crate::law::base::moment::Moment;
use crate::law::verdict::{Clock, Due, Exposure, Standing, Verdict};
use crate::locales::{Naming, Penalty};
use std::fmt::Write;

/// Its rows, the title first.
pub(super) fn in_full(reader: &Reader<'_>, verdict: &Verdict, why: bool) -> String {
    let id = &verdict.outline.duty;
    let mut out = format!("  {} [{id}]\n", reader.duty(id));
    for (name, text) in rows(reader, verdict) {
        let _ = writeln!(out, "    {name}: {text}");
    }
    if why {
        reasons(reader, verdict, &mut out);
    }
    out
}

fn rows(reader: &Reader<'_>, verdict: &Verdict) -> Vec<(String, String)> {
    let t = reader.t;
    let outline = &verdict.outline;
    let mut rows = Vec::new();
    rows.extend(verdict.instance.as_ref().map(|id| (t.assess_instance(), reader.occurrence(id))));
    rows.push((t.assess_answer(), answer::words(reader, verdict)));
    rows.push((t.assess_to(), reader.words(&outline.recipient).to_owned()));
    if let Some(clock) = &verdict.clock {
        of_clock(reader, verdict, clock, &mut rows);
    }
    rows.extend(verdict.awaits.iter().map(|awaited| (t.assess_waits(), t.awaited(awaited, reader))));
    let limb = outline.first_limb.as_ref();
    rows.extend(verdict.scenarios.iter().map(|other| {
        let stands = t.assess_from(t.timing(other.start), t.stands(other, limb));
        (t.assess_otherwise(), stands)
    }));
    rows.extend(outline.note.iter().map(|note| (t.assess_besides(), reader.words(note).to_owned())));
    rows.extend(verdict.exposures.iter().map(|exposure| (t.assess_cost(), cost(reader, exposure))));
    let source = &outline.source;
    let written = format!("{}, {} ({})", reader.words(&source.cite), source.url, t.confidence(source.confidence));
    rows.push((t.duty_written(), written));
    rows.extend(outline.pending.iter().map(|pending| {
        let (status, title) = (t.pending(pending.status), reader.words(&pending.title));
        (t.assess_pending(), t.duty_pending(status, title, reader.words(&pending.source.cite)))
    }));
    rows
}

fn of_clock(reader: &Reader<'_>, verdict: &Verdict, clock: &Clock, rows: &mut Vec<(String, String)>) {
    let (t, zone) = (reader.t, reader.zone());
    let moment = |at: Moment| t.moment(at, zone);
    let from = t.duty_start_from(t.timing(clock.start), t.origin(&clock.origin, reader));
    let why = reader.words(&clock.why);
    rows.push((
        t.duty_starts(),
        if clock.provisional { t.assess_provisional(from, why) } else { format!("{from}. {why}") },
    ));
    rows.push((t.clock_due(), t.due(clock.due, zone)));
    rows.extend(clock.safe.map(|safe| (t.clock_safe_due(), moment(safe))));
    let limb = verdict.outline.first_limb.as_ref();
    rows.push((t.assess_stands(), t.stands(clock, limb)));
    rows.extend(t.elapsed(clock));
    rows.extend(limb.map(|limb| (t.assess_besides(), t.first_limb_remark(t.first_limb(limb)))));
    if let Some(earliest) = &clock.not_before {
        let why = reader.words(&earliest.why);
        let text = earliest.at.map_or_else(|| t.clock_not_before_event(why), |at| t.clock_not_before(moment(at), why));
        rows.push((t.assess_besides(), text));
    }
    if let Some(guideline) = &clock.guideline {
        let words = reader.words(&guideline.words);
        let text = match guideline.due {
            Some(due @ Due::By { .. }) => t.clock_guideline(words, t.due(due, zone)),
            _ => t.clock_guideline_plain(words),
        };
        rows.push((t.assess_besides(), text));
    }
    if let Some(late) = &clock.late {
        rows.push((t.assess_besides(), t.clock_late_rule(reader.words(&late.words), late.cite.as_ref())));
        rows.extend(late.at_most.map(|at| (t.assess_besides(), t.clock_late_limit(moment(at)))));
    }
    if let (Some(target), Due::NoNumber { .. }) = (clock.house_target, clock.due) {
        rows.push((t.assess_besides(), t.clock_house_target(moment(target))));
    }
    if let Standing::Overdue { .. } | Standing::MetLate { .. } = clock.standing {
        rows.push((t.assess_consequence(), reader.words(&verdict.outline.consequence).to_owned()));
    }
}

fn cost(reader: &Reader<'_>, exposure: &Exposure) -> String {
    let t = reader.t;
    let penalty = Penalty { t, library: reader.library };
    let mut text =
        format!("{}: {} ({})", reader.words(&exposure.title), penalty.threatened(exposure), t.threat(exposure));
    if let Some(next) = &exposure.next_step {
        let at = t.moment(next.at, reader.zone());
        let _ = write!(text, ". {}", t.amount_next_unknown(at));
    }
    if let Some(note) = &exposure.note {
        let _ = write!(text, " {}", reader.words(note));
    }
    text
}

fn reasons(reader: &Reader<'_>, verdict: &Verdict, out: &mut String) {
    let t = reader.t;
    let _ = writeln!(out, "    {}", t.assess_because());
    derivation::tree(&verdict.reason, 3, reader, out);
    let Some(clock) = &verdict.clock else { return };
    let _ = writeln!(out, "    {}", t.duty_arithmetic());
    derivation::steps(&clock.steps, 3, reader, out);
    if let Some(guideline) = clock.guideline.as_ref().filter(|guideline| !guideline.steps.is_empty()) {
        let _ = writeln!(out, "    {}", t.clock_guideline_plain(reader.words(&guideline.words)));
        derivation::steps(&guideline.steps, 3, reader, out);
    }
}
