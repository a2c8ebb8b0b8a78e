//! The public case of 2025, in the order in which it became known. Moments, counts and orders are those of the public
//! record; names are changed, and what the record does not say is said to be unknown.

use super::stage::{Fact, Stage, seoul, typed};
use crate::app::desk::Ticket;
use crate::app::desk::actor::Role;
use crate::app::desk::refusal::Refusal;
use crate::app::incident::manage::CloseIncident;
use crate::app::incident::moments::RecordOccurred;
use crate::app::incident::open::OpenIncident;

/// The incident report of the Network Act.
pub(super) const REPORT: &str = "kr.network-act/report";
/// Its supplement.
const SUPPLEMENT: &str = "kr.network-act/supplement";
/// The leak report.
const LEAK_REPORT: &str = "kr.pipa/report";
/// Its supplement.
const LEAK_SUPPLEMENT: &str = "kr.pipa/report-supplement";
/// The notice to persons.
const NOTICE: &str = "kr.pipa/notice";
/// Its supplement.
const NOTICE_SUPPLEMENT: &str = "kr.pipa/notice-supplement";

/// What the case is called.
pub(super) const TITLE: &str = "위조 접속토큰을 이용한 고객정보 무단 조회 · Customer data read with forged tokens";
/// Who says what the company found.
const COMPANY: &str = "회사 자체 조사 (company's own finding)";
/// Who says what the joint investigation found.
const INVESTIGATION: &str = "민관합동조사단 조사 결과, 2026-02-10 (joint investigation)";

/// What was known in the first hour.
pub(super) const FIRST: [Fact; 4] = [
    ("intrusion", "yes", ""),
    ("personal-data-leaked", "yes", ""),
    ("leak-possible", "no", ""),
    ("outside-access", "yes", ""),
];

/// What the company found at first.
pub(super) const FOUND: [Fact; 14] = [
    ("incident-kind", "data-leak", ""),
    ("leak-kind", "leak", ""),
    ("accounts-affected", "4,536", "exact"),
    ("persons-affected", "4,536", "exact"),
    ("sensitive-data", "no", ""),
    ("unique-identifiers", "no", ""),
    ("contacts-known", "yes", ""),
    ("cause", "접속토큰 서명키가 도용되어 위조된 접속토큰으로 고객정보 조회 화면에 접근한 것으로 추정됩니다.", ""),
    (
        "circumstances",
        "2025년 11월 16일 고객의 제보 메일로 고객정보 노출 사실을 처음 접하고 접속 기록을 확인하였습니다.",
        "",
    ),
    ("damage", "고객 계정의 이름, 이메일, 배송지 목록, 최근 주문 정보가 외부에서 조회되었습니다.", ""),
    ("affected-systems", "고객정보 조회 웹 서비스(인증·게이트웨이 구간)", ""),
    ("data-items", "이름, 이메일, 전화번호, 배송지 주소, 최근 주문 정보", ""),
    ("measures", "도용된 서명키를 폐기하고 비정상 접속을 차단하였으며 접속 기록 점검을 강화하였습니다.", ""),
    ("response-department", "정보보호팀", ""),
];

/// Plays it from the first evening to the end.
pub(super) async fn play(stage: &Stage) -> Result<(), Refusal> {
    let id = first_evening(stage).await?;
    first_reports(stage, &id).await?;
    let november = larger_count(stage, &id).await?;
    let february = investigation(stage, &id).await?;
    ending(stage, &id, [&november, &february]).await
}

async fn first_evening(stage: &Stage) -> Result<String, Refusal> {
    stage.set("2025-11-18 23:10")?;
    let input = OpenIncident {
        title: TITLE.to_owned(),
        aware: seoul("2025-11-18 22:52"),
        basis: "declared".to_owned(),
        who_knew: "정보보호팀".to_owned(),
        began: seoul("2025-11-06 18:38"),
        facts: typed(&FIRST),
        drill: false,
    };
    let id = stage.desk.open_incident(stage.actor(Role::Officer)?, Ticket::default(), input).await?.id;
    stage
        .note(
            &id,
            "시연 자료: 2025년 공개 사례의 공개 기록을 따랐으며 회사명과 사람은 가상입니다.\n\
             Demonstration: after the public record of a 2025 case; the company and the people are made up.",
        )
        .await?;
    stage.set("2025-11-18 23:25")?;
    stage.state(&id, COMPANY, &FOUND).await?;
    stage.set("2025-11-19 09:10")?;
    let evidence = "고객이 보낸 제보 메일 (e-mail from a customer)";
    stage.aware(&id, "told", seoul("2025-11-16 22:12"), "고객센터", evidence).await?;
    Ok(id)
}

async fn first_reports(stage: &Stage, id: &str) -> Result<(), Refusal> {
    stage.set("2025-11-19 21:40")?;
    let form = "신고서의 인지 시점: 2025-11-18 22:52, 계정 4,536개 (as declared in the form)";
    stage.filed(id, (REPORT, ""), "2025-11-19 21:35", "portal", form).await?;
    stage.set("2025-11-19 22:40")?;
    let order = "침해사고 관련 접속 기록 등 자료보전 명령 (order to preserve logs and related data)";
    stage.happened(id, "preservation-ordered", "2025-11-19 22:34", order, "과학기술정보통신부").await?;
    stage.set("2025-11-20 19:00")?;
    let unknown = "신고 시각은 공개 기록에서 확인되지 않음 (the time of day is not on the public record)";
    stage.filed(id, (LEAK_REPORT, ""), "2025-11-20", "portal", unknown).await?;
    let notice = "문자와 이메일로 4,536명에게 '노출'로 통지 (by text message and e-mail, as \"exposure\")";
    stage.filed(id, (NOTICE, ""), "2025-11-20", "email", notice).await
}

/// The count goes up by four orders of magnitude. Answers the name of the further fact.
async fn larger_count(stage: &Stage, id: &str) -> Result<String, Refusal> {
    stage.set("2025-11-29 20:00")?;
    let counts = [("accounts-affected", "33,700,000", "estimate"), ("persons-affected", "33,700,000", "estimate")];
    stage.state(id, COMPANY, &counts).await?;
    let what = "노출 계정이 4,536개가 아니라 약 3,370만 개로 확인됨 (about 33.7 million accounts, not 4,536)";
    let fact = stage.happened(id, "fact-confirmed", "2025-11-29", what, COMPANY).await?;
    let second = "개인정보보호위원회 2차 신고 (second report to the PIPC)";
    stage.filed(id, (LEAK_SUPPLEMENT, &fact), "2025-11-29", "portal", second).await?;
    stage.set("2025-12-03 18:00")?;
    let again = "개인정보보호위원회 의결: '노출'이 아닌 '유출'로 7일 안에 다시 통지 (PIPC: notify again, as \"leak\", within 7 days)";
    stage.note(id, again).await?;
    stage.set("2025-12-31 18:00")?;
    let logs = "과학기술정보통신부가 웹 접속 기록 삭제에 대하여 수사를 의뢰함 (MSIT asks the police to look into deleted web logs)";
    stage.note(id, logs).await?;
    Ok(fact)
}

/// What the joint investigation published. Answers the name of the further fact before it.
async fn investigation(stage: &Stage, id: &str) -> Result<String, Refusal> {
    stage.set("2026-02-05 18:00")?;
    let further = "추가 계정 165,455개 공개 (165,455 further accounts disclosed)";
    let fact = stage.happened(id, "fact-confirmed", "2026-02-05", further, COMPANY).await?;
    stage.set("2026-02-10 15:00")?;
    let evidence = "과학기술정보통신부 발표: CISO에게 보고된 시점 (MSIT release: the moment the CISO was told)";
    stage.aware(id, "established", seoul("2025-11-17 16:00"), "CISO", evidence).await?;
    let occurred =
        RecordOccurred { began: seoul("2025-04-14"), source: INVESTIGATION.to_owned(), ..Default::default() };
    stage.act(id, occurred).await?;
    let found: [Fact; 5] = [
        ("records-affected", "33,673,817", "exact"),
        ("accounts-affected", "33,673,817", "exact"),
        ("persons-affected", "33,673,817", "estimate"),
        ("views-affected", "148,056,502", "exact"),
        ("preserved-data-destroyed", "yes", ""),
    ];
    stage.state(id, INVESTIGATION, &found).await?;
    let published = "당국이 직접 조사하여 발표한 수이므로 보완할 내용이 아님 (the authority found and published these numbers itself)";
    stage.immaterial(id, published).await?;
    let logs = "자료보전 명령 후에도 자동 삭제 정책이 그대로여서 2024년 7~11월 웹 로그와 2025-05-23~06-02 앱 로그가 삭제됨. \
                (Automatic deletion went on after the order: web logs of July to November 2024 and app logs of \
                2025-05-23 to 06-02 are gone.)";
    stage.note(id, logs).await?;
    Ok(fact)
}

/// The case leaves the board: what the record does not settle is stopped with that reason, and it is closed.
async fn ending(stage: &Stage, id: &str, further: [&str; 2]) -> Result<(), Refusal> {
    stage.set("2026-06-11 18:00")?;
    stage.state(id, "개인정보보호위원회, 2026-06-11 (PIPC)", &[("persons-affected", "37,500,000", "estimate")]).await?;
    let decided = "위원회가 스스로 확정한 수임 (the commission established this number itself)";
    stage.immaterial(id, decided).await?;
    let fined = "개인정보보호위원회 과징금 6,247억 원 의결, 회사는 불복 의사를 밝힘 (PIPC: KRW 624.7 billion; the company will appeal)";
    stage.note(id, fined).await?;
    stage.set("2026-06-30 10:00")?;
    let unsettled = "공개 기록에서 제출 여부를 확인할 수 없음 (whether it was handed in is not on the public record)";
    for fact in further {
        for duty in [SUPPLEMENT, LEAK_SUPPLEMENT, NOTICE_SUPPLEMENT] {
            let met = duty == LEAK_SUPPLEMENT && further.first() == Some(&fact);
            if !met {
                stage.stop(id, (duty, fact), unsettled).await?;
            }
        }
    }
    let reason = "시연용 기록으로 보존: 더 이상 이행할 의무가 없습니다. (Kept as a record; nothing more is owed here.)";
    stage.act(id, CloseIncident { reason: reason.to_owned() }).await.map(|_| ())
}
