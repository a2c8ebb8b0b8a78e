//! How long duties leave, for putting them in order: shortest first, those without a number after those with one. An
//! order for readers, not a reckoning: a working day counts as a day and two fifths here, a month as thirty days.

use crate::law::rulebook::deadline::Deadline;
use crate::law::rulebook::period::{Period, Promptness};
use crate::law::rulebook::version::Version;
use crate::locales::Text;

const HOUR: u64 = 3_600;
const DAY: u64 = 24 * HOUR;

/// A stretch of lengths, shortest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Band {
    /// Up to six hours.
    SixHours,
    /// Up to a day.
    OneDay,
    /// Up to three days.
    ThreeDays,
    /// Up to ten days.
    TenDays,
    /// Up to 31 days.
    Month,
    /// Longer.
    Longer,
    /// A word instead of a number.
    NoNumber,
    /// What it says about time was not read.
    NotRead,
    /// For as long as something lasts.
    Continuing,
    /// No clock at all.
    NoClock,
    /// Nothing is in force.
    NotInForce,
}

impl Band {
    /// Its name.
    #[must_use]
    pub fn title(self, t: Text) -> String {
        match self {
            Self::SixHours => t.library_band_six_hours(),
            Self::OneDay => t.library_band_one_day(),
            Self::ThreeDays => t.library_band_three_days(),
            Self::TenDays => t.library_band_ten_days(),
            Self::Month => t.library_band_month(),
            Self::Longer => t.library_band_longer(),
            Self::NoNumber => t.library_band_no_number(),
            Self::NotRead => t.library_band_not_read(),
            Self::Continuing => t.library_band_continuing(),
            Self::NoClock => t.library_band_no_clock(),
            Self::NotInForce => t.library_band_not_in_force(),
        }
    }
}

/// The place of a version among all: its stretch, and its length in seconds within it. `None` is nothing in force.
#[must_use]
pub fn length(version: Option<&Version>) -> (Band, u64) {
    let Some(version) = version else { return (Band::NotInForce, 0) };
    match (&version.deadline, &version.within) {
        (Some(expression), _) => of(expression),
        (None, Some(period)) => of_period(period),
        (None, None) => (Band::NoClock, 0),
    }
}

fn of(expression: &Deadline) -> (Band, u64) {
    let each = |limbs: &[Deadline]| limbs.iter().map(of).collect::<Vec<_>>();
    let none = (Band::NoClock, 0);
    match expression {
        Deadline::After(after) => of_period(&after.within),
        Deadline::Earliest(limbs) => each(limbs).into_iter().min().unwrap_or(none),
        Deadline::Latest(limbs) => each(limbs).into_iter().max().unwrap_or(none),
        Deadline::Between([from, to]) => of(from).min(of(to)),
        Deadline::Switch(switch) => of(&switch.then).min(of(&switch.otherwise)),
    }
}

fn of_period(period: &Period) -> (Band, u64) {
    let days = |number: u32, each: u64| u64::from(number).saturating_mul(each);
    let seconds = match period {
        Period::Hours(number) => days(*number, HOUR),
        Period::WorkingDayHours(number) => days(*number, HOUR * 7 / 5),
        Period::Days(number) => days(*number, DAY),
        Period::WorkingDays(number) => days(*number, DAY * 7 / 5),
        Period::Weeks(number) => days(*number, 7 * DAY),
        Period::Months(number) => days(*number, 30 * DAY),
        Period::DaysAfterYearEnd(number) => days(*number, DAY).saturating_add(365 * DAY),
        Period::OnNext(_) => 365 * DAY,
        Period::OnNextYear(_) => 2 * 365 * DAY,
        Period::Promptly(Promptness::NotRead) => return (Band::NotRead, 0),
        Period::Promptly(_) => return (Band::NoNumber, 0),
        Period::Until(_) | Period::AtLeastDays(_) | Period::AtLeastMonths(_) => return (Band::Continuing, 0),
    };
    let band = match seconds {
        seconds if seconds <= 6 * HOUR => Band::SixHours,
        seconds if seconds <= DAY => Band::OneDay,
        seconds if seconds <= 3 * DAY => Band::ThreeDays,
        seconds if seconds <= 10 * DAY => Band::TenDays,
        seconds if seconds <= 31 * DAY => Band::Month,
        _ => Band::Longer,
    };
    (band, seconds)
}

#[cfg(test)]
mod tests {

    use super::*;

    #[test]
    fn a_number_comes_before_a_word_and_hours_before_days() {
        let place = |text: &str| {
            let text = format!("within = {text}");
            of_period(
                toml::from_str::<std::collections::BTreeMap<String, Period>>(&text).unwrap().get("within").unwrap(),
            )
        };
        let order = [
            "{ hours = 0 }",
            "{ hours = 24 }",
            "{ hours = 72 }",
            "{ working-days = 3 }",
            "{ days = 30 }",
            "{ months = 6 }",
        ];
        let places: Vec<_> = order.into_iter().map(place).collect();
        assert!(places.is_sorted() && places.windows(2).all(|two| two[0] < two[1]), "{places:?}");
        assert!(places.iter().all(|one| *one < place("{ promptly = \"immediately\" }")));
        assert_eq!(place("{ at-least-days = 30 }").0, Band::Continuing);
        assert!(length(None) > place("{ at-least-days = 30 }"));
    }
}
