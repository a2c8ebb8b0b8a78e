//! In which order duties are asked, so that whatever a duty looks at has been answered before it. Circles are refused.

use super::condition::Condition;
use super::duty::Duty;
use super::error::LawError;
use super::recipient::Recipient;
use super::rulebook::Rulebook;
use super::situation::DutyId;
use super::starts::{StartRef, Starts};
use std::collections::{BTreeMap, BTreeSet};

/// One duty by the place of its rulebook and its own place within.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
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

/// What a duty looks at.
#[derive(Default)]
struct Looks {
    duties: BTreeSet<DutyId>,
    notice: BTreeSet<Recipient>,
}

/// The order for all duties of a library: as written, except where one looks at another.
///
/// # Errors
/// When duties look at one another in a circle.
pub(super) fn order(rulebooks: &[Rulebook]) -> Result<Vec<Place>, LawError> {
    let duties: Vec<(usize, usize, &Duty)> = rulebooks
        .iter()
        .enumerate()
        .flat_map(|(at, book)| book.duty.iter().enumerate().map(move |(index, duty)| (at, index, duty)))
        .collect();
    let looks: Vec<Looks> = duties.iter().filter_map(|(at, _, duty)| Some(looks(rulebooks.get(*at)?, duty))).collect();
    let index: BTreeMap<&DutyId, usize> =
        duties.iter().enumerate().map(|(place, (_, _, duty))| (&duty.id, place)).collect();
    let after_notice = after_notice(&looks, &index);
    let wanted: BTreeSet<Recipient> = looks.iter().flat_map(|looks| looks.notice.iter().copied()).collect();
    let before: Vec<BTreeSet<usize>> = looks
        .iter()
        .enumerate()
        .map(|(place, looks)| {
            let direct = looks.duties.iter().filter_map(|id| index.get(id).copied());
            let own = duties.get(place).map(|(book, _, _)| *book);
            let asked = duties.iter().enumerate().filter(|(other, (book, _, duty))| {
                looks.notice.contains(&duty.to) && Some(*book) != own && !after_notice.contains(other)
            });
            direct.chain(asked.map(|(other, _)| other)).collect()
        })
        .collect();
    let named: BTreeSet<usize> =
        looks.iter().flat_map(|looks| &looks.duties).filter_map(|id| index.get(id).copied()).collect();
    let sorted = sort(&before).map_err(|place| circle(duties.get(place).map(|(_, _, duty)| &duty.id)))?;
    let place = |at: usize| {
        let (rulebook, duty, data) = duties.get(at)?;
        let (named, wanted) = (named.contains(&at), wanted.contains(&data.to));
        let after_notice = after_notice.contains(&at);
        Some(Place { rulebook: *rulebook, duty: *duty, rank: at, after_notice, named, wanted })
    };
    Ok(sorted.into_iter().filter_map(place).collect())
}

/// Duties that ask for others' notices, and those that look at such a duty.
fn after_notice(looks: &[Looks], index: &BTreeMap<&DutyId, usize>) -> BTreeSet<usize> {
    let asks = |looks: &Looks| !looks.notice.is_empty();
    let mut found: BTreeSet<usize> =
        looks.iter().enumerate().filter(|(_, looks)| asks(looks)).map(|(place, _)| place).collect();
    loop {
        let through = looks.iter().enumerate().filter(|(place, looks)| {
            let at_one = looks.duties.iter().any(|id| index.get(id).is_some_and(|other| found.contains(other)));
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
            return Err((0..before.len()).find(|place| !done.contains(place)).unwrap_or_default());
        }
    }
    Ok(sorted)
}

fn circle(duty: Option<&DutyId>) -> LawError {
    let name = duty.map_or_else(String::new, ToString::to_string);
    LawError {
        file: name.split('/').next().unwrap_or_default().replace('.', "/") + ".toml",
        line: 0,
        key: name,
        problem: "this duty looks at itself through other duties".to_owned(),
        hint: "break the circle: one of its conditions or starts must rest on a fact or an occurrence".to_owned(),
    }
}

fn looks(book: &Rulebook, duty: &Duty) -> Looks {
    let mut looks = Looks::default();
    if let Starts::Due(after) = &duty.starts {
        looks.duties.insert(after.duty.clone());
    }
    let mut conditions: Vec<&Condition> = book.terms(&book.scope).map(|term| &term.when).collect();
    for version in &duty.version {
        let terms = [&version.conditions, &version.grounds, &version.exceptions].into_iter();
        conditions.extend(terms.flat_map(|ids| book.terms(ids)).map(|term| &term.when));
        let counting = version.counting.as_ref().or(book.counting.as_ref());
        let rolls = counting.and_then(|counting| counting.roll_when.as_ref()).and_then(|id| book.term(id));
        conditions.extend(rolls.map(|term| &term.when));
        if let Some(StartRef::Due(other)) = version.not_before.as_ref().map(|rule| &rule.start) {
            looks.duties.insert(other.clone());
        }
        if let Some(deadline) = &version.deadline {
            deadline.walk(
                &mut |after| {
                    if let StartRef::Due(other) = &after.start {
                        looks.duties.insert(other.clone());
                    }
                },
                &mut |condition| conditions.push(condition),
            );
        }
    }
    conditions.extend(duty.fine.iter().flat_map(|fine| fine.when.iter().chain(&fine.unless)));
    for condition in conditions {
        condition.walk(&mut |part| match part {
            Condition::Met(other) | Condition::Applies(other) => {
                looks.duties.insert(other.clone());
            }
            Condition::NoticeTo(to) => {
                looks.notice.insert(*to);
            }
            Condition::Later(later) => {
                for start in [&later.start, &later.after] {
                    if let StartRef::Due(other) = start {
                        looks.duties.insert(other.clone());
                    }
                }
            }
            _ => {}
        });
    }
    looks
}
