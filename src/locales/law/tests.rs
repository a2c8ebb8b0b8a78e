//! Each of the law's values in each language, so that a change of words is seen beside its neighbours.

use crate::law::base::citation::{Confidence, RuleRef, Source};
use crate::law::base::moment::Moment;
use crate::law::base::money::Money;
use crate::law::base::truth::Truth;
use crate::law::base::words::{Lang, Words};
use crate::law::counting::Span;
use crate::law::library::Library;
use crate::law::rulebook::fine::Sanction;
use crate::law::rulebook::period::{NumberAs, Promptness};
use crate::law::situation::Channel;
use crate::law::situation::fact::{Count, FactKey, Quality, Value};
use crate::law::verdict::duty_summary::FirstLimbSummary;
use crate::law::verdict::{AmountRange, Bounds, Course, Due, Exposure, How, Scale, Standing, Unit};
use crate::locales::{Penalty, Text};
use chrono_tz::Asia::Seoul;

const HOUR: i64 = 3_600;

/// The three languages' words for one value.
pub(super) fn words(say: impl Fn(Text) -> String) -> [String; 3] {
    [Lang::En, Lang::Ko, Lang::Id].map(|lang| say(Text::new(lang)))
}

/// The row of a table for this standing; a new one does not compile until it has words here.
const fn expected(standing: Standing) -> [&'static str; 3] {
    match standing {
        Standing::Running { .. } => ["3 h left", "3시간 남음", "sisa 3 jam"],
        Standing::PastSafe { .. } => [
            "safe deadline passed 1 h ago; the legal one is still to come",
            "안전 기한이 1시간 전에 지났으나 법정 기한은 남아 있음",
            "batas aman lewat 1 jam lalu; batas hukum belum tiba",
        ],
        Standing::Held { .. } => ["on hold for 2 h", "보류 중(2시간 경과)", "ditangguhkan selama 2 jam"],
        Standing::PerhapsOverdue { .. } => [
            "perhaps overdue: 1 h past the earliest deadline, 3 h before the latest",
            "기한 경과 가능성 있음: 가장 이른 기한으로부터 1시간 경과, 가장 늦은 기한까지 3시간 남음",
            "mungkin terlambat: 1 jam lewat dari tenggat paling awal, 3 jam sebelum tenggat paling akhir",
        ],
        Standing::Overdue { late, late_at_most, .. } if late == late_at_most => {
            ["not handed in, 29 h late", "이행 기록 없음(기한 후 29시간 경과)", "belum disampaikan, terlambat 29 jam"]
        }
        Standing::Overdue { .. } => [
            "not handed in, 1 to 29 h late",
            "이행 기록 없음(기한 후 1~29시간 경과)",
            "belum disampaikan, terlambat 1 sampai 29 jam",
        ],
        Standing::MetInTime { .. } => ["in time by 3 h", "기한 내(3시간 여유)", "tepat waktu, tersisa 3 jam"],
        Standing::MetLate { late, late_at_most, .. } if late == late_at_most => {
            ["29 h late", "29시간 지연", "terlambat 29 jam"]
        }
        Standing::MetLate { .. } => ["1 to 29 h late", "1~29시간 지연", "terlambat 1 sampai 29 jam"],
        Standing::CannotBeDecided { .. } => [
            "cannot be decided: between 3 h to spare and 29 h late",
            "판단할 수 없음: 3시간 여유에서 29시간 지연까지",
            "tidak dapat dipastikan: antara tersisa 3 jam dan terlambat 29 jam",
        ],
        Standing::Waiting { .. } => [
            "not done yet, 2 h since the start",
            "이행 기록 없음(기산점부터 2시간 경과)",
            "belum dilakukan, 2 jam sejak mulai",
        ],
        Standing::Done { .. } => {
            ["done 2 h after the start", "기산점부터 2시간 만에 이행", "dilakukan 2 jam setelah mulai"]
        }
        Standing::InForce { .. } => ["in force for 2 h", "의무 지속 중(기산점부터 2시간 경과)", "berlaku selama 2 jam"],
    }
}

/// The same as a mark says it.
const fn expected_word(standing: Standing) -> [&'static str; 3] {
    match standing {
        Standing::Running { .. } => ["Running", "진행 중", "Berjalan"],
        Standing::PastSafe { .. } => ["Safe deadline passed", "안전 기한 경과", "Batas aman lewat"],
        Standing::Held { .. } => ["On hold", "보류 중", "Ditangguhkan"],
        Standing::PerhapsOverdue { .. } => ["Perhaps overdue", "기한 경과 가능성 있음", "Mungkin lewat tenggat"],
        Standing::Overdue { .. } => ["Overdue", "기한 경과", "Lewat tenggat"],
        Standing::MetInTime { .. } => ["Met in time", "기한 내 이행", "Dipenuhi tepat waktu"],
        Standing::MetLate { .. } => ["Met late", "기한 후 이행", "Dipenuhi terlambat"],
        Standing::CannotBeDecided { .. } => ["Cannot be decided", "판단할 수 없음", "Tidak dapat dipastikan"],
        Standing::Waiting { .. } => ["Waiting", "이행 대기", "Menunggu"],
        Standing::Done { .. } => ["Done", "이행 완료", "Selesai"],
        Standing::InForce { .. } => ["In force", "의무 지속 중", "Masih berlaku"],
    }
}

/// A clock of 24 hours that ended, or is looked at, between so many hours after it was due.
fn ended(due: (i64, i64), end: (i64, i64)) -> Course {
    let start = Moment::from_rfc3339("2025-11-17T16:00:00+09:00").unwrap();
    let after_due = |hours: i64| start.plus_seconds((24 + hours) * HOUR);
    Course {
        scale: Scale { unit: Unit::Hours, zone: Seoul },
        start: start.into(),
        due: Some(Bounds::between(after_due(due.0), after_due(due.1))),
        safe: None,
        held: None,
        end: Bounds::between(after_due(end.0), after_due(end.1)),
    }
}

/// The same, two hours after its start.
fn begun() -> Course {
    ended((0, 0), (-22, -22))
}

#[test]
fn each_standing_is_worded_in_each_language() {
    let (late, elapsed, spare, left) = (29 * HOUR, 2 * HOUR, 3 * HOUR, 3 * HOUR);
    let (before, after, due) = (ended((0, 0), (-3, -3)), ended((0, 0), (29, 29)), ended((0, 0), (0, 0)).end);
    let past_safe = Course { safe: due.earliest.map(|due| due.plus_seconds(-4 * HOUR)), ..before };
    for (standing, course) in [
        (Standing::Running { left }, before),
        (Standing::PastSafe { since: HOUR, left }, past_safe),
        (Standing::Held { elapsed, ends: None }, Course { held: Some(begun().start), ..begun() }),
        (Standing::PerhapsOverdue { since: HOUR, left }, ended((0, 4), (1, 1))),
        (Standing::Overdue { late, late_at_most: late, elapsed }, after),
        (Standing::Overdue { late: HOUR, late_at_most: late, elapsed }, ended((0, 28), (29, 29))),
        (Standing::MetInTime { spare, elapsed }, before),
        (Standing::MetLate { late, late_at_most: late, elapsed }, after),
        (Standing::MetLate { late: HOUR, late_at_most: late, elapsed }, ended((0, 0), (1, 29))),
        (Standing::CannotBeDecided { late_at_most: late, spare_at_most: spare }, ended((0, 0), (-3, 29))),
        (Standing::Waiting { elapsed }, begun()),
        (Standing::Done { elapsed }, begun()),
        (Standing::InForce { elapsed }, begun()),
    ] {
        assert_eq!(words(|t| t.standing(standing, &course)), expected(standing), "{standing:?}");
        assert_eq!(words(|t| t.standing_word(standing, None)), expected_word(standing), "{standing:?}");
    }
}

#[test]
fn what_is_inside_the_number_is_not_plainly_in_time_where_the_rule_asks_for_more() {
    let limb = FirstLimbSummary {
        promptly: Promptness::WithoutUnreasonableDelay,
        number: NumberAs::OuterLimit,
        within: Some(Span::Days(60)),
    };
    let standing = Standing::MetInTime { spare: 3 * HOUR, elapsed: 21 * HOUR };
    let said = words(|t| t.stood(standing, &ended((0, 0), (-3, -3)), Some(&limb)));
    assert!(
        said[0].ends_with("The rule asks first: Without unreasonable delay; 60 calendar days is the outer limit."),
        "{said:?}"
    );
    let word = words(|t| t.standing_word(standing, Some(&limb)));
    assert_eq!(word, ["Met inside the number", "숫자로 정한 기한 내 이행", "Dipenuhi dalam batas angka"]);
}

/// The row of a table for this due moment.
fn expected_due(due: Due) -> [&'static str; 3] {
    match due {
        Due::By { earliest, latest } if earliest == latest => [
            "Tue 18 Nov 2025, 16:00 KST (07:00 UTC)",
            "2025년 11월 18일(화) 16:00 KST (07:00 UTC)",
            "Sel, 18 Nov 2025 16.00 KST (07.00 UTC)",
        ],
        Due::By { .. } => [
            "between Tue 18 Nov 2025, 16:00 KST (07:00 UTC) and Tue 18 Nov 2025, 17:00 KST (08:00 UTC)",
            "2025년 11월 18일(화) 16:00 KST (07:00 UTC) ~ 2025년 11월 18일(화) 17:00 KST (08:00 UTC) 사이",
            "antara Sel, 18 Nov 2025 16.00 KST (07.00 UTC) dan Sel, 18 Nov 2025 17.00 KST (08.00 UTC)",
        ],
        Due::NoNumber { .. } => ["Without delay", "지체 없이", "Tanpa penundaan"],
        Due::Until => ["until it is lifted", "해제될 때까지", "sampai dicabut"],
        Due::AtLeastUntil { .. } => [
            "at least until Tue 18 Nov 2025, 16:00 KST (07:00 UTC)",
            "최소 2025년 11월 18일(화) 16:00 KST (07:00 UTC)까지",
            "sekurang-kurangnya sampai Sel, 18 Nov 2025 16.00 KST (07.00 UTC)",
        ],
    }
}

#[test]
fn each_due_moment_is_worded_in_each_language() {
    let at = Moment::from_rfc3339("2025-11-18T16:00:00+09:00").unwrap();
    for due in [
        Due::By { earliest: at, latest: at },
        Due::By { earliest: at, latest: at.plus_seconds(HOUR) },
        Due::NoNumber { promptness: Promptness::WithoutDelay },
        Due::Until,
        Due::AtLeastUntil { ends: at },
    ] {
        assert_eq!(words(|t| t.due_both(due, Seoul)), expected_due(due), "{due:?}");
        let utc = [" (07:00 UTC)", " (08:00 UTC)", " (07.00 UTC)", " (08.00 UTC)"];
        let local = expected_due(due).map(|text| utc.iter().fold(text.to_owned(), |text, utc| text.replace(utc, "")));
        let one_day = matches!(due, Due::By { earliest, latest } if earliest != latest);
        assert!(one_day || words(|t| t.due(due, Seoul)) == local, "{due:?}");
    }
    let day = Due::By { earliest: at, latest: at.plus_seconds(HOUR + 59) };
    let once = [
        "Tue 18 Nov 2025, between 16:00 and 17:00 KST",
        "2025년 11월 18일(화) 16:00~17:00 사이(KST)",
        "Sel, 18 Nov 2025, antara pukul 16.00 dan 17.00 KST",
    ];
    assert_eq!(words(|t| t.due(day, Seoul)), once, "the date is written once");
    let two_days = Due::By { earliest: at, latest: at.plus_seconds(24 * HOUR) };
    let twice = "between Tue 18 Nov 2025, 16:00 KST and Wed 19 Nov 2025, 16:00 KST";
    assert_eq!(words(|t| t.due(two_days, Seoul))[0], twice);
}

#[test]
fn each_channel_is_worded_in_each_language() {
    for channel in Channel::ALL {
        let expected = match channel {
            Channel::Portal => ["Portal", "신고 포털", "Portal"],
            Channel::Email => ["E-mail", "전자우편", "Surel"],
            Channel::Telephone => ["Telephone", "전화", "Telepon"],
            Channel::Letter => ["Letter", "서면(우편)", "Surat"],
        };
        assert_eq!(words(|t| t.channel(channel)), expected);
    }
}

fn counted(number: u64, quality: Quality) -> Count {
    Count { number, quality }
}

#[test]
fn each_quality_of_a_count_is_worded_in_each_language() {
    let library = Library::embedded().unwrap();
    let persons = library.vocabulary().fact(&FactKey::new("persons-affected"));
    for quality in [Quality::Exact, Quality::AtLeast, Quality::AtMost, Quality::Estimate] {
        let expected = match quality {
            Quality::Exact => ["5,000 persons", "5,000명", "5.000 orang"],
            Quality::AtLeast => ["at least 5,000 persons", "최소 5,000명", "sedikitnya 5.000 orang"],
            Quality::AtMost => ["at most 5,000 persons", "최대 5,000명", "paling banyak 5.000 orang"],
            Quality::Estimate => {
                ["about 5,000 persons (estimate)", "약 5,000명(추정)", "sekitar 5.000 orang (perkiraan)"]
            }
        };
        assert_eq!(words(|t| t.count(counted(5_000, quality), persons)), expected);
    }
}

#[test]
fn each_value_of_a_fact_is_worded_in_each_language() {
    let library = Library::embedded().unwrap();
    let split = [("ca", Quality::Exact), ("ny", Quality::Estimate)];
    for (key, value) in [
        ("intrusion", Value::YesNo(true)),
        ("intrusion", Value::YesNo(false)),
        ("persons-affected", Value::Count(counted(1, Quality::Exact))),
        ("persons-by-us-state", Value::CountBy(split.map(|(id, quality)| (id.to_owned(), counted(7, quality))).into())),
        ("org-member-state", Value::Choice("unheard-of".to_owned())),
        ("org-countries", Value::choices(["de", "kr"])),
        ("org-countries", Value::choices::<String>([])),
        ("org-br-revenue", Value::Money(Money::krw(30_000_000))),
        ("cause", Value::Text("as typed".to_owned())),
    ] {
        let expected = match &value {
            Value::YesNo(true) => ["Yes", "예", "Ya"],
            Value::YesNo(false) => ["No", "아니요", "Tidak"],
            Value::Count(_) => ["1 person", "1명", "1 orang"],
            Value::CountBy(_) => [
                "California: 7 persons, New York: about 7 persons (estimate)",
                "캘리포니아: 7명, 뉴욕: 약 7명(추정)",
                "California: 7 orang, New York: sekitar 7 orang (perkiraan)",
            ],
            Value::Choice(_) => ["unheard-of"; 3],
            Value::Choices(ids) if ids.is_empty() => ["None of them", "해당 없음", "Tidak satu pun"],
            Value::Choices(_) => ["Germany and South Korea", "독일 및 대한민국", "Jerman dan Korea Selatan"],
            Value::Money(_) => ["KRW 30,000,000", "30,000,000원", "KRW 30.000.000"],
            Value::Text(_) => ["as typed"; 3],
        };
        let fact = library.vocabulary().fact(&FactKey::new(key));
        assert_eq!(words(|t| t.value(&value, fact)), expected, "{value:?}");
    }
}

#[test]
fn each_kind_of_sanction_is_worded_in_each_language() {
    for kind in [
        Sanction::AdministrativeFine,
        Sanction::Surcharge,
        Sanction::EnforcementCharge,
        Sanction::Crime,
        Sanction::CivilPenalty,
        Sanction::Damages,
    ] {
        let expected = match kind {
            Sanction::AdministrativeFine => ["Administrative fine", "과태료", "Denda administratif"],
            Sanction::Surcharge => ["Surcharge", "과징금", "Denda berbasis omzet (gwajinggeum)"],
            Sanction::EnforcementCharge => ["Enforcement charge", "이행강제금", "Uang paksa"],
            Sanction::Crime => ["Criminal penalty", "벌칙(형사처벌)", "Sanksi pidana"],
            Sanction::CivilPenalty => ["Civil penalty", "민사 제재금", "Denda perdata"],
            Sanction::Damages => ["Damages", "손해배상", "Ganti rugi"],
        };
        assert_eq!(words(|t| t.sanction(kind, true)), expected);
    }
    let abroad = words(|t| t.sanction(Sanction::AdministrativeFine, false));
    assert!(!abroad[1].contains("과태료"), "the name of a Korean procedure on another country's act: {abroad:?}");
    {}
}

fn won(amount: i64) -> Option<AmountRange> {
    let sum = Some(Money::krw(amount));
    Some(AmountRange { how: How::Sum, low: sum, high: sum, parts: Vec::new() })
}

/// A sanction of up to twenty million won, threatened or not.
fn exposure(threatened: Truth, depends_on_performance: bool) -> Exposure {
    let day = chrono::NaiveDate::default();
    Exposure {
        kind: Sanction::Crime,
        title: Words::name("title"),
        most: won(20_000_000),
        amounts_not_read: false,
        least: None,
        floor_of_maximum: false,
        prison_months: None,
        days_late: None,
        next_step: None,
        practice: Vec::new(),
        threatened,
        depends_on_performance,
        rule: RuleRef { rulebook: "kr".into(), version: day, hash: "".into() },
        source: std::sync::Arc::new(Source {
            cite: Words::name("cite"),
            url: String::new(),
            quote: None,
            published: None,
            verified_on: day,
            confidence: Confidence::Verified,
        }),
        note: None,
    }
}

#[test]
fn each_threat_is_worded_in_each_language() {
    for (threatened, depends) in
        [(Truth::Yes, false), (Truth::No, false), (Truth::Unknown, false), (Truth::Unknown, true)]
    {
        let expected = match (threatened, depends) {
            (Truth::Yes, _) => ["May be imposed", "제재 대상에 해당할 수 있음", "Dapat dikenakan"],
            (Truth::No, _) => ["Only if it is missed", "위반하는 경우에만", "Hanya bila terlewat"],
            (Truth::Unknown, false) => ["May perhaps be imposed", "해당 여부 확인 중", "Mungkin dapat dikenakan"],
            (Truth::Unknown, true) => [
                "Depends on whether the duty was met",
                "의무를 이행하였는지에 따라 달라짐",
                "Bergantung pada apakah kewajiban dipenuhi",
            ],
        };
        assert_eq!(words(|t| t.threat(&exposure(threatened, depends))), expected);
    }
}

#[test]
fn what_a_breach_may_cost_is_worded_in_each_language() {
    let library = Library::embedded().unwrap();
    let fine = exposure(Truth::Yes, false);
    let prison = |months| Exposure { prison_months: Some(months), ..fine.clone() };
    let range = |months| Exposure { least: won(5_000_000), ..prison(months) };
    let floor = Exposure { floor_of_maximum: true, ..fine.clone() };
    let open = Exposure { most: None, ..fine.clone() };
    let unread = Exposure { amounts_not_read: true, ..open.clone() };
    let said = |exposure: &Exposure| words(|t| Penalty { t, library: &library }.threatened(exposure));
    assert_eq!(said(&unread), ["amounts not read", "금액 미확인", "besaran belum dibaca"]);
    assert_eq!(said(&fine), ["up to KRW 20,000,000", "상한 20,000,000원", "paling banyak KRW 20.000.000"]);
    assert_eq!(
        said(&prison(24)),
        [
            "imprisonment of up to 2 years, or a fine of up to KRW 20,000,000",
            "2년 이하의 징역 또는 벌금(상한 20,000,000원)",
            "penjara paling lama 2 tahun, atau pidana denda paling banyak KRW 20.000.000",
        ]
    );
    assert_eq!(
        said(&range(18)),
        [
            "imprisonment of up to 18 months, or a fine of KRW 5,000,000 to KRW 20,000,000",
            "18개월 이하의 징역 또는 벌금(5,000,000원 이상 20,000,000원 이하)",
            "penjara paling lama 18 bulan, atau pidana denda KRW 5.000.000 sampai KRW 20.000.000",
        ]
    );
    assert_eq!(
        said(&floor),
        [
            "a maximum of at least KRW 20,000,000",
            "법정 최고액의 하한 20,000,000원",
            "maksimum sedikitnya KRW 20.000.000"
        ]
    );
    assert_eq!(said(&open), ["No ceiling in the law", "법률상 상한 없음", "Tidak ada batas dalam undang-undang"]);
}
