//! Terms: their conditions, and what follows from those that are exceptions.

use super::super::period::Period;
use super::super::term::{Effect, Term};
use super::super::vocabulary::TriggerKind;
use super::Checking;
use std::collections::BTreeSet;

impl<'a> Checking<'a> {
    pub(super) fn terms(&mut self) {
        let mut seen = BTreeSet::new();
        for term in &self.book.term {
            self.inside = Some(&term.id);
            self.name(&term.id);
            if !seen.insert(&term.id) {
                self.wrong(&term.id, "this term is defined twice", "give each term its own id");
            }
            self.condition(&term.when);
            self.effect(term);
            self.references(&term.overrides, true);
            if term.overrides.contains(&term.id) {
                self.wrong(&term.id, "this exception overrides itself", "name the one that it defeats");
            }
        }
        self.inside = None;
    }

    fn effect(&mut self, term: &'a Term) {
        match &term.then {
            Some(Effect::Instead(period)) => self.period(period),
            Some(Effect::Excused(excuse)) => {
                self.period(&excuse.within);
                self.trigger(&excuse.ends, TriggerKind::Occurrence);
            }
            Some(Effect::Extended(trigger)) => self.trigger(trigger, TriggerKind::Occurrence),
            Some(Effect::Held(hold)) => {
                self.trigger(&hold.begins, TriggerKind::Occurrence);
                self.trigger(&hold.ends, TriggerKind::Occurrence);
                if let Some(longest) = &hold.longest {
                    self.period(longest);
                    self.countable(longest);
                }
            }
            Some(Effect::Required) if term.overrides.is_empty() => {
                self.wrong(&term.id, "`required` overrides nothing", "name in `overrides` the exceptions it defeats");
            }
            Some(Effect::Exempt | Effect::Required | Effect::Replaced(_)) => {}
            None if !term.overrides.is_empty() => {
                self.wrong(&term.id, "only an exception overrides others", "add `then`, or remove `overrides`");
            }
            None => {}
        }
    }

    /// A period with numbers that can be meant.
    pub(super) fn period(&mut self, period: &Period) {
        let number = match period {
            Period::Hours(number)
            | Period::Days(number)
            | Period::Weeks(number)
            | Period::Months(number)
            | Period::WorkingDays(number)
            | Period::WorkingDayHours(number)
            | Period::AtLeastDays(number)
            | Period::AtLeastMonths(number)
            | Period::DaysAfterYearEnd(number) => *number,
            Period::Until(trigger) => return self.trigger(trigger, TriggerKind::Occurrence),
            Period::OnNext(date) => {
                // 2024 is a leap year: 29 February is a date of some years.
                if chrono::NaiveDate::from_ymd_opt(2024, date.month, date.day).is_none() {
                    self.wrong("on-next", "there is no such date", "as in { on-next = { month = 2, day = 1 } }");
                }
                return;
            }
            Period::Promptly(_) => return,
        };
        // Nought is a limit that is the start itself: an authority's own date, a notice due at a missed limit.
        if number > 100_000 {
            self.wrong(&number.to_string(), "expected a period that can be meant", "as in { hours = 72 }");
        }
    }

    /// A period that gives a moment.
    pub(super) fn countable(&mut self, period: &Period) {
        if period.span().is_none() {
            self.wrong("within", "this period gives no moment", "use hours, days, weeks, months or working days here");
        }
    }
}
