//! Pages over HTTP: one file per page, one table of routes, one place that decides what a failure looks like.
//!
//! Nothing here decides anything about incidents, people or the law: pages read from and act through [`crate::app`].

pub mod answer;
pub mod choice;
pub mod cookies;
pub mod failure;
pub mod guards;
pub mod guest;
pub mod kept;
pub mod limits;
pub mod lists;
pub mod page;
pub mod pages;
pub mod paths;
pub mod problems;
pub mod routes;
pub mod server;
pub mod state;
pub mod typed;
pub mod visit;
