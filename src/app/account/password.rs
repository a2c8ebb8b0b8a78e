//! Passwords: argon2id with the crate's recommended parameters, checked off the asynchronous threads; and the hash under
//! which tokens of cookies and links are stored.

use crate::app::desk::hashing::{Hashing, Line};
use crate::app::desk::refusal::Refusal;
use argon2::Argon2;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use secrecy::{ExposeSecret, SecretString};
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

/// The most characters of a password, so that nobody makes the server hash a book.
pub const MOST: usize = 200;

/// A password as it is hashed and judged: composed (NFC), because the same syllable or accent comes in one piece from one
/// keyboard and in several from another (NIST SP 800-63B, 5.1.1.2).
#[must_use]
pub fn composed(password: &SecretString) -> SecretString {
    SecretString::from(password.expose_secret().nfc().collect::<String>())
}

/// Hashes a password (takes tens of milliseconds).
///
/// # Errors
/// When hashing fails, which is a fault of ours, or when too many wait for their turn.
pub async fn hash(turns: &Hashing, line: Line, password: SecretString) -> Result<String, Refusal> {
    turns
        .run(line, move || {
            let hashed = Argon2::default().hash_password(composed(&password).expose_secret().as_bytes());
            hashed.map(|hash| hash.to_string()).map_err(|cause| Refusal::Unexpected(cause.into()))
        })
        .await?
}

/// Whether a password is right. Without a hash (no such account, or none chosen yet) the same work is done, so that the
/// time taken does not tell which accounts exist.
///
/// # Errors
/// When checking fails, which is a fault of ours, or when too many wait for their turn.
pub async fn verify(
    turns: &Hashing,
    line: Line,
    password: SecretString,
    hash: Option<String>,
) -> Result<bool, Refusal> {
    if password.expose_secret().chars().count() > MOST {
        return Ok(false);
    }
    turns
        .run(line, move || {
            let known = hash.is_some();
            let hash = hash.unwrap_or_else(|| DECOY.to_owned());
            let Ok(parsed) = argon2::PasswordHash::new(&hash) else { return false };
            let is = |text: &str| Argon2::default().verify_password(text.as_bytes(), &parsed).is_ok();
            let (typed, composed) = (password.expose_secret(), composed(&password));
            // Hashes from before passwords were composed hold them as they were typed.
            let right = is(composed.expose_secret()) || (typed != composed.expose_secret() && is(typed));
            right && known
        })
        .await
}

/// A well-formed hash (argon2id, the same cost) that nobody's password has.
const DECOY: &str = "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$\
    8K1YKk1f1nq0hWcYQz8mJYxZk0u7bH0m3tq5Jt3rS2E";

/// SHA-256, hex: how the tokens of cookies and links are stored.
#[must_use]
pub fn token_hash(token: &str) -> String {
    hex::encode(Sha256::digest(token.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secret(text: &str) -> SecretString {
        SecretString::from(text.to_owned())
    }

    #[tokio::test]
    async fn only_the_right_password_is_right() {
        let turns = Hashing::default();
        let right = hash(&turns, Line::Known, secret("a quiet orange boat")).await.unwrap();
        assert!(right.starts_with("$argon2id$"));
        let tried = async |text, hash| verify(&turns, Line::Stranger, secret(text), hash).await.unwrap();
        assert!(tried("a quiet orange boat", Some(right.clone())).await);
        assert!(!tried("a quiet orange coat", Some(right)).await);
        assert!(!tried("a quiet orange boat", None).await);
    }

    #[test]
    fn the_decoy_is_well_formed_and_costs_the_same() {
        let decoy = argon2::PasswordHash::new(DECOY).unwrap();
        let real = Argon2::default().hash_password(b"anything").unwrap().to_string();
        let cost = |text: &str| text.split('$').nth(3).map(str::to_owned);
        assert_eq!(cost(&decoy.to_string()), cost(&real));
    }

    #[tokio::test]
    async fn a_password_is_the_same_however_the_keyboard_composes_it_and_old_hashes_hold() {
        let (pieces, whole) = ("한글 cafe\u{301} 2026".nfd().collect::<String>(), "한글 caf\u{e9} 2026");
        assert_ne!(pieces, whole);
        let turns = Hashing::default();
        let right = async |text, hash| verify(&turns, Line::Stranger, secret(text), Some(hash)).await.unwrap();
        let new = hash(&turns, Line::Known, secret(&pieces)).await.unwrap();
        assert!(right(whole, new.clone()).await && right(&pieces, new).await);
        let old = Argon2::default().hash_password(pieces.as_bytes()).unwrap().to_string();
        assert!(right(&pieces, old).await, "hashed as it was typed");
    }
}
