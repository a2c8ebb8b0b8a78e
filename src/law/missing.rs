//! Which facts would settle an unknown answer: a smallest set, and all that are open.
//!
//! Only facts are named here. What turns on turnover, an occurrence, a filing or another duty cannot be settled by a
//! fact; where nothing else could settle an answer, the set is all open facts, which may be none. Two conditions that
//! ask the same fact for opposite values are not seen as such.

use super::compare::of_whole;
use super::fact::{Count, FactKey, Facts, Value};
use super::reason::{Clause, Reason, Truth};
use std::collections::BTreeSet;

/// A set of facts, in the order of their names.
pub(super) type Keys = BTreeSet<FactKey>;

/// What is missing to answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Missing {
    /// A smallest set that could settle it, one way or the other; of several, the first by name.
    pub smallest: Keys,
    /// Every open fact that bears on it.
    pub open: Keys,
}

/// What would settle an unknown.
pub(super) fn missing(reason: &Reason, facts: &Facts) -> Missing {
    let mut open = Keys::new();
    all_open(reason, facts, &mut open);
    let either = [Truth::Yes, Truth::No].map(|goal| settles(reason, goal, facts));
    let smallest = fewest(either).unwrap_or_else(|| open.clone());
    Missing { smallest, open }
}

fn all_open(reason: &Reason, facts: &Facts, into: &mut Keys) {
    if reason.truth == Truth::Unknown {
        into.extend(keys(&reason.clause).into_iter().filter(|key| is_open(key, facts)).cloned());
        reason.children.iter().for_each(|child| all_open(child, facts, into));
    }
}

/// The facts that, answered rightly, give this truth; `None` where no fact can. A known answer stays what it is.
fn settles(reason: &Reason, goal: Truth, facts: &Facts) -> Option<Keys> {
    if reason.truth != Truth::Unknown {
        return (reason.truth == goal).then(Keys::new);
    }
    let each = || reason.children.iter().map(|child| settles(child, goal, facts));
    let keys = match (&reason.clause, goal) {
        (Clause::All, Truth::Yes) | (Clause::Any, Truth::No) => {
            each().try_fold(Keys::new(), |together, keys| keys.map(|keys| &together | &keys))
        }
        (Clause::All | Clause::Any, _) => fewest(each()),
        (Clause::Not, _) => reason.children.first().and_then(|child| settles(child, goal.opposite(), facts)),
        (Clause::Some { at_least }, _) => {
            let wanted = usize::try_from(*at_least).unwrap_or(usize::MAX);
            let of = reason.children.len();
            let needed = if goal == Truth::Yes { wanted } else { (of + 1).saturating_sub(wanted) };
            several(each().flatten().collect(), needed)
        }
        (Clause::Share { part, whole, per_ten_thousand, above, .. }, _) => {
            let asked = Asked { part, whole, per: *per_ten_thousand, above: *above, goal };
            asked.settled_by(facts)
        }
        (clause, _) => keys(clause).into_iter().next().map(|key| Keys::from([key.clone()])),
    };
    // What is open although all below is known, such as two exceptions in conflict, no fact settles.
    keys.filter(|keys| !keys.is_empty())
}

/// Every fact that alone could settle an unknown, one way or the other.
pub(super) fn alone(reason: &Reason, facts: &Facts) -> Keys {
    &alone_for(reason, Truth::Yes, facts) | &alone_for(reason, Truth::No, facts)
}

fn alone_for(reason: &Reason, goal: Truth, facts: &Facts) -> Keys {
    let open = || reason.children.iter().filter(|child| child.truth == Truth::Unknown);
    let each = || open().map(|child| alone_for(child, goal, facts));
    match (&reason.clause, goal) {
        _ if reason.truth != Truth::Unknown => Keys::new(),
        (Clause::All, Truth::Yes) | (Clause::Any, Truth::No) => {
            each().reduce(|both, next| &both & &next).unwrap_or_default()
        }
        (Clause::All | Clause::Any, _) => each().flatten().collect(),
        (Clause::Not, _) => open().flat_map(|child| alone_for(child, goal.opposite(), facts)).collect(),
        _ => settles(reason, goal, facts).filter(|keys| keys.len() == 1).unwrap_or_default(),
    }
}

/// So many of these sets together, taken one by one so that each adds as little as possible.
fn several(mut sets: Vec<Keys>, needed: usize) -> Option<Keys> {
    let mut together = Keys::new();
    for _ in 0..needed {
        let added = |keys: &Keys| keys.difference(&together).cloned().collect::<Keys>();
        let next = sets.iter().enumerate().map(|(index, keys)| (added(keys), index));
        let (keys, index) = next.min_by(|(a, _), (b, _)| by_size(a, b))?;
        sets.swap_remove(index);
        together.extend(keys);
    }
    Some(together)
}

fn fewest(sets: impl IntoIterator<Item = Option<Keys>>) -> Option<Keys> {
    sets.into_iter().flatten().min_by(by_size)
}

fn by_size(a: &Keys, b: &Keys) -> std::cmp::Ordering {
    (a.len(), a).cmp(&(b.len(), b))
}

/// The facts a question without children asks for.
fn keys(clause: &Clause) -> Vec<&FactKey> {
    match clause {
        Clause::Is { key, .. }
        | Clause::AtLeast { key, .. }
        | Clause::MoreThan { key, .. }
        | Clause::CountBy { key, .. }
        | Clause::OneOf { key, .. } => vec![key],
        Clause::Share { part, whole, .. } => vec![part, whole],
        // Against a share of turnover that nobody stated, or in another currency than turnover, a sum decides nothing.
        Clause::MoneyAbove { key: Some(key), limit: Some(_), .. } => vec![key],
        _ => Vec::new(),
    }
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

/// A question about a share, and the answer that is sought.
struct Asked<'a> {
    part: &'a FactKey,
    whole: &'a FactKey,
    per: u32,
    above: bool,
    goal: Truth,
}

impl Asked<'_> {
    /// One of the two counts where that can be enough, or else both.
    fn settled_by(&self, facts: &Facts) -> Option<Keys> {
        let bounds = |key| match facts.get(key) {
            Some(Value::Count(count)) => count.bounds(),
            _ => (0, None),
        };
        let (part, whole) = (bounds(self.part), bounds(self.whole));
        let exact = |number: u64| (number, Some(number));
        let ends =
            |(least, most): (u64, Option<u64>), start: u64| [exact(least.max(start)), exact(most.unwrap_or(u64::MAX))];
        let gives = |part, whole| of_whole(part, whole, self.per, self.above) == self.goal;
        let by_part = is_open(self.part, facts) && ends(part, 0).into_iter().any(|part| gives(part, whole));
        let by_whole = is_open(self.whole, facts) && ends(whole, 1).into_iter().any(|whole| gives(part, whole));
        let both = is_open(self.part, facts) && is_open(self.whole, facts);
        let one = |key: &FactKey| Keys::from([key.clone()]);
        let two = both.then(|| &one(self.part) | &one(self.whole));
        fewest([by_part.then(|| one(self.part)), by_whole.then(|| one(self.whole)), two])
    }
}

#[cfg(test)]
mod tests {
    use super::super::fact::Quality;
    use super::super::situation::Situation;
    use super::super::specimen::{ask, count, nothing, occurrence};
    use super::*;

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
        situation.filings.push(super::super::specimen::filing("x/y", "2026-11-20T00:00:00Z"));
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
}
