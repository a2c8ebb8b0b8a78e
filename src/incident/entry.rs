//! One entry of an incident's stream, read back from the ledger. What the chain proves about it is the business of `db`.

use super::event::Event;
use crate::law::base::moment::Moment;

/// One event with where, when and by whom it was recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its number in the whole ledger.
    pub number: i64,
    /// Its position in the incident's stream, from 1.
    pub position: i64,
    /// When it was recorded.
    pub at: Moment,
    /// The account id of the person who recorded it, or `system`.
    pub who: String,
    /// What befell.
    pub event: Event,
}

/// The name under which the program itself writes entries.
pub const SYSTEM: &str = "system";

impl Entry {
    /// Whether a person recorded it, as opposed to the program.
    #[must_use]
    pub fn by_person(&self) -> bool {
        self.who != SYSTEM
    }
}
