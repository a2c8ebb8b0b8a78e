//! Which days are closed, where: dated lists, one per jurisdiction, checked against an independent oracle.
//!
//! A calendar refuses days outside the years it was written for; it never extrapolates. It holds whole days only, and
//! only what is closed in the whole jurisdiction: regional holidays, half days and bank practice are named in its note.
//!
//! A day that hangs on a yearly announcement is marked. Up to `announced_to` the announcements were read; a marked day
//! after that is expected only, and counting takes no time from it in the strict reading.

mod embedded;
pub(crate) use self::embedded::FILES;
#[cfg(test)]
mod fixtures;
#[cfg(test)]
mod korea;
#[cfg(test)]
mod oracle;
#[cfg(test)]
mod tests;

use crate::base::citation::Source;
use crate::base::error::LawError;
use crate::base::parse;
use crate::base::spans::Step;
use crate::base::spans::Step::{Item, Key};
use crate::base::words::Words;
use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// A day outside the years that a calendar was written for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("the calendar `{calendar}` says nothing about {day}: it was written for other years; add the year to its file")]
pub struct NotCovered {
    /// The calendar's id.
    pub calendar: String,
    /// The day asked for.
    pub day: NaiveDate,
}

/// A day that is closed although it may be no weekend.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holiday {
    /// The day, local.
    #[serde(deserialize_with = "parse::day")]
    pub day: NaiveDate,
    /// Its plain English name.
    #[serde(rename = "name")]
    pub title: String,
    /// Announced year by year, by decree or by the moon, and not computed from a rule. After the calendar's
    /// `announced_to` it is expected only: the date may still move.
    #[serde(default)]
    pub announced: bool,
    /// Stands for another holiday that fell on a closed day.
    #[serde(default)]
    pub substitute: bool,
}

/// The closed days of one jurisdiction or office.
#[derive(Debug, Clone)]
pub struct Calendar {
    /// Its id: `kr`, `us-sec`, `jp-office`.
    pub id: String,
    /// Its name for readers.
    pub title: Words,
    /// First day covered.
    pub from: NaiveDate,
    /// Last day covered.
    pub to: NaiveDate,
    /// The last day for which the yearly announcements were read; `to` where the file names none. Later days marked as
    /// announced are expected, and others may be added.
    pub announced_to: NaiveDate,
    /// Days of the week that are closed.
    pub weekend: Vec<Weekday>,
    /// What it leaves out, and what is uncertain about it.
    pub note: Option<String>,
    /// Where it comes from and how far it was checked.
    pub source: Arc<Source>,
    /// Sorted by day, one per day.
    holidays: Vec<Holiday>,
    /// Days of the weekend on which people work by decree.
    working: Vec<NaiveDate>,
    /// One bit per day from `from`: set where closed.
    closed: Vec<u64>,
}

/// A calendar as its file spells it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CalendarText {
    title: Words,
    #[serde(deserialize_with = "parse::day")]
    from: NaiveDate,
    #[serde(deserialize_with = "parse::day")]
    to: NaiveDate,
    /// Of years announced: absent where no year waits for an announcement.
    announced_to: Option<parse::Day>,
    weekend: Vec<Weekday>,
    note: Option<String>,
    holidays: Vec<Holiday>,
    /// Days of the weekend on which people work by decree.
    #[serde(default)]
    working: Vec<parse::Day>,
    #[serde(deserialize_with = "parse::source")]
    source: Arc<Source>,
}

impl Calendar {
    /// Whether the day is a working day.
    ///
    /// # Errors
    /// When the calendar does not cover the day.
    pub fn is_open(&self, day: NaiveDate) -> Result<bool, NotCovered> {
        let refused = || NotCovered { calendar: self.id.clone(), day };
        if day < self.from || day > self.to {
            return Err(refused());
        }
        let (word, bit) = place(self.from, day).ok_or_else(refused)?;
        let word = self.closed.get(word).ok_or_else(refused)?;
        Ok(word & bit == 0)
    }

    /// The holiday of this day, if it is one. Weekends are not holidays; days not covered have none.
    #[must_use]
    pub fn holiday(&self, day: NaiveDate) -> Option<&Holiday> {
        let found = self.holidays.binary_search_by_key(&day, |holiday| holiday.day).ok()?;
        self.holidays.get(found)
    }

    /// Whether the day was entered as a holiday ahead of its announcement.
    #[must_use]
    pub fn is_expected(&self, day: NaiveDate) -> bool {
        day > self.announced_to && self.holiday(day).is_some_and(|holiday| holiday.announced)
    }

    /// The first working day from this one on: the day itself where it is one.
    ///
    /// # Errors
    /// When the calendar ends before a working day is found, or does not cover the day.
    pub fn next_open(&self, day: NaiveDate) -> Result<NaiveDate, NotCovered> {
        let mut at = day;
        while !self.is_open(at)? {
            at = at.succ_opt().ok_or_else(|| NotCovered { calendar: self.id.clone(), day: at })?;
        }
        Ok(at)
    }

    /// All holidays, in order of their days.
    #[must_use]
    pub fn holidays(&self) -> &[Holiday] {
        &self.holidays
    }

    /// Days of the weekend on which people work by decree.
    #[must_use]
    pub fn working(&self) -> &[NaiveDate] {
        &self.working
    }

    /// Whether the weekday is closed every week.
    #[must_use]
    pub fn is_weekend(&self, day: NaiveDate) -> bool {
        self.weekend.contains(&day.weekday())
    }

    /// Reads one file; its id is its name without ending.
    fn parse(path: &str, text: &str) -> Result<Self, LawError> {
        let read: CalendarText = parse::read(path, text)?;
        let wrong = |at: &[Step], problem: &str, hint: &str| Err(parse::wrong(path, text, at, problem, hint));
        let holiday = |at: usize| [Key("holidays"), Item(at), Key("day")];
        if read.from > read.to {
            return wrong(&[Key("to")], "the calendar ends before it begins", "swap `from` and `to`");
        }
        let pairs = read.holidays.iter().zip(read.holidays.iter().skip(1));
        if let Some(at) = pairs.into_iter().position(|(earlier, later)| earlier.day >= later.day) {
            let problem = "days must ascend, one holiday a day";
            return wrong(&holiday(at + 1), problem, "sort them, or join the names");
        }
        let covered = |day: NaiveDate| (read.from..=read.to).contains(&day);
        if let Some(at) = read.holidays.iter().position(|holiday| !covered(holiday.day)) {
            let problem = "the day lies outside `from` and `to`";
            return wrong(&holiday(at), problem, "widen them, or remove the day");
        }
        let announced_to = read.announced_to.as_ref().map_or(read.to, |day| day.0);
        if !covered(announced_to) {
            let hint = "name the last day of the last year announced, or leave `announced_to` out";
            return wrong(&[Key("announced_to")], "`announced_to` lies outside `from` and `to`", hint);
        }
        let closed = closed_days(&read);
        let id = path.trim_end_matches(".toml").to_owned();
        let CalendarText { title, from, to, weekend, note, holidays, working, source, .. } = read;
        let working = working.into_iter().map(|day| day.0).collect();
        Ok(Self { id, title, from, to, announced_to, weekend, note, source, holidays, working, closed })
    }
}

/// One bit per day, set where the day is closed.
fn closed_days(text: &CalendarText) -> Vec<u64> {
    let mut closed = Vec::new();
    let mut holidays = text.holidays.iter().map(|holiday| holiday.day).peekable();
    for day in text.from.iter_days().take_while(|day| *day <= text.to) {
        let holiday = holidays.next_if_eq(&day).is_some();
        let weekend = text.weekend.contains(&day.weekday()) && !text.working.iter().any(|working| working.0 == day);
        let Some((word, bit)) = place(text.from, day) else { continue };
        if closed.len() <= word {
            closed.push(0);
        }
        if let Some(word) = closed.get_mut(word).filter(|_| holiday || weekend) {
            *word |= bit;
        }
    }
    closed
}

/// Word and bit of a day, counted from the first day covered.
fn place(from: NaiveDate, day: NaiveDate) -> Option<(usize, u64)> {
    let offset = usize::try_from(day.signed_duration_since(from).num_days()).ok()?;
    Some((offset / 64, 1 << (offset % 64)))
}

/// All calendars, by id.
#[derive(Debug, Clone)]
pub struct Calendars {
    /// Sorted by id.
    all: Vec<Calendar>,
    /// SHA-256 of all their texts, hex.
    hash: Arc<str>,
}

impl Calendars {
    /// The calendars in the binary.
    ///
    /// # Errors
    /// When an embedded file is not well formed, which a test excludes.
    pub fn embedded() -> Result<Self, LawError> {
        Self::of(FILES)
    }

    /// Calendars of given files, each a name such as `kr.toml` and its text.
    ///
    /// # Errors
    /// With file, line, key and hint of the first thing that is wrong.
    pub fn of(files: &[(&str, &str)]) -> Result<Self, LawError> {
        let mut all: Vec<_> = files.iter().map(|(path, text)| Calendar::parse(path, text)).collect::<Result<_, _>>()?;
        all.sort_by(|one, other| one.id.cmp(&other.id));
        let mut texts = files.to_vec();
        texts.sort_unstable();
        let mut hash = Sha256::new();
        texts.iter().flat_map(|(path, text)| [path, text]).for_each(|part| {
            hash.update(part.as_bytes());
            hash.update([0]);
        });
        Ok(Self { all, hash: hex::encode(hash.finalize()).into() })
    }

    /// SHA-256 of all their texts, hex: another one is another edition.
    #[must_use]
    pub fn hash(&self) -> &str {
        &self.hash
    }

    /// A calendar by its id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Calendar> {
        let found = self.all.binary_search_by(|calendar| calendar.id.as_str().cmp(id)).ok()?;
        self.all.get(found)
    }

    /// All calendars, by id.
    pub fn iter(&self) -> impl Iterator<Item = &Calendar> {
        self.all.iter()
    }
}
