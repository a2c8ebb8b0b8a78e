//! Places are chosen by typing: a name in any language of the program or a code finds its place, Enter chooses the only one
//! that is found, and nothing of it is needed to send the list.

use dutyclock::app::desk::actor::Role;

use crate::support::app::{PASSWORD, TestApp};
use crate::support::axe::violations;
use crate::support::browser::{Browser, Look};

/// An incident at an organisation in Indonesia.
async fn incident(app: &TestApp) -> String {
    let administrator = app.sign_in(Role::Administrator).await;
    let given = [("name", "Shop"), ("fact-org-countries", "id")];
    let done = administrator.submit("/organisation", "/organisation", &given).await;
    assert_eq!(done.status, 303, "{}", done.text());
    let officer = app.sign_in(Role::Officer).await;
    let given = [("title", "Lost"), ("aware", "2026-11-20 09:00"), ("basis", "confirmed"), ("leaked", "yes")];
    let path = officer.submit("/incidents/new", "/incidents/new", &given).await.location();
    path.split(['?', '#']).next().unwrap().to_owned()
}

/// What can be seen of the countries: each with its code, in the order of the page.
const SEEN: &str = "return [...document.querySelectorAll('#f-fact-people-countries [data-place]')]
    .filter(place => place.checkVisibility()).map(place => place.querySelector('input').value).join(' ')";

#[tokio::test]
async fn the_list_shows_the_organisation_s_own_places_first_and_needs_no_script() {
    let app = TestApp::start().await;
    let path = incident(&app).await;
    let officer = app.sign_in(Role::Officer).await;
    for page in [format!("{path}/facts?key=people-countries"), "/incidents/new".to_owned()] {
        let shown = officer.get(&page).await.page();
        let first = shown.all("#f-fact-people-countries details")[0].inner_html();
        assert!(first.contains("Indonesia") && !first.contains("Chile"), "{page}: {first}");
        let all = shown.all("#f-fact-people-countries [data-place] input").len();
        assert_eq!(all, 250, "{page}: each place once, to be ticked without a script");
        assert!(shown.has("#f-fact-people-countries [data-find][hidden]"), "{page}: the search waits for its script");
    }
}

#[tokio::test]
async fn a_place_is_found_by_its_name_in_any_language_or_its_code_and_chosen_with_enter() {
    let app = TestApp::start().await;
    let path = incident(&app).await;
    let base = format!("http://{}", app.address());
    let browser = Browser::open(Look::DESKTOP.in_language("en-GB")).await;
    browser.go(&format!("{base}/sign-in")).await;
    browser.type_into("f-email", &TestApp::email(Role::Officer)).await;
    browser.type_into("f-password", PASSWORD).await;
    browser.leave_by("main form.form button[type=submit]").await;
    browser.go(&format!("{base}{path}/facts?key=people-countries")).await;
    for (typed, found) in [("칠레", "cl"), ("chil", "cl"), ("korea selatan", "kr"), ("cl", "cl")] {
        let script = format!(
            "const field = document.getElementById('f-fact-people-countries-find'); field.value = '{typed}';
            field.dispatchEvent(new Event('input')); {SEEN}"
        );
        assert_eq!(browser.ask(&script).await, found, "{typed}");
    }
    assert!(violations(&browser).await.is_empty());
    let status = browser.ask("return document.querySelector('#f-fact-people-countries [role=status]').innerText").await;
    assert_eq!(status, "Found: 1");
    let chosen = browser
        .ask(
            "const field = document.getElementById('f-fact-people-countries-find');
            field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', cancelable: true }));
            return [...document.querySelectorAll('#f-fact-people-countries input:checked')].map(box => box.value).join(' ')",
        )
        .await;
    assert!(chosen.as_str().unwrap().split(' ').any(|code| code == "cl"), "{chosen}");
    browser.leave_by("main form.form button[type=submit]").await;
    let page = app.sign_in(Role::Officer).await.get(&path).await.page();
    assert!(page.text("#facts").contains("Chile"), "{}", page.text("#facts"));
}
