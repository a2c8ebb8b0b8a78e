//! One duty under one start: when it is due and how it stands. Every moment may be an interval, so an answer may
//! honestly be that it cannot be decided.

use super::limit::Limit;
use crate::base::moment::{Moment, Timing, UNBOUNDED};
use crate::verdict::clock::{Due, Standing, Step};
use crate::verdict::{Bounds, Course};

/// What ends a clock, and the moment of asking.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ending<'a> {
    /// What met the duty first.
    pub met: Option<&'a Met>,
    /// When a continuing duty was lifted.
    pub lifted: Option<Timing>,
    /// The moment of asking.
    pub now: Moment,
}

/// What met a duty.
#[derive(Debug, Clone)]
pub(crate) struct Met {
    /// The moment that is compared with the limit.
    pub at: Timing,
    /// The step that tells of it.
    pub step: Step,
    /// For a duty that counts receipt: whether that is on record.
    pub receipt: bool,
}

/// How a limit stands.
pub(crate) fn standing(start: Timing, limit: &Limit, ending: Ending<'_>) -> Standing {
    let since_start = |at: Moment| at.since(start.earliest()).max(0);
    let now = ending.now;
    match (limit.due, ending.met) {
        (Due::By { earliest, latest }, Some(filing)) => met(start, earliest, latest, filing.at),
        (Due::By { earliest, .. }, None) if now <= limit.safe.unwrap_or(earliest) => {
            Standing::Running { left: limit.safe.unwrap_or(earliest).since(now) }
        }
        (Due::By { earliest, .. }, None) if now <= earliest => {
            Standing::PastSafe { since: now.since(limit.safe.unwrap_or(earliest)), left: earliest.since(now) }
        }
        (Due::By { earliest, latest }, None) if now <= latest => {
            Standing::PerhapsOverdue { since: now.since(earliest), left: latest.since(now) }
        }
        (Due::By { earliest, latest }, None) => {
            Standing::Overdue { late: now.since(latest), late_at_most: now.since(earliest), elapsed: since_start(now) }
        }
        (Due::NoNumber { .. }, Some(filing)) => Standing::Done { elapsed: since_start(filing.at.earliest()) },
        (Due::NoNumber { .. }, None) => Standing::Waiting { elapsed: since_start(now) },
        (Due::Until, filing) => {
            let ends = filing.map(|filing| filing.at).into_iter().chain(ending.lifted).map(|at| at.earliest()).min();
            ends.map_or_else(
                || Standing::InForce { elapsed: since_start(now) },
                |ended| Standing::Done { elapsed: since_start(ended) },
            )
        }
        (Due::AtLeastUntil { ends }, _) if now < ends => Standing::InForce { elapsed: since_start(now) },
        (Due::AtLeastUntil { ends }, _) => Standing::Done { elapsed: since_start(ends) },
    }
}

/// The same under a start that only stands for one nobody recorded: the start itself may be any later moment, up to now or
/// to what met the duty, so that nothing is certainly late. The whole period may then still be left.
pub(crate) fn perhaps(standing: Standing, start: Timing, limit: &Limit) -> Standing {
    let whole = limit.bounds().map_or(0, |(_, latest)| latest.since(start.earliest()).max(0));
    match standing {
        Standing::Overdue { late_at_most, .. } => Standing::PerhapsOverdue { since: late_at_most, left: whole },
        Standing::PerhapsOverdue { since, .. } => Standing::PerhapsOverdue { since, left: whole },
        Standing::MetLate { late_at_most, .. } => Standing::CannotBeDecided { late_at_most, spare_at_most: whole },
        Standing::CannotBeDecided { late_at_most, .. } => {
            Standing::CannotBeDecided { late_at_most, spare_at_most: whole }
        }
        standing => standing,
    }
}

/// One standing or the other, nobody can say which: certain only where both say the same.
pub(crate) fn either_standing(one: Standing, other: Standing) -> Standing {
    use Standing::{CannotBeDecided, InForce, MetInTime, MetLate, Overdue, PastSafe, PerhapsOverdue, Running};
    // How late it may be, and how much may be left or to spare; none for what has no number.
    let bounds = |standing| match standing {
        Running { left } | PastSafe { left, .. } => Some((0, left)),
        MetInTime { spare, .. } => Some((0, spare)),
        Overdue { late_at_most, .. } | MetLate { late_at_most, .. } => Some((late_at_most, 0)),
        PerhapsOverdue { since, left } => Some((since, left)),
        CannotBeDecided { late_at_most, spare_at_most } => Some((late_at_most, spare_at_most)),
        _ => None,
    };
    let met = |standing| matches!(standing, MetInTime { .. } | MetLate { .. } | CannotBeDecided { .. });
    match (one, other) {
        (Running { left: a }, Running { left: b }) => Running { left: a.min(b) },
        (PastSafe { since: a, left: c }, PastSafe { since: b, left: d }) => {
            PastSafe { since: a.max(b), left: c.min(d) }
        }
        (safe @ PastSafe { .. }, Running { .. }) | (Running { .. }, safe @ PastSafe { .. }) => safe,
        (MetInTime { spare: a, elapsed }, MetInTime { spare: b, .. }) => MetInTime { spare: a.min(b), elapsed },
        (Overdue { late: a, late_at_most: c, elapsed }, Overdue { late: b, late_at_most: d, .. }) => {
            Overdue { late: a.min(b), late_at_most: c.max(d), elapsed }
        }
        (MetLate { late: a, late_at_most: c, elapsed }, MetLate { late: b, late_at_most: d, .. }) => {
            MetLate { late: a.min(b), late_at_most: c.max(d), elapsed }
        }
        (InForce { .. }, other) | (other, InForce { .. }) if !met(other) => other,
        (one, other) => match (bounds(one), bounds(other)) {
            (Some((a, b)), Some((c, d))) if met(one) || met(other) => {
                CannotBeDecided { late_at_most: a.max(c), spare_at_most: b.max(d) }
            }
            (Some((a, b)), Some((c, d))) => PerhapsOverdue { since: a.max(c), left: b.max(d) },
            (Some((0, _)), None) => one,
            (None, Some((0, _))) | (None, None) => other,
            (Some((late_at_most, _)), None) | (None, Some((late_at_most, _))) if met(one) || met(other) => {
                CannotBeDecided { late_at_most, spare_at_most: UNBOUNDED }
            }
            (Some((since, _)), None) | (None, Some((since, _))) => PerhapsOverdue { since, left: UNBOUNDED },
        },
    }
}

/// When the clock ended: what met it, or lifted a continuing duty; `None` while it goes on.
pub(crate) fn ended(start: Timing, limit: &Limit, ending: Ending<'_>) -> Option<Bounds> {
    let met = ending.met.map(|met| met.at);
    match limit.due {
        Due::AtLeastUntil { ends } => (ending.now >= ends).then(|| ends.max(start.earliest()).into()),
        Due::Until => met.into_iter().chain(ending.lifted).min_by_key(Timing::earliest).map(Bounds::from),
        Due::By { .. } | Due::NoNumber { .. } => met.map(Bounds::from),
    }
}

/// A course under a start that only stands for one nobody recorded.
pub(crate) fn perhaps_any_later(course: Course) -> Course {
    let start = Bounds { latest: course.end.latest, ..course.start };
    let due = course.due.map(|due| {
        let whole = due.latest.zip(course.start.earliest).map_or(0, |(due, start)| due.since(start).max(0));
        Bounds { latest: course.end.latest.map(|end| end.plus_seconds(whole)), ..due }
    });
    Course { start, due, ..course }
}

fn met(start: Timing, earliest: Moment, latest: Moment, filed: Timing) -> Standing {
    let elapsed = filed.earliest().since(start.earliest()).max(0);
    let late_at_most = filed.latest().since(earliest);
    if filed.latest() <= earliest {
        Standing::MetInTime { spare: earliest.since(filed.latest()), elapsed }
    } else if filed.earliest() > latest {
        Standing::MetLate { late: filed.earliest().since(latest), late_at_most, elapsed }
    } else {
        Standing::CannotBeDecided { late_at_most, spare_at_most: latest.since(filed.earliest()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::moment::Precision;
    use crate::verdict::Unit;
    use chrono_tz::Asia::Seoul;

    fn at(text: &str) -> Moment {
        Moment::from_rfc3339(text).unwrap()
    }

    fn after_24_hours(start: Timing, filed: Option<Timing>, now: &str) -> Standing {
        let day = 24 * 3_600;
        let due = Due::By { earliest: start.earliest().plus_seconds(day), latest: start.latest().plus_seconds(day) };
        let step = |at| Step::Starts { at };
        let met = filed.map(|at| Met { at, step: step(at), receipt: false });
        let ending = Ending { met: met.as_ref(), lifted: None, now: at(now) };
        standing(start, &Limit { due, safe: None, unit: Unit::Hours, steps: Vec::new() }, ending)
    }

    fn exact(text: &str) -> Timing {
        Timing::exact(at(text), Seoul)
    }

    #[test]
    fn a_report_at_exactly_24_hours_is_in_time_and_one_second_later_it_is_late() {
        let start = exact("2025-11-17T16:00:00+09:00");
        let filed = |text| after_24_hours(start, Some(exact(text)), "2026-01-01T00:00:00Z");
        assert_eq!(filed("2025-11-18T16:00:00+09:00"), Standing::MetInTime { spare: 0, elapsed: 86_400 });
        let late = Standing::MetLate { late: 1, late_at_most: 1, elapsed: 86_401 };
        assert_eq!(filed("2025-11-18T16:00:01+09:00"), late);
    }

    #[test]
    fn a_start_known_to_the_day_leaves_a_report_undecided() {
        let start = Timing { at: at("2025-11-17T00:00:00+09:00"), precision: Precision::Day, zone: Seoul };
        let filed = exact("2025-11-18T14:00:00+09:00");
        let expected = Standing::CannotBeDecided { late_at_most: 14 * 3_600, spare_at_most: 10 * 3_600 - 1 };
        assert_eq!(after_24_hours(start, Some(filed), "2026-01-01T00:00:00Z"), expected);
    }

    #[test]
    fn a_start_known_to_the_day_may_already_be_overdue() {
        let start = Timing { at: at("2025-11-17T00:00:00+09:00"), precision: Precision::Day, zone: Seoul };
        let expected = Standing::PerhapsOverdue { since: 3_600, left: 23 * 3_600 - 1 };
        assert_eq!(after_24_hours(start, None, "2025-11-18T01:00:00+09:00"), expected);
    }

    #[test]
    fn between_the_safe_and_the_legal_deadline_nothing_is_late() {
        let (start, safe, due) = (at("2026-11-17T10:20:00Z"), at("2026-11-20T10:20:00Z"), at("2026-11-20T11:00:00Z"));
        let limit = Limit {
            due: Due::By { earliest: due, latest: due },
            safe: Some(safe),
            unit: Unit::Hours,
            steps: Vec::new(),
        };
        let ask = |now| standing(Timing::exact(start, Seoul), &limit, Ending { met: None, lifted: None, now: at(now) });
        assert_eq!(ask("2026-11-20T10:20:00Z"), Standing::Running { left: 0 });
        assert_eq!(ask("2026-11-20T10:20:01Z"), Standing::PastSafe { since: 1, left: 2_399 });
        assert!(matches!(ask("2026-11-20T11:00:01Z"), Standing::Overdue { late: 1, .. }));
    }

    #[test]
    fn a_report_before_the_start_is_in_time() {
        let filed = exact("2025-11-17T15:00:00+09:00");
        let standing = after_24_hours(exact("2025-11-17T16:00:00+09:00"), Some(filed), "2026-01-01T00:00:00Z");
        assert_eq!(standing, Standing::MetInTime { spare: 25 * 3_600, elapsed: 0 });
    }
}
