//! A filing from its first field to the receipt, the papers made of it, and the rules behind it, over real HTTP.

use std::io::Write;
use std::process::{Command, Stdio};

use dutyclock::app::desk::Ticket;
use dutyclock::app::desk::actor::Role;
use dutyclock::app::desk::fact_input::FactInput;
use dutyclock::app::incident::facts::RecordFacts;
use dutyclock::app::incident::moments::RecordCandidate;
use dutyclock::app::incident::open::OpenIncident;
use dutyclock::app::office::organisation::DescribeOrganisation;
use reqwest::StatusCode;

use crate::support::app::{Storage, TestApp};
use crate::support::desk::seoul;
use crate::support::programs;
use crate::support::visitor::{Answer, Visitor};

const HOSTILE: &str = "<script>alert(1)</script> #read(\"/etc/passwd\") *b* $x$ ]]></style>";
const CAUSE: &str = "서명된 접속 토큰이 악용되었습니다.";

/// The program with the public case in it, as known on the evening of 2025-11-19.
pub struct Case {
    pub app: TestApp,
    /// The incident's page.
    pub path: String,
    id: String,
}

impl Case {
    pub async fn open(title: &str, drill: bool) -> Self {
        let app = TestApp::start_on(Storage::Sqlite, "2025-11-20T09:00:00+09:00").await;
        app.add(Role::Approver).await;
        let (officer, administrator) = (app.actor(Role::Officer).await, app.actor(Role::Administrator).await);
        let yes = |key: &str| (key.to_owned(), FactInput::one("yes"));
        let profile = DescribeOrganisation {
            lines: [("name".to_owned(), "한강마트 주식회사".to_owned())].into(),
            zone: "Asia/Seoul".to_owned(),
            facts: [yes("org-information-service-provider"), yes("org-data-controller")].into(),
            ..DescribeOrganisation::default()
        };
        app.web.desk.describe_organisation(&administrator, Ticket::default(), profile).await.unwrap();
        let input = OpenIncident {
            title: title.to_owned(),
            aware: seoul("2025-11-18 22:52"),
            basis: "declared".to_owned(),
            facts: [yes("intrusion"), yes("personal-data-leaked")].into(),
            drill,
            ..OpenIncident::default()
        };
        let id = app.web.desk.open_incident(&officer, Ticket::default(), input).await.unwrap().id;
        let case = Self { path: format!("/incidents/{id}"), app, id };
        case.state("cause", &format!("{CAUSE} {title}")).await;
        let established = RecordCandidate {
            of: vec!["aware-incident".to_owned(), "aware-leak".to_owned()],
            basis: "established".to_owned(),
            at: seoul("2025-11-17 16:00"),
            ..RecordCandidate::default()
        };
        case.app.web.desk.act(&officer, &case.id, Ticket::default(), established).await.unwrap();
        case
    }

    /// States a fact at the desk.
    pub async fn state(&self, key: &str, value: &str) {
        let facts = [(key.to_owned(), FactInput::one(value))].into();
        let record = RecordFacts { facts, source: "내부 조사".to_owned(), ..RecordFacts::default() };
        let officer = self.app.actor(Role::Officer).await;
        self.app.web.desk.act(&officer, &self.id, Ticket::default(), record).await.unwrap();
    }

    /// Begins the KISA report through the incident's page.
    pub async fn begin(&self, visitor: &Visitor) -> String {
        let page = visitor.get("/account").await.page();
        let csrf = page.form("/sign-out").value("csrf").unwrap().to_owned();
        let fields = [("csrf", csrf.as_str()), ("form", "kr.kisa-incident-report"), ("duty", "kr.network-act/report")];
        visitor.send_raw(&format!("{}/filings", self.path), &fields).await.location()
    }
}

fn flash(answer: &Answer) -> String {
    answer.page().texts(".flash").join(" ")
}

/// What a person reads in a PDF, line breaks as spaces.
fn text_of(pdf: &[u8]) -> String {
    let mut command = Command::new(programs::find("pdftotext"));
    let mut child = command.args(["-", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(pdf).unwrap();
    String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap()
}

/// The lines of a PDF as they are set, in pieces: a wide space parts two columns.
fn pieces(pdf: &[u8]) -> Vec<String> {
    let mut command = Command::new(programs::find("pdftotext"));
    let mut child = command.args(["-layout", "-", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(pdf).unwrap();
    let text = String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap();
    let pieces = text.lines().flat_map(|line| line.split("  ")).map(str::trim).filter(|piece| !piece.is_empty());
    pieces.map(str::to_owned).collect()
}

/// Whether a line ends within an amount or within the number of an article.
fn is_broken(piece: &str) -> bool {
    let last: Vec<char> = piece.chars().rev().take(2).collect();
    let digit = |at: usize| last.get(at).is_some_and(char::is_ascii_digit);
    let word = piece.split_whitespace().next_back().unwrap_or_default();
    let all_digits = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    let article = word.contains('제') && word.rsplit('제').next().is_some_and(all_digits);
    let mark = last.first() == Some(&'제') && (last.len() == 1 || digit(1) || matches!(last[1], '조' | '항' | '호'));
    // A year before a comma has four digits, a group of an amount at most three.
    let amount = word.strip_suffix(',').and_then(|word| word.rsplit(',').next());
    amount.is_some_and(|group| group.len() <= 3 && all_digits(group)) || mark || article
}

#[tokio::test]
async fn no_amount_and_no_article_is_broken_across_lines() {
    assert!(is_broken("상한 20,") && is_broken("제34조제1항제") && is_broken("제71조제1") && !is_broken("문제 2025,"));
    let case = Case::open("고객 계정 비인가 접근", false).await;
    let officer = case.app.sign_in(Role::Officer).await;
    let filing = case.begin(&officer).await;
    let report = format!("{}/report.pdf", case.path);
    for path in
        [format!("{report}?lang=ko"), format!("{report}?lang=en"), format!("{filing}/form.pdf?lang=ko&beside=en")]
    {
        let pieces = pieces(&officer.get(&path).await.bytes);
        let broken: Vec<&String> = pieces.iter().filter(|piece| is_broken(piece)).collect();
        assert!(pieces.len() > 20 && broken.is_empty(), "{path}: {broken:?}");
    }
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[tokio::test]
async fn a_filing_goes_from_its_first_field_to_the_receipt() {
    let case = Case::open("고객 계정 비인가 접근", false).await;
    let officer = case.app.sign_in(Role::Officer).await;
    let filing = case.begin(&officer).await;
    let form = officer.form(&filing, &filing).await;
    assert_eq!(form.value("text-cause"), Some(""), "nothing typed: the facts speak");
    let form = form.fill("text-damage", "4,536 accounts").press("next", "submit");
    let submitted = officer.send(&form).await;
    assert_eq!(submitted.location(), filing, "{}", submitted.text());
    let own = officer.follow(&submitted).await;
    assert!(flash(&own).contains("second pair of eyes"), "{}", flash(&own));
    assert!(!own.page().has(&format!("form[action=\"{filing}/approve\"]")));

    case.state("cause", "A stolen key").await;
    let approver = case.app.sign_in(Role::Approver).await;
    let page = approver.get(&filing).await.page();
    assert!(page.texts("del").iter().any(|text| text.contains(CAUSE)), "what changed since is shown");
    assert!(page.texts("ins").contains(&"A stolen key".to_owned()));
    let approved = approver.submit(&filing, &format!("{filing}/approve"), &[]).await;
    assert_eq!(approved.location(), filing, "{}", approved.text());

    let record = format!("{filing}/filed");
    let empty = officer.submit(&record, &record, &[]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(empty.page().texts(".summary-wrong li").len(), 2, "the moment and the channel are asked for");
    let moment = [("at", "2025-11-19 21:35"), ("channel", "portal"), ("receipt", "KISA-1")];
    let filed = officer.submit(&record, &record, &moment).await;
    let done = officer.follow(&filed).await;
    assert!(flash(&done).contains("29 h 35 min late"), "{}", flash(&done));
    let links: Vec<String> = done.page().all("a").iter().filter_map(|a| a.attr("href")).map(Into::into).collect();
    let kept = links.iter().find(|link| link.contains("/papers/")).expect("the file that was handed in");
    let file = officer.get(kept).await;
    assert!(text_of(&file.bytes).contains("4,536 accounts"));

    let withdraw = links.iter().find(|link| link.ends_with("/withdraw")).expect("a way back");
    let answer = officer.submit(withdraw, withdraw, &[("reason", "Wrong incident")]).await;
    assert_eq!(answer.location(), case.path, "{}", answer.text());
}

#[tokio::test]
async fn whoever_wrote_a_filing_is_told_to_ask_somebody_else() {
    let case = Case::open("Own", false).await;
    let author = case.app.sign_in(Role::Administrator).await;
    let filing = case.begin(&author).await;
    author.send(&author.form(&filing, &filing).await.press("next", "submit")).await;
    let page = author.get(&filing).await.page();
    let csrf = page.form(&format!("{filing}/return")).value("csrf").unwrap().to_owned();
    let refused = author.send_raw(&format!("{filing}/approve"), &[("csrf", csrf.as_str()), ("hash", "x")]).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(refused.page().has(".summary-wrong"), "{}", refused.text());
    let unexplained = author.submit(&filing, &format!("{filing}/return"), &[]).await;
    assert_eq!(unexplained.status, StatusCode::UNPROCESSABLE_ENTITY);
    let back = author.submit(&filing, &format!("{filing}/return"), &[("reason", "Not yet")]).await;
    assert!(author.follow(&back).await.page().has("textarea[name=text-cause]"), "a draft again");
}

#[tokio::test]
async fn a_text_that_is_too_long_is_told_at_its_field_and_kept() {
    let case = Case::open("Long", false).await;
    let officer = case.app.sign_in(Role::Officer).await;
    let filing = case.begin(&officer).await;
    let long = "가".repeat(400_000);
    let form = officer.form(&filing, &filing).await.fill("text-cause", &long).fill("text-damage", "kept");
    let refused = officer.send(&form.press("next", "save")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = refused.page();
    assert!(page.has("#f-text-cause-error") && page.has(".summary-wrong a[href='#f-text-cause']"));
    let kept = page.form(&filing);
    assert_eq!((kept.value("text-cause"), kept.value("text-damage")), (Some(long.as_str()), Some("kept")));
}

#[tokio::test]
async fn the_second_of_two_writers_keeps_the_text_and_sees_what_changed() {
    let case = Case::open("Two", false).await;
    let officer = case.app.sign_in(Role::Officer).await;
    let administrator = case.app.sign_in(Role::Administrator).await;
    let filing = case.begin(&officer).await;
    let late = administrator.form(&filing, &filing).await.fill("text-damage", "second");
    officer.send(&officer.form(&filing, &filing).await.fill("text-damage", "first").press("next", "save")).await;
    let conflict = administrator.send(&late.press("next", "save")).await;
    assert_eq!(conflict.status, StatusCode::CONFLICT);
    let kept = conflict.page().form(&filing);
    assert_eq!(kept.value("text-damage"), Some("second"));
    assert_eq!(administrator.send(&kept.press("next", "save")).await.location(), filing, "sending again saves");
}

#[tokio::test]
async fn the_form_says_what_is_known_in_korean_and_twice_the_same_bytes() {
    let case = Case::open("고객 계정 비인가 접근", true).await;
    let officer = case.app.sign_in(Role::Officer).await;
    let filing = case.begin(&officer).await;
    let pdf = format!("{filing}/form.pdf");
    let answer = officer.get(&pdf).await;
    assert_eq!(answer.header("content-type"), "application/pdf");
    let name = "inline; filename=\"dutyclock-2025-001-kisa-incident-report.pdf\"";
    assert_eq!(answer.header("content-disposition"), name);
    let text = squeezed(&text_of(&answer.bytes));
    for expected in [
        "침해사고 신고서",
        "사고 원인(추정)",
        "서명된 접속 토큰이 악용되었습니다",
        "한강마트 주식회사",
        "모의훈련",
        "초안",
        "DRAFT",
    ] {
        assert!(text.contains(expected), "{expected} in\n{text}");
    }
    assert!(answer.bytes == officer.get(&pdf).await.bytes, "the same bytes twice");
    let saved = officer.get(&format!("{pdf}?save=1&lang=id&beside=none")).await;
    assert!(saved.header("content-disposition").starts_with("attachment"));
    assert!(text_of(&saved.bytes).contains("Laporan insiden"));
    assert_eq!(officer.get(&format!("{}/filings/none/form.pdf", case.path)).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_report_tells_the_lateness_in_each_language_and_can_look_back() {
    let case = Case::open("고객 계정 비인가 접근", false).await;
    let officer = case.app.sign_in(Role::Officer).await;
    let record = format!("{}/filed?duty=kr.network-act%2Freport&instance=", case.path);
    let moment = [("at", "2025-11-19 21:35"), ("channel", "portal")];
    let filed = officer.submit(&record, &record, &moment).await;
    assert_eq!(filed.location(), case.path, "{}", filed.text());
    for (lang, late) in [("ko", "29시간 35분"), ("en", "29 h 35 min"), ("id", "29 jam 35 menit")] {
        let answer = officer.get(&format!("{}/report.pdf?lang={lang}", case.path)).await;
        let text = squeezed(&text_of(&answer.bytes));
        assert!(text.contains(late), "{late} in\n{text}");
    }
    let before = officer.get(&format!("{}/report.html?lang=en&as_of=2", case.path)).await.text();
    assert!(before.contains("Nothing has been handed in.") && !before.contains(CAUSE));
}

#[tokio::test]
async fn text_typed_by_a_person_never_becomes_markup() {
    let case = Case::open(HOSTILE, false).await;
    let officer = case.app.sign_in(Role::Officer).await;
    let filing = case.begin(&officer).await;
    for path in [format!("{filing}/form.html"), format!("{}/report.html", case.path)] {
        let answer = officer.get(&path).await;
        assert!(answer.header("content-security-policy").contains("default-src 'none'"), "{path}");
        let text = answer.text();
        assert!(!text.contains("<script") && text.contains("&lt;script&gt;") || text.contains("&#60;script"), "{path}");
    }
    assert!(!officer.get(&filing).await.text().contains("<script>alert"));
    let pdf = text_of(&officer.get(&format!("{filing}/form.pdf")).await.bytes);
    assert!(squeezed(&pdf).contains("#read(\"/etc/passwd\") *b* $x$"), "{pdf}");
}

#[tokio::test]
async fn every_duty_of_every_rulebook_has_its_page_on_any_day() {
    let app = TestApp::start().await;
    let reader = app.sign_in(Role::Reader).await;
    let library = reader.get("/rules?on=2025-11-18").await.page();
    let links: Vec<String> = library.all("main a").iter().filter_map(|a| a.attr("href")).map(Into::into).collect();
    for duty in app.web.desk.library.rulebooks().iter().flat_map(|rulebook| &rulebook.duty) {
        assert!(links.contains(&format!("/rules/{}?on=2025-11-18", duty.id)), "{}", duty.id);
        for day in ["2023-01-01", "2025-11-18", "2026-11-22"] {
            let answer = reader.get(&format!("/rules/{}?on={day}", duty.id)).await;
            assert_eq!(answer.status, StatusCode::OK, "{} {day}", duty.id);
        }
    }
    let report = reader.get("/rules/kr.network-act/report?on=2025-11-18").await.page();
    let governing = report.text(".caps li[data-standing=running]");
    assert!(governing.contains("up to KRW 30,000,000"), "{governing}");
    assert_eq!(report.texts(".caps li").len(), 3);
    let wrong = reader.get("/rules?on=tomorrow").await;
    assert!(wrong.page().has("#f-on-error") && wrong.status == StatusCode::OK);
    for path in ["/rules/kr.nothing", "/rules/kr.pipa/nothing"] {
        assert_eq!(reader.get(path).await.status, StatusCode::NOT_FOUND);
    }
}
