//! Facts about what messages say, how they are put together and where they go.

use super::*;
use crate::law::base::moment::{Moment, Precision, Timing};
use crate::law::base::money::Money;
use crate::law::base::words::{Lang, Words};
use crate::law::rulebook::fine::Sanction;
use crate::law::rulebook::period::Promptness;
use crate::law::verdict::{Bounds, Course, Due, Scale, Standing, Unit};
use chrono_tz::Tz;
use mailparse::MailHeaderMap;

mod lateness;

const DUE: &str = "2025-11-18T16:00:00+09:00";

fn at(text: &str) -> Moment {
    Moment::from_rfc3339(text).unwrap()
}

fn words(en: &str, ko: &str, id: &str) -> Words {
    Words::new(en, ko, id)
}

fn head(lang: Lang, written: &str) -> Head {
    Head {
        to: Address::parse("officer@example.kr").unwrap(),
        lang,
        zone: Tz::Asia__Seoul,
        at: at(written),
        key: "incident-7/kr.network-act/report/rung-3h".to_owned(),
        thread: "incident-7/kr.network-act/report".to_owned(),
        organisation: "Hanbit Retail".to_owned(),
        drill: false,
        link: "https://duty.example.kr/incidents/7".to_owned(),
    }
}

fn incident() -> Incident {
    Incident { reference: "INC-2025-0007".to_owned(), title: "고객 계정 무단 조회".to_owned() }
}

fn duty() -> Words {
    words("Initial incident report", "침해사고 최초 신고", "Laporan awal insiden")
}

fn recipient() -> Words {
    words("MSIT or KISA", "과학기술정보통신부 또는 한국인터넷진흥원", "MSIT atau KISA")
}

fn course(due: Bounds) -> Course {
    let scale = Scale { unit: Unit::Hours, zone: Tz::Asia__Seoul };
    let start = at("2025-11-17T16:00:00+09:00").into();
    Course { scale, start, due: Some(due), safe: None, held: None, end: start }
}

fn warning(lang: Lang, written: &str) -> Warning {
    Warning {
        head: head(lang, written),
        incident: incident(),
        counsel: false,
        opened: false,
        duty: duty(),
        recipient: recipient(),
        consequence: words(
            "An administrative fine may be imposed, and the authority may order corrective measures.",
            "과태료가 부과될 수 있고, 시정조치 명령을 받을 수 있습니다.",
            "Denda administratif dapat dikenakan, dan otoritas dapat memerintahkan perbaikan.",
        ),
        cite: words("Network Act Art. 48-3(1)", "정보통신망법 제48조의3제1항", "UU Jaringan Ps. 48-3(1)"),
        undecided: Vec::new(),
        provisional: false,
        unrecorded: None,
        started: Timing::exact(at("2025-11-17T16:00:00+09:00"), Tz::Asia__Seoul),
        due: Due::By { earliest: at(DUE), latest: at(DUE) },
        safe: None,
        course: course(at(DUE).into()),
        first_limb: None,
        note: None,
        law: String::new(),
        fines: vec![(Sanction::AdministrativeFine, Money::krw(30_000_000))],
        others: vec!["Lee Jiwon".to_owned(), "Park Sora".to_owned()],
        may_stop: true,
        clock: "incident-7/kr.network-act/report".to_owned(),
        sequence: 0,
    }
}

fn met(lang: Lang) -> Met {
    Met {
        head: head(lang, "2025-11-19T21:40:00+09:00"),
        incident: incident(),
        duty: duty(),
        recipient: recipient(),
        filed: Timing::exact(at("2025-11-19T21:35:00+09:00"), Tz::Asia__Seoul),
        due: Due::By { earliest: at(DUE), latest: at(DUE) },
        target: Some(at(DUE)),
        course: Course { end: at("2025-11-19T21:35:00+09:00").into(), ..course(at(DUE).into()) },
        standing: Standing::MetLate { late: 106_500, late_at_most: 106_500, elapsed: 192_900 },
        first_limb: None,
        channel: "Portal".to_owned(),
        receipt: "KISA-2025-118".to_owned(),
        by: "Kim Minsu".to_owned(),
        clock: "incident-7/kr.network-act/report".to_owned(),
        sequence: 1,
    }
}

fn all(lang: Lang) -> Vec<Mail> {
    let written = "2025-11-18T13:00:02+09:00";
    let form = words("KISA incident report", "침해사고 신고서", "Laporan insiden KISA");
    let mut opened = warning(lang, "2025-11-17T16:05:00+09:00");
    opened.opened = true;
    let mut unnumbered = warning(lang, written);
    unnumbered.due = Due::NoNumber { promptness: Promptness::WithoutDelay };
    unnumbered.course.due = None;
    let mut rough = warning(lang, "2025-11-18T16:30:00+09:00");
    rough.started.precision = Precision::Hour;
    rough.due = Due::By { earliest: at(DUE), latest: at(DUE).plus_seconds(3_599) };
    rough.course = course(Bounds::between(at(DUE), at(DUE).plus_seconds(3_599)));
    let by = "Kim Minsu".to_owned();
    vec![
        warning(lang, written).render().unwrap(),
        opened.render().unwrap(),
        unnumbered.render().unwrap(),
        rough.render().unwrap(),
        warning(lang, DUE).render().unwrap(),
        warning(lang, "2025-11-19T21:35:00+09:00").render().unwrap(),
        met(lang).render().unwrap(),
        ApprovalWanted {
            head: head(lang, written),
            incident: incident(),
            form: form.clone(),
            by: by.clone(),
            due: Some((at(DUE), course(at(DUE).into()))),
        }
        .render()
        .unwrap(),
        FilingReturned {
            head: head(lang, written),
            incident: incident(),
            form,
            by: by.clone(),
            reason: "Section 3 names no contact.\nPlease add one.".to_owned(),
            due: Some((at(DUE), course(at(DUE).into()))),
        }
        .render()
        .unwrap(),
        questions(
            head(lang, written),
            [
                ("Was a network attacked?", "침해사고입니까?", "Apakah jaringan diserang?"),
                ("Is it material?", "중요한 사고입니까?", "Apakah material?"),
            ]
            .to_vec(),
            "Illinois, 5,000 persons",
        ),
        questions(head(lang, written), Vec::new(), "Illinois, 5,000 persons; Massachusetts, 300 persons"),
        Invitation { head: head(lang, written), by: by.clone(), role: "Officer".to_owned(), expires: at(DUE) }
            .render()
            .unwrap(),
        TestMail { head: head(lang, written), by, server: "mail.example.kr:587".to_owned() }.render().unwrap(),
    ]
}

/// Open questions, the first with a due moment, and law that is not in the library.
fn questions(head: Head, asked: Vec<(&'static str, &'static str, &'static str)>, law: &str) -> Mail {
    let nearest = |place: usize| (place == 0).then(|| at(DUE));
    let question = |(place, (en, ko, id)): (usize, (&'static str, &'static str, &'static str))| Question {
        asked: vec![words(en, ko, id)],
        duties: 14,
        nearest: nearest(place),
    };
    let questions = asked.into_iter().enumerate().map(question).collect();
    Questions { head, incident: incident(), questions, law: law.to_owned() }.render().unwrap()
}

#[test]
fn every_message_is_complete_in_every_language() {
    for lang in Lang::ALL {
        for mail in all(lang) {
            for part in [&mail.subject, &mail.text, &mail.html] {
                assert!(!part.trim().is_empty(), "{lang:?} {}", mail.subject);
                for leftover in ["{$", "{ $", "{{", "{%", "Unknown", "mail-", "mail_"] {
                    assert!(!part.contains(leftover), "{lang:?} {leftover}: {part}");
                }
            }
            assert!(mail.text.contains("https://duty.example.kr/incidents/7"), "{}", mail.text);
            assert!(mail.html.contains("href=\"https://duty.example.kr/incidents/7\""));
            assert!(mail.html.contains(&format!("<html lang=\"{}\">", lang.tag())));
            assert!(!mail.text.contains("\n\n\n"), "{}", mail.text);
        }
    }
}

#[test]
fn a_warning_says_what_is_left_in_both_zones_and_what_it_may_cost() {
    let mail = warning(Lang::En, "2025-11-18T12:59:58+09:00").render().unwrap();
    assert_eq!(mail.subject, "3 h left: Initial incident report, due Tue 18 Nov 2025, 16:00 KST (INC-2025-0007)");
    for part in [
        "Due: Tue 18 Nov 2025, 16:00 KST (07:00 UTC)",
        "Administrative fine: up to KRW 30,000,000",
        "Article: Network Act Art. 48-3(1)",
        "Also warned: Lee Jiwon and Park Sora",
        "Incident: INC-2025-0007 고객 계정 무단 조회",
        "you can stop them on the incident page",
    ] {
        assert!(mail.text.contains(part), "{part} is not in\n{}", mail.text);
    }
    let korean = warning(Lang::Ko, "2025-11-18T13:00:00+09:00").render().unwrap();
    assert_eq!(korean.subject, "3시간 남음: 침해사고 최초 신고, 기한 2025년 11월 18일(화) 16:00 KST (INC-2025-0007)");
    assert!(korean.text.contains("과태료: 상한 30,000,000원"), "{}", korean.text);
    let indonesian = warning(Lang::Id, "2025-11-18T13:00:00+09:00").render().unwrap();
    assert!(indonesian.text.contains("Denda administratif: paling banyak KRW 30.000.000"), "{}", indonesian.text);
}

#[test]
fn who_may_not_stop_the_warnings_is_told_who_may() {
    let mut reader = warning(Lang::En, DUE);
    reader.may_stop = false;
    let mail = reader.render().unwrap();
    assert!(!mail.text.contains("you can stop"), "{}", mail.text);
    assert!(mail.text.contains("an approver or an administrator can stop them"), "{}", mail.text);
}

#[test]
fn a_duty_that_may_apply_says_so_and_names_the_fact_that_settles_it() {
    for (lang, fact) in [(Lang::En, "Outside access"), (Lang::Ko, "외부 접근"), (Lang::Id, "Akses dari luar")] {
        let t = crate::locales::Text::new(lang);
        let mut open = warning(lang, DUE);
        open.undecided = vec![words("Outside access", "외부 접근", "Akses dari luar")];
        open.provisional = true;
        let mail = open.render().unwrap();
        for part in [&mail.text, &mail.html] {
            assert!(part.contains(&t.mail_undecided(fact)) && part.contains(&t.mail_provisional()), "{part}");
        }
        assert!(!warning(lang, DUE).render().unwrap().text.contains(&t.mail_provisional()));
    }
}

#[test]
fn a_drill_is_marked_in_subject_and_body() {
    for (lang, mark) in [(Lang::En, "[Drill] "), (Lang::Ko, "[모의훈련] "), (Lang::Id, "[Simulasi] ")] {
        let mut drill = warning(lang, DUE);
        drill.head.drill = true;
        let mail = drill.render().unwrap();
        assert!(mail.subject.starts_with(mark), "{}", mail.subject);
        let banner = crate::locales::Text::new(lang).mail_drill_banner();
        assert!(mail.text.contains(&banner) && mail.html.contains(&banner));
        assert!(mail.ics.unwrap().contains(mark.trim()));
    }
}

#[test]
fn a_hostile_title_stays_text() {
    let mut hostile = warning(Lang::En, DUE);
    hostile.incident.title = "<script>alert(1)</script>\r\nBcc: x@example.org\u{202e}{{ 7 }}".to_owned();
    hostile.incident.reference = "A\r\nBcc: y@example.org".to_owned();
    hostile.others = vec!["Eve\r\nTo: z@example.org".to_owned()];
    let mail = hostile.render().unwrap();
    assert!(!mail.subject.contains(['\r', '\n']));
    assert!(!mail.html.contains("<script"), "{}", mail.html);
    assert!(mail.text.contains("<script>alert(1)</script> Bcc: x@example.org {{ 7 }}"), "{}", mail.text);
    let bytes = composed(&mail);
    let parsed = mailparse::parse_mail(&bytes).unwrap();
    assert!(parsed.headers.get_first_value("Bcc").is_none());
    assert_eq!(parsed.headers.get_all_values("To"), ["officer@example.kr"]);
}

fn sender() -> Sender {
    Sender::parse("Dutyclock 알림 <duty@example.kr>").unwrap()
}

fn composed(mail: &Mail) -> Vec<u8> {
    compose::compose(mail, &sender()).unwrap().formatted()
}

#[test]
fn a_long_korean_subject_survives_the_way() {
    let mut long = warning(Lang::Ko, "2025-11-18T13:00:00+09:00");
    long.duty = words("Report", &"개인정보 유출등의 신고".repeat(8), "Laporan");
    let mail = long.render().unwrap();
    let bytes = composed(&mail);
    let parsed = mailparse::parse_mail(&bytes).unwrap();
    assert_eq!(parsed.headers.get_first_value("Subject").unwrap(), mail.subject);
    assert!(bytes.split(|byte| *byte == b'\n').all(|line| line.len() <= 998));
}

#[test]
fn a_message_has_all_parts_and_headers() {
    let mail = warning(Lang::Ko, "2025-11-18T13:00:00+09:00").render().unwrap();
    let bytes = composed(&mail);
    let parsed = mailparse::parse_mail(&bytes).unwrap();
    let header = |name: &str| parsed.headers.get_first_value(name).unwrap();
    assert_eq!(header("Message-ID"), format!("<{}@example.kr>", mail.message_id));
    let thread = mail.message_id.split_once('.').unwrap().0;
    assert_eq!(header("References"), format!("<{thread}@example.kr>"));
    assert_eq!(header("Date"), "Tue, 18 Nov 2025 04:00:00 +0000");
    assert_eq!((header("MIME-Version").as_str(), header("Auto-Submitted").as_str()), ("1.0", "auto-generated"));
    let [both, attached] = parsed.subparts.as_slice() else { panic!("two parts") };
    let kinds: Vec<_> = both.subparts.iter().map(|part| part.ctype.mimetype.as_str()).collect();
    assert_eq!(kinds, ["text/plain", "text/html", "text/calendar"]);
    assert!(both.subparts.iter().all(|part| part.ctype.charset == "utf-8"));
    assert_eq!(both.subparts[0].get_body().unwrap().replace("\r\n", "\n").trim(), mail.text.trim());
    assert_eq!(attached.get_content_disposition().params["filename"], "deadline.ics");
}

#[test]
fn the_same_clock_keeps_its_calendar_entry() {
    let first = warning(Lang::Ko, "2025-11-18T13:00:00+09:00").render().unwrap().ics.unwrap();
    let mut moved = warning(Lang::En, "2025-11-18T14:00:00+09:00");
    moved.due = Due::By { earliest: at(DUE).plus_seconds(60), latest: at(DUE).plus_seconds(60) };
    moved.sequence = 1;
    let moved = moved.render().unwrap().ics.unwrap();
    let met = met(Lang::En).render().unwrap().ics.unwrap();
    let line = |ics: &str, name: &str| ics.lines().find(|line| line.starts_with(name)).unwrap().to_owned();
    assert_eq!(line(&first, "UID:"), line(&moved, "UID:"));
    assert_eq!(line(&first, "UID:"), line(&met, "UID:"));
    assert_eq!(
        (line(&first, "SEQUENCE"), line(&moved, "SEQUENCE")),
        ("SEQUENCE:0".to_owned(), "SEQUENCE:1".to_owned())
    );
    assert_eq!(line(&first, "DTSTART"), "DTSTART:20251118T070000Z");
    assert_eq!(line(&first, "DTSTAMP"), "DTSTAMP:20251118T040000Z");
    assert_eq!(first.matches("BEGIN:VALARM").count(), 2);
    assert!(first.contains("START:-PT10800S") && first.contains("START:-PT3600S"), "{first}");
    assert!(met.contains("METHOD:CANCEL") && met.contains("STATUS:CANCELLED") && !met.contains("VALARM"), "{met}");
    let again = warning(Lang::Ko, "2025-11-18T13:00:00+09:00").render().unwrap().ics.unwrap();
    assert_eq!(first, again, "the same entry must give the same bytes");
}

#[test]
fn calendar_lines_are_folded_between_characters() {
    let mut long = warning(Lang::Ko, "2025-11-18T13:00:00+09:00");
    let consequence = "과태료가 부과될 수 있습니다; 시정조치, 이행강제금".repeat(10);
    long.consequence = words("A fine.", &consequence, "Denda.");
    let ics = long.render().unwrap().ics.unwrap();
    assert!(ics.split("\r\n").all(|line| line.len() <= 75));
    assert!(!ics.replace("\r\n", "").contains('\n'), "every line must end with CRLF");
    assert!(ics.replace("\r\n ", "").contains("있습니다\\; 시정조치\\, 이행강제금"));
}

#[tokio::test]
async fn a_file_is_written_once_and_only_for_its_owner() {
    let folder = tempfile::tempdir().unwrap();
    let transport = Transport::files(folder.path().join("outbox"), sender());
    let mut mail = warning(Lang::Ko, DUE).render().unwrap();
    transport.send(&mail).await.unwrap();
    let file = folder.path().join("outbox").join(format!("{}.eml", mail.message_id));
    let first = std::fs::read(&file).unwrap();
    mail.text.push_str("again");
    transport.send(&mail).await.unwrap();
    assert_eq!(std::fs::read(&file).unwrap(), first);
    assert_eq!(std::fs::read_dir(file.parent().unwrap()).unwrap().count(), 1, "no draft may stay behind");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    }
}

#[tokio::test]
async fn a_folder_that_cannot_be_written_may_be_tried_again() {
    let folder = tempfile::tempdir().unwrap();
    let blocked = folder.path().join("file");
    std::fs::write(&blocked, "").unwrap();
    let error = Transport::files(blocked, sender()).send(&warning(Lang::En, DUE).render().unwrap()).await.unwrap_err();
    assert!(!error.permanent, "{error}");
}

#[tokio::test]
async fn memory_keeps_a_message_once() {
    let transport = Transport::memory();
    let mail = warning(Lang::En, DUE).render().unwrap();
    transport.send(&mail).await.unwrap();
    transport.clone().send(&mail).await.unwrap();
    assert_eq!(transport.sent(), [mail]);
}

#[test]
fn each_recipient_and_rung_has_its_own_message_id() {
    let first = warning(Lang::En, DUE);
    let mut other = first.clone();
    other.head.to = Address::parse("second@example.kr").unwrap();
    let mut later = first.clone();
    later.head.key.push('x');
    let id = |warning: &Warning| warning.render().unwrap().message_id;
    assert_ne!(id(&first), id(&other));
    assert_ne!(id(&first), id(&later));
    let thread = |warning: &Warning| id(warning).split_once('.').unwrap().0.to_owned();
    assert_eq!(thread(&first), thread(&later), "messages about one clock belong together");
    assert_eq!(id(&first), id(&first.clone()));
}
