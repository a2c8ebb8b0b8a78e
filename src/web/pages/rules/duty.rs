//! One duty: what would start its clock, how it stands on a day, all its versions, law that waits for its date, what
//! missing it may cost, and the other duties it looks at or that look at it.

use super::bar::Bar;
use super::changes::{PendingView, pending};
use super::day::{Day, Params};
use super::status::badges;
use crate::law::library::Library;
use crate::law::rulebook::Rulebook;
use crate::law::rulebook::duty::Duty;
use crate::law::rulebook::starts::Starts;
use crate::law::situation::DutyId;
use crate::locales::Text;
use crate::web::http::answer;
use crate::web::http::failure::Failure;
use crate::web::http::visit::Visit;
use crate::web::views::frame::Page;
use crate::web::views::law::fine::FineView;
use crate::web::views::law::term::{TermView, terms};
use crate::web::views::law::version::{Showing, VersionView};
use crate::web::views::law::words;
use crate::web::views::law::words::{Badge, Link, duty_link};
use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use askama::Template;

#[derive(Template)]
#[template(path = "pages/rules/duty.html")]
struct Shown {
    page: Page,
    day: Day,
    action: String,
    on: String,
    rulebook: String,
    rulebook_id: String,
    rulebook_href: String,
    title: String,
    badges: Vec<Badge>,
    recipient: String,
    kind: String,
    consequence: String,
    starts: String,
    starts_help: Vec<String>,
    awareness: bool,
    governed_by: String,
    watched: bool,
    met_by: Vec<Link>,
    met_by_occurrence: String,
    form: Option<FormNote>,
    scope: Vec<TermView>,
    in_force: bool,
    next: String,
    bar: Option<Bar>,
    versions: Vec<VersionView>,
    pending: Vec<PendingView>,
    fines: Vec<FineView>,
    looks_at: Vec<Link>,
    looked_at_by: Vec<Link>,
}

struct FormNote {
    title: String,
    channels: String,
    note: String,
}

/// One duty.
///
/// # Errors
/// When there is none of that id, or the page cannot be written.
pub async fn get(visit: Visit, id: Path<(String, String)>, asked: Query<Params>) -> Result<HttpResponse, Failure> {
    let day = Day::of(&visit, &asked);
    let (book, name) = id.into_inner();
    let (t, library) = (visit.t, &*visit.web.desk.library);
    let rulebook = library.rulebook(&book).ok_or(Failure::NotFound)?;
    let duty = rulebook.duty(&DutyId::new(&format!("{book}/{name}"))).ok_or(Failure::NotFound)?;
    let lang = t.lang();
    let showing = Showing { t, library, book: rulebook, on: day.on, today: day.today };
    let link = |id: &DutyId| duty_link(t, library, &book, id);
    let occurrence = duty.met_by.occurrence.as_ref();
    answer::page(&Shown {
        page: Page::of(&visit, "rules"),
        action: format!("/rules/{}", duty.id),
        on: t.date(day.on),
        rulebook: rulebook.short.get(lang).to_owned(),
        rulebook_id: rulebook.id.to_string(),
        rulebook_href: format!("/rules/{}{}", rulebook.id, day.query()),
        title: duty.title.get(lang).to_owned(),
        badges: badges(t, rulebook, duty, (day.on, day.today)),
        recipient: duty.recipient.get(lang).to_owned(),
        kind: t.recipient(duty.to),
        consequence: duty.consequence.get(lang).to_owned(),
        starts: words::starts(t, library, &duty.starts),
        starts_help: starts_help(t, library, &duty.starts),
        awareness: matches!(duty.starts, Starts::Awareness(_)),
        governed_by: words::governed_by(t, duty),
        watched: duty.watched,
        met_by: duty.met_by.filings.iter().map(link).collect(),
        met_by_occurrence: occurrence.map(|of| words::trigger(t, library, of)).unwrap_or_default(),
        form: form(t, library, duty),
        scope: terms(t, library, rulebook, &rulebook.scope),
        in_force: duty.in_force(day.on).is_some(),
        next: duty.next(day.on).map(|version| t.date(version.from)).unwrap_or_default(),
        bar: Bar::of(duty, day.on, day.today),
        versions: showing.versions(duty),
        pending: duty.pending.iter().map(|one| pending(t, rulebook, duty, one, day.today)).collect(),
        fines: duty.fine.iter().map(|fine| showing.fine(fine)).collect(),
        looks_at: Library::named_by(rulebook, duty).iter().filter(|id| **id != duty.id).map(link).collect(),
        looked_at_by: looked_at_by(library, duty).iter().map(link).collect(),
        day,
    })
}

fn form(t: Text, library: &Library, duty: &Duty) -> Option<FormNote> {
    let form = duty.form.as_ref().and_then(|form| library.form(form))?;
    Some(FormNote {
        title: form.title.get(t.lang()).to_owned(),
        channels: form.channels.get(t.lang()).to_owned(),
        note: form.note.get(t.lang()).to_owned(),
    })
}

/// What the trigger means, and why it starts the clock.
fn starts_help(t: Text, library: &Library, starts: &Starts) -> Vec<String> {
    let (trigger, why) = match starts {
        Starts::Awareness(of) => (of.first(), None),
        Starts::Occurrence(on) => (Some(&on.trigger), Some(&on.why)),
        Starts::Each(each) => (Some(&each.trigger), Some(&each.why)),
        Starts::Filing(after) => (None, Some(&after.why)),
        Starts::Due(after) => (None, Some(&after.why)),
        Starts::Incident(on) => (None, Some(&on.why)),
    };
    let help = trigger.and_then(|of| library.vocabulary().trigger(of)).map(|of| &of.help);
    help.into_iter().chain(why).map(|words| words.get(t.lang()).to_owned()).collect()
}

/// The duties that look at this one.
fn looked_at_by(library: &Library, duty: &Duty) -> Vec<DutyId> {
    let all = library.rulebooks().iter().flat_map(|book| book.duty.iter().map(move |other| (book, other)));
    let looks =
        |(book, other): &(&Rulebook, &Duty)| other.id != duty.id && Library::named_by(book, other).contains(&duty.id);
    all.filter(looks).map(|(_, other)| other.id.clone()).collect()
}
