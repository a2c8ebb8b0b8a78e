//! Forms and papers.

mod papers;
mod papers_seen;
