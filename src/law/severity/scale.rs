//! The scales of the method: what may be answered, and what each answer is worth in quarters.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A number in quarters: 20 is 5.0. Shown as a decimal with one or two places.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Quarters(pub u8);

impl fmt::Display for Quarters {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fraction = ["0", "25", "5", "75"].into_iter().nth(usize::from(self.0 % 4)).unwrap_or("0");
        write!(f, "{}.{fraction}", self.0 / 4)
    }
}

/// A category of data. Credentials count as the category that they open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Category {
    /// Name, contact, education, family, profession.
    Simple,
    /// Location, traffic, habits.
    Behavioural,
    /// Income, transactions, cards, invoices, social welfare.
    Financial,
    /// Health, politics, sex life and the like.
    Sensitive,
}

impl Category {
    /// The score before the circumstances of the data are weighed.
    #[must_use]
    pub const fn base(self) -> Score {
        match self {
            Self::Simple => Score::One,
            Self::Behavioural => Score::Two,
            Self::Financial => Score::Three,
            Self::Sensitive => Score::Four,
        }
    }
}

/// A score of the data processing context: whole steps from 1 to 4. Every category may be weighed to any of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Score {
    /// 1.
    One,
    /// 2.
    Two,
    /// 3.
    Three,
    /// 4.
    Four,
}

impl Score {
    /// The score as a number, 1 to 4.
    #[must_use]
    pub const fn number(self) -> u8 {
        match self {
            Self::One => 1,
            Self::Two => 2,
            Self::Three => 3,
            Self::Four => 4,
        }
    }
}

/// One category of data in the breach and the score it was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Data {
    /// The category.
    pub category: Category,
    /// Its score after weighing; a score other than the category's base needs a reason in writing.
    pub score: Score,
}

/// How easily a set of data identifies a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Identification {
    /// 0.25: extremely difficult, possible under certain conditions.
    Negligible,
    /// 0.5: possible with additional data.
    Limited,
    /// 0.75: possible indirectly, with special searching.
    Significant,
    /// 1: directly.
    Maximum,
}

impl Identification {
    /// The multiplier.
    #[must_use]
    pub const fn value(self) -> Quarters {
        Quarters(match self {
            Self::Negligible => 1,
            Self::Limited => 2,
            Self::Significant => 3,
            Self::Maximum => 4,
        })
    }
}

/// Loss of confidentiality.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confidentiality {
    /// 0: exposed, without evidence of illegal processing.
    Exposed,
    /// 0.25: disclosed to a number of known recipients.
    KnownRecipients,
    /// 0.5: disclosed to an unknown number of recipients, or published.
    UnknownRecipients,
}

/// Loss of integrity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Integrity {
    /// 0: altered, without incorrect or illegal use.
    Altered,
    /// 0.25: possibly used incorrectly or illegally, recoverable.
    Recoverable,
    /// 0.5: the same, not recoverable.
    NotRecoverable,
}

/// Loss of availability.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Availability {
    /// 0: recovered without difficulty.
    Recovered,
    /// 0.25: unavailable for a time.
    Temporary,
    /// 0.5: lost for good.
    Full,
}

/// One element of the circumstances.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Circumstance {
    /// Loss of confidentiality.
    Confidentiality(Confidentiality),
    /// Loss of integrity.
    Integrity(Integrity),
    /// Loss of availability.
    Availability(Availability),
    /// Malicious intent.
    Malicious,
}

impl Circumstance {
    /// What it adds.
    #[must_use]
    pub const fn adds(self) -> Quarters {
        Quarters(match self {
            Self::Confidentiality(Confidentiality::Exposed)
            | Self::Integrity(Integrity::Altered)
            | Self::Availability(Availability::Recovered) => 0,
            Self::Confidentiality(Confidentiality::KnownRecipients)
            | Self::Integrity(Integrity::Recoverable)
            | Self::Availability(Availability::Temporary) => 1,
            Self::Confidentiality(Confidentiality::UnknownRecipients)
            | Self::Integrity(Integrity::NotRecoverable)
            | Self::Availability(Availability::Full)
            | Self::Malicious => 2,
        })
    }
}

/// The bands of the method.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Band {
    /// Below 2: no effect, or a few inconveniences.
    Low,
    /// From 2: significant inconveniences, overcome with a few difficulties.
    Medium,
    /// From 3: significant consequences, overcome with serious difficulties.
    High,
    /// From 4: significant or irreversible consequences that may not be overcome.
    VeryHigh,
}

impl Band {
    /// The band of a severity.
    #[must_use]
    pub const fn of(severity: Quarters) -> Self {
        match severity.0 {
            0..8 => Self::Low,
            8..12 => Self::Medium,
            12..16 => Self::High,
            _ => Self::VeryHigh,
        }
    }
}
