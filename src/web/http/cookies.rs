//! The four cookies: who is signed in, which browser a form without a session was shown to, that a browser has signed in
//! to an account before, and the language chosen by somebody who is not signed in. None of them is readable by scripts.

use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};

/// The session's token.
const SESSION: &str = "dutyclock_session";
/// The browser to which forms without a session are bound.
const GUEST: &str = "dutyclock_guest";
/// That this browser has signed in to an account before.
const KNOWN: &str = "dutyclock_known";
/// The language chosen without signing in.
const LANGUAGE: &str = "dutyclock_language";

/// Over HTTPS the prefix makes browsers refuse a cookie of this name from any other host or over plain HTTP.
fn name(plain: &str, secure: bool) -> String {
    if secure { format!("__Host-{plain}") } else { plain.to_owned() }
}

fn cookie(plain: &str, value: String, secure: bool) -> Cookie<'static> {
    Cookie::build(name(plain, secure), value).path("/").http_only(true).secure(secure).same_site(SameSite::Lax).finish()
}

/// The name of the session's cookie.
#[must_use]
pub fn session_name(secure: bool) -> String {
    name(SESSION, secure)
}

/// The name of the cookie that binds forms without a session.
#[must_use]
pub fn guest_name(secure: bool) -> String {
    name(GUEST, secure)
}

/// The name of the cookie of a browser that has signed in before.
#[must_use]
pub fn known_name(secure: bool) -> String {
    name(KNOWN, secure)
}

/// The name of the language's cookie.
#[must_use]
pub fn language_name(secure: bool) -> String {
    name(LANGUAGE, secure)
}

/// The session's cookie. It ends with the browser; the server ends it earlier.
#[must_use]
pub fn session(token: String, secure: bool) -> Cookie<'static> {
    cookie(SESSION, token, secure)
}

/// The cookie that binds forms without a session to one browser.
#[must_use]
pub fn guest(nonce: String, secure: bool) -> Cookie<'static> {
    cookie(GUEST, nonce, secure)
}

/// The cookie of a browser that has signed in before; kept for half a year after it last did.
#[must_use]
pub fn known(mark: String, secure: bool) -> Cookie<'static> {
    let mut cookie = cookie(KNOWN, mark, secure);
    cookie.set_max_age(Duration::days(180));
    cookie
}

/// The language's cookie; kept for a year.
#[must_use]
pub fn language(tag: &str, secure: bool) -> Cookie<'static> {
    let mut cookie = cookie(LANGUAGE, tag.to_owned(), secure);
    cookie.set_max_age(Duration::days(365));
    cookie
}

/// Takes the session's cookie away.
#[must_use]
pub fn no_session(secure: bool) -> Cookie<'static> {
    let mut cookie = session(String::new(), secure);
    cookie.make_removal();
    cookie
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_over_https_is_bound_to_this_host() {
        let cookie = session("t".to_owned(), true).to_string();
        assert_eq!(cookie, "__Host-dutyclock_session=t; HttpOnly; SameSite=Lax; Secure; Path=/");
        let plain = session("t".to_owned(), false).to_string();
        assert_eq!(plain, "dutyclock_session=t; HttpOnly; SameSite=Lax; Path=/");
    }
}
