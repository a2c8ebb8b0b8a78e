//! The library of rules: every duty on one line, as it stands on a day, in groups or found by words, and what changes
//! next. Shows data of `law`; it interprets nothing.

use super::arrangement::By;
use super::changes::{ActView, by_act};
use super::day::{Day, Params};
use super::events::{Event, events};
use super::freshness::{Doubts, doubts};
use super::groups::{Group, Grouping};
use super::place;
use super::search::Sought;
use crate::law::library::Library;
use crate::locales::Text;
use crate::web::http::answer;
use crate::web::http::failure::Failure;
use crate::web::http::visit::Visit;
use crate::web::views::frame::Page;
use actix_web::HttpResponse;
use actix_web::web::Query;
use askama::Template;
use chrono::NaiveDate;
use std::collections::BTreeMap;
use url::form_urlencoded::Serializer;

/// On how many of the next days with changes the library tells at its top.
const NEXT_DAYS: usize = 4;
/// How many changes of one act on one day it names.
const NAMED: usize = 3;

#[derive(Template)]
#[template(path = "pages/rules/library.html")]
struct Rules {
    page: Page,
    day: Day,
    by: &'static str,
    ways: Ways,
    sought: String,
    shown: String,
    totals: String,
    found: usize,
    all_open: bool,
    groups: Vec<Group>,
    coming: Vec<Coming>,
    doubts: Doubts,
}

/// The same page asked otherwise.
struct Ways {
    /// Arrangements by title, and which of them this is.
    arranged: Vec<(String, String, bool)>,
    /// In this arrangement and on this day, with everything in it.
    everything: String,
    /// The same with every group open.
    opened: String,
}

impl Ways {
    fn of(t: Text, day: &Day, by: By, sought: &Sought) -> Self {
        let here = |open| address(day, by, "", open);
        let other = |other: By| (address(day, other, &sought.typed, ""), other.title(t), other == by);
        Self {
            arranged: [By::Jurisdiction, By::Recipient, By::Deadline].map(other).into(),
            everything: here(""),
            opened: here("all"),
        }
    }
}

/// The library asked for these.
fn address(day: &Day, by: By, sought: &str, open: &str) -> String {
    let mut query = Serializer::new(String::new());
    query.append_pair("on", &day.on.to_string());
    for (name, value) in [("by", by.asked()), ("q", sought), ("open", open)] {
        if !value.is_empty() {
            query.append_pair(name, value);
        }
    }
    format!("/rules?{}", query.finish())
}

/// A day on which something changes.
struct Coming {
    date: String,
    acts: Vec<ActView>,
}

/// The library.
///
/// # Errors
/// When the store fails or the page cannot be written.
pub async fn get(visit: Visit, asked: Query<Params>) -> Result<HttpResponse, Failure> {
    let (day, by, sought) = (Day::of(&visit, &asked), By::of(&asked), Sought::of(asked.q.as_deref()));
    let (t, library, own) = (visit.t, &*visit.web.desk.library, place::own(&visit).await?);
    let open = asked.open.as_deref().unwrap_or_default();
    let groups = Grouping { t, library, day: &day, sought: &sought, open, own: &own }.groups(by);
    let duties: usize = library.rulebooks().iter().map(|book| book.duty.len()).sum();
    answer::page(&Rules {
        page: Page::of(&visit, "rules"),
        by: by.asked(),
        ways: Ways::of(t, &day, by, &sought),
        sought: sought.typed,
        shown: t.date(day.on),
        totals: t.library_totals(t.number(library.rulebooks().len()), t.number(duties)),
        found: groups.iter().map(|group| group.count).sum(),
        all_open: groups.iter().all(|group| group.open),
        groups,
        coming: coming(t, library, day.on),
        doubts: doubts(t, library, day.today),
        day,
    })
}

/// What begins or ends after the day shown, on the first few days on which anything does.
fn coming(t: Text, library: &Library, shown: NaiveDate) -> Vec<Coming> {
    let mut days: BTreeMap<NaiveDate, Vec<Event>> = BTreeMap::new();
    for event in events(t, library).into_iter().filter(|event| event.on > shown) {
        days.entry(event.on).or_default().push(event);
    }
    let coming = |(on, events)| Coming { date: t.date(on), acts: by_act(t, library, events, NAMED) };
    days.into_iter().take(NEXT_DAYS).map(coming).collect()
}
