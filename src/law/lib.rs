//! The law as data, and the pure machine that reads it: situation in, verdicts out.
//!
//! No I/O, no machine clock, no database, no language but data. A package of its own: what it may touch is the list of its
//! dependencies, and `clippy.toml` beside it refuses files, clocks, threads and the environment.

pub mod amendment;
#[cfg(test)]
mod amount_properties;
mod answer;
mod ask;
pub mod asked;
mod assess;
mod awareness;
mod band;
pub mod calendar;
pub mod case;
pub mod changes;
mod check;
pub mod citation;
mod clock;
mod compare;
pub mod condition;
#[cfg(test)]
mod condition_properties;
pub mod counting;
pub mod counting_rule;
mod course;
mod dated;
pub mod deadline;
mod derive;
pub mod duty;
mod embedded;
pub mod error;
mod evaluate;
mod exception;
mod exposure;
pub mod fact;
pub mod fine;
pub mod form;
mod formula;
mod groups;
#[cfg(test)]
mod guide;
pub mod implication;
pub mod implied;
mod known;
pub mod library;
mod limit;
mod links;
mod measure;
mod missing;
pub mod moment;
pub mod money;
mod order;
mod ordered;
#[cfg(test)]
mod other_slips;
mod others;
pub mod outline;
mod parse;
pub mod period;
mod presets;
#[cfg(test)]
mod properties;
pub mod questions;
#[cfg(test)]
mod questions_properties;
pub mod reason;
pub mod recipient;
mod reckon;
pub mod rulebook;
pub mod running;
pub mod sanction;
pub mod schema;
pub mod severity;
pub mod situation;
#[cfg(test)]
mod slip;
#[cfg(test)]
mod slips;
mod spans;
#[cfg(test)]
mod specimen;
mod start;
pub mod starts;
pub mod term;
pub mod truth;
pub mod verdict;
pub mod version;
mod visit;
pub mod vocabulary;
mod vocabulary_embedded;
mod vocabulary_file;
mod walk;
mod walk_parts;
#[cfg(test)]
mod whole;
pub mod words;
