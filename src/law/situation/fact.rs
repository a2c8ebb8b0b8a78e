//! What is known about an incident, as the law sees it: keys and values. Who said it and since when is the business of
//! `incident`; here a fact is known, or it is not, and "not" never reads as "no".

use crate::base::money::Money;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

/// The name of a fact, as listed in the vocabulary: `persons-affected`, `outside-access`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FactKey(pub Arc<str>);

impl FactKey {
    /// A key from its spelling.
    #[must_use]
    pub fn new(key: &str) -> Self {
        Self(key.into())
    }

    /// The spelling.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for FactKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// How a count is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Quality {
    /// Counted.
    Exact,
    /// At least this many.
    AtLeast,
    /// At most this many.
    AtMost,
    /// An estimate. Whoever states one gives no bounds, so it is read as anything from half to twice the number: near a
    /// threshold it leaves open what only a count can decide.
    Estimate,
}

/// A dated statement of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Count {
    /// The number; never negative.
    pub number: u64,
    /// How it is meant.
    pub quality: Quality,
}

impl Count {
    /// The smallest and, where there is one, the largest number it allows.
    #[must_use]
    pub const fn bounds(&self) -> (u64, Option<u64>) {
        match self.quality {
            Quality::Exact => (self.number, Some(self.number)),
            Quality::Estimate => (self.number.div_ceil(2), Some(self.number.saturating_mul(2))),
            Quality::AtLeast => (self.number, None),
            Quality::AtMost => (0, Some(self.number)),
        }
    }
}

/// The value of a known fact.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "type", content = "is", rename_all = "kebab-case")]
pub enum Value {
    /// Yes or no.
    YesNo(bool),
    /// A number of persons, accounts, records, views; the unit belongs to the key.
    Count(Count),
    /// Numbers split by a choice: persons by State. The list is whole: who states it says that elsewhere there is none.
    CountBy(BTreeMap<String, Count>),
    /// One of the vocabulary's choices, by id.
    Choice(String),
    /// Any of the vocabulary's choices, by id; an empty set means "none of them". Shared, because derivations quote it.
    Choices(Arc<BTreeSet<String>>),
    /// An amount of money.
    Money(Money),
    /// Free text: never decides anything, fills forms.
    Text(String),
}

impl Value {
    /// These choices; none of them where there is none.
    #[must_use]
    pub fn choices<C: Into<String>>(ids: impl IntoIterator<Item = C>) -> Self {
        Self::Choices(Arc::new(ids.into_iter().map(Into::into).collect()))
    }
}

/// Facts that are known. A key that is absent is unknown.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Facts(pub BTreeMap<FactKey, Value>);

impl Facts {
    /// The value, or `None` while it is unknown.
    #[must_use]
    pub fn get(&self, key: &FactKey) -> Option<&Value> {
        self.0.get(key)
    }

    /// The yes or no behind a key; `None` while unknown or when the fact is of another type.
    #[must_use]
    pub fn yes_no(&self, key: &str) -> Option<bool> {
        match self.0.get(&FactKey::new(key)) {
            Some(Value::YesNo(answer)) => Some(*answer),
            _ => None,
        }
    }

    /// Sets a fact.
    pub fn set(&mut self, key: &str, value: Value) {
        self.0.insert(FactKey::new(key), value);
    }
}
