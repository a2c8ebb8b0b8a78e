//! Conditions in words, as the rulebook states them and before anything is known.

use super::start::start;
use super::words::{duty, trigger};
use crate::law::base::days::Days;
use crate::law::base::money::{Currency, Money};
use crate::law::library::Library;
use crate::law::rulebook::among::Among;
use crate::law::rulebook::condition::{Condition, ShareOf, Threshold};
use crate::law::situation::fact::FactKey;
use crate::law::vocabulary::FactDefinition;
use crate::locales::Text;
use std::collections::BTreeSet;

/// More choices than this are cut short.
const MANY: usize = 12;
/// Groups of countries that have a name.
const UNION: &str = "eu";
const AREA: &str = "eea";

/// Puts the conditions of one rulebook into words.
#[derive(Debug, Clone, Copy)]
pub struct Conditions<'a> {
    /// The reader's language.
    pub t: Text,
    /// The law, for names.
    pub library: &'a Library,
    /// The rulebook's currency.
    pub currency: Currency,
}

impl Conditions<'_> {
    /// A condition on one line.
    #[must_use]
    pub fn say(self, condition: &Condition) -> String {
        let t = self.t;
        match condition {
            Condition::All(parts) => self.several(parts, |parts| t.library_if_all(parts)),
            Condition::Any(parts) => self.several(parts, |parts| t.library_if_any(parts)),
            Condition::Some(some) => t.library_if_some(some.at_least, self.joined(&some.of)),
            Condition::Not(part) => t.library_if_not(self.say(part)),
            Condition::Is(key) => t.library_if_is(self.fact(key), t.yes()),
            Condition::IsNot(key) => t.library_if_is(self.fact(key), t.no()),
            Condition::AtLeast(threshold) => self.count(threshold, false, false),
            Condition::MoreThan(threshold) => self.count(threshold, true, false),
            Condition::AnyAtLeast(threshold) => self.count(threshold, false, true),
            Condition::AnyMoreThan(threshold) => self.count(threshold, true, true),
            Condition::OneOf(among) => t.library_if_one_of(self.fact(&among.key), self.among(among)),
            Condition::ShareAbove(of) => self.share(of, true),
            Condition::ShareAtLeast(of) => self.share(of, false),
            Condition::MoneyAbove(above) => t.library_if_more_than(self.fact(&above.key), self.sum(above.sum)),
            Condition::MoneyAboveTurnover(above) => {
                t.library_if_more_than(self.fact(&above.key), t.amount_share(t.share(above.per_ten_thousand)))
            }
            Condition::TurnoverAbove(above) => t.library_if_more_than(t.law_clause_turnover(), self.sum(above.sum)),
            Condition::Happened(of) => t.library_if_happened(trigger(t, self.library, of)),
            Condition::Filed(id) => t.law_clause_filed(duty(t, self.library, id)),
            Condition::Met(id) => t.law_clause_met(duty(t, self.library, id)),
            Condition::Applies(id) => t.law_clause_applies(duty(t, self.library, id)),
            Condition::NoticeTo(to) => t.law_clause_notice_to(t.recipient(*to)),
            Condition::Later(later) => {
                let moment = |of| start(t, self.library, of);
                t.law_clause_later(moment(&later.start), later.hours.to_string(), moment(&later.after))
            }
        }
    }

    fn several(self, parts: &[Condition], say: impl Fn(String) -> String) -> String {
        match parts {
            [only] => self.say(only),
            parts => say(self.joined(parts)),
        }
    }

    fn joined(self, parts: &[Condition]) -> String {
        parts.iter().map(|part| self.say(part)).collect::<Vec<_>>().join("; ")
    }

    fn known(&self, key: &FactKey) -> Option<&FactDefinition> {
        self.library.vocabulary().fact(key)
    }

    fn fact(&self, key: &FactKey) -> String {
        self.known(key).map_or_else(|| key.to_string(), |fact| fact.title.get(self.t.lang()).to_owned())
    }

    fn choice(&self, key: &FactKey, id: &str) -> String {
        self.t.choice(id, self.known(key))
    }

    /// The choices that count on all days, then those that count within some only, with these.
    fn among(self, among: &Among) -> String {
        let t = self.t;
        let mut dated: Vec<(Days, BTreeSet<String>)> = Vec::new();
        for id in among.choices.iter() {
            let days = among.days(id);
            if let Some((_, ids)) = dated.iter_mut().find(|(known, _)| *known == days) {
                ids.insert(id.clone());
            } else {
                dated.push((days, [id.clone()].into()));
            }
        }
        dated.sort_by_key(|(days, _)| (days.from, days.until));
        let said = dated.iter().map(|(days, ids)| {
            let ids = self.choices(&among.key, ids);
            match (days.from, days.until) {
                (None, None) => ids,
                (Some(from), None) => t.library_choices_from(ids, t.date(from)),
                (None, Some(until)) => t.library_choices_until(ids, t.date(until)),
                (Some(from), Some(until)) => t.library_choices_between(ids, t.date(from), t.date(until)),
            }
        });
        said.collect::<Vec<_>>().join("; ")
    }

    fn choices(self, key: &FactKey, choices: &BTreeSet<String>) -> String {
        let t = self.t;
        let is = |group: &str| {
            let group = self.library.vocabulary().group(group).unwrap_or_default();
            group.len() == choices.len() && group.iter().all(|choice| choices.contains(choice))
        };
        if is(UNION) {
            return t.library_european_union();
        }
        if is(AREA) {
            return t.library_economic_area();
        }
        let mut named: Vec<String> = choices.iter().take(MANY).map(|id| self.choice(key, id)).collect();
        if choices.len() > MANY {
            named.push(t.library_and_more(choices.len() - MANY));
        }
        named.join(", ")
    }

    fn count(self, threshold: &Threshold, above: bool, any: bool) -> String {
        let t = self.t;
        let what = match (&threshold.of, any) {
            (Some(of), _) => t.law_clause_in_one(self.fact(&threshold.key), self.choice(&threshold.key, of)),
            (None, true) => t.law_clause_in_any(self.fact(&threshold.key)),
            (None, false) => self.fact(&threshold.key),
        };
        let number = t.number_of(threshold.number, self.known(&threshold.key));
        if above { t.library_if_more_than(what, number) } else { t.library_if_at_least(what, number) }
    }

    fn share(self, of: &ShareOf, above: bool) -> String {
        let amount = self.t.law_clause_of(self.t.share(of.per_ten_thousand), self.fact(&of.whole));
        let part = self.fact(&of.part);
        if above { self.t.library_if_more_than(part, amount) } else { self.t.library_if_at_least(part, amount) }
    }

    fn sum(self, units: i64) -> String {
        self.t.money(Money::whole(self.currency, units))
    }
}
