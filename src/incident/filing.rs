//! Filings: from the first draft to the authority's receipt. A filing's content is frozen when it is submitted, so that
//! what was approved is what is handed in.

use super::form_content::FilledForm;
use crate::law::base::moment::{Moment, Timing};
use crate::law::situation::fact::{FactKey, Value};
use crate::law::situation::{DutyId, FormId, OccurrenceId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

pub use crate::law::situation::{Channel, Flaw};

/// The name of a filing, unique within its incident.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FilingId(pub String);

/// Whose link an approver's password had lately been chosen by, told beside the approval.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApproverLink {
    /// The account that had the link made, by its number.
    pub by: String,
    /// When the password was chosen by it.
    pub at: Moment,
    /// Whether the approver had a password before.
    pub reset: bool,
}

/// How far a filing has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stage {
    /// Being written; carries the reason when it was sent back.
    Draft {
        /// What its approver asked to change.
        returned: Option<String>,
    },
    /// Waiting for a second person.
    Submitted {
        /// Who submitted it.
        by: String,
        /// When.
        at: Moment,
    },
    /// Approved, not handed in yet.
    Approved {
        /// Who approved it.
        by: String,
        /// When.
        at: Moment,
    },
    /// Handed in.
    Filed,
}

/// One filing made with a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filing {
    /// Its name.
    pub id: FilingId,
    /// The form.
    pub form: FormId,
    /// The duty it is to meet.
    pub duty: DutyId,
    /// The instance it is to meet.
    pub instance: Option<OccurrenceId>,
    /// What was typed into the form itself, by field.
    pub texts: BTreeMap<String, String>,
    /// How far it has come.
    pub stage: Stage,
    /// The content as submitted, and its hash.
    pub content: Option<(FilledForm, String)>,
    /// Who approved it last, and when.
    pub approved: Option<(String, Moment)>,
    /// Who wrote the draft last.
    pub drafted_by: String,
    /// When the draft was last changed.
    pub drafted_at: Moment,
}

/// One record of something handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FiledRecord {
    /// The filing; `None` when it was made outside Dutyclock.
    pub id: Option<FilingId>,
    /// The duty it meets.
    pub duty: DutyId,
    /// The instance it meets.
    pub instance: Option<OccurrenceId>,
    /// When it was handed in.
    pub at: Timing,
    /// When the recipient is known to have received it.
    pub received: Option<Timing>,
    /// Why it does not meet its duty, where it does not.
    pub flaw: Option<Flaw>,
    /// Through which channel.
    pub channel: Channel,
    /// The authority's receipt number; empty where there is none.
    pub receipt: String,
    /// What else matters.
    pub note: String,
    /// SHA-256, hex, of the file that was handed in, where Dutyclock made it.
    pub paper: Option<String>,
    /// The content that was handed in, where it was made with a form; as it was then, whatever the form says later.
    pub content: Option<Arc<FilledForm>>,
    /// What it is known to have said, where it was made outside Dutyclock and somebody recorded that.
    pub said: BTreeMap<FactKey, Value>,
    /// Who recorded it.
    pub recorded_by: String,
    /// When.
    pub recorded_at: Moment,
    /// The entry's position in the stream.
    pub position: i64,
    /// Why the record was withdrawn, if it was.
    pub withdrawn: Option<String>,
}

impl FiledRecord {
    /// Whether somebody's word alone stands for it: made outside, with no receipt and no paper on record.
    #[must_use]
    pub fn is_unproven(&self) -> bool {
        self.id.is_none() && self.receipt.is_empty() && self.paper.is_none() && self.withdrawn.is_none()
    }
}
