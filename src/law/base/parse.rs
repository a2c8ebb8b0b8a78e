//! Reads the TOML files of the law and says precisely what is wrong with them. Knows no rule of any country.

use super::citation::{Confidence, Source};
use super::error::LawError;
use super::spans::{Spans, Step};
use super::words::Words;
use chrono::{NaiveDate, NaiveTime};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use std::sync::Arc;

/// Reads one file.
///
/// # Errors
/// With file, line, key, expectation and hint, when the text is not TOML or not of this shape.
pub(crate) fn read<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, LawError> {
    toml::from_str(text).map_err(|error| {
        let problem = error.message().trim().replace('\n', " ");
        let hint = hint_for(&problem);
        unreadable(file, text, &error, problem, hint)
    })
}

/// An error of the reader of TOML, with the key on which it came.
pub(crate) fn unreadable(file: &str, text: &str, error: &toml::de::Error, problem: String, hint: &str) -> LawError {
    let span = error.span().unwrap_or_default();
    let key = Spans::of(text).key_at(span.start);
    let mut error = LawError::at((file, text), span, "", problem, hint);
    error.key = key.unwrap_or_else(|| error.excerpt.text.split('=').next().unwrap_or_default().trim().to_owned());
    error
}

/// An error about what stands at a place of a file.
pub(crate) fn wrong(
    file: &str,
    text: &str,
    way: &[Step],
    problem: impl Into<String>,
    hint: impl Into<String>,
) -> LawError {
    let found = Spans::of(text).find(way);
    LawError::at((file, text), found.span, found.key, problem, hint)
}

fn hint_for(problem: &str) -> &'static str {
    if problem.contains("unknown field") {
        "keys are closed: correct the spelling, or remove the key"
    } else if problem.contains("missing field") {
        "add the key; every text needs en, ko and id, and every version its source"
    } else if problem.contains("unknown variant") {
        "choose one of the values listed"
    } else if problem.contains("duplicate key") {
        "keep one of the two"
    } else {
        "`dutyclock schema rulebook` says what each key takes, and `dutyclock rulebook new` starts an act that can be read"
    }
}

/// A TOML native date.
pub(crate) fn day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
    let read = toml::value::Datetime::deserialize(deserializer)?;
    match (read.date, read.time) {
        (Some(date), None) => NaiveDate::from_ymd_opt(i32::from(date.year), u32::from(date.month), u32::from(date.day))
            .ok_or_else(|| serde::de::Error::custom("no such day")),
        _ => Err(serde::de::Error::custom("expected a date without time, such as 2026-10-01")),
    }
}

/// A time of day to the minute, as a text: `"17:30"`.
pub(crate) fn hour<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveTime, D::Error> {
    let text = String::deserialize(deserializer)?;
    let wrong = || serde::de::Error::custom("expected a time of day, such as \"17:30\"");
    NaiveTime::parse_from_str(&text, "%H:%M").map_err(|_| wrong())
}

/// The date behind [`day`] where it may be absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Day(#[serde(deserialize_with = "day")] pub NaiveDate);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SourceText {
    cite: Words,
    #[serde(deserialize_with = "link")]
    url: String,
    quote: Option<String>,
    published: Option<Day>,
    verified_on: Day,
    confidence: Confidence,
}

fn link<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let url = String::deserialize(deserializer)?;
    let secure = url.starts_with("https://");
    if secure { Ok(url) } else { Err(serde::de::Error::custom("expected a link that begins with https://")) }
}

/// A source with native dates.
pub(crate) fn source<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Arc<Source>, D::Error> {
    let text = SourceText::deserialize(deserializer)?;
    Ok(Arc::new(Source {
        cite: text.cite,
        url: text.url,
        quote: text.quote,
        published: text.published.map(|day| day.0),
        verified_on: text.verified_on.0,
        confidence: text.confidence,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_at_the_end_is_told_at_the_last_line_there_is() {
        let unclosed = read::<toml::Table>("act.toml", "a = 1\nb = { c = 2\n\n").unwrap_err();
        assert_eq!((unclosed.line, unclosed.key.as_str()), (2, "b"));
    }
}
