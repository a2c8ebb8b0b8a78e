//! What happened, as a case writes it: candidate moments of awareness, occurrences, filings. Names must exist.

use super::fields::{Field, Fields, nearest};
use super::sequence::{WHY, confirmed};
use super::time;
use crate::base::error::LawError;
use crate::library::Library;
use crate::situation::{Basis, Candidate, CandidateId, DutyId, Filed, Flaw, Knower, Occurrence, OccurrenceId, Trigger};
use crate::vocabulary::TriggerKind;
use chrono_tz::Tz;
use std::collections::BTreeSet;

/// The names that a case may use.
pub(crate) struct Names<'a> {
    /// Duties, triggers and facts.
    pub library: &'a Library,
    /// The occurrences of this case.
    pub occurrences: Vec<OccurrenceId>,
}

impl Names<'_> {
    /// A duty of the library.
    pub(crate) fn duty(&self, field: Field<'_>) -> Result<DutyId, LawError> {
        let name = field.text("the id of a duty", "as in \"eu.gdpr/authority\"")?;
        let duty = DutyId::new(name);
        if self.library.duty(&duty).is_some() {
            return Ok(duty);
        }
        let all = self.library.rulebooks().iter().flat_map(|book| &book.duty).map(|duty| duty.id.as_str());
        let hint = nearest(name, all).map_or_else(
            || "a duty is named by its rulebook, a slash and its own id".to_owned(),
            |near| format!("did you mean `{near}`?"),
        );
        Err(field.wrong(format!("there is no duty `{name}`"), hint))
    }

    /// An occurrence of this case.
    pub(crate) fn occurrence(&self, field: Field<'_>) -> Result<OccurrenceId, LawError> {
        let name = field.text("the id of an occurrence", "as in [[case.occurrence]]")?;
        let found = self.occurrences.iter().find(|id| id.as_str() == name).cloned();
        found.ok_or_else(|| {
            let all: Vec<&str> = self.occurrences.iter().map(OccurrenceId::as_str).collect();
            let hint = match all.as_slice() {
                [] => "an instance is named by the `id` of its occurrence, and this case has none".to_owned(),
                all => format!("an instance is named by the `id` of its occurrence; this case has: {}", all.join(", ")),
            };
            field.wrong(format!("this case has no occurrence `{name}`"), hint)
        })
    }
}

fn trigger(field: Field<'_>, library: &Library, kind: TriggerKind) -> Result<Trigger, LawError> {
    let name = field.text("the id of a trigger", "as in \"aware-leak\"")?;
    let (word, other) = match kind {
        TriggerKind::Awareness => ("something one becomes aware of", "write it as an occurrence"),
        TriggerKind::Occurrence => ("something that happens", "write it as a candidate"),
    };
    let triggers = library.vocabulary().triggers();
    match triggers.iter().find(|definition| definition.id.as_str() == name) {
        Some(definition) if definition.kind == kind => Ok(definition.id.clone()),
        Some(_) => Err(field.wrong(format!("`{name}` is not {word}"), other)),
        None => {
            let of_kind = triggers.iter().filter(|definition| definition.kind == kind).map(|found| found.id.as_str());
            let hint = nearest(name, of_kind).map_or_else(
                || "`dutyclock schema case` lists the triggers".to_owned(),
                |near| format!("did you mean `{near}`?"),
            );
            Err(field.wrong(format!("there is no trigger `{name}`"), hint))
        }
    }
}

/// Candidates. One without an `id` is named by its basis.
pub(crate) fn candidates(fields: &[Field<'_>], library: &Library, zone: Tz) -> Result<Vec<Candidate>, LawError> {
    let mut all: Vec<Candidate> = Vec::new();
    for field in fields {
        let parts = Fields::of(*field, &["id", "of", "basis", "at", "whose", WHY])?;
        let named = parts.need("basis", "say on what it rests: basis = \"confirmed\"")?;
        let (basis, name) = basis(named)?;
        let id = parts.get("id").map_or(Ok(name), |id| id.text("a name", "write it in quotes"))?;
        let kinds = parts.need("of", "say of what one became aware: of = [\"aware-leak\"]")?;
        let of = kinds.list()?.into_iter().map(|of| trigger(of, library, TriggerKind::Awareness));
        let of: BTreeSet<Trigger> = of.collect::<Result<_, _>>()?;
        if of.is_empty() {
            return Err(kinds.wrong("a candidate is of nothing", "name what one became aware of"));
        }
        if all.iter().any(|other| other.id.as_str() == id) {
            let hint = "candidates are named by their basis: give each its own `id`";
            return Err(parts.get("id").unwrap_or(named).wrong(format!("two candidates have the name `{id}`"), hint));
        }
        let at = time::timing(parts.need("at", "say when: at = \"2026-11-17T16:00:00\"")?, zone)?;
        confirmed(&parts)?;
        let knower = parts.get("whose").map(knower).transpose()?.unwrap_or_default();
        all.push(Candidate { id: CandidateId::new(id), of, basis, at, ruled_out: BTreeSet::new(), knower });
    }
    Ok(all)
}

fn basis(field: Field<'_>) -> Result<(Basis, &str), LawError> {
    let hint = "one of: established, briefed, confirmed, declared, told, suspected";
    let name = field.text("a basis", hint)?;
    let basis = match name {
        "established" => Basis::Established,
        "briefed" => Basis::Briefed,
        "confirmed" => Basis::Confirmed,
        "declared" => Basis::Declared,
        "told" => Basis::Told,
        "suspected" => Basis::Suspected,
        _ => return Err(field.wrong(format!("there is no basis `{name}`"), hint)),
    };
    Ok((basis, name))
}

fn knower(field: Field<'_>) -> Result<Knower, LawError> {
    let hint = "one of: own, parent, subsidiary, contractor";
    let name = field.text("whose knowledge it was", hint)?;
    let known = Knower::ALL.into_iter().find(|knower| knower.name() == name);
    known.ok_or_else(|| field.wrong(format!("`{name}` is nobody's knowledge"), hint))
}

fn flaw(field: Field<'_>) -> Result<Flaw, LawError> {
    let hint = "one of: partial, defective, wrong-body";
    let name = field.text("what is wrong with it", hint)?;
    let known = Flaw::ALL.into_iter().find(|flaw| flaw.name() == name);
    known.ok_or_else(|| field.wrong(format!("there is no flaw `{name}`"), hint))
}

/// Occurrences.
pub(crate) fn occurrences(fields: &[Field<'_>], library: &Library, zone: Tz) -> Result<Vec<Occurrence>, LawError> {
    let mut all: Vec<Occurrence> = Vec::new();
    for field in fields {
        let parts = Fields::of(*field, &["id", "trigger", "at", WHY])?;
        let named = parts.need("id", "give each occurrence a name: id = \"o1\"")?;
        let id = named.text("a name", "write it in quotes")?;
        let trigger = trigger(parts.need("trigger", "say what happened")?, library, TriggerKind::Occurrence)?;
        if all.iter().any(|other| other.id.as_str() == id) {
            return Err(named.wrong(format!("two occurrences have the id `{id}`"), "give each its own"));
        }
        let at = time::timing(parts.need("at", "say when: at = \"2026-11-17T16:00:00\"")?, zone)?;
        confirmed(&parts)?;
        all.push(Occurrence { id: OccurrenceId::new(id), trigger, at, presumed: false, acts: BTreeSet::new() });
    }
    Ok(all)
}

/// Filings.
pub(crate) fn filings(fields: &[Field<'_>], names: &Names<'_>, zone: Tz) -> Result<Vec<Filed>, LawError> {
    let filing = |field: &Field<'_>| {
        let parts = Fields::of(*field, &["duty", "instance", "at", "received", "flaw", WHY])?;
        let at = parts.need("at", "say when: at = \"2026-11-17T16:00:00\"")?;
        Ok(Filed {
            duty: names.duty(parts.need("duty", "name the duty it meets")?)?,
            instance: parts.get("instance").map(|field| names.occurrence(field)).transpose()?,
            at: time::timing(at, zone)?,
            received: parts.get("received").map(|field| time::timing(field, zone)).transpose()?,
            flaw: parts.get("flaw").map(flaw).transpose()?,
            confirmed_early: confirmed(&parts)?,
        })
    };
    fields.iter().map(filing).collect()
}
