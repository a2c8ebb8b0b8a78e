//! Which versions of a duty may govern where the governing day is known only roughly, and what may be said of all of them
//! together: what one says is certain only where every other says the same.

use super::clock::standing::either_standing;
use crate::base::truth::Truth;
use crate::rulebook::dated;
use crate::rulebook::version::Version;
use crate::verdict::clock::{Clock, Due};
use crate::verdict::{Answer, Verdict};
use chrono::NaiveDate;

/// The first day of each version that is in force between two days, the first being the first of the two; a time in which
/// none is counts as one. Between them also each day on which the act changes whom it concerns.
pub(crate) fn first_days(
    versions: &[Version],
    scope_changes: &[NaiveDate],
    (first, last): (NaiveDate, NaiveDate),
) -> Vec<NaiveDate> {
    let changes = versions.iter().map(|version| version.from).chain(scope_changes.iter().copied());
    let changes = changes.filter(|from| *from > first && *from <= last);
    let mut days: Vec<NaiveDate> = std::iter::once(first).chain(changes).collect();
    days.sort_unstable();
    let from = |day: &NaiveDate| dated::in_force(versions, *day).map(|version| version.from);
    let scope = |day: &NaiveDate| scope_changes.iter().filter(|change| *change <= day).count();
    days.dedup_by_key(|day| (from(day), scope(day)));
    days
}

/// What holds under an earlier version or a later one, nobody can say which.
pub(crate) fn either(earlier: Verdict, later: Verdict) -> Verdict {
    let alike = std::mem::discriminant(&earlier.answer) == std::mem::discriminant(&later.answer);
    let mut both = later;
    both.answer = either_answer(earlier.answer, both.answer);
    if matches!(both.answer, Answer::DoesNotApply | Answer::NotInForce { .. } | Answer::NotCovered { .. }) {
        return both;
    }
    both.clock = match (earlier.clock, both.clock) {
        (Some(earlier), Some(later)) => Some(Box::new(either_clock(*earlier, *later))),
        (earlier, later) => later.or(earlier),
    };
    if let Answer::Undetermined { by, .. } = &mut both.answer {
        *by = both.clock.as_deref().and_then(Clock::target);
    }
    for exposure in earlier.exposures {
        if !both.exposures.contains(&exposure) {
            both.exposures.push(exposure);
        }
    }
    for exposure in both.exposures.iter_mut().filter(|_| !alike) {
        exposure.threatened = exposure.threatened.and(Truth::Unknown);
    }
    both.awaits.extend(earlier.awaits);
    both.awaits.dedup();
    if both.scenarios.is_empty() {
        both.scenarios = earlier.scenarios;
    }
    both
}

fn either_answer(earlier: Answer, later: Answer) -> Answer {
    let closed = |answer: &Answer| !answer.is_open() && !matches!(answer, Answer::NotCovered { .. });
    match (earlier, later) {
        (
            Answer::Undetermined { mut missing, mut open, .. },
            Answer::Undetermined { missing: also_missing, open: also_open, by },
        ) => {
            missing.extend(also_missing);
            open.extend(also_open);
            Answer::Undetermined { missing, open, by }
        }
        (earlier, later) if std::mem::discriminant(&earlier) == std::mem::discriminant(&later) => later,
        (earlier, later) if closed(&earlier) && closed(&later) => later,
        (Answer::NotCovered { before }, other) | (other, Answer::NotCovered { before }) if closed(&other) => {
            Answer::NotCovered { before }
        }
        (Answer::Undetermined { missing, open, by }, _) | (_, Answer::Undetermined { missing, open, by }) => {
            Answer::Undetermined { missing, open, by }
        }
        _ => Answer::Undetermined { missing: [].into(), open: [].into(), by: None },
    }
}

/// The clock under an earlier version or a later one, nobody can say which: both bounds.
pub(crate) fn either_clock(earlier: Clock, later: Clock) -> Clock {
    let standing = either_standing(earlier.standing, later.standing);
    let (due, safe) = match (earlier.due, later.due) {
        (Due::By { earliest: a, latest: b }, Due::By { earliest: c, latest: d }) => {
            let strict = earlier.safe.into_iter().chain(later.safe).min();
            let earliest = a.min(c);
            (Due::By { earliest, latest: b.max(d) }, strict.filter(|strict| *strict < earliest))
        }
        (due @ Due::By { .. }, _) => (due, earlier.safe),
        (_, due) => (due, later.safe),
    };
    let course = earlier.course.or(later.course, safe);
    Clock { due, safe, standing, course, ..later }
}
