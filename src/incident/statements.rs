//! Facts with their revisions: the newest statement counts, every older one stays readable.

use crate::law::base::moment::{Moment, Timing};
use crate::law::situation::fact::{FactKey, Facts, Value};
use chrono_tz::Tz;
use std::collections::BTreeMap;

/// One statement of a fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// The value; `None` says "looked into, not known yet".
    pub value: Option<Value>,
    /// Who or what says so.
    pub source: String,
    /// Since when it has been known.
    pub since: Option<Timing>,
    /// When it was recorded.
    pub recorded_at: Moment,
    /// Who recorded it.
    pub recorded_by: String,
    /// The entry's position in the stream.
    pub position: i64,
}

/// All statements about all facts of one incident, oldest first under each key.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Statements(BTreeMap<FactKey, Vec<Statement>>);

impl Statements {
    /// Adds a statement; it becomes the one that counts.
    pub fn add(&mut self, key: FactKey, statement: Statement) {
        self.0.entry(key).or_default().push(statement);
    }

    /// The statement that counts.
    #[must_use]
    pub fn latest(&self, key: &FactKey) -> Option<&Statement> {
        self.0.get(key).and_then(|all| all.last())
    }

    /// Every statement about one fact, oldest first.
    #[must_use]
    pub fn history(&self, key: &FactKey) -> &[Statement] {
        self.0.get(key).map_or(&[], Vec::as_slice)
    }

    /// Every key about which something was said.
    pub fn keys(&self) -> impl Iterator<Item = &FactKey> {
        self.0.keys()
    }

    /// What is known now, as the law sees it.
    #[must_use]
    pub fn known(&self) -> Facts {
        Facts(self.0.iter().filter_map(|(key, all)| Some((key.clone(), all.last()?.value.clone()?))).collect())
    }

    /// Since when each fact has been known as it stands: as was said of that value last or, where nobody said, when it was
    /// first recorded without another value since.
    #[must_use]
    pub fn known_since(&self, zone: Tz) -> BTreeMap<FactKey, Timing> {
        let since = |all: &[Statement]| {
            let value = all.last()?.value.as_ref()?;
            let as_it_stands = || all.iter().rev().take_while(|statement| statement.value.as_ref() == Some(value));
            let said = as_it_stands().find_map(|statement| statement.since);
            said.or_else(|| Some(Timing::exact(as_it_stands().last()?.recorded_at, zone)))
        };
        self.0.iter().filter_map(|(key, all)| Some((key.clone(), since(all)?))).collect()
    }
}
