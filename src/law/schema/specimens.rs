//! One of each thing that can stand in an assessment, against its definition in the schema; and each branch of the
//! schema must have one. A new variant does not compile until it is listed here.

use super::{ASSESSMENT, Value, json};
use crate::base::moment::{Moment, Timing};
use crate::base::money::Money;
use crate::base::truth::Truth;
use crate::base::words::Words;
use crate::counting::{Closed, CountStep, Span};
use crate::rulebook::period::Promptness;
use crate::situation::fact::{Count, FactKey, Quality, Value as Known};
use crate::situation::{CandidateId, DutyId, Filed, Flaw, OccurrenceId, Trigger};
use crate::verdict::clock::{Awaited, ClockOrigin, Due, Receipt, Standing, Step};
use crate::verdict::exposure::How;
use crate::verdict::{Answer, Clause};
use boon::{Compiler, Schemas};
use chrono::NaiveDate;
use serde::Serialize;

fn moment() -> Moment {
    Moment::from_seconds(1_800_000_000)
}

fn timing() -> Timing {
    Timing::exact(moment(), chrono_tz::UTC)
}

fn day() -> NaiveDate {
    "2026-11-22".parse().unwrap()
}

fn count() -> Count {
    Count { number: 5, quality: Quality::AtLeast }
}

fn key() -> FactKey {
    FactKey::new("persons-affected")
}

fn duty() -> DutyId {
    DutyId::new("eu.gdpr/authority")
}

fn written<T: Serialize>(all: &[T]) -> Vec<Value> {
    all.iter().map(|one| serde_json::to_value(one).unwrap()).collect()
}

fn answers() -> Vec<Value> {
    let all = [
        Answer::Applies,
        Answer::DoesNotApply,
        Answer::Undetermined { missing: [key()].into(), open: [key()].into(), by: Some(moment()) },
        Answer::Conflict { between: Vec::new() },
        Answer::NotInForce { from: Some(day()) },
        Answer::NotCovered { before: day() },
        Answer::Superseded { by: Words::name("x") },
    ];
    for one in &all {
        match one {
            Answer::Applies
            | Answer::DoesNotApply
            | Answer::Undetermined { .. }
            | Answer::Conflict { .. }
            | Answer::NotInForce { .. }
            | Answer::NotCovered { .. }
            | Answer::Superseded { .. } => {}
        }
    }
    written(&all)
}

fn values() -> Vec<Value> {
    let all = [
        Known::YesNo(true),
        Known::Count(count()),
        Known::CountBy([("ca".to_owned(), count())].into()),
        Known::Choice("high".to_owned()),
        Known::choices(["de"]),
        Known::Money(Money::krw(5)),
        Known::Text("x".to_owned()),
    ];
    for one in &all {
        match one {
            Known::YesNo(_)
            | Known::Count(_)
            | Known::CountBy(_)
            | Known::Choice(_)
            | Known::Choices(_)
            | Known::Money(_)
            | Known::Text(_) => {}
        }
    }
    written(&all)
}

fn clauses() -> Vec<Value> {
    let (threshold, found) = (5, Some(count()));
    let all = [
        Clause::Always,
        Clause::All,
        Clause::Any,
        Clause::Not,
        Clause::Is { key: key(), expected: true, found: None },
        Clause::AtLeast { key: key(), threshold, found },
        Clause::OneOf { key: key(), choices: std::sync::Arc::default(), found: Some(Known::YesNo(true)) },
        Clause::MoreThan { key: key(), threshold, found },
        Clause::CountBy { key: key(), of: Some("ca".into()), threshold, above: true, found },
        Clause::Some { at_least: 2 },
        Clause::Share { part: key(), whole: key(), per_ten_thousand: 1, above: true, found: Some((count(), count())) },
        Clause::MoneyAbove { key: None, limit: Some(Money::krw(5)), of_turnover: Some(1), found: None },
        Clause::Filed { duty: duty() },
        Clause::Met { duty: duty() },
        Clause::Applies { duty: duty() },
        Clause::NoticeTo { to: crate::rulebook::recipient::Recipient::Authority, by: vec![duty()] },
        Clause::Later { hours: 24, moment: Some(timing()), than: None },
        Clause::Happened { trigger: Trigger::new("ransom-paid") },
    ];
    for one in &all {
        match one {
            Clause::Always | Clause::All | Clause::Any | Clause::Not | Clause::Some { .. } => {}
            Clause::Is { .. } | Clause::AtLeast { .. } | Clause::OneOf { .. } | Clause::MoreThan { .. } => {}
            Clause::CountBy { .. } | Clause::Share { .. } | Clause::MoneyAbove { .. } => {}
            Clause::Filed { .. } | Clause::Met { .. } | Clause::Applies { .. } | Clause::NoticeTo { .. } => {}
            Clause::Later { .. } | Clause::Happened { .. } => {}
        }
    }
    written(&all)
}

fn origins() -> Vec<Value> {
    let all = [
        ClockOrigin::Candidate(CandidateId::new("c")),
        ClockOrigin::Occurrence(OccurrenceId::new("o")),
        ClockOrigin::Filing(duty()),
        ClockOrigin::Due(duty()),
        ClockOrigin::Incident,
        ClockOrigin::Own,
        ClockOrigin::StandIn(CandidateId::new("c")),
        ClockOrigin::Known(key()),
    ];
    for one in &all {
        match one {
            ClockOrigin::Candidate(_) | ClockOrigin::Occurrence(_) | ClockOrigin::Filing(_) => {}
            ClockOrigin::Due(_) | ClockOrigin::Incident | ClockOrigin::Own => {}
            ClockOrigin::StandIn(_) | ClockOrigin::Known(_) => {}
        }
    }
    written(&all)
}

fn awaited() -> Vec<Value> {
    let trigger = Trigger::new("aware-leak");
    let all = [
        Awaited::Awareness(trigger.clone()),
        Awaited::Occurrence(trigger),
        Awaited::Filing(duty()),
        Awaited::Due(duty()),
        Awaited::Incident,
    ];
    for one in &all {
        match one {
            Awaited::Awareness(_)
            | Awaited::Occurrence(_)
            | Awaited::Filing(_)
            | Awaited::Due(_)
            | Awaited::Incident => {}
        }
    }
    written(&all)
}

fn dues() -> Vec<Value> {
    let no_number = |promptness: Promptness| {
        match promptness {
            Promptness::Immediately | Promptness::WithoutDelay | Promptness::WithoutUndueDelay => {}
            Promptness::AsSoonAsPossible | Promptness::AsSoonAsPracticable | Promptness::AsSoonAsFeasible => {}
            Promptness::Promptly | Promptness::Unstated | Promptness::NotRead => {}
            Promptness::WithoutUnreasonableDelay | Promptness::AsEarlyAsPossible => {}
        }
        Due::NoNumber { promptness }
    };
    let all = [
        Due::By { earliest: moment(), latest: moment() },
        Due::Until,
        Due::AtLeastUntil { ends: moment() },
        no_number(Promptness::Immediately),
        no_number(Promptness::WithoutDelay),
        no_number(Promptness::WithoutUndueDelay),
        no_number(Promptness::AsSoonAsPossible),
        no_number(Promptness::AsSoonAsPracticable),
        no_number(Promptness::AsSoonAsFeasible),
        no_number(Promptness::Promptly),
        no_number(Promptness::Unstated),
        no_number(Promptness::NotRead),
        no_number(Promptness::AsEarlyAsPossible),
        no_number(Promptness::WithoutUnreasonableDelay),
    ];
    for one in &all {
        match one {
            Due::By { .. } | Due::NoNumber { .. } | Due::Until | Due::AtLeastUntil { .. } => {}
        }
    }
    written(&all)
}

fn standings() -> Vec<Value> {
    let (left, since, elapsed, late, late_at_most) = (1, 1, 1, 1, 1);
    let all = [
        Standing::Running { left },
        Standing::PastSafe { since, left },
        Standing::Held { elapsed, ends: None },
        Standing::PerhapsOverdue { since, left },
        Standing::Overdue { late, late_at_most, elapsed },
        Standing::MetInTime { spare: 1, elapsed },
        Standing::MetLate { late, late_at_most, elapsed },
        Standing::CannotBeDecided { late_at_most, spare_at_most: 1 },
        Standing::Waiting { elapsed },
        Standing::Done { elapsed },
        Standing::InForce { elapsed },
    ];
    for one in &all {
        match one {
            Standing::Running { .. } | Standing::PastSafe { .. } | Standing::Held { .. } => {}
            Standing::PerhapsOverdue { .. } | Standing::Overdue { .. } | Standing::MetInTime { .. } => {}
            Standing::MetLate { .. } | Standing::CannotBeDecided { .. } | Standing::Waiting { .. } => {}
            Standing::Done { .. } | Standing::InForce { .. } => {}
        }
    }
    written(&all)
}

fn steps() -> Vec<Value> {
    let gives = moment();
    let filing = Filed {
        duty: duty(),
        instance: None,
        at: timing(),
        received: Some(timing()),
        flaw: None,
        confirmed_early: false,
    };
    let all = [
        Step::Starts { at: timing() },
        Step::AddHours { hours: 1, gives },
        Step::AddDays { days: 1, gives },
        Step::Add { span: Span::Months(1), gives },
        Step::Counted { of: CountStep::DayOne { day: day() } },
        Step::Limb { from: ClockOrigin::Own, start: None, gives: Some(gives), governs: true },
        Step::LimbAwaits { awaits: Awaited::Filing(duty()) },
        Step::Moved { why: Words::name("x"), to: gives },
        Step::PlaceUnknown { key: key() },
        Step::ClockOfPlace { zone: "UTC".to_owned(), several: true, cite: Words::name("x") },
        Step::ClockUnknown { key: key(), zone: "UTC".to_owned() },
        Step::MetByOccurrence { id: OccurrenceId::new("o"), at: timing() },
        Step::Flawed { flaw: Flaw::Partial, at: timing() },
        Step::BeforeStart { at: timing(), start: timing() },
        Step::Met { filing },
    ];
    for one in &all {
        match one {
            Step::Starts { .. } | Step::AddHours { .. } | Step::AddDays { .. } | Step::Add { .. } => {}
            Step::Counted { .. } | Step::Limb { .. } | Step::Moved { .. } | Step::PlaceUnknown { .. } => {}
            Step::ClockOfPlace { .. } | Step::ClockUnknown { .. } | Step::BeforeStart { .. } => {}
            Step::LimbAwaits { .. } | Step::MetByOccurrence { .. } | Step::Flawed { .. } | Step::Met { .. } => {}
        }
    }
    written(&all)
}

fn count_steps() -> Vec<Value> {
    let (day, ends, why) = (day(), moment(), || Closed::Holiday { name: "x".to_owned(), announced: true });
    let all = [
        CountStep::Starts { at: ends, day },
        CountStep::HourExcluded { counting_from: ends },
        CountStep::HoursAdded { hours: 1, gives: ends },
        CountStep::DayOne { day },
        CountStep::Skipped { day, why: Closed::Weekend },
        CountStep::FurtherSkipped { days: 1 },
        CountStep::Clamped { wanted: 31, day },
        CountStep::YearEnds { day },
        CountStep::LastDay { day, ends },
        CountStep::Closes { at: "17:30".to_owned(), zone: "UTC".to_owned(), gives: ends },
        CountStep::TwoWorkingDays { to: day, ends },
        CountStep::Rolled { from: day, why: why(), to: day, ends },
        CountStep::NotAnnounced { calendar: "th".to_owned(), day },
        CountStep::CalendarEnds { calendar: "de".to_owned(), day },
    ];
    for one in &all {
        match one {
            CountStep::Starts { .. } | CountStep::HourExcluded { .. } | CountStep::HoursAdded { .. } => {}
            CountStep::DayOne { .. } | CountStep::Skipped { .. } | CountStep::FurtherSkipped { .. } => {}
            CountStep::Clamped { .. } | CountStep::YearEnds { .. } | CountStep::LastDay { .. } => {}
            CountStep::Closes { .. } | CountStep::TwoWorkingDays { .. } | CountStep::Rolled { .. } => {}
            CountStep::NotAnnounced { .. } | CountStep::CalendarEnds { .. } => {}
        }
    }
    written(&all)
}

fn spans() -> Vec<Value> {
    let all = [
        Span::Hours(1),
        Span::Days(1),
        Span::WorkingDays(1),
        Span::WorkingDayHours(1),
        Span::Weeks(1),
        Span::Months(1),
        Span::DaysAfterYearEnd(1),
        Span::OnNext { month: 2, day: 1 },
        Span::OnNextYear { month: 4, day: 15 },
    ];
    for one in &all {
        match one {
            Span::Hours(_) | Span::Days(_) | Span::WorkingDays(_) | Span::Weeks(_) | Span::Months(_) => {}
            Span::WorkingDayHours(_) | Span::DaysAfterYearEnd(_) => {}
            Span::OnNext { .. } | Span::OnNextYear { .. } => {}
        }
    }
    written(&all)
}

fn hows() -> Vec<Value> {
    let (per_ten_thousand, sum) = (200, Some(Money::krw(5)));
    let all = [
        How::Sum,
        How::ShareOfTurnover { per_ten_thousand, year: 2025, or_three_year_average: true, of: sum },
        How::ShareOfFact { per_ten_thousand, key: key(), of: None },
        How::ShareOrSum,
        How::HigherOf,
        How::LowerOf,
        How::Plus,
        How::Chosen { holds: Truth::Unknown },
        How::Times { factor: 3 },
        How::Per { key: key(), count: Some(count()) },
        How::PerDay { days: 1, at_most_days: Some(180) },
        How::Units { number: 1, unit: "points".to_owned(), value: sum },
        How::Stairs { days: 1 },
        How::DailyShare { per_ten_thousand, days: 1, per_day: sum },
    ];
    for one in &all {
        match one {
            How::Sum | How::ShareOfTurnover { .. } | How::ShareOfFact { .. } | How::ShareOrSum => {}
            How::HigherOf | How::LowerOf | How::Plus | How::Chosen { .. } | How::Times { .. } => {}
            How::Per { .. } | How::PerDay { .. } | How::Units { .. } | How::Stairs { .. } | How::DailyShare { .. } => {}
        }
    }
    written(&all)
}

#[test]
fn each_variant_is_described_and_each_description_has_its_variant() {
    let all = [
        ("answer", answers()),
        ("value", values()),
        ("clause", clauses()),
        ("origin", origins()),
        ("awaited", awaited()),
        ("due", dues()),
        ("standing", standings()),
        ("step", steps()),
        ("count-step", count_steps()),
        ("span", spans()),
        ("how", hows()),
    ];
    let schema: Value = serde_json::from_str(ASSESSMENT).unwrap();
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    compiler.add_resource("https://example.org/schema.json", schema.clone()).unwrap();
    let mut compile = |place: &str, schemas: &mut Schemas| {
        compiler.compile(&format!("https://example.org/schema.json#{place}"), schemas).unwrap()
    };
    for (name, specimens) in all {
        let whole = compile(&format!("/$defs/{name}"), &mut schemas);
        for specimen in &specimens {
            assert!(schemas.validate(specimen, whole).is_ok(), "{name} does not describe {specimen}");
        }
        for branch in 0..schema["$defs"][name]["oneOf"].as_array().unwrap().len() {
            let index = compile(&format!("/$defs/{name}/oneOf/{branch}"), &mut schemas);
            let used = specimens.iter().any(|specimen| schemas.validate(specimen, index).is_ok());
            assert!(used, "{name}: branch {branch} describes nothing that can be");
        }
    }
    let receipts = written(&[Receipt::Open, Receipt::NotRecorded, Receipt::Recorded]);
    let described = &schema["$defs"]["clock"]["properties"]["receipt"]["enum"];
    assert_eq!(described, &json!([receipts[0], receipts[1], receipts[2], null]));
}
