//! What is known now and was not said in what was handed in: for each filing on record, each fact on which its items rest
//! and that reads differently today. Where the act has a supplement, such a change is taken to have happened as what
//! starts it, provisionally, until a person says what it was.
//!
//! Compares facts alone: a profile of the organisation and moments start no supplement here. Decides nothing.

use super::answers::{AnsweredChange, ChangeAnswer, ChangeKey};
use super::difference::FactDifference;
use super::filing::{FiledRecord, Filing};
use super::state::Incident;
use super::statements::Statement;
use crate::law::base::moment::{Moment, Timing};
use crate::law::library::Library;
use crate::law::questions::reported::PERSONS;
use crate::law::situation::fact::{FactKey, Value};
use crate::law::situation::{DutyId, Occurrence, OccurrenceId, Trigger};
use crate::law::verdict::{Answer, ClockOrigin, Verdict};
use chrono_tz::Tz;
use std::collections::{BTreeMap, BTreeSet};

/// One fact that reads differently from what a filing said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The filing, the fact and what is known of it now: by these it is answered.
    pub key: ChangeKey,
    /// The duty that the filing meets.
    pub duty: DutyId,
    /// What the filing said; `None` when it was not known.
    pub said: Option<Value>,
    /// Since when it has read differently: when that was known, but not before the filing.
    pub since: Timing,
    /// What starts a supplement under the filing's act; empty where the act has none.
    pub starts: BTreeSet<Trigger>,
    /// What a person answered.
    pub answer: Option<AnsweredChange>,
}

impl Change {
    /// Whether a supplement runs on it until a person answers.
    #[must_use]
    pub fn asks(&self) -> bool {
        self.answer.is_none() && !self.starts.is_empty()
    }

    /// Whether what was handed in is known to be wrong and no supplement runs by which it would be put right, because the
    /// act has none: it stands open until something right is recorded as handed in, or somebody says that it is immaterial.
    #[must_use]
    pub fn to_be_corrected(&self) -> bool {
        self.starts.is_empty() && self.answer.as_ref().is_some_and(|answered| answered.answer.leaves_wrong())
    }
}

/// Several changes that became known at one moment: one question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Since when.
    pub since: Timing,
    /// The changes.
    pub changes: Vec<Change>,
    /// What is taken to have happened until it is answered.
    pub occurrences: Vec<Occurrence>,
}

/// Every difference between what was handed in and what is known: of the newest filing that was made with a form, and of
/// the newest one for a duty without a form. In the order of the filings, and of the facts' keys. `zone` is that of
/// moments which nobody said, but which the record shows.
#[must_use]
pub fn changes(library: &Library, incident: &Incident, zone: Tz) -> Vec<Change> {
    let persons = FactKey::new(PERSONS);
    let found = newest(library, incident).into_iter().flat_map(|record| {
        let form = incident.form_of(record);
        let starts = library.rulebook(record.duty.rulebook()).map(|act| library.supplemented_by(act));
        let starts = starts.unwrap_or_default();
        let facts: BTreeSet<FactKey> = match incident.facts.keys().next() {
            Some(_) => library.reported(&record.duty, form),
            None => BTreeSet::new(),
        };
        // How many persons there are is told by every filing, whatever its form: it is what the damage is.
        let told = record.said.keys().cloned().chain(incident.facts.latest(&persons).map(|_| persons.clone()));
        let keys = facts.into_iter().chain(told).collect::<BTreeSet<_>>();
        keys.into_iter().filter_map(move |fact| change(incident, record, fact, starts.clone(), zone))
    });
    found.collect()
}

/// What a filing is known to have said of a fact: what was recorded of it or, where nobody recorded that, what was known
/// when its content was settled.
#[must_use]
pub fn said(incident: &Incident, record: &FiledRecord, fact: &FactKey) -> Option<Value> {
    if let Some(value) = record.said.get(fact) {
        return Some(value.clone());
    }
    let until = incident.settled_at(record);
    let history = incident.facts.history(fact);
    history.iter().rev().find(|statement| statement.position <= until)?.value.clone()
}

/// What a form that was settled for handing in says and is known otherwise now: the facts that fill its fields.
#[must_use]
pub fn outdated(library: &Library, incident: &Incident, filing: &Filing) -> Vec<FactDifference> {
    let Some((content, _)) = &filing.content else { return Vec::new() };
    let difference = |key: FactKey| {
        let history = incident.facts.history(&key);
        let then = history.iter().rev().find(|statement| statement.position <= content.as_of);
        let before = then.and_then(|statement| statement.value.clone());
        let after = history.last()?.value.clone();
        (before != after).then_some(FactDifference { key, before, after })
    };
    library.reported(&filing.duty, Some(&filing.form)).into_iter().filter_map(difference).collect()
}

/// The changes that nobody has answered and on which a supplement runs, as questions, the earliest first.
#[must_use]
pub fn questions(incident: &Incident, changes: &[Change]) -> Vec<Question> {
    let mut groups: BTreeMap<(Moment, Moment), Vec<Change>> = BTreeMap::new();
    for change in changes.iter().filter(|change| change.asks()) {
        groups.entry((change.since.earliest(), change.since.latest())).or_default().push(change.clone());
    }
    let question = |changes: Vec<Change>| {
        let since = changes.first()?.since;
        let presumed = |(trigger, acts)| Occurrence {
            id: presumed_id(incident, &trigger, since),
            trigger,
            at: since,
            presumed: true,
            acts,
        };
        let occurrences = started(&changes).into_iter().map(presumed).collect();
        Some(Question { since, changes, occurrences })
    };
    groups.into_values().filter_map(question).collect()
}

/// What starts supplements on changes, each with the acts whose filings rested on what changed: those alone.
#[must_use]
pub fn started(changes: &[Change]) -> BTreeMap<Trigger, BTreeSet<String>> {
    let mut started: BTreeMap<Trigger, BTreeSet<String>> = BTreeMap::new();
    for change in changes {
        for trigger in &change.starts {
            started.entry(trigger.clone()).or_default().insert(change.duty.rulebook().to_owned());
        }
    }
    started
}

/// What is taken to have happened since facts changed after filings.
#[must_use]
pub fn presumed(library: &Library, incident: &Incident, zone: Tz) -> Vec<Occurrence> {
    if incident.filed.iter().all(|record| record.withdrawn.is_some()) {
        return Vec::new();
    }
    questions(incident, &changes(library, incident, zone)).into_iter().flat_map(|asked| asked.occurrences).collect()
}

impl Incident {
    /// The answer that counts for a change. What records from when the right value was known counts while not all of that
    /// was withdrawn.
    #[must_use]
    pub fn answered_change(&self, key: &ChangeKey) -> Option<&AnsweredChange> {
        let newest = self.answers.iter().rev().find(|answered| answered.changes.contains(key))?;
        let live = |id: &OccurrenceId| self.occurrence(id).is_some_and(|record| record.withdrawn.is_none());
        let stands = match &newest.answer {
            ChangeAnswer::FurtherFact { occurrences } => occurrences.iter().any(live),
            ChangeAnswer::Slip { occurrences, .. } => occurrences.is_empty() || occurrences.iter().any(live),
            ChangeAnswer::Immaterial { .. } => true,
        };
        stands.then_some(newest)
    }

    /// The answer by which an occurrence was recorded.
    #[must_use]
    pub fn answer_behind(&self, occurrence: &OccurrenceId) -> Option<&AnsweredChange> {
        self.answers.iter().find(|answered| answered.answer.occurrences().is_some_and(|all| all.contains(occurrence)))
    }
}

/// How the names of what is only presumed begin.
const PRESUMED: &str = "change-";

/// Whether an instance rests on what nobody has confirmed: a question that stands open.
#[must_use]
pub fn is_presumed(incident: &Incident, instance: &OccurrenceId) -> bool {
    instance.as_str().starts_with(PRESUMED) && incident.occurrence(instance).is_none()
}

/// Whether an answer of the law rests on what nobody has confirmed, and asks for something.
#[must_use]
pub fn is_asked(incident: &Incident, verdict: &Verdict) -> bool {
    let presumed = behind(verdict).is_some_and(|occurrence| is_presumed(incident, occurrence));
    presumed && matches!(verdict.answer, Answer::Applies | Answer::Undetermined { .. } | Answer::Conflict { .. })
}

/// The occurrence on which an answer of the law rests: its instance or, where the duty arises once, the start of its clock.
#[must_use]
pub fn behind(verdict: &Verdict) -> Option<&OccurrenceId> {
    verdict.instance.as_ref().or_else(|| match &verdict.clock.as_deref()?.origin {
        ClockOrigin::Occurrence(id) => Some(id),
        _ => None,
    })
}

/// The same change has the same name, whenever it is asked, so that what was warned about it and begun for it stays
/// with it; a name that a confirmed occurrence took is not used again.
fn presumed_id(incident: &Incident, trigger: &Trigger, since: Timing) -> OccurrenceId {
    let (from, to) = (since.earliest().seconds(), since.latest().seconds());
    let name = |again: usize| match again {
        0 => OccurrenceId::new(&format!("{PRESUMED}{trigger}-{from}-{to}")),
        again => OccurrenceId::new(&format!("{PRESUMED}{trigger}-{from}-{to}-{again}")),
    };
    let mut again = 0;
    while incident.occurrence(&name(again)).is_some() {
        again += 1;
    }
    name(again)
}

fn change(
    incident: &Incident,
    record: &FiledRecord,
    fact: FactKey,
    starts: BTreeSet<Trigger>,
    zone: Tz,
) -> Option<Change> {
    let said = said(incident, record, &fact);
    let history = incident.facts.history(&fact);
    let known = history.last()?.value.clone();
    if known == said {
        return None;
    }
    let key = |value: &Option<Value>| ChangeKey { filed: record.position, fact: fact.clone(), value: value.clone() };
    let answer = incident.answered_change(&key(&known));
    let other = |statement: &&Statement| {
        statement.value != said && (answer.is_some() || incident.answered_change(&key(&statement.value)).is_none())
    };
    let first = history.iter().rev().take_while(other).last().or_else(|| history.last())?;
    let known_since = first.since.unwrap_or_else(|| Timing::exact(first.recorded_at, zone));
    let before = known_since.earliest() < record.at.earliest();
    let since = if before { record.at } else { known_since };
    Some(Change { key: key(&known), duty: record.duty.clone(), said, since, starts, answer: answer.cloned() })
}

/// The records that count: not withdrawn, and the newest of its form or, without one, of its duty. A supplement made with
/// the form of the report takes the report's place.
fn newest<'a>(library: &Library, incident: &'a Incident) -> Vec<&'a FiledRecord> {
    let mut newest: BTreeMap<String, &FiledRecord> = BTreeMap::new();
    for record in incident.filed.iter().filter(|record| record.withdrawn.is_none()) {
        let usual = || library.duty(&record.duty)?.form.as_ref();
        let form = incident.form_of(record).or_else(usual);
        let name = form.map_or_else(|| record.duty.to_string(), ToString::to_string);
        let kept = newest.entry(name).or_insert(record);
        if (kept.at.earliest(), kept.position) < (record.at.earliest(), record.position) {
            *kept = record;
        }
    }
    let mut records: Vec<&FiledRecord> = newest.into_values().collect();
    records.sort_by_key(|record| record.position);
    records
}
