//! The public case of 2025, to the minute, through the desk: what was late, under which moment, at what price.

use dutyclock::app::desk::Ticket;
use dutyclock::app::desk::actor::Role;
use dutyclock::app::desk::fact_input::FactInput;
use dutyclock::app::incident::facts::RecordFacts;
use dutyclock::app::incident::moments::RecordCandidate;
use dutyclock::app::office::organisation::DescribeOrganisation;
use dutyclock::law::base::money::Money;
use dutyclock::law::base::truth::Truth;
use dutyclock::law::rulebook::fine::Sanction;
use dutyclock::law::verdict::{Answer, Due, Standing};

use crate::support::app::{Storage, clock_at};
use crate::support::desk::{Office, seoul};

const REPORT: &str = "kr.network-act/report";
const LEAK_REPORT: &str = "kr.pipa/report";
const HOUR: i64 = 3_600;
const MINUTE: i64 = 60;

async fn retailer(storage: Storage, now: &str) -> Office {
    let office = Office::open(storage, clock_at(now)).await;
    let yes = |key: &str| (key.to_owned(), FactInput::one("yes"));
    let profile = DescribeOrganisation {
        lines: [("name".to_owned(), "Retailer".to_owned())].into(),
        zone: "Asia/Seoul".to_owned(),
        facts: [yes("org-information-service-provider"), yes("org-data-controller")].into(),
        ..Default::default()
    };
    let administrator = office.person(Role::Administrator);
    office.desk.describe_organisation(administrator, Ticket::default(), profile).await.unwrap();
    office
}

async fn candidate(office: &Office, id: &str, basis: &str, at: &str) {
    let candidate = RecordCandidate {
        of: vec!["aware-incident".to_owned(), "aware-leak".to_owned()],
        basis: basis.to_owned(),
        at: seoul(at),
        ..RecordCandidate::default()
    };
    office.desk.act(office.officer(), id, Ticket::default(), candidate).await.unwrap();
}

async fn state(office: &Office, id: &str, facts: &[(&str, &str)]) {
    let facts = facts.iter().map(|(key, value)| ((*key).to_owned(), FactInput::one(value))).collect();
    let record = RecordFacts { facts, ..RecordFacts::default() };
    office.desk.act(office.officer(), id, Ticket::default(), record).await.unwrap();
}

fn fine(verdict: &dutyclock::law::verdict::Verdict) -> Option<Money> {
    let fine = verdict.exposures.iter().find(|exposure| exposure.kind == Sanction::AdministrativeFine)?;
    assert_eq!(fine.threatened, Truth::Yes);
    fine.most.as_ref().and_then(|most| most.high)
}

async fn the_case(storage: Storage) {
    let office = retailer(storage, "2026-02-10T12:00:00+09:00").await;
    let incident = office.incident("2025-11-18 22:52", "declared").await;
    candidate(&office, &incident.id, "established", "2025-11-17 16:00").await;
    office.filed(&incident.id, REPORT, "2025-11-19 21:35").await;
    let verdict = office.verdict(&incident.id, REPORT).await;
    let governing = verdict.clock.as_deref().unwrap();
    let due = dutyclock::law::base::moment::Moment::from_rfc3339("2025-11-18T16:00:00+09:00").unwrap();
    assert_eq!(governing.due, Due::By { earliest: due, latest: due });
    let late = 29 * HOUR + 35 * MINUTE;
    let elapsed = 53 * HOUR + 35 * MINUTE;
    assert_eq!(governing.standing, Standing::MetLate { late, late_at_most: late, elapsed });
    assert_eq!(fine(&verdict), Some(Money::krw(30_000_000)));
    let declared = &verdict.scenarios[0];
    let spare = HOUR + 17 * MINUTE;
    assert_eq!(declared.standing, Standing::MetInTime { spare, elapsed: 22 * HOUR + 43 * MINUTE });
    assert!(!governing.why.en.is_empty() && !declared.why.en.is_empty());
}

#[tokio::test]
async fn the_report_was_29_hours_35_minutes_late_and_in_time_by_the_declared_moment_on_sqlite() {
    the_case(Storage::Sqlite).await;
}

#[tokio::test]
async fn the_report_was_29_hours_35_minutes_late_and_in_time_by_the_declared_moment_on_postgresql() {
    the_case(Storage::Postgres).await;
}

#[tokio::test]
async fn one_year_later_the_same_costs_up_to_50_million() {
    let office = retailer(Storage::Sqlite, "2026-11-22T12:00:00+09:00").await;
    let incident = office.incident("2026-11-17 16:00", "established").await;
    office.filed(&incident.id, REPORT, "2026-11-19 21:35").await;
    assert_eq!(fine(&office.verdict(&incident.id, REPORT).await), Some(Money::krw(50_000_000)));
}

#[tokio::test]
async fn the_leak_report_is_due_on_two_grounds() {
    let office = retailer(Storage::Sqlite, "2025-11-19T12:00:00+09:00").await;
    let incident = office.incident("2025-11-18 22:52", "declared").await;
    state(&office, &incident.id, &[("persons-affected", "4536"), ("outside-access", "yes")]).await;
    let verdict = office.verdict(&incident.id, LEAK_REPORT).await;
    assert_eq!(verdict.answer, Answer::Applies);
    assert_eq!(verdict.grounds.iter().filter(|ground| ground.truth == Truth::Yes).count(), 2);
}

#[tokio::test]
async fn with_999_persons_the_page_asks_for_the_fact_that_decides() {
    let office = retailer(Storage::Sqlite, "2025-11-19T12:00:00+09:00").await;
    let incident = office.incident("2025-11-18 22:52", "declared").await;
    let known = [("persons-affected", "999"), ("sensitive-data", "no"), ("unique-identifiers", "no")];
    state(&office, &incident.id, &known).await;
    let verdict = office.verdict(&incident.id, LEAK_REPORT).await;
    let Answer::Undetermined { missing, .. } = verdict.answer else { panic!("{:?}", verdict.answer) };
    assert!(missing.iter().any(|key| key.as_str() == "outside-access"), "{missing:?}");
    assert!(verdict.clock.is_some(), "and says by when it must be settled");
}

#[tokio::test]
async fn aware_on_a_day_and_reported_the_next_afternoon_cannot_be_decided() {
    let office = retailer(Storage::Sqlite, "2025-11-20T12:00:00+09:00").await;
    let incident = office.incident("2025-11-17", "confirmed").await;
    office.filed(&incident.id, REPORT, "2025-11-18 14:00").await;
    let standing = office.verdict(&incident.id, REPORT).await.clock.unwrap().standing;
    assert!(matches!(standing, Standing::CannotBeDecided { late_at_most, .. } if late_at_most == 14 * HOUR));
}

#[tokio::test]
async fn exactly_24_hours_is_in_time_and_one_second_more_is_not() {
    let office = retailer(Storage::Sqlite, "2025-11-20T12:00:00+09:00").await;
    let standing = async |filed: &str| {
        let incident = office.incident("2025-11-17 16:00", "confirmed").await;
        office.filed(&incident.id, REPORT, filed).await;
        office.verdict(&incident.id, REPORT).await.clock.unwrap().standing
    };
    assert!(matches!(standing("2025-11-18 16:00:00").await, Standing::MetInTime { spare: 0, .. }));
    assert!(matches!(standing("2025-11-18 16:00:01").await, Standing::MetLate { late: 1, .. }));
}
