//! The changelog of the law: every version that begins or ends and all law that waits for its date, newest and upcoming
//! first, made from the rulebooks.

use super::day::{Params, today};
use super::events::{Event, events};
use super::place;
use crate::law::library::Library;
use crate::law::rulebook::Rulebook;
use crate::law::rulebook::duty::Duty;
use crate::law::rulebook::version::PendingLaw;
use crate::locales::Text;
use crate::web::forms::choice::Choice;
use crate::web::http::answer;
use crate::web::http::failure::Failure;
use crate::web::http::visit::Visit;
use crate::web::views::frame::Page;
use crate::web::views::law::source::Written;
use crate::web::views::law::words::Badge;
use actix_web::HttpResponse;
use actix_web::web::Query;
use askama::Template;
use chrono::{Datelike, NaiveDate};

#[derive(Template)]
#[template(path = "pages/rules/changes.html")]
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
    acts: Vec<ActView>,
}

/// What changes in one act on one day.
pub struct ActView {
    /// The rulebook's page on that day.
    pub href: String,
    /// The jurisdiction.
    pub place: String,
    /// What people call the act.
    pub act: String,
    /// Line by line.
    pub changes: Vec<Change>,
    /// How many more there are that are not shown.
    pub more: usize,
}

/// One change, as a line.
pub struct Change {
    /// What kind of change.
    pub kind: Badge,
    /// The duty or the fine.
    pub what: String,
    /// The limit or sum, and what else differs, sentence by sentence.
    pub detail: Vec<String>,
    /// The duty's page on that day.
    pub href: String,
}

/// The events of one day, act by act; the rulebooks' order is kept.
#[must_use]
pub fn by_act(t: Text, library: &Library, events: Vec<Event>, most: usize) -> Vec<ActView> {
    let mut acts: Vec<(String, ActView)> = Vec::new();
    for event in events {
        if acts.last().is_none_or(|(book, _)| *book != event.book) {
            let href = format!("/rules/{}?on={}", event.book, event.on);
            let place = place::name(t, library, &event.country);
            acts.push((event.book, ActView { href, place, act: event.act, changes: Vec::new(), more: 0 }));
        }
        let Some((_, act)) = acts.last_mut() else { continue };
        if act.changes.len() == most {
            act.more += 1;
            continue;
        }
        let kind = Badge { standing: event.kind.standing(), word: event.kind.word(t) };
        act.changes.push(Change { kind, what: event.what, detail: event.detail, href: event.href });
    }
    acts.into_iter().map(|(_, act)| act).collect()
}

/// The changelog.
///
/// # Errors
/// When the page cannot be written.
pub async fn get(visit: Visit, asked: Query<Params>) -> Result<HttpResponse, Failure> {
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
        years: years(t, library, found, today),
    })
}

fn pending_of(t: Text, book: &Rulebook, today: NaiveDate) -> Vec<PendingView> {
    let each = |duty| move |one| pending(t, book, duty, one, today);
    book.duty.iter().flat_map(|duty: &Duty| duty.pending.iter().map(each(duty))).collect()
}

/// Law that waits for its date, ready to be shown.
#[must_use]
pub fn pending(t: Text, book: &Rulebook, duty: &Duty, pending: &PendingLaw, today: NaiveDate) -> PendingView {
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
fn years(t: Text, library: &Library, found: Vec<Event>, today: NaiveDate) -> Vec<Year> {
    let mut years: Vec<Year> = Vec::new();
    for events in days(found) {
        let Some(on) = events.first().map(|event| event.on) else { continue };
        let count = events.len();
        let day = DayView {
            date: t.date(on),
            iso: on.to_string(),
            upcoming: on > today,
            acts: by_act(t, library, events, usize::MAX),
        };
        match years.last_mut().filter(|year| year.year == on.year()) {
            Some(year) => {
                year.count += count;
                year.days.push(day);
            }
            None => years.push(Year { year: on.year(), open: on.year() >= today.year() - 1, count, days: vec![day] }),
        }
    }
    years
}

/// Events in order, day by day.
fn days(found: Vec<Event>) -> Vec<Vec<Event>> {
    let mut days: Vec<Vec<Event>> = Vec::new();
    for event in found {
        match days.last_mut().filter(|day| day.first().is_some_and(|first| first.on == event.on)) {
            Some(day) => day.push(event),
            None => days.push(vec![event]),
        }
    }
    days
}
