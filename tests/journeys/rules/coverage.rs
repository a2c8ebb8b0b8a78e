//! The map of coverage: every place and sector with how far its law is loaded, found by words and by state, the
//! organisation's own places first.

use dutyclock::app::desk::actor::Role;
use dutyclock::law::coverage::State;
use dutyclock::law::library::Library;

use crate::support::app::TestApp;
use crate::support::html::Page;

async fn map(app: &TestApp, query: &str) -> Page {
    let reader = app.sign_in(Role::Reader).await;
    let answer = reader.get(&format!("/rules/coverage{query}")).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer.page()
}

#[tokio::test]
async fn every_place_has_its_tile_and_says_how_far_its_law_is_loaded() {
    let app = TestApp::start().await;
    let library = Library::embedded().unwrap();
    let reader = app.sign_in(Role::Reader).await;
    let page = reader.get("/rules/coverage").await.page();
    let tiles = page.all(".tile");
    assert_eq!(tiles.len(), 250 + 56 + 13, "countries, States and provinces, each once");
    for tile in &tiles {
        let code = tile.attr("href").unwrap().trim_start_matches("/rules/coverage?at=").trim_end_matches("#found");
        let expected = match library.coverage().place(code).state {
            State::Loaded => "Loaded",
            State::Part => "Loaded in part",
            State::NotLookedAt => "Not looked at",
        };
        let said = tile.attr("title").unwrap();
        assert!(said.ends_with(&format!(": {expected}")), "{code}: {said}");
    }
    assert!(reader.get("/rules").await.page().has("a[href='/rules/coverage']"), "the library leads to it");
}

#[tokio::test]
async fn a_place_tells_its_acts_since_when_and_on_what_that_rests() {
    let app = TestApp::start().await;
    let page = map(&app, "?at=us-ca").await;
    let row = page.text(".cover-rows");
    for said in
        ["California", "Loaded", "Health", "Not looked at", "Health and Safety Code 1280.15", "As of 30 Nov 2026"]
    {
        assert!(row.contains(said), "{said}: {row}");
    }
    assert!(page.has(".cover-rows a[href='/rules/us.california']"));
    assert_eq!(page.all(".cover-rows > li").len(), 1);
    let part = map(&app, "?at=ca-ab").await.text(".cover-rows");
    assert!(part.contains("Alberta") && part.contains("As of"), "{part}");
}

#[tokio::test]
async fn it_is_filtered_by_words_and_by_state_without_scripts() {
    let app = TestApp::start().await;
    let found = map(&app, "?q=815+ILCS").await.text(".folds");
    assert!(found.contains("Illinois") && !found.contains("Massachusetts"), "{found}");
    let loaded = map(&app, "?q=chile&state=loaded").await;
    assert!(loaded.text("main").contains("Nothing found"), "{}", loaded.text("main"));
    let open = map(&app, "?q=chile&state=not-looked-at").await;
    assert!(open.text(".folds").contains("Chile"));
    assert!(open.has("input[name=q][value=chile]") && open.has("option[value=not-looked-at][selected]"));
    assert!(map(&app, "?q=cl").await.text(".folds").contains("Chile"), "a code finds its place");
}

#[tokio::test]
async fn the_organisation_s_own_places_stand_first() {
    let app = TestApp::start().await;
    let administrator = app.sign_in(Role::Administrator).await;
    let given = [("name", "Clinic"), ("fact-org-countries", "us"), ("fact-org-us-states", "ca")];
    let done = administrator.submit("/organisation", "/organisation", &given).await;
    assert_eq!(done.status, 303, "{}", done.text());
    let page = map(&app, "").await;
    let own = page.texts(".fold").into_iter().next().unwrap();
    assert!(own.contains("California") && own.contains("United States") && !own.contains("Texas"), "{own}");
    assert_eq!(page.all(".tile").len(), 250 + 56 + 13, "and once each in the picture");
}
