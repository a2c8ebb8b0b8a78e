//! `dutyclock schema`: prints what programs need to write cases and to read assessments.

use super::arguments::SchemaOf;
use super::failure::Failure;
use super::law_folder;
use super::say::Terminal;
use crate::law::schema;
use std::path::Path;

/// Prints one schema.
pub(super) fn run(of: SchemaOf, folder: Option<&Path>, terminal: &Terminal) -> Result<(), Failure> {
    match of {
        SchemaOf::Assessment => terminal.say(schema::ASSESSMENT.trim_end()),
        SchemaOf::Rulebook => terminal.say(schema::RULEBOOK.trim_end()),
        SchemaOf::Case => {
            let library = law_folder::library(folder)?;
            let text = serde_json::to_string_pretty(&schema::case(library.vocabulary()));
            terminal.say(text.map_err(|error| Failure::Unexpected(error.to_string()))?);
        }
    }
    Ok(())
}
