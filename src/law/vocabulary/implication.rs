//! Which answer follows from which other, as the vocabulary says it.

use crate::situation::fact::{FactKey, Facts, Value};

/// One answer gives another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Implication {
    /// The fact that was answered.
    pub from: FactKey,
    /// Its answer; a choice among several is enough.
    pub answer: AnswerPattern,
    /// The fact that follows, always of yes or no.
    pub to: FactKey,
    /// Its answer.
    pub gives: bool,
}

/// What an answer must be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AnswerPattern {
    /// Yes or no.
    Is(bool),
    /// This choice, or this one among others.
    Chosen(String),
    /// Any choice at all.
    Any,
}

impl AnswerPattern {
    /// A choice as the vocabulary names it; `*` is any.
    pub(super) fn of(id: &str) -> Self {
        if id == "*" { Self::Any } else { Self::Chosen(id.to_owned()) }
    }
}

impl Implication {
    /// Whether the facts hold the answer that gives the other.
    pub(crate) fn holds(&self, facts: &Facts) -> bool {
        match (&self.answer, facts.get(&self.from)) {
            (AnswerPattern::Is(wanted), Some(Value::YesNo(answer))) => wanted == answer,
            (AnswerPattern::Chosen(wanted), Some(Value::Choice(choice))) => wanted == choice,
            (AnswerPattern::Chosen(wanted), Some(Value::Choices(chosen))) => chosen.contains(wanted),
            (AnswerPattern::Any, Some(Value::Choice(_))) => true,
            (AnswerPattern::Any, Some(Value::Choices(chosen))) => !chosen.is_empty(),
            _ => false,
        }
    }
}
