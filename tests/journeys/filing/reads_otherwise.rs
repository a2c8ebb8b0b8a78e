//! What was handed in and reads differently now is listed on the form's page, whatever it came from: no clock runs on the
//! organisation's new name or on a text that was typed over, and yet somebody has to see it.

use dutyclock::app::desk::Ticket;
use dutyclock::app::desk::actor::Role;
use dutyclock::app::office::organisation::DescribeOrganisation;
use reqwest::StatusCode;

use super::papers::Case;

#[tokio::test]
async fn a_new_name_and_a_fact_that_was_typed_over_are_listed_with_the_form_that_was_handed_in() {
    let case = Case::open("Later", false).await;
    let (officer, approver) = (case.app.sign_in(Role::Officer).await, case.app.sign_in(Role::Approver).await);
    let filing = case.begin(&officer).await;
    let form = officer.form(&filing, &filing).await.fill("text-cause", "typed into the form");
    officer.send(&form.press("next", "submit")).await;
    approver.submit(&filing, &format!("{filing}/approve"), &[]).await;
    let record = format!("{filing}/filed");
    let fields = [("at", "2025-11-20 08:30"), ("channel", "portal")];
    let filed = officer.submit(&record, &record, &fields).await;
    assert_eq!(filed.status, StatusCode::SEE_OTHER, "{}", filed.page().text("#problems"));
    let listed = async || officer.get(&filing).await.page().text("main");
    assert!(!listed().await.contains("Something changed"), "nothing did");

    case.state("cause", "a key that was sold").await;
    let administrator = case.app.actor(Role::Administrator).await;
    let profile = DescribeOrganisation {
        lines: [("name".to_owned(), "한강마트 홀딩스".to_owned())].into(),
        zone: "Asia/Seoul".to_owned(),
        ..DescribeOrganisation::default()
    };
    case.app.web.desk.describe_organisation(&administrator, Ticket::default(), profile).await.unwrap();
    let now = listed().await;
    for expected in ["a key that was sold", "한강마트 홀딩스", "한강마트 주식회사"] {
        assert!(now.contains(expected), "{expected} is not listed");
    }
    let changes = officer.get(&format!("{}/changes", case.path)).await.page();
    assert!(changes.has(&format!("main a[href='{filing}']")), "the page of changes leads there");
}
