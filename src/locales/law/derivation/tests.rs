//! Each clause and each step in each language, with ids for names.

use super::expected::{expected, expected_step};
use crate::law::base::moment::{Moment, Precision, Timing};
use crate::law::base::money::Money;
use crate::law::base::words::{Lang, Words};
use crate::law::counting::{Closed, CountStep, Span};
use crate::law::rulebook::recipient::Recipient;
use crate::law::situation::fact::{Count, FactKey, Quality, Value};
use crate::law::situation::{CandidateId, DutyId, Filed, Flaw, OccurrenceId, Trigger};
use crate::law::verdict::{Awaited, Clause, ClockOrigin, Step};
use crate::law::vocabulary::FactDefinition;
use crate::locales::law::tests::words;
use crate::locales::{Naming, Text};
use chrono::NaiveDate;
use chrono_tz::Tz;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Calls everything by its id.
struct Ids;

impl Naming for Ids {
    fn definition(&self, _: &FactKey) -> Option<&FactDefinition> {
        None
    }

    fn fact(&self, key: &FactKey) -> String {
        key.to_string()
    }

    fn trigger(&self, trigger: &Trigger) -> String {
        trigger.to_string()
    }

    fn duty(&self, id: &DutyId) -> String {
        id.to_string()
    }

    fn occurrence(&self, id: &OccurrenceId) -> String {
        id.to_string()
    }

    fn candidate(&self, id: &CandidateId) -> String {
        id.to_string()
    }

    fn instant(&self, _: Moment) -> String {
        "now".to_owned()
    }

    fn timing(&self, at: Timing) -> String {
        self.instant(at.at)
    }

    fn day(&self, _: NaiveDate) -> String {
        "the 18th".to_owned()
    }
}

fn key() -> FactKey {
    FactKey::new("k")
}

fn five() -> Option<Count> {
    Some(Count { number: 5, quality: Quality::Exact })
}

fn at() -> Moment {
    Moment::from_rfc3339("2025-11-18T07:00:00Z").unwrap()
}

fn timing() -> Timing {
    Timing { at: at(), precision: Precision::Exact, zone: Tz::UTC }
}

fn duty() -> DutyId {
    DutyId::new("d")
}

fn clauses() -> Vec<Clause> {
    let ids: Arc<BTreeSet<String>> = Arc::new(["a".to_owned(), "b".to_owned()].into());
    let share = |above| Clause::Share {
        part: key(),
        whole: FactKey::new("w"),
        per_ten_thousand: 1_000,
        above,
        found: five().zip(five()),
    };
    let by = |of: Option<&str>, above| Clause::CountBy {
        key: key(),
        of: of.map(Into::into),
        threshold: 1_000,
        above,
        found: five(),
    };
    let money = |key, limit, of_turnover| Clause::MoneyAbove { key, limit, of_turnover, found: None };
    vec![
        Clause::Always,
        Clause::All,
        Clause::Any,
        Clause::Not,
        Clause::Some { at_least: 2 },
        Clause::Is { key: key(), expected: true, found: Some(Value::YesNo(false)) },
        Clause::AtLeast { key: key(), threshold: 1_000, found: None },
        Clause::MoreThan { key: key(), threshold: 1_000, found: five() },
        Clause::OneOf { key: key(), choices: ids, found: None },
        by(Some("p"), true),
        by(None, false),
        share(true),
        share(false),
        money(Some(key()), Some(Money::krw(7)), None),
        money(None, None, Some(200)),
        money(None, None, None),
        Clause::Filed { duty: duty() },
        Clause::Met { duty: duty() },
        Clause::Applies { duty: duty() },
        Clause::NoticeTo { to: Recipient::Persons, by: vec![duty()] },
        Clause::Later { hours: 24, moment: Some(timing()), than: None },
        Clause::Happened { trigger: Trigger::new("t") },
    ]
}

fn steps() -> Vec<Step> {
    let limb = |governs| Step::Limb { from: ClockOrigin::Own, start: Some(timing()), gives: None, governs };
    let filing =
        Filed { duty: duty(), instance: None, at: timing(), received: None, flaw: None, confirmed_early: false };
    let words = Words::name("why");
    vec![
        Step::Starts { at: timing() },
        Step::AddHours { hours: 24, gives: at() },
        Step::AddDays { days: 3, gives: at() },
        Step::Add { span: Span::Months(1), gives: at() },
        limb(true),
        limb(false),
        Step::LimbAwaits { awaits: Awaited::Incident },
        Step::Moved { why: words, to: at() },
        Step::PlaceUnknown { key: key() },
        Step::ClockOfPlace { zone: "Europe/Berlin".into(), several: false, cite: Words::name("w") },
        Step::ClockUnknown { key: key(), zone: "Asia/Seoul".into() },
        Step::MetByOccurrence { id: OccurrenceId::new("o"), at: timing() },
        Step::Flawed { flaw: Flaw::WrongBody, at: timing() },
        Step::BeforeStart { at: timing(), start: timing() },
        Step::Met { filing },
    ]
}

fn counting() -> Vec<CountStep> {
    let (day, ends) = (NaiveDate::from_ymd_opt(2025, 11, 18).unwrap(), at());
    let holiday = |announced| Closed::Holiday { name: "H".into(), announced };
    vec![
        CountStep::Starts { at: ends, day },
        CountStep::HourExcluded { counting_from: ends },
        CountStep::HoursAdded { hours: 24, gives: ends },
        CountStep::DayOne { day },
        CountStep::Skipped { day, why: Closed::Weekend },
        CountStep::Skipped { day, why: holiday(false) },
        CountStep::FurtherSkipped { days: 9 },
        CountStep::Clamped { wanted: 31, day },
        CountStep::YearEnds { day },
        CountStep::LastDay { day, ends },
        CountStep::Closes { at: "17:30".into(), zone: "America/New_York".into(), gives: ends },
        CountStep::TwoWorkingDays { to: day, ends },
        CountStep::Rolled { from: day, why: holiday(true), to: day, ends },
        CountStep::NotAnnounced { calendar: "c".into(), day },
        CountStep::CalendarEnds { calendar: "c".into(), day },
    ]
}

#[test]
fn each_clause_is_worded_in_each_language() {
    for clause in clauses() {
        assert_eq!(words(|t| t.clause(&clause, &Ids)), expected(&clause), "{clause:?}");
    }
}

#[test]
fn each_step_is_worded_in_each_language() {
    for step in steps().into_iter().chain(counting().into_iter().map(|of| Step::Counted { of })) {
        assert_eq!(words(|t| t.step(&step, &Ids)), expected_step(&step), "{step:?}");
    }
}

#[test]
fn arithmetic_leaves_out_what_counting_repeats() {
    let of = counting().into_iter().map(|of| Step::Counted { of });
    let steps: Vec<Step> = [Step::Starts { at: timing() }].into_iter().chain(of).collect();
    let starts =
        Text::new(Lang::En).steps(&steps, &Ids).iter().filter(|line| line.starts_with("The clock starts")).count();
    assert_eq!(starts, 1);
}

#[test]
fn an_estimate_near_a_threshold_is_said_to_leave_it_open_and_a_clear_one_is_not() {
    let said = |number| {
        let found = Some(Count { number, quality: Quality::Estimate });
        Text::new(Lang::En).clause(&Clause::AtLeast { key: key(), threshold: 500, found }, &Ids)
    };
    assert!(said(480).ends_with("so it leaves this open"), "{}", said(480));
    assert!(![said(249), said(1_000)].concat().contains("leaves this open"));
}
