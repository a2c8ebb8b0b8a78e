//! What of the library is to be looked up again: everything last checked too long ago, and everything that was not read
//! in the law's own text.

use super::day::today;
use crate::law::base::citation::{Confidence, Source};
use crate::law::calendar::Calendar;
use crate::law::library::Library;
use crate::law::rulebook::Rulebook;
use crate::law::rulebook::duty::Duty;
use crate::law::rulebook::fine::Practice;
use crate::locales::Text;
use crate::web::http::answer;
use crate::web::http::failure::Failure;
use crate::web::http::visit::Visit;
use crate::web::views::frame::Page;
use crate::web::views::law::source::{FRESH_DAYS, aged, stale};
use crate::web::views::law::words;
use crate::web::views::law::words::Badge;
use actix_web::HttpResponse;
use askama::Template;
use chrono::NaiveDate;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Statements of law to be looked up again, by why.
#[derive(Debug, Default)]
pub struct Doubts {
    /// Checked too long ago.
    pub stale: Vec<Doubt>,
    /// From memory.
    pub recalled: Vec<Doubt>,
    /// Our own reading.
    pub analysis: Vec<Doubt>,
    /// From secondary sources.
    pub secondary: Vec<Doubt>,
}

/// One statement of law.
#[derive(Debug)]
pub struct Doubt {
    /// The act, or the calendar.
    pub act: String,
    /// What is stated.
    pub what: String,
    /// Where it is shown.
    pub href: String,
    /// Where it is written.
    pub cite: String,
    /// Why it is here.
    pub mark: Badge,
    /// When it was last checked, in words; empty where nobody wrote it down.
    pub checked: String,
}

#[derive(Template)]
#[template(path = "pages/rules/freshness.html")]
struct Freshness {
    page: Page,
    days: String,
    doubts: Doubts,
}

/// The page.
///
/// # Errors
/// When the page cannot be written.
pub async fn get(visit: Visit) -> Result<HttpResponse, Failure> {
    let doubts = doubts(visit.t, &visit.web.desk.library, today(&visit));
    answer::page(&Freshness { page: Page::of(&visit, "rules"), days: FRESH_DAYS.to_string(), doubts })
}

/// Everything to be looked up again on a day.
#[must_use]
pub fn doubts(t: Text, library: &Library, today: NaiveDate) -> Doubts {
    let mut list = Collecting { t, today, rankings: BTreeSet::new(), doubts: Doubts::default() };
    for book in library.rulebooks() {
        list.book(book);
    }
    for calendar in library.calendars().iter() {
        list.calendar(calendar);
    }
    list.doubts
}

struct Collecting {
    t: Text,
    today: NaiveDate,
    /// Shared rankings of awareness that were listed already: many rulebooks name the same.
    rankings: BTreeSet<Arc<str>>,
    doubts: Doubts,
}

impl Collecting {
    fn note(&mut self, (act, what, href): (&str, &str, &str), source: &Source) {
        let t = self.t;
        let doubt = |mark: Badge| Doubt {
            act: act.to_owned(),
            what: what.to_owned(),
            href: href.to_owned(),
            cite: source.cite.get(t.lang()).to_owned(),
            mark,
            checked: t.checked(source),
        };
        if let Some(days) = stale(source, self.today) {
            self.doubts.stale.push(doubt(aged(t, days)));
        }
        self.mark(source.confidence, doubt(words::confidence(t, source.confidence)));
    }

    fn mark(&mut self, confidence: Confidence, doubt: Doubt) {
        match confidence {
            Confidence::Verified => {}
            Confidence::Secondary => self.doubts.secondary.push(doubt),
            Confidence::Analysis => self.doubts.analysis.push(doubt),
            Confidence::Recalled => self.doubts.recalled.push(doubt),
        }
    }

    /// A sum seen in practice; the day on which it was looked up is not kept.
    fn practice(&mut self, act: &str, href: &str, seen: &Practice) {
        let t = self.t;
        let doubt = Doubt {
            act: act.to_owned(),
            what: t.library_part_of(t.rulebook_practice(), t.money(seen.amount)),
            href: href.to_owned(),
            cite: seen.about.get(t.lang()).to_owned(),
            mark: words::confidence(t, seen.confidence),
            checked: String::new(),
        };
        self.mark(seen.confidence, doubt);
    }

    fn book(&mut self, book: &Rulebook) {
        let (t, href) = (self.t, format!("/rules/{}", book.id));
        let act = book.short.get(t.lang());
        self.note((act, &t.library_whole_act(), &href), &book.source);
        if let Some(counting) = &book.counting {
            self.note((act, &t.library_counting(), &href), &counting.source);
        }
        let listed = book.awareness_as.as_ref().is_some_and(|name| !self.rankings.insert(name.clone()));
        for rule in book.awareness.iter().filter(|_| !listed) {
            self.note((act, &t.library_awareness_basis(t.basis(rule.basis)), &href), &rule.source);
        }
        for value in book.unit.iter().flat_map(|unit| &unit.value) {
            self.note((act, &t.library_units(), &href), &value.source);
        }
        for duty in &book.duty {
            self.duty(act, duty);
        }
    }

    fn duty(&mut self, act: &str, duty: &Duty) {
        let (t, href, title) = (self.t, format!("/rules/{}", duty.id), duty.title.get(self.t.lang()));
        for version in &duty.version {
            self.note((act, title, &href), &version.source);
            if let Some(counting) = &version.counting {
                self.note((act, &t.library_part_of(t.library_counting(), title), &href), &counting.source);
            }
            if let Some(guideline) = &version.guideline {
                self.note((act, &t.library_part_of(t.library_guideline(), title), &href), &guideline.source);
            }
        }
        for pending in &duty.pending {
            self.note((act, &t.library_part_of(t.pending(pending.status), title), &href), &pending.source);
        }
        for fine in &duty.fine {
            let what = t.library_fine_of(fine.title.get(t.lang()), title);
            for version in &fine.version {
                self.note((act, &what, &href), &version.source);
                version.practice.iter().for_each(|seen| self.practice(act, &href, seen));
            }
        }
    }

    fn calendar(&mut self, calendar: &Calendar) {
        let (title, href) = (calendar.title.get(self.t.lang()), format!("/rules/calendars/{}", calendar.id));
        self.note((title, &self.t.library_calendar(), &href), &calendar.source);
    }
}
