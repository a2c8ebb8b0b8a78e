//! What a rulebook asks about: the facts and the moments it looks at anywhere, so that pages ask for nothing that no act
//! would use; and whether it concerns a situation at all, with what would settle that. Decides no duty.

use super::condition::Condition;
use super::counting_rule::{CalendarOf, Counting};
use super::derive;
use super::duty::Duty;
use super::fact::FactKey;
use super::fine::{Amount, Base};
use super::form::Fills;
use super::known::Context;
use super::library::Library;
use super::missing::missing;
use super::moment::Moment;
use super::others::Answers;
use super::period::Period;
use super::rulebook::Rulebook;
use super::situation::{Situation, Trigger};
use super::starts::{StartRef, Starts};
use super::term::{Effect, Term};
use super::truth::Truth;
use super::version::Version;
use std::collections::BTreeSet;

/// What one rulebook looks at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ActInputs {
    /// Facts: in its terms, deadlines, calendars and fines, and in the forms of its duties.
    pub facts: BTreeSet<FactKey>,
    /// Moments of awareness and occurrences.
    pub triggers: BTreeSet<Trigger>,
}

/// Whether an act concerns a situation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concern {
    /// The answer.
    pub truth: Truth,
    /// While it is open: a smallest set of facts that would settle the first open condition of its scope.
    pub missing: BTreeSet<FactKey>,
}

impl Library {
    /// Everything that a rulebook asks about.
    #[must_use]
    pub fn asked(&self, rulebook: &Rulebook) -> ActInputs {
        let mut asked = ActInputs::default();
        rulebook.term.iter().for_each(|term| asked.term(term));
        asked.counting(rulebook.counting.as_ref());
        for duty in &rulebook.duty {
            asked.duty(duty);
            let form = duty.form.as_ref().and_then(|form| self.form(form));
            let fills = form.into_iter().flat_map(|form| form.fields()).map(|field| &field.fills);
            asked.facts.extend(fills.filter_map(|fills| match fills {
                Fills::Fact(key) => Some(key.clone()),
                _ => None,
            }));
        }
        asked
    }

    /// For each rulebook whether it concerns a situation: territory first, then the kind of organisation.
    #[must_use]
    pub fn concerns(&self, situation: &Situation, now: Moment) -> Vec<(&Rulebook, Concern)> {
        let (situation, inferred) = self.vocabulary().settle(situation);
        let (situation, inferred, answers) = (&*situation, &inferred, &Answers::default());
        let concern = |rulebook: &Rulebook| {
            let context =
                Context { rulebook, situation, inferred, answers, scope: None, own: None, not_after: None, now };
            let truth = derive::scope(context).truth;
            let mut open = rulebook.terms(&rulebook.scope).map(|term| term.ask(context));
            let first = open.find(|reason| reason.truth == Truth::Unknown).filter(|_| truth == Truth::Unknown);
            let missing = first.map(|reason| missing(&reason, &situation.facts).smallest).unwrap_or_default();
            Concern { truth, missing }
        };
        self.rulebooks().iter().map(|rulebook| (rulebook, concern(rulebook))).collect()
    }
}

impl ActInputs {
    fn term(&mut self, term: &Term) {
        self.condition(&term.when);
        match &term.then {
            Some(Effect::Instead(period)) => self.period(period),
            Some(Effect::Excused(excuse)) => {
                self.period(&excuse.within);
                self.triggers.insert(excuse.ends.clone());
            }
            Some(Effect::Extended(trigger)) => {
                self.triggers.insert(trigger.clone());
            }
            Some(Effect::Held(hold)) => self.triggers.extend([hold.begins.clone(), hold.ends.clone()]),
            Some(Effect::Exempt | Effect::Required | Effect::Replaced(_)) | None => {}
        }
    }

    fn duty(&mut self, duty: &Duty) {
        match &duty.starts {
            Starts::Awareness(of) => self.triggers.extend(of.iter().cloned()),
            Starts::Occurrence(on) => self.triggers.extend([on.trigger.clone()]),
            Starts::Each(each) => self.triggers.extend([each.trigger.clone()]),
            Starts::Filing(_) | Starts::Due(_) | Starts::Incident(_) => {}
        }
        self.triggers.extend(duty.met_by.occurrence.clone());
        duty.version.iter().for_each(|version| self.version(version));
        for fine in &duty.fine {
            fine.when.iter().chain(&fine.unless).for_each(|condition| self.condition(condition));
            let sums = fine.version.iter().flat_map(|version| version.most.iter().chain(&version.least));
            sums.for_each(|sum| self.amount(sum));
        }
    }

    fn version(&mut self, version: &Version) {
        self.counting(version.counting.as_ref());
        version.within.iter().for_each(|period| self.period(period));
        if let Some(deadline) = &version.deadline {
            let (mut starts, mut conditions) = (Vec::new(), Vec::new());
            deadline.walk(&mut |after| starts.push(after), &mut |condition| conditions.push(condition));
            for after in starts {
                self.start(&after.start);
                self.period(&after.within);
            }
            conditions.into_iter().for_each(|condition| self.condition(condition));
        }
        if let Some(rule) = &version.not_before {
            self.start(&rule.start);
        }
    }

    fn counting(&mut self, counting: Option<&Counting>) {
        if let Some(CalendarOf::By(calendar)) = counting.and_then(|counting| counting.calendar.as_ref()) {
            self.facts.insert(calendar.by.clone());
        }
    }

    fn period(&mut self, period: &Period) {
        if let Period::Until(trigger) = period {
            self.triggers.insert(trigger.clone());
        }
    }

    fn start(&mut self, start: &StartRef) {
        if let StartRef::Awareness(trigger) | StartRef::First(trigger) | StartRef::Latest(trigger) = start {
            self.triggers.insert(trigger.clone());
        }
    }

    fn condition(&mut self, condition: &Condition) {
        condition.walk(&mut |part| match part {
            Condition::Is(key) | Condition::IsNot(key) => self.fact(key),
            Condition::AtLeast(at) | Condition::MoreThan(at) => self.fact(&at.key),
            Condition::AnyAtLeast(at) | Condition::AnyMoreThan(at) => self.fact(&at.key),
            Condition::OneOf(among) => self.fact(&among.key),
            Condition::ShareAbove(share) | Condition::ShareAtLeast(share) => {
                self.fact(&share.part);
                self.fact(&share.whole);
            }
            Condition::MoneyAbove(above) => self.fact(&above.key),
            Condition::MoneyAboveTurnover(above) => self.fact(&above.key),
            Condition::Happened(trigger) => {
                self.triggers.insert(trigger.clone());
            }
            Condition::Later(later) => {
                self.start(&later.start);
                self.start(&later.after);
            }
            Condition::All(_)
            | Condition::Any(_)
            | Condition::Not(_)
            | Condition::Some(_)
            | Condition::TurnoverAbove(_)
            | Condition::Filed(_)
            | Condition::Met(_)
            | Condition::Applies(_)
            | Condition::NoticeTo(_) => {}
        });
    }

    fn fact(&mut self, key: &FactKey) {
        self.facts.insert(key.clone());
    }

    fn amount(&mut self, amount: &Amount) {
        match amount {
            Amount::HigherOf(parts) | Amount::LowerOf(parts) | Amount::Plus(parts) => {
                parts.iter().for_each(|part| self.amount(part));
            }
            Amount::If(choose) => {
                self.condition(&choose.when);
                self.amount(&choose.then);
                self.amount(&choose.otherwise);
            }
            Amount::Times(times) => self.amount(&times.of),
            Amount::Per(per) => {
                self.fact(&per.each);
                self.amount(&per.of);
            }
            Amount::PerDay(per_day) => self.amount(&per_day.of),
            Amount::Share(share) => self.base(&share.base),
            Amount::ShareOrSum(either) => self.base(&either.share.base),
            Amount::DailyShare(daily) => self.base(&daily.base),
            Amount::Sum(_) | Amount::Units(_) | Amount::Stairs(_) => {}
        }
    }

    fn base(&mut self, base: &Base) {
        if let Base::Fact(key) = base {
            self.fact(key);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_act_asks_what_its_terms_its_form_and_its_clocks_look_at_and_nothing_else() {
        let library = Library::embedded().unwrap();
        let asked = library.asked(library.rulebook("kr.network-act").unwrap());
        assert!(asked.facts.contains(&FactKey::new("intrusion")), "a condition");
        assert!(asked.facts.contains(&FactKey::new("cause")), "a field of its form");
        assert!(!asked.facts.contains(&FactKey::new("org-hipaa-covered-entity")), "another country's");
        assert!(asked.triggers.contains(&Trigger::new("aware-incident")));
        assert!(asked.triggers.contains(&Trigger::new("preservation-lifted")), "what ends an order");
        assert!(!asked.triggers.contains(&Trigger::new("materiality-determined")));
    }

    #[test]
    fn place_is_asked_before_kind() {
        let library = Library::embedded().unwrap();
        let finma = library.rulebook("ch.finma").unwrap();
        let mut situation = super::super::specimen::nothing();
        let now = Moment::from_seconds(1_795_000_000);
        let concern = |situation: &Situation| {
            library.concerns(situation, now).into_iter().find(|(book, _)| book.id == finma.id).unwrap().1
        };
        let missing = |situation: &Situation| concern(situation).missing;
        assert_eq!(missing(&situation).into_iter().next(), Some(FactKey::new("org-countries")));
        let choices = |ids: &[&str]| super::super::fact::Value::choices(ids.iter().copied());
        situation.facts.set("org-countries", choices(&["ch"]));
        assert!(!missing(&situation).contains(&FactKey::new("org-countries")));
        situation.facts.set("org-countries", choices(&["kr"]));
        situation.facts.set("people-countries", choices(&["kr"]));
        assert_eq!(concern(&situation).truth, Truth::No);
    }
}
