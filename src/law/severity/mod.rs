//! The severity of a personal data breach by ENISA's method: SE = DPC × EI + CB, in exact quarters.
//!
//! It is a yardstick, not a threshold of any act: Regulation 2016/679 does not mention it, and nothing here says whether
//! a breach must be notified. The scores are a person's judgement; this only does the sum, shows it and names the band.

mod scale;
#[cfg(test)]
mod tests;

pub use self::scale::{
    Availability, Band, Category, Circumstance, Confidentiality, Data, Identification, Integrity, Quarters, Score,
};

use crate::base::citation::Confidence;
use serde::{Deserialize, Serialize};

/// The method.
pub const METHOD: &str = "ENISA, working document v1.0, December 2013";
/// Where it is published.
pub const METHOD_URL: &str = "https://www.enisa.europa.eu/publications/dbn-severity";
/// How far its tables were checked: from a transcription, not from the document.
pub const METHOD_CONFIDENCE: Confidence = Confidence::Secondary;

/// More individuals than this raise a flag beside the score.
const MANY: u64 = 100;

/// What is known of a breach. Losses that did not occur are `None`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", default, deny_unknown_fields)]
pub struct Breach {
    /// Every category of data in it; the highest score counts.
    pub data: Vec<Data>,
    /// Every set of identifying data in it; the highest level counts.
    pub identification: Vec<Identification>,
    /// Loss of confidentiality.
    pub confidentiality: Option<Confidentiality>,
    /// Loss of integrity.
    pub integrity: Option<Integrity>,
    /// Loss of availability.
    pub availability: Option<Availability>,
    /// Whether it was done with malicious intent: 0.5.
    pub malicious: bool,
    /// How many individuals, as far as known.
    pub individuals: Option<u64>,
    /// Whether the data are unintelligible to whoever has them: encrypted or hashed, with the key safe.
    pub unintelligible: bool,
}

/// Why no severity can be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotScored {
    /// No category of data was scored.
    #[error("no category of data is scored: score each category in the breach from 1 to 4")]
    NoData,
    /// Nothing was said about identification.
    #[error("nothing is said about how easily people are identified: choose a level for the identifying data")]
    NoIdentification,
}

/// What the method notes beside the score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Flag {
    /// More than 100 individuals.
    ManyIndividuals,
    /// The number of individuals is not known.
    IndividualsUnknown,
    /// The data are unintelligible.
    Unintelligible,
}

/// One step of the sum, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SeverityStep {
    /// A category of data: its base and the score given.
    Data {
        /// The category.
        category: Category,
        /// Its base.
        base: Score,
        /// The score after weighing.
        score: Score,
    },
    /// The highest score of the data.
    Context(Score),
    /// The highest level of identification and its multiplier.
    Identification(Identification, Quarters),
    /// A circumstance and what it adds.
    Adds(Circumstance, Quarters),
    /// Context times identification, plus the circumstances.
    Sum {
        /// The highest score of the data.
        context: Score,
        /// The multiplier.
        identification: Quarters,
        /// The circumstances together.
        circumstances: Quarters,
        /// The severity.
        gives: Quarters,
    },
}

/// The severity of a breach.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Severity {
    /// 0.25 to 6.0.
    pub score: Quarters,
    /// The band of the score.
    pub band: Band,
    /// What stands beside the score.
    pub flags: Vec<Flag>,
    /// The sum, step by step.
    pub steps: Vec<SeverityStep>,
}

impl Severity {
    /// The severity of a breach.
    ///
    /// ```
    /// use dutyclock_law::severity::*;
    /// let breach = Breach {
    ///     data: vec![Data { category: Category::Financial, score: Score::Four }],
    ///     identification: vec![Identification::Maximum],
    ///     confidentiality: Some(Confidentiality::UnknownRecipients),
    ///     malicious: true,
    ///     ..Breach::default()
    /// };
    /// let severity = Severity::of(&breach)?;
    /// assert_eq!((severity.score.to_string().as_str(), severity.band), ("5.0", Band::VeryHigh));
    /// # Ok::<(), NotScored>(())
    /// ```
    ///
    /// # Errors
    /// When no data or no identification is scored: neither may be guessed.
    pub fn of(breach: &Breach) -> Result<Self, NotScored> {
        let context = breach.data.iter().map(|data| data.score).max().ok_or(NotScored::NoData)?;
        let identification = breach.identification.iter().copied().max().ok_or(NotScored::NoIdentification)?;
        let data = breach.data.iter().map(|data| SeverityStep::Data {
            category: data.category,
            base: data.category.base(),
            score: data.score,
        });
        let mut steps: Vec<SeverityStep> = data.collect();
        steps.push(SeverityStep::Context(context));
        steps.push(SeverityStep::Identification(identification, identification.value()));
        let circumstances = breach.circumstances();
        steps.extend(circumstances.iter().map(|element| SeverityStep::Adds(*element, element.adds())));
        let added = Quarters(circumstances.iter().map(|element| element.adds().0).sum());
        let score = Quarters(context.number() * identification.value().0 + added.0);
        steps.push(SeverityStep::Sum {
            context,
            identification: identification.value(),
            circumstances: added,
            gives: score,
        });
        Ok(Self { score, band: Band::of(score), flags: breach.flags(), steps })
    }
}

impl Breach {
    fn circumstances(&self) -> Vec<Circumstance> {
        let losses = [
            self.confidentiality.map(Circumstance::Confidentiality),
            self.integrity.map(Circumstance::Integrity),
            self.availability.map(Circumstance::Availability),
            self.malicious.then_some(Circumstance::Malicious),
        ];
        losses.into_iter().flatten().collect()
    }

    fn flags(&self) -> Vec<Flag> {
        let number = match self.individuals {
            Some(number) => (number > MANY).then_some(Flag::ManyIndividuals),
            None => Some(Flag::IndividualsUnknown),
        };
        number.into_iter().chain(self.unintelligible.then_some(Flag::Unintelligible)).collect()
    }
}
