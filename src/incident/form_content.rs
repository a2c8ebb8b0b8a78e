//! A form with its content: values, not wording, so that paper and page show the same in any language. How it gets its
//! content is `fill_form`'s business.

use crate::law::base::citation::Confidence;
use crate::law::base::moment::Timing;
use crate::law::base::money::Money;
use crate::law::base::words::Words;
use crate::law::situation::fact::Count;
use crate::law::situation::{DutyId, FormId, OccurrenceId};
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
    /// What it supplements; `None` for a first report.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follows: Option<Follows>,
    /// The parts, in the form's order.
    pub sections: Vec<FilledSection>,
}

/// What a supplement supplements, as far as it is on record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Follows {
    /// When the first report was handed in; `None` where no record of it stands.
    pub handed_in: Option<Timing>,
    /// Its receipt number; empty where there is none.
    pub receipt: String,
    /// The fields that read differently since the last version handed in; `None` where none was made with the form.
    pub changed: Option<Vec<Changed>>,
}

/// A field that reads differently since the last version handed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changed {
    /// Its name in the form's definition.
    pub id: String,
    /// Its label.
    pub label: Words,
    /// As it was handed in.
    pub before: FilledValue,
    /// As it reads here.
    pub now: FilledValue,
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
    /// Numbers by choice, in words.
    Counts(Vec<(Words, Count)>),
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
    /// Duties that were met, and what was stated besides.
    MetAndStated(Vec<(Words, Timing)>, String),
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
