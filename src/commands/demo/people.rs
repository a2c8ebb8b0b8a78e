//! Who acts in the demonstration, and for which organisation. Everybody and everything here is made up, with round
//! numbers; only the course of the incident follows a public record.

use crate::app::desk::fact_input::FactInput;
use crate::app::office::organisation::DescribeOrganisation;

/// The password of everybody in the demonstration.
pub const PASSWORD: &str = "quiet-lantern-river-47";

/// One person.
#[derive(Debug, Clone, Copy)]
pub struct Person {
    /// Name.
    pub name: &'static str,
    /// Address, to sign in with.
    pub email: &'static str,
    /// Role by name.
    pub role: &'static str,
    /// Language tag.
    pub lang: &'static str,
    /// Whether warnings go there.
    pub warned: bool,
}

/// One person for each role.
pub const PEOPLE: [Person; 4] = [
    Person {
        name: "김서연", email: "seoyeon.kim@hangang.example", role: "administrator", lang: "ko", warned: false
    },
    Person { name: "이준호", email: "junho.lee@hangang.example", role: "officer", lang: "ko", warned: true },
    Person {
        name: "박지민 (Park Ji-min)",
        email: "jimin.park@hangang.example",
        role: "approver",
        lang: "en",
        warned: true,
    },
    Person {
        name: "최은우 (Choi Eun-woo)",
        email: "eunwoo.choi@hangang.example",
        role: "reader",
        lang: "id",
        warned: false,
    },
];

const LINES: [(&str, &str); 21] = [
    ("name", "한강마트(시연) · Hangang Mart (demonstration)"),
    ("registration", "000-00-00000"),
    ("address", "서울특별시 (가상의 주소)"),
    ("sector", "전자상거래 소매업"),
    ("size", "대기업"),
    ("reporter-name", "이준호"),
    ("reporter-department", "정보보호팀"),
    ("reporter-position", "팀장"),
    ("reporter-phone", "02-000-0001"),
    ("reporter-email", "junho.lee@hangang.example"),
    ("ciso-name", "정하늘"),
    ("ciso-position", "정보보호 최고책임자(CISO)"),
    ("ciso-phone", "02-000-0002"),
    ("ciso-email", "ciso@hangang.example"),
    ("cpo-name", "한별"),
    ("cpo-position", "개인정보 보호책임자(CPO)"),
    ("cpo-phone", "02-000-0003"),
    ("cpo-email", "cpo@hangang.example"),
    ("desk-name", "고객보호센터"),
    ("desk-phone", "02-000-0004"),
    ("desk-email", "privacy@hangang.example"),
];

/// The organisation's profile.
pub(super) fn organisation() -> DescribeOrganisation {
    let text = |(name, value): (&str, &str)| (name.to_owned(), value.to_owned());
    let yes = |key: &str| (key.to_owned(), FactInput::one("yes"));
    let turnover = [("2022", "800,000,000,000"), ("2023", "900,000,000,000"), ("2024", "1,000,000,000,000")];
    let recent = [("2025", "1,100,000,000,000")];
    DescribeOrganisation {
        lines: LINES.into_iter().map(text).collect(),
        zone: "Asia/Seoul".to_owned(),
        turnover: turnover.into_iter().chain(recent).map(text).collect(),
        currency: "KRW".to_owned(),
        facts: [yes("org-information-service-provider"), yes("org-data-controller")].into(),
    }
}
