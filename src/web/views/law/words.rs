//! Rules in words: periods, what starts a duty, from when to when, how far it was checked.

use crate::law::base::citation::Confidence;
use crate::law::library::Library;
use crate::law::rulebook::duty::{Duty, GovernedBy};
use crate::law::rulebook::period::Period;
use crate::law::rulebook::starts::{OnOccurrence, Starts, Which};
use crate::law::situation::{DutyId, Trigger};
use crate::locales::Text;
use chrono::NaiveDate;

/// A state and its word, for a badge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Badge {
    /// The state, as `badge.html` knows it.
    pub standing: &'static str,
    /// In words.
    pub word: String,
}

/// A link within the library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Where it leads.
    pub href: String,
    /// In words.
    pub title: String,
}

/// A link to a duty, with the act where it is another than the one the reader is in.
#[must_use]
pub fn duty_link(t: Text, library: &Library, here: &str, id: &DutyId) -> Link {
    let act = id.as_str().split('/').next().unwrap_or_default();
    let title = duty(t, library, id);
    let book = library.rulebook(act).filter(|_| act != here);
    let title = book.map_or_else(|| title.clone(), |book| t.library_part_of(book.short.get(t.lang()), &title));
    Link { href: format!("/rules/{id}"), title }
}

/// How far something was checked.
#[must_use]
pub fn confidence(t: Text, confidence: Confidence) -> Badge {
    let standing = match confidence {
        Confidence::Verified => "yes",
        Confidence::Secondary | Confidence::Analysis => "unknown",
        Confidence::Recalled => "cannot-be-decided",
    };
    Badge { standing, word: t.confidence(confidence) }
}

/// How long there is.
#[must_use]
pub fn period(t: Text, library: &Library, period: Option<&Period>) -> String {
    match period {
        None => t.rulebook_no_period(),
        Some(Period::Hours(0)) => t.rulebook_at_once(),
        Some(Period::Hours(hours)) => t.rulebook_hours(hours),
        Some(Period::Promptly(promptness)) if !promptness.is_a_word() => t.promptness(*promptness),
        Some(Period::Promptly(promptness)) => t.rulebook_no_number(t.promptness(*promptness)),
        Some(Period::Until(until)) => t.rulebook_until(trigger(t, library, until)),
        Some(Period::AtLeastDays(days)) => t.rulebook_at_least_days(days),
        Some(Period::AtLeastMonths(months)) => t.rulebook_at_least_months(months),
        Some(countable) => countable.span().map_or_else(String::new, |span| t.span(span)),
    }
}

/// What a trigger is called.
#[must_use]
pub fn trigger(t: Text, library: &Library, trigger: &Trigger) -> String {
    let known = library.vocabulary().trigger(trigger);
    known.map_or_else(|| trigger.to_string(), |known| known.title.get(t.lang()).to_owned())
}

/// What a duty is called.
#[must_use]
pub fn duty(t: Text, library: &Library, id: &DutyId) -> String {
    library.duty(id).map_or_else(|| id.to_string(), |duty| duty.title.get(t.lang()).to_owned())
}

/// What starts a duty.
#[must_use]
pub fn starts(t: Text, library: &Library, starts: &Starts) -> String {
    match starts {
        Starts::Awareness(of) => {
            let named: Vec<String> = of.iter().map(|one| trigger(t, library, one)).collect();
            t.rulebook_starts_awareness(named.join(" / "))
        }
        Starts::Each(each) => t.rulebook_starts_each(trigger(t, library, &each.trigger)),
        Starts::Occurrence(OnOccurrence { trigger: of, which: Which::First, .. }) => {
            t.rulebook_starts_occurrence(trigger(t, library, of))
        }
        Starts::Occurrence(on) => t.rulebook_starts_latest(trigger(t, library, &on.trigger)),
        Starts::Filing(after) if after.which == Which::Latest => {
            t.rulebook_starts_latest_filing(duty(t, library, &after.duty))
        }
        Starts::Filing(after) => t.rulebook_starts_filing(duty(t, library, &after.duty)),
        Starts::Due(after) => t.rulebook_starts_due(duty(t, library, &after.duty)),
        Starts::Incident(_) => t.rulebook_starts_incident(),
    }
}

/// Which date picks the version.
#[must_use]
pub fn governed_by(t: Text, duty: &Duty) -> String {
    match duty.governed_by {
        GovernedBy::Start => t.rulebook_governed_by_start(),
        GovernedBy::Occurred => t.rulebook_governed_by_occurred(),
        GovernedBy::Filed => t.rulebook_governed_by_filed(),
    }
}

/// From when to when a version holds, given when the next one begins.
#[must_use]
pub fn span(t: Text, from: NaiveDate, next: Option<NaiveDate>) -> String {
    match next.and_then(|next| next.pred_opt()) {
        Some(last) => t.rulebook_span(t.date(from), t.date(last)),
        None => t.rulebook_span_open(t.date(from)),
    }
}
