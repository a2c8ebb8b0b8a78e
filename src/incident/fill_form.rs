//! How a form gets its content: what was typed into it comes first, then what is known. What a filled form is, is in
//! `form_content`.

use super::filing::Filing;
use super::form_content::{Changed, FilledField, FilledForm, FilledSection, FilledValue, Follows};
use super::organisation::Organisation;
use super::state::Incident;
use crate::law::base::moment::Timing;
use crate::law::base::words::Words;
use crate::law::rulebook::form::{
    FieldDefinition, FilingFill, Fills, FormDefinition, MomentFill, OrganisationFill, PersonFill,
};
use crate::law::rulebook::recipient::Recipient;
use crate::law::situation::fact::{FactKey, Value};
use crate::law::situation::{Basis, DutyId};
use crate::law::verdict::{Assessment, ClockOrigin, Verdict};
use crate::law::vocabulary::Vocabulary;

/// The name under which a filing keeps to whom it goes, among what was typed into it.
pub const ADDRESSEE: &str = "addressee";

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
        fields: section.field.iter().map(|field| fill_field(field, form, filing, from)).collect(),
    });
    let sections: Vec<FilledSection> = sections.collect();
    let supplements = form.duty.first().is_some_and(|first| *first != filing.duty);
    let follows = supplements.then(|| follows(form, &sections, from.incident));
    FilledForm {
        form: form.id.clone(),
        duty: filing.duty.clone(),
        instance: filing.instance.clone(),
        title: form.supplement.clone().filter(|_| supplements).unwrap_or_else(|| form.title.clone()),
        authority: addressee(form, filing).clone(),
        reference: from.incident.reference.clone(),
        drill: from.incident.drill,
        as_of: from.incident.position,
        follows,
        sections,
    }
}

/// The one body that the form goes to: as chosen, otherwise the usual one.
fn addressee<'a>(form: &'a FormDefinition, filing: &Filing) -> &'a Words {
    let chosen = filing.texts.get(ADDRESSEE).and_then(|id| form.addressee.iter().find(|one| one.id == *id));
    chosen.or_else(|| form.addressee.first()).map_or(&form.authority, |one| &one.name)
}

/// What the form supplements: the first report, and what has changed since the last version handed in.
fn follows(form: &FormDefinition, now: &[FilledSection], incident: &Incident) -> Follows {
    let live = || incident.filed.iter().filter(|record| record.withdrawn.is_none());
    let first =
        live().filter(|record| form.duty.first() == Some(&record.duty)).min_by_key(|record| record.at.earliest());
    let ours = live().filter(|record| form.duty.contains(&record.duty));
    let with_content =
        ours.filter_map(|record| Some((record.at.earliest(), record.position, record.content.as_ref()?)));
    let last = with_content.max_by_key(|(at, position, _)| (*at, *position));
    Follows {
        handed_in: first.map(|record| record.at),
        receipt: first.map(|record| record.receipt.clone()).unwrap_or_default(),
        changed: last.map(|(_, _, content)| changed(content, now)),
    }
}

/// The fields that read differently in two versions of one form, in the form's order.
fn changed(before: &FilledForm, now: &[FilledSection]) -> Vec<Changed> {
    let fields = now.iter().flat_map(|section| &section.fields);
    let pairs = fields.filter_map(|field| Some((before.fields().find(|old| old.id == field.id)?, field)));
    let differ = pairs.filter(|(old, new)| old.value != new.value);
    let change = |(old, new): (&FilledField, &FilledField)| Changed {
        id: new.id.clone(),
        label: new.label.clone(),
        before: old.value.clone(),
        now: new.value.clone(),
    };
    differ.map(change).collect()
}

fn fill_field(field: &FieldDefinition, form: &FormDefinition, filing: &Filing, from: &Filling<'_>) -> FilledField {
    let typed = filing.texts.get(&field.id).filter(|text| !text.is_empty());
    let value = match typed {
        Some(text) => FilledValue::Text(text.clone()),
        None => {
            let own = value(&field.fills, form, filing, from);
            let also = field.also.as_ref().map(|fills| value(fills, form, filing, from));
            also.map_or_else(|| own.clone(), |also| together(own.clone(), also))
        }
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

/// What was stated and what the record adds to it.
fn together(stated: FilledValue, recorded: FilledValue) -> FilledValue {
    match (stated, recorded) {
        (FilledValue::Missing, recorded) => recorded,
        (FilledValue::Text(text), FilledValue::Met(met)) => FilledValue::MetAndStated(met, text),
        (stated, _) => stated,
    }
}

fn value(fills: &Fills, form: &FormDefinition, filing: &Filing, from: &Filling<'_>) -> FilledValue {
    match fills {
        Fills::Fact(key) => fact(key, from),
        Fills::Moment(moment) => timing(*moment, form, filing, from).map_or(FilledValue::Missing, FilledValue::Timing),
        Fills::Organisation(field) => text(organisation(*field, from.organisation)),
        Fills::Person(field) => text(person(*field, from.organisation)),
        Fills::Filing(which) => met(*which, form, from),
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

fn timing(moment: MomentFill, form: &FormDefinition, filing: &Filing, from: &Filling<'_>) -> Option<Timing> {
    match moment {
        MomentFill::Occurred => from.incident.occurred_latest()?.began,
        MomentFill::Aware => aware(form, filing, from).or_else(|| earliest(from.incident, None)),
        MomentFill::Briefed => earliest(from.incident, Some(Basis::Briefed)),
    }
}

/// The moment of awareness that governs: of the filing's own duty and instance where awareness starts it, otherwise of the
/// report that it supplements. What starts a supplement is a further fact, and nobody became aware of the incident by that.
fn aware(form: &FormDefinition, filing: &Filing, from: &Filling<'_>) -> Option<Timing> {
    let by_awareness = |verdict: &&Verdict| {
        let clock = verdict.clock.as_deref();
        clock.is_some_and(|clock| matches!(clock.origin, ClockOrigin::Candidate(_)))
    };
    let verdicts = || from.assessment.verdicts.iter().filter(by_awareness);
    let own = verdicts().find(|verdict| verdict.outline.duty == filing.duty && verdict.instance == filing.instance);
    let reports = form.duty.iter().filter_map(|duty| verdicts().find(|verdict| verdict.outline.duty == *duty));
    own.or_else(|| reports.into_iter().next()).and_then(|verdict| verdict.clock.as_deref()).map(|clock| clock.start)
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

/// What was handed in to those that the field asks about: to the persons concerned, or to authorities by other duties.
fn met(which: FilingFill, form: &FormDefinition, from: &Filling<'_>) -> FilledValue {
    let outline = |duty: &DutyId| {
        from.assessment.verdicts.iter().find(|verdict| verdict.outline.duty == *duty).map(|verdict| &verdict.outline)
    };
    let wanted = |duty: &DutyId| {
        outline(duty).is_some_and(|outline| match which {
            FilingFill::PersonsNotified => outline.to == Recipient::Persons,
            FilingFill::Elsewhere => outline.to == Recipient::Authority && !form.duty.contains(duty),
        })
    };
    let title = |duty: &DutyId| {
        outline(duty).map(|outline| match which {
            FilingFill::PersonsNotified => outline.title.clone(),
            FilingFill::Elsewhere => with_recipient(&outline.title, &outline.recipient),
        })
    };
    let live = from
        .incident
        .filed
        .iter()
        .filter(|record| record.withdrawn.is_none() && record.flaw.is_none() && wanted(&record.duty));
    let met: Vec<_> = live.filter_map(|record| Some((title(&record.duty)?, record.at))).collect();
    if met.is_empty() { FilledValue::Missing } else { FilledValue::Met(met) }
}

/// A duty by its title and whom it tells.
fn with_recipient(title: &Words, recipient: &Words) -> Words {
    Words::new(
        &format!("{} ({})", title.en, recipient.en),
        &format!("{}({})", title.ko, recipient.ko),
        &format!("{} ({})", title.id, recipient.id),
    )
}
