//! The two Korean forms.

use super::{based, field, ticks, unknown, wide};
use crate::documents::paper::{Block, Closing, Layout, Note, NoteKind, Paper, Section};
use crate::law::base::moment::Moment;
use crate::law::base::words::Lang;

fn section(heading: &str, second: &str, blocks: Vec<Block>) -> Section {
    Section { heading: heading.into(), second_heading: Some(second.into()), blocks }
}

/// The incident report to the ministry or its agency.
pub fn kisa() -> Paper {
    Paper {
        layout: Layout::Form,
        lang: Lang::Ko,
        second: Some(Lang::En),
        title: "침해사고 신고서".into(),
        subtitle: Some("Report of an intrusion incident".into()),
        banner: None,
        reference: "2025-0001-F1".into(),
        issued_at: "2025-11-19 21:35 KST (UTC+9)".into(),
        issued: Moment::from_rfc3339("2025-11-19T21:35:00+09:00").unwrap(),
        organisation: "한강마트 주식회사".into(),
        receipt: vec![field("접수번호", "Receipt no.", ""), field("접수일시", "Received at", "")],
        sections: vec![reporter(), incident(), damage(), response()],
        closing: Some(Closing {
            statement: "「정보통신망 이용촉진 및 정보보호 등에 관한 법률」 제48조의3 제1항 및 같은 법 시행령 제58조의2 제1항에 따라 위와 같이 침해사고의 발생을 신고합니다.".into(),
            second_statement: Some("The incident above is reported under Article 48-3(1) of the Network Act and Article 58-2(1) of its Enforcement Decree.".into()),
            date: "2025년 11월 19일".into(),
            signer: "한강마트 주식회사   정보보호 최고책임자 홍길동".into(),
            addressee: "과학기술정보통신부장관 · 한국인터넷진흥원장".into(),
        }),
        footer: "침해사고 신고서 · 사건 2025-0001 · 1차 신고".into(),
        fingerprint: Some("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".into()),
    }
}

fn reporter() -> Section {
    section(
        "1. 신고 기업(기관) 및 신고인",
        "Reporting organisation and person",
        vec![Block::Fields(vec![
            field("기업(기관)명", "Organisation", "한강마트 주식회사"),
            unknown(field("사업자등록번호", "Business registration no.", "")),
            wide("소재지", "Address", "서울특별시 (가상의 주소)"),
            field("업종", "Sector", "전자상거래(정보통신서비스 제공자)"),
            field("기업규모", "Size", "대기업"),
            field("신고인 성명·직위", "Reporter, position", "홍길동 · 정보보호팀장"),
            field("전화·전자우편", "Telephone, e-mail", "02-0000-0000\nsecurity@example.co.kr"),
        ])],
    )
}

fn incident() -> Section {
    section(
        "2. 침해사고의 내용",
        "The incident",
        vec![Block::Fields(vec![
            based(
                "시행령 제58조의2 제1항 제1호",
                field("침해사고 발생 일시", "Occurred at", "2025-11-06 18:38 KST (UTC+9)"),
            ),
            field("침해사고 인지 시점", "Became aware at", "2025-11-17 16:00 KST (UTC+9)"),
            unknown(field("내부 결정권자 보고 시점", "Decision-maker briefed at", "")),
            unknown(field("기술지원 요청 여부", "Technical support requested", "")),
            ticks(
                wide("사고 유형", "Kind of incident", ""),
                &[
                    ("해킹", true),
                    ("악성코드·랜섬웨어", false),
                    ("서비스 거부 공격(DDoS)", false),
                    ("정보유출", true),
                    ("홈페이지 변조", false),
                    ("기타", false),
                ],
            ),
            based(
                "시행령 제58조의2 제1항 제1호",
                wide(
                    "사고 원인(추정)",
                    "Presumed cause",
                    "서명된 접속 토큰이 악용되어 고객 계정 정보에 대한 비인가 조회가 이루어진 것으로 추정됩니다. 토큰 서명에 쓰인 키의 유출 경로는 조사 중입니다.",
                ),
            ),
            unknown(wide(
                "피해 시스템(용도, 운영체제, IP·도메인)",
                "Affected systems",
                "고객 계정 조회 서비스. 운영체제와 IP는 확인 중입니다.",
            )),
        ])],
    )
}

fn damage() -> Section {
    section(
        "3. 피해내용 및 규모",
        "Damage and scale",
        vec![
            Block::Fields(vec![
                based(
                    "시행령 제58조의2 제1항 제1호",
                    wide(
                        "피해내용·규모",
                        "Damage, scale",
                        "고객 계정 4,536개의 정보(성명, 전자우편 주소, 배송지 주소록, 최근 주문 내역)가 조회되었습니다.",
                    ),
                ),
                ticks(
                    field("개인정보 유출 여부", "Personal data leaked", ""),
                    &[("예", true), ("아니요", false), ("확인 중", false)],
                ),
                ticks(field("타 기관 신고 여부", "Reported elsewhere", ""), &[("예", false), ("아니요", true)]),
            ]),
            Block::Table(crate::documents::paper::Table {
                caption: "규모에 관한 진술의 변경 이력".into(),
                head: ["시점", "수량", "단위", "출처"].map(Into::into).to_vec(),
                rows: vec![
                    ["2025-11-18 22:52 KST", "4,536", "계정", "내부 조사"].map(Into::into).to_vec(),
                    ["2025-11-29", "약 3,370만", "계정", "회사 공표"].map(Into::into).to_vec(),
                ],
                widths: vec![3, 2, 2, 3],
            }),
        ],
    )
}

fn response() -> Section {
    section(
        "4. 대응 현황",
        "Response",
        vec![
            Block::Fields(vec![
                based(
                    "시행령 제58조의2 제1항 제2호",
                    wide(
                        "조치사항 등 대응 현황",
                        "Measures and status",
                        "1. 악용된 토큰 폐기 및 서명 키 교체\n2. 비인가 접근 경로 차단, 내부 모니터링 강화\n3. 외부 전문기관과 원인 조사 착수",
                    ),
                ),
                based("시행령 제58조의2 제1항 제3호", field("대응 담당 부서", "Department in charge", "정보보호팀")),
                based("시행령 제58조의2 제1항 제3호", field("연락처", "Contact", "02-0000-0000")),
            ]),
            Block::Note(Note {
                kind: NoteKind::Notice,
                text:
                    "신고 후 추가로 확인되는 사실은 확인한 때부터 24시간 이내에 보완신고합니다(시행령 제58조의2 제2항)."
                        .into(),
            }),
        ],
    )
}

/// The leak report to the data protection commission.
pub fn pipc() -> Paper {
    Paper {
        title: "개인정보 유출등 신고서".into(),
        subtitle: Some("Report of a leak of personal data".into()),
        reference: "2025-0001-F2".into(),
        issued_at: "2025-11-20 14:00 KST (UTC+9)".into(),
        issued: Moment::from_rfc3339("2025-11-20T14:00:00+09:00").unwrap(),
        sections: vec![section(
            "신고 내용",
            "Contents",
            vec![Block::Fields(vec![
                wide("기관명", "Organisation", "한강마트 주식회사"),
                ticks(
                    wide(
                        "정보주체에의 통지 여부",
                        "Data subjects notified",
                        "2025-11-20, 문자메시지와 전자우편, 4,536명",
                    ),
                    &[("통지함", true), ("통지하지 아니함", false)],
                ),
                based(
                    "법 제34조 제1항 제1호",
                    wide(
                        "유출등이 된 개인정보의 항목 및 규모",
                        "Items and scale",
                        "성명, 전자우편 주소, 배송지 주소록(성명, 전화번호, 주소), 최근 주문 내역\n4,536명(2025-11-18 22:52 KST 현재)",
                    ),
                ),
                based(
                    "법 제34조 제1항 제2호",
                    wide(
                        "유출등이 된 시점과 그 경위",
                        "Time and circumstances",
                        "2025-11-06 18:38 KST에 서명된 접속 토큰을 악용한 비인가 조회가 있었습니다. 2025-11-16 22:12 고객의 전자우편 제보로 조사를 시작하여 2025-11-17 16:00 정보보호 최고책임자에게 보고되었습니다.",
                    ),
                ),
                wide(
                    "유출등 피해 최소화 대책·조치 및 결과",
                    "Measures to minimise damage, results",
                    "토큰 폐기, 서명 키 교체, 비인가 접근 차단을 마쳤습니다.",
                ),
                wide(
                    "정보주체가 할 수 있는 피해 최소화 방법 및 구제절차",
                    "What data subjects can do; remedies",
                    "회사를 사칭하는 전화와 문자메시지에 주의하여 주시기 바랍니다. 손해배상(제39조), 법정손해배상(제39조의2), 분쟁조정(제43조)을 신청할 수 있습니다.",
                ),
                field("개인정보 보호책임자", "Data protection officer", "김영희 · 개인정보보호실장\n02-0000-0001"),
                unknown(field("개인정보취급자", "Handler", "")),
                wide("유출등 신고 접수기관", "Receiving agency", "개인정보보호위원회"),
            ])],
        )],
        closing: Some(Closing {
            statement: "「개인정보 보호법」 제34조 제3항에 따라 위와 같이 개인정보 유출등을 신고합니다.".into(),
            second_statement: Some(
                "The leak above is reported under Article 34(3) of the Personal Information Protection Act.".into(),
            ),
            date: "2025년 11월 20일".into(),
            signer: "한강마트 주식회사   개인정보 보호책임자 김영희".into(),
            addressee: "개인정보보호위원회 위원장".into(),
        }),
        banner: Some("훈련 · DRILL".into()),
        footer: "개인정보 유출등 신고서 · 사건 2025-0001".into(),
        ..kisa()
    }
}
