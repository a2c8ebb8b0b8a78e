//! One rulebook: whom it concerns, how it counts, whose word on awareness counts first, its duties on a day, the units of
//! its fines, and its file as it is.

use super::day::{Day, Params};
use super::place;
use super::status::{badges, origin, shown};
use crate::law::base::money::Money;
use crate::law::library::Library;
use crate::law::rulebook::Rulebook;
use crate::law::rulebook::duty::Duty;
use crate::law::rulebook::fine::PenaltyUnit;
use crate::locales::Text;
use crate::web::http::answer;
use crate::web::http::failure::Failure;
use crate::web::http::visit::Visit;
use crate::web::views::fingerprint::groups;
use crate::web::views::frame::Page;
use crate::web::views::law::counting::{CountingView, of_rulebook};
use crate::web::views::law::deadline::time_limit;
use crate::web::views::law::source::Written;
use crate::web::views::law::term::{TermView, terms};
use crate::web::views::law::words;
use crate::web::views::law::words::Badge;
use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use askama::Template;
use std::collections::BTreeSet;

#[derive(Template)]
#[template(path = "pages/rules/rulebook.html")]
struct Book {
    page: Page,
    day: Day,
    action: String,
    shown: String,
    id: String,
    title: String,
    short: String,
    origin: Option<Badge>,
    country: String,
    covers: String,
    zone: String,
    hash: Vec<String>,
    written: Written,
    scope: Vec<TermView>,
    counting: CountingView,
    duties: Vec<Row>,
    awareness: Vec<Rank>,
    awareness_sources: Vec<Written>,
    units: Vec<UnitView>,
    changes: Vec<Change>,
}

struct Row {
    title: String,
    href: String,
    recipient: String,
    deadline: String,
    cite: String,
    watched: bool,
    badges: Vec<Badge>,
}

struct Rank {
    tier: u32,
    basis: String,
    provisional: bool,
    why: String,
}

/// What a unit of fines is worth from a day on.
struct UnitView {
    name: String,
    span: String,
    sum: String,
    written: Written,
}

struct Change {
    href: String,
    date: String,
    current: bool,
}

/// One rulebook.
///
/// # Errors
/// When there is none of that id, or the page cannot be written.
pub async fn get(visit: Visit, id: Path<String>, asked: Query<Params>) -> Result<HttpResponse, Failure> {
    let day = Day::of(&visit, &asked);
    let (t, library) = (visit.t, &*visit.web.desk.library);
    let rulebook = library.rulebook(&id).ok_or(Failure::NotFound)?;
    answer::page(&Book {
        page: Page::of(&visit, "rules"),
        action: format!("/rules/{}", rulebook.id),
        shown: t.date(day.on),
        id: rulebook.id.to_string(),
        title: rulebook.title.get(t.lang()).to_owned(),
        short: rulebook.short.get(t.lang()).to_owned(),
        origin: origin(t, rulebook),
        country: place::name(t, library, &rulebook.country),
        covers: t.date(rulebook.covers_from),
        zone: match (&rulebook.zone, &rulebook.zone_by) {
            (Some(zone), _) => zone.name().replace('_', " "),
            (None, Some(by)) => match library.vocabulary().fact(&by.fact) {
                Some(fact) => fact.title.get(t.lang()).to_owned(),
                None => by.fact.to_string(),
            },
            (None, None) => t.rulebook_zone_own(),
        },
        hash: groups(&rulebook.hash),
        written: Written::of(t, rulebook, &rulebook.source, day.today),
        scope: terms(t, library, rulebook, &rulebook.scope),
        counting: of_rulebook(t, library, rulebook, day.today),
        duties: rulebook.duty.iter().map(|duty| row(t, library, rulebook, duty, &day)).collect(),
        awareness: ranks(t, rulebook),
        awareness_sources: awareness_sources(t, rulebook, &day),
        units: rulebook.unit.iter().flat_map(|unit| units(t, rulebook, unit, &day)).collect(),
        changes: changes(t, rulebook, &day),
        day,
    })
}

/// The file of a rulebook as it is, so that people can start their own from it.
///
/// # Errors
/// When there is none of that id.
pub async fn file(visit: Visit, id: Path<String>) -> Result<HttpResponse, Failure> {
    let rulebook = visit.web.desk.library.rulebook(&id).ok_or(Failure::NotFound)?;
    let name = format!("{}.toml", rulebook.id.replace('.', "-"));
    Ok(answer::file("text/plain; charset=utf-8", &name, true, rulebook.text.as_bytes().to_vec()))
}

fn row(t: Text, library: &Library, book: &Rulebook, duty: &Duty, day: &Day) -> Row {
    let shown = shown(duty, day.on);
    Row {
        title: duty.title.get(t.lang()).to_owned(),
        href: format!("/rules/{}{}", duty.id, day.query()),
        recipient: duty.recipient.get(t.lang()).to_owned(),
        deadline: shown.map(|version| time_limit(t, library, book, version)).unwrap_or_default(),
        cite: shown.map(|version| version.source.cite.get(t.lang()).to_owned()).unwrap_or_default(),
        watched: duty.watched,
        badges: badges(t, book, duty, (day.on, day.today)),
    }
}

fn ranks(t: Text, rulebook: &Rulebook) -> Vec<Rank> {
    let rank = |rule: &crate::law::rulebook::AwarenessRule| Rank {
        tier: rule.tier,
        basis: t.basis(rule.basis),
        provisional: rule.provisional,
        why: rule.governs.get(t.lang()).to_owned(),
    };
    let mut ranks: Vec<Rank> = rulebook.awareness.iter().map(rank).collect();
    ranks.sort_by_key(|rank| rank.tier);
    ranks
}

/// On what the ranks rest, each source once.
fn awareness_sources(t: Text, rulebook: &Rulebook, day: &Day) -> Vec<Written> {
    let mut sources: Vec<Written> = Vec::new();
    for rule in &rulebook.awareness {
        let written = Written::of(t, rulebook, &rule.source, day.today);
        if !sources.contains(&written) {
            sources.push(written);
        }
    }
    sources
}

fn units(t: Text, rulebook: &Rulebook, unit: &PenaltyUnit, day: &Day) -> Vec<UnitView> {
    let nexts = unit.value.iter().skip(1).map(|value| Some(value.from)).chain([None]);
    let view = |(value, next): (&crate::law::rulebook::fine::UnitValue, _)| UnitView {
        name: unit.id.clone(),
        span: words::span(t, value.from, next),
        sum: t.money(Money::whole(rulebook.currency, value.sum)),
        written: Written::of(t, rulebook, &value.source, day.today),
    };
    unit.value.iter().zip(nexts).map(view).collect()
}

/// The days on which anything in the rulebook begins or ends.
fn changes(t: Text, rulebook: &Rulebook, day: &Day) -> Vec<Change> {
    let fines =
        |duty: &Duty| duty.fine.iter().flat_map(|fine| &fine.version).map(|version| version.from).collect::<Vec<_>>();
    let dates: BTreeSet<_> = rulebook
        .duty
        .iter()
        .flat_map(|duty| duty.version.iter().map(|version| version.from).chain(fines(duty)))
        .collect();
    let current = dates.range(..=day.on).next_back().copied();
    let change = |date: &chrono::NaiveDate| Change {
        href: format!("/rules/{}?on={date}", rulebook.id),
        date: t.date(*date),
        current: Some(*date) == current,
    };
    dates.iter().map(change).collect()
}
