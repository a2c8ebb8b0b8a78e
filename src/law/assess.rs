//! The machine: a rulebook and a situation in, verdicts out. Knows no country.

use super::awareness;
use super::clock::{self, Ending, Start};
use super::condition::{Known, leaf};
use super::derive::{Derived, Opening, derive};
use super::exposure::{self, Breach};
use super::moment::{Moment, Timing};
use super::period::{Period, day_of};
use super::rulebook::{Duty, Each, GovernedBy, Rulebook, Starts, Version};
use super::situation::{DutyId, Filed, Occurrence, OccurrenceId, Situation};
use super::verdict::{Answer, Clause, Clock, Due, Origin, Reason, Standing, Truth, Verdict};
use chrono::NaiveDate;

/// All verdicts of one rulebook, in its order; instances by the moment that started them.
pub(super) fn assess(rulebook: &Rulebook, situation: &Situation, now: Moment) -> Vec<Verdict> {
    let asking = Asking { rulebook, situation, now };
    rulebook.duty.iter().flat_map(|duty| asking.duty(duty)).collect()
}

#[derive(Clone, Copy)]
struct Asking<'a> {
    rulebook: &'a Rulebook,
    situation: &'a Situation,
    now: Moment,
}

/// One duty or one instance of it, before the law is applied.
struct Matter<'a> {
    duty: &'a Duty,
    instance: Option<OccurrenceId>,
    start: Option<Start>,
    others: Vec<Start>,
    opening: Vec<Reason>,
    superseded: Option<super::words::Words>,
}

impl<'a> Asking<'a> {
    fn duty(self, duty: &'a Duty) -> Vec<Verdict> {
        let once =
            |start, others, opening| vec![Matter { duty, instance: None, start, others, opening, superseded: None }];
        let matters = match &duty.starts {
            Starts::Awareness(trigger) => {
                let (start, others) = awareness::starts(self.rulebook, &self.situation.candidates, trigger);
                once(start, others, Vec::new())
            }
            Starts::Filing(after) => {
                let start = self.first_filing(&after.duty, None).map(|filing| Start {
                    origin: Origin::Filing(after.duty.clone()),
                    at: filing.at,
                    provisional: false,
                    why: after.why.clone(),
                });
                once(start, Vec::new(), Vec::new())
            }
            Starts::Each(each) => {
                let instances = self.instances(duty, each);
                let nothing = leaf(Clause::Happened { trigger: each.trigger.clone() }, Truth::No);
                if instances.is_empty() { once(None, Vec::new(), vec![nothing]) } else { instances }
            }
        };
        matters.into_iter().map(|matter| self.verdict(matter)).collect()
    }

    fn instances(self, duty: &'a Duty, each: &Each) -> Vec<Matter<'a>> {
        let mut occurrences: Vec<&Occurrence> =
            self.situation.occurrences.iter().filter(|occurrence| occurrence.trigger == each.trigger).collect();
        occurrences.sort_by_key(|occurrence| (occurrence.at.earliest(), occurrence.at.latest(), occurrence.id.clone()));
        let matter = |occurrence: &Occurrence| Matter {
            duty,
            instance: Some(occurrence.id.clone()),
            start: Some(Start {
                origin: Origin::Occurrence(occurrence.id.clone()),
                at: occurrence.at,
                provisional: false,
                why: each.why.clone(),
            }),
            others: Vec::new(),
            opening: vec![leaf(Clause::Happened { trigger: each.trigger.clone() }, Truth::Yes)],
            superseded: each.after.as_ref().and_then(|after| {
                let filed = self.first_filing(&after.duty, None);
                let follows = filed.is_some_and(|filed| filed.at.earliest() <= occurrence.at.latest());
                (!follows).then(|| after.otherwise.clone())
            }),
        };
        occurrences.into_iter().map(matter).collect()
    }

    fn verdict(self, matter: Matter<'a>) -> Verdict {
        let day = self.governing_day(matter.duty, matter.start.as_ref());
        let Some(version) = matter.duty.in_force(day) else {
            return self.not_in_force(&matter, day);
        };
        let filing = self.first_filing(&matter.duty.id, matter.instance.as_ref());
        let usual = version.within.as_ref().zip(matter.start.as_ref());
        let usual = usual.map(|(period, start)| {
            clock::run(start.clone(), period, self.rulebook.zone, self.ending(start, period, filing))
        });
        let known = Known { facts: &self.situation.facts, occurrences: &self.situation.occurrences, not_after: None };
        let opening = Opening {
            reasons: matter.opening.clone(),
            last_due: usual.as_ref().and_then(|clock| last_due(clock.due)),
            met: usual.is_some_and(|clock| matches!(clock.standing, Standing::MetInTime { .. })),
        };
        let mut derived = derive(self.rulebook, version, opening, known);
        if let (Some(by), Answer::Applies | Answer::Undetermined { .. }) = (&matter.superseded, &derived.answer) {
            derived.answer = Answer::Superseded { by: by.clone() };
        }
        let applies = applies(&derived.answer);
        let (clock, scenarios) =
            if applies == Truth::No { (None, Vec::new()) } else { self.clocks(&matter, version, &derived, filing) };
        let breach = Breach {
            rulebook: self.rulebook,
            duty: matter.duty,
            applies,
            clock: clock.as_ref(),
            scenarios: &scenarios,
            timed: version.within.is_some(),
            governing_day: day,
        };
        let exposures = if applies == Truth::No { Vec::new() } else { exposure::of(breach, self.situation, self.now) };
        let Derived { answer, grounds, reason, .. } = derived;
        Verdict { answer, grounds, reason, clock, scenarios, exposures, ..self.outline(&matter, version) }
    }

    fn clocks(
        self,
        matter: &Matter<'a>,
        version: &Version,
        derived: &Derived,
        filing: Option<&Filed>,
    ) -> (Option<Clock>, Vec<Clock>) {
        let governing = matter.start.as_ref().and_then(|start| self.clock(start, version, derived, filing));
        let scenarios = matter.others.iter().filter_map(|start| {
            let day = self.governing_day(matter.duty, Some(start));
            self.clock(start, matter.duty.in_force(day)?, derived, filing)
        });
        (governing, scenarios.collect())
    }

    /// The clock of a version from a start, with what excuses or replaces its period.
    fn clock(self, start: &Start, version: &Version, derived: &Derived, filing: Option<&Filed>) -> Option<Clock> {
        let run = |start: &Start, period: &Period| {
            clock::run(start.clone(), period, self.rulebook.zone, self.ending(start, period, filing))
        };
        let usual = run(start, derived.instead.as_ref().or(version.within.as_ref())?);
        let Some(excuse) = &derived.excuse else {
            return Some(usual);
        };
        if matches!(usual.standing, Standing::MetInTime { .. }) {
            return Some(usual);
        }
        let ended = self.first_occurrence(&excuse.ends, start.at);
        let restart = ended.map(|ended| Start {
            origin: Origin::Occurrence(ended.id.clone()),
            at: ended.at,
            provisional: start.provisional,
            why: excuse.why.clone(),
        });
        Some(run(restart.as_ref().unwrap_or(start), &excuse.within))
    }

    fn ending<'b>(self, start: &Start, period: &Period, filing: Option<&'b Filed>) -> Ending<'b> {
        let lifted = match period {
            Period::Until(trigger) => self.first_occurrence(trigger, start.at).map(|occurrence| occurrence.at),
            _ => None,
        };
        Ending { filing, lifted, now: self.now }
    }

    /// The first occurrence of a kind that is not certainly before a moment.
    fn first_occurrence(self, trigger: &super::situation::Trigger, not_before: Timing) -> Option<&'a Occurrence> {
        let of_kind = self.situation.occurrences.iter().filter(|occurrence| occurrence.trigger == *trigger);
        of_kind
            .filter(|occurrence| occurrence.at.latest() >= not_before.earliest())
            .min_by_key(|occurrence| (occurrence.at.earliest(), occurrence.at.latest(), &occurrence.id))
    }

    fn first_filing(self, duty: &DutyId, instance: Option<&OccurrenceId>) -> Option<&'a Filed> {
        let filings = self.situation.filings.iter();
        let ours = filings.filter(|filing| filing.duty == *duty && filing.instance.as_ref() == instance);
        ours.min_by_key(|filing| (filing.at.earliest(), filing.at.latest()))
    }

    fn governing_day(self, duty: &Duty, start: Option<&Start>) -> NaiveDate {
        let started = start.map_or(self.now, |start| start.at.earliest());
        let at = match duty.governed_by {
            GovernedBy::Start => started,
            GovernedBy::Occurred => self.situation.occurred.map_or(started, |occurred| occurred.earliest()),
        };
        day_of(at, self.rulebook.zone)
    }

    fn not_in_force(self, matter: &Matter<'a>, day: NaiveDate) -> Verdict {
        let next = matter.duty.next(day);
        let shown = next.or_else(|| matter.duty.version.last());
        let answer = Answer::NotInForce { from: next.map(|version| version.from) };
        shown
            .map_or_else(
                || self.outline_of(matter, self.rulebook.covers_from, self.rulebook.source.clone()),
                |version| self.outline(matter, version),
            )
            .with_answer(answer)
    }

    fn outline(self, matter: &Matter<'a>, version: &Version) -> Verdict {
        self.outline_of(matter, version.from, version.source.clone())
    }

    /// A verdict without its answer.
    fn outline_of(self, matter: &Matter<'a>, from: NaiveDate, source: super::citation::Source) -> Verdict {
        let duty = matter.duty;
        Verdict {
            duty: duty.id.clone(),
            instance: matter.instance.clone(),
            title: duty.title.clone(),
            recipient: duty.recipient.clone(),
            consequence: duty.consequence.clone(),
            rule: self.rulebook.reference(from),
            source,
            answer: Answer::DoesNotApply,
            grounds: Vec::new(),
            reason: leaf(Clause::Always, Truth::Yes),
            clock: None,
            scenarios: Vec::new(),
            exposures: Vec::new(),
            form: duty.form.clone(),
            watched: duty.watched,
        }
    }
}

impl Verdict {
    fn with_answer(self, answer: Answer) -> Self {
        Self { answer, ..self }
    }
}

const fn applies(answer: &Answer) -> Truth {
    match answer {
        Answer::Applies => Truth::Yes,
        Answer::Undetermined { .. } => Truth::Unknown,
        Answer::DoesNotApply | Answer::NotInForce { .. } | Answer::Superseded { .. } => Truth::No,
    }
}

const fn last_due(due: Due) -> Option<Moment> {
    match due {
        Due::By { latest, .. } => Some(latest),
        _ => None,
    }
}
