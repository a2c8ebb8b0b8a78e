//! The official forms as data: their sections and fields in the form's own order, with labels in three languages, what
//! fills each field, whether the law requires it, and how sure we are that the form has it.
//!
//! Filling belongs to `app`, drawing to `documents`; nothing here holds an answer.

use crate::base::citation::Confidence;
use crate::base::error::LawError;
use crate::base::parse;
use crate::base::spans::Step::{Item, Key};
use crate::base::words::{Lang, Words};
use crate::situation::fact::FactKey;
use crate::situation::{DutyId, FormId};
use crate::vocabulary::Vocabulary;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// One official form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormDefinition {
    /// Its id, for ever: `kr.kisa-incident-report`.
    pub id: FormId,
    /// Its official title.
    pub title: Words,
    /// To whom it goes.
    pub authority: Words,
    /// The bodies of which it goes to one, the usual one first; none where `authority` is one body already.
    #[serde(default)]
    pub addressee: Vec<Addressee>,
    /// Its title where it supplements a report handed in before; `None` where the statute has no name for that.
    pub supplement: Option<Words>,
    /// How it is handed in.
    pub channels: Words,
    /// The duties it can meet: the first report's first, then those that supplement it.
    pub duty: Vec<DutyId>,
    /// The language in which it is handed in.
    pub language: Lang,
    /// What a reader must know about how this definition was made.
    pub note: Words,
    /// Its sections in order.
    pub section: Vec<Section>,
}

/// One body to which a form can go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Addressee {
    /// Its id within the form, for ever.
    pub id: String,
    /// As the form addresses it.
    pub name: Words,
}

/// A section of a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Its id within the form.
    pub id: String,
    /// Its heading.
    pub title: Words,
    /// Its fields in order.
    pub field: Vec<FieldDefinition>,
}

/// A field of a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FieldDefinition {
    /// Its id within the form, for ever.
    pub id: String,
    /// The label as printed, and its translations.
    pub label: Words,
    /// What helps to fill it.
    pub help: Option<Words>,
    /// Whether statute or decree requires it.
    pub required: bool,
    /// What fills it.
    pub fills: Fills,
    /// What is added to that from the record: reports made to others.
    pub also: Option<Fills>,
    /// Something that the filer states and nobody finds out, a wish: empty it is not stated, never not known yet.
    #[serde(default)]
    pub stated: bool,
    /// Where it is written that the form has it.
    pub cite: String,
    /// How sure that is.
    pub confidence: Confidence,
}

/// What fills a field. In the file: `fact:cause`, `moment:aware`, `organisation:name`, `person:reporter-name`,
/// `filing:persons-notified`, `free`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Fills {
    /// A fact of the incident.
    Fact(FactKey),
    /// A moment of the incident.
    Moment(MomentFill),
    /// Something about the organisation.
    Organisation(OrganisationFill),
    /// Something about one of its people.
    Person(PersonFill),
    /// What was filed elsewhere.
    Filing(FilingFill),
    /// Nothing: somebody types it.
    Free,
}

macro_rules! spelt {
    ($(#[$doc:meta])* $name:ident { $($(#[$case_doc:meta])* $case:ident = $text:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum $name { $($(#[$case_doc])* $case,)+ }

        impl $name {
            /// Every case.
            pub const ALL: &[Self] = &[$(Self::$case,)+];

            /// The spelling in the files.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$case => $text,)+ }
            }
        }
    };
}

spelt! {
    /// A moment of the incident.
    MomentFill {
        /// When it happened.
        Occurred = "occurred",
        /// When the organisation became aware: the moment that governs the form's duty.
        Aware = "aware",
        /// When an internal decision-maker was briefed.
        Briefed = "briefed",
    }
}

spelt! {
    /// Something about the organisation.
    OrganisationFill {
        /// Its legal name.
        Name = "name",
        /// Its business registration number.
        Registration = "registration",
        /// Its address.
        Address = "address",
        /// Its sector.
        Sector = "sector",
        /// Its size class.
        Size = "size",
    }
}

spelt! {
    /// Something about one of its people: who reports, the chief information security officer (CISO), the chief
    /// privacy officer (CPO).
    PersonFill {
        /// The reporter's name.
        ReporterName = "reporter-name",
        /// The reporter's position.
        ReporterPosition = "reporter-position",
        /// The reporter's telephone number.
        ReporterPhone = "reporter-phone",
        /// The reporter's e-mail address.
        ReporterEmail = "reporter-email",
        /// The CISO's name.
        CisoName = "ciso-name",
        /// The CISO's telephone number.
        CisoPhone = "ciso-phone",
        /// The CISO's e-mail address.
        CisoEmail = "ciso-email",
        /// The CPO's name.
        CpoName = "cpo-name",
        /// The CPO's department.
        CpoDepartment = "cpo-department",
        /// The CPO's position.
        CpoPosition = "cpo-position",
        /// The CPO's telephone number.
        CpoPhone = "cpo-phone",
        /// The CPO's e-mail address.
        CpoEmail = "cpo-email",
    }
}

spelt! {
    /// What was filed elsewhere.
    FilingFill {
        /// Whether, and when, the affected persons were notified.
        PersonsNotified = "persons-notified",
        /// Which other duties of the incident were met, and when.
        Elsewhere = "elsewhere",
    }
}

impl TryFrom<String> for Fills {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        fn among<T: Copy>(all: &[T], spelling: fn(T) -> &'static str, name: &str) -> Result<T, String> {
            all.iter().copied().find(|case| spelling(*case) == name).ok_or_else(|| {
                let known: Vec<&str> = all.iter().map(|case| spelling(*case)).collect();
                format!("`{name}` is unknown, expected one of {}", known.join(", "))
            })
        }
        match text.split_once(':') {
            Some(("fact", key)) => Ok(Self::Fact(FactKey::new(key))),
            Some(("moment", name)) => among(MomentFill::ALL, MomentFill::as_str, name).map(Self::Moment),
            Some(("organisation", name)) => {
                among(OrganisationFill::ALL, OrganisationFill::as_str, name).map(Self::Organisation)
            }
            Some(("person", name)) => among(PersonFill::ALL, PersonFill::as_str, name).map(Self::Person),
            Some(("filing", name)) => among(FilingFill::ALL, FilingFill::as_str, name).map(Self::Filing),
            None if text == "free" => Ok(Self::Free),
            _ => {
                Err(format!("`{text}` fills nothing, expected fact:, moment:, organisation:, person:, filing: or free"))
            }
        }
    }
}

impl From<Fills> for String {
    fn from(fills: Fills) -> Self {
        match fills {
            Fills::Fact(key) => format!("fact:{key}"),
            Fills::Moment(fill) => format!("moment:{}", fill.as_str()),
            Fills::Organisation(fill) => format!("organisation:{}", fill.as_str()),
            Fills::Person(fill) => format!("person:{}", fill.as_str()),
            Fills::Filing(fill) => format!("filing:{}", fill.as_str()),
            Fills::Free => "free".to_owned(),
        }
    }
}

impl FormDefinition {
    /// Reads a form and checks that each fact it prints is in the vocabulary.
    ///
    /// # Errors
    /// With file, line and hint.
    pub fn parse(file: &str, text: &str, vocabulary: &Vocabulary) -> Result<Self, LawError> {
        let form: Self = parse::read(file, text)?;
        let mut seen = BTreeSet::new();
        for (section, part) in form.section.iter().enumerate() {
            for (at, field) in part.field.iter().enumerate() {
                let here = |key| [Key("section"), Item(section), Key("field"), Item(at), Key(key)];
                if !seen.insert(field.id.as_str()) {
                    let problem = "this field is defined twice";
                    return Err(parse::wrong(file, text, &here("id"), problem, "give each field its own id"));
                }
                let unknown = matches!(&field.fills, Fills::Fact(key) if vocabulary.fact(key).is_none());
                if unknown {
                    let (problem, hint) =
                        ("expected a fact of the vocabulary", "`dutyclock schema case` lists the facts");
                    return Err(parse::wrong(file, text, &here("fills"), problem, hint));
                }
            }
        }
        Ok(form)
    }

    /// All fields in the form's order.
    pub fn fields(&self) -> impl Iterator<Item = &FieldDefinition> {
        self.section.iter().flat_map(|section| section.field.iter())
    }

    /// One field.
    #[must_use]
    pub fn field(&self, id: &str) -> Option<&FieldDefinition> {
        self.fields().find(|field| field.id == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fills_a_field_is_read_back_as_it_is_written() {
        for text in ["fact:cause", "moment:aware", "organisation:name", "person:ciso-phone", "filing:elsewhere", "free"]
        {
            assert_eq!(String::from(Fills::try_from(text.to_owned()).unwrap()), text);
        }
        let error = Fills::try_from("moment:yesterday".to_owned()).unwrap_err();
        assert!(error.contains("occurred, aware, briefed"), "{error}");
    }

    #[test]
    fn a_form_that_prints_an_unknown_fact_does_not_load() {
        let vocabulary = Vocabulary::embedded().unwrap();
        let text = include_str!("../data/forms/kr/kisa-incident-report.toml").replace("fact:cause", "fact:colour");
        let error = FormDefinition::parse("f.toml", &text, &vocabulary).unwrap_err();
        assert!(error.line > 1 && error.key == "fact:colour", "{error}");
    }
}
