//! A small act and an empty situation, for unit tests of conditions, exceptions and amounts.

use super::answered::Answers;
use super::context::Context;
use crate::base::moment::{Moment, Timing};
use crate::base::money::{Currency, Money};
use crate::rulebook::Rulebook;
use crate::rulebook::condition::Condition;
use crate::rulebook::period::day_of;
use crate::situation::fact::{Count, Quality, Value};
use crate::situation::{DutyId, Filed, Occurrence, OccurrenceId, Situation, Trigger};
use crate::verdict::reason::Reason;
use crate::vocabulary::complete::Inferred;
use chrono_tz::Europe::Berlin;

/// The words of everything in it.
pub(crate) const WORDS: &str = r#"{ en = "w", ko = "w", id = "w" }"#;
/// The source of everything in it.
pub(crate) const SOURCE: &str = r#"{ cite = { en = "c", ko = "c", id = "c" }, url = "https://example.org", verified_on = 2026-11-22, confidence = "analysis" }"#;

/// An act in euro and in Berlin's days, with these further keys, terms and duties (`WORDS` and `SOURCE` are filled in).
pub(crate) fn act(rest: &str) -> Rulebook {
    let head = r#"
        title = WORDS
        short = WORDS
        country = "EU"
        zone = "Europe/Berlin"
        currency = "EUR"
        covers_from = 2020-01-01
        source = SOURCE
    "#;
    let rest = if rest.contains("[[duty]]") { rest.to_owned() } else { format!("duty = []\n{rest}") };
    let text = format!("{head}{rest}").replace("WORDS", WORDS).replace("SOURCE", SOURCE);
    toml::from_str(&text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// A condition as written in a rulebook.
pub(crate) fn condition(text: &str) -> Condition {
    #[derive(serde::Deserialize)]
    struct Holder {
        when: Condition,
    }
    let read: Holder = toml::from_str(&format!("when = {text}")).unwrap_or_else(|error| panic!("{error}\n{text}"));
    read.when
}

/// A situation of which nothing is known.
pub(crate) fn nothing() -> Situation {
    Situation {
        zone: Berlin,
        facts: crate::situation::fact::Facts::default(),
        known_since: std::collections::BTreeMap::new(),
        occurred: None,
        candidates: Vec::new(),
        occurrences: Vec::new(),
        filings: Vec::new(),
        turnover: std::collections::BTreeMap::new(),
        house_target_hours: None,
    }
}

/// Asks a condition of a situation, at noon (UTC) of 22 November 2026, in an act of its own.
pub(crate) fn ask(text: &str, situation: &Situation) -> Reason {
    condition(text).ask(context(&act(""), situation, &Answers::default()))
}

/// What is known, at noon (UTC) of 22 November 2026.
pub(crate) fn context<'a>(rulebook: &'a Rulebook, situation: &'a Situation, answers: &'a Answers) -> Context<'a> {
    static NOTHING_FOLLOWS: Inferred<'static> = Inferred::new();
    let (inferred, now) = (&NOTHING_FOLLOWS, at("2026-11-22T12:00:00Z"));
    let day = day_of(now, rulebook.zone_for(situation));
    Context { rulebook, situation, inferred, answers, scope: None, own: None, not_after: None, day, now }
}

/// A moment.
pub(crate) fn at(text: &str) -> Moment {
    Moment::from_rfc3339(text).unwrap()
}

/// An occurrence known to the second.
pub(crate) fn occurrence(trigger: &str, moment: &str) -> Occurrence {
    let at = Timing::exact(at(moment), Berlin);
    Occurrence {
        id: OccurrenceId::new(moment),
        trigger: Trigger::new(trigger),
        at,
        presumed: false,
        acts: std::collections::BTreeSet::new(),
    }
}

/// A filing known to the second.
pub(crate) fn filing(duty: &str, moment: &str) -> Filed {
    Filed {
        duty: DutyId::new(duty),
        instance: None,
        at: Timing::exact(at(moment), Berlin),
        received: None,
        flaw: None,
        confirmed_early: false,
    }
}

/// A count.
pub(crate) fn count(number: u64, quality: Quality) -> Value {
    Value::Count(Count { number, quality })
}

/// Euro.
pub(crate) fn euro(units: i64) -> Money {
    Money::whole(Currency::Eur, units)
}
