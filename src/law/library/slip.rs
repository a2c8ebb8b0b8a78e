//! For tests: a text in which one thing is broken, and whether the error about it is told where that stands. What is
//! meant is marked «so»; where a text stands several times, the last is broken, so that a search for it would find
//! another.

use crate::base::error::LawError;

/// What stands in the text, what takes its place with the wrong part marked, and what is said about it.
pub(crate) type Slip<'a> = (&'a str, &'a str, &'a str);

/// Breaks a text, reads it, and holds what is said against the mark. `fill` completes a text that is written in short.
///
/// # Panics
/// When the whole text is not accepted or the broken one is, or when the error is told elsewhere.
pub(crate) fn told(
    text: &str,
    slip: &Slip<'_>,
    fill: impl Fn(&str) -> String,
    read: impl Fn(&str) -> Option<LawError>,
) {
    let (from, to, expected) = slip;
    let (before, after) = text.rsplit_once(from).unwrap_or_else(|| panic!("`{from}` is not there any more"));
    let broken = fill(&format!("{before}{to}{after}"));
    let (before, rest) = broken.split_once('«').unwrap();
    let (meant, after) = rest.split_once('»').unwrap();
    let error = read(&format!("{before}{meant}{after}")).expect(to);
    let shown = format!("{to}: {expected}\n{}", error.rendered());
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().map_or(0, |line| line.chars().count()) + 1;
    assert_eq!((error.line, error.column), (line, column), "{shown}");
    assert!(error.problem.contains(expected), "{shown}");
    let marked = error.excerpt.text.get(error.excerpt.marked.clone()).unwrap();
    // Where the text is no TOML or JSON at all, only where it ends to be is known.
    assert!(marked == meant || marked.is_empty(), "{shown}");
}
