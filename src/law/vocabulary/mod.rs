//! Every fact the law may ask about, and every kind of moment that may start a clock: names, questions, choices.
//!
//! Data in `vocabulary/`; this file reads it and checks values against it. It knows no incident.

mod choice_groups;
pub mod complete;
mod embedded;
pub mod implication;
pub mod inclusion;
pub(crate) mod read;
pub mod sequence;
#[cfg(test)]
mod tests;

use self::choice_groups::Members;
pub(crate) use self::embedded::FILES;
use self::implication::{Implication, OnlyOf};
use self::inclusion::Inclusion;
use crate::base::days::Days;
use crate::base::error::LawError;
use crate::base::words::Words;
use crate::situation::Trigger;
use crate::situation::fact::{FactKey, Value};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The most that a count may be: more than all people who ever lived, so a larger one is a slip of the finger.
pub const LARGEST_COUNT: u64 = 200_000_000_000;
/// The longest text of a fact, in characters.
pub const LONGEST_TEXT: usize = 20_000;

/// Where a fact stands on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Group {
    /// What happened.
    Incident,
    /// Which data.
    Data,
    /// Which people, how many.
    People,
    /// About the organisation; keys begin `org-` where they hold beyond the incident.
    Organisation,
    /// What is being done.
    Response,
    /// Text that only fills forms.
    FormText,
}

/// What a count counts. Units are never converted into one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CountUnit {
    /// Human beings.
    Persons,
    /// User accounts.
    Accounts,
    /// Records or rows.
    Records,
    /// Page views.
    Views,
    /// Minutes.
    Minutes,
    /// Calendar days.
    Days,
    /// Clients or customers.
    Clients,
    /// Transactions.
    Transactions,
    /// Devices.
    Devices,
    /// Countries or Member States.
    Countries,
    /// Incidents.
    Incidents,
}

/// One of the answers to a question of choice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Its id, for ever.
    pub id: String,
    /// In words.
    pub title: Words,
}

/// What kind of value a fact has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum FactKind {
    /// Yes or no.
    YesNo,
    /// A number of something.
    Count {
        /// Of what.
        unit: CountUnit,
    },
    /// A number of something for each of these.
    CountBy {
        /// Of what.
        unit: CountUnit,
        /// The choices in order.
        choices: Arc<[Choice]>,
    },
    /// One of these.
    Choice {
        /// The choices in order.
        choices: Arc<[Choice]>,
    },
    /// Any of these.
    Choices {
        /// The choices in order.
        choices: Arc<[Choice]>,
    },
    /// A sum.
    Money,
    /// Free text.
    Text,
}

/// A fact as the vocabulary defines it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FactDefinition {
    /// Its key.
    pub key: FactKey,
    /// What kind of value it has.
    pub kind: FactKind,
    /// Where it stands.
    pub group: Group,
    /// Its place within the whole vocabulary, from 0.
    pub order: usize,
    /// A short name.
    pub title: Words,
    /// The question put to a person.
    pub question: Words,
    /// What helps to answer it.
    pub help: Option<Words>,
}

impl FactDefinition {
    /// The title of one of its choices.
    #[must_use]
    pub fn choice(&self, id: &str) -> Option<&Words> {
        match &self.kind {
            FactKind::Choice { choices } | FactKind::Choices { choices } | FactKind::CountBy { choices, .. } => {
                choices.iter().find(|choice| choice.id == id).map(|choice| &choice.title)
            }
            _ => None,
        }
    }

    /// The choice that a text means: its id in whatever case, or its title in any of the languages.
    #[must_use]
    pub fn spelt(&self, text: &str) -> Option<&Choice> {
        let (FactKind::Choice { choices } | FactKind::Choices { choices } | FactKind::CountBy { choices, .. }) =
            &self.kind
        else {
            return None;
        };
        let text = text.trim().to_lowercase();
        let titled = |choice: &&Choice| {
            [&choice.title.en, &choice.title.ko, &choice.title.id].into_iter().any(|title| title.to_lowercase() == text)
        };
        choices.iter().find(|choice| choice.id == text).or_else(|| choices.iter().find(titled))
    }
}

/// Whether a trigger is something one becomes aware of or something that happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TriggerKind {
    /// Candidates for its moment are recorded.
    Awareness,
    /// Occurrences of it are recorded.
    Occurrence,
}

/// A kind of moment that may start a clock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TriggerDefinition {
    /// Its name.
    pub id: Trigger,
    /// Awareness or occurrence.
    pub kind: TriggerKind,
    /// In words.
    pub title: Words,
    /// What it means.
    pub help: Words,
    /// The organisation decides it (a classification, a determination): who records it says why.
    #[serde(default)]
    pub decision: bool,
    /// The question that asks for its moment, where a clock runs without it: "When did you learn of the leak?"
    pub question: Option<Words>,
    /// What one becomes aware of in the words of an act, by the country (`kr`) or the id (`kr.network-act`) of the act: the
    /// fact of yes or no which, answered no, says that it was not learnt. What one act means says nothing about another.
    #[serde(default)]
    pub notion: BTreeMap<String, FactKey>,
    /// What a filing said became more, or different: taken to have happened where a fact changes after a filing, until a
    /// person says what it was.
    #[serde(default)]
    pub supplements: bool,
    /// It may lie after the moment of asking: a limit that an authority set, the end of a wait that was fixed beforehand.
    /// Anything else has happened, or is not recorded.
    #[serde(default)]
    pub may_lie_ahead: bool,
    /// What it cannot come before.
    #[serde(default)]
    pub follows: Follows,
}

/// What something that happens cannot come before.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Follows {
    /// The first moment of learning: a decision, an order, a further fact.
    #[default]
    Awareness,
    /// The beginning of the incident, though nobody need have learnt of it yet: told by a supplier, services restored.
    Beginning,
    /// Nothing: a weakness, or its remedy, that was known before anything happened.
    Nothing,
}

impl TriggerDefinition {
    /// What an act means by it, where it has a notion of its own; the act's own goes before its country's.
    #[must_use]
    pub fn notion_in(&self, rulebook: &str) -> Option<&FactKey> {
        let country = rulebook.split_once('.').map(|(country, _)| country);
        self.notion.get(rulebook).or_else(|| self.notion.get(country?))
    }
}

/// Why a value does not fit its key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ValueProblem {
    /// No such fact.
    #[error("there is no fact `{0}`")]
    UnknownKey(FactKey),
    /// The value is of another kind.
    #[error("`{0}` takes another kind of value")]
    WrongKind(FactKey),
    /// Not one of the choices.
    #[error("`{choice}` is not among the choices of `{key}`")]
    UnknownChoice {
        /// The fact.
        key: FactKey,
        /// What was given.
        choice: String,
    },
    /// A number that cannot be meant.
    #[error("{number} is more than {most}")]
    TooLarge {
        /// What was given.
        number: u64,
        /// The most that is accepted.
        most: u64,
    },
    /// An amount below zero.
    #[error("the amount is below zero")]
    Negative,
    /// Too much text.
    #[error("the text has {length} characters, {most} are accepted")]
    TooLong {
        /// Its length in characters.
        length: usize,
        /// The most that is accepted.
        most: usize,
    },
}

/// All facts and triggers.
///
/// ```
/// use dutyclock_law::situation::fact::{FactKey, Value};
/// use dutyclock_law::vocabulary::Vocabulary;
/// let vocabulary = Vocabulary::embedded()?;
/// let key = FactKey::new("outside-access");
/// assert!(vocabulary.check(&key, &Value::YesNo(true)).is_ok());
/// assert!(vocabulary.check(&key, &Value::Text("perhaps".into())).is_err());
/// # Ok::<(), dutyclock_law::base::error::LawError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vocabulary {
    pub(crate) facts: Vec<FactDefinition>,
    pub(crate) by_key: BTreeMap<FactKey, usize>,
    pub(crate) triggers: Vec<TriggerDefinition>,
    pub(crate) groups: BTreeMap<String, Members>,
    pub(crate) implications: Vec<Implication>,
    pub(crate) inclusions: Vec<Inclusion>,
    /// Choices that follow from a list.
    only_of: Vec<OnlyOf>,
}

impl Vocabulary {
    /// The vocabulary in the binary.
    ///
    /// # Errors
    /// When the embedded file is not well formed, which a test excludes.
    pub fn embedded() -> Result<Self, LawError> {
        Self::of(FILES)
    }

    /// The choices of a group that conditions name as `@group`, without those that have left it.
    #[must_use]
    pub fn group(&self, id: &str) -> Option<&[String]> {
        self.groups.get(id).map(|members| members.standing.as_slice())
    }

    /// Everybody who ever belongs to a group, with the days within which each does.
    pub(crate) fn members(&self, id: &str) -> Option<&[(String, Days)]> {
        self.groups.get(id).map(|members| members.all.as_slice())
    }

    /// The definition of a fact.
    #[must_use]
    pub fn fact(&self, key: &FactKey) -> Option<&FactDefinition> {
        self.by_key.get(key).and_then(|index| self.facts.get(*index))
    }

    /// All facts in order.
    #[must_use]
    pub fn facts(&self) -> &[FactDefinition] {
        &self.facts
    }

    /// Which answers give others.
    #[must_use]
    pub fn implications(&self) -> &[Implication] {
        &self.implications
    }

    /// The definition of a trigger.
    #[must_use]
    pub fn trigger(&self, trigger: &Trigger) -> Option<&TriggerDefinition> {
        self.triggers.iter().find(|definition| definition.id == *trigger)
    }

    /// All triggers in order.
    #[must_use]
    pub fn triggers(&self) -> &[TriggerDefinition] {
        &self.triggers
    }

    /// Whether a value fits a key.
    ///
    /// # Errors
    /// With what does not fit.
    pub fn check(&self, key: &FactKey, value: &Value) -> Result<(), ValueProblem> {
        let definition = self.fact(key).ok_or_else(|| ValueProblem::UnknownKey(key.clone()))?;
        let one_of = |choice: &String| match definition.choice(choice) {
            Some(_) => Ok(()),
            None => Err(ValueProblem::UnknownChoice { key: key.clone(), choice: choice.clone() }),
        };
        match (&definition.kind, value) {
            (FactKind::YesNo, Value::YesNo(_)) => Ok(()),
            (FactKind::Count { .. }, Value::Count(count)) if count.number > LARGEST_COUNT => {
                Err(ValueProblem::TooLarge { number: count.number, most: LARGEST_COUNT })
            }
            (FactKind::Count { .. }, Value::Count(_)) => Ok(()),
            (FactKind::CountBy { .. }, Value::CountBy(counts)) => counts.iter().try_for_each(|(choice, count)| {
                one_of(choice)?;
                match count.number {
                    number if number > LARGEST_COUNT => Err(ValueProblem::TooLarge { number, most: LARGEST_COUNT }),
                    _ => Ok(()),
                }
            }),
            (FactKind::Choice { .. }, Value::Choice(choice)) => one_of(choice),
            (FactKind::Choices { .. }, Value::Choices(chosen)) => chosen.iter().try_for_each(one_of),
            (FactKind::Money, Value::Money(sum)) if sum.minor < 0 => Err(ValueProblem::Negative),
            (FactKind::Money, Value::Money(_)) => Ok(()),
            (FactKind::Text, Value::Text(text)) => match text.chars().count() {
                length if length > LONGEST_TEXT => Err(ValueProblem::TooLong { length, most: LONGEST_TEXT }),
                _ => Ok(()),
            },
            _ => Err(ValueProblem::WrongKind(key.clone())),
        }
    }
}
