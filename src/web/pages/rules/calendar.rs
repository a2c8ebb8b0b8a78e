//! One calendar: its closed days by name, which of them stand for another, which are announced year by year and which are
//! expected only, and the days of the weekend that are worked.

use crate::law::calendar::{Calendar, Holiday};
use crate::law::library::Library;
use crate::law::rulebook::Rulebook;
use crate::law::rulebook::counting_rule::CalendarOf;
use crate::law::vocabulary::FactKind;
use crate::locales::Text;
use crate::web::http::answer;
use crate::web::http::failure::Failure;
use crate::web::http::visit::Visit;
use crate::web::views::frame::Page;
use crate::web::views::law::words::Link;
use crate::web::views::law::words::{Badge, confidence};
use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;
use chrono::{Datelike, NaiveDate, Weekday};

#[derive(Template)]
#[template(path = "pages/rules/calendar.html")]
struct Shown {
    page: Page,
    title: String,
    covers: String,
    /// The last day announced, where later days are expected only.
    announced_to: String,
    weekend: String,
    note: String,
    cite: String,
    url: String,
    checked: String,
    confidence: Badge,
    used: Vec<Link>,
    years: Vec<Year>,
}

struct Year {
    id: String,
    year: i32,
    open: bool,
    days: Vec<DayView>,
}

struct DayView {
    date: String,
    weekday: String,
    /// In English, as all calendars name their days.
    name: String,
    marks: Vec<Badge>,
}

/// One calendar.
///
/// # Errors
/// When there is none of that id, or the page cannot be written.
pub async fn get(visit: Visit, id: Path<String>) -> Result<HttpResponse, Failure> {
    let (t, library) = (visit.t, &*visit.web.desk.library);
    let calendar = library.calendars().get(&id).ok_or(Failure::NotFound)?;
    let source = &calendar.source;
    let weekend: Vec<String> = calendar.weekend.iter().map(|day| weekday(t, *day)).collect();
    answer::page(&Shown {
        page: Page::of(&visit, "rules"),
        title: calendar.title.get(t.lang()).to_owned(),
        covers: t.rulebook_span(t.date(calendar.from), t.date(calendar.to)),
        announced_to: if calendar.announced_to < calendar.to { t.date(calendar.announced_to) } else { String::new() },
        weekend: t.list(&weekend),
        note: calendar.note.clone().unwrap_or_default(),
        cite: source.cite.get(t.lang()).to_owned(),
        url: source.url.clone(),
        checked: t.checked(source),
        confidence: confidence(t, source.confidence),
        used: users(t, library, &calendar.id),
        years: years(t, calendar, super::day::today(&visit).year()),
    })
}

fn years(t: Text, calendar: &Calendar, running: i32) -> Vec<Year> {
    let closed = calendar.holidays().iter().map(|holiday| (holiday.day, closed(t, calendar, holiday)));
    let worked = calendar.working().iter().map(|day| (*day, worked(t, *day)));
    let mut days: Vec<(NaiveDate, DayView)> = closed.chain(worked).collect();
    days.sort_by_key(|(day, _)| *day);
    let mut years: Vec<Year> = Vec::new();
    for (on, day) in days {
        match years.last_mut().filter(|year| year.year == on.year()) {
            Some(year) => year.days.push(day),
            None => {
                let year = on.year();
                years.push(Year { id: format!("year-{year}"), year, open: year == running, days: vec![day] });
            }
        }
    }
    years
}

fn closed(t: Text, calendar: &Calendar, holiday: &Holiday) -> DayView {
    let mut marks = Vec::new();
    if holiday.substitute {
        marks.push(Badge { standing: "document", word: t.library_day_substitute() });
    }
    if calendar.is_expected(holiday.day) {
        marks.push(Badge { standing: "perhaps-overdue", word: t.library_day_expected() });
    } else if holiday.announced {
        marks.push(Badge { standing: "unknown", word: t.library_day_announced() });
    }
    let (date, weekday) = (t.date(holiday.day), weekday(t, holiday.day.weekday()));
    DayView { date, weekday, name: holiday.title.clone(), marks }
}

fn worked(t: Text, day: NaiveDate) -> DayView {
    let marks = vec![Badge { standing: "running", word: t.library_day_worked() }];
    DayView { date: t.date(day), weekday: weekday(t, day.weekday()), name: String::new(), marks }
}

fn weekday(t: Text, day: Weekday) -> String {
    match day {
        Weekday::Mon => t.library_monday(),
        Weekday::Tue => t.library_tuesday(),
        Weekday::Wed => t.library_wednesday(),
        Weekday::Thu => t.library_thursday(),
        Weekday::Fri => t.library_friday(),
        Weekday::Sat => t.library_saturday(),
        Weekday::Sun => t.library_sunday(),
    }
}

/// The rulebooks that count by a calendar.
#[must_use]
pub fn users(t: Text, library: &Library, id: &str) -> Vec<Link> {
    let books = library.rulebooks().iter().filter(|book| uses(library, book, id));
    let link =
        |book: &Rulebook| Link { href: format!("/rules/{}", book.id), title: book.short.get(t.lang()).to_owned() };
    books.map(link).collect()
}

fn uses(library: &Library, book: &Rulebook, id: &str) -> bool {
    let versions = book.duty.iter().flat_map(|duty| &duty.version).filter_map(|version| version.counting.as_ref());
    // The question offers every country; the Union's acts are filed in its own area only.
    let area = library.vocabulary().group("eea").unwrap_or_default();
    let here = book.country != "EU" || area.iter().any(|country| country == id);
    let counted_by = |of: &CalendarOf| match of {
        CalendarOf::Named(named) => named == id,
        CalendarOf::By(by) => match library.vocabulary().fact(&by.by).map(|fact| &fact.kind) {
            Some(FactKind::Choice { choices }) => here && choices.iter().any(|choice| choice.id == id),
            _ => false,
        },
    };
    book.counting.iter().chain(versions).filter_map(|counting| counting.calendar.as_ref()).any(counted_by)
}
