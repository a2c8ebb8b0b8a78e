//! The duties of the library in groups: by jurisdiction, by recipient or by deadline, those that a search finds. A group
//! is folded unless it is the organisation's own, was asked for, or holds what was looked for.

use super::arrangement::By;
use super::day::Day;
use super::length::{Band, length};
use super::place;
use super::search::Sought;
use super::status::{badges, origin, shown};
use crate::law::library::Library;
use crate::law::rulebook::Rulebook;
use crate::law::rulebook::duty::Duty;
use crate::law::rulebook::recipient::Recipient;
use crate::law::rulebook::version::Version;
use crate::locales::Text;
use crate::web::views::law::deadline::time_limit;
use crate::web::views::law::words;
use crate::web::views::law::words::Badge;
use std::collections::{BTreeMap, BTreeSet};

/// Duties with the seconds they leave.
type Ranked<'a> = Vec<(u64, (&'a Rulebook, &'a Duty))>;

/// A longer time limit than this many letters is set smaller.
const LONG: usize = 40;
/// More of the organisation's own countries than these are not opened unasked.
const OPENED: usize = 3;
/// The European Union as a jurisdiction, and the group of its member states.
const UNION: (&str, &str) = ("EU", "eu");

/// Duties that stand together.
pub struct Group {
    /// Its place on the page.
    pub id: String,
    /// What they have in common.
    pub title: String,
    /// A jurisdiction in which the organisation is.
    pub own: bool,
    /// Something in it is going to change.
    pub ahead: bool,
    /// The law of the European Union.
    pub union: bool,
    /// Shown without being opened.
    pub open: bool,
    /// How many duties.
    pub count: usize,
    /// The duties.
    pub blocks: Vec<Block>,
}

/// Duties of one rulebook, or of all of a group where there is no head.
pub struct Block {
    /// The rulebook.
    pub head: Option<Head>,
    /// Its duties.
    pub rows: Vec<Row>,
}

/// A rulebook as a heading.
pub struct Head {
    /// The act.
    pub title: String,
    /// Its page.
    pub href: String,
    /// How far it was checked.
    pub confidence: Badge,
    /// Whose it is, where it is not the program's.
    pub origin: Option<Badge>,
}

/// A duty on one line.
pub struct Row {
    /// The duty.
    pub title: String,
    /// Its page.
    pub href: String,
    /// What people call the act; empty under the act's own heading.
    pub act: String,
    /// Who is told.
    pub recipient: String,
    /// How long there is.
    pub deadline: String,
    /// That takes many words.
    pub long: bool,
    /// Since when; empty where it is not in force.
    pub since: String,
    /// What to know before relying on it.
    pub badges: Vec<Badge>,
}

/// What the groups are made from.
#[derive(Clone, Copy)]
pub struct Grouping<'a> {
    /// The reader's language.
    pub t: Text,
    /// The law.
    pub library: &'a Library,
    /// The day shown.
    pub day: &'a Day,
    /// What is looked for.
    pub sought: &'a Sought,
    /// What is to be open besides: `all`, or a group's place.
    pub open: &'a str,
    /// Where the organisation is.
    pub own: &'a BTreeSet<String>,
}

impl Grouping<'_> {
    /// The groups that have something to show.
    #[must_use]
    pub fn groups(self, by: By) -> Vec<Group> {
        let mut groups = match by {
            By::Jurisdiction => self.by_jurisdiction(),
            By::Recipient => self.by_recipient(),
            By::Deadline => self.by_deadline(),
        };
        groups.retain(|group| group.count > 0);
        let few = groups.iter().filter(|group| group.own).count() <= OPENED;
        for group in &mut groups {
            let asked = self.open == "all" || self.open == group.id || !self.sought.is_empty();
            group.open = asked || group.own && few;
        }
        groups
    }

    /// The organisation's own first, then those that are going to change, each in the reader's alphabet.
    fn by_jurisdiction(self) -> Vec<Group> {
        let mut groups: Vec<Group> = Vec::new();
        for (name, code) in place::all(self.t, self.library) {
            let books = || self.library.rulebooks().iter().filter(|book| book.country == code);
            let places = self.places(code);
            let blocks: Vec<Block> = books().filter_map(|book| self.block(book, &places)).collect();
            let id = code.to_ascii_lowercase();
            groups.push(Group {
                own: self.own.contains(code),
                ahead: books().any(|book| self.changes(book)),
                union: code == UNION.0,
                ..group(id, name, blocks)
            });
        }
        groups.sort_by_key(|group| (!group.own, !group.ahead));
        groups
    }

    fn by_recipient(self) -> Vec<Group> {
        let of = |to: Recipient| {
            let id = format!("to-{}", Recipient::ALL.iter().position(|other| *other == to).unwrap_or_default());
            let mut of: Vec<_> = self.duties().filter(|(_, duty)| duty.to == to).collect();
            of.sort_by_key(|(_, duty)| length(duty.in_force(self.day.on)));
            self.mixed(id, self.t.recipient(to), of)
        };
        Recipient::ALL.into_iter().map(of).collect()
    }

    fn by_deadline(self) -> Vec<Group> {
        let mut bands: BTreeMap<Band, Ranked<'_>> = BTreeMap::new();
        for (book, duty) in self.duties() {
            let (band, seconds) = length(duty.in_force(self.day.on));
            bands.entry(band).or_default().push((seconds, (book, duty)));
        }
        let of = |((band, mut of), place): ((Band, Ranked<'_>), usize)| {
            of.sort_by_key(|(seconds, _)| *seconds);
            let of = of.into_iter().map(|(_, duty)| duty).collect();
            self.mixed(format!("band-{place}"), band.title(self.t), of)
        };
        bands.into_iter().zip(0..).map(of).collect()
    }

    fn duties(&self) -> impl Iterator<Item = (&Rulebook, &Duty)> {
        self.library.rulebooks().iter().flat_map(|book| book.duty.iter().map(move |duty| (book, duty)))
    }

    /// A jurisdiction by the names under which it is looked for: who asks for Germany is to find the law of the Union.
    /// Empty where nothing is looked for.
    fn places(self, code: &str) -> String {
        if self.sought.is_empty() {
            return String::new();
        }
        let members = self.library.vocabulary().group(UNION.1).filter(|_| code == UNION.0).unwrap_or_default();
        let codes = members.iter().map(|member| member.to_ascii_uppercase()).chain([code.to_owned()]);
        let names: Vec<String> = codes.map(|code| place::name(self.t, self.library, &code)).collect();
        names.join("\n")
    }

    /// Whether law of an act is to come after the day shown, dated or not.
    fn changes(self, book: &Rulebook) -> bool {
        let later = |version: &Version| version.from > self.day.on;
        book.duty.iter().any(|duty| {
            let fines = || duty.fine.iter().flat_map(|fine| &fine.version);
            !duty.pending.is_empty()
                || duty.version.iter().any(later)
                || fines().any(|version| version.from > self.day.on)
        })
    }

    /// The duties of one act that are found.
    fn block(self, book: &Rulebook, places: &str) -> Option<Block> {
        let rows = book.duty.iter().filter_map(|duty| self.row(book, duty, places));
        let rows: Vec<Row> = rows.map(|row| Row { act: String::new(), ..row }).collect();
        let head = Head {
            title: book.title.get(self.t.lang()).to_owned(),
            href: format!("/rules/{}{}", book.id, self.day.query()),
            confidence: words::confidence(self.t, book.source.confidence),
            origin: origin(self.t, book),
        };
        (!rows.is_empty()).then_some(Block { head: Some(head), rows })
    }

    /// The duties of many acts that are found.
    fn mixed<'b>(self, id: String, title: String, duties: Vec<(&'b Rulebook, &'b Duty)>) -> Group {
        let mut places: BTreeMap<&str, String> = BTreeMap::new();
        let row = |(book, duty): (&'b Rulebook, &'b Duty)| {
            let code = &*book.country;
            self.row(book, duty, places.entry(code).or_insert_with(|| self.places(code)))
        };
        let rows = duties.into_iter().filter_map(row).collect();
        group(id, title, vec![Block { head: None, rows }])
    }

    /// A duty, where it is found.
    fn row(self, book: &Rulebook, duty: &Duty, places: &str) -> Option<Row> {
        let (t, on, lang) = (self.t, self.day.on, self.t.lang());
        let shown = shown(duty, on);
        let deadline = shown.map(|version| time_limit(t, self.library, book, version)).unwrap_or_default();
        let source = shown.map(|version| &version.source).or_else(|| duty.pending.first().map(|one| &one.source));
        let (title, recipient, act) = (duty.title.get(lang), duty.recipient.get(lang), book.short.get(lang));
        let kind = t.recipient(duty.to);
        let cite = source.unwrap_or(&book.source).cite.get(lang);
        let texts = [title, act, book.title.get(lang), places, cite, recipient, &kind, &deadline];
        self.sought.finds(&texts, &book.country).then(|| Row {
            title: title.to_owned(),
            href: format!("/rules/{}{}", duty.id, self.day.query()),
            act: act.to_owned(),
            recipient: recipient.to_owned(),
            long: deadline.chars().count() > LONG,
            deadline,
            since: duty.in_force(on).map(|version| t.date(version.from)).unwrap_or_default(),
            badges: badges(t, book, duty, (on, self.day.today)),
        })
    }
}

fn group(id: String, title: String, blocks: Vec<Block>) -> Group {
    let count = blocks.iter().map(|block| block.rows.len()).sum();
    Group { id, title, own: false, ahead: false, union: false, open: false, count, blocks }
}
