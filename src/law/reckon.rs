//! Reckons amounts: from what the law says to between which sums that is, as far as facts and turnover are known. What
//! rests on something unknown has no upper end; sums of different currencies are shown side by side and never compared.
//!
//! Reckoned in 128 bits and cut off at the largest sum that can be shown. No fractions: shares are rounded down.

use super::fact::{FactKey, Value};
use super::fine::{Amount, Base, Choose, DailyShare, Per, PerDay, Share, ShareOrSum, Stair, Units};
use super::known::Known;
use super::money::{Currency, Money};
use super::reason::Truth;
use super::sanction::{How, Reckoned};
use chrono::NaiveDate;

/// Parts per ten thousand.
const WHOLE: i128 = 10_000;

/// What amounts are reckoned for.
#[derive(Clone, Copy)]
pub(super) struct Reckoning<'a> {
    /// The rulebook and the situation.
    pub known: Known<'a>,
    /// The business year whose turnover counts: the one before the breach.
    pub year: i32,
    /// The first and the last day on which the breach can have happened.
    pub days: (NaiveDate, NaiveDate),
    /// Days late, begun ones counted whole: surely, and at most.
    pub late: (u64, u64),
}

/// Between which sums something is, in minor units of one currency.
#[derive(Debug, Clone, Copy)]
struct Band {
    low: Option<i128>,
    high: Option<i128>,
    currency: Currency,
}

impl Reckoning<'_> {
    /// Reckons an amount.
    pub(super) fn of(self, amount: &Amount) -> Reckoned {
        match amount {
            Amount::Sum(units) => exact(How::Sum, self.whole(*units)),
            Amount::Share(share) => self.share(share),
            Amount::ShareOrSum(either) => self.share_or_sum(either),
            Amount::HigherOf(parts) => composed(How::HigherOf, self.each(parts), highest),
            Amount::LowerOf(parts) => composed(How::LowerOf, self.each(parts), lowest),
            Amount::Plus(parts) => composed(How::Plus, self.each(parts), together),
            Amount::If(choose) => self.chosen(choose),
            Amount::Times(times) => {
                let by = i128::from(times.factor);
                multiplied(How::Times { factor: times.factor }, self.of(&times.of), Some(by), Some(by))
            }
            Amount::Per(per) => self.per(per),
            Amount::PerDay(rule) => self.per_day(rule),
            Amount::Units(units) => self.units(units),
            Amount::Stairs(stairs) => self.stairs(stairs),
            Amount::DailyShare(rule) => self.daily_share(rule),
        }
    }

    const fn currency(self) -> Currency {
        self.known.rulebook.currency
    }

    fn whole(self, units: i64) -> Band {
        let minor = i128::from(units).saturating_mul(10_i128.pow(self.currency().decimals()));
        Band { low: Some(minor), high: Some(minor), currency: self.currency() }
    }

    fn each(self, amounts: &[Amount]) -> Vec<Reckoned> {
        amounts.iter().map(|amount| self.of(amount)).collect()
    }

    fn share(self, share: &Share) -> Reckoned {
        let per = share.per_ten_thousand;
        if let Base::Fact(key) = &share.base {
            let of = self.stated(key);
            let how = How::ShareOfFact { per_ten_thousand: per, key: key.clone(), of };
            return Band::shown(how, of.map(|of| Band::exactly(of).parts(per, 1)));
        }
        let or_three_year_average = share.base == Base::LargerOfPriorYearAndThreeYearAverage;
        let of = self.turnover(self.year);
        let how = How::ShareOfTurnover { per_ten_thousand: per, year: self.year, or_three_year_average, of };
        Band::shown(how, self.base(&share.base).map(|base| base.parts(per, 1)))
    }

    /// A turnover of nothing is known to be none: then the sum counts. One that nobody recorded leaves it open.
    fn share_or_sum(self, either: &ShareOrSum) -> Reckoned {
        let share = self.share(&either.share);
        let sum = exact(How::Sum, self.whole(either.sum));
        let band = self.base(&either.share.base).and_then(|base| {
            if base.low == Some(0) && base.high == Some(0) { Band::of(&sum) } else { Band::of(&share) }
        });
        Reckoned { parts: vec![share, sum], ..Band::shown(How::ShareOrSum, band) }
    }

    fn chosen(self, choose: &Choose) -> Reckoned {
        let holds = choose.when.ask(self.known).truth;
        let parts = match holds {
            Truth::Yes => vec![self.of(&choose.then)],
            Truth::No => vec![self.of(&choose.otherwise)],
            Truth::Unknown => vec![self.of(&choose.then), self.of(&choose.otherwise)],
        };
        composed(How::Chosen { holds }, parts, either)
    }

    fn per(self, per: &Per) -> Reckoned {
        let count = match self.known.situation.facts.get(&per.each) {
            Some(Value::Count(count)) => Some(*count),
            _ => None,
        };
        let (least, most) = count.map_or((None, None), |count| (Some(count.bounds().0), count.bounds().1));
        let how = How::Per { key: per.each.clone(), count };
        multiplied(how, self.of(&per.of), least.map(i128::from), most.map(i128::from))
    }

    fn per_day(self, rule: &PerDay) -> Reckoned {
        let days = |late: u64| counted(late.saturating_sub(u64::from(rule.after_days)), rule.at_most_days);
        let how = How::PerDay { days: days(self.late.0), at_most_days: rule.at_most_days };
        let times = |late| Some(i128::from(days(late)));
        multiplied(how, self.of(&rule.of), times(self.late.0), times(self.late.1))
    }

    /// Between the least and the most a unit was worth on the days on which the breach can have happened.
    fn units(self, units: &Units) -> Reckoned {
        let unit = self.known.rulebook.unit.iter().find(|unit| unit.id == units.unit);
        let values = unit.map(|unit| unit.value.as_slice()).unwrap_or_default();
        let (first, last) = self.days;
        let begun = values.iter().rposition(|value| value.from <= first);
        let within = values.iter().skip(begun.unwrap_or(0)).take_while(|value| value.from <= last);
        let bands: Vec<Band> = within.map(|value| self.whole(value.sum)).collect();
        let value = begun.and(bands.first().copied());
        let how = How::Units {
            number: units.number,
            unit: units.unit.clone(),
            value: value.and_then(|value| value.low).map(|minor| money(minor, self.currency())),
        };
        let band =
            value.and(either(&bands)).map(|band| band.times(Some(units.number.into()), Some(units.number.into())));
        Band::shown(how, band)
    }

    fn stairs(self, stairs: &[Stair]) -> Reckoned {
        let climbed = |late: u64| {
            let mut left = late;
            let steps = stairs.iter().map(|stair| {
                let here = counted(left, stair.for_days);
                left -= here;
                i128::from(here.div_ceil(u64::from(stair.every_days.max(1)))).saturating_mul(i128::from(stair.add))
            });
            steps.fold(0_i128, i128::saturating_add).saturating_mul(10_i128.pow(self.currency().decimals()))
        };
        let band =
            Band { low: Some(climbed(self.late.0)), high: Some(climbed(self.late.1)), currency: self.currency() };
        Band::shown(How::Stairs { days: self.late.0 }, Some(band))
    }

    /// Average daily turnover is the year's over 365.
    fn daily_share(self, rule: &DailyShare) -> Reckoned {
        let days = |late| counted(late, rule.at_most_days);
        let grown = |band: Band| band.times(Some(days(self.late.0).into()), Some(days(self.late.1).into()));
        let base = self.base(&rule.base);
        let daily = base.map(|base| base.parts(rule.per_ten_thousand, 365));
        let fallback = rule.fallback.map(|units| self.whole(units));
        let none = base.is_some_and(|base| base.high == Some(0));
        let (daily, part) = match (daily, fallback) {
            (None, _) if self.late.1 == 0 => (Some(self.whole(0)), None),
            (Some(_), Some(fallback)) if none => (Some(fallback), None),
            (Some(daily), _) => (Some(daily), None),
            (None, fallback) => (None, fallback.map(|fallback| exact(How::Sum, grown(fallback)))),
        };
        let per_day = daily.filter(|daily| daily.low == daily.high).and_then(|daily| daily.low);
        let how = How::DailyShare {
            per_ten_thousand: rule.per_ten_thousand,
            days: days(self.late.0),
            per_day: daily.zip(per_day).map(|(daily, minor)| money(minor, daily.currency)),
        };
        Reckoned { parts: part.into_iter().collect(), ..Band::shown(how, daily.map(grown)) }
    }

    /// The turnover a share is taken of. With an average that may be larger but is not known, only its lower end.
    fn base(self, base: &Base) -> Option<Band> {
        match base {
            Base::Fact(key) => self.stated(key).map(Band::exactly),
            Base::PriorYear => self.turnover(self.year).map(Band::exactly),
            Base::LargerOfPriorYearAndThreeYearAverage => {
                let prior = self.turnover(self.year)?;
                let years = (self.year - 2..=self.year).filter_map(|year| self.turnover(year));
                let years: Vec<i128> =
                    years.filter(|sum| sum.currency == prior.currency).map(|sum| sum.minor.into()).collect();
                let average = (years.len() == 3).then(|| years.iter().sum::<i128>() / 3);
                let low = Band::exactly(prior).low.max(average);
                Some(Band { low, high: average.and(low), currency: prior.currency })
            }
        }
    }

    fn turnover(self, year: i32) -> Option<Money> {
        self.known.situation.turnover.get(&year).copied()
    }

    fn stated(self, key: &FactKey) -> Option<Money> {
        match self.known.situation.facts.get(key) {
            Some(Value::Money(money)) => Some(*money),
            _ => None,
        }
    }
}

impl Band {
    fn exactly(money: Money) -> Self {
        let minor = i128::from(money.minor.max(0));
        Self { low: Some(minor), high: Some(minor), currency: money.currency }
    }

    /// What was reckoned, unless nothing is known of it.
    fn of(reckoned: &Reckoned) -> Option<Self> {
        let currency = reckoned.low.or(reckoned.high)?.currency;
        let minor = |money: Option<Money>| money.map(|money| i128::from(money.minor));
        Some(Self { low: minor(reckoned.low), high: minor(reckoned.high), currency })
    }

    fn shown(how: How, band: Option<Self>) -> Reckoned {
        let money = |minor: Option<i128>| Some(money(minor?, band?.currency));
        let (low, high) = band.map_or((None, None), |band| (band.low, band.high));
        Reckoned { how, low: money(low), high: money(high), parts: Vec::new() }
    }

    fn each(self, low: impl FnOnce(i128) -> Option<i128>, high: impl FnOnce(i128) -> Option<i128>) -> Self {
        Self { low: self.low.and_then(low), high: self.high.and_then(high), currency: self.currency }
    }

    fn times(self, least: Option<i128>, most: Option<i128>) -> Self {
        self.each(|low| Some(low.saturating_mul(least?)), |high| Some(high.saturating_mul(most?)))
    }

    /// So many parts per ten thousand, divided again, rounded down.
    fn parts(self, per_ten_thousand: u32, by: i128) -> Self {
        let share = |sum: i128| Some(sum * i128::from(per_ten_thousand) / (WHOLE * by));
        self.each(share, share)
    }
}

fn composed(how: How, parts: Vec<Reckoned>, rule: fn(&[Band]) -> Option<Band>) -> Reckoned {
    let bands: Vec<Option<Band>> = parts.iter().map(Band::of).collect();
    let band = one_currency(&bands).and_then(|bands| rule(&bands));
    Reckoned { parts, ..Band::shown(how, band) }
}

fn exact(how: How, band: Band) -> Reckoned {
    Band::shown(how, Some(band))
}

fn money(minor: i128, currency: Currency) -> Money {
    Money { minor: i64::try_from(minor).unwrap_or(i64::MAX), currency }
}

fn multiplied(how: How, part: Reckoned, least: Option<i128>, most: Option<i128>) -> Reckoned {
    let band = Band::of(&part).map(|band| band.times(least, most));
    Reckoned { parts: vec![part], ..Band::shown(how, band) }
}

/// Days that count, with a limit.
fn counted(days: u64, at_most: Option<u32>) -> u64 {
    at_most.map_or(days, |most| days.min(most.into()))
}

/// The bands, where what is known of them is in one currency. What is unknown joins any.
fn one_currency(bands: &[Option<Band>]) -> Option<Vec<Band>> {
    let currency = bands.iter().flatten().next()?.currency;
    let unknown = Band { low: None, high: None, currency };
    let joined = bands.iter().map(|band| band.unwrap_or(unknown));
    bands.iter().flatten().all(|band| band.currency == currency).then(|| joined.collect())
}

fn highest(bands: &[Band]) -> Option<Band> {
    let high = bands.iter().map(|band| band.high).collect::<Option<Vec<_>>>();
    let low = bands.iter().filter_map(|band| band.low).max();
    Some(Band { low, high: high.and_then(|high| high.into_iter().max()), currency: bands.first()?.currency })
}

fn lowest(bands: &[Band]) -> Option<Band> {
    let low = bands.iter().map(|band| band.low).collect::<Option<Vec<_>>>();
    let high = bands.iter().filter_map(|band| band.high).min();
    Some(Band { low: low.and_then(|low| low.into_iter().min()), high, currency: bands.first()?.currency })
}

fn together(bands: &[Band]) -> Option<Band> {
    let sum = |sums: Vec<i128>| sums.into_iter().fold(0, i128::saturating_add);
    let high = bands.iter().map(|band| band.high).collect::<Option<Vec<_>>>();
    let low = bands.iter().filter_map(|band| band.low).collect::<Vec<_>>();
    let low = if low.is_empty() { None } else { Some(sum(low)) };
    Some(Band { low, high: high.map(sum), currency: bands.first()?.currency })
}

/// One of them, nobody can say which.
fn either(bands: &[Band]) -> Option<Band> {
    let (low, high) = (lowest(bands)?, highest(bands)?);
    Some(Band { low: low.low, ..high })
}
