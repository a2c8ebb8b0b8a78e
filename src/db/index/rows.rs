//! What the two indexes hold of an incident and of a clock.

use crate::db::schema::{clock_index, incident_index};
use crate::db::types::{Backend, MaybeSeconds, Seconds, from_column, into_column};
use crate::law::base::moment::Moment;
use crate::law::situation::fact::{Count, FactKey};
use crate::law::verdict::GapId;
use diesel::prelude::*;
use diesel::sql_types::Text;
use serde::{Deserialize, Serialize};

/// What is missing. In the column as a JSON array: the keys of facts, or objects for law.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Missing {
    /// Facts that would settle whether a duty applies.
    Facts(Vec<FactKey>),
    /// Law that is not in the library.
    Law(Vec<MissingLaw>),
}

/// Law that is not in the library, with the number of persons concerned, where that is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MissingLaw {
    /// The gap.
    pub gap: GapId,
    /// The persons.
    pub persons: Option<Count>,
}

impl Default for Missing {
    fn default() -> Self {
        Self::Facts(Vec::new())
    }
}

from_column!(Missing, Text, String, |json| Ok(serde_json::from_str(&json)?));
into_column!(
    /// What is missing on its way into the column.
    MissingText, Text, String, Missing, |missing| {
        let json = serde_json::to_value(missing);
        json.map_or_else(|_| "[]".to_owned(), |json| json.to_string())
    }
);

/// An incident as lists show it: all its columns but the folded search text, which is derived from them.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = incident_index, check_for_backend(Backend), treat_none_as_default_value = false)]
pub struct IncidentRow {
    /// Its ledger stream.
    pub stream: String,
    /// The reference by which people call it; unique.
    pub reference: String,
    /// Its title.
    pub title: String,
    /// Its state, as the application writes it.
    pub state: String,
    /// Whether it is an exercise.
    pub drill: bool,
    /// The stream position that this row reflects.
    pub position: i64,
    /// When it was recorded.
    #[diesel(serialize_as = Seconds)]
    pub opened_at: Moment,
    /// When it happened, where known.
    #[diesel(serialize_as = MaybeSeconds)]
    pub occurred_at: Option<Moment>,
    /// When its last entry was made.
    #[diesel(serialize_as = Seconds)]
    pub updated_at: Moment,
    /// How many of its clocks are open (overdue ones included).
    pub running_count: i64,
    /// The nearest due moment among its open clocks.
    #[diesel(serialize_as = MaybeSeconds)]
    pub next_due_at: Option<Moment>,
}

/// A clock as the board and the watch need it.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = clock_index, check_for_backend(Backend), treat_none_as_default_value = false)]
pub struct ClockRow {
    /// The incident's ledger stream.
    pub stream: String,
    /// The duty.
    pub duty: String,
    /// Its instance; empty where the duty arises once.
    pub instance: String,
    /// The earliest moment it can be due; none where the law names no number.
    #[diesel(serialize_as = MaybeSeconds)]
    pub due_at: Option<Moment>,
    /// The latest moment it can be due, where its start is inexact.
    #[diesel(serialize_as = MaybeSeconds)]
    pub due_latest: Option<Moment>,
    /// When it starts.
    #[diesel(serialize_as = Seconds)]
    pub starts_at: Moment,
    /// How it stands, in one word, as the application writes it.
    pub standing: String,
    /// When its hold began; none where it is not on hold.
    #[diesel(serialize_as = MaybeSeconds)]
    pub held_since: Option<Moment>,
    /// The facts that would settle whether its duty applies, or the law that is not in the library.
    #[diesel(serialize_as = MissingText)]
    pub missing: Missing,
    /// Whether it is warned about.
    pub watched: bool,
    /// Whether somebody has stopped its warnings.
    pub stopped: bool,
    /// Whether it rests on suspicion only.
    pub provisional: bool,
    /// The next step of the escalation ladder.
    pub next_rung: Option<String>,
    /// When that step is due. None where there is nothing more to warn about.
    #[diesel(serialize_as = MaybeSeconds)]
    pub next_rung_at: Option<Moment>,
    /// The safe internal deadline, where one comes before the law's own: warnings run to it.
    #[diesel(serialize_as = MaybeSeconds)]
    pub safe_at: Option<Moment>,
    /// The zone whose dates are counted, where its duty counts days.
    pub days_in: Option<String>,
}
