//! Papers say what is on record: when the organisation became aware, who was told, what a supplement supplements, to which
//! body a form goes, that it was handed in, and that a duty which goes on is in force.

use super::form::{FormPaper, State, form};
use super::html;
use super::paper::{Block, Field, Gap, Paper};
use super::report::{ReportPaper, report};
use super::trial::{LIBRARY, at, aware, organisation, persons, stated};
use crate::incident::filing::{Channel, FiledRecord, Filing, FilingId, Stage};
use crate::incident::fill_form::{self, Filling};
use crate::incident::form_content::{FilledForm, FilledValue};
use crate::incident::situation::assess;
use crate::incident::{Entry, Event, Incident};
use crate::law::base::words::Lang;
use crate::law::rulebook::form::{Fills, MomentFill};
use crate::law::situation::fact::{FactKey, Value};
use crate::law::situation::{Basis, DutyId, FormId, Occurrence, OccurrenceId, Trigger};
use std::collections::BTreeMap;

const KISA: &str = "kr.kisa-incident-report";
const PIPC: &str = "kr.pipc-leak-report";
const REPORT: &str = "kr.network-act/report";
const SUPPLEMENT: &str = "kr.network-act/supplement";

fn begun() -> Vec<Event> {
    vec![
        Event::Opened { reference: "2025-001".into(), title: "비인가 접근".into(), drill: false },
        stated("intrusion", Value::YesNo(true)),
        stated("personal-data-leaked", Value::YesNo(true)),
        stated("persons-affected", persons(4_536)),
        stated("accounts-affected", persons(4_536)),
        aware("first", Basis::Confirmed, "2025-11-17T16:00", "점검 기록"),
    ]
}

fn handed_in(id: Option<&str>, duty: &str, moment: &str, receipt: &str) -> Event {
    Event::Filed {
        id: id.map(|id| FilingId(id.into())),
        duty: DutyId::new(duty),
        instance: None,
        at: at(moment),
        received: None,
        flaw: None,
        channel: Channel::Portal,
        receipt: receipt.into(),
        note: String::new(),
        paper: None,
        said: std::collections::BTreeMap::new(),
    }
}

fn happened(id: &str, trigger: &str, moment: &str) -> Event {
    let (id, trigger) = (OccurrenceId::new(id), Trigger::new(trigger));
    let occurrence =
        Occurrence { id, trigger, at: at(moment), presumed: false, acts: std::collections::BTreeSet::new() };
    Event::OccurrenceRecorded { occurrence, what: String::new(), source: String::new() }
}

fn known(events: Vec<Event>) -> (Incident, Vec<Entry>) {
    let entry = |(event, position): (Event, i64)| Entry {
        number: position,
        position,
        at: at("2025-12-06T09:00").at.plus_seconds(position),
        who: "1".into(),
        event,
    };
    let entries: Vec<Entry> = events.into_iter().zip(1..).map(entry).collect();
    (Incident::from_entries("on-record", &entries).unwrap(), entries)
}

fn filing(form: &str, duty: &str, instance: Option<&str>) -> Filing {
    Filing {
        id: FilingId("draft".into()),
        form: FormId::new(form),
        duty: DutyId::new(duty),
        instance: instance.map(OccurrenceId::new),
        texts: BTreeMap::new(),
        stage: Stage::Draft { returned: None },
        content: None,
        approved: None,
        drafted_by: "1".into(),
        drafted_at: at("2025-12-06T09:00").at,
    }
}

fn filled(incident: &Incident, filing: &Filing) -> FilledForm {
    let organisation = organisation();
    let assessment = assess(&LIBRARY, incident, &organisation, at("2025-12-06T10:00").at);
    let from =
        Filling { incident, organisation: &organisation, assessment: &assessment, vocabulary: LIBRARY.vocabulary() };
    fill_form::fill(LIBRARY.form(&filing.form).unwrap(), filing, &from)
}

fn value(content: &FilledForm, fills: &Fills) -> FilledValue {
    let form = LIBRARY.form(&content.form).unwrap();
    let id = &form.fields().find(|field| field.fills == *fills).unwrap().id;
    content.fields().find(|field| field.id == *id).unwrap().value.clone()
}

fn paper(content: &FilledForm, filed: Option<&FiledRecord>) -> Paper {
    let organisation = organisation();
    let fingerprint = content.fingerprint().unwrap();
    let moment = at("2025-12-06T10:00").at;
    let of = FormPaper {
        content,
        definition: LIBRARY.form(&content.form),
        vocabulary: LIBRARY.vocabulary(),
        organisation: &organisation,
        cite: None,
        number: "2025-001-F1",
        state: State::Approved { submitted: ("홍길동", moment), approved: ("김영희", moment) },
        issued: moment,
        filed,
        fingerprint: &fingerprint,
    };
    form(&of, Lang::Ko, Some(Lang::En))
}

fn field(paper: &Paper, label: &str) -> Field {
    let blocks = paper.sections.iter().flat_map(|section| &section.blocks);
    let fields = blocks.filter_map(|block| if let Block::Fields(fields) = block { Some(fields) } else { None });
    fields.flatten().find(|field| field.label == label).unwrap().clone()
}

#[test]
fn a_supplement_states_when_the_incident_became_known_and_not_when_the_further_fact_did() {
    let mut events = begun();
    events.extend([
        handed_in(None, REPORT, "2025-11-17T20:00", "R-1"),
        handed_in(None, "kr.pipa/report", "2025-11-18T20:00", "P-1"),
        happened("o1", "fact-confirmed", "2025-11-29T09:00"),
        happened("o2", "fact-confirmed", "2025-12-05T10:00"),
    ]);
    let (incident, _) = known(events);
    let forms = [
        (KISA, REPORT, None),
        (KISA, SUPPLEMENT, Some("o1")),
        (KISA, SUPPLEMENT, Some("o2")),
        (PIPC, "kr.pipa/report", None),
        (PIPC, "kr.pipa/report-supplement", Some("o1")),
        (PIPC, "kr.pipa/report-supplement", Some("o2")),
    ];
    for (form, duty, instance) in forms {
        let content = filled(&incident, &filing(form, duty, instance));
        let aware = value(&content, &Fills::Moment(MomentFill::Aware));
        assert_eq!(aware, FilledValue::Timing(at("2025-11-17T16:00")), "{duty} {instance:?}");
    }
}

#[test]
fn whether_the_persons_were_told_is_asked_of_the_recipient_and_not_of_a_name() {
    let told = |duty: &str| {
        let mut events = begun();
        events.push(handed_in(None, duty, "2025-11-19T10:00", ""));
        let (incident, _) = known(events);
        let fills = Fills::try_from("filing:persons-notified".to_owned()).unwrap();
        value(&filled(&incident, &filing(PIPC, "kr.pipa/report", None)), &fills)
    };
    for duty in ["kr.pipa/notice", "kr.network-act/user-notice", "kr.pipa/possible-notice"] {
        assert!(matches!(told(duty), FilledValue::Met(met) if met.len() == 1), "{duty}");
    }
    assert_eq!(told("kr.pipa/report"), FilledValue::Missing);
}

#[test]
fn reports_to_other_authorities_are_taken_from_the_record_beside_what_was_stated() {
    let mut events = begun();
    events.extend([
        handed_in(None, REPORT, "2025-11-17T20:00", "R-1"),
        handed_in(None, "kr.pipa/report", "2025-11-18T20:00", "P-1"),
        handed_in(None, "kr.pipa/notice", "2025-11-18T21:00", ""),
    ]);
    let elsewhere = |events: Vec<Event>| {
        let content = filled(&known(events).0, &filing(KISA, REPORT, None));
        value(&content, &Fills::Fact(FactKey::new("reports-elsewhere")))
    };
    let FilledValue::Met(met) = elsewhere(events.clone()) else { panic!("nothing was taken from the record") };
    assert_eq!(met.len(), 1, "neither its own report nor a notice to persons: {met:?}");
    assert!(met[0].0.ko.contains("개인정보보호위원회") && met[0].1 == at("2025-11-18T20:00"), "{met:?}");
    events.push(stated("reports-elsewhere", Value::Text("경찰청".into())));
    assert!(matches!(elsewhere(events), FilledValue::MetAndStated(met, text) if met.len() == 1 && text == "경찰청"));
}

#[test]
fn a_supplement_says_so_and_names_what_it_supplements_and_what_changed() {
    let mut events = begun();
    let first = filled(&known(events.clone()).0, &filing(KISA, REPORT, None));
    assert_eq!((first.follows.clone(), first.title.ko.as_str()), (None, "침해사고 신고서"));
    let (id, hash) = (FilingId("f1".into()), first.fingerprint().unwrap());
    let (form, duty) = (FormId::new(KISA), DutyId::new(REPORT));
    events.extend([
        Event::FilingDrafted { id: id.clone(), form, duty, instance: None, texts: BTreeMap::new() },
        Event::FilingSubmitted { id: id.clone(), content: first, hash },
        handed_in(Some("f1"), REPORT, "2025-11-17T20:00", "KISA-77"),
        stated("accounts-affected", persons(33_673_817)),
        happened("o1", "fact-confirmed", "2025-11-29T09:00"),
    ]);
    let content = filled(&known(events).0, &filing(KISA, SUPPLEMENT, Some("o1")));
    assert_eq!(content.title.ko, "침해사고 신고서(보완신고)");
    let follows = content.follows.clone().unwrap();
    assert_eq!((follows.handed_in, follows.receipt.as_str()), (Some(at("2025-11-17T20:00")), "KISA-77"));
    let changed: Vec<String> = follows.changed.unwrap().iter().map(|change| change.label.en.clone()).collect();
    assert_eq!(changed.len(), 1, "{changed:?}");
    let page = html(&paper(&content, None)).unwrap();
    for text in ["보완신고", "KISA-77", "<td>계정 4,536개", "<td>계정 33,673,817개", "2025년 11월 17일(월) 20:00"]
    {
        assert!(page.contains(text), "{text}: {page}");
    }
}

#[test]
fn a_form_is_addressed_to_the_one_body_it_goes_to() {
    let (incident, _) = known(begun());
    let mut draft = filing(KISA, REPORT, None);
    let addressee = |draft: &Filing| paper(&filled(&incident, draft), None).closing.unwrap().addressee;
    assert_eq!(addressee(&draft), "한국인터넷진흥원장 귀하");
    draft.texts.insert("addressee".into(), "msit".into());
    assert_eq!(addressee(&draft), "과학기술정보통신부장관 귀하");
    assert_eq!(addressee(&filing(PIPC, "kr.pipa/report", None)), "개인정보보호위원회 위원장 귀하");
}

#[test]
fn a_form_that_was_handed_in_says_when_and_when_it_was_received() {
    let mut events = begun();
    events.push(handed_in(None, REPORT, "2025-11-17T20:00", "R-1"));
    let (incident, _) = known(events);
    let record = FiledRecord { received: Some(at("2025-11-17T20:07")), ..incident.filed[0].clone() };
    let paper = paper(&filled(&incident, &filing(KISA, REPORT, None)), Some(&record));
    assert_eq!(paper.receipt[0].value, "R-1");
    assert_eq!(paper.receipt[1].value, "2025년 11월 17일(월) 20:07 KST");
    assert!(field(&paper, "제출").value.starts_with("2025년 11월 17일(월) 20:00"), "{:?}", field(&paper, "제출"));
}

#[test]
fn only_what_can_be_known_is_not_known_yet() {
    let (incident, _) = known(begun());
    let paper = paper(&filled(&incident, &filing(KISA, REPORT, None)), None);
    let gap = |label: &str| Some(field(&paper, label)).filter(|field| field.missing).map(|field| field.gap);
    assert_eq!(gap("비고"), None);
    assert_eq!(gap("기술지원 요청 여부"), Some(Gap::Unstated));
    assert_eq!(gap("타 기관 신고 여부"), Some(Gap::Unrecorded));
    assert_eq!(gap("소재지"), Some(Gap::Unstated));
    let open = paper.sections.iter().flat_map(|section| &section.blocks).any(|block| {
        matches!(block, Block::Fields(fields) if fields.iter().any(|field| field.missing && field.gap == Gap::Missing))
    });
    assert!(open, "a fact that is being looked into");
}

#[test]
fn a_duty_that_goes_on_is_in_force_and_was_not_failed() {
    let mut events = begun();
    events.push(happened("order", "preservation-ordered", "2025-11-19T22:34"));
    let (incident, entries) = known(events);
    let (organisation, now) = (organisation(), at("2025-12-06T10:00").at);
    let assessment = assess(&LIBRARY, &incident, &organisation, now);
    let names = BTreeMap::new();
    let told = |lang| {
        let of = ReportPaper {
            incident: &incident,
            entries: &entries,
            organisation: &organisation,
            assessment: &assessment,
            library: &LIBRARY,
            names: &names,
            as_of: now,
            entry: (1, "00"),
        };
        html(&report(&of, lang)).unwrap()
    };
    let ko = told(Lang::Ko);
    assert!(ko.contains("이행 중(계속 의무)") && !ko.contains("미이행"), "{ko}");
    assert!(ko.contains("사고 현황 보고서") && ko.contains("늦어도 2025년 12월 6일"));
    assert!(told(Lang::En).contains("in force (continuing duty)"));
    assert!(told(Lang::Id).contains("masih berlaku (kewajiban berkelanjutan)"));
}
