//! One act as data: whom it concerns, how it counts, its duties in dated versions, and whose word on awareness counts.
//!
//! This file only holds and finds; `check` refuses what does not fit together and `assess` applies it.

pub mod among;
pub mod condition;
pub mod counting_rule;
pub(crate) mod dated;
pub mod deadline;
pub mod duty;
pub mod fine;
pub mod form;
pub mod period;
pub mod recipient;
pub mod starts;
pub mod term;
pub mod version;
pub(crate) mod visit;
pub(crate) mod walk;
#[cfg(test)]
pub(crate) mod whole;
pub mod zone_by;

use self::counting_rule::Counting;
use self::duty::Duty;
use self::fine::PenaltyUnit;
use self::term::Term;
use self::zone_by::ZoneBy;
use crate::base::citation::{RuleRef, Source};
use crate::base::money::Currency;
use crate::base::parse;
use crate::base::words::Words;
use crate::situation::fact::FactKey;
use crate::situation::{Basis, Candidate, DutyId, Situation, Trigger};
use chrono::NaiveDate;
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// One act.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rulebook {
    /// Its id, made from its path: `kr/network-act.toml` is `kr.network-act`.
    #[serde(skip)]
    pub id: Arc<str>,
    /// The path of its file, below the folder of rulebooks.
    #[serde(skip)]
    pub file: Arc<str>,
    /// SHA-256 of its file, hex.
    #[serde(skip)]
    pub hash: Arc<str>,
    /// Its file, byte for byte.
    #[serde(skip)]
    pub text: Arc<str>,
    /// Whether it came with the program.
    #[serde(skip)]
    pub origin: Provenance,
    /// What it means by each kind of awareness of which it has a notion of its own; from the vocabulary.
    #[serde(skip)]
    pub notions: Vec<(Trigger, FactKey)>,
    /// The days on which it changes whom the act concerns: a state joins or leaves.
    #[serde(skip)]
    pub(crate) scope_changes: Vec<NaiveDate>,
    /// The act's name.
    pub title: Words,
    /// The name people use for it.
    pub short: Words,
    /// The country, as ISO 3166-1 alpha-2, or `EU`.
    pub country: String,
    /// The zone whose days its dates are; the organisation's own where absent.
    pub zone: Option<Tz>,
    /// In its place: whose days they are, where that hangs on where the act is done.
    pub zone_by: Option<ZoneBy>,
    /// The currency of its sums.
    pub currency: Currency,
    /// The first day for which this rulebook was read; nothing is claimed about earlier days.
    #[serde(deserialize_with = "parse::day")]
    pub covers_from: NaiveDate,
    /// There is, or may be, law before that day which was not read.
    #[serde(default)]
    pub earlier_law_not_read: bool,
    /// The act as read.
    #[serde(deserialize_with = "parse::source")]
    pub source: Arc<Source>,
    /// Terms that must all hold for the act to concern an incident at all: territory, kind of organisation.
    #[serde(default)]
    pub scope: Vec<Arc<str>>,
    /// How its periods count; elapsed hours and plain days where absent.
    pub counting: Option<Counting>,
    /// A ranking of awareness from `awareness.toml`; exclusive with `awareness`.
    pub awareness_as: Option<Arc<str>>,
    /// Whose word on the moment of awareness counts first. Filled from `awareness_as` when read.
    #[serde(default)]
    pub awareness: Vec<AwarenessRule>,
    /// Units in which its fines are written.
    #[serde(default)]
    pub unit: Vec<PenaltyUnit>,
    /// Conditions by name.
    #[serde(default)]
    pub term: Vec<Term>,
    /// Its duties, in the order in which pages show them.
    pub duty: Vec<Duty>,
}

impl Rulebook {
    /// Whether a candidate counts as a moment of awareness of this kind under this act: it is of that kind, and what the act
    /// means by it was not ruled out at that moment.
    #[must_use]
    pub fn counts(&self, candidate: &Candidate, of: &Trigger) -> bool {
        let ruled_out = |(trigger, notion): &(Trigger, FactKey)| trigger == of && candidate.ruled_out.contains(notion);
        candidate.of.contains(of) && !self.notions.iter().any(ruled_out)
    }
}

/// Where a rulebook comes from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Provenance {
    /// It came with the program.
    #[default]
    Supplied,
    /// The operator added it.
    Own,
    /// The operator's own takes the place of one that came with the program.
    Override,
}

/// How much a basis counts. The lowest tier that has a candidate governs; within it, the earliest moment.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AwarenessRule {
    /// The basis.
    pub basis: Basis,
    /// Its tier, 1 first.
    pub tier: u32,
    /// Whether a clock that rests on it is provisional.
    pub provisional: bool,
    /// Why it governs when it does.
    pub governs: Words,
    /// Why it does not when it does not.
    pub aside: Words,
    /// On what that rests.
    #[serde(deserialize_with = "parse::source")]
    pub source: Arc<Source>,
}

impl Rulebook {
    /// One of its duties.
    #[must_use]
    pub fn duty(&self, id: &DutyId) -> Option<&Duty> {
        self.duty.iter().find(|duty| duty.id == *id)
    }

    /// One of its terms.
    #[must_use]
    pub fn term(&self, id: &str) -> Option<&Term> {
        self.term.iter().find(|term| &*term.id == id)
    }

    /// The terms a version names, in its order.
    pub fn terms<'a>(&'a self, ids: &'a [Arc<str>]) -> impl Iterator<Item = &'a Term> {
        let same = |id: &Arc<str>| self.term.iter().find(|term| Arc::ptr_eq(&term.id, id));
        ids.iter().filter_map(move |id| same(id).or_else(|| self.term(id)))
    }

    /// Makes every version name its terms by the very text the terms carry, so that [`Self::terms`], of which every
    /// assessment asks hundreds, compares addresses and not letters.
    pub(crate) fn share_names(&mut self) {
        let terms = &self.term;
        let share = |ids: &mut Vec<Arc<str>>| {
            for id in ids {
                if let Some(term) = terms.iter().find(|term| term.id == *id) {
                    *id = term.id.clone();
                }
            }
        };
        share(&mut self.scope);
        for version in self.duty.iter_mut().flat_map(|duty| &mut duty.version) {
            share(&mut version.conditions);
            share(&mut version.grounds);
            share(&mut version.exceptions);
        }
    }

    /// The zone whose days its dates are in a situation: its own, that of the place where the act is done, or else the
    /// organisation's.
    #[must_use]
    pub fn zone_for(&self, situation: &Situation) -> Tz {
        let of_place = || self.zone_by.as_ref().and_then(|by| by.place(situation)).map(|place| place.zone);
        self.zone.or_else(of_place).unwrap_or(situation.zone)
    }

    /// A reference to a version that pins this text.
    #[must_use]
    pub fn reference(&self, version: NaiveDate) -> RuleRef {
        RuleRef { rulebook: self.id.clone(), version, hash: self.hash.clone() }
    }
}
