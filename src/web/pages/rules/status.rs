//! How a duty stands on a day, as badges: in force, coming, pending, repealed; how far it was checked and how long ago;
//! whether the operator wrote it.

use crate::law::base::citation::Confidence;
use crate::law::rulebook::duty::Duty;
use crate::law::rulebook::version::Version;
use crate::law::rulebook::{Provenance, Rulebook};
use crate::locales::Text;
use crate::web::views::law::source::{aged, stale};
use crate::web::views::law::words::{Badge, confidence};
use chrono::NaiveDate;

/// The version that a line about a duty shows on a day: the one in force, else the next, else the last.
#[must_use]
pub fn shown(duty: &Duty, on: NaiveDate) -> Option<&Version> {
    let last = || duty.version.iter().rev().find(|version| !version.repealed);
    duty.in_force(on).or_else(|| duty.next(on)).or_else(last)
}

/// How it stands, in one badge.
#[must_use]
pub fn standing(t: Text, duty: &Duty, on: NaiveDate) -> Badge {
    let badge = |standing, word| Badge { standing, word };
    if duty.in_force(on).is_some() {
        return badge("law", t.library_in_force());
    }
    if let Some(next) = duty.next(on) {
        return badge("waiting", t.library_from(t.date(next.from)));
    }
    match (duty.version.last(), duty.pending.first()) {
        (Some(_), _) => badge("stopped", t.library_repealed()),
        (None, Some(pending)) => badge("draft", t.library_pending(t.pending(pending.status))),
        (None, None) => badge("not-in-force", t.answer_not_in_force()),
    }
}

/// Everything a reader should know before relying on a duty.
#[must_use]
pub fn badges(t: Text, rulebook: &Rulebook, duty: &Duty, (on, today): (NaiveDate, NaiveDate)) -> Vec<Badge> {
    let mut badges = vec![standing(t, duty, on)];
    if !duty.version.is_empty() && !duty.pending.is_empty() {
        badges.push(Badge { standing: "draft", word: t.library_change_pending() });
    }
    let source = shown(duty, on).map(|version| &version.source).or_else(|| duty.pending.first().map(|one| &one.source));
    if let Some(source) = source {
        if source.confidence != Confidence::Verified {
            badges.push(confidence(t, source.confidence));
        }
        badges.extend(stale(source, today).map(|days| aged(t, days)));
    }
    badges.extend(origin(t, rulebook));
    badges
}

/// Whose rulebook it is, where it is not the program's.
#[must_use]
pub fn origin(t: Text, rulebook: &Rulebook) -> Option<Badge> {
    match rulebook.origin {
        Provenance::Supplied => None,
        Provenance::Own => Some(Badge { standing: "organisation", word: t.library_own() }),
        Provenance::Override => Some(Badge { standing: "organisation", word: t.library_overrides() }),
    }
}
