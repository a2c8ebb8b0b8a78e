//! Law that is not in the library, on the incident's page: what was said about it, by whom, and what is due. Decides
//! nothing.

use crate::app::desk::incident_path;
use crate::incident::counsel;
use crate::incident::gap_record::{GapRecord, Said};
use crate::law::verdict::Gap;
use crate::web::views::link::Link;
use crate::web::views::next_action;
use crate::web::views::wording::Wording;
use url::form_urlencoded::byte_serialize;

/// One record about a gap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spoken {
    /// The place, or the law.
    pub place: String,
    /// Who answered and when, or that it was judged not to matter.
    pub who: String,
    /// What was said.
    pub said: String,
    /// What is due by when; empty where nothing is.
    pub task: String,
    /// When and by whom it was recorded.
    pub recorded: String,
    /// Why it was withdrawn, if it was.
    pub withdrawn: Option<String>,
    /// Where it is withdrawn.
    pub withdraw: String,
}

/// One gap about which nobody has said anything yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GapRow {
    /// The place, with the number of persons there.
    pub place: String,
    /// How much is missing.
    pub extent: String,
    /// What is missing, or which acts are known to exist.
    pub missing: String,
    /// Why it is asked again, where something was said before; empty where nothing was.
    pub again: String,
    /// Where the fact is stated that would say more; empty where there is none.
    pub fact: Option<Link>,
    /// Where an answer is recorded.
    pub answer: String,
    /// Where it is set aside.
    pub dismiss: String,
}

/// Every gap that is open, the widest first.
#[must_use]
pub fn gaps(teller: &Wording<'_>, gaps: &[&Gap]) -> Vec<GapRow> {
    let t = teller.t;
    let path = incident_path(&teller.incident.id);
    let again = |record: &GapRecord| {
        record.persons.map_or_else(
            || t.gap_asked_again_unknown(),
            |then| t.gap_asked_again(t.persons_counted(then, teller.library)),
        )
    };
    let row = |gap: &&Gap| {
        let named: String = byte_serialize(gap.id.as_str().as_bytes()).collect();
        let fact = gap.asks.as_ref();
        GapRow {
            place: t.gap_named(gap, teller.library),
            extent: t.gap_extent(gap.extent),
            missing: t.gap_missing(gap),
            again: counsel::standing_record(teller.incident, &gap.id).map(again).unwrap_or_default(),
            fact: fact
                .map(|key| Link { href: next_action::fact_href(teller, key), label: t.act_settle(teller.fact(key)) }),
            answer: format!("{path}/counsel?gap={named}"),
            dismiss: format!("{path}/counsel/set-aside?gap={named}"),
        }
    };
    gaps.iter().map(row).collect()
}

/// Every record, the oldest first.
#[must_use]
pub fn spoken(teller: &Wording<'_>) -> Vec<Spoken> {
    teller.incident.gaps.iter().map(|record| one(teller, record)).collect()
}

fn one(teller: &Wording<'_>, record: &GapRecord) -> Spoken {
    let t = teller.t;
    let (who, said) = match &record.said {
        Said::Answered { who, at, said, .. } => (t.elsewhere_answered(who, t.timing(*at)), said.clone()),
        Said::NotRelevant { reason } => (t.elsewhere_dismissed(), reason.clone()),
    };
    let due = |task: &crate::incident::gap_record::Task| {
        t.elsewhere_task(&task.what, t.moment_both(task.limit(), teller.zone))
    };
    Spoken {
        place: teller.words(&record.title),
        who,
        said,
        task: record.task().map(due).unwrap_or_default(),
        recorded: t.incident_recorded(teller.moment(record.recorded_at), teller.who(&record.recorded_by)),
        withdrawn: record.withdrawn.clone(),
        withdraw: format!("{}/counsel/{}/withdraw", incident_path(&teller.incident.id), record.id),
    }
}

/// What a gap of the incident is called; nothing where it has none of that name.
#[must_use]
pub fn title(teller: &Wording<'_>, gaps: &[Gap], gap: &str) -> Option<String> {
    if let Some(found) = gaps.iter().find(|found| found.id.as_str() == gap) {
        return Some(teller.t.gap_named(found, teller.library));
    }
    let before = teller.incident.gaps.iter().rev().find(|record| record.gap == gap);
    before.map(|record| teller.words(&record.title))
}
