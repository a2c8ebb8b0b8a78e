//! Reckons amounts: from what the law says to between which sums that is, as far as facts and turnover are known. What
//! rests on something unknown has no upper end; sums of different currencies are shown side by side and never compared:
//! a turnover in another currency leaves the act's own fixed sum as the least that a ceiling can be.
//!
//! No fractions: shares are rounded down.

use super::interval::{Interval, either, highest, in_one_currency, lowest, money, together};
use crate::assess::context::Context;
use crate::base::money::{Currency, Money};
use crate::base::truth::Truth;
use crate::rulebook::fine::{Amount, Base, Choose, DailyShare, Per, PerDay, Share, ShareOrSum, Stair, Units};
use crate::situation::fact::{FactKey, Value};
use crate::verdict::exposure::{AmountRange, How};
use chrono::NaiveDate;

/// What amounts are reckoned for.
#[derive(Clone, Copy)]
pub(crate) struct Valuation<'a> {
    /// The rulebook and the situation.
    pub context: Context<'a>,
    /// The business year whose turnover counts: the one before the breach.
    pub year: i32,
    /// The first and the last day on which the breach can have happened.
    pub days: (NaiveDate, NaiveDate),
    /// Days late, begun ones counted whole: surely, and at most.
    pub late: (u64, u64),
}

impl Valuation<'_> {
    /// Reckons an amount.
    pub(crate) fn of(self, amount: &Amount) -> AmountRange {
        match amount {
            Amount::Sum(units) => exact(How::Sum, self.whole(*units)),
            Amount::Share(share) => self.share(share),
            Amount::ShareOrSum(either) => self.share_or_sum(either),
            Amount::HigherOf(parts) => self.composed(How::HigherOf, self.each(parts), highest),
            Amount::LowerOf(parts) => self.composed(How::LowerOf, self.each(parts), lowest),
            Amount::Plus(parts) => self.composed(How::Plus, self.each(parts), together),
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
        self.context.rulebook.currency
    }

    fn whole(self, units: i64) -> Interval {
        let minor = i128::from(units).saturating_mul(10_i128.pow(self.currency().decimals()));
        Interval { low: Some(minor), high: Some(minor), currency: self.currency() }
    }

    fn each(self, amounts: &[Amount]) -> Vec<AmountRange> {
        amounts.iter().map(|amount| self.of(amount)).collect()
    }

    fn share(self, share: &Share) -> AmountRange {
        let per = share.per_ten_thousand;
        if let Base::Fact(key) = &share.base {
            let of = self.stated(key);
            let how = How::ShareOfFact { per_ten_thousand: per, key: key.clone(), of };
            return Interval::shown(how, of.map(|of| Interval::exactly(of).parts(per, 1)));
        }
        let or_three_year_average = share.base == Base::LargerOfPriorYearAndThreeYearAverage;
        let of = self.turnover(self.year);
        let how = How::ShareOfTurnover { per_ten_thousand: per, year: self.year, or_three_year_average, of };
        Interval::shown(how, self.base(&share.base).map(|base| base.parts(per, 1)))
    }

    /// A turnover of nothing is known to be none: then the sum counts. One that nobody recorded leaves it open.
    fn share_or_sum(self, either: &ShareOrSum) -> AmountRange {
        let share = self.share(&either.share);
        let sum = exact(How::Sum, self.whole(either.sum));
        let interval = self.base(&either.share.base).and_then(|base| {
            if base.low == Some(0) && base.high == Some(0) { Interval::of(&sum) } else { Interval::of(&share) }
        });
        AmountRange { parts: vec![share, sum], ..Interval::shown(How::ShareOrSum, interval) }
    }

    fn chosen(self, choose: &Choose) -> AmountRange {
        let holds = choose.when.ask(self.context).truth;
        let parts = match holds {
            Truth::Yes => vec![self.of(&choose.then)],
            Truth::No => vec![self.of(&choose.otherwise)],
            Truth::Unknown => vec![self.of(&choose.then), self.of(&choose.otherwise)],
        };
        self.composed(How::Chosen { holds }, parts, either)
    }

    fn composed(self, how: How, parts: Vec<AmountRange>, rule: fn(&[Interval]) -> Option<Interval>) -> AmountRange {
        let intervals: Vec<Option<Interval>> = parts.iter().map(Interval::of).collect();
        let interval = in_one_currency(&intervals, self.currency()).and_then(|intervals| rule(&intervals));
        AmountRange { parts, ..Interval::shown(how, interval) }
    }

    fn per(self, per: &Per) -> AmountRange {
        let count = match self.context.situation.facts.get(&per.each) {
            Some(Value::Count(count)) => Some(*count),
            _ => None,
        };
        let (least, most) = count.map_or((None, None), |count| (Some(count.bounds().0), count.bounds().1));
        let how = How::Per { key: per.each.clone(), count };
        multiplied(how, self.of(&per.of), least.map(i128::from), most.map(i128::from))
    }

    fn per_day(self, rule: &PerDay) -> AmountRange {
        let days = |late: u64| counted(late.saturating_sub(u64::from(rule.after_days)), rule.at_most_days);
        let how = How::PerDay { days: days(self.late.0), at_most_days: rule.at_most_days };
        let times = |late| Some(i128::from(days(late)));
        multiplied(how, self.of(&rule.of), times(self.late.0), times(self.late.1))
    }

    /// Between the least and the most a unit was worth on the days on which the breach can have happened.
    fn units(self, units: &Units) -> AmountRange {
        let unit = self.context.rulebook.unit.iter().find(|unit| unit.id == units.unit);
        let values = unit.map(|unit| unit.value.as_slice()).unwrap_or_default();
        let (first, last) = self.days;
        let begun = values.iter().rposition(|value| value.from <= first);
        let within = values.iter().skip(begun.unwrap_or(0)).take_while(|value| value.from <= last);
        let intervals: Vec<Interval> = within.map(|value| self.whole(value.sum)).collect();
        let value = begun.and(intervals.first().copied());
        let how = How::Units {
            number: units.number,
            unit: units.unit.clone(),
            value: value.and_then(|value| value.low).map(|minor| money(minor, self.currency())),
        };
        let interval = value
            .and(either(&intervals))
            .map(|interval| interval.times(Some(units.number.into()), Some(units.number.into())));
        Interval::shown(how, interval)
    }

    fn stairs(self, stairs: &[Stair]) -> AmountRange {
        let climbed = |late: u64| {
            let mut left = late;
            let steps = stairs.iter().map(|stair| {
                let here = counted(left, stair.for_days);
                left -= here;
                i128::from(here.div_ceil(u64::from(stair.every_days.max(1)))).saturating_mul(i128::from(stair.add))
            });
            steps.fold(0_i128, i128::saturating_add).saturating_mul(10_i128.pow(self.currency().decimals()))
        };
        let interval =
            Interval { low: Some(climbed(self.late.0)), high: Some(climbed(self.late.1)), currency: self.currency() };
        Interval::shown(How::Stairs { days: self.late.0 }, Some(interval))
    }

    /// Average daily turnover is the year's over 365.
    fn daily_share(self, rule: &DailyShare) -> AmountRange {
        let days = |late| counted(late, rule.at_most_days);
        let grown = |interval: Interval| interval.times(Some(days(self.late.0).into()), Some(days(self.late.1).into()));
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
        AmountRange { parts: part.into_iter().collect(), ..Interval::shown(how, daily.map(grown)) }
    }

    /// The turnover a share is taken of. With an average that may be larger but is not known, only its lower end.
    fn base(self, base: &Base) -> Option<Interval> {
        match base {
            Base::Fact(key) => self.stated(key).map(Interval::exactly),
            Base::PriorYear => self.turnover(self.year).map(Interval::exactly),
            Base::LargerOfPriorYearAndThreeYearAverage => {
                let prior = self.turnover(self.year)?;
                let years = (self.year - 2..=self.year).filter_map(|year| self.turnover(year));
                let years: Vec<i128> =
                    years.filter(|sum| sum.currency == prior.currency).map(|sum| sum.minor.into()).collect();
                let average = (years.len() == 3).then(|| years.iter().sum::<i128>() / 3);
                let low = Interval::exactly(prior).low.max(average);
                Some(Interval { low, high: average.and(low), currency: prior.currency })
            }
        }
    }

    fn turnover(self, year: i32) -> Option<Money> {
        self.context.situation.turnover.get(&year).copied()
    }

    fn stated(self, key: &FactKey) -> Option<Money> {
        match self.context.situation.facts.get(key) {
            Some(Value::Money(money)) => Some(*money),
            _ => None,
        }
    }
}

fn exact(how: How, interval: Interval) -> AmountRange {
    Interval::shown(how, Some(interval))
}

fn multiplied(how: How, part: AmountRange, least: Option<i128>, most: Option<i128>) -> AmountRange {
    let interval = Interval::of(&part).map(|interval| interval.times(least, most));
    AmountRange { parts: vec![part], ..Interval::shown(how, interval) }
}

/// Days that count, with a limit.
fn counted(days: u64, at_most: Option<u32>) -> u64 {
    at_most.map_or(days, |most| days.min(most.into()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::answered::Answers;
    use crate::assess::specimen::{act, context, count, euro, nothing};
    use crate::situation::Situation;
    use crate::situation::fact::Quality::{AtLeast, AtMost, Exact};

    fn amount(text: &str) -> Amount {
        #[derive(serde::Deserialize)]
        struct Holder {
            most: Amount,
        }
        let read: Holder = toml::from_str(&format!("most = {text}")).unwrap_or_else(|error| panic!("{error}"));
        read.most
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn late(text: &str, situation: &Situation, late: (u64, u64)) -> (Option<i64>, Option<i64>) {
        let units = r#"
            [[unit]]
            id = "u"
            value = [{ from = 2026-01-01, sum = 330, source = SOURCE }, { from = 2026-07-01, sum = 364, source = SOURCE }]
        "#;
        let (act, answers) = (act(units), Answers::default());
        let days = (day("2026-07-01"), day("2026-07-01"));
        let valuation = Valuation { context: context(&act, situation, &answers), year: 2025, days, late };
        let range = valuation.of(&amount(text));
        let whole = |money: Option<Money>| money.map(|money| money.minor / 10_i64.pow(money.currency.decimals()));
        (whole(range.low), whole(range.high))
    }

    fn interval(text: &str, situation: &Situation) -> (Option<i64>, Option<i64>) {
        late(text, situation, (0, 0))
    }

    fn with_turnover(years: &[(i32, i64)]) -> Situation {
        let mut situation = nothing();
        situation.turnover = years.iter().map(|(year, units)| (*year, euro(*units))).collect();
        situation
    }

    const GDPR: &str =
        r#"{ higher-of = [{ sum = 10000000 }, { share = { per-ten-thousand = 200, base = "prior-year" } }] }"#;

    #[test]
    fn ten_million_or_two_percent_if_higher() {
        assert_eq!(interval(GDPR, &with_turnover(&[(2025, 400_000_000)])), (Some(10_000_000), Some(10_000_000)));
        assert_eq!(interval(GDPR, &with_turnover(&[(2025, 600_000_000)])), (Some(12_000_000), Some(12_000_000)));
    }

    #[test]
    fn without_the_turnover_only_the_fixed_sum_is_known_and_nothing_is_the_most() {
        assert_eq!(interval(GDPR, &with_turnover(&[(2026, 400_000_000)])), (Some(10_000_000), None));
        let lower = GDPR.replace("higher-of", "lower-of");
        assert_eq!(interval(&lower, &nothing()), (None, Some(10_000_000)));
    }

    #[test]
    fn a_share_stays_in_the_currency_of_the_turnover_and_takes_nothing_from_the_fixed_sum() {
        let mut situation = nothing();
        situation.turnover.insert(2025, Money::whole(Currency::Krw, 1_000_000_000));
        let share = r#"{ share = { per-ten-thousand = 200, base = "prior-year" } }"#;
        assert_eq!(interval(share, &situation), (Some(20_000_000), Some(20_000_000)));
        assert_eq!(interval(GDPR, &situation), (Some(10_000_000), None), "at least the sum, and nobody knows the most");
        assert_eq!(interval(&GDPR.replace("higher-of", "lower-of"), &situation), (None, Some(10_000_000)));
        assert_eq!(interval(&GDPR.replace("higher-of", "plus"), &situation), (Some(10_000_000), None));
    }

    #[test]
    fn an_average_that_nobody_can_compute_leaves_the_upper_end_open() {
        let share = r#"{ share = { per-ten-thousand = 1000, base = "larger-of-prior-year-and-three-year-average" } }"#;
        let three = [(2023, 300), (2024, 200), (2025, 100)];
        assert_eq!(interval(share, &with_turnover(&three)), (Some(20), Some(20)));
        assert_eq!(interval(share, &with_turnover(&three[1..])), (Some(10), None));
        assert_eq!(interval(share, &with_turnover(&three[..2])), (None, None));
    }

    #[test]
    fn the_sum_in_place_of_a_share_counts_only_where_there_is_known_to_be_no_turnover() {
        let either = r#"{ share-or-sum = { share = { per-ten-thousand = 300, base = "prior-year" }, sum = 2000 } }"#;
        assert_eq!(interval(either, &with_turnover(&[(2025, 0)])), (Some(2_000), Some(2_000)));
        assert_eq!(interval(either, &with_turnover(&[(2025, 10_000)])), (Some(300), Some(300)));
        assert_eq!(interval(either, &nothing()), (None, None));
    }

    #[test]
    fn a_condition_that_is_open_gives_both_ends() {
        let either = r#"{ if = { when = { is = "a" }, then = { sum = 5 }, otherwise = { sum = 3 } } }"#;
        assert_eq!(interval(either, &nothing()), (Some(3), Some(5)));
        let mut situation = nothing();
        situation.facts.set("a", Value::YesNo(false));
        assert_eq!(interval(either, &situation), (Some(3), Some(3)));
    }

    #[test]
    fn each_person_counts_between_the_bounds_of_the_count() {
        let each = r#"{ per = { each = "n", of = { sum = 20 } } }"#;
        let of = |value| {
            let mut situation = nothing();
            situation.facts.set("n", value);
            interval(each, &situation)
        };
        assert_eq!(of(count(3, Exact)), (Some(60), Some(60)));
        assert_eq!(of(count(3, AtLeast)), (Some(60), None));
        assert_eq!(of(count(3, AtMost)), (Some(0), Some(60)));
        assert_eq!(interval(each, &nothing()), (None, None));
    }

    #[test]
    fn a_thousand_a_day_for_thirty_days_then_fifty_thousand_for_each_thirty_days() {
        let florida = "{ lower-of = [{ sum = 500000 }, { stairs = [{ every-days = 1, for-days = 30, add = 1000 }, \
                       { every-days = 30, for-days = 150, add = 50000 }] }] }";
        let of = |days| late(florida, &nothing(), (days, days)).1;
        assert_eq!([of(0), of(1), of(30)], [Some(0), Some(1_000), Some(30_000)]);
        assert_eq!([of(31), of(60), of(61)], [Some(80_000), Some(80_000), Some(130_000)]);
        assert_eq!([of(180), of(5_000)], [Some(280_000), Some(280_000)]);
    }

    #[test]
    fn days_that_are_free_and_days_beyond_the_most_cost_nothing() {
        let daily = "{ per-day = { of = { sum = 10 }, after-days = 2, at-most-days = 3 } }";
        let of = |days| late(daily, &nothing(), (days, days)).1;
        assert_eq!([of(2), of(3), of(5), of(9)], [Some(0), Some(10), Some(30), Some(30)]);
        assert_eq!(late(daily, &nothing(), (0, 4)), (Some(0), Some(20)));
    }

    #[test]
    fn a_share_of_daily_turnover_is_the_years_over_365() {
        let daily = r#"{ daily-share = { per-ten-thousand = 100, base = "prior-year", at-most-days = 180 } }"#;
        let of = |days| late(daily, &with_turnover(&[(2025, 36_500)]), (days, days)).1;
        assert_eq!([of(0), of(1), of(200)], [Some(0), Some(1), Some(180)]);
    }

    #[test]
    fn no_day_late_costs_nothing_also_of_a_turnover_whose_average_nobody_can_compute() {
        let base = r#"base = "larger-of-prior-year-and-three-year-average""#;
        let daily = format!("{{ daily-share = {{ per-ten-thousand = 3, {base} }} }}");
        let of = |situation: &Situation, days| late(&daily, situation, (days, days));
        let one_year = with_turnover(&[(2025, 36_500_000)]);
        assert_eq!([of(&nothing(), 0), of(&one_year, 0)], [(Some(0), Some(0)); 2]);
        assert_eq!(of(&one_year, 2), (Some(60), None));
    }

    #[test]
    fn a_unit_is_worth_what_it_was_worth_on_the_day_of_the_breach() {
        assert_eq!(interval(r#"{ units = { number = 50, unit = "u" } }"#, &nothing()), (Some(18_200), Some(18_200)));
        let five_times = r#"{ times = { factor = 5, of = { units = { number = 50, unit = "u" } } } }"#;
        assert_eq!(interval(five_times, &nothing()), (Some(91_000), Some(91_000)));
        assert_eq!(interval(r#"{ units = { number = 50, unit = "nothing" } }"#, &nothing()), (None, None));
    }

    #[test]
    fn what_would_not_fit_is_cut_off_and_never_wraps() {
        let huge = "{ times = { factor = 4000000000, of = { times = { factor = 4000000000, of = { sum = 9000000000000000000 } } } } }";
        let most = i64::MAX / 100;
        assert_eq!(interval(huge, &nothing()), (Some(most), Some(most)));
    }
}
