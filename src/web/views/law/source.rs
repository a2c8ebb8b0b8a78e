//! Where a rule is written, ready to be shown: the provision with its link, a line of the text, when and how far it was
//! checked, and whether that was too long ago.

use super::words::{Badge, confidence};
use crate::law::base::citation::Source;
use crate::law::rulebook::Rulebook;
use crate::locales::Text;
use chrono::NaiveDate;

/// After so many days a rule is to be looked up again.
pub const FRESH_DAYS: i64 = 180;

/// How many days ago a source was last checked, where that is too long ago.
#[must_use]
pub fn stale(source: &Source, today: NaiveDate) -> Option<i64> {
    let days = today.signed_duration_since(source.verified_on).num_days();
    (days >= FRESH_DAYS).then_some(days)
}

/// Where something is written.
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
    /// How far, and that it was too long ago.
    pub marks: Vec<Badge>,
}

impl Written {
    /// The source of something in a rulebook, on a day.
    #[must_use]
    pub fn of(t: Text, rulebook: &Rulebook, source: &Source, today: NaiveDate) -> Self {
        let quote = source.quote.clone().unwrap_or_default();
        Self {
            cite: source.cite.get(t.lang()).to_owned(),
            url: source.url.clone(),
            tongue: tongue(&rulebook.country, &quote),
            quote,
            checked: match source.published {
                Some(published) => t.rulebook_published(t.date(published), t.checked(source)),
                None => t.checked(source),
            },
            marks: std::iter::once(confidence(t, source.confidence))
                .chain(stale(source, today).map(|days| aged(t, days)))
                .collect(),
        }
    }
}

/// The language of a quotation: by its letters, else that of the country's law; English where neither tells.
#[must_use]
pub fn tongue(country: &str, quote: &str) -> &'static str {
    let has = |from: char, to: char| quote.chars().any(|letter| (from..=to).contains(&letter));
    match country {
        _ if has('\u{ac00}', '\u{d7a3}') => "ko",
        _ if has('\u{3040}', '\u{30ff}') => "ja",
        _ if has('\u{4e00}', '\u{9fff}') => "zh",
        "ID" => "id",
        "BR" => "pt",
        _ => "en",
    }
}

/// That something was not checked for so many days.
#[must_use]
pub fn aged(t: Text, days: i64) -> Badge {
    Badge { standing: "warn", word: t.library_not_verified_for(days) }
}
