//! Which rulebooks are meant: by id, by country, by the name people use.

use crate::commands::failure::Failure;
use crate::law::library::Library;
use crate::law::rulebook::Rulebook;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The ids of the rulebooks that are wanted; all where nothing is named.
pub(super) fn rulebooks(library: &Library, regimes: &[String]) -> Result<BTreeSet<Arc<str>>, Failure> {
    let books = library.rulebooks();
    if regimes.is_empty() {
        return Ok(books.iter().map(|book| book.id.clone()).collect());
    }
    let mut wanted = BTreeSet::new();
    for regime in regimes {
        let known = wanted.len();
        wanted.extend(books.iter().filter(|book| is(book, regime)).map(|book| book.id.clone()));
        if wanted.len() == known && !books.iter().any(|book| is(book, regime)) {
            let all: Vec<String> = books.iter().map(|book| format!("  {:<28} {}", book.id, book.short.en)).collect();
            let problem = "is no rulebook, no country and no short name";
            return Err(Failure::Typed(format!("--regime: `{regime}` {problem}; there are:\n{}", all.join("\n"))));
        }
    }
    Ok(wanted)
}

fn is(book: &Rulebook, regime: &str) -> bool {
    let names = [&*book.id, &book.country, &book.short.en, &book.short.ko, &book.short.id];
    names.into_iter().any(|name| name.to_lowercase() == regime.to_lowercase())
}
