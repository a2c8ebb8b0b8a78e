//! The law tests itself: every case beside every rulebook, run against the library of this process. The library never
//! changes while the program runs, so the cases are run once and what came out is kept. Shows nothing; a page does.

use crate::law::case::{self, Outcome};
use crate::law::library::Library;
use std::sync::{Arc, OnceLock};

/// How the cases came out, once somebody asked. Cheap to clone; clones share it.
#[derive(Debug, Clone, Default)]
pub struct SelfTest(Arc<OnceLock<Vec<Tested>>>);

/// One file of cases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tested {
    /// Its path: `kr/pipa.cases.toml`.
    pub file: String,
    /// How many cases it holds.
    pub cases: usize,
    /// How each expectation came out, in the file's order; or why the file cannot be read.
    pub outcomes: Result<Vec<Outcome>, String>,
}

impl Tested {
    /// The id of the rulebook it stands beside: `kr.pipa`.
    #[must_use]
    pub fn rulebook(&self) -> String {
        self.file.trim_end_matches(".cases.toml").replace('/', ".")
    }

    /// The expectations; none where the file cannot be read.
    #[must_use]
    pub fn outcomes(&self) -> &[Outcome] {
        self.outcomes.as_deref().unwrap_or_default()
    }

    /// How many came out as they say.
    #[must_use]
    pub fn green(&self) -> usize {
        self.outcomes().iter().filter(|outcome| outcome.is_green()).count()
    }

    /// Whether all did, and the file can be read.
    #[must_use]
    pub fn is_green(&self) -> bool {
        self.outcomes.is_ok() && self.green() == self.outcomes().len()
    }
}

impl SelfTest {
    /// How every case came out. Takes a moment the first time: not to be called where others wait.
    #[must_use]
    pub fn results(&self, library: &Library) -> &[Tested] {
        self.0.get_or_init(|| library.cases().iter().map(|(file, text)| tested(library, file, text)).collect())
    }
}

fn tested(library: &Library, file: &str, text: &str) -> Tested {
    match case::read(library, file, text) {
        Err(error) => Tested { file: file.to_owned(), cases: 0, outcomes: Err(error.to_string()) },
        Ok(read) => Tested {
            file: file.to_owned(),
            cases: read.cases.len(),
            outcomes: Ok(read.cases.iter().flat_map(|one| case::run(library, one)).collect()),
        },
    }
}

#[cfg(test)]
mod tests {

    use super::*;

    #[test]
    fn a_file_that_cannot_be_read_is_not_green() {
        let library = Library::embedded().unwrap();
        let read = tested(&library, "kr/pipa.cases.toml", "[[case]]\nnaem = \"x\"\n");
        assert!(!read.is_green() && read.outcomes.is_err_and(|why| why.contains("naem")));
    }

    #[test]
    fn every_file_of_cases_is_run_once() {
        let library = Library::embedded().unwrap();
        let kept = SelfTest::default();
        let first = kept.results(&library);
        assert_eq!(first.len(), library.cases().len());
        assert!(std::ptr::eq(first, kept.clone().results(&library)));
    }
}
