//! Every address × everybody: who is let in, who is refused, and that no form is taken without its token.

use actix_web::cookie::Cookie;
use actix_web::middleware::from_fn;
use actix_web::web::{self, Data};
use actix_web::{App, test as calls};
use dutyclock::app::desk::actor::{Permission, Role};
use dutyclock::app::desk::attempts::Browser;
use dutyclock::web::http::access::{Access, Address, Method};
use dutyclock::web::http::visit::Visit;
use dutyclock::web::http::{cookies, guards};
use dutyclock::web::routes;
use reqwest::StatusCode;
use secrecy::SecretString;

use crate::support::app::{PASSWORD, TestApp};
use crate::support::visitor::{Answer, Visitor};

/// An address with something in place of each name: nothing of that name exists.
fn example(route: &Address) -> String {
    let filled = route.pattern.split('/').map(|part| match part {
        "{path:.*}" => "app.css",
        "{id}" | "{position}" => "999999",
        part if part.starts_with('{') => "nothing",
        part => part,
    });
    filled.collect::<Vec<_>>().join("/")
}

async fn call(visitor: &Visitor, route: &Address, csrf: &str) -> Answer {
    let path = example(route);
    match route.method {
        Method::Get => visitor.get(&path).await,
        Method::Post => visitor.send_raw(&path, &[("csrf", csrf)]).await,
    }
}

async fn csrf(visitor: &Visitor) -> String {
    let page = visitor.get("/account").await.page();
    page.form("/sign-out").value("csrf").unwrap().to_owned()
}

fn ends_the_session(route: &Address) -> bool {
    route.pattern == "/sign-out"
}

#[tokio::test]
async fn every_address_but_the_public_ones_refuses_the_anonymous() {
    let app = TestApp::start().await;
    let visitor = app.visitor();
    for route in routes::addresses().iter() {
        let answer = call(&visitor, route, "").await;
        let sent_to_sign_in = answer.status.is_redirection() && answer.location().starts_with("/sign-in");
        let refused = sent_to_sign_in || answer.status == StatusCode::UNAUTHORIZED;
        assert_eq!(refused, route.access != Access::Public, "{:?} {}: {}", route.method, route.pattern, answer.status);
    }
}

#[tokio::test]
async fn every_address_lets_in_exactly_the_roles_that_include_it() {
    let app = TestApp::start().await;
    for role in Role::ALL {
        let visitor = app.sign_in(role).await;
        let csrf = csrf(&visitor).await;
        for route in routes::addresses().iter().filter(|route| !ends_the_session(route)) {
            let allowed = match route.access {
                Access::Needs(permission) => role.may(permission),
                Access::Public | Access::SignedIn => true,
            };
            // Public forms are bound to a browser without a session; their own tests send them.
            if route.access == Access::Public && route.method == Method::Post {
                continue;
            }
            let answer = call(&visitor, route, &csrf).await;
            let refused = answer.status == StatusCode::FORBIDDEN;
            assert_eq!(refused, !allowed, "{role:?} {:?} {}: {}", route.method, route.pattern, answer.status);
            assert!(answer.status != StatusCode::INTERNAL_SERVER_ERROR, "{role:?} {}", route.pattern);
        }
    }
}

#[tokio::test]
async fn no_form_is_taken_without_its_token() {
    let app = TestApp::start().await;
    let visitor = app.sign_in(Role::Administrator).await;
    for route in routes::addresses().iter().filter(|route| route.method == Method::Post) {
        for token in ["", "0123456789abcdefghjkmnpqrstvwxyz"] {
            let answer = call(&visitor, route, token).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{} with the token `{token}`", route.pattern);
        }
    }
    assert_eq!(visitor.get("/account").await.status, StatusCode::OK, "the session has not ended");
}

#[tokio::test]
async fn no_form_from_another_site_is_taken_even_with_its_token() {
    let app = TestApp::start().await;
    let visitor = app.sign_in(Role::Administrator).await;
    let csrf = csrf(&visitor).await;
    for route in routes::addresses().iter().filter(|route| route.method == Method::Post) {
        let path = example(route);
        let answer = visitor.send_from("https://evil.example", &path, &[("csrf", csrf.as_str())]).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{}", route.pattern);
        assert!(answer.text().contains("another site"), "{}", route.pattern);
    }
}

#[tokio::test]
async fn every_answer_carries_the_headers_that_keep_browsers_safe() {
    let app = TestApp::start().await;
    let (stranger, reader) = (app.visitor(), app.sign_in(Role::Reader).await);
    for visitor in [&stranger, &reader] {
        for route in routes::addresses().iter().filter(|route| !ends_the_session(route)) {
            let answer = call(visitor, route, "").await;
            let policy = answer.header("content-security-policy");
            assert!(policy.contains("default-src") && !policy.contains("unsafe-eval"), "{}: {policy}", route.pattern);
            assert!(!policy.contains("unsafe-inline") || policy.starts_with("sandbox;"), "{}: {policy}", route.pattern);
            assert_eq!(answer.header("x-content-type-options"), "nosniff", "{}", route.pattern);
            assert_eq!(answer.header("referrer-policy"), "same-origin", "{}", route.pattern);
            assert!(!answer.header("permissions-policy").is_empty(), "{}", route.pattern);
            assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin", "{}", route.pattern);
        }
    }
}

#[test]
fn every_right_is_needed_by_some_address() {
    let needed = |permission| routes::addresses().iter().any(|route| route.access == Access::Needs(permission));
    let unused: Vec<_> = Permission::ALL.into_iter().filter(|permission| !needed(*permission)).collect();
    assert!(unused.is_empty(), "no address needs {unused:?}");
}

/// A page that somebody registered beside the table of addresses, for whoever is signed in.
async fn forgotten(_: Visit) -> &'static str {
    "what nobody may see"
}

/// Another, which does not even ask who visits.
async fn open() -> &'static str {
    "what nobody may see"
}

#[actix_web::test]
async fn a_page_outside_the_table_is_refused_whoever_asks() {
    let app = TestApp::start().await;
    let program = || App::new().app_data(Data::new(app.web.clone())).configure(routes::configure);
    let by_the_visit = calls::init_service(program().route("/forgotten", web::get().to(forgotten))).await;
    let by_the_guard = program().route("/open", web::get().to(open)).wrap(from_fn(guards::listed_only));
    let by_the_guard = calls::init_service(by_the_guard).await;
    let anonymous = |path: &str| calls::TestRequest::get().uri(path).to_request();
    assert_eq!(calls::call_service(&by_the_guard, anonymous("/open")).await.status().as_u16(), 403);
    assert!(calls::call_service(&by_the_guard, anonymous("/health")).await.status() != 403);
    assert_eq!(calls::call_service(&by_the_visit, anonymous("/forgotten")).await.status().as_u16(), 401);
    for role in Role::ALL {
        app.add(role).await;
        let password = SecretString::from(PASSWORD.to_owned());
        let session = app.web.desk.sign_in(&Browser::default(), TestApp::email(role), password).await;
        let session = session.unwrap().expect("a session").token;
        let name = cookies::session_name(app.web.secure_cookies);
        let cookie = || Cookie::new(name.clone(), session.clone());
        let request = calls::TestRequest::get().uri("/forgotten").cookie(cookie()).to_request();
        assert_eq!(calls::call_service(&by_the_visit, request).await.status().as_u16(), 403, "{role:?}");
        let request = calls::TestRequest::get().uri("/open").cookie(cookie()).to_request();
        assert_eq!(calls::call_service(&by_the_guard, request).await.status().as_u16(), 403, "{role:?}");
    }
}
