//! What may be asked of the pages about rules: a day, an order, a jurisdiction, a rulebook. What cannot be meant is
//! answered with today's law and a remark, never with a failure.

use crate::law::library::Library;
use crate::web::http::visit::Visit;
use chrono::NaiveDate;
use serde::Deserialize;

/// What may be asked of the rules.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Params {
    /// The day, as `YYYY-MM-DD`; today when absent.
    pub on: Option<String>,
    /// How duties are arranged: `jurisdiction`, `recipient` or `deadline`.
    pub by: Option<String>,
    /// A jurisdiction, as rulebooks name it: `KR`, `EU`.
    #[serde(rename = "in")]
    pub place: Option<String>,
    /// A rulebook's id.
    pub of: Option<String>,
    /// Words to look for.
    pub q: Option<String>,
    /// Which group of the library is to stand open: its place on the page, or `all`.
    pub open: Option<String>,
}

impl Params {
    /// The jurisdiction asked for, where the library has a rulebook of it.
    #[must_use]
    pub fn place<'a>(&self, library: &'a Library) -> Option<&'a str> {
        let typed = self.place.as_deref()?.trim();
        library.rulebooks().iter().map(|book| book.country.as_str()).find(|country| country.eq_ignore_ascii_case(typed))
    }
}

/// The day a page of rules shows, and what was typed for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    /// The day.
    pub on: NaiveDate,
    /// Today in the organisation's zone.
    pub today: NaiveDate,
    /// What was typed, or the day itself.
    pub typed: String,
    /// What is wrong with what was typed; empty when nothing is.
    pub wrong: String,
}

impl Day {
    /// The day asked for; today, with a remark, when what was typed is no day.
    #[must_use]
    pub fn of(visit: &Visit, asked: &Params) -> Self {
        let today = today(visit);
        let typed = asked.on.as_deref().map(str::trim).filter(|typed| !typed.is_empty());
        match typed.map(|typed| (typed, NaiveDate::parse_from_str(typed, "%Y-%m-%d"))) {
            None => Self { on: today, today, typed: today.to_string(), wrong: String::new() },
            Some((typed, Ok(on))) => Self { on, today, typed: typed.to_owned(), wrong: String::new() },
            Some((typed, Err(_))) => Self {
                on: today,
                today,
                typed: typed.chars().take(40).collect(),
                wrong: visit.t.rulebook_day_wrong(visit.t.date(today)),
            },
        }
    }

    /// The query that keeps this day.
    #[must_use]
    pub fn query(&self) -> String {
        format!("?on={}", self.on)
    }
}

/// The day it is in the organisation's zone.
#[must_use]
pub fn today(visit: &Visit) -> NaiveDate {
    visit.now.in_zone(visit.zone).date_naive()
}
