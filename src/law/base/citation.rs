//! Where a rule is written and how sure we are of it. Nothing enters a rulebook without one of these.

use super::words::Words;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// How far a statement of law was checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// The article's text was read.
    Verified,
    /// Taken from a newsletter, the press, a ministry's release.
    Secondary,
    /// Our own arithmetic or reading of verified text.
    Analysis,
    /// From memory: shown as unverified.
    Recalled,
}

/// The place of a rule in the law.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The provision: "Network Act Art. 48-3(1)".
    pub cite: Words,
    /// A link to the act.
    pub url: String,
    /// A line of the text, in its own language.
    pub quote: Option<String>,
    /// When that text was published.
    pub published: Option<NaiveDate>,
    /// When we last checked it.
    pub verified_on: NaiveDate,
    /// How far.
    pub confidence: Confidence,
}

/// Which rulebook text gave an answer, so that a later edit never moves a past deadline silently.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleRef {
    /// The rulebook's id: `kr.network-act`.
    pub rulebook: Arc<str>,
    /// First day of the version that answered.
    pub version: NaiveDate,
    /// SHA-256 of the rulebook file, hex.
    pub hash: Arc<str>,
}

impl RuleRef {
    /// Whether the rulebook is an act of Korea.
    #[must_use]
    pub fn is_korean(&self) -> bool {
        self.rulebook.starts_with("kr.")
    }
}
