//! What holds for every request and every answer, whatever the page: forms come from our own pages, no page answers that
//! is not in the table of addresses, answers carry the headers that keep browsers safe, and the log tells what happened
//! without telling about whom.

use super::access;
use super::failure::Failure;
use super::state::Web;
use actix_web::Error;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::http::header::{
    CONTENT_ENCODING, HOST, HeaderMap, HeaderName, HeaderValue, ORIGIN, STRICT_TRANSPORT_SECURITY,
};
use actix_web::middleware::Next;
use actix_web::web::Data;
use std::time::Instant;

/// What pages may load: only what this program serves; no script, style or frame from anywhere else, none inline.
pub const PAGE_POLICY: &str = "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; \
                               form-action 'self'";

/// What a self-contained document (an exported paper, a message) may do: show itself, and nothing else.
pub const DOCUMENT_POLICY: &str = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; \
                                   font-src data:; base-uri 'none'; frame-ancestors 'self'; form-action 'none'";

/// Headers of every answer that does not say otherwise.
const HEADERS: [(&str, &str); 6] = [
    ("content-security-policy", PAGE_POLICY),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "same-origin"),
    ("permissions-policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
];

/// For a year, this host is called over HTTPS only.
const HTTPS_ONLY: &str = "max-age=31536000";

/// Adds the headers that keep browsers safe.
///
/// # Errors
/// Passes on what the page answered.
pub async fn headers(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let secure = request.app_data::<Data<Web>>().is_some_and(|web| web.secure_cookies);
    let mut answer = next.call(request).await?;
    let headers = answer.headers_mut();
    for (name, value) in HEADERS {
        let name = HeaderName::from_static(name);
        if !headers.contains_key(&name) {
            headers.insert(name, HeaderValue::from_static(value));
        }
    }
    if secure {
        headers.insert(STRICT_TRANSPORT_SECURITY, HeaderValue::from_static(HTTPS_ONLY));
    }
    Ok(answer)
}

/// Refuses forms that another site had a browser send, before anything of them is read.
///
/// # Errors
/// Passes on what the page answered.
pub async fn own_forms_only(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let base = request.app_data::<Data<Web>>().map(|web| web.desk.base_url.clone()).unwrap_or_default();
    let reading = [Method::GET, Method::HEAD].contains(request.method());
    if reading || from_our_pages(request.headers(), &base) {
        return Ok(next.call(request).await?.map_into_left_body());
    }
    Ok(request.error_response(Failure::CrossSite).map_into_right_body())
}

/// Refuses every page that stands beside the table of addresses, before it is asked.
///
/// # Errors
/// Passes on what the page answered.
pub async fn listed_only(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    if access::is_unlisted(request.request()) {
        return Ok(request.error_response(Failure::NotAllowed).map_into_right_body());
    }
    Ok(next.call(request).await?.map_into_left_body())
}

/// Refuses what is packed, since a few bytes could unfold into gigabytes; and addresses that hold what no address of ours
/// can: control characters, which some databases cannot even be asked about.
///
/// # Errors
/// Passes on what the page answered.
pub async fn plain_only(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let packed =
        request.headers().get_all(CONTENT_ENCODING).any(|how| !how.as_bytes().eq_ignore_ascii_case(b"identity"));
    let failure = match packed {
        true => Failure::Packed,
        false if unprintable(request.path()) => Failure::NotFound,
        false => return Ok(next.call(request).await?.map_into_left_body()),
    };
    Ok(request.error_response(failure).map_into_right_body())
}

/// Whether a path means a control character somewhere, written as `%00` for example.
fn unprintable(path: &str) -> bool {
    let means_one = |three: &[u8]| matches!(three, [b'%', b'0' | b'1', _]) || three.eq_ignore_ascii_case(b"%7f");
    path.as_bytes().windows(3).any(means_one)
}

/// Whether a form was sent from one of our own pages, as far as the browser says. Browsers that say nothing are left to
/// the form's token.
fn from_our_pages(headers: &HeaderMap, base_url: &str) -> bool {
    let header = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    if let Some(site) = header("sec-fetch-site") {
        return site == "same-origin" || site == "none";
    }
    let Some(origin) = header(ORIGIN.as_str()) else { return true };
    let host = origin.split_once("://").map(|(_, host)| host);
    origin == base_url || (host.is_some() && host == header(HOST.as_str()))
}

/// Writes one line for each request: no address of a person, no query, no value from the path.
///
/// # Errors
/// Passes on what the page answered.
pub async fn log(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let started = Instant::now();
    let answer = next.call(request).await?;
    let (request, status) = (answer.request(), answer.status().as_u16());
    let route = request.match_pattern().unwrap_or_else(|| "unknown".to_owned());
    let ms = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
    tracing::info!(method = %request.method(), route, status, ms, "request");
    Ok(answer)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        let pairs = pairs.iter().map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)));
        pairs.collect()
    }

    #[test]
    fn a_form_from_another_site_is_refused_whatever_it_says_of_itself() {
        let ours = |pairs| from_our_pages(&headers(pairs), "https://duty.example");
        assert!(!ours(&[
            ("sec-fetch-site", "cross-site"),
            ("host", "duty.example"),
            ("origin", "https://duty.example")
        ]));
        assert!(!ours(&[("sec-fetch-site", "same-site")]));
        assert!(!ours(&[("origin", "https://evil.example"), ("host", "duty.example")]));
        assert!(!ours(&[("origin", "null"), ("host", "duty.example")]));
        assert!(!ours(&[("origin", "evil"), ("host", "duty.example")]));
    }

    #[test]
    fn a_form_from_our_own_pages_is_taken_behind_a_proxy_too() {
        let ours = |pairs| from_our_pages(&headers(pairs), "https://duty.example");
        assert!(ours(&[("sec-fetch-site", "same-origin")]));
        assert!(ours(&[("origin", "http://127.0.0.1:8080"), ("host", "127.0.0.1:8080")]));
        assert!(ours(&[("origin", "https://duty.example"), ("host", "10.0.0.1")]));
        assert!(ours(&[]));
    }
}
