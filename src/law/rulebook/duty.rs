//! One duty as data: whom it tells, what starts it, its dated versions, and what missing it may cost.

use super::fine::Fine;
use super::recipient::Recipient;
use super::starts::Starts;
use super::version::{PendingLaw, Version};
use crate::base::words::Words;
use crate::situation::{DutyId, FormId, Trigger};
use chrono::NaiveDate;
use serde::Deserialize;

/// One duty.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Duty {
    /// Its id: the rulebook's, a slash, its own.
    pub id: DutyId,
    /// What it is called.
    pub title: Words,
    /// Who must be told, or what must be done.
    pub recipient: Words,
    /// What kind of recipient that is.
    pub to: Recipient,
    /// What happens when it passes unmet, in one sentence.
    pub consequence: Words,
    /// What starts it.
    pub starts: Starts,
    /// Which date picks the version.
    pub governed_by: GovernedBy,
    /// The form that meets it.
    pub form: Option<FormId>,
    /// Whether people are warned about it until it is met.
    pub watched: bool,
    /// Nothing is to be done: the conditions say what was breached, and the fines what that may cost.
    #[serde(default)]
    pub sanction_only: bool,
    /// What else meets it.
    #[serde(default)]
    pub met_by: MetBy,
    /// Its versions, oldest first.
    #[serde(default)]
    pub version: Vec<Version>,
    /// Law that has been adopted or drafted but has no date of force: shown, never applied.
    #[serde(default)]
    pub pending: Vec<PendingLaw>,
    /// What missing it may cost.
    #[serde(default)]
    pub fine: Vec<Fine>,
}

/// What else meets a duty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct MetBy {
    /// Filings of these duties.
    pub filings: Vec<DutyId>,
    /// An occurrence: an assessment that was completed.
    pub occurrence: Option<Trigger>,
}

/// Which date picks the version of a duty. The version of a fine is always picked by the day of the breach.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum GovernedBy {
    /// The day on which the clock starts; while it has no start, the day of asking.
    Start,
    /// The day on which the incident occurred; while that is unknown, as for `Start`.
    Occurred,
    /// The day of the filing; while there is none, the day of asking.
    Filed,
}

impl Duty {
    /// The version in force on a day; `None` before the first and after a repeal.
    #[must_use]
    pub fn in_force(&self, day: NaiveDate) -> Option<&Version> {
        super::dated::in_force(&self.version, day)
    }

    /// What comes next after a day.
    #[must_use]
    pub fn next(&self, day: NaiveDate) -> Option<&Version> {
        super::dated::next(&self.version, day)
    }
}
