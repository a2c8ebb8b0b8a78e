//! Dutyclock tells a compliance officer who must be told of an incident, by when, under which article, and what being
//! late costs; fills the form, warns until it is filed, and keeps a record that proves who knew what, and when.
//!
#![doc = include_str!("README.md")]

pub mod app;
pub mod commands;
pub mod config;
pub mod db;
pub mod documents;
pub mod incident;
pub mod locales;
pub mod mail;
pub mod now;
pub mod tasks;
pub mod web;

pub use dutyclock_law as law;
