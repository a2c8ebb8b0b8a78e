//! What was warned about, and where somebody stopped the warnings.

use crate::law::base::moment::Moment;
use crate::law::situation::{DutyId, OccurrenceId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A duty and, where it arises several times, its instance: the name of a clock within its incident.
pub type ClockKey = (DutyId, Option<OccurrenceId>);

/// A clock's name within its incident, as events write it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClockName {
    /// The duty.
    pub duty: DutyId,
    /// The instance.
    pub instance: Option<OccurrenceId>,
}

/// A stop of the warnings of one clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// Who stopped them.
    pub by: String,
    /// When.
    pub at: Moment,
    /// Why.
    pub reason: String,
}

/// A round in which they were asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
    /// When.
    pub at: Moment,
    /// The questions, by name.
    pub questions: BTreeSet<QuestionName>,
}

/// The name of a question within its incident: the facts or the kind of moment that it asks for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct QuestionName(pub String);

/// The warnings of one incident.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Warnings {
    /// The rungs sent for each clock and due moment, in order.
    sent: BTreeMap<(ClockKey, Moment), Vec<String>>,
    stops: BTreeMap<ClockKey, Stop>,
}

impl Warnings {
    /// Notes that a rung was warned about.
    pub fn note_sent(&mut self, clock: ClockKey, due: Moment, rung: String) {
        self.sent.entry((clock, due)).or_default().push(rung);
    }

    /// Notes a stop.
    pub fn stop(&mut self, clock: ClockKey, stop: Stop) {
        self.stops.insert(clock, stop);
    }

    /// Lifts a stop.
    pub fn resume(&mut self, clock: &ClockKey) {
        self.stops.remove(clock);
    }

    /// The stop in force, if any.
    #[must_use]
    pub fn stopped(&self, clock: &ClockKey) -> Option<&Stop> {
        self.stops.get(clock)
    }

    /// The clocks whose warnings are stopped.
    #[must_use]
    pub fn stops(&self) -> Vec<ClockName> {
        let name = |(duty, instance): &ClockKey| ClockName { duty: duty.clone(), instance: instance.clone() };
        self.stops.keys().map(name).collect()
    }

    /// Lifts every stop.
    pub fn resume_all(&mut self) {
        self.stops.clear();
    }

    /// The newest rung warned about for this clock and due moment.
    #[must_use]
    pub fn newest_sent(&self, clock: &ClockKey, due: Moment) -> Option<&str> {
        self.sent.get(&(clock.clone(), due)).and_then(|rungs| rungs.last()).map(String::as_str)
    }

    /// How many rungs of one clock were warned about, under whatever due moment.
    #[must_use]
    pub fn count(&self, clock: &ClockKey) -> usize {
        self.sent.iter().filter(|((of, _), _)| of == clock).map(|(_, rungs)| rungs.len()).sum()
    }
}
