//! Text that no database stores and no page shows: told beside its field, and never a fault of ours, whatever the field,
//! the address or the search.

use dutyclock::app::desk::actor::Role;
use reqwest::StatusCode;

use crate::support::app::{Storage, TestApp};
use crate::support::visitor::Visitor;

const NEW: &str = "/incidents/new";
/// A NUL, a mark that turns the direction, and what is no character.
const ODD: [&str; 3] = ["a\0b", "invoice\u{202e}fdp.exe", "a\u{ffff}b"];

async fn no_text_is_a_fault_of_ours(storage: Storage) {
    let app = TestApp::start_on(storage, "2026-11-20T12:00:00+09:00").await;
    let stranger = app.visitor();
    let sent = stranger.submit("/sign-in", "/sign-in", &[("email", "a\0b"), ("password", "\0")]).await;
    assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(sent.page().text("#f-email-error").contains("control characters"), "{}", sent.text());

    let officer = app.sign_in(Role::Officer).await;
    for path in ["/incidents/%00", "/rules/%00", "/incidents/a%0Ab/facts", "/outbox/%7f", "/invitation/%00"] {
        assert_eq!(officer.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    for query in ["/incidents?q=%00", "/incidents?q=a%00b&state=%00", "/?drill=%00", "/rules?q=%00&place=%00"] {
        assert!(officer.get(query).await.status.is_success(), "{query}");
    }
    let form = officer.form(NEW, NEW).await.fill("aware", "2026-11-20 11:00").fill("basis", "confirmed");
    for odd in ODD {
        let refused = officer.send(&form.clone().fill("title", odd)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{odd:?}");
        assert!(refused.page().text("#f-title-error").contains("control characters"), "{odd:?}");
    }
    let incident = officer.send(&form.fill("title", "An incident")).await.location();
    let administrator = app.sign_in(Role::Administrator).await;
    let mut tried = 0;
    for part in ["", "/facts", "/occurred", "/candidates", "/occurrences", "/title", "/counsel", "/close"] {
        tried += every_field(&officer, &format!("{incident}{part}")).await;
    }
    for page in [NEW, "/what-would-apply", "/organisation", "/people", "/people/1", "/account"] {
        tried += every_field(&administrator, page).await;
    }
    assert!(tried > 100, "{tried} fields were tried");
}

/// Puts odd text into each field of each form of a page, one at a time; answers how many.
async fn every_field(visitor: &Visitor, path: &str) -> usize {
    let page = visitor.get(path).await.page();
    let actions: Vec<String> =
        page.all("main form[method=post]").iter().map(|f| f.attr("action").unwrap().to_owned()).collect();
    let mut tried = 0;
    for action in actions.into_iter().filter(|action| !action.ends_with("/sign-out")) {
        for form in page.forms(&action) {
            let names: Vec<String> = form.pairs().iter().map(|(name, _)| name.clone()).collect();
            for name in names.iter().filter(|name| *name != "csrf") {
                let answer = visitor.send(&form.clone().fill(name, "a\0b")).await;
                assert!(!answer.status.is_server_error(), "{action} {name}: {}", answer.status);
                tried += 1;
            }
        }
    }
    tried
}

#[tokio::test(flavor = "multi_thread")]
async fn no_text_is_a_fault_of_ours_on_sqlite() {
    no_text_is_a_fault_of_ours(Storage::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_text_is_a_fault_of_ours_on_postgresql() {
    no_text_is_a_fault_of_ours(Storage::Postgres).await;
}
