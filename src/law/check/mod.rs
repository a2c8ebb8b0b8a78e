//! Refuses a rulebook whose parts do not fit together: unknown facts, triggers, terms, calendars and units, dates out of
//! order, numbers that cannot be meant, ids that do not carry the rulebook's name. What TOML and the types already refuse
//! is not repeated here; links between files are the library's business, circles that of `order`.

mod amount;
mod condition;
mod duty;
mod named;
mod term;
#[cfg(test)]
mod tests;

pub(super) use named::duties_named;

use super::calendar::Calendars;
use super::citation::Source;
use super::counting::Roll;
use super::counting_rule::{CalendarOf, Counting};
use super::dated::Dated;
use super::error::LawError;
use super::fact::FactKey;
use super::parse;
use super::rulebook::Rulebook;
use super::situation::{Basis, Trigger};
use super::starts::Starts;
use super::vocabulary::{FactDefinition, FactKind, TriggerKind, Vocabulary};
use std::collections::BTreeSet;

/// Checks one rulebook.
///
/// # Errors
/// With file, line, key and hint of the first thing that does not fit.
pub(super) fn check(
    file: &str,
    text: &str,
    book: &Rulebook,
    vocabulary: &Vocabulary,
    calendars: &Calendars,
) -> Result<(), LawError> {
    problems(file, text, book, vocabulary, calendars).into_iter().next().map_or(Ok(()), Err)
}

/// Everything that does not fit in one rulebook.
pub(super) fn problems(
    file: &str,
    text: &str,
    book: &Rulebook,
    vocabulary: &Vocabulary,
    calendars: &Calendars,
) -> Vec<LawError> {
    let mut checking = Checking { file, text, book, vocabulary, calendars, inside: None, found: Vec::new() };
    checking.head();
    checking.units();
    checking.terms();
    let mut seen = BTreeSet::new();
    for duty in &book.duty {
        checking.inside = Some(duty.id.as_str());
        if !seen.insert(&duty.id) {
            checking.wrong(duty.id.as_str(), "this duty is defined twice", "give each duty its own id");
        }
        checking.duty(duty);
    }
    checking.found
}

struct Checking<'a> {
    file: &'a str,
    text: &'a str,
    book: &'a Rulebook,
    vocabulary: &'a Vocabulary,
    calendars: &'a Calendars,
    /// The id of the term or duty that is being looked at, to find the line.
    inside: Option<&'a str>,
    found: Vec<LawError>,
}

impl<'a> Checking<'a> {
    /// Notes a problem, at the first line that has the name from where the term or duty in question begins.
    fn wrong(&mut self, name: &str, problem: &str, hint: &str) {
        let mut error = parse::at_name(self.file, self.text, name, problem.to_owned(), hint);
        let begins = self.inside.and_then(|id| {
            let (id, spaced) = (format!("id = \"{id}\""), format!("id=\"{id}\""));
            self.text.lines().position(|line| line.contains(&id) || line.contains(&spaced))
        });
        if let Some(begins) = begins {
            let rest = || self.text.lines().enumerate().skip(begins);
            let quoted = format!("\"{name}\"");
            let found = rest()
                .find(|(_, line)| line.contains(&quoted))
                .or_else(|| rest().find(|(_, line)| line.contains(name)));
            error.line = found.map_or(begins, |(at, _)| at) + 1;
        }
        self.found.push(error);
    }

    fn head(&mut self) {
        let book = self.book;
        if book.country.len() != 2 || !book.country.bytes().all(|letter| letter.is_ascii_uppercase()) {
            self.wrong("country", "expected two capital letters", "ISO 3166-1 alpha-2, or EU");
        }
        let named: BTreeSet<Basis> = book.awareness.iter().map(|rule| rule.basis).collect();
        let needed = book.duty.iter().any(|duty| matches!(duty.starts, Starts::Awareness(_))) || !named.is_empty();
        if needed && (named.len() != Basis::ALL.len() || book.awareness.len() != Basis::ALL.len()) {
            let hint =
                "name a ranking, `awareness_as = \"certainty\"`, or rank all six kinds of basis under [[awareness]]";
            self.wrong("awareness", "expected each basis exactly once", hint);
        }
        self.source(&book.source);
        self.references(&book.scope, false);
        if let Some(counting) = &book.counting {
            self.counting(counting);
        }
    }

    fn units(&mut self) {
        let mut seen = BTreeSet::new();
        for unit in &self.book.unit {
            self.name(&unit.id);
            if !seen.insert(&unit.id) {
                self.wrong(&unit.id, "this unit is defined twice", "give each unit its own id");
            }
            if unit.value.is_empty() || !unit.value.is_sorted_by(|earlier, later| earlier.from < later.from) {
                self.wrong(&unit.id, "expected values, oldest first", "add them, or sort them");
            }
            for value in &unit.value {
                if value.sum <= 0 {
                    self.wrong(&unit.id, "expected a sum above zero", "write the value in whole units of the currency");
                }
                self.source(&value.source);
            }
        }
    }

    fn counting(&mut self, counting: &'a Counting) {
        match &counting.calendar {
            Some(CalendarOf::Named(id)) if self.calendars.get(id).is_none() => {
                let known: Vec<&str> = self.calendars.iter().map(|calendar| calendar.id.as_str()).collect();
                self.wrong(id, "there is no such calendar", &format!("one of: {}", known.join(", ")));
            }
            Some(CalendarOf::By(by)) => {
                if let Some(fact) = self.fact(&by.by)
                    && !matches!(fact.kind, FactKind::Choice { .. })
                {
                    self.wrong(
                        by.by.as_str(),
                        "this fact is no choice of one",
                        "name a fact whose answers are countries",
                    );
                }
            }
            None if counting.roll != Roll::None => {
                self.wrong("roll", "a last day that moves needs a calendar", "add `calendar`, or remove `roll`");
            }
            _ => {}
        }
        self.references(counting.roll_when.as_slice(), false);
        self.source(&counting.source);
    }

    fn source(&mut self, source: &Source) {
        let one_line = |text: &String| !text.trim().is_empty() && !text.contains('\n');
        if let Some(quote) = source.quote.as_ref().filter(|quote| !one_line(quote)) {
            let first = quote.lines().find(|line| !line.trim().is_empty()).unwrap_or("quote").to_owned();
            self.wrong(&first, "expected one line of the text", "quote one line, or leave `quote` away");
        }
        if source.cite.en.trim().is_empty() {
            self.wrong("cite", "the provision is empty", "name the article");
        }
    }

    /// Terms by name: exceptions have a consequence, all others have none.
    fn references(&mut self, ids: &[std::sync::Arc<str>], as_exception: bool) {
        for id in ids {
            match self.book.term(id) {
                None => self.wrong(id, "there is no such term", "define it as a [[term]] of this rulebook"),
                Some(term) if term.then.is_some() != as_exception => {
                    let problem = "exceptions have `then`; conditions, grounds and scope have none";
                    self.wrong(id, problem, "add or remove `then`, or use another term");
                }
                Some(_) => {}
            }
        }
    }

    fn dates<T: Dated>(&mut self, name: &str, versions: &[T]) {
        let ascending = versions.is_sorted_by(|earlier, later| earlier.from() < later.from());
        let starts_inside = versions.first().is_none_or(|first| first.from() >= self.book.covers_from);
        if !ascending || !starts_inside {
            let problem = "expected versions oldest first, each from a later day, none before `covers_from`";
            self.wrong(name, problem, "sort them, or set `covers_from` to the first day that was read");
        }
    }

    fn trigger(&mut self, trigger: &Trigger, kind: TriggerKind) {
        match self.vocabulary.trigger(trigger) {
            Some(definition) if definition.kind == kind => {}
            Some(_) => {
                let hint = "awareness and [[case.candidate]] go together, everything else is an occurrence";
                self.wrong(trigger.as_str(), "this trigger is of the other kind", hint);
            }
            None => self.wrong(
                trigger.as_str(),
                "there is no such trigger",
                "add it under src/law/vocabulary, or correct the spelling",
            ),
        }
    }

    fn fact(&mut self, key: &FactKey) -> Option<&'a FactDefinition> {
        let found = self.vocabulary.fact(key);
        if found.is_none() {
            self.wrong(
                key.as_str(),
                "there is no such fact",
                "add it under src/law/vocabulary, or correct the spelling",
            );
        }
        found
    }

    /// Small letters, digits and single hyphens, beginning with a letter.
    fn name(&mut self, id: &str) {
        let letters = id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        let parts = id.split('-').all(|part| !part.is_empty());
        if !letters || !parts {
            self.wrong(id, "expected small letters, digits and single hyphens", "as in `public-notice`");
        }
    }
}
