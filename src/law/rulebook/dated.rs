//! Dated versions, and which of them is in force on a day. A version begins on a day and ends where the next one begins;
//! there are no end dates. Before the first version, and from a repealed one on, nothing is in force.

use chrono::NaiveDate;

/// What begins on a day: versions of duties and of fines.
pub(crate) trait Dated {
    /// Its first day.
    fn from(&self) -> NaiveDate;
    /// Whether it ends what was.
    fn repealed(&self) -> bool;
}

/// The version in force on a day; `None` before the first and after a repeal.
pub(crate) fn in_force<T: Dated>(versions: &[T], day: NaiveDate) -> Option<&T> {
    versions.iter().rev().find(|version| version.from() <= day).filter(|version| !version.repealed())
}

/// The first version that begins after a day and is not a repeal.
pub(crate) fn next<T: Dated>(versions: &[T], day: NaiveDate) -> Option<&T> {
    versions.iter().find(|version| version.from() > day && !version.repealed())
}
