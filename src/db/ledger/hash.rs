//! How an entry is hashed onto the chain.
//!
//! The hash of an entry is SHA-256 over the canonical JSON (RFC 8785) of `number, stream, position, at, who, kind,
//! version, body_hash, previous`, with `at` in UTC seconds. `body_hash` is SHA-256 over the 32 bytes of the salt followed
//! by the canonical JSON of the body in UTF-8; hashes and the salt are written in hexadecimal. Anyone can repeat it with
//! a few lines in any language. So body and salt can be erased, together, and the chain over what remains stays whole.

use super::entry::{Head, LedgerError, NewEntry, Row, Salt};
use crate::db::{StoreError, error};
use crate::law::base::moment::Moment;
use serde_json::Value;
use sha2::{Digest, Sha256};

/// The largest whole number that JSON readers agree on: 2^53 − 1.
const LARGEST: i64 = 9_007_199_254_740_991;

/// The row that follows `tip`, hashed.
pub(crate) fn next(
    tip: &Head,
    stream: &str,
    position: i64,
    at: Moment,
    who: &str,
    entry: &NewEntry,
) -> Result<Row, LedgerError> {
    exactly_representable(&entry.body)?;
    let body = canonical(&entry.body)?;
    let mut row = Row {
        number: tip.number.saturating_add(1),
        stream: stream.to_owned(),
        position,
        at: at.seconds(),
        who: who.to_owned(),
        kind: entry.kind.clone(),
        version: entry.version,
        body_hash: body_hash(&entry.salt, &body),
        body: Some(body),
        salt: Some(hex::encode(entry.salt)),
        previous: tip.hash.clone(),
        hash: String::new(),
    };
    row.hash = hash(&row)?;
    Ok(row)
}

/// What has become of an entry's body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Body {
    /// It is as it was recorded.
    Kept,
    /// It was erased, and its salt with it.
    Erased,
    /// Only one of body and salt is left.
    HalfErased,
    /// It is not what was recorded.
    Changed,
}

/// Whether everything but the body is as it was recorded.
pub(crate) fn matches_hash(row: &Row) -> bool {
    hash(row).is_ok_and(|hash| hash == row.hash)
}

/// What has become of the body, by the hash that the chain holds of it.
pub(crate) fn body(row: &Row) -> Body {
    match (&row.body, &row.salt) {
        (Some(body), Some(salt)) if is_as_recorded(body, salt, &row.body_hash) => Body::Kept,
        (Some(_), Some(_)) => Body::Changed,
        (None, None) => Body::Erased,
        _ => Body::HalfErased,
    }
}

fn is_as_recorded(body: &str, salt: &str, recorded: &str) -> bool {
    // A salt of another length would let letters move between it and the body.
    let Ok(salt) = hex::decode(salt).map_err(drop).and_then(|salt| Salt::try_from(salt).map_err(drop)) else {
        return false;
    };
    body_hash(&salt, body) == recorded
}

fn body_hash(salt: &Salt, body: &str) -> String {
    hex::encode(Sha256::new().chain_update(salt).chain_update(body.as_bytes()).finalize())
}

fn hash(row: &Row) -> Result<String, StoreError> {
    let whole = serde_json::json!({
        "number": row.number,
        "stream": row.stream,
        "position": row.position,
        "at": row.at,
        "who": row.who,
        "kind": row.kind,
        "version": row.version,
        "body_hash": row.body_hash,
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

    fn recorded(body: &Value, salt: Salt) -> Row {
        let tip = Head { number: 6, hash: "0".repeat(64) };
        let entry = NewEntry { kind: "k".into(), version: 1, body: body.clone(), salt };
        next(&tip, "s", 3, Moment::from_seconds(1), "w", &entry).unwrap()
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn whatever_is_recorded_is_found_unchanged(body in any_json(), salt in any::<Salt>()) {
            let row = recorded(&body, salt);
            prop_assert!(matches_hash(&row));
            prop_assert_eq!(super::body(&row), Body::Kept);
        }

        #[test]
        fn another_body_is_found_changed(body in any_json(), other in any_json()) {
            let mut row = recorded(&body, [7; 32]);
            let text = canonical(&other).unwrap();
            prop_assume!(Some(&text) != row.body.as_ref());
            row.body = Some(text);
            prop_assert_eq!(super::body(&row), Body::Changed);
        }

        #[test]
        fn any_byte_of_the_text_matters(body in any_json(), place in any::<prop::sample::Index>(), letter in prop::char::range(' ', '~')) {
            let mut row = recorded(&body, [7; 32]);
            let mut letters: Vec<char> = row.body.unwrap().chars().collect();
            let place = place.index(letters.len());
            prop_assume!(letters[place] != letter);
            letters[place] = letter;
            row.body = Some(letters.into_iter().collect());
            prop_assert_eq!(super::body(&row), Body::Changed);
        }

        #[test]
        fn letters_cannot_move_between_salt_and_body(body in any_json(), moved in 1_usize..3) {
            let mut row = recorded(&body, [b'x'; 32]);
            let (salt, text) = (hex::decode(row.salt.unwrap()).unwrap(), row.body.unwrap());
            let cut = text.split_at_checked(moved).filter(|(_, rest)| !rest.is_empty());
            prop_assume!(cut.is_some());
            let (head, rest) = cut.unwrap();
            row.salt = Some(hex::encode([salt.as_slice(), head.as_bytes()].concat()));
            row.body = Some(rest.to_owned());
            prop_assert_eq!(super::body(&row), Body::Changed);
        }

        #[test]
        fn an_erased_body_leaves_the_entry_whole(body in any_json(), salt in any::<Salt>()) {
            let row = Row { body: None, salt: None, ..recorded(&body, salt) };
            prop_assert!(matches_hash(&row));
            prop_assert_eq!(super::body(&row), Body::Erased);
            let (half, other) = (Row { body: Some("{}".into()), ..row.clone() }, Row { salt: Some("00".repeat(32)), ..row });
            prop_assert_eq!((super::body(&half), super::body(&other)), (Body::HalfErased, Body::HalfErased));
        }
    }

    #[test]
    fn the_same_body_has_another_hash_each_time() {
        let body = serde_json::json!({ "drill": true });
        assert_ne!(recorded(&body, [1; 32]).body_hash, recorded(&body, [2; 32]).body_hash);
    }
}
