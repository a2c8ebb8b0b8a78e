//! The main job from end to end: from the set-up link to a duty met, with the paper handed in. Once in a real browser,
//! and once without JavaScript on each database.

use std::process::{Command, Stdio};

use reqwest::StatusCode;
use thirtyfour::{By, WebElement};

use crate::support::app::{PASSWORD, Storage, TestApp};
use crate::support::artefacts;
use crate::support::browser::{Browser, Look};
use crate::support::html::Form;
use crate::support::programs;
use crate::support::visitor::Visitor;

const NOW: &str = "2025-11-18T10:00:00+09:00";
const REPORT: &str = "kr.network-act/report";
const TITLE: &str = "고객 정보 무단 조회 (퇴직 개발자)";
const RECEIPT: &str = "KISA-2025-1118-07";

/// The words of a PDF, as a reader's program takes them out.
fn words_of(pdf: &[u8], name: &str) -> String {
    let file = artefacts::path(&format!("papers/{name}.pdf"));
    std::fs::write(&file, pdf).unwrap();
    let mut command = Command::new(programs::find("pdftotext"));
    let output = programs::run(command.arg("-layout").arg(&file).arg("-").stdin(Stdio::null()));
    String::from_utf8(output.stdout).unwrap()
}

/// The form holds Korean labels, and what was recorded and written.
fn assert_filled(pdf: &[u8], name: &str) {
    let text = words_of(pdf, name);
    let facts =
        ["침해사고 신고서", "기업(기관)명", "한빛몰", "사고 원인", "피해내용", "퇴직한 개발자의 접속 키", "2025"];
    for expected in facts {
        assert!(text.contains(expected), "`{expected}` is not in:\n{text}");
    }
}

/// What the officer writes into a field that the facts leave empty.
fn written(field: &str) -> String {
    match field {
        "cause" => "퇴직한 개발자의 접속 키".to_owned(),
        other => format!("적어 둔 내용 ({other})"),
    }
}

/// Accepts an invitation: the person is signed in afterwards.
async fn accept(app: &TestApp, link: &str) -> Visitor {
    let path = link.strip_prefix("http://127.0.0.1").expect("a link to the program").to_owned();
    let visitor = app.visitor();
    let answer = visitor.submit(&path, &path, &[("password", PASSWORD), ("again", PASSWORD)]).await;
    assert_eq!(answer.location(), "/");
    visitor
}

async fn invite(administrator: &Visitor, name: &str, role: &str) -> String {
    let email = format!("{role}@hanbit.example");
    let fields = [("name", name), ("email", email.as_str()), ("role", role), ("lang", "en"), ("warned", "yes")];
    administrator.submit("/people", "/people", &fields).await.page().text("code")
}

/// The form that begins the filing for the 24-hour report.
fn beginning(page: &crate::support::html::Page, incident: &str) -> Form {
    let forms = page.forms(&format!("{incident}/filings"));
    forms.into_iter().find(|form| form.value("duty") == Some(REPORT)).expect("a button for the report")
}

/// The fields that the page lists as missing.
fn missing(page: &crate::support::html::Page) -> Vec<String> {
    let links = page.all("[aria-labelledby=missing] a[href^='#field-']");
    links.iter().map(|link| link.attr("href").unwrap().trim_start_matches("#field-").to_owned()).collect()
}

async fn from_the_link_to_a_duty_met_without_javascript(storage: Storage) {
    let app = TestApp::start_on(storage, NOW).await;
    let (administrator, path) = (app.visitor(), first_link(&app).await);
    let first = [("name", "Kim"), ("email", "kim@hanbit.example"), ("password", PASSWORD), ("again", PASSWORD)];
    assert_eq!(administrator.submit(&path, &path, &first).await.location(), "/organisation");
    let profile = [
        ("name", "한빛몰"),
        ("zone", "Asia/Seoul"),
        ("fact-org-information-service-provider", "yes"),
        ("fact-org-data-controller", "yes"),
    ];
    let described = administrator.submit("/organisation", "/organisation", &profile).await;
    assert_eq!(described.location(), "/organisation", "{}", described.text());
    let officer = accept(&app, &invite(&administrator, "Lee", "officer").await).await;
    let approver = accept(&app, &invite(&administrator, "Park", "approver").await).await;

    let four = [
        ("title", TITLE),
        ("aware", "2025-11-17 16:00"),
        ("basis", "confirmed"),
        ("fact-intrusion", "yes"),
        ("leaked", "yes"),
    ];
    let incident = officer.submit("/incidents/new", "/incidents/new", &four).await.location();
    let board = officer.get("/").await.page();
    assert!(board.text(".next .ticking").contains("06:00:00"), "{}", board.text(".next"));
    let begun = officer.send(&beginning(&board, &incident)).await.location();

    let page = officer.get(&begun).await.page();
    let (empty, fields) = (page.form(&begun), missing(&page));
    assert!(fields.contains(&"cause".to_owned()), "{fields:?}");
    let filled = fields.iter().fold(empty, |form, field| form.fill(&format!("text-{field}"), &written(field)));
    let saved = officer.send(&filled.clone().press("next", "save")).await;
    assert_eq!(saved.location(), begun);
    let page = officer.get(&begun).await.page();
    assert_eq!(missing(&page), Vec::<String>::new(), "nothing is missing any more");
    let preview = officer.get(page.one("iframe.preview").attr("src").unwrap()).await;
    assert!(preview.text().contains("침해사고 신고서") && preview.text().contains("퇴직한 개발자의 접속 키"));
    let submitted = officer.send(&page.form(&begun).press("next", "submit")).await;
    assert_eq!(submitted.location(), begun);

    refuse_own_approval(&officer, &begun).await;
    let reading = approver.get(&begun).await.page();
    let approved = approver.send(&reading.form(&format!("{begun}/approve"))).await;
    assert_eq!(approved.location(), begun);

    app.clock.advance(3_600);
    let hand_in = format!("{begun}/filed");
    let too_early = [("at", "2025-11-18 12:00"), ("channel", "portal"), ("receipt", RECEIPT)];
    let refused = officer.submit(&hand_in, &hand_in, &too_early).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "not handed in yet: it lies in the future");
    let again = refused.page().form(&hand_in).fill("at", "2025-11-18 10:55");
    officer.send(&again).await.location();

    let board = officer.get("/").await.page();
    assert!(board.forms(&format!("{incident}/filings")).iter().all(|form| form.value("duty") != Some(REPORT)));
    let shown = officer.get(&incident).await.page();
    let card = shown.all(".card[data-standing=met-in-time]");
    let standings: Vec<_> = shown.all(".card").iter().filter_map(|card| card.attr("data-standing")).collect();
    assert!(!card.is_empty(), "the duty is not met: {standings:?} {}", shown.text("#filings"));
    assert!(shown.text("#filings").contains(RECEIPT), "{}", shown.text("#filings"));
    let kept = officer.get(&begun).await.page();
    let kept = kept.all("a[href*='/papers/']").first().map(|link| link.attr("href").unwrap().to_owned());
    let kept = officer.get(&kept.expect("the paper that was handed in is kept")).await;
    assert_eq!(kept.header("content-type"), "application/pdf");
    assert_filled(&kept.bytes, &format!("story-{storage:?}").to_lowercase());
    let verified = app.web.desk.store.read_blocking(dutyclock::db::ledger::verify::verify).unwrap();
    assert!(verified.entries > 8);
}

async fn first_link(app: &TestApp) -> String {
    format!("/set-up/{}", app.web.desk.set_up_token().await.unwrap().unwrap())
}

/// The one who wrote it sees no button, and a request made by hand is refused.
async fn refuse_own_approval(officer: &Visitor, filing: &str) {
    let own = officer.get(filing).await.page();
    let approve = format!("{filing}/approve");
    assert!(own.forms(&approve).is_empty());
    let csrf = own.form("/sign-out").value("csrf").unwrap().to_owned();
    let answer = officer.send_raw(&approve, &[("csrf", csrf.as_str()), ("hash", "0")]).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn from_the_link_to_a_duty_met_without_javascript_on_sqlite() {
    from_the_link_to_a_duty_met_without_javascript(Storage::Sqlite).await;
}

#[tokio::test]
async fn from_the_link_to_a_duty_met_without_javascript_on_postgresql() {
    from_the_link_to_a_duty_met_without_javascript(Storage::Postgres).await;
}

/// A person at a browser.
struct Person {
    browser: Browser,
    base: String,
}

impl Person {
    async fn at(app: &TestApp) -> Self {
        Self { browser: Browser::open(Look::DESKTOP).await, base: format!("http://{}", app.address()) }
    }

    async fn go(&self, path: &str) {
        self.browser.go(&format!("{}{path}", self.base)).await;
    }

    async fn find(&self, css: &str) -> WebElement {
        let found = self.browser.driver.find(By::Css(css)).await;
        match found {
            Ok(element) => element,
            Err(e) => panic!("`{css}` on {}: {e}", self.path().await),
        }
    }

    async fn text(&self, css: &str) -> String {
        self.find(css).await.text().await.unwrap()
    }

    async fn path(&self) -> String {
        let url = self.browser.driver.current_url().await.unwrap();
        url.path().to_owned()
    }

    /// Waits, five seconds at most, until nothing on the page matches.
    async fn wait_until_gone(&self, css: &str) {
        for _ in 0..50 {
            if self.browser.driver.find_all(By::Css(css)).await.unwrap().is_empty() {
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        }
        panic!("still there on {}: {}", self.path().await, self.text(css).await);
    }

    /// Types in place of what stands there.
    async fn fill(&self, id: &str, text: &str) {
        let field = self.find(&format!("[id='f-{id}']")).await;
        field.clear().await.unwrap();
        field.send_keys(text).await.unwrap();
    }

    /// Opens the folded group in which something stands, by its heading.
    async fn unfold(&self, id: &str) {
        let script = format!(
            "const group = document.getElementById('{id}').closest('details'); if (group && !group.open) group.querySelector('summary').click(); return 1"
        );
        self.browser.ask(&script).await;
    }

    /// Chooses from a list by value.
    async fn choose(&self, id: &str, value: &str) {
        self.click(&format!("[id='f-{id}'] option[value='{value}']")).await;
    }

    async fn click(&self, css: &str) {
        let element = self.find(css).await;
        element.scroll_into_view().await.unwrap();
        element.click().await.unwrap_or_else(|e| panic!("`{css}`: {e}"));
    }

    /// Sends the form that leads here, with its only or first button.
    async fn press(&self, action: &str) {
        self.browser.leave_by(&format!("form[action='{action}'] button[type=submit]")).await;
    }

    async fn sign_in(&self, email: &str) {
        self.go("/sign-in").await;
        self.fill("email", email).await;
        self.fill("password", PASSWORD).await;
        self.press("/sign-in").await;
    }

    async fn sign_out(&self) {
        self.press("/sign-out").await;
    }

    async fn choose_password(&self, path: &str) {
        self.fill("password", PASSWORD).await;
        self.fill("again", PASSWORD).await;
        self.press(path).await;
    }

    /// Invites somebody and, as that person, takes the link; comes back signed in as them.
    async fn invite_and_become(&self, name: &str, role: &str) {
        self.go("/people").await;
        self.fill("name", name).await;
        self.fill("email", &format!("{role}@hanbit.example")).await;
        self.choose("role", role).await;
        self.press("/people").await;
        let link = self.text("code").await;
        let path = link.strip_prefix("http://127.0.0.1").unwrap().to_owned();
        self.sign_out().await;
        self.go(&path).await;
        self.choose_password(&path).await;
    }

    /// The digits of the biggest clock, now and a while later.
    async fn digits_over_time(&self) -> (String, String) {
        let before = self.text(".next .ticking").await;
        tokio::time::sleep(std::time::Duration::from_millis(2_100)).await;
        (before, self.text(".next .ticking").await)
    }

    /// What the browser gets when it opens this address itself, cookies included.
    async fn download(&self, path: &str) -> Vec<u8> {
        use base64::Engine;
        let script = "const done = arguments[arguments.length - 1];
            fetch(arguments[0]).then(answer => answer.arrayBuffer()).then(bytes => {
                let text = ''; new Uint8Array(bytes).forEach(byte => { text += String.fromCharCode(byte); });
                done(btoa(text)); }, reason => done('!' + reason));";
        let answer = self.browser.driver.execute_async(script, vec![path.into()]).await.unwrap();
        let text: String = answer.convert().unwrap();
        base64::engine::general_purpose::STANDARD.decode(&text).unwrap_or_else(|e| panic!("{text}: {e}"))
    }
}

async fn record_incident(officer: &Person) -> String {
    officer.go("/incidents/new").await;
    officer.fill("title", TITLE).await;
    officer.fill("aware", "2025-11-17 16:00").await;
    officer.choose("basis", "confirmed").await;
    officer.click("[id='f-fact-intrusion']").await;
    officer.click("input[name=leaked][value=yes]").await;
    officer.press("/incidents/new").await;
    officer.path().await
}

async fn fill_and_submit(officer: &Person, filing: &str) {
    let links = officer.browser.driver.find_all(By::Css("[aria-labelledby=missing] a[href^='#field-']")).await.unwrap();
    let mut fields = Vec::new();
    for link in links {
        fields.push(link.attr("href").await.unwrap().unwrap().trim_start_matches("#field-").to_owned());
    }
    assert!(fields.contains(&"cause".to_owned()), "{fields:?}");
    for field in fields {
        let details = officer.find(&format!("[id='field-{field}'] details")).await;
        if details.attr("open").await.unwrap().is_none() {
            officer.click(&format!("[id='field-{field}'] summary")).await;
        }
        officer.fill(&format!("text-{field}"), &written(&field)).await;
    }
    officer.browser.leave_by("button[name=next][value=save]").await;
    officer.wait_until_gone("[aria-labelledby=missing]").await;
    officer.click("iframe.preview").await;
    officer.browser.driver.enter_frame(0).await.unwrap();
    assert!(officer.text("body").await.contains("퇴직한 개발자의 접속 키"), "the preview shows what was written");
    officer.browser.driver.enter_default_frame().await.unwrap();
    officer.browser.picture("story/filing").await;
    officer.browser.leave_by("button[name=next][value=submit]").await;
    assert_eq!(officer.path().await, filing);
    let buttons = officer.browser.driver.find_all(By::Css(format!("form[action='{filing}/approve']"))).await.unwrap();
    assert!(buttons.is_empty(), "nobody approves their own filing");
}

#[tokio::test(flavor = "multi_thread")]
async fn from_the_link_to_a_duty_met_in_a_real_browser() {
    let app = TestApp::start_on(Storage::Sqlite, NOW).await;
    let person = Person::at(&app).await;
    let path = first_link(&app).await;
    person.go(&path).await;
    person.fill("name", "Kim").await;
    person.fill("email", "kim@hanbit.example").await;
    person.choose_password(&path).await;
    assert_eq!(person.path().await, "/organisation");
    person.unfold("f-fact-org-information-service-provider").await;
    person.fill("name", "한빛몰").await;
    person.click("[id='f-fact-org-information-service-provider']").await;
    person.click("[id='f-fact-org-data-controller']").await;
    person.press("/organisation").await;
    person.invite_and_become("Park", "approver").await;
    person.sign_out().await;
    person.sign_in("kim@hanbit.example").await;
    person.invite_and_become("Lee", "officer").await;

    let incident = record_incident(&person).await;
    person.go("/").await;
    let (before, after) = person.digits_over_time().await;
    assert!(before.starts_with("05:59:") || before.starts_with("06:00:0"), "{before}");
    assert!(after < before, "the clock stands still: {before}, {after}");
    person.browser.picture("story/board").await;
    person.go(&incident).await;
    person.browser.picture("story/incident").await;
    person.browser.leave_by(&format!("form[action='{incident}/filings'] button")).await;
    let filing = person.path().await;
    assert!(filing.starts_with(&format!("{incident}/filings/")), "{filing}");
    fill_and_submit(&person, &filing).await;

    person.sign_out().await;
    person.sign_in("approver@hanbit.example").await;
    person.go(&filing).await;
    person.press(&format!("{filing}/approve")).await;
    person.sign_out().await;
    person.sign_in("officer@hanbit.example").await;
    app.clock.advance(3_600);
    person.go(&format!("{filing}/filed")).await;
    person.fill("at", "2025-11-18 10:55").await;
    person.click("input[name=channel][value=portal]").await;
    person.fill("receipt", RECEIPT).await;
    person.press(&format!("{filing}/filed")).await;

    person.go(&incident).await;
    let met = person.text(".card[data-standing=met-in-time]").await;
    assert!(met.to_lowercase().contains("in time"), "{met}");
    assert!(person.text("#filings").await.contains(RECEIPT));
    person.browser.picture("story/met").await;
    person.go(&filing).await;
    let link = person.find("a[href*='/papers/']").await.attr("href").await.unwrap().unwrap();
    assert_filled(&person.download(&link).await, "story-browser");
}
