//! A fact that changes after a filing is a question with a clock: the supplements run until a person says what the change
//! is. And no due moment moves without an entry that says so, nor does a stop of warnings outlive the clock it was said of.

use dutyclock::app::desk::Ticket;
use dutyclock::app::desk::actor::{Actor, Role};
use dutyclock::app::desk::fact_input::FactInput;
use dutyclock::app::desk::input::MomentInput;
use dutyclock::app::desk::refusal::{Problem, Refusal};
use dutyclock::app::filing::steps::RecordFiled;
use dutyclock::app::incident::changes::AnswerChanges;
use dutyclock::app::incident::facts::RecordFacts;
use dutyclock::app::incident::manage::{CloseIncident, ReopenIncident, SwitchWarnings};
use dutyclock::app::incident::moments::{RecordCandidate, RecordOccurrence};
use dutyclock::app::incident::open::OpenIncident;
use dutyclock::app::office::organisation::DescribeOrganisation;
use dutyclock::app::watch::escalate::escalate_once;
use dutyclock::db::{Page, outbox};
use dutyclock::incident::Event;
use dutyclock::incident::due_moments::MoveCause;
use dutyclock::law::base::moment::Moment;
use dutyclock::law::verdict::{Answer, Verdict};

use crate::support::app::{Storage, TestApp, clock_at};
use crate::support::desk::{Office, seoul};

const REPORT: &str = "kr.network-act/report";
/// The supplements to the report of the intrusion, to the report of the leak and to the notice.
const SUPPLEMENTS: [&str; 3] = ["kr.network-act/supplement", "kr.pipa/report-supplement", "kr.pipa/notice-supplement"];

pub(super) fn at(text: &str) -> Moment {
    Moment::from_rfc3339(text).unwrap()
}

pub(super) fn facts(given: &[(&str, &str)]) -> std::collections::BTreeMap<String, FactInput> {
    given.iter().map(|(key, value)| ((*key).to_owned(), FactInput::one(value))).collect()
}

pub(super) async fn profile(office: &Office, zone: &str, given: &[(&str, &str)]) {
    let lines = [("name".to_owned(), "Retailer".to_owned())].into();
    let profile = DescribeOrganisation { lines, zone: zone.to_owned(), facts: facts(given), ..Default::default() };
    let administrator = office.person(Role::Administrator);
    office.desk.describe_organisation(administrator, Ticket::default(), profile).await.unwrap();
}

pub(super) async fn state(office: &Office, id: &str, given: &[(&str, &str)]) {
    let record = RecordFacts { facts: facts(given), ..RecordFacts::default() };
    office.desk.act(office.officer(), id, Ticket::default(), record).await.unwrap();
}

pub(super) async fn close(office: &Office, id: &str, who: &Actor) -> Result<(), Refusal> {
    let close = CloseIncident { reason: "over".to_owned() };
    office.desk.act(who, id, Ticket::default(), close).await.map(|_| ())
}

async fn subjects(office: &Office) -> Vec<String> {
    let filter = outbox::Filter::default();
    let (rows, _) = office.desk.store.read(move |db| outbox::list(db, &filter, Page::first(200))).await.unwrap();
    rows.into_iter().map(|row| row.subject).collect()
}

pub(super) async fn supplements(office: &Office, id: &str) -> Vec<Verdict> {
    let verdicts = office.view(id).await.assessment.verdicts;
    verdicts.into_iter().filter(|verdict| SUPPLEMENTS.contains(&verdict.outline.duty.as_str())).collect()
}

/// 4,536 persons were reported and told; a day later 33,673,817 are known.
pub(super) async fn retailer(storage: Storage) -> (Office, String) {
    let office = Office::open(storage, clock_at("2026-11-20T12:00:00+09:00")).await;
    let provider = [("org-information-service-provider", "yes"), ("org-data-controller", "yes")];
    profile(&office, "Asia/Seoul", &provider).await;
    let id = office.incident("2026-11-20 09:00", "confirmed").await.id;
    state(&office, &id, &[("persons-affected", "4536"), ("outside-access", "yes"), ("people-countries", "kr")]).await;
    for duty in [REPORT, "kr.pipa/report", "kr.pipa/notice"] {
        office.filed(&id, duty, "2026-11-20 11:00").await;
    }
    office.clock.set(at("2026-11-21T12:00:00+09:00"));
    escalate_once(&office.desk).await.unwrap();
    state(&office, &id, &[("persons-affected", "33673817")]).await;
    (office, id)
}

/// The changes about which nobody has said what they mean, as the form names them.
pub(super) async fn asked(office: &Office, id: &str) -> Vec<String> {
    let view = office.view(id).await;
    let all = dutyclock::incident::changes::changes(&office.desk.library, &view.incident, view.organisation.zone);
    all.iter()
        .filter(|change| change.asks())
        .map(|change| dutyclock::app::incident::changes::name(&change.key))
        .collect()
}

async fn a_number_that_grew_after_the_report_runs_every_supplement_and_keeps_the_incident_open(storage: Storage) {
    let (office, id) = retailer(storage).await;
    let running = supplements(&office, &id).await;
    let duties: Vec<&str> = running.iter().map(|verdict| verdict.outline.duty.as_str()).collect();
    assert_eq!(duties, SUPPLEMENTS);
    for verdict in &running {
        assert!(!matches!(verdict.answer, Answer::DoesNotApply | Answer::Superseded { .. }), "{:?}", verdict.answer);
        let clock = verdict.clock.as_deref().expect("it runs");
        assert!(clock.provisional && clock.start.earliest() == at("2026-11-21T12:00:00+09:00"), "{clock:?}");
    }
    let before = subjects(&office).await.len();
    escalate_once(&office.desk).await.unwrap();
    assert!(subjects(&office).await.len() > before, "somebody is told");
    let refused = close(&office, &id, office.person(Role::Administrator)).await;
    assert!(matches!(refused, Err(Refusal::NotNow(Problem::ChangesOpen))), "{refused:?}");
}

async fn an_immaterial_change_ends_the_supplements_and_a_further_one_asks_again(storage: Storage) {
    let (office, id) = retailer(storage).await;
    let answer = |answer: &str, reason: &str, changes| AnswerChanges {
        changes,
        answer: answer.to_owned(),
        reason: reason.to_owned(),
        ..AnswerChanges::default()
    };
    let act = |action: AnswerChanges| office.desk.act(office.officer(), &id, Ticket::default(), action);
    let silent = act(answer("immaterial", "", asked(&office, &id).await)).await;
    assert!(matches!(silent, Err(Refusal::Invalid(_))), "an answer without its reason: {silent:?}");
    act(answer("immaterial", "test accounts only", asked(&office, &id).await)).await.unwrap();
    assert!(asked(&office, &id).await.is_empty());
    assert!(supplements(&office, &id).await.iter().all(|verdict| verdict.clock.is_none()));
    let told = office.view(&id).await.entries;
    assert!(told.iter().any(|entry| matches!(entry.event, Event::ChangeAnswered { .. })));
    state(&office, &id, &[("persons-affected", "40000000")]).await;
    assert!(!asked(&office, &id).await.is_empty());
    assert!(supplements(&office, &id).await.iter().all(|verdict| verdict.clock.is_some()));
}

async fn a_slip_of_the_record_states_the_fact_again_as_it_was_handed_in(storage: Storage) {
    let (office, id) = retailer(storage).await;
    let slip = AnswerChanges {
        changes: asked(&office, &id).await,
        answer: "slip-of-record".to_owned(),
        reason: "a digit too many".to_owned(),
        ..AnswerChanges::default()
    };
    office.desk.act(office.officer(), &id, Ticket::default(), slip).await.unwrap();
    let incident = office.view(&id).await.incident;
    let persons = dutyclock::law::situation::fact::FactKey::new("persons-affected");
    let said = format!("{:?}", incident.facts.latest(&persons).unwrap().value);
    assert!(said.contains("4536"), "{said}");
    assert!(supplements(&office, &id).await.iter().all(|verdict| verdict.clock.is_none()));
}

async fn a_further_fact_runs_from_the_moment_that_was_said(storage: Storage) {
    let (office, id) = retailer(storage).await;
    let further = AnswerChanges {
        changes: asked(&office, &id).await,
        answer: "further-fact".to_owned(),
        at: seoul("2026-11-21 10:30"),
        ..AnswerChanges::default()
    };
    office.desk.act(office.officer(), &id, Ticket::default(), further).await.unwrap();
    assert!(asked(&office, &id).await.is_empty());
    for verdict in supplements(&office, &id).await {
        let clock = verdict.clock.expect("it runs");
        assert_eq!((clock.provisional, clock.start.earliest()), (false, at("2026-11-21T10:30:00+09:00")));
    }
}

async fn a_further_fact_recorded_by_itself_answers_what_was_asked(storage: Storage) {
    let (office, id) = retailer(storage).await;
    let fact = RecordOccurrence {
        trigger: "fact-confirmed".to_owned(),
        at: seoul("2026-11-21 11:00"),
        what: "33.7 million accounts".to_owned(),
        ..RecordOccurrence::default()
    };
    office.desk.act(office.officer(), &id, Ticket::default(), fact).await.unwrap();
    assert!(asked(&office, &id).await.is_empty());
    let running = supplements(&office, &id).await;
    assert_eq!(running.len(), SUPPLEMENTS.len(), "one instance each, not two");
    assert!(running.iter().all(|verdict| verdict.clock.as_deref().is_some_and(|clock| !clock.provisional)));
}

async fn what_a_filing_made_outside_said_is_what_is_compared(storage: Storage) {
    let office = Office::open(storage, clock_at("2026-11-20T12:00:00+09:00")).await;
    let provider = [("org-information-service-provider", "yes"), ("org-data-controller", "yes")];
    profile(&office, "Asia/Seoul", &provider).await;
    let id = office.incident("2026-11-20 09:00", "confirmed").await.id;
    state(&office, &id, &[("persons-affected", "33673817"), ("people-countries", "kr")]).await;
    let filed = RecordFiled {
        duty: "kr.pipa/report".to_owned(),
        at: seoul("2026-11-20 11:00"),
        channel: "telephone".to_owned(),
        said: facts(&[("persons-affected", "4536")]),
        ..RecordFiled::default()
    };
    office.desk.act(office.officer(), &id, Ticket::default(), filed).await.unwrap();
    let names = asked(&office, &id).await;
    assert!(names.len() == 1 && names[0].ends_with("/persons-affected"), "{names:?}");
}

async fn warnings_that_were_stopped_run_again_after_closing_and_reopening(storage: Storage) {
    let office = Office::open(storage, clock_at("2026-11-20T22:00:00+09:00")).await;
    profile(&office, "Asia/Seoul", &[("org-information-service-provider", "yes"), ("org-data-controller", "no")]).await;
    let id = office.incident("2026-11-20 21:00", "confirmed").await.id;
    let stopped = |view: &dutyclock::app::incident::view::IncidentView| {
        let key = (dutyclock::law::situation::DutyId::new(REPORT), None);
        view.incident.warnings.stopped(&key).is_some()
    };
    let verdicts = office.view(&id).await.assessment.verdicts;
    let owed = verdicts.iter().filter(|verdict| verdict.answer == Answer::Applies && verdict.clock.is_some());
    for verdict in owed {
        let stop = SwitchWarnings {
            duty: verdict.outline.duty.to_string(),
            instance: String::new(),
            stop: true,
            reason: "a duplicate".to_owned(),
        };
        office.desk.act(office.person(Role::Approver), &id, Ticket::default(), stop).await.unwrap();
    }
    assert!(stopped(&office.view(&id).await));
    let administrator = office.person(Role::Administrator);
    close(&office, &id, administrator).await.unwrap();
    let reopen = ReopenIncident { reason: "no duplicate".to_owned() };
    office.desk.act(administrator, &id, Ticket::default(), reopen).await.unwrap();
    let view = office.view(&id).await;
    assert!(!stopped(&view));
    let lifted = view.entries.iter().find_map(|entry| match &entry.event {
        Event::Reopened { lifted, .. } => Some(lifted.iter().map(|clock| clock.duty.to_string()).collect::<Vec<_>>()),
        _ => None,
    });
    assert!(lifted.is_some_and(|duties| duties.contains(&REPORT.to_owned())));
    office.clock.set(at("2026-11-21T09:00:01+09:00"));
    escalate_once(&office.desk).await.unwrap();
    assert!(!subjects(&office).await.is_empty(), "the twelve-hour rung is told");
}

async fn a_stop_of_warnings_ends_when_the_due_moment_moves_earlier(storage: Storage) {
    let office = Office::open(storage, clock_at("2026-11-20T22:00:00+09:00")).await;
    profile(&office, "Asia/Seoul", &[("org-information-service-provider", "yes")]).await;
    let id = office.incident("2026-11-20 21:00", "confirmed").await.id;
    let stop = SwitchWarnings {
        duty: REPORT.to_owned(),
        instance: String::new(),
        stop: true,
        reason: "handled by telephone".to_owned(),
    };
    office.desk.act(office.person(Role::Approver), &id, Ticket::default(), stop).await.unwrap();
    let earlier = RecordCandidate {
        of: vec!["aware-incident".to_owned()],
        basis: "established".to_owned(),
        at: seoul("2026-11-20 15:00"),
        ..RecordCandidate::default()
    };
    office.desk.act(office.officer(), &id, Ticket::default(), earlier).await.unwrap();
    let view = office.view(&id).await;
    let key = (dutyclock::law::situation::DutyId::new(REPORT), None);
    assert!(view.incident.warnings.stopped(&key).is_none());
    let moved = view.entries.iter().find_map(|entry| match &entry.event {
        Event::DueMoved { duty, old, new, why, .. } if duty.as_str() == REPORT => Some((*old, *new, why.clone())),
        _ => None,
    });
    let (old, new, why) = moved.expect("an entry");
    assert_eq!(
        (old.earliest, new.unwrap().earliest),
        (at("2026-11-21T21:00:00+09:00"), at("2026-11-21T15:00:00+09:00"))
    );
    assert_eq!(why, MoveCause::Moments);
}

async fn another_zone_of_the_organisation_is_told_in_every_incident_whose_deadline_it_moves(storage: Storage) {
    let office = Office::open(storage, clock_at("2026-11-20T12:00:00-06:00")).await;
    let covered =
        [("org-countries", "us"), ("org-hipaa-covered-entity", "yes"), ("org-hipaa-business-associate", "no")];
    profile(&office, "America/Chicago", &covered).await;
    let input = OpenIncident {
        title: "A lost laptop".to_owned(),
        aware: MomentInput {
            text: "2026-11-19".to_owned(),
            precision: "day".to_owned(),
            zone: "America/Chicago".to_owned(),
            ..MomentInput::default()
        },
        basis: "confirmed".to_owned(),
        facts: facts(&[
            ("people-countries", "us"),
            ("phi-unpermitted-use", "yes"),
            ("data-unintelligible", "no"),
            ("persons-affected", "600"),
        ]),
        ..OpenIncident::default()
    };
    let id = office.desk.open_incident(office.officer(), Ticket::default(), input).await.unwrap().id;
    let learnt = |view: &dutyclock::app::incident::view::IncidentView| view.incident.candidates[0].candidate.at;
    let before =
        (learnt(&office.view(&id).await), office.verdict(&id, "us.hipaa/individuals").await.clock.unwrap().due);
    profile(&office, "America/Los_Angeles", &covered).await;
    let view = office.view(&id).await;
    assert_eq!(learnt(&view), before.0, "a day stays the day of the zone in which it was said");
    let after = office.verdict(&id, "us.hipaa/individuals").await.clock.unwrap().due;
    let told = view.entries.iter().any(|entry| match &entry.event {
        Event::DueMoved { duty, why: MoveCause::Organisation { what }, .. } => {
            duty.as_str() == "us.hipaa/individuals" && what.contains("zone")
        }
        _ => false,
    });
    assert_eq!(told, before.1 != after, "{:?} {after:?}", before.1);
    assert_ne!(before.1, after, "the end of the day is another one in Los Angeles");
}

async fn the_page_offers_the_answers_and_says_what_an_approved_form_says_otherwise(storage: Storage) {
    let app = TestApp::start_on(storage, "2026-11-20T12:00:00+09:00").await;
    let administrator = app.sign_in(Role::Administrator).await;
    let given = [
        ("name", "R"),
        ("zone", "Asia/Seoul"),
        ("fact-org-information-service-provider", "yes"),
        ("fact-org-data-controller", "yes"),
    ];
    administrator.submit("/organisation", "/organisation", &given).await;
    let officer = app.sign_in(Role::Officer).await;
    let given = [
        ("title", "Leak"),
        ("aware", "2026-11-20 09:00"),
        ("basis", "confirmed"),
        ("leaked", "yes"),
        ("fact-intrusion", "yes"),
    ];
    let path = officer.submit("/incidents/new", "/incidents/new", &given).await.location();
    let path = path.split(['?', '#']).next().unwrap().to_owned();
    let say = async |number: &str| {
        let page = format!("{path}/facts");
        let answer = officer.submit(&page, &page, &[("fact-persons-affected", number)]).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
    };
    say("4536").await;
    let page = officer.get(&path).await.page();
    let begin =
        page.forms(&format!("{path}/filings")).into_iter().find(|form| form.value("duty") == Some("kr.pipa/report"));
    let filing = officer.send(&begin.unwrap()).await.location();
    let form = officer.form(&filing, &filing).await.press("next", "submit");
    officer.send(&form).await;
    let approver = app.sign_in(Role::Approver).await;
    approver.submit(&filing, &format!("{filing}/approve"), &[]).await;
    say("33673817").await;
    let hand_in = format!("{filing}/filed");
    let page = officer.get(&hand_in).await.text();
    assert!(page.contains("4,536") && page.contains("33,673,817"), "{page}");
    let given = [("at", "2026-11-20 11:30"), ("channel", "portal"), ("paper", "none")];
    assert_eq!(officer.submit(&hand_in, &hand_in, &given).await.status, 303);
    let page = officer.get(&path).await.text();
    assert!(page.contains("Say what the change means"), "{page}");
    let page = officer.get(&format!("{path}/changes")).await.text();
    for answer in ["further-fact", "slip-of-record", "slip-of-filing", "immaterial"] {
        assert!(page.contains(&format!("value=\"{answer}\"")), "{answer}: {page}");
    }
}

macro_rules! on_both {
    ($($fact:ident),* $(,)?) => {
        mod on_sqlite {
            $(#[tokio::test] async fn $fact() { super::$fact(crate::support::app::Storage::Sqlite).await })*
        }
        mod on_postgres {
            $(#[tokio::test] async fn $fact() { super::$fact(crate::support::app::Storage::Postgres).await })*
        }
    };
}

on_both!(
    a_number_that_grew_after_the_report_runs_every_supplement_and_keeps_the_incident_open,
    an_immaterial_change_ends_the_supplements_and_a_further_one_asks_again,
    a_slip_of_the_record_states_the_fact_again_as_it_was_handed_in,
    a_further_fact_runs_from_the_moment_that_was_said,
    a_further_fact_recorded_by_itself_answers_what_was_asked,
    what_a_filing_made_outside_said_is_what_is_compared,
    warnings_that_were_stopped_run_again_after_closing_and_reopening,
    a_stop_of_warnings_ends_when_the_due_moment_moves_earlier,
    another_zone_of_the_organisation_is_told_in_every_incident_whose_deadline_it_moves,
    the_page_offers_the_answers_and_says_what_an_approved_form_says_otherwise,
);
