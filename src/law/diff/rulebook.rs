//! What differs between two editions of a rulebook, duty by duty, in the order in which a reader asks: what is new, what
//! is gone, and what applies otherwise. Differences of wording only are told as such.

use super::version::same_counting;
use crate::rulebook::Rulebook;
use crate::rulebook::duty::Duty;
use crate::rulebook::fine::Fine;
use crate::rulebook::version::Version;
use crate::situation::DutyId;
use std::fmt;

/// One difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The duty; `None` for the rulebook as a whole.
    pub duty: Option<DutyId>,
    /// What differs.
    pub what: What,
}

/// What can differ. Names are ids and days of the rulebook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// The duty is new.
    Added,
    /// The duty is gone.
    Removed,
    /// A part is new: a version, a fine, a term.
    PartAdded(String),
    /// A part is gone.
    PartRemoved(String),
    /// A part says something else.
    PartChanged(String),
    /// Only words differ: titles, notes, sources.
    Wording,
}

impl fmt::Display for What {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Added => f.write_str("is new"),
            Self::Removed => f.write_str("is gone"),
            Self::PartAdded(part) => write!(f, "{part} is new"),
            Self::PartRemoved(part) => write!(f, "{part} is gone"),
            Self::PartChanged(part) => write!(f, "{part} differs"),
            Self::Wording => f.write_str("only words differ"),
        }
    }
}

/// Every difference between two editions, the whole rulebook first.
#[must_use]
pub fn changes(old: &Rulebook, new: &Rulebook) -> Vec<Change> {
    let mut found: Vec<Change> = whole(old, new).into_iter().map(|what| Change { duty: None, what }).collect();
    for duty in &new.duty {
        let of = |what| Change { duty: Some(duty.id.clone()), what };
        match old.duty(&duty.id) {
            None => found.push(of(What::Added)),
            Some(before) => found.extend(of_duty(before, duty).into_iter().map(of)),
        }
    }
    let gone = old.duty.iter().filter(|duty| new.duty(&duty.id).is_none());
    found.extend(gone.map(|duty| Change { duty: Some(duty.id.clone()), what: What::Removed }));
    found
}

fn whole(old: &Rulebook, new: &Rulebook) -> Vec<What> {
    let mut found = Vec::new();
    let mut differs = |part: &str, differs: bool| {
        if differs {
            found.push(What::PartChanged(part.to_owned()));
        }
    };
    differs("the zone", old.zone != new.zone);
    let by = |book: &Rulebook| book.zone_by.as_ref().map(|by| by.fact.clone());
    differs("the fact that says whose clock counts", by(old) != by(new));
    differs("the currency", old.currency != new.currency);
    differs("the scope", old.scope != new.scope);
    differs("the counting", old.counting != new.counting);
    differs("the ranking of awareness", old.awareness != new.awareness);
    let covered = |book: &Rulebook| (book.covers_from, book.earlier_law_not_read);
    differs("the first day covered", covered(old) != covered(new));
    let name = |id: &str| format!("the term `{id}`");
    found.extend(parts(
        &old.term,
        &new.term,
        |term| name(&term.id),
        |a, b| (&a.when, &a.then, &a.overrides, a.before_due) == (&b.when, &b.then, &b.overrides, b.before_due),
    ));
    found.extend(parts(&old.unit, &new.unit, |unit| format!("the unit `{}`", unit.id), |a, b| a == b));
    if found.is_empty() && (&old.title, &old.short, &old.source) != (&new.title, &new.short, &new.source) {
        found.push(What::Wording);
    }
    found
}

fn of_duty(old: &Duty, new: &Duty) -> Vec<What> {
    let mut found = Vec::new();
    let mut differs = |part: &str, differs: bool| {
        if differs {
            found.push(What::PartChanged(part.to_owned()));
        }
    };
    differs("what starts it", !same_start(old, new));
    differs("which date picks the version", old.governed_by != new.governed_by);
    differs("the kind of recipient", old.to != new.to);
    differs("what else meets it", old.met_by != new.met_by);
    differs("whether it is watched", old.watched != new.watched);
    differs("whether it is a sanction only", old.sanction_only != new.sanction_only);
    differs("the form", old.form != new.form);
    let version = |version: &Version| format!("the version from {}", version.from);
    found.extend(parts(&old.version, &new.version, version, same_rule));
    found.extend(parts(&old.fine, &new.fine, |fine| format!("the fine `{}`", fine.id), same_fine));
    found.extend(parts(&old.pending, &new.pending, |law| format!("pending law \"{}\"", law.title.en), |a, b| a == b));
    if found.is_empty() && old != new {
        found.push(What::Wording);
    }
    found
}

/// Parts by name: new, gone, different.
fn parts<T>(old: &[T], new: &[T], name: impl Fn(&T) -> String, same: impl Fn(&T, &T) -> bool) -> Vec<What> {
    let find = |all: &[T], wanted: &str| all.iter().position(|part| name(part) == wanted);
    let mut found = Vec::new();
    for part in new {
        let wanted = name(part);
        match find(old, &wanted).and_then(|at| old.get(at)) {
            None => found.push(What::PartAdded(wanted)),
            Some(before) if !same(before, part) => found.push(What::PartChanged(wanted)),
            Some(_) => {}
        }
    }
    let gone = old.iter().map(&name).filter(|wanted| find(new, wanted).is_none());
    found.extend(gone.map(What::PartRemoved));
    found
}

/// Whether two duties start alike, whatever words they say it with.
fn same_start(old: &Duty, new: &Duty) -> bool {
    use crate::rulebook::starts::Starts::{Awareness, Due, Each, Filing, Incident, Occurrence};
    match (&old.starts, &new.starts) {
        (Awareness(a), Awareness(b)) => a == b,
        (Occurrence(a), Occurrence(b)) => (&a.trigger, a.which) == (&b.trigger, b.which),
        (Each(a), Each(b)) => {
            let after = |each: &crate::rulebook::starts::Each| each.after.as_ref().map(|after| after.duty.clone());
            a.trigger == b.trigger && after(a) == after(b)
        }
        (Filing(a), Filing(b)) => (&a.duty, a.which) == (&b.duty, b.which),
        (Due(a), Due(b)) => a.duty == b.duty,
        (Incident(_), Incident(_)) => true,
        _ => false,
    }
}

/// Whether two versions ask for the same.
fn same_rule(old: &Version, new: &Version) -> bool {
    let late = |version: &Version| version.late.as_ref().map(|late| late.at_most.clone());
    let guideline = |version: &Version| {
        version.guideline.as_ref().map(|guideline| (guideline.within.clone(), guideline.deadline.clone()))
    };
    let not_before =
        |version: &Version| version.not_before.as_ref().map(|rule| (rule.start.clone(), rule.within.clone()));
    (old.repealed, &old.within, &old.deadline, old.receipt) == (new.repealed, &new.within, &new.deadline, new.receipt)
        && same_counting(old.counting.as_ref(), new.counting.as_ref())
        && (&old.conditions, &old.grounds, &old.exceptions) == (&new.conditions, &new.grounds, &new.exceptions)
        && (late(old), guideline(old), not_before(old)) == (late(new), guideline(new), not_before(new))
}

/// Whether two fines threaten the same.
fn same_fine(old: &Fine, new: &Fine) -> bool {
    let versions = old.version.iter().zip(&new.version).all(|(a, b)| {
        (a.from, a.repealed, &a.most, &a.least, a.floor_of_maximum, a.prison_months)
            == (b.from, b.repealed, &b.most, &b.least, b.floor_of_maximum, b.prison_months)
    });
    (old.kind, &old.when, &old.unless) == (new.kind, &new.when, &new.unless)
        && old.version.len() == new.version.len()
        && versions
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::Library;

    const ACT: &str = include_str!("../data/rulebooks/kr/network-act.toml");
    const FORM: &str = include_str!("../data/forms/kr/kisa-incident-report.toml");

    fn told(from: &str, to: &str) -> Vec<String> {
        assert!(ACT.contains(from), "the rulebook no longer has `{from}`");
        let read = |text: &str| {
            let pipa = ("kr/pipa.toml", include_str!("../data/rulebooks/kr/pipa.toml"));
            let forms = [
                ("kr/kisa-incident-report.toml", FORM),
                ("kr/pipc-leak-report.toml", include_str!("../data/forms/kr/pipc-leak-report.toml")),
            ];
            Library::of(&[("kr/network-act.toml", text), pipa], &forms).unwrap()
        };
        let (old, new) = (read(ACT), read(&ACT.replacen(from, to, 1)));
        let book = |library: &Library| library.rulebook("kr.network-act").unwrap().clone();
        let told = |change: Change| {
            format!("{}: {}", change.duty.map_or_else(|| "all".to_owned(), |duty| duty.to_string()), change.what)
        };
        changes(&book(&old), &book(&new)).into_iter().map(told).collect()
    }

    #[test]
    fn a_shorter_period_is_a_changed_version() {
        assert_eq!(
            told("within = { hours = 24 }", "within = { hours = 12 }"),
            ["kr.network-act/report: the version from 2024-08-14 differs"]
        );
    }

    #[test]
    fn a_new_word_is_only_a_word() {
        assert_eq!(
            told("title = { en = \"Obey the repeated order\"", "title = { en = \"Obey\""),
            ["kr.network-act/enforcement: only words differ"]
        );
        assert_eq!(told("title = { en = ", "title = { en = "), Vec::<String>::new());
    }
}
