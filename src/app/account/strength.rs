//! Whether a new password may be used: long enough, and not easily guessed. Judged by an estimator that knows the words,
//! names, dates and keyboard patterns which guessers try first, and besides what others know of the person. It knows of no
//! breach, and nothing here says so.

use super::password::{self, composed};
use crate::app::desk::refusal::{Problem, Refusal};
use secrecy::{ExposeSecret, SecretString};
use zxcvbn::{Score, zxcvbn};

/// The fewest characters of a password (OWASP ASVS 5.0, 6.2.1 asks for at least 8 and recommends 15).
pub const LEAST: usize = 12;
/// What nobody guesses in less than a hundred million tries, by the estimate.
const ENOUGH: Score = Score::Three;
/// Words that stand close to everybody who uses this program.
const OURS: [&str; 1] = ["dutyclock"];
/// The fewest characters that must be left of a password without the words that others know of its owner.
const LEFT: usize = 8;
/// The shortest part of a name or an address that counts as a word.
const WORD: usize = 3;

/// What others know of a person: name, address, organisation.
#[derive(Debug, Clone, Default)]
pub struct Known(Vec<String>);

impl Known {
    /// From texts, each as a whole and word by word.
    pub fn of<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut words: Vec<String> = OURS.map(str::to_owned).into();
        for text in texts {
            let text = text.to_lowercase();
            let parts = text.split(|char: char| !char.is_alphanumeric()).filter(|part| part.chars().count() >= WORD);
            words.extend(parts.map(str::to_owned));
            words.push(text.split_whitespace().collect());
        }
        words.sort_by_key(|word| std::cmp::Reverse(word.len()));
        words.retain(|word| !word.is_empty());
        Self(words)
    }

    /// What is left of a text without these words, the longest taken away first.
    fn without(&self, text: &str) -> String {
        self.0.iter().fold(text.to_lowercase(), |left, word| left.replace(word.as_str(), ""))
    }
}

/// Whether a new password may be used (takes some milliseconds, off the threads that answer).
///
/// # Errors
/// [`Refusal::Unexpected`] when the work was cut off; what is wrong with the password is the answer.
pub async fn judge(password: SecretString, known: Known) -> Result<Result<(), Problem>, Refusal> {
    let judged = tokio::task::spawn_blocking(move || acceptable(&password, &known)).await;
    judged.map_err(|cause| Refusal::Unexpected(cause.into()))
}

/// Whether a new password may be used.
///
/// # Errors
/// When it is too short, too long, or easily guessed.
pub fn acceptable(password: &SecretString, known: &Known) -> Result<(), Problem> {
    let composed = composed(password);
    let text = composed.expose_secret();
    let length = text.chars().count();
    if length < LEAST {
        return Err(Problem::PasswordTooShort { least: LEAST });
    }
    if length > password::MOST {
        return Err(Problem::TooLong { limit: password::MOST });
    }
    let words: Vec<&str> = known.0.iter().map(String::as_str).collect();
    if known.without(text).chars().count() < LEFT || zxcvbn(text, &words).score() < ENOUGH {
        Err(Problem::PasswordTooCommon)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(text: &str) -> Result<(), Problem> {
        let known = Known::of(["Kim Seo-yeon", "seoyeon.kim@hangang.example", "Hangang Mall Co."]);
        acceptable(&SecretString::from(text), &known)
    }

    #[test]
    fn what_is_short_or_easily_guessed_is_refused() {
        assert_eq!(judged("q7#Vm2!xTe9"), Err(Problem::PasswordTooShort { least: LEAST }));
        assert_eq!(judged(&"x".repeat(password::MOST + 1)), Err(Problem::TooLong { limit: password::MOST }));
        for guessed in [
            "123456789012",
            "qwertyuiop12",
            "passwordpassword",
            "password123456",
            "Password1234",
            "aaaaaaaaaaab",
            "000000000001",
            "aaaaaaaaaaaaaaaa",
            "dutyclockdutyclock",
            "iloveyou2026",
            "administrator1",
        ] {
            assert_eq!(judged(guessed), Err(Problem::PasswordTooCommon), "{guessed}");
        }
    }

    #[test]
    fn what_others_know_of_the_person_is_no_secret() {
        for own in ["seoyeon.kim@hangang.example", "seoyeonkim2026", "hangangmallhangang", "SeoyeonHangang1"] {
            assert_eq!(judged(own), Err(Problem::PasswordTooCommon), "{own}");
        }
    }

    #[test]
    fn several_words_that_have_nothing_to_do_with_each_other_are_taken() {
        for good in ["a quiet orange boat", "quiet-lantern-river-47", "고요한 주황색 나룻배 아홉 척", "q7#Vm2!xTe9p"]
        {
            assert_eq!(judged(good), Ok(()), "{good}");
        }
    }
}
