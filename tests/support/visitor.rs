//! A person with a browser that has cookies and no JavaScript, over real HTTP. Redirects are shown, not followed, so
//! that a test sees where each answer leads.

use std::net::SocketAddr;

use reqwest::header::{HeaderMap, LOCATION};
use reqwest::{Client, StatusCode, redirect};

use super::html::{Form, Page};

/// One person's browser; cookies are theirs alone.
pub struct Visitor {
    base: String,
    client: Client,
}

/// What the program answered.
#[derive(Debug)]
pub struct Answer {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body, byte for byte.
    pub bytes: Vec<u8>,
}

impl Visitor {
    /// A new person, not signed in, at a program that listens here.
    pub fn at(address: SocketAddr) -> Self {
        Self::speaking(address, "en")
    }

    /// The same with a language, as the browser's `Accept-Language` states it.
    pub fn speaking(address: SocketAddr, language: &str) -> Self {
        let mut headers = HeaderMap::new();
        headers.insert("accept-language", language.parse().expect("a language"));
        let client = Client::builder().cookie_store(true).default_headers(headers).no_proxy();
        let client = client.redirect(redirect::Policy::none()).build().expect("an HTTP client");
        Self { base: format!("http://{address}"), client }
    }

    /// Opens a page.
    pub async fn get(&self, path: &str) -> Answer {
        Answer::read(self.client.get(format!("{}{path}", self.base))).await
    }

    /// Opens a page and takes its form with this `action`.
    pub async fn form(&self, path: &str, action: &str) -> Form {
        self.get(path).await.page().form(action)
    }

    /// Sends a form.
    pub async fn send(&self, form: &Form) -> Answer {
        self.send_raw(&form.action, form.pairs()).await
    }

    /// Opens a page, fills its form that leads to `action` and sends it; hidden fields go along as they stand there.
    pub async fn submit(&self, path: &str, action: &str, fields: &[(&str, &str)]) -> Answer {
        let form = self.form(path, action).await;
        self.send(&fields.iter().fold(form, |form, (name, value)| form.fill(name, value))).await
    }

    /// Sends pairs that no page offered, as an attacker or a stale page would.
    pub async fn send_raw<T: serde::Serialize + ?Sized>(&self, action: &str, pairs: &T) -> Answer {
        Answer::read(self.client.post(format!("{}{action}", self.base)).form(pairs)).await
    }

    /// Sends pairs as a page of another site would have this browser do.
    pub async fn send_from<T: serde::Serialize + ?Sized>(&self, origin: &str, action: &str, pairs: &T) -> Answer {
        let request = self.client.post(format!("{}{action}", self.base)).form(pairs);
        Answer::read(request.header("origin", origin)).await
    }

    /// Sends a body as it is, with a further header: what no browser would.
    pub async fn send_body(&self, action: &str, header: (&str, &str), body: Vec<u8>) -> Answer {
        let request = self.client.post(format!("{}{action}", self.base)).header(header.0, header.1);
        let form = request.header("content-type", "application/x-www-form-urlencoded");
        Answer::read(form.body(body)).await
    }

    /// Opens a page with a further header.
    pub async fn get_with(&self, path: &str, name: &str, value: &str) -> Answer {
        Answer::read(self.client.get(format!("{}{path}", self.base)).header(name, value)).await
    }

    /// Opens the page that an answer leads to.
    pub async fn follow(&self, answer: &Answer) -> Answer {
        self.get(&answer.location()).await
    }
}

impl Answer {
    async fn read(request: reqwest::RequestBuilder) -> Self {
        let response = request.send().await.expect("an answer");
        let (status, headers) = (response.status(), response.headers().clone());
        Self { status, headers, bytes: response.bytes().await.expect("a whole body").to_vec() }
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8(self.bytes.clone()).expect("UTF-8")
    }

    /// The body as a page.
    pub fn page(&self) -> Page {
        Page::parse(&self.text())
    }

    /// A header; empty when there is none.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("a readable header"))
    }

    /// Where a redirect leads; stops the test when the answer is none, and shows what it was instead.
    pub fn location(&self) -> String {
        assert!(self.status.is_redirection(), "{} instead of a redirect:\n{}", self.status, self.text());
        self.header(LOCATION.as_str()).to_owned()
    }
}

#[cfg(test)]
mod tests {
    use actix_web::cookie::Cookie;
    use actix_web::{App, HttpRequest, HttpResponse, HttpServer, web};

    use super::Visitor;

    async fn ask(request: HttpRequest) -> HttpResponse {
        let language = request.headers().get("accept-language").map_or("", |value| value.to_str().unwrap());
        let form = r#"<form action="/tell"><input type="hidden" name="csrf" value="k"><input name="what"></form>"#;
        let body = format!("<html lang=\"{language}\">{form}</html>");
        HttpResponse::Ok().cookie(Cookie::new("seat", "7")).content_type("text/html").body(body)
    }

    async fn tell(request: HttpRequest, body: String) -> HttpResponse {
        let seat = request.cookie("seat").map_or_else(String::new, |cookie| cookie.value().to_owned());
        HttpResponse::SeeOther().insert_header(("location", format!("/told?{body}&seat={seat}"))).finish()
    }

    #[actix_web::test]
    async fn a_visitor_keeps_cookies_copies_hidden_fields_and_stops_at_redirects() {
        let app = || App::new().route("/ask", web::get().to(ask)).route("/tell", web::post().to(tell));
        let server = HttpServer::new(app).workers(1).disable_signals().bind(("127.0.0.1", 0)).unwrap();
        let address = server.addrs()[0];
        let server = server.run();
        let handle = server.handle();
        actix_web::rt::spawn(server);

        let visitor = Visitor::speaking(address, "ko");
        assert_eq!(visitor.get("/ask").await.page().one("html").attr("lang"), Some("ko"));
        let answer = visitor.submit("/ask", "/tell", &[("what", "a leak")]).await;
        assert_eq!(answer.location(), "/told?csrf=k&what=a+leak&seat=7");
        assert_eq!(visitor.follow(&answer).await.status, 404);
        let stranger = Visitor::at(address);
        assert_eq!(stranger.submit("/ask", "/tell", &[]).await.location(), "/told?csrf=k&what=&seat=7");
        assert_eq!(stranger.send_raw("/tell", &[("what", "x")]).await.status, 303);
        handle.stop(false).await;
    }
}
