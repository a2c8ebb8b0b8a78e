//! Numbers and sums against thresholds. A number may be a bound ("at least 500"), so an answer may be unknown; sums of
//! different currencies are not compared, and nothing is converted.

use super::context::Context;
use crate::base::money::Money;
use crate::base::truth::Truth;
use crate::rulebook::condition::{AboveTurnover, ShareOf, SumAbove, Threshold};
use crate::situation::fact::{Count, FactKey, Quality, Value};
use crate::verdict::reason::{Clause, Reason, leaf};
use chrono::Datelike;

/// How many parts make a whole.
const WHOLE: u128 = 10_000;

/// A count, or a count split by choice where the threshold names a choice.
pub(crate) fn count(threshold: &Threshold, above: bool, context: Context<'_>) -> Reason {
    let (key, number) = (&threshold.key, threshold.number);
    let Some(of) = &threshold.of else {
        let found = counted(key, context);
        let truth = found.map_or(Truth::Unknown, |count| reaches(count, number, above));
        let clause = if above {
            Clause::MoreThan { key: key.clone(), threshold: number, found }
        } else {
            Clause::AtLeast { key: key.clone(), threshold: number, found }
        };
        return leaf(clause, truth);
    };
    let found = match context.situation.facts.get(key) {
        Some(Value::CountBy(counts)) => Some(counts.get(&**of).copied().unwrap_or(NONE)),
        _ => None,
    };
    let truth = found.map_or(Truth::Unknown, |count| reaches(count, number, above));
    leaf(Clause::CountBy { key: key.clone(), of: Some(of.clone()), threshold: number, above, found }, truth)
}

/// A count split by choice, for any one choice. The list is whole: a choice that is absent counts none.
pub(crate) fn split(threshold: &Threshold, above: bool, context: Context<'_>) -> Reason {
    let (key, number) = (&threshold.key, threshold.number);
    let Some(Value::CountBy(counts)) = context.situation.facts.get(key) else {
        return leaf(
            Clause::CountBy { key: key.clone(), of: None, threshold: number, above, found: None },
            Truth::Unknown,
        );
    };
    let each = || std::iter::once(NONE).chain(counts.values().copied());
    let truth = each().fold(Truth::No, |so_far, count| so_far.or(reaches(count, number, above)));
    let found = each().max_by_key(|count| (count.bounds().1.unwrap_or(u64::MAX), count.number));
    leaf(Clause::CountBy { key: key.clone(), of: None, threshold: number, above, found }, truth)
}

/// A part of a whole, both counts.
pub(crate) fn share(share: &ShareOf, above: bool, context: Context<'_>) -> Reason {
    let found = counted(&share.part, context).zip(counted(&share.whole, context));
    let truth = found
        .map_or(Truth::Unknown, |(part, whole)| of_whole(part.bounds(), whole.bounds(), share.per_ten_thousand, above));
    let ShareOf { part, whole, per_ten_thousand } = share.clone();
    leaf(Clause::Share { part, whole, per_ten_thousand, above, found }, truth)
}

/// Whether a part, between its bounds, is more than (or at least) so many parts per ten thousand of a whole between its
/// bounds. Of a whole that may be nothing there is no share.
pub(crate) fn of_whole(part: (u64, Option<u64>), whole: (u64, Option<u64>), per: u32, above: bool) -> Truth {
    let reaches = |part: u64, whole: u64| {
        let (part, limit) = (u128::from(part) * WHOLE, u128::from(whole) * u128::from(per));
        if above { part > limit } else { part >= limit }
    };
    let surely = whole.1.is_some_and(|most| most > 0 && reaches(part.0, most));
    let possibly = part.1.is_none_or(|most| whole.0 == 0 || reaches(most, whole.0));
    Truth::between(surely && (part.0 > 0 || whole.0 > 0), possibly)
}

/// A sum against a fixed sum.
pub(crate) fn money(above: &SumAbove, context: Context<'_>) -> Reason {
    let limit = Money::whole(context.rulebook.currency, above.sum);
    let found = stated(&above.key, context);
    let truth = found.and_then(|found| exceeds(found, limit)).map_or(Truth::Unknown, Truth::of);
    leaf(Clause::MoneyAbove { key: Some(above.key.clone()), limit: Some(limit), of_turnover: None, found }, truth)
}

/// A sum against a share of turnover.
pub(crate) fn money_to_turnover(above: &AboveTurnover, context: Context<'_>) -> Reason {
    let per = above.per_ten_thousand;
    let (found, turnover) = (stated(&above.key, context), prior_turnover(context));
    let limit = turnover.map(|turnover| parts(turnover, per));
    let truth = found.zip(turnover).filter(|(found, turnover)| found.currency == turnover.currency);
    let truth = truth.map_or(Truth::Unknown, |(found, turnover)| {
        Truth::of(i128::from(found.minor) * 10_000 > i128::from(turnover.minor) * i128::from(per))
    });
    leaf(Clause::MoneyAbove { key: Some(above.key.clone()), limit, of_turnover: Some(per), found }, truth)
}

/// The turnover of the year before against a fixed sum.
pub(crate) fn turnover(sum: i64, context: Context<'_>) -> Reason {
    let limit = Money::whole(context.rulebook.currency, sum);
    let found = prior_turnover(context);
    let truth = found.and_then(|found| exceeds(found, limit)).map_or(Truth::Unknown, Truth::of);
    leaf(Clause::MoneyAbove { key: None, limit: Some(limit), of_turnover: None, found }, truth)
}

/// The turnover of the year before the duty's own start, or else before the moment of asking. A start known so roughly
/// that the year is open has one only if both years had the same.
fn prior_turnover(context: Context<'_>) -> Option<Money> {
    let zone = context.rulebook.zone_for(context.situation);
    let (earliest, latest) = context.own.map_or((context.now, context.now), |own| (own.earliest(), own.latest()));
    let year = |at: crate::base::moment::Moment| at.in_zone(zone).year() - 1;
    let (first, last) = (year(earliest), year(latest));
    let before = |year: i32| context.situation.turnover.get(&year).copied();
    before(first).filter(|turnover| (first..=last).all(|year| before(year) == Some(*turnover)))
}

/// None of them.
const NONE: Count = Count { number: 0, quality: Quality::Exact };

fn reaches(count: Count, number: u64, above: bool) -> Truth {
    let reaches = |count: u64| if above { count > number } else { count >= number };
    let (least, most) = count.bounds();
    Truth::between(reaches(least), most.is_none_or(reaches))
}

fn exceeds(found: Money, limit: Money) -> Option<bool> {
    (found.currency == limit.currency).then_some(found.minor > limit.minor)
}

fn counted(key: &FactKey, context: Context<'_>) -> Option<Count> {
    match context.situation.facts.get(key) {
        Some(Value::Count(count)) => Some(*count),
        _ => None,
    }
}

fn stated(key: &FactKey, context: Context<'_>) -> Option<Money> {
    match context.situation.facts.get(key) {
        Some(Value::Money(money)) => Some(*money),
        _ => None,
    }
}

/// So many parts per ten thousand of a sum, rounded down.
fn parts(of: Money, per_ten_thousand: u32) -> Money {
    let minor = i128::from(of.minor) * i128::from(per_ten_thousand) / 10_000;
    Money { minor: i64::try_from(minor).unwrap_or(i64::MAX), currency: of.currency }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::specimen::{ask, count, euro, nothing};
    use crate::base::money::Currency;
    use crate::situation::Situation;
    use Quality::{AtLeast, AtMost, Estimate, Exact};
    use Truth::{No, Unknown, Yes};

    fn of(facts: &[(&str, Value)]) -> Situation {
        let mut situation = nothing();
        facts.iter().for_each(|(key, value)| situation.facts.set(key, value.clone()));
        situation
    }

    #[test]
    fn at_least_500_begins_with_500_and_more_than_500_with_501() {
        let asked = |what: &str, number| {
            ask(&format!(r#"{{ {what} = {{ key = "n", number = 500 }} }}"#), &of(&[("n", count(number, Exact))])).truth
        };
        assert_eq!([asked("at-least", 499), asked("at-least", 500)], [No, Yes]);
        assert_eq!([asked("more-than", 500), asked("more-than", 501)], [No, Yes]);
    }

    #[test]
    fn a_bound_decides_only_on_its_own_side() {
        let asked = |value| ask(r#"{ at-least = { key = "n", number = 500 } }"#, &of(&[("n", value)])).truth;
        assert_eq!([asked(count(499, AtLeast)), asked(count(500, AtLeast))], [Unknown, Yes]);
        assert_eq!([asked(count(500, AtMost)), asked(count(499, AtMost))], [Unknown, No]);
    }

    #[test]
    fn an_estimate_decides_only_from_twice_the_threshold_on_and_below_half_of_it() {
        let asked =
            |number| ask(r#"{ at-least = { key = "n", number = 500 } }"#, &of(&[("n", count(number, Estimate))]));
        assert_eq!([asked(0).truth, asked(249).truth, asked(250).truth], [No, No, Unknown]);
        assert_eq!(
            [asked(480).truth, asked(998).truth, asked(999).truth, asked(1_000).truth],
            [Unknown, Unknown, Yes, Yes]
        );
    }

    fn states(counts: &[(&str, u64, Quality)]) -> Situation {
        let each = counts
            .iter()
            .map(|(state, number, quality)| ((*state).to_owned(), Count { number: *number, quality: *quality }));
        of(&[("by", Value::CountBy(each.collect()))])
    }

    #[test]
    fn a_state_that_is_not_in_the_list_has_none() {
        let california = r#"{ more-than = { key = "by", number = 500, of = "ca" } }"#;
        assert_eq!(ask(california, &nothing()).truth, Unknown);
        assert_eq!(ask(california, &states(&[("tx", 9_000, Exact)])).truth, No);
        assert_eq!(ask(california, &states(&[("ca", 501, Exact)])).truth, Yes);
    }

    #[test]
    fn any_one_state_is_enough_and_states_are_not_added_up() {
        let any = r#"{ any-at-least = { key = "by", number = 500 } }"#;
        assert_eq!(ask(any, &states(&[("ca", 499, Exact), ("tx", 499, Exact)])).truth, No);
        assert_eq!(ask(any, &states(&[("ca", 1, Exact), ("tx", 500, Exact)])).truth, Yes);
        assert_eq!(ask(any, &states(&[("ca", 1, AtLeast)])).truth, Unknown);
        assert_eq!(ask(any, &states(&[])).truth, No);
    }

    fn shared(what: &str, part: Value, whole: Value) -> Truth {
        let asked = format!(r#"{{ {what} = {{ part = "p", whole = "w", per-ten-thousand = 1000 }} }}"#);
        ask(&asked, &of(&[("p", part), ("w", whole)])).truth
    }

    #[test]
    fn exactly_a_tenth_is_at_least_a_tenth_and_not_above_it() {
        let (ten, hundred) = (count(10, Exact), count(100, Exact));
        assert_eq!(shared("share-above", ten.clone(), hundred.clone()), No);
        assert_eq!(shared("share-at-least", ten, hundred.clone()), Yes);
        assert_eq!(shared("share-above", count(11, Exact), hundred), Yes);
    }

    #[test]
    fn of_nothing_there_is_no_share() {
        assert_eq!(shared("share-above", count(0, Exact), count(0, Exact)), Unknown);
    }

    #[test]
    fn a_share_of_bounds_is_decided_only_at_its_worst() {
        assert_eq!(shared("share-above", count(11, AtLeast), count(100, AtMost)), Yes);
        assert_eq!(shared("share-above", count(11, Exact), count(100, AtLeast)), Unknown);
        assert_eq!(shared("share-above", count(10, AtMost), count(100, AtLeast)), No);
    }

    #[test]
    fn a_sum_in_another_currency_is_not_compared() {
        let asked =
            |money| ask(r#"{ money-above = { key = "m", sum = 500000 } }"#, &of(&[("m", Value::Money(money))])).truth;
        assert_eq!([asked(euro(500_000)), asked(Money { minor: 50_000_001, ..euro(0) })], [No, Yes]);
        assert_eq!(asked(Money::whole(Currency::Usd, 9_000_000)), Unknown);
    }

    #[test]
    fn turnover_is_that_of_the_year_before_and_unknown_while_nobody_recorded_it() {
        let loss = r#"{ money-above-turnover = { key = "m", per-ten-thousand = 500 } }"#;
        let mut situation = of(&[("m", Value::Money(euro(6)))]);
        assert_eq!(ask(loss, &situation).truth, Unknown);
        situation.turnover.insert(2026, euro(1));
        assert_eq!(ask(loss, &situation).truth, Unknown);
        situation.turnover.insert(2025, euro(120));
        assert_eq!(ask(loss, &situation).truth, No);
        situation.turnover.insert(2025, Money { minor: 11_999, ..euro(0) });
        assert_eq!(ask(loss, &situation).truth, Yes);
        assert_eq!(ask("{ turnover-above = { sum = 119 } }", &situation).truth, Yes);
        assert_eq!(ask("{ turnover-above = { sum = 120 } }", &situation).truth, No);
    }
}
