//! Fines: their conditions, and sums that can be meant.

use super::super::duty::Duty;
use super::super::fine::{Amount, Base, Fine, FineVersion, Sanction};
use super::super::vocabulary::FactKind;
use super::Checking;

impl<'a> Checking<'a> {
    pub(super) fn fine(&mut self, duty: &'a Duty, fine: &'a Fine) {
        self.name(&fine.id);
        if duty.fine.iter().filter(|other| other.id == fine.id).count() > 1 {
            self.wrong(&fine.id, "two fines of this duty have this id", "give each its own");
        }
        for condition in fine.when.iter().chain(&fine.unless) {
            self.condition(condition);
        }
        if fine.version.is_empty() {
            self.wrong(&fine.id, "this fine has no version", "add a [[duty.fine.version]]");
        }
        self.dates(&fine.id, &fine.version);
        for version in &fine.version {
            self.fine_version(fine, version);
        }
    }

    fn fine_version(&mut self, fine: &Fine, version: &'a FineVersion) {
        self.source(&version.source);
        for amount in version.most.iter().chain(&version.least) {
            self.amount(amount);
        }
        if version.prison_months.is_some() && fine.kind != Sanction::Crime {
            self.wrong(&fine.id, "only a crime leads to prison", "set kind = \"crime\"");
        }
        let silent = version.most.is_none() && version.least.is_none() && version.prison_months.is_none();
        if silent && version.note.is_none() && !version.repealed {
            self.wrong(
                &fine.id,
                "no sum and no word why",
                "say in `note` that the law has no ceiling, or which is not public",
            );
        }
        if let (Some(Amount::Sum(least)), Some(Amount::Sum(most))) = (&version.least, &version.most)
            && least > most
        {
            self.wrong(&fine.id, "the floor is above the ceiling", "correct `least` or `most`");
        }
    }

    fn amount(&mut self, amount: &'a Amount) {
        match amount {
            Amount::Sum(sum) => self.positive(*sum),
            Amount::Share(share) => self.share(share.per_ten_thousand, &share.base),
            Amount::ShareOrSum(either) => {
                self.share(either.share.per_ten_thousand, &either.share.base);
                self.positive(either.sum);
            }
            Amount::HigherOf(parts) | Amount::LowerOf(parts) | Amount::Plus(parts) => {
                if parts.len() < 2 {
                    self.wrong("higher-of", "expected at least two amounts", "write the one amount alone");
                }
                parts.iter().for_each(|part| self.amount(part));
            }
            Amount::If(choose) => {
                self.condition(&choose.when);
                self.amount(&choose.then);
                self.amount(&choose.otherwise);
            }
            Amount::Times(times) => {
                self.above_zero("factor", times.factor);
                self.amount(&times.of);
            }
            Amount::Per(per) => {
                let count = |kind: &FactKind| matches!(kind, FactKind::Count { .. });
                self.of_kind(&per.each, "a count", count);
                self.amount(&per.of);
            }
            Amount::PerDay(per_day) => {
                per_day.at_most_days.iter().for_each(|days| self.above_zero("at-most-days", *days));
                self.amount(&per_day.of);
            }
            Amount::Units(units) => {
                self.above_zero("number", units.number);
                if !self.book.unit.iter().any(|unit| unit.id == units.unit) {
                    self.wrong(&units.unit, "there is no such unit", "define it as a [[unit]] of this rulebook");
                }
            }
            Amount::Stairs(flights) => {
                for flight in flights {
                    self.above_zero("every-days", flight.every_days);
                    self.positive(flight.add);
                }
                let endless = flights.iter().position(|flight| flight.for_days.is_none());
                if flights.is_empty() || endless.is_some_and(|at| at + 1 != flights.len()) {
                    self.wrong("stairs", "only the last flight may be without end", "add `for-days`");
                }
            }
            Amount::DailyShare(daily) => {
                self.share(daily.per_ten_thousand, &daily.base);
                daily.fallback.iter().for_each(|sum| self.positive(*sum));
            }
        }
    }

    fn share(&mut self, per_ten_thousand: u32, base: &Base) {
        if !(1..=10_000).contains(&per_ten_thousand) {
            self.wrong("per-ten-thousand", "expected 1 to 10000", "2 % is 200");
        }
        if let Base::Fact(key) = base {
            self.money(key);
        }
    }

    fn above_zero(&mut self, key: &str, number: u32) {
        if number == 0 {
            self.wrong(key, "expected a number above zero", "correct the number");
        }
    }
}
