//! Papers for the tests, filled from the public record of the case of November 2025. What the record does not say is
//! marked as not known; names of persons are invented placeholders.

mod forms;
mod report;

pub(super) use self::forms::{kisa, pipc};
pub(super) use self::report::report;

use super::paper::{Check, Field};

fn field(label: &str, second: &str, value: &str) -> Field {
    Field { label: label.into(), second_label: Some(second.into()), value: value.into(), ..Field::default() }
}

fn wide(label: &str, second: &str, value: &str) -> Field {
    Field { wide: true, ..field(label, second, value) }
}

fn based(basis: &str, field: Field) -> Field {
    Field { basis: Some(basis.into()), ..field }
}

fn unknown(field: Field) -> Field {
    Field { missing: true, ..field }
}

fn ticks(field: Field, all: &[(&str, bool)]) -> Field {
    let checks = all.iter().map(|(label, checked)| Check { label: (*label).into(), checked: *checked }).collect();
    Field { checks, ..field }
}
