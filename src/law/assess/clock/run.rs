//! The course of one duty from one start: its limit; then what replaces, extends, holds or excuses it; then how it
//! stands, and what else binds its performance.

use super::counts_from::CountsFrom;
use super::evaluate::{Evaluated, awaited, evaluate};
use super::limit::Limit;
use super::measure::Measure;
use super::standing;
use super::standing::{Ending, Met};
use crate::assess::context::Context;
use crate::assess::derive::Derived;
use crate::assess::start::Start;
use crate::base::moment::{Moment, Timing};
use crate::base::truth::Truth;
use crate::calendar::Calendars;
use crate::rulebook::duty::Duty;
use crate::rulebook::period::Period;
use crate::rulebook::starts::StartRef;
use crate::rulebook::term::{AfterHold, Hold, LongestFrom};
use crate::rulebook::version::{Guideline, Version};
use crate::situation::{Filed, OccurrenceId, Trigger};
use crate::verdict::clock::{
    Awaited, Clock, ClockOrigin, Due, Earliest, GuidelineDue, LateRule, Receipt, Standing, Step,
};
use crate::verdict::{Bounds, Course, Scale};

/// One duty in one version, ready to be run from any of its starts.
#[derive(Clone)]
pub(crate) struct ClockRun<'a> {
    /// The duty.
    pub duty: &'a Duty,
    /// Its version.
    pub version: &'a Version,
    /// The instance.
    pub instance: Option<OccurrenceId>,
    /// Of what deadlines and holds are asked.
    pub context: Context<'a>,
    /// From when on what was handed in counts.
    pub counts_from: CountsFrom,
    /// All calendars.
    pub calendars: &'a Calendars,
}

/// A hold as it went.
struct Held<'a> {
    hold: &'a Hold,
    begin: Timing,
    end: Option<Timing>,
    /// When it ends at the latest: the bounds of that.
    cap: Option<(Moment, Moment)>,
}

impl Held<'_> {
    /// Whether it had ended by a moment.
    fn over(&self, at: Moment) -> bool {
        self.end.is_some_and(|end| end.earliest() <= at) || self.cap.is_some_and(|(cap, _)| cap <= at)
    }
}

impl<'a> ClockRun<'a> {
    /// The limit before any exception, with what it waits for.
    pub(crate) fn usual(&self, start: &Start) -> Evaluated {
        let context = Context { own: Some(start.at), ..self.context };
        let measure = Measure::of(self.version, context, self.calendars);
        match (&self.version.deadline, &self.version.within) {
            (Some(deadline), _) => evaluate(deadline, &measure, context),
            (None, Some(period)) => Evaluated { limit: Some(measure.limit(period, start.at)), awaits: Vec::new() },
            (None, None) => Evaluated::default(),
        }
    }

    /// How the usual limit stands: whether the duty was met in time before any exception is asked about.
    pub(crate) fn usual_standing(&self, start: &Start) -> Option<(Limit, Standing)> {
        let limit = self.usual(start).limit?;
        let met = self.met();
        let standing = standing::standing(start.at, &limit, self.ending(start, met.as_ref()));
        Some((limit, standing))
    }

    /// The clock from a start, and what it still waits for.
    pub(crate) fn run(&self, start: &Start, derived: &Derived) -> (Option<Clock>, Vec<Awaited>) {
        let context = Context { own: Some(start.at), ..self.context };
        let measure = Measure::of(self.version, context, self.calendars);
        let Evaluated { limit, awaits } = self.usual(start);
        let Some(limit) = self.instead(&measure, start, derived, limit) else { return (None, awaits) };
        let limit = self.extended(derived, limit);
        let holds = self.holds(&measure, derived, &limit);
        let limit = holds.iter().fold(limit, |limit, held| self.after_hold(&measure, held, limit));
        let met = self.met();
        let (start, limit) = self.excused(&measure, start, derived, limit, met.as_ref());
        let standing = self.standing(&start, &limit, &holds, met.as_ref());
        let course = self.course(&measure, &start, &limit, &holds, met.as_ref());
        (Some(self.clock(&measure, start, limit, (standing, course), &holds, met)), awaits)
    }

    fn instead(&self, measure: &Measure<'_>, start: &Start, derived: &Derived, usual: Option<Limit>) -> Option<Limit> {
        let certain = derived.instead.iter().find(|(_, truth)| *truth == Truth::Yes);
        if let Some((period, _)) = certain {
            return Some(measure.limit(period, start.at));
        }
        let perhaps = derived.instead.iter().filter(|(_, truth)| *truth == Truth::Unknown);
        let perhaps = perhaps.map(|(period, _)| measure.limit(period, start.at));
        perhaps.fold(usual, |usual, other| usual.map(|usual| usual.or_perhaps(other)))
    }

    /// An extension moves the limit to the latest moment granted, never back.
    fn extended(&self, derived: &Derived, limit: Limit) -> Limit {
        let Some((trigger, why)) = &derived.extended else { return limit };
        let granted = self.context.moment(&StartRef::Latest(trigger.clone()));
        let Some((granted, (earliest, _))) = granted.zip(limit.bounds()) else { return limit };
        if granted.latest() <= earliest {
            return limit;
        }
        let mut moved = limit.at_least(granted);
        moved.steps.push(Step::Moved { why: why.clone(), to: granted.at });
        moved
    }

    /// Every hold as it went: each beginning has an end of its own, and those that overlap are one.
    fn holds<'b>(&self, measure: &Measure<'_>, derived: &'b Derived, limit: &Limit) -> Vec<Held<'b>> {
        let due = limit.bounds().map(|(earliest, latest)| Timing::between(earliest, latest, measure.zone()));
        let mut holds: Vec<Held<'b>> = Vec::new();
        for hold in &derived.holds {
            let first = holds.len();
            for begin in self.context.occurrences(&hold.begins) {
                let end = self.first_after(&hold.ends, begin.at).map(|(_, at)| at);
                let from = due.filter(|_| hold.longest_from == LongestFrom::Due).unwrap_or(begin.at);
                let cap = hold.longest.as_ref().and_then(|period| measure.limit(period, from).bounds());
                match holds.get_mut(first..).and_then(<[_]>::last_mut).filter(|last| !last.over(begin.at.earliest())) {
                    Some(last) => (last.end, last.cap) = (end, cap),
                    None => holds.push(Held { hold, begin: begin.at, end, cap }),
                }
            }
        }
        holds
    }

    fn after_hold(&self, measure: &Measure<'_>, held: &Held<'_>, limit: Limit) -> Limit {
        let Some((earliest, latest)) = limit.bounds() else { return limit };
        let capped = held.cap.map(|(from, to)| Timing::between(from, to, measure.zone()));
        let Some(end) = held.end.into_iter().chain(capped).reduce(Timing::or_earlier) else { return limit };
        if held.begin.earliest() > latest {
            return limit;
        }
        let too_late = (held.begin.latest() > earliest && !held.begin.is_exact()).then(|| limit.clone());
        let mut limit = match held.hold.then {
            AfterHold::AtEnd => limit.at_least(end),
            AfterHold::Extends => {
                let (begin, end) = (held.begin, end);
                limit.moved(end.earliest().since(begin.latest()).max(0), end.latest().since(begin.earliest()).max(0))
            }
            AfterHold::Afresh => match &self.version.within {
                Some(period) => Limit { steps: limit.steps, ..measure.limit(period, end) },
                None => limit.at_least(end),
            },
        };
        if let Some((to, _)) = limit.bounds().filter(|(to, _)| to.is_bounded()) {
            limit.steps.push(Step::Moved { why: held.hold.why.clone(), to });
        }
        match too_late {
            Some(unmoved) => limit.or_perhaps(Limit { steps: Vec::new(), ..unmoved }),
            None => limit,
        }
    }

    /// Where missing the limit is excused, another period runs: from the end of the excuse, once that is recorded.
    fn excused(
        &self,
        measure: &Measure<'_>,
        start: &Start,
        derived: &Derived,
        limit: Limit,
        met: Option<&Met>,
    ) -> (Start, Limit) {
        let Some(excuse) = &derived.excuse else { return (start.clone(), limit) };
        let standing = standing::standing(start.at, &limit, self.ending(start, met));
        if matches!(standing, Standing::MetInTime { .. }) {
            return (start.clone(), limit);
        }
        let restart = self.first_after(&excuse.ends, start.at).map(|(id, at)| Start {
            origin: ClockOrigin::Occurrence(id.clone()),
            at,
            provisional: start.provisional,
            why: excuse.why.clone(),
        });
        let from = restart.unwrap_or_else(|| start.clone());
        let limit = measure.limit(&excuse.within, from.at);
        (from, limit)
    }

    fn standing(&self, start: &Start, limit: &Limit, holds: &[Held<'_>], met: Option<&Met>) -> Standing {
        let now = self.context.now;
        let open =
            |standing| if start.origin.stands_in() { standing::perhaps(standing, start.at, limit) } else { standing };
        match (self.holding(holds), met) {
            (Some(held), None) => {
                Standing::Held { elapsed: now.since(held.begin.earliest()), ends: held.cap.map(|(ends, _)| ends) }
            }
            _ => open(standing::standing(start.at, limit, self.ending(start, met))),
        }
    }

    /// From when to when it ran. Where another moment stands for the start, that may have been any later one, up to the end,
    /// and so may what is counted from it.
    fn course(
        &self,
        measure: &Measure<'_>,
        start: &Start,
        limit: &Limit,
        holds: &[Held<'_>],
        met: Option<&Met>,
    ) -> Course {
        let end = standing::ended(start.at, limit, self.ending(start, met)).unwrap_or_else(|| self.context.now.into());
        let scale = Scale { unit: limit.unit, zone: measure.zone() };
        let due = limit.bounds().map(|(earliest, latest)| Bounds::between(earliest, latest));
        let held = self.holding(holds).filter(|_| met.is_none()).map(|held| held.begin.into());
        let course = Course { scale, start: start.at.into(), due, safe: limit.safe, held, end };
        if start.origin.stands_in() { standing::perhaps_any_later(course) } else { course }
    }

    fn holding<'b>(&self, holds: &'b [Held<'a>]) -> Option<&'b Held<'a>> {
        let now = self.context.now;
        holds.iter().find(|held| held.begin.earliest() <= now && !held.over(now))
    }

    fn clock(
        &self,
        measure: &Measure<'_>,
        start: Start,
        limit: Limit,
        (standing, course): (Standing, Course),
        holds: &[Held<'_>],
        met: Option<Met>,
    ) -> Clock {
        let Start { origin, at, provisional, why } = start;
        let mut steps = vec![Step::Starts { at }];
        steps.extend(limit.steps);
        let receipt = self.version.receipt.then_some(match &met {
            None => Receipt::Open,
            Some(met) if met.receipt => Receipt::Recorded,
            Some(_) => Receipt::NotRecorded,
        });
        let not_before = self.not_before(measure, at, holds, met.as_ref());
        steps.extend(self.uncounted());
        steps.extend(met.map(|met| met.step));
        let no_number = matches!(limit.due, Due::NoNumber { .. });
        let house = self.context.situation.house_target_hours.filter(|_| no_number);
        Clock {
            origin,
            start: at,
            provisional,
            why,
            due: limit.due,
            safe: limit.safe,
            standing,
            course,
            not_before,
            guideline: self.version.guideline.as_ref().map(|guideline| self.guided(measure, guideline, at)),
            late: self.version.late.as_ref().map(|late| {
                let bounds = late.at_most.as_ref().and_then(|period| measure.limit(period, at).bounds());
                let at_most = bounds.map(|(at, _)| at).filter(|at| at.is_bounded());
                LateRule { words: late.words.clone(), cite: late.cite.clone(), at_most }
            }),
            receipt,
            house_target: house.map(|hours| at.at.plus_seconds(i64::from(hours) * 3_600)),
            steps,
        }
    }

    /// What a guideline wants.
    fn guided(&self, measure: &Measure<'_>, guideline: &Guideline, own: Timing) -> GuidelineDue {
        let context = Context { own: Some(own), ..self.context };
        let limit = match (&guideline.deadline, &guideline.within) {
            (Some(deadline), _) => evaluate(deadline, measure, context).limit,
            (None, within) => within.as_ref().map(|period| measure.limit(period, own)),
        };
        let (due, steps) = limit.map(|limit| (limit.due, limit.steps)).unzip();
        let (words, source) = (guideline.words.clone(), guideline.source.clone());
        GuidelineDue { due, steps: steps.unwrap_or_default(), words, source }
    }

    fn not_before(
        &self,
        measure: &Measure<'_>,
        own: Timing,
        holds: &[Held<'_>],
        met: Option<&Met>,
    ) -> Option<Earliest> {
        let context = Context { own: Some(own), ..self.context };
        let done = met.map(|met| met.at);
        let of_version = self.version.not_before.as_ref().map(|rule| {
            let from = context.moment(&rule.start);
            let bounds = from.and_then(|from| match &rule.within {
                Some(period) => measure.limit(period, from).bounds(),
                None => Some((from.earliest(), from.latest())),
            });
            let at = bounds.map(|(_, latest)| latest).filter(|at| at.is_bounded());
            let awaits = if from.is_none() { awaited(&rule.start) } else { None };
            Earliest { at, awaits, why: rule.why.clone(), breached: too_early(done, bounds, from.is_none()) }
        });
        // What was done before a hold began did not breach it.
        let begun = |held: &&Held<'_>| done.is_none_or(|done| held.begin.earliest() <= done.latest());
        let of_hold = || {
            holds.iter().rfind(begun).map(|held| {
                let bounds = held.end.map(|end| (end.earliest(), end.latest())).or(held.cap);
                let at = held.end.map(|end| end.at).or(held.cap.map(|(cap, _)| cap));
                let awaits = at.is_none().then(|| Awaited::Occurrence(held.hold.ends.clone()));
                Earliest { at, awaits, why: held.hold.why.clone(), breached: too_early(done, bounds, at.is_none()) }
            })
        };
        of_version.or_else(of_hold)
    }

    fn ending<'b>(&self, start: &Start, met: Option<&'b Met>) -> Ending<'b> {
        let lifted = match &self.version.within {
            Some(Period::Until(trigger)) => self.first_after(trigger, start.at).map(|(_, at)| at),
            _ => None,
        };
        Ending { met, lifted, now: self.context.now }
    }

    /// What met the duty first: a filing of it, a filing of a duty that also meets it, an occurrence that does.
    fn met(&self) -> Option<Met> {
        let counts = |filing: &&Filed| filing.flaw.is_none() && self.too_soon(filing).is_none();
        let filed = self.ours().filter(counts).map(|filing| {
            let received = filing.received.filter(|_| self.version.receipt);
            let step = Step::Met { filing: filing.clone() };
            // Handed in today is handed in by now, however roughly the hour is known.
            let at = received.unwrap_or(filing.at).happened_by(self.context.now);
            Met { at, step, receipt: received.is_some() }
        });
        let happened = self.duty.met_by.occurrence.iter().flat_map(|trigger| self.context.occurrences(trigger));
        let happened = happened.map(|occurrence| {
            let step = Step::MetByOccurrence { id: occurrence.id.clone(), at: occurrence.at };
            Met { at: occurrence.at, step, receipt: false }
        });
        filed.chain(happened).min_by_key(|met| (met.at.earliest(), met.at.latest()))
    }

    /// The filings that are to meet the duty, whether they do or not.
    fn ours(&self) -> impl Iterator<Item = &'a Filed> {
        self.context.situation.filings.iter().filter(|filing| {
            let own = filing.duty == self.duty.id && filing.instance == self.instance;
            own || self.duty.met_by.filings.contains(&filing.duty)
        })
    }

    /// What was handed in and does not meet the duty, named in the derivation.
    fn uncounted(&self) -> impl Iterator<Item = Step> {
        self.ours().filter_map(|filing| match (filing.flaw, self.too_soon(filing)) {
            (Some(flaw), _) => Some(Step::Flawed { flaw, at: filing.at }),
            (None, Some(start)) => Some(Step::BeforeStart { at: filing.at, start }),
            (None, None) => None,
        })
    }

    /// What a filing lies before, where nobody confirmed that.
    fn too_soon(&self, filing: &Filed) -> Option<Timing> {
        self.counts_from.broken_by(filing, self.duty)
    }

    /// The first occurrence of a kind that is not certainly before a moment.
    fn first_after(&self, trigger: &Trigger, not_before: Timing) -> Option<(&'a OccurrenceId, Timing)> {
        let found = self.context.occurrences(trigger).find(|found| found.at.latest() >= not_before.earliest())?;
        Some((&found.id, found.at))
    }
}

/// Whether something was done before it might be.
fn too_early(done: Option<Timing>, from: Option<(Moment, Moment)>, waits: bool) -> Truth {
    match (done, from) {
        (None, _) => Truth::No,
        (Some(_), None) if waits => Truth::Yes,
        (Some(_), None) => Truth::Unknown,
        (Some(done), Some((earliest, _))) if done.latest() < earliest => Truth::Yes,
        (Some(done), Some((_, latest))) if done.earliest() >= latest => Truth::No,
        _ => Truth::Unknown,
    }
}
