//! Every page of the loaded demonstration, in each language, light and dark, on a desktop and a phone: no violation that
//! a machine can find, nothing wider than the window, nothing left untranslated, and pictures for people to look at.
//! Pages are found by following links, so a page that nothing leads to fails here too.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use dutyclock::app::desk::Ticket;
use dutyclock::app::desk::actor::{Actor, Role};
use dutyclock::app::desk::fact_input::FactInput;
use dutyclock::app::filing::steps::{ApproveFiling, DraftFiling, RecordFiled, SubmitFiling};
use dutyclock::app::incident::counsel::RecordAnswer;
use dutyclock::app::incident::facts::RecordFacts;
use dutyclock::app::incident::manage::CloseIncident;
use dutyclock::app::incident::moments::RecordOccurrence;
use dutyclock::app::incident::open::OpenIncident;
use dutyclock::app::office::people::NewPerson;
use dutyclock::db::{account, outbox};
use dutyclock::incident::filing::Stage;
use dutyclock::tasks::escalate;
use dutyclock::web::http::access::Method;
use dutyclock::web::routes::addresses;
use reqwest::StatusCode;

use crate::support::app::{PASSWORD, TestApp};
use crate::support::axe::violations;
use crate::support::browser::{Browser, Look, data_url};
use crate::support::desk::{password, seoul};
use crate::support::visitor::Visitor;
use crate::support::words::Leftovers;

const LANGS: [(&str, &str); 3] = [("en", "en-GB"), ("ko", "ko-KR"), ("id", "id")];

pub(super) fn administrator(lang: &str) -> String {
    format!("administrator-{lang}@example.org")
}

/// The demonstration with something in every state: a filing that was approved, one begun, a closed incident, warnings
/// queued, a message given up, and an administrator for each language.
pub(super) async fn furnished() -> TestApp {
    let app = TestApp::start_demo().await;
    let desk = &app.web.desk;
    for (lang, _) in LANGS {
        let person = NewPerson {
            name: format!("Administrator ({lang})"),
            email: administrator(lang),
            role: "administrator".to_owned(),
            lang: lang.to_owned(),
            warned: false,
        };
        desk.add_account(person, password(PASSWORD)).await.unwrap();
    }
    let (officer, approver) = (person(&app, Role::Officer), person(&app, Role::Approver));
    let drill = incidents(&app).await.into_iter().find(|(_, drill)| *drill).expect("the drill").0;
    let view = desk.incident(&officer, &drill, None).await.unwrap();
    let filing = view.incident.filings.keys().next().expect("a form begun").0.clone();
    let act = || Ticket::default();
    desk.act(&officer, &drill, act(), SubmitFiling { filing: filing.clone() }).await.unwrap();
    let view = desk.incident(&officer, &drill, None).await.unwrap();
    let Stage::Submitted { .. } = &view.incident.filings.values().next().unwrap().stage else { panic!("submitted") };
    let hash = view.incident.filings.values().next().unwrap().content.as_ref().unwrap().1.clone();
    desk.act(&approver, &drill, act(), ApproveFiling { filing, hash }).await.unwrap();
    let (form, duty) = ("kr.pipc-leak-report".to_owned(), "kr.pipa/report".to_owned());
    let begin = DraftFiling { form, duty, ..DraftFiling::default() };
    let second = desk.act(&officer, &drill, act(), begin.clone()).await.unwrap().fresh;
    desk.act(&officer, &drill, act(), SubmitFiling { filing: second }).await.unwrap();
    desk.act(&officer, &drill, act(), begin).await.unwrap();
    let order = RecordOccurrence {
        trigger: "preservation-ordered".to_owned(),
        at: seoul("2026-11-20 11:00"),
        what: "Logs of the order system".to_owned(),
        source: "MSIT".to_owned(),
    };
    desk.act(&officer, &drill, act(), order).await.unwrap();
    let filed = RecordFiled {
        duty: "kr.pipa/report".to_owned(),
        at: seoul("2026-11-20 11:30"),
        channel: "portal".to_owned(),
        said: [("persons-affected".to_owned(), FactInput::one("4536"))].into(),
        ..RecordFiled::default()
    };
    desk.act(&officer, &drill, act(), filed).await.unwrap();
    let grown = RecordFacts {
        facts: [
            ("persons-affected".to_owned(), FactInput::one("33673817")),
            (
                "people-countries".to_owned(),
                FactInput { values: vec!["kr".into(), "mn".into()], ..FactInput::default() },
            ),
        ]
        .into(),
        ..RecordFacts::default()
    };
    desk.act(&officer, &drill, act(), grown).await.unwrap();
    let answered = RecordAnswer {
        place: "Illinois".to_owned(),
        who: "Kim & Park LLP".to_owned(),
        at: seoul("2026-11-20 11:40"),
        said: "Notice to the Attorney General.".to_owned(),
        what: "Letter to the Attorney General".to_owned(),
        by: seoul("2026-11-24 18:00"),
        ..RecordAnswer::default()
    };
    desk.act(&officer, &drill, act(), answered).await.unwrap();
    let nothing = OpenIncident {
        title: "Nothing came of it".to_owned(),
        aware: seoul("2026-11-19 10:00"),
        basis: "suspected".to_owned(),
        facts: ["intrusion", "personal-data-leaked", "leak-possible"]
            .map(|key| (key.to_owned(), FactInput::one("no")))
            .into(),
        ..OpenIncident::default()
    };
    let closed = desk.open_incident(&officer, act(), nothing).await.unwrap().id;
    desk.act(&officer, &closed, act(), CloseIncident { reason: "A false alarm.".to_owned() }).await.unwrap();
    assert!(escalate::round(desk).await.unwrap() > 0);
    let now = desk.now();
    let give_up = |db: &mut dutyclock::db::Db| {
        let leased = outbox::lease(db, "test", now, 60, 1)?;
        outbox::give_up(db, leased[0].id, "test", "550 5.1.1 no such mailbox")
    };
    desk.store.write_blocking(give_up).unwrap();
    app
}

fn person(app: &TestApp, role: Role) -> Actor {
    let people = app.web.desk.store.read_blocking(account::list).unwrap();
    let account = people.into_iter().find(|person| person.role == role.name()).unwrap();
    Actor { account: account.id, id: account.id.to_string(), name: account.name, role, link: None }
}

async fn incidents(app: &TestApp) -> Vec<(String, bool)> {
    let page = dutyclock::db::Page::first(50);
    let (found, _) = app.web.desk.incidents(&person(app, Role::Officer), Default::default(), page).await.unwrap();
    found.rows.into_iter().map(|row| (row.stream.trim_start_matches("incident/").to_owned(), row.drill)).collect()
}

/// The pattern in the table of addresses that answers for a path.
fn pattern(path: &str) -> Option<&'static str> {
    let fits = |pattern: &str| {
        let (left, right): (Vec<_>, Vec<_>) = (pattern.split('/').collect(), path.split('/').collect());
        left.len() == right.len() && left.iter().zip(&right).all(|(a, b)| a.starts_with('{') || a == b)
    };
    addresses().iter().find(|route| route.method == Method::Get && fits(route.pattern)).map(|route| route.pattern)
}

/// How many pages of one address are worth a look; their states differ.
fn worth(pattern: &str) -> usize {
    match pattern {
        "/incidents/{id}" | "/incidents/{id}/filings/{filing}" => 4,
        "/rules/{rulebook}" | "/rules/{rulebook}/{duty}" | "/outbox/{id}" => 2,
        _ => 1,
    }
}

/// Files that are no pages.
const NO_PAGES: [&str; 8] = [
    "/incidents/{id}/report.pdf",
    "/incidents/{id}/papers/{hash}",
    "/incidents/{id}/filings/{filing}/form.pdf",
    "/rules/{rulebook}/file",
    "/health",
    "/health/ready",
    "/health/live",
    "/static/{path:.*}",
];

/// Pages that only a person with a link and without a session sees.
const GUESTS: [&str; 3] = ["/sign-in", "/set-up/{token}", "/invitation/{token}"];

/// A page to look at.
pub(super) struct Place {
    name: String,
    pub(super) address: String,
    /// Papers and mails forbid all scripts, the examiner's too: they are looked at as a file would be.
    document: Option<String>,
}

/// Pages found by following links from the board.
pub(super) async fn follow_links(visitor: &Visitor) -> Vec<Place> {
    let (mut seen, mut kinds) = (BTreeSet::new(), BTreeMap::<(String, String), usize>::new());
    let (mut open, mut found) = (VecDeque::from(["/".to_owned(), "/account".to_owned()]), Vec::new());
    while let Some(address) = open.pop_front() {
        let address = address.split('#').next().unwrap().to_owned();
        let (path, query) = address.split_once('?').unwrap_or((&address, ""));
        let Some(pattern) = pattern(path).filter(|pattern| !NO_PAGES.contains(pattern)) else { continue };
        if !seen.insert(address.clone()) {
            continue;
        }
        let parts: Vec<&str> = query.split('&').map(|part| part.split('=').next().unwrap()).collect();
        let count = kinds.entry((pattern.to_owned(), parts.join("+"))).or_default();
        *count += 1;
        if *count > worth(pattern) {
            continue;
        }
        let answer = visitor.get(&address).await;
        assert_eq!(answer.status, StatusCode::OK, "a link leads to {address}");
        let page = answer.page();
        let links = page.all("a[href^='/'], iframe[src^='/']");
        open.extend(links.iter().map(|link| link.attr("href").or(link.attr("src")).unwrap().to_owned()));
        let plain = pattern.trim_matches('/').replace(['/', '{', '}'], "-").replace("--", "-");
        let name = [plain.trim_matches('-'), parts.join("-").as_str(), &count.to_string()].join("-");
        let name = if pattern == "/" { "board".to_owned() } else { name.replace("--", "-") };
        let document = answer.header("content-security-policy").starts_with("sandbox").then(|| answer.text());
        found.push(Place { name, address, document });
    }
    found
}

fn assert_complete(pages: &[Place]) {
    let seen: BTreeSet<_> = pages.iter().filter_map(|page| pattern(page.address.split('?').next().unwrap())).collect();
    let addresses = addresses();
    let all = addresses.iter().filter(|route| route.method == Method::Get).map(|route| route.pattern);
    let never: Vec<_> =
        all.filter(|route| !seen.contains(route) && !NO_PAGES.contains(route) && !GUESTS.contains(route)).collect();
    assert!(never.is_empty(), "no link leads to {never:?}");
}

/// A window that looks at page after page and remembers what is wrong.
struct Eye {
    browser: Browser,
    base: String,
    lang: &'static str,
    look: String,
    leftovers: Leftovers,
    wrong: Vec<String>,
}

impl Eye {
    async fn open(app: &TestApp, lang: &'static str, look: Look, name: &str) -> Self {
        let (base, leftovers) = (format!("http://{}", app.address()), Leftovers::of(lang));
        let look_name = format!("{lang}-{name}");
        Self { browser: Browser::open(look).await, base, lang, look: look_name, leftovers, wrong: Vec::new() }
    }

    async fn go(&mut self, page: &str, address: &str) {
        self.browser.go(&format!("{}{address}", self.base)).await;
        self.look(page).await;
    }

    /// Looks at what the window shows.
    async fn look(&mut self, page: &str) {
        let seen = self
            .browser
            .ask(
                "return [document.documentElement.lang, document.documentElement.scrollWidth - window.innerWidth,
                document.body.innerText, !!document.querySelector('header.top'),
                [...document.querySelectorAll('main [lang]')].map(part => part.innerText).join('\\n')]",
            )
            .await;
        let lang = seen[0].as_str().unwrap();
        // Papers and mails have the language of their reader, not of the page that shows them.
        if lang != self.lang && seen[3] == true || lang.is_empty() {
            self.note(page, &format!("is in `{lang}`"));
        }
        if seen[1].as_i64().unwrap() > 0 {
            self.note(page, &format!("is {} pixels too wide", seen[1]));
        }
        if seen[3] == true {
            // What says that it is in another language, such as a mail to somebody else, may be.
            let foreign: BTreeSet<&str> = seen[4].as_str().unwrap().lines().collect();
            let own: Vec<_> = seen[2].as_str().unwrap().lines().filter(|line| !foreign.contains(line)).collect();
            let left = self.leftovers.within(&own.join("\n"));
            if !left.is_empty() {
                self.note(page, &format!("is not translated: {left:?}"));
            }
        }
        for violation in violations(&self.browser).await {
            self.note(page, &format!("{violation:?}"));
        }
        self.browser.picture(&format!("pages/{page}-{}", self.look)).await;
    }

    fn note(&mut self, page: &str, what: &str) {
        self.wrong.push(format!("{page} ({}) {what}", self.look));
    }

    async fn fill(&self, id: &str, text: &str) {
        self.browser.type_into(id, text).await;
    }

    async fn press(&self) {
        self.browser.leave_by("main form.form button[type=submit]").await;
    }

    async fn sign_in(&self) {
        self.browser.go(&format!("{}/sign-in", self.base)).await;
        self.fill("f-email", &administrator(self.lang)).await;
        self.fill("f-password", PASSWORD).await;
        self.press().await;
    }

    /// Forms that were refused, and pages about failures.
    async fn failures(&mut self, incident: &str) {
        self.go("not-found", "/nowhere").await;
        self.go("wrong-method", "/language").await;
        for form in ["/incidents/new", "/people", &format!("{incident}/candidates"), &format!("{incident}/occurrences")]
        {
            self.browser.go(&format!("{}{form}", self.base)).await;
            self.press().await;
            self.look(&format!("refused-{}", form.rsplit_once('/').unwrap().1)).await;
        }
        self.browser.go(&format!("{}/incidents/new", self.base)).await;
        self.fill("f-title", "고객 정보 유출").await;
        self.browser.ask("document.querySelector('main input[name=csrf]').value = 'stale'; return 1").await;
        self.press().await;
        self.look("kept-stale").await;
        self.browser.go(&format!("{}/incidents/new", self.base)).await;
        self.fill("f-title", "고객 정보 유출").await;
        // The session ends elsewhere, and the browser does not know of it.
        let session = self.browser.driver.get_all_cookies().await.unwrap();
        let token = "new URLSearchParams({csrf: document.querySelector('main input[name=csrf]').value})";
        self.browser.ask(&format!("return fetch('/sign-out', {{method: 'POST', body: {token}}}).then(() => 1)")).await;
        for cookie in session {
            self.browser.driver.add_cookie(cookie).await.unwrap();
        }
        self.press().await;
        self.look("kept-signed-out").await;
    }

    fn close(self) -> Vec<String> {
        self.wrong
    }
}

/// Everything on a desktop by day, and every third page on a phone by night: another third in each language.
async fn walk(app: &TestApp, empty: &TestApp, pages: &[Place], links: &Links, turn: usize) -> Vec<String> {
    let (lang, accept) = LANGS[turn];
    let mut wrong = Vec::new();
    for (name, look) in [("desktop", Look::DESKTOP), ("phone-dark", Look::PHONE.dark())] {
        let by_day = name == "desktop";
        let mut eye = Eye::open(app, lang, look.in_language(accept), name).await;
        eye.go("sign-in", "/sign-in").await;
        eye.go("invitation", &links.invitation).await;
        eye.go("link-spent", "/invitation/spent").await;
        eye.base = format!("http://{}", empty.address());
        eye.go("set-up", &links.set_up).await;
        eye.base = format!("http://{}", app.address());
        eye.sign_in().await;
        for (index, page) in pages.iter().enumerate() {
            match &page.document {
                // They have the language of their reader, whoever looks: once is enough.
                Some(document) if turn == 0 => {
                    eye.browser.go(&data_url(document)).await;
                    eye.look(&page.name).await;
                }
                None if by_day || index % LANGS.len() == turn => eye.go(&page.name, &page.address).await,
                _ => {}
            }
        }
        if by_day || turn == 1 {
            eye.failures(&links.incident).await;
        }
        wrong.extend(eye.close());
    }
    wrong
}

/// Addresses that no page links to.
struct Links {
    invitation: String,
    set_up: String,
    incident: String,
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_in_every_language_is_fit_to_be_seen() {
    let (app, empty) = (furnished().await, TestApp::start().await);
    let visitor = app.visitor();
    let fields = [("email", administrator("en")), ("password", PASSWORD.to_owned())];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(visitor.submit("/sign-in", "/sign-in", &fields).await.location(), "/");
    let invited = [("name", "Seo"), ("email", "seo@example.org"), ("role", "reader")];
    let invitation = visitor.submit("/people", "/people", &invited).await.page().text("code");
    let pages = follow_links(&visitor).await;
    assert_complete(&pages);
    let links = Links {
        invitation: invitation.strip_prefix("http://127.0.0.1").unwrap().to_owned(),
        set_up: format!("/set-up/{}", empty.web.desk.set_up_token().await.unwrap().unwrap()),
        incident: format!("/incidents/{}", incidents(&app).await[0].0),
    };
    let (en, ko, id) = tokio::join!(
        walk(&app, &empty, &pages, &links, 0),
        walk(&app, &empty, &pages, &links, 1),
        walk(&app, &empty, &pages, &links, 2),
    );
    let wrong = [en, ko, id].concat();
    assert!(wrong.is_empty(), "{} pages looked at, {} complaints:\n{}", pages.len(), wrong.len(), wrong.join("\n"));
}
