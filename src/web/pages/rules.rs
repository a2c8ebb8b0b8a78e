//! The library of rules: every rulebook by country, with its duties as they stand on a day, what changes next, and what
//! was not read in the law itself. Shows data of `law`; it interprets nothing.

use crate::law::citation::Confidence;
use crate::law::library::Library;
use crate::law::duty::Duty;
use crate::law::rulebook::Rulebook;
use crate::locales::Text;
use crate::web::answer;
use crate::web::failure::Failure;
use crate::web::page::Page;
use crate::web::pages::rules_deadline::time_limit;
use crate::web::pages::rules_words::{self as words, Badge};
use crate::web::visit::Visit;
use actix_web::HttpResponse;
use actix_web::web::Query;
use askama::Template;
use chrono::NaiveDate;
use serde::Deserialize;
use std::collections::BTreeMap;

/// What may be asked of the rules.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Asked {
    /// The day, as `YYYY-MM-DD`; today when absent.
    pub on: Option<String>,
}

/// The day a page of rules shows, and what was typed for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    /// The day.
    pub on: NaiveDate,
    /// What was typed, or the day itself.
    pub typed: String,
    /// What is wrong with what was typed; empty when nothing is.
    pub wrong: String,
}

impl Day {
    /// The day asked for; today, with a remark, when what was typed is no day.
    #[must_use]
    pub fn of(visit: &Visit, asked: &Asked) -> Self {
        let today = visit.now.in_zone(visit.zone).date_naive();
        let typed = asked.on.as_deref().map(str::trim).filter(|typed| !typed.is_empty());
        match typed.map(|typed| (typed, NaiveDate::parse_from_str(typed, "%Y-%m-%d"))) {
            None => Self { on: today, typed: today.to_string(), wrong: String::new() },
            Some((typed, Ok(on))) => Self { on, typed: typed.to_owned(), wrong: String::new() },
            Some((typed, Err(_))) => Self {
                on: today,
                typed: typed.chars().take(40).collect(),
                wrong: visit.t.rulebook_day_wrong(visit.t.date(today)),
            },
        }
    }

    /// The query that keeps this day.
    #[must_use]
    pub fn query(&self) -> String {
        format!("?on={}", self.on)
    }
}

#[derive(Template)]
#[template(path = "pages/rules.html")]
struct Rules {
    page: Page,
    day: Day,
    shown: String,
    countries: Vec<Country>,
    coming: Vec<Coming>,
    doubts: Vec<Doubt>,
}

struct Country {
    name: String,
    rulebooks: Vec<Book>,
}

struct Book {
    id: String,
    title: String,
    short: String,
    href: String,
    covers: String,
    source: String,
    url: String,
    confidence: Badge,
    rows: Vec<Row>,
}

struct Row {
    title: String,
    href: String,
    recipient: String,
    deadline: String,
    since: String,
    next: String,
    confidence: Badge,
}

/// A day on which something changes.
struct Coming {
    date: String,
    changes: Vec<Change>,
}

struct Change {
    what: String,
    href: String,
    rulebook: String,
}

struct Doubt {
    what: String,
    href: String,
    confidence: Badge,
    about: String,
}

/// The library.
///
/// # Errors
/// When the page cannot be written.
pub async fn get(visit: Visit, asked: Query<Asked>) -> Result<HttpResponse, Failure> {
    let day = Day::of(&visit, &asked);
    let (t, library) = (visit.t, &visit.web.desk.library);
    let mut coming: BTreeMap<NaiveDate, Vec<Change>> = BTreeMap::new();
    for (from, change) in library.rulebooks().iter().flat_map(|book| changes(t, book, day.on)) {
        coming.entry(from).or_default().push(change);
    }
    answer::page(&Rules {
        page: Page::of(&visit, "rules"),
        shown: t.date(day.on),
        countries: countries(t, library, &day),
        coming: coming.into_iter().map(|(from, changes)| Coming { date: t.date(from), changes }).collect(),
        doubts: library.rulebooks().iter().flat_map(|book| doubts(t, book)).collect(),
        day,
    })
}

fn countries(t: Text, library: &Library, day: &Day) -> Vec<Country> {
    let mut countries: Vec<Country> = Vec::new();
    for rulebook in library.rulebooks() {
        let (name, book) = (words::country(t, &rulebook.country), book(t, library, rulebook, day));
        match countries.iter_mut().find(|country| country.name == name) {
            Some(country) => country.rulebooks.push(book),
            None => countries.push(Country { name, rulebooks: vec![book] }),
        }
    }
    countries
}

fn book(t: Text, library: &Library, rulebook: &Rulebook, day: &Day) -> Book {
    Book {
        id: rulebook.id.replace('.', "-"),
        title: rulebook.title.get(t.lang()).to_owned(),
        short: rulebook.short.get(t.lang()).to_owned(),
        href: format!("/rules/{}{}", rulebook.id, day.query()),
        covers: t.date(rulebook.covers_from),
        source: rulebook.source.cite.get(t.lang()).to_owned(),
        url: rulebook.source.url.clone(),
        confidence: words::confidence(t, rulebook.source.confidence),
        rows: rulebook.duty.iter().map(|duty| row(t, library, duty, day)).collect(),
    }
}

fn row(t: Text, library: &Library, duty: &Duty, day: &Day) -> Row {
    let version = duty.in_force(day.on);
    let next = duty.version.iter().find(|version| version.from > day.on);
    let shown = version.or(next).or_else(|| duty.version.last());
    Row {
        title: duty.title.get(t.lang()).to_owned(),
        href: format!("/rules/{}{}", duty.id, day.query()),
        recipient: duty.recipient.get(t.lang()).to_owned(),
        deadline: version
            .map_or_else(|| t.answer_not_in_force(), |version| time_limit(t, library, version)),
        since: version.map(|version| t.date(version.from)).unwrap_or_default(),
        next: next.map(|version| t.date(version.from)).unwrap_or_default(),
        confidence: words::confidence(t, shown.map_or(Confidence::Recalled, |version| version.source.confidence)),
    }
}

/// What begins or ends after a day.
fn changes(t: Text, rulebook: &Rulebook, day: NaiveDate) -> Vec<(NaiveDate, Change)> {
    let lang = t.lang();
    let line = |from: NaiveDate, first: bool, repealed: bool, what: &str, duty: &Duty| {
        let what = match (repealed, first) {
            (true, _) => t.rulebook_ends(what),
            (false, true) => t.rulebook_enters(what),
            (false, false) => t.rulebook_begins(what),
        };
        let href = format!("/rules/{}?on={from}", duty.id);
        (from, Change { what, href, rulebook: rulebook.short.get(lang).to_owned() })
    };
    let mut changes = Vec::new();
    for duty in &rulebook.duty {
        for (version, place) in duty.version.iter().zip(0..).filter(|(version, _)| version.from > day) {
            changes.push(line(version.from, place == 0, version.repealed, duty.title.get(lang), duty));
        }
        for fine in &duty.fine {
            for (version, place) in fine.version.iter().zip(0..).filter(|(version, _)| version.from > day) {
                changes.push(line(version.from, place == 0, version.repealed, fine.title.get(lang), duty));
            }
        }
    }
    changes
}

/// Everything that was not read in the law's own text.
fn doubts(t: Text, rulebook: &Rulebook) -> Vec<Doubt> {
    let lang = t.lang();
    let mut doubts = Vec::new();
    for duty in &rulebook.duty {
        let href = format!("/rules/{}", duty.id);
        let mut note = |what: &str, confidence: Confidence, about: String| {
            if confidence != Confidence::Verified {
                let confidence = words::confidence(t, confidence);
                doubts.push(Doubt { what: what.to_owned(), href: href.clone(), confidence, about });
            }
        };
        for version in &duty.version {
            note(duty.title.get(lang), version.source.confidence, version.source.cite.get(lang).to_owned());
        }
        for fine in &duty.fine {
            for version in &fine.version {
                note(fine.title.get(lang), version.source.confidence, version.source.cite.get(lang).to_owned());
                for seen in &version.practice {
                    let about = format!("{}: {}", seen.about.get(lang), t.money(seen.amount));
                    note(&t.rulebook_practice(), seen.confidence, about);
                }
            }
        }
    }
    doubts
}
