//! What a new version of a duty or a fine changes, in sentences. Only a version that changes nothing is said to change
//! nothing.

use crate::law::base::words::Words;
use crate::law::diff::version::{Kind, Point, of_duty, of_fine};
use crate::law::library::Library;
use crate::law::rulebook::Rulebook;
use crate::law::rulebook::fine::FineVersion;
use crate::law::rulebook::version::Version;
use crate::law::verdict::duty_summary::FirstLimbSummary;
use crate::locales::{Penalty, Text};
use crate::web::views::law::deadline::time_limit;
use crate::web::views::law::start::start;
use crate::web::views::law::words::period;
use std::sync::Arc;

/// Puts differences into the words of one language.
#[derive(Debug, Clone, Copy)]
pub struct Amended<'a> {
    /// The reader's language.
    pub t: Text,
    /// The law.
    pub library: &'a Library,
    /// The act.
    pub book: &'a Rulebook,
}

impl Amended<'_> {
    /// What a version of a duty says: its limit, and each point in which it differs from the version before, if any.
    #[must_use]
    pub fn duty(self, before: Option<&Version>, now: &Version) -> Vec<String> {
        let limit = |version| time_limit(self.t, self.library, self.book, version);
        let Some(before) = before else { return vec![limit(now)] };
        let points = of_duty(before, now);
        let mut said = vec![self.moved(&points, &Point::Limit, limit(before), limit(now))];
        said.extend(points.iter().filter_map(|point| self.of_version(point, before, now)));
        said
    }

    /// What a version of a fine says: its sum, and each point in which it differs from the version before, if any.
    #[must_use]
    pub fn fine(self, before: Option<&FineVersion>, now: &FineVersion) -> Vec<String> {
        let penalty = Penalty { t: self.t, library: self.library };
        let sum = |version| penalty.of_version(self.book, version);
        let Some(before) = before else { return vec![sum(now)] };
        let points = of_fine(before, now);
        let mut said = vec![self.moved(&points, &Point::Sanction, sum(before), sum(now))];
        said.extend(points.iter().filter_map(|point| match point {
            Point::Practice => Some(self.t.amended_practice()),
            Point::Provision => Some(self.provision(&before.source.cite, &now.source.cite)),
            Point::Note => Some(self.note(now.note.as_ref())),
            Point::Record => Some(self.t.amended_record()),
            _ => None,
        }));
        said
    }

    /// The limit or the sum: as it was before, otherwise, or with nothing else changed either.
    fn moved(self, points: &[Point], this: &Point, before: String, now: String) -> String {
        let t = self.t;
        match points.contains(this) {
            true if before == now => t.amended_reckoned_otherwise(now),
            true => t.library_instead_of(now, before),
            false if points.is_empty() => t.amended_nothing(now),
            false => t.library_as_before(now),
        }
    }

    fn of_version(self, point: &Point, before: &Version, now: &Version) -> Option<String> {
        let t = self.t;
        Some(match point {
            Point::Added(kind, terms) => {
                let terms = self.titles(terms);
                match kind {
                    Kind::Condition => t.amended_condition_added(terms),
                    Kind::Ground => t.amended_ground_added(terms),
                    Kind::Exception => t.amended_exception_added(terms),
                }
            }
            Point::Dropped(kind, terms) => {
                let terms = self.titles(terms);
                match kind {
                    Kind::Condition => t.amended_condition_dropped(terms),
                    Kind::Ground => t.amended_ground_dropped(terms),
                    Kind::Exception => t.amended_exception_dropped(terms),
                }
            }
            Point::Counting => t.amended_counting(),
            Point::Receipt(true) => t.amended_receipt(),
            Point::Receipt(false) => t.amended_sent(),
            Point::Late => match &now.late {
                Some(late) => t.amended_late(late.words.get(t.lang())),
                None => t.amended_late_dropped(),
            },
            Point::Guideline => match &now.guideline {
                Some(guideline) => t.amended_guideline(guideline.words.get(t.lang())),
                None => t.amended_guideline_dropped(),
            },
            Point::NotBefore => self.not_before(now),
            Point::FirstLimb => match FirstLimbSummary::of(now) {
                Some(limb) => t.amended_first_limb(t.first_limb(&limb)),
                None => t.amended_first_limb_dropped(),
            },
            Point::Provision => self.provision(&before.source.cite, &now.source.cite),
            Point::Note => self.note(now.note.as_ref()),
            Point::Record => t.amended_record(),
            Point::Limit | Point::Sanction | Point::Practice => return None,
        })
    }

    fn not_before(self, now: &Version) -> String {
        let t = self.t;
        let Some(rule) = &now.not_before else { return t.amended_not_before_dropped() };
        let from = start(t, self.library, &rule.start);
        let moment = match &rule.within {
            Some(within) => t.rulebook_deadline_after(period(t, self.library, Some(within)), from),
            None => from,
        };
        t.library_not_before(moment, rule.why.get(t.lang()))
    }

    fn provision(self, before: &Words, now: &Words) -> String {
        let lang = self.t.lang();
        self.t.amended_provision(now.get(lang), before.get(lang))
    }

    fn note(self, now: Option<&Words>) -> String {
        now.map_or_else(|| self.t.amended_note_dropped(), |note| self.t.amended_note(note.get(self.t.lang())))
    }

    /// Terms by their names, parted so that commas within a name do no harm.
    fn titles(self, ids: &[Arc<str>]) -> String {
        let titles: Vec<&str> = self.book.terms(ids).map(|term| term.title.get(self.t.lang())).collect();
        titles.join("; ")
    }
}
