//! Passwords: argon2id with the crate's recommended parameters, checked off the asynchronous threads; and the hash under
//! which tokens of cookies and links are stored.

use crate::app::desk::hashing::{Hashing, Line};
use crate::app::desk::refusal::{Problem, Refusal};
use argon2::Argon2;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use secrecy::{ExposeSecret, SecretString};
use sha2::{Digest, Sha256};

/// The fewest characters of a password (OWASP ASVS 5.0, 6.2.1 asks for at least 8 and recommends 15).
pub const LEAST: usize = 12;
/// The most characters of a password, so that nobody makes the server hash a book.
pub const MOST: usize = 200;

/// What is tried first by those who guess; each is compared with the password without regard to case.
const COMMON: [&str; 12] = [
    "password",
    "passw0rd",
    "qwerty",
    "123456",
    "letmein",
    "administrator",
    "dutyclock",
    "welcome",
    "iloveyou",
    "korea123",
    "changeme",
    "abc123",
];

/// Whether a new password may be used.
///
/// # Errors
/// When it is too short, too long, or little more than what is tried first.
pub fn acceptable(password: &SecretString) -> Result<(), Problem> {
    let text = password.expose_secret();
    let length = text.chars().count();
    if length < LEAST {
        return Err(Problem::PasswordTooShort { least: LEAST });
    }
    if length > MOST {
        return Err(Problem::TooLong { limit: MOST });
    }
    let folded = text.to_lowercase();
    let common = COMMON.iter().any(|common| folded.contains(common) && length < common.len() + 6);
    let repeated = text.chars().all(|char| text.starts_with(char));
    if common || repeated { Err(Problem::PasswordTooCommon) } else { Ok(()) }
}

/// Hashes a password (takes tens of milliseconds).
///
/// # Errors
/// When hashing fails, which is a fault of ours, or when too many wait for their turn.
pub async fn hash(turns: &Hashing, line: Line, password: SecretString) -> Result<String, Refusal> {
    turns
        .run(line, move || {
            let hashed = Argon2::default().hash_password(password.expose_secret().as_bytes());
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
            Argon2::default().verify_password(password.expose_secret().as_bytes(), &parsed).is_ok() && known
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

    #[test]
    fn short_and_common_passwords_are_refused() {
        assert_eq!(acceptable(&secret("short")), Err(Problem::PasswordTooShort { least: LEAST }));
        assert_eq!(acceptable(&secret("Password1234")), Err(Problem::PasswordTooCommon));
        assert_eq!(acceptable(&secret("aaaaaaaaaaaaaaaa")), Err(Problem::PasswordTooCommon));
        assert_eq!(acceptable(&secret("a quiet orange boat")), Ok(()));
    }
}
