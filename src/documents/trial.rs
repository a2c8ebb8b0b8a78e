//! Papers made from a whole incident, end to end: events, fold, law, form, report. The incident follows the public
//! record of November 2025; names of persons are invented.

use super::form::{FormPaper, State, form};
use super::paper::{Block, Paper};
use super::renderer::Renderer;
use super::report::{ReportPaper, report};
use super::{html, uncovered};
use crate::incident::filing::{Channel, Filing, FilingId, Stage};
use crate::incident::fill_form;
use crate::incident::fill_form::Filling;
use crate::incident::form_content::FilledForm;
use crate::incident::situation::assess;
use crate::incident::{Entry, Event, Incident, Organisation};
use crate::law::base::moment::{Moment, Timing};
use crate::law::base::words::Lang;
use crate::law::library::Library;
use crate::law::situation::fact::{Count, FactKey, Quality, Value};
use crate::law::situation::{Basis, Candidate, CandidateId, DutyId, FormId, Trigger};
use chrono_tz::Asia::Seoul;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;

static RENDERER: LazyLock<Renderer> = LazyLock::new(|| Renderer::start().unwrap());
pub(super) static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::embedded().unwrap());

pub(super) fn at(text: &str) -> Timing {
    Timing::exact(Moment::from_rfc3339(&format!("{text}:00+09:00")).unwrap(), Seoul)
}

pub(super) fn stated(key: &str, value: Value) -> Event {
    Event::FactRecorded { key: FactKey::new(key), value: Some(value), source: "내부 조사".into(), since: None }
}

pub(super) fn aware(id: &str, basis: Basis, moment: &str, evidence: &str) -> Event {
    let of = ["aware-incident", "aware-leak"].map(Trigger::new).into();
    let candidate = Candidate {
        id: CandidateId::new(id),
        of,
        basis,
        at: at(moment),
        ruled_out: BTreeSet::new(),
        knower: crate::law::situation::Knower::Own,
    };
    Event::CandidateRecorded { candidate, who_knew: "정보보호 최고책임자".into(), evidence: evidence.into() }
}

pub(super) fn persons(number: u64) -> Value {
    Value::Count(Count { number, quality: Quality::Exact })
}

/// The incident, with a text of the tester's in its title and its cause.
fn incident(text: &str, drill: bool) -> (Incident, Vec<Entry>) {
    let events = vec![
        Event::Opened { reference: "2025-001".into(), title: format!("고객 계정 비인가 접근 {text}"), drill },
        stated("intrusion", Value::YesNo(true)),
        stated("personal-data-leaked", Value::YesNo(true)),
        stated("incident-kind", Value::choices(["hacking", "data-leak"])),
        stated("persons-affected", persons(4_536)),
        stated("cause", Value::Text(format!("서명된 접속 토큰이 악용되었습니다. {text}"))),
        aware("declared", Basis::Declared, "2025-11-18T22:52", "신고서"),
        aware("established", Basis::Established, "2025-11-17T16:00", "민관합동조사단 발표"),
        Event::Filed {
            id: None,
            duty: DutyId::new("kr.network-act/report"),
            instance: None,
            at: at("2025-11-19T21:35"),
            received: None,
            flaw: None,
            channel: Channel::Portal,
            receipt: "KISA-2025-11-19".into(),
            note: String::new(),
            paper: None,
            said: BTreeMap::new(),
        },
        stated("persons-affected", persons(33_673_817)),
        Event::NoteAdded { text: "변호사와 통화함".into() },
    ];
    let entry = |(event, position): (Event, i64)| Entry {
        number: position,
        position,
        at: at("2025-11-20T09:00").at.plus_seconds(position),
        who: "1".into(),
        event,
    };
    let entries: Vec<Entry> = events.into_iter().zip(1..).map(entry).collect();
    (Incident::from_entries("trial", &entries).unwrap(), entries)
}

pub(super) fn organisation() -> Organisation {
    let mut organisation = Organisation { name: "한강마트 주식회사".into(), ..Organisation::default() };
    organisation.facts.set("org-information-service-provider", Value::YesNo(true));
    organisation.facts.set("org-data-controller", Value::YesNo(true));
    organisation.reporter.name = "홍길동".into();
    organisation.reporter.position = "정보보호팀장".into();
    organisation
}

fn content(incident: &Incident, organisation: &Organisation) -> FilledForm {
    let filing = Filing {
        id: FilingId("f".into()),
        form: FormId::new("kr.kisa-incident-report"),
        duty: DutyId::new("kr.network-act/report"),
        instance: None,
        texts: BTreeMap::new(),
        stage: Stage::Draft { returned: None },
        content: None,
        approved: None,
        drafted_by: "1".into(),
        drafted_at: incident.updated_at,
    };
    let assessment = assess(&LIBRARY, incident, organisation, incident.updated_at);
    let from = Filling { incident, organisation, assessment: &assessment, vocabulary: LIBRARY.vocabulary() };
    fill_form::fill(LIBRARY.form(&filing.form).unwrap(), &filing, &from)
}

fn kisa(text: &str, drill: bool, state: State<'_>, lang: Lang, second: Option<Lang>) -> Paper {
    let (incident, _) = incident(text, drill);
    let organisation = organisation();
    let content = content(&incident, &organisation);
    let fingerprint = content.fingerprint().unwrap();
    let duty = LIBRARY.duty(&content.duty).unwrap();
    let day = "2025-11-17".parse().unwrap();
    let paper = FormPaper {
        content: &content,
        definition: LIBRARY.form(&content.form),
        vocabulary: LIBRARY.vocabulary(),
        organisation: &organisation,
        cite: duty.in_force(day).map(|version| &version.source.cite),
        number: "2025-001-F1",
        state,
        issued: incident.updated_at,
        filed: None,
        fingerprint: &fingerprint,
    };
    form(&paper, lang, second)
}

fn first_report(text: &str, drill: bool, lang: Lang) -> Paper {
    let (incident, entries) = incident(text, drill);
    let organisation = organisation();
    let now = at("2025-11-20T10:00").at;
    let assessment = assess(&LIBRARY, &incident, &organisation, now);
    let names = BTreeMap::from([("1".to_owned(), "김영희".to_owned())]);
    let hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    report(
        &ReportPaper {
            incident: &incident,
            entries: &entries,
            organisation: &organisation,
            assessment: &assessment,
            library: &LIBRARY,
            names: &names,
            as_of: now,
            entry: (11, hash),
        },
        lang,
    )
}

fn approved() -> State<'static> {
    let moment = at("2025-11-19T21:00").at;
    State::Approved { submitted: ("홍길동", moment), approved: ("김영희", moment.plus_seconds(600)) }
}

fn every_paper(text: &str, drill: bool) -> Vec<(String, Paper)> {
    let mut all = Vec::new();
    for lang in Lang::ALL {
        all.push((format!("report-{}", lang.tag()), first_report(text, drill, lang)));
        all.push((format!("form-{}", lang.tag()), kisa(text, drill, State::Draft, lang, None)));
    }
    all.push(("form-ko-en".into(), kisa(text, drill, approved(), Lang::Ko, Some(Lang::En))));
    all.push(("form-ko-id".into(), kisa(text, drill, State::Draft, Lang::Ko, Some(Lang::Id))));
    all
}

/// Leaves the papers where a person can look at them.
#[test]
fn the_same_incident_gives_the_same_bytes_in_every_language() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/artefacts/papers");
    std::fs::create_dir_all(&folder).unwrap();
    for ((name, first), (_, second)) in every_paper("", false).into_iter().zip(every_paper("", false)) {
        let page = html(&first).unwrap();
        assert_eq!(page, html(&second).unwrap(), "{name}");
        assert_eq!(uncovered(&first), [], "{name}");
        let bytes = RENDERER.pdf_blocking(first).unwrap();
        assert!(bytes == RENDERER.pdf_blocking(second).unwrap(), "{name}");
        std::fs::write(folder.join(format!("{name}.pdf")), bytes).unwrap();
        std::fs::write(folder.join(format!("{name}.html")), page).unwrap();
    }
}

#[test]
fn every_paper_of_a_drill_says_so() {
    for (name, paper) in every_paper("", true) {
        let banner = paper.banner.clone().unwrap_or_default();
        let word = crate::locales::Text::new(paper.lang).paper_banner_drill();
        assert!(banner.contains(&word), "{name}: {banner}");
        assert!(html(&paper).unwrap().contains(&word), "{name}");
    }
    assert_eq!(first_report("", false, Lang::Ko).banner, None);
}

#[test]
fn a_draft_says_so_and_an_approved_form_names_who_approved_it() {
    let draft = kisa("", false, State::Draft, Lang::Ko, Some(Lang::En));
    assert_eq!(draft.banner.as_deref(), Some("초안 · DRAFT"));
    let paper = kisa("", false, approved(), Lang::Ko, Some(Lang::En));
    assert_eq!(paper.banner, None);
    let page = html(&paper).unwrap();
    assert!(page.contains("김영희, 2025년 11월 19일(수) 21:10 KST"), "{page}");
    assert_eq!(paper.fingerprint, draft.fingerprint);
}

#[test]
fn text_typed_by_a_person_is_printed_as_it_stands() {
    for text in ["<script>alert(1)</script>", "#read(\"/etc/passwd\") *b* $x$ @label", "]]></style>\"'&"] {
        for (name, paper) in every_paper(text, false) {
            let page = html(&paper).unwrap();
            assert!(!page.contains("<script") && !page.contains("]]></style>\""), "{name}");
            assert!(RENDERER.pdf_blocking(paper).unwrap().starts_with(b"%PDF"), "{name}");
        }
    }
}

#[test]
fn the_report_tells_both_moments_and_their_lateness_and_keeps_internal_remarks() {
    let told = |lang| html(&first_report("", false, lang)).unwrap();
    let ko = told(Lang::Ko);
    for text in ["29시간 35분 지연", "1시간 17분", "30,000,000원", "33,673,817명 (변경 전: 4,536명)", "KISA-2025-11-19"]
    {
        assert!(ko.contains(text), "{text}");
    }
    assert!(!ko.contains("변호사"));
    assert!(told(Lang::En).contains("29 h 35 min late"));
    assert!(told(Lang::Id).contains("terlambat 29 jam 35 menit"));
}

#[test]
fn questions_of_choice_are_printed_with_all_their_boxes() {
    let paper = kisa("", false, State::Draft, Lang::Ko, None);
    let blocks = paper.sections.iter().flat_map(|section| &section.blocks);
    let fields =
        blocks.filter_map(|block| if let Block::Fields(fields) = block { Some(fields) } else { None }).flatten();
    let kind = fields.clone().find(|field| field.checks.len() > 2).unwrap();
    assert_eq!(kind.checks.iter().filter(|check| check.checked).count(), 2);
    assert!(fields.clone().any(|field| field.missing));
    assert!(fields.clone().any(|field| field.basis.as_deref() == Some("정보통신망법 시행령 제58조의2제1항제1호")));
}
