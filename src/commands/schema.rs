//! Prints JSON Schemas.

use super::arguments::SchemaOf;
use super::failure::Failure;
use super::say::Terminal;
use std::path::Path;

pub(super) fn run(_of: SchemaOf, _folder: Option<&Path>, terminal: &Terminal) -> Result<(), Failure> {
    terminal.say(String::new());
    Ok(())
}
