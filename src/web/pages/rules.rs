//! The library of rules: every duty on one line, as it stands on a day, by jurisdiction, by recipient or by deadline, and
//! what changes next. Shows data of `law`; it interprets nothing.

use super::rules_changes::{ActView, by_act};
use super::rules_day::{Asked, Day};
use super::rules_deadline::time_limit;
use super::rules_doubts::{Doubts, doubts};
use super::rules_events::{Event, events};
use super::rules_length::{Band, length};
use super::rules_place as place;
use super::rules_status::{badges, origin, shown};
use super::rules_words::{self as words, Badge};
use crate::law::duty::{Duty, Recipient};
use crate::law::library::Library;
use crate::law::rulebook::Rulebook;
use crate::locales::Text;
use crate::web::answer;
use crate::web::failure::Failure;
use crate::web::page::Page;
use crate::web::visit::Visit;
use actix_web::HttpResponse;
use actix_web::web::Query;
use askama::Template;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// Duties with the seconds they leave.
type Ranked<'a> = Vec<(u64, (&'a Rulebook, &'a Duty))>;

/// On how many of the next days with changes the library tells at its top.
const NEXT_DAYS: usize = 4;
/// How many changes of one act on one day it names.
const NAMED: usize = 3;
/// A longer time limit than this many letters is set smaller.
const LONG: usize = 40;

#[derive(Template)]
#[template(path = "pages/rules.html")]
struct Rules {
    page: Page,
    day: Day,
    by: By,
    shown: String,
    totals: String,
    groups: Vec<Group>,
    coming: Vec<Coming>,
    doubts: Doubts,
}

/// How duties are arranged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum By {
    Jurisdiction,
    Recipient,
    Deadline,
}

impl By {
    fn of(asked: &Asked) -> Self {
        match asked.by.as_deref() {
            Some("recipient") => Self::Recipient,
            Some("deadline") => Self::Deadline,
            _ => Self::Jurisdiction,
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Jurisdiction => "jurisdiction",
            Self::Recipient => "recipient",
            Self::Deadline => "deadline",
        }
    }
}

/// Duties that stand together.
struct Group {
    id: String,
    title: String,
    own: bool,
    count: usize,
    blocks: Vec<Block>,
}

/// Duties of one rulebook, or of all of a group where there is no head.
struct Block {
    head: Option<Head>,
    rows: Vec<Row>,
}

struct Head {
    title: String,
    href: String,
    confidence: Badge,
    origin: Option<Badge>,
}

/// A duty on one line.
struct Row {
    title: String,
    href: String,
    act: String,
    recipient: String,
    deadline: String,
    long: bool,
    since: String,
    badges: Vec<Badge>,
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
pub async fn get(visit: Visit, asked: Query<Asked>) -> Result<HttpResponse, Failure> {
    let (day, by) = (Day::of(&visit, &asked), By::of(&asked));
    let (t, library) = (visit.t, &*visit.web.desk.library);
    let asking = Asking { t, library, day: &day };
    let groups = match by {
        By::Jurisdiction => asking.by_jurisdiction(&place::own(&visit).await?),
        By::Recipient => asking.by_recipient(),
        By::Deadline => asking.by_deadline(),
    };
    let duties: usize = library.rulebooks().iter().map(|book| book.duty.len()).sum();
    answer::page(&Rules {
        page: Page::of(&visit, "rules"),
        by,
        shown: t.date(day.on),
        totals: t.library_totals(t.number(library.rulebooks().len()), t.number(duties)),
        groups,
        coming: asking.coming(),
        doubts: doubts(t, library, day.today),
        day,
    })
}

/// What the page is made from.
struct Asking<'a> {
    t: Text,
    library: &'a Library,
    day: &'a Day,
}

impl Asking<'_> {
    /// In the reader's alphabet, the organisation's own first.
    fn by_jurisdiction(&self, own: &BTreeSet<String>) -> Vec<Group> {
        let mut groups: Vec<Group> = Vec::new();
        for (name, code) in place::all(self.t, self.library) {
            let books = self.library.rulebooks().iter().filter(|book| book.country == code);
            let blocks: Vec<Block> = books.map(|book| self.block(book)).collect();
            let count = blocks.iter().map(|block| block.rows.len()).sum();
            groups.push(Group { id: code.to_ascii_lowercase(), title: name, own: own.contains(code), count, blocks });
        }
        groups.sort_by_key(|group| !group.own);
        groups
    }

    fn block(&self, book: &Rulebook) -> Block {
        let head = Head {
            title: book.title.get(self.t.lang()).to_owned(),
            href: format!("/rules/{}{}", book.id, self.day.query()),
            confidence: words::confidence(self.t, book.source.confidence),
            origin: origin(self.t, book),
        };
        let rows = book.duty.iter().map(|duty| Row { act: String::new(), ..self.row(book, duty) });
        Block { head: Some(head), rows: rows.collect() }
    }

    fn by_recipient(&self) -> Vec<Group> {
        let group = |to: Recipient| {
            let id = format!("to-{}", Recipient::ALL.iter().position(|other| *other == to).unwrap_or_default());
            let mut of: Vec<_> = self.duties().filter(|(_, duty)| duty.to == to).collect();
            of.sort_by_key(|(_, duty)| length(duty.in_force(self.day.on)));
            self.group(id, self.t.recipient(to), &of)
        };
        Recipient::ALL.into_iter().map(group).filter(|group| group.count > 0).collect()
    }

    fn by_deadline(&self) -> Vec<Group> {
        let mut bands: BTreeMap<Band, Ranked<'_>> = BTreeMap::new();
        for (book, duty) in self.duties() {
            let (band, seconds) = length(duty.in_force(self.day.on));
            bands.entry(band).or_default().push((seconds, (book, duty)));
        }
        let group = |((band, mut of), place): ((Band, Ranked<'_>), usize)| {
            of.sort_by_key(|(seconds, _)| *seconds);
            let of: Vec<_> = of.into_iter().map(|(_, duty)| duty).collect();
            self.group(format!("band-{place}"), band.title(self.t), &of)
        };
        bands.into_iter().zip(0..).map(group).collect()
    }

    fn duties(&self) -> impl Iterator<Item = (&Rulebook, &Duty)> {
        self.library.rulebooks().iter().flat_map(|book| book.duty.iter().map(move |duty| (book, duty)))
    }

    fn group(&self, id: String, title: String, duties: &[(&Rulebook, &Duty)]) -> Group {
        let rows: Vec<Row> = duties.iter().map(|(book, duty)| self.row(book, duty)).collect();
        Group { id, title, own: false, count: rows.len(), blocks: vec![Block { head: None, rows }] }
    }

    fn row(&self, book: &Rulebook, duty: &Duty) -> Row {
        let (t, on) = (self.t, self.day.on);
        let shown = shown(duty, on);
        let deadline = shown.map(|version| time_limit(t, self.library, book, version)).unwrap_or_default();
        Row {
            title: duty.title.get(t.lang()).to_owned(),
            href: format!("/rules/{}{}", duty.id, self.day.query()),
            act: book.short.get(t.lang()).to_owned(),
            recipient: duty.recipient.get(t.lang()).to_owned(),
            long: deadline.chars().count() > LONG,
            deadline,
            since: duty.in_force(on).map(|version| t.date(version.from)).unwrap_or_default(),
            badges: badges(t, book, duty, (on, self.day.today)),
        }
    }

    /// What begins or ends after the day shown, on the first few days on which anything does.
    fn coming(&self) -> Vec<Coming> {
        let mut days: BTreeMap<NaiveDate, Vec<Event>> = BTreeMap::new();
        for event in events(self.t, self.library).into_iter().filter(|event| event.on > self.day.on) {
            days.entry(event.on).or_default().push(event);
        }
        let coming = |(on, events)| Coming { date: self.t.date(on), acts: by_act(self.t, self.library, events, NAMED) };
        days.into_iter().take(NEXT_DAYS).map(coming).collect()
    }
}
