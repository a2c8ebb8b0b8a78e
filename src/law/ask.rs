//! Asks conditions of what is known and gives the whole derivation. Facts are compared, never guessed or converted;
//! a moment known roughly is an interval, and what straddles is unknown.

use super::compare;
use super::condition::{Among, Condition, Later};
use super::deadline::StartRef;
use super::fact::{FactKey, Value};
use super::known::Known;
use super::moment::Moment;
use super::reason::{Clause, Reason, Truth};
use super::situation::DutyId;
use super::term::Term;
use super::truth::{all, any, leaf, not, some};

impl Condition {
    /// Answers the condition, with its derivation.
    pub(super) fn ask(&self, known: Known<'_>) -> Reason {
        let each = |parts: &[Self]| parts.iter().map(|part| part.ask(known)).collect();
        match self {
            Self::All(parts) => all(each(parts)),
            Self::Any(parts) => any(each(parts)),
            Self::Not(part) => not(part.ask(known)),
            Self::Some(list) => some(list.at_least, each(&list.of)),
            Self::Is(key) => yes_no(key, true, known),
            Self::IsNot(key) => yes_no(key, false, known),
            Self::AtLeast(threshold) => compare::count(threshold, false, known),
            Self::MoreThan(threshold) => compare::count(threshold, true, known),
            Self::AnyAtLeast(threshold) => compare::split(threshold, false, known),
            Self::AnyMoreThan(threshold) => compare::split(threshold, true, known),
            Self::OneOf(among) => one_of(among, known),
            Self::ShareAbove(share) => compare::share(share, true, known),
            Self::ShareAtLeast(share) => compare::share(share, false, known),
            Self::MoneyAbove(above) => compare::money(above, known),
            Self::MoneyAboveTurnover(above) => compare::money_to_turnover(above, known),
            Self::TurnoverAbove(above) => compare::turnover(above.sum, known),
            Self::Happened(trigger) => {
                let moments = known.occurrences(trigger).map(|occurrence| (occurrence.at.earliest(), occurrence.at.latest()));
                leaf(Clause::Happened { trigger: trigger.clone() }, happened(moments, known.not_after))
            }
            Self::Filed(duty) => filed(duty, known),
            Self::Met(duty) => {
                let met = known.others.get(duty).map_or(Truth::Unknown, |answered| answered.met);
                leaf(Clause::Met { duty: duty.clone() }, met)
            }
            Self::Applies(duty) => {
                let applies = known.others.get(duty).map_or(Truth::Unknown, |answered| answered.applies);
                leaf(Clause::Applies { duty: duty.clone() }, applies)
            }
            Self::NoticeTo(to) => {
                let (truth, by) = known.others.notice_to(*to, &known.rulebook.id);
                leaf(Clause::NoticeTo { to: *to, by }, truth)
            }
            Self::Later(later) => is_later(later, known),
        }
    }
}

impl Term {
    /// Answers the term, in its own words.
    pub(super) fn ask(&self, known: Known<'_>) -> Reason {
        Reason { words: Some(self.title.clone()), cite: Some(self.cite.clone()), ..self.when.ask(known) }
    }
}

fn yes_no(key: &FactKey, expected: bool, known: Known<'_>) -> Reason {
    let found = known.situation.facts.get(key);
    let truth = match found {
        Some(Value::YesNo(answer)) => Truth::of(*answer == expected),
        _ => Truth::Unknown,
    };
    leaf(Clause::Is { key: key.clone(), expected, found: found.cloned() }, truth)
}

fn one_of(among: &Among, known: Known<'_>) -> Reason {
    let found = known.situation.facts.get(&among.key);
    let truth = match found {
        Some(Value::Choice(choice)) => Truth::of(among.choices.contains(choice)),
        Some(Value::Choices(chosen)) => Truth::of(!chosen.is_disjoint(&among.choices)),
        _ => Truth::Unknown,
    };
    leaf(Clause::OneOf { key: among.key.clone(), choices: among.choices.clone(), found: found.cloned() }, truth)
}

fn filed(duty: &DutyId, known: Known<'_>) -> Reason {
    let filings = known.filings(duty);
    let moments = filings.iter().map(|filing| (filing.at.earliest(), filing.at.latest()));
    leaf(Clause::Filed { duty: duty.clone() }, happened(moments, known.not_after))
}

/// Whether anything happened; with a limit, whether it happened up to and including it. What nobody recorded did not
/// happen.
fn happened(moments: impl Iterator<Item = (Moment, Moment)>, not_after: Option<Moment>) -> Truth {
    let up_to = |at: Moment| not_after.is_none_or(|limit| at <= limit);
    moments.fold(Truth::No, |so_far, (earliest, latest)| so_far.or(Truth::between(up_to(latest), up_to(earliest))))
}

/// What nobody recorded has not happened by the moment of asking: once that alone is too late, the answer is yes.
fn is_later(later: &Later, known: Known<'_>) -> Reason {
    let (moment, than) = (known.moment(&later.start), known.moment(&later.after));
    let add = |at: Moment| at.plus_seconds(i64::from(later.hours) * 3_600);
    let truth = match (moment, than) {
        (Some(moment), Some(than)) => {
            Truth::between(moment.earliest() > add(than.latest()), moment.latest() > add(than.earliest()))
        }
        (None, Some(than)) if still_to_come(&later.start) => Truth::between(known.now > add(than.latest()), true),
        _ => Truth::Unknown,
    };
    leaf(Clause::Later { hours: later.hours, moment, than }, truth)
}

/// Whether the absence of a record means that it has not happened, rather than that nobody knows when it did.
const fn still_to_come(start: &StartRef) -> bool {
    match start {
        StartRef::First(_) | StartRef::Latest(_) | StartRef::Filing(_) | StartRef::LatestFiling(_) => true,
        StartRef::Own | StartRef::Incident | StartRef::Awareness(_) | StartRef::Due(_) => false,
    }
}
