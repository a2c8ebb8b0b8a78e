//! A mail as it arrived, whoever took it in: the scripted server, Postfix, or a file. Read by a parser that is not the
//! one that wrote it.

use mailparse::{MailHeaderMap, ParsedMail};

/// One delivered mail.
#[derive(Clone, Debug)]
pub struct Letter {
    /// Every byte, headers first.
    pub raw: Vec<u8>,
}

impl Letter {
    /// Takes the bytes of a mail.
    pub fn new(raw: Vec<u8>) -> Self {
        Self { raw }
    }

    /// A header's decoded value; empty when there is none.
    pub fn header(&self, name: &str) -> String {
        self.parsed().headers.get_first_value(name).unwrap_or_default()
    }

    /// The decoded `Subject`.
    pub fn subject(&self) -> String {
        self.header("Subject")
    }

    /// The decoded body of the first part of this kind, such as `text/plain`, `text/html` or `text/calendar`.
    pub fn part(&self, kind: &str) -> Option<String> {
        self.parsed()
            .parts()
            .find(|part| part.ctype.mimetype == kind)
            .map(|part| part.get_body().expect("a decodable body"))
    }

    /// The decoded `text/plain` part.
    pub fn text(&self) -> String {
        self.part("text/plain").unwrap_or_else(|| panic!("no text part in {}", self.subject()))
    }

    fn parsed(&self) -> ParsedMail<'_> {
        mailparse::parse_mail(&self.raw).expect("a well-formed mail")
    }
}

#[test]
fn a_letter_gives_its_parts_decoded() {
    let raw = "Subject: =?utf-8?B?7J6s?=\r\nContent-Type: multipart/alternative; boundary=x\r\n\r\n\
        --x\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n7Iug6rOg\r\n\
        --x\r\nContent-Type: text/html\r\n\r\n<p>due</p>\r\n--x--\r\n";
    let letter = Letter::new(raw.as_bytes().to_vec());
    assert_eq!(letter.subject(), "재");
    assert_eq!(letter.text(), "신고");
    assert_eq!(letter.part("text/html").unwrap().trim(), "<p>due</p>");
    assert_eq!(letter.part("text/calendar"), None);
}
