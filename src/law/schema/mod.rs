//! JSON Schema (2020-12) of what goes in and what comes out, for programs that write cases or read assessments. The
//! documents are written by hand under `schema/`; tests hold them against what is really read and written. The schema of
//! a case gets its facts and triggers from the vocabulary.

use crate::vocabulary::{Choice, FactDefinition, FactKind, TriggerKind, Vocabulary};
use serde_json::{Map, Value, json};

const CASE: &str = include_str!("case.json");

/// What `dutyclock assess --json` prints.
pub const ASSESSMENT: &str = include_str!("assessment.json");

/// A rulebook, its TOML read as JSON.
pub const RULEBOOK: &str = include_str!("rulebook.json");

/// A case, with every fact and trigger of a vocabulary.
#[must_use]
pub fn case(vocabulary: &Vocabulary) -> Value {
    let mut schema: Value = serde_json::from_str(CASE).unwrap_or_default();
    let facts: Map<String, Value> =
        vocabulary.facts().iter().map(|definition| (definition.key.to_string(), fact(definition))).collect();
    let triggers = |kind: TriggerKind| -> Vec<Value> {
        let of_kind = vocabulary.triggers().iter().filter(|definition| definition.kind == kind);
        of_kind
            .map(|definition| json!({ "const": definition.id.as_str(), "description": definition.title.en }))
            .collect()
    };
    let filled = [
        ("/$defs/facts/properties", Value::Object(facts)),
        ("/$defs/awareness-trigger", json!({ "oneOf": triggers(TriggerKind::Awareness) })),
        ("/$defs/occurrence-trigger", json!({ "oneOf": triggers(TriggerKind::Occurrence) })),
    ];
    for (place, value) in filled {
        if let Some(found) = schema.pointer_mut(place) {
            *found = value;
        }
    }
    schema
}

fn fact(definition: &FactDefinition) -> Value {
    let described = |mut schema: Value| {
        if let Some(fields) = schema.as_object_mut() {
            fields.insert("description".to_owned(), Value::String(definition.question.en.clone()));
        }
        schema
    };
    let ids = |choices: &[Choice]| choices.iter().map(|choice| choice.id.clone()).collect::<Vec<_>>();
    described(match &definition.kind {
        FactKind::YesNo => json!({ "type": "boolean" }),
        FactKind::Count { .. } => json!({ "$ref": "#/$defs/count" }),
        FactKind::CountBy { choices, .. } => json!({
            "type": "object",
            "propertyNames": { "enum": ids(choices) },
            "additionalProperties": { "$ref": "#/$defs/count" },
        }),
        FactKind::Choice { choices } => json!({ "enum": ids(choices) }),
        FactKind::Choices { choices } => {
            json!({ "type": "array", "uniqueItems": true, "items": { "enum": ids(choices) } })
        }
        FactKind::Money => json!({ "$ref": "#/$defs/sum" }),
        FactKind::Text => json!({ "type": "string" }),
    })
}

#[cfg(test)]
mod specimens;
#[cfg(test)]
mod tests;
