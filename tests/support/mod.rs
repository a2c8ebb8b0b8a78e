//! What the tests stand on: the program's neighbours, started for real (PostgreSQL, Postfix, a browser) or scripted to
//! misbehave (an SMTP server), and ways to look at what came out (pages, mails, accessibility, pictures).
//!
//! Neighbours are started at most once per test process, on loopback only, on ports of their own, and end with it.

pub mod app;
pub mod artefacts;
pub mod axe;
pub mod browser;
pub mod certificates;
pub mod command;
pub mod desk;
pub mod html;
pub mod letter;
pub mod postfix;
pub mod postgres;
pub mod programs;
pub mod service;
pub mod smtp_fake;
pub mod visitor;
pub mod words;
