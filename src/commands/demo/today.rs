//! What runs now: the same facts as a drill, a few hours old, and an incident of which almost nothing is known.

use super::history::{FIRST, FOUND, REPORT, TITLE};
use super::stage::{Fact, Stage, typed};
use crate::app::desk::Ticket;
use crate::app::desk::actor::Role;
use crate::app::desk::input::MomentInput;
use crate::app::desk::refusal::Refusal;
use crate::app::filing::steps::DraftFiling;
use crate::app::incident::open::OpenIncident;

/// How long ago the drill's organisation became aware, in minutes.
const DRILL_AWARE: i64 = 5 * 60 + 20;
/// How long ago the young incident was suspected, in minutes.
const SUSPECTED: i64 = 40;

/// The drill: aware a few hours ago, the first form begun.
pub(super) async fn drill(stage: &Stage) -> Result<(), Refusal> {
    stage.minutes_ago(DRILL_AWARE - 25);
    let input = OpenIncident {
        title: TITLE.to_owned(),
        aware: stage.typed_minutes_ago(DRILL_AWARE),
        basis: "briefed".to_owned(),
        who_knew: "CISO".to_owned(),
        began: stage.typed_minutes_ago(DRILL_AWARE + 9 * 24 * 60),
        facts: typed(&FIRST),
        drill: true,
    };
    let id = stage.desk.open_incident(stage.actor(Role::Officer)?, Ticket::default(), input).await?.id;
    stage.minutes_ago(DRILL_AWARE - 60);
    stage.state(&id, "정보보호팀 (security team)", &FOUND).await?;
    stage.minutes_ago(DRILL_AWARE - 75);
    let told = stage.typed_minutes_ago(DRILL_AWARE + 18 * 60);
    stage.aware(&id, "told", told, "고객센터", "고객이 보낸 제보 메일 (e-mail from a customer)").await?;
    stage.minutes_ago(DRILL_AWARE - 120);
    let draft = DraftFiling {
        filing: None,
        form: "kr.kisa-incident-report".to_owned(),
        duty: REPORT.to_owned(),
        ..DraftFiling::default()
    };
    stage.act(&id, draft).await.map(|_| ())
}

/// Almost everything is still unknown, and must not read as "no".
const UNKNOWN: [Fact; 4] = [
    ("intrusion", "unknown", ""),
    ("personal-data-leaked", "unknown", ""),
    ("outside-access", "unknown", ""),
    ("persons-affected", "unknown", ""),
];

/// The young incident: suspected, forty minutes old.
pub(super) async fn young(stage: &Stage) -> Result<(), Refusal> {
    stage.minutes_ago(SUSPECTED - 5);
    let input = OpenIncident {
        title: "야간 정산 서버의 비정상 외부 전송 의심 · Unusual outgoing traffic from a settlement server".to_owned(),
        aware: stage.typed_minutes_ago(SUSPECTED),
        basis: "suspected".to_owned(),
        who_knew: "보안관제 당직자 (on-call analyst)".to_owned(),
        began: MomentInput::default(),
        facts: typed(&UNKNOWN),
        drill: false,
    };
    let id = stage.desk.open_incident(stage.actor(Role::Officer)?, Ticket::default(), input).await?.id;
    stage.minutes_ago(SUSPECTED - 20);
    let note = "방화벽 로그를 확보하였고, 해당 서버에 개인정보가 있는지 확인 중입니다. \
                (Firewall logs secured; whether the server holds personal data is being checked.)";
    stage.note(&id, note).await
}
