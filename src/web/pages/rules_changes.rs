//! The changelog of the law: every version that begins or ends and all law that waits for its date, newest and upcoming
//! first, made from the rulebooks.

use super::rules_day::{Asked, today};
use super::rules_events::{Event, events};
use super::rules_place as place;
use super::rules_words::Badge;
use super::rules_written::Written;
use crate::law::duty::{Duty, Pending};
use crate::law::rulebook::Rulebook;
use crate::locales::Text;
use crate::web::answer;
use crate::web::choice::Choice;
use crate::web::failure::Failure;
use crate::web::page::Page;
use crate::web::visit::Visit;
use actix_web::HttpResponse;
use actix_web::web::Query;
use askama::Template;
use chrono::{Datelike, NaiveDate};

#[derive(Template)]
#[template(path = "pages/rules_changes.html")]
struct Changes {
    page: Page,
    places: Vec<Choice>,
    place: String,
    pending: Vec<PendingView>,
    years: Vec<Year>,
}

/// Law that waits for its date.
pub struct PendingView {
    /// How far it has come.
    pub status: Badge,
    /// What it would change.
    pub title: String,
    /// When it is expected; empty where nobody said so.
    pub expected: String,
    /// Where it is written.
    pub written: Written,
    /// What people call the act.
    pub act: String,
    /// The duty.
    pub duty: String,
    /// Its page.
    pub href: String,
}

struct Year {
    year: i32,
    open: bool,
    count: usize,
    days: Vec<DayView>,
}

struct DayView {
    date: String,
    iso: String,
    upcoming: bool,
    changes: Vec<Change>,
}

/// One change, as a line.
pub struct Change {
    /// What kind of change.
    pub kind: Badge,
    /// The jurisdiction.
    pub place: String,
    /// What people call the act.
    pub act: String,
    /// The duty or the fine.
    pub what: String,
    /// The limit or sum.
    pub detail: String,
    /// The duty's page on that day.
    pub href: String,
}

impl Change {
    /// An event as a line.
    #[must_use]
    pub fn of(t: Text, place: String, event: Event) -> Self {
        let kind = Badge { standing: event.kind.standing(), word: event.kind.word(t) };
        Self { kind, place, act: event.act, what: event.what, detail: event.detail, href: event.href }
    }
}

/// The changelog.
///
/// # Errors
/// When the page cannot be written.
pub async fn get(visit: Visit, asked: Query<Asked>) -> Result<HttpResponse, Failure> {
    let (t, library) = (visit.t, &*visit.web.desk.library);
    let chosen = asked.place(library);
    let here = |country: &str| chosen.is_none_or(|chosen| chosen == country);
    let mut found: Vec<Event> = events(t, library).into_iter().filter(|event| here(&event.country)).collect();
    found.sort_by_key(|event| std::cmp::Reverse(event.on));
    let books = library.rulebooks().iter().filter(|book| here(&book.country));
    let names = place::all(t, library);
    let every = std::iter::once(Choice::new("", t.library_every_jurisdiction()));
    let today = today(&visit);
    answer::page(&Changes {
        page: Page::of(&visit, "rules"),
        places: every.chain(names.into_iter().map(|(name, code)| Choice::new(code, name))).collect(),
        place: chosen.unwrap_or_default().to_owned(),
        pending: books.flat_map(|book| pending_of(t, book, today)).collect(),
        years: years(t, found, today, |code| place::name(t, library, code)),
    })
}

fn pending_of(t: Text, book: &Rulebook, today: NaiveDate) -> Vec<PendingView> {
    let each = |duty| move |one| pending(t, book, duty, one, today);
    book.duty.iter().flat_map(|duty: &Duty| duty.pending.iter().map(each(duty))).collect()
}

/// Law that waits for its date, ready to be shown.
#[must_use]
pub fn pending(t: Text, book: &Rulebook, duty: &Duty, pending: &Pending, today: NaiveDate) -> PendingView {
    PendingView {
        status: Badge { standing: "draft", word: t.pending(pending.status) },
        title: pending.title.get(t.lang()).to_owned(),
        expected: pending.expected.map(|day| t.date(day.0)).unwrap_or_default(),
        written: Written::of(t, book, &pending.source, today),
        act: book.short.get(t.lang()).to_owned(),
        duty: duty.title.get(t.lang()).to_owned(),
        href: format!("/rules/{}", duty.id),
    }
}

/// The events by year and day; those of the running year, of the one before and to come stand open.
fn years(t: Text, found: Vec<Event>, today: NaiveDate, place: impl Fn(&str) -> String) -> Vec<Year> {
    let mut years: Vec<Year> = Vec::new();
    for event in found {
        let (on, year) = (event.on, event.on.year());
        if years.last().is_none_or(|last| last.year != year) {
            years.push(Year { year, open: year >= today.year() - 1, count: 0, days: Vec::new() });
        }
        let Some(year) = years.last_mut() else { continue };
        year.count += 1;
        let iso = on.to_string();
        if year.days.last().is_none_or(|last| last.iso != iso) {
            year.days.push(DayView { date: t.date(on), iso, upcoming: on > today, changes: Vec::new() });
        }
        let line = Change::of(t, place(&event.country), event);
        if let Some(day) = year.days.last_mut() {
            day.changes.push(line);
        }
    }
    years
}
