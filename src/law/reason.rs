//! The derivation of an answer: what was asked, of which fact, and how it came out. Structured data only; the pages word
//! it in the reader's language.

use super::duty::Recipient;
use super::fact::{Count, FactKey, Value};
use super::moment::Timing;
use super::money::Money;
use super::situation::{DutyId, Trigger};
use super::words::Words;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::sync::Arc;

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

/// One alternative ground of a duty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Ground {
    /// Its name in the rulebook.
    pub id: Arc<str>,
    /// In words.
    pub title: Words,
    /// The provision.
    pub cite: Arc<str>,
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
    pub cite: Option<Arc<str>>,
    /// What it rests on.
    pub children: Children,
}

/// The nodes below a node. Shared, so that the same derivation in several verdicts costs nothing more.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Children(Option<Arc<[Reason]>>);

impl std::ops::Deref for Children {
    type Target = [Reason];

    fn deref(&self) -> &[Reason] {
        self.0.as_deref().unwrap_or_default()
    }
}

impl From<Vec<Reason>> for Children {
    fn from(nodes: Vec<Reason>) -> Self {
        Self((!nodes.is_empty()).then(|| nodes.into()))
    }
}

impl From<Arc<[Reason]>> for Children {
    fn from(nodes: Arc<[Reason]>) -> Self {
        Self((!nodes.is_empty()).then_some(nodes))
    }
}

impl<const N: usize> From<[Reason; N]> for Children {
    fn from(nodes: [Reason; N]) -> Self {
        let shared = || -> Arc<[Reason]> { Arc::new(nodes) };
        Self((N > 0).then(shared))
    }
}

impl Serialize for Children {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(self.iter())
    }
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
        choices: Arc<BTreeSet<String>>,
        /// What it is.
        found: Option<Value>,
    },
    /// A number is above a threshold.
    MoreThan {
        /// The fact.
        key: FactKey,
        /// The threshold.
        threshold: u64,
        /// What it is.
        found: Option<Count>,
    },
    /// A number counted by choice reaches or exceeds a threshold, for one choice or for any.
    CountBy {
        /// The fact.
        key: FactKey,
        /// The choice; any of them where absent.
        of: Option<Arc<str>>,
        /// The threshold.
        threshold: u64,
        /// It must be exceeded, not only reached.
        above: bool,
        /// The largest count that was looked at.
        found: Option<Count>,
    },
    /// At least so many children hold.
    Some {
        /// How many.
        at_least: u32,
    },
    /// A part is a share of a whole.
    Share {
        /// The part.
        part: FactKey,
        /// The whole.
        whole: FactKey,
        /// Parts per ten thousand.
        per_ten_thousand: u32,
        /// It must be exceeded, not only reached.
        above: bool,
        /// The two counts.
        found: Option<(Count, Count)>,
    },
    /// A sum is above a limit.
    MoneyAbove {
        /// The sum; the organisation's turnover of the year before where absent.
        key: Option<FactKey>,
        /// The limit, where it is known: a fixed sum or a share of turnover.
        limit: Option<Money>,
        /// The share of turnover, in parts per ten thousand, where the limit is one.
        of_turnover: Option<u32>,
        /// What it is.
        found: Option<Money>,
    },
    /// Another duty has been filed.
    Filed {
        /// The duty.
        duty: DutyId,
    },
    /// Another duty was met in time.
    Met {
        /// The duty.
        duty: DutyId,
    },
    /// Another duty applies.
    Applies {
        /// The duty.
        duty: DutyId,
    },
    /// Some other act asks for notice to this kind of recipient.
    NoticeTo {
        /// The kind.
        to: Recipient,
        /// The duties that ask for it.
        by: Vec<DutyId>,
    },
    /// One moment is later than another by more than so many hours.
    Later {
        /// How many hours.
        hours: u32,
        /// The moment asked about.
        moment: Option<Timing>,
        /// The moment it is compared with.
        than: Option<Timing>,
    },
    /// An occurrence of this kind has been recorded.
    Happened {
        /// The kind.
        trigger: Trigger,
    },
}
