//! Between which sums something is: reckoned in 128 bits and cut off at the largest sum that can be shown. What is unknown
//! has no end; sums of different currencies are not compared.

use super::money::{Currency, Money};
use super::sanction::{How, Reckoned};

/// Parts per ten thousand.
const WHOLE: i128 = 10_000;

/// Between which sums something is, in minor units of one currency.
#[derive(Debug, Clone, Copy)]
pub(super) struct Band {
    /// At least.
    pub low: Option<i128>,
    /// At most.
    pub high: Option<i128>,
    /// The currency of both.
    pub currency: Currency,
}

impl Band {
    /// One sum; a negative one, such as a loss, counts as nothing.
    pub(super) fn exactly(money: Money) -> Self {
        let minor = i128::from(money.minor.max(0));
        Self { low: Some(minor), high: Some(minor), currency: money.currency }
    }

    /// What was reckoned, unless nothing is known of it.
    pub(super) fn of(reckoned: &Reckoned) -> Option<Self> {
        let currency = reckoned.low.or(reckoned.high)?.currency;
        let minor = |money: Option<Money>| money.map(|money| i128::from(money.minor));
        Some(Self { low: minor(reckoned.low), high: minor(reckoned.high), currency })
    }

    /// As an amount, with how it came about.
    pub(super) fn shown(how: How, band: Option<Self>) -> Reckoned {
        let money = |minor: Option<i128>| Some(money(minor?, band?.currency));
        let (low, high) = band.map_or((None, None), |band| (band.low, band.high));
        Reckoned { how, low: money(low), high: money(high), parts: Vec::new() }
    }

    fn each(self, low: impl FnOnce(i128) -> Option<i128>, high: impl FnOnce(i128) -> Option<i128>) -> Self {
        Self { low: self.low.and_then(low), high: self.high.and_then(high), currency: self.currency }
    }

    /// So many times: at least, and at most where that is known.
    pub(super) fn times(self, least: Option<i128>, most: Option<i128>) -> Self {
        self.each(|low| Some(low.saturating_mul(least?)), |high| Some(high.saturating_mul(most?)))
    }

    /// So many parts per ten thousand, divided again, rounded down.
    pub(super) fn parts(self, per_ten_thousand: u32, by: i128) -> Self {
        let share = |sum: i128| Some(sum * i128::from(per_ten_thousand) / (WHOLE * by));
        self.each(share, share)
    }
}

/// As money, cut off where it would not fit.
pub(super) fn money(minor: i128, currency: Currency) -> Money {
    Money { minor: i64::try_from(minor).unwrap_or(i64::MAX), currency }
}

/// The bands, where what is known of them is in one currency. What is unknown joins any.
pub(super) fn one_currency(bands: &[Option<Band>]) -> Option<Vec<Band>> {
    let currency = bands.iter().flatten().next()?.currency;
    let unknown = Band { low: None, high: None, currency };
    let joined = bands.iter().map(|band| band.unwrap_or(unknown));
    bands.iter().flatten().all(|band| band.currency == currency).then(|| joined.collect())
}

/// The highest of them.
pub(super) fn highest(bands: &[Band]) -> Option<Band> {
    let high = bands.iter().map(|band| band.high).collect::<Option<Vec<_>>>();
    let low = bands.iter().filter_map(|band| band.low).max();
    Some(Band { low, high: high.and_then(|high| high.into_iter().max()), currency: bands.first()?.currency })
}

/// The lowest of them.
pub(super) fn lowest(bands: &[Band]) -> Option<Band> {
    let low = bands.iter().map(|band| band.low).collect::<Option<Vec<_>>>();
    let high = bands.iter().filter_map(|band| band.high).min();
    Some(Band { low: low.and_then(|low| low.into_iter().min()), high, currency: bands.first()?.currency })
}

/// All of them together.
pub(super) fn together(bands: &[Band]) -> Option<Band> {
    let sum = |sums: Vec<i128>| sums.into_iter().fold(0, i128::saturating_add);
    let high = bands.iter().map(|band| band.high).collect::<Option<Vec<_>>>();
    let low = bands.iter().filter_map(|band| band.low).collect::<Vec<_>>();
    let low = if low.is_empty() { None } else { Some(sum(low)) };
    Some(Band { low, high: high.map(sum), currency: bands.first()?.currency })
}

/// One of them, nobody can say which.
pub(super) fn either(bands: &[Band]) -> Option<Band> {
    let (low, high) = (lowest(bands)?, highest(bands)?);
    Some(Band { low: low.low, ..high })
}
