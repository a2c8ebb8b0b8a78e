//! The tables of the incident's page: facts with their revisions, moments with their evidence, occurrences, filings, and
//! the duties that do not apply, each with its reason.

use crate::app::desk::incident_path;
use crate::incident::filing::{FiledRecord, Filing, Stage};
use crate::incident::situation;
use crate::incident::statements::Statement;
use crate::law::situation::fact::FactKey;
use crate::law::verdict::{Answer, Verdict};
use crate::web::forms::fact_field;
use crate::web::views::derivation;
use crate::web::views::derivation::Line;
use crate::web::views::next_action;
use crate::web::views::wording::Wording;

/// A duty that does not apply.
#[derive(Debug, Clone)]
pub struct Aside {
    /// What it is called.
    pub title: String,
    /// The mark of its answer.
    pub mark: &'static str,
    /// The answer in words.
    pub word: String,
    /// Why, in a sentence; may be empty.
    pub why: String,
    /// The provision.
    pub cite: String,
    /// Why, in full.
    pub lines: Vec<Line>,
}

/// One fact with its revisions.
#[derive(Debug, Clone)]
pub struct FactRow {
    /// Where it is stated anew.
    pub href: String,
    /// Its name.
    pub name: String,
    /// The statement that counts.
    pub now: Recorded,
    /// Which other answer says the opposite; empty where none does.
    pub against: String,
    /// Older statements, newest first.
    pub before: Vec<Recorded>,
}

/// A statement: what, who says so, since when, recorded by whom.
#[derive(Debug, Clone)]
pub struct Recorded {
    /// What was stated.
    pub value: String,
    /// Who or what says so, and since when.
    pub source: String,
    /// When and by whom it was recorded.
    pub recorded: String,
}

/// A moment of awareness or an occurrence.
#[derive(Debug, Clone)]
pub struct MomentRow {
    /// When.
    pub when: String,
    /// What it is: the basis of awareness, the kind of occurrence.
    pub kind: String,
    /// Of what, or what it was.
    pub about: String,
    /// Who knew, on what evidence; who says so.
    pub evidence: String,
    /// When and by whom it was recorded.
    pub recorded: String,
    /// Why it was withdrawn, if it was.
    pub withdrawn: Option<String>,
    /// Where it is withdrawn.
    pub withdraw: String,
}

/// A filing with its state.
#[derive(Debug, Clone)]
pub struct FilingRow {
    /// Where it is; empty for one made outside.
    pub href: String,
    /// The form, or how it was handed in.
    pub name: String,
    /// The duty it is to meet.
    pub duty: String,
    /// The mark of its stage.
    pub mark: &'static str,
    /// The stage in words.
    pub word: String,
    /// By whom and when.
    pub when: String,
    /// What else there is to say.
    pub note: String,
    /// Where its record is withdrawn; empty where it cannot be.
    pub withdraw: String,
}

/// A duty that does not apply, with the reason.
#[must_use]
pub fn aside(teller: &Wording<'_>, verdict: &Verdict) -> Aside {
    let t = teller.t;
    let (mark, why) = match &verdict.answer {
        Answer::NotInForce { from: Some(from) } => ("not-in-force", t.incident_in_force_from(t.date(*from))),
        Answer::NotInForce { from: None } => ("not-in-force", String::new()),
        Answer::NotCovered { before } => ("not-in-force", t.incident_not_covered(t.date(*before))),
        Answer::Superseded { by } => ("not-applicable", t.incident_superseded(teller.words(by))),
        _ => ("not-applicable", String::new()),
    };
    Aside {
        title: teller.duty(&verdict.outline.duty, verdict.instance.as_ref()),
        mark,
        word: t.answer(&verdict.answer),
        why,
        cite: teller.words(&verdict.outline.source.cite),
        lines: derivation::lines(teller, &verdict.reason),
    }
}

/// Every fact about which something was said, in the order of the vocabulary.
#[must_use]
pub fn facts(teller: &Wording<'_>) -> Vec<FactRow> {
    let mut keys: Vec<&FactKey> = teller.incident.facts.keys().collect();
    let order = |key: &FactKey| teller.library.vocabulary().fact(key).map_or(usize::MAX, |fact| fact.order);
    keys.sort_by_key(|key| order(key));
    let known = situation::known(teller.incident, teller.organisation);
    let completed = teller.library.vocabulary().complete(&known);
    let row = |key: &FactKey| {
        let (now, before) = teller.incident.facts.history(key).split_last()?;
        Some(FactRow {
            href: next_action::fact_href(teller, key),
            name: teller.fact(key),
            now: statement(teller, key, now),
            against: fact_field::contradicted(teller, &completed, key),
            before: before.iter().rev().map(|before| statement(teller, key, before)).collect(),
        })
    };
    keys.into_iter().filter_map(row).collect()
}

fn statement(teller: &Wording<'_>, key: &FactKey, statement: &Statement) -> Recorded {
    let t = teller.t;
    let since = statement.since.map(|since| t.since_moment(t.timing(since)));
    Recorded {
        value: teller.value(key, statement.value.as_ref()),
        source: [Some(statement.source.clone()), since].into_iter().flatten().collect::<Vec<_>>().join(", "),
        recorded: recorded(teller, statement.recorded_at, &statement.recorded_by),
    }
}

fn recorded(teller: &Wording<'_>, at: crate::law::base::moment::Moment, by: &str) -> String {
    teller.t.incident_recorded(teller.moment(at), teller.who(by))
}

/// When it happened: every statement, newest first.
#[must_use]
pub fn occurred(teller: &Wording<'_>) -> Vec<Recorded> {
    let t = teller.t;
    let row = |occurred: &crate::incident::moments::Occurred| {
        let began = occurred.began.map(|at| t.event_began(t.timing(at)));
        let ended = occurred.ended.map(|at| t.event_ended(t.timing(at)));
        Recorded {
            value: [began, ended].into_iter().flatten().collect::<Vec<_>>().join(" · "),
            source: occurred.source.clone(),
            recorded: String::new(),
        }
    };
    teller.incident.occurred.iter().rev().map(row).collect()
}

/// Moments of awareness in the order of their moments.
#[must_use]
pub fn candidates(teller: &Wording<'_>) -> Vec<MomentRow> {
    let t = teller.t;
    let path = incident_path(&teller.incident.id);
    let mut records: Vec<_> = teller.incident.candidates.iter().collect();
    records.sort_by_key(|record| record.candidate.at.earliest());
    let row = |record: &&crate::incident::moments::CandidateRecord| {
        let of: Vec<String> = record.candidate.of.iter().map(|trigger| teller.trigger(trigger)).collect();
        let who = (!record.who_knew.is_empty()).then(|| t.event_who_knew(&record.who_knew));
        let evidence = (!record.evidence.is_empty()).then(|| record.evidence.clone());
        MomentRow {
            when: t.timing(record.candidate.at),
            kind: t.awareness(&record.candidate),
            about: t.list(&of),
            evidence: [who, evidence].into_iter().flatten().collect::<Vec<_>>().join(" · "),
            recorded: recorded(teller, record.recorded_at, &record.recorded_by),
            withdrawn: record.withdrawn.as_ref().map(|why| why.words(|| t.candidate_replaced_reason())),
            withdraw: format!("{path}/candidates/{}/withdraw", record.candidate.id),
        }
    };
    records.iter().map(row).collect()
}

/// Occurrences in the order of their moments.
#[must_use]
pub fn occurrences(teller: &Wording<'_>) -> Vec<MomentRow> {
    let path = incident_path(&teller.incident.id);
    let mut records: Vec<_> = teller.incident.occurrences.iter().collect();
    records.sort_by_key(|record| record.occurrence.at.earliest());
    let row = |record: &&crate::incident::moments::OccurrenceRecord| MomentRow {
        when: teller.t.timing(record.occurrence.at),
        kind: teller.trigger(&record.occurrence.trigger),
        about: if record.what.is_empty() { teller.occurrence(&record.occurrence.id) } else { record.what.clone() },
        evidence: record.source.clone(),
        recorded: recorded(teller, record.recorded_at, &record.recorded_by),
        withdrawn: record.withdrawn.clone(),
        withdraw: format!("{path}/occurrences/{}/withdraw", record.occurrence.id),
    };
    records.iter().map(row).collect()
}

/// Filings made with forms, the newest first.
#[must_use]
pub fn filings(teller: &Wording<'_>) -> Vec<FilingRow> {
    let mut filings: Vec<&Filing> = teller.incident.filings.values().collect();
    filings.sort_by_key(|filing| std::cmp::Reverse(filing.drafted_at));
    filings.into_iter().map(|filing| made(teller, filing)).collect()
}

fn made(teller: &Wording<'_>, filing: &Filing) -> FilingRow {
    let t = teller.t;
    let (mark, word, when, note) = match &filing.stage {
        Stage::Draft { returned } => {
            let when = recorded(teller, filing.drafted_at, &filing.drafted_by);
            (
                "draft",
                t.incident_stage_draft(),
                when,
                returned.as_ref().map(|why| t.incident_stage_returned(why)).unwrap_or_default(),
            )
        }
        Stage::Submitted { by, at } => {
            ("submitted", t.incident_stage_submitted(), recorded(teller, *at, by), String::new())
        }
        Stage::Approved { by, at } => {
            ("approved", t.incident_stage_approved(), recorded(teller, *at, by), String::new())
        }
        Stage::Filed => {
            ("filed", t.incident_stage_filed(), recorded(teller, filing.drafted_at, &filing.drafted_by), String::new())
        }
    };
    FilingRow {
        href: format!("{}/filings/{}", incident_path(&teller.incident.id), filing.id.0),
        name: teller.form(&filing.form),
        duty: teller.duty(&filing.duty, filing.instance.as_ref()),
        mark,
        word,
        when,
        note,
        withdraw: String::new(),
    }
}

/// Everything handed in, in order of recording.
#[must_use]
pub fn filed(teller: &Wording<'_>) -> Vec<FilingRow> {
    teller.incident.filed.iter().map(|record| handed_in(teller, record)).collect()
}

fn handed_in(teller: &Wording<'_>, record: &FiledRecord) -> FilingRow {
    let t = teller.t;
    let path = incident_path(&teller.incident.id);
    let receipt = (!record.receipt.is_empty()).then(|| t.event_receipt(&record.receipt));
    let flaw = record.flaw.map(|flaw| t.filing_flaw_told(t.flaw(flaw)));
    let unproven = record.is_unproven().then(|| t.filing_unproven());
    let note = (!record.note.is_empty()).then(|| record.note.clone());
    let withdrawn = record.withdrawn.as_ref().map(|why| t.incident_withdrawn(why));
    let (mark, word) = match record.withdrawn {
        None if record.flaw.is_some() => ("refused", t.filing_stage_flawed()),
        None => ("filed", t.incident_stage_filed()),
        Some(_) => ("stopped", t.incident_stage_withdrawn()),
    };
    FilingRow {
        href: record.id.as_ref().map(|id| format!("{path}/filings/{}", id.0)).unwrap_or_default(),
        name: t.incident_handed_in(t.timing(record.at), t.channel(record.channel)),
        duty: teller.duty(&record.duty, record.instance.as_ref()),
        mark,
        word,
        when: recorded(teller, record.recorded_at, &record.recorded_by),
        note: [flaw, unproven, receipt, note, withdrawn].into_iter().flatten().collect::<Vec<_>>().join(" · "),
        withdraw: match record.withdrawn {
            None => format!("{path}/filed/{}/withdraw", record.position),
            Some(_) => String::new(),
        },
    }
}
