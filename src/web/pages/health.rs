//! Whether the program does its work, for those who watch it from outside. Alive: it answers. Ready: it can record, the
//! watch makes its rounds, the database answers. A stranger learns that and no more; details are for administrators who
//! are signed in, and for whoever asks from this machine and not through a proxy. Says nothing of anybody's data.

use crate::app::desk::actor::Permission;
use crate::app::desk::index;
use crate::app::desk::look::Writing;
use crate::app::watch::health::{Health, Watch};
use crate::web::http::cookies;
use crate::web::http::state::Web;
use actix_web::http::header::CACHE_CONTROL;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder};
use serde_json::{Value, json};

/// What a proxy adds to what it passes on.
const PASSED_ON: [&str; 4] = ["forwarded", "x-forwarded-for", "x-real-ip", "via"];

/// That the process answers. Asks neither the database nor the disk.
pub async fn live() -> HttpResponse {
    send(HttpResponse::Ok(), &json!({ "state": "alive" }))
}

/// The state of the program; 503 when a part of it fails. What somebody must look at is told, and is no failure of it.
pub async fn ready(request: HttpRequest, web: Data<Web>) -> HttpResponse {
    let health = web.desk.health().await;
    let state = match (health.is_ready(), health.wants_attention()) {
        (false, _) => "failing",
        (true, true) => "attention",
        (true, false) => "ok",
    };
    let answer = if health.is_ready() { HttpResponse::Ok() } else { HttpResponse::ServiceUnavailable() };
    let told = if is_from_here(&request) || is_by_administrator(&request, &web).await {
        details(&health, state)
    } else {
        json!({ "state": state })
    };
    send(answer, &told)
}

fn send(mut answer: HttpResponseBuilder, told: &Value) -> HttpResponse {
    answer.insert_header((CACHE_CONTROL, "no-store")).json(told)
}

fn is_from_here(request: &HttpRequest) -> bool {
    let near = request.peer_addr().is_some_and(|peer| peer.ip().to_canonical().is_loopback());
    near && !PASSED_ON.iter().any(|name| request.headers().contains_key(*name))
}

async fn is_by_administrator(request: &HttpRequest, web: &Web) -> bool {
    let Some(cookie) = request.cookie(&cookies::session_name(web.secure_cookies)) else { return false };
    let signed = web.desk.whoever(cookie.value()).await.unwrap_or_default();
    signed.is_some_and(|signed| signed.actor.role.may(Permission::ManagePeople))
}

fn details(health: &Health, state: &str) -> Value {
    let database = match (health.store.writing, &health.outbox) {
        (_, None) | (Writing::Unavailable, _) => "unavailable",
        (Writing::Full, _) => "full",
        (Writing::Replaced, _) => "replaced",
        (Writing::Well, _) => "ok",
    };
    let watch = match health.watch {
        Watch::Starting => "starting",
        Watch::Well => "ok",
        Watch::Late => "late",
        Watch::Never => "never round",
    };
    let outbox = health.outbox.map_or_else(
        || json!({ "state": "unknown" }),
        |counts| {
            let state = if counts.stuck + counts.given_up > 0 { "stuck" } else { "ok" };
            json!({ "state": state, "queued": counts.queued, "stuck": counts.stuck, "given_up": counts.given_up })
        },
    );
    let unreadable = health.unreadable.iter();
    let unreadable: Vec<Value> =
        unreadable.map(|(stream, why)| json!({ "incident": index::id_of(stream), "why": why })).collect();
    json!({
        "state": state,
        "version": env!("CARGO_PKG_VERSION"),
        "database": database,
        "newer_migration": health.store.newer,
        "watch": watch,
        "outbox": outbox,
        "unreadable": unreadable,
    })
}
