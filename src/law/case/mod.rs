//! Cases: a situation written down by a person or a program, and, beside the rulebooks, what must come out of it.
//!
//! Pure: text in (TOML or JSON), structures out. The same format serves the tests of the law, `dutyclock assess`,
//! `dutyclock rulebook check` and the page on which the law tests itself. What cannot be meant is refused with file,
//! line, key and hint; nothing is guessed.

mod amount;
mod aspect;
mod expect;
mod facts;
mod fields;
mod file;
mod happened;
mod json;
#[cfg(test)]
mod properties;
mod read;
mod run;
mod say;
mod sequence;
#[cfg(test)]
mod slips;
#[cfg(test)]
mod tests;
mod time;
mod tree;
mod when;

pub use self::aspect::{Aspect, Said};
pub use self::expect::Expectation;
pub use self::file::{Case, CaseFile};
pub use self::read::read;
pub use self::run::{Difference, Outcome, run};
pub use self::say::{due as due_text, exposure as exposure_text, found, hours, moment_in, standing as standing_text};
pub use self::time::read as read_time;
pub use self::when::{as_of, on};
