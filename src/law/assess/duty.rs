//! The machine: the duties of all rulebooks and a situation in, verdicts out. Knows no country.

use super::answered::{Answers, applies};
use super::awareness;
use super::clock::counts_from::CountsFrom;
use super::clock::evaluate::awaited;
use super::clock::run::ClockRun;
use super::context::Context;
use super::derive::{self, Derived, Opening, derive};
use super::exposure::{self, Breach};
use super::stand_in::StandIns;
use super::start::Start;
use super::versions;
use crate::base::moment::{Moment, Timing};
use crate::base::truth::Truth;
use crate::base::words::Words;
use crate::calendar::Calendars;
use crate::rulebook::Rulebook;
use crate::rulebook::duty::{Duty, GovernedBy};
use crate::rulebook::period::day_of;
use crate::rulebook::starts::{AfterDue, AfterFiling, Each, OnOccurrence, StartRef, Starts, Which};
use crate::rulebook::version::Version;
use crate::situation::{Filed, Occurrence, OccurrenceId, Situation};
use crate::verdict::clock::{Awaited, Clock, ClockOrigin, Standing};
use crate::verdict::duty_summary::{DutySummaries, DutySummary};
use crate::verdict::reason::{Clause, Reason, leaf};
use crate::verdict::{Answer, Verdict};
use crate::vocabulary::complete::Inferred;
use chrono::NaiveDate;
use std::sync::Arc;

/// One rulebook asked about one situation.
#[derive(Clone, Copy)]
pub(crate) struct Assessor<'a> {
    /// The rulebook.
    pub rulebook: &'a Rulebook,
    /// What verdicts about the duty tell of it.
    pub summaries: &'a DutySummaries,
    /// The situation.
    pub situation: &'a Situation,
    /// For each fact that follows from others, by which implication.
    pub inferred: &'a Inferred<'a>,
    /// What was answered about other duties.
    pub answers: &'a Answers,
    /// All calendars.
    pub calendars: &'a Calendars,
    /// What stands for a start that nobody recorded.
    pub stand_ins: StandIns<'a>,
    /// Whether the rulebook concerns the situation at all, as its law stands on the day.
    pub scope: &'a Arc<Reason>,
    /// The day whose law is asked: until it is known which governs, that of the moment of asking.
    pub day: NaiveDate,
    /// The moment of asking.
    pub now: Moment,
}

/// One duty or one instance of it, before the law is applied.
#[derive(Clone)]
struct Instance<'a> {
    duty: &'a Duty,
    occurrence: Option<OccurrenceId>,
    start: Option<Start>,
    others: Vec<Start>,
    opening: Vec<Reason>,
    superseded: Option<Words>,
    awaits: Option<Awaited>,
}

impl<'a> Assessor<'a> {
    /// Adds the verdicts of one duty: one, or one for each instance by the moment that started it.
    pub(crate) fn duty(self, duty: &'a Duty, verdicts: &mut Vec<Verdict>) {
        if self.scope.truth == Truth::No && self.as_today() {
            self.elsewhere(duty, verdicts);
            return;
        }
        let instance = match &duty.starts {
            Starts::Awareness(of) => {
                let (start, others) = awareness::starts(self.rulebook, &self.situation.candidates, of);
                let awaits = of.first().cloned().map(Awaited::Awareness).filter(|_| start.is_none());
                Instance { others, awaits, ..Instance::of(duty, start) }
            }
            Starts::Each(each) => {
                verdicts.extend(self.instances(duty, each).into_iter().map(|instance| self.verdict(instance)));
                return;
            }
            Starts::Occurrence(on) => self.once(duty, self.occurrence(on), Awaited::Occurrence(on.trigger.clone())),
            Starts::Filing(after) => self.once(duty, self.filing(after), Awaited::Filing(after.duty.clone())),
            Starts::Due(after) => self.once(duty, self.due(after), Awaited::Due(after.duty.clone())),
            Starts::Incident(on) => {
                let start = self.situation.occurred.map(|at| begins(ClockOrigin::Incident, at, &on.why));
                self.once(duty, start, Awaited::Incident)
            }
        };
        verdicts.push(self.verdict(instance));
    }

    /// The verdicts where the act does not concern the situation: nothing more is asked.
    fn elsewhere(self, duty: &'a Duty, verdicts: &mut Vec<Verdict>) {
        let first = verdicts.len();
        if let Starts::Each(each) = &duty.starts {
            let of_kind = self.context(None).occurrences(&each.trigger);
            verdicts.extend(of_kind.map(|one| self.blank(Some(one.id.clone()), self.summaries.last())));
        }
        if verdicts.len() == first {
            verdicts.push(self.blank(None, self.summaries.last()));
        }
    }

    fn once(self, duty: &'a Duty, start: Option<Start>, awaits: Awaited) -> Instance<'a> {
        Instance { awaits: Some(awaits).filter(|_| start.is_none()), ..Instance::of(duty, start) }
    }

    fn occurrence(self, on: &OnOccurrence) -> Option<Start> {
        let context = self.context(None);
        let (found, at) = match on.which {
            Which::First => (context.occurrences(&on.trigger).next(), StartRef::First(on.trigger.clone())),
            Which::Latest => (context.occurrences(&on.trigger).last(), StartRef::Latest(on.trigger.clone())),
        };
        let found = found.filter(|found| !found.presumed || self.has_filed())?;
        Some(Start { at: context.moment(&at).unwrap_or(found.at), ..happened(found, &on.why) })
    }

    /// Whether anything that this act asks for was handed in.
    fn has_filed(self) -> bool {
        self.situation.filings.iter().any(|filed| filed.duty.rulebook() == &*self.rulebook.id)
    }

    fn filing(self, after: &AfterFiling) -> Option<Start> {
        let found = match after.which {
            Which::First => StartRef::Filing(after.duty.clone()),
            Which::Latest => StartRef::LatestFiling(after.duty.clone()),
        };
        let at = self.context(None).moment(&found)?;
        Some(begins(ClockOrigin::Filing(after.duty.clone()), at, &after.why))
    }

    fn due(self, after: &AfterDue) -> Option<Start> {
        let at = self.context(None).moment(&StartRef::Due(after.duty.clone()))?;
        Some(begins(ClockOrigin::Due(after.duty.clone()), at, &after.why))
    }

    fn instances(self, duty: &'a Duty, each: &Each) -> Vec<Instance<'a>> {
        let opening = |truth| vec![leaf(Clause::Happened { trigger: each.trigger.clone() }, truth)];
        let instance = |occurrence: &Occurrence| {
            let start = happened(occurrence, &each.why);
            let superseded = each.after.as_ref().and_then(|after| {
                let filed =
                    self.context(None).filings(&after.duty).into_iter().find(|filing| filing.instance.is_none());
                let follows = filed.is_some_and(|filed| filed.at.earliest() <= occurrence.at.latest());
                (!follows).then(|| after.otherwise.clone())
            });
            let id = Some(occurrence.id.clone());
            Instance { occurrence: id, opening: opening(Truth::Yes), superseded, ..Instance::of(duty, Some(start)) }
        };
        let concerns = |found: &&Occurrence| !found.presumed || each.after.is_some() || self.has_filed();
        let found = self.context(None).occurrences(&each.trigger).filter(concerns);
        let found: Vec<Instance<'a>> = found.map(instance).collect();
        if found.is_empty() {
            let awaits = Some(Awaited::Occurrence(each.trigger.clone()));
            return vec![Instance { opening: opening(Truth::No), awaits, ..Instance::of(duty, None) }];
        }
        found
    }

    /// The verdict; where it applies or may and its start is not recorded, with a clock from what can stand for that.
    fn verdict(self, instance: Instance<'a>) -> Verdict {
        let unstarted = instance.start.is_none().then(|| self.stand_ins.kind(&instance.duty.starts)).flatten();
        let Some(kind) = unstarted else { return self.answer(instance) };
        let waiting = self.answer(instance.clone());
        if !waiting.answer.is_open() {
            return waiting;
        }
        match self.stand_ins.start(kind, self.situation, &waiting.answer, &waiting.reason) {
            Some(start) => self.answer(Instance { start: Some(start), ..instance }),
            None => waiting,
        }
    }

    /// The version that answers. A day that only stands for the one that governs does not take the duty out of force.
    fn in_force(self, instance: &Instance<'a>, day: NaiveDate) -> Option<&'a Version> {
        let stands_in = instance.start.as_ref().is_some_and(|start| start.origin.stands_in());
        let today = || instance.duty.in_force(self.governing_days(instance, None).0);
        instance.duty.in_force(day).or_else(|| stands_in.then(today).flatten())
    }

    /// The answer, over every version that may govern where the governing day is known only roughly.
    fn answer(self, instance: Instance<'a>) -> Verdict {
        let days = self.governing_days(&instance, instance.start.as_ref());
        let mut days =
            versions::first_days(&instance.duty.version, &self.rulebook.scope_changes, days).into_iter().rev();
        let last = days.next().unwrap_or_default();
        let verdict = self.answer_on(instance.clone(), last);
        days.fold(verdict, |later, day| versions::either(self.answer_on(instance.clone(), day), later))
    }

    /// The answer on one day, with whom the act concerns on it.
    fn answer_on(self, instance: Instance<'a>, day: NaiveDate) -> Verdict {
        let scope = self.scope_on(day);
        Assessor { scope: scope.as_ref().unwrap_or(self.scope), day, ..self }.answer_as_of(instance, day)
    }

    fn answer_as_of(self, instance: Instance<'a>, day: NaiveDate) -> Verdict {
        let context = self.context(instance.start.as_ref().map(|start| start.at));
        let Some(version) = self.in_force(&instance, day) else {
            return self.not_in_force(&instance, day);
        };
        let clock_run = self.clock_run(&instance, version, context);
        let usual = instance.start.as_ref().and_then(|start| clock_run.usual_standing(start));
        let opening = Opening {
            reasons: instance.opening.clone(),
            last_due: usual.as_ref().and_then(|(limit, _)| limit.bounds()).map(|(_, latest)| latest),
            met: usual.is_some_and(|(_, standing)| matches!(standing, Standing::MetInTime { .. })),
        };
        let mut derived = derive(version, opening, context);
        if let (Truth::No, Some(from)) = (derived.scope, self.concerns_from(day)) {
            derived.answer = Answer::NotInForce { from: Some(from) };
            derived.scope = Truth::Yes;
        }
        if let (Some(by), Answer::Applies | Answer::Undetermined { .. }) = (&instance.superseded, &derived.answer) {
            derived.answer = Answer::Superseded { by: by.clone() };
        }
        let applies = applies(&derived.answer);
        let (clock, scenarios, awaits) = if applies == Truth::No {
            (None, Vec::new(), Vec::new())
        } else {
            self.clocks(&instance, &clock_run, &derived)
        };
        let timed = version.within.is_some() || version.deadline.is_some();
        let breach = Breach {
            context,
            duty: instance.duty,
            applies,
            clock: clock.as_ref(),
            scenarios: &scenarios,
            timed,
            governing_day: day,
        };
        let exposures = if applies == Truth::No { Vec::new() } else { exposure::of(breach) };
        let Derived { mut answer, grounds, reason, scope, .. } = derived;
        if let Answer::Undetermined { by, .. } = &mut answer {
            *by = clock.as_ref().and_then(Clock::target);
        }
        let reason = Arc::new(reason);
        Verdict {
            answer,
            scope,
            grounds,
            reason,
            clock: clock.map(Box::new),
            scenarios,
            awaits,
            exposures,
            ..self.blank(instance.occurrence, self.summaries.from(version.from))
        }
    }

    fn clocks(
        self,
        instance: &Instance<'a>,
        clock_run: &ClockRun<'a>,
        derived: &Derived,
    ) -> (Option<Clock>, Vec<Clock>, Vec<Awaited>) {
        let mut awaits: Vec<Awaited> = instance.awaits.iter().cloned().collect();
        let governing = instance.start.as_ref().and_then(|start| {
            let (clock, waits_for) = clock_run.run(start, derived);
            awaits.extend(waits_for);
            clock
        });
        if let Some(rule) = clock_run.version.not_before.as_ref().filter(|_| governing.is_none()) {
            awaits.extend(awaited(&rule.start).filter(|_| clock_run.context.moment(&rule.start).is_none()));
        }
        let scenarios = instance.others.iter().filter_map(|start| {
            let days = versions::first_days(&instance.duty.version, &[], self.governing_days(instance, Some(start)));
            let found = days.into_iter().filter_map(|day| instance.duty.in_force(day));
            let clocks = found.filter_map(|version| ClockRun { version, ..clock_run.clone() }.run(start, derived).0);
            clocks.reduce(versions::either_clock)
        });
        let scenarios = scenarios.collect();
        awaits.dedup();
        (governing, scenarios, awaits)
    }

    fn clock_run(self, instance: &Instance<'a>, version: &'a Version, context: Context<'a>) -> ClockRun<'a> {
        let (start, vocabulary) = (instance.start.as_ref(), self.stand_ins.vocabulary);
        let counts_from = CountsFrom::of(instance.duty, start, &instance.others, context, vocabulary);
        ClockRun {
            duty: instance.duty,
            version,
            instance: instance.occurrence.clone(),
            context,
            counts_from,
            calendars: self.calendars,
        }
    }

    pub(super) fn context(self, own: Option<Timing>) -> Context<'a> {
        Context {
            rulebook: self.rulebook,
            situation: self.situation,
            inferred: self.inferred,
            answers: self.answers,
            scope: Some(self.scope),
            own,
            not_after: None,
            day: self.day,
            now: self.now,
        }
    }

    fn first_filing(self, instance: &Instance<'_>) -> Option<&'a Filed> {
        let filings = self.context(None).filings(&instance.duty.id).into_iter();
        filings.into_iter().find(|filing| filing.instance == instance.occurrence)
    }

    /// The first and the last day that may govern. What is on record has happened: of an open end none is later than now,
    /// and of an open past nothing is on record but the day that was named.
    fn governing_days(self, instance: &Instance<'_>, start: Option<&Start>) -> (NaiveDate, NaiveDate) {
        let zone = self.rulebook.zone_for(self.situation);
        let now = Timing::exact(self.now, zone);
        let started = || start.map_or(now, |start| start.at);
        let at = match instance.duty.governed_by {
            GovernedBy::Start => started(),
            GovernedBy::Occurred => self.situation.occurred.unwrap_or_else(started),
            GovernedBy::Filed => self.first_filing(instance).map_or(now, |filing| filing.at),
        };
        let latest = if at.latest().is_bounded() { at.latest() } else { self.now.max(at.at) };
        (day_of(at.at, zone), day_of(latest, zone))
    }

    fn not_in_force(self, instance: &Instance<'a>, day: NaiveDate) -> Verdict {
        let next = instance.duty.next(day);
        let shown = next.or_else(|| instance.duty.version.last());
        let unread = self.rulebook.earlier_law_not_read && day < self.rulebook.covers_from;
        let answer = if unread {
            Answer::NotCovered { before: self.rulebook.covers_from }
        } else {
            Answer::NotInForce { from: next.map(|version| version.from) }
        };
        let outline = shown.map_or_else(|| self.summaries.last(), |version| self.summaries.from(version.from));
        Verdict { answer, ..self.blank(instance.occurrence.clone(), outline) }
    }

    /// A verdict without its answer.
    fn blank(self, instance: Option<OccurrenceId>, outline: &Arc<DutySummary>) -> Verdict {
        Verdict {
            outline: outline.clone(),
            instance,
            scope: self.scope.truth,
            answer: Answer::DoesNotApply,
            grounds: Vec::new(),
            reason: self.scope.clone(),
            clock: None,
            awaits: Vec::new(),
            scenarios: Vec::new(),
            exposures: Vec::new(),
        }
    }
}

/// Whether a rulebook concerns a situation at all, as its law stands at the moment of asking.
pub(crate) fn scope(
    rulebook: &Rulebook,
    situation: &Situation,
    inferred: &Inferred<'_>,
    answers: &Answers,
    now: Moment,
) -> Reason {
    let day = day_of(now, rulebook.zone_for(situation));
    derive::scope(Context { rulebook, situation, inferred, answers, scope: None, own: None, not_after: None, day, now })
}

impl<'a> Instance<'a> {
    const fn of(duty: &'a Duty, start: Option<Start>) -> Self {
        Self { duty, occurrence: None, start, others: Vec::new(), opening: Vec::new(), superseded: None, awaits: None }
    }
}

fn begins(origin: ClockOrigin, at: Timing, why: &Words) -> Start {
    Start { origin, at, provisional: false, why: why.clone() }
}

/// A start at something that happened; provisional while that is only presumed.
fn happened(found: &Occurrence, why: &Words) -> Start {
    Start { provisional: found.presumed, ..begins(ClockOrigin::Occurrence(found.id.clone()), found.at, why) }
}
