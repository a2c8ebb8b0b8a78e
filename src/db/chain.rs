//! The hash chain over the ledger: how an entry is hashed, and the walk that finds the first one that was tampered with.
//!
//! The hash is SHA-256 over the canonical JSON (RFC 8785) of `number, stream, position, at, who, kind, version, body,
//! previous`, with `at` in UTC seconds. Anyone can repeat it with a few lines in any language. What the walk cannot see
//! is a chain that was rewritten to its end together with its head: that is what heads kept elsewhere are for.

use super::dialect::Db;
use super::ledger::{self, Head, LedgerError, NewEntry, Row};
use super::{StoreError, error};
use crate::law::moment::Moment;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use thiserror::Error;

/// The `previous` of the first entry.
pub const BEGINNING: &str = "0000000000000000000000000000000000000000000000000000000000000000";
/// Rows per step of the walk.
const BATCH: i64 = 500;
/// The largest whole number that JSON readers agree on: 2^53 − 1.
const LARGEST: i64 = 9_007_199_254_740_991;

/// A chain without a fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// How many entries it has.
    pub entries: i64,
    /// The hash of the last one; zeros when there is none.
    pub head: String,
}

/// The first entry that is not as it was recorded.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("the ledger is broken at entry {number}{}: {why}", place(.stream.as_deref(), *.position))]
pub struct Broken {
    /// The chain number where the fault shows.
    pub number: i64,
    /// The stream of the entry found there, if one was found.
    pub stream: Option<String>,
    /// Its position in the stream; 0 if none was found.
    pub position: i64,
    /// What is wrong with it.
    pub why: Why,
}

/// What is wrong with an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Why {
    /// The content does not match the hash.
    #[error("its content was changed after it was recorded")]
    Changed,
    /// The number is not the next one.
    #[error("the entry with this number is missing")]
    Missing,
    /// It does not point at its predecessor.
    #[error("it does not follow the entry before it")]
    WrongLink,
    /// The positions of its stream have a gap or a repetition.
    #[error("it is out of order in its stream")]
    OutOfOrder,
    /// The chain ends before the recorded head.
    #[error("the end of the ledger was cut off: entries from this number on are missing")]
    CutOff,
    /// The chain goes on after, or ends in another hash than, the recorded head.
    #[error("the recorded end of the ledger is another one")]
    WrongHead,
}

/// Why the walk did not end well.
#[derive(Debug, Error)]
pub enum VerifyError {
    /// The record was tampered with.
    #[error(transparent)]
    Broken(#[from] Broken),
    /// The store failed; this says nothing about the record.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Walks the whole chain, a batch at a time, and names the first broken entry. Belongs inside [`super::Store::read`],
/// so that nothing moves meanwhile.
///
/// # Errors
/// [`VerifyError::Broken`] with the first fault.
pub fn verify(db: &mut Db) -> Result<Verified, VerifyError> {
    let head = ledger::head(db)?;
    let mut walk = Walk { tip: Head { number: 0, hash: BEGINNING.to_owned() }, positions: HashMap::new() };
    loop {
        let rows = ledger::rows_after(db, walk.tip.number, BATCH)?;
        if rows.is_empty() {
            break;
        }
        for row in rows {
            walk.step(row)?;
        }
    }
    let tip = walk.tip;
    let at_end = |number, why| Broken { number, stream: None, position: 0, why };
    if tip.number < head.number {
        return Err(at_end(tip.number.saturating_add(1), Why::CutOff).into());
    }
    if tip != head {
        return Err(at_end(head.number, Why::WrongHead).into());
    }
    Ok(Verified { entries: tip.number, head: tip.hash })
}

struct Walk {
    tip: Head,
    positions: HashMap<String, i64>,
}

impl Walk {
    fn step(&mut self, row: Row) -> Result<(), Broken> {
        let expected = self.tip.number.saturating_add(1);
        if row.number != expected {
            return Err(Broken { number: expected, stream: None, position: 0, why: Why::Missing });
        }
        let broken = |why| Broken { number: row.number, stream: Some(row.stream.clone()), position: row.position, why };
        if !matches_hash(&row) {
            return Err(broken(Why::Changed));
        }
        if row.previous != self.tip.hash {
            return Err(broken(Why::WrongLink));
        }
        let before = self.positions.get(&row.stream).copied().unwrap_or(0);
        if row.position != before.saturating_add(1) {
            return Err(broken(Why::OutOfOrder));
        }
        self.positions.insert(row.stream, row.position);
        self.tip = Head { number: row.number, hash: row.hash };
        Ok(())
    }
}

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

fn matches_hash(row: &Row) -> bool {
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

fn place(stream: Option<&str>, position: i64) -> String {
    stream.map(|stream| format!(" ({stream}, position {position})")).unwrap_or_default()
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
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

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
