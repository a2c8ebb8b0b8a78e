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

pub(crate) use self::named::Named;

use crate::base::citation::Source;
use crate::base::error::LawError;
use crate::base::spans::{Spans, Step};
use crate::calendar::Calendars;
use crate::counting::Roll;
use crate::rulebook::Rulebook;
use crate::rulebook::condition::Condition;
use crate::rulebook::counting_rule::Counting;
use crate::rulebook::dated::Dated;
use crate::rulebook::deadline::Deadline;
use crate::rulebook::duty::Duty;
use crate::rulebook::fine::{Amount, Fine, PenaltyUnit};
use crate::rulebook::period::Period;
use crate::rulebook::starts::Starts;
use crate::rulebook::term::Term;
use crate::rulebook::version::{Guideline, Version};
use crate::rulebook::visit::{Gives, LooksAt, Takes, UsedAs, Visit};
use crate::rulebook::walk;
use crate::situation::fact::FactKey;
use crate::situation::{Basis, DutyId, Trigger};
use crate::vocabulary::{TriggerKind, Vocabulary};
use Step::{Item, Key};
use chrono::NaiveTime;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The middle of a day.
const NOON: NaiveTime = match NaiveTime::from_hms_opt(12, 0, 0) {
    Some(noon) => noon,
    None => NaiveTime::MIN,
};

/// Checks one rulebook.
///
/// # Errors
/// With file, line, key and hint of the first thing that does not fit.
pub(crate) fn check(
    file: &str,
    text: &str,
    book: &Rulebook,
    vocabulary: &Vocabulary,
    calendars: &Calendars,
) -> Result<(), LawError> {
    problems(file, text, book, vocabulary, calendars).into_iter().next().map_or(Ok(()), Err)
}

/// Everything that does not fit in one rulebook, from its first line to its last.
pub(crate) fn problems(
    file: &str,
    text: &str,
    book: &Rulebook,
    vocabulary: &Vocabulary,
    calendars: &Calendars,
) -> Vec<LawError> {
    let mut checking = Checking { book, vocabulary, calendars, way: Vec::new(), version: None, found: Vec::new() };
    walk::rulebook(&mut checking, book);
    if checking.found.is_empty() {
        return Vec::new();
    }
    let spans = Spans::of(text);
    let located = |Problem { way, problem, hint }| {
        let place = spans.find(&way);
        LawError::at((file, text), place.span, place.key, problem, hint)
    };
    let mut problems: Vec<LawError> = checking.found.into_iter().map(located).collect();
    problems.sort_by_key(|error| (error.line, error.column));
    problems
}

struct Problem {
    way: Vec<Step>,
    problem: String,
    hint: String,
}

struct Checking<'a> {
    book: &'a Rulebook,
    vocabulary: &'a Vocabulary,
    calendars: &'a Calendars,
    /// Where the walk is.
    way: Vec<Step>,
    /// The version of a duty in which it is, if it is in one.
    version: Option<&'a Version>,
    found: Vec<Problem>,
}

impl<'a> Visit<'a> for Checking<'a> {
    fn enter(&mut self, step: Step) {
        self.way.push(step);
    }

    fn leave(&mut self) {
        self.way.pop();
    }

    fn rulebook(&mut self, book: &'a Rulebook) {
        self.head(book);
        self.each_its_own("unit", "id", book.unit.iter().map(|unit| &unit.id), "this unit is defined twice");
        self.each_its_own("term", "id", book.term.iter().map(|term| &term.id), "this term is defined twice");
        self.each_its_own("duty", "id", book.duty.iter().map(|duty| &duty.id), "this duty is defined twice");
    }

    fn unit(&mut self, unit: &'a PenaltyUnit) {
        self.name(&unit.id);
        if unit.value.is_empty() {
            self.wrong(&[Key("id")], "this unit has no value", "add one, with the day from which it holds");
        }
        self.ascending("value", &unit.value, "expected values, oldest first", "sort them");
    }

    fn term(&mut self, term: &'a Term) {
        self.version = None;
        self.check_term(term);
    }

    fn duty(&mut self, duty: &'a Duty) {
        self.version = None;
        self.check_duty(duty);
    }

    fn starts(&mut self, starts: &'a Starts) {
        if matches!(starts, Starts::Awareness(of) if of.is_empty()) {
            self.wrong(&[Key("awareness")], "aware of nothing", "name at least one kind of awareness");
        }
    }

    fn version(&mut self, version: &'a Version) {
        self.version = Some(version);
    }

    fn guideline(&mut self, guideline: &'a Guideline) {
        if guideline.within.is_some() && guideline.deadline.is_some() {
            let problem = "a guideline has `within` or `deadline`, not both";
            self.wrong(&[Step::Name("deadline")], problem, "keep the one that it needs");
        }
    }

    fn counting(&mut self, counting: &'a Counting) {
        let noon = counting.roll == Roll::NoonOfNextOpenDay;
        if noon && counting.until_hour.as_ref().is_some_and(|until| until.at < NOON) {
            let problem = "the recipient's day ends before the noon to which a last day goes";
            self.wrong(&[Key("until_hour"), Key("at")], problem, "correct the hour, or the `roll`");
        }
        if counting.calendar.is_none() && counting.roll != Roll::None {
            let problem = "a last day that moves needs a calendar";
            self.wrong(&[Key("roll")], problem, "add `calendar`, or remove `roll`");
        }
    }

    fn fine(&mut self, fine: &'a Fine) {
        self.check_fine(fine);
    }

    fn condition(&mut self, condition: &'a Condition) {
        self.check_condition(condition);
    }

    fn deadline(&mut self, deadline: &'a Deadline) {
        let (key, empty) = match deadline {
            Deadline::Earliest(limbs) => ("earliest", limbs.is_empty()),
            Deadline::Latest(limbs) => ("latest", limbs.is_empty()),
            Deadline::After(_) | Deadline::Between(_) | Deadline::Switch(_) => return,
        };
        if empty {
            self.wrong(&[Key(key)], "`earliest` or `latest` of nothing", "name at least one deadline");
        }
    }

    fn period(&mut self, period: &'a Period, gives: Gives) {
        self.check_period(period, gives);
    }

    fn amount(&mut self, amount: &'a Amount) {
        self.check_amount(amount);
    }

    fn source(&mut self, source: &'a Arc<Source>) {
        let one_line = |text: &String| !text.trim().is_empty() && !text.contains('\n');
        if source.quote.as_ref().is_some_and(|quote| !one_line(quote)) {
            self.wrong(&[Key("quote")], "expected one line of the text", "quote one line, or leave `quote` away");
        }
        if source.cite.en.trim().is_empty() {
            self.wrong(&[Key("cite"), Key("en")], "the provision is empty", "name the article");
        }
    }

    fn fact(&mut self, key: &'a FactKey, takes: Takes) {
        self.check_fact(key, takes);
    }

    fn choice(&mut self, key: &'a FactKey, choice: &'a Arc<str>) {
        self.check_choice(key, choice, &[]);
    }

    fn choices(&mut self, key: &'a FactKey, choices: &'a Arc<BTreeSet<String>>) {
        if choices.is_empty() {
            self.wrong(&[], "no choice is named", "name at least one");
        }
        for choice in choices.iter() {
            self.check_choice(key, choice, &[Step::Saying(choice.clone())]);
        }
    }

    fn trigger(&mut self, trigger: &'a Trigger, kind: TriggerKind) {
        match self.vocabulary.trigger(trigger) {
            Some(definition) if definition.kind == kind => {}
            Some(_) => {
                let hint = "awareness and [[case.candidate]] go together, everything else is an occurrence";
                self.wrong(&[], "this trigger is of the other kind", hint);
            }
            None => {
                let hint = "`dutyclock schema case` lists the triggers; one of your own goes into `vocabulary`";
                self.wrong(&[], "there is no such trigger", hint);
            }
        }
    }

    fn duty_id(&mut self, _: &'a DutyId, _: LooksAt) {
        // Whether the duties exist is seen where all rulebooks are together.
    }

    fn term_id(&mut self, id: &'a Arc<str>, used: UsedAs) {
        match self.book.term(id) {
            None => self.wrong(&[], "there is no such term", "define it as a [[term]] of this rulebook"),
            Some(term) if term.then.is_some() != (used == UsedAs::Exception) => {
                let problem = "exceptions have `then`; conditions, grounds and scope have none";
                self.wrong(&[], problem, "add or remove `then`, or use another term");
            }
            Some(_) => {}
        }
    }

    fn unit_id(&mut self, id: &'a String) {
        if !self.book.unit.iter().any(|unit| unit.id == *id) {
            self.wrong(&[], "there is no such unit", "define it as a [[unit]] of this rulebook");
        }
    }

    fn calendar_id(&mut self, id: &'a String) {
        if self.calendars.get(id).is_none() {
            let known: Vec<&str> = self.calendars.iter().map(|calendar| calendar.id.as_str()).collect();
            self.wrong(&[], "there is no such calendar", &format!("one of: {}", known.join(", ")));
        }
    }

    fn sum(&mut self, sum: &'a i64) {
        if *sum <= 0 {
            let hint = "write it in whole units of the rulebook's currency";
            self.wrong(&[], "expected a sum above zero", hint);
        }
    }

    fn share(&mut self, per_ten_thousand: &'a u32) {
        if !(1..=10_000).contains(per_ten_thousand) {
            self.wrong(&[], "expected 1 to 10000", "2 % is 200, 10 % is 1000");
        }
    }

    fn number(&mut self, number: &'a u32) {
        if *number == 0 {
            self.wrong(&[], "expected a number above zero", "correct the number");
        }
    }
}

impl Checking<'_> {
    /// Notes a problem, at a place that is so many steps from where the walk is.
    fn wrong(&mut self, further: &[Step], problem: &str, hint: &str) {
        let way = [&*self.way, further].concat();
        self.found.push(Problem { way, problem: problem.to_owned(), hint: hint.to_owned() });
    }

    fn head(&mut self, book: &Rulebook) {
        if book.zone.is_some() && book.zone_by.is_some() {
            let hint = "keep `zone` where the act has one clock, `zone_by` where the place decides";
            self.wrong(&[Step::Name("zone_by")], "`zone` and `zone_by` both", hint);
        }
        if book.country.len() != 2 || !book.country.bytes().all(|letter| letter.is_ascii_uppercase()) {
            self.wrong(&[Key("country")], "expected two capital letters", "ISO 3166-1 alpha-2, or EU");
        }
        let named: BTreeSet<Basis> = book.awareness.iter().map(|rule| rule.basis).collect();
        let needed = book.duty.iter().any(|duty| matches!(duty.starts, Starts::Awareness(_))) || !named.is_empty();
        if needed && (named.len() != Basis::ALL.len() || book.awareness.len() != Basis::ALL.len()) {
            let hint =
                "name a ranking, `awareness_as = \"certainty\"`, or rank all six kinds of basis under [[awareness]]";
            self.wrong(&[Key("awareness")], "expected each basis exactly once", hint);
        }
    }

    /// Refuses the second of two that have one name.
    fn each_its_own<T: Ord>(
        &mut self,
        list: &'static str,
        key: &'static str,
        names: impl Iterator<Item = T>,
        problem: &str,
    ) {
        let mut seen = BTreeSet::new();
        for (at, name) in names.enumerate() {
            if !seen.insert(name) {
                self.wrong(&[Key(list), Item(at), Key(key)], problem, "give each its own id");
            }
        }
    }

    /// Refuses the first that does not begin later than the one before it.
    fn ascending<T: Dated>(&mut self, list: &'static str, dated: &[T], problem: &str, hint: &str) {
        let later = dated.iter().zip(dated.iter().skip(1)).position(|(earlier, later)| earlier.from() >= later.from());
        if let Some(at) = later {
            self.wrong(&[Key(list), Item(at + 1), Key("from")], problem, hint);
        }
    }

    /// Versions: each from a later day, none from before what was read.
    fn dates<T: Dated>(&mut self, versions: &[T]) {
        let problem = "expected versions oldest first, each from a later day, none before `covers_from`";
        let hint = "sort them, or set `covers_from` to the first day that was read";
        self.ascending("version", versions, problem, hint);
        if versions.first().is_some_and(|first| first.from() < self.book.covers_from) {
            self.wrong(&[Key("version"), Item(0), Key("from")], problem, hint);
        }
    }

    /// The id of what is walked: small letters, digits and single hyphens.
    fn name(&mut self, id: &str) {
        let letters = id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        let parts = id.split('-').all(|part| !part.is_empty());
        if !letters || !parts {
            self.wrong(&[Key("id")], "expected small letters, digits and single hyphens", "as in `public-notice`");
        }
    }
}
