//! What `dutyclock assess` found, as `--json` prints it.

use crate::law::base::moment::Moment;
use crate::law::base::truth::Truth;
use crate::law::situation::Situation;
use crate::law::verdict::{Gap, Verdict};
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
    /// Law that may concern the incident and is not in this library; of no act, so told whichever acts were asked for.
    pub gaps: Vec<Gap>,
}

/// What came out for one case, and of what it was asked.
#[derive(Debug)]
pub(crate) struct Told {
    /// What came out.
    pub answered: Answered,
    /// Of what it was asked.
    pub situation: Situation,
}

impl Told {
    /// Leaves out what is said of acts that do not concern the case.
    pub(crate) fn keep_what_concerns(&mut self) {
        self.answered.verdicts.retain(|verdict| verdict.scope != Truth::No);
    }
}
