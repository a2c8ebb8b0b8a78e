//! Times as a case writes them: a year, a month, a day, an hour, a moment; with its own offset or on the wall clock of the
//! case's zone; between two of them, at the latest, at the earliest. "About" is no time: its two ends are.

use super::fields::Field;
use super::tree::Kind;
use crate::base::error::LawError;
use crate::base::moment::{Local, Moment, Precision, Timing, resolve_local, start_of_day, start_of_month};
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime};
use chrono_tz::Tz;

const HINT: &str = "write a year as \"2026\", a month as \"2026-11\", a day as 2026-11-17, an hour as \"2026-11-17T16\", a \
                    moment as 2026-11-17T16:00:00 (on the clock of the case's zone) or with an offset, \
                    2026-11-17T16:00:00+09:00 or …Z; what is known roughly as { between = [\"2026-11-08\", \"2026-11-09\"] }, \
                    { latest = \"2026-11-17\" } or { earliest = \"2026-11-17\" }";
/// The years in which a time can lie.
const YEARS: std::ops::RangeInclusive<i32> = 1970..=9998;

/// A time of any precision.
pub(crate) fn timing(field: Field<'_>, zone: Tz) -> Result<Timing, LawError> {
    let Kind::Table(_) = &field.node.kind else { return plain(field, zone) };
    let parts = field.table()?;
    let [of] = parts.as_slice() else {
        return Err(field.wrong("expected exactly one of `between`, `latest`, `earliest`", HINT));
    };
    match of.place.key {
        "between" => between(*of, zone),
        "latest" => Ok(Timing::between(Moment::OPEN_PAST, plain(*of, zone)?.latest(), zone)),
        "earliest" => Ok(Timing::between(plain(*of, zone)?.earliest(), Moment::OPEN_FUTURE, zone)),
        "about" => Err(of.place.wrong("\"about\" says neither how early nor how late it can have been", ABOUT)),
        other => Err(of.place.wrong(format!("`{other}` does not say how roughly a time is known"), HINT)),
    }
}

const ABOUT: &str = "name the two ends: { between = [\"2026-11-08\", \"2026-11-09\"] }";

/// A time that is no table.
fn plain(field: Field<'_>, zone: Tz) -> Result<Timing, LawError> {
    let text = field.text("a time", HINT)?;
    let about = ["about ", "ca. ", "ca ", "circa ", "~"].iter().any(|word| text.trim_start().starts_with(word));
    let hint = if about { ABOUT } else { HINT };
    read(text, zone).map_err(|problem| field.wrong(problem, hint))
}

/// From the first second of one time to the last of another.
fn between(field: Field<'_>, zone: Tz) -> Result<Timing, LawError> {
    let ends = field.list()?;
    let [from, to] = ends.as_slice() else { return Err(field.wrong("expected two times, the ends", HINT)) };
    let (from, to) = (plain(*from, zone)?.earliest(), plain(*to, zone)?.latest());
    if from > to {
        return Err(field.wrong("the second end lies before the first", "write the earlier one first"));
    }
    Ok(Timing::between(from, to, zone))
}

/// A moment to the second.
pub(crate) fn moment(field: Field<'_>, zone: Tz) -> Result<Moment, LawError> {
    let timing = timing(field, zone)?;
    if timing.is_exact() {
        return Ok(timing.at);
    }
    Err(field.wrong("expected a moment, found a time that is known only roughly", HINT))
}

/// A day.
pub(crate) fn day(field: Field<'_>) -> Result<NaiveDate, LawError> {
    let text = field.text("a day", "write it as 2026-11-17")?;
    date(text).ok_or_else(|| field.wrong(format!("`{text}` is not a day"), "write it as 2026-11-17"))
}

/// Reads a time.
///
/// # Errors
/// With what is wrong, in words.
pub fn read(text: &str, zone: Tz) -> Result<Timing, String> {
    let unreadable = || format!("`{text}` is not a time");
    if let Some(day) = date(text) {
        let at = start_of_day(day, zone).ok_or_else(unreadable)?;
        return Ok(Timing { at, precision: Precision::Day, zone });
    }
    if let Some((at, precision)) = month_or_year(text, zone) {
        return Ok(Timing { at, precision, zone });
    }
    let text = text.trim().replacen(' ', "T", 1);
    if text.len() == "2026-11-17T16".len() {
        let at = local(&format!("{text}:00:00"), zone)?;
        return Ok(Timing { at, precision: Precision::Hour, zone });
    }
    let seconds = if text.matches(':').count() == 1 { format!("{text}:00") } else { text.clone() };
    let at = match DateTime::parse_from_rfc3339(&text).ok().or_else(|| with_minutes(&text)) {
        Some(at) if YEARS.contains(&at.to_utc().year()) => Moment::from_seconds(at.timestamp()),
        Some(_) => return Err(outside(&text)),
        None => local(&seconds, zone)?,
    };
    Ok(Timing::exact(at, zone))
}

/// `2026-11` and `2026`.
fn month_or_year(text: &str, zone: Tz) -> Option<(Moment, Precision)> {
    let number = |digits: &str, length: usize| {
        let plain = digits.len() == length && digits.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| digits.parse::<u32>().ok()).flatten()
    };
    let year = |digits: &str| i32::try_from(number(digits, 4)?).ok().filter(|year| YEARS.contains(year));
    match text.split_once('-') {
        None => Some((start_of_month(year(text)?, 1, zone)?, Precision::Year)),
        Some((of, month)) => Some((start_of_month(year(of)?, number(month, 2)?, zone)?, Precision::Month)),
    }
}

/// `2026-11-17T16:00+09:00` and `2026-11-17T16:00Z`, which RFC 3339 does not know.
fn with_minutes(text: &str) -> Option<DateTime<FixedOffset>> {
    let (minutes, offset) = text.split_at_checked("2026-11-17T16:00".len())?;
    DateTime::parse_from_rfc3339(&format!("{minutes}:00{offset}")).ok()
}

fn outside(text: &str) -> String {
    format!("`{text}` lies outside the years {} to {}", YEARS.start(), YEARS.end())
}

fn date(text: &str) -> Option<NaiveDate> {
    let plain = text.len() == "2026-11-17".len() && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let day: NaiveDate = text.parse().ok().filter(|_| plain)?;
    YEARS.contains(&day.year()).then_some(day)
}

fn local(text: &str, zone: Tz) -> Result<Moment, String> {
    let read: NaiveDateTime = text.parse().map_err(|_| format!("`{text}` is not a time"))?;
    if !YEARS.contains(&read.year()) {
        return Err(outside(text));
    }
    match resolve_local(read, zone) {
        Local::One(at) => Ok(at),
        Local::Two(_) => Err(format!("`{text}` was twice in {zone}, because clocks were set back: give its offset")),
        Local::Never(_) => Err(format!("`{text}` never was in {zone}, because clocks were set forward")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::Europe::Berlin;

    #[test]
    fn days_hours_and_moments_are_told_apart() {
        let precision = |text| read(text, Berlin).unwrap().precision;
        assert_eq!(precision("2026-11-17"), Precision::Day);
        assert_eq!(precision("2026-11-17T16"), Precision::Hour);
        assert_eq!(precision("2026-11-17T16:00"), Precision::Exact);
        assert_eq!(precision("2026-11"), Precision::Month);
        assert_eq!(precision("2026"), Precision::Year);
        let month = read("2026-11", Berlin).unwrap();
        let ends = (month.earliest().to_rfc3339(), month.latest().to_rfc3339());
        assert_eq!(ends, ("2026-10-31T23:00:00Z".to_owned(), "2026-11-30T22:59:59Z".to_owned()));
    }

    #[test]
    fn one_moment_can_be_written_in_several_ways() {
        let expected = Moment::from_rfc3339("2026-11-17T15:00:00Z").unwrap();
        for text in ["2026-11-17T16:00", "2026-11-17 16:00:00", "2026-11-17T15:00Z", "2026-11-18T00:00:00+09:00"] {
            assert_eq!(read(text, Berlin).unwrap().at, expected, "{text}");
        }
    }

    #[test]
    fn a_time_that_never_was_or_was_twice_is_not_guessed() {
        assert!(read("2026-03-29T02:30:00", Berlin).unwrap_err().contains("never was"));
        assert!(read("2026-10-25T02:30:00", Berlin).unwrap_err().contains("twice"));
        assert!(read("2026-10-25T02:30:00+01:00", Berlin).is_ok());
    }

    #[test]
    fn nonsense_is_refused() {
        for text in [
            "",
            "yesterday",
            "2026-13-01",
            "0001-01-01",
            "1969-12-31T23:59:59Z",
            "2026-11-17T25",
            "2026-13",
            "2026-1",
            "26",
            "é026-11-17T16:0",
        ] {
            assert!(read(text, Berlin).is_err(), "{text}");
        }
    }
}
