//! How an entry is hashed onto the chain.
//!
//! The hash is SHA-256 over the canonical JSON (RFC 8785) of `number, stream, position, at, who, kind, version, body,
//! previous`, with `at` in UTC seconds. Anyone can repeat it with a few lines in any language.

use super::entry::{Head, LedgerError, NewEntry, Row};
use super::{StoreError, error};
use crate::law::moment::Moment;
use serde_json::Value;
use sha2::{Digest, Sha256};

/// The largest whole number that JSON readers agree on: 2^53 − 1.
const LARGEST: i64 = 9_007_199_254_740_991;

/// The row that follows `tip`, hashed.
pub(super) fn next(
    tip: &Head,
    stream: &str,
    position: i64,
    at: Moment,
    who: &str,
    entry: &NewEntry,
) -> Result<Row, LedgerError> {
    exactly_representable(&entry.body)?;
    let mut row = Row {
        number: tip.number.saturating_add(1),
        stream: stream.to_owned(),
        position,
        at: at.seconds(),
        who: who.to_owned(),
        kind: entry.kind.clone(),
        version: entry.version,
        body: canonical(&entry.body)?,
        previous: tip.hash.clone(),
        hash: String::new(),
    };
    row.hash = hash(&row, &entry.body)?;
    Ok(row)
}

pub(super) fn matches_hash(row: &Row) -> bool {
    // The text must be the canonical one: otherwise it could be changed without changing what is hashed.
    let Ok(body) = serde_json::from_str::<Value>(&row.body) else { return false };
    canonical(&body).is_ok_and(|text| text == row.body) && hash(row, &body).is_ok_and(|hash| hash == row.hash)
}

fn hash(row: &Row, body: &Value) -> Result<String, StoreError> {
    let whole = serde_json::json!({
        "number": row.number,
        "stream": row.stream,
        "position": row.position,
        "at": row.at,
        "who": row.who,
        "kind": row.kind,
        "version": row.version,
        "body": body,
        "previous": row.previous,
    });
    Ok(hex::encode(Sha256::digest(canonical(&whole)?.as_bytes())))
}

fn canonical(value: &Value) -> Result<String, StoreError> {
    serde_json_canonicalizer::to_string(value).map_err(|cause| StoreError::Unexpected(error::Cause::from(cause)))
}

fn exactly_representable(value: &Value) -> Result<(), LedgerError> {
    match value {
        Value::Number(number) => {
            let whole = number.as_i64().map(|n| n.unsigned_abs()).or_else(|| number.as_u64());
            match whole {
                Some(n) if n > LARGEST.unsigned_abs() => {
                    Err(LedgerError::Unrepresentable { number: number.to_string() })
                }
                _ => Ok(()),
            }
        }
        Value::Array(values) => values.iter().try_for_each(exactly_representable),
        Value::Object(fields) => fields.values().try_for_each(exactly_representable),
        Value::Null | Value::Bool(_) | Value::String(_) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            (-LARGEST..=LARGEST).prop_map(Value::from),
            any::<f64>().prop_map(Value::from),
            any::<String>().prop_map(Value::from),
        ];
        leaf.prop_recursive(3, 24, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                prop::collection::hash_map(any::<String>(), inner, 0..4)
                    .prop_map(|fields| Value::Object(fields.into_iter().collect())),
            ]
        })
    }

    fn recorded(body: &Value, at: i64) -> Row {
        let tip = Head { number: 6, hash: "0".repeat(64) };
        let entry = NewEntry { kind: "k".into(), version: 1, body: body.clone() };
        next(&tip, "s", 3, Moment::from_seconds(at), "w", &entry).unwrap()
    }

    proptest! {
        #[test]
        fn whatever_is_recorded_is_found_unchanged(body in any_json()) {
            prop_assert!(matches_hash(&recorded(&body, 1)));
        }

        #[test]
        fn another_body_is_found_changed(body in any_json(), other in any_json()) {
            let mut row = recorded(&body, 1);
            let text = canonical(&other).unwrap();
            prop_assume!(text != row.body);
            row.body = text;
            prop_assert!(!matches_hash(&row));
        }

        #[test]
        fn any_byte_of_the_text_matters(body in any_json(), place in any::<prop::sample::Index>(), letter in prop::char::range(' ', '~')) {
            let mut row = recorded(&body, 1);
            let mut letters: Vec<char> = row.body.chars().collect();
            let place = place.index(letters.len());
            prop_assume!(letters[place] != letter);
            letters[place] = letter;
            row.body = letters.into_iter().collect();
            prop_assert!(!matches_hash(&row));
        }
    }
}
