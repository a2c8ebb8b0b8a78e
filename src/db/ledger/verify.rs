//! The walk along the hash chain that finds the first entry that was tampered with. What it cannot see is a chain that
//! was rewritten to its end together with its head: that is what heads kept elsewhere are for.

use super::entry::{Head, Row};
use super::hash::{self, Body};
use crate::db::StoreError;
use crate::db::dialect::Db;
use crate::db::ledger;
use std::collections::HashMap;
use thiserror::Error;

/// The `previous` of the first entry.
pub const BEGINNING: &str = "0000000000000000000000000000000000000000000000000000000000000000";
/// Rows per step of the walk.
const BATCH: i64 = 500;

/// A chain without a fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// How many entries it has.
    pub entries: i64,
    /// How many of them have an erased body: of those the chain proves that there was one, not what it said.
    pub erased: i64,
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
    /// A body without its salt, or a salt without its body.
    #[error("its body and its salt were not erased together")]
    HalfErased,
    /// The number is not the next one.
    #[error("the entry with this number is missing")]
    Missing,
    /// The number is below the first one, where no entry of ours can stand.
    #[error("it stands before the beginning of the ledger")]
    BeforeBeginning,
    /// It does not point at its predecessor.
    #[error("it does not follow the entry before it")]
    WrongLink,
    /// The positions of its stream have a gap or a repetition.
    #[error("it is out of order in its stream")]
    OutOfOrder,
    /// The chain ends before the recorded head.
    #[error("the end of the ledger was cut off: entries from this number on are missing")]
    CutOff,
    /// An entry that was noted elsewhere, and has another hash here.
    #[error("it is not the entry that was noted")]
    NotAsNoted,
    /// The chain ends before an entry that was noted elsewhere.
    #[error("it was noted, and the ledger ends before it")]
    EndsBefore,
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

/// Walks the whole chain, a batch at a time, and names the first broken entry. Belongs inside [`crate::db::Store::read`],
/// so that nothing moves meanwhile.
///
/// # Errors
/// [`VerifyError::Broken`] with the first fault.
pub fn verify(db: &mut Db) -> Result<Verified, VerifyError> {
    let head = ledger::head(db)?;
    // Pages read a stream whatever its numbers are; what stands before the first would be read and never walked over.
    if let Some(row) = ledger::rows_after(db, i64::MIN, 1)?.into_iter().find(|row| row.number < 1) {
        let Row { number, stream, position, .. } = row;
        return Err(Broken { number, stream: Some(stream), position, why: Why::BeforeBeginning }.into());
    }
    let mut walk = Walk { tip: Head { number: 0, hash: BEGINNING.to_owned() }, erased: 0, positions: HashMap::new() };
    loop {
        let rows = ledger::rows_after(db, walk.tip.number, BATCH)?;
        if rows.is_empty() {
            break;
        }
        for row in rows {
            walk.step(row)?;
        }
    }
    let (tip, erased) = (walk.tip, walk.erased);
    let at_end = |number, why| Broken { number, stream: None, position: 0, why };
    if tip.number < head.number {
        return Err(at_end(tip.number.saturating_add(1), Why::CutOff).into());
    }
    if tip != head {
        return Err(at_end(head.number, Why::WrongHead).into());
    }
    Ok(Verified { entries: tip.number, erased, head: tip.hash })
}

/// An entry of the chain as it was noted somewhere else: its number and its hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noted {
    /// Its number.
    pub number: i64,
    /// Its hash, hexadecimal.
    pub hash: String,
}

impl std::str::FromStr for Noted {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let advice =
            || format!("`{text}` is not NUMBER:HASH, as `verify` prints it: 12:ab34… with 64 letters and digits");
        let (number, hash) = text.split_once(':').ok_or_else(advice)?;
        let number = number.parse().ok().filter(|number| *number > 0).ok_or_else(advice)?;
        let hash = hash.trim().to_ascii_lowercase();
        let whole = hash.len() == 64 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
        if whole { Ok(Self { number, hash }) } else { Err(advice()) }
    }
}

/// Whether a chain that was walked holds the entry that was noted: everything up to it is then as it was.
///
/// # Errors
/// [`VerifyError::Broken`] when it does not.
pub fn holds(db: &mut Db, noted: &Noted) -> Result<(), VerifyError> {
    let found = ledger::rows_after(db, noted.number.saturating_sub(1), 1)?.into_iter().next();
    let broken = |stream, position, why| Broken { number: noted.number, stream, position, why };
    match found.filter(|row| row.number == noted.number) {
        None => Err(broken(None, 0, Why::EndsBefore).into()),
        Some(row) if row.hash != noted.hash => Err(broken(Some(row.stream), row.position, Why::NotAsNoted).into()),
        Some(_) => Ok(()),
    }
}

struct Walk {
    tip: Head,
    erased: i64,
    positions: HashMap<String, i64>,
}

impl Walk {
    fn step(&mut self, row: Row) -> Result<(), Broken> {
        let expected = self.tip.number.saturating_add(1);
        if row.number != expected {
            return Err(Broken { number: expected, stream: None, position: 0, why: Why::Missing });
        }
        let broken = |why| Broken { number: row.number, stream: Some(row.stream.clone()), position: row.position, why };
        if !hash::matches_hash(&row) {
            return Err(broken(Why::Changed));
        }
        let erased = match hash::body(&row) {
            Body::Kept => 0,
            Body::Erased => 1,
            Body::HalfErased => return Err(broken(Why::HalfErased)),
            Body::Changed => return Err(broken(Why::Changed)),
        };
        if row.previous != self.tip.hash {
            return Err(broken(Why::WrongLink));
        }
        let before = self.positions.get(&row.stream).copied().unwrap_or(0);
        if row.position != before.saturating_add(1) {
            return Err(broken(Why::OutOfOrder));
        }
        self.erased = self.erased.saturating_add(erased);
        self.positions.insert(row.stream, row.position);
        self.tip = Head { number: row.number, hash: row.hash };
        Ok(())
    }
}

fn place(stream: Option<&str>, position: i64) -> String {
    stream.map(|stream| format!(" ({stream}, position {position})")).unwrap_or_default()
}
