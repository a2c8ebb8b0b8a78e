//! What must hold of every amount, however composed: checked on random ones, facts and turnovers.

use super::amount::Valuation;
use crate::assess::answered::Answers;
use crate::assess::specimen::{act, context, nothing};
use crate::base::money::{Currency, Money};
use crate::rulebook::condition::Condition;
use crate::rulebook::fine::{Amount, Base, Choose, DailyShare, Per, PerDay, Share, ShareOrSum, Stair, Times, Units};
use crate::situation::Situation;
use crate::situation::fact::{Count, FactKey, Quality, Value};
use crate::verdict::exposure::{AmountRange, How};
use proptest::prelude::*;

fn base() -> impl Strategy<Value = Base> {
    prop_oneof![
        Just(Base::PriorYear),
        Just(Base::LargerOfPriorYearAndThreeYearAverage),
        Just(Base::Fact(FactKey::new("m"))),
    ]
}

fn share() -> impl Strategy<Value = Share> {
    (0..20_000_u32, base()).prop_map(|(per_ten_thousand, base)| Share { per_ten_thousand, base })
}

fn sum() -> impl Strategy<Value = i64> {
    prop_oneof![0..1_000_000_000_i64, Just(i64::MAX)]
}

fn simple() -> impl Strategy<Value = Amount> {
    let stair = (0..40_u32, proptest::option::of(0..200_u32), sum());
    let stair = stair.prop_map(|(every_days, for_days, add)| Stair { every_days, for_days, add });
    let daily = (0..20_000_u32, base(), proptest::option::of(sum()), proptest::option::of(0..200_u32));
    prop_oneof![
        sum().prop_map(Amount::Sum),
        share().prop_map(Amount::Share),
        (share(), sum()).prop_map(|(share, sum)| Amount::ShareOrSum(ShareOrSum { share, sum })),
        (0..u32::MAX).prop_map(|number| Amount::Units(Units { number, unit: "u".to_owned() })),
        proptest::collection::vec(stair, 0..3).prop_map(Amount::Stairs),
        daily.prop_map(|(per_ten_thousand, base, fallback, at_most_days)| {
            Amount::DailyShare(DailyShare { per_ten_thousand, base, fallback, at_most_days })
        }),
    ]
}

fn amount() -> impl Strategy<Value = Amount> {
    simple().prop_recursive(3, 16, 3, |inner| {
        let list = || proptest::collection::vec(inner.clone(), 1..4);
        let days = (0..10_u32, proptest::option::of(0..200_u32));
        prop_oneof![
            list().prop_map(Amount::HigherOf),
            list().prop_map(Amount::LowerOf),
            list().prop_map(Amount::Plus),
            (inner.clone(), inner.clone()).prop_map(|(then, otherwise)| {
                let when = Condition::Is(FactKey::new("y"));
                Amount::If(Box::new(Choose { when, then, otherwise }))
            }),
            (0..u32::MAX, inner.clone()).prop_map(|(factor, of)| Amount::Times(Box::new(Times { factor, of }))),
            inner.clone().prop_map(|of| Amount::Per(Box::new(Per { each: FactKey::new("n"), of }))),
            (days, inner.clone()).prop_map(|((after_days, at_most_days), of)| {
                Amount::PerDay(Box::new(PerDay { of, after_days, at_most_days }))
            }),
        ]
    })
}

/// Often none at all: where nothing has grown yet, much that is unknown does not matter.
fn days_late() -> impl Strategy<Value = u64> {
    prop_oneof![Just(0), 0..400_u64]
}

prop_compose! {
    fn situation()(
        money in proptest::option::of((sum(), any::<bool>())),
        yes in proptest::option::of(any::<bool>()),
        count in proptest::option::of((any::<u64>(), 0..3_usize)),
        turnover in proptest::collection::btree_map(2022..2027_i32, (sum(), prop::bool::weighted(0.9)), 0..5),
    ) -> Situation {
        let currency = |euro| if euro { Currency::Eur } else { Currency::Krw };
        let mut situation = nothing();
        if let Some((minor, euro)) = money {
            situation.facts.set("m", Value::Money(Money { minor, currency: currency(euro) }));
        }
        if let Some(yes) = yes {
            situation.facts.set("y", Value::YesNo(yes));
        }
        if let Some((number, quality)) = count {
            let quality = [Quality::Exact, Quality::AtLeast, Quality::AtMost][quality];
            situation.facts.set("n", Value::Count(Count { number, quality }));
        }
        let sums = turnover.into_iter().map(|(year, (minor, euro))| (year, Money { minor, currency: currency(euro) }));
        situation.turnover = sums.collect();
        situation
    }
}

fn value_of(amount: &Amount, situation: &Situation, late: (u64, u64)) -> AmountRange {
    let units = "[[unit]]\nid = \"u\"\nvalue = [{ from = 2026-01-01, sum = 330, source = SOURCE }, \
                 { from = 2026-07-01, sum = 364, source = SOURCE }]";
    let (act, answers) = (act(units), Answers::default());
    let days = ("2026-06-01".parse().unwrap(), "2026-08-01".parse().unwrap());
    Valuation { context: context(&act, situation, &answers), year: 2025, days, late }.of(amount)
}

/// Whether the lower end is not above the upper, here and in all parts, and a highest part not below another.
fn in_order(range: &AmountRange) -> bool {
    let minor = |money: Option<Money>| money.map(|money| money.minor);
    let (low, high) = (minor(range.low), minor(range.high));
    let bounded = low.zip(high).is_none_or(|(low, high)| low <= high);
    let one_currency = range.low.zip(range.high).is_none_or(|(low, high)| low.currency == high.currency);
    let currency = range.low.or(range.high).map(|money| money.currency);
    let here = |money: Option<Money>| money.filter(|money| Some(money.currency) == currency);
    let above_parts = range.how != How::HigherOf
        || range.parts.iter().all(|part| {
            let below = minor(here(part.low)) <= low;
            below && (high.is_none() || here(part.high).is_some() && minor(part.high) <= high)
        });
    bounded && one_currency && above_parts && range.parts.iter().all(in_order)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_lower_end_is_above_the_upper_and_the_higher_of_several_is_not_below_any(amount in amount(), situation in situation(), late in days_late(), more in days_late()) {
        let range = value_of(&amount, &situation, (late, late + more));
        prop_assert!(in_order(&range), "{range:?}");
    }

    #[test]
    fn a_turnover_in_another_currency_never_takes_away_the_fixed_sum(amount in amount(), situation in situation(), fixed in sum(), late in days_late()) {
        let higher = Amount::HigherOf(vec![amount, Amount::Sum(fixed)]);
        let range = value_of(&higher, &situation, (late, late));
        let least = i128::from(fixed).saturating_mul(100).min(i128::from(i64::MAX));
        prop_assert_eq!(range.low.map(|low| low.currency), Some(Currency::Eur));
        prop_assert!(range.low.is_some_and(|low| i128::from(low.minor) >= least), "{range:?}");
        let foreign = range.parts.iter().any(|part| part.low.or(part.high).is_some_and(|sum| sum.currency != Currency::Eur));
        prop_assert!(!foreign || range.high.is_none(), "{range:?}");
    }

    #[test]
    fn a_sum_never_falls_with_the_days(amount in amount(), situation in situation(), late in days_late(), more in days_late()) {
        let before = value_of(&amount, &situation, (late, late));
        let after = value_of(&amount, &situation, (late + more, late + more));
        let minor = |money: Option<Money>| money.map(|money| money.minor);
        prop_assert!(minor(before.high) <= minor(after.high) || after.high.is_none());
        prop_assert!(minor(before.low) <= minor(after.low) || after.low.is_none());
    }

    #[test]
    fn a_further_turnover_only_narrows_a_sum_of_one_currency(amount in amount(), situation in situation(), year in 2022..2026_i32, units in 0..1_000_000_000_i64, late in days_late()) {
        let mut situation = situation;
        situation.facts.0.remove(&FactKey::new("m"));
        for money in situation.turnover.values_mut() {
            money.currency = Currency::Eur;
        }
        let before = value_of(&amount, &situation, (late, late));
        situation.turnover.entry(year).or_insert(Money { minor: units, currency: Currency::Eur });
        let after = value_of(&amount, &situation, (late, late));
        let minor = |money: Option<Money>| money.map(|money| money.minor);
        prop_assert!(minor(before.low) <= minor(after.low));
        prop_assert!(before.high.is_none() || minor(after.high) <= minor(before.high) && after.high.is_some());
    }
}
