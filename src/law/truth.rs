//! Kleene's logic over derivations: what is unknown stays unknown and never reads as no. Knows no fact.

use super::reason::{Children, Clause, Reason, Truth};

impl Truth {
    /// Both.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::No, _) | (_, Self::No) => Self::No,
            (Self::Yes, Self::Yes) => Self::Yes,
            _ => Self::Unknown,
        }
    }

    /// Either.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Yes, _) | (_, Self::Yes) => Self::Yes,
            (Self::No, Self::No) => Self::No,
            _ => Self::Unknown,
        }
    }

    /// The opposite; unknown stays unknown.
    #[must_use]
    pub const fn opposite(self) -> Self {
        match self {
            Self::Yes => Self::No,
            Self::No => Self::Yes,
            Self::Unknown => Self::Unknown,
        }
    }

    pub(super) const fn of(answer: bool) -> Self {
        if answer { Self::Yes } else { Self::No }
    }

    /// Yes where it must be so, no where it cannot be, unknown between.
    pub(super) const fn between(surely: bool, possibly: bool) -> Self {
        match (surely, possibly) {
            (true, _) => Self::Yes,
            (false, true) => Self::Unknown,
            (false, false) => Self::No,
        }
    }
}

/// A node without children.
pub(super) fn leaf(clause: Clause, truth: Truth) -> Reason {
    Reason { clause, truth, words: None, cite: None, children: Children::default() }
}

/// All of these.
pub(super) fn all(children: impl Into<Children>) -> Reason {
    let children = children.into();
    let truth = children.iter().fold(Truth::Yes, |so_far, child| so_far.and(child.truth));
    Reason { children, ..leaf(Clause::All, truth) }
}

/// Any of these.
pub(super) fn any(children: impl Into<Children>) -> Reason {
    let children = children.into();
    let truth = children.iter().fold(Truth::No, |so_far, child| so_far.or(child.truth));
    Reason { children, ..leaf(Clause::Any, truth) }
}

/// Not this.
pub(super) fn not(child: Reason) -> Reason {
    let truth = child.truth.opposite();
    Reason { children: [child].into(), ..leaf(Clause::Not, truth) }
}

/// At least so many of these.
pub(super) fn some(at_least: u32, children: impl Into<Children>) -> Reason {
    let children = children.into();
    let enough = |number: usize| u32::try_from(number).unwrap_or(u32::MAX) >= at_least;
    let surely = children.iter().filter(|child| child.truth == Truth::Yes).count();
    let possibly = children.iter().filter(|child| child.truth != Truth::No).count();
    Reason { children, ..leaf(Clause::Some { at_least }, Truth::between(enough(surely), enough(possibly))) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::{Just, Strategy, prop_assert, prop_assert_eq, prop_oneof, proptest};

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
