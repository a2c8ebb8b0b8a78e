//! The first incident report, in three languages.

use crate::documents::paper::{Block, Field, Layout, Note, NoteKind, Paper, Section, Table, TimelineItem};
use crate::law::base::moment::Moment;
use crate::law::base::words::Lang;

/// Picks the words of one language.
struct In(Lang);

impl In {
    fn say(&self, en: &str, ko: &str, id: &str) -> String {
        match self.0 {
            Lang::En => en.into(),
            Lang::Ko => ko.into(),
            Lang::Id => id.into(),
        }
    }
}

/// The report for the regulator.
pub fn report(lang: Lang) -> Paper {
    let l = In(lang);
    Paper {
        layout: Layout::Report,
        lang,
        second: None,
        title: l.say("First incident report", "침해사고 최초 보고서", "Laporan awal insiden"),
        subtitle: Some(l.say(
            "Unauthorised access to customer accounts",
            "고객 계정에 대한 비인가 접근",
            "Akses tanpa izin ke akun pelanggan",
        )),
        banner: None,
        reference: "2025-0001-R1".into(),
        issued_at: l.say(
            "20 November 2025 09:00 KST (UTC+9)",
            "2025년 11월 20일 09:00 KST (UTC+9)",
            "20 November 2025 pukul 09.00 KST (UTC+9)",
        ),
        issued: Moment::from_rfc3339("2025-11-20T09:00:00+09:00").unwrap(),
        organisation: l.say("Hangang Mart Corp.", "한강마트 주식회사", "Hangang Mart Corp."),
        receipt: Vec::new(),
        sections: vec![facts(&l), clocks(&l), filings(&l), timeline(&l), notes(&l)],
        closing: None,
        footer: l.say(
            "Facts as known on 20 November 2025 09:00 KST",
            "2025년 11월 20일 09:00 KST 현재 확인된 사실",
            "Fakta yang diketahui per 20 November 2025 pukul 09.00 KST",
        ),
        fingerprint: Some("2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae".into()),
    }
}

fn fact(label: String, value: &str) -> Field {
    Field { label, value: value.into(), ..Field::default() }
}

fn facts(l: &In) -> Section {
    let cause = l.say(
        "A signed access token was abused. The path by which the signing key left the company is being examined.",
        "서명된 접속 토큰이 악용되었습니다. 서명 키가 유출된 경로는 조사 중입니다.",
        "Token akses bertanda tangan disalahgunakan. Jalur keluarnya kunci penanda tangan masih diperiksa.",
    );
    Section {
        heading: l.say("Key facts", "주요 사실", "Fakta utama"),
        second_heading: None,
        blocks: vec![Block::Fields(vec![
            fact(l.say("Occurred", "발생 일시", "Terjadi"), "2025-11-06 18:38 KST"),
            fact(l.say("Aware (established)", "인지 시점(확정)", "Diketahui (ditetapkan)"), "2025-11-17 16:00 KST"),
            fact(l.say("Aware (declared)", "인지 시점(신고)", "Diketahui (dinyatakan)"), "2025-11-18 22:52 KST"),
            fact(l.say("Accounts", "계정 수", "Akun"), "4,536"),
            Field { missing: true, ..fact(l.say("Records", "레코드 수", "Rekaman"), "") },
            Field { wide: true, ..fact(l.say("Presumed cause", "사고 원인(추정)", "Dugaan penyebab"), &cause) },
        ])],
    }
}

fn clocks(l: &In) -> Section {
    let late = l.say("29 h 35 min late", "29시간 35분 지연", "terlambat 29 jam 35 menit");
    let row = |cells: [String; 6]| cells.to_vec();
    Section { heading: l.say("Clocks", "신고·통지 기한", "Tenggat"), second_heading: None, blocks: vec![
        Block::Note(Note { kind: NoteKind::Warning, text: l.say(
            "The report to the ministry was handed in 53 h 35 min after the established moment of awareness, 29 h 35 min late. Under the declared moment it was in time by 1 h 17 min.",
            "침해사고 신고는 확정된 인지 시점부터 53시간 35분이 지난 때 접수되어 29시간 35분 지연되었습니다. 회사가 신고한 인지 시점을 기준으로 하면 기한을 1시간 17분 남기고 접수된 것입니다.",
            "Laporan kepada kementerian diserahkan 53 jam 35 menit setelah saat diketahui yang ditetapkan, terlambat 29 jam 35 menit. Menurut saat yang dinyatakan, laporan tepat waktu dengan sisa 1 jam 17 menit.",
        ) }),
        Block::Table(Table {
            caption: l.say("Duties that follow from the facts", "사실관계에 따라 발생하는 의무", "Kewajiban yang timbul dari fakta"),
            head: vec![l.say("Duty", "의무", "Kewajiban"), l.say("Article", "근거 조문", "Pasal"), l.say("Start", "기산점", "Mulai"), l.say("Due", "기한", "Tenggat"), l.say("Filed", "신고 일시", "Diserahkan"), l.say("Standing", "상태", "Status")],
            rows: vec![
                row([l.say("Incident report to MSIT or KISA", "과학기술정보통신부·한국인터넷진흥원 침해사고 신고", "Laporan insiden kepada MSIT atau KISA"), l.say("Network Act Art. 48-3(1)", "정보통신망법 제48조의3 제1항", "UU Jaringan Ps. 48-3(1)"), "2025-11-17 16:00".into(), "2025-11-18 16:00".into(), "2025-11-19 21:35".into(), late]),
                row([l.say("Leak report to PIPC or KISA", "개인정보보호위원회 유출등 신고", "Laporan kebocoran kepada PIPC atau KISA"), l.say("PIPA Art. 34(3)", "개인정보 보호법 제34조 제3항", "PIPA Ps. 34(3)"), "2025-11-17 16:00".into(), "2025-11-20 16:00".into(), "–".into(), l.say("7 h 0 min left", "7시간 0분 남음", "sisa 7 jam 0 menit")]),
                row([l.say("Notice to data subjects", "정보주체에 대한 통지", "Pemberitahuan kepada subjek data"), l.say("PIPA Art. 34(1)", "개인정보 보호법 제34조 제1항", "PIPA Ps. 34(1)"), "2025-11-17 16:00".into(), "2025-11-20 16:00".into(), "–".into(), l.say("7 h 0 min left", "7시간 0분 남음", "sisa 7 jam 0 menit")]),
                row([l.say("Preservation of records", "자료보전 명령 이행", "Penyimpanan catatan"), l.say("Network Act Art. 48-4(5)", "정보통신망법 제48조의4 제5항", "UU Jaringan Ps. 48-4(5)"), "2025-11-19 22:34".into(), l.say("until lifted", "해제 시까지", "sampai dicabut"), "–".into(), l.say("running", "이행 중", "berjalan")]),
            ],
            widths: vec![20, 17, 16, 16, 16, 15],
        }),
        Block::Paragraph(l.say("All times are Korean time (KST, UTC+9).", "모든 시각은 한국 표준시(KST, UTC+9)입니다.", "Semua waktu adalah waktu Korea (KST, UTC+9).")),
    ] }
}

fn filings(l: &In) -> Section {
    Section {
        heading: l.say("Filings", "제출 내역", "Penyerahan"),
        second_heading: None,
        blocks: vec![Block::Table(Table {
            caption: String::new(),
            head: vec![
                l.say("Form", "서식", "Formulir"),
                l.say("Handed in", "제출 일시", "Diserahkan"),
                l.say("Channel", "제출 방법", "Saluran"),
                l.say("Receipt no.", "접수번호", "No. tanda terima"),
            ],
            rows: vec![vec![
                l.say("Incident report", "침해사고 신고서", "Laporan insiden"),
                "2025-11-19 21:35 KST".into(),
                l.say("portal", "온라인 신고", "portal"),
                l.say("not recorded", "기록 없음", "tidak dicatat"),
            ]],
            widths: Vec::new(),
        })],
    }
}

fn timeline(l: &In) -> Section {
    let item = |at: &str, text: String, detail: Option<String>| TimelineItem { at: at.into(), text, detail };
    Section { heading: l.say("What happened", "사건 경과", "Kronologi"), second_heading: None, blocks: vec![Block::Timeline(vec![
        item("2025-11-06 18:38 KST", l.say("First unauthorised access stated in the report.", "신고서에 기재된 최초의 비인가 접근이 있었습니다.", "Akses tanpa izin pertama yang disebut dalam laporan."), None),
        item("2025-11-16 22:12 KST", l.say("A customer writes that personal data is exposed.", "고객이 개인정보가 노출되었다고 전자우편으로 알렸습니다.", "Seorang pelanggan menulis bahwa data pribadi terpapar."), Some(l.say("Received by customer service", "고객센터 접수", "Diterima layanan pelanggan"))),
        item("2025-11-17 16:00 KST", l.say("The chief information security officer is told. The regulator later takes this as the moment of awareness.", "정보보호 최고책임자에게 보고되었습니다. 이후 규제기관은 이 시점을 인지 시점으로 보았습니다.", "Kepala keamanan informasi diberi tahu. Regulator kemudian menetapkan saat ini sebagai saat diketahui."), Some(l.say("Source: joint investigation", "출처: 민관합동조사단", "Sumber: penyelidikan bersama"))),
        item("2025-11-18 22:52 KST", l.say("Awareness as declared by the company; 4,536 accounts.", "회사가 신고한 인지 시점. 4,536개 계정.", "Saat diketahui menurut perusahaan; 4.536 akun."), None),
        item("2025-11-19 21:35 KST", l.say("Report handed in to KISA.", "한국인터넷진흥원에 신고하였습니다.", "Laporan diserahkan kepada KISA."), None),
        item("2025-11-19 22:34 KST", l.say("Order to preserve the logs received.", "자료보전 명령을 받았습니다.", "Perintah menyimpan log diterima."), Some(l.say("59 min after the report", "신고 후 59분", "59 menit setelah laporan"))),
    ])] }
}

fn notes(l: &In) -> Section {
    Section { heading: l.say("Remarks", "비고", "Catatan"), second_heading: None, blocks: vec![
        Block::Paragraph(l.say(
            "The number of accounts is a statement of 18 November 2025 22:52 KST and may rise. Views of pages are counted apart from persons.",
            "계정 수는 2025년 11월 18일 22:52 KST 현재의 진술이며 늘어날 수 있습니다. 화면 조회 수와 사람 수는 따로 집계합니다.",
            "Jumlah akun adalah pernyataan per 18 November 2025 pukul 22.52 KST dan dapat bertambah. Tampilan halaman dihitung terpisah dari orang.",
        )),
    ] }
}
