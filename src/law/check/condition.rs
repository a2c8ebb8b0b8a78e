//! Conditions: every fact exists and is of the kind that is asked for, every number can be meant.

use super::super::condition::{Condition, Threshold};
use super::super::fact::FactKey;
use super::super::starts::StartRef;
use super::super::vocabulary::{FactDefinition, FactKind, TriggerKind};
use super::Checking;

impl<'a> Checking<'a> {
    pub(super) fn condition(&mut self, condition: &'a Condition) {
        let mut parts = Vec::new();
        condition.walk(&mut |part| parts.push(part.clone()));
        for part in &parts {
            self.part(part);
        }
    }

    fn part(&mut self, part: &Condition) {
        match part {
            Condition::All(parts) | Condition::Any(parts) if parts.is_empty() => {
                self.wrong("all", "a list of conditions is empty", "name at least one");
            }
            Condition::Some(some)
                if some.at_least == 0 || usize::try_from(some.at_least).is_ok_and(|n| n > some.of.len()) =>
            {
                self.wrong("at-least", "there are fewer conditions than must hold, or none must", "correct the number");
            }
            Condition::All(_) | Condition::Any(_) | Condition::Not(_) | Condition::Some(_) | Condition::NoticeTo(_) => {
            }
            Condition::Is(key) | Condition::IsNot(key) => {
                self.of_kind(key, "yes or no", |kind| matches!(kind, FactKind::YesNo));
            }
            Condition::AtLeast(threshold) | Condition::MoreThan(threshold) => self.threshold(threshold),
            Condition::AnyAtLeast(threshold) | Condition::AnyMoreThan(threshold) => {
                self.of_kind(&threshold.key, "a count by choice", |kind| matches!(kind, FactKind::CountBy { .. }));
                if threshold.of.is_some() {
                    self.wrong("of", "`of` names one choice, this asks for any", "remove `of`, or use `at-least`");
                }
            }
            Condition::OneOf(among) => {
                let choice = |kind: &FactKind| matches!(kind, FactKind::Choice { .. } | FactKind::Choices { .. });
                if let Some(fact) = self.of_kind(&among.key, "a choice", choice) {
                    among.choices.iter().for_each(|choice| self.choice(fact, choice));
                }
                if among.choices.is_empty() {
                    self.wrong(among.key.as_str(), "no choice is named", "name at least one");
                }
            }
            Condition::ShareAbove(share) | Condition::ShareAtLeast(share) => {
                for key in [&share.part, &share.whole] {
                    self.of_kind(key, "a count", |kind| matches!(kind, FactKind::Count { .. }));
                }
                if !(1..=10_000).contains(&share.per_ten_thousand) {
                    self.wrong("per-ten-thousand", "expected 1 to 10000", "10 % is 1000");
                }
            }
            Condition::MoneyAbove(above) => {
                self.money(&above.key);
                self.positive(above.sum);
            }
            Condition::MoneyAboveTurnover(above) => self.money(&above.key),
            Condition::TurnoverAbove(above) => self.positive(above.sum),
            Condition::Happened(trigger) => self.trigger(trigger, TriggerKind::Occurrence),
            // Whether the duties exist is seen where all rulebooks are together.
            Condition::Filed(_) | Condition::Met(_) | Condition::Applies(_) => {}
            Condition::Later(later) => {
                self.start(&later.start);
                self.start(&later.after);
            }
        }
    }

    fn threshold(&mut self, threshold: &Threshold) {
        let Some(of) = &threshold.of else {
            self.of_kind(&threshold.key, "a count", |kind| matches!(kind, FactKind::Count { .. }));
            return;
        };
        let by_choice =
            self.of_kind(&threshold.key, "a count by choice", |kind| matches!(kind, FactKind::CountBy { .. }));
        if let Some(fact) = by_choice {
            self.choice(fact, of);
        }
    }

    fn choice(&mut self, fact: &FactDefinition, choice: &str) {
        if fact.choice(choice).is_none() {
            let hint = format!("see the choices of `{}` under src/law/vocabulary", fact.key);
            self.wrong(choice, "there is no such choice", &hint);
        }
    }

    /// The fact, if it is there and of the kind.
    pub(super) fn of_kind(
        &mut self,
        key: &FactKey,
        expected: &str,
        fits: impl Fn(&FactKind) -> bool,
    ) -> Option<&'a FactDefinition> {
        let fact = self.fact(key)?;
        if fits(&fact.kind) {
            return Some(fact);
        }
        let problem = format!("this fact is of another kind: expected {expected}");
        self.wrong(key.as_str(), &problem, "is: yes-no, at-least: count, `of`: count-by, one-of: choice or choices");
        None
    }

    pub(super) fn money(&mut self, key: &FactKey) {
        self.of_kind(key, "a sum of money", |kind| matches!(kind, FactKind::Money));
    }

    pub(super) fn positive(&mut self, sum: i64) {
        if sum <= 0 {
            self.wrong(
                &sum.to_string(),
                "expected a sum above zero",
                "write it in whole units of the rulebook's currency",
            );
        }
    }

    /// A moment to which something refers.
    pub(super) fn start(&mut self, start: &StartRef) {
        match start {
            StartRef::Awareness(trigger) => self.trigger(trigger, TriggerKind::Awareness),
            StartRef::First(trigger) | StartRef::Latest(trigger) => self.trigger(trigger, TriggerKind::Occurrence),
            StartRef::Own | StartRef::Incident | StartRef::Filing(_) | StartRef::LatestFiling(_) | StartRef::Due(_) => {
            }
        }
    }
}
