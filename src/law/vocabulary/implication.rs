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

/// A place follows from a list of places: where nobody names it, and exactly one of the list is of a group, it is that one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnlyOf {
    /// The fact that follows, always a choice.
    pub to: FactKey,
    /// The list.
    pub from: FactKey,
    /// The choices of the group.
    pub among: Vec<String>,
}

impl OnlyOf {
    /// The one choice, where it is the only one.
    pub(crate) fn follows(&self, facts: &Facts) -> Option<Value> {
        let Some(Value::Choices(chosen)) = facts.get(&self.from) else { return None };
        if facts.get(&self.to).is_some() {
            return None;
        }
        let mut among = chosen.iter().filter(|choice| self.among.contains(choice));
        let (first, second) = (among.next()?, among.next());
        second.is_none().then(|| Value::Choice(first.clone()))
    }
}
