//! The days within which something holds. Knows no today.

use chrono::NaiveDate;

/// From the first day to the last, where there is one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Days {
    /// The first.
    pub from: Option<NaiveDate>,
    /// The last.
    pub until: Option<NaiveDate>,
}

impl Days {
    /// Whether a day is among them.
    #[must_use]
    pub fn hold(self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}
