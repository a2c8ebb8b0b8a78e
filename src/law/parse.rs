//! Reads the TOML files of the law and says precisely what is wrong with them. Knows no rule of any country.

use super::citation::{Confidence, Source};
use super::error::LawError;
use super::words::Words;
use chrono::NaiveDate;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use std::sync::Arc;

/// Reads one file.
///
/// # Errors
/// With file, line, key, expectation and hint, when the text is not TOML or not of this shape.
pub(super) fn read<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, LawError> {
    toml::from_str(text).map_err(|error| {
        let offset = error.span().map_or(0, |span| span.start);
        let line = line_of(text, offset);
        let key = key_on_line(text, line);
        let problem = error.message().trim().replace('\n', " ");
        let hint = hint_for(&problem).to_owned();
        LawError { file: file.to_owned(), line, key, problem, hint }
    })
}

/// An error about a name that the file uses, at the first line that has it in quotes, or else at all.
pub(super) fn at_name(file: &str, text: &str, name: &str, problem: String, hint: &str) -> LawError {
    let quoted = format!("\"{name}\"");
    let first = |wanted: &str| text.lines().position(|line| line.contains(wanted));
    let line = first(&quoted).or_else(|| first(name)).map_or(0, |index| index + 1);
    LawError { file: file.to_owned(), line, key: name.to_owned(), problem, hint: hint.to_owned() }
}

/// The line, from 1, of a place in the text. What is missing at the end is missing on the last line that has something.
pub(super) fn line_of(text: &str, offset: usize) -> usize {
    let within = offset.min(text.trim_end().len());
    text.bytes().take(within).filter(|byte| *byte == b'\n').count() + 1
}

fn key_on_line(text: &str, line: usize) -> String {
    let line = text.lines().nth(line.saturating_sub(1)).unwrap_or_default();
    line.split('=').next().unwrap_or_default().trim().to_owned()
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
        "compare with the same key in src/law/rulebooks/kr/network-act.toml"
    }
}

/// A TOML native date.
pub(super) fn day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
    let read = toml::value::Datetime::deserialize(deserializer)?;
    match (read.date, read.time) {
        (Some(date), None) => NaiveDate::from_ymd_opt(i32::from(date.year), u32::from(date.month), u32::from(date.day))
            .ok_or_else(|| serde::de::Error::custom("no such day")),
        _ => Err(serde::de::Error::custom("expected a date without time, such as 2026-10-01")),
    }
}

/// The date behind [`day`] where it may be absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Day(#[serde(deserialize_with = "day")] pub NaiveDate);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SourceText {
    cite: Words,
    url: String,
    quote: Option<String>,
    published: Option<Day>,
    verified_on: Day,
    confidence: Confidence,
}

/// A source with native dates.
pub(super) fn source<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Arc<Source>, D::Error> {
    let text = SourceText::deserialize(deserializer)?;
    if !text.url.starts_with("https://") {
        return Err(serde::de::Error::custom("expected a link that begins with https://"));
    }
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
