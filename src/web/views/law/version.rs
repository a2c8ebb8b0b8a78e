//! The versions of a duty, newest first: how long there is and how it counts, on what conditions, with which exceptions,
//! what a late one needs, what a guideline says, and where all that is written.

use super::counting::{CountingView, of_version};
use super::deadline::time_limit;
use super::source::Written;
use super::start::start;
use super::term::{TermView, terms};
use super::words;
use super::words::period;
use crate::documents::provision::provision;
use crate::law::library::Library;
use crate::law::rulebook::Rulebook;
use crate::law::rulebook::duty::Duty;
use crate::law::rulebook::version::{Guideline, Late, NotBefore, Version};
use crate::law::verdict::duty_summary::FirstLimbSummary;
use crate::locales::Text;
use chrono::NaiveDate;

/// A version, ready to be shown.
pub struct VersionView {
    /// From when to when.
    pub span: String,
    /// The page on its first day.
    pub href: String,
    /// In force on the day shown.
    pub current: bool,
    /// From then on the duty is no more.
    pub repealed: bool,
    /// How long there is.
    pub deadline: String,
    /// Received, not only sent.
    pub receipt: bool,
    /// How it counts.
    pub counting: Option<CountingView>,
    /// All must hold.
    pub conditions: Vec<TermView>,
    /// One must hold.
    pub grounds: Vec<TermView>,
    /// What stops or changes it.
    pub exceptions: Vec<TermView>,
    /// What a guideline says.
    pub guideline: Option<GuidelineView>,
    /// What a late one needs; empty where the law says nothing.
    pub late: String,
    /// Before when it may not be done; empty where the law says nothing.
    pub not_before: String,
    /// What a reader must know besides.
    pub note: String,
    /// Where it is written.
    pub written: Written,
}

/// A guideline, never binding.
pub struct GuidelineView {
    /// How long it gives; empty where it names no period.
    pub within: String,
    /// In words.
    pub words: String,
    /// Where it is written.
    pub written: Written,
}

/// What the versions of a duty are shown with.
#[derive(Clone, Copy)]
pub struct Showing<'a> {
    /// The reader's language.
    pub t: Text,
    /// The law.
    pub library: &'a Library,
    /// The rulebook.
    pub book: &'a Rulebook,
    /// The day shown.
    pub on: NaiveDate,
    /// Today.
    pub today: NaiveDate,
}

impl Showing<'_> {
    /// All versions, newest first.
    #[must_use]
    pub fn versions(self, duty: &Duty) -> Vec<VersionView> {
        let current = duty.in_force(self.on).map(|version| version.from);
        let nexts = duty.version.iter().skip(1).map(|version| Some(version.from)).chain([None]);
        let view = |(version, next): (&Version, Option<NaiveDate>)| {
            let current = current == Some(version.from);
            VersionView {
                current,
                href: format!("/rules/{}?on={}", duty.id, version.from),
                ..self.version(version, next)
            }
        };
        let mut views: Vec<VersionView> = duty.version.iter().zip(nexts).map(view).collect();
        views.reverse();
        views
    }

    fn version(self, version: &Version, next: Option<NaiveDate>) -> VersionView {
        let Self { t, library, book, today, .. } = self;
        let some = |ids| terms(t, library, book, ids);
        VersionView {
            span: words::span(t, version.from, next),
            href: String::new(),
            current: false,
            repealed: version.repealed,
            deadline: match FirstLimbSummary::of(version) {
                Some(limb) => format!("{} ({})", time_limit(t, library, book, version), t.first_limb(&limb)),
                None => time_limit(t, library, book, version),
            },
            receipt: version.receipt,
            counting: of_version(t, library, book, version, today),
            conditions: some(&version.conditions),
            grounds: some(&version.grounds),
            exceptions: some(&version.exceptions),
            guideline: version.guideline.as_ref().map(|guideline| self.guideline(guideline)),
            late: version.late.as_ref().map(|late| self.late(late)).unwrap_or_default(),
            not_before: version.not_before.as_ref().map(|not_before| self.not_before(not_before)).unwrap_or_default(),
            note: version.note.as_ref().map(|note| note.get(t.lang()).to_owned()).unwrap_or_default(),
            written: Written::of(t, book, &version.source, today),
        }
    }

    fn guideline(self, guideline: &Guideline) -> GuidelineView {
        let within = guideline.within.as_ref().map(|within| period(self.t, self.library, Some(within)));
        GuidelineView {
            within: within.unwrap_or_default(),
            words: guideline.words.get(self.t.lang()).to_owned(),
            written: Written::of(self.t, self.book, &guideline.source, self.today),
        }
    }

    fn late(self, late: &Late) -> String {
        let t = self.t;
        let cite = provision(t.lang(), &late.cite).unwrap_or_else(|| late.cite.to_string());
        let needs = t.library_late(late.words.get(t.lang()), cite);
        match late.at_most.as_ref().and_then(|at_most| at_most.span()) {
            Some(span) => [needs, t.library_late_at_most(t.span(span))].join(" "),
            None => needs,
        }
    }

    fn not_before(self, not_before: &NotBefore) -> String {
        let t = self.t;
        let from = start(t, self.library, &not_before.start);
        let moment = match not_before.within.as_ref().and_then(|within| within.span()) {
            Some(span) => t.rulebook_deadline_after(t.span(span), from),
            None => from,
        };
        t.library_not_before(moment, not_before.why.get(t.lang()))
    }
}
