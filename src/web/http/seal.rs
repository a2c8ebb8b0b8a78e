//! What this program vouches for without keeping it: the keyed hash over a purpose and some texts, under the key that all
//! instances share. Whoever does not hold the key can neither make one nor change what it stands over.

use super::state::Web;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;

/// The keyed hash over texts, for one purpose. Each text is hashed with its length, so that no two lists read the same.
#[must_use]
pub fn over<'a>(web: &Web, purpose: &'a str, texts: impl IntoIterator<Item = &'a str>) -> String {
    let Ok(mut hash) = Hmac::<Sha256>::new_from_slice(&web.form_key) else { return String::new() };
    for text in std::iter::once(purpose).chain(texts) {
        hash.update(&u64::try_from(text.len()).unwrap_or(u64::MAX).to_be_bytes());
        hash.update(text.as_bytes());
    }
    hex::encode(hash.finalize().into_bytes())
}

/// The token that forms of a session must carry: bound to the session's cookie, so that it still tells a form of ours
/// after the session has ended.
#[must_use]
pub fn of_session(web: &Web, cookie: &str) -> String {
    over(web, "a form of a session", [cookie])
}

/// Whether a token is the expected one; an empty one never is. Takes the same time whatever differs.
#[must_use]
pub fn same(expected: &str, sent: &str) -> bool {
    !expected.is_empty() && bool::from(expected.as_bytes().ct_eq(sent.as_bytes()))
}
