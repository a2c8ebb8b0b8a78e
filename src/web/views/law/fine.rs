//! What missing a duty may cost, version by version: the formula, on what conditions, where it is written, and what was
//! imposed on others, labelled as that.

use super::condition::Conditions;
use super::source::Written;
use super::version::Showing;
use super::words;
use super::words::Badge;
use crate::law::rulebook::fine::{Fine, FineVersion, Practice};
use crate::locales::{Penalty, Text};
use chrono::NaiveDate;

/// A sanction, ready to be shown.
pub struct FineView {
    /// In words.
    pub title: String,
    /// Its kind.
    pub kind: String,
    /// What must hold besides the breach; empty for nothing.
    pub when: String,
    /// Who is spared; empty for nobody.
    pub unless: String,
    /// The ceilings over time.
    pub caps: Vec<Cap>,
    /// Its versions, newest first.
    pub versions: Vec<FineVersionView>,
}

/// One step of the picture in `components/money.html`.
pub struct Cap {
    /// From when to when.
    pub period: String,
    /// How much.
    pub amount: String,
    /// In thousandths of the highest.
    pub size: u16,
    /// In force on the day shown.
    pub governs: bool,
    /// That it is, in words.
    pub governs_word: String,
}

/// A version of a sanction.
pub struct FineVersionView {
    /// From when to when.
    pub span: String,
    /// In force on the day shown.
    pub current: bool,
    /// From then on it is no more.
    pub repealed: bool,
    /// The formula.
    pub amount: String,
    /// What a reader must know besides.
    pub note: String,
    /// Where it is written.
    pub written: Written,
    /// What was imposed on others.
    pub practice: Vec<Seen>,
}

/// A sum that was imposed on somebody.
pub struct Seen {
    /// How much.
    pub amount: String,
    /// On whom and for what.
    pub about: String,
    /// Where that is told.
    pub url: String,
    /// How far it was checked.
    pub confidence: Badge,
}

impl Showing<'_> {
    /// A sanction with all its versions.
    #[must_use]
    pub fn fine(self, fine: &Fine) -> FineView {
        let Self { t, library, book, on, today } = self;
        let current = fine.in_force(on).map(|version| version.from);
        let nexts = fine.version.iter().skip(1).map(|version| Some(version.from)).chain([None]);
        let view = |(version, next): (&FineVersion, Option<NaiveDate>)| FineVersionView {
            span: words::span(t, version.from, next),
            current: current == Some(version.from),
            repealed: version.repealed,
            amount: Penalty { t, library }.of_version(book, version),
            note: version.note.as_ref().map(|note| note.get(t.lang()).to_owned()).unwrap_or_default(),
            written: Written::of(t, book, &version.source, today),
            practice: version.practice.iter().map(|seen| seen_in_practice(t, seen)).collect(),
        };
        let mut views: Vec<FineVersionView> = fine.version.iter().zip(nexts).map(view).collect();
        let caps = caps(t, fine, &views);
        views.reverse();
        let conditions = Conditions { t, library, currency: book.currency };
        let said = |condition: Option<&crate::law::rulebook::condition::Condition>| {
            condition.map(|condition| conditions.say(condition)).unwrap_or_default()
        };
        FineView {
            title: fine.title.get(t.lang()).to_owned(),
            kind: t.sanction(fine.kind, book.country == "KR"),
            when: said(fine.when.as_ref()),
            unless: said(fine.unless.as_ref()),
            caps,
            versions: views,
        }
    }
}

fn seen_in_practice(t: Text, seen: &Practice) -> Seen {
    Seen {
        amount: t.money(seen.amount),
        about: seen.about.get(t.lang()).to_owned(),
        url: seen.url.clone(),
        confidence: words::confidence(t, seen.confidence),
    }
}

/// The picture: only where every version is a plain sum, because a share of turnover has no length.
fn caps(t: Text, fine: &Fine, views: &[FineVersionView]) -> Vec<Cap> {
    let live = fine.version.iter().filter(|version| !version.repealed);
    let sums: Option<Vec<i64>> = live.map(FineVersion::plain_sum).collect();
    let Some(sums) = sums.filter(|sums| sums.len() > 1) else { return Vec::new() };
    let most = sums.iter().copied().max().unwrap_or(1).max(1);
    let cap = |(view, sum): (&FineVersionView, i64)| Cap {
        period: view.span.clone(),
        amount: view.amount.clone(),
        size: u16::try_from(sum.saturating_mul(1_000) / most).unwrap_or(1_000),
        governs: view.current,
        governs_word: t.rulebook_applies_on_day(),
    };
    views.iter().filter(|view| !view.repealed).zip(sums).map(cap).collect()
}
