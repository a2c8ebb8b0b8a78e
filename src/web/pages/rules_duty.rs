//! One duty with all its versions: how long there is, on what conditions and grounds, with which exceptions, what missing
//! it may cost, each from its day on and with its source.

use super::rules::{Asked, Day};
use super::rules_deadline::time_limit;
use super::rules_words::{self as words, Badge, Written};
use crate::documents::penalty::Penalty;
use crate::documents::provision::provision;
use crate::law::library::Library;
use crate::law::duty::{Duty, Version};
use crate::law::fine::{Fine, FineVersion};
use crate::law::rulebook::Rulebook;
use crate::law::term::Term;
use crate::law::situation::DutyId;
use crate::locales::Text;
use crate::web::answer;
use crate::web::failure::Failure;
use crate::web::page::Page;
use crate::web::visit::Visit;
use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use askama::Template;
use chrono::NaiveDate;
use std::sync::Arc;

#[derive(Template)]
#[template(path = "pages/rules_duty.html")]
struct Shown {
    page: Page,
    day: Day,
    action: String,
    on: String,
    rulebook: String,
    rulebook_href: String,
    title: String,
    recipient: String,
    consequence: String,
    starts: String,
    governed_by: String,
    watched: bool,
    form: Option<FormNote>,
    in_force: bool,
    next: String,
    versions: Vec<VersionView>,
    fines: Vec<FineView>,
}

struct FormNote {
    title: String,
    channels: String,
    note: String,
}

struct VersionView {
    span: String,
    current: bool,
    repealed: bool,
    deadline: String,
    conditions: Vec<TermView>,
    grounds: Vec<TermView>,
    exceptions: Vec<TermView>,
    note: String,
    written: Written,
}

struct TermView {
    title: String,
    cite: String,
    effect: String,
}

struct FineView {
    title: String,
    kind: String,
    caps: Vec<Cap>,
    versions: Vec<FineVersionView>,
}

/// One step of the picture in `components/money.html`.
struct Cap {
    period: String,
    amount: String,
    size: u16,
    governs: bool,
    governs_word: String,
}

struct FineVersionView {
    span: String,
    current: bool,
    repealed: bool,
    amount: String,
    note: String,
    written: Written,
    practice: Vec<Seen>,
}

struct Seen {
    amount: String,
    about: String,
    url: String,
    confidence: Badge,
}

/// One duty.
///
/// # Errors
/// When there is none of that id, or the page cannot be written.
pub async fn get(visit: Visit, id: Path<(String, String)>, asked: Query<Asked>) -> Result<HttpResponse, Failure> {
    let day = Day::of(&visit, &asked);
    let (book, name) = id.into_inner();
    let (t, library) = (visit.t, &visit.web.desk.library);
    let rulebook = library.rulebook(&book).ok_or(Failure::NotFound)?;
    let duty = rulebook.duty(&DutyId::new(&format!("{book}/{name}"))).ok_or(Failure::NotFound)?;
    let lang = t.lang();
    let form = duty.form.as_ref().and_then(|form| library.form(form)).map(|form| FormNote {
        title: form.title.get(lang).to_owned(),
        channels: form.channels.get(lang).to_owned(),
        note: form.note.get(lang).to_owned(),
    });
    answer::page(&Shown {
        page: Page::of(&visit, "rules"),
        action: format!("/rules/{}", duty.id),
        on: t.date(day.on),
        rulebook: rulebook.short.get(lang).to_owned(),
        rulebook_href: format!("/rules/{}{}", rulebook.id, day.query()),
        title: duty.title.get(lang).to_owned(),
        recipient: duty.recipient.get(lang).to_owned(),
        consequence: duty.consequence.get(lang).to_owned(),
        starts: words::starts(t, library, &duty.starts),
        governed_by: words::governed_by(t, duty),
        watched: duty.watched,
        form,
        in_force: duty.in_force(day.on).is_some(),
        next: duty.next(day.on).map(|version| t.date(version.from)).unwrap_or_default(),
        versions: versions(t, library, rulebook, duty, day.on),
        fines: duty.fine.iter().map(|fine| fine_view(t, library, rulebook, fine, day.on)).collect(),
        day,
    })
}

/// Newest first.
fn versions(t: Text, library: &Library, rulebook: &Rulebook, duty: &Duty, on: NaiveDate) -> Vec<VersionView> {
    let current = duty.in_force(on).map(|version| version.from);
    let nexts = duty.version.iter().skip(1).map(|version| Some(version.from)).chain([None]);
    let view = |(version, next): (&Version, Option<NaiveDate>)| VersionView {
        span: words::span(t, version.from, next),
        current: current == Some(version.from),
        repealed: version.repealed,
        deadline: time_limit(t, library, version),
        conditions: terms(t, library, rulebook, &version.conditions),
        grounds: terms(t, library, rulebook, &version.grounds),
        exceptions: terms(t, library, rulebook, &version.exceptions),
        note: version.note.as_ref().map(|note| note.get(t.lang()).to_owned()).unwrap_or_default(),
        written: Written::of(t, rulebook, &version.source),
    };
    let mut views: Vec<VersionView> = duty.version.iter().zip(nexts).map(view).collect();
    views.reverse();
    views
}

fn terms(t: Text, library: &Library, rulebook: &Rulebook, ids: &[Arc<str>]) -> Vec<TermView> {
    let view = |term: &Term| TermView {
        title: term.title.get(t.lang()).to_owned(),
        cite: provision(t.lang(), &term.cite).unwrap_or_else(|| term.cite.to_string()),
        effect: words::effect(t, library, term.then.as_ref()),
    };
    ids.iter().filter_map(|id| rulebook.term(id)).map(view).collect()
}

fn fine_view(t: Text, library: &Library, rulebook: &Rulebook, fine: &Fine, on: NaiveDate) -> FineView {
    let current = fine.in_force(on).map(|version| version.from);
    let nexts: Vec<Option<NaiveDate>> =
        fine.version.iter().skip(1).map(|version| Some(version.from)).chain([None]).collect();
    let view = |(version, next): (&FineVersion, &Option<NaiveDate>)| FineVersionView {
        span: words::span(t, version.from, *next),
        current: current == Some(version.from),
        repealed: version.repealed,
        amount: Penalty { t, library }.of_version(rulebook, version),
        note: version.note.as_ref().map(|note| note.get(t.lang()).to_owned()).unwrap_or_default(),
        written: Written::of(t, rulebook, &version.source),
        practice: practice(t, version),
    };
    let mut views: Vec<FineVersionView> = fine.version.iter().zip(&nexts).map(view).collect();
    let caps = caps(t, fine, &views);
    views.reverse();
    FineView { title: fine.title.get(t.lang()).to_owned(), kind: t.sanction(fine.kind), caps, versions: views }
}

fn practice(t: Text, version: &FineVersion) -> Vec<Seen> {
    let seen = |practice: &crate::law::verdict::Practice| Seen {
        amount: t.money(practice.amount),
        about: practice.about.get(t.lang()).to_owned(),
        url: practice.url.clone(),
        confidence: words::confidence(t, practice.confidence),
    };
    version.practice.iter().map(seen).collect()
}

/// The picture: only where every version is a plain sum, because a share of turnover has no length.
fn caps(t: Text, fine: &Fine, views: &[FineVersionView]) -> Vec<Cap> {
    let sums: Option<Vec<i64>> = fine
        .version
        .iter()
        .filter(|version| !version.repealed)
        .map(|version| version.plain_sum())
        .collect();
    let Some(sums) = sums.filter(|sums| sums.len() > 1) else { return Vec::new() };
    let most = sums.iter().copied().max().unwrap_or(1).max(1);
    let live = views.iter().filter(|view| !view.repealed);
    let cap = |(view, sum): (&FineVersionView, i64)| Cap {
        period: view.span.clone(),
        amount: view.amount.clone(),
        size: u16::try_from(sum.saturating_mul(1_000) / most).unwrap_or(1_000),
        governs: view.current,
        governs_word: t.rulebook_applies_on_day(),
    };
    live.zip(sums).map(cap).collect()
}
