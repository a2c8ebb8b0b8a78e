//! What the law answers about one duty: the verdict, with its derivation, clocks and exposures. Structured data only; the
//! pages word it in the reader's language.

pub mod clock;
pub mod course;
pub mod duty_summary;
pub mod exposure;
pub mod gap;
pub mod reason;

use crate::base::moment::Moment;
use crate::base::truth::Truth;
use crate::base::words::Words;
use crate::situation::OccurrenceId;
use crate::situation::fact::FactKey;
use serde::Serialize;
use std::collections::BTreeSet;
use std::sync::Arc;

pub use self::clock::{Awaited, Clock, ClockOrigin, Due, Earliest, GuidelineDue, LateRule, Receipt, Standing, Step};
pub use self::course::{Bounds, Course, Length, Scale, Unit};
pub use self::duty_summary::{DutySummary, PendingSummary};
pub use self::exposure::{AmountRange, Exposure, How, NextStep};
pub use self::gap::{Because, Extent, Gap, GapId, KnownAct, Silence};
pub use self::reason::{Clause, Ground, Reason};

/// All verdicts about one incident at one moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Assessment {
    /// The moment of asking.
    pub at: Moment,
    /// One verdict for each duty and instance, in rulebook order.
    pub verdicts: Vec<Verdict>,
    /// Law that may concern the incident and is not in this library: what nobody looked at first, then by number of
    /// persons.
    pub gaps: Vec<Gap>,
}

impl Assessment {
    /// What may be claimed of the duties that are not among the verdicts, with every gap open.
    #[must_use]
    pub fn silence(&self) -> Silence {
        Silence::of(&self.gaps)
    }
}

/// The answer for one duty (and instance).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Verdict {
    /// The duty, and the version that answered.
    #[serde(flatten)]
    pub outline: Arc<DutySummary>,
    /// The instance, where the duty arises several times.
    pub instance: Option<OccurrenceId>,
    /// Whether the act concerns this incident and organisation at all: territory, kind of organisation. Pages show a
    /// duty whose scope is unknown only as a question, and one whose scope is `No` not at all.
    pub scope: Truth,
    /// The answer.
    pub answer: Answer,
    /// Alternatives that each bring the duty about, with their truth ("1,000 persons", "outside access").
    pub grounds: Vec<Ground>,
    /// Why, as a tree of conditions.
    pub reason: Arc<Reason>,
    /// The clock that governs; `None` where the duty does not run or has no start yet.
    pub clock: Option<Box<Clock>>,
    /// What has not happened yet that would start the clock or a limb of it.
    pub awaits: Vec<Awaited>,
    /// The same clock under every other candidate moment, earliest first.
    pub scenarios: Vec<Clock>,
    /// What missing it may cost.
    pub exposures: Vec<Exposure>,
}

impl Verdict {
    /// What a person is to record, because the duty applies or may and its start is not on record: the moment of learning, a
    /// decision, the begin of the incident. None where it waits for another duty, whose own clock warns.
    #[must_use]
    pub fn unrecorded(&self) -> Option<&Awaited> {
        let unrecorded = match self.clock.as_deref() {
            Some(clock) => clock.origin.stands_in(),
            None => self.answer.is_open(),
        };
        let to_record = |awaited: &&Awaited| !matches!(awaited, Awaited::Filing(_) | Awaited::Due(_));
        self.awaits.first().filter(to_record).filter(|_| unrecorded)
    }
}

impl Answer {
    /// Whether the duty applies or may apply: then it has a clock, or says what it waits for.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        matches!(self, Self::Applies | Self::Undetermined { .. } | Self::Conflict { .. })
    }
}

/// Whether a duty applies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "answer", rename_all = "kebab-case")]
pub enum Answer {
    /// It applies.
    Applies,
    /// It does not.
    DoesNotApply,
    /// The facts do not say; these would settle it.
    Undetermined {
        /// A smallest set of facts that would settle it.
        missing: BTreeSet<FactKey>,
        /// Every fact that is open and could matter.
        open: BTreeSet<FactKey>,
        /// By when it must be settled to still make the deadline, where a clock has a start.
        by: Option<Moment>,
    },
    /// Exceptions that contradict one another hold at once, and the act does not say which goes before. A person must
    /// decide; until then the stricter reading is shown.
    Conflict {
        /// The exceptions, in words, with their provisions.
        between: Vec<Ground>,
    },
    /// The duty was not yet, or is no longer, in force on the governing date.
    NotInForce {
        /// First day of force, where it is still to come.
        from: Option<chrono::NaiveDate>,
    },
    /// The governing date lies before the first day for which the rulebook was read: nothing is claimed about it.
    NotCovered {
        /// That first day.
        before: chrono::NaiveDate,
    },
    /// Met by something else: another act's duty, a confirmed leak that replaced a possible one, an all-clear.
    Superseded {
        /// By what, in words.
        by: Words,
    },
}
