//! Refuses a rulebook whose parts do not fit together: unknown facts, triggers, terms and duties, dates out of order,
//! ids that do not carry the rulebook's name. What TOML and the types already refuse is not repeated here.

use super::condition::Condition;
use super::error::LawError;
use super::parse;
use super::period::Period;
use super::calendar::Calendars;
use super::duty::{Duty, Starts};
use super::rulebook::{Dated, Rulebook};
use super::situation::DutyId;
use super::term::Effect;
use super::situation::{Basis, Trigger};
use super::vocabulary::{FactKind, TriggerKind, Vocabulary};
use std::collections::BTreeSet;

/// Checks one rulebook.
///
/// # Errors
/// With file, line, key and hint of the first thing that does not fit.
pub(super) fn check(file: &str, text: &str, book: &Rulebook, vocabulary: &Vocabulary, _calendars: &Calendars) -> Result<(), LawError> {
    let checking = Checking { file, text, book, vocabulary };
    checking.awareness()?;
    checking.terms()?;
    let mut seen = BTreeSet::new();
    for duty in &book.duty {
        if !seen.insert(&duty.id) {
            return Err(checking.wrong(duty.id.as_str(), "this duty is defined twice", "give each duty its own id"));
        }
        checking.duty(duty)?;
    }
    Ok(())
}

#[derive(Clone, Copy)]
struct Checking<'a> {
    file: &'a str,
    text: &'a str,
    book: &'a Rulebook,
    vocabulary: &'a Vocabulary,
}

impl Checking<'_> {
    fn wrong(self, name: &str, problem: &str, hint: &str) -> LawError {
        parse::at_name(self.file, self.text, name, problem.to_owned(), hint)
    }

    fn awareness(self) -> Result<(), LawError> {
        let named: BTreeSet<Basis> = self.book.awareness.iter().map(|rule| rule.basis).collect();
        if named.len() == Basis::ALL.len() && self.book.awareness.len() == Basis::ALL.len() {
            return Ok(());
        }
        Err(self.wrong("awareness", "expected each basis exactly once", "a rulebook ranks all six kinds of basis"))
    }

    fn terms(self) -> Result<(), LawError> {
        let mut seen = BTreeSet::new();
        for term in &self.book.term {
            if !seen.insert(&*term.id) {
                return Err(self.wrong(&term.id, "this term is defined twice", "give each term its own id"));
            }
            self.condition(&term.when)?;
            match &term.then {
                Some(Effect::Instead(period)) => self.period(period)?,
                Some(Effect::Excused(excuse)) => {
                    self.period(&excuse.within)?;
                    self.trigger(&excuse.ends, TriggerKind::Occurrence)?;
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn duty(self, duty: &Duty) -> Result<(), LawError> {
        let id = duty.id.as_str();
        if !id.starts_with(&format!("{}/", self.book.id)) {
            return Err(self.wrong(id, "the id does not begin with the rulebook's", "write it as `<rulebook>/<duty>`"));
        }
        match &duty.starts {
            Starts::Awareness(trigger) => self.trigger(trigger, TriggerKind::Awareness)?,
            Starts::Each(each) => self.trigger(&each.trigger, TriggerKind::Occurrence)?,
            _ => {}
        }
        self.dates(id, &duty.version)?;
        for version in &duty.version {
            self.references(&version.conditions, false)?;
            self.references(&version.grounds, false)?;
            self.references(&version.exceptions, true)?;
            version.within.as_ref().map_or(Ok(()), |period| self.period(period))?;
            if duty.watched && version.within.is_none() && version.deadline.is_none() && !version.repealed {
                return Err(self.wrong(
                    id,
                    "a watched duty needs `within`",
                    "add the period, or set `watched = false`",
                ));
            }
        }
        for fine in &duty.fine {
            self.dates(&fine.id, &fine.version)?;
            fine.when.as_ref().map_or(Ok(()), |condition| self.condition(condition))?;
        }
        Ok(())
    }

    fn dates<T: Dated>(self, name: &str, versions: &[T]) -> Result<(), LawError> {
        if versions.is_empty() {
            return Ok(());
        }
        let ascending = versions.is_sorted_by(|earlier, later| earlier.from() < later.from());
        let starts_inside = versions.first().is_some_and(|first| first.from() >= self.book.covers_from);
        if ascending && starts_inside {
            return Ok(());
        }
        Err(self.wrong(
            name,
            "expected versions oldest first, each from a later day, none before `covers_from`",
            "sort them",
        ))
    }

    fn references(self, ids: &[std::sync::Arc<str>], as_exception: bool) -> Result<(), LawError> {
        for id in ids {
            let Some(term) = self.book.term(id) else {
                return Err(self.wrong(id, "there is no such term", "define it as a [[term]] of this rulebook"));
            };
            if term.then.is_some() != as_exception {
                let problem = "exceptions have `then`, conditions and grounds have none";
                return Err(self.wrong(id, problem, "add or remove `then`, or use another term"));
            }
        }
        Ok(())
    }

    fn period(self, period: &Period) -> Result<(), LawError> {
        match period {
            Period::Until(trigger) => self.trigger(trigger, TriggerKind::Occurrence),
            _ => Ok(()),
        }
    }

    fn trigger(self, trigger: &Trigger, kind: TriggerKind) -> Result<(), LawError> {
        if self.vocabulary.trigger(trigger).is_some_and(|definition| definition.kind == kind) {
            return Ok(());
        }
        Err(self.wrong(
            trigger.as_str(),
            "there is no such trigger of this kind",
            "see the triggers in vocabulary.toml",
        ))
    }

    fn condition(self, condition: &Condition) -> Result<(), LawError> {
        let mut result = Ok(());
        condition.walk(&mut |part| {
            if result.is_ok() {
                result = self.part(part);
            }
        });
        result
    }

    fn part(self, part: &Condition) -> Result<(), LawError> {
        let (key, fits): (_, fn(&FactKind) -> bool) = match part {
            Condition::Is(key) | Condition::IsNot(key) => (key, |kind| matches!(kind, FactKind::YesNo)),
            Condition::AtLeast(threshold) => (&threshold.key, |kind| matches!(kind, FactKind::Count { .. })),
            Condition::OneOf(among) => {
                (&among.key, |kind| matches!(kind, FactKind::Choice { .. } | FactKind::Choices { .. }))
            }
            Condition::Happened(trigger) => return self.trigger(trigger, TriggerKind::Occurrence),
            _ => return Ok(()),
        };
        let Some(fact) = self.vocabulary.fact(key) else {
            return Err(self.wrong(key.as_str(), "there is no such fact", "see the facts in vocabulary.toml"));
        };
        if !fits(&fact.kind) {
            return Err(self.wrong(
                key.as_str(),
                "this fact is of another kind",
                "is: yes-no, at-least: count, one-of: choices",
            ));
        }
        match part {
            Condition::OneOf(among) => match among.choices.iter().find(|choice| fact.choice(choice).is_none()) {
                Some(choice) => {
                    Err(self.wrong(choice, "there is no such choice", "see the fact's choices in vocabulary.toml"))
                }
                None => Ok(()),
            },
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::error::LawError;
    use super::super::library::Library;

    const ACT: &str = include_str!("rulebooks/kr/network-act.toml");

    fn refused(from: &str, to: &str) -> LawError {
        assert!(ACT.contains(from), "the rulebook no longer has `{from}`");
        Library::of(&[("kr/network-act.toml", &ACT.replacen(from, to, 1))], &[]).unwrap_err()
    }

    #[test]
    fn a_condition_on_an_unknown_fact_is_refused_with_its_line() {
        let error = refused("is = \"intrusion\"", "is = \"intrusoin\"");
        assert_eq!((error.file.as_str(), error.key.as_str()), ("kr/network-act.toml", "intrusoin"));
        assert!(ACT.lines().nth(error.line - 1).is_some_and(|line| line.contains("is = \"intrusion\"")), "{error}");
    }

    #[test]
    fn a_condition_of_the_wrong_kind_is_refused() {
        let error = refused("is = \"intrusion\"", "is = \"cause\"");
        assert!(error.problem.contains("another kind"), "{error}");
    }

    #[test]
    fn versions_out_of_order_are_refused() {
        let error = refused("from = 2024-08-14", "from = 2022-12-11");
        assert!(error.problem.contains("oldest first"), "{error}");
    }

    #[test]
    fn an_exception_without_consequence_is_refused() {
        let error = refused("exceptions = [\"other-act\"]", "exceptions = [\"provider\"]");
        assert!(error.problem.contains("then"), "{error}");
    }

    #[test]
    fn a_misspelt_key_is_refused_with_its_line_and_what_was_expected() {
        let error = refused("governed_by", "governed_bye");
        assert_eq!(error.key, "governed_bye");
        assert!(error.problem.contains("governed_by") && error.hint.contains("closed"), "{error}");
    }

    #[test]
    fn a_text_without_one_of_the_languages_is_refused() {
        let error = refused("ko = \"정보통신망법\", ", "");
        assert!(error.line > 0 && error.problem.contains("`ko`") && error.hint.contains("en, ko and id"), "{error}");
    }

    #[test]
    fn a_day_that_does_not_exist_is_refused() {
        assert!(refused("from = 2024-08-14", "from = 2024-02-30").line > 0);
    }

    #[test]
    fn a_duty_that_names_a_missing_form_is_refused() {
        let error = Library::of(&[("kr/network-act.toml", ACT)], &[]).unwrap_err();
        assert_eq!(error.key, "kr.kisa-incident-report");
    }
}

/// Every duty that another names.
pub(super) fn duties_named(_book: &Rulebook, duty: &Duty) -> Vec<DutyId> {
    match &duty.starts {
        Starts::Each(each) => each.after.iter().map(|after| after.duty.clone()).collect(),
        Starts::Filing(after) => vec![after.duty.clone()],
        Starts::Due(after) => vec![after.duty.clone()],
        _ => Vec::new(),
    }
}
