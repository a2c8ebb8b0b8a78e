//! Rules in words: periods, what starts a duty, what an exception does, from when to when, how far it was checked.

use crate::law::citation::{Confidence, Source};
use crate::law::library::Library;
use crate::law::period::Period;
use crate::law::duty::{Duty, GovernedBy, OnOccurrence, Starts, Which};
use crate::law::rulebook::Rulebook;
use crate::law::term::Effect;
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

/// A country by its name in the reader's language; its code where the name is not known here.
#[must_use]
pub fn country(t: Text, code: &str) -> String {
    match code {
        "KR" => t.rulebook_country_kr(),
        code => code.to_owned(),
    }
}

/// The language of a country's law, for quotations.
#[must_use]
pub fn tongue(country: &str) -> &'static str {
    match country {
        "KR" => "ko",
        "ID" => "id",
        _ => "en",
    }
}

/// How long there is.
#[must_use]
pub fn period(t: Text, library: &Library, period: Option<&Period>) -> String {
    match period {
        None => t.rulebook_no_period(),
        Some(Period::Hours(0)) => t.rulebook_at_once(),
        Some(Period::Hours(hours)) => t.rulebook_hours(hours),
        Some(Period::Promptly(promptness)) => t.rulebook_no_number(t.promptness(*promptness)),
        Some(Period::Until(until)) => t.rulebook_until(trigger(t, library, until)),
        Some(Period::AtLeastDays(days)) => t.rulebook_at_least_days(days),
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

/// What follows from an exception.
#[must_use]
pub fn effect(t: Text, library: &Library, effect: Option<&Effect>) -> String {
    match effect {
        None => String::new(),
        Some(Effect::Exempt) => t.rulebook_exempt(),
        Some(Effect::Required) => t.rulebook_required(),
        Some(Effect::Extended(by)) => t.rulebook_extended(trigger(t, library, by)),
        Some(Effect::Held(hold)) => {
            t.rulebook_held(trigger(t, library, &hold.begins), trigger(t, library, &hold.ends))
        }
        Some(Effect::Replaced(by)) => t.rulebook_replaced(by.get(t.lang())),
        Some(Effect::Instead(instead)) => t.rulebook_instead(period(t, library, Some(instead))),
        Some(Effect::Excused(excuse)) => {
            t.rulebook_excused(trigger(t, library, &excuse.ends), period(t, library, Some(&excuse.within)))
        }
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

/// Where something is written, ready to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The provision.
    pub cite: String,
    /// A link to it.
    pub url: String,
    /// A line of the text, in its own language; empty for none.
    pub quote: String,
    /// The tag of that language.
    pub tongue: &'static str,
    /// When it was published and when it was checked.
    pub checked: String,
    /// How far.
    pub confidence: Badge,
}

impl Written {
    /// The source of something in a rulebook.
    #[must_use]
    pub fn of(t: Text, rulebook: &Rulebook, source: &Source) -> Self {
        let verified = t.date(source.verified_on);
        Self {
            cite: source.cite.get(t.lang()).to_owned(),
            url: source.url.clone(),
            quote: source.quote.clone().unwrap_or_default(),
            tongue: tongue(&rulebook.country),
            checked: match source.published {
                Some(published) => t.rulebook_published(t.date(published), verified),
                None => t.rulebook_checked(verified),
            },
            confidence: confidence(t, source.confidence),
        }
    }
}
