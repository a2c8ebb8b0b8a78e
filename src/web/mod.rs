//! Pages over HTTP: one file per page, one table of routes, one place that decides what a failure looks like.
//!
//! Nothing here decides anything about incidents, people or the law: pages read from and act through [`crate::app`].

pub mod access;
pub mod acts;
pub mod answer;
pub mod bindings;
pub mod choice;
pub mod clock_view;
pub mod cookies;
pub mod derivation;
pub mod events;
pub mod exposure;
pub mod fact_field;
pub mod failure;
pub mod fingerprint;
pub mod guards;
pub mod guest;
pub mod kept;
pub mod limits;
pub mod link;
pub mod lists;
pub mod page;
pub mod pages;
pub mod paths;
pub mod problems;
pub mod role;
pub mod routes;
pub mod scenarios;
pub mod self_test;
pub mod server;
pub mod standing;
pub mod state;
pub mod teller;
pub mod trouble;
pub mod typed;
pub mod visit;
