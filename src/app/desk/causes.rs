//! What lies beneath an error, in words for logs and the shell; never shown on a page.

use std::error::Error;

/// An error and everything beneath it in one line, for logs and the shell.
#[must_use]
pub fn with_causes(error: &(dyn Error + 'static)) -> String {
    let below = std::iter::successors(error.source(), |&error| error.source());
    below.fold(error.to_string(), |line, error| format!("{line}: {error}"))
}
