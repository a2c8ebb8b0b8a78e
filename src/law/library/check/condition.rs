//! Conditions: every fact exists and is of the kind that is asked for, every list can be meant.

use super::Checking;
use crate::base::spans::Step;
use crate::base::spans::Step::Key;
use crate::rulebook::among::Among;
use crate::rulebook::condition::Condition;
use crate::rulebook::visit::Takes;
use crate::situation::fact::FactKey;
use crate::vocabulary::FactKind;

impl<'a> Checking<'a> {
    pub(crate) fn check_condition(&mut self, condition: &'a Condition) {
        let key = match condition {
            Condition::All(parts) if parts.is_empty() => "all",
            Condition::Any(parts) if parts.is_empty() => "any",
            Condition::Some(some) => {
                if some.at_least == 0 || usize::try_from(some.at_least).is_ok_and(|n| n > some.of.len()) {
                    let problem = "there are fewer conditions than must hold, or none must";
                    self.wrong(&[Key("some"), Key("at-least")], problem, "correct the number");
                }
                return;
            }
            Condition::OneOf(Among { from: Some(from), until: Some(until), .. }) if until.0 < from.0 => {
                let problem = "the last day is before the first";
                return self.wrong(&[Key("one-of"), Key("until")], problem, "correct one of the two");
            }
            Condition::AnyAtLeast(count) if count.of.is_some() => return self.any_of("any-at-least"),
            Condition::AnyMoreThan(count) if count.of.is_some() => return self.any_of("any-more-than"),
            _ => return,
        };
        self.wrong(&[Key(key)], "a list of conditions is empty", "name at least one");
    }

    fn any_of(&mut self, key: &'static str) {
        let problem = "`of` names one choice, this asks for any";
        self.wrong(&[Key(key), Step::Name("of")], problem, "remove `of`, or use `at-least`");
    }

    pub(crate) fn check_fact(&mut self, key: &'a FactKey, takes: Takes) {
        let Some(fact) = self.vocabulary.fact(key) else {
            let hint = "`dutyclock schema case` lists the facts; one of your own goes into `vocabulary`";
            return self.wrong(&[], "there is no such fact", hint);
        };
        let expected = match (takes, &fact.kind) {
            (Takes::YesNo, FactKind::YesNo)
            | (Takes::Count, FactKind::Count { .. })
            | (Takes::CountBy, FactKind::CountBy { .. })
            | (Takes::Choice, FactKind::Choice { .. })
            | (Takes::Choices, FactKind::Choice { .. } | FactKind::Choices { .. })
            | (Takes::Money, FactKind::Money) => return,
            (Takes::YesNo, _) => "yes or no",
            (Takes::Count, _) => "a count",
            (Takes::CountBy, _) => "a count by choice",
            (Takes::Choice, _) => "a choice of one, whose answers are countries",
            (Takes::Choices, _) => "a choice",
            (Takes::Money, _) => "a sum of money",
        };
        let problem = format!("this fact is of another kind: expected {expected}");
        self.wrong(&[], &problem, "is: yes-no, at-least: count, `of`: count-by, one-of: choice or choices");
    }

    /// A choice of a fact that has choices; others are refused where the fact is named.
    pub(crate) fn check_choice(&mut self, key: &FactKey, choice: &str, further: &[Step]) {
        let Some(fact) = self.vocabulary.fact(key) else { return };
        let chosen = matches!(fact.kind, FactKind::Choice { .. } | FactKind::Choices { .. } | FactKind::CountBy { .. });
        if chosen && fact.choice(choice).is_none() {
            let hint = format!("`dutyclock schema case` lists the choices of `{key}`");
            self.wrong(further, "there is no such choice", &hint);
        }
    }
}
