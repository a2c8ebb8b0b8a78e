//! Why, and how it was reckoned: what a condition asks and what is known, a step of arithmetic, what a clock starts from
//! and what it waits for.
//!
//! The tree and its order are the law's. What is called by a name is asked of [`Naming`], because a page knows the titles
//! of duties and what an occurrence was, and the terminal calls everything by the id that a case is written with.

#[cfg(test)]
mod expected;
#[cfg(test)]
mod tests;

use crate::law::base::moment::{Moment, Timing};
use crate::law::counting::{Closed, CountStep};
use crate::law::situation::fact::{Count, FactKey, Quality, Value};
use crate::law::situation::{CandidateId, DutyId, OccurrenceId, Trigger};
use crate::law::verdict::{Awaited, Clause, ClockOrigin, Step};
use crate::law::vocabulary::FactDefinition;
use crate::locales::Text;
use chrono::NaiveDate;

/// How a reader calls what the law's answers mention.
pub trait Naming {
    /// The definition of a fact, for its unit and its choices; `None` where numbers stand alone and choices keep their ids.
    fn definition(&self, key: &FactKey) -> Option<&FactDefinition>;
    /// A fact.
    fn fact(&self, key: &FactKey) -> String;
    /// A kind of moment or occurrence.
    fn trigger(&self, trigger: &Trigger) -> String;
    /// A duty.
    fn duty(&self, id: &DutyId) -> String;
    /// An occurrence of the incident.
    fn occurrence(&self, id: &OccurrenceId) -> String;
    /// A candidate moment of awareness.
    fn candidate(&self, id: &CandidateId) -> String;
    /// An instant that was reckoned.
    fn instant(&self, at: Moment) -> String;
    /// A moment that somebody stated.
    fn timing(&self, at: Timing) -> String;
    /// A calendar day.
    fn day(&self, day: NaiveDate) -> String;
}

impl Text {
    /// What a clause asks, and what is known about it.
    #[must_use]
    pub fn clause(&self, clause: &Clause, names: &impl Naming) -> String {
        match clause {
            Clause::Always => self.law_clause_always(),
            Clause::All => self.law_clause_all(),
            Clause::Any => self.law_clause_any(),
            Clause::Not => self.law_clause_not(),
            Clause::Is { key, expected, found } => {
                self.law_clause_is(names.fact(key), self.yes_no(*expected), self.known(key, found.as_ref(), names))
            }
            Clause::AtLeast { key, threshold, found } => self.law_clause_at_least(
                names.fact(key),
                self.number_of(*threshold, names.definition(key)),
                self.known_count(key, *found, (*threshold, false), names),
            ),
            Clause::OneOf { key, choices, found } => {
                let wanted = self.value(&Value::Choices(choices.clone()), names.definition(key));
                self.law_clause_one_of(names.fact(key), wanted, self.known(key, found.as_ref(), names))
            }
            Clause::Happened { trigger } => self.law_clause_happened(names.trigger(trigger)),
            Clause::MoreThan { key, threshold, found } => self.law_clause_more_than(
                names.fact(key),
                self.number_of(*threshold, names.definition(key)),
                self.known_count(key, *found, (*threshold, true), names),
            ),
            Clause::CountBy { key, of, threshold, above, found } => {
                let what = match of {
                    Some(place) => self.law_clause_in_one(names.fact(key), self.choice(place, names.definition(key))),
                    None => self.law_clause_in_any(names.fact(key)),
                };
                let found = self.known_count(key, *found, (*threshold, *above), names);
                let threshold = self.number_of(*threshold, names.definition(key));
                if *above {
                    self.law_clause_more_than(what, threshold, found)
                } else {
                    self.law_clause_at_least(what, threshold, found)
                }
            }
            Clause::Some { at_least } => self.law_clause_some(*at_least),
            Clause::Share { part, whole, per_ten_thousand, above, found } => {
                let known = found.map(|(a, b)| {
                    self.law_clause_of(self.count(a, names.definition(part)), self.count(b, names.definition(whole)))
                });
                let (part, whole, share) = (names.fact(part), names.fact(whole), self.share(*per_ten_thousand));
                let known = known.unwrap_or_else(|| self.not_known_yet());
                if *above {
                    self.law_clause_share_above(part, share, whole, known)
                } else {
                    self.law_clause_share_at_least(part, share, whole, known)
                }
            }
            Clause::MoneyAbove { key, limit, of_turnover, found } => {
                let what = key.as_ref().map_or_else(|| self.law_clause_turnover(), |key| names.fact(key));
                let limit = match (limit, of_turnover) {
                    (Some(limit), _) => self.money(*limit),
                    (None, Some(share)) => self.amount_share(self.share(*share)),
                    (None, None) => self.not_known_yet(),
                };
                self.law_clause_more_than(
                    what,
                    limit,
                    found.map_or_else(|| self.not_known_yet(), |sum| self.money(sum)),
                )
            }
            Clause::Filed { duty } => self.law_clause_filed(names.duty(duty)),
            Clause::Met { duty } => self.law_clause_met(names.duty(duty)),
            Clause::Applies { duty } => self.law_clause_applies(names.duty(duty)),
            Clause::NoticeTo { to, .. } => self.law_clause_notice_to(self.recipient(*to)),
            Clause::Later { hours, moment, than } => {
                let timing = |at: &Option<Timing>| at.map_or_else(|| self.not_known_yet(), |at| names.timing(at));
                self.law_clause_later(timing(moment), hours.to_string(), timing(than))
            }
        }
    }

    fn known(&self, key: &FactKey, found: Option<&Value>, names: &impl Naming) -> String {
        found.map_or_else(|| self.not_known_yet(), |value| self.value(value, names.definition(key)))
    }

    /// What is known of a number, and that an estimate leaves a threshold open where it does: more than so many, or that
    /// many at least.
    fn known_count(&self, key: &FactKey, found: Option<Count>, limit: (u64, bool), names: &impl Naming) -> String {
        let Some(count) = found else { return self.not_known_yet() };
        let (least, most) = count.bounds();
        let reaches = |number: u64| if limit.1 { number > limit.0 } else { number >= limit.0 };
        let open = count.quality == Quality::Estimate && !reaches(least) && most.is_none_or(reaches);
        let known = self.count(count, names.definition(key));
        if open { self.law_count_estimate_open(known) } else { known }
    }

    /// A clock's arithmetic, one line a step; what a step of counting only repeats is left out.
    #[must_use]
    pub fn steps(&self, steps: &[Step], names: &impl Naming) -> Vec<String> {
        let repeats =
            |step: &Step| matches!(step, Step::Counted { of: CountStep::Starts { .. } | CountStep::HoursAdded { .. } });
        steps.iter().filter(|step| !repeats(step)).map(|step| self.step(step, names)).collect()
    }

    pub(super) fn step(&self, step: &Step, names: &impl Naming) -> String {
        match step {
            Step::Starts { at } => self.law_step_starts(names.timing(*at)),
            Step::AddHours { hours, gives } => self.law_step_hours(*hours, names.instant(*gives)),
            Step::AddDays { days, gives } => self.law_step_days(*days, names.instant(*gives)),
            Step::Add { span, gives } => self.law_step_span(self.span(*span), names.instant(*gives)),
            Step::Counted { of } => self.counting(of, names),
            Step::Limb { from, start, gives, governs } => {
                let start = start.map_or_else(|| self.not_known_yet(), |at| names.timing(at));
                let gives = gives.map_or_else(|| self.not_known_yet(), |at| names.instant(at));
                let from = self.origin(from, names);
                if *governs {
                    self.law_step_limb(from, start, gives)
                } else {
                    self.law_step_limb_aside(from, start, gives)
                }
            }
            Step::LimbAwaits { awaits } => self.law_step_limb_awaits(self.awaited(awaits, names)),
            Step::Moved { why, to } => self.law_step_moved(why.get(self.lang()), names.instant(*to)),
            Step::PlaceUnknown { key } => self.law_step_place_unknown(names.fact(key)),
            Step::ClockOfPlace { zone, several, cite } => {
                let (zone, cite) = (zone.replace('_', " "), cite.get(self.lang()));
                if *several {
                    self.law_step_clock_of_capital(zone, cite)
                } else {
                    self.law_step_clock_of_place(zone, cite)
                }
            }
            Step::ClockUnknown { key, zone } => self.law_step_clock_unknown(names.fact(key), zone.replace('_', " ")),
            Step::MetByOccurrence { id, at } => self.law_step_met_by(names.occurrence(id), names.timing(*at)),
            Step::Flawed { flaw, at } => self.law_step_flawed(names.timing(*at), self.flaw(*flaw)),
            Step::BeforeStart { at, start } => self.law_step_before_start(names.timing(*at), names.timing(*start)),
            Step::Met { filing } => self.law_step_met(names.timing(filing.at)),
        }
    }

    /// One step of counting days and hours by the act's own rules.
    fn counting(&self, step: &CountStep, names: &impl Naming) -> String {
        match step {
            CountStep::Starts { at, .. } => self.law_step_starts(names.instant(*at)),
            CountStep::HourExcluded { counting_from } => self.law_step_hour_excluded(names.instant(*counting_from)),
            CountStep::HoursAdded { hours, gives } => self.law_step_hours(*hours, names.instant(*gives)),
            CountStep::DayOne { day } => self.law_step_day_one(names.day(*day)),
            CountStep::Skipped { day, why } => self.law_step_skipped(names.day(*day), self.closed(why)),
            CountStep::FurtherSkipped { days } => self.law_step_further_skipped(*days),
            CountStep::Clamped { wanted, day } => self.law_step_clamped(wanted.to_string(), names.day(*day)),
            CountStep::YearEnds { day } => self.law_step_year_ends(names.day(*day)),
            CountStep::LastDay { day, ends } => self.law_step_last_day(names.day(*day), names.instant(*ends)),
            CountStep::Closes { at, zone, gives } => {
                self.law_step_closes(at, zone.replace('_', " "), names.instant(*gives))
            }
            CountStep::TwoWorkingDays { ends, .. } => self.law_step_two_working_days(names.instant(*ends)),
            CountStep::Rolled { from, why, ends, .. } => {
                self.law_step_rolled(names.day(*from), self.closed(why), names.instant(*ends))
            }
            CountStep::NotAnnounced { calendar, day } => self.law_step_not_announced(names.day(*day), calendar),
            CountStep::CalendarEnds { calendar, day } => self.law_step_calendar_ends(calendar, names.day(*day)),
        }
    }

    fn closed(&self, why: &Closed) -> String {
        match why {
            Closed::Weekend => self.law_closed_weekend(),
            Closed::Holiday { name, announced: false } => name.clone(),
            Closed::Holiday { name, announced: true } => self.law_closed_announced(name),
        }
    }

    /// From what a clock starts.
    #[must_use]
    pub fn origin(&self, origin: &ClockOrigin, names: &impl Naming) -> String {
        match origin {
            ClockOrigin::Candidate(id) => names.candidate(id),
            ClockOrigin::Occurrence(id) => names.occurrence(id),
            ClockOrigin::Filing(duty) => self.origin_filing_of(names.duty(duty)),
            ClockOrigin::Due(duty) => self.origin_due_of(names.duty(duty)),
            ClockOrigin::Incident => self.origin_incident(),
            ClockOrigin::Own => self.origin_own(),
            ClockOrigin::StandIn(id) => self.origin_stand_in(names.candidate(id)),
            ClockOrigin::Known(key) => self.origin_known(names.fact(key)),
        }
    }

    /// What a clock waits for.
    #[must_use]
    pub fn awaited(&self, awaited: &Awaited, names: &impl Naming) -> String {
        match awaited {
            Awaited::Awareness(trigger) | Awaited::Occurrence(trigger) => names.trigger(trigger),
            Awaited::Filing(duty) => self.origin_filing_of(names.duty(duty)),
            Awaited::Due(duty) => self.origin_due_of(names.duty(duty)),
            Awaited::Incident => self.origin_incident(),
        }
    }
}
