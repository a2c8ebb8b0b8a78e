//! How a version counts, in words: only what matters to the periods it has, with the calendar and the source.

use super::condition::Conditions;
use super::source::Written;
use super::words::Link;
use crate::law::counting::{FirstDay, HourRule, Roll};
use crate::law::library::Library;
use crate::law::rulebook::Rulebook;
use crate::law::rulebook::counting_rule::{CalendarOf, Counting};
use crate::law::rulebook::deadline::Deadline;
use crate::law::rulebook::period::Period;
use crate::law::rulebook::version::Version;
use crate::law::situation::fact::FactKey;
use crate::locales::Text;
use chrono::NaiveDate;

/// How something counts.
pub struct CountingView {
    /// Sentence by sentence.
    pub lines: Vec<String>,
    /// The calendar, where there is a fixed one.
    pub calendar: Option<Link>,
    /// Where that is written; nothing is said of it where the plainest way of counting is taken.
    pub written: Option<Written>,
}

/// Which kinds of period are counted.
#[derive(Clone, Copy)]
struct Units {
    hours: bool,
    days: bool,
    working: bool,
}

/// How a rulebook counts, whatever its periods.
#[must_use]
pub fn of_rulebook(t: Text, library: &Library, book: &Rulebook, today: NaiveDate) -> CountingView {
    view(t, library, book, book.counting.as_ref(), today, Units { hours: true, days: true, working: false })
}

/// How a version counts; `None` where it has nothing to count.
#[must_use]
pub fn of_version(
    t: Text,
    library: &Library,
    book: &Rulebook,
    version: &Version,
    today: NaiveDate,
) -> Option<CountingView> {
    let mut periods = version.within.iter().collect();
    if let Some(deadline) = &version.deadline {
        within(deadline, &mut periods);
    }
    let any = |wanted: fn(&Period) -> bool| periods.iter().any(|period| wanted(period));
    let units = Units {
        hours: any(|period| matches!(period, Period::Hours(1..) | Period::WorkingDayHours(1..))),
        days: any(|period| !matches!(period, Period::Hours(_) | Period::WorkingDayHours(_)) && period.span().is_some()),
        working: any(|period| matches!(period, Period::WorkingDays(_) | Period::WorkingDayHours(_))),
    };
    let counting = version.counting.as_ref().or(book.counting.as_ref());
    (units.hours || units.days).then(|| view(t, library, book, counting, today, units))
}

/// All periods of an expression.
fn within<'a>(deadline: &'a Deadline, into: &mut Vec<&'a Period>) {
    match deadline {
        Deadline::After(after) => into.push(&after.within),
        Deadline::Earliest(limbs) | Deadline::Latest(limbs) => limbs.iter().for_each(|limb| within(limb, into)),
        Deadline::Between(ends) => ends.iter().for_each(|end| within(end, into)),
        Deadline::Switch(switch) => {
            within(&switch.then, into);
            within(&switch.otherwise, into);
        }
    }
}

fn view(
    t: Text,
    library: &Library,
    book: &Rulebook,
    counting: Option<&Counting>,
    today: NaiveDate,
    units: Units,
) -> CountingView {
    let hours = counting.map_or(HourRule::default(), |counting| counting.hours);
    let first_day = counting.map_or(FirstDay::default(), |counting| counting.first_day);
    let mut lines = Vec::new();
    if units.hours {
        lines.push(match hours {
            HourRule::Elapsed => t.library_hours_elapsed(),
            HourRule::FullHours => t.library_hours_full(),
        });
    }
    if units.days {
        lines.push(match first_day {
            FirstDay::Excluded => t.library_first_day_excluded(),
            FirstDay::Included => t.library_first_day_included(),
            FirstDay::FirstOpenDay => t.library_first_day_open(),
        });
        let zone = book.zone.map_or_else(|| t.rulebook_zone_own(), |zone| zone.name().replace('_', " "));
        lines.push(match &book.zone_by {
            Some(by) => t.library_zone_by(fact(t, library, &by.fact)),
            None => t.library_days_in(zone),
        });
        let until = counting.and_then(|counting| counting.until_hour.as_ref());
        lines.extend(until.map(|until| {
            t.library_until_hour(until.at.format("%H:%M").to_string(), until.zone.name().replace('_', " "))
        }));
    }
    lines.extend(rolls(t, library, book, counting, units));
    let calendar = counting.and_then(|counting| counting.calendar.as_ref());
    if let Some(CalendarOf::By(by)) = calendar {
        lines.push(t.library_calendar_by(fact(t, library, &by.by)));
    }
    let named = match calendar {
        Some(CalendarOf::Named(id)) => library.calendars().get(id),
        _ => None,
    };
    CountingView {
        lines,
        calendar: named.map(|calendar| Link {
            href: format!("/rules/calendars/{}", calendar.id),
            title: calendar.title.get(t.lang()).to_owned(),
        }),
        written: counting.map(|counting| Written::of(t, book, &counting.source, today)),
    }
}

/// What a fact is called.
fn fact(t: Text, library: &Library, key: &FactKey) -> String {
    let known = library.vocabulary().fact(key);
    known.map_or_else(|| key.to_string(), |fact| fact.title.get(t.lang()).to_owned())
}

/// What becomes of a period that ends on a closed day.
fn rolls(t: Text, library: &Library, book: &Rulebook, counting: Option<&Counting>, units: Units) -> Vec<String> {
    let roll = counting.map_or(Roll::default(), |counting| counting.roll);
    let mut lines = match roll {
        // The last of so many working days is open; nothing is said of periods in hours, which never wait.
        Roll::None if units.days && !units.working => vec![t.library_roll_none()],
        Roll::EndOfNextOpenDay if units.days => vec![t.library_roll_end()],
        Roll::NoonOfNextOpenDay => vec![t.library_roll_noon()],
        Roll::None | Roll::EndOfNextOpenDay => Vec::new(),
    };
    let Some(counting) = counting else { return lines };
    if let Some(term) = counting.roll_when.as_ref().and_then(|id| book.term(id)).filter(|_| !lines.is_empty()) {
        let conditions = Conditions { t, library, currency: book.currency };
        lines.push(t.library_roll_when(term.title.get(t.lang()), conditions.say(&term.when)));
    }
    if counting.two_working_days {
        lines.push(t.library_two_working_days());
    }
    lines
}
