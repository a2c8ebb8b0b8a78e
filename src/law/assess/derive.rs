//! From the terms of a version to an answer and its derivation.
//!
//! The act must concern the incident at all, the conditions must all hold and one of the grounds must. An exception
//! counts only once it is known to hold, because whoever relies on it has to show it; what is unknown there is listed,
//! and changes nothing but periods, which are then shown both.

use super::context::Context;
use super::exceptions::{Exceptions, RaisedException, ground};
use super::missing::{Missing, missing};
use crate::base::moment::Moment;
use crate::base::truth::Truth;
use crate::base::words::Words;
use crate::rulebook::period::Period;
use crate::rulebook::term::{Excuse, Hold, Term};
use crate::rulebook::version::Version;
use crate::situation::Trigger;
use crate::verdict::Answer;
use crate::verdict::reason::{Clause, Ground, Reason, all, any, leaf};
use std::sync::Arc;

/// What a version says about a situation.
#[derive(Debug, Clone)]
pub(crate) struct Derived {
    /// The answer.
    pub answer: Answer,
    /// The alternatives.
    pub grounds: Vec<Ground>,
    /// Why.
    pub reason: Reason,
    /// Whether the act concerns this situation at all.
    pub scope: Truth,
    /// Periods that take the place of the version's, or that may: surely or perhaps.
    pub instead: Vec<(Period, Truth)>,
    /// What excuses missing it.
    pub excuse: Option<Excuse>,
    /// The limit is the moment of the latest occurrence of this kind; why, in the words of the exception.
    pub extended: Option<(Trigger, Words)>,
    /// When it must not be performed.
    pub holds: Vec<Hold>,
}

/// What precedes the terms of a version.
pub(crate) struct Opening {
    /// Reasons such as the occurrence that started an instance.
    pub reasons: Vec<Reason>,
    /// The last instant at which the duty could be met, for terms that look no further.
    pub last_due: Option<Moment>,
    /// Whether it was met in time: then nothing takes its place any more.
    pub met: bool,
}

/// Applies a version.
pub(crate) fn derive(version: &Version, opening: Opening, context: Context<'_>) -> Derived {
    let concerned = scope(context);
    let scope = concerned.truth;
    let mut children = Vec::new();
    if !context.rulebook.scope.is_empty() {
        children.push(concerned);
    }
    if scope == Truth::No {
        return Derived::without_exceptions(Answer::DoesNotApply, Vec::new(), all(children), scope);
    }
    children.extend(opening.reasons);
    children.extend(ask(&version.conditions, context));
    let mut grounds = Vec::new();
    if !version.grounds.is_empty() {
        let terms = context.rulebook.terms(&version.grounds);
        let asked: Vec<Reason> = ask(&version.grounds, context).collect();
        grounds = terms.zip(&asked).map(|(term, reason)| ground(term, reason.truth)).collect();
        children.push(any(asked));
    }
    let applies = children.iter().fold(Truth::Yes, |so_far, child| so_far.and(child.truth));
    let limit = |term: &Term| Context { not_after: opening.last_due.filter(|_| term.before_due), ..context };
    let raised = context.rulebook.terms(&version.exceptions);
    let raised: Vec<RaisedException<'_>> = raised.filter_map(|term| RaisedException::new(term, limit(term))).collect();
    let Exceptions { nodes, replacements, replaced, instead, excuse, extended, holds, conflict } =
        Exceptions::of(&raised, opening.met);
    let stopped = nodes.iter().fold(Truth::Yes, |so_far, node| so_far.and(node.truth));
    children.extend(nodes.into_iter().chain(replacements));
    let reason = if children.is_empty() { leaf(Clause::Always, Truth::Yes) } else { all(children) };
    // What does not apply is not replaced, and what is disputed does not stop or replace anything.
    let answer = match (applies.and(stopped), applies, replaced) {
        (Truth::No, ..) => Answer::DoesNotApply,
        (_, Truth::Yes, _) if !conflict.is_empty() => Answer::Conflict { between: conflict },
        (_, _, Some(by)) if conflict.is_empty() => Answer::Superseded { by },
        (_, Truth::Yes, _) => Answer::Applies,
        _ => undetermined(&reason, context),
    };
    Derived { instead, excuse, extended, holds, ..Derived::without_exceptions(answer, grounds, reason, scope) }
}

/// Whether the act concerns this situation at all.
pub(crate) fn scope(context: Context<'_>) -> Reason {
    context.scope.map_or_else(|| all(ask(&context.rulebook.scope, context).collect::<Vec<_>>()), Clone::clone)
}

fn ask<'a>(terms: &'a [Arc<str>], context: Context<'a>) -> impl Iterator<Item = Reason> {
    context.rulebook.terms(terms).map(move |term| term.ask(context))
}

impl Derived {
    const fn without_exceptions(answer: Answer, grounds: Vec<Ground>, reason: Reason, scope: Truth) -> Self {
        Self { answer, grounds, reason, scope, instead: Vec::new(), excuse: None, extended: None, holds: Vec::new() }
    }
}

/// By when it must be settled is known only with the clock, and added there.
fn undetermined(reason: &Reason, context: Context<'_>) -> Answer {
    let Missing { smallest, open } = missing(reason, &context.situation.facts);
    Answer::Undetermined { missing: smallest, open, by: None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::answered::Answers;
    use crate::assess::specimen::{act, context, nothing, occurrence};
    use crate::rulebook::Rulebook;
    use crate::situation::Situation;
    use crate::situation::fact::Value;

    /// A duty on condition `c`, with these terms as its exceptions, each on the fact of its name.
    fn law(exceptions: &[(&str, &str, &str)]) -> Rulebook {
        let mut text = String::from(
            r#"scope = ["s"]
               [[term]]
               id = "s"
               title = WORDS
               cite = "s"
               when = { is = "s" }
               [[term]]
               id = "c"
               title = WORDS
               cite = "c"
               when = { is = "c" }
            "#,
        );
        for (id, then, overrides) in exceptions {
            text += &format!("[[term]]\nid = \"{id}\"\ntitle = WORDS\ncite = \"{id}\"\nwhen = {{ is = \"{id}\" }}\n");
            text += &format!("then = {then}\noverrides = {overrides}\n");
        }
        let names: Vec<&str> = exceptions.iter().map(|(id, ..)| *id).collect();
        text += &format!(
            "[[duty]]\nid = \"x/d\"\ntitle = WORDS\nrecipient = WORDS\nto = \"authority\"\nconsequence = WORDS\n\
             starts = {{ awareness = \"aware\" }}\ngoverned_by = \"start\"\nwatched = true\n\
             [[duty.version]]\nfrom = 2020-01-01\nwithin = {{ hours = 72 }}\nconditions = [\"c\"]\n\
             exceptions = {names:?}\nsource = SOURCE\n"
        );
        act(&text)
    }

    fn holding(facts: &[&str]) -> Situation {
        let mut situation = nothing();
        for fact in facts {
            let (key, value) = fact.strip_prefix('-').map_or((*fact, true), |key| (key, false));
            situation.facts.set(key, Value::YesNo(value));
        }
        situation
    }

    fn derived(law: &Rulebook, situation: &Situation, met: bool) -> Derived {
        let opening = Opening { reasons: Vec::new(), last_due: None, met };
        derive(&law.duty[0].version[0], opening, context(law, situation, &Answers::default()))
    }

    fn answer(exceptions: &[(&str, &str, &str)], facts: &[&str]) -> String {
        match derived(&law(exceptions), &holding(facts), false).answer {
            Answer::Undetermined { missing, .. } => {
                format!("missing {}", missing.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "))
            }
            Answer::Conflict { between } => {
                format!("conflict {}", between.iter().map(|ground| &*ground.id).collect::<Vec<_>>().join(" "))
            }
            Answer::Applies => "applies".to_owned(),
            Answer::DoesNotApply => "does not apply".to_owned(),
            Answer::Superseded { .. } => "superseded".to_owned(),
            Answer::NotInForce { .. } | Answer::NotCovered { .. } => unreachable!(),
        }
    }

    const EXEMPT: (&str, &str, &str) = ("e", "\"exempt\"", "[]");
    const REPLACED: &str = "{ replaced = WORDS }";

    #[test]
    fn an_act_that_does_not_concern_the_incident_is_asked_nothing_more() {
        let found = derived(&law(&[]), &holding(&["-s"]), false);
        assert_eq!((found.answer, found.scope), (Answer::DoesNotApply, Truth::No));
        assert_eq!(found.reason.children.len(), 1);
    }

    #[test]
    fn scope_comes_first_and_its_unknown_leaves_the_answer_open() {
        let found = derived(&law(&[]), &holding(&["c"]), false);
        assert_eq!(found.scope, Truth::Unknown);
        assert_eq!(found.reason.children[0].truth, Truth::Unknown);
        assert_eq!(answer(&[], &["c"]), "missing s");
    }

    #[test]
    fn an_exception_counts_only_once_it_is_known_to_hold_and_is_listed_before() {
        assert_eq!(answer(&[EXEMPT], &["s", "c"]), "applies");
        assert_eq!(answer(&[EXEMPT], &["s", "c", "e"]), "does not apply");
        assert_eq!(derived(&law(&[EXEMPT]), &holding(&["s", "c"]), false).reason.children.len(), 3);
    }

    #[test]
    fn an_exemption_and_what_is_required_in_spite_of_it_contradict_one_another_unless_one_goes_first() {
        let all = ["s", "c", "e", "r"];
        assert_eq!(answer(&[EXEMPT, ("r", "\"required\"", "[]")], &all), "conflict e r");
        assert_eq!(answer(&[EXEMPT, ("r", "\"required\"", "[\"e\"]")], &all), "applies");
        assert_eq!(answer(&[("e", "\"exempt\"", "[\"r\"]"), ("r", "\"required\"", "[]")], &all), "does not apply");
    }

    #[test]
    fn an_exemption_does_not_count_while_what_goes_before_it_may_hold() {
        let law = [EXEMPT, ("r", "\"required\"", "[\"e\"]")];
        assert_eq!(answer(&law, &["s", "c", "e"]), "applies");
        assert_eq!(answer(&law, &["s", "c", "e", "-r"]), "does not apply");
    }

    #[test]
    fn what_is_defeated_no_longer_defeats() {
        let law = [EXEMPT, ("r", "\"required\"", "[\"e\"]"), ("q", "\"exempt\"", "[\"r\"]")];
        assert_eq!(answer(&law, &["s", "c", "e", "r", "q"]), "does not apply");
        assert_eq!(answer(&law, &["s", "c", "e", "r", "-q"]), "applies");
    }

    #[test]
    fn two_that_each_claim_to_go_first_are_in_conflict() {
        let law = [("e", "\"exempt\"", "[\"r\"]"), ("r", "\"required\"", "[\"e\"]")];
        assert_eq!(answer(&law, &["s", "c", "e", "r"]), "conflict e r");
    }

    #[test]
    fn a_conflict_matters_only_where_the_duty_would_apply() {
        let law = [EXEMPT, ("r", "\"required\"", "[]")];
        assert_eq!(answer(&law, &["s", "-c", "e", "r"]), "does not apply");
        assert_eq!(answer(&law, &["s", "e", "r"]), "missing c");
    }

    #[test]
    fn what_is_replaced_is_superseded_unless_it_was_met_and_what_does_not_apply_is_not_replaced() {
        let law_of = law(&[("p", REPLACED, "[]")]);
        let facts = holding(&["s", "c", "p"]);
        assert!(matches!(derived(&law_of, &facts, false).answer, Answer::Superseded { .. }));
        assert_eq!(derived(&law_of, &facts, true).answer, Answer::Applies);
        assert_eq!(answer(&[("p", REPLACED, "[]")], &["s", "-c", "p"]), "does not apply");
        let other = r#"{ replaced = { en = "other", ko = "other", id = "other" } }"#;
        let two = [("p", REPLACED, "[]"), ("q", other, "[]")];
        assert_eq!(answer(&two, &["s", "c", "p", "q"]), "conflict p q");
    }

    #[test]
    fn another_period_that_may_hold_is_returned_as_perhaps() {
        let two = law(&[("i", "{ instead = { hours = 24 } }", "[]"), ("j", "{ instead = { hours = 4 } }", "[\"i\"]")]);
        let instead = |facts: &[&str]| derived(&two, &holding(facts), false).instead;
        assert_eq!(instead(&["s", "c", "-i", "-j"]), []);
        assert_eq!(instead(&["s", "c", "i", "-j"]), [(Period::Hours(24), Truth::Yes)]);
        assert_eq!(instead(&["s", "c", "i"]), [(Period::Hours(24), Truth::Yes), (Period::Hours(4), Truth::Unknown)]);
        assert_eq!(instead(&["s", "c", "i", "j"]), [(Period::Hours(4), Truth::Yes)]);
        let unordered = [("i", "{ instead = { hours = 24 } }", "[]"), ("j", "{ instead = { hours = 4 } }", "[]")];
        assert_eq!(answer(&unordered, &["s", "c", "i", "j"]), "conflict i j");
    }

    #[test]
    fn an_excuse_an_extension_and_a_hold_leave_the_duty_in_place() {
        let excused = "{ excused = { within = { hours = 1 }, ends = \"over\", why = WORDS } }";
        let held = "{ held = { begins = \"b\", ends = \"f\", then = \"extends\", why = WORDS } }";
        let law = law(&[("x", excused, "[]"), ("g", "{ extended = \"granted\" }", "[]"), ("h", held, "[]")]);
        let mut situation = holding(&["s", "c", "x", "g", "h"]);
        situation.occurrences.push(occurrence("granted", "2026-11-20T00:00:00Z"));
        let found = derived(&law, &situation, false);
        assert_eq!(found.answer, Answer::Applies);
        assert!(found.excuse.is_some() && found.extended.is_some() && found.holds.len() == 1);
        let without = derived(&law, &holding(&["s", "c"]), false);
        assert!(without.excuse.is_none() && without.extended.is_none() && without.holds.is_empty());
    }
}
