//! What begins and ends in the library and when: every version of every duty and fine, and law that waits for its date.
//! Made from the rulebooks and from nothing else.

use super::amendments::Amended;
use crate::law::library::Library;
use crate::law::rulebook::Rulebook;
use crate::law::rulebook::duty::Duty;
use crate::law::rulebook::fine::{Fine, FineVersion};
use crate::law::rulebook::version::Version;
use crate::locales::Text;
use chrono::NaiveDate;

/// What happens to a rule on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The rulebook tells of it from this day on; it may be older.
    Recorded,
    /// It comes into force.
    Enters,
    /// A new version takes the place of the one before.
    Changes,
    /// It ends.
    Ends,
}

impl Kind {
    /// The icon of a badge.
    #[must_use]
    pub const fn standing(self) -> &'static str {
        match self {
            Self::Recorded => "document",
            Self::Enters => "plus",
            Self::Changes => "edit",
            Self::Ends => "stopped",
        }
    }

    /// In a word or two.
    #[must_use]
    pub fn word(self, t: Text) -> String {
        match self {
            Self::Recorded => t.library_event_recorded(),
            Self::Enters => t.library_event_enters(),
            Self::Changes => t.library_event_changes(),
            Self::Ends => t.library_event_ends(),
        }
    }
}

/// Something that begins or ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The day.
    pub on: NaiveDate,
    /// What happens.
    pub kind: Kind,
    /// The jurisdiction's code.
    pub country: String,
    /// The rulebook's id.
    pub book: String,
    /// What people call the act.
    pub act: String,
    /// The duty or the fine.
    pub what: String,
    /// The limit or the sum from then on, and what else differs from before; empty where it ends.
    pub detail: Vec<String>,
    /// The duty's page on that day.
    pub href: String,
}

/// Everything that begins or ends, in the rulebooks' order; not sorted by day.
#[must_use]
pub fn events(t: Text, library: &Library) -> Vec<Event> {
    let mut events = Vec::new();
    for book in library.rulebooks() {
        for duty in &book.duty {
            of_duty(t, library, book, duty, &mut events);
            for fine in &duty.fine {
                of_fine(t, library, (book, duty, fine), &mut events);
            }
        }
    }
    events
}

/// What kind of change the version at a place is.
fn kind(book: &Rulebook, from: NaiveDate, repealed: bool, follows: bool) -> Kind {
    // Before the first day read, the duty may have been there; of what begins after the reading we know it was not.
    let may_be_older = from <= book.covers_from && from <= book.source.verified_on;
    match (repealed, follows) {
        (true, _) => Kind::Ends,
        (false, true) => Kind::Changes,
        (false, false) if may_be_older => Kind::Recorded,
        (false, false) => Kind::Enters,
    }
}

fn event(
    t: Text,
    (book, duty): (&Rulebook, &Duty),
    on: NaiveDate,
    kind: Kind,
    what: &str,
    detail: Vec<String>,
) -> Event {
    Event {
        on,
        kind,
        country: book.country.clone(),
        book: book.id.to_string(),
        act: book.short.get(t.lang()).to_owned(),
        what: what.to_owned(),
        detail: if kind == Kind::Ends { Vec::new() } else { detail },
        href: format!("/rules/{}?on={on}", duty.id),
    }
}

fn of_duty(t: Text, library: &Library, book: &Rulebook, duty: &Duty, into: &mut Vec<Event>) {
    let mut before: Option<&Version> = None;
    for version in &duty.version {
        let kind = kind(book, version.from, version.repealed, before.is_some());
        let detail = Amended { t, library, book }.duty(before, version);
        into.push(event(t, (book, duty), version.from, kind, duty.title.get(t.lang()), detail));
        before = Some(version).filter(|version| !version.repealed);
    }
}

fn of_fine(t: Text, library: &Library, (book, duty, fine): (&Rulebook, &Duty, &Fine), into: &mut Vec<Event>) {
    let mut before: Option<&FineVersion> = None;
    for version in &fine.version {
        let kind = kind(book, version.from, version.repealed, before.is_some());
        let detail = Amended { t, library, book }.fine(before, version);
        let what = t.library_fine_of(fine.title.get(t.lang()), duty.title.get(t.lang()));
        into.push(event(t, (book, duty), version.from, kind, &what, detail));
        before = Some(version).filter(|version| !version.repealed);
    }
}
