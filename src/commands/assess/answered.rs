//! What `dutyclock assess` found, as `--json` prints it.

use crate::law::base::moment::Moment;
use crate::law::verdict::Verdict;
use chrono::NaiveDate;
use serde::Serialize;

/// The name of what `--json` prints; a number for each change that is not an addition.
pub(crate) const FORMAT: &str = "dutyclock.assessment.1";

/// An assessment as `--json` prints it.
#[derive(Debug, Serialize)]
pub(crate) struct Answered {
    /// [`FORMAT`].
    pub format: &'static str,
    /// The case's name, where it has one.
    pub case: Option<String>,
    /// The moment of asking.
    pub at: Moment,
    /// The zone of the case.
    pub zone: String,
    /// Up to which moment what happened was counted.
    pub as_of: Option<Moment>,
    /// To which day the incident was moved.
    pub on: Option<NaiveDate>,
    /// One verdict for each duty and instance.
    pub verdicts: Vec<Verdict>,
}
