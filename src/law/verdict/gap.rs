//! The fourth answer beside applies, may apply and does not: not in this library. A gap is law that may ask for something
//! here and that nobody looked at, or looked at in part.

use crate::base::words::Words;
use crate::situation::fact::{Count, FactKey};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::BTreeSet;

pub use crate::coverage::{GapId, KnownAct};

/// Law that is not in this library and may concern the incident. Named once for each place, and for each sector in a place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Gap {
    /// Its name, for ever the same: `us-il`, `cl`, `sector/bank@jp`.
    pub id: GapId,
    /// The place, or the place and the sector.
    pub title: Words,
    /// How much is missing; the more, the earlier in the order.
    pub extent: Extent,
    /// When that was established; `None` where nobody ever said anything about it.
    pub since: Option<NaiveDate>,
    /// What is missing, where that can be said.
    pub missing: Option<Words>,
    /// Acts that are known to exist.
    pub acts: Vec<KnownAct>,
    /// How many persons are there, where that is known.
    pub persons: Option<Count>,
    /// Why it is named.
    pub because: BTreeSet<Because>,
    /// The fact that would say more: in which States the persons live, whether the organisation was designated.
    pub asks: Option<FactKey>,
}

/// How much is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Extent {
    /// Nobody looked at this law.
    NotLookedAt,
    /// Persons are there, but in which of its parts (States, provinces), each with a law of its own, is not known.
    SplitUnknown,
    /// Some of it is loaded, or it is asked about under a condition that is open.
    Part,
}

/// Why a gap is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Because {
    /// Persons are there, or may be.
    Persons,
    /// The organisation is established or does business there.
    Establishment,
    /// The organisation is of this sector.
    Sector,
    /// The organisation is, or may be, designated as an operator of critical infrastructure there.
    CriticalInfrastructure,
}

/// What may be claimed of the duties that were not found. The one rule for pages, messages, papers and the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Silence {
    /// Nothing is owed beyond the verdicts, as far as the acts loaded go.
    NothingOwedOfWhatIsLoaded,
    /// Not even that may be said without the gaps that are open.
    GapsOpen,
}

impl Silence {
    /// What may be claimed while these gaps are open. One that is loaded in part is told but does not forbid it.
    pub fn of<'a>(open: impl IntoIterator<Item = &'a Gap>) -> Self {
        match open.into_iter().any(|gap| gap.extent != Extent::Part) {
            true => Self::GapsOpen,
            false => Self::NothingOwedOfWhatIsLoaded,
        }
    }
}
