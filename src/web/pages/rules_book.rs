//! One rulebook: where it was read, whose word on awareness counts first, its duties on a day, its exact text by hash.

use super::filing_view::groups;
use super::rules::{Asked, Day};
use super::rules_deadline::time_limit;
use super::rules_words::{self as words, Written};
use crate::law::rulebook::Rulebook;
use crate::locales::Text;
use crate::web::answer;
use crate::web::failure::Failure;
use crate::web::page::Page;
use crate::web::visit::Visit;
use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use askama::Template;
use std::collections::BTreeSet;

#[derive(Template)]
#[template(path = "pages/rules_book.html")]
struct Book {
    page: Page,
    day: Day,
    action: String,
    shown: String,
    title: String,
    short: String,
    country: String,
    covers: String,
    zone: String,
    hash: Vec<String>,
    written: Written,
    duties: Vec<Row>,
    awareness: Vec<Rank>,
    changes: Vec<Change>,
}

struct Row {
    title: String,
    href: String,
    recipient: String,
    deadline: String,
    cite: String,
    watched: bool,
}

struct Rank {
    tier: u32,
    basis: String,
    provisional: bool,
    why: String,
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
pub async fn get(visit: Visit, id: Path<String>, asked: Query<Asked>) -> Result<HttpResponse, Failure> {
    let day = Day::of(&visit, &asked);
    let (t, library) = (visit.t, &visit.web.desk.library);
    let rulebook = library.rulebook(&id).ok_or(Failure::NotFound)?;
    let duties = rulebook.duty.iter().map(|duty| {
        let version = duty.in_force(day.on);
        Row {
            title: duty.title.get(t.lang()).to_owned(),
            href: format!("/rules/{}{}", duty.id, day.query()),
            recipient: duty.recipient.get(t.lang()).to_owned(),
            deadline: version
                .map_or_else(|| t.answer_not_in_force(), |version| time_limit(t, library, version)),
            cite: version.map(|version| version.source.cite.get(t.lang()).to_owned()).unwrap_or_default(),
            watched: duty.watched,
        }
    });
    answer::page(&Book {
        page: Page::of(&visit, "rules"),
        action: format!("/rules/{}", rulebook.id),
        shown: t.date(day.on),
        title: rulebook.title.get(t.lang()).to_owned(),
        short: rulebook.short.get(t.lang()).to_owned(),
        country: words::country(t, &rulebook.country),
        covers: t.date(rulebook.covers_from),
        zone: rulebook.zone.map_or_else(|| t.rulebook_zone_own(), |zone| zone.name().replace('_', " ")),
        hash: groups(&rulebook.hash),
        written: Written::of(t, rulebook, &rulebook.source),
        duties: duties.collect(),
        awareness: ranks(t, rulebook),
        changes: changes(t, rulebook, &day),
        day,
    })
}

fn ranks(t: Text, rulebook: &Rulebook) -> Vec<Rank> {
    let mut ranks: Vec<Rank> = rulebook
        .awareness
        .iter()
        .map(|rule| Rank {
            tier: rule.tier,
            basis: t.basis(rule.basis),
            provisional: rule.provisional,
            why: rule.governs.get(t.lang()).to_owned(),
        })
        .collect();
    ranks.sort_by_key(|rank| rank.tier);
    ranks
}

/// The days on which anything in the rulebook begins or ends.
fn changes(t: Text, rulebook: &Rulebook, day: &Day) -> Vec<Change> {
    let fines = |duty: &crate::law::duty::Duty| {
        duty.fine.iter().flat_map(|fine| &fine.version).map(|version| version.from).collect::<Vec<_>>()
    };
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
