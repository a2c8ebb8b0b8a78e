//! How an act counts its periods, and by whose calendar. Only the language is here; `measure` counts.

use crate::base::citation::Source;
use crate::base::parse;
use crate::counting::{FirstDay, HourRule, Roll};
use crate::situation::fact::FactKey;
use chrono::NaiveTime;
use chrono_tz::Tz;
use serde::Deserialize;
use std::sync::Arc;

/// How periods count.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counting {
    /// Whose working days and holidays.
    pub calendar: Option<CalendarOf>,
    /// How hours count.
    #[serde(default)]
    pub hours: HourRule,
    /// Which day is day 1.
    #[serde(default)]
    pub first_day: FirstDay,
    /// Where a last day goes that falls on a closed day.
    #[serde(default)]
    pub roll: Roll,
    /// Regulation 1182/71 Art. 3(5): two days or more hold at least two working days.
    #[serde(default)]
    pub two_working_days: bool,
    /// The hour at which the recipient's day ends, where that is before midnight.
    pub until_hour: Option<UntilHour>,
    /// Rolls only where this term holds.
    pub roll_when: Option<Arc<str>>,
    /// Where that is written.
    #[serde(deserialize_with = "parse::source")]
    pub source: Arc<Source>,
}

/// The hour at which a recipient's day ends: what comes later that day came the next. Ends periods in days and longer
/// units, never those in hours.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UntilHour {
    /// The last moment of the day: `"17:30"`.
    #[serde(deserialize_with = "parse::hour")]
    pub at: NaiveTime,
    /// On whose clock.
    pub zone: Tz,
    /// Where that is written.
    #[serde(deserialize_with = "parse::source")]
    pub source: Arc<Source>,
}

/// Whose working days count.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged, expecting = "expected the id of a calendar, or `{ by = \"…\" }` with the key of a fact")]
pub enum CalendarOf {
    /// A calendar by its id.
    Named(String),
    /// The calendar named by a fact: the Member State in which the organisation files.
    By(CalendarBy),
}

/// A calendar named by a fact.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CalendarBy {
    /// A choice whose answers are calendar ids.
    pub by: FactKey,
}
