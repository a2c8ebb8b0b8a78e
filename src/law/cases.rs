//! Runs the cases that stand beside the rulebooks: a situation, a moment of asking, and what must come out. A case that
//! expects something of a duty expects it exactly; what it does not mention is not asked.

use super::fact::{Count, FactKey, Facts, Quality, Value};
use super::library::Library;
use super::moment::{Moment, Precision, Timing, start_of_day};
use super::money::Money;
use super::situation::{Basis, Candidate, CandidateId, DutyId, Filed, Occurrence, OccurrenceId, Situation, Trigger};
use super::verdict::{Answer, Clock, Due, Exposure, Origin, Standing, Truth, Verdict};
use super::vocabulary::FactKind;
use chrono_tz::Asia::Seoul;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

const FILES: &[(&str, &str)] = &[
    ("kr/network-act.cases.toml", include_str!("rulebooks/kr/network-act.cases.toml")),
    ("kr/pipa.cases.toml", include_str!("rulebooks/kr/pipa.cases.toml")),
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    /// Facts of every case in the file, unless the case says otherwise.
    always: BTreeMap<String, toml::Value>,
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    now: Moment,
    #[serde(default)]
    facts: BTreeMap<String, toml::Value>,
    /// Facts of `always` that are unknown here.
    #[serde(default)]
    unknown: Vec<String>,
    occurred: Option<String>,
    #[serde(default)]
    candidate: Vec<CandidateText>,
    #[serde(default)]
    occurrence: Vec<OccurrenceText>,
    #[serde(default)]
    filing: Vec<FilingText>,
    #[serde(default)]
    turnover: BTreeMap<String, i64>,
    then: Vec<Then>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CandidateText {
    of: BTreeSet<Trigger>,
    basis: Basis,
    at: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OccurrenceText {
    id: OccurrenceId,
    trigger: Trigger,
    at: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FilingText {
    duty: DutyId,
    instance: Option<OccurrenceId>,
    at: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Then {
    duty: DutyId,
    instance: Option<OccurrenceId>,
    answer: String,
    missing: Option<BTreeSet<String>>,
    grounds: Option<BTreeMap<String, Truth>>,
    version: Option<toml::value::Datetime>,
    clock: Option<String>,
    due: Option<String>,
    standing: Option<String>,
    provisional: Option<bool>,
    scenarios: Option<Vec<String>>,
    exposures: Option<Vec<String>>,
}

#[test]
fn every_case_beside_a_rulebook_comes_out_as_it_says() {
    let library = Library::embedded().unwrap();
    let mut wrong = Vec::new();
    for (file, text) in FILES {
        let read: File = super::parse::read(file, text).unwrap();
        for case in &read.case {
            let situation = situation(&library, &read.always, case);
            let assessment = library.assess(&situation, case.now);
            for then in &case.then {
                let verdict = assessment.verdicts.iter().find(|v| v.duty == then.duty && v.instance == then.instance);
                let verdict = verdict.unwrap_or_else(|| panic!("{file}: {}: no verdict on {}", case.name, then.duty));
                let differences = compare(then, verdict);
                wrong.extend(differences.into_iter().map(|d| format!("{file}: {}: {}: {d}", case.name, then.duty)));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_rulebook_has_cases_beside_it() {
    let library = Library::embedded().unwrap();
    let paths: Vec<String> = library.rulebooks().iter().map(|book| book.id.replace('.', "/") + ".cases.toml").collect();
    assert_eq!(paths, FILES.iter().map(|(path, _)| (*path).to_owned()).collect::<Vec<_>>());
}

#[test]
fn every_duty_has_at_least_three_cases() {
    let library = Library::embedded().unwrap();
    let mut cases: BTreeMap<DutyId, usize> = BTreeMap::new();
    for (file, text) in FILES {
        let read: File = super::parse::read(file, text).unwrap();
        for then in read.case.iter().flat_map(|case| &case.then) {
            *cases.entry(then.duty.clone()).or_default() += 1;
        }
    }
    for duty in library.rulebooks().iter().flat_map(|rulebook| &rulebook.duty) {
        assert!(cases.get(&duty.id).is_some_and(|number| *number >= 3), "{} has too few cases", duty.id);
    }
}

fn compare(then: &Then, verdict: &Verdict) -> Vec<String> {
    let clock = verdict.clock.as_ref();
    let missing = match &verdict.answer {
        Answer::Undetermined { missing } => missing.iter().map(ToString::to_string).collect(),
        _ => BTreeSet::new(),
    };
    let grounds = verdict.grounds.iter().map(|ground| (ground.id.clone(), ground.truth)).collect();
    let scenarios = verdict.scenarios.iter().map(|c| format!("{}: {}", origin(c), standing(c.standing))).collect();
    let mut differences = Vec::new();
    let mut expect = |what: &str, expected: Option<String>, found: String| {
        if let Some(expected) = expected.filter(|expected| *expected != found) {
            differences.push(format!("{what} is {found}, expected {expected}"));
        }
    };
    expect("answer", Some(then.answer.clone()), answer(&verdict.answer));
    expect("missing", then.missing.as_ref().map(|m| format!("{m:?}")), format!("{missing:?}"));
    expect("grounds", then.grounds.as_ref().map(|g| format!("{g:?}")), format!("{:?}", BTreeMap::clone(&grounds)));
    expect("version", then.version.map(|v| v.to_string()), verdict.rule.version.to_string());
    expect("clock", then.clock.clone(), clock.map_or_else(|| "none".to_owned(), origin));
    expect("due", then.due.clone(), clock.map_or_else(|| "none".to_owned(), |clock| due(clock.due)));
    expect("standing", then.standing.clone(), clock.map_or_else(|| "none".to_owned(), |c| standing(c.standing)));
    expect("provisional", then.provisional.map(|p| p.to_string()), clock.is_some_and(|c| c.provisional).to_string());
    expect("scenarios", then.scenarios.as_ref().map(|s| format!("{s:?}")), format!("{:?}", Vec::clone(&scenarios)));
    let exposures: Vec<String> = verdict.exposures.iter().map(exposure).collect();
    expect("exposures", then.exposures.as_ref().map(|e| format!("{e:?}")), format!("{exposures:?}"));
    differences
}

fn answer(answer: &Answer) -> String {
    match answer {
        Answer::Applies => "applies".to_owned(),
        Answer::DoesNotApply => "does not apply".to_owned(),
        Answer::Undetermined { .. } => "undetermined".to_owned(),
        Answer::NotInForce { from: Some(from) } => format!("not in force until {from}"),
        Answer::NotInForce { from: None } => "no longer in force".to_owned(),
        Answer::Superseded { by } => format!("superseded by {}", by.en),
    }
}

fn origin(clock: &Clock) -> String {
    match &clock.origin {
        Origin::Candidate(id) => id.to_string(),
        Origin::Occurrence(id) => id.to_string(),
        Origin::Filing(duty) => duty.to_string(),
    }
}

fn due(due: Due) -> String {
    let local = |at: Moment| at.in_zone(Seoul).format("%Y-%m-%dT%H:%M:%S%:z").to_string();
    match due {
        Due::By { earliest, latest } if earliest == latest => local(earliest),
        Due::By { earliest, latest } => format!("{} to {}", local(earliest), local(latest)),
        Due::NoNumber { promptness } => format!("{promptness:?}").to_lowercase(),
        Due::Until => "until lifted".to_owned(),
        Due::AtLeastUntil { ends } => format!("at least until {}", local(ends)),
    }
}

fn standing(standing: Standing) -> String {
    let hms = |s: i64| format!("{}:{:02}:{:02}", s / 3600, s / 60 % 60, s % 60);
    match standing {
        Standing::Running { left } => format!("running, {} left", hms(left)),
        Standing::PerhapsOverdue { since, left } => format!("perhaps overdue since {}, {} left", hms(since), hms(left)),
        Standing::Overdue { late, late_at_most, elapsed } => {
            format!("overdue by {} (at most {}), elapsed {}", hms(late), hms(late_at_most), hms(elapsed))
        }
        Standing::MetInTime { spare, elapsed } => format!("in time by {}, elapsed {}", hms(spare), hms(elapsed)),
        Standing::MetLate { late, late_at_most, elapsed } if late == late_at_most => {
            format!("late by {}, elapsed {}", hms(late), hms(elapsed))
        }
        Standing::MetLate { late, late_at_most, elapsed } => {
            format!("late by {} to {}, elapsed {}", hms(late), hms(late_at_most), hms(elapsed))
        }
        Standing::CannotBeDecided { late_at_most, spare_at_most } => {
            format!("cannot be decided: up to {} late, up to {} to spare", hms(late_at_most), hms(spare_at_most))
        }
        Standing::Waiting { elapsed } => format!("waiting for {}", hms(elapsed)),
        Standing::Done { elapsed } => format!("done after {}", hms(elapsed)),
        Standing::InForce { elapsed } => format!("in force for {}", hms(elapsed)),
    }
}

fn exposure(exposure: &Exposure) -> String {
    let money = |money: Money| format!("{} {}", money.currency.code(), money.minor);
    let mut parts = vec![exposure.source.cite.en.clone()];
    parts.extend(exposure.ceiling.map(|ceiling| format!("up to {}", money(ceiling))));
    parts.extend(exposure.share_of_turnover.map(|share| format!("{share} of 10000 of turnover")));
    parts.extend(exposure.share_gives.map(|(year, sum)| format!("{} by {year}", money(sum))));
    parts.extend(exposure.prison_months.map(|months| format!("{months} months")));
    if let Some(daily) = &exposure.daily {
        parts.push(format!("{} days", daily.days));
        parts.extend(daily.per_day.map(|sum| format!("{} a day", money(sum))));
        parts.extend(daily.until_now.map(|sum| format!("{} until now", money(sum))));
    }
    parts.push(format!("threatened: {:?}", exposure.threatened).to_lowercase());
    parts.join(", ")
}

/// Builds a situation; the candidates take their basis as their name.
fn situation(library: &Library, always: &BTreeMap<String, toml::Value>, case: &Case) -> Situation {
    let mut facts = Facts::default();
    for (key, value) in always.iter().filter(|(key, _)| !case.unknown.contains(key)).chain(&case.facts) {
        let value = fact(library, key, value);
        library.vocabulary().check(&FactKey::new(key), &value).unwrap();
        facts.set(key, value);
    }
    let name = |basis: Basis| format!("{basis:?}").to_lowercase();
    let candidate = |c: &CandidateText| {
        let id = CandidateId::new(&name(c.basis));
        Candidate { id, of: c.of.clone(), basis: c.basis, at: timing(&c.at) }
    };
    let occurrence =
        |o: &OccurrenceText| Occurrence { id: o.id.clone(), trigger: o.trigger.clone(), at: timing(&o.at) };
    let filing = |f: &FilingText| Filed { duty: f.duty.clone(), instance: f.instance.clone(), at: timing(&f.at) };
    Situation {
        zone: Seoul,
        facts,
        occurred: case.occurred.as_deref().map(timing),
        candidates: case.candidate.iter().map(candidate).collect(),
        occurrences: case.occurrence.iter().map(occurrence).collect(),
        filings: case.filing.iter().map(filing).collect(),
        turnover: case.turnover.iter().map(|(year, won)| (year.parse().unwrap(), Money::krw(*won))).collect(),
    }
}

fn fact(library: &Library, key: &str, value: &toml::Value) -> Value {
    let definition = library.vocabulary().fact(&FactKey::new(key));
    let kind = &definition.unwrap_or_else(|| panic!("no fact {key}")).kind;
    let number = |value: &toml::Value| u64::try_from(value.as_integer().unwrap()).unwrap();
    match (kind, value) {
        (FactKind::YesNo, toml::Value::Boolean(answer)) => Value::YesNo(*answer),
        (FactKind::Count { .. }, toml::Value::Integer(_)) => {
            Value::Count(Count { number: number(value), quality: Quality::Exact })
        }
        (FactKind::Count { .. }, toml::Value::Table(table)) => {
            let (quality, of) = table.iter().next().unwrap();
            let quality: Quality = toml::Value::String(quality.clone()).try_into().unwrap();
            Value::Count(Count { number: number(of), quality })
        }
        (FactKind::Choices { .. }, toml::Value::Array(chosen)) => {
            Value::Choices(chosen.iter().map(|choice| choice.as_str().unwrap().to_owned()).collect())
        }
        (FactKind::Text, toml::Value::String(text)) => Value::Text(text.clone()),
        _ => panic!("{key} does not take {value}"),
    }
}

/// `2025-11-17` is that day in Seoul, `2025-11-17T16` that hour, anything longer an exact moment.
fn timing(text: &str) -> Timing {
    if let Ok(day) = text.parse() {
        return Timing { at: start_of_day(day, Seoul).unwrap(), precision: Precision::Day, zone: Seoul };
    }
    if text.len() == "2025-11-17T16".len() {
        let at = Moment::from_rfc3339(&format!("{text}:00:00+09:00")).unwrap();
        return Timing { at, precision: Precision::Hour, zone: Seoul };
    }
    Timing::exact(Moment::from_rfc3339(&format!("{text}+09:00")).unwrap(), Seoul)
}
