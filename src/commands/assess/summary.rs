//! The first ten lines: what is overdue, what was late, what is due next, what to answer. Only what certainly applies has a
//! deadline here; what may apply stands behind its question.

use super::answered::Told;
use super::reader::Reader;
use crate::law::base::moment::Moment;
use crate::law::questions;
use crate::law::situation::fact::FactKey;
use crate::law::verdict::duty_summary::FirstLimbSummary;
use crate::law::verdict::{Answer, Assessment, Clock, Standing, Verdict};
use crate::locales::Naming;

/// How many lines each heading has at most.
const MOST: usize = 3;
/// How many questions are put.
const QUESTIONS: usize = 2;

/// A duty that certainly applies (or whose exceptions contradict one another, which does not make it less due).
type Certain<'a> = (&'a Verdict, &'a Clock);

/// The duties that certainly apply, are not met, and are late under every reading; the longest late first.
pub(super) fn overdue(told: &Told) -> Vec<Certain<'_>> {
    of(told, |standing| matches!(standing, Standing::Overdue { .. }))
}

fn late(told: &Told) -> Vec<Certain<'_>> {
    of(told, |standing| matches!(standing, Standing::MetLate { .. }))
}

/// Those that somebody must still do, the most pressing first; those without a number in the law come last.
fn next(told: &Told) -> Vec<Certain<'_>> {
    of(told, |standing| {
        matches!(
            standing,
            Standing::Running { .. }
                | Standing::PastSafe { .. }
                | Standing::PerhapsOverdue { .. }
                | Standing::Waiting { .. }
        )
    })
}

fn of(told: &Told, wanted: impl Fn(Standing) -> bool) -> Vec<Certain<'_>> {
    let certain = told.answered.verdicts.iter().filter(|verdict| certainly(verdict));
    let clocks = certain.filter_map(|verdict| Some((verdict, verdict.clock.as_deref()?)));
    let mut found: Vec<Certain<'_>> = clocks.filter(|(_, clock)| wanted(clock.standing)).collect();
    found.sort_by_key(|(verdict, clock)| (target(clock), &verdict.outline.duty));
    found
}

/// Whether a duty is owed whatever is still open.
pub(super) const fn certainly(verdict: &Verdict) -> bool {
    matches!(verdict.answer, Answer::Applies | Answer::Conflict { .. })
}

/// When something is due, for putting in order: what has no number comes after what has.
pub(super) fn target(clock: &Clock) -> (bool, Moment) {
    let at = clock.target();
    (at.is_none(), at.unwrap_or(clock.start.at))
}

/// The lines.
pub(super) fn lines(reader: &Reader<'_>) -> Vec<String> {
    let (t, told) = (reader.t, reader.told);
    let mut lines = list(reader, &overdue(told), |duty, act, (verdict, clock)| {
        t.assess_overdue(duty, act, t.stands(clock, limb(verdict)), t.due(clock.due, reader.zone()))
    });
    if lines.is_empty() {
        lines.push(t.assess_no_overdue());
    }
    lines.extend(list(reader, &late(told), |duty, act, (verdict, clock)| {
        t.assess_late(duty, act, t.stands(clock, limb(verdict)), t.due(clock.due, reader.zone()))
    }));
    let next = list(reader, &next(told), |duty, act, (verdict, clock)| {
        t.assess_next(duty, act, t.due(clock.due, reader.zone()), t.stands(clock, limb(verdict)))
    });
    if next.is_empty() {
        lines.push(t.assess_no_next());
    }
    lines.extend(next);
    lines.extend(unstarted(reader));
    lines.extend(asked(reader));
    lines
}

fn limb(verdict: &Verdict) -> Option<&FirstLimbSummary> {
    verdict.outline.first_limb.as_ref()
}

fn list(
    reader: &Reader<'_>,
    found: &[Certain<'_>],
    line: impl Fn(String, String, &Certain<'_>) -> String,
) -> Vec<String> {
    let shown = if found.len() > MOST { MOST - 1 } else { found.len() };
    let one = |certain: &Certain<'_>| {
        let verdict = certain.0;
        let id = &verdict.outline.duty;
        format!("{} [{id}]", line(reader.duty(id), reader.act(verdict), certain))
    };
    let mut lines: Vec<String> = found.iter().take(shown).map(one).collect();
    let rest = found.len() - shown;
    if rest > 0 {
        lines.push(format!("  {}", reader.t.assess_more(rest)));
    }
    lines
}

/// What applies and has not begun to run: it waits for something that a case must say.
fn unstarted(reader: &Reader<'_>) -> Option<String> {
    let waiting: Vec<&Verdict> = reader
        .verdicts()
        .iter()
        .filter(|verdict| certainly(verdict) && verdict.clock.is_none() && !verdict.awaits.is_empty())
        .collect();
    let first = waiting.first()?;
    let awaited = first.awaits.first()?;
    Some(reader.t.assess_unstarted(waiting.len(), reader.duty(&first.outline.duty), reader.t.awaited(awaited, reader)))
}

fn asked(reader: &Reader<'_>) -> Vec<String> {
    let t = reader.t;
    let verdicts = reader.verdicts().to_vec();
    let answered = &reader.told.answered;
    let assessment = Assessment { at: answered.at, verdicts, gaps: answered.gaps.clone() };
    let questions = questions::next(reader.library, &reader.told.situation, &assessment);
    if questions.is_empty() {
        return vec![t.assess_no_question()];
    }
    let line = |question: &questions::Question| {
        let bears = match question.scope {
            0 => t.applies_bears_on(question.open),
            scope => t.applies_decides_scope(scope),
        };
        let asked = reader.asked(&question.key);
        match nearest(reader, &question.key) {
            Some(clock) => t.assess_question_due(asked, bears, t.due(clock.due, reader.zone())),
            None => t.assess_question(asked, bears),
        }
    };
    questions.iter().take(QUESTIONS).map(line).collect()
}

/// The clock that would be due first among those that turn on a fact.
fn nearest<'a>(reader: &Reader<'a>, key: &FactKey) -> Option<&'a Clock> {
    let turns = |verdict: &&Verdict| match &verdict.answer {
        Answer::Undetermined { open, .. } => open.contains(key),
        _ => false,
    };
    let clocks = reader.verdicts().iter().filter(turns).filter_map(|verdict| verdict.clock.as_deref());
    clocks.filter(|clock| clock.target().is_some()).min_by_key(|clock| target(clock))
}
