//! From a deadline's expression to a due moment, with its arithmetic and with what it still waits for.

use super::limit::Limit;
use super::measure::Measure;
use crate::assess::context::Context;
use crate::assess::stand_in;
use crate::base::moment::{Moment, Timing};
use crate::base::truth::Truth;
use crate::rulebook::deadline::{After, Deadline};
use crate::rulebook::starts::StartRef;
use crate::verdict::clock::{Awaited, ClockOrigin, Due, Step};

/// A deadline evaluated.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Evaluated {
    /// The limit, once anything it counts from has happened.
    pub limit: Option<Limit>,
    /// What has not happened that could still give a limit.
    pub awaits: Vec<Awaited>,
}

/// Evaluates a deadline.
pub(crate) fn evaluate(deadline: &Deadline, measure: &Measure<'_>, context: Context<'_>) -> Evaluated {
    match deadline {
        Deadline::After(after) => after_start(after, measure, context),
        Deadline::Earliest(limbs) => pick(limbs, measure, context, |at, best| at < best),
        Deadline::Latest(limbs) => pick(limbs, measure, context, |at, best| at > best),
        Deadline::Between([from, to]) => either(evaluate(from, measure, context), evaluate(to, measure, context)),
        Deadline::Switch(switch) => {
            let then = || evaluate(&switch.then, measure, context);
            let otherwise = || evaluate(&switch.otherwise, measure, context);
            match switch.when.ask(context).truth {
                Truth::Yes => then(),
                Truth::No => otherwise(),
                Truth::Unknown => either(then(), otherwise()),
            }
        }
    }
}

fn after_start(after: &After, measure: &Measure<'_>, context: Context<'_>) -> Evaluated {
    let Some((from, start)) = begin(&after.start, context) else {
        return Evaluated { limit: None, awaits: awaited(&after.start).into_iter().collect() };
    };
    let mut limit = measure.limit(&after.within, start);
    let gives = limit.bounds().map(|(earliest, _)| earliest);
    limit.steps.insert(0, Step::Limb { from, start: Some(start), gives, governs: true });
    Evaluated { limit: Some(limit), awaits: Vec::new() }
}

/// From what a limb counts, and when that was. Where no moment of awareness is recorded, the earliest moment of learning of
/// the incident stands for it, as it does for a duty's own start.
fn begin(start: &StartRef, context: Context<'_>) -> Option<(ClockOrigin, Timing)> {
    match (context.moment(start), start) {
        (Some(at), _) => Some((origin(start, context), at)),
        (None, StartRef::Awareness(_)) => stand_in::earliest(context.situation),
        (None, _) => None,
    }
}

/// The limb whose earliest bound is best decides; its bounds are those of all limbs taken together, because with inexact
/// starts another limb may turn out to be it.
fn pick(
    limbs: &[Deadline],
    measure: &Measure<'_>,
    context: Context<'_>,
    better: impl Fn(Moment, Moment) -> bool,
) -> Evaluated {
    let evaluated: Vec<Evaluated> = limbs.iter().map(|limb| evaluate(limb, measure, context)).collect();
    let absent: Vec<Awaited> =
        evaluated.iter().filter(|limb| limb.limit.is_none()).flat_map(|limb| limb.awaits.clone()).collect();
    let awaits = evaluated.iter().flat_map(|limb| limb.awaits.clone()).collect();
    let best_of = |a: Moment, b: Moment| if better(a, b) { a } else { b };
    let mut best: Option<Limit> = None;
    for mut limit in evaluated.into_iter().filter_map(|limb| limb.limit) {
        best = Some(match best {
            None => limit,
            Some(mut so_far) => match (so_far.bounds(), limit.bounds()) {
                (Some((a, b)), Some((c, d))) => {
                    let strict = so_far.strict().into_iter().chain(limit.strict()).reduce(best_of);
                    let earliest = best_of(a, c);
                    let due = Due::By { earliest, latest: best_of(b, d) };
                    let unit = if better(c, a) { limit.unit } else { so_far.unit };
                    if better(c, a) {
                        set_aside(&mut so_far)
                    } else {
                        set_aside(&mut limit)
                    }
                    let steps = so_far.steps.into_iter().chain(limit.steps).collect();
                    Limit { due, safe: strict.filter(|at| *at < earliest), unit, steps }
                }
                (None, Some(_)) => limit,
                _ => so_far,
            },
        });
    }
    if let Some(limit) = &mut best {
        limit.steps.extend(absent.into_iter().map(|awaits| Step::LimbAwaits { awaits }));
    }
    Evaluated { limit: best, awaits }
}

fn set_aside(limit: &mut Limit) {
    for step in &mut limit.steps {
        if let Step::Limb { governs, .. } = step {
            *governs = false;
        }
    }
}

fn either(then: Evaluated, otherwise: Evaluated) -> Evaluated {
    let awaits = then.awaits.into_iter().chain(otherwise.awaits).collect();
    let limit = match (then.limit, otherwise.limit) {
        (Some(a), Some(b)) => Some(a.or_perhaps(b)),
        (a, b) => a.or(b),
    };
    Evaluated { limit, awaits }
}

/// What has to happen for a start to be known.
pub(crate) fn awaited(start: &StartRef) -> Option<Awaited> {
    match start {
        StartRef::Own => None,
        StartRef::Incident => Some(Awaited::Incident),
        StartRef::Awareness(trigger) => Some(Awaited::Awareness(trigger.clone())),
        StartRef::First(trigger) | StartRef::Latest(trigger) => Some(Awaited::Occurrence(trigger.clone())),
        StartRef::Filing(duty) | StartRef::LatestFiling(duty) => Some(Awaited::Filing(duty.clone())),
        StartRef::Due(duty) => Some(Awaited::Due(duty.clone())),
    }
}

fn origin(start: &StartRef, context: Context<'_>) -> ClockOrigin {
    let occurrence = |found: Option<&crate::situation::Occurrence>| {
        found.map_or(ClockOrigin::Own, |occurrence| ClockOrigin::Occurrence(occurrence.id.clone()))
    };
    match start {
        StartRef::Own => ClockOrigin::Own,
        StartRef::Incident => ClockOrigin::Incident,
        StartRef::Awareness(trigger) => {
            let governing = crate::assess::awareness::starts(
                context.rulebook,
                &context.situation.candidates,
                std::slice::from_ref(trigger),
            )
            .0;
            governing.map_or(ClockOrigin::Own, |start| start.origin)
        }
        StartRef::First(trigger) => occurrence(context.occurrences(trigger).next()),
        StartRef::Latest(trigger) => occurrence(context.occurrences(trigger).last()),
        StartRef::Filing(duty) | StartRef::LatestFiling(duty) => ClockOrigin::Filing(duty.clone()),
        StartRef::Due(duty) => ClockOrigin::Due(duty.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::answered::Answers;
    use crate::assess::specimen::{SOURCE, act, at, context, nothing, occurrence};
    use crate::base::moment::Timing;
    use crate::calendar::Calendars;
    use crate::rulebook::version::Version;
    use crate::situation::Situation;
    use chrono_tz::Europe::Berlin;

    /// A deadline of a duty that started on 20 November 2026 at 10:00 UTC, with what it still waits for.
    fn evaluated(deadline: &str, situation: &Situation) -> Evaluated {
        let text = format!("from = 2020-01-01\ndeadline = {deadline}\nsource = {SOURCE}");
        let version: Version = toml::from_str(&text).unwrap_or_else(|error| panic!("{error}"));
        let (law, answers, calendars) = (act(""), Answers::default(), Calendars::embedded().unwrap());
        let own = Some(Timing::exact(at("2026-11-20T10:00:00Z"), Berlin));
        let context = Context { own, ..context(&law, situation, &answers) };
        evaluate(version.deadline.as_ref().unwrap(), &Measure::of(&version, context, &calendars), context)
    }

    const LATEST: &str = r#"{ latest = [
        { after = { start = "own", within = { hours = 24 } } },
        { after = { start = { first = "fix" }, within = { hours = 24 } } },
    ] }"#;

    fn absent(limit: &Limit) -> Vec<Awaited> {
        let awaits = |step: &Step| match step {
            Step::LimbAwaits { awaits } => Some(awaits.clone()),
            _ => None,
        };
        limit.steps.iter().filter_map(awaits).collect()
    }

    #[test]
    fn the_latest_of_two_is_the_one_that_is_there_until_the_other_is_and_the_derivation_says_so() {
        let fix = Awaited::Occurrence(crate::situation::Trigger::new("fix"));
        let first = evaluated(LATEST, &nothing());
        let limit = first.limit.unwrap();
        assert_eq!(limit.strict(), Some(at("2026-11-21T10:00:00Z")));
        assert_eq!((first.awaits, absent(&limit)), (vec![fix.clone()], vec![fix]));
        let mut situation = nothing();
        situation.occurrences.push(occurrence("fix", "2026-11-20T15:00:00Z"));
        let both = evaluated(LATEST, &situation);
        let limit = both.limit.unwrap();
        assert_eq!(limit.strict(), Some(at("2026-11-21T15:00:00Z")));
        assert_eq!((both.awaits, absent(&limit)), (Vec::new(), Vec::new()));
    }

    #[test]
    fn a_range_is_worked_to_at_its_first_end_and_late_only_after_its_second() {
        let range = r#"{ between = [
            { after = { start = "own", within = { hours = 24 } } },
            { after = { start = "own", within = { hours = 72 } } },
        ] }"#;
        let limit = evaluated(range, &nothing()).limit.unwrap();
        assert_eq!(limit.bounds(), Some((at("2026-11-21T10:00:00Z"), at("2026-11-23T10:00:00Z"))));
        assert_eq!(limit.strict(), Some(at("2026-11-21T10:00:00Z")));
    }

    #[test]
    fn a_range_has_two_ends() {
        let one = "between = [{ after = { start = \"own\", within = { hours = 24 } } }]";
        assert!(toml::from_str::<Deadline>(one).unwrap_err().to_string().contains("array of length 2"));
    }
}
