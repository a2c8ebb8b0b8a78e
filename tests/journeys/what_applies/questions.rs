//! What an officer asks before there is an incident: question after question without JavaScript, answers that travel in
//! the address, unknown that never reads as no, and an incident made from it that gets the same verdicts.

use std::collections::BTreeMap;

use dutyclock::app::desk::actor::Role;
use dutyclock::app::rules::what_applies::Supposed;
use dutyclock::law::base::moment::{Moment, Timing};
use dutyclock::law::base::truth::Truth;
use dutyclock::law::situation::fact::{FactKey, Value};
use dutyclock::law::verdict::Verdict;
use reqwest::StatusCode;

use crate::support::app::TestApp;
use crate::support::html::{Form, Page};
use crate::support::visitor::Visitor;
use crate::support::words::Leftovers;

const PATH: &str = "/what-would-apply";

/// A Korean organisation that offers its service in the EU and lost personal data of people there.
const LEAK: &str = "/what-would-apply?fact-personal-data-breach=yes&fact-org-countries=kr&fact-people-countries=de.kr\
                    &fact-org-targets-eea=yes&fact-org-processor=no";

async fn page(visitor: &Visitor, path: &str) -> Page {
    let answer = visitor.get(path).await;
    assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.text());
    answer.page()
}

/// The page's form, sent as a browser sends it.
fn sent(form: &Form) -> String {
    let pairs = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(form.pairs()).finish();
    format!("{}?{pairs}", form.action)
}

/// The form of the questions; the other one with this address records an incident.
fn questions(page: &Page) -> Form {
    page.forms(PATH).remove(0)
}

fn section(page: &Page, name: &str) -> String {
    page.text(&format!("section[aria-labelledby={name}]"))
}

/// The questions about facts, without the one about the moment.
fn asked(page: &Page) -> Vec<String> {
    page.texts("section[aria-labelledby=questions] form > fieldset > legend")
}

#[tokio::test]
async fn a_korean_organisation_with_people_in_the_union_sees_the_gdpr() {
    let app = TestApp::start().await;
    let reader = app.sign_in(Role::Reader).await;
    let page = page(&reader, LEAK).await;
    let applies = section(&page, "applies");
    assert!(applies.contains("GDPR · European Union") && applies.contains("within 72 hours"), "{applies}");
    assert!(applies.contains("EUR 10,000,000"), "{applies}");
    assert!(
        applies.contains("Applies unless one of these says otherwise: ") && applies.contains("Risk to the persons")
    );
    let told = page.text("[aria-labelledby=told]");
    assert!(told.contains("Germany") && told.contains("South Korea"), "{told}");
    let outside = section(&page, "not");
    assert!(outside.contains("United States") && outside.contains("Japan"), "{outside}");
}

#[tokio::test]
async fn a_leak_in_the_korean_sense_is_not_asked_for_again_as_a_breach_and_a_contradiction_is_told() {
    let app = TestApp::start().await;
    let reader = app.sign_in(Role::Reader).await;
    let leaked = LEAK.replace("personal-data-breach", "personal-data-leaked");
    let following = page(&reader, &leaked).await;
    assert!(section(&following, "applies").contains("GDPR · European Union"));
    let questions = asked(&following);
    assert!(!questions.iter().any(|question| question.contains("altered, disclosed or accessed")), "{questions:?}");
    let contradicting = page(&reader, &format!("{leaked}&fact-personal-data-breach=no")).await;
    let told = contradicting.text("[aria-labelledby=told]");
    assert!(told.contains("“Personal data leaked (Korea, PIPA)” says the opposite: Yes"), "{told}");
    assert!(!section(&contradicting, "applies").contains("GDPR · European Union"), "a stated answer stands");
}

#[tokio::test]
async fn questions_follow_one_another_without_javascript_and_nothing_is_recorded() {
    let app = TestApp::start().await;
    let officer = app.sign_in(Role::Officer).await;
    let first = page(&officer, PATH).await;
    assert!(section(&first, "applies").contains("nothing certainly applies"));
    let form = questions(&first).fill("fact-org-countries", "kr").fill("fact-people-countries", "kr");
    let answer = officer.get(&sent(&form)).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    let address = answer.location();
    assert!(address.contains("fact-org-countries=kr") && address.len() < 300, "{address}");
    let second = page(&officer, &address).await;
    let (before, after) = (asked(&first), asked(&second));
    assert!(after.iter().all(|question| !before.contains(question)), "{before:?} {after:?}");
    let left = page(&officer, &officer.get(&sent(&questions(&second))).await.location()).await;
    assert!(
        asked(&left).iter().all(|question| !after.contains(question)),
        "what was left open is not asked at once again"
    );
    assert!(left.text("[aria-labelledby=told]").contains("Ask these again"));
    assert!(page(&officer, "/incidents").await.all("tbody tr").is_empty());
}

#[tokio::test]
async fn an_answer_is_changed_through_its_link_and_every_link_keeps_the_others() {
    let app = TestApp::start().await;
    let officer = app.sign_in(Role::Officer).await;
    let shown = page(&officer, LEAK).await;
    let links: Vec<String> =
        shown.all("main a").iter().filter_map(|link| link.attr("href").map(str::to_owned)).collect();
    let own = |link: &&String| link.starts_with("/what-would-apply?");
    assert!(links.iter().filter(own).count() > 5);
    for link in links.iter().filter(own) {
        for kept in ["fact-org-countries=kr", "fact-people-countries=de.kr", "fact-org-targets-eea=yes"] {
            assert!(link.contains(kept), "{link} loses {kept}");
        }
    }
    let change = links.iter().find(|link| link.contains("ask=org-targets-eea")).unwrap();
    let change = change.split('#').next().unwrap();
    let form = questions(&page(&officer, change).await);
    assert_eq!(form.value("fact-org-targets-eea"), Some("yes"));
    let address = officer.get(&sent(&form.fill("fact-org-targets-eea", "no"))).await.location();
    assert!(
        address.contains("fact-org-targets-eea=no") && address.contains("fact-people-countries=de.kr"),
        "{address}"
    );
    assert!(!section(&page(&officer, &address).await, "applies").contains("GDPR"));
}

#[tokio::test]
async fn what_is_unknown_is_never_shown_as_not_applying() {
    let app = TestApp::start().await;
    let officer = app.sign_in(Role::Officer).await;
    let nothing = page(&officer, PATH).await;
    assert_eq!(nothing.all("section[aria-labelledby=not] li").len(), 0, "{}", section(&nothing, "not"));
    let some = page(&officer, "/what-would-apply?fact-org-countries=kr&fact-people-countries=kr").await;
    let not = section(&some, "not");
    assert!(!not.contains("Personal Information Protection Act · South Korea"), "{not}");
    assert!(section(&some, "may").contains("South Korea"), "{}", section(&some, "may"));
}

#[tokio::test]
async fn a_moment_of_awareness_gives_due_moments_and_another_day_gives_its_law() {
    let app = TestApp::start().await;
    let officer = app.sign_in(Role::Officer).await;
    let facts = "fact-intrusion=yes&fact-org-information-service-provider=yes&fact-org-countries=kr";
    let lengths = section(&page(&officer, &format!("{PATH}?{facts}")).await, "applies");
    assert!(lengths.contains("within 24 hours") && lengths.contains("The moment of awareness"), "{lengths}");
    let due = section(&page(&officer, &format!("{PATH}?{facts}&known=2026-11-20+09:00")).await, "applies");
    assert!(due.contains("By Sat 21 Nov 2026, 09:00 KST (00:00 UTC)"), "{due}");
    let without =
        section(&page(&officer, &format!("{LEAK}&fact-risk-to-people=high&known=2026-11-20+09:00")).await, "applies");
    assert!(without.contains("Without undue delay (the law gives no number)"), "{without}");
    let later = page(&officer, &format!("{PATH}?{facts}&on=2027-07-01")).await;
    assert!(later.text(".split ~ .note").contains("2027"));
    let old = section(&page(&officer, &format!("{PATH}?{facts}&on=2025-11-18")).await, "applies");
    assert!(old.contains("KRW 30,000,000"), "{old}");
}

#[tokio::test]
async fn whatever_stands_in_the_address_is_answered_with_a_message() {
    let app = TestApp::start().await;
    let officer = app.sign_in(Role::Officer).await;
    for (query, field) in [
        ("fact-org-countries=atlantis", "fact-org-countries"),
        ("fact-persons-affected=999999999999999999999999", "fact-persons-affected"),
        ("fact-persons-by-us-state=zz-5", "fact-persons-by-us-state"),
        ("fact-intrusion=%FF%00", "fact-intrusion"),
        ("form=1&known=yesterday", "known"),
        ("known=2031-01-01+00:00", "known"),
        ("on=2026-02-30", "on"),
    ] {
        let answer = officer.get(&format!("{PATH}?fact-org-processor=yes&{query}")).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{query}");
        let page = answer.page();
        assert!(page.has(&format!(".summary-wrong a[href='#f-{field}']")), "{query}");
        assert_eq!(questions(&page).value("fact-org-processor"), Some("yes"), "{query}");
    }
    for query in ["fact-shoe-size=44", "fact-=", "later=shoe.size", "fact-cause=a+text"] {
        let shown = page(&officer, &format!("{PATH}?fact-org-processor=yes&{query}")).await;
        assert!(shown.text(".flash").contains("It was left out"), "{query}");
    }
    for query in ["", "%", "&&&===", "ask=nothing", "fact-org-countries=kr&fact-org-countries=kr", "known_zone=Mars"] {
        assert_eq!(officer.get(&format!("{PATH}?{query}")).await.status, StatusCode::OK, "{query}");
    }
    let long = format!("{PATH}?fact-intrusion={}", "y".repeat(25_000));
    assert_eq!(officer.get(&long).await.status, StatusCode::PAYLOAD_TOO_LARGE);
}

/// What a verdict says, without the names of what it rests on.
fn said(verdict: &Verdict) -> String {
    let clock = verdict.clock.as_deref().map(|clock| (clock.start, clock.due, clock.safe, clock.standing));
    format!("{} {:?} {:?} {clock:?}", verdict.outline.duty, verdict.answer, verdict.outline.rule.version)
}

#[tokio::test]
async fn an_incident_recorded_from_the_answers_has_the_same_facts_and_verdicts() {
    let app = TestApp::start().await;
    let officer = app.sign_in(Role::Officer).await;
    let address =
        format!("{LEAK}&fact-persons-affected=501&fact-persons-affected_quality=at-least&known=2026-11-20+09:00");
    let shown = page(&officer, &address).await;
    let form = shown.forms(PATH).remove(1);
    assert_eq!(form.value("aware"), Some("2026-11-20 09:00"));
    let refused = officer.send(&form).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let form = refused.page().forms(PATH).remove(1);
    let form = form.fill("title", "Data of customers in the EU").fill("basis", "confirmed");
    let (first, second) = (officer.send(&form).await, officer.send(&form).await);
    assert_eq!(first.location(), second.location(), "a double click records one incident");
    let path = first.location();
    let known = page(&officer, &path).await.text("#facts");
    assert!(known.contains("at least 501 persons") && known.contains("Germany"), "{known}");

    let actor = app.actor(Role::Officer).await;
    let desk = &app.web.desk;
    let view = desk.incident(&actor, path.rsplit('/').next().unwrap(), None).await.unwrap();
    let facts: BTreeMap<FactKey, Value> = view.incident.facts.known().0;
    assert_eq!(facts.len(), 6);
    let aware = Moment::from_rfc3339("2026-11-20T09:00:00+09:00").unwrap();
    let aware = Some(Timing::exact(aware, chrono_tz::Asia::Seoul));
    let supposed = desk.suppose(&actor, &Supposed { facts, aware }, desk.now()).await.unwrap();
    let concerned = supposed.assessment.verdicts.iter().filter(|verdict| verdict.scope == Truth::Yes);
    let (supposed, recorded): (Vec<String>, Vec<String>) =
        (concerned.map(said).collect(), view.assessment.verdicts.iter().map(said).collect());
    assert!(recorded.len() > 5 && recorded.iter().any(|verdict| verdict.contains("Applies")));
    assert_eq!(supposed, recorded);
}

#[tokio::test]
async fn only_who_may_record_is_offered_to() {
    let app = TestApp::start().await;
    let reader = app.sign_in(Role::Reader).await;
    assert_eq!(page(&reader, LEAK).await.forms(PATH).len(), 1);
    let officer = app.sign_in(Role::Officer).await;
    assert_eq!(page(&officer, LEAK).await.forms(PATH).len(), 2);
}

#[tokio::test]
async fn what_the_profile_says_is_taken_from_it_and_marked() {
    let app = TestApp::start().await;
    let administrator = app.sign_in(Role::Administrator).await;
    let profile = [("name", "Retailer"), ("zone", "Asia/Seoul"), ("fact-org-information-service-provider", "yes")];
    let answer = administrator.submit("/organisation", "/organisation", &profile).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let shown = page(&administrator, "/what-would-apply?fact-intrusion=yes&fact-org-countries=kr").await;
    assert!(shown.text("[aria-labelledby=told]").contains("From the organisation’s profile"));
    assert!(section(&shown, "applies").contains("within 24 hours"));
    let link = shown
        .all("[aria-labelledby=told] a")
        .into_iter()
        .filter_map(|link| link.attr("href"))
        .find(|href| href.contains("ask=org-information-service-provider"));
    let form = questions(&page(&administrator, link.unwrap().split('#').next().unwrap()).await);
    assert_eq!(form.value("fact-org-information-service-provider"), Some("yes"));
    let otherwise = sent(&form.fill("fact-org-information-service-provider", "no"));
    let other = page(&administrator, &administrator.get(&otherwise).await.location()).await;
    assert!(!section(&other, "applies").contains("within 24 hours"), "an answer goes before the profile");
}

#[tokio::test]
async fn the_page_asks_the_database_the_same_number_of_questions_whatever_is_answered() {
    let app = TestApp::start().await;
    let officer = app.sign_in(Role::Officer).await;
    let count = async |path: &str| {
        page(&officer, path).await;
        let before = app.web.desk.store.statements();
        page(&officer, path).await;
        app.web.desk.store.statements() - before
    };
    assert_eq!(count(PATH).await, count(&format!("{LEAK}&known=2026-11-20+09:00")).await);
}

#[tokio::test]
async fn the_severity_is_reckoned_shown_and_called_no_threshold() {
    let app = TestApp::start().await;
    let officer = app.sign_in(Role::Officer).await;
    let path = "/what-would-apply/severity";
    let form = page(&officer, path).await.form(path).fill("financial", "4").fill("identification", "maximum");
    let form = form.fill("confidentiality", "unknown").fill("malicious", "yes").fill("individuals", "4,536");
    let shown = page(&officer, &sent(&form)).await;
    let card = section(&shown, "severity");
    assert!(card.contains("5.0") && card.contains("Very high"), "{card}");
    assert!(card.contains("4 × 1.0 + 1.0 = 5.0") && card.contains("usually 3, here scored 4"), "{card}");
    assert!(card.contains("More than 100 individuals"), "{card}");
    assert!(shown.text("main").contains("not a legal threshold"));
    assert!(page(&officer, "/what-would-apply/severity?simple=1").await.text(".flash").contains("how easily"));
    assert_eq!(officer.get("/what-would-apply/severity?simple=9").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(officer.get("/what-would-apply/severity?individuals=-1").await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn both_pages_are_whole_in_every_language() {
    let app = TestApp::start().await;
    let officer = app.sign_in(Role::Officer).await;
    for lang in ["ko", "id"] {
        let form = officer.form(PATH, "/language").await.press("tag", lang);
        assert_eq!(officer.send(&form).await.status, StatusCode::SEE_OTHER);
        let leftovers = Leftovers::of(lang);
        let severity = "/what-would-apply/severity?simple=2&financial=3&identification=limited&integrity=altered";
        for path in [PATH, LEAK, &format!("{LEAK}&known=2026-11-20+09:00"), severity] {
            let shown = page(&officer, path).await;
            let found = leftovers.within(&shown.all("main")[0].text().collect::<Vec<_>>().join("\n"));
            assert!(found.is_empty(), "{lang} {path}: {found:?}");
        }
    }
}
