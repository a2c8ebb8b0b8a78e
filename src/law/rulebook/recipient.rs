//! The kinds of recipients: who is told.

use serde::{Deserialize, Serialize};

/// Who is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Recipient {
    /// A public authority or its response team.
    Authority,
    /// The persons concerned.
    Persons,
    /// The public, the market, the media.
    Public,
    /// Contract partners, clients, credit bureaus.
    Partner,
    /// Nobody outside: an assessment, a record.
    Internal,
}

impl Recipient {
    /// Every kind, in the order in which pages list them.
    pub const ALL: [Self; 5] = [Self::Authority, Self::Persons, Self::Public, Self::Partner, Self::Internal];
}
