//! The terminal: the only place that writes to it. What a command says goes to the standard output, in the language of
//! the environment; what went wrong goes to the standard error. Log lines are the business of `logging`.

use super::failure::Failure;
use crate::law::base::words::Lang;
use crate::locales::Text;
use std::error::Error;
use std::fmt::Display;
use std::io::Write;

/// A terminal and the language its user reads.
#[derive(Debug, Clone, Copy)]
pub(super) struct Terminal {
    /// Texts in that language.
    pub t: Text,
}

impl Terminal {
    /// The language is that of `LC_ALL`, `LC_MESSAGES` or `LANG`, the first that is set; otherwise English.
    pub fn from_environment() -> Self {
        let set = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| std::env::var(name).ok());
        Self { t: Text::new(language(set.into_iter().find(|value| !value.is_empty()).as_deref())) }
    }

    /// Says one thing. A reader that has gone away is no reason to fail.
    #[expect(clippy::unused_self, reason = "only who was given the terminal may write to it")]
    pub fn say(&self, text: impl Display) {
        let mut out = std::io::stdout().lock();
        let _ = writeln!(out, "{text}").and_then(|()| out.flush());
    }

    /// Tells what went wrong, with the causes that are for the operator.
    #[expect(clippy::unused_self, reason = "only who was given the terminal may write to it")]
    pub fn fail(&self, failure: &Failure) {
        let mut out = std::io::stderr().lock();
        let _ = writeln!(out, "dutyclock: {failure}");
        let mut cause = failure.source();
        while let Some(error) = cause {
            let _ = writeln!(out, "  because: {error}");
            cause = error.source();
        }
    }
}

fn language(locale: Option<&str>) -> Lang {
    let tag = locale.unwrap_or_default().split(['_', '.', '-', '@']).next().unwrap_or_default();
    Lang::from_tag(tag).unwrap_or(Lang::En)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_chooses_the_language() {
        assert_eq!(language(Some("ko_KR.UTF-8")), Lang::Ko);
        assert_eq!(language(Some("id")), Lang::Id);
        for other in [Some("C.UTF-8"), Some("fr_FR"), None] {
            assert_eq!(language(other), Lang::En);
        }
    }
}
