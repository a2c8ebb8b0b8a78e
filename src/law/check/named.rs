//! Which other duties a duty names, wherever it names them.

use super::super::condition::Condition;
use super::super::duty::Duty;
use super::super::fine::Amount;
use super::super::rulebook::Rulebook;
use super::super::situation::DutyId;
use super::super::starts::{StartRef, Starts};
use std::collections::BTreeSet;

/// The duties that a duty, its terms and its fines name.
pub(crate) fn duties_named(book: &Rulebook, duty: &Duty) -> BTreeSet<DutyId> {
    let mut named: BTreeSet<DutyId> = duty.met_by.filings.iter().cloned().collect();
    named.extend(match &duty.starts {
        Starts::Each(each) => each.after.as_ref().map(|after| after.duty.clone()),
        Starts::Filing(after) => Some(after.duty.clone()),
        Starts::Due(after) => Some(after.duty.clone()),
        Starts::Awareness(_) | Starts::Occurrence(_) | Starts::Incident(_) => None,
    });
    let mut asked: Vec<&Condition> = book.terms(&book.scope).map(|term| &term.when).collect();
    let mut starts: Vec<&StartRef> = Vec::new();
    for version in &duty.version {
        let terms = [&version.conditions, &version.grounds, &version.exceptions];
        asked.extend(terms.into_iter().flat_map(|ids| book.terms(ids)).map(|term| &term.when));
        starts.extend(version.not_before.as_ref().map(|not_before| &not_before.start));
        if let Some(deadline) = &version.deadline {
            deadline.walk(&mut |after| starts.push(&after.start), &mut |condition| asked.push(condition));
        }
    }
    for fine in &duty.fine {
        asked.extend(fine.when.iter().chain(&fine.unless));
        for amount in fine.version.iter().flat_map(|version| version.most.iter().chain(&version.least)) {
            conditions(amount, &mut asked);
        }
    }
    named.extend(starts.into_iter().filter_map(StartRef::duty).cloned());
    for condition in asked {
        condition.walk(&mut |part| named.extend(of(part)));
    }
    named
}

fn of(part: &Condition) -> Vec<DutyId> {
    match part {
        Condition::Filed(duty) | Condition::Met(duty) | Condition::Applies(duty) => vec![duty.clone()],
        Condition::Later(later) => {
            [&later.start, &later.after].into_iter().filter_map(|start| start.duty().cloned()).collect()
        }
        _ => Vec::new(),
    }
}

/// The conditions within an amount.
fn conditions<'a>(amount: &'a Amount, into: &mut Vec<&'a Condition>) {
    match amount {
        Amount::HigherOf(parts) | Amount::LowerOf(parts) | Amount::Plus(parts) => {
            parts.iter().for_each(|part| conditions(part, into));
        }
        Amount::If(choose) => {
            into.push(&choose.when);
            conditions(&choose.then, into);
            conditions(&choose.otherwise, into);
        }
        Amount::Times(times) => conditions(&times.of, into),
        Amount::Per(per) => conditions(&per.of, into),
        Amount::PerDay(per_day) => conditions(&per_day.of, into),
        Amount::Sum(_)
        | Amount::Share(_)
        | Amount::ShareOrSum(_)
        | Amount::Units(_)
        | Amount::Stairs(_)
        | Amount::DailyShare(_) => {}
    }
}
