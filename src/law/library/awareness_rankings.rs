//! Usual rankings of the moments of awareness, by name, so that each act need not repeat one.

use crate::base::error::LawError;
use crate::base::parse;
use crate::base::spans::Step;
use crate::base::words::Words;
use crate::rulebook::{AwarenessRule, Rulebook};
use serde::Deserialize;

const FILE: &str = "awareness.toml";
const TEXT: &str = include_str!("../data/awareness.toml");

/// The rankings of `awareness.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AwarenessRankings {
    preset: Vec<Ranking>,
    pub(crate) stand_in: StandInWords,
}

/// Why a moment stands for one that nobody recorded.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct StandInWords {
    /// The earliest moment of learning stands for the moment of awareness.
    pub earliest: Words,
    /// Since when the fact was known stands for the moment of awareness.
    pub known: Words,
    /// Since when the fact was known stands for the moment of a decision.
    pub decided: Words,
    /// The question for the begin of the incident.
    pub began: Words,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Ranking {
    id: String,
    rule: Vec<AwarenessRule>,
}

impl AwarenessRankings {
    /// The rankings in the binary.
    ///
    /// # Errors
    /// When the embedded file is not well formed, which a test excludes.
    pub(crate) fn embedded() -> Result<Self, LawError> {
        parse::read(FILE, TEXT)
    }

    /// Gives a rulebook the ranking it names.
    ///
    /// # Errors
    /// When it names none that exists, or has a ranking of its own besides.
    pub(crate) fn fill(&self, path: &str, text: &str, rulebook: &mut Rulebook) -> Result<(), LawError> {
        let Some(name) = &rulebook.awareness_as else { return Ok(()) };
        let at = [Step::Key("awareness_as")];
        let wrong = |problem: &str, hint: &str| Err(parse::wrong(path, text, &at, problem, hint));
        if !rulebook.awareness.is_empty() {
            return wrong(
                "there is a ranking of its own besides",
                "keep `awareness_as` or the [[awareness]] list, not both",
            );
        }
        let Some(preset) = self.preset.iter().find(|preset| preset.id == **name) else {
            let known: Vec<&str> = self.preset.iter().map(|preset| preset.id.as_str()).collect();
            return wrong("there is no such ranking", &format!("choose one of {}", known.join(", ")));
        };
        rulebook.awareness.clone_from(&preset.rule);
        Ok(())
    }
}
