//! The page on which the law tests itself: every case of every rulebook, green or red, with what was expected and what
//! came out; and how far each calendar reaches. Runs the cases once per process, where nobody else has to wait for it.

use super::calendar::users;
use super::day::{Params, today};
use crate::app::rules::self_test::Tested;
use crate::law::case::Outcome;
use crate::law::library::Library;
use crate::locales::Text;
use crate::web::http::answer;
use crate::web::http::failure::Failure;
use crate::web::http::visit::Visit;
use crate::web::views::frame::Page;
use crate::web::views::law::source::FRESH_DAYS;
use crate::web::views::law::words::{Badge, Link};
use actix_web::HttpResponse;
use actix_web::web::{Query, block};
use askama::Template;
use chrono::NaiveDate;

#[derive(Template)]
#[template(path = "pages/rules/self_test.html")]
struct SelfTestPage {
    page: Page,
    verdict: Badge,
    totals: String,
    untested: Vec<Link>,
    files: Vec<File>,
    red: Vec<FileOfRed>,
    one: Option<One>,
    calendars: Vec<Coverage>,
}

/// A file of cases in the table.
struct File {
    path: String,
    title: String,
    href: String,
    cases: String,
    statements: String,
    red: String,
    verdict: Badge,
}

/// What came out otherwise in one file.
struct FileOfRed {
    path: String,
    unreadable: String,
    outcomes: Vec<OutcomeView>,
}

/// One rulebook's cases, all of them.
struct One {
    title: String,
    href: String,
    outcomes: Vec<OutcomeView>,
}

/// How one expectation came out.
struct OutcomeView {
    verdict: Badge,
    case: String,
    line: String,
    duty: String,
    href: String,
    differences: Vec<DifferenceView>,
}

struct DifferenceView {
    what: &'static str,
    expected: String,
    found: String,
}

struct Coverage {
    title: String,
    href: String,
    from: String,
    to: String,
    verdict: Badge,
    used: Vec<Link>,
}

/// The page.
///
/// # Errors
/// When there is no rulebook of the id asked for, or the page cannot be written.
pub async fn get(visit: Visit, asked: Query<Params>) -> Result<HttpResponse, Failure> {
    let (kept, library) = (visit.web.self_test.clone(), visit.web.desk.library.clone());
    // Cases take longer than an answer may keep the others waiting.
    let run = block({
        let (kept, library) = (kept.clone(), library.clone());
        move || kept.results(&library).len()
    });
    run.await.map_err(|cause| Failure::Fault(cause.to_string()))?;
    let (t, results) = (visit.t, kept.results(&library));
    let one = match asked.of.as_deref() {
        None => None,
        Some(id) => Some(one(t, &library, results, id).ok_or(Failure::NotFound)?),
    };
    let statements: usize = results.iter().map(|file| file.outcomes().len()).sum();
    let green: usize = results.iter().map(Tested::green).sum();
    let cases: usize = results.iter().map(|file| file.cases).sum();
    answer::page(&SelfTestPage {
        page: Page::of(&visit, "rules"),
        verdict: verdict(t, results.iter().all(Tested::is_green)),
        totals: t.library_test_totals(
            t.number(cases),
            t.number(statements),
            t.number(green),
            t.number(statements - green),
        ),
        untested: untested(t, &library, results),
        files: results.iter().map(|file| row(t, &library, file)).collect(),
        red: results.iter().filter(|file| !file.is_green()).map(|file| red(t, &library, file)).collect(),
        one,
        calendars: coverage(t, &library, today(&visit)),
    })
}

fn verdict(t: Text, green: bool) -> Badge {
    match green {
        true => Badge { standing: "yes", word: t.library_green() },
        false => Badge { standing: "error", word: t.library_red() },
    }
}

fn one(t: Text, library: &Library, results: &[Tested], id: &str) -> Option<One> {
    let book = library.rulebook(id)?;
    let files = results.iter().filter(|file| file.rulebook() == id);
    Some(One {
        title: book.title.get(t.lang()).to_owned(),
        href: format!("/rules/{id}"),
        outcomes: files.flat_map(|file| file.outcomes()).map(|outcome| view(t, library, outcome)).collect(),
    })
}

/// Rulebooks without cases.
fn untested(t: Text, library: &Library, results: &[Tested]) -> Vec<Link> {
    let bare = library.rulebooks().iter().filter(|book| !results.iter().any(|file| file.rulebook() == *book.id));
    bare.map(|book| Link { href: format!("/rules/{}", book.id), title: book.short.get(t.lang()).to_owned() }).collect()
}

fn row(t: Text, library: &Library, file: &Tested) -> File {
    let book = library.rulebook(&file.rulebook());
    File {
        path: file.file.clone(),
        title: book.map_or_else(|| file.file.clone(), |book| book.short.get(t.lang()).to_owned()),
        href: book.map(|book| format!("/rules/self-test?of={}", book.id)).unwrap_or_default(),
        cases: t.number(file.cases),
        statements: t.number(file.outcomes().len()),
        red: t.number(file.outcomes().len() - file.green()),
        verdict: verdict(t, file.is_green()),
    }
}

fn red(t: Text, library: &Library, file: &Tested) -> FileOfRed {
    let red = file.outcomes().iter().filter(|outcome| !outcome.is_green());
    FileOfRed {
        path: file.file.clone(),
        unreadable: file.outcomes.as_ref().err().cloned().unwrap_or_default(),
        outcomes: red.map(|outcome| view(t, library, outcome)).collect(),
    }
}

fn view(t: Text, library: &Library, outcome: &Outcome) -> OutcomeView {
    let difference = |one: &crate::law::case::Difference| DifferenceView {
        what: one.what.key(),
        expected: one.expected.shown(),
        found: one.found.shown(),
    };
    OutcomeView {
        verdict: verdict(t, outcome.is_green()),
        case: outcome.case.clone(),
        line: outcome.line.to_string(),
        duty: crate::web::views::law::words::duty(t, library, &outcome.duty),
        href: format!("/rules/{}", outcome.duty),
        differences: outcome.differences.iter().map(difference).collect(),
    }
}

/// How far each calendar reaches, the one that ends first on top.
fn coverage(t: Text, library: &Library, today: NaiveDate) -> Vec<Coverage> {
    let mut calendars: Vec<_> = library.calendars().iter().collect();
    calendars.sort_by_key(|calendar| calendar.to);
    let view = |calendar: &crate::law::calendar::Calendar| {
        let left = calendar.to.signed_duration_since(today).num_days();
        let verdict = match left {
            left if left < 0 => Badge { standing: "error", word: t.library_calendar_ended() },
            left if left < FRESH_DAYS => Badge { standing: "warn", word: t.library_calendar_ends(left) },
            _ => Badge { standing: "yes", word: t.library_calendar_long_enough() },
        };
        Coverage {
            title: calendar.title.get(t.lang()).to_owned(),
            href: format!("/rules/calendars/{}", calendar.id),
            from: t.date(calendar.from),
            to: t.date(calendar.to),
            verdict,
            used: users(t, library, &calendar.id),
        }
    };
    calendars.into_iter().map(view).collect()
}
