//! What strangers send instead of forms: packed, with fields by the thousand, a byte now and then. Each is refused at
//! once, in few bytes, and nothing of it comes back.

use std::time::{Duration, Instant};

use dutyclock::app::desk::actor::Role;
use dutyclock::web::http::body::{LARGEST_FORM, LARGEST_PUBLIC_FORM, MOST_FIELDS};
use reqwest::StatusCode;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::support::app::TestApp;

/// Addresses that take forms: from anybody, and from people only.
const TAKING: [&str; 5] = ["/set-up/x", "/invitation/x", "/sign-in", "/language", "/incidents/new"];
/// More than any refusal of ours has.
const FEW: usize = 20_000;
const PLAIN: (&str, &str) = ("accept", "text/html");

fn fields(count: usize) -> Vec<u8> {
    vec!["a=b"; count].join("&").into_bytes()
}

#[tokio::test]
async fn nothing_is_unpacked() {
    let app = TestApp::start().await;
    let (stranger, officer) = (app.visitor(), app.sign_in(Role::Officer).await);
    for path in TAKING {
        for how in ["gzip", "br", "deflate", "Identity, gzip"] {
            let answer = stranger.send_body(path, ("content-encoding", how), vec![31, 139, 8, 0]).await;
            assert_eq!(answer.status, StatusCode::UNSUPPORTED_MEDIA_TYPE, "{path} {how}");
            assert!(answer.page().has("h1"), "{path}: a page, not a bare line");
        }
    }
    let answer = officer.send_body("/incidents/new", ("content-encoding", "gzip"), fields(1)).await;
    assert_eq!(answer.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    let plain = stranger.send_body("/sign-in", ("content-encoding", "identity"), fields(1)).await;
    assert_eq!(plain.status, StatusCode::FORBIDDEN, "what is not packed is read");
}

#[tokio::test]
async fn more_fields_than_any_form_has_are_refused_in_few_bytes() {
    let app = TestApp::start().await;
    let (stranger, officer) = (app.visitor(), app.sign_in(Role::Officer).await);
    for count in [MOST_FIELDS + 1, 16_000, 128_000] {
        for path in TAKING.into_iter().filter(|path| *path != "/incidents/new") {
            let answer = stranger.send_body(path, PLAIN, fields(count)).await;
            assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE, "{path} {count}");
            assert!(answer.bytes.len() < FEW, "{path}: {} bytes", answer.bytes.len());
        }
        let answer = officer.send_body("/incidents/new", PLAIN, fields(count)).await;
        assert_eq!((answer.status, answer.bytes.len() < FEW), (StatusCode::PAYLOAD_TOO_LARGE, true), "{count}");
    }
    let most = officer.send_body("/incidents/new", PLAIN, fields(MOST_FIELDS)).await;
    assert_eq!(most.status, StatusCode::FORBIDDEN, "so many are read, and the token is missing");
}

#[tokio::test]
async fn a_stranger_s_form_never_comes_back_however_it_claims_to_be_ours() {
    let app = TestApp::start().await;
    let stranger = app.visitor();
    let loud = |name: &str| (name.to_owned(), "sent-by-a-stranger".to_owned());
    let of = |names: &[&str]| names.iter().map(|name| loud(name)).collect::<Vec<_>>();
    let path = ("kept-path".to_owned(), "/incidents/new".to_owned());
    let csrf = stranger.form("/sign-in", "/sign-in").await.value("csrf").unwrap().to_owned();
    let sealed = [of(&["kept.title", "kept-seal"]), vec![path.clone(), ("csrf".to_owned(), csrf)]].concat();
    let sent = [("/incidents/new", of(&["title", "csrf"])), ("/set-up/x", of(&["title"])), ("/sign-in", sealed)];
    for (action, pairs) in sent {
        let answer = stranger.send_raw(action, &pairs).await;
        let shown = !answer.status.is_redirection() && answer.text().contains("sent-by-a-stranger");
        assert!(!shown, "{action}: {}", answer.text());
    }
    for cookie in ["dutyclock_session=sent-by-a-stranger", "dutyclock_session="] {
        let body = b"csrf=sent-by-a-stranger&title=sent-by-a-stranger".to_vec();
        let answer = stranger.send_body("/incidents/new", ("cookie", cookie), body).await;
        assert_eq!(answer.location(), "/sign-in?back=%2Fincidents%2Fnew", "{cookie}");
    }
}

#[tokio::test]
async fn whoever_never_signed_in_is_answered_without_being_read() {
    let app = TestApp::start().await;
    let large = vec![b'a'; LARGEST_FORM - 1];
    let answer = app.visitor().send_body("/incidents/new", PLAIN, large).await;
    assert_eq!(answer.location(), "/sign-in?back=%2Fincidents%2Fnew");
    let public = app.visitor().send_body("/set-up/x", PLAIN, vec![b'a'; LARGEST_PUBLIC_FORM + 1]).await;
    assert_eq!(public.status, StatusCode::PAYLOAD_TOO_LARGE);
}

/// Announces a form and sends a byte of it now and then; answers what came back, and after how long.
async fn trickle(app: &TestApp, path: &str) -> (String, Duration) {
    let began = Instant::now();
    let mut stream = TcpStream::connect(app.address()).await.unwrap();
    let head = format!("POST {path} HTTP/1.1\r\nhost: x\r\ncontent-length: 60000\r\n\r\n");
    stream.write_all(head.as_bytes()).await.unwrap();
    let (mut reading, mut writing) = stream.into_split();
    let sending = tokio::spawn(async move {
        while writing.write_all(b"a").await.is_ok() {
            tokio::time::sleep(Duration::from_millis(500)).await;
        }
    });
    let mut told = Vec::new();
    // Whether the line ends in good order or is cut, it ends.
    let _ = tokio::time::timeout(Duration::from_secs(60), reading.read_to_end(&mut told)).await.expect("an end");
    sending.abort();
    (String::from_utf8_lossy(&told).into_owned(), began.elapsed())
}

#[tokio::test]
async fn a_body_that_trickles_is_given_up_and_its_line_closed() {
    let app = TestApp::start().await;
    for path in ["/set-up/x", "/sign-in"] {
        let (told, after) = trickle(&app, path).await;
        assert!(told.starts_with("HTTP/1.1 408"), "{path}: {}", told.lines().next().unwrap_or_default());
        assert!(after < Duration::from_secs(20), "{path}: {after:?}");
    }
    assert_eq!(app.visitor().get("/health").await.status, StatusCode::OK);
}
