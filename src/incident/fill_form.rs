//! How a form gets its content: what was typed into it comes first, then what is known. What a filled form is, is in
//! `form_content`.

use super::filing::Filing;
use super::form_content::{FilledField, FilledForm, FilledSection, FilledValue};
use super::organisation::Organisation;
use super::state::Incident;
use crate::law::base::moment::Timing;
use crate::law::rulebook::form::{
    FieldDefinition, FilingFill, Fills, FormDefinition, MomentFill, OrganisationFill, PersonFill,
};
use crate::law::situation::fact::{FactKey, Value};
use crate::law::situation::{Basis, DutyId};
use crate::law::verdict::Assessment;
use crate::law::vocabulary::Vocabulary;

/// What a form is filled from.
#[derive(Debug, Clone, Copy)]
pub struct Filling<'a> {
    /// What is known.
    pub incident: &'a Incident,
    /// The organisation.
    pub organisation: &'a Organisation,
    /// What the law answers, for the governing moment and the titles of duties.
    pub assessment: &'a Assessment,
    /// The names of choices.
    pub vocabulary: &'a Vocabulary,
}

/// Fills a form: what was typed into it comes first, then what is known.
#[must_use]
pub fn fill(form: &FormDefinition, filing: &Filing, from: &Filling<'_>) -> FilledForm {
    let sections = form.section.iter().map(|section| FilledSection {
        title: section.title.clone(),
        fields: section.field.iter().map(|field| fill_field(field, filing, from)).collect(),
    });
    FilledForm {
        form: form.id.clone(),
        duty: filing.duty.clone(),
        instance: filing.instance.clone(),
        title: form.title.clone(),
        authority: form.authority.clone(),
        reference: from.incident.reference.clone(),
        drill: from.incident.drill,
        as_of: from.incident.position,
        sections: sections.collect(),
    }
}

fn fill_field(field: &FieldDefinition, filing: &Filing, from: &Filling<'_>) -> FilledField {
    let typed = filing.texts.get(&field.id).filter(|text| !text.is_empty());
    let value = match typed {
        Some(text) => FilledValue::Text(text.clone()),
        None => value(&field.fills, filing, from),
    };
    FilledField {
        id: field.id.clone(),
        label: field.label.clone(),
        required: field.required,
        cite: (!field.cite.is_empty()).then(|| field.cite.clone()),
        confidence: field.confidence,
        typed: typed.is_some(),
        value,
    }
}

fn value(fills: &Fills, filing: &Filing, from: &Filling<'_>) -> FilledValue {
    match fills {
        Fills::Fact(key) => fact(key, from),
        Fills::Moment(moment) => timing(*moment, filing, from).map_or(FilledValue::Missing, FilledValue::Timing),
        Fills::Organisation(field) => text(organisation(*field, from.organisation)),
        Fills::Person(field) => text(person(*field, from.organisation)),
        Fills::Filing(which) => met(*which, filing, from),
        Fills::Free => FilledValue::Missing,
    }
}

fn text(text: &str) -> FilledValue {
    if text.trim().is_empty() { FilledValue::Missing } else { FilledValue::Text(text.to_owned()) }
}

fn fact(key: &FactKey, from: &Filling<'_>) -> FilledValue {
    let known = from.incident.facts.known();
    let Some(value) = known.get(key).or_else(|| from.organisation.facts.get(key)) else { return FilledValue::Missing };
    let words = |id: &str| from.vocabulary.fact(key).and_then(|definition| definition.choice(id)).cloned();
    match value {
        Value::YesNo(answer) => FilledValue::YesNo(*answer),
        Value::Count(count) => FilledValue::Count(*count),
        Value::CountBy(counts) => {
            FilledValue::Counts(counts.iter().filter_map(|(id, count)| Some((words(id)?, *count))).collect())
        }
        Value::Choice(id) => words(id).map_or(FilledValue::Missing, FilledValue::Choice),
        Value::Choices(ids) => FilledValue::Choices(ids.iter().filter_map(|id| words(id)).collect()),
        Value::Money(money) => FilledValue::Money(*money),
        Value::Text(content) => text(content),
    }
}

fn timing(moment: MomentFill, filing: &Filing, from: &Filling<'_>) -> Option<Timing> {
    match moment {
        MomentFill::Occurred => from.incident.occurred_latest()?.began,
        MomentFill::Aware => {
            let of_duty = |verdict: &&crate::law::verdict::Verdict| verdict.outline.duty == filing.duty;
            let governing =
                from.assessment.verdicts.iter().filter(of_duty).find_map(|verdict| verdict.clock.as_deref());
            governing.map(|clock| clock.start).or_else(|| earliest(from.incident, None))
        }
        MomentFill::Briefed => earliest(from.incident, Some(Basis::Briefed)),
    }
}

fn earliest(incident: &Incident, basis: Option<Basis>) -> Option<Timing> {
    let live = incident.candidates.iter().filter(|record| record.withdrawn.is_none()).map(|record| &record.candidate);
    let wanted = live.filter(|candidate| basis.is_none_or(|basis| candidate.basis == basis));
    wanted.map(|candidate| candidate.at).min_by_key(Timing::earliest)
}

fn organisation(field: OrganisationFill, organisation: &Organisation) -> &str {
    match field {
        OrganisationFill::Name => &organisation.name,
        OrganisationFill::Registration => &organisation.registration,
        OrganisationFill::Address => &organisation.address,
        OrganisationFill::Sector => &organisation.sector,
        OrganisationFill::Size => &organisation.size,
    }
}

fn person(field: PersonFill, organisation: &Organisation) -> &str {
    let Organisation { reporter, ciso, cpo, .. } = organisation;
    match field {
        PersonFill::ReporterName => &reporter.name,
        PersonFill::ReporterPosition => &reporter.position,
        PersonFill::ReporterPhone => &reporter.phone,
        PersonFill::ReporterEmail => &reporter.email,
        PersonFill::CisoName => &ciso.name,
        PersonFill::CisoPhone => &ciso.phone,
        PersonFill::CisoEmail => &ciso.email,
        PersonFill::CpoName => &cpo.name,
        PersonFill::CpoDepartment => &cpo.department,
        PersonFill::CpoPosition => &cpo.position,
        PersonFill::CpoPhone => &cpo.phone,
        PersonFill::CpoEmail => &cpo.email,
    }
}

/// Rulebooks name the duty towards the persons concerned `notice`.
const NOTICE: &str = "/notice";

fn met(which: FilingFill, filing: &Filing, from: &Filling<'_>) -> FilledValue {
    let wanted = |duty: &DutyId| match which {
        FilingFill::PersonsNotified => duty.as_str().ends_with(NOTICE),
        FilingFill::Elsewhere => *duty != filing.duty,
    };
    let title = |duty: &DutyId| {
        from.assessment.verdicts.iter().find(|verdict| verdict.outline.duty == *duty).map(|v| &v.outline.title)
    };
    let live = from
        .incident
        .filed
        .iter()
        .filter(|record| record.withdrawn.is_none() && record.flaw.is_none() && wanted(&record.duty));
    let met: Vec<_> = live.filter_map(|record| Some((title(&record.duty)?.clone(), record.at))).collect();
    if met.is_empty() { FilledValue::Missing } else { FilledValue::Met(met) }
}
