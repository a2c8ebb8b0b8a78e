//! A form filled from what is known: values, not wording, so that paper and page show the same content in any language.

use super::filing::Filing;
use super::fold::Incident;
use super::organisation::Organisation;
use crate::law::citation::Confidence;
use crate::law::fact::{Count, FactKey, Value};
use crate::law::form::{FieldDefinition, FilingFill, Fills, FormDefinition, MomentFill, OrganisationFill, PersonFill};
use crate::law::moment::Timing;
use crate::law::money::Money;
use crate::law::situation::{Basis, DutyId, FormId, OccurrenceId};
use crate::law::verdict::Assessment;
use crate::law::vocabulary::Vocabulary;
use crate::law::words::Words;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// A form with its content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FilledForm {
    /// The form.
    pub form: FormId,
    /// The duty it is to meet.
    pub duty: DutyId,
    /// The instance it is to meet.
    pub instance: Option<OccurrenceId>,
    /// What the form is called.
    pub title: Words,
    /// To whom it goes.
    pub authority: Words,
    /// The incident's reference.
    pub reference: String,
    /// Whether it is an exercise.
    pub drill: bool,
    /// The incident's stream position whose knowledge it shows.
    pub as_of: i64,
    /// The parts, in the form's order.
    pub sections: Vec<FilledSection>,
}

/// A part of a filled form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FilledSection {
    /// Its heading.
    pub title: Words,
    /// Its fields, in order.
    pub fields: Vec<FilledField>,
}

/// A field of a filled form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FilledField {
    /// Its name in the form's definition.
    pub id: String,
    /// Its label.
    pub label: Words,
    /// Whether the form cannot do without it.
    pub required: bool,
    /// The provision that asks for it, where one does.
    pub cite: Option<String>,
    /// How sure we are that the form has this field.
    pub confidence: Confidence,
    /// Whether it was typed into the form itself instead of coming from the facts.
    pub typed: bool,
    /// Its content.
    pub value: FilledValue,
}

/// The content of a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", content = "is", rename_all = "kebab-case")]
pub enum FilledValue {
    /// Not known yet.
    Missing,
    /// Text as typed.
    Text(String),
    /// Yes or no.
    YesNo(bool),
    /// A number with its quality.
    Count(Count),
    /// A choice in words.
    Choice(Words),
    /// Several choices in words.
    Choices(Vec<Words>),
    /// An amount.
    Money(Money),
    /// A moment.
    Timing(Timing),
    /// Duties that were met, by title, and when.
    Met(Vec<(Words, Timing)>),
}

impl FilledForm {
    /// SHA-256, hex, over the canonical JSON (RFC 8785) of the content: what an approver approves.
    ///
    /// # Errors
    /// When the content cannot be serialised, which no value of this type causes.
    pub fn fingerprint(&self) -> Result<String, serde_json::Error> {
        let text = serde_json_canonicalizer::to_string(self)?;
        Ok(hex::encode(Sha256::digest(text.as_bytes())))
    }

    /// Every field, in the form's order.
    pub fn fields(&self) -> impl Iterator<Item = &FilledField> {
        self.sections.iter().flat_map(|section| &section.fields)
    }

    /// Fields without content, the required ones first.
    #[must_use]
    pub fn missing(&self) -> Vec<&FilledField> {
        let mut missing: Vec<&FilledField> =
            self.fields().filter(|field| field.value == FilledValue::Missing).collect();
        missing.sort_by_key(|field| !field.required);
        missing
    }
}

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
            let of_duty = |verdict: &&crate::law::verdict::Verdict| verdict.duty == filing.duty;
            let governing = from.assessment.verdicts.iter().filter(of_duty).find_map(|verdict| verdict.clock.as_ref());
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
    let title = |duty: &DutyId| from.assessment.verdicts.iter().find(|verdict| verdict.duty == *duty).map(|v| &v.title);
    let live = from.incident.filed.iter().filter(|record| record.withdrawn.is_none() && wanted(&record.duty));
    let met: Vec<_> = live.filter_map(|record| Some((title(&record.duty)?.clone(), record.at))).collect();
    if met.is_empty() { FilledValue::Missing } else { FilledValue::Met(met) }
}
