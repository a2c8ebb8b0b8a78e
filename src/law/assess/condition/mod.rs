//! Asks conditions of what is known and gives the whole derivation. Facts are compared, never guessed or converted;
//! a moment known roughly is an interval, and what straddles is unknown.

#[cfg(test)]
mod properties;

use super::compare;
use super::context::Context;
use crate::base::moment::Moment;
use crate::base::truth::Truth;
use crate::rulebook::among::Among;
use crate::rulebook::condition::{Condition, Later};
use crate::rulebook::starts::StartRef;
use crate::rulebook::term::Term;
use crate::situation::DutyId;
use crate::situation::fact::{FactKey, Value};
use crate::verdict::reason::{Children, Clause, Reason, all, any, leaf, not, some};
use crate::vocabulary::implication::AnswerPattern;
use std::sync::Arc;

impl Condition {
    /// Answers the condition, with its derivation.
    pub(crate) fn ask(&self, context: Context<'_>) -> Reason {
        let each = |parts: &[Self]| parts.iter().map(|part| part.ask(context)).collect::<Arc<[_]>>();
        match self {
            Self::All(parts) => all(each(parts)),
            Self::Any(parts) => any(each(parts)),
            Self::Not(part) => not(part.ask(context)),
            Self::Some(list) => some(list.at_least, each(&list.of)),
            Self::Is(key) => yes_no(key, true, context),
            Self::IsNot(key) => yes_no(key, false, context),
            Self::AtLeast(threshold) => compare::count(threshold, false, context),
            Self::MoreThan(threshold) => compare::count(threshold, true, context),
            Self::AnyAtLeast(threshold) => compare::split(threshold, false, context),
            Self::AnyMoreThan(threshold) => compare::split(threshold, true, context),
            Self::OneOf(among) => one_of(among, context),
            Self::ShareAbove(share) => compare::share(share, true, context),
            Self::ShareAtLeast(share) => compare::share(share, false, context),
            Self::MoneyAbove(above) => compare::money(above, context),
            Self::MoneyAboveTurnover(above) => compare::money_to_turnover(above, context),
            Self::TurnoverAbove(above) => compare::turnover(above.sum, context),
            Self::Happened(trigger) => {
                let moments =
                    context.occurrences(trigger).map(|occurrence| (occurrence.at.earliest(), occurrence.at.latest()));
                leaf(Clause::Happened { trigger: trigger.clone() }, happened(moments, context.not_after))
            }
            Self::Filed(duty) => filed(duty, context),
            Self::Met(duty) => {
                let met = context.answers.get(duty).map_or(Truth::Unknown, |answered| answered.met);
                leaf(Clause::Met { duty: duty.clone() }, met)
            }
            Self::Applies(duty) => {
                let applies = context.answers.get(duty).map_or(Truth::Unknown, |answered| answered.applies);
                leaf(Clause::Applies { duty: duty.clone() }, applies)
            }
            Self::NoticeTo(to) => {
                let (truth, by) = context.answers.notice_to(*to, &context.rulebook.id);
                leaf(Clause::NoticeTo { to: *to, by }, truth)
            }
            Self::Later(later) => is_later(later, context),
        }
    }
}

impl Term {
    /// Answers the term, in its own words.
    pub(crate) fn ask(&self, context: Context<'_>) -> Reason {
        Reason { words: Some(self.title.clone()), cite: Some(self.cite.clone()), ..self.when.ask(context) }
    }
}

/// Whether a fact is as expected; below it, from what it follows where nobody stated it.
fn yes_no(key: &FactKey, expected: bool, context: Context<'_>) -> Reason {
    let found = context.situation.facts.get(key);
    let truth = match found {
        Some(Value::YesNo(answer)) => Truth::of(*answer == expected),
        _ => Truth::Unknown,
    };
    let children = source(key, context).map_or_else(Children::default, |source| [source].into());
    Reason { children, ..leaf(Clause::Is { key: key.clone(), expected, found: found.cloned() }, truth) }
}

/// Whether a choice is among those that count on the day whose law is asked.
fn one_of(among: &Among, context: Context<'_>) -> Reason {
    let found = context.situation.facts.get(&among.key);
    let choices = among.on(context.day);
    let truth = match found {
        Some(Value::Choice(choice)) => Truth::of(choices.contains(choice)),
        Some(Value::Choices(chosen)) => Truth::of(!chosen.is_disjoint(choices)),
        _ => Truth::Unknown,
    };
    leaf(Clause::OneOf { key: among.key.clone(), choices: choices.clone(), found: found.cloned() }, truth)
}

fn filed(duty: &DutyId, context: Context<'_>) -> Reason {
    let filings = context.filings(duty);
    let moments = filings.iter().map(|filing| (filing.at.earliest(), filing.at.latest()));
    leaf(Clause::Filed { duty: duty.clone() }, happened(moments, context.not_after))
}

/// Whether anything happened; with a limit, whether it happened up to and including it. What nobody recorded did not
/// happen.
fn happened(moments: impl Iterator<Item = (Moment, Moment)>, not_after: Option<Moment>) -> Truth {
    let up_to = |at: Moment| not_after.is_none_or(|limit| at <= limit);
    moments.fold(Truth::No, |so_far, (earliest, latest)| so_far.or(Truth::between(up_to(latest), up_to(earliest))))
}

/// What nobody recorded has not happened by the moment of asking: once that alone is too late, the answer is yes.
fn is_later(later: &Later, context: Context<'_>) -> Reason {
    let (moment, than) = (context.moment(&later.start), context.moment(&later.after));
    let add = |at: Moment| at.plus_seconds(i64::from(later.hours) * 3_600);
    let truth = match (moment, than) {
        (Some(moment), Some(than)) => {
            Truth::between(moment.earliest() > add(than.latest()), moment.latest() > add(than.earliest()))
        }
        (None, Some(than)) if still_to_come(&later.start) => Truth::between(context.now > add(than.latest()), true),
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

/// The answer from which a fact follows, as a node to stand below the question about it.
pub(crate) fn source(key: &FactKey, context: Context<'_>) -> Option<Reason> {
    let rule = context.inferred.get(key)?;
    Some(match &rule.answer {
        AnswerPattern::Is(expected) => yes_no(&rule.from, *expected, context),
        AnswerPattern::Chosen(choice) => {
            let choices = Arc::new([choice.clone()].into());
            one_of(&Among::of(rule.from.clone(), choices), context)
        }
        AnswerPattern::Any => {
            let chosen = match context.situation.facts.get(&rule.from) {
                Some(Value::Choice(choice)) => [choice.clone()].into(),
                Some(Value::Choices(chosen)) => (**chosen).clone(),
                _ => std::collections::BTreeSet::new(),
            };
            one_of(&Among::of(rule.from.clone(), Arc::new(chosen)), context)
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::answered::{Answered, Answers};
    use crate::assess::specimen::{act, ask, at, condition, context, filing, nothing, occurrence};
    use crate::base::moment::{Precision, Timing};
    use crate::rulebook::recipient::Recipient;
    use crate::situation::{Occurrence, Situation};
    use Truth::{No, Unknown, Yes};
    use chrono_tz::Europe::Berlin;

    fn choices(of: &[&str]) -> Value {
        Value::choices(of.iter().copied())
    }

    #[test]
    fn an_unknown_fact_is_neither_yes_nor_no() {
        assert_eq!(ask(r#"{ is = "a" }"#, &nothing()).truth, Unknown);
        assert_eq!(ask(r#"{ is-not = "a" }"#, &nothing()).truth, Unknown);
    }

    #[test]
    fn one_choice_of_several_that_matches_is_enough_and_none_chosen_is_a_no() {
        let asked = |value| {
            let mut situation = nothing();
            situation.facts.set("c", value);
            ask(r#"{ one-of = { key = "c", choices = ["x", "y"] } }"#, &situation).truth
        };
        assert_eq!(asked(choices(&["z", "y"])), Yes);
        assert_eq!(asked(choices(&[])), No);
        assert_eq!(asked(Value::Choice("x".to_owned())), Yes);
        assert_eq!(asked(Value::YesNo(true)), Unknown);
    }

    #[test]
    fn what_nobody_recorded_did_not_happen_and_was_not_filed() {
        assert_eq!(ask(r#"{ happened = "t" }"#, &nothing()).truth, No);
        assert_eq!(ask(r#"{ filed = "eu.x/y" }"#, &nothing()).truth, No);
        let mut situation = nothing();
        situation.occurrences.push(occurrence("t", "2026-11-20T00:00:00Z"));
        situation.filings.push(filing("eu.x/y", "2026-11-20T00:00:00Z"));
        assert_eq!(ask(r#"{ happened = "t" }"#, &situation).truth, Yes);
        assert_eq!(ask(r#"{ filed = "eu.x/y" }"#, &situation).truth, Yes);
    }

    #[test]
    fn up_to_a_limit_counts_its_last_second_and_not_the_next() {
        let mut situation = nothing();
        let day = Timing { precision: Precision::Day, ..Timing::exact(at("2026-11-19T23:00:00Z"), Berlin) };
        situation.occurrences.push(Occurrence { at: day, ..occurrence("t", "2026-11-19T23:00:00Z") });
        situation.occurrences.push(occurrence("u", "2026-11-20T12:00:00Z"));
        let up_to = |trigger: &str, limit| {
            let (act, answers) = (act(""), Answers::default());
            let context = Context { not_after: Some(at(limit)), ..context(&act, &situation, &answers) };
            condition(&format!(r#"{{ happened = "{trigger}" }}"#)).ask(context).truth
        };
        assert_eq!(up_to("u", "2026-11-20T12:00:00Z"), Yes);
        assert_eq!(up_to("u", "2026-11-20T11:59:59Z"), No);
        assert_eq!(up_to("t", "2026-11-20T12:00:00Z"), Unknown);
    }

    #[test]
    fn nothing_is_known_of_a_duty_that_was_not_asked() {
        assert_eq!(ask(r#"{ applies = "eu.x/y" }"#, &nothing()).truth, Unknown);
        assert_eq!(ask(r#"{ met = "eu.x/y" }"#, &nothing()).truth, Unknown);
    }

    #[test]
    fn notice_to_an_authority_is_asked_of_other_acts_only() {
        let answer = |rulebook: &str, applies| Answered {
            rulebook: rulebook.into(),
            to: Recipient::Authority,
            applies,
            met: Unknown,
            due: None,
            after_notice: false,
        };
        let asked = |given: &[(&str, Truth)]| {
            let mut act = act("");
            act.id = "us.own".into();
            let mut answers = Answers::default();
            for (rulebook, applies) in given {
                answers.add(&DutyId::new(&format!("{rulebook}/d")), answer(rulebook, *applies));
            }
            condition(r#"{ notice-to = "authority" }"#).ask(context(&act, &nothing(), &answers)).truth
        };
        assert_eq!(asked(&[("us.own", Yes), ("eu.x", No)]), No);
        assert_eq!(asked(&[("eu.x", Unknown), ("eu.y", No)]), Unknown);
        assert_eq!(asked(&[("eu.x", Unknown), ("eu.y", Yes)]), Yes);
    }

    const LATER: &str = r#"{ later = { start = { first = "s" }, hours = 24, after = { first = "a" } } }"#;

    fn two(a: Option<&str>, s: Option<Timing>) -> Situation {
        let mut situation = nothing();
        situation.occurrences.extend(a.map(|moment| occurrence("a", moment)));
        situation.occurrences.extend(s.map(|at| Occurrence { at, ..occurrence("s", "2026-11-20T00:00:00Z") }));
        situation
    }

    #[test]
    fn exactly_24_hours_later_is_not_yet_more_than_24_hours_later() {
        let asked = |moment| {
            let start = Timing::exact(at(moment), Berlin);
            ask(LATER, &two(Some("2026-11-19T10:00:00Z"), Some(start))).truth
        };
        assert_eq!(asked("2026-11-20T10:00:00Z"), No);
        assert_eq!(asked("2026-11-20T10:00:01Z"), Yes);
    }

    #[test]
    fn a_moment_known_to_the_hour_may_straddle_the_24_hours() {
        let start = Timing { precision: Precision::Hour, ..Timing::exact(at("2026-11-20T09:30:00Z"), Berlin) };
        assert_eq!(ask(LATER, &two(Some("2026-11-19T10:00:00Z"), Some(start))).truth, Unknown);
    }

    #[test]
    fn what_has_not_happened_until_now_will_be_later_than_now() {
        assert_eq!(ask(LATER, &two(Some("2026-11-21T11:59:59Z"), None)).truth, Yes);
        assert_eq!(ask(LATER, &two(Some("2026-11-21T12:00:00Z"), None)).truth, Unknown);
        assert_eq!(ask(LATER, &two(None, None)).truth, Unknown);
    }
}
