//! What a breach may cost, in words: ceilings and floors, how they are reckoned, imprisonment, and whether it is
//! threatened. Always "up to", because the law gives ceilings; sums seen in practice are somebody else's sentence.

use crate::law::base::truth::Truth;
use crate::law::library::Library;
use crate::law::rulebook::Rulebook;
use crate::law::rulebook::fine::FineVersion;
use crate::law::situation::fact::FactKey;
use crate::law::verdict::exposure::{AmountRange, Exposure, How};
use crate::locales::Text;

impl Text {
    /// Whether a sanction is threatened now.
    #[must_use]
    pub fn threat(&self, exposure: &Exposure) -> String {
        match exposure.threatened {
            Truth::Unknown if exposure.depends_on_performance => self.exposure_depends(),
            Truth::Yes => self.exposure_threatened(),
            Truth::Unknown => self.exposure_perhaps(),
            Truth::No => self.exposure_not_yet(),
        }
    }
}

/// Puts penalties into the words of one language.
#[derive(Debug, Clone, Copy)]
pub struct Penalty<'a> {
    /// The reader's language.
    pub t: Text,
    /// The law, for the names of facts.
    pub library: &'a Library,
}

impl Penalty<'_> {
    /// The penalty threatened in one incident, on one line.
    #[must_use]
    pub fn threatened(self, exposure: &Exposure) -> String {
        let sum = self.between(exposure.least.as_ref(), exposure.most.as_ref(), exposure.floor_of_maximum);
        self.joined(self.prison(exposure.prison_months), sum.or_else(|| self.unread(exposure.amounts_not_read)))
    }

    /// The penalty that a version of a rule threatens, whoever is concerned.
    #[must_use]
    pub fn of_version(self, rulebook: &Rulebook, version: &FineVersion) -> String {
        let (least, most) = rulebook.formulas(version);
        let sum = match &most {
            // Nobody is late yet: told as the law words it, not as the nothing that no days come to.
            Some(most) if grows(most) && !version.floor_of_maximum => Some(self.t.amount_up_to(self.formula(most))),
            most => self.between(least.as_ref(), most.as_ref(), version.floor_of_maximum),
        };
        self.joined(self.prison(version.prison_months), sum.or_else(|| self.unread(version.amounts_not_read)))
    }

    /// How an amount comes about, line by line: each part that is worked out, and what it gives.
    #[must_use]
    pub fn lines(self, reckoned: &AmountRange) -> Vec<String> {
        let worked_out = reckoned.high.filter(|_| !matches!(reckoned.how, How::Sum | How::Units { .. }));
        let own = worked_out.map(|sum| self.t.amount_gives(self.formula(reckoned), self.t.money(sum)));
        let parts = reckoned.parts.iter().flat_map(|part| self.lines(part));
        own.into_iter().chain(parts).collect()
    }

    fn unread(self, amounts_not_read: bool) -> Option<String> {
        amounts_not_read.then(|| self.t.amount_not_read())
    }

    fn joined(self, prison: Option<String>, sum: Option<String>) -> String {
        match (prison, sum) {
            (Some(prison), Some(sum)) => self.t.exposure_either(prison, sum),
            (Some(one), None) | (None, Some(one)) => one,
            (None, None) => self.t.amount_no_ceiling(),
        }
    }

    fn between(
        self,
        least: Option<&AmountRange>,
        most: Option<&AmountRange>,
        floor_of_maximum: bool,
    ) -> Option<String> {
        let most = most?;
        if floor_of_maximum {
            return Some(self.t.amount_floor_of_maximum(self.formula(most)));
        }
        let range = least.and_then(|least| Some((least.low?, most.high?)));
        Some(match (range, most.high) {
            (Some((low, high)), _) => self.t.amount_range(self.t.money(low), self.t.money(high)),
            (None, Some(high)) => self.t.amount_up_to(self.t.money(high)),
            (None, None) => self.t.amount_up_to(self.formula(most)),
        })
    }

    /// Longest imprisonment: in years where they are whole.
    fn prison(self, months: Option<u32>) -> Option<String> {
        let months = months?;
        let years = months.is_multiple_of(12);
        Some(if years { self.t.paper_prison_years(months / 12) } else { self.t.paper_prison_months(months) })
    }

    /// An amount as the law words it, with what is known put in.
    #[must_use]
    pub fn formula(self, reckoned: &AmountRange) -> String {
        let t = self.t;
        let parts = || reckoned.parts.iter().map(|part| self.formula(part)).collect::<Vec<_>>().join("; ");
        let part = || reckoned.parts.first().map(|part| self.formula(part)).unwrap_or_default();
        match &reckoned.how {
            How::Sum => reckoned.high.or(reckoned.low).map(|sum| t.money(sum)).unwrap_or_default(),
            How::ShareOfTurnover { per_ten_thousand, year, of: Some(of), .. } => {
                t.amount_share_of(t.share(*per_ten_thousand), t.money(*of), year.to_string())
            }
            How::ShareOfTurnover { per_ten_thousand, or_three_year_average: true, .. } => {
                t.amount_share_larger(t.share(*per_ten_thousand))
            }
            How::ShareOfTurnover { per_ten_thousand, .. } => t.amount_share(t.share(*per_ten_thousand)),
            How::ShareOfFact { per_ten_thousand, key, .. } => {
                t.amount_share_fact(t.share(*per_ten_thousand), self.fact(key))
            }
            How::ShareOrSum => t.amount_share_or_sum(parts()),
            How::HigherOf => t.amount_higher(parts()),
            How::LowerOf => t.amount_lower(parts()),
            How::Plus => t.amount_plus(parts()),
            How::Chosen { holds: Truth::Unknown } => t.amount_either(parts()),
            How::Chosen { .. } => part(),
            How::Times { factor } => t.amount_times(factor.to_string(), part()),
            How::Per { key, .. } => t.amount_per(part(), self.fact(key)),
            How::PerDay { at_most_days: Some(days), .. } => t.amount_per_day_most(part(), days.to_string()),
            How::PerDay { at_most_days: None, .. } => t.amount_per_day(part()),
            How::Units { number, value, .. } => {
                let value = value.map_or_else(|| t.not_known_yet(), |value| t.money(value));
                t.amount_units(*number, value)
            }
            How::Stairs { .. } => t.amount_stairs(),
            How::DailyShare { per_ten_thousand, .. } => t.amount_daily_share(t.share(*per_ten_thousand)),
        }
    }

    fn fact(self, key: &FactKey) -> String {
        let known = self.library.vocabulary().fact(key);
        known.map_or_else(|| key.to_string(), |fact| fact.title.get(self.t.lang()).to_owned())
    }
}

/// Whether an amount grows with the days late.
fn grows(reckoned: &AmountRange) -> bool {
    matches!(reckoned.how, How::PerDay { .. } | How::Stairs { .. } | How::DailyShare { .. })
        || reckoned.parts.iter().any(grows)
}
