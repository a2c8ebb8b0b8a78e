//! The library of rules.

mod coverage;
mod pages;
