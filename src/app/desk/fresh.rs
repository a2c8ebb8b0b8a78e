//! Fresh names and secrets from the system's random numbers.

use crate::db::ledger::Salt;
use rand::RngExt;

/// Letters and digits that cannot be taken for one another.
const LETTERS: &[u8] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// A name of 16 characters (80 random bits): unique without asking anybody.
#[must_use]
pub fn name() -> String {
    letters(16)
}

/// A secret of 32 characters (160 random bits): cannot be guessed.
#[must_use]
pub fn secret() -> String {
    letters(32)
}

/// The salt of a ledger entry's body (256 random bits): what the body said cannot be found by trying.
#[must_use]
pub fn salt() -> Salt {
    rand::random()
}

fn letters(length: usize) -> String {
    let mut random = rand::rng();
    (0..length)
        .filter_map(|_| LETTERS.get(random.random_range(0..LETTERS.len())))
        .map(|letter| char::from(*letter))
        .collect()
}
