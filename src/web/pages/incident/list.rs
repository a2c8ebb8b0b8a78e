//! The list of incidents: search, open or closed, drills or not, page by page.

use crate::app::desk::actor::Permission;
use crate::app::desk::index::{CLOSED, OPEN};
use crate::app::desk::input::unprintable;
use crate::db::Page as Slice;
use crate::db::index::{Filter, IncidentRow};
use crate::web::forms::choice::Choice;
use crate::web::http::answer;
use crate::web::http::failure::Failure;
use crate::web::http::visit::Visit;
use crate::web::views::frame::Page;
use crate::web::views::paging::Paging;
use actix_web::HttpResponse;
use actix_web::web::Query;
use askama::Template;
use serde::Deserialize;
use url::form_urlencoded::Serializer;

#[derive(Template)]
#[template(path = "pages/incident/list.html")]
struct List {
    page: Page,
    rows: Vec<Row>,
    search: String,
    state: String,
    states: Vec<Choice>,
    drill: String,
    drills: Vec<Choice>,
    filtered: bool,
    paging: Paging,
    may_record: bool,
}

struct Row {
    href: String,
    reference: String,
    title: String,
    drill: bool,
    open: bool,
    running: i64,
    next_due: String,
    overdue: bool,
    opened: String,
}

/// What is looked for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Params {
    q: String,
    state: String,
    drill: String,
    page: i64,
}

/// Incidents on one page.
const SIZE: i64 = 50;
/// The longest search, in characters; more than this finds nothing.
const LONGEST_SEARCH: usize = 200;

/// Shows the list.
///
/// # Errors
/// When the reader may not see it, or the store fails.
pub async fn get(visit: Visit, asked: Query<Params>) -> Result<HttpResponse, Failure> {
    let t = visit.t;
    // What no text of ours holds is left out of the search, which would find nothing for it, or break on it.
    let search: String = asked.q.trim().chars().filter(|char| !unprintable(*char)).take(LONGEST_SEARCH).collect();
    let state = [OPEN, CLOSED].into_iter().find(|state| *state == asked.state).map(ToOwned::to_owned);
    let drill = match asked.drill.as_str() {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    let filter = Filter { search: Some(search.clone()).filter(|search| !search.is_empty()), state, drill };
    let paging = Paging::at(asked.page, SIZE);
    let (found, organisation) =
        visit.web.desk.incidents(visit.actor(), filter.clone(), Slice::numbered(paging.number, SIZE)).await?;
    let address = address(&filter, &asked.drill);
    answer::page(&List {
        page: Page::of(&visit, "incidents"),
        rows: found.rows.iter().map(|row| line(&visit, organisation.zone, row)).collect(),
        search,
        filtered: filter != Filter::default(),
        state: filter.state.unwrap_or_default(),
        states: vec![
            Choice::new("", t.incidents_any_state()),
            Choice::new(OPEN, t.incidents_open()),
            Choice::new(CLOSED, t.incidents_closed()),
        ],
        drill: drill.map_or("", |drill| if drill { "yes" } else { "no" }).to_owned(),
        drills: vec![
            Choice::new("", t.incidents_all()),
            Choice::new("no", t.incidents_real()),
            Choice::new("yes", t.incidents_drills()),
        ],
        paging: paging.of(found.total, &address),
        may_record: visit.may(Permission::Record),
    })
}

fn line(visit: &Visit, zone: chrono_tz::Tz, row: &IncidentRow) -> Row {
    Row {
        href: crate::app::desk::incident_path(&row.stream),
        reference: row.reference.clone(),
        title: row.title.clone(),
        drill: row.drill,
        open: row.state == OPEN,
        running: row.running_count,
        next_due: row.next_due_at.map(|due| visit.t.moment(due, zone)).unwrap_or_default(),
        overdue: row.next_due_at.is_some_and(|due| due < visit.now),
        opened: visit.t.moment(row.opened_at, zone),
    }
}

fn address(filter: &Filter, drill: &str) -> String {
    let mut query = Serializer::new(String::new());
    if let Some(search) = &filter.search {
        query.append_pair("q", search);
    }
    if let Some(state) = &filter.state {
        query.append_pair("state", state);
    }
    if filter.drill.is_some() {
        query.append_pair("drill", drill);
    }
    let query = query.finish();
    if query.is_empty() { "/incidents?".to_owned() } else { format!("/incidents?{query}&") }
}
