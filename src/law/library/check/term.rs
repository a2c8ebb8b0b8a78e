//! Terms: what follows from those that are exceptions, and periods anywhere.

use super::Checking;
use crate::base::citation::Confidence;
use crate::base::spans::Step;
use crate::base::spans::Step::{Item, Key};
use crate::rulebook::period::{Date, Period};
use crate::rulebook::term::{Effect, Term};
use crate::rulebook::visit::Gives;

/// The longest period that can be meant, in whatever it is counted.
const LONGEST: u32 = 100_000;

impl<'a> Checking<'a> {
    pub(crate) fn check_term(&mut self, term: &'a Term) {
        self.name(&term.id);
        match &term.then {
            Some(Effect::Required) if term.overrides.is_empty() => {
                let hint = "name in `overrides` the exceptions it defeats";
                self.wrong(&[Key("then")], "`required` overrides nothing", hint);
            }
            None if !term.overrides.is_empty() => {
                let problem = "only an exception overrides others";
                self.wrong(&[Step::Name("overrides")], problem, "add `then`, or remove `overrides`");
            }
            _ => {}
        }
        if let Some(own) = term.overrides.iter().position(|id| *id == term.id) {
            let problem = "this exception overrides itself";
            self.wrong(&[Key("overrides"), Item(own)], problem, "name the one that it defeats");
        }
    }

    /// A period with numbers that can be meant, where it stands.
    pub(crate) fn check_period(&mut self, period: &Period, gives: Gives) {
        self.number_of(period);
        if gives == Gives::Moment && period.span().is_none() {
            let hint = "use hours, days, weeks, months or working days here";
            self.wrong(&[], "this period gives no moment", hint);
        }
        let Some(version) = self.version else { return };
        let counting = version.counting.as_ref().or(self.book.counting.as_ref());
        let working = match period {
            Period::WorkingDays(_) => Some("working-days"),
            Period::WorkingDayHours(_) => Some("working-day-hours"),
            _ => None,
        };
        if let Some(key) = working.filter(|_| counting.is_none_or(|counting| counting.calendar.is_none())) {
            let hint = "name a calendar under [counting] of the rulebook, or `counting` of the version";
            self.wrong(&[Step::Name(key)], "working days of no calendar", hint);
        }
        let guided = self.way.contains(&Key("guideline"));
        let numbered = period.span().is_some() || matches!(period, Period::AtLeastDays(_) | Period::AtLeastMonths(_));
        if numbered && !guided && version.source.confidence == Confidence::Recalled {
            let problem = "a binding period rests on memory (`recalled`)";
            self.wrong(&[], problem, "read the text and mark it, or give the number as a `guideline`");
        }
    }

    fn number_of(&mut self, period: &Period) {
        let (key, number) = match period {
            Period::Hours(number) => ("hours", number),
            Period::Days(number) => ("days", number),
            Period::Weeks(number) => ("weeks", number),
            Period::Months(number) => ("months", number),
            Period::WorkingDays(number) => ("working-days", number),
            Period::WorkingDayHours(number) => ("working-day-hours", number),
            Period::AtLeastDays(number) => ("at-least-days", number),
            Period::AtLeastMonths(number) => ("at-least-months", number),
            Period::DaysAfterYearEnd(number) => ("days-after-year-end", number),
            Period::OnNext(date) => return self.date_of("on-next", *date),
            Period::OnNextYear(date) => return self.date_of("on-next-year", *date),
            Period::Promptly(_) | Period::Until(_) => return,
        };
        // Nought is a limit that is the start itself: an authority's own date, a notice due at a missed limit.
        if *number > LONGEST {
            self.wrong(&[Key(key)], "expected a period that can be meant", "as in { hours = 72 }");
        }
    }

    fn date_of(&mut self, key: &'static str, date: Date) {
        // 2024 is a leap year: 29 February is a date of some years.
        if chrono::NaiveDate::from_ymd_opt(2024, date.month, date.day).is_none() {
            let hint = format!("as in {{ {key} = {{ month = 2, day = 1 }} }}");
            self.wrong(&[Key(key)], "there is no such date", &hint);
        }
    }
}
