//! Which facts would settle an unknown answer: a smallest set, and all that are open.
//!
//! Only facts are named here. What turns on turnover, an occurrence, a filing or another duty cannot be settled by a
//! fact; where nothing else could settle an answer, the set is all open facts, which may be none. Two conditions that
//! ask the same fact for opposite values are not seen as such.
//!
//! Sets are bits of a number, because every undetermined duty of every incident is asked. A derivation that hangs on
//! more than 128 facts, which no act comes near to, names all of them instead of a smallest set.

use super::compare::of_whole;
use crate::base::truth::Truth;
use crate::situation::fact::{Count, FactKey, Facts, Value};
use crate::verdict::reason::{Clause, Reason};
use std::cmp::Ordering;
use std::collections::BTreeSet;

/// A set of facts, in the order of their names.
pub(crate) type Keys = BTreeSet<FactKey>;

/// What is missing to answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Missing {
    /// A smallest set that could settle it, one way or the other; of several, the first by name.
    pub smallest: Keys,
    /// Every open fact that bears on it.
    pub open: Keys,
}

/// What would settle an unknown.
pub(crate) fn missing(reason: &Reason, facts: &Facts) -> Missing {
    let tree = Tree::of(reason, facts);
    let open: Keys = tree.keys.iter().filter(|key| is_open(key, facts)).map(|key| (*key).clone()).collect();
    if tree.is_too_large() {
        return Missing { smallest: open.clone(), open };
    }
    let either = [Truth::Yes, Truth::No].map(|goal| tree.settles(reason, goal));
    let smallest = fewest(either).map_or_else(|| open.clone(), |set| tree.named(set));
    Missing { smallest, open }
}

/// Every fact that alone could settle an unknown, one way or the other; none is named of a derivation too large.
pub(crate) fn alone(reason: &Reason, facts: &Facts) -> Keys {
    let tree = Tree::of(reason, facts);
    if tree.is_too_large() {
        return Keys::new();
    }
    tree.named(tree.alone(reason, Truth::Yes).and(tree.alone(reason, Truth::No)))
}

/// Facts by their numbers in the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Set(u128);

impl Set {
    const NONE: Self = Self(0);

    const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    const fn common(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The fewer facts first, then by their names: of two sets of one size, that one has the earlier name which has
    /// the lowest number in which they differ.
    fn by_size(self, other: Self) -> Ordering {
        let by_name = || {
            let differs = self.0 ^ other.0;
            let lowest = differs & differs.wrapping_neg();
            (self.0 & lowest == 0).cmp(&(other.0 & lowest == 0))
        };
        self.0.count_ones().cmp(&other.0.count_ones()).then_with(by_name)
    }
}

/// An unknown derivation, with the facts that its unknown parts ask for, in the order of their names.
struct Tree<'a> {
    keys: Vec<&'a FactKey>,
    facts: &'a Facts,
}

impl<'a> Tree<'a> {
    fn of(reason: &'a Reason, facts: &'a Facts) -> Self {
        let mut keys = Vec::new();
        asked_for(reason, &mut keys);
        keys.sort_unstable();
        keys.dedup();
        Self { keys, facts }
    }

    fn is_too_large(&self) -> bool {
        u32::try_from(self.keys.len()).map_or(true, |number| number > u128::BITS)
    }

    fn named(&self, set: Set) -> Keys {
        let chosen = self.keys.iter().enumerate().filter(|(number, _)| set.0 >> number & 1 == 1);
        chosen.map(|(_, key)| (*key).clone()).collect()
    }

    fn one(&self, key: &FactKey) -> Set {
        self.keys.binary_search(&key).map_or(Set::NONE, |number| Set(1 << number))
    }

    /// The facts that, answered rightly, give this truth; `None` where no fact can. A known answer stays what it is.
    fn settles(&self, reason: &Reason, goal: Truth) -> Option<Set> {
        if reason.truth != Truth::Unknown {
            return (reason.truth == goal).then_some(Set::NONE);
        }
        let each = || reason.children.iter().map(|child| self.settles(child, goal));
        let set = match (&reason.clause, goal) {
            (Clause::All, Truth::Yes) | (Clause::Any, Truth::No) => {
                each().try_fold(Set::NONE, |together, set| set.map(|set| together.and(set)))
            }
            (Clause::All | Clause::Any, _) => fewest(each()),
            (Clause::Not, _) => reason.children.first().and_then(|child| self.settles(child, goal.opposite())),
            (Clause::Some { at_least }, _) => {
                let wanted = usize::try_from(*at_least).unwrap_or(usize::MAX);
                let of = reason.children.len();
                let needed = if goal == Truth::Yes { wanted } else { (of + 1).saturating_sub(wanted) };
                several(each().flatten().collect(), needed)
            }
            (Clause::Share { part, whole, per_ten_thousand, above, .. }, _) => {
                self.settled_by(&ShareQuestion { part, whole, per: *per_ten_thousand, above: *above, goal })
            }
            (clause, _) => keys(clause).next().map(|key| self.one(key)),
        };
        // What is open although all below is known, such as two exceptions in conflict, no fact settles.
        set.filter(|set| !set.is_empty())
    }

    fn alone(&self, reason: &Reason, goal: Truth) -> Set {
        let open = || reason.children.iter().filter(|child| child.truth == Truth::Unknown);
        let each = || open().map(|child| self.alone(child, goal));
        match (&reason.clause, goal) {
            _ if reason.truth != Truth::Unknown => Set::NONE,
            (Clause::All, Truth::Yes) | (Clause::Any, Truth::No) => each().reduce(Set::common).unwrap_or(Set::NONE),
            (Clause::All | Clause::Any, _) => each().fold(Set::NONE, Set::and),
            (Clause::Not, _) => open().map(|child| self.alone(child, goal.opposite())).fold(Set::NONE, Set::and),
            _ => self.settles(reason, goal).filter(|set| set.0.count_ones() == 1).unwrap_or(Set::NONE),
        }
    }

    /// One of the two counts of a share where that can be enough, or else both.
    fn settled_by(&self, asked: &ShareQuestion<'_>) -> Option<Set> {
        let bounds = |key| match self.facts.get(key) {
            Some(Value::Count(count)) => count.bounds(),
            _ => (0, None),
        };
        let (part, whole) = (bounds(asked.part), bounds(asked.whole));
        let exact = |number: u64| (number, Some(number));
        let ends =
            |(least, most): (u64, Option<u64>), start: u64| [exact(least.max(start)), exact(most.unwrap_or(u64::MAX))];
        let gives = |part, whole| of_whole(part, whole, asked.per, asked.above) == asked.goal;
        let open = |key| is_open(key, self.facts);
        let by_part = open(asked.part) && ends(part, 0).into_iter().any(|part| gives(part, whole));
        let by_whole = open(asked.whole) && ends(whole, 1).into_iter().any(|whole| gives(part, whole));
        let (one, other) = (self.one(asked.part), self.one(asked.whole));
        let two = (open(asked.part) && open(asked.whole)).then(|| one.and(other));
        fewest([by_part.then_some(one), by_whole.then_some(other), two])
    }
}

/// A question about a share, and the answer that is sought.
struct ShareQuestion<'a> {
    part: &'a FactKey,
    whole: &'a FactKey,
    per: u32,
    above: bool,
    goal: Truth,
}

fn asked_for<'a>(reason: &'a Reason, into: &mut Vec<&'a FactKey>) {
    if reason.truth == Truth::Unknown {
        into.extend(keys(&reason.clause));
        reason.children.iter().for_each(|child| asked_for(child, into));
    }
}

/// So many of these sets together, taken one by one so that each adds as little as possible.
fn several(mut sets: Vec<Set>, needed: usize) -> Option<Set> {
    let mut together = Set::NONE;
    for _ in 0..needed {
        let next = sets.iter().enumerate().map(|(index, set)| (set.without(together), index));
        let (set, index) = next.min_by(|(a, _), (b, _)| a.by_size(*b))?;
        sets.swap_remove(index);
        together = together.and(set);
    }
    Some(together)
}

fn fewest(sets: impl IntoIterator<Item = Option<Set>>) -> Option<Set> {
    sets.into_iter().flatten().min_by(|a, b| a.by_size(*b))
}

/// The facts a question without children asks for.
pub(crate) fn keys(clause: &Clause) -> impl Iterator<Item = &FactKey> {
    let (first, second) = match clause {
        Clause::Is { key, .. }
        | Clause::AtLeast { key, .. }
        | Clause::MoreThan { key, .. }
        | Clause::CountBy { key, .. }
        | Clause::OneOf { key, .. } => (Some(key), None),
        Clause::Share { part, whole, .. } => (Some(part), Some(whole)),
        // Against a share of turnover that nobody stated, or in another currency than turnover, a sum decides nothing.
        Clause::MoneyAbove { key: Some(key), limit: Some(_), .. } => (Some(key), None),
        _ => (None, None),
    };
    first.into_iter().chain(second)
}

/// Whether a fact can still be stated, or stated more exactly. A sum that decided nothing is in another currency: it
/// can be stated in the right one.
fn is_open(key: &FactKey, facts: &Facts) -> bool {
    let inexact = |count: &Count| count.bounds().1 != Some(count.bounds().0);
    match facts.get(key) {
        Some(Value::Count(count)) => inexact(count),
        Some(Value::CountBy(counts)) => counts.values().any(inexact),
        Some(Value::Money(_)) | None => true,
        Some(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::specimen::{ask, count, nothing, occurrence};
    use crate::situation::Situation;
    use crate::situation::fact::Quality;

    fn of(text: &str, situation: &Situation) -> (Vec<String>, Vec<String>) {
        let found = missing(&ask(text, situation), &situation.facts);
        let names = |keys: Keys| keys.iter().map(ToString::to_string).collect();
        (names(found.smallest), names(found.open))
    }

    #[test]
    fn one_no_settles_a_list_that_needs_every_yes() {
        let (smallest, open) = of(r#"{ all = [{ is = "b" }, { is = "a" }] }"#, &nothing());
        assert_eq!(smallest, ["a"]);
        assert_eq!(open, ["a", "b"]);
    }

    #[test]
    fn what_is_known_already_needs_no_fact() {
        let mut situation = nothing();
        situation.facts.set("a", Value::YesNo(false));
        assert_eq!(of(r#"{ any = [{ is = "a" }, { is = "b" }] }"#, &situation).0, ["b"]);
    }

    #[test]
    fn a_duty_behind_two_alternatives_is_settled_by_the_one_with_fewer_facts() {
        let either =
            r#"{ any = [{ all = [{ is = "a" }, { is = "b" }] }, { all = [{ is = "c" }, { filed = "x/y" }] }] }"#;
        let mut situation = nothing();
        assert_eq!(of(either, &situation).0, ["a"], "one no is enough: the other alternative is out already");
        situation.filings.push(crate::assess::specimen::filing("x/y", "2026-11-20T00:00:00Z"));
        assert_eq!(of(either, &situation).0, ["c"], "one yes is enough");
    }

    #[test]
    fn every_fact_that_alone_could_settle_it_is_found() {
        let settlers = |text: &str| {
            let keys = alone(&ask(text, &nothing()), &nothing().facts);
            keys.iter().map(ToString::to_string).collect::<Vec<_>>()
        };
        assert_eq!(settlers(r#"{ all = [{ is = "b" }, { is = "a" }] }"#), ["a", "b"], "one no is enough");
        assert_eq!(settlers(r#"{ not = { any = [{ is = "b" }, { is = "a" }] } }"#), ["a", "b"], "one yes is enough");
        let twice = r#"{ all = [{ any = [{ is = "a" }, { is = "b" }] }, { any = [{ is = "a" }, { is = "c" }] }] }"#;
        assert_eq!(settlers(twice), ["a"], "yes alone; no needs two");
        assert_eq!(
            settlers(r#"{ some = { at-least = 2, of = [{ is = "c" }, { is = "b" }, { is = "a" }] } }"#),
            [""; 0]
        );
    }

    #[test]
    fn two_of_three_need_two_answers() {
        let some = r#"{ some = { at-least = 2, of = [{ is = "c" }, { is = "b" }, { is = "a" }] } }"#;
        assert_eq!(of(some, &nothing()).0, ["a", "b"]);
        let mut situation = nothing();
        situation.facts.set("c", Value::YesNo(true));
        assert_eq!(of(some, &situation).0, ["a"]);
    }

    #[test]
    fn what_turns_on_an_occurrence_or_on_turnover_names_no_fact() {
        assert_eq!(of("{ turnover-above = { sum = 1 } }", &nothing()), (vec![], vec![]));
        let both = r#"{ all = [{ applies = "x/y" }, { is = "a" }] }"#;
        assert_eq!(of(both, &nothing()).0, ["a"], "the answer may still be no");
        let neither = r#"{ all = [{ applies = "x/y" }, { not = { happened = "t" } }] }"#;
        let mut situation = nothing();
        situation.occurrences.push(occurrence("u", "2026-11-20T00:00:00Z"));
        assert_eq!(of(neither, &situation), (vec![], vec![]));
    }

    #[test]
    fn a_count_that_is_only_a_bound_is_still_open_and_an_exact_one_is_not() {
        let above = r#"{ share-above = { part = "p", whole = "w", per-ten-thousand = 1000 } }"#;
        assert_eq!(of(above, &nothing()).0, ["p", "w"]);
        let mut situation = nothing();
        situation.facts.set("w", count(100, Quality::Exact));
        assert_eq!(of(above, &situation).0, ["p"]);
        situation.facts.set("p", count(5, Quality::AtLeast));
        assert_eq!(of(above, &situation), (vec!["p".to_owned()], vec!["p".to_owned()]));
    }

    #[test]
    fn one_of_two_bounds_is_enough_where_it_can_decide_alone() {
        let above = r#"{ share-above = { part = "p", whole = "w", per-ten-thousand = 1000 } }"#;
        let mut situation = nothing();
        situation.facts.set("p", count(50, Quality::AtMost));
        assert_eq!(of(above, &situation).0, ["w"], "fifty at most of a million is no tenth");
        situation.facts.set("p", count(50, Quality::AtLeast));
        assert_eq!(of(above, &situation).0, ["w"], "fifty or more of a hundred is more than a tenth");
    }

    #[test]
    fn of_two_sets_of_one_size_the_earlier_name_goes_first() {
        let order = |a: u128, b: u128| Set(a).by_size(Set(b));
        assert_eq!(order(0b100, 0b011), Ordering::Less, "fewer goes first");
        assert_eq!(order(0b101, 0b011), Ordering::Greater, "a and c come after a and b");
        assert_eq!(order(0b011, 0b110), Ordering::Less);
        assert_eq!(order(0b110, 0b110), Ordering::Equal);
    }

    #[test]
    fn more_facts_than_can_be_numbered_are_all_named() {
        let leaves: Vec<String> = (0..130).map(|number| format!(r#"{{ is = "f{number}" }}"#)).collect();
        let (smallest, open) = of(&format!("{{ all = [{}] }}", leaves.join(", ")), &nothing());
        assert_eq!((smallest.len(), open.len()), (130, 130));
        let (smallest, _) = of(&format!("{{ all = [{}] }}", leaves[..128].join(", ")), &nothing());
        assert_eq!(smallest, ["f0"]);
    }
}
