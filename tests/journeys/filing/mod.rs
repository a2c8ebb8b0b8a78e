//! Forms and papers.

mod four_eyes;
mod papers;
mod papers_seen;
mod reads_otherwise;
