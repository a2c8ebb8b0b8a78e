//! Facts about talking to a mail server, proven against one that answers by script.

use super::connect;
use crate::law::base::moment::Moment;
use crate::law::base::words::Lang;
use crate::mail::*;
use chrono_tz::Tz;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::thread::JoinHandle;

/// A server on a free port that greets, agrees to everything but `refuse`, answers that with `answer`, and gives back
/// what was said to it.
fn server(refuse: &'static str, answer: &'static str) -> (u16, JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let said = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut said = String::new();
        stream.write_all(b"220 ready\r\n").unwrap();
        let mut reader = BufReader::new(stream.try_clone().unwrap());
        let mut data = false;
        let mut line = String::new();
        while reader.read_line(&mut line).is_ok_and(|read| read > 0) {
            said.push_str(&line);
            let reply = match line.trim_end() {
                "." => Some("250 taken"),
                _ if data => None,
                said if !refuse.is_empty() && said.starts_with(refuse) => Some(answer),
                "DATA" => Some("354 go on"),
                "QUIT" => Some("221 bye"),
                _ => Some("250 fine"),
            };
            data = reply == Some("354 go on") || (data && reply.is_none());
            if let Some(reply) = reply {
                stream.write_all(format!("{reply}\r\n").as_bytes()).unwrap();
            }
            if line.starts_with("QUIT") || reply == Some("250 taken") {
                break;
            }
            line.clear();
        }
        said
    });
    (port, said)
}

fn settings(port: u16, security: Security) -> SmtpSettings {
    SmtpSettings {
        host: "127.0.0.1".to_owned(),
        port,
        security,
        username: None,
        password: None,
        from: Sender::parse("duty@example.kr").unwrap(),
        helo: Some("duty.example.kr".to_owned()),
        root_certificate: None,
    }
}

fn mail() -> Mail {
    let head = Head {
        to: Address::parse("officer@example.kr").unwrap(),
        lang: Lang::Ko,
        zone: Tz::Asia__Seoul,
        at: Moment::from_rfc3339("2025-11-18T13:00:00+09:00").unwrap(),
        key: "test".to_owned(),
        thread: "test".to_owned(),
        organisation: "한빛".to_owned(),
        drill: false,
        link: "https://duty.example.kr/".to_owned(),
    };
    TestMail { head, by: "김민수".to_owned(), server: "127.0.0.1".to_owned() }.render().unwrap()
}

async fn failure(refuse: &'static str, answer: &'static str) -> SendError {
    let (port, _said) = server(refuse, answer);
    Transport::smtp(&settings(port, Security::None)).unwrap().send(&mail()).await.unwrap_err()
}

#[tokio::test]
async fn a_server_gets_the_message_with_our_id() {
    let (port, said) = server("", "");
    let mail = mail();
    Transport::smtp(&settings(port, Security::None)).unwrap().send(&mail).await.unwrap();
    let said = said.join().unwrap();
    assert!(said.contains("EHLO duty.example.kr\r\n") && said.contains("RCPT TO:<officer@example.kr>"), "{said}");
    assert!(said.contains(&format!("Message-ID: <{}@example.kr>", mail.message_id)), "{said}");
}

#[tokio::test]
async fn only_a_clear_never_is_permanent() {
    let never = failure("RCPT", "550 no such mailbox").await;
    assert!(never.permanent && never.text.contains("no such mailbox"), "{never:?}");
    let later = failure("RCPT", "451 try again later").await;
    assert!(!later.permanent && later.text.contains("try again later"), "{later:?}");
    let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let refused = Transport::smtp(&settings(closed, Security::None)).unwrap().send(&mail()).await.unwrap_err();
    assert!(!refused.permanent, "{refused:?}");
}

#[tokio::test]
async fn a_server_without_encryption_gets_nothing_when_encryption_was_asked_for() {
    let (port, said) = server("", "");
    let transport = Transport::smtp(&settings(port, Security::Starttls)).unwrap();
    let error = transport.send(&mail()).await.unwrap_err();
    drop(transport);
    let said = said.join().unwrap();
    assert!(!said.contains("MAIL FROM") && !error.permanent, "{said} {error:?}");
}

#[test]
fn settings_that_cannot_work_are_refused_before_anything_is_sent() {
    let with = |change: &dyn Fn(&mut SmtpSettings)| {
        let mut settings = settings(25, Security::None);
        settings.host = "mail.example.kr".to_owned();
        change(&mut settings);
        connect(&settings).err()
    };
    let name = |settings: &mut SmtpSettings| settings.username = Some("duty".to_owned());
    assert!(with(&|_| ()).is_none());
    assert!(matches!(with(&name), Some(SettingsError::HalfSignIn)));
    let both = |settings: &mut SmtpSettings| {
        name(settings);
        settings.password = Some("secret".into());
    };
    assert!(matches!(with(&both), Some(SettingsError::OpenPassword)));
    let file = with(&|settings| settings.root_certificate = Some("/does/not/exist.pem".into()));
    assert!(matches!(file, Some(SettingsError::CertificateFile { .. })));
    let shown = format!("{:?}", {
        let mut settings = settings(25, Security::Tls);
        both(&mut settings);
        settings
    });
    assert!(!shown.contains("secret"), "{shown}");
}

#[test]
fn a_transport_may_outlive_the_runtime_that_used_it() {
    let (port, said) = server("", "");
    let transport = Transport::smtp(&settings(port, Security::None)).unwrap();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(transport.send(&mail())).unwrap();
    said.join().unwrap();
    drop(runtime);
    drop(transport);
}
