//! An amount as the law words it, for nobody in particular: what a page shows of a fine that threatens no one yet.

use super::amount::Valuation;
use crate::assess::answered::Answers;
use crate::assess::context::Context;
use crate::base::moment::Moment;
use crate::rulebook::Rulebook;
use crate::rulebook::fine::FineVersion;
use crate::situation::Situation;
use crate::situation::fact::Facts;
use crate::verdict::exposure::AmountRange;
use crate::vocabulary::complete::Inferred;
use chrono::Datelike;
use std::collections::BTreeMap;

impl Rulebook {
    /// The floor and the ceiling of a version as formulas: no turnover, no persons, no days late.
    #[must_use]
    pub fn formulas(&self, version: &FineVersion) -> (Option<AmountRange>, Option<AmountRange>) {
        let (situation, answers) = (Situation::empty(self.zone.unwrap_or(chrono_tz::UTC)), Answers::default());
        let now = Moment::from_seconds(0);
        let context = Context {
            rulebook: self,
            situation: &situation,
            inferred: &Inferred::new(),
            answers: &answers,
            scope: None,
            own: None,
            not_after: None,
            day: version.from,
            now,
        };
        let (year, days) = (version.from.year() - 1, (version.from, version.from));
        let valuation = Valuation { context, year, days, late: (0, 0) };
        let of = |amount: &crate::rulebook::fine::Amount| valuation.of(amount);
        (version.least.as_ref().map(of), version.most.as_ref().map(of))
    }
}

impl Situation {
    /// A situation of which nothing is known.
    #[must_use]
    pub fn empty(zone: chrono_tz::Tz) -> Self {
        Self {
            zone,
            facts: Facts::default(),
            known_since: BTreeMap::new(),
            occurred: None,
            candidates: Vec::new(),
            occurrences: Vec::new(),
            filings: Vec::new(),
            turnover: BTreeMap::new(),
            house_target_hours: None,
        }
    }
}
