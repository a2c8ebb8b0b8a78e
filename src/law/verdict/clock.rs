//! A clock as answered: its start, when it is due, how it stands, and the arithmetic. Structured data only.

use super::course::Course;
use crate::base::citation::Source;
use crate::base::moment::{Moment, Timing};
use crate::base::truth::Truth;
use crate::base::words::Words;
use crate::counting::{CountStep, Span};
use crate::rulebook::period::Promptness;
use crate::situation::fact::FactKey;
use crate::situation::{CandidateId, DutyId, Filed, Flaw, OccurrenceId, Trigger};
use serde::Serialize;
use std::sync::Arc;

/// A duty running for one incident under one start.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Clock {
    /// From what it starts.
    pub origin: ClockOrigin,
    /// When it starts.
    pub start: Timing,
    /// Whether it rests on suspicion only, or on a moment that stands for one nobody recorded.
    pub provisional: bool,
    /// Why this start governs (or why it does not), from the rulebook.
    pub why: Words,
    /// When it is due.
    pub due: Due,
    /// The safe internal deadline, where a stricter way of counting ends before the law's own. Countdowns and warnings
    /// run to this one; lateness counts from `due`.
    pub safe: Option<Moment>,
    /// How it stands at the moment of asking.
    pub standing: Standing,
    /// From when to when it ran, and in what it is told how long that was.
    pub course: Course,
    /// It may not be done before this moment, or before what is named.
    pub not_before: Option<Earliest>,
    /// A guideline's number beside the law's own.
    pub guideline: Option<GuidelineDue>,
    /// What a late one needs, and the hard limit of lateness.
    pub late: Option<LateRule>,
    /// It must be received by the limit, not only sent; and whether the receipt is on record.
    pub receipt: Option<Receipt>,
    /// The organisation's own target where the law has no number.
    pub house_target: Option<Moment>,
    /// The arithmetic, step by step.
    pub steps: Vec<Step>,
}

impl Clock {
    /// The moment to which countdowns and warnings run; `None` without a number in the law.
    #[must_use]
    pub const fn target(&self) -> Option<Moment> {
        match self.safe {
            Some(safe) => Some(safe),
            None => self.due.first(),
        }
    }
}

/// Before when a duty may not be performed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Earliest {
    /// The moment; `None` while what it waits for has not happened.
    pub at: Option<Moment>,
    /// What it waits for.
    pub awaits: Option<Awaited>,
    /// Why, in words.
    pub why: Words,
    /// It was done too early.
    pub breached: Truth,
}

/// A guideline's number, worked out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GuidelineDue {
    /// By when; `None` where the guideline has words only.
    pub due: Option<Due>,
    /// The arithmetic, step by step.
    pub steps: Vec<Step>,
    /// In words.
    pub words: Words,
    /// Where it is written.
    pub source: Arc<Source>,
}

/// What a late one needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LateRule {
    /// In words.
    pub words: Words,
    /// The provision.
    pub cite: Arc<str>,
    /// After this no reason helps.
    pub at_most: Option<Moment>,
}

/// Whether what must be received is known to have been.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Receipt {
    /// Nothing was sent yet.
    Open,
    /// It was sent; the receipt is not on record, so the time of sending is compared.
    NotRecorded,
    /// The receipt is on record and is what counts.
    Recorded,
}

/// What a clock waits for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "awaits", content = "id", rename_all = "kebab-case")]
pub enum Awaited {
    /// A moment of awareness.
    Awareness(Trigger),
    /// An occurrence.
    Occurrence(Trigger),
    /// A filing of another duty.
    Filing(DutyId),
    /// The due moment of another duty.
    Due(DutyId),
    /// The incident's begin.
    Incident,
}

/// From what a clock starts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "origin", content = "id", rename_all = "kebab-case")]
pub enum ClockOrigin {
    /// A candidate moment of awareness.
    Candidate(CandidateId),
    /// An occurrence: a further fact, an order.
    Occurrence(OccurrenceId),
    /// The filing of another duty.
    Filing(DutyId),
    /// The due moment of another duty.
    Due(DutyId),
    /// The begin of the incident.
    Incident,
    /// The duty's own start, in the limb of a deadline.
    Own,
    /// The moment of its own start is not recorded: the earliest moment of learning of the incident stands for it.
    StandIn(CandidateId),
    /// The moment of its own start is not recorded: it is counted from when the fact was known that decided it.
    Known(FactKey),
}

impl ClockOrigin {
    /// Whether another moment stands for a start that nobody recorded: then the clock is provisional, what it counts is
    /// late only if that moment was it, and the verdict names what is to be recorded among what it waits for.
    #[must_use]
    pub const fn stands_in(&self) -> bool {
        matches!(self, Self::StandIn(_) | Self::Known(_))
    }
}

/// When a duty is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "due", rename_all = "kebab-case")]
pub enum Due {
    /// At one instant; in time up to and including it. With an inexact start, somewhere between the two (inclusive).
    By {
        /// The due moment if it started as early as possible: the safe one. `Moment::OPEN_PAST` where nobody knows how early.
        earliest: Moment,
        /// The due moment if it started as late as possible. `Moment::OPEN_FUTURE` where nobody knows how late.
        latest: Moment,
    },
    /// "Immediately", "without delay": no number in the law, so elapsed time and never a legal countdown.
    NoNumber {
        /// The statute's word, as a closed list.
        promptness: Promptness,
    },
    /// A continuing duty: from its start until somebody lifts it.
    Until,
    /// A continuing duty with a minimum: at least until this instant (posting for 30 days).
    AtLeastUntil {
        /// The first instant at which it may end.
        ends: Moment,
    },
}

impl Due {
    /// The first moment that can be named at which it may be due: where nobody knows how early, the latest it can be. `None`
    /// without a number in the law.
    #[must_use]
    pub const fn first(self) -> Option<Moment> {
        match self {
            Self::By { earliest, latest } if !earliest.is_bounded() => Some(latest),
            Self::By { earliest, .. } => Some(earliest),
            Self::NoNumber { .. } | Self::Until | Self::AtLeastUntil { .. } => None,
        }
    }
}

/// How a clock stands. All durations are whole seconds, never negative; `UNBOUNDED` where an end is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "standing", rename_all = "kebab-case")]
pub enum Standing {
    /// Not met yet, time is left (counted to the earliest due moment).
    Running {
        /// Seconds left.
        left: i64,
    },
    /// Not met yet; the safe internal deadline has passed, the law's own has not.
    PastSafe {
        /// Seconds since the safe deadline.
        since: i64,
        /// Seconds to the law's own (the earliest, with an inexact start).
        left: i64,
    },
    /// It must not be performed for the time being: a hold.
    Held {
        /// Seconds since the hold began.
        elapsed: i64,
        /// When the hold ends at the latest, where that is known.
        ends: Option<Moment>,
    },
    /// Not met yet and the earliest due moment has passed, but the latest has not: only a more exact start would tell.
    PerhapsOverdue {
        /// Seconds since the earliest due moment.
        since: i64,
        /// Seconds to the latest due moment.
        left: i64,
    },
    /// Not met, and late under every reading.
    Overdue {
        /// Seconds late, counted from the latest due moment.
        late: i64,
        /// Seconds late, counted from the earliest due moment; equal to `late` for an exact start.
        late_at_most: i64,
        /// Seconds since the (earliest) start.
        elapsed: i64,
    },
    /// Met in time under every reading.
    MetInTime {
        /// Seconds to spare (to the earliest due moment).
        spare: i64,
        /// Seconds from the (earliest) start to the filing.
        elapsed: i64,
    },
    /// Met too late under every reading.
    MetLate {
        /// Seconds late, from the latest due moment.
        late: i64,
        /// Seconds late, from the earliest due moment; equal to `late` for an exact start and filing.
        late_at_most: i64,
        /// Seconds from the (earliest) start to the filing.
        elapsed: i64,
    },
    /// Met, but the moments are not known well enough: between in time and this much late.
    CannotBeDecided {
        /// Seconds late if everything was as early, or as late, as is worst.
        late_at_most: i64,
        /// Seconds to spare in the best case.
        spare_at_most: i64,
    },
    /// No number in the law; not met yet.
    Waiting {
        /// Seconds since the start.
        elapsed: i64,
    },
    /// No number in the law; met.
    Done {
        /// Seconds from the start to the filing.
        elapsed: i64,
    },
    /// A continuing duty that goes on.
    InForce {
        /// Seconds since the start.
        elapsed: i64,
    },
}

/// One step of the arithmetic.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "step", rename_all = "kebab-case")]
pub enum Step {
    /// The clock starts at a moment.
    Starts {
        /// When.
        at: Timing,
    },
    /// A number of elapsed hours is added; nights, weekends and holidays count.
    AddHours {
        /// How many.
        hours: u32,
        /// The result for the earliest start.
        gives: Moment,
    },
    /// A number of calendar days is added.
    AddDays {
        /// How many.
        days: u32,
        /// The result.
        gives: Moment,
    },
    /// Another kind of period is added.
    Add {
        /// The period.
        span: Span,
        /// The result for the earliest start.
        gives: Moment,
    },
    /// One step of counting days or hours under the act's own rules.
    Counted {
        /// The step.
        of: CountStep,
    },
    /// A limb of a composed deadline.
    Limb {
        /// What it counts from.
        from: ClockOrigin,
        /// When that was; `None` while it has not happened.
        start: Option<Timing>,
        /// The earliest due moment it gives.
        gives: Option<Moment>,
        /// Whether it is the limb that decides.
        governs: bool,
    },
    /// A limb of a composed deadline that is not there yet, and does not count until it is.
    LimbAwaits {
        /// What has not happened.
        awaits: Awaited,
    },
    /// The limit moved: an extension, a hold, an excuse.
    Moved {
        /// Why, in words.
        why: Words,
        /// To when.
        to: Moment,
    },
    /// The place whose calendar counts is not known, so no holiday was taken into account.
    PlaceUnknown {
        /// The fact that would tell.
        key: FactKey,
    },
    /// Days end on the clock of the place where the act is done: a reading, beside which the organisation's own clock
    /// gives a safe deadline where it ends earlier.
    ClockOfPlace {
        /// The place's zone.
        zone: String,
        /// The place has several, and this is its capital's.
        several: bool,
        /// On what the reading rests.
        cite: Words,
    },
    /// The place whose clock counts is not known: the organisation's was taken, and the safe deadline is the earliest of
    /// all that the place can have.
    ClockUnknown {
        /// The fact that would tell.
        key: FactKey,
        /// The organisation's zone.
        zone: String,
    },
    /// It was met by an occurrence.
    MetByOccurrence {
        /// The occurrence.
        id: OccurrenceId,
        /// When.
        at: Timing,
    },
    /// Something was handed in that does not meet it: the clock stays as it was.
    Flawed {
        /// What is wrong with it.
        flaw: Flaw,
        /// When it was handed in.
        at: Timing,
    },
    /// Something was handed in that certainly lies before everything that can have started the duty, and nobody confirmed
    /// that: the clock stays as it was.
    BeforeStart {
        /// When it was handed in.
        at: Timing,
        /// The earliest start.
        start: Timing,
    },
    /// It was met by a filing.
    Met {
        /// The filing.
        filing: Filed,
    },
}

/// Whether a standing is a miss. Without a number in the law nobody can say.
pub(crate) const fn missed(standing: Standing) -> Truth {
    match standing {
        Standing::Overdue { .. } | Standing::MetLate { .. } => Truth::Yes,
        Standing::Running { .. } | Standing::PastSafe { .. } | Standing::Held { .. } | Standing::MetInTime { .. } => {
            Truth::No
        }
        Standing::PerhapsOverdue { .. }
        | Standing::CannotBeDecided { .. }
        | Standing::Waiting { .. }
        | Standing::Done { .. }
        | Standing::InForce { .. } => Truth::Unknown,
    }
}
