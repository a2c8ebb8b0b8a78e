//! The organisation that owes the duties. Its profile is a ledger stream of its own: each change is written whole.

use crate::law::base::money::Money;
use crate::law::situation::fact::{FactKey, Facts};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The kind under which a profile is written into the ledger.
pub const KIND: &str = "organisation-described";

/// The name of the organisation's stream.
pub const STREAM: &str = "organisation";

/// A person or desk that forms name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Contact {
    /// Name.
    pub name: String,
    /// Department.
    pub department: String,
    /// Position.
    pub position: String,
    /// Telephone.
    pub phone: String,
    /// E-mail.
    pub email: String,
}

/// What forms and rules need to know of the organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Organisation {
    /// Legal name.
    pub name: String,
    /// Business registration number.
    pub registration: String,
    /// Address.
    pub address: String,
    /// Line of business.
    pub sector: String,
    /// Size class, in its own words.
    pub size: String,
    /// The zone in which its people read clocks.
    pub zone: Tz,
    /// Total turnover by business year.
    pub turnover: BTreeMap<i32, Money>,
    /// The organisation's own target, in hours, for duties whose law has no number.
    pub house_target_hours: Option<u32>,
    /// Facts that decide duties: keys beginning `org-`.
    pub facts: Facts,
    /// Who reports.
    pub reporter: Contact,
    /// Chief information security officer.
    pub ciso: Contact,
    /// Chief privacy officer.
    pub cpo: Contact,
    /// The desk that answers persons concerned.
    pub desk: Contact,
}

impl Organisation {
    /// What differs between two profiles of all that may decide a duty or its due moment: `zone`, `turnover`,
    /// `house-target-hours`, and the keys of facts.
    #[must_use]
    pub fn decisive_differences(&self, other: &Self) -> BTreeSet<String> {
        let named = [
            ("zone", self.zone != other.zone),
            ("turnover", self.turnover != other.turnover),
            ("house-target-hours", self.house_target_hours != other.house_target_hours),
        ];
        let named = named.into_iter().filter(|(_, differs)| *differs).map(|(name, _)| name.to_owned());
        let keys: BTreeSet<&FactKey> = self.facts.0.keys().chain(other.facts.0.keys()).collect();
        let facts = keys.into_iter().filter(|key| self.facts.get(key) != other.facts.get(key));
        named.chain(facts.map(ToString::to_string)).collect()
    }
}

impl Default for Organisation {
    fn default() -> Self {
        Self {
            name: String::new(),
            registration: String::new(),
            address: String::new(),
            sector: String::new(),
            size: String::new(),
            zone: chrono_tz::Asia::Seoul,
            turnover: BTreeMap::new(),
            house_target_hours: None,
            facts: Facts::default(),
            reporter: Contact::default(),
            ciso: Contact::default(),
            cpo: Contact::default(),
            desk: Contact::default(),
        }
    }
}
