//! In which order duties are asked, so that whatever a duty looks at has been answered before it. Circles are refused.

use super::check::Named;
use crate::base::error::LawError;
use crate::base::parse;
use crate::base::spans::Step;
use crate::rulebook::Rulebook;
use crate::rulebook::duty::Duty;
use crate::rulebook::recipient::Recipient;
use crate::situation::DutyId;
use std::collections::{BTreeMap, BTreeSet};

/// One duty by the place of its rulebook and its own place within.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    /// The rulebook's place in the library.
    pub rulebook: usize,
    /// The duty's place in the rulebook.
    pub duty: usize,
    /// Its place among all duties of the library, as written.
    pub rank: usize,
    /// It asks, itself or through another, whether others ask for notice.
    pub after_notice: bool,
    /// Some duty names it and looks at its answer.
    pub named: bool,
    /// Some duty asks whether anybody owes its kind of notice.
    pub wanted: bool,
}

/// The order for all duties of a library: as written, except where one looks at another.
///
/// # Errors
/// When duties look at one another in a circle.
pub(crate) fn order(rulebooks: &[Rulebook]) -> Result<Vec<Place>, LawError> {
    let duties: Vec<(usize, usize, &Duty)> = rulebooks
        .iter()
        .enumerate()
        .flat_map(|(at, book)| book.duty.iter().enumerate().map(move |(index, duty)| (at, index, duty)))
        .collect();
    let looks: Vec<Named<'_>> =
        duties.iter().filter_map(|(at, _, duty)| Some(Named::by(rulebooks.get(*at)?, duty))).collect();
    let index: BTreeMap<&DutyId, usize> =
        duties.iter().enumerate().map(|(place, (_, _, duty))| (&duty.id, place)).collect();
    let after_notice = after_notice(&looks, &index);
    let wanted: BTreeSet<Recipient> = looks.iter().flat_map(|looks| looks.notice.iter().copied()).collect();
    let before: Vec<BTreeSet<usize>> = looks
        .iter()
        .enumerate()
        .map(|(place, looks)| {
            let direct = looks.answers.iter().filter_map(|id| index.get(*id).copied());
            let own = duties.get(place).map(|(book, _, _)| *book);
            let asked = duties.iter().enumerate().filter(|(other, (book, _, duty))| {
                looks.notice.contains(&duty.to) && Some(*book) != own && !after_notice.contains(other)
            });
            direct.chain(asked.map(|(other, _)| other)).collect()
        })
        .collect();
    let named: BTreeSet<usize> =
        looks.iter().flat_map(|looks| &looks.answers).filter_map(|id| index.get(*id).copied()).collect();
    let sorted = sort(&before).map_err(|at| circle(rulebooks, duties.get(at)))?;
    let place = |at: usize| {
        let (rulebook, duty, data) = duties.get(at)?;
        let (named, wanted) = (named.contains(&at), wanted.contains(&data.to));
        let after_notice = after_notice.contains(&at);
        Some(Place { rulebook: *rulebook, duty: *duty, rank: at, after_notice, named, wanted })
    };
    Ok(sorted.into_iter().filter_map(place).collect())
}

/// Duties that ask for others' notices, and those that look at such a duty.
fn after_notice(looks: &[Named<'_>], index: &BTreeMap<&DutyId, usize>) -> BTreeSet<usize> {
    let asks = |looks: &Named<'_>| !looks.notice.is_empty();
    let mut found: BTreeSet<usize> =
        looks.iter().enumerate().filter(|(_, looks)| asks(looks)).map(|(place, _)| place).collect();
    loop {
        let through = looks.iter().enumerate().filter(|(place, looks)| {
            let at_one = looks.answers.iter().any(|id| index.get(*id).is_some_and(|other| found.contains(other)));
            !found.contains(place) && at_one
        });
        let more: Vec<usize> = through.map(|(place, _)| place).collect();
        if more.is_empty() {
            return found;
        }
        found.extend(more);
    }
}

/// Places in an order in which those before come first; `Err` names one that is part of a circle.
fn sort(before: &[BTreeSet<usize>]) -> Result<Vec<usize>, usize> {
    let mut done: BTreeSet<usize> = BTreeSet::new();
    let mut sorted = Vec::with_capacity(before.len());
    while sorted.len() < before.len() {
        let known = sorted.len();
        for (place, needs) in before.iter().enumerate() {
            if !done.contains(&place) && needs.iter().all(|need| done.contains(need)) {
                done.insert(place);
                sorted.push(place);
            }
        }
        if sorted.len() == known {
            return Err(in_circle(before, &done));
        }
    }
    Ok(sorted)
}

/// From one that waits for ever to what it waits for, until one comes again.
fn in_circle(before: &[BTreeSet<usize>], done: &BTreeSet<usize>) -> usize {
    let mut seen = BTreeSet::new();
    let mut at = (0..before.len()).find(|place| !done.contains(place)).unwrap_or_default();
    while seen.insert(at) {
        let waits_for = before.get(at).and_then(|needs| needs.iter().find(|need| !done.contains(need)));
        at = waits_for.copied().unwrap_or(at);
    }
    at
}

fn circle(rulebooks: &[Rulebook], duty: Option<&(usize, usize, &Duty)>) -> LawError {
    let (book, at) = duty.map_or((None, 0), |(book, at, _)| (rulebooks.get(*book), *at));
    let (file, text) = book.map_or(("", ""), |book| (&*book.file, &*book.text));
    let way = [Step::Key("duty"), Step::Item(at), Step::Key("id")];
    let hint = "break the circle: one of its conditions or starts must rest on a fact or an occurrence";
    parse::wrong(file, text, &way, "this duty looks at itself through other duties", hint)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::specimen::act;

    /// The duties of an act in the order in which they are asked: `first` is written before `second`, and looks at it in
    /// one place.
    fn asked(version: &str, fine: &str) -> Vec<usize> {
        let duty = |id: &str, version: &str, fine: &str| {
            format!(
                "[[duty]]\nid = \"x/{id}\"\ntitle = WORDS\nrecipient = WORDS\nto = \"authority\"\nconsequence = WORDS\n\
                 starts = {{ incident = {{ why = WORDS }} }}\ngoverned_by = \"start\"\nwatched = true\n\
                 version = [{{ from = 2020-01-01, within = {{ hours = 1 }}, source = SOURCE{version} }}]\n\
                 fine = [{{ id = \"f\", kind = \"crime\", title = WORDS, version = [{{ from = 2020-01-01, \
                 source = SOURCE{fine} }}] }}]\n"
            )
        };
        let book = act(&(duty("first", version, fine) + &duty("second", "", "")));
        order(&[book]).unwrap().into_iter().map(|place| place.duty).collect()
    }

    #[test]
    fn a_duty_is_asked_after_what_it_looks_at_wherever_it_looks() {
        assert_eq!(asked("", ""), [0, 1]);
        let at = |start: &str| format!("{{ after = {{ start = {start}, within = {{ hours = 1 }} }} }}");
        let (own, due) = (at("\"own\""), at("{ due = \"x/second\" }"));
        let switch = format!("{{ switch = {{ if = {{ met = \"x/second\" }}, then = {own}, otherwise = {own} }} }}");
        for deadline in [due, switch] {
            let guideline = format!(", guideline = {{ deadline = {deadline}, words = WORDS, source = SOURCE }}");
            assert_eq!(asked(&guideline, ""), [1, 0], "{guideline}");
        }
        let either = "{ if = { when = { met = \"x/second\" }, then = { sum = 1 }, otherwise = { sum = 2 } } }";
        assert_eq!(asked("", &format!(", most = {either}")), [1, 0]);
        assert_eq!(asked("", &format!(", least = {{ plus = [{{ sum = 1 }}, {either}] }}")), [1, 0]);
    }

    #[test]
    fn a_circle_is_told_at_a_duty_that_is_in_it() {
        let duty = |id: &str, other: &str| {
            format!(
                "[[duty]]\nid = \"x/{id}\"\ntitle = WORDS\nrecipient = WORDS\nto = \"authority\"\nconsequence = WORDS\n\
                 starts = {{ due = {{ duty = \"x/{other}\", why = WORDS }} }}\ngoverned_by = \"start\"\nwatched = true\n"
            )
        };
        let duties = duty("waits", "one") + &duty("one", "two") + &duty("two", "one");
        let mut book = act(&duties);
        book.text = duties.replace("WORDS", "1").into();
        let error = order(&[book]).unwrap_err();
        assert_eq!((error.key.as_str(), error.line, error.column), ("x/one", 11, 6), "{error}");
    }
}
