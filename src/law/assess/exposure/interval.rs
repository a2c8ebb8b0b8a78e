//! Between which sums something is: reckoned in 128 bits and cut off at the largest sum that can be shown. What is unknown
//! has no end; sums of different currencies are not compared: in the one, what is in the other is not known.

use crate::base::money::{Currency, Money};
use crate::verdict::exposure::{AmountRange, How};

/// Parts per ten thousand.
const WHOLE: i128 = 10_000;

/// Between which sums something is, in minor units of one currency.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Interval {
    /// At least.
    pub low: Option<i128>,
    /// At most.
    pub high: Option<i128>,
    /// The currency of both.
    pub currency: Currency,
}

impl Interval {
    /// One sum; a negative one, such as a loss, counts as nothing.
    pub(crate) fn exactly(money: Money) -> Self {
        let minor = i128::from(money.minor.max(0));
        Self { low: Some(minor), high: Some(minor), currency: money.currency }
    }

    /// What was reckoned, unless nothing is known of it.
    pub(crate) fn of(range: &AmountRange) -> Option<Self> {
        let currency = range.low.or(range.high)?.currency;
        let minor = |money: Option<Money>| money.map(|money| i128::from(money.minor));
        Some(Self { low: minor(range.low), high: minor(range.high), currency })
    }

    /// As an amount, with how it came about.
    pub(crate) fn shown(how: How, interval: Option<Self>) -> AmountRange {
        let money = |minor: Option<i128>| Some(money(minor?, interval?.currency));
        let (low, high) = interval.map_or((None, None), |interval| (interval.low, interval.high));
        AmountRange { how, low: money(low), high: money(high), parts: Vec::new() }
    }

    fn each(self, low: impl FnOnce(i128) -> Option<i128>, high: impl FnOnce(i128) -> Option<i128>) -> Self {
        Self { low: self.low.and_then(low), high: self.high.and_then(high), currency: self.currency }
    }

    /// So many times: at least, and at most where that is known. No times anything is nothing, also where it has no end.
    pub(crate) fn times(self, least: Option<i128>, most: Option<i128>) -> Self {
        if most == Some(0) {
            return Self { low: Some(0), high: Some(0), ..self };
        }
        self.each(|low| Some(low.saturating_mul(least?)), |high| Some(high.saturating_mul(most?)))
    }

    /// So many parts per ten thousand, divided again, rounded down.
    pub(crate) fn parts(self, per_ten_thousand: u32, by: i128) -> Self {
        let share = |sum: i128| Some(sum * i128::from(per_ten_thousand) / (WHOLE * by));
        self.each(share, share)
    }
}

/// As money, cut off where it would not fit.
pub(crate) fn money(minor: i128, currency: Currency) -> Money {
    Money { minor: i64::try_from(minor).unwrap_or(i64::MAX), currency }
}

/// The intervals in one currency: the act's own where one of them is in it, otherwise that of the first. Nothing is
/// converted: what is in another is, in this one, as unknown as what nobody knows, and takes nothing from what is known.
pub(crate) fn in_one_currency(intervals: &[Option<Interval>], own: Currency) -> Option<Vec<Interval>> {
    let first = intervals.iter().flatten().next()?.currency;
    let in_own = intervals.iter().flatten().any(|interval| interval.currency == own);
    let currency = if in_own { own } else { first };
    let unknown = Interval { low: None, high: None, currency };
    let one = |interval: &Option<Interval>| interval.filter(|known| known.currency == currency).unwrap_or(unknown);
    Some(intervals.iter().map(one).collect())
}

/// The highest of them.
pub(crate) fn highest(intervals: &[Interval]) -> Option<Interval> {
    let high = intervals.iter().map(|interval| interval.high).collect::<Option<Vec<_>>>();
    let low = intervals.iter().filter_map(|interval| interval.low).max();
    Some(Interval { low, high: high.and_then(|high| high.into_iter().max()), currency: intervals.first()?.currency })
}

/// The lowest of them.
pub(crate) fn lowest(intervals: &[Interval]) -> Option<Interval> {
    let low = intervals.iter().map(|interval| interval.low).collect::<Option<Vec<_>>>();
    let high = intervals.iter().filter_map(|interval| interval.high).min();
    Some(Interval { low: low.and_then(|low| low.into_iter().min()), high, currency: intervals.first()?.currency })
}

/// All of them together.
pub(crate) fn together(intervals: &[Interval]) -> Option<Interval> {
    let sum = |sums: Vec<i128>| sums.into_iter().fold(0, i128::saturating_add);
    let high = intervals.iter().map(|interval| interval.high).collect::<Option<Vec<_>>>();
    let low = intervals.iter().filter_map(|interval| interval.low).collect::<Vec<_>>();
    let low = if low.is_empty() { None } else { Some(sum(low)) };
    Some(Interval { low, high: high.map(sum), currency: intervals.first()?.currency })
}

/// One of them, nobody can say which.
pub(crate) fn either(intervals: &[Interval]) -> Option<Interval> {
    let (low, high) = (lowest(intervals)?, highest(intervals)?);
    Some(Interval { low: low.low, ..high })
}
