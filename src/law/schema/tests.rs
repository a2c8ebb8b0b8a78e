//! The schemas against what is really read and written: every rulebook, every case, every assessment of every case.

use super::{ASSESSMENT, RULEBOOK, Value, case as case_schema, json};
use crate::case;
use crate::library::Library;
use crate::verdict::Verdict;
use boon::{Compiler, SchemaIndex, Schemas};

struct Checker {
    schemas: Schemas,
    index: SchemaIndex,
}

impl Checker {
    fn of(schema: Value) -> Self {
        let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
        compiler.add_resource("https://example.org/schema.json", schema).unwrap();
        let index = compiler.compile("https://example.org/schema.json", &mut schemas);
        Self { index: index.unwrap_or_else(|error| panic!("{error:#}")), schemas }
    }

    fn problem(&self, value: &Value) -> Option<String> {
        self.schemas.validate(value, self.index).err().map(|error| format!("{error:#}"))
    }
}

fn written(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// TOML as JSON, its dates as texts.
fn json_of(text: &str) -> Value {
    fn convert(value: &toml::Value) -> Value {
        match value {
            toml::Value::Datetime(at) => Value::String(at.to_string()),
            toml::Value::Array(items) => items.iter().map(convert).collect(),
            toml::Value::Table(table) => table.iter().map(|(key, value)| (key.clone(), convert(value))).collect(),
            plain => serde_json::to_value(plain).unwrap(),
        }
    }
    convert(&toml::Value::Table(text.parse().unwrap()))
}

#[test]
fn every_rulebook_is_as_its_schema_says() {
    let checker = Checker::of(written(RULEBOOK));
    for (path, text) in crate::library::embedded::RULEBOOKS {
        assert_eq!(checker.problem(&json_of(text)), None, "{path}");
    }
    let act = crate::library::embedded::RULEBOOKS.first().unwrap().1;
    let mut slip = json_of(act);
    slip.as_object_mut().unwrap().insert("titel".to_owned(), Value::Null);
    assert!(checker.problem(&slip).is_some(), "a key that does not exist is refused");
}

#[test]
fn every_case_is_as_its_schema_says_and_so_is_what_comes_out() {
    let library = Library::embedded().unwrap();
    let input = Checker::of(case_schema(library.vocabulary()));
    let output = Checker::of(written(ASSESSMENT));
    for (path, text) in library.cases() {
        assert_eq!(input.problem(&json_of(text)), None, "{path}");
        for case in case::read(&library, path, text).unwrap().cases {
            let assessment = library.assess(&case.situation, case.now.unwrap());
            // Those the case is about; the others come out alike in case after case.
            let asked =
                |verdict: &&Verdict| case.expectations.iter().any(|expected| expected.duty == verdict.outline.duty);
            let verdicts: Vec<&Verdict> = assessment.verdicts.iter().filter(asked).collect();
            let json = json!({
                "format": "dutyclock.assessment.1",
                "case": case.name,
                "at": assessment.at,
                "zone": case.situation.zone.name(),
                "as_of": null,
                "on": null,
                "verdicts": verdicts,
                "gaps": assessment.gaps,
            });
            assert_eq!(output.problem(&json), None, "{path}: {}", case.name);
        }
    }
}

#[test]
fn a_case_that_the_program_refuses_is_refused_by_the_schema() {
    let library = Library::embedded().unwrap();
    let checker = Checker::of(case_schema(library.vocabulary()));
    for text in [
        "occured = \"2026-11-01\"",
        "facts = { intrusoin = true }",
        "facts = { intrusion = \"yes\" }",
        "facts = { leak-kind = [\"melt\"] }",
        "facts = { persons-affected = -1 }",
        "candidate = [{ of = [\"aware-incidents\"], basis = \"told\", at = \"2026-11-01\" }]",
        "[[case]]\nname = \"without then\"\nnow = \"2026-11-01\"",
    ] {
        assert!(case::read(&library, "x.toml", text).is_err(), "{text}");
        assert!(checker.problem(&json_of(text)).is_some(), "{text}");
    }
}
