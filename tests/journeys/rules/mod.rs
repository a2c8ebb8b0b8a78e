//! The library of rules.

mod pages;
