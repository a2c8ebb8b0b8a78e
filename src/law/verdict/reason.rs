//! The derivation of an answer: what was asked, of which fact, and how it came out. Structured data only; the pages word
//! it in the reader's language. Nodes are made here with Kleene's logic, so that none says more than its children do.

use crate::base::moment::Timing;
use crate::base::money::Money;
use crate::base::truth::Truth;
use crate::base::words::Words;
use crate::rulebook::recipient::Recipient;
use crate::situation::fact::{Count, FactKey, Value};
use crate::situation::{DutyId, Trigger};
use serde::Serialize;
use std::collections::BTreeSet;
use std::sync::Arc;

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

/// A node without children.
pub(crate) fn leaf(clause: Clause, truth: Truth) -> Reason {
    Reason { clause, truth, words: None, cite: None, children: Children::default() }
}

/// All of these.
pub(crate) fn all(children: impl Into<Children>) -> Reason {
    let children = children.into();
    let truth = children.iter().fold(Truth::Yes, |so_far, child| so_far.and(child.truth));
    Reason { children, ..leaf(Clause::All, truth) }
}

/// Any of these.
pub(crate) fn any(children: impl Into<Children>) -> Reason {
    let children = children.into();
    let truth = children.iter().fold(Truth::No, |so_far, child| so_far.or(child.truth));
    Reason { children, ..leaf(Clause::Any, truth) }
}

/// Not this.
pub(crate) fn not(child: Reason) -> Reason {
    let truth = child.truth.opposite();
    Reason { children: [child].into(), ..leaf(Clause::Not, truth) }
}

/// At least so many of these.
pub(crate) fn some(at_least: u32, children: impl Into<Children>) -> Reason {
    let children = children.into();
    let enough = |number: usize| u32::try_from(number).unwrap_or(u32::MAX) >= at_least;
    let surely = children.iter().filter(|child| child.truth == Truth::Yes).count();
    let possibly = children.iter().filter(|child| child.truth != Truth::No).count();
    Reason { children, ..leaf(Clause::Some { at_least }, Truth::between(enough(surely), enough(possibly))) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::{Just, ProptestConfig, Strategy, prop_assert, prop_assert_eq, prop_oneof, proptest};

    fn truth() -> impl Strategy<Value = Truth> {
        prop_oneof![Just(Truth::Yes), Just(Truth::No), Just(Truth::Unknown)]
    }

    fn leaves(truths: &[Truth]) -> Vec<Reason> {
        truths.iter().map(|truth| leaf(Clause::Always, *truth)).collect()
    }

    #[test]
    fn two_of_three_is_settled_by_two_yes_or_two_no() {
        use Truth::{No, Unknown, Yes};
        assert_eq!(some(2, leaves(&[Yes, Unknown, Yes])).truth, Yes);
        assert_eq!(some(2, leaves(&[No, Unknown, No])).truth, No);
        assert_eq!(some(2, leaves(&[Yes, Unknown, No])).truth, Unknown);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn one_of_many_is_any_and_all_of_many_is_all(truths in proptest::collection::vec(truth(), 1..6)) {
            let number = u32::try_from(truths.len()).unwrap();
            prop_assert_eq!(some(1, leaves(&truths)).truth, any(leaves(&truths)).truth);
            prop_assert_eq!(some(number, leaves(&truths)).truth, all(leaves(&truths)).truth);
        }

        #[test]
        fn asking_for_more_of_a_list_is_never_easier(truths in proptest::collection::vec(truth(), 0..6), k in 0..7_u32) {
            let (fewer, more) = (some(k, leaves(&truths)).truth, some(k + 1, leaves(&truths)).truth);
            prop_assert!(fewer == Truth::Yes || more != Truth::Yes);
            prop_assert!(fewer != Truth::No || more == Truth::No);
        }

        #[test]
        fn settling_an_unknown_child_never_unsettles_the_list(truths in proptest::collection::vec(truth(), 1..6), k in 0..7_u32, to in proptest::bool::ANY) {
            let before = some(k, leaves(&truths)).truth;
            let mut settled = truths;
            if let Some(unknown) = settled.iter_mut().find(|truth| **truth == Truth::Unknown) {
                *unknown = Truth::of(to);
            }
            let after = some(k, leaves(&settled)).truth;
            prop_assert!(before == Truth::Unknown || before == after);
        }
    }
}
