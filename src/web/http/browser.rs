//! Which browser a request comes from: the network it is in, as far as proxies that are trusted tell, and whether it has
//! signed in to an account before. The mark of that is a cookie which says nothing to anybody else: it opens nothing, and
//! only keeps a person's own attempts apart from those of strangers.

use super::cookies;
use super::state::Web;
use crate::app::desk::attempts::{Browser, Network};
use crate::app::desk::fresh;
use crate::db::fold::fold;
use actix_web::HttpRequest;
use actix_web::cookie::Cookie;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;

/// The header in which a proxy says for whom it asks.
const FORWARDED: &str = "x-forwarded-for";

/// The network a request comes from.
#[must_use]
pub fn network(request: &HttpRequest, web: &Web) -> Option<Network> {
    let peer = request.peer_addr()?.ip();
    let stated: Vec<&str> = request.headers().get_all(FORWARDED).filter_map(|value| value.to_str().ok()).collect();
    Some(web.trusted_proxies.client(peer, &stated).into())
}

/// The browser that wants to sign in to an account.
#[must_use]
pub fn browser(request: &HttpRequest, web: &Web, email: &str) -> Browser {
    let cookie = request.cookie(&cookies::known_name(web.secure_cookies));
    let mark = cookie.as_ref().and_then(|cookie| cookie.value().split_once('.'));
    let known = mark.filter(|(nonce, proof)| bool::from(proof.as_bytes().ct_eq(prove(web, nonce, email).as_bytes())));
    Browser { network: network(request, web), known: known.map(|(nonce, _)| nonce.to_owned()) }
}

/// The cookie by which a browser is known to have signed in to this account.
#[must_use]
pub fn known(web: &Web, email: &str) -> Cookie<'static> {
    let nonce = fresh::name();
    let proof = prove(web, &nonce, email);
    cookies::known(format!("{nonce}.{proof}"), web.secure_cookies)
}

fn prove(web: &Web, nonce: &str, email: &str) -> String {
    let Ok(mut hash) = Hmac::<Sha256>::new_from_slice(&web.form_key) else { return fresh::secret() };
    hash.update(format!("a browser that signed in before: {nonce} {}", fold(email)).as_bytes());
    hex::encode(hash.finalize().into_bytes())
}
