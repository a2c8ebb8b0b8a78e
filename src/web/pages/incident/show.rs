//! One incident: what to do next, every duty with its clock, its reasons and its price, what is known, what was filed, and
//! what happened in order. Now, or as of any earlier entry.

use super::changes::{self, ChangeRow};
use super::duty_card::{self, DutyCard, Looking};
use super::elsewhere::{self, GapRow, Spoken};
use super::perhaps::{self, Hanging};
use super::questions::{self, Question};
use super::tables;
use super::tables::{Aside, FactRow, FilingRow, MomentRow, Recorded};
use crate::app::desk::actor::Permission;
use crate::app::desk::incident_path;
use crate::app::incident::view::IncidentView;
use crate::incident::changes as known;
use crate::incident::counsel;
use crate::incident::due_warnings::is_open;
use crate::incident::relevance;
use crate::law::verdict::{Answer, Due, Standing, Verdict};
use crate::web::http::answer;
use crate::web::http::failure::Failure;
use crate::web::http::visit::Visit;
use crate::web::views::clock::ClockView;
use crate::web::views::exposure;
use crate::web::views::frame::Page;
use crate::web::views::next_action::NextAction;
use crate::web::views::timeline::{TimelineEntry, tell_all};
use crate::web::views::wording::Wording;
use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use askama::Template;
use serde::Deserialize;

#[derive(Template)]
#[template(path = "pages/incident/show.html")]
struct IncidentPage {
    page: Page,
    path: String,
    reference: String,
    title: String,
    drill: bool,
    opened: String,
    closed: Option<String>,
    earlier: Option<Earlier>,
    changed: Vec<ChangeRow>,
    change_asked: bool,
    next: Option<Next>,
    cards: Vec<DutyCard>,
    questions: Vec<Question>,
    possible: Vec<DutyCard>,
    asides: Vec<Aside>,
    perhaps: Vec<Hanging>,
    gaps: Vec<GapRow>,
    gaps_line: String,
    spoken: Vec<Spoken>,
    occurred: Vec<Recorded>,
    candidates: Vec<MomentRow>,
    facts: Vec<FactRow>,
    occurrences: Vec<MomentRow>,
    filings: Vec<FilingRow>,
    filed: Vec<FilingRow>,
    timeline: Vec<TimelineEntry>,
    position: String,
    may: May,
}

/// The biggest thing on the page.
struct Next {
    clock: ClockView,
    act: NextAction,
    fine: String,
}

/// What is said when an earlier state is shown.
struct Earlier {
    when: String,
    position: i64,
    newest: i64,
}

/// Which controls are shown.
struct May {
    record: bool,
    filed: bool,
    close: bool,
}

/// Which state is asked for.
#[derive(Debug, Deserialize)]
pub struct Params {
    as_of: Option<i64>,
}

/// Shows an incident.
///
/// # Errors
/// When the reader may not see it, when there is none of that id, or when the store fails.
pub async fn get(visit: Visit, id: Path<String>, asked: Query<Params>) -> Result<HttpResponse, Failure> {
    let view = visit.web.desk.incident(visit.actor(), &id, asked.as_of).await?;
    answer::page(&page(&visit, &view))
}

fn page(visit: &Visit, view: &IncidentView) -> IncidentPage {
    let teller = Wording::of(visit, view);
    let incident = &view.incident;
    let earlier = incident.position < view.newest;
    let looking = Looking { role: visit.actor().role, now: view.now, earlier };
    let (mut asked, aside): (Vec<&Verdict>, Vec<&Verdict>) =
        view.assessment.verdicts.iter().partition(|verdict| is_asked(verdict));
    asked.sort_by_key(|verdict| (!known::is_asked(incident, verdict), pressing(verdict)));
    let unsure = |verdict: &&Verdict| matches!(verdict.answer, Answer::Undetermined { .. });
    let (possible, certain): (Vec<&Verdict>, Vec<&Verdict>) = asked.iter().copied().partition(unsure);
    let open = incident.closed.is_none();
    let gaps = counsel::open(incident, &view.assessment.gaps);
    let perhaps = match open && !earlier {
        true => relevance::perhaps(teller.library, incident, &view.organisation, view.now),
        false => Vec::new(),
    };
    let mut page = Page::of(visit, "incidents");
    if earlier {
        page.now_text = teller.moment(view.now);
    }
    let changed = changes::rows(&teller, &known::changes(teller.library, incident, visit.zone));
    IncidentPage {
        page,
        path: incident_path(&incident.id),
        reference: incident.reference.clone(),
        title: incident.title.clone(),
        drill: incident.drill,
        opened: visit.t.incident_opened(teller.moment(incident.opened.0), teller.who(&incident.opened.1)),
        closed: incident.closed.clone(),
        earlier: earlier.then(|| Earlier {
            when: teller.moment(incident.updated_at),
            position: incident.position,
            newest: view.newest,
        }),
        change_asked: changed.iter().any(|row| row.asks),
        changed,
        next: asked.iter().find_map(|verdict| next(&teller, looking, verdict)),
        cards: certain.iter().map(|verdict| duty_card::card(&teller, looking, verdict)).collect(),
        questions: questions::of(&teller, &view.assessment),
        possible: possible.iter().map(|verdict| duty_card::card(&teller, looking, verdict)).collect(),
        asides: aside.iter().map(|verdict| tables::aside(&teller, verdict)).collect(),
        perhaps: perhaps::hanging(&teller, &perhaps),
        gaps: elsewhere::gaps(&teller, &gaps),
        gaps_line: visit.t.gaps_line(gaps.iter().copied(), teller.library),
        spoken: elsewhere::spoken(&teller),
        occurred: tables::occurred(&teller),
        candidates: tables::candidates(&teller),
        facts: tables::facts(&teller),
        occurrences: tables::occurrences(&teller),
        filings: tables::filings(&teller),
        filed: tables::filed(&teller),
        timeline: tell_all(&teller, &view.entries),
        position: incident.position.to_string(),
        may: May {
            record: open && !earlier && visit.may(Permission::Record),
            filed: !earlier && visit.may(Permission::RecordFiled),
            close: !earlier && visit.may(Permission::CloseIncidents),
        },
    }
}

/// Whether a verdict has a card of its own: the duty applies, may apply, or is disputed.
fn is_asked(verdict: &Verdict) -> bool {
    matches!(verdict.answer, Answer::Applies | Answer::Undetermined { .. } | Answer::Conflict { .. })
}

/// The order of the cards: what runs by its due moment, overdue first; what may apply; what has no number or is on hold;
/// what waits for a more exact moment; what has not started; what is in force; what is met.
fn pressing(verdict: &Verdict) -> (u8, i64) {
    let unsure = matches!(verdict.answer, Answer::Undetermined { .. });
    let Some(clock) = &verdict.clock else {
        // What applies and asks for its start goes before all that only may apply.
        let asks = verdict.outline.watched && verdict.unrecorded().is_some() && !unsure;
        return if asks { (0, i64::MAX) } else { (if unsure { 6 } else { 5 }, 0) };
    };
    let start = clock.start.at.seconds();
    match (&clock.standing, clock.due) {
        (Standing::InForce { .. }, _) => (7, start),
        (Standing::CannotBeDecided { .. }, _) => (4, start),
        (Standing::Held { .. }, _) => (2, start),
        (standing, Due::By { earliest, .. }) if is_open(standing) => {
            (u8::from(unsure), clock.target().unwrap_or(earliest).seconds())
        }
        (standing, _) if is_open(standing) => (if unsure { 3 } else { 2 }, start),
        _ => (8, start),
    }
}

/// The first open clock that asks for something.
fn next(teller: &Wording<'_>, looking: Looking, verdict: &Verdict) -> Option<Next> {
    let waits = || verdict.answer == Answer::Applies && verdict.unrecorded().is_some();
    let open = verdict.clock.as_deref().map_or_else(waits, |clock| is_open(&clock.standing));
    if looking.earlier || teller.incident.closed.is_some() || !verdict.outline.watched || !open {
        return None;
    }
    let act = crate::web::views::next_action::of(teller, looking.role, verdict);
    let clock = duty_card::clock(teller, looking.now, verdict, &act);
    Some(Next { clock, act, fine: exposure::one_line(teller, verdict) })
}
