//! An assessment for people: what applies and by when first, then what does not. English, as all of the command line;
//! `--json` carries the words of all three languages.

use super::answered::Answered;
use super::derivation;
use crate::law::base::citation::Confidence;
use crate::law::base::moment::Moment;
use crate::law::base::truth::Truth;
use crate::law::case::{self, Aspect, Said};
use crate::law::library::Library;
use crate::law::rulebook::{Provenance, Rulebook};
use crate::law::verdict::{Answer, Clock, Due, Exposure, Standing, Verdict};
use chrono_tz::Tz;
use std::fmt::Write;

/// How much is told.
#[derive(Debug, Clone, Copy)]
pub(super) struct Options {
    /// Also duties of acts that do not concern the incident.
    pub all: bool,
    /// The derivations.
    pub why: bool,
}

/// The whole assessment.
pub(super) fn assessment(library: &Library, answered: &Answered, options: Options) -> String {
    let zone: Tz = answered.zone.parse().unwrap_or(Tz::UTC);
    let mut out = String::new();
    let mut line = |text: String| {
        let _ = writeln!(out, "{text}");
    };
    if let Some(name) = &answered.case {
        line(format!("Case: {name}"));
    }
    line(format!("Asked at {}", shown(answered.at, zone)));
    if let Some(as_of) = answered.as_of {
        line(format!("Counting only what had happened by {}", shown(as_of, zone)));
    }
    if let Some(day) = answered.on {
        line(format!("As if it had begun on {day}: every date is moved by as many days"));
    }
    let mut outside = 0;
    for book in library.rulebooks() {
        let verdicts: Vec<&Verdict> =
            answered.verdicts.iter().filter(|verdict| verdict.outline.rule.rulebook == book.id).collect();
        if verdicts.iter().all(|verdict| verdict.scope == Truth::No) && !options.all {
            outside += usize::from(!verdicts.is_empty());
            continue;
        }
        line(String::new());
        line(head(book));
        let in_full = |verdict: &&Verdict| matters(verdict) && (verdict.scope == Truth::Yes || options.all);
        let (open, shut): (Vec<&Verdict>, Vec<&Verdict>) = verdicts.into_iter().partition(in_full);
        for verdict in open {
            line(String::new());
            line(duty(verdict, zone, options).trim_end().to_owned());
        }
        for verdict in shut {
            line(format!("  {}: {} [{}]", verdict.outline.title.en, answer(verdict, zone), verdict.outline.duty));
        }
    }
    if outside > 0 {
        line(format!("\n{outside} further acts do not concern this incident (--all shows them)."));
    }
    out
}

fn head(book: &Rulebook) -> String {
    let own = match book.origin {
        Provenance::Supplied => "",
        Provenance::Own => ", your own rulebook",
        Provenance::Override => ", your own in the place of the supplied one",
    };
    format!("{} ({}{own}), read {}", book.short.en, book.id, book.source.verified_on)
}

const fn sure(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Verified => "read in the text",
        Confidence::Secondary => "as others report it",
        Confidence::Analysis => "our own reading",
        Confidence::Recalled => "unverified, from memory",
    }
}

const fn matters(verdict: &Verdict) -> bool {
    !matches!(verdict.answer, Answer::DoesNotApply | Answer::NotInForce { .. } | Answer::NotCovered { .. })
}

fn duty(verdict: &Verdict, zone: Tz, options: Options) -> String {
    let mut out = format!("  {} [{}]\n", verdict.outline.title.en, verdict.outline.duty);
    let mut row = |name: &str, text: &str| {
        let _ = writeln!(out, "    {name:<12} {text}");
    };
    if let Some(instance) = &verdict.instance {
        row("instance", instance.as_str());
    }
    row("answer", &answer(verdict, zone));
    row("to", &verdict.outline.recipient.en);
    let source = &verdict.outline.source;
    row("written in", &format!("{}, {} ({})", source.cite.en, source.url, sure(source.confidence)));
    if let Some(clock) = &verdict.clock {
        clock_rows(clock, verdict, zone, &mut row);
    }
    for (aspect, name) in [(Aspect::NotBefore, "not before"), (Aspect::LateLimit, "late limit")] {
        if let Said::One(text) = case::found(aspect, verdict, zone)
            && text != "none"
        {
            row(name, &text);
        }
    }
    for awaited in awaits(verdict, zone) {
        row("waits for", &awaited);
    }
    for scenario in &verdict.scenarios {
        row(
            "otherwise",
            &format!("from {}: {}", shown(scenario.start.earliest(), zone), standing(scenario.standing, zone)),
        );
    }
    for exposure in &verdict.exposures {
        row("may cost", &cost(exposure, zone));
    }
    for pending in &verdict.outline.pending {
        row("pending", &format!("{} ({})", pending.title.en, pending.source.cite.en));
    }
    if options.why {
        row("because", "");
        let ids = derivation::Ids { zone };
        derivation::tree(&verdict.reason, 3, ids, &mut out);
        if let Some(clock) = &verdict.clock {
            let _ = writeln!(out, "    {:<12}", "reckoned");
            derivation::steps(&clock.steps, 3, ids, &mut out);
            if let Some(guideline) = clock.guideline.as_ref().filter(|guideline| !guideline.steps.is_empty()) {
                let _ = writeln!(out, "    {:<12}", "guideline");
                derivation::steps(&guideline.steps, 3, ids, &mut out);
            }
        }
    }
    out
}

fn clock_rows(clock: &Clock, verdict: &Verdict, zone: Tz, row: &mut impl FnMut(&str, &str)) {
    let provisional = if clock.provisional { ", provisional" } else { "" };
    row("starts", &format!("{}{provisional}: {}", shown(clock.start.earliest(), zone), clock.why.en));
    row("due", &due(clock.due, zone));
    if let Some(safe) = clock.safe {
        row("safe", &format!("{} (the stricter way of counting; work to this one)", shown(safe, zone)));
    }
    row("stands", &standing(clock.standing, zone));
    if let Some(guideline) = &clock.guideline {
        let by = guideline.due.map_or_else(String::new, |by| format!("{}: ", due(by, zone)));
        row("guideline", &format!("{by}{} ({})", guideline.words.en, guideline.source.cite.en));
    }
    if let Some(late) = &clock.late {
        row("when late", &format!("{} ({})", late.words.en, late.cite));
    }
    if let (Some(target), Due::NoNumber { .. }) = (clock.house_target, clock.due) {
        row("own target", &format!("{} (the organisation's, not the law's)", shown(target, zone)));
    }
    if let Standing::Overdue { .. } | Standing::MetLate { .. } = clock.standing {
        row("consequence", &verdict.outline.consequence.en);
    }
}

fn answer(verdict: &Verdict, zone: Tz) -> String {
    let word = case::found(Aspect::Answer, verdict, zone).shown();
    match &verdict.answer {
        Answer::Undetermined { missing, by, .. } => {
            let missing: Vec<String> = missing.iter().map(ToString::to_string).collect();
            let by = by.map_or_else(String::new, |by| format!(", and by {}", shown(by, zone)));
            format!("{word}; to settle: {}{by}", missing.join(", "))
        }
        Answer::Conflict { between } => {
            let between: Vec<String> =
                between.iter().map(|ground| format!("{} ({})", ground.title.en, ground.cite)).collect();
            format!("{word} between {}", between.join(" and "))
        }
        _ => word,
    }
}

fn awaits(verdict: &Verdict, zone: Tz) -> Vec<String> {
    match case::found(Aspect::Awaits, verdict, zone) {
        Said::Many(awaits) => awaits,
        Said::One(one) => vec![one],
    }
}

fn due(due: Due, zone: Tz) -> String {
    match due {
        Due::By { .. } | Due::AtLeastUntil { .. } => format!("{} ({})", case::due_text(due, zone), zone.name()),
        Due::NoNumber { .. } => format!("{} (the law has no number)", case::due_text(due, zone)),
        Due::Until => case::due_text(due, zone),
    }
}

/// How a clock stands, with its lateness in seconds as well.
fn standing(standing: Standing, zone: Tz) -> String {
    let seconds = match standing {
        Standing::Overdue { late, .. } | Standing::MetLate { late, .. } => Some(late),
        _ => None,
    };
    let seconds = seconds.map_or_else(String::new, |seconds| format!(" ({seconds} s late)"));
    format!("{}{seconds}", case::standing_text(standing, zone))
}

fn cost(exposure: &Exposure, zone: Tz) -> String {
    let mut text = format!("{}: {}", exposure.title.en, case::exposure_text(exposure));
    if let Some(next) = &exposure.next_step {
        let _ = write!(text, "; grows next at {}", shown(next.at, zone));
    }
    if let Some(note) = &exposure.note {
        let _ = write!(text, ". {}", note.en);
    }
    text
}

fn shown(at: Moment, zone: Tz) -> String {
    format!("{} ({})", case::moment_in(at, zone), zone.name())
}
