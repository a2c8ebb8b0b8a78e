//! What changed between two states of knowledge: for the person whose edit came second, and for comparing a filing with
//! what is known today.

use super::state::Incident;
use crate::law::situation::fact::{FactKey, Value};
use std::collections::BTreeSet;

/// One fact that reads differently in two states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactDifference {
    /// Which fact.
    pub key: FactKey,
    /// Then; `None` when it was not known.
    pub before: Option<Value>,
    /// Now; `None` when it is not known any more.
    pub after: Option<Value>,
}

/// The facts that read differently, in key order.
#[must_use]
pub fn fact_differences(before: &Incident, after: &Incident) -> Vec<FactDifference> {
    let (then, now) = (before.facts.known(), after.facts.known());
    let keys: BTreeSet<&FactKey> = then.0.keys().chain(now.0.keys()).collect();
    keys.into_iter()
        .filter(|key| then.get(key) != now.get(key))
        .map(|key| FactDifference { key: key.clone(), before: then.get(key).cloned(), after: now.get(key).cloned() })
        .collect()
}
