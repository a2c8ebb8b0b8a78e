//! The board: every running clock, nearest first, and what to do next as the biggest thing. Rows come from the index;
//! only the incident of the first clock is read whole, to lead straight to what can be done about it.

use super::incident::duty_card;
use crate::app::desk::actor::Permission;
use crate::app::desk::index;
use crate::app::desk::refusal::Refusal;
use crate::app::incident::view::{BOARD_PAGE, BoardView, Counsels};
use crate::db::index::{BoardRow, Missing};
use crate::incident::gap_record::Said;
use crate::law::base::moment::Moment;
use crate::law::library::Library;
use crate::law::rulebook::period::{Period, Promptness};
use crate::law::situation::DutyId;
use crate::law::verdict::{Bounds, Course, Due, Scale, Standing, Unit};
use crate::locales::Text;
use crate::web::http::answer;
use crate::web::http::failure::Failure;
use crate::web::http::visit::Visit;
use crate::web::views::clock::{ClockView, Doubt, Reading};
use crate::web::views::exposure;
use crate::web::views::frame::Page;
use crate::web::views::missing_law::MissingLaw;
use crate::web::views::next_action;
use crate::web::views::next_action::NextAction;
use crate::web::views::paging::Paging;
use crate::web::views::wording::{Wording, short};
use actix_web::HttpResponse;
use actix_web::web::Query;
use askama::Template;
use chrono_tz::Tz;
use serde::Deserialize;

#[derive(Template)]
#[template(path = "pages/board.html")]
struct Board {
    page: Page,
    next: Option<Hero>,
    running: Vec<ClockView>,
    others: Vec<ClockView>,
    law: Vec<MissingLaw>,
    stuck: i64,
    unreadable: Vec<(String, String)>,
    head: String,
    paging: Paging,
    may_record: bool,
}

/// What to do next.
struct Hero {
    clock: ClockView,
    act: NextAction,
    fine: String,
}

/// Which page of the board.
#[derive(Debug, Deserialize)]
pub struct Params {
    #[serde(default)]
    page: i64,
}

/// Shows the board.
///
/// # Errors
/// When the reader may not see it, or the store fails.
pub async fn get(visit: Visit, asked: Query<Params>) -> Result<HttpResponse, Failure> {
    let paging = Paging::at(asked.page, BOARD_PAGE);
    let view = visit.web.desk.board(visit.actor(), paging.number).await?;
    let mut law: Vec<MissingLaw> = view.law.iter().filter_map(|row| missing_law(&visit, row)).collect();
    let pressing = first(&view).filter(|_| paging.number == 1);
    let next = match pressing {
        Some(row) => hero(&visit, row).await?,
        None if law.is_empty() => None,
        None => Some(Hero::ask(visit.t, &law.remove(0), visit.may(Permission::Record))),
    };
    let (library, counsels) = (&visit.web.desk.library, &view.counsels);
    let rows = Rows { t: visit.t, zone: visit.zone, now: view.now, library, counsels };
    let shown = view.clocks.iter().filter(|row| next.as_ref().is_none_or(|next| !next.is_of(row)));
    let (running, others) =
        shown.map(|row| (row.clock.due_at.is_some(), rows.face(row))).partition::<Vec<_>, _>(|row| row.0);
    let faces = |rows: Vec<(bool, ClockView)>| rows.into_iter().map(|(_, face)| face).collect();
    answer::page(&Board {
        page: Page::of(&visit, "board"),
        running: faces(running),
        others: faces(others),
        law,
        stuck: view.outbox.stuck + view.outbox.given_up,
        unreadable: view.unreadable.clone(),
        head: format!("#{} {}", view.head.number, view.head.hash.chars().take(12).collect::<String>()),
        paging: paging.of(view.total, "/?"),
        may_record: visit.may(Permission::Record),
        next,
    })
}

/// The clock to act on first: the nearest of a real incident that is watched and not stopped; failing that, the nearest.
fn first(view: &BoardView) -> Option<&BoardRow> {
    let pressing = |row: &&BoardRow| !row.incident.drill && row.clock.watched && !row.clock.stopped;
    let drills = |row: &&BoardRow| row.clock.watched && !row.clock.stopped;
    view.clocks.iter().find(pressing).or_else(|| view.clocks.iter().find(drills)).or_else(|| view.clocks.first())
}

async fn hero(visit: &Visit, row: &BoardRow) -> Result<Option<Hero>, Failure> {
    let view = match visit.web.desk.incident(visit.actor(), index::id_of(&row.incident.stream), None).await {
        // Its clock stands among the others.
        Err(Refusal::Unreadable(_)) => return Ok(None),
        view => view?,
    };
    let teller = Wording::of(visit, &view);
    let instance = |verdict: &crate::law::verdict::Verdict| {
        verdict.instance.as_ref().map_or("", |instance| instance.as_str()) == row.clock.instance
    };
    let verdict = view
        .assessment
        .verdicts
        .iter()
        .find(|verdict| verdict.outline.duty.as_str() == row.clock.duty && instance(verdict));
    Ok(verdict.map(|verdict| {
        let act = next_action::of(&teller, visit.actor().role, verdict);
        let mut clock = duty_card::clock(&teller, view.now, verdict, &act);
        clock.incident = incident_words(visit.t, row);
        let (library, counsels) = (teller.library, &Counsels::new());
        let marks = Rows { t: visit.t, zone: visit.zone, now: view.now, library, counsels }.marks(row);
        clock.consequence = joined([marks, std::mem::take(&mut clock.consequence)]);
        Hero { clock, act, fine: exposure::one_line(&teller, verdict) }
    }))
}

fn missing_law(visit: &Visit, row: &BoardRow) -> Option<MissingLaw> {
    MissingLaw::of(visit.t, &visit.web.desk.library, row, incident_words(visit.t, row))
}

impl Hero {
    /// Asking counsel, where no clock runs.
    fn ask(t: Text, law: &MissingLaw, may_record: bool) -> Self {
        Self { clock: law.face(t, may_record), act: NextAction::default(), fine: String::new() }
    }

    fn is_of(&self, row: &BoardRow) -> bool {
        self.clock.incident_href == href(row)
    }
}

fn href(row: &BoardRow) -> String {
    let path = crate::app::desk::incident_path(&row.incident.stream);
    format!("{path}#{}", next_action::anchor(&row.clock.duty, &row.clock.instance))
}

fn incident_words(t: Text, row: &BoardRow) -> String {
    let name = t.board_incident(&row.incident.reference, &row.incident.title);
    if row.incident.drill { t.board_drill(name) } else { name }
}

fn joined(parts: [String; 2]) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// What it takes to word the rows of the board.
#[derive(Clone, Copy)]
struct Rows<'a> {
    t: Text,
    zone: Tz,
    now: Moment,
    library: &'a Library,
    counsels: &'a Counsels,
}

impl Rows<'_> {
    fn face(&self, row: &BoardRow) -> ClockView {
        let duty = self.library.duty(&DutyId::new(&row.clock.duty));
        let words = |words: &crate::law::base::words::Words| words.get(self.t.lang()).to_owned();
        let start = row.clock.starts_at;
        let (due, standing) = self.stands(row, start);
        let doubt = self.doubt(row);
        let version = duty.and_then(|duty| duty.in_force(start.in_zone(self.zone).date_naive()));
        let recipient = duty.map(|duty| words(&duty.recipient)).unwrap_or_default();
        let cite = version.map(|version| words(&version.source.cite)).unwrap_or_default();
        let consequence = duty.map(|duty| words(&duty.consequence)).unwrap_or_default();
        let title = duty.map_or_else(|| row.clock.duty.clone(), |duty| words(&duty.title));
        let named = (title, recipient, cite, consequence);
        let (title, recipient, cite, consequence) = self.counsels(row).unwrap_or(named);
        ClockView {
            title,
            incident: incident_words(self.t, row),
            cite: self.t.duty_cite(recipient, cite),
            consequence: joined([self.marks(row), consequence]),
            href: href(row),
            action: self.t.board_open(),
            incident_href: href(row),
            ..Reading { doubt, due, standing, course: self.course(row, due), limb: None, now: self.now }
                .face(self.t, self.zone)
        }
    }

    /// From when to now, and in what it is told how long that is.
    fn course(&self, row: &BoardRow, due: Due) -> Course {
        let days_in = row.clock.days_in.as_deref().and_then(|zone| zone.parse().ok());
        let unit = if days_in.is_some() { Unit::Days } else { Unit::Hours };
        let due = match due {
            Due::By { earliest, latest } => Some(Bounds::between(earliest, latest)),
            _ => None,
        };
        Course {
            scale: Scale { unit, zone: days_in.unwrap_or(self.zone) },
            start: row.clock.starts_at.into(),
            due,
            safe: row.clock.safe_at,
            held: row.clock.held_since.map(Bounds::from),
            end: self.now.into(),
        }
    }

    /// What counsel named: what is due, about which place, who said so, and what they said.
    fn counsels(&self, row: &BoardRow) -> Option<(String, String, String, String)> {
        let record = self.counsels.get(&(row.incident.stream.clone(), row.clock.instance.clone()))?;
        let Said::Answered { who, said, task: Some(task), .. } = &record.said else { return None };
        Some((task.what.clone(), record.title.get(self.t.lang()).to_owned(), who.clone(), short(said)))
    }

    /// Whether it is certain that the duty applies.
    fn doubt(&self, row: &BoardRow) -> Doubt {
        Doubt(match row.clock.standing.as_str() {
            index::UNDETERMINED => Some(self.t.answer_undetermined()),
            index::CONFLICT => Some(self.t.answer_conflict()),
            // It has no clock: nothing is recorded from which it could run.
            index::UNRECORDED if !row.clock.provisional => Some(self.t.duty_not_started()),
            _ => None,
        })
    }

    /// What sets this clock apart from a plain one.
    fn marks(&self, row: &BoardRow) -> String {
        let facts = match &row.clock.missing {
            Missing::Facts(facts) => facts.as_slice(),
            Missing::Law(_) => &[],
        };
        let missing = (row.clock.standing == index::UNDETERMINED).then(|| {
            let known = facts.iter().filter_map(|key| self.library.vocabulary().fact(key));
            let names: Vec<String> = known.map(|fact| fact.title.get(self.t.lang()).to_owned()).collect();
            self.t.board_undetermined(self.t.list(&names))
        });
        let unrecorded = row.clock.standing == index::UNRECORDED;
        let provisional = row
            .clock
            .provisional
            .then(|| if unrecorded { self.t.board_start_unrecorded() } else { self.t.board_provisional() });
        let stopped = row.clock.stopped.then(|| self.t.board_stopped());
        [missing, provisional, stopped].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    fn stands(&self, row: &BoardRow, start: Moment) -> (Due, Standing) {
        let elapsed = self.now.since(start).max(0);
        if let Some(began) = row.clock.held_since {
            let due = row.clock.due_at.map_or(Due::Until, |due| Due::By { earliest: due, latest: due });
            return (due, Standing::Held { elapsed: self.now.since(began).max(0), ends: None });
        }
        let Some(earliest) = row.clock.due_at else {
            return self.without_number(row, start, elapsed);
        };
        let latest = row.clock.due_latest.unwrap_or(earliest);
        let safe = row.clock.safe_at.unwrap_or(earliest);
        // What stands for a start leaves it open whether anything is late, however long ago it was.
        let latest = if row.clock.standing == index::UNRECORDED { latest.max(self.now) } else { latest };
        let standing = if self.now <= safe {
            Standing::Running { left: safe.since(self.now) }
        } else if self.now <= earliest {
            Standing::PastSafe { since: self.now.since(safe), left: earliest.since(self.now) }
        } else if self.now <= latest {
            Standing::PerhapsOverdue { since: self.now.since(earliest), left: latest.since(self.now) }
        } else {
            Standing::Overdue { late: self.now.since(latest), late_at_most: self.now.since(earliest), elapsed }
        };
        (Due::By { earliest, latest }, standing)
    }

    fn without_number(&self, row: &BoardRow, start: Moment, elapsed: i64) -> (Due, Standing) {
        let duty = self.library.duty(&DutyId::new(&row.clock.duty));
        let version = duty.and_then(|duty| duty.in_force(start.in_zone(self.zone).date_naive()));
        match version.and_then(|version| version.within.as_ref()) {
            Some(Period::Until(_) | Period::AtLeastDays(_) | Period::AtLeastMonths(_)) => {
                (Due::Until, Standing::InForce { elapsed })
            }
            Some(Period::Promptly(promptness)) => {
                (Due::NoNumber { promptness: *promptness }, Standing::Waiting { elapsed })
            }
            _ => (Due::NoNumber { promptness: Promptness::Immediately }, Standing::Waiting { elapsed }),
        }
    }
}
