//! Whether the program does its work, for those who watch it from outside: the database answers, the watch makes its
//! rounds, the outbox gets rid of its messages. Says nothing of anybody's data.

use crate::app::desk::heartbeat::Heartbeat;
use crate::law::base::moment::Moment;
use crate::web::http::state::Web;
use actix_web::HttpResponse;
use actix_web::http::header::CACHE_CONTROL;
use actix_web::web::Data;
use serde_json::json;

/// Without a round for so many seconds, the watch is taken for dead.
const LATE: i64 = 180;

/// The state of the program; 503 when a part of it fails. Stuck mail is told, and is no failure of the program.
pub async fn get(web: Data<Web>) -> HttpResponse {
    let watch = watch(&web.desk.heartbeat, web.desk.now());
    let outbox = web.desk.health().await;
    let database = if outbox.is_ok() { "ok" } else { "unavailable" };
    let outbox = match outbox {
        Ok(counts) => {
            let state = if counts.stuck + counts.given_up > 0 { "stuck" } else { "ok" };
            json!({ "state": state, "queued": counts.queued, "stuck": counts.stuck, "given_up": counts.given_up })
        }
        Err(error) => {
            tracing::error!(%error, "the database does not answer");
            json!({ "state": "unknown" })
        }
    };
    let well = database == "ok" && watch != "late";
    let mut answer = if well { HttpResponse::Ok() } else { HttpResponse::ServiceUnavailable() };
    let version = env!("CARGO_PKG_VERSION");
    let state = if well { "ok" } else { "failing" };
    answer
        .insert_header((CACHE_CONTROL, "no-store"))
        .json(json!({ "state": state, "version": version, "database": database, "watch": watch, "outbox": outbox }))
}

fn watch(heartbeat: &Heartbeat, now: Moment) -> &'static str {
    match heartbeat.last() {
        None => "starting",
        Some(last) if now.since(last) > LATE => "late",
        Some(_) => "ok",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_watch_without_a_round_for_minutes_is_late() {
        let heartbeat = Heartbeat::default();
        let at = Moment::from_seconds;
        assert_eq!(watch(&heartbeat, at(1_000)), "starting");
        heartbeat.beat(at(1_000));
        assert_eq!(watch(&heartbeat, at(1_000 + LATE)), "ok");
        assert_eq!(watch(&heartbeat, at(1_001 + LATE)), "late");
    }
}
