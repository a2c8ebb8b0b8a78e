//! The library of rules through the front door: other days show other law, law without a date starts no clock, the
//! changelog and the self-test say what the rulebooks say, and what was not verified says so.

use dutyclock::app::desk::actor::Role;
use dutyclock::law::base::citation::Confidence;
use dutyclock::law::case;
use dutyclock::law::library::Library;
use dutyclock::law::rulebook::Rulebook;
use dutyclock::law::rulebook::duty::Duty;
use reqwest::StatusCode;

use crate::support::app::{Storage, TestApp, clock_at};
use crate::support::html::Page;
use crate::support::visitor::Visitor;

async fn page(visitor: &Visitor, path: &str) -> Page {
    let answer = visitor.get(path).await;
    assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.text());
    answer.page()
}

fn duties(library: &Library) -> Vec<(&Rulebook, &Duty)> {
    library.rulebooks().iter().flat_map(|book| book.duty.iter().map(move |duty| (book, duty))).collect()
}

/// The line of a duty in the library.
fn row(page: &Page, duty: &str) -> String {
    let link = format!("a[href^='/rules/{duty}?']");
    let rows = page.all(".rule-rows li");
    let selector = scraper::Selector::parse(&link).unwrap();
    let row = rows.into_iter().find(|row| row.select(&selector).next().is_some());
    row.unwrap_or_else(|| panic!("no line of {duty}")).text().collect::<Vec<_>>().join(" ")
}

#[tokio::test]
async fn another_day_shows_another_version() {
    let app = TestApp::start().await;
    let reader = app.sign_in(Role::Reader).await;
    let report = "kr.network-act/report";
    let then = row(&page(&reader, "/rules?on=2024-08-13").await, report);
    let since = row(&page(&reader, "/rules?on=2024-08-14").await, report);
    let now = row(&page(&reader, "/rules?on=2026-10-01").await, report);
    assert!(then.contains("Immediately") && !then.contains("24 hours"), "{then}");
    assert!(since.contains("within 24 hours") && since.contains("since 14 Aug 2024"), "{since}");
    assert!(now.contains("since 1 Oct 2026"), "{now}");
    let duty = page(&reader, "/rules/kr.network-act/report?on=2024-08-14").await;
    let governing: Vec<String> =
        duty.texts(".card h3").into_iter().filter(|h3| h3.contains("applies on the day")).collect();
    assert!(matches!(governing.as_slice(), [one] if one.contains("14 Aug 2024")), "{governing:?}");
    assert_eq!(duty.all("svg.spans rect").len(), 3, "one bar a version");
}

#[tokio::test]
async fn every_arrangement_shows_every_duty_once() {
    let app = TestApp::start().await;
    let reader = app.sign_in(Role::Reader).await;
    let all = duties(&app.web.desk.library).len();
    for by in ["jurisdiction", "recipient", "deadline", "anything"] {
        let shown = page(&reader, &format!("/rules?by={by}&on=2027-01-01")).await;
        assert_eq!(shown.all(".rule-rows li").len(), all, "{by}");
    }
    let by_deadline = page(&reader, "/rules?by=deadline").await;
    let numbers: Vec<bool> =
        by_deadline.texts(".rule-rows li").iter().map(|row| row.contains("gives no number")).collect();
    let first = numbers.iter().position(|word| *word).unwrap();
    let last_number =
        by_deadline.texts(".rule-rows li").iter().rposition(|row| row.contains("within 24 hours")).unwrap();
    assert!(last_number < first, "those without a number come after those with one");
}

#[tokio::test]
async fn the_organisation_s_own_countries_stand_on_top() {
    let app = TestApp::start().await;
    let administrator = app.sign_in(Role::Administrator).await;
    let first = |page: &Page| page.texts(".folds summary")[0].clone();
    assert!(first(&page(&administrator, "/rules").await).starts_with("Australia"), "alphabetical");
    let chosen = [("name", "Hanbit"), ("fact-org-countries", "kr")];
    administrator.submit("/organisation", "/organisation", &chosen).await;
    let own = first(&page(&administrator, "/rules").await);
    assert!(own.contains("Korea") && own.contains("Where your organisation is"), "{own}");
}

#[tokio::test]
async fn groups_are_folded_but_the_organisation_s_own() {
    let app = TestApp::start().await;
    let administrator = app.sign_in(Role::Administrator).await;
    let open = |page: &Page| page.texts(".folds details[open] > summary");
    let nothing_said = page(&administrator, "/rules").await;
    assert_eq!(open(&nothing_said), Vec::<String>::new());
    let ahead: Vec<bool> = nothing_said.texts(".folds summary").iter().map(|it| it.contains("Change ahead")).collect();
    assert!(ahead[0] && ahead.is_sorted_by(|earlier, later| earlier >= later), "those that change first: {ahead:?}");
    let chosen = [("name", "Hanbit"), ("fact-org-countries", "kr")];
    administrator.submit("/organisation", "/organisation", &chosen).await;
    let own = open(&page(&administrator, "/rules").await);
    assert!(matches!(own.as_slice(), [one] if one.contains("Korea")), "{own:?}");
    let all = page(&administrator, "/rules?open=all").await;
    assert_eq!(open(&all).len(), all.all(".folds details").len());
    let union = open(&page(&administrator, "/rules?open=eu").await);
    assert!(union.iter().any(|title| title.starts_with("European Union")), "{union:?}");
    let germany = page(&administrator, "/rules?q=Germany").await.texts(".folds summary");
    assert!(germany.iter().any(|title| title.starts_with("European Union")), "{germany:?}");
}

#[tokio::test]
async fn duties_are_found_by_words_of_the_reader_s_language() {
    let app = TestApp::start().await;
    let reader = app.sign_in(Role::Reader).await;
    let english = page(&reader, "/rules?q=SOUTH+korea+24+hours").await;
    assert!(row(&english, "kr.network-act/report").contains("within 24 hours"));
    assert!(english.texts(".rule-rows li").iter().all(|line| line.contains("24 hours")));
    assert_eq!(english.all(".folds details").len(), english.all(".folds details[open]").len(), "what is found is open");
    let found = english.all(".rule-rows li").len();
    assert!(english.text("main [role=status]").contains(&format!("{found} duties found")));
    let korean = reader.form("/rules", "/language").await.press("tag", "ko");
    reader.send(&korean).await;
    let library = &app.web.desk.library;
    let korean = page(&reader, "/rules?q=정보통신망법+제48조의3").await;
    assert!(row(&korean, "kr.network-act/report").contains("24시간"));
    assert!(korean.all(".rule-rows li").len() < duties(library).len() / 4);
    let in_english = page(&reader, "/rules?q=Network+Act").await;
    assert!(!in_english.has(".rule-rows li") && in_english.text(".empty").contains("Network Act"));
}

#[tokio::test]
async fn a_search_that_finds_nothing_says_so_and_leads_back() {
    let app = TestApp::start().await;
    let reader = app.sign_in(Role::Reader).await;
    let nothing = page(&reader, "/rules?q=%3Cb%3Ezebra&by=recipient&on=2025-01-01").await;
    assert!(!nothing.has(".rule-rows li") && !nothing.has("main b"), "typed text is text");
    assert!(nothing.text(".empty").contains("Nothing found for “<b>zebra”"));
    let back = nothing.all(".empty a")[0].attr("href").unwrap().to_owned();
    assert_eq!(back, "/rules?on=2025-01-01&by=recipient");
    let everything = page(&reader, &back).await;
    assert_eq!(everything.all(".rule-rows li").len(), duties(&app.web.desk.library).len());
}

#[tokio::test]
async fn a_search_keeps_the_day_and_the_arrangement() {
    let app = TestApp::start().await;
    let reader = app.sign_in(Role::Reader).await;
    let shown = page(&reader, "/rules?q=Network+Act&by=deadline&on=2024-08-13").await;
    let value = |selector: &str| shown.all(selector)[0].attr("value").unwrap_or_default().to_owned();
    assert_eq!(value("form[role=search] [name=q]"), "Network Act");
    assert_eq!(value("form[role=search] [name=by]"), "deadline");
    assert_eq!(value("form[role=search] [name=on]"), "2024-08-13");
    assert!(row(&shown, "kr.network-act/report").contains("Immediately"));
    let others: Vec<&str> = shown.all("main .local a").iter().filter_map(|a| a.attr("href")).collect();
    assert!(others.contains(&"/rules?on=2024-08-13&by=recipient&q=Network+Act#duties"), "{others:?}");
}

#[tokio::test]
async fn the_changelog_says_what_differs_where_the_limit_does_not() {
    let app = TestApp::start().await;
    let reader = app.sign_in(Role::Reader).await;
    let indonesia = page(&reader, "/rules/changes?in=ID").await;
    let days = indonesia.texts("details .card > .stack");
    let january = days.iter().find(|day| day.starts_with("16 Jan 2027")).expect("the change of 16 January 2027");
    assert!(january.contains("within 72 hours, as before"), "{january}");
    assert!(january.contains("Now in UU PDP Art. 46(1); Government Regulation 33/2026 Art. 114"), "{january}");
    assert!(january.contains("To note from this day: The Government Regulation says"), "{january}");
    let all = page(&reader, "/rules/changes").await;
    let changes = all.texts("details .changes ul > li");
    let silent: Vec<&String> = changes
        .iter()
        .filter(|said| said.trim().ends_with(", as before") || said.contains("nothing is different"))
        .collect();
    assert!(silent.is_empty(), "a version that changes something says what: {silent:?}");
    assert!(changes.iter().any(|said| said.contains("New exception or special rule: ")));
}

#[tokio::test]
async fn law_without_a_date_is_shown_as_pending_and_never_counts_down() {
    let app = TestApp::start().await;
    let reader = app.sign_in(Role::Reader).await;
    let library = &app.web.desk.library;
    let pending: Vec<_> = duties(library).into_iter().filter(|(_, duty)| duty.version.is_empty()).collect();
    assert!(!pending.is_empty(), "the library holds law that is not in force");
    let list = page(&reader, "/rules?on=2028-12-31").await;
    let changes = page(&reader, "/rules/changes").await.text("section[aria-labelledby=pending]");
    for (_, duty) in pending {
        let line = row(&list, duty.id.as_str());
        assert!(line.contains("Not law yet") && !line.contains("In force"), "{line}");
        let shown = page(&reader, &format!("/rules/{}?on=2028-12-31", duty.id)).await;
        assert!(!shown.has(".ticking") && !shown.has("[data-due]") && !shown.has("svg.spans"), "{}", duty.id);
        assert!(shown.text("#main").contains("It starts no clock"), "{}", duty.id);
        assert!(changes.contains(&duty.title.en), "{}: {changes}", duty.id);
    }
}

#[tokio::test]
async fn the_changelog_shows_every_version_and_filters_by_jurisdiction() {
    let app = TestApp::start().await;
    let reader = app.sign_in(Role::Reader).await;
    let library = &app.web.desk.library;
    let versions = |country: Option<&str>| -> usize {
        let of = |book: &&Rulebook| country.is_none_or(|country| book.country == country);
        let duties = library.rulebooks().iter().filter(of).flat_map(|book| &book.duty);
        duties.map(|duty| duty.version.len() + duty.fine.iter().map(|fine| fine.version.len()).sum::<usize>()).sum()
    };
    let all = page(&reader, "/rules/changes").await;
    assert_eq!(all.all("details .changes ul > li").len(), versions(None));
    let korea = page(&reader, "/rules/changes?in=KR").await;
    assert_eq!(korea.all("details .changes ul > li").len(), versions(Some("KR")));
    let days = korea.texts("details .card > .stack");
    let october = days.iter().find(|day| day.starts_with("1 Oct 2026")).expect("the change of 1 October 2026");
    assert!(
        october.contains("Network Act") && october.contains("Changes") && october.contains("Obey the repeated order")
    );
    assert!(october.contains("up to KRW 50,000,000; before: up to KRW 30,000,000"), "{october}");
    let years: Vec<String> = all.texts("details > summary h2");
    assert!(years.is_sorted_by(|earlier, later| earlier > later), "{years:?}");
    let coming = page(&reader, "/rules?on=2026-09-30").await.text("section[aria-labelledby=coming]");
    assert!(coming.contains("1 Oct 2026") && coming.contains("Network Act"), "{coming}");
}

#[tokio::test]
async fn a_fine_that_grows_by_the_day_is_told_as_a_formula_and_never_as_nothing() {
    let app = TestApp::start().await;
    let reader = app.sign_in(Role::Reader).await;
    let details = page(&reader, "/rules/changes").await.texts("details .changes ul > li > .small");
    let nothing: Vec<&String> = details.iter().filter(|said| said.split(' ').any(|word| word == "0")).collect();
    assert!(nothing.is_empty(), "{nothing:?}");
    assert!(details.iter().any(|said| said.contains("for each day late")), "the library holds charges by the day");
}

#[tokio::test]
async fn the_self_test_lists_every_file_with_the_numbers_of_its_run() {
    let app = TestApp::start().await;
    let reader = app.sign_in(Role::Reader).await;
    let shown = page(&reader, "/rules/self-test").await;
    let one = page(&reader, "/rules/self-test?of=kr.pipa").await;
    assert!(one.all("section[aria-labelledby=one] li").len() > 10);
    assert_eq!(reader.get("/rules/self-test?of=kr.nothing").await.status, StatusCode::NOT_FOUND);
    let rows = shown.all("#files-caption ~ tbody tr");
    let rows: Vec<Vec<String>> = rows
        .into_iter()
        .map(|row| row.child_elements().map(|cell| cell.text().collect::<String>().trim().to_owned()).collect())
        .collect();
    let library = &app.web.desk.library;
    assert_eq!(rows.len(), library.cases().len());
    let (mut statements, mut green) = (0, 0);
    for (file, text) in library.cases() {
        let read = case::read(library, file, text).unwrap();
        let outcomes: Vec<_> = read.cases.iter().flat_map(|one| case::run(library, one)).collect();
        let red = outcomes.iter().filter(|outcome| !outcome.is_green()).count();
        let row = rows.iter().find(|row| row[0] == *file).unwrap_or_else(|| panic!("{file} is not listed"));
        let numbers = [read.cases.len(), outcomes.len(), red].map(|number| number.to_string());
        assert_eq!(row[2..5], numbers, "{file}");
        assert_eq!(row[5] == "As expected", red == 0, "{file}");
        statements += outcomes.len();
        green += outcomes.len() - red;
    }
    let totals = shown.text("#verdict").replace(',', "");
    assert!(totals.contains(&format!("{statements} statements about duties: {green} as expected")), "{totals}");
    assert_eq!(totals.contains("Not as expected"), green < statements, "{totals}");
}

#[tokio::test]
async fn what_was_written_from_memory_shows_as_unverified() {
    let app = TestApp::start().await;
    let reader = app.sign_in(Role::Reader).await;
    let list = page(&reader, "/rules").await;
    let freshness = page(&reader, "/rules/freshness").await;
    let recalled = freshness.text("section[aria-labelledby=recalled]");
    let day = app.web.desk.now().in_zone(chrono_tz::Asia::Seoul).date_naive();
    let mut seen = 0;
    for (_, duty) in duties(&app.web.desk.library) {
        let Some(version) = duty.in_force(day).filter(|version| version.source.confidence == Confidence::Recalled)
        else {
            continue;
        };
        seen += 1;
        assert!(row(&list, duty.id.as_str()).contains("Unverified"), "{}", duty.id);
        let shown = page(&reader, &format!("/rules/{}", duty.id)).await;
        assert!(shown.text("h1 + p").contains("Unverified"), "{}", duty.id);
        assert!(recalled.contains(&version.source.cite.en), "{}", duty.id);
    }
    assert!(seen > 0, "the library marks something as recalled");
}

#[tokio::test]
async fn after_180_days_rules_are_to_be_checked_again() {
    let app = TestApp::start_on(Storage::Sqlite, "2026-11-22T12:00:00+09:00").await;
    let reader = app.sign_in(Role::Reader).await;
    let none = page(&reader, "/rules/freshness").await;
    assert_eq!(none.all("section[aria-labelledby=stale] li").len(), 0);
    // 180 days after 2026-11-22, the day on which the Network Act was last read.
    for (now, stale) in [("2027-05-20T12:00:00+09:00", false), ("2027-05-21T12:00:00+09:00", true)] {
        app.clock.set(clock_at(now).now());
        let reader = app.sign_in(Role::Reader).await;
        let line = row(&page(&reader, "/rules").await, "kr.network-act/report");
        assert_eq!(line.contains("Not checked for 180 days"), stale, "{now}: {line}");
        let listed = page(&reader, "/rules/freshness").await.all("section[aria-labelledby=stale] li").len();
        assert_eq!(listed > 0, stale, "{now}");
    }
}

#[tokio::test]
async fn calendars_show_their_days_and_warn_before_they_end() {
    let app = TestApp::start().await;
    let reader = app.sign_in(Role::Reader).await;
    let korea = page(&reader, "/rules/calendars/kr").await.text("#main");
    assert!(korea.contains("17 Aug 2026") && korea.contains("Stands for another"), "{korea}");
    assert!(!korea.contains("Announced to"), "its years are set by law: {korea}");
    let thailand = page(&reader, "/rules/calendars/th").await.text("#main");
    assert!(thailand.contains("Expected, not announced yet") && thailand.contains("Announced to"), "{thailand}");
    assert_eq!(reader.get("/rules/calendars/nowhere").await.status, StatusCode::NOT_FOUND);
    // All calendars end with 2028; 180 days before that they warn.
    for (now, ends_soon) in [("2028-07-01T12:00:00+09:00", false), ("2028-07-06T12:00:00+09:00", true)] {
        app.clock.set(clock_at(now).now());
        let reader = app.sign_in(Role::Reader).await;
        let coverage = page(&reader, "/rules/self-test").await.texts("#calendars tbody tr");
        for calendar in app.web.desk.library.calendars().iter() {
            let row =
                coverage.iter().find(|row| row.starts_with(&calendar.title.en)).expect("every calendar is listed");
            assert_eq!(row.contains("Ends in"), ends_soon, "{now}: {row}");
        }
    }
}

#[tokio::test]
async fn a_rulebook_is_given_out_byte_for_byte() {
    let app = TestApp::start().await;
    let reader = app.sign_in(Role::Reader).await;
    for book in app.web.desk.library.rulebooks() {
        let file = reader.get(&format!("/rules/{}/file", book.id)).await;
        assert_eq!(file.header("content-type"), "text/plain; charset=utf-8");
        let hash = sha2_hex(&file.bytes);
        assert_eq!(hash, *book.hash, "{}", book.id);
    }
    assert_eq!(reader.get("/rules/kr.nothing/file").await.status, StatusCode::NOT_FOUND);
}

fn sha2_hex(bytes: &[u8]) -> String {
    use sha2::{Digest, Sha256};
    hex::encode(Sha256::digest(bytes))
}

#[tokio::test]
async fn pages_of_rules_ask_the_store_little_and_always_the_same() {
    let app = TestApp::start().await;
    let reader = app.sign_in(Role::Reader).await;
    let pages = [
        "/rules",
        "/rules?by=deadline",
        "/rules/changes",
        "/rules/freshness",
        "/rules/self-test",
        "/rules/calendars/kr",
        "/rules/kr.pipa",
        "/rules/kr.network-act/report",
    ];
    for path in pages {
        let mut costs = Vec::new();
        for _ in 0..3 {
            let before = app.web.desk.store.statements();
            page(&reader, path).await;
            costs.push(app.web.desk.store.statements() - before);
        }
        assert!(costs[1] == costs[2] && costs[2] <= 8, "{path}: {costs:?}");
    }
}
