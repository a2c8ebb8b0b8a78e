//! Paths that came from outside (`back`, the path of a kept form): only paths of our own pages are followed, so that no
//! link to us leads a person elsewhere.

use super::access::{Addresses, Method};
use actix_web::HttpRequest;

/// The longest path followed, in bytes: the answers of `/what-would-apply` travel in one.
const LONGEST: usize = 8_000;

/// The path and query of a request.
#[must_use]
pub fn path_of(request: &HttpRequest) -> String {
    request.uri().path_and_query().map_or("/", |path| path.as_str()).to_owned()
}

/// The path if it leads to this very program; nothing otherwise.
#[must_use]
pub fn local(path: &str) -> Option<&str> {
    let plain = path.len() <= LONGEST && path.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    (plain && path.starts_with('/') && !path.starts_with("//")).then_some(path)
}

/// The nearest page that can be opened: the path itself, else the nearest above it, else the board.
#[must_use]
pub fn readable(addresses: &Addresses, path: &str) -> String {
    let Some(path) = local(path) else { return "/".to_owned() };
    let (bare, _) = split(path);
    if addresses.reach(Method::Get, bare) {
        return path.to_owned();
    }
    let mut above = bare;
    while let Some((parent, _)) = above.rsplit_once('/').filter(|(parent, _)| !parent.is_empty()) {
        if addresses.reach(Method::Get, parent) {
            return parent.to_owned();
        }
        above = parent;
    }
    "/".to_owned()
}

/// The path if a form of ours may be sent to it.
#[must_use]
pub fn sendable<'a>(addresses: &Addresses, path: &'a str) -> Option<&'a str> {
    local(path).filter(|path| addresses.reach(Method::Post, split(path).0))
}

fn split(path: &str) -> (&str, &str) {
    path.split_once('?').unwrap_or((path, ""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::http::access::{Access, Address};

    fn addresses() -> Addresses {
        let get = |pattern| Address { method: Method::Get, pattern, access: Access::SignedIn };
        let post = |pattern| Address { method: Method::Post, pattern, access: Access::SignedIn };
        let reading = ["/", "/people", "/people/{id}", "/outbox", "/health"].map(get);
        let acting = ["/people", "/people/{id}/invite", "/sign-out"].map(post);
        Addresses::new(reading.into_iter().chain(acting))
    }

    #[test]
    fn nothing_leads_elsewhere() {
        for path in
            ["https://evil.example", "//evil.example", "/\\evil.example", "/\tx", "people", "", "/a b", "javascript:x"]
        {
            assert_eq!(local(path), None, "{path}");
            assert_eq!(readable(&addresses(), path), "/", "{path}");
        }
    }

    #[test]
    fn a_path_that_only_takes_forms_leads_to_the_page_above_it() {
        assert_eq!(readable(&addresses(), "/people/3"), "/people/3");
        assert_eq!(readable(&addresses(), "/people/3/invite"), "/people/3");
        assert_eq!(readable(&addresses(), "/sign-out"), "/");
        assert_eq!(readable(&addresses(), "/outbox?page=2"), "/outbox?page=2");
    }

    #[test]
    fn a_kept_form_is_sent_only_where_forms_are_taken() {
        assert_eq!(sendable(&addresses(), "/people/3/invite"), Some("/people/3/invite"));
        assert_eq!(sendable(&addresses(), "/health"), None);
        assert_eq!(sendable(&addresses(), "//people"), None);
    }
}
