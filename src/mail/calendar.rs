//! The calendar entry of a deadline. The same clock always has the same entry: a moved deadline replaces it, a met one
//! removes it. All times are in UTC, so that no calendar program can read them in another zone.

use super::message::fingerprint;
use crate::law::base::moment::Moment;
use chrono::TimeDelta;
use icalendar::{Alarm, Calendar, Component, Event, EventLike, EventStatus, Property, Trigger};

/// How long before the deadline a calendar reminds, in hours.
const REMINDERS: [i64; 2] = [3, 1];

/// What an entry says.
pub struct Entry<'a> {
    pub clock: &'a str,
    pub sequence: u32,
    pub written: Moment,
    pub due: Moment,
    pub summary: &'a str,
    pub description: &'a str,
    pub link: &'a str,
    /// The duty is met: the entry is taken off the calendar.
    pub lifted: bool,
}

/// The entry as an iCalendar file (RFC 5545), the same bytes for the same entry.
pub fn entry(entry: &Entry<'_>) -> String {
    let uid = format!("{}@dutyclock", fingerprint(&[entry.clock, entry.link]));
    let mut event = Event::new();
    event
        .uid(&uid)
        .timestamp(entry.written.utc())
        .sequence(entry.sequence)
        .summary(entry.summary)
        .description(entry.description)
        .starts(entry.due.utc())
        .ends(entry.due.utc())
        .add_property("TRANSP", "TRANSPARENT")
        .append_property(Property::new("URL", entry.link).done())
        .status(if entry.lifted { EventStatus::Cancelled } else { EventStatus::Confirmed });
    if !entry.lifted {
        for hours in REMINDERS {
            let mut alarm = Alarm::display(entry.summary, Trigger::before_start(TimeDelta::hours(hours)));
            // Otherwise the library asks the machine for the time and dice for a name.
            alarm.uid(&format!("{hours}h-{uid}")).add_property("DTSTAMP", stamp(entry.written));
            event.alarm(alarm);
        }
    }
    let mut calendar = Calendar::empty();
    calendar
        .append_property(Property::new("VERSION", "2.0").done())
        .append_property(Property::new("PRODID", "-//Dutyclock//Deadlines//EN").done())
        .append_property(Property::new("CALSCALE", "GREGORIAN").done())
        .append_property(Property::new("METHOD", method(entry.lifted)).done())
        .push(event.done());
    calendar.to_string()
}

fn stamp(at: Moment) -> String {
    at.utc().format("%Y%m%dT%H%M%SZ").to_string()
}

/// What a calendar program is to do with the entry.
const fn method(lifted: bool) -> &'static str {
    if lifted { "CANCEL" } else { "PUBLISH" }
}
