//! `dutyclock rulebook new`: a commented rulebook that is well formed as it stands, and cases that are green, to be
//! replaced part by part by the act at hand.

use crate::commands::failure::Failure;
use crate::commands::say::Terminal;

const BOOK: &str = include_str!("starter.toml");
const CASES: &str = include_str!("starter.cases.toml");

/// Prints the rulebook or its cases.
pub(super) fn run(id: &str, cases: bool, terminal: &Terminal) -> Result<(), Failure> {
    let text = starter(id, if cases { CASES } else { BOOK })?;
    terminal.say(text.trim_end());
    Ok(())
}

fn starter(id: &str, template: &str) -> Result<String, Failure> {
    let part = |part: &str| {
        !part.is_empty()
            && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
            && !part.starts_with('-')
            && !part.ends_with('-')
    };
    let parts: Vec<&str> = id.split('.').collect();
    if parts.len() < 2 || !parts.iter().all(|name| part(name)) {
        let problem = "expected the id of a rulebook: country, a point, the act, in small letters, as in `at.dsg`";
        return Err(Failure::Typed(format!("`{id}`: {problem}")));
    }
    let country = parts.first().filter(|country| country.len() == 2).map_or("EU", |country| *country);
    let path = parts.join("/");
    Ok(template.replace("{{id}}", id).replace("{{path}}", &path).replace("{{country}}", &country.to_uppercase()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::case;
    use crate::law::library::{Library, Sources};

    #[test]
    fn a_new_rulebook_is_well_formed_and_its_cases_are_green() {
        let text = |template| starter("at.my-act", template).unwrap();
        let own = Sources { rulebooks: vec![("at/my-act.toml".to_owned(), text(BOOK))], ..Sources::default() };
        assert_eq!(Library::problems(&own), []);
        let library = Library::with(&own).unwrap();
        let cases = case::read(&library, "at/my-act.cases.toml", &text(CASES)).unwrap().cases;
        assert!(cases.len() >= 3);
        for case in &cases {
            for outcome in case::run(&library, case) {
                assert!(outcome.is_green(), "{}: {:?}", case.name, outcome.differences);
            }
        }
    }

    #[test]
    fn an_id_that_is_none_is_refused() {
        for id in ["act", "at.My Act", "at.", ".act", "at.-act"] {
            assert!(starter(id, BOOK).is_err(), "{id}");
        }
    }
}
