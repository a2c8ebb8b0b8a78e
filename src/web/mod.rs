//! Pages over HTTP: one file per page, one table of routes, one place that decides what a failure looks like.
//!
//! Nothing here decides anything about incidents, people or the law: pages read from and act through [`crate::app`].

pub mod forms;
pub mod http;
pub mod pages;
pub mod routes;
pub mod server;
pub mod views;
