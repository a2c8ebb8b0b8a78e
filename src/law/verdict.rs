//! What the law answers: verdicts, clocks and exposures, each with its derivation. Structured data only; the pages word
//! it in the reader's language.

use super::citation::{Confidence, RuleRef, Source};
use super::fact::{Count, FactKey, Value};
use super::moment::{Moment, Timing};
use super::money::Money;
use super::situation::{CandidateId, DutyId, Filed, FormId, OccurrenceId, Trigger};
use super::words::Words;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Three-valued truth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Truth {
    /// It holds.
    Yes,
    /// It does not hold.
    No,
    /// The facts do not say.
    Unknown,
}

/// All verdicts about one incident at one moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Assessment {
    /// The moment of asking.
    pub at: Moment,
    /// One verdict for each duty and instance, in rulebook order.
    pub verdicts: Vec<Verdict>,
}

/// The answer for one duty (and instance).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Verdict {
    /// The duty.
    pub duty: DutyId,
    /// The instance, where the duty arises several times.
    pub instance: Option<OccurrenceId>,
    /// What the duty is called.
    pub title: Words,
    /// Who must be told (or what must be done), in words: "MSIT or KISA".
    pub recipient: Words,
    /// What happens when it passes unmet, in one sentence.
    pub consequence: Words,
    /// Which version of which rulebook answered.
    pub rule: RuleRef,
    /// Where the rule is written.
    pub source: Source,
    /// The answer.
    pub answer: Answer,
    /// Alternatives that each bring the duty about, with their truth ("1,000 persons", "outside access").
    pub grounds: Vec<Ground>,
    /// Why, as a tree of conditions.
    pub reason: Reason,
    /// The clock that governs; `None` where the duty does not run or has no start yet.
    pub clock: Option<Clock>,
    /// The same clock under every other candidate moment, earliest first.
    pub scenarios: Vec<Clock>,
    /// What missing it may cost.
    pub exposures: Vec<Exposure>,
    /// The form that meets it, where there is one.
    pub form: Option<FormId>,
    /// Whether this duty is watched: warned about by e-mail until met. False for prohibitions and notes.
    pub watched: bool,
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
        /// The facts that would decide, fewest first found.
        missing: BTreeSet<FactKey>,
    },
    /// The duty was not yet, or is no longer, in force on the governing date.
    NotInForce {
        /// First day of force, where it is still to come.
        from: Option<chrono::NaiveDate>,
    },
    /// Met by something else: another act's duty, a confirmed leak that replaced a possible one, an all-clear.
    Superseded {
        /// By what, in words.
        by: Words,
    },
}

/// One alternative ground of a duty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Ground {
    /// Its name in the rulebook.
    pub id: String,
    /// In words.
    pub title: Words,
    /// The provision.
    pub cite: String,
    /// Whether it holds.
    pub truth: Truth,
}

/// A node of the derivation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reason {
    /// What was asked.
    pub clause: Clause,
    /// How it came out.
    pub truth: Truth,
    /// In the rulebook's words, where it has some.
    pub words: Option<Words>,
    /// The provision, where it has its own.
    pub cite: Option<String>,
    /// What it rests on.
    pub children: Vec<Reason>,
}

/// What a node of the derivation asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "clause", rename_all = "kebab-case")]
pub enum Clause {
    /// Always true: the duty has no condition.
    Always,
    /// All children hold.
    All,
    /// At least one child holds.
    Any,
    /// The child does not hold.
    Not,
    /// A yes/no fact is as expected.
    Is {
        /// The fact.
        key: FactKey,
        /// What is expected of it.
        expected: bool,
        /// What it is.
        found: Option<Value>,
    },
    /// A count reaches a threshold.
    AtLeast {
        /// The fact.
        key: FactKey,
        /// The threshold.
        threshold: u64,
        /// What it is.
        found: Option<Count>,
    },
    /// A choice is among those listed.
    OneOf {
        /// The fact.
        key: FactKey,
        /// The choices listed.
        choices: BTreeSet<String>,
        /// What it is.
        found: Option<Value>,
    },
    /// An occurrence of this kind has been recorded.
    Happened {
        /// The kind.
        trigger: Trigger,
    },
}

/// A duty running for one incident under one start.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Clock {
    /// From what it starts.
    pub origin: Origin,
    /// When it starts.
    pub start: Timing,
    /// Whether it rests on suspicion only, so that the start is provisional.
    pub provisional: bool,
    /// Why this start governs (or why it does not), from the rulebook.
    pub why: Words,
    /// When it is due.
    pub due: Due,
    /// How it stands at the moment of asking.
    pub standing: Standing,
    /// The arithmetic, step by step.
    pub steps: Vec<Step>,
}

/// From what a clock starts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "origin", content = "id", rename_all = "kebab-case")]
pub enum Origin {
    /// A candidate moment of awareness.
    Candidate(CandidateId),
    /// An occurrence: a further fact, an order.
    Occurrence(OccurrenceId),
    /// The filing of another duty.
    Filing(DutyId),
}

/// When a duty is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "due", rename_all = "kebab-case")]
pub enum Due {
    /// At one instant; in time up to and including it. With an inexact start, somewhere between the two (inclusive).
    By {
        /// The due moment if it started as early as possible: the safe one.
        earliest: Moment,
        /// The due moment if it started as late as possible.
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

/// A statute's word for speed where it has no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Promptness {
    /// 즉시
    Immediately,
    /// 지체 없이
    WithoutDelay,
}

/// How a clock stands. All durations are whole seconds, never negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "standing", rename_all = "kebab-case")]
pub enum Standing {
    /// Not met yet, time is left (counted to the earliest due moment).
    Running {
        /// Seconds left.
        left: i64,
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
    /// It was met by a filing.
    Met {
        /// The filing.
        filing: Filed,
    },
}

/// What missing a duty may cost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Exposure {
    /// What kind of sanction.
    pub kind: Sanction,
    /// In words: "Administrative fine for not reporting".
    pub title: Words,
    /// The statutory ceiling, where it is a sum.
    pub ceiling: Option<Money>,
    /// A ceiling as parts of turnover, where it is a share: parts per ten thousand.
    pub share_of_turnover: Option<u32>,
    /// The base used for the share and the sum it gives, where the organisation's turnover is known.
    pub share_gives: Option<(i32, Money)>,
    /// Longest imprisonment in months, for crimes.
    pub prison_months: Option<u32>,
    /// What it grows by each day, and by how much until now.
    pub daily: Option<Daily>,
    /// Amounts seen in practice, labelled as such.
    pub practice: Vec<Practice>,
    /// Whether it is threatened now: missed, or missed under some reading.
    pub threatened: Truth,
    /// Which version of which rulebook.
    pub rule: RuleRef,
    /// Where it is written.
    pub source: Source,
    /// What a reader must know besides: transition, lighter later law, schedule not public.
    pub note: Option<Words>,
}

/// The kind of a sanction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sanction {
    /// 과태료
    AdministrativeFine,
    /// 과징금
    Surcharge,
    /// 이행강제금
    EnforcementCharge,
    /// 벌칙: imprisonment or criminal fine
    Crime,
}

/// A charge that grows by the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Daily {
    /// Parts per ten thousand of average daily sales, where the law gives a share.
    pub share_of_daily_sales: Option<u32>,
    /// The most per day where there are no sales figures.
    pub fallback: Option<Money>,
    /// The most per day for this organisation, where its turnover is known.
    pub per_day: Option<Money>,
    /// Whole days charged until now.
    pub days: u64,
    /// The most until now.
    pub until_now: Option<Money>,
}

/// A sum that was really imposed on somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Practice {
    /// The sum.
    pub amount: Money,
    /// On whom, when, for what.
    pub about: Words,
    /// Where that was read.
    pub url: String,
    /// How sure that is.
    pub confidence: Confidence,
}
